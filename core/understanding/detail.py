"""A detail: one thing caught in a text, with the name of the fact it would become and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from core.records import unsaid


@unsaid
@dataclass(frozen=True, slots=True)
class Detail:
    """One thing caught in passing."""

    name: str
    """The fact's name: "organisation", "question-1" …"""
    value: str
    """The person's own words; of a closed set (format, outcome, news …) a member; of a count its digits."""
    span: tuple[int, int]
    """Where it was said, in `text.clean` of what the person wrote."""
