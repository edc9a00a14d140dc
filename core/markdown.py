"""Markdown that a person would like to keep: headings of ours, their words as quotations, and nothing in them live.

What somebody typed is shown as it was typed: no heading, link, image, list, mention or HTML comes of it. Only what
could become live is escaped, so that the file can be read as plain text, too.
"""

from __future__ import annotations

import re

_ALWAYS = re.compile(r"[\\`*_\[\]<>|~$@^]|&(?=#?\w+;)|(?<=\w):(?=//)|(?<=\bwww)\.", re.IGNORECASE)
"""What may become emphasis, code, a link, an image, a table, HTML, a mention or a formula, wherever it stands."""
_AT_BEGINNING = re.compile(r"([#+=-])|(\d{1,9})(?=[.)](?:\s|$))|(:)(?=\s)")
"""What makes a heading, a list or a rule of a line that begins with it."""
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_NO_BREAK = "\N{NO-BREAK SPACE}"


def escaped(text: str) -> str:
    """One line of text with nothing in it that Markdown would take for more."""
    body = text.lstrip(" \t")
    indented = _NO_BREAK * len(text[: len(text) - len(body)].expandtabs(4))  # four spaces would make code of it
    begins = _AT_BEGINNING.match(body) if not indented else None
    shielded = _ALWAYS.sub(lambda found: f"\\{found[0]}", body)
    if begins is None:
        return indented + shielded
    if (number := begins[2]) is not None:
        return f"{number}\\{shielded[len(number) :]}"
    return f"\\{shielded}"


def quoted(text: str) -> str:
    """Own words as a quotation, line by line as they were typed."""
    lines = [escaped(line) for line in _LINE_ENDS.split(text)]
    return "  \n".join(f"> {line}" if line else ">" for line in lines)


def heading(text: str, level: int) -> str:
    """A heading; whatever stands in it stays on its line."""
    return f"{'#' * level} {one_line(text)}"


def item(text: str) -> str:
    """One item of a list."""
    return f"- {one_line(text)}"


def one_line(text: str) -> str:
    """Text on a single line, escaped."""
    return escaped(" ".join(text.split()))
