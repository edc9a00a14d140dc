"""The words that a pattern needs are made out from the pattern, and no search is spared that would find something."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from core import coach
from core.understanding.expressions import MADE, expression
from core.understanding.needed import beginnings, needed_words
from core.understanding.text import fold, straight
from tests.case_files import hostile, rows

CASES = Path(__file__).parent / "cases"


def written() -> list[str]:
    """All texts of all cases."""
    texts = [row["text"] for file in sorted(CASES.glob("*.jsonl")) for row in rows(file.name) if "text" in row]
    return [*dict.fromkeys((*texts, *hostile()))]


@pytest.mark.parametrize("one_in", [12, pytest.param(1, marks=pytest.mark.long)])
@pytest.mark.parametrize(("form", "ignored"), [(straight, re.IGNORECASE), (fold, 0)], ids=["as-typed", "folded"])
def test_no_search_of_any_text_is_spared_that_would_find_something(
    form: Callable[[str], str], ignored: int, one_in: int
) -> None:
    assert coach  # with it all patterns of the program are there
    patterns = [
        (made.compiled, made.needed)
        for made in MADE
        if made.needed is not None and made.compiled.flags & re.IGNORECASE == ignored
    ]
    assert len(patterns) > len(MADE) // 10
    wrongly = []
    for text in map(form, written()[::one_in]):
        words = beginnings(text)
        if words is not None:
            wrongly += [
                (pattern.pattern, text)
                for pattern, needed in patterns
                if needed.isdisjoint(words) and pattern.search(text)
            ]
    assert wrongly == []


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\b(?:another|new) (?:job )?interview\b", {"inte"}),
        (r"\b(?:had|got) it\b", {"had", "got"}),
        (r"\bmock (?:interview|call)s?", {"mock"}),
        (r"\bre(?:ject|fus)ed", {"reje", "refu"}),
        (r"(?:^|[.!?]\s+)sorry\b", {"sorr"}),
        (r"\b(?:i(?:'ve| have)|we) failed\b", {"fail"}),
        (r"\bcafé\b|\bpub\b", None),
        (r"\bno", None),
        (r"\bjob|", None),
        (r"interview", None),
        (r"\w+ing\b", None),
        (r"(?:the )*job", None),
        (r"\b(?:not )?\w+", None),
        (r"\b(?!never)\w+", None),
    ],
)
def test_what_a_pattern_needs_is_how_one_of_its_words_begins(pattern: str, needed: set[str] | None) -> None:
    assert needed_words(pattern, re.IGNORECASE) == needed


@pytest.mark.parametrize("text", ["K\u0131ll", "\u017forry", "sorr\u0443"])
def test_a_text_with_other_letters_than_plain_ones_is_always_searched(text: str) -> None:
    assert beginnings(text) is None


def test_what_is_cut_off_at_a_place_is_searched_for_what_it_is_there() -> None:
    made = expression(r"\bno\b")
    assert made.search("nobody", 0, 2)
    assert made.search("nobody") is None
    assert list(made.finditer("i said nothing")) == []
    assert [found.start() for found in made.finditer("no. i said no", 1)] == [11]
