"""Windows: the modals in which something is told, and what stands on the app's own buttons; pure."""

from __future__ import annotations

import json
from typing import Any

from bot.slack import vocabulary
from bot.slack.incoming import (
    DAY,
    HOUR,
    HOURS,
    LONGEST_TOLD,
    MOVE,
    PICKED,
    REWRITE,
    SINCE,
    TELL,
    TOWN,
    UNTIL,
    About,
    Asks,
    Rewrites,
    Writes,
    remembered,
)
from bot.slack.outgoing import Block, label, shown_as_it_stands, word
from core import surfaces
from core.vocabulary import Phrase
from core.wording import Wording

LONGEST_TITLE = 24
LONGEST_ASKED = 1900
LONGEST_TOWN = 80

OPEN_CHAT = "open-chat"


class Views:
    """Lays windows out, in the words of one language."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def word(self, phrase: Phrase, **args: str) -> str:
        """A phrase in words."""
        return word(self._wording, phrase, **args)

    def telling(self, writes: Writes) -> dict[str, Any]:
        """The window to write in: an answer, or what happened."""
        is_answer = bool(writes.question)
        title, asked, hint = vocabulary.TELL_TITLE, self.word(vocabulary.TELL), self.word(vocabulary.TELL_HINT)
        if is_answer:
            title, asked, hint = vocabulary.ANSWER_TITLE, self.word(vocabulary.ANSWER), ""
        asking = _input(asked, writes.text, hint)
        above = [section(writes.title)] if writes.title else []
        return self._modal(title, [*above, asking], TELL, remembered(writes.place), is_to_send=True)

    def rewriting(self, rewrites: Rewrites) -> dict[str, Any]:
        """The window with a draft in it."""
        asking = _input(self.word(vocabulary.EDIT_DRAFT), rewrites.text, self.word(vocabulary.EDIT_HINT))
        kept = remembered(rewrites.place, rewrites.run, rewrites.name)
        return self._modal(surfaces.OWN_TEXT_TITLE, [asking], REWRITE, kept, is_to_send=True)

    def asking(self, asks: Asks) -> dict[str, Any]:
        """The window for something on the Home tab: another hour for a message, a town, the hours for writing."""
        match asks.about:
            case About.MOVE:
                at, *_ = json.loads(asks.value)
                day = {"type": "datepicker", "action_id": PICKED, "initial_date": at[:10]}
                hour = {"type": "timepicker", "action_id": PICKED, "initial_time": at[11:16]}
                inputs = [self._asked(DAY, vocabulary.PICK_DAY, day), self._asked(HOUR, vocabulary.PICK_TIME, hour)]
                above = [section(asks.title)] if asks.title else []
                return self._modal(vocabulary.MOVE_TITLE, [*above, *inputs], MOVE, asks.value, is_to_send=True)
            case About.TOWN:
                town = {"type": "plain_text_input", "action_id": PICKED, "max_length": LONGEST_TOWN}
                inputs = [self._asked(TOWN, vocabulary.TOWN, town)]
                return self._modal(vocabulary.ZONE_TITLE, inputs, TOWN, "", is_to_send=True)
            case About.HOURS:
                since, until = json.loads(asks.value)
                first = {"type": "timepicker", "action_id": PICKED, "initial_time": since}
                last = {"type": "timepicker", "action_id": PICKED, "initial_time": until}
                inputs = [self._asked(SINCE, vocabulary.SINCE, first), self._asked(UNTIL, vocabulary.UNTIL, last)]
                return self._modal(vocabulary.HOURS_TITLE, inputs, HOURS, "", is_to_send=True)

    def _asked(self, block: str, phrase: Phrase, element: Block) -> Block:
        return {"type": "input", "block_id": block, "label": label(self.word(phrase)), "element": element}

    def explaining(self, phrase: Phrase) -> dict[str, Any]:
        """A window that says something and asks nothing."""
        return self._modal(vocabulary.ANSWER_TITLE, [section(self.word(phrase))], "", "", is_to_send=False)

    def not_kept(self) -> dict[str, Any]:
        """The answer to a window whose words could not be kept: it stays open and says so."""
        return {"response_action": "errors", "errors": {TELL: self.word(vocabulary.NOT_KEPT)}}

    def _modal(
        self, title: Phrase, blocks: list[Block], callback: str, kept: str, *, is_to_send: bool
    ) -> dict[str, Any]:
        view: dict[str, Any] = {
            "type": "modal",
            "callback_id": callback,
            "private_metadata": kept,
            "title": label(self.word(title), most=LONGEST_TITLE),
            "close": label(self.word(vocabulary.CANCEL if is_to_send else vocabulary.CLOSE), most=LONGEST_TITLE),
            "blocks": blocks,
        }
        if is_to_send:
            view["submit"] = label(self.word(vocabulary.SEND), most=LONGEST_TITLE)
        return {name: value for name, value in view.items() if value != ""}

    def led_away(self, app: str, team: str) -> dict[str, Any]:
        """What is answered where others read: nothing but the way to the chat, and for one pair of eyes."""
        text = self.word(vocabulary.WRITTEN_PRIVATELY)
        button = {
            "type": "button",
            "action_id": OPEN_CHAT,
            "text": label(self.word(vocabulary.OPEN_CHAT)),
            "url": f"slack://app?team={team}&id={app}&tab=messages",
        }
        blocks = [section(text), {"type": "actions", "elements": [button]}]
        return {"response_type": "ephemeral", "text": text, "blocks": blocks}

    def not_for_them(self) -> dict[str, Any]:
        """What is answered to somebody of another company, and to them alone."""
        text = self.word(vocabulary.OTHER_COMPANY)
        return {"response_type": "ephemeral", "text": text, "blocks": [section(text)]}

    def prompts(self) -> dict[str, Any]:
        """What can be said first, at one tap, where Slack offers that."""
        offered = (
            (vocabulary.PROMPT_TELL, vocabulary.PROMPT_TELL_WORDS),
            (vocabulary.PROMPT_STEPS, vocabulary.PROMPT_STEPS_WORDS),
            (vocabulary.PROMPT_COMING, vocabulary.PROMPT_COMING_WORDS),
            (vocabulary.PROMPT_DATA, vocabulary.PROMPT_DATA_WORDS),
        )
        prompts = [{"title": self.word(title), "message": self.word(message)} for title, message in offered]
        return {"title": self.word(vocabulary.PROMPTS), "prompts": prompts}


def _input(asked: str, text: str, hint: str) -> Block:
    element: Block = {
        "type": "plain_text_input",
        "action_id": TELL,
        "multiline": True,
        "max_length": LONGEST_TOLD,
        "focus_on_load": True,
    }
    if text:
        element["initial_value"] = text[:LONGEST_TOLD]
    asking = {"type": "input", "block_id": TELL, "label": label(asked, most=LONGEST_ASKED), "element": element}
    return {**asking, "hint": label(hint, most=LONGEST_ASKED)} if hint else asking


def section(text: str) -> Block:
    """A paragraph of a window, as it stands."""
    return {"type": "section", "text": shown_as_it_stands(text)}
