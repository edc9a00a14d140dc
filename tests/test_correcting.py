"""One corrected fact changes every draft, message to come and exercise made from it, in that turn, and it is said."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from core import lines
from tests.arc import knows, nudged
from tests.conversation import Conversation
from tests.moments import OPEN, at, says
from tests.test_heard import DENIALS
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


# --- what interviewers did not do ---

SHOUTED = ("had an interview at Acme today. the manager shouted at me", "8")
RELATIVE = "At the care home a relative shouted at me and I calmed her down."
TO_THE_CHANNEL = ("thats all", "no", "forecasting", "nothing missing", "yes", "i may write", "friday")


@pytest.mark.demand("K04")
def test_an_answer_about_somebody_at_work_is_kept_and_is_no_conduct_of_the_interviewers(talk: Talk) -> None:
    conversation = talk().says("interview at Acme today, i froze on the complaint question", "6", "one moment", "skip")
    assert conversation.question == "unsaid-1"
    conversation.says(RELATIVE)
    assert conversation.facts.text("unsaid-1") == RELATIVE
    assert conversation.facts.value("conduct") is None
    assert conversation.question != "their-conduct"


@pytest.mark.demand("K04")
@pytest.mark.parametrize("denial", DENIALS)
def test_conduct_that_is_denied_where_it_is_asked_for_is_gone_and_it_is_owned(talk: Talk, denial: str) -> None:
    conversation = talk().says(*SHOUTED)
    assert conversation.question == "their-conduct"
    conversation.says(denial)
    assert says(conversation, lines.NO_CONDUCT)
    assert not [name for name in ("conduct", "their-conduct", "said-by") if conversation.facts.latest(name)]
    assert conversation.question == "really-that-bad"


@pytest.mark.demand("K04")
def test_conduct_that_was_picked_from_the_choices_is_taken_back_as_well(talk: Talk) -> None:
    conversation = talk().says("interview today at Acme, felt bad", "8", "all of it")
    conversation.chooses("Something they said or did").says("No, the interviewers did nothing wrong.")
    assert conversation.facts.value("cause") is None
    assert conversation.question == "cause"


@pytest.mark.demand("K04")
def test_conduct_that_is_denied_with_nothing_open_is_gone_as_well(talk: Talk) -> None:
    conversation = talk().says(*SHOUTED, "let it go")
    assert conversation.state.runs == ()
    assert conversation.facts.value("conduct")
    conversation.says("No, the interviewers did nothing wrong.")
    assert says(conversation, lines.NO_CONDUCT)
    assert conversation.facts.value("conduct") is None


@pytest.mark.demand("K04")
def test_conduct_that_is_denied_when_it_is_asked_whose_it_was_leads_on_to_the_note(talk: Talk) -> None:
    conversation = talk().says(*SHOUTED, *TO_THE_CHANNEL, "Mrs Okafor and Mr Banda", "email")
    assert conversation.question == "said-by"
    conversation.says("Neither of them. Nobody did anything wrong. Please remove that.")
    assert says(conversation, lines.NO_CONDUCT)
    assert conversation.facts.value("conduct") is None
    assert conversation.question not in ("said-by", "their-conduct", "really-that-bad", "cause", None)


@pytest.mark.demand("K04")
@pytest.mark.parametrize(
    "text",
    [
        "they did nothing wrong on paper, but he touched my knee",
        "it was nothing, he only grabbed me",
        "they did nothing wrong, he only laughed at my accent",
    ],
)
def test_who_makes_it_small_has_not_taken_it_back(talk: Talk, text: str) -> None:
    conversation = talk().says(*SHOUTED, text)
    assert conversation.facts.value("conduct") is True
    assert not says(conversation, lines.NO_CONDUCT)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Somebody else, then. I should simply like the note to Mrs Okafor", "somebody-else"),
        ("it was not Mrs Okafor, it was Mr Banda who shouted", "interviewer-2"),
    ],
)
def test_an_option_named_inside_a_sentence_says_whose_it_was(talk: Talk, text: str, who: str) -> None:
    conversation = talk().says(*SHOUTED, *TO_THE_CHANNEL, "Mrs Okafor and Mr Banda", "email")
    assert conversation.question == "said-by"
    assert conversation.says(text).facts.value("said-by") == who


@pytest.mark.parametrize(
    ("told", "text", "name"),
    [
        ("Mr Mensah", "no its Mensa without h", "Mr Mensa"),
        ("Mr Mensah", "the head of lab is Mr Mensa", "Mr Mensa"),
        ("Mrs Zulu", "it's Zullu, two l", "Mrs Zullu"),
        ("Priya", "the HR's name is Priyanka not Priya", "Priyanka"),
        ("Priya", "sorry its Priyanka", "Priyanka"),
        ("Priyanka", "no i meant her surname is Iyer", "Priyanka Iyer"),
        ("Mr Mensah", "his first name is Kofi btw", "Mr Kofi Mensah"),
    ],
)
@pytest.mark.parametrize("moment", ["unsaid", "nothing missing", "channel", "note"])
def test_a_name_is_spelt_anew_wherever_it_is_told_and_in_no_letter(
    talk: Talk, moment: str, told: str, text: str, name: str
) -> None:
    conversation = at(talk, moment)
    asked = conversation.question
    conversation.says("Mrs Zulu, not a person") if moment in ("channel", "note") else None
    known = [one for _, one in conversation.facts.texts("interviewer")]
    conversation.says(f"her name is {told}, not {known[0]}" if known else f"{told} asked it")
    conversation.says(text)
    assert [one for _, one in conversation.facts.texts("interviewer")] == [name]
    assert text not in conversation.transcript
    assert conversation.question is not None
    assert asked is None or conversation.question.rpartition(".")[2] == asked.rpartition(".")[2]
