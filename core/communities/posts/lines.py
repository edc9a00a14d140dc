"""How posts are spoken of: their names, their hours, how far they are, and the words that go out."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from core import clock, places
from core.communities.events import Channel
from core.communities.posts.library import draft
from core.communities.posts.planned import Planned, Stage
from core.communities.posts.schedule import GRACE, Once, Weekly, occurrences
from core.communities.refusals import in_words
from core.communities.turn import View
from core.messages import BEGIN, Choice, Post, ScheduledEvent
from core.vocabulary import Phrase

BUTTON, WHAT_IT_IS = Phrase("posts-button"), Phrase("posts-what-it-is")
STARTS, WHERE = Phrase("posts-starts", "at", "place"), Phrase("posts-where", "place")
WEEKLY = Phrase("posts-weekly", "days", "at", "place")
ONCE = Phrase("posts-once", "at", "place")
NOW = Phrase("posts-now")
IS_PREVIEW, IS_ON = Phrase("posts-is-preview"), Phrase("posts-is-on", "at")
IS_OVER, IS_UNSET = Phrase("posts-is-over"), Phrase("posts-is-unset")
IS_UNDER_WAY, IS_STANDING = Phrase("posts-is-under-way"), Phrase("posts-is-standing")
IS_PAUSED, IS_IN_TROUBLE = Phrase("posts-is-paused"), Phrase("posts-is-in-trouble", "why")
DAYS = tuple(
    Phrase(f"posts-{day}") for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)

_CLOCK_MOVED = timedelta(days=1)
"""An instant so far ahead was noted by a clock that has been set back."""


def name_of(view: View, post: Planned) -> str:
    """What staff call it."""
    return post.title or view.say(draft(post.draft).title)


def called(channel: Channel) -> str:
    """A channel's name as it is written."""
    return f"#{channel.name.removeprefix('#')}"


def has_zone(view: View) -> bool:
    """Whether the hours of posts mean anything."""
    return view.settings.zone is not None


def wall(view: View, at: datetime) -> str:
    """An instant on the community's clocks, as the words take it."""
    return clock.local(at, view.zone).isoformat()


def not_before(post: Planned, now: datetime) -> datetime:
    """The instant after which it may go out."""
    if post.since is None or post.since > now + _CLOCK_MOVED:
        return now - GRACE
    return post.since


def comes_next(view: View, post: Planned) -> datetime | None:
    """When it goes out next, if it is let; already over where that could not be done in time."""
    if post.when is None or not has_zone(view):
        return None
    after = not_before(post, view.now) if post.stage is Stage.ON else view.now
    return next((one.at for one in occurrences(post.when, after, view.zone, post.told)), None)


def when_it_goes(view: View, post: Planned) -> str:
    """Its hours, in a sentence."""
    place = places.town(view.zone.key)
    match post.when:
        case Weekly(days, at):
            named = tuple(DAYS[day] for day in sorted(days))
            return view.say(WEEKLY, days=named, at=f"{at.hour}:{at:%M}", place=place)
        case Once(on, at):
            return view.say(ONCE, at=datetime.combine(on, at).isoformat(), place=place)
        case None:
            return view.say(NOW)


def how_far(view: View, post: Planned) -> str:
    """How far it is, in a few words."""
    match post.stage:
        case Stage.PREVIEW:
            return view.say(IS_PREVIEW)
        case Stage.UNDER_WAY:
            return view.say(IS_UNDER_WAY)
        case Stage.STANDS:
            return view.say(IS_STANDING)
        case Stage.PAUSED:
            return view.say(IS_IN_TROUBLE, why=in_words(view, post.trouble)) if post.trouble else view.say(IS_PAUSED)
        case Stage.ON if not has_zone(view):
            return view.say(IS_UNSET)
        case Stage.ON:
            at = comes_next(view, post)
            return view.say(IS_OVER) if at is None else view.say(IS_ON, at=wall(view, at))


# --- The words that go out --------------------------------------------------------------------------------


def post_for(view: View, post: Planned, day: date, until: datetime) -> Post:
    """What is shown in the channel on that day."""
    kind = draft(post.draft)
    return Post(
        mark=f"posts:{post.number}:{day.isoformat()}",
        channel=post.channel.id,
        text="\n\n".join(paragraphs(view, post)),
        title=post.title if post.channel.is_forum else "",
        choices=(Choice(BEGIN, view.say(BUTTON)),) if kind.offers_the_coach else (),
        is_pinned=kind.is_pinned,
        event=scheduled_event(view, post),
        until=until,
    )


def paragraphs(view: View, post: Planned) -> list[str]:
    """The text in its paragraphs; where there is no forum, the title is the first of them."""
    title = [post.title] if post.title and not post.channel.is_forum else []
    below = [view.say(WHAT_IT_IS)] if draft(post.draft).offers_the_coach else []
    return [*title, post.next_text, *_when_and_where(view, post), *below]


def _when_and_where(view: View, post: Planned) -> list[str]:
    announced = post.gathering
    if announced is None:
        return []
    at = clock.instant(announced.start, view.zone)
    starts = view.say(STARTS, at=wall(view, at), place=places.town(view.zone.key))
    return [starts, *([view.say(WHERE, place=announced.place)] if announced.place else [])]


def scheduled_event(view: View, post: Planned) -> ScheduledEvent | None:
    """What enters the calendar, if the post announces something that can."""
    announced = post.gathering
    if announced is None or announced.end is None or not (announced.place and post.title and post.channel.has_calendar):
        return None
    start, end = (clock.instant(at, view.zone) for at in (announced.start, announced.end))
    return ScheduledEvent(post.title, start, end, announced.place)
