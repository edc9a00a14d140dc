"""What staff do about posts. Nothing goes out but what stood on the page when they pressed the button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC

from core.communities.desk import Problems
from core.communities.events import Submitted
from core.communities.posts.due import hand_on, last_moment
from core.communities.posts.forms import Sent
from core.communities.posts.library import draft
from core.communities.posts.lines import called, name_of
from core.communities.posts.pages import MOST_POSTS, hindrance, hindrance_now
from core.communities.posts.planned import Planned, Stage, all_planned, drop, keep, new_number, planned
from core.communities.turn import CommunityTurn
from core.vocabulary import Phrase

MADE, CHANGED = Phrase("posts-did-make", "name", "channel"), Phrase("posts-did-change", "name", "channel")
SCHEDULED, SENT = Phrase("posts-did-schedule", "name", "channel"), Phrase("posts-did-post", "name", "channel")
PAUSED, DROPPED = Phrase("posts-did-pause", "name"), Phrase("posts-did-drop", "name")

LIST = "posts"
"""The page that is shown where a post is no more."""


def make(turn: CommunityTurn, event: Submitted) -> Problems | str:
    """A draft of the library, as staff have changed it."""
    kind, sent = draft(_about(event)), Sent(turn, event)
    title, text, channel = sent.content(kind)
    gathering, when = None, None if kind.when is None else sent.weekly()
    if kind.announces:
        gathering, at = sent.event(title)
        return sent.problems or _make(turn, event, Planned(0, kind.name, title, text, channel, at, gathering=gathering))
    return sent.problems or _make(turn, event, Planned(0, kind.name, title, text, channel, when))


def replace_pinned(turn: CommunityTurn, event: Submitted) -> Problems | str:
    """What comes in the place of a pinned post, once staff let it out."""
    before = planned(turn, _about(event))
    if before is None:
        return LIST
    sent = Sent(turn, event)
    title, text, channel = sent.content(draft(before.draft))
    post = Planned(0, before.draft, title, text, channel, replaces=before.number)
    return sent.problems or _make(turn, event, post)


def _make(turn: CommunityTurn, event: Submitted, post: Planned) -> str:
    if len(all_planned(turn)) >= MOST_POSTS:
        return LIST
    post = replace(post, number=new_number(turn))
    return _kept(turn, event, post, MADE)


def rewrite(turn: CommunityTurn, event: Submitted) -> Problems | str:
    """Other words or another channel."""

    def changed(post: Planned, sent: Sent) -> Planned:
        title, text, channel = sent.content(draft(post.draft))
        return post.changed(title=title, text=text, channel=channel)

    return _change(turn, event, changed)


def set_weekly(turn: CommunityTurn, event: Submitted) -> Problems | str:
    """Other days or another hour, every week."""
    return _change(turn, event, lambda post, sent: post.changed(when=sent.weekly(), passed_over=None))


def set_once(turn: CommunityTurn, event: Submitted) -> Problems | str:
    """One day."""
    return _change(turn, event, lambda post, sent: post.changed(when=sent.once(), passed_over=None))


def set_event(turn: CommunityTurn, event: Submitted) -> Problems | str:
    """Another time or place of what is announced."""

    def changed(post: Planned, sent: Sent) -> Planned:
        gathering, when = sent.event(post.title)
        return post.changed(when=when, gathering=gathering)

    return _change(turn, event, changed)


def _change(turn: CommunityTurn, event: Submitted, changed: Callable[[Planned, Sent], Planned]) -> Problems | str:
    """Keep a post as the form has it, while it may still be another."""
    post, sent = planned(turn, _about(event)), Sent(turn, event)
    if post is None or post.stage in (Stage.UNDER_WAY, Stage.STANDS):
        return LIST
    became = changed(post, sent)
    return sent.problems or _kept(turn, event, became, CHANGED)


def schedule(turn: CommunityTurn, event: Submitted) -> str:
    """From now on it goes out at its hour."""
    post = _as_seen(turn, event)
    if post is None or post.when is None or hindrance(turn, post) is not None:
        return _page(event)
    if post.stage not in (Stage.PREVIEW, Stage.PAUSED):
        return _page(event)
    on = replace(post, stage=Stage.ON, since=turn.now.astimezone(UTC), trouble="", passed_over=None)
    return _kept(turn, event, on, SCHEDULED)


def post_now(turn: CommunityTurn, event: Submitted) -> str:
    """It goes out now; a weekly one comes at its hours all the same, but not on this day again."""
    post = _as_seen(turn, event)
    if post is None or post.stage in (Stage.UNDER_WAY, Stage.STANDS) or hindrance_now(turn, post) is not None:
        return _page(event)
    hand_on(turn, post, turn.now.date(), last_moment(turn, post, turn.now))
    _record(turn, event, post, SENT)
    return _page(event)


def pause(turn: CommunityTurn, event: Submitted) -> str:
    """It waits until staff schedule it again."""
    post = planned(turn, _about(event))
    if post is None or post.stage is not Stage.ON:
        return _page(event)
    return _kept(turn, event, replace(post, stage=Stage.PAUSED, passed_over=None), PAUSED)


def discard(turn: CommunityTurn, event: Submitted) -> str:
    """It is no more; where it is pinned it is taken down."""
    post = planned(turn, _about(event))
    if post is not None:
        if post.stands is not None:
            turn.take_down(*post.stands, name_of(turn, post))
        drop(turn, post.number)
        turn.changed(event.by, turn.say(DROPPED, name=name_of(turn, post)))
    return LIST


def _kept(turn: CommunityTurn, event: Submitted, post: Planned, done: Phrase) -> str:
    keep(turn, post)
    _record(turn, event, post, done)
    return f"post:{post.number}"


def _record(turn: CommunityTurn, event: Submitted, post: Planned, done: Phrase) -> None:
    args = {"name": name_of(turn, post), "channel": called(post.channel)}
    turn.changed(event.by, turn.say(done, **{name: args[name] for name in done.args}))


def _about(event: Submitted) -> str:
    return event.form.partition(":")[2].partition(".")[0]


def _page(event: Submitted) -> str:
    return f"post:{_about(event)}"


def _as_seen(turn: CommunityTurn, event: Submitted) -> Planned | None:
    """The post, if it is still the version that was on the screen."""
    post = planned(turn, _about(event))
    return post if post is not None and event.form.rpartition(".")[2] == str(post.revision) else None
