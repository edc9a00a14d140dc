"""A community: the workspace or server whose staff offer the coach to its members.

A community is kept as a person is. It has a journal (every change, with who and when), a snapshot, a due instant and an
outbox, in the same store and sealed like theirs; so a post goes out once, at its hour, also after a crash, and leaving is
an erasure. It is called `Person(tenant, COMMUNITY)`. What passes between it and a member is a `Relay` in the outbox of the
one that becomes an event of the other: exactly once, because its key is the event's id.

| module | what |
|---|---|
| `events` | what comes in: a form sent by staff, a letter from a member, what became of a post |
| `state` | what a turn knows of a community: one section for each module that keeps something |
| `turn` | one event taken; pure, as `core.turn.step` is |
| `office` | the shell around a turn, and what is in force for whom |
| `dealings` | which members something is kept of |
| `desk` | what staff see: pages and forms, free of any platform |
| `settings` | what they set, and the first page of all |
| `posts` | what goes out in channels: drafts, their hours, what became of them |
| `counts` | the numbers of a closed week |
| `requests` | a member's note to staff, into a private channel, and the answer back |
| `refusals` | what a platform did not let us do in a channel |
| `partners` | members who want to practise with another member, paired |

The rules a newcomer could break: nothing that a member tells the coach is ever read here, only what they chose to send;
and whoever is not allowed to manage the community is refused in core, whatever a platform has shown them.
"""

from types import ModuleType


def modules() -> tuple[ModuleType, ...]:
    """Every module that speaks to staff or to a channel."""
    from core.communities import counts, partners, posts, refusals, requests, settings, turn

    return (
        *(settings.pages, settings.forms, settings.saving, settings.typed),
        *(posts.library, posts.lines, posts.due, posts.forms, posts.pages, posts.acts),
        *(requests, partners, counts.pages, refusals, turn),
    )
