"""Parts of a message as text for a terminal: plain, so that it can be piped, read aloud and copied."""

from __future__ import annotations

import textwrap
from datetime import datetime

from core.messages import Attachment, Draft, Line, Part, Prompt, Shape


def to_text(parts: tuple[Part, ...], *, width: int | None = None) -> str:
    """The parts one below the other; wrapped to a width when one is given. Drafts are never wrapped."""
    return "\n".join(_part(part, width) for part in parts)


def heading(at: datetime) -> str:
    """The line above what came by itself: when it did, on the person's clock."""
    return f"— {at:%A} {at.day} {at:%B}, {at.hour}:{at:%M} —\n"


def _part(part: Part, width: int | None) -> str:
    match part:
        case Line(text):
            return _wrapped(text, width)
        case Draft(title, text):
            return f"\n--- {title} ---\n{text}\n---\n"
        case Attachment(name=name):
            return name
        case Prompt(text=text, shape=shape, choices=choices):
            offered = [] if shape is Shape.SCALE else choices
            labels = (f"  [{number}] {choice.label}" for number, choice in enumerate(offered, start=1))
            return "\n".join([_wrapped(text, width), *labels])


def _wrapped(text: str, width: int | None) -> str:
    if width is None:
        return text
    return "\n".join(textwrap.fill(line, width, break_long_words=False) for line in text.splitlines())
