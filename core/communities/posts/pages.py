"""The pages about posts: the list, the library, and one post exactly as it will be shown."""

from __future__ import annotations

from core.communities.desk import DO, FORM, LONGEST_LABEL, PAGE, Page
from core.communities.posts.library import DRAFTS, draft
from core.communities.posts.lines import (
    BUTTON,
    called,
    comes_next,
    has_zone,
    how_far,
    name_of,
    paragraphs,
    scheduled_event,
    wall,
    when_it_goes,
)
from core.communities.posts.planned import Planned, Stage, all_planned, planned
from core.communities.turn import View
from core.messages import Choice
from core.vocabulary import Phrase

POSTS, NONE, QUIET = Phrase("posts-title"), Phrase("posts-none"), Phrase("posts-quiet")
LISTED, FULL = Phrase("posts-listed", "name", "channel", "state"), Phrase("posts-full", "most")
DRAFTS_TITLE, DRAFTS_ABOUT = Phrase("posts-drafts-title"), Phrase("posts-drafts-about")
POST = Phrase("posts-post-title", "name")
TO_PREVIEW, TO_BE_POSTED = Phrase("posts-to-preview", "channel"), Phrase("posts-to-be-posted", "channel")
SHOWN_BUTTON, SHOWN_TITLE = Phrase("posts-shown-button", "label"), Phrase("posts-shown-title", "title")
SHOWN_EVENT = Phrase("posts-shown-event", "title", "start", "end", "place")
PINNED_TOO, TAKES_DOWN = Phrase("posts-pinned-too"), Phrase("posts-takes-down")
TAKE_TURNS, PRIVATE = Phrase("posts-take-turns", "count"), Phrase("posts-private", "channel")
NEXT, PASSED_OVER = Phrase("posts-next", "at"), Phrase("posts-passed-over-line", "day")
NO_ZONE, IS_PAST = Phrase("posts-no-zone"), Phrase("posts-is-past")
EVENT_OVER, WENT_OUT_TODAY = Phrase("posts-event-over"), Phrase("posts-went-out-today")
NEW, HOURS, ALL = Phrase("posts-new"), Phrase("posts-hours"), Phrase("posts-all")
SCHEDULE, POST_NOW, PAUSE = Phrase("posts-schedule"), Phrase("posts-post-now"), Phrase("posts-pause")
CHANGE, WEEKLY, ONCE = Phrase("posts-words"), Phrase("posts-weekly-button"), Phrase("posts-once-button")
EVENT, DROP = Phrase("posts-event-button"), Phrase("posts-drop")
TAKE_DOWN, REPLACE = Phrase("posts-take-down"), Phrase("posts-replace")

MOST_POSTS = 15
"""So that each has its button on one page."""
HOURS_FORM = "hours"
"""The form of the settings in which the time zone is set."""


def posts(view: View, _about: str = "") -> Page:
    """All of them, and how far each is."""
    found = all_planned(view)
    listed = [
        view.say(LISTED, name=name_of(view, one), channel=called(one.channel), state=how_far(view, one))
        for one in found
    ]
    is_full = len(found) >= MOST_POSTS
    below = view.say(FULL, most=MOST_POSTS) if is_full else view.say(QUIET)
    to_each = [Choice(f"{PAGE}:post:{one.number}", name_of(view, one)[:LONGEST_LABEL]) for one in found]
    new = [] if is_full else [Choice(f"{PAGE}:post-drafts", view.say(NEW))]
    return Page("posts", view.say(POSTS), (*(listed or [view.say(NONE)]), below), (*new, *to_each, view.to("home")))


def library(view: View, _about: str = "") -> Page:
    """What there is to begin with."""
    purposes = tuple(view.say(one.purpose) for one in DRAFTS)
    buttons = tuple(Choice(f"{FORM}:post-draft:{one.name}", view.say(one.title)) for one in DRAFTS)
    buttons += (view.to("posts"),)
    return Page("post-drafts", view.say(DRAFTS_TITLE), (view.say(DRAFTS_ABOUT), *purposes), buttons)


def post(view: View, number: str) -> Page:
    """One post exactly as it goes out, where and when; the list where it is no more."""
    found = planned(view, number)
    if found is None:
        return posts(view)
    name = f"post:{number}"
    return Page(
        name, view.say(POST, name=name_of(view, found)), tuple(_lines(view, found)), tuple(_buttons(view, found))
    )


def hindrance(view: View, post: Planned) -> Phrase | None:
    """Why it cannot be scheduled as it is."""
    if _is_over(view, post):
        return EVENT_OVER
    if post.when is None:
        return None
    if not has_zone(view):
        return NO_ZONE
    return IS_PAST if comes_next(view, post) is None else None


def hindrance_now(view: View, post: Planned) -> Phrase | None:
    """Why it cannot be posted now."""
    if _is_over(view, post):
        return EVENT_OVER
    return WENT_OUT_TODAY if view.now.date() in post.told else None


def _is_over(view: View, post: Planned) -> bool:
    return post.gathering is not None and post.gathering.start <= view.now.replace(tzinfo=None)


def _lines(view: View, post: Planned) -> list[str]:
    channel = called(post.channel)
    is_new = post.stage is Stage.PREVIEW
    lines = [view.say(TO_PREVIEW if is_new else TO_BE_POSTED, channel=channel)]
    if post.channel.is_forum:
        lines.append(view.say(SHOWN_TITLE, title=post.title))
    lines += paragraphs(view, post)
    if draft(post.draft).offers_the_coach:
        lines.append(view.say(SHOWN_BUTTON, label=view.say(BUTTON)))
    if (event := scheduled_event(view, post)) is not None:
        start, end = wall(view, event.start), wall(view, event.end)
        lines.append(view.say(SHOWN_EVENT, title=event.title, start=start, end=end, place=event.place))
    if len(post.texts) > 1:
        lines.append(view.say(TAKE_TURNS, count=len(post.texts)))
    return [*lines, *_about(view, post)]


def _about(view: View, post: Planned) -> list[str]:
    """When it goes out, how far it is, and what is to be known before."""
    if post.stage is Stage.STANDS:
        return [_sentence(how_far(view, post))]
    lines = [when_it_goes(view, post)]
    at = comes_next(view, post)
    if post.stage is Stage.PREVIEW and at is not None:
        lines.append(view.say(NEXT, at=wall(view, at)))
    elif post.stage is not Stage.PREVIEW:
        lines.append(_sentence(how_far(view, post)))
    if draft(post.draft).is_pinned:
        lines.append(view.say(PINNED_TOO))
    if post.replaces is not None:
        lines.append(view.say(TAKES_DOWN))
    if post.channel.is_private:
        lines.append(view.say(PRIVATE, channel=called(post.channel)))
    if post.passed_over is not None:
        lines.append(view.say(PASSED_OVER, day=post.passed_over.isoformat()))
    if post.stage is Stage.UNDER_WAY:
        return lines
    hindered = [None if post.stage is Stage.ON else hindrance(view, post), hindrance_now(view, post)]
    return [*lines, *(view.say(one) for one in dict.fromkeys(hindered) if one)]


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _buttons(view: View, post: Planned) -> list[Choice]:
    number, kind = post.number, draft(post.draft)
    all_posts, to_drop = Choice(f"{PAGE}:posts", view.say(ALL)), Choice(f"{DO}:post-drop:{number}", view.say(DROP))
    if post.stage is Stage.UNDER_WAY:
        return [to_drop, all_posts]
    if post.stage is Stage.STANDS:
        replace = Choice(f"{FORM}:post-replace:{number}", view.say(REPLACE))
        return [replace, Choice(f"{DO}:post-drop:{number}", view.say(TAKE_DOWN)), all_posts]
    buttons = [*_to_let_out(view, post), Choice(f"{FORM}:post:{number}", view.say(CHANGE))]
    if kind.announces:
        buttons.append(Choice(f"{FORM}:post-event:{number}", view.say(EVENT)))
    elif not kind.is_pinned:
        buttons.append(Choice(f"{FORM}:post-weekly:{number}", view.say(WEEKLY)))
    if not kind.announces:
        buttons.append(Choice(f"{FORM}:post-once:{number}", view.say(ONCE)))
    return [*buttons, to_drop, all_posts]


def _to_let_out(view: View, post: Planned) -> list[Choice]:
    """With the number of the version that is on the screen."""
    version = f"{post.number}.{post.revision}"
    buttons = []
    if post.stage is Stage.ON:
        buttons.append(Choice(f"{DO}:post-pause:{post.number}", view.say(PAUSE)))
    elif post.when is not None and hindrance(view, post) is None:
        buttons.append(Choice(f"{DO}:post-schedule:{version}", view.say(SCHEDULE)))
    elif hindrance(view, post) is NO_ZONE:
        buttons.append(Choice(f"{FORM}:{HOURS_FORM}", view.say(HOURS)))
    if hindrance_now(view, post) is None:
        buttons.append(Choice(f"{DO}:post-now:{version}", view.say(POST_NOW)))
    return buttons
