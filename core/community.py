"""What a community sets for its members: links, whom to ask, the country, the hours.

A community is a workspace, a server or a career centre's own file. Everything is optional, and nothing unset is ever
shown or guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from core import clock
from core.helplines import Helpline

QUIET = clock.QuietHours(time(21), time(8))
"""Nobody is written to in these local hours, unless the community says otherwise or the person asked for it."""


@dataclass(frozen=True, slots=True)
class Community:
    """The settings of one community."""

    name: str | None = None
    staff: str | None = None
    """Whom a member can turn to, as it is to be shown ("Ms Tembo, room 12, tembo@example.org")."""
    country: str | None = None
    """ISO 3166; whose helplines are given to somebody who has named no country of their own."""
    zone: str | None = None
    """The IANA zone of members whose platform does not tell theirs."""
    quiet: clock.QuietHours = QUIET
    working_days: frozenset[int] = clock.MONDAY_TO_FRIDAY
    """As `date.weekday()` counts them: Monday is 0."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Address by name: `jobs`, `careers-advice`, `job-search`, `follow-up-guide`."""
    helplines: tuple[Helpline, ...] = ()
    """Lines of their own, given before the ones we know."""


NONE = Community()
"""Where nothing is set up."""
