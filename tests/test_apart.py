"""What an interviewer did stands apart: heard by its content, never made small, on no list and in no note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from core import lines
from core.advice_bodies import advice_bodies, shipped
from core.community import NONE
from core.understanding import conduct, tone
from core.understanding.text import fold
from tests.case_files import rows
from tests.conversation import Conversation
from tests.moments import says

Talk = Callable[..., Conversation]

REMARK = "you ladies usually leave once the babies come"
TOLD = f"interview at Northgate for buyer today. he made a sexist remark, {REMARK}"
UP_TO_THE_NOTE = ("thats all", "forecasting", "nothing missing", "yes", "i may write", "friday")
SMALL = ("really that bad", "No interview is perfect", "not lost", "fine-tune", "minute by minute", "good to hear")


def london(talk: Talk) -> Conversation:
    return talk(zone="Europe/London", at="2026-11-24T15:40")


def drafted(talk: Talk) -> Conversation:
    """As far as the note of somebody who, asked for a question to answer again, names the remark."""
    conversation = london(talk).says(TOLD, "8", f"Mr Hollis said {REMARK}", "yes that one", f"{REMARK}, will you")
    conversation.says("id tell him its none of his business")
    return conversation.says(*UP_TO_THE_NOTE, "Mr Hollis asked it, and Priya Nair", "email", "show me now")


# --- heard by its content ---


def test_conduct_is_heard_by_what_was_said_and_work_topics_are_not_taken_for_it() -> None:
    right, cases = Counter[str](), Counter[str]()
    for row in rows("conduct_own.jsonl"):
        cases[row["label"]] += 1
        right[row["label"]] += conduct.is_serious(row["text"]) == (row["label"] == "conduct")
    assert min(cases.values()) >= 60
    assert right["none"] == cases["none"]
    assert right["conduct"] / cases["conduct"] >= 0.97


@pytest.mark.parametrize(
    "question",
    [
        "are you planning to have children",
        "how old are you?",
        "my age",
        "the question if i want kids",
        "who looks after my kids",
        REMARK,
    ],
)
def test_a_question_that_nobody_may_ask_is_known_without_who_asked_it(question: str) -> None:
    assert conduct.is_remark(question)


@pytest.mark.parametrize(
    "question",
    [
        "what would you do if a customer is racist",
        "how do you find duplicates",
        "the pregnancy scan question",
        "my hearing aid died halfway and I was too shy to say it",
        "i'm so depressed about how it went",
        "my accent got in the way",
    ],
)
def test_a_question_about_the_work_is_no_remark(question: str) -> None:
    assert not conduct.is_remark(question)


def test_the_reading_is_quick_on_any_text() -> None:
    for text in ("they asked about my " * 170, "he said you women " * 190, "my " * 1700):
        conduct.is_serious(text)  # a pattern that backtracks would not come back


# --- never made small ---


@pytest.mark.demand("K04")
@pytest.mark.parametrize(
    "told",
    [
        "one of the men made a comment about women, im furious",
        "interviewer said women always leave when they have kids. so angry",
        f"the interview was fine. it was him. he said '{REMARK}'",
        "they asked if i plan to get pregnant. asked my age too",
        "he laughed at my wheelchair",
    ],
)
def test_misconduct_in_any_words_is_taken_seriously_and_never_made_small(talk: Talk, told: str) -> None:
    conversation = london(talk).says(told, "8")
    assert conversation.question == "their-conduct"
    conversation.says("just what i wrote", "no", "forecasting", "nothing", "Northgate", "today", "no")
    assert not [small for small in SMALL if small in conversation.transcript]


def test_a_remark_need_not_be_repeated(talk: Talk) -> None:
    conversation = talk().says("interview at Acme today. he made a sexist comment", "8", "no")
    assert conversation.question == "answer-again"


@pytest.mark.demand("K04")
def test_a_remark_picked_from_the_choices_counts_like_one_told(talk: Talk) -> None:
    conversation = (
        talk().says("interview today at Acme, felt bad", "8", "all of it").chooses("Something they said or did")
    )
    assert conversation.question == "their-conduct"
    conversation.says("he called my question dumb, and her too")
    assert "legal advice" in conversation.reply
    assert not [small for small in SMALL[1:] if small in conversation.reply]


# --- in no note ---


@pytest.mark.demand("K04")
def test_the_remark_and_the_answer_to_it_enter_no_note(talk: Talk) -> None:
    conversation = drafted(talk)
    (draft,) = conversation.drafts
    for word in ("ladies", "babies", "business", "further about"):
        assert word not in draft.text
    assert "interested in the buyer position" in draft.text


@pytest.mark.demand("K04")
def test_the_unsaid_reply_stays_between_the_two(talk: Talk) -> None:
    conversation = london(talk).says(TOLD, "8", f"Mr Hollis said {REMARK}", "yes", f"{REMARK}, will you")
    assert conversation.question == "unsaid-1"
    conversation.says("id tell him its none of his business")
    assert "no note" in conversation.reply
    assert "a note can carry it" not in conversation.reply


@pytest.mark.parametrize("named", ["the age question", "how old i am", "about my age", "that one he asked about age"])
def test_a_question_named_in_a_few_words_is_known_for_the_remark(talk: Talk, named: str) -> None:
    conversation = london(talk).says("interview at Acme today, panel was cold. asked my age", "7", "that is all")
    conversation.says("yes", named, "i am 54 and fit")
    assert "no note" in conversation.reply


def test_who_made_the_remark_gets_no_note(talk: Talk) -> None:
    conversation = drafted(talk)
    assert [draft.title for draft in conversation.drafts] == ["To Priya Nair"]
    assert "Mr Hollis" in conversation.reply  # said, so that they know


def test_where_it_is_not_known_who_made_it_that_is_asked_before_a_note_is_written(talk: Talk) -> None:
    conversation = london(talk).says(TOLD, "8", "that is all", "no", *UP_TO_THE_NOTE[1:], "Mr Hollis and Priya Nair")
    assert conversation.says("email").question == "said-by"
    conversation.chooses("Mr Hollis").says("show me now")
    assert [draft.title for draft in conversation.drafts] == ["To Priya Nair"]


def test_a_name_corrected_later_is_still_left_out(talk: Talk) -> None:
    conversation = drafted(talk).says("no, it was Mr Harris, not Mr Hollis")
    assert "Harris" not in "".join(draft.title for draft in conversation.says("show the note").drafts)


def test_where_nobody_else_is_named_the_note_goes_to_nobody_by_name(talk: Talk) -> None:
    conversation = london(talk).says(TOLD, "8", f"Mr Hollis said {REMARK}", "no", *UP_TO_THE_NOTE[1:], "Mr Hollis")
    (draft,) = conversation.says("email", "show me now").drafts
    assert "Hollis" not in draft.text + draft.title


def test_another_answer_of_theirs_is_carried_all_the_same(talk: Talk) -> None:
    conversation = london(talk).says(TOLD, "8", f"Mr Hollis said {REMARK}", "yes", f"{REMARK}, will you", "how dare he")
    conversation.says("another one", "how do you handle a late supplier", "I call and agree on a date", *UP_TO_THE_NOTE)
    (draft,) = conversation.says("no names", "email", "show me now").drafts
    assert "I call and agree on a date" in draft.text
    assert "dare" not in draft.text


def test_a_point_about_the_remark_stays_out_and_their_own_letter_is_theirs(talk: Talk) -> None:
    conversation = london(talk).says(TOLD, "8", "that is all", "no", "forecasting", "his remark was out of order")
    conversation.says("yes", "i may write", "friday", "no names", "email", "show me now")
    assert "remark" not in conversation.drafts[0].text
    conversation.says("edit", "Dear Ms Nair, thank you for today. I did not like the remark about babies. Best, Ada")
    assert "remark about babies" in conversation.drafts[0].text


# --- on no list ---


@pytest.mark.demand("K04")
def test_the_look_back_keeps_the_remark_off_every_list(talk: Talk) -> None:
    conversation = drafted(talk).says(
        "sent", "now", "5", "one by one", "well", "well", "well", "well", "well", "well", "his remark"
    )
    conversation.says("i stayed calm")
    assert "no list of yours" in conversation.transcript
    heard = conversation.reply
    if conversation.question == "went-badly":
        heard += conversation.says("his remark").reply
    heard += conversation.says("go on", "nothing").reply
    assert conversation.question == "if-cue"
    for word in ("ladies", "babies", "remark"):
        assert word not in heard
    conversation.says("no plan", "6")
    assert "practice" not in conversation.reply  # there is nothing of theirs to practise


def test_why_it_is_on_the_list_gets_an_answer(talk: Talk) -> None:
    conversation = london(talk).says(TOLD, "8", "why is his remark on my list")
    assert "list" in conversation.reply
    assert conversation.question == "their-conduct"
    assert conversation.facts.text("their-conduct") is None


# --- anger ---


@pytest.mark.parametrize("said", ["im not sad im angry", "furious", "so angry", "im so mad at him"])
def test_anger_is_taken_up_and_not_talked_down(talk: Talk, said: str) -> None:
    conversation = talk().says(f"interview at Acme today. {said}")
    assert not [plain for plain in ("Thank you for telling me", "I have that") if plain in conversation.reply]
    conversation.says("8")
    assert conversation.question != "really-that-bad"


@pytest.mark.parametrize("said", ["im not sad im angry", "furious"])
def test_anger_about_a_remark_is_put_where_it_belongs(talk: Talk, said: str) -> None:
    conversation = talk().says(TOLD, said)
    assert "not the interview" in conversation.reply
    assert conversation.question == "feeling-at-first"


@pytest.mark.parametrize(
    "said", ["they asked about an angry customer", "im angry with myself", "he was angry", "i am not angry", "mad rush"]
)
def test_what_is_no_anger_at_them_is_not_taken_for_it(said: str) -> None:
    assert not tone.is_angry(fold(said))


# --- whom to turn to ---


@pytest.mark.demand("K04")
def test_a_body_is_named_where_one_is_known_and_staff_only_where_there_are_some(talk: Talk) -> None:
    conversation = london(talk).says(TOLD, "8", "that is all")
    assert "Acas" in conversation.reply
    assert "legal advice" in conversation.reply
    conversation = talk().says(TOLD, "8", "that is all")
    assert "Acas" not in conversation.reply
    assert "cannot name" in conversation.reply
    assert NONE.staff is None
    assert "staff" not in conversation.transcript.replace("Staff get no view", "").lower()


def test_every_body_names_its_source_and_its_review() -> None:
    assert all(body.sources and body.reviewed.year >= 2026 and body.phone[:1].isdecimal() for body in shipped())
    assert advice_bodies("GB")
    assert not advice_bodies("ZM")
    assert not advice_bodies(None)


# --- who reads this ---


def test_a_question_about_privacy_inside_an_answer_is_answered_and_the_rest_is_the_answer(talk: Talk) -> None:
    conversation = london(talk).says(TOLD, "8", "that is all", "no", "forecasting")
    conversation.says("who can read this btw, i have a forklift licence")
    assert "encrypted" in conversation.reply
    assert conversation.facts.text("point-1") == "i have a forklift licence"


def test_what_if_he_reads_this_is_answered(talk: Talk) -> None:
    conversation = london(talk).says(TOLD, "8", "and what if he reads this")
    assert "encrypted" in conversation.reply
    assert "interviewer" in conversation.reply
    assert conversation.question == "their-conduct"


@pytest.mark.parametrize(
    "answer", ["they asked who can read a balance sheet, i froze", "the question was who can see the patient record"]
)
def test_a_question_of_theirs_about_reading_is_no_question_to_the_coach(talk: Talk, answer: str) -> None:
    assert london(talk).says(TOLD, "8", answer).facts.text("their-conduct") == answer


@pytest.mark.demand("K04")
@pytest.mark.parametrize(
    "text",
    ["what can i do about it", "can i do anything about it?", "what can be done about that", "ok what should i do about him", "is there anything i can do about what he said", "so what can we do about this"],
)  # fmt: skip
def test_what_can_be_done_about_it_is_answered_about_what_they_did(talk: Talk, text: str) -> None:
    conversation = talk().says("the boss at Acme asked if i plan to get pregnant. at my interview today", "8", text)
    assert says(conversation, lines.RIGHTS)
    conversation = talk().says("just out of my interview at Beta, i froze on the sql question", "8", text)
    assert not says(conversation, lines.RIGHTS)
    assert "how bad" not in conversation.reply.lower()
