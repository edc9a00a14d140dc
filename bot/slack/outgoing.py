"""What is said, as Slack's blocks; pure.

The rule a newcomer could break: every word, ours and the person's, goes into elements that Slack shows as they stand
(`rich_text`, `plain_text`). Nothing is written in Slack's markup but the fallback text, which is escaped and switched off,
so no text can mention, link, shout or format. Only addresses that we know ourselves become links.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias

from bot.slack import vocabulary
from bot.slack.incoming import ASKED, DATED, DRAFT, RATED, REWRITE, WRITE
from core import surfaces
from core.messages import EDIT, MENTION, Attachment, Choice, Draft, Line, Part, Post, Prompt, Shape, without_mentions
from core.questions import Scale
from core.vocabulary import Arg, Filled, Phrase
from core.wording import Wording

Block: TypeAlias = dict[str, Any]

KEY = "rebound_message"
"""The kind of the metadata that carries a message's key."""
LONGEST_PIECE = 2800
"""Of one part; Slack takes 3000 in a section and names no limit for rich text."""
MOST_TEXT = 6000
"""In all blocks of a message; Slack names no limit, and has refused 11,000."""
MOST_BLOCKS = 40
LONGEST_FALLBACK = 3800
MOST_BUTTONS = 5
LONGEST_ON_BUTTON = 30
"""Longer labels may be cut on the screen; a menu shows more."""
LONGEST_LABEL = 75
MOST_CHOICES = 100
_PER_ROW = 25
_AS_IT_STANDS = {"mrkdwn": False, "unfurl_links": False, "unfurl_media": False}
_USER = re.compile(r"[UW][A-Z0-9]{2,30}", re.ASCII)
_ADDRESS = re.compile(r"(?<![\w.@/-])https://[^\s<>\"@\u2063]+")
_ENDS_OF_SENTENCES = ".,;:!?)]}'’”"
_ENDS = ("\n\n", "\n", ". ", "? ", "! ", " ")
"""Where a long text is parted, the best place first."""


def divided(parts: Sequence[Part]) -> list[tuple[Part, ...]]:
    """The parts as the messages that show them: long ones parted, files alone, always the same for the same parts."""
    groups: list[tuple[Part, ...]] = []
    group: list[Part] = []
    text = blocks = 0
    for part in (piece for one in parts for piece in _pieces(one)):
        heavy, many = _weight(part)
        is_alone = isinstance(part, Attachment) or (group and isinstance(group[-1], Attachment))
        if group and (is_alone or text + heavy > MOST_TEXT or blocks + many > MOST_BLOCKS):
            groups.append(tuple(group))
            group, text, blocks = [], 0, 0
        group.append(part)
        text, blocks = text + heavy, blocks + many
    return [*groups, tuple(group)] if group else groups


def _weight(part: Part) -> tuple[int, int]:
    match part:
        case Line(text):
            return len(text), 1
        case Draft():
            return len(part.title) + len(part.text), 3
        case Prompt():
            return len(part.text) + sum(min(len(one.label), LONGEST_LABEL) for one in part.choices), 4
        case _:
            return 0, 1


def _pieces(part: Part) -> Iterator[Part]:
    match part:
        case Attachment():
            yield part
        case Draft():
            first, *others = parted(part.text)
            yield replace(part, text=first)
            yield from (replace(part, title="", text=other) for other in others)
        case Line(text):
            yield from map(Line, parted(text))
        case Prompt(text=text):
            *before, last = parted(text)
            yield from map(Line, before)
            yield replace(part, text=last)


def parted(text: str) -> list[str]:
    """The text in pieces that a block takes; nothing is lost but the space at the places where it is parted."""
    pieces = []
    while len(text) > LONGEST_PIECE:
        at = _end_of_piece(text)
        pieces.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*pieces, text] if text or not pieces else pieces


def _end_of_piece(text: str) -> int:
    for end in _ENDS:
        at = text.rfind(end, LONGEST_PIECE // 2, LONGEST_PIECE)
        if at > 0:
            return at + len(end)
    return LONGEST_PIECE


# --- blocks ---


@lru_cache(maxsize=256)
def _addresses(links: frozenset[str]) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    """What finds addresses in a text, written out or as they are read out, and where each of them leads."""
    shown = {text: link for link in links for text in (link, _bare(link))}
    known = "|".join(map(re.escape, sorted(shown, key=len, reverse=True)))
    return re.compile(rf"(?<![\w.@/-])(?:{known})(?![\w@:/-]|\.\w)") if known else None, shown


class Layout:
    """Lays messages out. `links` are the addresses that may be live for everybody."""

    def __init__(self, wording: Wording, links: Collection[str] = ()) -> None:
        self._wording = wording
        self._links = frozenset(links)

    def _word(self, phrase: Phrase, **args: str) -> str:
        return word(self._wording, phrase, **args)

    def message(
        self,
        parts: Sequence[Part],
        key: str,
        links: frozenset[str] = frozenset(),
        names: Mapping[str, str] = MappingProxyType({}),
    ) -> dict[str, Any]:
        """The arguments of `chat.postMessage`, but for where to.

        `links` may be live besides; `names` are those of the people mentioned, by id, for where Slack shows none.
        """
        return {
            "text": fallback(named("\n\n".join(filter(None, map(_read_out, parts))), names)),
            "blocks": [block for part in parts for block in self.blocks(part, parts, links)],
            "metadata": {"event_type": KEY, "event_payload": {"key": key}},
            **_AS_IT_STANDS,
        }

    def post(self, post: Post, buttons: list[Block], names: Mapping[str, str]) -> dict[str, Any]:
        """The same for a post in a channel, in which addresses are live that are written out in full."""
        links = self._links | frozenset(found[0].rstrip(_ENDS_OF_SENTENCES) for found in _ADDRESS.finditer(post.text))
        paragraphs = [self.shown(piece, links) for piece in parted(post.text)]
        return {"text": fallback(named(post.text, names)), "blocks": [*paragraphs, *buttons], **_AS_IT_STANDS}

    def blocks(self, part: Part, beside: Sequence[Part] = (), links: frozenset[str] = frozenset()) -> list[Block]:
        """One part of a message, beside the others of it."""
        match part:
            case Line(text):
                return [self.shown(text, links)]
            case Draft():
                title = [rich([{"type": "text", "text": part.title, "style": {"bold": True}}])] if part.title else []
                return [*title, copyable(part.text), *self._buttons_of(part, beside)]
            case Prompt():
                about = next((one for one in beside if isinstance(one, Draft) and one.is_asked_about(part)), None)
                return [self.shown(part.text, links), *self.widgets(part, about)]
            case Attachment():
                return []

    def shown(self, text: str, links: frozenset[str] = frozenset()) -> Block:
        """A text as it stands, with our own addresses live, and these."""
        pattern, leads_to = _addresses(self._links | links)
        elements: list[Block] = []
        for number, piece in enumerate(MENTION.split(text)):  # every second one is somebody's id
            if number % 2:
                elements.append({"type": "user", "user_id": piece} if _USER.fullmatch(piece) else words(f"@{piece}"))
                continue
            at = 0
            for found in pattern.finditer(piece) if pattern else ():
                live = {"type": "link", "url": leads_to[found[0]], "text": found[0]}
                elements += [words(piece[at : found.start()]), live]
                at = found.end()
            elements.append(words(piece[at:]))
        return rich([one for one in elements if one.get("text") != ""] or [words(" ")])

    def _buttons_of(self, draft: Draft, beside: Sequence[Part]) -> list[Block]:
        """What can be done about a draft; nothing, where the question below offers that."""
        if any(isinstance(one, Prompt) and draft.is_asked_about(one) for one in beside):
            return []
        row = [
            _button(Choice(one, self._word(surfaces.UNDER_A_DRAFT[one])), _about(draft, one)) for one in draft.options
        ]
        return [actions(f"{DRAFT}:{draft.run}:{draft.name}", row)] if row else []

    def widgets(self, prompt: Prompt, about: Draft | None = None) -> list[Block]:
        """What a question is answered with, perhaps one about a draft; typing always does as well."""
        place = f"{prompt.run}:{prompt.question}"
        blocks: list[Block] = []
        if prompt.shape is Shape.SCALE:
            numbers = [Choice(str(number), str(number)) for number in range(Scale.low, Scale.high + 1)]
            blocks.append(actions(f"{RATED}:{place}", list(map(_button, numbers))))
        if prompt.shape is Shape.DATE:
            picker = {"type": "datepicker", "action_id": "day", "placeholder": label(self._word(vocabulary.PICK_DAY))}
            blocks.append(actions(f"{DATED}:{place}", [picker]))
        row = self._choices(prompt.choices[:MOST_CHOICES], about) if prompt.choices else []
        if prompt.shape is Shape.TEXT:
            row.append(
                {"type": "button", "action_id": WRITE, "text": label(self._word(vocabulary.WRITE)), "value": WRITE}
            )
        return [*blocks, actions(f"{ASKED}:{place}", row)] if row else blocks

    def _choices(self, choices: Sequence[Choice], about: Draft | None) -> list[Block]:
        if len(choices) <= MOST_BUTTONS and all(len(one.label) <= LONGEST_ON_BUTTON for one in choices):
            return [_button(one, _about(about, one.option)) for one in choices]
        options = [{"text": label(one.label), "value": one.option} for one in choices]
        return [
            {
                "type": "static_select",
                "action_id": "choose",
                "placeholder": label(self._word(vocabulary.CHOOSE)),
                "options": options,
            }
        ]

    def closed(self, message: Mapping[str, Any], place: str, chosen: str) -> dict[str, Any]:
        """The arguments of `chat.update`: the message as it was, without the widgets of that run and question (or draft).

        Where something was chosen, that stands in their place.
        """
        kept: list[Block] = []
        for block in message.get("blocks") or ():
            if block.get("type") != "actions" or str(block.get("block_id")).partition(":")[2] != place:
                kept.append(block)
            elif chosen:
                kept.append({"type": "context", "elements": [self._chosen(chosen)]})
                chosen = ""
        return {"text": str(message.get("text") or "…"), "blocks": kept}

    def _chosen(self, chosen: str) -> Block:
        return label(self._word(vocabulary.CHOSEN, chosen=chosen), most=300)


def word(wording: Wording, phrase: Phrase, **args: Arg) -> str:
    """A phrase in words."""
    return str(wording.filled(Filled(phrase, tuple(args.items()))))


def named(text: str, names: Mapping[str, str]) -> str:
    """A text with those who are mentioned by their names; by their ids where they have none."""
    return MENTION.sub(lambda found: f"@{names.get(found[1], found[1])}", text)


def _bare(address: str) -> str:
    """An address as it is read out: "findahelpline.com"."""
    return address.removeprefix("https://").removeprefix("http://")


def rich(elements: list[Block]) -> Block:
    """A paragraph."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}


def copyable(text: str) -> Block:
    """A text to copy; Slack offers that beside it."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_preformatted", "elements": [words(text or " ")]}]}


def words(text: str) -> Block:
    """Words as they stand."""
    return {"type": "text", "text": text}


def label(text: str, most: int = LONGEST_LABEL) -> Block:
    """Words on a widget: never empty, and cut where Slack takes no more."""
    text = " ".join(text.split()) or "…"
    return {"type": "plain_text", "text": text if len(text) <= most else f"{text[: most - 1]}…", "emoji": False}


def shown_as_it_stands(text: str, most: int = LONGEST_PIECE) -> Block:
    """Words with their lines, outside a message; cut where Slack takes no more."""
    text = text if text.strip() else "…"
    return {"type": "plain_text", "text": text if len(text) <= most else f"{text[: most - 1]}…", "emoji": False}


def actions(block_id: str, elements: list[Block]) -> Block:
    """A row of widgets."""
    return {"type": "actions", "block_id": block_id, "elements": elements[:_PER_ROW]}


def _button(choice: Choice, about: Draft | None = None) -> Block:
    """A button; one that edits a draft opens a window, and so has to name the draft."""
    action, value = (
        (f"pick-{choice.option}", choice.option) if about is None else (REWRITE, f"{about.run}:{about.name}")
    )
    return {"type": "button", "action_id": action, "text": label(choice.label), "value": value}


def _about(draft: Draft | None, option: str) -> Draft | None:
    return draft if option == EDIT else None


def fallback(text: str) -> str:
    """What a notification or a screen reader says: escaped, and as long as Slack takes."""
    escaped, most = escape(without_mentions(text)), LONGEST_FALLBACK
    while len(escaped) > LONGEST_FALLBACK:
        most -= len(escaped) - LONGEST_FALLBACK
        escaped = escape(text[: max(most, 500)] + "…")
    return escaped or "…"


def escape(text: str) -> str:
    """The three signs that mean something in Slack's markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _read_out(part: Part) -> str:
    match part:
        case Line(text) | Prompt(text=text):
            return text
        case Draft():
            return f"{part.title}\n{part.text}".strip()
        case _:
            return ""
