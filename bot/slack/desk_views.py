"""The desk as Slack's windows: pages, forms, and what is said where neither can be shown; pure.

Every word goes into elements that Slack shows as they stand. What a form is about lies in its window, and comes back with it.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.slack import vocabulary
from bot.slack.desk_incoming import DESK, FIELD, FORM_SENT, HOME, TAKEN
from bot.slack.outgoing import Block, actions, label, parted, word
from bot.slack.views import LONGEST_TITLE, section
from core.communities.desk import LINK, Field, Form, Kind, Page
from core.messages import Choice
from core.vocabulary import Arg, Phrase
from core.wording import Wording

LONGEST_INPUT = 3000
LONGEST_HEADER = 150
LONGEST_HINT = 1900
MOST_BLOCKS = 90
MOST_BOXES = 10
"""Of checkboxes; more are a menu."""
MOST_OPTIONS = 100
_PER_ROW = 5


class DeskViews:
    """Lays the desk out, in the words of one language."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def word(self, phrase: Phrase, **args: Arg) -> str:
        """A phrase in words."""
        return word(self._wording, phrase, **args)

    def page(self, page: Page, *more: str) -> dict[str, Any]:
        """A page, with more paragraphs below it."""
        paragraphs = [piece for line in (*page.lines, *more) for piece in parted(line)]
        rows = list(_rows(page.buttons))
        room = MOST_BLOCKS - len(rows) - 1
        return self._window(page.title, [*_headed(page.title), *map(section, _fitted(paragraphs, room)), *rows])

    def form(self, form: Form) -> dict[str, Any]:
        """A form, with what stands in it already."""
        window = self._window(form.title, [*_headed(form.title), *map(_asked, form.fields)])
        return {
            **window,
            "callback_id": FORM_SENT,
            "private_metadata": json.dumps({"form": form.name}),
            "submit": label(self.word(vocabulary.SEND), most=LONGEST_TITLE),
            "close": label(self.word(vocabulary.CANCEL), most=LONGEST_TITLE),
        }

    def again(self, sent: Mapping[str, Any], problems: Mapping[str, str]) -> dict[str, Any]:
        """A form as it was sent, with what was typed and what is wrong with it below each field."""
        blocks: list[Block] = []
        for block in copy.deepcopy(sent["blocks"]):
            blocks.append(block)
            if block["type"] == "input":
                _fill(block["element"], sent["state"]["values"][block["block_id"]][TAKEN])
                if problem := problems.get(block["block_id"]):
                    blocks.append(section(problem))
        kept = ("type", "callback_id", "private_metadata", "title", "submit", "close")
        return {**{name: sent[name] for name in kept}, "blocks": blocks}

    def notice(self, text: str) -> dict[str, Any]:
        """A sentence, and nothing to do about it."""
        return self._window(self.word(vocabulary.DESK_TITLE), [section(text)])

    def home_section(self) -> list[Block]:
        """The end of the Home tab of somebody who manages the workspace."""
        button = _button(0, Choice(HOME, self.word(vocabulary.DESK_OPEN)))
        return [
            {"type": "header", "text": label(self.word(vocabulary.DESK_TITLE))},
            section(self.word(vocabulary.DESK_HOME)),
            actions(DESK, [button]),
        ]

    def _window(self, title: str, blocks: list[Block]) -> dict[str, Any]:
        return {
            "type": "modal",
            "callback_id": DESK,
            "title": label(title, most=LONGEST_TITLE),
            "close": label(self.word(vocabulary.CLOSE), most=LONGEST_TITLE),
            "blocks": blocks,
        }


def errors(view: Mapping[str, Any], problems: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What is wrong by the block it is said beside: the first one, where a field is not in the window."""
    inputs = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    told: dict[str, str] = {}
    for field, sentence in problems:
        block = f"{FIELD}{field}" if f"{FIELD}{field}" in inputs else inputs[0]
        told[block] = f"{told[block]} {sentence}" if block in told else sentence
    return told


def post_buttons(choices: Sequence[Choice], row: str) -> list[Block]:
    """The buttons below a post."""
    return [actions(row, [_button(number, one) for number, one in enumerate(choices)])] if choices else []


def _headed(title: str) -> list[Block]:
    """The title in full, where the window's own would be cut."""
    is_cut = len(" ".join(title.split())) > LONGEST_TITLE
    return [{"type": "header", "text": label(title, most=LONGEST_HEADER)}] if is_cut else []


def _fitted(paragraphs: list[str], room: int) -> list[str]:
    """No more paragraphs than there is room for; those that are left share the last one."""
    return paragraphs if len(paragraphs) <= room else [*paragraphs[: room - 1], "\n\n".join(paragraphs[room - 1 :])]


def _rows(buttons: Sequence[Choice]) -> Iterator[Block]:
    for first in range(0, len(buttons), _PER_ROW):
        row = [_button(first + number, one) for number, one in enumerate(buttons[first : first + _PER_ROW])]
        yield actions(f"{DESK}:{first}", row)


def _button(number: int, choice: Choice) -> Block:
    made = {"type": "button", "action_id": f"{DESK}:{number}", "text": label(choice.label)}
    kind, _, address = choice.option.partition(":")
    return {**made, "url": address, "value": LINK} if kind == LINK else {**made, "value": choice.option}


def _asked(field: Field) -> Block:
    """One field; without anything to choose from there is only what it is called."""
    element = _element(field)
    if element is None:
        return section(f"{field.label}\n{field.hint}".strip())
    block = {
        "type": "input",
        "block_id": f"{FIELD}{field.name}",
        "label": label(field.label, most=LONGEST_HINT),
        "optional": not field.is_required,
        "element": {**element, "action_id": TAKEN},
    }
    return {**block, "hint": label(field.hint, most=LONGEST_HINT)} if field.hint else block


def _element(field: Field) -> Block | None:
    match field.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            most = min(field.most, LONGEST_INPUT)
            text = "\n".join(field.value)[:most]
            element = {"type": "plain_text_input", "multiline": field.kind is Kind.LONG_TEXT, "max_length": most}
            return {**element, "initial_value": text} if text else element
        case Kind.CHANNEL:
            element = {"type": "conversations_select", "filter": {"include": ["public", "private"]}}
            return {**element, "initial_conversation": field.value[0]} if field.value else element
        case Kind.ONE | Kind.SEVERAL:
            return _choosing(field)


def _choosing(field: Field) -> Block | None:
    options = [{"text": label(one.label), "value": one.option} for one in field.options[:MOST_OPTIONS]]
    chosen = [option for option in options if option["value"] in field.value]
    if not options:
        return None
    if field.kind is Kind.ONE:
        element: Block = {"type": "static_select", "options": options}
        return {**element, "initial_option": chosen[0]} if chosen else element
    element = {"type": "checkboxes" if len(options) <= MOST_BOXES else "multi_static_select", "options": options}
    return {**element, "initial_options": chosen} if chosen else element


_INITIAL = {
    "value": "initial_value",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_conversation": "initial_conversation",
}


def _fill(element: Block, given: Mapping[str, Any]) -> None:
    """Let what was typed or chosen stand in an input from the beginning."""
    for name, initial in _INITIAL.items():
        element.pop(initial, None)
        if given.get(name):
            element[initial] = given[name]
