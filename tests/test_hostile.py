"""Texts that break programs: each is an answer like any other, kept as it was sent and said back as it stands."""

from __future__ import annotations

import json
import logging
import unicodedata
from pathlib import Path

import pytest

from core.events import Person
from core.understanding.text import clean
from tests.case_files import hostile
from tests.conversation import Conversation
from tests.moments import Talk, at

LONG = [
    "word " * 40_000,
    "a" * 200_000,
    "{ $place } %s {0} {{x}} " * 8_000,
    "é́́́" * 40_000,
    "i froze on the sql question at Acme on tuesday at 3pm. " * 3_600,
    "\n" * 200_000,
    "🏳️‍🌈" * 33_000,
    "(" * 100_000 + ")" * 100_000,
]


def test_every_hostile_text_is_answered_and_kept_as_it_was_sent(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    conversation = at(talk, "unsaid")
    for text in hostile():
        conversation.says(text)
        assert conversation.heard, text
        assert "engine-trouble" not in conversation.state.used, text
        assert json.loads(conversation.last_entry)["text"] == text
        kept = conversation.facts.text("unsaid-1")
        assert kept in (None, clean(text)), text
        if kept is not None:
            assert unicodedata.is_normalized("NFC", kept)
            conversation.says("undo")
        if conversation.question != "unsaid-1":  # it was no answer, and led elsewhere
            conversation = at(talk, "unsaid")
    assert not [record for record in caplog.records if record.name.startswith(("core", "bot"))]


@pytest.mark.parametrize("text", ["{ $organisation }", "%s %d %(name)s", "{0} {name} {{x}}", "${jndi:x}", "#{7*7}", "{ -term }", "<b>x</b> & <@U1> *b* _i_ `c`"])  # fmt: skip
def test_what_looks_like_a_placeholder_comes_back_as_it_was_written(talk: Talk, text: str) -> None:
    words = f"i would say {text} to them"
    conversation = at(talk, "unsaid").says(words, "that was all", "skip", "nothing", "yes", "i may write", "by friday")
    conversation.says("Mrs Zulu asked it", "e-mail", "show me now")
    assert text in conversation.drafts[0].text
    assert text in conversation.says("my notes").transcript


def exported(conversation: Conversation) -> tuple[str, list[str]]:
    """The page of everything they told, and every text of theirs in the file for programs."""
    page, program, *_ = conversation.coach.files(conversation.person, conversation.now, conversation.store)
    return page.text, [event["text"] for event in json.loads(program.text)["events"]]


def test_every_hostile_text_is_exported_as_it_was_sent_after_nfc(talk: Talk) -> None:
    conversation = at(talk, "unsaid")
    for text in hostile():
        conversation.says(text)
    _, kept = exported(conversation)
    assert kept[-len(hostile()) :] == [unicodedata.normalize("NFC", text) for text in hostile()]


def test_a_half_of_a_pair_which_no_file_can_hold_costs_no_export(talk: Talk) -> None:
    page, kept = exported(at(talk, "unsaid").says("half \ud83d of it, and more words"))
    assert kept[-1] == "half ? of it, and more words"
    assert page.encode()


def test_what_one_person_writes_reaches_no_other(talk: Talk, tmp_path: Path) -> None:
    conversation = at(talk, "unsaid").says("a word nobody else would use: zzqyx")
    other = Conversation(tmp_path / "other", person=Person("terminal", "somebody-else"))
    other.store.close()
    other.store = conversation.store
    other.says("interview at Beta, it went badly", "8", "what do you know", "my notes", "show the note", "steps")
    assert "zzqyx" not in other.transcript
    assert "Acme" not in other.transcript


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
@pytest.mark.parametrize("moment", ["opening", "feeling", "unsaid", "their words", "note"])
def test_two_hundred_thousand_characters_are_a_message_like_any_other(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment).says(text)
    assert conversation.heard
    assert "engine-trouble" not in conversation.state.used
    assert json.loads(conversation.last_entry)["text"] == text
    page, kept = exported(conversation)
    assert kept[-1] == unicodedata.normalize("NFC", text)
    assert page
