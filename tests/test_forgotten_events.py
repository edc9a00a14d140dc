"""After "forget me" a platform may hand in old events again: none of them is taken as new, and nobody can be told by them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from core.erasing import REDELIVERED
from core.events import Person, Text
from core.store import KeyFile, open_store
from core.store.erasing import erase
from tests.conversation import Conversation

Talk = Callable[..., Conversation]
SAID = ("Just had an interview at Acme", "8", "forget me", "yes")


def says(conversation: Conversation, number: int, text: str, person: Person | None = None) -> Conversation:
    id = f"C1:{number}"
    event = Text(id=id, person=person or conversation.person, at=conversation.now, zone="Africa/Lusaka", text=text)
    return conversation.takes(event)


def forgets(talk: Talk) -> Conversation:
    conversation = talk()
    for number, text in enumerate(SAID):
        says(conversation, number, text)
    assert conversation.store.snapshot(conversation.person) is None
    return conversation


def tokens(conversation: Conversation) -> list[tuple[bytes, int]]:
    with closing(sqlite3.connect(conversation.folder / "data" / "rebound.db")) as rows:
        return list(rows.execute("SELECT token, at FROM forgotten"))


@pytest.mark.parametrize("number", range(len(SAID)))
def test_a_message_that_comes_again_after_forget_me_is_not_taken(talk: Talk, number: int) -> None:
    conversation = forgets(talk)
    says(conversation, number, SAID[number])
    assert conversation.heard == ()
    assert conversation.store.snapshot(conversation.person) is None


def test_nor_after_a_restart(talk: Talk) -> None:
    conversation = forgets(talk).restarts()
    assert says(conversation, 0, SAID[0]).heard == ()


def test_what_they_write_anew_is_taken(talk: Talk) -> None:
    conversation = says(forgets(talk), 9, "hello")
    assert conversation.heard
    assert conversation.store.snapshot(conversation.person) is not None


def test_the_same_id_from_somebody_else_is_another_event(talk: Talk) -> None:
    conversation = forgets(talk)
    other = Person("terminal", "other")
    says(conversation, 0, SAID[0], other)
    assert conversation.store.snapshot(other) is not None


@pytest.mark.sqlite
def test_what_is_kept_of_them_tells_nobody_and_goes_after_a_week(talk: Talk) -> None:
    conversation = forgets(talk)
    kept = tokens(conversation)
    assert len(kept) == len(SAID)
    assert len({token for token, _ in kept}) == len(SAID)
    for file in (conversation.folder / "data").iterdir():
        raw = file.read_bytes()
        assert b"C1:0" not in raw
        assert b"Acme" not in raw
    conversation.store.tidy(conversation.now + timedelta(hours=1) - REDELIVERED)
    assert tokens(conversation) == kept
    conversation.store.tidy(conversation.now + timedelta(seconds=1))
    assert tokens(conversation) == []


@pytest.mark.sqlite
def test_another_master_key_gives_other_tokens(talk: Talk) -> None:
    one, other = forgets(talk), forgets(talk)
    assert {token for token, _ in tokens(one)}.isdisjoint(token for token, _ in tokens(other))


@pytest.mark.sqlite
def test_an_erasure_by_the_operator_does_the_same(talk: Talk) -> None:
    conversation = talk()
    says(conversation, 0, SAID[0])
    conversation.close()
    database, key = conversation.folder / "data" / "rebound.db", conversation.folder / "key" / "master.key"
    assert erase(Path(database), KeyFile(key), conversation.person)
    conversation.store = open_store(database, KeyFile(key))
    assert says(conversation, 0, SAID[0]).heard == ()
    assert says(conversation, 1, "hello").heard
