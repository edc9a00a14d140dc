"""Whose danger it is: that of the one who writes, of somebody they know, or of nobody but a case put to them.

The rule a newcomer could break: "my brother" is of no case, and whoever says "i" in a sign means themselves.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from core.safety import tables
from core.safety.danger import Kind, Level
from core.safety.found import Places
from core.understanding.phrases import Found

_BEFORE = 80
_CASE, _KNOWN = "case", "known"
_OF_ONESELF = frozenset([Kind.SUICIDE.value, Kind.SELF_HARM.value, Kind.HOPELESS.value])
_OF_ONE = _OF_ONESELF | {Kind.SOMEBODY_NOW.value}
_SAID_WITHIN = 40
_RIGHT_BEFORE = 8
OWN = frozenset(["i", "i'm", "i'd", "i'll", "i've", "im", "me", "my", "mine", "myself", "meself", "we", "our", "us"])
_SUBJECT = OWN - frozenset(["me", "us", "we", "our", "i'd"])
_MINE = frozenset(["my", "our", "mine", "ours"])
_FAMILY = frozenset(
    ["mum", "mom", "dad", "nan", "gran", "grandad", "grandma", "grandpa", "uncle", "auntie", "aunt", "husband", "wife"]
)
"""Who is one's own without "my"."""
_LEFT_OUT_I = frozenset(
    [
        "walked",
        "worked",
        "went",
        "bought",
        "wrote",
        "sat",
        "stood",
        "been",
        "burned",
        "swallowed",
        "sorted",
        "tried",
        "attempted",
        "overdosed",
        "wanted",
    ]
)
"""What begins a clause that leaves its "i" out, as notes do: "walked home past the tracks"."""
_WORDS_BEFORE = 3
_FRAMED_BEFORE, _FRAMED_AFTER = 90, 240


def cases(words: str) -> tuple[list[int], list[int]]:
    """Where a case that is put to the person ends, for what is told of others and for the rest. Whom they know from
    their work ("one of my pupils told me") is of no case.
    """
    found = sorted((frame.end, frame.key) for frame in tables.book("frames").found(words))
    known = any(key == _KNOWN for _, key in found)
    told = [end for end, key in found if key == _CASE]
    every = [end for end, key in found if key != _KNOWN]
    return (told if known else every), every


def move_to_others(signs: dict[str, list[Found[str]]], words: str) -> None:
    """What somebody else says of themselves is their danger: "my daughter says life is not worth it". So is what is
    told with them as its subject ("my flatmate is suicidal"), and what is past its worst minute: "mum took a load of
    pills, she's stable now".
    """
    if not any(
        sign.key.partition("/")[0] in _OF_ONE for table in (*Level, tables.MEANT, "hints") for sign in signs[table]
    ):
        return
    over = Places(tables.book("over").found(words))
    within = {"reported": _SAID_WITHIN, "another": _RIGHT_BEFORE}
    told = sorted((found.end, most) for book, most in within.items() for found in tables.book(book).found(words))
    signs["hints"] = [hint for hint in signs["hints"] if not any(over.across(hint))]
    for table in (*Level, tables.MEANT):
        for sign in signs[table][:]:
            is_over = sign.key in _OF_ONE and any(over.across(sign))
            if is_over or (sign.key in _OF_ONESELF and _is_said_of_another(sign, told, words)):
                signs[table].remove(sign)
                signs["others"].append(Found(Kind.THIRD_PERSON.value, sign.start, sign.end))


def _is_said_of_another(sign: Found[str], told: list[tuple[int, int]], words: str) -> bool:
    """Whether one of the two last places where somebody else is named is near, and the person is in nothing since."""
    last = bisect_right(told, (sign.start, _SAID_WITHIN))
    return any(
        sign.start - end <= most and _is_of_nobody_here(words[end : sign.end])
        for end, most in told[max(0, last - 2) : last]
    )


def _is_of_nobody_here(said: str) -> bool:
    return "." not in said[: -len(". ")] and OWN.isdisjoint(said.split())


def is_of_a_case(sign: Found[str], words: str, frames: list[int]) -> bool:
    """Whether it is what somebody else does in a case that was put to the person."""
    return _is_framed(sign, frames) and not _is_own(sign, words)


def is_told_of(sign: Found[str], words: str, frames: list[int]) -> bool:
    """Whether somebody else's danger is that of a case; "my brother" is of none, and whoever "told me" in it may be."""
    led_up_to, said = _led_up_to(sign, words), words[sign.start : sign.end].split()
    return (
        _is_framed(sign, frames) and _MINE.isdisjoint(led_up_to + said) and (bool(led_up_to) or said[0] not in _FAMILY)
    )


def _is_framed(sign: Found[str], frames: list[int]) -> bool:
    nearest = bisect_left(frames, sign.start - _FRAMED_AFTER)
    return nearest < len(frames) and frames[nearest] <= sign.start + _FRAMED_BEFORE


def _is_own(sign: Found[str], words: str) -> bool:
    """Whether the one who writes stands in the sign, or right before it, or is left out at its beginning."""
    led_up_to, said = _led_up_to(sign, words), words[sign.start : sign.end].split()
    return not _SUBJECT.isdisjoint(led_up_to) or not OWN.isdisjoint(said) or (not led_up_to and said[0] in _LEFT_OUT_I)


def _led_up_to(sign: Found[str], words: str) -> list[str]:
    """The last words of its clause before a sign."""
    return words[max(0, sign.start - _BEFORE) : sign.start].rpartition(". ")[2].split()[-_WORDS_BEFORE:]
