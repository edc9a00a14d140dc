"""What goes out at its hour, and what became of it.

The rule a newcomer could break: the turn that hands a post on also notes its day, in one transaction, and no day is handed
on twice; so a process that dies before or after it sends nothing a second time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile

from core import clock
from core.communities.events import NotPosted, Posted, WhyNot
from core.communities.posts.library import draft
from core.communities.posts.lines import called, comes_next, has_zone, name_of, not_before, post_for
from core.communities.posts.planned import SECTION, Planned, Stage, all_planned, drop, keep, planned
from core.communities.posts.schedule import GRACE, Weekly, occurrences
from core.communities.refusals import in_words
from core.communities.turn import CommunityTurn, View
from core.vocabulary import Phrase

LONGEST_TRY = timedelta(hours=12)
"""So long a post may be tried before staff are told; less than delivery takes to give a message up without a word."""

PROBLEM = Phrase("posts-problem", "name", "channel", "why")
PROBLEM_LATE = Phrase("posts-problem-late", "name", "channel", "why")
PROBLEM_PASSED_OVER = Phrase("posts-problem-passed-over", "name", "channel", "day")
WAITS = Phrase("posts-waits", "name", "channel")
PROBLEM_ZONE = Phrase("posts-problem-zone")
DROPPED = Phrase("posts-dropped")


def next_due(view: View) -> datetime | None:
    """When a post goes out next; nothing does while no time zone is set."""
    on = (post for post in all_planned(view) if post.stage is Stage.ON)
    return min((at for post in on if (at := comes_next(view, post)) is not None), default=None)


def brings(turn: CommunityTurn) -> None:
    """Hand on every post whose hour has come, and note those whose hour is over for too long."""
    if has_zone(turn):
        for post in all_planned(turn):
            if post.stage is Stage.ON and post.when is not None:
                _bring(turn, post)


def _bring(turn: CommunityTurn, post: Planned) -> None:
    assert post.when is not None  # noqa: S101 (looked at by the caller)
    coming = occurrences(post.when, not_before(post, turn.now), turn.zone, post.told)
    ripe = list(takewhile(lambda one: one.at <= turn.now, coming))
    if not ripe:
        return
    latest, until = ripe[-1], last_moment(turn, post, ripe[-1].at)
    in_time = turn.now <= until
    passed_over = [one.day for one in (ripe[:-1] if in_time else ripe)]
    post = replace(post, since=turn.now.astimezone(UTC), passed_over=passed_over[-1] if passed_over else None)
    if in_time:
        hand_on(turn, post, latest.day, until)
    elif isinstance(post.when, Weekly):
        keep(turn, post)
    else:
        keep(turn, replace(post, stage=Stage.PAUSED, trouble=WhyNot.LATE, passed_over=None))


def last_moment(view: View, post: Planned, at: datetime) -> datetime:
    """Until when a post for that instant is right: one that announces something, until that begins."""
    if post.gathering is not None:
        return clock.instant(post.gathering.start, view.zone)
    return at + GRACE


def hand_on(turn: CommunityTurn, post: Planned, day: date, until: datetime) -> None:
    """Let a post out, for a day on which it has not gone out yet."""
    assert day not in post.told  # noqa: S101 (an author's error)
    turn.post(post_for(turn, post, day, min(until, turn.now + LONGEST_TRY)))
    goes_on = isinstance(post.when, Weekly)
    keep(turn, replace(post.going_out(day), stage=post.stage if goes_on else Stage.UNDER_WAY))


# --- What became of it ------------------------------------------------------------------------------------


def posted(turn: CommunityTurn, event: Posted) -> None:
    """It stands in its channel; one that was dropped meanwhile does not stay there."""
    found = _named(turn, event.mark)
    if found is None:
        return
    post, _ = found
    match post:
        case None:
            turn.take_down(event.channel, event.message, turn.say(DROPPED))
        case Planned(when=Weekly()):
            pass
        case Planned() if draft(post.draft).is_pinned:
            _stands(turn, post, (event.channel, event.message))
        case _:
            drop(turn, post.number)


def not_posted(turn: CommunityTurn, event: NotPosted) -> None:
    """It could not be shown. Staff have to see to it, unless it was only late and comes again."""
    found = _named(turn, event.mark)
    if found is None:
        return
    post, day = found
    if post is None:
        return
    if event.reason == WhyNot.LATE and isinstance(post.when, Weekly):
        keep(turn, replace(post, passed_over=day))
        return
    told = tuple(one for one in post.told if one != day)
    keep(turn, replace(post, stage=Stage.PAUSED, trouble=event.reason, told=told))


def left(view: View) -> tuple[str, ...]:
    """What waits for staff's yes, for home."""
    return tuple(
        view.say(WAITS, name=name_of(view, post), channel=called(post.channel))
        for post in all_planned(view)
        if post.stage is Stage.PREVIEW
    )


def problems(view: View) -> tuple[str, ...]:
    """What staff have to see to, for home."""
    posts = all_planned(view)
    found = [_problem(view, post) for post in posts]
    if not has_zone(view) and any(post.stage is Stage.ON for post in posts):
        found.append(view.say(PROBLEM_ZONE))
    return tuple(problem for problem in found if problem)


def _problem(view: View, post: Planned) -> str | None:
    named = {"name": name_of(view, post), "channel": called(post.channel)}
    if post.stage is Stage.PAUSED and post.trouble:
        problem = PROBLEM_LATE if post.trouble == WhyNot.LATE else PROBLEM
        return view.say(problem, why=in_words(view, post.trouble), **named)
    if post.passed_over is not None:
        return view.say(PROBLEM_PASSED_OVER, day=post.passed_over.isoformat(), **named)
    return None


def _named(turn: CommunityTurn, mark: str) -> tuple[Planned | None, date] | None:
    """The post a mark names and its day; None where the mark is no post's."""
    section, _, rest = mark.partition(":")
    if section != SECTION:
        return None
    number, _, day = rest.partition(":")
    return planned(turn, number), date.fromisoformat(day)


def _stands(turn: CommunityTurn, post: Planned, where: tuple[str, str]) -> None:
    keep(turn, replace(post, stage=Stage.STANDS, stands=where, replaces=None))
    before = None if post.replaces is None else planned(turn, str(post.replaces))
    if before is not None:
        if before.stands is not None:
            turn.take_down(*before.stands, name_of(turn, before))
        drop(turn, before.number)
