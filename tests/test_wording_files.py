"""The quick reading of the words is Fluent's own."""

from __future__ import annotations

from importlib.resources import files

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters import FACTORIES
from core.errors import WordingError
from core.wording_files import messages

SHIPPED = {
    file.name: file.read_text("utf-8")
    for package in ("core", *(f"bot.{platform}" for platform in FACTORIES))
    for file in (files(package) / "content" / "en").iterdir()
    if file.name.endswith(".ftl")
}
PIECES = [
    "hello", " = ", "=", " ", "   ", "\n", "\n    ", ".v2", ".v2 = ", "Hi", "{ $name }", "{$a-b}", "{ $ }", "{", "}", '{ "" }',
    "{ DAY($on) }", "# note\n", "#note\n", "## part\n", "-term = x\n", "\r", "\r\n", "\t", "[one]", "*", ".", "é", "\u2028",
    "\nbye = Bye.\n", "\n    .short = Say\n",
]  # fmt: skip


def fluents_own(text: str) -> list[ast.Message]:
    return [entry for entry in FluentParser().parse(text).body if isinstance(entry, ast.Message)]


def are_equal(one: ast.Message, other: ast.Message) -> bool:
    return one.equals(other, ignored_fields=["span", "comment"])


@pytest.mark.parametrize("file", SHIPPED)
def test_every_message_is_read_as_fluent_reads_it(file: str) -> None:
    ours = dict(messages({file: SHIPPED[file]}))
    theirs = fluents_own(SHIPPED[file])
    assert [*ours] == [message.id.name for message in theirs]
    assert all(are_equal(ours[message.id.name], message) for message in theirs)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(lambda pieces: "a = b" + "".join(pieces)))
def test_a_text_is_read_as_fluent_reads_it_or_refused_as_it_is(text: str) -> None:
    parsed = FluentParser().parse(text).body
    names = [entry.id.name for entry in parsed if isinstance(entry, ast.Message)]
    attributes = [[one.id.name for one in entry.attributes] for entry in parsed if isinstance(entry, ast.Message)]
    doubled = len({*names}) < len(names) or any(len({*one}) < len(one) for one in attributes)
    if doubled or any(isinstance(entry, ast.Junk) for entry in parsed):
        with pytest.raises(WordingError):
            dict(messages({"a.ftl": text}))
        return
    ours = dict(messages({"a.ftl": text}))
    assert [*ours] == names
    assert all(are_equal(ours[message.id.name], message) for message in fluents_own(text))
