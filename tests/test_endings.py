"""A stop is heard whatever else is said and whatever is open; nothing is asked after it, and a promise of silence holds."""

from __future__ import annotations

import pytest

from core import lines
from core.flows.telling import HEARD
from core.messages import Prompt
from core.understanding import endings
from core.understanding.endings import Ending
from tests.moments import OPEN, Talk, at, says

_STOPS = [
    "i said stop asking me things",
    "no. stop asking",
    "ok thats enough. bye",
    "i said bye",
    "done now, thanks",
    "dont make me do more of this today",
    "please just leave me. dont message me any more",
]


@pytest.mark.parametrize("moment", [name for name in OPEN if name != "opening"])
@pytest.mark.parametrize("text", _STOPS)
def test_after_a_stop_nothing_is_asked_whatever_was_open(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment).says(text)
    assert not any(isinstance(part, Prompt) for part in conversation.heard)
    assert conversation.reply


@pytest.mark.parametrize("moment", OPEN)
@pytest.mark.parametrize(
    "text",
    [
        "leave it and dont message me",
        "you were told not to message me",
        "it was fine. never text me again",
        "no. stop writing to me",
    ],
)
def test_whoever_wants_no_message_gets_none(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment).says(text)
    assert says(conversation, lines.STOPPED_ALL)
    assert conversation.hours(days=60) == []


def test_what_else_a_stop_says_is_kept(talk: Talk) -> None:
    assert at(talk, "feeling").says("8. stop asking me things").facts.value("feeling-at-first") == 8
    assert at(talk, "job").says("yes and dont text me again").facts.value("wants-job") == "yes"
    no_more = at(talk, "others").says("they asked about sql joins. i'm done for today, bye")
    assert no_more.facts.value("other-questions") == "they asked about sql joins"


@pytest.mark.parametrize(
    "text",
    [
        "i stopped talking",
        "they told me to stop",
        "we said bye and she smiled",
        "she told me, don't message me",
        'he said "stop asking me questions" and left',
        "and then he said enough now",
        "she took a call in the middle and didnt come back so no goodbye",
        "thank you and bye, thats all i managed at the end",
        "they said don't contact me again",
        "dont message me today",
        "don't ask me that",
        "I was on the bus and wanted to cry",
    ],
)
def test_what_only_sounds_like_a_stop_is_none(text: str) -> None:
    assert endings.read(text) is None


@pytest.mark.parametrize(
    ("text", "what", "rest"),
    [
        ("Email. and stop messaging me", Ending.MESSAGES, "Email"),
        ("no other. done now, thanks", Ending.ENOUGH, "no other"),
        ("that was all. dont make me do more of this today", Ending.QUESTIONS, "that was all"),
        ("didnt i tell you not today", Ending.ENOUGH, ""),
        ("please stop asking me so many questions", Ending.QUESTIONS, ""),
        ("i told you not to ask me that. close it", Ending.QUESTIONS, "close it"),
    ],
)
def test_a_stop_is_told_from_what_else_is_said(text: str, what: Ending, rest: str) -> None:
    ended = endings.read(text)
    assert ended is not None
    assert (ended.what, ended.rest) == (what, rest)


@pytest.mark.parametrize("moment", ["opening", "feeling", "unsaid", "job", "look back"])
@pytest.mark.parametrize(
    "text", ["just need to vent. dont want advice", "i dont want questions i just want to moan", "can i just rant"]
)
def test_who_only_wants_to_be_heard_is_asked_no_number_and_no_question(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment).says(text)
    assert (conversation.question or "").startswith("told-freely")
    conversation.says("8. they talked over me the whole time", "ok thats all")
    assert conversation.question is None
    assert conversation.hours(hours=20) == []
    assert not any(word in conversation.transcript.partition(text)[2] for word in ("0 (fine)",))


def test_what_is_told_beside_the_wish_to_be_heard_is_kept_and_taken_up(talk: Talk) -> None:
    conversation = talk().says("i dont want questions i just want to moan. he talked over me FOUR times")
    assert conversation.facts.value("told-freely-1") == "he talked over me FOUR times"
    assert says(conversation, HEARD, what="talked-over")


def test_a_heavy_telling_is_taken_up_in_plain_words_and_each_weight_once(talk: Talk) -> None:
    conversation = talk().says("just want to vent", "8 months of looking. I told my mum already that I got it")
    assert says(conversation, HEARD, what="told-already")
    assert not says(conversation.says("and i told my dad i got it"), HEARD, what="told-already")
    assert not says(conversation.says("the room was blue"), HEARD, what="tired")


def test_that_is_all_at_the_end_of_a_telling_ends_it(talk: Talk) -> None:
    conversation = talk().says("just want to vent", "they told me 'we loved you'. that's all")
    assert conversation.question is None
    assert conversation.facts.value("told-freely-1") == "they told me 'we loved you'. that's all"


def test_who_wants_them_asked_no_more_gets_no_text_that_asks(talk: Talk) -> None:
    conversation = at(talk, "look back").says(
        "not at all. and dont send me a text asking where they stand, i already asked twice"
    )
    assert says(conversation, lines.DROPPED)
    assert conversation.facts.value("judge-when") == "no"
    conversation.waits(days=30)
    assert not any("anything come" in text or "stand" in text for _, text in conversation.arrived)


def test_an_excuse_for_their_tone_is_forgiven_and_what_they_said_holds(talk: Talk) -> None:
    conversation = at(talk, "others").says("i said stop asking me things", "sorry. that was rude. but i mean it")
    assert says(conversation, lines.NO_HARM)
    assert not endings.is_sorry_for_their_manner("sorry, i was rude to her in the interview")


def test_who_left_overnight_is_asked_once_that_morning(talk: Talk) -> None:
    conversation = talk(at="2026-11-24T20:40").says("had an interview at Acme today, it went badly", "8", "bye")
    assert conversation.hours(hours=24) == ["Wed 25 08:00"]


@pytest.mark.parametrize(
    "text",
    [
        "im tired of questions man. just give me the note",
        "no more questions, show me the note",
        "i'm sick of all these questions bro. i just want the note",
    ],
)
@pytest.mark.parametrize("moment", ["others", "job", "answer by", "who"])
def test_who_is_tired_of_questions_and_wants_the_note_gets_it_and_is_asked_no_more(
    talk: Talk, moment: str, text: str
) -> None:
    conversation = at(talk, moment).says(text)
    assert conversation.drafts
    assert str(conversation.question).endswith("settle")
    conversation.says("ok")
    assert conversation.question in (None, "judge-when")


@pytest.mark.parametrize(
    "text", ["no more questions", "No more questions please", "nah no more questions", "no more messages"]
)
def test_no_more_of_them_is_no_answer_and_nothing_is_asked_after_it(talk: Talk, text: str) -> None:
    conversation = at(talk, "who").says(text)
    assert conversation.question is None
    assert "stopped" in conversation.reply.lower()


@pytest.mark.parametrize("text", ["ok", "k", "sure", "fine", "ok cool", "hmm"])
def test_ok_to_having_stopped_goes_on_with_nothing(talk: Talk, text: str) -> None:
    conversation = at(talk, "job").says("no more questions").says(text)
    assert conversation.question is None
    assert conversation.says("go on").question is not None
