"""The Fluent files, read into messages.

Most messages are lines of text with names put in. Those are read here, many times as fast as by Fluent's own parser; it
reads whatever else there is, and tells what is wrong. Both readings of a message are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from fluent.syntax import FluentParser, ast

from core.errors import WordingError

_NAME = r"[a-zA-Z][a-zA-Z0-9_-]*"
_PUT_IN = re.compile(rf"\{{ *\$({_NAME}) *\}}")
_VALUE = rf" *= *((?:[^{{}}\r\n]|{_PUT_IN.pattern.replace('(', '(?:')})+)"
_VALUE_LINE = re.compile(rf"({_NAME}){_VALUE}")
_ATTRIBUTE_LINE = re.compile(rf" +\.({_NAME}){_VALUE}")
_ENTRY = re.compile(r"^(?=[a-zA-Z-])", re.MULTILINE)
_BETWEEN = re.compile(r"(?:\n(?:#{1,3}(?: [^\n]*)?)?)*\Z")
"""Blank lines and comments that stand between one entry and the next."""


def messages(sources: Mapping[str, str]) -> Iterator[tuple[str, ast.Message]]:
    """The messages of files, given by name, under their ids. Raises `WordingError` for junk and duplicates."""
    seen: dict[str, str] = {}
    for file, text in sources.items():
        for message in _in_file(file, text):
            name = message.id.name
            if name in seen:
                raise WordingError(f"{name!r} stands in {seen[name]} and again in {file}; keep one.")
            seen[name] = file
            _refuse_double_attributes(message, file)
            yield name, message


def plain_message(entry: str) -> ast.Message | None:
    """A message that is only lines of text with names put in; None where Fluent's parser is needed."""
    first, *others = _BETWEEN.sub("", entry).split("\n")
    value = _VALUE_LINE.fullmatch(first)
    attributes = [_ATTRIBUTE_LINE.fullmatch(line) for line in others]
    if value is None or not value[2].strip(" "):
        return None
    read = [(found[1], found[2]) for found in attributes if found and found[2].strip(" ")]
    if len(read) < len(others):
        return None
    return ast.Message(
        ast.Identifier(value[1]),
        _pattern(value[2]),
        [ast.Attribute(ast.Identifier(name), _pattern(text)) for name, text in read],
    )


def _in_file(file: str, text: str) -> Iterator[ast.Message]:
    entries = [entry for part in _ENTRY.split(text) for entry in _entries(part)]
    if any(isinstance(entry, ast.Junk) for entry in entries):
        entries = FluentParser(with_spans=True).parse(text).body  # for the line, and in case a part was none by itself
    for entry in entries:
        if isinstance(entry, ast.Junk):
            line = text.count("\n", 0, (entry.span.start if entry.span else 0)) + 1
            raise WordingError(f"{file}, line {line}: this is not Fluent; look for a missing = or brace.")
        if isinstance(entry, ast.Message):
            yield entry


def _entries(part: str) -> Sequence[ast.EntryType]:
    message = plain_message(part)
    return [message] if message else FluentParser(with_spans=False).parse(part).body


def _pattern(text: str) -> ast.Pattern:
    elements: list[ast.TextElement | ast.Placeable] = []
    for place, piece in enumerate(_PUT_IN.split(text.rstrip(" "))):
        if place % 2:
            elements.append(ast.Placeable(ast.VariableReference(ast.Identifier(piece))))
        elif piece:
            elements.append(ast.TextElement(piece))
    return ast.Pattern(elements)


def _refuse_double_attributes(message: ast.Message, file: str) -> None:
    names = [attribute.id.name for attribute in message.attributes]
    for name in names:
        if names.count(name) > 1:
            raise WordingError(f"{file}: {message.id.name!r} has .{name} twice; keep one.")
