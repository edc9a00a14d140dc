"""Members who want to practise an interview with another member, paired.

Who has waited longest is paired first, with whoever has waited longest of those who can make the same hour. Each wish
brings with it whom its member is not to meet (their last partner, anybody they reported), so nothing of that is kept here.
The rule a newcomer could break: a wish and a pair are kept for as long as they are open and no longer, and no member of
staff sees either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from core.communities.desk import Page
from core.communities.events import FromMember
from core.communities.turn import CommunityTurn, Department, View
from core.community import Community
from core.events import Person
from core.vocabulary import Phrase

SECTION: Final = "partners"
WAITS = timedelta(days=7)
"""So long a wish waits for somebody."""
LEAD = timedelta(hours=12)
"""So long before they meet both are told, at least: longer than the quiet hours."""
LASTS = timedelta(hours=1)
"""So long both have to have."""

TITLE = Phrase("community-partners-title")
OFFERED = Phrase("community-partners-offered")
NOT_OFFERED = Phrase("community-partners-not-offered")


def offered(settings: Community) -> Community:
    """The settings with whether members are paired: only where staff can be reached with a report."""
    return replace(settings, offers_partners=bool(settings.notes_on) and "practice-partner" in settings.offered)


# --- what is kept ---


def _wishes(view: View) -> list[dict[str, Any]]:
    """Those who wait, the longest first."""
    return list(view.section(SECTION, {}).get("wishes", []))


def _pairs(view: View) -> list[dict[str, Any]]:
    """Those who are to meet."""
    return list(view.section(SECTION, {}).get("pairs", []))


def _keep(turn: CommunityTurn, wishes: list[dict[str, Any]], pairs: list[dict[str, Any]]) -> None:
    turn.keep(SECTION, {"wishes": wishes, "pairs": pairs})


# --- from members ---


def want(turn: CommunityTurn, event: FromMember) -> None:
    """Somebody looks for a partner; a wish of theirs that waits already is replaced."""
    member, fields = list(event.member), event.fields
    last = max((end for _, end in _stretches(fields["times"])), default=turn.now)
    wish = {
        "member": member,
        "ref": fields["ref"],
        "name": fields["name"],
        "times": fields["times"],
        "not": fields.get("not", "").split(),
        "until": min(turn.now + WAITS, last - LASTS).isoformat(timespec="seconds"),
    }
    waiting = [one for one in _wishes(turn) if one["member"] != member]
    _keep(turn, [*waiting, wish], _pairs(turn))
    _pair(turn)


def leave(turn: CommunityTurn, event: FromMember) -> None:
    """Somebody looks no more, or cannot meet after all; then the other one is told."""
    _leave(turn, event.member, event.fields["ref"])


def forget(turn: CommunityTurn, event: FromMember) -> None:
    """A member is gone."""
    _leave(turn, event.member, None)


def _leave(turn: CommunityTurn, member: Person, ref: str | None) -> None:
    def is_it(one: dict[str, Any]) -> bool:
        return one["member"] == list(member) and ref in (None, one["ref"])

    broken = [pair for pair in _pairs(turn) if any(map(is_it, pair["both"]))]
    _keep(turn, [one for one in _wishes(turn) if not is_it(one)], [pair for pair in _pairs(turn) if pair not in broken])
    for other in (one for pair in broken for one in pair["both"] if not is_it(one)):
        turn.write_to(Person(*other["member"]), "partner-gone", ref=other["ref"])


# --- pairing ---


def _pair(turn: CommunityTurn) -> None:
    """Pair all who can be, in the order in which they have waited."""
    while (found := _next_pair(turn)) is not None:
        one, other, at = found
        both = [{name: wish[name] for name in ("member", "ref")} for wish in (one, other)]
        when = at.astimezone(UTC).isoformat(timespec="minutes")
        left = [wish for wish in _wishes(turn) if wish not in (one, other)]
        _keep(turn, left, [*_pairs(turn), {"both": both, "at": when}])
        for mine, theirs in ((one, other), (other, one)):
            member, partner = Person(*mine["member"]), Person(*theirs["member"])
            turn.write_to(
                member,
                "partner-found",
                ref=mine["ref"],
                name=theirs["name"],
                who=partner.id,
                you=member.id,
                when=when,
            )


def _next_pair(turn: CommunityTurn) -> tuple[dict[str, Any], dict[str, Any], datetime] | None:
    wishes = _wishes(turn) if turn.settings.offers_partners else []
    for index, one in enumerate(wishes):
        for other in wishes[index + 1 :]:
            at = _meeting(one, other, turn.now + LEAD) if _may_meet(one, other) else None
            if at is not None:
                return one, other, at
    return None


def _may_meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return one["member"][1] not in other["not"] and other["member"][1] not in one["not"]


def _meeting(one: dict[str, Any], other: dict[str, Any], earliest: datetime) -> datetime | None:
    """The first full hour, not before the earliest, from which both have time for long enough."""
    begins = []
    for start, end in _stretches(one["times"]):
        for other_start, other_end in _stretches(other["times"]):
            at = _full_hour(max(start, other_start, earliest.astimezone(UTC)))
            if at + LASTS <= min(end, other_end):
                begins.append(at)
    return min(begins, default=None)


def _full_hour(at: datetime) -> datetime:
    whole = at.replace(minute=0, second=0, microsecond=0)
    return whole if whole == at else whole + timedelta(hours=1)


def _stretches(times: str) -> Iterator[tuple[datetime, datetime]]:
    """The stretches of time in which somebody can, each "start/end" (ISO, UTC), parted by spaces."""
    for stretch in times.split():
        start, _, end = stretch.partition("/")
        yield datetime.fromisoformat(start), datetime.fromisoformat(end)


# --- what ends by itself ---


def brings(turn: CommunityTurn) -> None:
    """Drop what is over: wishes that found nobody, whose members are told, and pairs that have met."""
    over = [wish for wish in _wishes(turn) if datetime.fromisoformat(wish["until"]) <= turn.now]
    if over or any(_ends(pair) <= turn.now for pair in _pairs(turn)):
        _keep(
            turn,
            [wish for wish in _wishes(turn) if wish not in over],
            [pair for pair in _pairs(turn) if _ends(pair) > turn.now],
        )
    for wish in over:
        turn.write_to(Person(*wish["member"]), "partner-expired", ref=wish["ref"])


def due(view: View) -> datetime | None:
    """When the next wish or pair is over."""
    ends = [*(datetime.fromisoformat(wish["until"]) for wish in _wishes(view)), *map(_ends, _pairs(view))]
    return min(ends, default=None)


def _ends(pair: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(pair["at"]) + LASTS


def page(view: View, _about: str) -> Page:
    """What is offered to members; who takes it up is for nobody to see."""
    line = view.say(OFFERED if view.settings.offers_partners else NOT_OFFERED)
    return Page(SECTION, view.say(TITLE), (line,), (view.to("home"),))


DEPARTMENT = Department(
    title=TITLE,
    first=SECTION,
    pages={SECTION: page},
    receives={"partner-wanted": want, "partner-left": leave, "gone": forget},
    brings=brings,
    due=due,
)
