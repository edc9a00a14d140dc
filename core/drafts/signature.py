"""How a letter ends: the close, and beneath it their name, where they have told it."""

from __future__ import annotations

from core.facts import OWN_NAME, Facts
from core.vocabulary import Filled, Phrase

SIGNED = Phrase("signature", "name")


def closed(facts: Facts, close: Phrase) -> tuple[tuple[Filled, ...], ...]:
    """The last paragraphs of a letter."""
    name = facts.text(OWN_NAME)
    end = (Filled(close),)
    return (end,) if name is None else (end, (Filled(SIGNED, (("name", name),)),))
