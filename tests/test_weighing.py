"""What words weigh: the weights are those of the rows, and what they hear of texts that nothing was learned from."""

from __future__ import annotations

from collections import Counter

import pytest

from core import safety
from core.safety import as_meant, weighed
from core.safety.danger import Kind
from tests import weighing
from tests.case_files import rows


def heard(text: str) -> str:
    """How it is met: as danger, by asking, or not at all."""
    danger = safety.read(text)
    if danger is None:
        return "nothing"
    return "asked" if danger.kind in (Kind.UNSURE, Kind.DOUBTED) else "danger"


@pytest.mark.long
@pytest.mark.parametrize("table", weighing.TABLES, ids=lambda table: table.file.stem)
def test_the_weights_are_those_of_the_rows(table: weighing.Table) -> None:
    assert table.file.read_text(encoding="utf-8") == weighing.written(weighing.weighed(table))


def test_nothing_is_learned_from_what_is_measured_with() -> None:
    learned = {text for table in weighing.TABLES for text, _ in table.taught()}
    measured = {row["text"] for name in weighing.MEASURES for row in rows(f"{name}.jsonl")}
    assert not learned & measured


@pytest.mark.parametrize(
    ("name", "label", "most_unheard", "most_heard"),
    [
        ("danger_plain", "crisis", 0.01, 1),
        ("danger_plain", "concern", 0, 1),
        ("danger_plain", "benign", 1, 0),
        ("danger_unread", "crisis", 0.06, 1),
        ("danger_unread", "concern", 0.08, 1),
        ("danger_unread", "benign", 1, 0.01),
        ("danger_strangers", "crisis", 0.03, 1),
        ("danger_strangers", "concern", 0.04, 1),
        ("danger_strangers", "benign", 1, 0.01),
        ("ordinary_strangers", "benign", 1, 0.01),
    ],
)
def test_of_strangers_few_are_not_heard_and_fewer_are_taken_for_more(
    name: str, label: str, most_unheard: float, most_heard: float
) -> None:
    met = Counter(heard(row["text"]) for row in rows(f"{name}.jsonl") if row["label"] == label)
    assert met["nothing"] / met.total() <= most_unheard
    assert met["danger"] / met.total() <= most_heard


def test_of_all_whom_nothing_was_learned_from_ninety_seven_of_a_hundred_crises_are_heard() -> None:
    files = ("danger_plain.jsonl", "danger_unread.jsonl", "danger_strangers.jsonl")
    met = Counter(heard(row["text"]) for row in rows(*files) if row["label"] == "crisis")
    assert met["nothing"] / met.total() <= 0.03


@pytest.mark.parametrize(("name", "most_asked"), [("danger_plain", 0.02), ("ordinary_strangers", 0.061)])
def test_an_ordinary_message_is_seldom_asked_about(name: str, most_asked: float) -> None:
    met = Counter(heard(row["text"]) for row in rows(f"{name}.jsonl") if row["label"] == "benign")
    assert met["asked"] / met.total() <= most_asked


@pytest.mark.parametrize(
    "text",
    [
        "my hands wanted the wheel to just turn into the river",
        "the quiet in the flat wants to have me and i think it can",
        "every night he stands in the door and i count the steps to the window",
    ],
)
def test_what_no_phrase_holds_is_asked_about(text: str) -> None:
    assert heard(text) == "asked"


def test_of_a_long_text_the_heaviest_piece_counts() -> None:
    ordinary = "They asked about the rota and I told them how we plan the week with the team. " * 20
    heavy = "i sat there and thought nobody would even notice if i was gone, i am so tired of being alive. "
    (light, _), (both, _) = (
        weighed.heaviness(as_meant.words(text)) for text in (ordinary, ordinary + heavy + ordinary)
    )
    assert light < 0 < both


def test_a_counsellor_is_told_which_words_weighed_most() -> None:
    words = as_meant.words("my hands wanted the wheel to just turn into the river")
    told = weighed.heaviest(words, most=3)
    assert 0 < len(told) <= 3
    assert all(f" {group} " in f" {words} " for group in told)


@pytest.mark.parametrize("text", ["", " ", "ok", "8", "yes", "(", "\n"])
def test_next_to_nothing_weighs_nothing_heavy(text: str) -> None:
    assert heard(text) == "nothing"
