"""What is learnt from an interview is said in our own words: nobody is quoted, no maxim is borrowed, no figure given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from core import likely
from core.wording import load

ATTRIBUTED = re.compile(
    r"[\"”’'.!?]\s*[—–-]{1,2}\s*(?:[A-Z][\w.'-]+\s*){1,4}$"  # "…" - A. Name
    r"|\([A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}\)\s*$"  # "…" (A Name)
    r"|\b(?:as|in the words of|to quote|quoting|according to) (?:[A-Z][\w.'-]+ ){1,3}(?:once |famously |always )?(?:said|put it|wrote|says)?\b"
    r"|\b(?:[A-Z][\w.'-]+ ){1,3}(?:once|famously) (?:said|wrote|remarked)\b"
    r"|\b(?i:the|an old|as the|a famous|a wise) (?:saying|proverb|quote|quotation|maxim|adage)\b"
    r"|\b(?i:somebody|someone|a wise \w+) once (?:said|wrote)\b"
)
"""Words that are somebody's, with whose they are."""
BORROWED = re.compile(
    r"\bhave not failed\b|\bways that (?:won'?t|do not|don'?t) work\b|\bfail(?:ed)? better\b|\bfall(?:ing)? (?:down )?seven times\b|\bstepping[- ]stones?\b"
    r"|\b(?:failure|mistakes?) (?:is|are) (?:not|never|simply|only|just|the|proof|an opportunity|a detour)\b|\bmother of success\b|\bwin or (?:you )?learn\b"
    r"|\bopportunity to begin again\b|\bonly real (?:mistake|failure)\b|\blearn(?:s|ed|t)? (?:more|most) from (?:failure|defeat|mistakes?|losing)\b|\bfrom every failure\b"
    r"|\bsuccess is (?:not|going|walking|stumbling|built)\b|\bexperience is (?:simply |merely )?(?:the|a) (?:name|best teacher|hard teacher)\b",
    re.IGNORECASE,
)
"""What is said of failing and learning on posters."""
ABOUT_LEARNING = re.compile(
    r"\b(?:learn\w*|lesson|teach(?:es)? (?:something|you)|fine-tun\w*|fail(?:ed|ure|ing)\b|mistakes?)\b", re.IGNORECASE
)
QUOTED = re.compile(r"[\"“]([^\"”]*)[\"”]")


class _Texts(Visitor):
    """The texts of a message, with { } where something is put in."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_Pattern(self, node: ast.Pattern) -> None:  # noqa: N802 (the visitor's name for it)
        self.found.append("".join(one.value if isinstance(one, ast.TextElement) else "{}" for one in node.elements))
        self.generic_visit(node)


def spoken() -> Iterator[tuple[str, str]]:
    """Every text a person may read, with the name of what it stands in."""
    for id, message in load().messages.items():
        visitor = _Texts()
        visitor.visit(message)
        yield from ((id, text) for text in visitor.found)
    for field in likely.shipped():
        yield from ((field, question) for question in likely.questions(field))


def about_learning() -> list[tuple[str, str]]:
    """What the coach says about learning: in the second half of the look back, at practice, at letting go."""
    ours = ("lesson-", "practice-", "judge-", "let-go-", "outcome-", "prepare-")
    return [(id, text) for id, text in spoken() if id.startswith(ours) and ABOUT_LEARNING.search(text)]


def test_all_words_are_looked_at() -> None:
    texts = list(spoken())
    assert len(texts) > 2000
    read = {file.name for file in (files("core") / "content" / "en").iterdir()}
    assert read - {"questions.toml"} == {name for name in read if name.endswith(".ftl")}


@pytest.mark.demand("R54")
@pytest.mark.parametrize(
    "text",
    [
        '"Failing is learning." - A. Thinker',
        "As Edison once said, it took many lamps",
        "There is an old saying about falling.",
        'They say "it is a gift" (Ann Author)',
        "A wise woman once said so",
    ],
)
def test_somebody_elses_words_would_be_found(text: str) -> None:
    assert ATTRIBUTED.search(text)


@pytest.mark.demand("R54")
def test_nobody_is_quoted_anywhere() -> None:
    assert [(id, text) for id, text in spoken() if ATTRIBUTED.search(text)] == []


@pytest.mark.demand("R54")
def test_no_maxim_about_failing_is_borrowed() -> None:
    assert BORROWED.search("I have not failed, I found many ways that won't work")
    assert [(id, text) for id, text in spoken() if BORROWED.search(text)] == []


@pytest.mark.demand("R53")
@pytest.mark.demand("R54")
def test_learning_is_spoken_of_without_quotation_and_without_a_number() -> None:
    found = about_learning()
    assert {"lesson-learnt-kept", "lesson-learnt", "practice-last-round"} <= {id for id, _ in found}
    for id, text in found:
        assert not re.search(r"\d|%|\bper ?cent\b|\btwice as\b|\btimes (?:more|as)\b", text), f"{id}: {text}"
        whole = [
            words for words in QUOTED.findall(text) if words.count(" ") > 1 and words[:1].isupper() and "?" not in words
        ]
        assert not whole, f"{id} quotes a sentence: {text}"


@pytest.mark.demand("R54")
def test_the_thought_itself_is_said() -> None:
    kept = [text for id, text in spoken() if id == "lesson-learnt-kept"]
    assert len(kept) == 3
    assert all("learn" in text.lower() or "take from it" in text for text in kept)
    assert all(re.search(r"chances?|likelier", text) for text in kept)
