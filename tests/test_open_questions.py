"""Whether a button would still answer something: asked by surfaces before they show a choice as made."""

from __future__ import annotations

from collections.abc import Callable

from core.events import Click
from core.messages import Prompt
from tests.conversation import Conversation


def is_open(talk: Conversation, prompt: Prompt, option: str) -> bool:
    click = Click(id="x", person=talk.person, at=talk.now, run=prompt.run, question=prompt.question, option=option)
    return talk.coach.is_open(click, talk.now, talk.store)


def test_only_the_question_that_was_asked_last_is_open(talk: Callable[..., Conversation]) -> None:
    ada = talk().says("just out of an interview at Acme. my mind went blank")
    scale = ada.prompt
    assert is_open(ada, scale, "8")
    ada.says("8")
    assert not is_open(ada, scale, "8")
    assert is_open(ada, ada.prompt, ada.prompt.choices[0].option)


def test_what_is_no_option_of_it_is_not_open(talk: Callable[..., Conversation]) -> None:
    ada = talk().says("just out of an interview at Acme. my mind went blank")
    assert not is_open(ada, ada.prompt, "11")
    assert not is_open(ada, ada.prompt, "yes")


def test_asking_changes_nothing(talk: Callable[..., Conversation]) -> None:
    ada = talk().says("just out of an interview at Acme. my mind went blank")
    before = ada.store.snapshot(ada.person)
    assert is_open(ada, ada.prompt, "8")
    assert ada.store.snapshot(ada.person) is before


def test_to_somebody_unknown_nothing_is_open(talk: Callable[..., Conversation]) -> None:
    ada = talk().says("just out of an interview at Acme. my mind went blank")
    assert not is_open(talk(), ada.prompt, "8")
