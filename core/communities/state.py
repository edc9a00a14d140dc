"""What a turn knows of a community: a section for each module that keeps something, as JSON.

A module reads and writes its own section and no other's; `Community` itself is the section "settings", as TOML.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from core.records import record


@record
class CommunityState:
    """The snapshot of a community."""

    number: int = 0
    """The turns taken so far."""
    sections: Mapping[str, Any] = field(default_factory=dict)
    """JSON values by the name of the module that keeps them; never changed in place."""


def encode_state(state: CommunityState) -> bytes:
    """The snapshot as JSON."""
    kept = {"number": state.number, "sections": state.sections}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def decode_state(snapshot: bytes | None) -> CommunityState:
    """What `encode_state` wrote, also by an older program; an empty one for a community nothing is kept of."""
    if not snapshot:
        return CommunityState()
    kept = json.loads(snapshot)
    return CommunityState(kept["number"], kept["sections"])
