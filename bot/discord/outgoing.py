"""The parts of a message as Discord takes them: text, buttons, menus, files. Pure, and no word is changed.

A message of ours holds at most 2,000 characters, five rows of buttons and ten files, so that parts are first divided into
messages and each is then laid out. What somebody might have written is escaped (`bot.discord.text`), nobody is ever
mentioned, and no address unfolds into a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias, TypeGuard

from bot.discord.ids import Act, custom_id
from bot.discord.text import LONGEST, NONE, Addresses, block, cut, escaped, pieces, size
from core.messages import EDIT, Attachment, Choice, Draft, Line, Part, Prompt, Shape
from core.questions import Scale
from core.records import record

Payload: TypeAlias = dict[str, Any]

LONGEST_LABEL = 80
LONGEST_ADDRESS = 512
NO_LABEL = "…"
"""What stands on a button, or in a message, that has no words: Discord takes none that is empty."""
LONGEST_OPTION = 100
MOST_FILES = 10
MOST_ROWS = 5
_IN_A_ROW = 5
_SCALE_IN_A_ROW = 4
"""Eleven numbers: four, four and three, and none stands alone."""
_ROW_WIDTH = 70
"""Letters beside each other that a wide screen shows; narrow ones break a row."""
_BUTTON_EDGE = 4
_MOST_BUTTONS = 15
"""More of them than that are a wall, and a menu is kinder."""
_IN_A_MENU = 25
NO_EMBEDS = 1 << 2
EPHEMERAL = 1 << 6
_TITLE_MOST = 200
_BLOCK_EDGES = len("```\n\n```")

ROW, BUTTON, MENU, TEXT, LABEL = 1, 2, 3, 4, 18
GREY, OPENS = 2, 5
LONGEST_TITLE = 45
LONGEST_FIELD = 4000


@record
class Labels:
    """What stands on what is ours, and in no message of the coach's."""

    choose: str
    """In a menu of which nothing is chosen yet."""
    of_draft: Mapping[str, str]
    """On the buttons below a draft, by what they do."""


def divided(parts: tuple[Part, ...], ours: Addresses = NONE) -> list[tuple[Part, ...]]:
    """The parts as the messages it takes to show them, in order; always the same for the same parts."""
    messages: list[list[Part]] = [[]]
    prompts = [part for part in parts if isinstance(part, Prompt)]
    for part in parts:
        if isinstance(part, Draft) and any(map(part.is_asked_about, prompts)):
            part = replace(part, options=())
        for piece in _pieces(part, ours):
            if messages[-1] and not _fit_together([*messages[-1], piece], ours):
                messages.append([])
            messages[-1].append(piece)
        if isinstance(part, Prompt):  # its buttons stand below its words
            messages.append([])
    return [tuple(message) for message in messages if message]


def content(parts: Iterable[Part], ours: Addresses = NONE) -> str:
    """The text of a message."""
    return "\n".join(shown for part in parts if (shown := _shown(part, ours)))


def payload(parts: Sequence[Part], labels: Labels, ours: Addresses = NONE) -> Payload:
    """A message, without its files."""
    text = content(parts, ours)
    made: Payload = {
        "content": text if text.strip() or files(parts) else NO_LABEL,
        "allowed_mentions": {"parse": []},
        "flags": NO_EMBEDS,
    }
    if rows := [row for part in parts for row in components(part, labels, parts)]:
        made["components"] = rows[:MOST_ROWS]
    return made


def files(parts: Iterable[Part]) -> list[Attachment]:
    """The files of a message."""
    return [part for part in parts if isinstance(part, Attachment)]


def components(part: Part, labels: Labels, beside: Sequence[Part] = ()) -> list[Payload]:
    """The rows of buttons, or the menus, below a question or a draft; `beside` are all parts of its message."""
    match part:
        case Draft(run=run, name=name, options=options) if run:
            acts = {EDIT: (Act.EDIT, run, name)}
            return row(*(button(labels.of_draft[one], *acts.get(one, (Act.CHOOSE, run, name, one))) for one in options))
        case Prompt():
            return _below(part, labels, next((one for one in beside if _is_whole(one, part)), None))
        case _:
            return []


def _is_whole(part: Part, prompt: Prompt) -> TypeGuard[Draft]:
    """Whether it is the draft that the question is about, all of it."""
    return isinstance(part, Draft) and part.is_asked_about(prompt)


def _below(prompt: Prompt, labels: Labels, draft: Draft | None) -> list[Payload]:
    offered = (*_numbers(), *prompt.choices) if prompt.shape is Shape.SCALE else prompt.choices
    buttons = [made for choice in offered if (made := _button(prompt, choice, draft)) is not None]
    rows = list(_rows(buttons, _SCALE_IN_A_ROW if prompt.shape is Shape.SCALE else _IN_A_ROW))
    if len(buttons) <= _MOST_BUTTONS and len(rows) <= MOST_ROWS:
        return rows
    return _menus(prompt, labels.choose)


def form(title: str, label: str, text: str, act: Act, *about: str) -> Payload | None:
    """A form with one text to change; None where its id would be too long."""
    made = custom_id(act, *about)
    field = {"type": TEXT, "custom_id": "text", "style": 2, "value": text, "max_length": LONGEST_FIELD}
    if made is None or size(text) > LONGEST_FIELD:
        return None
    titled = cut(title, LONGEST_TITLE)
    return {"custom_id": made, "title": titled, "components": [labelled(label, field)]}


def labelled(label: str, field: Payload) -> Payload:
    """A field of a form with its label."""
    return {"type": LABEL, "label": cut(label, LONGEST_TITLE), "component": field}


def button(label: str, act: Act, *about: str, style: int = GREY) -> Payload | None:
    """A button; None where its id would be too long."""
    made = custom_id(act, *about)
    return (
        None
        if made is None
        else {"type": BUTTON, "style": style, "label": cut(label.strip(), LONGEST_LABEL) or NO_LABEL, "custom_id": made}
    )


def leads_to(label: str, address: str) -> Payload | None:
    """A button that opens an address; None where that would be too long."""
    if len(address) > LONGEST_ADDRESS:
        return None
    return {"type": BUTTON, "style": OPENS, "label": cut(label.strip(), LONGEST_LABEL) or NO_LABEL, "url": address}


def row(*buttons: Payload | None) -> list[Payload]:
    """A row of those buttons that there are."""
    found = [one for one in buttons if one is not None]
    return [{"type": ROW, "components": found}] if found else []


def _button(prompt: Prompt, choice: Choice, draft: Draft | None) -> Payload | None:
    if draft is not None and choice.option == EDIT:
        return button(choice.label, Act.EDIT, draft.run, draft.name)
    return button(choice.label, Act.CHOOSE, prompt.run, prompt.question, choice.option)


def _numbers() -> Iterator[Choice]:
    """The numbers of a scale, for one tap."""
    return (Choice(str(number), str(number)) for number in range(Scale.low, Scale.high + 1))


def _rows(buttons: Iterable[Payload], most: int) -> Iterator[Payload]:
    gathered: list[Payload] = []
    for one in buttons:
        width = sum(size(other["label"]) + _BUTTON_EDGE for other in (*gathered, one))
        if gathered and (len(gathered) == most or width > _ROW_WIDTH):
            yield {"type": ROW, "components": gathered}
            gathered = []
        gathered = [*gathered, one]
    if gathered:
        yield {"type": ROW, "components": gathered}


def _menus(prompt: Prompt, choose: str) -> list[Payload]:
    menus = []
    for number, start in enumerate(range(0, len(prompt.choices), _IN_A_MENU)):
        made = custom_id(Act.CHOOSE, prompt.run, prompt.question, *([str(number)] if number else []))
        options = [
            {"label": cut(choice.label.strip(), LONGEST_OPTION) or NO_LABEL, "value": choice.option}
            for choice in prompt.choices[start : start + _IN_A_MENU]
        ]
        if made is not None:
            menus.append({"type": MENU, "custom_id": made, "placeholder": choose, "options": options})
    return [{"type": ROW, "components": [menu]} for menu in menus[:MOST_ROWS]]


def _shown(part: Part, ours: Addresses) -> str:
    match part:
        case Line(text) | Prompt(text=text):
            return escaped(text, ours)
        case Draft(title, text):
            return f"{_heading(title)}{block(text)}"
        case Attachment():
            return ""


def _heading(title: str) -> str:
    return f"**{escaped(cut(title, _TITLE_MOST))}**\n" if title else ""


def _fit_together(parts: Sequence[Part], ours: Addresses) -> bool:
    return size(content(parts, ours)) <= LONGEST and len(files(parts)) <= MOST_FILES


def _pieces(part: Part, ours: Addresses) -> Iterator[Part]:
    """The part, or several of its kind of which each fits into a message."""

    def sized(text: str) -> int:
        return size(escaped(text, ours))

    match part:
        case Line(text):
            yield from map(Line, pieces(text, LONGEST, sized))
        case Prompt(text, run, question, shape, choices):
            *before, last = pieces(text, LONGEST, sized)
            yield from map(Line, before)
            yield Prompt(last, run, question, shape, choices)
        case Draft(title, text):
            room = LONGEST - _BLOCK_EDGES - size(_heading(title))
            *before, last = pieces(text, room, lambda one: size(block(one)) - _BLOCK_EDGES)
            if not before:
                yield part
                return
            for number, piece in enumerate(before):
                yield Draft("" if number else title, piece)
            options = tuple(one for one in part.options if one != EDIT)  # no form is offered for a part of it
            yield Draft("", last, part.run, part.name, options)
        case Attachment():
            yield part
