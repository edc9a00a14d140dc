"""Words: the Fluent files under `content/<language>/`, checked as a whole before the first of them is said.

A message's value is its first wording; `.v2`, `.v3`, … are the others. A question has besides `.short` (for a repeat
on request), `.why` (the reason it is asked) and one attribute per option, under the option's id; `.<option>-like` may
list how people say it, parted by bars. A counsellor changes
words without touching Python; what the checker refuses is listed in `docs/flows.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import ModuleType
from typing import Any, TypeAlias

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from fluent.runtime import FluentBundle
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from core.errors import WordingError
from core.messages import Draft
from core.questions import Option, Question
from core.understanding.text import fold
from core.vocabulary import Arg, Filled, Letter, Phrase, Register, Saying, Series
from core.wording_files import messages

Worded: TypeAlias = Saying | Phrase | Question[Any]

LEAST_WORDINGS = 3
REGION = {"en": "en_GB"}
"""Whose dates and lists a language uses: the day before the month, no comma before "and"."""
_WORDING = re.compile(r"v[1-9]\d*")
_ASIDES = ("short", "why")
_REGISTERS = {Register.WARM.value, Register.FORMAL.value}
_CUES = "-like"
_MOST_FOR_FLUENT = 2500
"""Fluent refuses to put in longer words; a person may have written them all the same."""
_STANDS_FOR = re.compile("\ue000([a-z]+)\ue000")
"""What Fluent is given instead of them, with the name of the placeholder."""


class Wording:
    """The words of one language."""

    def __init__(self, language: str, sources: Mapping[str, str]) -> None:
        """Take the texts of the content files, by file name. Raises `WordingError` for junk and duplicates."""
        self.language = language
        self._locale = Locale.parse(REGION[language])
        self.messages = dict(messages(sources))
        # No isolation marks: they break copying, mentions and links in left-to-right languages.
        functions: dict[str, Any] = {
            "DAY": self.day,
            "TIME": self._time,
            "WEEKDAY": self._weekday,
            "COUNTRY": self._country,
        }
        self._bundle = FluentBundle([language], use_isolating=False, functions=functions)
        self._bundle.add_resource(ast.Resource([*self.messages.values()]))
        self._fixed = dict(_fixed(self.messages.values()))
        self._templates = dict(_templates(self.messages.values()))
        self._cues = {
            (id, attribute.removesuffix(_CUES)): tuple(fold(cue) for cue in text.split("|"))
            for (id, attribute), text in self._fixed.items()
            if attribute and attribute.endswith(_CUES)
        }
        self._labelled: dict[tuple[str, tuple[Option, ...]], tuple[Option, ...]] = {}
        self._registers = {named for named, _ in _patterns(self.messages.values()) if named[1] in _REGISTERS}
        self._wordings = {id: tuple(_wordings(message)) for id, message in self.messages.items()}

    def wordings(self, id: str) -> int:
        """How many wordings the message has."""
        return len(self._wordings[id])

    def said(self, id: str, time: int, args: Mapping[str, Arg]) -> str:
        """The message in the wording for the so-maniest time (from 0): all are used before one returns."""
        wordings = self._wordings[id]
        return self._render(id, wordings[time % len(wordings)], args)

    def aside(self, id: str, name: str, args: Mapping[str, Arg]) -> str:
        """One attribute of the message: an option's label, `short`, `why`."""
        return self._render(id, name, args)

    def labelled(self, id: str, options: tuple[Option, ...], args: Mapping[str, Arg]) -> tuple[Option, ...]:
        """The options with their labels; remembered where none of these comes from the facts."""
        known = self._labelled.get((id, options))
        if known is None:
            known = tuple(
                one._replace(label=str(self.filled(one.label)) if one.label else self.aside(id, one.id, args))
                for one in options
            )
            if all(one.label is None and (id, one.id) in self._fixed for one in options):
                self._labelled[id, options] = known
        return known

    def cues(self, id: str, option: str) -> tuple[str, ...]:
        """How people say an option besides its label, folded."""
        return self._cues.get((id, option), ())

    def filled(self, arg: Arg) -> str | int:
        """What fills a placeholder, in words: phrases worded, several names joined."""
        match arg:
            case Phrase(id=id):
                return self._render(id, None, {})
            case Filled(phrase, args, register):
                attribute = register if (phrase.id, register) in self._registers else None
                return self._render(phrase.id, attribute, dict(args))
            case Series():
                return ", ".join(str(self.filled(item)) for item in arg)
            case tuple():
                return self._joined(tuple(str(self.filled(item)) for item in arg))
            case _:
                return arg

    def letter(self, letter: Letter) -> Draft:
        """The draft in words."""
        paragraphs = (" ".join(str(self.filled(part)) for part in parts) for parts in letter.paragraphs)
        return Draft(str(self.filled(letter.title)), "\n\n".join(paragraphs))

    def _render(self, id: str, attribute: str | None, args: Mapping[str, Arg]) -> str:
        if (fixed := self._fixed.get((id, attribute))) is not None:
            return fixed
        filled = {name: self.filled(arg) for name, arg in args.items()}
        template = self._templates.get((id, attribute))
        if template is not None and all(isinstance(one, str) for one in filled.values()):
            return template.format_map(filled)
        long = {name: one for name, one in filled.items() if isinstance(one, str) and len(one) > _MOST_FOR_FLUENT}
        message = self._bundle.get_message(id)
        pattern = message.value if attribute is None else message.attributes[attribute]
        assert pattern is not None, id  # noqa: S101 (the checker has seen to it)
        text, errors = self._bundle.format_pattern(pattern, filled | {name: f"\ue000{name}\ue000" for name in long})
        if errors:
            # Never the error's own text: it may quote what a person wrote.
            raise WordingError(f"The words of {id!r} ({attribute or 'value'}) could not be filled in.")
        return _STANDS_FOR.sub(lambda found: long.get(found[1], found[0]), str(text)) if long else str(text)

    def _joined(self, names: tuple[str, ...]) -> str:
        return names[0] if len(names) == 1 else str(format_list(names, locale=self._locale))

    def day(self, day: str) -> str:
        """`{ DAY($on) }`: an ISO date as "Tuesday 24 November"."""
        return _dated(day, "EEEE d MMMM", self._locale)

    def _country(self, code: str) -> str:
        """`{ COUNTRY($code) }`: an ISO code as the country's name."""
        return str(self._locale.territories[code])

    def _time(self, at: str) -> str:
        """`{ TIME($at) }`: the clock time in an ISO date and time as "9:00"."""
        hour, _, minute = at[11:16].partition(":")
        return f"{int(hour)}:{minute}"

    def _weekday(self, day: str) -> str:
        """`{ WEEKDAY($on) }`: an ISO date as "Tuesday"."""
        return _dated(day, "EEEE", self._locale)


@lru_cache
def load(language: str = "en", *, around: tuple[ModuleType, ...] = ()) -> Wording:
    """The words on disk, checked against everything that the flows and the engine can say, and what is said around them.

    `around` are modules that declare what a surface says of its own; their words lie in `content` beside them.
    """
    packages = dict.fromkeys(["core", *(module.__name__.rpartition(".")[0] for module in around)])
    found = [file for package in packages for file in _ftl_files(files(package) / "content" / language)]
    wording = Wording(language, {file.name: file.read_text("utf-8") for file in found})
    problems = list(check(wording, vocabulary(around)))
    if problems:
        raise WordingError("The words do not fit the flows: " + " ".join(problems))
    return wording


def vocabulary(around: tuple[ModuleType, ...] = ()) -> list[Worded]:
    """Everything the program can say: what stands at the top of the modules that speak."""
    from core import communities, drafts, echo, flows, lines, surfaces  # they in turn need this module's neighbours

    found: dict[int, Worded] = {}
    for module in (lines, echo, surfaces, *flows.modules(), *drafts.modules(), *communities.modules(), *around):
        for worded in _declared(module):
            found[id(worded)] = worded
    return list(found.values())


def check(wording: Wording, vocabulary: Iterable[Worded]) -> Iterator[str]:
    """A finished sentence for each thing that is missing, superfluous or does not fit."""
    named: dict[str, Worded] = {}
    for worded in vocabulary:
        name = worded.words if isinstance(worded, Question) else worded.id
        if name in named and named[name] != worded:
            yield f"{name!r} is declared twice, differently."
        named[name] = worded
        if name in wording.messages:
            yield from _misfits(name, wording.messages[name], worded)
        else:
            yield f"{name!r} has no words."
    for name in wording.messages.keys() - named.keys():
        yield f"{name!r} has words but nobody says it."


def _misfits(name: str, message: ast.Message, worded: Worded) -> Iterator[str]:
    attributes = {attribute.id.name: attribute for attribute in message.attributes}
    wordings = [message, *(a for key, a in attributes.items() if _WORDING.fullmatch(key))]
    needed = _needed(worded, attributes.keys())
    if message.value is None:
        yield f"{name!r} has no value."
    least = 1 if isinstance(worded, Phrase) else LEAST_WORDINGS
    if len(wordings) < least:
        yield f"{name!r} has {len(wordings)} wordings and needs {least}."
    for missing in needed - attributes.keys():
        yield f"{name!r} lacks .{missing}."
    for extra in attributes.keys() - needed - {f"{option}{_CUES}" for option in needed}:
        if not _WORDING.fullmatch(extra):
            yield f"{name!r} has .{extra}, which nothing shows."
    yield from _misfitting_placeholders(name, message, wordings, worded)


def _needed(worded: Worded, attributes: Set[str]) -> set[str]:
    if isinstance(worded, Phrase):
        return _REGISTERS if _REGISTERS & attributes else set()  # all of them or none
    if not isinstance(worded, Question):
        return set()
    return {*_ASIDES, *(option.id for option in worded.options if option.label is None)}


def _misfitting_placeholders(name: str, message: ast.Message, wordings: list[Any], worded: Worded) -> Iterator[str]:
    given = set(worded.args)
    for unknown in _placeholders(message) - given:
        yield f"{name!r} wants {{ ${unknown} }}, which it is not given."
    used = set().union(*(_placeholders(wording) for wording in wordings))
    for unused in given - used:
        yield f"{name!r} is given {unused!r} and no wording uses it."


class _Placeholders(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 (the visitor's protocol)
        """Nothing is put in."""

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 (the visitor's protocol)
        self.names.add(node.id.name)


def _placeholders(node: ast.BaseNode) -> set[str]:
    visitor = _Placeholders()
    visitor.visit(node)
    return visitor.names


def _fixed(messages: Iterable[ast.Message]) -> Iterator[tuple[tuple[str, str | None], str]]:
    """The wordings that have nothing to fill in: most labels, and looked up at every turn."""
    for named, elements in _patterns(messages):
        match elements:
            case [ast.TextElement(value=text)]:
                yield named, text


def _templates(messages: Iterable[ast.Message]) -> Iterator[tuple[tuple[str, str | None], str]]:
    """The wordings that just put words in, as `str.format_map` takes them: it is many times as fast as Fluent."""
    for named, elements in _patterns(messages):
        parts = list(map(_template, elements))
        if None not in parts:
            yield named, "".join(map(str, parts))


def _template(element: ast.TextElement | ast.Placeable) -> str | None:
    match element:
        case ast.TextElement(value=text):
            return str(text).replace("{", "{{").replace("}", "}}")
        case ast.Placeable(expression=ast.VariableReference(id=ast.Identifier(name=name))):
            return f"{{{name}}}"
        case _:
            return None


def _patterns(messages: Iterable[ast.Message]) -> Iterator[tuple[tuple[str, str | None], list[Any]]]:
    """The elements of every wording, by message and attribute."""
    for message in messages:
        if message.value is not None:
            yield (message.id.name, None), message.value.elements
        for one in message.attributes:
            yield (message.id.name, one.id.name), one.value.elements


@lru_cache(256)
def _dated(day: str, pattern: str, locale: Locale) -> str:
    return str(format_date(date.fromisoformat(day[:10]), pattern, locale=locale))


def _wordings(message: ast.Message) -> Iterator[str | None]:
    yield None
    for attribute in message.attributes:
        if _WORDING.fullmatch(attribute.id.name):
            yield attribute.id.name


def _ftl_files(folder: Traversable) -> list[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name)


def _declared(module: ModuleType) -> Iterator[Worded]:
    for value in vars(module).values():
        if isinstance(value, Saying | Phrase | Question):
            yield value
        elif isinstance(value, tuple | dict):
            items = value.values() if isinstance(value, dict) else value
            yield from (item for item in items if isinstance(item, Saying | Phrase | Question))
