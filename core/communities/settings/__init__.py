"""What staff set for their members: the settings of `core.community`, kept as the very TOML that the file form has.

| module | what |
|---|---|
| `pages` | what is set, what is left to do, what was changed |
| `forms` | the forms it is set with |
| `typed` | what is typed into a form, checked field by field |
| `saving` | how it is kept, and who changed it last |

The rule a newcomer could break: two who edit at once are told of each other; nothing is overwritten in silence.
"""

from __future__ import annotations

from core.communities.settings import forms, pages
from core.communities.turn import Department

DEPARTMENT = Department(
    pages={"home": pages.home, "settings": pages.settings, "changes": pages.changes, "export": pages.export},
    forms=forms.forms(),
    takes=forms.takes(),
    left=pages.left,
    problems=pages.problems,
)
