"""What was told is not asked again: a moment, a question, its words and the answer, wherever in a message they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core import lines
from core.facts import Picked
from core.flows.capture.proportion import NOTED, SEEN_AFTERWARDS
from core.flows.practice import NOT_THIS_TIME
from core.understanding import moments, stings, tone
from tests.arc import knows, nudged
from tests.caught import told
from tests.conversation import Conversation
from tests.moments import at, says

Talk = Callable[..., Conversation]
HARDWARE = "interview tonight at hobbs hardware, store manager. went bad"
TRIAL = "so i had a trial shift tonight at the copper pan, burnt the beurre blanc in front of the owner. gutted"
THREE = (
    "Three answers were weak: first, Priya asked how I handled a budget overrun and I waffled for five minutes; "
    "second, Lena asked about EN 50128 and I confused it with EN 50129; third, on salary expectations I named a figure far too low."
)


def how_much(talk: Talk, story: str = HARDWARE) -> Conversation:
    """As far as the question how much of it was bad."""
    conversation = talk().says(story, "5")
    assert conversation.question == "really-that-bad"
    return conversation


def the_list(talk: Talk) -> Conversation:
    """As far as the list of moments."""
    conversation = how_much(talk).says("some of it")
    assert conversation.question == "cause"
    return conversation


# --- how much of it ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Only this question with complaint. Before was good", "the question with complaint"),
        ("just when they asked about my gap, rest was ok", "the question about your gap"),
        ("it was really just the salary question that went wrong", "the salary question"),
        ("only the bit where she asked about money", "the bit where she asked about money"),
        ("one moment. the pricing q", "the pricing question"),
    ],
)
def test_a_question_named_where_it_was_asked_how_much_was_bad_is_the_one_moment(
    talk: Talk, said: str, named: str
) -> None:
    conversation = how_much(talk).says(said)
    assert conversation.facts.value("really-that-bad") == "one-moment"
    assert conversation.facts.text("struggle-1") == named
    assert conversation.question == "question-1"


def test_that_question_and_its_words_are_one_moment_and_the_question(talk: Talk) -> None:
    conversation = how_much(talk).says("just that question. why did i leave. rest was fine")
    assert conversation.facts.value("really-that-bad") == "one-moment"
    assert conversation.facts.text("question-1") == "why did you leave"
    assert conversation.question == "unsaid-1"
    assert not says(conversation, SEEN_AFTERWARDS)


def test_that_question_is_the_one_the_story_told_in_full(talk: Talk) -> None:
    story = (
        "interview tonight at hobbs hardware, it was a disaster. they wanted to know why did you leave your last job"
    )
    conversation = how_much(talk, story).says("just that question. why did i leave. rest was fine")
    assert conversation.facts.text("question-1") == "why did you leave your last job"


def test_a_moment_that_is_no_question_is_kept_as_they_wrote_it(talk: Talk) -> None:
    conversation = how_much(talk).says("mostly the handshake, the rest was fine")
    assert conversation.facts.text("cause") == "mostly the handshake, the rest was fine"
    assert conversation.facts.value("struggle-1") is None
    assert conversation.question == "answer-again"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("all of it", "all"),
        ("all of it. same as every time", "all"),
        ("not really", "parts"),
        ("the rest was fine", "parts"),
        ("one moment", "one-moment"),
        ("i can't tell", "not-sure"),
    ],
)
def test_what_names_no_moment_is_only_how_much(talk: Talk, said: str, value: str) -> None:
    conversation = how_much(talk).says(said)
    assert conversation.facts.value("really-that-bad") == value
    assert conversation.question == "cause"


def test_a_question_to_the_coach_is_no_moment(talk: Talk) -> None:
    conversation = how_much(talk).says("what do you mean")
    assert conversation.facts.value("really-that-bad") is None


# --- the list, and what else there was -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "ive told you twice now. why did you leave your last job. thats the one",
        "1. the question why did you leave your last job",
        "the question was 'why did you leave your last job'",
        "why did you leave your last job",
    ],
)
def test_the_question_named_at_the_list_is_chosen_and_told(talk: Talk, said: str) -> None:
    conversation = the_list(talk).says(said)
    assert conversation.facts.text("question-1") == "why did you leave your last job"
    assert conversation.question == "unsaid-1"


def test_what_they_did_is_told_with_its_number(talk: Talk) -> None:
    conversation = the_list(talk).says("4. he said women cant do this job")
    assert conversation.facts.value("cause") == Picked("their-conduct")
    assert conversation.facts.text("their-conduct") == "he said women cant do this job"


def test_a_question_named_beside_the_technology_is_not_asked_for(talk: Talk) -> None:
    conversation = talk().says("video interview just now and the audio died twice", "6")
    assert conversation.question == "anything-else"
    conversation.says("ya i froze i said that. on the process vs thread q after the audio came back")
    assert conversation.facts.text("struggle-1") == "the process vs thread question"
    assert conversation.question == "question-1"
    conversation.says("ya the process vs thread one")
    assert conversation.facts.text("question-1") == "the process vs thread question"


def test_a_blank_told_with_failed_technology_is_heard_too(talk: Talk) -> None:
    conversation = talk().says("video interview just now. audio died twice n then i totally blanked", "6")
    assert "the technology and the blank" in conversation.reply


def test_yes_and_what_it_was_is_not_asked_what_it_was(talk: Talk) -> None:
    conversation = talk().says(
        "interview today, i blanked on the salary question. it was a disaster", "6", "some of it"
    )
    conversation.says("yes the way they looked at each other")
    assert conversation.facts.text("anything-else") == "yes the way they looked at each other"
    assert conversation.question == "question-1"


def test_only_the_moment_that_is_known_is_no_second_one(talk: Talk) -> None:
    conversation = talk().says("interview today, i blanked on the salary question", "6", "just the salary question")
    assert conversation.facts.value("struggle-2") is None
    assert conversation.facts.value("anything-else") in (None, Picked("only-that"))


def test_that_no_interview_is_perfect_is_said_once(talk: Talk) -> None:
    conversation = the_list(talk).says("my hands and the silence after")
    assert says(conversation, NOTED)
    conversation.says("YES. why did you leave your last job")
    assert conversation.question == "unsaid-1"
    assert "erfect" not in conversation.reply


# --- the story -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("story", "named"),
    [
        ("screwed up why did you leave your last job", ["why did you leave your last job"]),
        ("i blanked on tell me about yourself", ["tell me about yourself"]),
        ("I think I destroy everything with the question about complaint", ["the question about complaint"]),
        ("i ruined it with the salary question", ["the salary question"]),
        (
            THREE,
            ["how I handled a budget overrun", "the question about EN 50128", "the question about salary expectations"],
        ),
        ("my boss ruined everything with the test", []),
        ("i failed the interview with the big bank", []),
        ("i messed up what i wanted to say", []),
    ],
)
def test_a_question_right_behind_what_went_wrong_is_the_moment(story: str, named: list[str]) -> None:
    assert told(story, "struggle") == named


def test_a_question_told_by_its_words_is_not_asked_for_again(talk: Talk) -> None:
    conversation = talk().says("interview at hobbs hardware. screwed up why did you leave your last job", "4")
    assert conversation.facts.text("question-1") == "why did you leave your last job"
    assert conversation.question == "anything-else"
    assert 'the question "why did you leave your last job"' in conversation.reply
    assert conversation.says("only that").question == "unsaid-1"


def test_each_of_three_weak_answers_is_taken_up_in_turn(talk: Talk) -> None:
    conversation = talk().says(f"Interview at Hallam Rail today. {THREE}", "6", "only those")
    assert conversation.question == "unsaid-1"
    conversation.says("I took over a late package and brought it in at three percent over")
    assert conversation.question == "question-2"
    assert "EN 50128" in conversation.reply
    conversation.says(
        "What does EN 50128 require of you as project engineer? And please do not lose my answer: it is the software standard, and I led two assessments to it."
    )
    assert conversation.facts.text("question-2") == "What does EN 50128 require of you as project engineer?"
    assert conversation.facts.text("unsaid-2") == "it is the software standard, and I led two assessments to it."
    assert conversation.facts.value("role") is None
    assert conversation.question == "question-3"
    assert "salary expectations" in conversation.reply


# --- how it was put ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("Tell us about a complaint. Mr Harris he asked it, the depot manager.", "Tell us about a complaint"),
        ('Tom Ashworth asked: "What are your salary expectations?"', "What are your salary expectations?"),
        ("why did you leave. thats the one", "why did you leave"),
        ("how do you find duplicates", "how do you find duplicates"),
        (
            "Tell us about a time you failed. What did you learn?",
            "Tell us about a time you failed. What did you learn?",
        ),
        ("what's the difference between 'a' and 'b'", "what's the difference between 'a' and 'b'"),
    ],
)
def test_of_how_it_was_put_only_the_question_is_kept(said: str, question: str) -> None:
    assert moments.wording(said) == moments.Wording(question)


@pytest.mark.parametrize("said", ["no", "nope", "i dont remember", "not really", "no sorry", "not word for word"])
def test_who_does_not_remember_how_it_was_put_goes_on(talk: Talk, said: str) -> None:
    conversation = talk().says("interview today. i blanked on the salary question", "5", "only that")
    assert conversation.question == "question-1"
    assert conversation.says(said).question == "unsaid-1"
    assert conversation.facts.value("question-1") is None


def test_which_of_two_questions_is_meant_can_be_seen(talk: Talk) -> None:
    conversation = the_list(talk).says("why did you leave your last job", "the shop closed", "another one")
    conversation.says("what is your weakness", "i take on too much", "that was all", "skip", "nothing", "yes")
    conversation.says("i may write", "no day named", "Mr Banda and Mrs Phiri")
    assert conversation.question == "asked-by-1"
    assert '"why did you leave your last job"' in conversation.reply
    assert '"what is your weakness"' in conversation.says("1").reply


@pytest.mark.parametrize(
    "said", ["i said it closed and i got my people jobs", "i told him that the shop closed", "we did it in two weeks"]
)
def test_an_answer_that_begins_with_i_said_is_no_complaint(talk: Talk, said: str) -> None:
    conversation = the_list(talk).says("why did you leave your last job", said)
    assert conversation.facts.text("unsaid-1") == said


def test_who_said_it_already_still_complains(talk: Talk) -> None:
    conversation = the_list(talk).says("why did you leave your last job", "i said it already")
    assert conversation.facts.value("unsaid-1") is None


def test_another_question_is_named_with_what_should_have_been_said(talk: Talk) -> None:
    conversation = the_list(talk).says("why did you leave your last job", "the shop closed and i got my people jobs")
    assert conversation.question == "another-1"
    conversation.says("The salary question: I said 52 thousand and should have said: it depends on scope and travel.")
    assert conversation.facts.text("question-2") == "The salary question"
    assert conversation.facts.text("unsaid-2") == "it depends on scope and travel."
    assert conversation.question == "another-2"


@pytest.mark.parametrize(
    "said", ["I wrote it already. {}", "i told you before, {}", "I have told you that twice now. {}"]
)
def test_an_answer_written_once_more_is_taken(talk: Talk, said: str) -> None:
    answer = "store closed, i got my people jobs"
    conversation = the_list(talk).says("why did you leave your last job", said.format(answer))
    assert conversation.facts.text("unsaid-1") == answer


@pytest.mark.parametrize("said", ["there wasnt any questions", "no questions", "they didn't ask anything"])
def test_where_nothing_was_asked_there_is_no_question_to_have_back(talk: Talk, said: str) -> None:
    conversation = the_list(talk).says("my hands and the silence after")
    assert conversation.question == "answer-again"
    assert conversation.says(said).facts.value("answer-again") == "no"


# --- the feeling ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "number"), [("9 mate", 9), ("7 lol yeah", 7), ("4. is this private?", 4), ("8! do you read this?", 8)]
)
def test_a_number_is_heard_beside_what_else_is_said(talk: Talk, said: str, number: int) -> None:
    conversation = talk().says(HARDWARE, said)
    assert conversation.facts.value("feeling-at-first") == number
    assert conversation.question == "really-that-bad"


@pytest.mark.parametrize("said", ["9 people were there", "10 minutes ago", "2 of them", "is this private?"])
def test_a_number_of_something_is_no_feeling(talk: Talk, said: str) -> None:
    assert talk().says(HARDWARE, said).facts.value("feeling-at-first") is None


def test_the_number_beside_a_correction_is_kept(talk: Talk) -> None:
    conversation = talk().says("interview at Acme on Monday with Mrs Tembo, i blanked on the dose question")
    conversation.says("Not Monday, it was yesterday. 6. I know the dose cold")
    assert conversation.facts.value("feeling-at-first") == 6


@pytest.mark.parametrize(
    "text", ["just out of greggs. didn't cry", "i did not freeze this time", "wasn't even nervous"]
)
def test_what_did_not_happen_was_not_hard(text: str) -> None:
    assert not tone.is_stressed(text)


def test_what_was_not_their_fault_is_no_reproach() -> None:
    assert not stings.blames_oneself("i told him the passenger was drunk and this was not my fault")
    assert stings.blames_oneself("it was my fault")


# --- a trial, and no interview -------------------------------------------------------------------------------


def test_after_a_trial_shift_nobody_asks_for_their_questions(talk: Talk) -> None:
    conversation = talk().says(TRIAL, "6", "mostly just the sauce, rest of service was fine")
    assert conversation.facts.text("struggle-1") == "the sauce"
    assert conversation.question == "unsaid-1"
    assert conversation.says("lower heat, and off the flame for the butter").question == "point-1"


def test_a_trial_with_questions_is_an_interview_too() -> None:
    assert stings.is_trial(TRIAL)
    assert not stings.is_trial(f"{TRIAL}. then they asked why i left")


def test_a_machine_they_could_not_work_is_a_task_and_no_question(talk: Talk) -> None:
    conversation = how_much(talk).says("all of it", "couldn't work their computer. they gave me a test on it")
    assert conversation.facts.text("struggle-1") == "their computer"
    assert "how they put" not in conversation.reply
    assert conversation.says("skip").reply.count("question") == 0


# --- the look back and practice ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("tomorrow is ok but not at 9, I drive from 5 to 13. After 14 please", "25 November, 14:00"),
        ("not at 9 in the morning im asleep. 3pm", "25 November, 15:00"),
        ("tomorrow at 16:30", "25 November, 16:30"),
        ("tomorrow", "25 November, 9:00"),
    ],
)
def test_the_look_back_comes_at_the_hour_they_name(talk: Talk, said: str, hour: str) -> None:
    conversation = at(talk, "look back").says(said)
    assert conversation.facts.value("judge-when") == "tomorrow"
    conversation.says("sent", "what will you send me")
    assert f"{hour}: a look back" in conversation.reply


def test_who_skips_practice_for_another_thing_does_not_put_it_off(talk: Talk) -> None:
    conversation = nudged(knows(talk(at="2026-11-25T10:00"), practice="yes"))
    assert (conversation.question or "").startswith("practice-1")
    conversation.says("Skip. I want to get ready for Friday")
    assert conversation.facts.value("nudge:practice-1") == "sent"
    assert says(conversation, NOT_THIS_TIME)


# --- getting ready -------------------------------------------------------------------------------------------


def ready(talk: Talk) -> Conversation:
    """As far as the four things about the place."""
    conversation = talk().says("i have an interview at City Buses on friday", "yes now")
    assert conversation.question == "four-items-1"
    return conversation


@pytest.mark.parametrize("said", ["leave that out. give me the questions", "I know City Buses. Next part"])
def test_the_four_things_left_out_are_not_shown(talk: Talk, said: str) -> None:
    conversation = ready(talk).says(said)
    assert conversation.question == "about-us-1"
    assert not conversation.drafts


def test_a_likely_question_is_chosen_and_answered_in_one_message(talk: Talk) -> None:
    said = "i listen first, let him finish, then say whats true"
    conversation = ready(talk).says("skip", "said it aloud", "shop", f"1. {said}")
    tried = {name: fact.value for name, fact in conversation.facts.all().items() if ".answer-" in name}
    assert list(tried.values()) == [said]
    conversation.says("the second one. i stay calm and tell the queue how long it takes")
    assert "i stay calm and tell the queue how long it takes" in [
        fact.value for fact in conversation.facts.all().values()
    ]


@pytest.mark.parametrize(
    "said", ["nobody. my wife is sick of hearing it", "no one, they are all at work", "no practice interview. skip"]
)
def test_nobody_to_practise_with_is_nobody(talk: Talk, said: str) -> None:
    conversation = ready(talk).says("skip", "said it aloud", "shop", "next part", said)
    assert conversation.facts.value("mock-with") == Picked("nobody")
    assert conversation.question is None


def test_nobody_said_at_the_day_takes_the_partner_back(talk: Talk) -> None:
    conversation = ready(talk).says("skip", "said it aloud", "shop", "next part", "my sister", "no, not her. nobody")
    assert conversation.facts.value("mock-with") == Picked("nobody")
    assert not says(conversation, lines.MISHEARD)


# --- days ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("interview at Costa today, they asked if i could start monday and i said no", "2026-11-24"),
        ("i could start on monday they asked, the interview was yesterday", "2026-11-23"),
    ],
)
def test_the_day_on_which_work_would_begin_is_not_the_day_of_the_interview(talk: Talk, said: str, day: str) -> None:
    assert talk().says(said).facts.text("interview-on") == day
