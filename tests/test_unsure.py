"""Where it cannot be told whether somebody is in danger: they are asked, and what they wrote is heard all the same."""

from __future__ import annotations

import pytest

from core import lines
from core.flows import breather, danger
from core.understanding import read
from tests.conversation import Conversation
from tests.moments import OPEN, Talk, at, says

QUIET = "the quiet in the flat wants to have me and i think it can"
TURNS = "i got the job but everything in me is gone quiet and i keep thinking how easy it would be"
PHRASE_IN_DOUBT = "the boss hit me with a change of shift and i wanted to end it, so i left for a better job"


def is_asked(conversation: Conversation) -> bool:
    return conversation.question is not None and conversation.question.endswith(f".{breather.UNSURE.name}")


@pytest.mark.demand("P35")
@pytest.mark.parametrize("moment", [*OPEN, "done"])
def test_they_are_asked_wherever_they_are(talk: Talk, moment: str) -> None:
    assert is_asked(at(talk, moment).says(QUIET))


@pytest.mark.parametrize("text", [QUIET, PHRASE_IN_DOUBT])
def test_what_words_or_phrases_alone_say_is_asked_about_and_no_alarm(talk: Talk, text: str) -> None:
    conversation = at(talk, "unsaid").says(text)
    assert is_asked(conversation)
    assert "findahelpline.com" not in conversation.reply


def test_nothing_of_the_coachs_own_stands_beside_the_question(talk: Talk) -> None:
    conversation = at(talk, "anything else").says(QUIET)
    assert conversation.lines == []


def test_what_they_wrote_is_heard_and_the_question_beneath_comes_in_full(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says(QUIET)
    assert QUIET in [fact.value for fact in conversation.facts.all().values()]
    beneath = at(talk, "unsaid").says("i would have asked for the log first").question
    assert conversation.says("no, it is the interview").question == beneath


@pytest.mark.parametrize("text", ["yes", "something heavier", "yeah", "more than that", "both", "1"])
def test_something_heavier_is_danger_and_asked_whether_they_are_safe(talk: Talk, text: str) -> None:
    conversation = at(talk, "unsaid").says(QUIET, text)
    assert says(conversation, danger.HEARD_CONCERN)
    assert "findahelpline.com" in conversation.reply
    assert conversation.question is not None
    assert conversation.question.endswith(danger.SAFE.name)


def test_whoever_is_safe_after_all_is_believed(talk: Talk) -> None:
    assert says(at(talk, "unsaid").says(QUIET, "yes", "yes"), danger.ACCEPTED)
    assert says(at(talk, "unsaid").says(QUIET, "yes", "no"), danger.STAY)


@pytest.mark.parametrize("text", ["no", "only the interview", "it's the interview", "i'm fine", "just the job", "2"])
def test_whoever_says_it_is_the_interview_goes_on_where_they_were(talk: Talk, text: str) -> None:
    conversation = at(talk, "unsaid").says(QUIET, text)
    assert not is_asked(conversation)
    assert conversation.question is not None
    assert not conversation.question.startswith("danger")


@pytest.mark.parametrize(
    "text",
    [
        "nah just the interview",
        "no no im ok, just gutted about it",
        "what? no",
        "no lol why",
        "nothing like that",
        "god no",
        "of course not",
        "haha no, why would you ask that",
        "yes but its just the interview",
        "yes i'm fine",
        "no i'm ok thank you for asking",
        "jesus no i just had a bad interview",
        "no its just the interview. im fine i just feel stupid",
        "no more than an interview, no",
    ],
)
@pytest.mark.parametrize("moment", ["feeling", "unsaid", "done"])
def test_a_no_is_heard_in_whatever_words(talk: Talk, moment: str, text: str) -> None:
    """Neither as an answer to what waits beneath, nor as something that was not understood."""
    plain = at(talk, moment).says(QUIET, "no")
    conversation = at(talk, moment).says(QUIET, text)
    assert not is_asked(conversation)
    assert conversation.question == plain.question
    assert conversation.reply == plain.reply or says(conversation, lines.HURTS_ENOUGH)
    assert not says(conversation, lines.STILL_HURTS)


@pytest.mark.parametrize(
    "text",
    [
        "kind of",
        "a bit more than that",
        "yeah sort of",
        "maybe",
        "its not only the interview",
        "no im not ok",
        "not really ok no",
        "no no no, its worse",
        "its my mum, shes ill",
        "everything",
        "kind of, its been a bad year",
        "i dont know",
        "well, a little",
    ],
)
def test_a_yes_is_heard_in_whatever_words_and_a_no_that_takes_itself_back_is_one(talk: Talk, text: str) -> None:
    assert says(at(talk, "feeling").says(QUIET, text), danger.HEARD_CONCERN)


@pytest.mark.parametrize(
    "text",
    ["its more angry than sad", "everything went wrong", "a lot of questions", "maybe i was too quiet", "no idea"],
)
def test_what_only_begins_like_a_yes_is_none(talk: Talk, text: str) -> None:
    assert not says(at(talk, "unsaid").says(QUIET, text), danger.HEARD_CONCERN)


@pytest.mark.parametrize("text", ["no! i got the JOB", "no, they have offered me the job", "yes i got the job!"])
@pytest.mark.parametrize("moment", ["feeling", "done"])
def test_news_beside_a_no_is_heard(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment).says(QUIET, text)
    assert not is_asked(conversation)
    assert conversation.facts.value("outcome") == "offer"


def test_a_number_beside_a_no_answers_what_waits_beneath(talk: Talk) -> None:
    conversation = at(talk, "feeling").says(QUIET, "no its not heavy. its about a 7")
    assert conversation.facts.value("feeling-at-first") == 7


def test_what_waits_beneath_is_shown_in_full_where_more_than_a_no_is_said(talk: Talk) -> None:
    plain = at(talk, "feeling").says(QUIET, "no").reply
    assert plain in at(talk, "feeling").says(QUIET, "no, the bus was late and the lady was waiting").reply


def test_with_nothing_under_way_a_no_is_met_and_nothing_is_said_to_wait(talk: Talk) -> None:
    assert says(at(talk, "done").says(QUIET, "no"), lines.NOTHING_HEAVIER)


def test_after_stop_a_no_with_more_to_it_leaves_it_stopped(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says("stop", "this conversation", QUIET, "no, just the bus was late again")
    assert conversation.question is None


@pytest.mark.parametrize(
    "text",
    [
        "he just texted again, i've got the job! starting monday",
        "i've just been offered the job, she texted again, i am in",
    ],
)
@pytest.mark.parametrize("moment", ["feeling", "done"])
def test_good_news_is_not_asked_about(talk: Talk, moment: str, text: str) -> None:
    assert not is_asked(at(talk, moment).says(text))


def test_good_news_that_takes_a_turn_is_asked_about(talk: Talk) -> None:
    assert is_asked(at(talk, "done").says(TURNS))


def test_whoever_writes_on_has_gone_on(talk: Talk) -> None:
    conversation = at(talk, "anything else").says(QUIET, "how do you find duplicates in a table")
    assert "how do you find duplicates in a table" in [fact.value for fact in conversation.facts.all().values()]


def test_it_is_not_asked_again_in_the_next_turns(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says(QUIET, "no")
    assert not is_asked(conversation.says("my hands wanted the wheel to just turn into the river"))


def test_a_phrase_that_says_danger_is_asked_about_also_a_moment_after(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says(QUIET, "no")
    assert is_asked(conversation.says(PHRASE_IN_DOUBT))


def test_with_nothing_under_way_they_are_asked_and_may_write_on(talk: Talk) -> None:
    conversation = at(talk, "done").says(QUIET)
    assert is_asked(conversation)
    assert not is_asked(conversation.says("they rejected me"))


def test_after_stop_they_are_asked_and_nothing_goes_on_by_itself(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says("stop", "this conversation", QUIET)
    assert is_asked(conversation)
    assert conversation.says("no").question is None


def test_a_draft_that_was_asked_for_is_shown_all_the_same(talk: Talk) -> None:
    conversation = at(talk, "note").says("edit", f"Dear Mrs Zulu, {QUIET}. Thank you.")
    assert conversation.drafts[-1].text.startswith("Dear Mrs Zulu")


def test_danger_that_was_heard_is_not_asked_about(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says("i dont want to be here anymore", QUIET)
    assert conversation.question is not None
    assert conversation.question.startswith("danger")


@pytest.mark.parametrize(
    "text",
    [
        "Sharon from HR was there too but she just took notes",
        "he just took my CV and went out",
        "the boss kept talking and she just took minutes",
        "he just cut me off",
        "she just jumped in with another question",
    ],
)
def test_nobody_is_asked_what_is_heavier_about_somebody_who_took_notes_or_cut_in(talk: Talk, text: str) -> None:
    conversation = at(talk, "unsaid").says(text)
    assert not is_asked(conversation)
    assert read(text).danger is None


def test_somebody_who_just_took_something_is_no_less_in_danger_for_it() -> None:
    for text in ("my sister just took all her pills", "he just jumped over the railing", "she just cut her arm"):
        assert read(text).danger is not None


@pytest.mark.parametrize("moment", ["who", "note", "answer by"])
@pytest.mark.parametrize(
    "text", ["i am so tired of being the one who is left", "i keep walking past that building at night"]
)
def test_where_names_days_and_drafts_are_asked_for_what_is_hardly_heavy_is_not_asked_about(
    talk: Talk, moment: str, text: str
) -> None:
    assert not is_asked(at(talk, moment).says(text))


@pytest.mark.parametrize(
    "text", ["i am so tired of being the one who is left", "i keep walking past that building at night"]
)
def test_where_they_just_tell_the_same_words_are_asked_about(talk: Talk, text: str) -> None:
    may_be = read(text).may_be_danger
    assert may_be is not None
    assert may_be.is_faint
    assert is_asked(at(talk, "anything else").says(text))
