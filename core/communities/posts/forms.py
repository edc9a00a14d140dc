"""The forms about posts, and how what is sent in them is read: every field that does not fit has its own sentence."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from core import clock
from core.communities.desk import MOST_FIELDS, Field, Form, Kind, Problems
from core.communities.events import Channel, Submitted
from core.communities.posts.library import DRAFTS, Draft, draft, text_of
from core.communities.posts.lines import DAYS, called
from core.communities.posts.planned import Gathering, Planned, Stage, planned
from core.communities.posts.schedule import Once, Weekly
from core.communities.turn import View
from core.messages import Choice, without_mentions
from core.understanding.text import clean
from core.vocabulary import Arg, Phrase

NEW, WORDS, REPLACE = Phrase("posts-form-new"), Phrase("posts-form-words"), Phrase("posts-form-replace")
EVERY_WEEK, ONE_DAY, EVENT = Phrase("posts-form-weekly"), Phrase("posts-form-once"), Phrase("posts-form-event")
TITLE, TITLE_HINT = Phrase("posts-field-title"), Phrase("posts-field-title-hint")
TEXT, TEXT_HINT = Phrase("posts-field-text"), Phrase("posts-field-text-hint")
CHANNEL, WEEKDAYS = Phrase("posts-field-channel"), Phrase("posts-field-days")
AT, AT_HINT = Phrase("posts-field-at"), Phrase("posts-field-at-hint")
ON, ON_HINT = Phrase("posts-field-on"), Phrase("posts-field-on-hint", "example")
STARTS, STARTS_HINT = Phrase("posts-field-starts"), Phrase("posts-field-starts-hint", "example")
ENDS, ENDS_HINT = Phrase("posts-field-ends"), Phrase("posts-field-ends-hint")
PLACE, PLACE_HINT = Phrase("posts-field-place"), Phrase("posts-field-place-hint")
LEAD = Phrase("posts-field-lead")
HOUR_BEFORE, HOURS_BEFORE = Phrase("posts-lead-hour"), Phrase("posts-lead-hours")
DAY_BEFORE, DAYS_BEFORE, WEEK_BEFORE = Phrase("posts-lead-day"), Phrase("posts-lead-days"), Phrase("posts-lead-week")
NO_TEXT, TOO_LONG = Phrase("posts-wrong-text"), Phrase("posts-wrong-long", "count", "most")
MENTION, NO_TITLE = Phrase("posts-wrong-mention", "mention"), Phrase("posts-wrong-forum", "channel")
NO_CHANNEL, LACKS = Phrase("posts-wrong-no-channel"), Phrase("posts-wrong-lacks", "channel", "lacks")
NO_DAYS, NO_HOUR = Phrase("posts-wrong-days"), Phrase("posts-wrong-at")
NO_DAY, NO_START = Phrase("posts-wrong-on", "example"), Phrase("posts-wrong-starts", "example")
NO_END, NO_PLACE, NO_LEAD = (
    Phrase("posts-wrong-ends", "example"),
    Phrase("posts-wrong-calendar"),
    Phrase("posts-wrong-lead"),
)

MOST_IN_TITLE = 100
"""In letters, as in a thread of a forum on Discord."""
MOST_IN_TEXT = 1500
"""In letters, for one of the texts that take turns: with all that stands around it, it fits into one message."""
MOST_IN_TEXTS = 3000
"""In letters, for all of them: a field of Slack's takes no more."""
LEADS = {
    "hour": (HOUR_BEFORE, timedelta(hours=1)),
    "hours": (HOURS_BEFORE, timedelta(hours=3)),
    "day": (DAY_BEFORE, timedelta(days=1)),
    "days": (DAYS_BEFORE, timedelta(days=3)),
    "week": (WEEK_BEFORE, timedelta(weeks=1)),
}
"""How long before it begins an event is announced, on the wall clock."""
LEAD_PHRASES = tuple(phrase for phrase, _ in LEADS.values())
_IN_A_WEEK = timedelta(days=7)
_HOUR = re.compile(r"([01]?\d|2[0-3])(?:[:.h]([0-5]\d))?")
_DAY_AND_HOUR = re.compile(r"(\d{4}-\d{2}-\d{2})[ T,]+(\S+)")
_MENTION = re.compile(r"@(?:everyone|here|channel)\b|<(?:@|!|#)[^>\s]*>", re.IGNORECASE)
"""What would call or name somebody on Discord or Slack."""


# --- Forms ------------------------------------------------------------------------------------------------


def new(view: View, name: str) -> Form | None:
    """A draft of the library, to be changed and given a channel and its hours."""
    chosen = next((one for one in DRAFTS if one.name == name), None)
    if chosen is None:
        return None
    title = view.say(chosen.title) if chosen.words else ""
    fields = _content(view, title, text_of(chosen, view.wording), None)
    if chosen.when:
        fields += _weekly(view, chosen.when)
    elif chosen.announces:
        fields += _event(view, None, None)[:2]
    return _form(view, f"post-draft:{name}", NEW, fields)


def words(view: View, number: str) -> Form | None:
    """The words and the channel of a post."""
    post = _changeable(view, number)
    if post is None:
        return None
    return _form(view, f"post:{number}", WORDS, _content(view, post.title, post.text, post.channel))


def replacement(view: View, number: str) -> Form | None:
    """The words and the channel of what comes in the place of a pinned post."""
    post = planned(view, number)
    if post is None or post.stage is not Stage.STANDS:
        return None
    return _form(view, f"post-replace:{number}", REPLACE, _content(view, post.title, post.text, post.channel))


def weekly(view: View, number: str) -> Form | None:
    """The days and the hour of every week."""
    post = _changeable(view, number)
    if post is None or draft(post.draft).is_pinned or draft(post.draft).announces:
        return None
    usual = draft(post.draft).when
    return _form(view, f"post-weekly:{number}", EVERY_WEEK, _weekly(view, _is_weekly(post.when) or usual))


def once(view: View, number: str) -> Form | None:
    """One day and its hour."""
    post = _changeable(view, number)
    if post is None or draft(post.draft).announces:
        return None
    when = post.when if isinstance(post.when, Once) else None
    fields = [
        Field("on", view.say(ON), value=(when.on.isoformat(),) if when else (), hint=_hint(view, ON_HINT)),
        _hour(view, when.at if when else time(9)),
    ]
    return _form(view, f"post-once:{number}", ONE_DAY, fields)


def event(view: View, number: str) -> Form | None:
    """What a post announces; an end only where there is a calendar for it."""
    post = _changeable(view, number)
    if post is None or not draft(post.draft).announces:
        return None
    return _form(view, f"post-event:{number}", EVENT, _event(view, post, post.channel))


def _changeable(view: View, number: str) -> Planned | None:
    post = planned(view, number)
    return None if post is None or post.stage in (Stage.UNDER_WAY, Stage.STANDS) else post


def _is_weekly(when: object) -> Weekly | None:
    return when if isinstance(when, Weekly) else None


def _form(view: View, name: str, title: Phrase, fields: list[Field]) -> Form:
    assert len(fields) <= MOST_FIELDS  # noqa: S101 (an author's error)
    return Form(name, view.say(title), tuple(fields))


def _content(view: View, title: str, text: str, channel: Channel | None) -> list[Field]:
    return [
        Field("title", view.say(TITLE), value=_given(title), hint=view.say(TITLE_HINT), most=MOST_IN_TITLE),
        Field(
            "text",
            view.say(TEXT),
            Kind.LONG_TEXT,
            _given(text),
            view.say(TEXT_HINT),
            is_required=True,
            most=MOST_IN_TEXTS,
        ),
        Field(
            "channel",
            view.say(CHANNEL),
            Kind.CHANNEL,
            (channel.id,) if channel else (),
            is_required=True,
        ),
    ]


def _weekly(view: View, when: Weekly | None) -> list[Field]:
    options = tuple(Choice(str(day), view.say(name)) for day, name in enumerate(DAYS))
    chosen = tuple(map(str, sorted(when.days))) if when else ()
    days = Field("days", view.say(WEEKDAYS), Kind.SEVERAL, chosen, options=options, is_required=True)
    return [days, _hour(view, when.at if when else time(9))]


def _hour(view: View, at: time) -> Field:
    return Field("at", view.say(AT), value=(f"{at:%H:%M}",), hint=view.say(AT_HINT), is_required=True, most=10)


def _event(view: View, post: Planned | None, channel: Channel | None) -> list[Field]:
    announced = post.gathering if post else None
    leads = tuple(Choice(name, view.say(phrase)) for name, (phrase, _) in LEADS.items())
    fields = [
        Field(
            "starts",
            view.say(STARTS),
            value=(f"{announced.start:%Y-%m-%d %H:%M}",) if announced else (),
            hint=_hint(view, STARTS_HINT, hour=True),
            is_required=True,
            most=30,
        ),
        Field("lead", view.say(LEAD), Kind.ONE, (_lead_of(post),), options=leads, is_required=True),
        Field("place", view.say(PLACE), value=_given(announced.place if announced else ""), hint=view.say(PLACE_HINT)),
    ]
    if channel is not None and channel.has_calendar:
        end = announced.end if announced else None
        value = (f"{end:%Y-%m-%d %H:%M}",) if end else ()
        fields.append(Field("ends", view.say(ENDS), value=value, hint=view.say(ENDS_HINT), most=30))
    return fields


def _lead_of(post: Planned | None) -> str:
    if post is None or post.gathering is None or not isinstance(post.when, Once):
        return "day"
    lead = post.gathering.start - datetime.combine(post.when.on, post.when.at)
    return next((name for name, (_, one) in LEADS.items() if one == lead), "day")


def _hint(view: View, phrase: Phrase, *, hour: bool = False) -> str:
    return view.say(phrase, example=_example(view, hour=hour))


def _example(view: View, *, hour: bool = False) -> str:
    day = (view.now + _IN_A_WEEK).date().isoformat()
    return f"{day} 18:00" if hour else day


def _given(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


# --- What is sent -----------------------------------------------------------------------------------------


class Sent:
    """A form that was sent, as it is read; what does not fit is gathered."""

    def __init__(self, view: View, event: Submitted) -> None:
        self._view = view
        self._event = event
        self._problems: list[tuple[str, str]] = []

    @property
    def problems(self) -> Problems | None:
        """What has to be written otherwise."""
        return Problems(tuple(self._problems)) if self._problems else None

    def content(self, kind: Draft) -> tuple[str, str, Channel]:
        """The title, the text and the channel; empty where they do not fit."""
        title, text, channel = " ".join(self._text("title").split()), self._text("text"), self._channel()
        texts = Planned(0, kind.name, title, text, channel).texts
        longest = max(map(len, texts))
        if not any(texts):
            self._wrong("text", NO_TEXT)
        elif longest > MOST_IN_TEXT:
            self._wrong("text", TOO_LONG, count=longest, most=MOST_IN_TEXT)
        for field, written in (("title", title), ("text", text)):
            if (mention := _MENTION.search(written)) is not None:
                self._wrong(field, MENTION, mention=mention.group())
        if channel.is_forum and not title:
            self._wrong("title", NO_TITLE, channel=called(channel))
        return title[:MOST_IN_TITLE], text, channel

    def weekly(self) -> Weekly:
        """The days and the hour of every week."""
        known = {str(day) for day in range(len(DAYS))}
        days = frozenset(int(day) for day in self._event.values.get("days", ()) if day in known)
        if not days:
            self._wrong("days", NO_DAYS)
        return Weekly(days, self._hour())

    def once(self) -> Once:
        """One day and its hour."""
        day = _day(self._text("on"))
        if day is None:
            self._wrong("on", NO_DAY, example=_example(self._view))
        return Once(day or clock.FIRST_DAY, self._hour())

    def event(self, title: str) -> tuple[Gathering, Once]:
        """What is announced, and when."""
        start, end = _moment(self._text("starts")), _moment(self._text("ends"))
        place, lead = " ".join(self._text("place").split()), LEADS.get(self._text("lead"))
        if start is None:
            self._wrong("starts", NO_START, example=_example(self._view, hour=True))
        if self._text("ends") and (end is None or (start is not None and end <= start)):
            self._wrong("ends", NO_END, example=_example(self._view, hour=True))
        elif end is not None and not (place and title):
            self._wrong("place", NO_PLACE)
        if (mention := _MENTION.search(place)) is not None:
            self._wrong("place", MENTION, mention=mention.group())
        if lead is None:
            self._wrong("lead", NO_LEAD)
        begins, before = start or datetime.combine(clock.FIRST_DAY, time(12)), lead[1] if lead else timedelta()
        announced_at = begins - before if start else begins
        return Gathering(begins, end, place), Once(announced_at.date(), announced_at.time())

    def _channel(self) -> Channel:
        chosen = self._text("channel")
        found = self._event.channels.get(chosen)
        if found is None:
            self._wrong("channel", NO_CHANNEL)
            return Channel("", "")
        if found.lacks:
            self._wrong("channel", LACKS, channel=called(found), lacks=found.lacks)
        return found

    def _hour(self) -> time:
        at = _time(self._text("at"))
        if at is None:
            self._wrong("at", NO_HOUR)
        return at or time()

    def _text(self, field: str) -> str:
        return without_mentions(clean("\n".join(self._event.values.get(field, ()))))

    def _wrong(self, field: str, phrase: Phrase, **args: Arg) -> None:
        self._problems.append((field, self._view.say(phrase, **args)))


def _time(text: str) -> time | None:
    found = _HOUR.fullmatch(text.strip())
    return time(int(found[1]), int(found[2] or 0)) if found else None


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return day if clock.FIRST_DAY < day < clock.LAST_DAY else None


def _moment(text: str) -> datetime | None:
    found = _DAY_AND_HOUR.fullmatch(text.strip())
    if found is None:
        return None
    day, at = _day(found[1]), _time(found[2])
    return None if day is None or at is None else datetime.combine(day, at)
