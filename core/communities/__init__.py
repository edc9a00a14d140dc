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
| `settings` | the pages of what they set |
| `settings_forms` | the forms they set it with |
| `saving` | how it is kept, and who changed it last |
| `typed` | what is typed into a form, checked field by field |
| `posts` | what goes out in channels: drafts, their hours, what became of them |
| `counts` | what of a member's week is counted, and which numbers may be shown |
| `counting` | the count of a closed week, made once |
| `weeks` | the weeks of the calendar |
| `weekly` | the counts as staff see them: in words, as a picture, as a table |
| `chart` | the picture |
| `requests` | a member's note to staff, into a private channel, and the answer back |
| `partners` | members who want to practise with another member, paired |

The rules a newcomer could break: nothing that a member tells the coach is ever read here, only what they chose to send;
and whoever is not allowed to manage the community is refused in core, whatever a platform has shown them.
"""

from types import ModuleType


def modules() -> tuple[ModuleType, ...]:
    """Every module that speaks to staff or to a channel."""
    from core.communities import partners, requests, saving, settings, settings_forms, typed, weekly
    from core.communities.posts import acts, due, forms, library, lines, pages

    return (
        settings,
        requests,
        partners,
        settings_forms,
        saving,
        typed,
        weekly,
        library,
        lines,
        due,
        forms,
        pages,
        acts,
    )
