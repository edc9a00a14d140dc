"""The details that a text is found to tell in passing."""

from __future__ import annotations

from core.understanding import details


def caught(text: str) -> dict[str, str]:
    """Each by its name."""
    return {detail.name: detail.value for detail in details.read(text)}


def told(text: str, name: str) -> list[str]:
    """Those of one name, numbered or not, in the order of the text."""
    return [detail.value for detail in details.read(text) if detail.name.rstrip("-0123456789") == name]
