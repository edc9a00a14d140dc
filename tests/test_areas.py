"""Areas of an interview in a first message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding.areas import Area, Verdict, read
from tests.case_files import hostile, rows


def compared(*files: str) -> tuple[float, float]:
    """The micro-F1 of the areas, and the share of those found whose verdict is right."""
    found = named = both = right = 0
    for row in rows(*files):
        wanted = {Area(area): Verdict(verdict) for area, verdict in row["areas"].items() if area != "none"}
        got = read(row["text"])
        shared = wanted.keys() & got.keys()
        found, named, both = found + len(got), named + len(wanted), both + len(shared)
        right += sum(wanted[area] is got[area] for area in shared)
    return 2 * both / (found + named), right / both


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("first_messages.jsonl", 0.95),
        ("first_messages_own.jsonl", 0.95),
        ("first_messages_more.jsonl", 0.94),
        ("first_messages_voices.jsonl", 0.93),
        ("first_messages_voices_sealed.jsonl", 0.92),
    ],
)
def test_areas_and_verdicts_are_found(name: str, least: float) -> None:
    micro_f1, verdicts = compared(name)
    assert micro_f1 >= least
    assert verdicts >= 0.98


@pytest.mark.parametrize(
    ("name", "least", "least_right"),
    [("first_messages_plain.jsonl", 0.94, 0.97), ("first_messages_strangers.jsonl", 0.87, 0.94)],
)
def test_in_the_first_messages_of_strangers_most_areas_are_found(name: str, least: float, least_right: float) -> None:
    micro_f1, verdicts = compared(name)
    assert micro_f1 >= least
    assert verdicts >= least_right


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        (
            "I was on time but they kept me waiting 40 minutes",
            {"punctuality": "well", "interviewer_conduct": "badly"},
        ),
        ("I wasn't nervous at all", {"confidence": "well"}),
        ("the interviewer was 25 minutes late and rude", {"interviewer_conduct": "badly"}),
        (
            "my questions were good, better than my answers tbh",
            {"questions_asked": "well", "answers": "badly"},
        ),
        ("got the rejection mail an hour ago", {"waiting_outcome": "badly"}),
        ("i wasnt intimidated by them", {"confidence": "well"}),
        ("couldn't find the ward so I was late", {"punctuality": "badly"}),
        ("i answered the wrong question", {"answers": "badly"}),
        ("live coding. i never got it to run", {"test_or_task": "badly"}),
        ("my hands were shaking", {"body_language": "badly", "confidence": "badly"}),
        ("nervus and mispronouced her name", {"confidence": "badly", "first_impressions": "badly"}),
    ],
)
def test_each_area_has_its_own_verdict(text: str, areas: dict[str, str]) -> None:
    assert read(text) == areas


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("everybody there so kind to a beginner", {"interviewer_conduct": "well"}),
        ("not kind at all, any of it", {"interviewer_conduct": "badly"}),
        ("their syringe was awful in that interview", {"test_or_task": "badly"}),
    ],
)
def test_where_no_phrase_is_found_the_words_of_an_area_tell(text: str, areas: dict[str, str]) -> None:
    assert read(text) == areas


@pytest.mark.parametrize(
    "text",
    [
        "can't find a job since march",
        "I've sent 200 applications and heard nothing back from any",
        "my confidence is gone since i lost my job",
        "so nervous, interview is tomorrow at 9",
        "hey",
        "",
        "can you help me write a thank you email",
        "it was awful",
        "i should write a thank you note for today's interview",
        "sitting in the parking lot, it was so bad",
        "so disappointed in myself",
        "went okay i guess, council job",
    ],
)
def test_worries_without_an_interview_speak_of_no_area(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize("text", hostile())
def test_a_hostile_text_is_no_more_than_a_text(text: str) -> None:
    read(text)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert set(read(text)) <= set(Area)
