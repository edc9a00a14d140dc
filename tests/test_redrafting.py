"""Several wishes for a draft in one message: what goes, what comes in, and the name beneath it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core import lines
from core.drafts.own_words import tidied
from core.facts import OWN_NAME, PERSON
from core.flows import settling
from core.understanding.redrafting import read
from tests.conversation import Conversation
from tests.moments import at, says
from tests.test_capture import ANSWER
from tests.test_check_in import asked_first
from tests.test_drafts import EXCEL, text, with_two_points

Talk = Callable[..., Conversation]


# --- their name --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("sign it Helen Marsh", "Helen Marsh"),
        ("sign it helen marsh please", "Helen Marsh"),
        ("put my name at the bottom, Joe", "Joe"),
        ("add my name at the end: Helen Marsh", "Helen Marsh"),
        ("my name is Helen, sign with that", "Helen"),
        ("i'm Joe, sign it please", "Joe"),
        ("can you sign it from Amina", "Amina"),
        ("sign off as Joe", "Joe"),
        ("sign it with my name, Amina Phiri", "Amina Phiri"),
        ("my name's Chanda", "Chanda"),
    ],
)
def test_the_note_is_signed_with_their_name_however_they_tell_it(talk: Talk, said: str, name: str) -> None:
    conversation = with_two_points(talk).says(said)
    assert text(conversation).endswith(f"Kind regards,\n\n{name}")
    assert tidied(EXCEL) in text(conversation)
    assert says(conversation, lines.SIGNED, name=name)


@pytest.mark.parametrize(
    "said", ["sign it", "put my name at the bottom", "can you sign it for me", "my name's not on it"]
)
def test_without_a_name_it_is_told_how_to_give_it_and_once_it_is_known_nobody_asks(talk: Talk, said: str) -> None:
    conversation = with_two_points(talk).says(said)
    assert says(conversation, lines.SIGN_HOW)
    conversation.says("sign it Joe", "edit", "skip", said)
    assert says(conversation, lines.SIGNED, name="Joe")
    assert not says(conversation, lines.SIGN_HOW)


@pytest.mark.parametrize(
    "said",
    [
        "sign it kind regards", "sign it please", "sign it off", "i'm not sure", "my name is wrong", "it's from Mrs Zulu",
        "change it to Monday", "i signed a form there", "i'm fine with it",
    ],
)  # fmt: skip
def test_what_is_no_name_of_theirs_signs_nothing(talk: Talk, said: str) -> None:
    conversation = with_two_points(talk).says(said)
    assert conversation.state.facts_of(PERSON).value(OWN_NAME) is None


def test_the_name_stands_beneath_the_later_letters_and_in_what_is_known(talk: Talk) -> None:
    conversation = asked_first(talk).says("still waiting", "sign it Helen Marsh")
    assert text(conversation).endswith("Helen Marsh")
    assert "letters signed Helen Marsh" in conversation.says("what do you know").reply
    assert text(conversation.says("show the note")).endswith("Kind regards,\n\nHelen Marsh")


def test_a_name_goes_with_a_change_and_can_be_set_right(talk: Talk) -> None:
    conversation = with_two_points(talk).says("make it warmer, and sign it Helen")
    assert text(conversation).startswith("Hello Mrs Zulu")
    assert text(conversation).endswith("Warm regards,\n\nHelen")
    assert text(conversation.says("sign it Helen Marsh")).endswith("Helen Marsh")
    assert "Helen Marsh" not in conversation.says("undo").drafts[0].text


# --- new words beside another wish -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "take out the excel bit. put we discussed the rota instead",
        "leave out the excel part and say that we discussed the rota",
        "replace the excel bit with we discussed the rota",
        "instead of excel say we discussed the rota",
        "say we discussed the rota and drop the excel thing",
        "take the excel bit out and put that we discussed the rota in",
    ],
)
def test_one_point_goes_and_the_new_words_come_in(talk: Talk, said: str) -> None:
    conversation = with_two_points(talk).says(said)
    note = text(conversation)
    assert "We discussed the rota." in note
    assert tidied(ANSWER) in note
    assert tidied(EXCEL) not in note
    assert tidied(EXCEL) in text(conversation.says("undo"))


@pytest.mark.parametrize(
    "said",
    [
        "shorter, and add that I can start any day",
        "add that I can start any day and make it shorter",
        "make it shorter. also say I can start any day",
    ],
)
def test_shorter_with_new_words_is_shorter_and_has_them(talk: Talk, said: str) -> None:
    conversation = with_two_points(talk)
    before = text(conversation)
    note = text(conversation.says(said))
    assert "I can start any day." in note
    assert "in the position at Acme" not in note
    assert len(note.split()) < len(before.split())


def test_warmer_with_new_words_is_both_once_it_is_said_which_points_stay(talk: Talk) -> None:
    conversation = at(talk, "note").says("warmer and say I can start on monday")
    assert text(conversation).startswith("Hello Mrs Zulu")
    assert "I can start on monday." in text(conversation)


@pytest.mark.parametrize(
    "said",
    ["shorter", "leave out the second point and make it more formal", "sent it", "no", "add that i speak french"],
)
def test_a_single_wish_is_left_to_who_reads_it_alone(said: str) -> None:
    assert read(said) is None


@pytest.mark.parametrize(
    "said", ["we discussed the rota", "i could start any day but they said no", "she put me on hold"]
)
def test_what_is_no_wish_changes_nothing(talk: Talk, said: str) -> None:
    assert not with_two_points(talk).says(said).drafts


# --- what is to go -----------------------------------------------------------------------------------------------

OWN = (
    "Dear Mrs Zulu, thank you for today. I liked the team very much. I was glad we talked about the budget for next year. "
    "I know the rota system well."
)


@pytest.mark.parametrize(
    "said",
    [
        "drop the thing about the budget", "take out the bit about the budget", "can you remove the line about budgets",
        "delete what i wrote about the budget", "leave out the budget part", "the budget sentence can go",
    ],
)  # fmt: skip
def test_of_their_own_text_the_sentence_they_name_goes(talk: Talk, said: str) -> None:
    conversation = with_two_points(talk).says("edit", OWN, said)
    assert text(conversation) == OWN.replace("I was glad we talked about the budget for next year. ", "")


@pytest.mark.parametrize("said", ["drop the thing about the parking", "take out the bit about my old boss"])
def test_what_their_own_text_does_not_say_is_said_not_to_be_there(talk: Talk, said: str) -> None:
    conversation = with_two_points(talk).says("edit", OWN, said)
    assert not conversation.drafts
    assert says(conversation, settling.NOT_IN_OWN)


@pytest.mark.parametrize("said", ["take out the bit about counting", "delete what i wrote about grouping columns"])
def test_a_point_is_found_in_whichever_form_its_words_are_said(talk: Talk, said: str) -> None:
    conversation = with_two_points(talk).says(said)
    assert tidied(ANSWER) not in text(conversation)
    assert tidied(EXCEL) in text(conversation)


def test_their_own_text_is_signed_once(talk: Talk) -> None:
    conversation = with_two_points(talk).says("edit", OWN, "sign it Joe")
    assert text(conversation) == f"{OWN}\n\nJoe"
    assert not conversation.says("sign it Joe").drafts


@pytest.mark.parametrize("said", ["delete everything about acme", "delete my interview at Acme"])
def test_an_interview_can_be_erased_at_a_draft_still(talk: Talk, said: str) -> None:
    assert (with_two_points(talk).says(said).question or "").startswith("erase-one")
