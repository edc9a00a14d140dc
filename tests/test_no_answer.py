"""What is no answer: shame, tears, weariness, enough of the questions; and what is said a second time."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest

from core.facts import Picked
from core.understanding import address, strain, to_coach
from core.understanding.address import Remark
from core.understanding.strain import Strain
from tests.conversation import Conversation
from tests.test_capture import ACME, ANSWER, told
from tests.test_let_go import offered

Talk = Callable[..., Conversation]


def at_the_answer(talk: Talk) -> Conversation:
    """Asked what they would have liked to say."""
    conversation = talk().says(ACME, "8", "one moment", "how do you find duplicates")
    assert conversation.question == "unsaid-1"
    return conversation


# --- shame is no answer -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "i dont know im just so ashamed. 10 years nursing and i cant do a sum",
        "i dont know, i just froze",
        "cant think right now",
        "nothing im stupid",
        "no idea. i feel stupid",
        "im so ashamed",
        "i froze again",
        "i feel so useless, sorry",
        "honestly no clue i panicked",
        "idk my mind went blank",
        "i always mess up",
    ],
)
def test_shame_in_place_of_an_answer_is_met_and_kept_nowhere(talk: Talk, said: str) -> None:
    conversation = at_the_answer(talk).says(said)
    assert conversation.facts.value("unsaid-1") == Picked("not-yet")
    assert "another day" in conversation.reply
    assert "not lost" not in conversation.reply
    assert conversation.question == "other-questions"


@pytest.mark.parametrize(
    "said",
    [
        "i would say i don't know yet but i'd look it up",
        "nothing beats a clear list",
        "i froze but i should have said i group by and count",
        "no idea is stupid in a brainstorm",
        "i stopped the line, it was hopeless, then i called maintenance",
        "i messed up an order once, i called the customer and fixed it",
        "im tired of working nights so i want this job",
        "i was crying when my patient died and my manager helped",
        "can i talk about my project? i built a shared sheet",
        "some other time i worked at a bank and we did the same",
        "i was the worst at sales and became the best",
        "this is a form i made for the ward",
    ],
)
def test_an_answer_that_speaks_of_such_things_is_an_answer(said: str) -> None:
    assert strain.read(said) is None


def test_what_happened_is_told_in_such_words_where_that_is_asked_for(talk: Talk) -> None:
    conversation = talk().says("just out of an interview at Acme. it went badly", "8", "some of it")
    assert conversation.question == "cause"
    conversation.says("i froze, i felt so stupid")
    assert conversation.facts.value("cause") == "i froze, i felt so stupid"


def test_without_an_option_for_it_the_question_is_left_out(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "one moment", "i dont know, i just froze")
    assert conversation.facts.value("question-1") is None
    assert conversation.question == "unsaid-1"
    assert "Skipped" not in conversation.reply


def test_shame_at_a_number_is_met_before_the_number_is_asked_again(talk: Talk) -> None:
    conversation = talk().says(ACME, "i feel so useless")
    assert conversation.question == "feeling-at-first"
    assert "heavy" in conversation.reply or "hard" in conversation.reply


# --- tears, weariness, a form -----------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["sorry im crying", "im crying again", "omg sorry. im in tears here"])
def test_tears_are_waited_for(talk: Talk, said: str) -> None:
    conversation = at_the_answer(talk).says(said)
    assert conversation.reply.startswith("Then let it come. I wait; nothing here is urgent.")
    assert "No interview is perfect" not in conversation.reply
    assert [choice.label for choice in conversation.prompt.choices] == ["Go on", "Later", "Leave it"]
    assert conversation.says("ok go on").question == "unsaid-1"
    assert conversation.facts.value("unsaid-1") is None


@pytest.mark.parametrize(
    "said",
    [
        "too many questions",
        "i hate forms. cant i just talk",
        "this feels like a form",
        "how many more of these",
        "can i stop this is long",
        "so many questions omg",
        "this is taking too long",
    ],
)
def test_a_complaint_about_the_questions_brings_a_choice_and_is_not_kept(talk: Talk, said: str) -> None:
    conversation = at_the_answer(talk).says(said)
    assert [choice.label for choice in conversation.prompt.choices] == ["Just talk", "Stop here", "Go on"]
    assert conversation.facts.value("unsaid-1") is None
    assert conversation.chooses("Go on").question == "unsaid-1"


def test_just_talking_is_kept_in_their_words_and_then_the_open_question_comes_back(talk: Talk) -> None:
    conversation = at_the_answer(talk).says("i hate forms", "just talk")
    assert conversation.question == "told-freely-1"
    conversation.says("it was at two and i had not slept", "there were three people on the panel", "that's all")
    assert conversation.facts.text("told-freely-2") == "there were three people on the panel"
    assert conversation.facts.value("panel-size") == 3
    assert conversation.question == "unsaid-1"
    assert "i had not slept" in conversation.says("my notes").reply


def test_stopping_there_stops(talk: Talk) -> None:
    conversation = at_the_answer(talk).says("too many questions", "stop here")
    assert conversation.question is None
    assert conversation.says("go on").question == "unsaid-1"


@pytest.mark.parametrize("choice", ["tears", "form"])
def test_who_writes_an_answer_instead_of_choosing_has_gone_on(talk: Talk, choice: str) -> None:
    said = {"tears": "im crying", "form": "too many questions"}[choice]
    assert at_the_answer(talk).says(said, ANSWER).facts.text("unsaid-1") == ANSWER


@pytest.mark.parametrize("said", ["im tired", "can we do the rest some other time", "im exhausted, can we stop"])
def test_weariness_puts_off(talk: Talk, said: str) -> None:
    conversation = at_the_answer(talk).says(said)
    assert conversation.question is None
    assert conversation.says("hi").question == "unsaid-1"
    assert conversation.facts.value("unsaid-1") is None


def test_tomorrow_said_with_it_is_the_day(talk: Talk) -> None:
    conversation = at_the_answer(talk).says("tomorow pls im tired")
    assert conversation.hours(days=1) == ["Wed 25 09:00"]


def test_nothing_of_this_comes_between_somebody_in_danger_and_help(talk: Talk) -> None:
    conversation = at_the_answer(talk).says("i want to kill myself", "im tired")
    assert "rested" not in conversation.reply
    assert conversation.question is not None


# --- said already -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("i already said. 'you ladies cant lift'. the older manager", "you ladies cant lift"),
        ("i told u. the forklift safety question, i rambled", "the forklift safety question, i rambled"),
        ("the uni project one i told you", "the uni project one"),
        ("the duplicates one, as i already said", "the duplicates one"),
    ],
)
def test_what_is_said_again_is_taken_and_the_reproach_is_not(talk: Talk, said: str, kept: str) -> None:
    conversation = talk().says(ACME, "8", "one moment", said)
    assert conversation.facts.text("question-1") == kept


def test_a_reproach_alone_is_owned_and_only_what_is_missing_is_asked(talk: Talk) -> None:
    conversation = at_the_answer(talk).says("i already told you that")
    assert "once more" not in conversation.reply
    assert conversation.question == "unsaid-1"


@pytest.mark.parametrize(
    "said", ["I told them that I would ask a colleague first", "i said nothing good", "i have told my sister"]
)
def test_telling_somebody_else_is_no_reproach(said: str) -> None:
    assert address.told_already(said) is None


def test_their_own_words_after_a_reproach_stay_as_they_are() -> None:
    assert address.told_already("i told u. u have to check first") == "u have to check first"


# --- back again -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["hi sorry was busy", "im back", "sorry i forgot about this", "just saw this"])
def test_a_greeting_after_silence_is_greeted_and_the_offer_comes_again_shorter(talk: Talk, said: str) -> None:
    conversation = offered(talk)
    asked = conversation.prompt
    conversation.says(said)
    assert conversation.prompt.question == asked.question
    assert len(conversation.prompt.text) < len(asked.text)
    assert len(conversation.lines) == 1


def test_an_answer_that_begins_so_is_none_where_no_offer_is_open(talk: Talk) -> None:
    assert address.read("i forgot about this") is Remark.BACK
    assert told(talk).says("i forgot about the safety rules").facts.text("other-questions") is not None


def test_what_is_only_unknown_is_told_apart_from_shame() -> None:
    assert strain.read("cant think right now") is Strain.BLANK
    assert strain.read("nothing im stupid") is Strain.SHAME


@pytest.mark.parametrize("word", ["so ", "just really ", "i just ", "it's a ", "sorry i was ", "this is so ", "no no "])
@pytest.mark.parametrize("end", ["x", "8", "crying!", "questions x"])
def test_a_word_said_over_and_over_takes_no_time(word: str, end: str) -> None:
    text = (word * 120)[:219] + end
    before = perf_counter()
    strain.read(text), address.read(text), address.told_already(text), address.said_before(text)
    to_coach.taken_out(text), address.is_question(text), address.without_questions(text)
    assert perf_counter() - before < 0.5
