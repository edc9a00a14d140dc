"""Somebody writes when nothing is open: finished, stopped or let go; each is heard as when something is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core import lines
from core.plan import Kind
from tests.conversation import Conversation
from tests.moments import says
from tests.test_outcome import finished

Talk = Callable[..., Conversation]

WALLS = (lines.FINISHED, lines.LISTENING, lines.NEXT_FROM_ME, lines.STILL_STOPPED)


def at_rest(talk: Talk) -> Conversation:
    """All was said and let go of, weeks ago."""
    return finished(talk).waits(days=40).says("let it go").waits(days=3)


def stopped(talk: Talk) -> Conversation:
    """Stopped in the middle of the first conversation, days ago."""
    conversation = talk().says("had an interview at Acme today, i froze", "7", "stop", "just this").after(days=5)
    assert says(conversation.says("ok fine whatever then"), lines.OFFERS_STOPPED)
    return conversation


BEFORE = pytest.mark.parametrize("before", [at_rest, stopped])


def hits_a_wall(conversation: Conversation) -> bool:
    """Whether all that is said is that nothing is open."""
    return any(says(conversation, wall) for wall in WALLS[:2]) or says(conversation, lines.STILL_STOPPED)


@BEFORE
@pytest.mark.parametrize(
    "said",
    [
        "had another one. halifax. went ok actually",
        "i had another interview at the halifax today",
        "i have been to an interview at the halifax",
        "i got an interview at the halifax yesterday",
        "been for another interview, at boots",
        "interviewed at Boots today",
        "interviewed with Boots, went badly",
        "another interview, at boots, went ok",
        "went for one at tesco yesterday. blanked",
        "had the 2nd one with frank today. i think it went fine",
        "I come now from second interview. It was good",
        "just had a zoom interview w/ pret. froze again",
        "had another one today",
    ],
)
def test_an_interview_that_has_been_is_taken_up_in_any_words(
    talk: Talk, before: Callable[[Talk], Conversation], said: str
) -> None:
    conversation = before(talk).says(said)
    assert conversation.state.interviews_begun == 2
    assert conversation.question == ("answer-again" if "was good" in said else "feeling-at-first")
    assert conversation.state.facts["i1"]["organisation"].value == "Acme"


@BEFORE
@pytest.mark.parametrize(
    "said",
    [
        "i had an interview at Acme with them",
        "i had the interview at acme on tuesday",
        "my friend had an interview at Boots today",
        "i have no other interviews",
        "i never had another interview",
        "i had a dream about the interview",
        "had another coffee",
        "went for a walk at the lake",
    ],
)
def test_what_tells_of_no_other_interview_opens_none(
    talk: Talk, before: Callable[[Talk], Conversation], said: str
) -> None:
    assert before(talk).says(said).state.interviews_begun == 1


@BEFORE
@pytest.mark.parametrize(
    "said",
    [
        "new interview",
        "another interview",
        "it's about a new interview",
        "i want to tell you about another interview",
        "can i tell you about a new interview",
        "i have a new interview to tell you about",
    ],
)
def test_who_wants_to_tell_of_another_interview_is_asked_for_it(
    talk: Talk, before: Callable[[Talk], Conversation], said: str
) -> None:
    conversation = before(talk).says(said)
    assert conversation.question == "opening"
    conversation.says("at Halifax, today, customer adviser. they helped me with the computer")
    assert conversation.facts.text("organisation") == "Halifax"


@BEFORE
@pytest.mark.parametrize(
    "said",
    [
        "nobody is going to hire me",
        "no one will have me",
        "i feel useless",
        "im too old",
        "i wont bother again",
        "whats the point at my age",
        "feeling low today",
        "it still hurts",
    ],
)
def test_low_words_get_a_word_for_them(talk: Talk, before: Callable[[Talk], Conversation], said: str) -> None:
    conversation = before(talk).says(said)
    assert says(conversation, lines.LOW) or says(conversation, lines.STILL_HURTS)
    assert not hits_a_wall(conversation)


@BEFORE
@pytest.mark.parametrize("said", ["can we talk", "i want to talk", "talk", "i need to talk to somebody"])
def test_who_wants_to_talk_may(talk: Talk, before: Callable[[Talk], Conversation], said: str) -> None:
    conversation = before(talk).says(said, "they looked at my hands all the time")
    assert conversation.state.facts["i1"]["told-freely-1"].value == "they looked at my hands all the time"


@BEFORE
@pytest.mark.parametrize(
    ("said", "saying"),
    [
        ("should i give up on northgate", lines.GIVE_UP),
        ("should i move on", lines.GIVE_UP),
        ("will she laugh at me for crying", lines.THEIR_MIND),
        ("what do they think of me now", lines.THEIR_MIND),
        ("how do i ask her for more money", lines.PAY),
        ("what do i ask about pay", lines.PAY),
        ("can you write a yes to bea", lines.ACCEPT),
        ("reply to her that i say yes", lines.ACCEPT),
    ],
)
def test_a_question_is_answered(
    talk: Talk, before: Callable[[Talk], Conversation], said: str, saying: lines.Saying
) -> None:
    assert says(before(talk).says(said), saying)


@BEFORE
@pytest.mark.parametrize("said", ["why did they reject me then", "is the moon made of cheese", "would bea mind it"])
def test_a_question_without_an_answer_gets_no_timetable(
    talk: Talk, before: Callable[[Talk], Conversation], said: str
) -> None:
    conversation = before(talk).says(said)
    assert '"' in conversation.reply or says(conversation, lines.THEIR_MIND)
    assert not hits_a_wall(conversation)


@BEFORE
@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("they rang. its a no", "rejected"),
        ("they rang acme. its a no", "rejected"),
        ("its a no", "rejected"),
        ("got the no today", "rejected"),
        ("no from acme", "rejected"),
        ("they rang and said no thanks", "rejected"),
        ("theyve not rung in 3 weeks. whatever", "waiting"),
        ("she hasnt rung", "waiting"),
        ("they never rang", "waiting"),
        ("no news", "waiting"),
        ("its been three weeks and nothing", "waiting"),
    ],
)
def test_their_answer_or_their_silence_is_heard(
    talk: Talk, before: Callable[[Talk], Conversation], said: str, outcome: str
) -> None:
    assert before(talk).says(said).state.facts["i1"]["outcome"].value == outcome


@pytest.mark.parametrize("said", ["heard back. no luck", "email came, not this time", "got called back for thursday"])
def test_what_may_be_their_answer_is_asked_about(talk: Talk, said: str) -> None:
    assert str(at_rest(talk).says(said).question).endswith("news-from")


@pytest.mark.parametrize(
    "said", ["no luck with the bus today", "its no problem", "they invited me to lunch", "they passed the test"]
)
def test_words_of_an_answer_about_something_else_are_none(talk: Talk, said: str) -> None:
    conversation = at_rest(talk).says(said)
    assert conversation.facts.value("outcome") is None
    assert conversation.question is None


def test_what_is_not_understood_gets_what_can_be_said(talk: Talk) -> None:
    assert says(at_rest(talk).says("the computer again but they helped"), lines.OFFERS)
    assert says(stopped(talk).says("the computer again but they helped"), lines.OFFERS_STOPPED)


def test_a_goodbye_is_returned(talk: Talk) -> None:
    assert says(at_rest(talk).says("bye"), lines.FAREWELL)


@pytest.mark.parametrize("said", ["remind me in february then", "remind me next month", "remind me on monday"])
def test_what_was_let_go_of_can_be_brought_back_on_a_day_they_name(talk: Talk, said: str) -> None:
    conversation = at_rest(talk).says(said)
    assert set(conversation.state.promised) == {f"i1/{Kind.CHECK_IN}-1"}
    assert not says(conversation, lines.NOTHING_TO_REMIND)


def test_a_reminder_wished_for_where_no_day_was_named_says_whose_day_it_is(talk: Talk) -> None:
    conversation = talk().says("had an interview at Acme today, i froze on sql", "5", "one moment", *["skip"] * 14)
    conversation.waits(days=30).says("let it go", "remind me in a week").waits(days=8)
    assert str(conversation.question).endswith("anything-come")
    assert "named" not in conversation.prompt.text


def test_with_an_answer_no_reminder_is_left_and_that_is_said(talk: Talk) -> None:
    conversation = at_rest(talk).says("they offered me the job", "remind me next month")
    assert says(conversation, lines.NO_MORE_TO_REMIND)


@pytest.mark.parametrize(
    "said",
    ["any use in writing to them again", "im back. should i write to them again", "ask them", "can you write to them"],
)
def test_asking_them_is_taken_up(talk: Talk, said: str) -> None:
    conversation = at_rest(talk).says(said)
    assert str(conversation.question).endswith("anything-come")
    assert conversation.says("still nothing").drafts


@BEFORE
@pytest.mark.parametrize(
    "said", ["i feel better now", "I'm okay now", "feeling much better today", "i feel fine again"]
)
def test_who_says_that_it_is_better_is_heard(talk: Talk, before: Callable[[Talk], Conversation], said: str) -> None:
    assert says(before(talk).says(said), lines.RELIEVED)


@BEFORE
@pytest.mark.parametrize("said", ["ugh i keep thinking about it", "i can't stop replaying it"])
def test_who_cannot_let_it_go_is_heard(talk: Talk, before: Callable[[Talk], Conversation], said: str) -> None:
    assert says(before(talk).says(said), lines.STILL_HURTS)


# --- as the first word ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["they offered me the job", "I got the job!", "got an offer from Acme"])
def test_an_offer_as_the_first_word_is_not_asked_how_bad_it_feels(talk: Talk, said: str) -> None:
    conversation = talk().says(said)
    assert conversation.facts.value("outcome") == "offer"
    assert conversation.question is None


def test_an_offer_after_an_interview_that_hurt_is_listened_to(talk: Talk) -> None:
    conversation = talk().says("they offered me the job but I froze on the SQL question and feel awful about it")
    assert conversation.question == "feeling-at-first"


@pytest.mark.parametrize(
    "said", ["can you help me write a thank you note", "please help me write a note", "write them a thank-you email"]
)
def test_a_note_asked_for_first_begins_with_what_happened(talk: Talk, said: str) -> None:
    conversation = talk().says(said)
    assert conversation.question == "story"
    assert conversation.facts.text("story") is None
