"""Which members a community has dealings with: those who have sent it something that a department still keeps.

They are noted here so that they can be found when all that was kept of them is erased; where no department names somebody
any more, neither does this.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from core.communities.state import CommunityState
from core.communities.turn import CommunityTurn
from core.events import Person

SECTION = "members"
GONE = "gone"
"""The kind of `FromMember` that tells that all of a member is erased; each department drops what it has of them."""


def of(state: CommunityState) -> list[Person]:
    """The members it has dealings with."""
    return [Person(*one) for one in state.sections.get(SECTION, ())]


def note(turn: CommunityTurn, heard: Iterable[Person] = ()) -> None:
    """Keep those of whom something is kept after this turn; `heard` have just sent something."""
    sections = turn.state.sections
    known = dict.fromkeys([*of(turn.state), *heard])
    if not known:
        return
    kept = json.dumps({name: value for name, value in sections.items() if name != SECTION}, ensure_ascii=False)
    members: list[Any] = [[*member] for member in known if member.id in kept]
    if members != sections.get(SECTION, []):
        turn.keep(SECTION, members)


def may_concern(tenant: str, member: Person) -> bool:
    """Whether a member can come from the community of that tenant: their workspace, or any server of their platform."""
    return tenant == member.tenant or tenant.startswith(f"{member.tenant}:")
