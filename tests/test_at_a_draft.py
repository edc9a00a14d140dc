"""What is said of a draft that is no change of tone: a verdict, a word for another, a name spelt another way."""

from __future__ import annotations

import pytest

from core import lines
from core.understanding import revisions
from core.understanding.at_a_draft import Verdict
from tests.moments import Talk, at, says

NOTE = "I would group by the columns and keep the counts above one."


@pytest.mark.parametrize("text", ["ok", "good", "nice", "love it", "yes", "ok thanks", "thats good"])
def test_a_draft_that_will_do_is_kept_and_it_goes_on(talk: Talk, text: str) -> None:
    conversation = at(talk, "note").says(text)
    assert conversation.question == "judge-when"
    assert conversation.facts.value("note-1.1.settle") == "keep"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        *((text, Verdict.WILL_NOT) for text in ("no", "nah", "not like that", "no thanks", "not really")),
        *((text, Verdict.UNSURE) for text in ("hm", "hmmm", "not sure", "idk", "meh", "not sure about it")),
        ("make it sound more like me", Verdict.NOT_ME),
        ("it doesnt sound like me", Verdict.NOT_ME),
        ("i wouldn't say it like that", Verdict.NOT_ME),
        ("sounds like chatgpt", Verdict.NOT_ME),
    ],
)
def test_any_other_verdict_is_met_with_what_can_be_done(talk: Talk, text: str, verdict: Verdict) -> None:
    conversation = at(talk, "note").says(text)
    assert says(conversation, lines.OF_A_DRAFT[verdict])
    assert conversation.question == "note-1.1.settle"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("change group by to partition by", "I would partition by the columns"),
        ('replace "columns" with fields', "I would group by the fields"),
        ("instead of columns say fields", "I would group by the fields"),
        ("say fields instead of columns", "I would group by the fields"),
        ("it should say partition not group", "I would partition by the columns"),
        ("can you change counts to numbers please", "keep the numbers above one"),
    ],
)
def test_a_word_of_theirs_becomes_another(talk: Talk, text: str, after: str) -> None:
    conversation = at(talk, "note").says(text)
    (draft,) = conversation.drafts
    assert after in draft.text
    conversation.says("undo", "show the note")
    assert NOTE in conversation.transcript.rpartition("Dear Mrs Zulu")[2]


def test_what_stands_nowhere_in_their_words_is_said_to_be_ours(talk: Talk) -> None:
    conversation = at(talk, "note").says("change very interested to keen")
    assert says(conversation, lines.NOT_YOUR_WORDS, words="very interested")


@pytest.mark.parametrize(
    "text",
    [
        "it's zuulu not zulu",
        "spell her name zuulu",
        "mrs zuulu",
        "its Zuulu",
        "her name is spelt zuulu",
        "change zulu to zuulu",
    ],
)
def test_a_name_that_is_spelt_another_way_keeps_its_title(talk: Talk, text: str) -> None:
    conversation = at(talk, "note").says(text)
    assert [name for _, name in conversation.facts.texts("interviewer")] == ["Mrs Zuulu"]
    assert "Dear Mrs Zuulu" in conversation.reply


def test_a_name_is_respelt_where_no_draft_is_shown(talk: Talk) -> None:
    conversation = at(talk, "done").says("it's zuulu not zulu")
    assert [name for _, name in conversation.facts.texts("interviewer")] == ["Mrs Zuulu"]


def test_another_name_is_another_name(talk: Talk) -> None:
    conversation = at(talk, "note").says("her name is grace")
    assert [name for _, name in conversation.facts.texts("interviewer")] == ["Grace"]


@pytest.mark.parametrize("text", ["sent", "shorter", "keep it for later", "edit"])
def test_what_the_options_say_is_still_theirs(talk: Talk, text: str) -> None:
    conversation = at(talk, "note").says(text)
    assert not any(says(conversation, one) for one in lines.OF_A_DRAFT.values())


# --- what they point at -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("it says i led the move. take that out", ("without i led the move",)),
        ("thats mad. it says i led the move. take that out, and the question thing is wrong",
         ("without i led the move", "without question")),
        ("take that out, and the question bit is wrong", ("without question",)),
        ("it says i led the move", ()),
        ("the question thing is wrong", ()),
    ],
)  # fmt: skip
def test_what_they_point_at_goes_where_they_want_it_out(text: str, changes: tuple[str, ...]) -> None:
    assert revisions.read(text) == changes


def test_no_point_goes_for_a_sentence_of_the_question(talk: Talk) -> None:
    conversation = at(talk, "note")
    conversation.says("remove the second sentence in the question")
    assert not conversation.facts.value("note-1-cut")
    assert "find duplicates" in conversation.says("show the note").reply


def test_a_sentence_of_their_answer_goes_alone(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says(
        "I would group them by the key. Then I would count each group.", "that was all"
    )
    conversation.says(
        "skip", "nothing", "yes", "i may write", "by friday", "Mrs Zulu asked it", "e-mail", "show me now"
    )
    assert "Then I would count each group" in conversation.reply
    conversation.says("remove the second sentence of my answer")
    assert "group them by the key" in conversation.drafts[-1].text
    assert "count each group" not in conversation.drafts[-1].text


@pytest.mark.parametrize(
    "text",
    ["leave it. id rather ring gareth tomorrow at dinner time", "keep it. i am off to bed", "never mind. its fine"],
)
def test_that_it_stays_as_it_was_is_no_text_of_theirs(talk: Talk, text: str) -> None:
    conversation = at(talk, "note").says("edit", text)
    assert text not in conversation.reply
    assert "duplicates" in conversation.says("show the note").reply


def test_a_text_of_theirs_may_begin_with_such_words(talk: Talk) -> None:
    text = "It's fine weather here. Dear Mrs Zulu, thank you for the hour you gave me on Tuesday; I would love to join. Best, Me"
    assert "I would love to join" in at(talk, "note").says("edit", text).reply
