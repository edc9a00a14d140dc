"""What was once misheard in whole conversations, and must not be again: each from typed text to what is kept or said."""

from __future__ import annotations

import pytest

from core import lines
from core.facts import Picked
from core.understanding import names
from tests.moments import Talk, at, says


@pytest.mark.parametrize(
    "text", ["sod off", "ok so whats the point of this. call?", "what do you mean", "useless", "skip it"]
)
def test_a_curse_or_a_question_is_no_organisation(talk: Talk, text: str) -> None:
    conversation = talk().says("had an interview today, it went badly", "8", "all of it", "skip", "nothing else")
    for _ in range(12):
        if conversation.question in (None, "organisation"):
            break
        conversation.says("skip")
    assert conversation.question == "organisation"
    assert conversation.says(text).facts.value("organisation") is None


@pytest.mark.parametrize(
    ("text", "people", "unnamed"),
    [
        ("Email. To Mr Phiri.", ("Mr Phiri",), 0),
        ("just 1 lady the head teacher mrs mulenga", ("Mrs Mulenga",), 0),
        ("only one man, Mr Tembo", ("Mr Tembo",), 0),
        ("three people, I only know Mr Phiri", ("Mr Phiri",), 2),
        ("one lady and Mr Banda", ("Mr Banda",), 1),
    ],
)
def test_a_channel_is_nobody_and_one_person_is_one(text: str, people: tuple[str, ...], unnamed: int) -> None:
    read = names.read(text)
    assert (read.names, read.unnamed) == (people, unnamed)


def test_being_told_that_one_was_told_stays_out_of_the_letter(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says("didnt i just tell u? dose over stock times volume, then i check it twice")
    assert conversation.facts.text("unsaid-1") == "dose over stock times volume, then i check it twice"


@pytest.mark.parametrize("text", ["no note man. im not begging", "i said NO NOTE", "nah no letter please"])
def test_a_refused_note_is_refused_however_it_is_put(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").says(text)
    assert not {"i1/note", "i1/last-call"} & set(conversation.state.promised)


def test_hours_are_kept_also_when_they_are_named_in_anger(talk: Talk) -> None:
    assert at(talk, "done").says("dont u dare write to me before 10").hours(days=1) == ["Wed 25 10:00"]


def test_a_sent_that_was_none_is_taken_back_and_the_note_comes_again(talk: Talk) -> None:
    conversation = at(talk, "done").says("sent it", "no wait i havent sent it yet")
    assert says(conversation, lines.NOT_SENT)
    assert "i1/note" in conversation.state.promised


def test_a_note_that_is_out_is_not_offered_to_be_looked_at(talk: Talk) -> None:
    conversation = at(talk, "note look").says("sent it")
    assert conversation.question == "judge-when"


@pytest.mark.parametrize(
    "text", ["ok thx. will do", "stop being so polite its creepy", "when do i start then lol", "is that all??"]
)
def test_after_a_new_start_a_word_about_the_last_interview_begins_no_other(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").restarts().arrives().says(text)
    assert conversation.question is None
    assert conversation.state.facts_of("i2").all() == {}


def test_after_a_new_start_another_interview_is_heard_as_one(talk: Talk) -> None:
    conversation = at(talk, "done").restarts().arrives()
    conversation.says("just out of another interview at Beta, froze on the budget question")
    assert conversation.question == "feeling-at-first"
    assert conversation.facts.text("organisation") == "Beta"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("i have second interview with Acme tomorrow 14:00", "next-round"),
        ("they want me for 2nd interview first", "next-round"),
        ("got dumped by them officially today", "rejected"),
        ("they offerd it last week", "offer"),
    ],
)
def test_news_is_heard_at_the_note(talk: Talk, text: str, outcome: str) -> None:
    assert at(talk, "note").says(text).facts.value("outcome") == outcome


def test_blame_is_not_taken_for_somebody_to_tell(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says("it's my fault. I always say too much. I ruin everything")
    assert not isinstance(conversation.facts.value("unsaid-1"), str)


@pytest.mark.parametrize("text", ["im so useless at this", "why am i so stupid"])
def test_somebody_who_is_low_when_nothing_is_asked_is_met(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").says(text)
    assert says(conversation, lines.STILL_HURTS)


def test_what_they_would_have_said_tells_nothing_of_the_panel(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says("shelf by shelf, two people, then compare")
    assert conversation.facts.value("panel-size") is None


def test_a_yes_that_is_the_answer_stays_in_the_note(talk: Talk) -> None:
    conversation = talk().says("just out of my interview at Acme. i froze on the forklift question", "6", "one moment")
    conversation.says(
        "have you driven a forklift on a ramp",
        "yes, load uphill and slowly, i did it for two years",
        "skip",
        "nothing",
    )
    conversation.says("yes", "i may write", "no day named", "Mr Banda asked it", "e-mail", "show me now")
    assert "Yes, load uphill and slowly" in conversation.drafts[0].text


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("9 mate", 9),
        ("7 bro, gutted", 7),
        ("five mate", 5),
        ("7. Mostly because I am furious about it, and because I know the answer cold", 7),
        ("3 people", None),
        ("one lady asked", None),
        ("2 of them", None),
    ],
)
def test_a_number_first_is_the_answer_and_a_count_is_none(talk: Talk, text: str, feeling: int | None) -> None:
    assert at(talk, "feeling").says(text).facts.value("feeling-at-first") == feeling


@pytest.mark.parametrize(
    ("moment", "text", "day"),
    [
        ("answer by", "she said shed ring me by the weekend", "2026-11-29"),
        ("answer by", "she said she'd ring me by friday", "2026-11-27"),
        ("contact", "they didnt say. she said shed ring me by the weekend", "2026-11-29"),
        ("contact", "she said shed text me next week", "2026-12-04"),
        ("contact", "she'll message me next week", "2026-12-04"),
    ],
)
def test_when_they_will_ring_or_text_is_when_they_answer(talk: Talk, moment: str, text: str, day: str) -> None:
    conversation = at(talk, moment).says(text)
    assert conversation.facts.value("answer-promised-at") == day
    assert "an answer by" in conversation.reply


@pytest.mark.parametrize(
    "text", ["she'd ring me", "same as before. they'll be in touch", "no day, she didnt say if next week"]
)
def test_where_no_day_is_named_none_is_made(talk: Talk, text: str) -> None:
    assert at(talk, "answer by").says(text).facts.value("answer-promised-at") == Picked("none")


def test_a_day_that_they_named_for_a_talk_puts_nothing_off(talk: Talk) -> None:
    conversation = at(talk, "done")
    conversation.waits(hours=21)
    conversation.says("she said come in monday!!! for a chat")
    assert conversation.facts.value("outcome") == "next-round"
    assert conversation.facts.value("next-interview-on") == "2026-11-30"
