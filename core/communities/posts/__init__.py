"""Posts in channels: drafted from a library, changed by staff, seen before they go out, and out at their hour, once.

| module | what |
|---|---|
| `library` | the drafts that come with the coach |
| `schedule` | when a post goes out, on the community's wall clock |
| `planned` | what is kept of a post |
| `lines` | how it is spoken of, and the words that go out |
| `due` | what goes out at its hour, and what became of it |
| `forms`, `pages`, `acts` | what staff fill in, see and do |

The rule a newcomer could break: a post goes to a channel; nothing here writes to a member.
"""

from core.communities.posts import acts, due, forms, pages
from core.communities.turn import Department

DEPARTMENT = Department(
    title=pages.POSTS,
    first="posts",
    pages={"posts": pages.posts, "post-drafts": pages.library, "post": pages.post},
    forms={
        "post-draft": forms.new,
        "post": forms.words,
        "post-replace": forms.replacement,
        "post-weekly": forms.weekly,
        "post-once": forms.once,
        "post-event": forms.event,
    },
    takes={
        "post-draft": acts.make,
        "post": acts.rewrite,
        "post-replace": acts.replace_pinned,
        "post-weekly": acts.set_weekly,
        "post-once": acts.set_once,
        "post-event": acts.set_event,
        "post-schedule": acts.schedule,
        "post-now": acts.post_now,
        "post-pause": acts.pause,
        "post-drop": acts.discard,
    },
    left=due.left,
    problems=due.problems,
    brings=due.brings,
    due=due.next_due,
    posted=due.posted,
    not_posted=due.not_posted,
)
