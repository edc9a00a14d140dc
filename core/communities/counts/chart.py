"""Numbers as bars in a PNG: dark on white, so that it reads the same whatever the colours of the chat around it.

The rule a newcomer could break: Pillow is loaded with the first picture and not before; most turns draw none.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.records import record

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

_WIDTH, _MARGIN = 1000, 32
_LABELS_END, _BARS_END = 400, 880
_ROW, _BAR, _HEAD, _FOOT = 64, 22, 84, 60
_TEXT_SIZE, _TITLE_SIZE = 20, 26
_PAPER, _INK, _NOW, _BEFORE = "#ffffff", "#1f2933", "#1d5f8a", "#a9c6da"
"""Ink and the darker bars stand out from the paper by more than 4.5 to 1; the lighter bars have their number beside."""


@record
class Bar:
    """A number with the one before it."""

    label: str
    number: int
    before: int | None = None


def drawn(title: str, legend: tuple[str, str], bars: Sequence[Bar]) -> bytes:
    """A PNG with a row for each of the bars; `legend` names the numbers and those before them. There must be a bar."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (_WIDTH, _HEAD + _ROW * len(bars) + _FOOT), _PAPER)
    draw = ImageDraw.Draw(picture)
    _write(draw, (_MARGIN, _HEAD / 2), title, size=_TITLE_SIZE)
    most = max(max(bar.number, bar.before or 0) for bar in bars)
    for row, bar in enumerate(bars):
        _row(draw, _HEAD + row * _ROW, bar, (_BARS_END - _LABELS_END) / most)
    _legend(draw, picture.height - _FOOT / 2, legend)
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def _row(draw: ImageDraw, top: int, bar: Bar, scale: float) -> None:
    _write(draw, (_LABELS_END - 16, top + _BAR), bar.label, anchor="rm")
    for number, colour, y in ((bar.number, _NOW, top), (bar.before, _BEFORE, top + _BAR)):
        if number is not None:
            end = _LABELS_END + number * scale
            draw.rectangle((_LABELS_END, y, end, y + _BAR - 2), fill=colour)
            _write(draw, (end + 10, y + _BAR / 2), str(number))


def _legend(draw: ImageDraw, y: float, names: tuple[str, str]) -> None:
    x = float(_MARGIN)
    for name, colour in zip(names, (_NOW, _BEFORE), strict=True):
        draw.rectangle((x, y - _BAR / 2, x + _BAR, y + _BAR / 2), fill=colour)
        x += _BAR + 10
        x += _write(draw, (x, y), name) + 32


def _write(draw: ImageDraw, at: tuple[float, float], text: str, *, size: int = _TEXT_SIZE, anchor: str = "lm") -> float:
    """Write it there and give its width; `anchor` is Pillow's word for which point of it is meant."""
    from PIL import ImageFont

    font = ImageFont.load_default(size)
    draw.text(at, text, fill=_INK, font=font, anchor=anchor)
    return float(draw.textlength(text, font=font))
