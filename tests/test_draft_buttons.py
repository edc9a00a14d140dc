"""The buttons under a draft: own words, shorter, sent. Each does what the words would do, whenever it is pressed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.events import Click, Rewritten
from core.messages import EDIT, SENT, SHORTER, Draft, Line, Prompt, decode_parts, encode_parts
from tests.conversation import Conversation
from tests.told import TO_ONE_NOTE, TO_TWO_NOTES

Talk = Callable[..., Conversation]

OWN = "Dear Mrs Zulu, thank you for your time today. I enjoyed it. Ada"


def draft(conversation: Conversation) -> Draft:
    (shown,) = conversation.drafts
    return shown


def presses(conversation: Conversation, shown: Draft, option: str) -> Conversation:
    event = Click(
        id=f"press-{conversation.state.number}",
        person=conversation.person,
        at=conversation.now,
        run=shown.run,
        question=shown.name,
        option=option,
    )
    return conversation.takes(event)


def rewrites(conversation: Conversation, shown: Draft, text: str) -> Conversation:
    event = Rewritten(
        id=f"form-{conversation.state.number}",
        person=conversation.person,
        at=conversation.now,
        run=shown.run,
        name=shown.name,
        text=text,
    )
    return conversation.takes(event)


def sent(conversation: Conversation) -> list[str]:
    return [name for name in conversation.facts.all() if name.startswith("note-") and name.endswith("-sent")]


def test_a_draft_names_itself_and_what_can_be_done_about_it_also_after_the_outbox(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE)
    shown = draft(conversation)
    assert shown.options == (SENT, SHORTER, EDIT)
    assert decode_parts(encode_parts(conversation.heard)) == conversation.heard
    assert shown.is_asked_about(conversation.prompt)
    assert len(f"{shown.run}|{shown.name}|shorter") < 80, "it has to fit into what a platform gives back"


def test_a_list_of_notes_has_no_buttons(talk: Talk) -> None:
    shown = draft(talk().says(*TO_ONE_NOTE, "my notes"))
    assert (shown.run, shown.name, shown.options) == ("", "", ())
    assert decode_parts(encode_parts((shown,))) == (shown,)


def test_a_draft_written_by_an_older_program_is_read() -> None:
    assert decode_parts(b'[["draft","A note","Dear all"]]') == (Draft("A note", "Dear all"),)


def test_shorter_is_what_the_word_is(talk: Talk) -> None:
    typed, pressed = talk().says(*TO_ONE_NOTE, "shorter"), talk().says(*TO_ONE_NOTE)
    presses(pressed, draft(pressed), SHORTER)
    assert draft(pressed) == draft(typed)
    assert pressed.prompt.text == typed.prompt.text


def test_own_words_take_its_place_in_one_go(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE)
    rewrites(conversation, draft(conversation), OWN)
    assert draft(conversation).text == OWN
    assert conversation.says("sent").facts.value("note-1-sent") is True


def test_sent_is_marked_once_however_often_it_is_pressed(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE)
    shown = draft(conversation)
    presses(conversation, shown, SENT)
    assert sent(conversation) == ["note-1-sent"]
    presses(conversation, shown, SENT)
    assert sent(conversation) == ["note-1-sent"]


@pytest.mark.parametrize("option", [SHORTER, EDIT])
def test_what_is_pressed_on_an_old_version_is_done_to_the_draft_as_it_stands(talk: Talk, option: str) -> None:
    conversation = talk().says(*TO_ONE_NOTE)
    first = draft(conversation)
    conversation.says("warmer")
    presses(conversation, first, option)
    if option == EDIT:
        assert conversation.question == "note-1.2.own-text"
    else:
        assert draft(conversation).text != first.text
        assert "shorter" not in [choice.option for choice in conversation.prompt.choices]


def test_of_two_notes_the_one_is_sent_whose_button_is_pressed(talk: Talk) -> None:
    conversation = talk().says(*TO_TWO_NOTES)
    first = draft(conversation)
    conversation.says("keep it for later")
    second = draft(conversation)
    assert "Banda" in second.text
    conversation.says("keep it for later")
    presses(conversation, second, SENT)
    assert sent(conversation) == ["note-2-sent"]
    presses(conversation, first, SENT)
    assert sent(conversation) == ["note-2-sent", "note-1-sent"]


def test_the_next_day_a_button_still_works_and_leads_back_to_the_open_question(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE)
    shown = draft(conversation)
    conversation.says("keep it for later").waits(hours=22)
    open_now = conversation.prompt.question
    presses(conversation, shown, SENT)
    assert sent(conversation) == ["note-1-sent"]
    assert conversation.prompt.question == open_now


def test_own_words_the_next_day_are_shown_as_the_draft(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE)
    shown = draft(conversation)
    conversation.says("keep it for later").waits(hours=22)
    rewrites(conversation, shown, OWN)
    assert draft(conversation).text == OWN
    assert draft(conversation).is_asked_about(conversation.prompt)


def test_an_undo_takes_back_what_was_pressed(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE)
    presses(conversation, draft(conversation), SENT)
    assert sent(conversation.says("undo")) == []


@pytest.mark.parametrize("run", ["r1/i7/note", "r9//steps", "r1/i1/check-in", "r1/i1"])
def test_a_draft_of_what_is_gone_leads_nowhere(talk: Talk, run: str) -> None:
    conversation = talk().says("I had an interview at Acme today")
    presses(conversation, Draft("", "", run, "note-1.1.settle"), SENT)
    assert isinstance(conversation.heard[0], Line)
    assert isinstance(conversation.heard[-1], Prompt)
    assert not sent(conversation)


def test_after_a_sign_of_danger_no_button_leads_past_it(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE)
    shown = draft(conversation)
    conversation.says("i want to kill myself")
    open_now = conversation.question
    presses(conversation, shown, SENT)
    assert conversation.question == open_now
    assert not conversation.drafts
    assert not sent(conversation)


def test_danger_in_their_own_text_comes_before_the_note(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE)
    rewrites(conversation, draft(conversation), "i want to kill myself")
    assert conversation.state.held
    assert not conversation.drafts


def test_what_was_written_into_the_form_is_in_the_journal_and_in_the_export(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE)
    rewrites(conversation, draft(conversation), OWN)
    assert OWN in conversation.last_entry
    assert OWN in conversation.says("export").files["json"]
