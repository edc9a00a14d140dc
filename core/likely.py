"""Questions that are likely in an interview, by field: read from `content/en/questions.toml`, and never made up here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib import resources

from core.errors import WordingError
from core.understanding.text import fold

GENERAL = "general"
"""The questions that any field may ask."""
LEAST = 8
"""A field has so many at least."""
_WORD = re.compile(r"[\w']{3,}")
_SHORTEST_STEM = 4
_COMMON = frozenset(
    (
        "the", "and", "for", "with", "about", "you", "your", "that", "this", "one", "question", "questions", "how", "what",
        "when", "where", "who", "why", "are", "was", "can", "could", "would", "from", "tell", "time", "they", "them", "have",
    )
)  # fmt: skip
_CALLED = tuple(
    (re.compile(rf"\b(?:{names})"), stems)
    for names, stems in (
        ("team|working (?:together|with)|co-?operat|collaborat|colleague|co-?worker", ("colleague", "worked with", "work with")),
        ("conflict|argument|disagree|difficult (?:people|person)", ("disagree", "angry", "rude", "shout", "not easy to")),
        ("pressure|stress|busy|priorit|time management|workload", ("at once", "by noon", "than time", "same afternoon", "many small", "time is short", "queue")),
        ("mistake|fail|went wrong|gone wrong", ("mistake", "go wrong", "did not work", "did not hold", "till is short")),
        ("weakness|weak ", ("still have to learn", "did not work", "go wrong")),
        ("strength|achievement|proud|success", ("glad of", "you have done", "you built", "taught you")),
        ("safe|danger|hazard", ("safe",)),
        ("privacy|confidential|secret|data protection", ("keep it to yourself", "you know about", "may not see", "worries you")),
        ("complain|unhappy|upset|rude", ("angry", "rude", "shout", "disturbs")),
        ("discipline|behaviou?r|class(?:room)? management", ("disturbs",)),
        ("theft|steal|shoplift", ("in their bag", "till is short")),
        ("introduc|about (?:me|my)|myself|yourself", ("about yourself",)),
        ("motivation|why (?:i|this|do|me)", ("like to do here",)),
    )
)  # fmt: skip
"""What people call what is practised, and how the questions about it are put."""
_KEYS = {"id", "roles", "questions"}


def questions(field: str) -> tuple[str, ...]:
    """The questions of a field, in the order in which they are offered; those of `GENERAL` if there is none like it."""
    return shipped().get(field) or shipped()[GENERAL]


def about(topic: str, asked: Sequence[str], but: Collection[int] = ()) -> int | None:
    """The place of the question that a topic fits best, in their words ("the angry patient"); None where none has to do
    with it. Those at the places of `but` count only where no other one does.
    """
    words = [word for word in _WORD.findall(fold(topic)) if word not in _COMMON]
    called = [stems for names, stems in _CALLED if names.search(fold(topic))]
    folded = [fold(question) for question in asked]
    fits: dict[int, float] = {}
    for place, question in enumerate(folded):
        found = set(_WORD.findall(question))
        for word in words:
            sharing = sum(_has(set(_WORD.findall(one)), word) for one in folded)
            fits[place] = fits.get(place, 0) + (_has(found, word) / sharing if sharing else 0)
        fits[place] = fits.get(place, 0) + sum(any(stem in question for stem in stems) for stems in called)
    best = max(fits, key=lambda place: (fits[place] > 0 and place not in but, fits[place]), default=None)
    return best if best is not None and fits[best] > 0 else None


def _has(words: Collection[str], word: str) -> bool:
    """Whether one of the words is it, or is of its stem."""
    return any(one == word or _is_of_stem(one, word) or _is_of_stem(word, one) for one in words)


def _is_of_stem(longer: str, word: str) -> bool:
    return len(word) >= _SHORTEST_STEM and longer.startswith(word)


def field_of(role: str) -> str | None:
    """The field of a job as somebody calls it, by the word for it that ends last; None where no word tells."""
    called = fold(role)
    found = [
        (match.end(), len(match[0]), field)
        for field, pattern in _roles().items()
        for match in pattern.finditer(called)
    ]  # fmt: skip
    return max(found)[-1] if found else None


@cache
def shipped() -> Mapping[str, tuple[str, ...]]:
    """Every field with its questions; `WordingError` names the first that is not whole."""
    fields = {}
    for number, row in enumerate(_rows(), start=1):
        if set(row) != _KEYS or len(set(row["questions"])) < LEAST:
            raise WordingError(
                f"Field {number} of the likely questions needs an id, roles and {LEAST} questions or more."
            )
        fields[str(row["id"])] = tuple(row["questions"])
    return fields


@cache
def _roles() -> Mapping[str, re.Pattern[str]]:
    found = {}
    for row in _rows():
        words = sorted(row["roles"], key=len, reverse=True)
        if words:
            found[str(row["id"])] = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b")
    return found


@cache
def _rows() -> list[dict[str, list[str]]]:
    source = resources.files("core").joinpath("content/en/questions.toml").read_text(encoding="utf-8")
    rows: list[dict[str, list[str]]] = tomllib.loads(source)["field"]
    return rows
