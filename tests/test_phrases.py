"""Text made comparable, and the language of the phrase books."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding import text as texts
from core.understanding.phrases import Phrasebook


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        (" a\r\nb ", "a\nb"),
        ("a\u0000b\u200b", "ab"),
        ("cafe\u0301", "caf\u00e9"),
        ("a\tb", "a\tb"),
        ("\ud800", ""),
    ],
)
def test_what_no_person_can_see_is_removed(raw: str, cleaned: str) -> None:
    assert texts.clean(raw) == cleaned


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dont stop!", "don't stop . "),
        ("I do not know", "i don't know "),
        ("that is all", "that's all "),
        ("YESSS", "yes "),
        ("u there?", "you there . "),
        ("one,two", "one . two "),
        ("...", ""),
        ("I've gone", "i have gone "),
    ],
)
def test_words_are_written_one_way(text: str, words: str) -> None:
    assert texts.words(text) == words


@given(st.text(max_size=300))
def test_straight_keeps_every_place(text: str) -> None:
    assert len(texts.straight(text)) == len(text)


@given(st.text(max_size=300))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert texts.clean(texts.clean(text)) == texts.clean(text)


@pytest.mark.parametrize("marks", ["\u0301\u0316", "\u064b\u0670", "\u0f71\u0f72"])
def test_a_pile_of_accents_is_cleaned_at_once(marks: str) -> None:
    began = time.perf_counter()
    texts.clean("a" + marks * 50_000)
    assert time.perf_counter() - began < 0.2


def test_a_phrase_has_options_choices_parts_and_gaps() -> None:
    book = Phrasebook([("skip", "skip [<that>] (now|please)"), ("gap", "from _ to ..2 end")], parts={"that": "this|it"})
    assert book.whole("skip it now ") == "skip"
    assert book.whole("skip please ") == "skip"
    assert book.whole("skip that now ") is None
    assert book.whole("from here to the very end ") == "gap"
    assert book.whole("from here to . end ") is None


@pytest.mark.parametrize("words", ["in two days ", "in 2 days ", "in days ", "in a few days "])
def test_what_may_follow_the_first_word_is_a_word_a_number_nothing_or_anything(words: str) -> None:
    book = Phrasebook([("days", "in [two|#] days"), ("gap", "in ..2 few days"), ("alone", "in [!(the) two]")])
    assert book.whole(words) == ("gap" if "few" in words else "days")
    assert [found.key for found in book.found(words)][-1:] == ["alone"]


def test_a_phrase_reaches_over_a_clause_or_says_what_must_not_follow() -> None:
    book = Phrasebook([("over", "alive ...4 not to be"), ("not", "want to die !(of|<fun>)")], parts={"fun": "laughing"})
    assert book.whole("alive . and then not to be ") == "over"
    assert book.whole("alive . and then i chose not to be ") is None
    assert [found.key for found in book.found("want to die now ")] == ["not"]
    assert not list(book.found("want to die of shame "))
    assert not list(book.found("want to die laughing "))


def test_phrases_are_found_inside_a_text() -> None:
    book = Phrasebook([("a", "one two"), ("b", "two")])
    assert [(found.key, found.start) for found in book.found("one two ")] == [("a", 0), ("b", 4)]


@pytest.mark.parametrize(
    "phrase", ["_ gap first", "[only optional]", "nothing after !", "(open", "closed)", "what?", ""]
)
def test_an_odd_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="The phrase"):
        Phrasebook([("key", phrase)]).make_ready()
