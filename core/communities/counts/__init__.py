"""Counts, not people: what staff see of a closed week, of which no number stands for fewer than ten members.

| module | what |
|---|---|
| `cells` | what of a member's week is counted, and which numbers may be shown |
| `counting` | the count of a closed week, made once |
| `weeks` | the weeks of the calendar |
| `pages` | the counts as staff see them: in words, as a picture, as a table |
| `chart` | the picture |

`docs/communities.md` says what is promised, and to whom. The rule a newcomer could break: nothing here keeps an id, and no
number is drawn twice.
"""

from __future__ import annotations

from core.communities.counts import pages
from core.communities.turn import Department

DEPARTMENT = Department(title=pages.TITLE, first="counts", pages={"counts": pages.page}, counted=pages.counted)
