"""Two interviews that stay two: one that is ahead, one at another place, and which of them is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core import lines
from core.plan import Kind
from tests.conversation import Conversation
from tests.moments import at, says

Talk = Callable[..., Conversation]

SCHOOL = "had an interview at Kabulonga school today, for the science teacher job. froze on the lesson plan question"
WEAK = ("8", "not sure", "how do you plan a lesson", "i would start from the aim")
REST = ("that was all", "skip", "nothing", "yes", "i may write", "by friday", "Mrs Zulu asked it")
ON_WEDNESDAY = "i have another interview on wednesday at zanaco bank at 10"
BANK_NOW = "just out of the bank interview at zanaco. went ok, messed up one excel question"


def begun(talk: Talk) -> Conversation:
    """Monday 23 November: the first interview, as far as a choice question."""
    conversation = talk(at="2026-11-23T12:40").says(SCHOOL, *WEAK)
    assert conversation.question == "another-1"
    return conversation


def ended(talk: Talk) -> Conversation:
    """The first interview, told to its end."""
    conversation = begun(talk).says(*REST, "no note", "tomorrow")
    assert conversation.question is None
    return conversation


def both(talk: Talk) -> Conversation:
    """A second one, at a bank, told to its end as well."""
    conversation = ended(talk).says(BANK_NOW, "5", "one moment", "what is a pivot", "i would try it")
    conversation.says("skip", "nothing", "yes", "i may write", "by monday", "Mr Banda", "no note", "tomorrow")
    return conversation


def of(conversation: Conversation, interview: str, name: str) -> object:
    """A fact of one of the interviews."""
    fact = conversation.state.facts[interview].get(name)
    return None if fact is None else fact.value


@pytest.mark.demand("P32")
@pytest.mark.parametrize("begin", [begun, ended])
@pytest.mark.parametrize("said", [ON_WEDNESDAY, "tomorrow. i have another one on wednesday at Zanaco bank at 10"])
def test_one_that_is_ahead_is_kept_with_day_and_hour_beside_the_first(
    talk: Talk, begin: Callable[[Talk], Conversation], said: str
) -> None:
    conversation = begin(talk)
    asked = conversation.question
    conversation.says(said)
    assert of(conversation, "i2", "next-interview-on") == "2026-11-25"
    assert of(conversation, "i2", "next-interview-at") == "2026-11-25T10:00"
    assert of(conversation, "i2", "interview-on") is None
    assert of(conversation, "i1", "organisation") == "Kabulonga school"
    assert "Wednesday 25 November at 10:00" in conversation.reply
    assert conversation.question == asked or (asked is None and conversation.question == "ready-now")
    assert f"i2/{Kind.PREPARE}" in conversation.state.promised


def test_what_comes_before_the_second_one_answers_the_open_question(talk: Talk) -> None:
    conversation = begun(talk).says(*REST, "no note")
    conversation.says("tomorrow. i have another one on wednesday at Zanaco bank at 10")
    assert of(conversation, "i1", "judge-when") == "tomorrow"
    assert of(conversation, "i2", "next-interview-on") == "2026-11-25"
    assert conversation.question is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("i have an interview on friday at 14:30", "2026-11-27"),
        ("i have another interview tomorrow", "2026-11-24"),
        ("they called me for another interview at stanbic next tuesday", "2026-12-01"),
        ("thanks. the bank interview is tomorrow", "2026-11-24"),
        ("another school invited me for an interview next friday", "2026-12-04"),
    ],
)
def test_a_bare_day_with_an_interview_to_come_is_the_coming_one(talk: Talk, said: str, day: str) -> None:
    assert of(ended(talk).says(said), "i2", "next-interview-on") == day


def test_a_next_round_at_the_same_place_is_no_second_interview(talk: Talk) -> None:
    conversation = ended(talk).says("second interview on thursday")
    assert set(conversation.state.facts) - {""} == {"i1"}
    assert of(conversation, "i1", "outcome") == "next-round"


def test_getting_ready_comes_two_days_before_and_the_story_is_expected_after_it(talk: Talk) -> None:
    conversation = ended(talk).says("i have another interview on friday at zanaco bank at 10")
    arrived = conversation.waits(days=3).arrived
    assert any(at == "Wed 25 18:30" and "zanaco bank" in text for at, text in arrived)
    conversation.waits(days=1, hours=2).says("went badly. froze on the excel question")
    assert conversation.question == "feeling-at-first"
    assert of(conversation, "i2", "struggle-1") == "the excel question"
    assert of(conversation, "i2", "interview-on") == "2026-11-27"
    assert of(conversation, "i1", "struggle-1") == "the lesson plan question"
    assert "i3" not in conversation.state.facts


def test_also_the_first_interview_ever_told_may_be_ahead(talk: Talk) -> None:
    conversation = talk(at="2026-11-23T12:40").says("i have an interview at Acme on friday at 9")
    assert conversation.facts.value("next-interview-on") == "2026-11-27"
    assert conversation.hours(days=3) == ["Wed 25 18:30"]
    conversation.waits(days=1, hours=1).says("just out of it. i froze on the budget question")
    assert conversation.question == "feeling-at-first"
    assert conversation.state.interviews_begun == 1


def test_with_one_ahead_news_and_the_note_are_of_the_one_that_has_been(talk: Talk) -> None:
    conversation = ended(talk).says(ON_WEDNESDAY, "show the note")
    assert "lesson" in conversation.drafts[0].text
    conversation.says("keep it for later", "they said no")
    assert of(conversation, "i1", "outcome") == "rejected"
    assert of(conversation, "i2", "outcome") is None


def test_getting_ready_by_name_is_for_the_one_ahead(talk: Talk) -> None:
    conversation = ended(talk).says("i have another interview on friday at zanaco bank at 10", "prepare please")
    assert "zanaco bank" in conversation.reply
    assert conversation.state.runs[-1].interview == "i2"


def test_their_answer_may_come_without_the_story_of_the_one_that_was_ahead(talk: Talk) -> None:
    conversation = ended(talk).says(ON_WEDNESDAY, "zanaco said yes")
    assert of(conversation, "i2", "outcome") is None
    conversation.waits(days=4).says("zanaco said yes")
    assert of(conversation, "i2", "outcome") == "offer"
    assert of(conversation, "i2", "interview-on") == "2026-11-25"


def test_the_story_is_expected_also_after_the_chat_was_opened_anew(talk: Talk) -> None:
    conversation = ended(talk).says(ON_WEDNESDAY).after(days=2, hours=1).restarts().arrives()
    conversation.says("it went badly, i froze on the excel question")
    assert of(conversation, "i2", "struggle-1") == "the excel question"
    assert conversation.question == "feeling-at-first"


def test_a_second_one_can_be_taken_back(talk: Talk) -> None:
    conversation = ended(talk).says(ON_WEDNESDAY, "undo")
    assert not conversation.state.facts.get("i2")
    assert f"i2/{Kind.PREPARE}" not in conversation.state.promised


@pytest.mark.parametrize("said", ["no its thursday", "no, it's on thursday, not wednesday"])
def test_the_day_of_the_one_ahead_is_corrected_and_not_that_of_the_first(talk: Talk, said: str) -> None:
    conversation = ended(talk).says(ON_WEDNESDAY, said)
    assert of(conversation, "i2", "next-interview-on") == "2026-11-26"
    assert of(conversation, "i1", "interview-on") == "2026-11-23"


@pytest.mark.parametrize("said", ["no its THIS wednesday, it hasnt happened yet", "its wed 25 not 18"])
def test_what_was_taken_for_one_that_has_been_may_still_be_ahead(talk: Talk, said: str) -> None:
    conversation = talk(at="2026-11-23T12:40").says("i had an interview on wednesday at Acme, froze", said)
    assert conversation.facts.value("next-interview-on") == "2026-11-25"
    assert conversation.facts.value("interview-on") is None
    assert conversation.question == "ready-now"


@pytest.mark.demand("P32")
@pytest.mark.parametrize(
    "said",
    [
        "bank interview went ok i think. zanaco, teller job, this morning",
        "no i mean the bank, i had the interview at zanaco today",
        BANK_NOW,
    ],
)
@pytest.mark.parametrize("stopped", [False, True])
def test_another_place_with_an_interview_is_neither_a_yes_nor_a_correction(
    talk: Talk, said: str, *, stopped: bool
) -> None:
    conversation = ended(talk).waits(days=1)
    if stopped:
        conversation.says("stop", "just this")
    conversation.says(said)
    assert conversation.question == "feeling-at-first"
    assert of(conversation, "i2", "organisation") == "zanaco"
    assert of(conversation, "i1", "organisation") == "Kabulonga school"
    assert "zanaco" in conversation.lines[0]
    assert "Kabulonga school" in conversation.lines[0]
    assert of(conversation, "i1", "judged") is None


def test_the_same_place_corrected_is_no_second_interview(talk: Talk) -> None:
    conversation = ended(talk).says("actually it was Chelston school, not Kabulonga school")
    assert of(conversation, "i1", "organisation") == "Chelston school"
    assert conversation.state.interviews_begun == 1


@pytest.mark.parametrize(
    "said", ["it went ok i think, all in all, they were friendly", "i had no idea what to say in there really"]
)
def test_a_yes_or_a_no_in_the_middle_of_a_story_takes_up_nothing(talk: Talk, said: str) -> None:
    conversation = ended(talk).waits(days=1)
    asked = conversation.question
    assert conversation.says(said).question == asked


@pytest.mark.parametrize(
    "said", ["yes, ok, let's look at it now then", "ok why not, i have the time", "no, i'd rather not do that"]
)
def test_a_yes_or_a_no_that_begins_a_sentence_still_counts(talk: Talk, said: str) -> None:
    conversation = ended(talk).waits(days=1)
    asked = conversation.question
    assert conversation.says(said).question != asked


@pytest.mark.demand("P32")
def test_with_two_of_them_every_offer_names_its_place(talk: Talk) -> None:
    conversation = both(talk).waits(days=1)
    assert "about Kabulonga school. " in conversation.prompt.text
    conversation.says("skip this part")
    assert "zanaco" in conversation.prompt.text


def test_with_one_of_them_no_offer_needs_a_place(talk: Talk) -> None:
    assert "Kabulonga" not in ended(talk).waits(days=1).prompt.text


@pytest.mark.demand("P32")
@pytest.mark.parametrize("said", ["which one, school or bank?", "which one?", "which interview is this about?"])
def test_which_of_them_is_meant_is_answered(talk: Talk, said: str) -> None:
    conversation = both(talk).waits(days=1)
    asked = conversation.question
    conversation.says(said)
    assert "Kabulonga school" in conversation.lines[0]
    assert conversation.question == asked


@pytest.mark.demand("P32")
@pytest.mark.parametrize("said", ["no i mean the bank", "about zanaco"])
def test_a_text_that_names_the_other_place_goes_to_that_one(talk: Talk, said: str) -> None:
    conversation = both(talk).waits(days=1).says(said)
    run = conversation.state.runs[-1]
    assert run.interview == "i2"
    assert "i1" in {other.interview for other in conversation.state.runs[:-1]}


@pytest.mark.demand("P32")
@pytest.mark.parametrize(
    ("said", "interview", "outcome"),
    [
        ("the bank said yes", "i2", "offer"),
        ("zanaco said no", "i2", "rejected"),
        ("school said no :(", "i1", "rejected"),
    ],
)
def test_news_goes_to_the_one_whose_place_it_names(talk: Talk, said: str, interview: str, outcome: str) -> None:
    conversation = both(talk).says(said)
    other = {"i1": "i2", "i2": "i1"}[interview]
    assert of(conversation, interview, "outcome") == outcome
    assert of(conversation, other, "outcome") is None


@pytest.mark.demand("P32")
@pytest.mark.parametrize(("answer", "interview"), [("zanaco", "i2"), ("Kabulonga school", "i1")])
def test_news_of_no_place_is_asked_about_once(talk: Talk, answer: str, interview: str) -> None:
    conversation = both(talk).says("they said no")
    assert {choice.label for choice in conversation.prompt.choices} == {"Kabulonga school", "zanaco", "Neither"}
    conversation.says(answer)
    assert of(conversation, interview, "outcome") == "rejected"
    assert conversation.question == "told-of-no"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("no it was on saturday", "2026-11-21"),
        ("i meant the interview was on sunday, not saturday. and i do want the note", "2026-11-22"),
        ("no, it was yesterday", "2026-11-22"),
    ],
)
def test_a_corrected_day_is_never_a_no(talk: Talk, said: str, day: str) -> None:
    conversation = begun(talk).says(*REST)
    assert conversation.question == "note-channel"
    conversation.says(said)
    assert of(conversation, "i1", "interview-on") == day
    assert conversation.question == "note-channel"


@pytest.mark.parametrize(
    "said", ["my sister had an interview at Zanaco yesterday", "i have no other interviews", "i applied at Zanaco too"]
)
def test_somebody_elses_interview_or_none_at_all_is_no_second_one(talk: Talk, said: str) -> None:
    conversation = ended(talk).waits(days=1)
    asked = conversation.question
    assert conversation.says(said).question == asked
    assert conversation.state.interviews_begun == 1


@pytest.mark.parametrize(
    "said",
    [
        "at my last interview at Beta i froze as well",
        "i would say that in an interview at Beta i once explained it well",
        "the interview room at Beta was nicer, i bombed there months ago",
        "they had not been nice to me",
        "it has not been easy to get this far",
        "my friend works at Beta",
    ],
)
@pytest.mark.parametrize("question", ["question-1", "unsaid-1", "another-1"])
def test_another_place_in_an_answer_opens_no_second_interview(talk: Talk, said: str, question: str) -> None:
    conversation = talk(at="2026-11-23T12:40").says(SCHOOL)
    for answer in WEAK:
        if conversation.question != question:
            conversation.says(answer)
    assert conversation.question == question
    conversation.says(said)
    assert conversation.state.interviews_begun == 1
    assert of(conversation, "i1", "news") != "ahead"
    assert of(conversation, "i1", "organisation") == "Kabulonga school"


@pytest.mark.parametrize(
    "said",
    [
        "I had another interview today, at Beta Motors. they asked about my licence and i had no answer",
        "had another interview today at Beta Motors, it went ok i think",
        "i had another interview today at Beta Motors",
        "just went to another interview, at Beta Motors. not sure how it went",
        "so i did another interview at Beta Motors this morning",
    ],
)
@pytest.mark.demand("P32")
def test_another_interview_that_they_had_today_is_not_ahead(talk: Talk, said: str) -> None:
    conversation = at(talk, "done").after(hours=5).says(said)
    assert conversation.question == "feeling-at-first"
    assert conversation.facts.text("organisation") == "Beta Motors"
    assert conversation.facts.value("news") != "ahead"


@pytest.mark.parametrize("said", ["i have another interview today at Beta Motors at 5pm", "had another interview scheduled for friday at Beta Motors, help", "another interview tomorrow at Beta Motors"])  # fmt: skip
def test_another_interview_that_they_have_is_ahead(talk: Talk, said: str) -> None:
    conversation = at(talk, "done").says(said)
    assert conversation.facts.value("news") == "ahead"


@pytest.mark.parametrize(
    "said", ["i had another interview at the halifax today", "had another one. halifax. went ok actually"]
)
def test_another_one_that_has_been_is_a_new_one_though_its_place_is_not_understood(talk: Talk, said: str) -> None:
    conversation = ended(talk).after(days=9).says(said)
    assert conversation.state.interviews_begun == 2
    assert conversation.question == "feeling-at-first"


@pytest.mark.parametrize("said", ["i had another look at my notes", "another interview would be too much for me"])
def test_what_only_sounds_like_another_one_is_none(talk: Talk, said: str) -> None:
    assert ended(talk).after(days=9).says(said).state.interviews_begun == 1


# --- a no beside another one --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "over", "other", "day"),
    [
        ("acme said no on monday, and had another one today at brightwell, froze on the case", "acme", "brightwell", "24"),
        ("had one yesterday at brightwell, froze on the case. also acme said no on monday", "acme", "brightwell", "23"),
        ("got a no from acme on friday and today another interview at brightwell, i froze", "acme", "brightwell", "24"),
        ("the bank rejected me on friday, then today i had an interview at the council and rambled", "the bank",
         "the council", "24"),
        ("was turned down by tesco on monday. interview at aldi today, couldnt answer the stock question", "tesco",
         "aldi", "24"),
        ("two interviews this week. acme on monday said no. brightwell today, i froze on the case", "acme",
         "brightwell", "24"),
    ],
)  # fmt: skip
def test_a_no_is_kept_for_the_one_it_came_from_and_the_other_is_told_of(
    talk: Talk, said: str, over: str, other: str, day: str
) -> None:
    conversation = talk().says(said)
    assert (of(conversation, "i1", "organisation"), of(conversation, "i1", "outcome")) == (over, "rejected")
    assert (of(conversation, "i2", "organisation"), of(conversation, "i2", "outcome")) == (other, None)
    assert of(conversation, "i2", "interview-on") == f"2026-11-{day}"
    assert of(conversation, "i1", "opening") is None
    assert conversation.question == "feeling-at-first"
    assert says(conversation, lines.OUTCOME_THERE, outcome="rejected", place=over)


def test_a_no_without_a_place_is_not_that_of_the_one_told_of(talk: Talk) -> None:
    conversation = talk().says("they said no for one interview and the other one today at brightwell was awful")
    assert (of(conversation, "i2", "organisation"), of(conversation, "i2", "outcome")) == ("brightwell", None)
    assert of(conversation, "i1", "outcome") == "rejected"
    assert says(conversation, lines.NO_ELSEWHERE)


def test_a_no_of_one_that_was_told_of_goes_there_beside_the_next_one(talk: Talk) -> None:
    conversation = at(talk, "done").says("acme said no on monday, and had another one today at brightwell, i froze")
    assert of(conversation, "i1", "outcome") == "rejected"
    assert (of(conversation, "i2", "organisation"), of(conversation, "i2", "outcome")) == ("brightwell", None)


@pytest.mark.parametrize(
    "said",
    [
        "acme said no on monday. the interview was on friday and i froze on the case",
        "tesco said no, had an interview there on friday, and froze",
        "i had my interview at acme, he said no twice when i asked if i could sit, one today at 4",
        "my friend got a no from acme and i had an interview at brightwell today, froze",
        "the interviewer said no when i asked for water, and another one asked me about stock",
        "mum said no wonder, had an interview today and froze",
    ],
)
def test_a_no_and_its_own_story_are_one_interview(talk: Talk, said: str) -> None:
    conversation = talk().says(said)
    assert conversation.state.interviews_begun == 1
    assert of(conversation, "i1", "opening") == said


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("two interviews this week, one at the bank thursday and one at the council today, both bad",
         ("the bank", "the council")),
        ("i had two interviews this week, the bank on monday went ok and the council today was a mess",
         ("the bank", "the council")),
    ],
)  # fmt: skip
def test_two_of_one_week_are_kept_apart_and_the_first_is_asked_for(
    talk: Talk, said: str, places: tuple[str, str]
) -> None:
    conversation = talk().says(said)
    assert tuple(of(conversation, one, "organisation") for one in ("i1", "i2")) == places
    assert of(conversation, "i2", "interview-on") == "2026-11-24"
    assert [choice.label for choice in conversation.prompt.choices] == list(places)
