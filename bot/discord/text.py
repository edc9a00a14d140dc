r"""Text for Discord: shown as it was written, and in pieces that fit.

Everything is escaped, because a line of the coach's may hold words of the person's. The rule a newcomer could break: no
markup is put into a text before it is escaped. What formats, pings or links in Discord loses that by a backslash, which
nobody sees; an address is left to be tapped only if it is one of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeAlias

Addresses: TypeAlias = frozenset[str]
"""Whole addresses that may be tapped."""
NONE: Addresses = frozenset()
FENCE = "```"
LONGEST = 2000
"""Characters of a message, markup and backslashes included."""
_BORDERS = ("\n\n", "\n", " ")
"""Where a text is parted, the best place first."""
_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s<>]*[^\s<>.,:;!?'\")\]]", re.IGNORECASE)
_MARKUP = re.compile(r"[\\`*_~|<@\[\]]")
_AT_LINE_START = re.compile(r"^(\s*)([>#+-]|\d{1,9}(?=[.)]\s))", re.MULTILINE)
_THIRD_TO_LAST = re.compile(r"`(?=``)")
_MENTION = re.compile(r"\u2063\\@(\d+)\u2063")
"""A `core.messages.MENTION`, escaped."""
_UNSEEN = "\u200b"
"""Between ticks it keeps them from being a fence."""


def escaped(text: str, ours: Addresses = NONE) -> str:
    """The text as it has to be sent for these very characters to be seen; addresses of `ours` can be tapped.

    One of ours may stand there without its beginning ("findahelpline.com"): whoever needs it has no mind to type it. And
    somebody whom the coach mentions is shown by their name; `allowed_mentions` sees to it that nobody is called by that.
    """
    shown = _AT_LINE_START.sub(_literal_start, "".join(_escaped_pieces(text, ours)))
    return _MENTION.sub(r"<@\1>", shown)


def addresses_in(text: str) -> Addresses:
    """The addresses of pages in a text, each as it stands."""
    return frozenset(one for one in _ADDRESS.findall(text) if one.startswith(("https://", "http://")))


def _escaped_pieces(text: str, ours: Addresses) -> Iterator[str]:
    end = 0
    for found in _ADDRESS.finditer(text):
        yield _without_address(text[end : found.start()], ours)
        address, end = found.group(), found.end()
        yield address if address in ours else _MARKUP.sub(r"\\\g<0>", address).replace("://", r"\://", 1)
    yield _without_address(text[end:], ours)


def _without_address(text: str, ours: Addresses) -> str:
    """Escaped, but for names of ours, which lead where they say."""
    if not (ours and "." in text):
        return _MARKUP.sub(r"\\\g<0>", text)
    name, addresses = _named(ours)
    parts = name.split(text)
    return "".join(
        f"[{part}](<{addresses[part]}>)" if index % 2 else _MARKUP.sub(r"\\\g<0>", part)
        for index, part in enumerate(parts)
    )


@lru_cache(maxsize=8)
def _named(ours: Addresses) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds the addresses of ours where they stand without their beginning, and the addresses by that."""
    addresses = {address.partition("://")[2].rstrip("/"): address for address in sorted(ours)}
    longest_first = sorted(addresses, key=len, reverse=True)
    return re.compile(rf"(?<![\w.@/-])({'|'.join(map(re.escape, longest_first))})(?![\w/-]|\.\w)"), addresses


def _literal_start(found: re.Match[str]) -> str:
    space, mark = found.groups()
    return f"{space}\\{mark}" if not mark.isdigit() else f"{space}{mark}\\"


def unescaped(text: str) -> str:
    """What is seen of a text that was escaped."""
    return re.sub(r"\\([^A-Za-z0-9\s])", r"\1", text)


def block(text: str) -> str:
    """A text to be copied, as it stands."""
    return f"{FENCE}\n{_THIRD_TO_LAST.sub(f'`{_UNSEEN}', text)}\n{FENCE}"


def in_block(content: str) -> str | None:
    """The text to be copied that a message shows, if it shows one."""
    _, fence, rest = content.partition(f"{FENCE}\n")
    text, end, _ = rest.partition(f"\n{FENCE}")
    return text.replace(f"`{_UNSEEN}", "`") if fence and end else None


def size(text: str) -> int:
    """How much of a limit a text takes, by the strictest way of counting: some of Discord's programs count UTF-16."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def cut(text: str, most: int) -> str:
    """The text, or its beginning and an ellipsis."""
    if size(text) <= most:
        return text
    kept = text[: most - 1]
    while size(kept) > most - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def pieces(text: str, most: int, sized: Callable[[str], int] = size) -> list[str]:
    """The text in pieces of at most that size, parted between paragraphs, else lines, else words, else anywhere."""
    if sized(text) <= most:
        return [text]
    for border in _BORDERS:
        parts = text.split(border)
        if len(parts) > 1:
            return [piece for packed in _packed(parts, border, most, sized) for piece in pieces(packed, most, sized)]
    middle = len(text) // 2
    return [*pieces(text[:middle], most, sized), *pieces(text[middle:], most, sized)]


def _packed(parts: list[str], border: str, most: int, sized: Callable[[str], int]) -> Iterator[str]:
    """As many parts together as fit."""
    packed = parts[0]
    for part in parts[1:]:
        together = f"{packed}{border}{part}"
        if sized(together) <= most:
            packed = together
        else:
            if packed.strip():
                yield packed
            packed = part
    if packed.strip():
        yield packed
