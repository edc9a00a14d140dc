"""What interviewers said or did stands apart: it is no answer of the person's, on no list of theirs and in no note.

Derived from the facts, so it holds for what was told before the remark was, and for what is corrected later. The rule a
newcomer could break: whatever makes a note, a list or an exercise out of weak answers asks here first. The person's own
notes are given back whole, and a note they write themselves is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.facts import Facts, Picked
from core.understanding import conduct
from core.understanding.text import fold

MOST = 3
"""Weak answers are numbered up to this."""
_NUMBERS = range(1, MOST + 1)
_ASKED = [f"{name}-{number}" for number in _NUMBERS for name in ("question", "struggle")]
"""The facts that may hold the words of a remark."""
_STORIES = ("opening", "story", "cause", "what-else", "anything-else")
_LEAST_WORD = 4
_LEAST_WORDS = 2
_SHORT = 6
"""In words; a longer question that touches the same ground may be one about the work."""
_ENOUGH_ALIKE = 0.6
_DID = (
    r"(?:\w+ ){0,3}?(?:said|says|asked|asks|told|called|made|laughed|joked|commented|touched|put|kept|mocked|shouted|"
    r"stared|grabbed|swore|threatened)\b"
)


def is_told(facts: Facts) -> bool:
    """Whether they told of conduct that must not be made small."""
    return facts.derived(_is_told)


def _is_told(facts: Facts) -> bool:
    if facts.value("conduct") or facts.value("their-conduct") is not None:
        return True
    if facts.value("cause") == Picked("their-conduct"):
        return True
    return any((words := facts.text(name)) and conduct.is_remark(words) for name in _ASKED)


def is_apart(facts: Facts, number: int) -> bool:
    """Whether what is kept under that number is the remark or the question that should not have been asked."""
    if _is_remark(facts, number):
        return True
    if not is_told(facts):
        return False
    unsaid = facts.text(f"unsaid-{number}")
    return any(_is_about_it(facts, words) for words in _asked(facts, number)) or (
        unsaid is not None and conduct.is_retort(unsaid)
    )


def is_of_it(facts: Facts, words: str) -> bool:
    """Whether own words (a point for the note, what went badly) are about what *they* did."""
    return conduct.is_serious(words) or (
        is_told(facts) and (_is_about_it(facts, words) or conduct.is_retort(words) or conduct.is_remark(words))
    )


def numbers(facts: Facts) -> list[int]:
    """The numbers of what was asked that stands on the person's own account."""
    return facts.derived(_numbers)


def _numbers(facts: Facts) -> list[int]:
    found = is_told(facts)  # else nothing is apart
    return [number for number in _NUMBERS if not (found and is_apart(facts, number))]


def authors(facts: Facts) -> set[int]:
    """The numbers of the interviewers who said or did it, as far as they were named."""
    if not is_told(facts):
        return set()
    found = {_asker(facts, n) for n in _NUMBERS if is_apart(facts, n)}
    if not any(_asked(facts, n) and not is_apart(facts, n) for n in _NUMBERS):
        found.add(_asker(facts, 1))  # who "asked it", where no other question was told of
    found.add(str(facts.value("said-by")))
    told = " ".join(_told(facts)).casefold()
    named = facts.texts("interviewer")
    did = (
        rf",? {_DID}" if len(named) > 1 else rf"(?:,? |[.,;:]? (?:he|she|who) ){_DID}"
    )  # whom "he" means is plain of one
    for number, name in named:
        parts = [re.escape(part) for part in (name, *name.split()) if len(part) >= _LEAST_WORD]
        if any(re.search(rf"\b{part.casefold()}\b{did}", told) for part in parts):
            found.add(f"interviewer-{number}")
    return {number for number, _ in named if f"interviewer-{number}" in found}


def _asker(facts: Facts, number: int) -> str:
    """The fact that names who asked it, unless the list of names was written anew since; a name may be corrected."""
    asked, people = facts.latest(f"asked-by-{number}"), facts.latest("interviewers")
    if asked is None:
        return ""
    name = facts.latest(str(asked.value))
    is_stale = people is not None and name is not None and asked.turn < people.turn == name.turn
    return "" if is_stale else str(asked.value)


def _asked(facts: Facts, number: int) -> list[str]:
    return [words for name in ("question", "struggle") if (words := facts.text(f"{name}-{number}"))]


def _is_remark(facts: Facts, number: int) -> bool:
    return any(conduct.is_remark(words) for words in _asked(facts, number))


def _is_about_it(facts: Facts, words: str) -> bool:
    if conduct.points_to_it(words):
        return True
    if len(words.split()) <= _SHORT and any(conduct.grounds(words) & conduct.grounds(told) for told in _told(facts)):
        return True  # "the age question", after "he asked how old I am"
    meant = _content(words)
    return len(meant) >= _LEAST_WORDS and any(
        len(meant & _content(told)) >= _ENOUGH_ALIKE * len(meant) for told in _told(facts)
    )


def _told(facts: Facts) -> Iterator[str]:
    """The words in which they told of it."""
    if words := facts.text("their-conduct"):
        yield words
    for name in _STORIES:
        for sentence in re.split(r"[.!?\n]+", facts.text(name) or ""):
            if conduct.is_serious(sentence):
                yield sentence


def _content(words: str) -> set[str]:
    return {word for word in re.findall(r"[a-z']+", fold(words)) if len(word) >= _LEAST_WORD}
