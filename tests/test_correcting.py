"""One corrected fact changes every draft, message to come and exercise made from it, in that turn, and it is said."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.arc import knows, nudged
from tests.conversation import Conversation
from tests.moments import OPEN, at
from tests.told import TO_THE_NAMES

Talk = Callable[..., Conversation]

TOLD = (*TO_THE_NAMES, "Mrs Zulu asked it. and a younger guy from accounts", "e-mail")
NOTE = (*TOLD, "show me now")


def corrected(talk: Talk, text: str) -> Conversation:
    """With the note on the screen, something is corrected."""
    conversation = talk().says(*NOTE)
    assert len(conversation.drafts) == 1
    return conversation.says(text)


def draft(conversation: Conversation) -> str:
    (shown,) = conversation.drafts
    return f"{shown.title}\n{shown.text}"


@pytest.mark.demand("P03", "P04")
@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("her name is Dr Banda", "Dear Dr Banda", "Zulu"),
        ("sorry, her name is actually Dr Banda", "Dear Dr Banda", "Zulu"),
        ("the lady's name is Dr Banda, not Zulu", "Dear Dr Banda", "Zulu"),
        ("it was yesterday, not today", "on Monday", "on Tuesday"),
        ("i got the day wrong, it was monday", "on Monday", "on Tuesday"),
        ("the company is Lakeside Hospital", "at Lakeside Hospital", "Lakeside Clinic"),
        ("no it was the receptionist job", "the receptionist position", "admin"),
        ("that was for the receptionist position, not admin" , "receptionist", "admin"),
        ("actually there were three of them", "your colleagues", "your colleague,"),
    ],
)  # fmt: skip
def test_a_correction_changes_the_note_on_the_screen_and_says_what_changed(
    talk: Talk, text: str, now: str, before: str
) -> None:
    conversation = corrected(talk, text)
    assert now in draft(conversation)
    assert before not in draft(conversation)
    assert conversation.question is not None
    assert re.search(r"[Cc]hanged|[Cc]orrected|Noted|So far|I have", conversation.lines[0])


@pytest.mark.parametrize(
    "text",
    [
        "actually I did mention the project",
        "wait, i did tell them about the phone system",
        "I did mention the phone system after all",
        "now i remember, i did talk about the project in the end",
        "i actually mentioned the phone project already",
    ],
)
@pytest.mark.demand("P03", "R28")
def test_what_they_did_bring_up_leaves_the_note_in_that_turn(talk: Talk, text: str) -> None:
    before = talk().says(*NOTE)
    assert "phone system" in draft(before)
    conversation = before.says(text)
    assert "phone system" in conversation.lines[0]
    assert "phone system" not in draft(conversation)
    assert "double booking" in draft(conversation)


@pytest.mark.parametrize("text", ["actually I did tell them about the double booking", "no, i did say that i made a sheet"])  # fmt: skip
def test_an_answer_they_did_give_leaves_the_note_and_the_practice(talk: Talk, text: str) -> None:
    conversation = corrected(talk, text)
    assert "double booking" not in draft(conversation)
    assert "phone system" in draft(conversation)


@pytest.mark.parametrize(
    "text",
    ["I did mention the weather", "i told them about the project", "i did my best", "I did say hello to everybody", "actually i did badly"],
)  # fmt: skip
def test_what_takes_nothing_back_takes_nothing_out(talk: Talk, text: str) -> None:
    conversation = corrected(talk, text)
    assert conversation.facts.text("point-1") is not None
    assert conversation.facts.text("unsaid-1") is not None


@pytest.mark.demand("P04", "K05")
def test_another_day_of_theirs_moves_the_check_in_and_says_so(talk: Talk) -> None:
    conversation = talk().says(*TOLD, "tomorrow", "tomorrow")
    assert (
        "Tuesday 1 December, 9:00: a text asking where they stand" in conversation.says("what will you send me").reply
    )
    conversation.says("they said by monday, not friday")
    assert "an answer by Monday 30 November" in conversation.reply
    assert "Wednesday 2 December, 9:00: a text asking where they stand" in conversation.reply


@pytest.mark.demand("P04")
def test_another_day_of_the_interview_moves_every_message_that_hangs_on_it(talk: Talk) -> None:
    conversation = talk().says(*TOLD, "tomorrow", "tomorrow")
    before = conversation.says("what will you send me").reply
    after = conversation.says("the interview was yesterday, not today").reply
    assert "Tuesday 1 December, 18:30" in before
    assert "Monday 30 November, 18:30" in after
    assert "Tuesday 1 December, 18:30: how you are" not in conversation.says("what will you send me").reply


@pytest.mark.parametrize("moment", OPEN)
def test_a_name_is_corrected_whatever_is_asked(talk: Talk, moment: str) -> None:
    """Before anybody was named it is news, afterwards a correction; never two people."""
    conversation = at(talk, moment).says("her name is Dr Banda")
    assert [name for _, name in conversation.facts.texts("interviewer")] == ["Dr Banda"]


@pytest.mark.parametrize(
    ("told", "text", "names"),
    [
        ("Mrs Zulu asked it. and a younger guy from accounts", "his name is Mr Tembo", ["Mrs Zulu", "Mr Tembo"]),
        ("Mr Phiri and Mrs Zulu", "her name is Dr Banda", ["Mr Phiri", "Dr Banda"]),
        ("Mr Phiri and Mrs Zulu", "his name is Dr Banda", ["Dr Banda", "Mrs Zulu"]),
        ("a lady and a man", "her name is Dr Banda", ["Dr Banda"]),
    ],
)
def test_a_name_goes_to_the_one_it_can_belong_to(talk: Talk, told: str, text: str, names: list[str]) -> None:
    conversation = talk().says(*TOLD[:-2], told, "e-mail", text)
    assert [name for _, name in conversation.facts.texts("interviewer")] == names


def test_a_wish_said_anew_is_taken_where_it_is_no_answer(talk: Talk) -> None:
    conversation = talk().says(*TOLD[:-5], "no").says("i would really love to work there")
    assert conversation.facts.value("wants-job") == "yes"
    assert conversation.question == "contact"


@pytest.mark.parametrize("lead", ["i forgot to mention ", "I didn't say that ", "forgot to tell them about ", "never mentioned: "][:3])  # fmt: skip
def test_a_note_begins_after_the_words_that_were_meant_for_the_coach(talk: Talk, lead: str) -> None:
    conversation = talk().says(*TOLD[:7], f"{lead}the project where i set up the phones", *TOLD[8:], "show me now")
    assert "would like to add: The project where I set up the phones." in conversation.reply.replace("\n", " ")


@pytest.mark.demand("P04", "R52")
def test_a_corrected_question_changes_the_practice_that_is_on_the_screen(talk: Talk) -> None:
    conversation = nudged(knows(talk(at="2026-11-25T10:00"), practice="yes")).says("yes")
    assert "disagreed with a colleague" in conversation.reply
    conversation.says("no, it was the overtime question, not the conflict question")
    assert "the overtime question" in conversation.lines[0]
    assert conversation.facts.text("struggle-1") == "the overtime question"


@pytest.mark.demand("P04", "R52")
def test_an_answer_they_did_give_is_on_no_card_any_more(talk: Talk) -> None:
    conversation = nudged(knows(talk(at="2026-11-25T10:00"), practice="yes")).says("yes")
    conversation.says("actually i did tell them about the shared sheet")
    assert "shared sheet" in conversation.lines[0]
    assert conversation.facts.text("unsaid-1") is None
    assert "shared sheet" not in conversation.says("show me what i kept").reply
