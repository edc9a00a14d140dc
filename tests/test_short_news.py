"""News in three words, in every state: what is taken, what is asked about, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.understanding import read
from core.understanding.short_news import Certainty
from tests.conversation import Conversation
from tests.test_outcome import finished, planned

Talk = Callable[..., Conversation]

OFFERS = [
    "hired",
    "got job",
    "they took me on",
    "they called i got it",
    "they called!! i got it",
    "they rang. i start monday",
    "they gave it to me! starting january",
    "got it. start monday",
    "bank said yes",
    "omg they hired me",
    "Acme said yes",
]
NOES = [
    "the school said no :(",
    "they finally said no",
    "i didnt get it, the school one. they rejected me",
    "rejected :(",
    "Acme said no",
]
SILENCE = [
    "its over they never replied",
    "they said friday and nothing. typical",
    "friday is over. its saturday",
    "i dont even know if i got it yet",
]
LIKELY = ["start monday :)", "yes start monday", "i took it already lol"]
NO_NEWS = [
    "i got the job of cleaning the files at my last firm",
    "they said no to my question about leave",
    "the manager said no to my idea",
    "my boss said no",
    "i asked if i could sit. they said yes",
    "they took me seriously",
    "they took me through the building",
    "i hired three people",
    "i got it wrong",
    "they said no problem",
    "i start early every day",
]


def outcome_of(text: str) -> list[tuple[str, str]]:
    """The news that a text tells, and how sure it is."""
    return [(detail.name, detail.value) for detail in read(text).details if detail.name.startswith("outcome")]


@pytest.mark.parametrize("said", LIKELY)
def test_a_few_words_that_may_be_news_are_marked_as_likely(said: str) -> None:
    assert outcome_of(said) == [(Certainty.LIKELY.value, "offer")]


@pytest.mark.parametrize("said", ["got it", "yes got it", "ok got it"])
def test_what_may_just_mean_understood_is_news_only_where_it_was_asked_for(said: str) -> None:
    assert outcome_of(said) == [(Certainty.IF_ASKED.value, "offer")]


@pytest.mark.parametrize("said", NO_NEWS)
def test_words_of_news_about_something_else_are_none(talk: Talk, said: str) -> None:
    assert outcome_of(said) == []
    assert finished(talk).after(days=1).says(said).facts.value("outcome") is None


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        *((said, "offer") for said in OFFERS if said != "bank said yes"),
        *((said, "rejected") for said in NOES if "school" not in said),
        *((said, "waiting") for said in SILENCE),
    ],
)
@pytest.mark.parametrize("before", ["idle", "an offer", "stopped"])
def test_news_in_a_few_words_is_taken_in_every_state(talk: Talk, said: str, outcome: str, before: str) -> None:
    conversation = finished(talk)
    if before == "an offer":
        conversation.waits(days=1)
    elif before == "stopped":
        conversation.waits(days=1).says("stop", "just this")
    assert conversation.says(said).facts.value("outcome") == outcome
    assert "stopped" not in conversation.reply.lower()


@pytest.mark.parametrize(("said", "outcome"), [("bank said yes", "offer"), ("the school said no :(", "rejected")])
def test_a_place_of_another_kind_is_asked_about_where_theirs_is_known(talk: Talk, said: str, outcome: str) -> None:
    conversation = talk().says("had an interview at Mercy clinic today, i froze", "2", *["skip"] * 14)
    assert conversation.facts.text("organisation") == "Mercy clinic"
    conversation.says(said)
    assert "Mercy clinic" in conversation.reply
    assert conversation.facts.value("outcome") is None
    assert conversation.says("yes").facts.value("outcome") == outcome


@pytest.mark.parametrize("said", LIKELY)
def test_news_that_is_only_likely_is_asked_about_and_may_be_none(talk: Talk, said: str) -> None:
    conversation = finished(talk).after(days=1).says(said)
    assert str(conversation.question).endswith("news-from")
    assert "Acme" in conversation.reply
    conversation.says("something else")
    assert conversation.facts.value("outcome") is None
    assert conversation.question is None
    assert planned(conversation)
    assert conversation.says(said).says("yes").facts.value("outcome") == "offer"


def asked_whether_anything_came(talk: Talk) -> Conversation:
    """The check-in, on the Tuesday after the Friday they had named."""
    conversation = finished(talk).waits(days=1).says("skip this part").waits(days=6)
    assert str(conversation.question).endswith("anything-come")
    return conversation


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        *((said, "offer") for said in (*OFFERS, *LIKELY, "yes got it")),
        *((said, "rejected") for said in NOES),
        *((said, "waiting") for said in SILENCE),
    ],
)
def test_where_it_is_asked_whether_anything_came_two_words_are_the_answer(talk: Talk, said: str, outcome: str) -> None:
    conversation = asked_whether_anything_came(talk).says(said)
    assert conversation.facts.value("outcome") == outcome
    assert conversation.facts.text("nudge:check-in-1") == "sent"


@pytest.mark.parametrize(
    "said",
    [
        "4. On site on 15 December, 2 pm, with the director, Graham Pell. But only Priya and Dr Vogt, not HR.",
        "A next round: Tuesday 15 December at 14:00, with Priya Nair and the director Graham Pell.",
    ],
)
def test_there_an_option_may_be_named_with_more_behind_it(talk: Talk, said: str) -> None:
    conversation = asked_whether_anything_came(talk).says(said)
    assert conversation.facts.value("outcome") == "next-round"
    assert conversation.facts.value("next-interview-on") == "2026-12-15"


@pytest.mark.parametrize("said", NO_NEWS[:2])
def test_there_too_a_longer_text_counts_as_news_only_after_a_yes(talk: Talk, said: str) -> None:
    conversation = asked_whether_anything_came(talk).says(said)
    assert str(conversation.question).endswith("news-from")
    assert conversation.facts.value("outcome") is None


def test_an_offer_beside_what_was_feared_does_not_read_like_a_mark(talk: Talk) -> None:
    conversation = finished(talk).after(days=5).says("hired")
    recalled = ("when you came here", "first told me", "that day it felt")
    assert any(words in conversation.reply.lower() for words in recalled)
    assert "You gave it" not in conversation.reply
    assert "right after" not in conversation.reply.lower()


def test_a_day_of_theirs_that_has_passed_is_not_spoken_of_as_to_come(talk: Talk) -> None:
    conversation = finished(talk).waits(days=1).says("no").waits(days=3).says("friday is over. its saturday")
    assert "until Friday" not in conversation.reply
    assert "Friday 27 November" in conversation.reply
    assert "Tuesday 1 December" in conversation.reply


def test_finished_is_said_only_where_nothing_comes_any_more_and_not_twice(talk: Talk) -> None:
    conversation = finished(talk).says("the weather is bad")
    assert "finished" not in conversation.reply
    assert "Wednesday 25 November, 9:00" in conversation.reply
    conversation.says("stop writing to me", "the weather is bad")
    first = conversation.reply
    assert conversation.says("and cold").reply != first
    assert "finished" not in conversation.reply


def test_what_now_shows_the_steps_and_an_offer_taken_is_settled(talk: Talk) -> None:
    assert str(finished(talk).says("what do i do").question).endswith("step")
    conversation = finished(talk).says("hired", "i took it already lol")
    assert any(words in conversation.reply for words in ("settled", "it is done", "has its end"))


@pytest.mark.parametrize("said", ["ok then", "nice weather", "lol"])
def test_only_small_talk_about_the_old_hears_that_we_have_stopped(talk: Talk, said: str) -> None:
    conversation = finished(talk).waits(days=1).says("stop", "just this", said)
    assert conversation.facts.value("outcome") is None


def test_a_step_by_name_and_a_feeling_open_after_stop(talk: Talk) -> None:
    conversation = finished(talk).waits(days=1).says("stop", "just this")
    assert str(conversation.says("practice please").question).startswith("practice")
    broken_off = talk().says("had an interview at Acme today, froze on the SQL question", "8", "stop")
    assert str(broken_off.says("i feel awful about it").question).endswith("offer")
    assert broken_off.says("go on").question == "anything-else"


@pytest.mark.parametrize("said", ["got it", "start monday"])
def test_what_is_not_sure_is_no_fact(talk: Talk, said: str) -> None:
    conversation = finished(talk).waits(days=1).says(said)
    assert not any(name.startswith("outcome") for name in conversation.state.facts["i1"])
