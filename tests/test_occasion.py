"""Whether a first message tells of an interview, and what is said to a worry about work."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.community import Community
from core.understanding.occasion import Occasion, read
from tests.case_files import hostile, rows
from tests.conversation import Conversation

Talk = Callable[..., Conversation]

WORRIES = [row["text"] for row in rows("first_messages_more.jsonl") if row.get("interview") is False]


def test_an_interview_is_hardly_ever_taken_for_something_else() -> None:
    told = [row for row in rows("first_messages_more.jsonl") if row["areas"] and row.get("interview") is not False]
    assert sum(read(row["text"]) is not Occasion.INTERVIEW for row in told) / len(told) <= 0.005


def test_most_worries_about_work_are_told_from_an_interview() -> None:
    cases = rows("occasions_own.jsonl")
    found = {row["text"] for row in cases if read(row["text"]) is Occasion.WORK}
    worries = {row["text"] for row in cases if row["is_about_work"]}
    assert len(found & worries) / len(worries) >= 0.9
    assert len(found - worries) / len(found) <= 0.02


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("i hate my job", Occasion.WORK),
        ("they asked why i left and i said i hate my job", Occasion.INTERVIEW),
        ("i need a job", Occasion.WORK),
        ("i need this job so badly", Occasion.INTERVIEW),
        ("i never get an interview", Occasion.WORK),
        ("hi, i had an interview today", Occasion.INTERVIEW),
        ("i have an interview tomorrow", Occasion.AHEAD),
        ("can you help me write a thank you email", Occasion.INTERVIEW),
        ("", Occasion.INTERVIEW),
    ],
)
def test_what_a_message_is_about(text: str, occasion: Occasion) -> None:
    assert read(text) is occasion


@pytest.mark.parametrize("text", hostile())
def test_a_hostile_text_is_no_more_than_a_text(text: str) -> None:
    read(text)


@pytest.mark.parametrize("worry", WORRIES)
def test_a_worry_about_work_is_no_interview(talk: Talk, worry: str) -> None:
    conversation = talk().arrives().says(worry)
    assert conversation.question == "opening"
    assert "after a job interview" in " ".join(conversation.reply.split())
    assert "How bad" not in conversation.reply


def test_the_community_s_staff_and_links_are_named(talk: Talk) -> None:
    community = Community(staff="Ms Tembo, room 12", links={"jobs": "https://intranet/jobs"})
    reply = talk(community=community).says("i need a job urgently").reply
    assert "Ms Tembo, room 12" in reply
    assert "https://intranet/jobs" in reply


def test_the_door_stays_open(talk: Talk) -> None:
    conversation = talk().arrives().says("i hate my job", "i had an interview at the bank today and i froze")
    assert conversation.question == "feeling-at-first"
    assert "the bank" in conversation.reply


def test_a_worry_in_the_middle_of_a_story_is_a_part_of_it(talk: Talk) -> None:
    conversation = talk().arrives().says("yes", "i lost my job in may and today they asked why and i froze")
    assert conversation.question == "feeling-at-first"


def test_serious_conduct_at_work_is_pointed_to_advice_where_the_country_is_known(talk: Talk) -> None:
    conversation = talk(community=Community(country="GB")).says("my boss makes racist jokes about me")
    assert conversation.question == "opening"
    assert "Equality" in conversation.reply or "ACAS" in conversation.reply.upper()
