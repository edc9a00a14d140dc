"""Notes that members pass on to staff: into a private channel, under the name they chose; and the answer back.

The words of a note are in transit only: they are posted and not kept. What is kept of one that is open is whose it is,
their own reference and where it stands. The rule a newcomer could break: what is posted is what the member was shown
(`core.flows.talk_to_staff.heading`), neither more nor less.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from core.communities.desk import DO, FORM, MOST_BUTTONS, Field, Form, Kind, Page, Problems
from core.communities.events import Channel, FromMember, NotPosted, Posted, Submitted
from core.communities.refusals import in_words
from core.communities.turn import CommunityTurn, Department, View
from core.community import Community
from core.events import Person
from core.flows.talk_to_staff import heading
from core.messages import Choice, Post, mention, without_mentions
from core.vocabulary import Phrase

SECTION: Final = "requests"
MOST_OPEN = 3
"""Notes of one member that wait at once."""
LONGEST_ANSWER = 2000
LONGEST_WHO = 60
KEPT = timedelta(days=30)
"""So long after the last word about it a note is closed by itself."""

TITLE = Phrase("community-requests-title")
UNSET = Phrase("community-requests-unset")
SET = Phrase("community-requests-set", "channel", "who")
EACH_BY_NAME = Phrase("community-requests-each-by-name")
OPEN = Phrase("community-requests-open", "count")
CHOOSE = Phrase("community-requests-choose")
ANSWER = Phrase("community-requests-answer", "number")
CLOSE = Phrase("community-requests-close", "number")
CHANNEL = Phrase("community-requests-channel")
CHANNEL_HINT = Phrase("community-requests-channel-hint")
WHO = Phrase("community-requests-who")
WHO_HINT = Phrase("community-requests-who-hint")
ANSWER_TITLE = Phrase("community-requests-answer-title", "number")
TEXT = Phrase("community-requests-text")
TEXT_HINT = Phrase("community-requests-text-hint")
NOT_SEEN = Phrase("community-requests-not-seen")
NOT_PRIVATE = Phrase("community-requests-not-private", "channel")
NO_FORUM = Phrase("community-requests-no-forum", "channel")
LACKS = Phrase("community-requests-lacks", "channel", "lacks")
EMPTY = Phrase("community-requests-empty")
TOO_LONG = Phrase("community-requests-too-long", "count", "most")
GONE = Phrase("community-requests-gone")
NOT_POSTED = Phrase("community-requests-not-posted", "channel", "reason")
CHANGED = Phrase("community-requests-changed", "channel", "who")
SWITCHED_OFF = Phrase("community-requests-switched-off")
ANSWERED = Phrase("community-requests-answered", "number")
STAFF = Phrase("community-requests-staff")
CLOSED = Phrase("community-requests-closed", "number")
NOTE = Phrase("community-requests-note", "number")


def reachable(settings: Community, tenant: str, sections: Mapping[str, Any]) -> Community:
    """The settings with whether a note reaches staff."""
    has_channel = bool(sections.get(SECTION, {}).get("channel"))
    is_offered = has_channel and "talk-to-staff" in settings.offered
    return replace(settings, notes_on=tenant.partition(":")[0] if is_offered else "")


# --- what is kept ---


def _kept(view: View) -> dict[str, Any]:
    return dict(view.section(SECTION, {}))


def _notes(view: View) -> dict[str, dict[str, Any]]:
    """The notes that stand or are about to, by number; one that is being taken down has no member any more."""
    return dict(_kept(view).get("notes", {}))


def _keep(turn: CommunityTurn, **changes: Any) -> None:
    turn.keep(SECTION, {**_kept(turn), **changes})


def _keep_note(turn: CommunityTurn, number: str, note: dict[str, Any] | None) -> None:
    notes = _notes(turn)
    if note is None:
        notes.pop(number, None)
    else:
        notes[number] = note
    _keep(turn, notes=notes)


def _of(view: View, member: Person) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, note in _notes(view).items():
        if note.get("member") == list(member):
            yield number, note


def _channel(view: View) -> dict[str, str] | None:
    channel: dict[str, str] | None = _kept(view).get("channel")
    return channel


def _until(turn: CommunityTurn) -> str:
    return (turn.now + KEPT).isoformat(timespec="seconds")


# --- from members ---


def receive(turn: CommunityTurn, event: FromMember) -> None:
    """Post a note for staff; its writer is told if that cannot be."""
    ref, fields = event.fields["ref"], event.fields
    channel = _channel(turn)
    about = fields.get("who", "")
    waiting = sum(not note.get("answered") for _, note in _of(turn, event.member))
    if channel is None or (waiting >= MOST_OPEN and not about):
        turn.write_to(event.member, "request-failed", ref=ref, why="nobody" if channel is None else "many")
        return
    number = str(_kept(turn).get("last", 0) + 1)
    note = {"member": list(event.member), "ref": ref, "channel": channel["id"], "until": _until(turn)}
    _keep(turn, last=int(number))
    _keep_note(turn, number, note)
    partner = without_mentions(fields.get("who-name", ""))
    head = heading(without_mentions(fields["name"]), mention(event.member.id), partner, mention(about) if about else "")
    text = f"{turn.wording.filled(head)}\n\n{without_mentions(fields['text'])}"
    answer = Choice(f"{FORM}:answer:{number}", turn.say(ANSWER, number=number))
    turn.post(Post(f"{SECTION}:{number}", channel["id"], text, choices=(answer,), is_for_staff=True))


def withdraw(turn: CommunityTurn, event: FromMember) -> None:
    """A member takes a note back."""
    for number, note in _of(turn, event.member):
        if note["ref"] == event.fields["ref"]:
            _take_down(turn, number, note)


def forget(turn: CommunityTurn, event: FromMember) -> None:
    """A member is gone: nothing of theirs stays."""
    for number, note in _of(turn, event.member):
        _take_down(turn, number, note)


def _take_down(turn: CommunityTurn, number: str, note: dict[str, Any]) -> None:
    """Out of the channel at once, or as soon as it is known where it stands."""
    if message := note.get("message"):
        turn.take_down(note["channel"], message, turn.say(NOTE, number=number))
        _keep_note(turn, number, None)
    else:
        _keep_note(turn, number, {"channel": note["channel"], "until": note["until"]})


# --- what became of a post ---


def _numbered(view: View, mark: str) -> tuple[str, dict[str, Any] | None]:
    section, _, number = mark.partition(":")
    return number, _notes(view).get(number) if section == SECTION else None


def posted(turn: CommunityTurn, event: Posted) -> None:
    """It stands in the channel; if it was taken back meanwhile, it goes."""
    number, note = _numbered(turn, event.mark)
    if note is None:
        return
    _keep(turn, refused=None)
    note = {**note, "channel": event.channel, "message": event.message}
    if "member" in note:
        _keep_note(turn, number, note)
        turn.write_to(Person(*note["member"]), "request-posted", ref=note["ref"])
    else:
        _take_down(turn, number, note)


def not_posted(turn: CommunityTurn, event: NotPosted) -> None:
    """It did not get there: the member is told, and staff are."""
    number, note = _numbered(turn, event.mark)
    if note is None:
        return
    _keep_note(turn, number, None)
    _keep(turn, refused=event.reason)
    if "member" in note:
        turn.write_to(Person(*note["member"]), "request-failed", ref=note["ref"], why="refused")


def problems(view: View) -> tuple[str, ...]:
    """A note of a member got nowhere."""
    channel, reason = _channel(view), _kept(view).get("refused")
    return (view.say(NOT_POSTED, channel=channel["name"], reason=in_words(view, reason)),) if channel and reason else ()


# --- staff ---


def page(view: View, _about: str) -> Page:
    """Where notes go, and those that are open; never what they say, which stands in the channel."""
    channel = _channel(view)
    buttons = [Choice(f"{FORM}:{SECTION}", view.say(CHOOSE))]
    numbers = [number for number, note in _notes(view).items() if "member" in note]
    if channel is None:
        lines = [view.say(UNSET)]
    else:
        lines = [view.say(SET, channel=channel["name"], who=_kept(view).get("who") or view.say(EACH_BY_NAME))]
        lines += [*problems(view), view.say(OPEN, count=len(numbers))]
    for number in numbers[: (MOST_BUTTONS - 2) // 2]:
        buttons.append(Choice(f"{FORM}:answer:{number}", view.say(ANSWER, number=number)))
        buttons.append(Choice(f"{DO}:close-note:{number}", view.say(CLOSE, number=number)))
    buttons.append(view.to("home"))
    return Page(SECTION, view.say(TITLE), tuple(lines), tuple(buttons))


def ask_channel(view: View, _about: str) -> Form:
    """Where notes go, and in whose name answers come."""
    channel, who = _channel(view), _kept(view).get("who")
    return Form(
        SECTION,
        view.say(TITLE),
        (
            Field(
                "channel",
                view.say(CHANNEL),
                Kind.CHANNEL,
                value=(channel["id"],) if channel else (),
                hint=view.say(CHANNEL_HINT),
            ),
            Field("who", view.say(WHO), value=(who,) if who else (), hint=view.say(WHO_HINT), most=LONGEST_WHO),
        ),
    )


def take_channel(turn: CommunityTurn, event: Submitted) -> Problems | str:
    """Keep the channel if only staff read there; none switches notes off."""
    chosen = event.values.get("channel", ())
    who = " ".join("".join(event.values.get("who", ())).split())[:LONGEST_WHO]
    if not chosen:
        _keep(turn, channel=None, refused=None, who=who)
        turn.changed(event.by, turn.say(SWITCHED_OFF))
        return SECTION
    channel = event.channels.get(chosen[0])
    if wrong := _unfit(turn, channel):
        return Problems((("channel", wrong),))
    assert channel is not None  # noqa: S101 (or it would be unfit)
    _keep(turn, channel={"id": channel.id, "name": channel.name}, refused=None, who=who)
    turn.changed(event.by, turn.say(CHANGED, channel=channel.name, who=who or turn.say(EACH_BY_NAME)))
    return SECTION


def _unfit(view: View, channel: Channel | None) -> str:
    """Why a channel cannot take notes, in a sentence; empty where it can."""
    if channel is None:
        return view.say(NOT_SEEN)
    if channel.is_forum:
        return view.say(NO_FORUM, channel=channel.name)
    if not channel.is_private:
        return view.say(NOT_PRIVATE, channel=channel.name)
    return view.say(LACKS, channel=channel.name, lacks=channel.lacks) if channel.lacks else ""


def ask_answer(view: View, number: str) -> Form | None:
    """What they write back; None where the note is closed or taken back."""
    if "member" not in _notes(view).get(number, {}):
        return None
    text = Field(
        "text", view.say(TEXT), Kind.LONG_TEXT, hint=view.say(TEXT_HINT), is_required=True, most=LONGEST_ANSWER
    )
    return Form(f"answer:{number}", view.say(ANSWER_TITLE, number=number), (text,))


def take_answer(turn: CommunityTurn, event: Submitted) -> Problems | str:
    """Send it to whoever wrote the note."""
    number = event.form.partition(":")[2]
    note = _notes(turn).get(number, {})
    text = without_mentions("".join(event.values.get("text", ()))).strip()
    wrong = ""
    if "member" not in note:
        wrong = turn.say(GONE)
    elif not text:
        wrong = turn.say(EMPTY)
    elif len(text) > LONGEST_ANSWER:
        wrong = turn.say(TOO_LONG, count=len(text), most=LONGEST_ANSWER)
    if wrong:
        return Problems((("text", wrong),))
    turn.write_to(
        Person(*note["member"]),
        "request-answered",
        ref=note["ref"],
        by=_kept(turn).get("who") or event.by.name or turn.say(STAFF),
        place=turn.settings.name or "",
        text=text,
    )
    _keep_note(turn, number, {**note, "answered": True, "until": _until(turn)})
    turn.changed(event.by, turn.say(ANSWERED, number=number))
    return SECTION


def close(turn: CommunityTurn, event: Submitted) -> str:
    """Staff are done with a note."""
    number = event.form.partition(":")[2]
    if "member" in (note := _notes(turn).get(number, {})):
        _settle(turn, number, note)
        turn.changed(event.by, turn.say(CLOSED, number=number))
    return SECTION


def _settle(turn: CommunityTurn, number: str, note: dict[str, Any]) -> None:
    _keep_note(turn, number, None)
    if "member" in note:
        turn.write_to(Person(*note["member"]), "request-closed", ref=note["ref"])


# --- what ends by itself ---


def brings(turn: CommunityTurn) -> None:
    """Close what nobody has touched for so long."""
    for number, note in _notes(turn).items():
        if datetime.fromisoformat(note["until"]) <= turn.now:
            _settle(turn, number, note)


def due(view: View) -> datetime | None:
    """When the next one is closed."""
    return min((datetime.fromisoformat(note["until"]) for note in _notes(view).values()), default=None)


DEPARTMENT = Department(
    title=TITLE,
    first=SECTION,
    problems=problems,
    pages={SECTION: page},
    forms={SECTION: ask_channel, "answer": ask_answer},
    takes={SECTION: take_channel, "answer": take_answer, "close-note": close},
    receives={"request": receive, "request-withdrawn": withdraw, "gone": forget},
    brings=brings,
    due=due,
    posted=posted,
    not_posted=not_posted,
)
