"""Somebody they know inside: asked about once, the caution before any draft, and never whoever decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.events import NudgeDue
from core.facts import Picked
from core.flows import insiders as flow
from core.messages import Draft, Prompt
from core.understanding import insiders
from core.wording import load
from tests.arc import knows, opens
from tests.conversation import Conversation
from tests.moments import says
from tests.test_outcome import finished

Talk = Callable[..., Conversation]

DAY_AFTER = "2026-11-25T10:00"
MARY = "my cousin Mary works in their kitchen"
TOLD = "it went fine until one question. i worry that they think i panic"


def asked(talk: Talk, *said: str, **facts: str | None) -> Conversation:
    """The person asks about it the day after, with whatever is known of them."""
    return knows(talk(at=DAY_AFTER), wants_job="yes", **facts).says("should I ask my friend inside?", *said)


def to_the_end_of_the_look_back(conversation: Conversation) -> Conversation:
    """The next morning: every question of the look back is skipped but the last one before this."""
    due = conversation.store.next_due()
    assert due is not None
    conversation.now = due
    conversation.takes(NudgeDue(id="look-back", person=conversation.person, at=due)).says("yes")
    for _ in range(30):
        if conversation.question is None or conversation.question.startswith("insider"):
            return conversation
        conversation.says("go on" if conversation.question == "judge-goes-on" else "skip")
    raise AssertionError("the look back does not end")


def questions(conversation: Conversation) -> list[str]:
    """The names of all that was asked, in order."""
    return [part.question for part in conversation.everything if isinstance(part, Prompt)]


def labels(conversation: Conversation) -> list[str]:
    return [choice.label for choice in conversation.prompt.choices]


# --- when it is asked -------------------------------------------------------------------------------------


@pytest.mark.demand("R32")
def test_at_the_end_of_the_look_back_they_are_asked_whether_they_know_somebody_there(talk: Talk) -> None:
    conversation = finished(talk)
    assert not [name for name in questions(conversation) if name.startswith("insider")]
    to_the_end_of_the_look_back(conversation)
    assert conversation.question == "insider"
    assert conversation.facts.value("judged"), "the look back is done, whatever becomes of this"
    assert labels(conversation) == ["Yes, somebody", "Nobody there"]
    conversation.says("nobody there")
    assert conversation.question is None
    assert "look back" in conversation.reply


@pytest.mark.demand("R32")
def test_every_wording_names_friends_acquaintances_and_colleagues_of_now_and_before() -> None:
    for time in range(3):
        said = load().said("insiders-knows", time, {})
        assert "friend" in said
        assert "acquaintance" in said
        assert any(word in said for word in ("earlier", "former", "once worked"))


def test_asked_once_it_is_not_asked_again(talk: Talk) -> None:
    conversation = to_the_end_of_the_look_back(finished(talk)).says("nobody")
    conversation.waits(days=20)
    assert questions(conversation).count("insider") == 1


@pytest.mark.demand("R32")
@pytest.mark.demand("K02")
def test_where_contact_is_barred_nobody_asks_and_who_asks_hears_why_not(talk: Talk) -> None:
    conversation = to_the_end_of_the_look_back(finished(talk, contact="no contact"))
    assert conversation.question is None
    conversation.says("should i ask my friend inside?")
    assert "contact" in conversation.reply
    assert conversation.question is None
    assert not conversation.drafts


@pytest.mark.parametrize(
    "facts",
    [{"outcome": "rejected"}, {"outcome": "offer"}, {"wants_job": "no"}, {"their_conduct": "he asked my age"}],
)
def test_where_it_can_gain_nothing_or_harm_nobody_asks(talk: Talk, facts: dict[str, str]) -> None:
    conversation = opens(knows(talk(at=DAY_AFTER), judged=None, **facts), "judge")
    for _ in range(40):
        if conversation.question is None:
            break
        conversation.says("skip")
    assert "insider" not in questions(conversation)


def test_a_look_back_on_the_same_day_does_not_ask(talk: Talk) -> None:
    conversation = opens(knows(talk(at="2026-11-24T15:00"), judged=None), "judge")
    for _ in range(40):
        if conversation.question is None:
            break
        conversation.says("skip")
    assert "insider" not in questions(conversation)


@pytest.mark.demand("R32")
def test_somebody_told_of_in_passing_is_kept_and_not_asked_for_again(talk: Talk) -> None:
    conversation = talk().says(f"just out of an interview at Acme, {MARY}. it went badly")
    assert "your cousin Mary there" in conversation.reply
    assert conversation.facts.value("insider") == "my cousin Mary"
    conversation.says("5", "one moment", "nerves", "no", "skip", "nothing", "yes", "i may write")
    conversation.says("by friday", "skip", "no note", "tomorrow")
    to_the_end_of_the_look_back(conversation)
    assert conversation.question == "insider-decides-1"
    assert "Mary" in conversation.reply
    assert "insider" not in questions(conversation)


def test_in_the_middle_of_something_else_it_is_kept_and_the_question_comes_again(talk: Talk) -> None:
    conversation = talk().says("just out of an interview at Acme. it went badly").says(MARY)
    assert conversation.facts.value("insider") == "my cousin Mary"
    assert conversation.question == "feeling-at-first"


@pytest.mark.parametrize(
    "said",
    [
        "I know somebody there",
        "my cousin works there",
        "oh and a friend of mine works there btw",
        "should I ask my friend inside?",
        "can my cousin put in a word for me?",
        "my friend inside",
        "an old colleague is a nurse there. should i ask her?",
    ],
)
def test_it_can_be_asked_for_at_any_time(talk: Talk, said: str) -> None:
    conversation = knows(talk(at=DAY_AFTER)).says(said)
    assert conversation.question is not None
    assert conversation.question.startswith("insider")


def test_who_had_nobody_and_finds_one_is_asked_for_the_name_at_once(talk: Talk) -> None:
    conversation = to_the_end_of_the_look_back(finished(talk)).says("nobody")
    conversation.after(days=1).says("i know somebody there")
    assert conversation.question == "insider-name"
    assert "Ruth" in conversation.says("ruth").reply


@pytest.mark.parametrize(
    "said", ["my friend said it was fine there", "i know nobody there", "my wife works at the bank"]
)
def test_what_tells_of_nobody_inside_opens_nothing(said: str) -> None:
    assert insiders.read(said) is None


def test_it_is_on_the_map_once_the_first_conversation_is_over(talk: Talk) -> None:
    assert "Somebody inside" in labels(knows(talk(at=DAY_AFTER)).says("steps"))
    barred = talk(at=DAY_AFTER)
    assert "Somebody inside" not in labels(knows(barred, contact="barred").says("steps"))
    early = talk().says("just out of an interview at Acme. it went badly", "steps")
    assert "Somebody inside" not in labels(early)


def test_from_the_map_it_opens(talk: Talk) -> None:
    assert knows(talk(at=DAY_AFTER)).says("steps").chooses("Somebody inside").question == "insider"


def test_before_the_interview_nobody_is_asked_for_a_word(talk: Talk) -> None:
    conversation = talk().says("i have an interview on friday at Acme as a clerk", "no", "my cousin works there")
    assert not conversation.drafts
    assert (
        "what the place is like" in conversation.reply
        or "what it is like" in conversation.reply
        or ("the place itself" in conversation.reply)
    )


# --- the caution, and who decides -------------------------------------------------------------------------


@pytest.mark.demand("R36")
@pytest.mark.demand("C4")
def test_the_caution_stands_before_any_draft_with_a_way_out_beside_it(talk: Talk) -> None:
    conversation = asked(talk, "peter", "no part")
    assert conversation.question == "insider-caution-1"
    assert "conflict of interest" in conversation.prompt.text
    assert "Leave it" in labels(conversation)
    conversation.says("go on", "feedback", "without that")
    shown = conversation.everything
    caution = next(n for n, part in enumerate(shown) if isinstance(part, Prompt) and "caution" in part.question)
    assert all(n > caution for n, part in enumerate(shown) if isinstance(part, Draft))
    assert conversation.drafts


@pytest.mark.demand("R36")
@pytest.mark.parametrize("said", ["leave it", "no", "skip", "too risky"])
def test_whoever_leaves_it_at_the_caution_gets_no_draft(talk: Talk, said: str) -> None:
    conversation = asked(talk, "peter", "no part", said)
    assert conversation.question is None
    assert not [part for part in conversation.everything if isinstance(part, Draft)]


@pytest.mark.demand("R36")
def test_on_another_day_the_caution_comes_again_before_the_draft(talk: Talk) -> None:
    conversation = asked(talk, "peter", "no part", "go on", "feedback", "without that", "not now")
    conversation.after(days=1).says("should i ask my friend inside?")
    assert conversation.question is not None
    assert conversation.question.startswith("insider-caution")
    assert not conversation.drafts


@pytest.mark.demand("K02")
@pytest.mark.demand("R36")
def test_every_wording_of_the_caution_says_that_public_panels_often_forbid_canvassing() -> None:
    for time in range(3):
        said = load().said("insiders-caution", time, {"who": "Mary"})
        assert "conflict of interest" in said
        assert "often" in said
        assert "ublic" in said
        assert "canvass" in said
        assert len(said.split()) < 60


@pytest.mark.demand("C4")
@pytest.mark.demand("R36")
def test_who_takes_part_in_the_decision_is_left_out_of_it_kindly(talk: Talk) -> None:
    conversation = asked(talk, "peter", "yes, she is on the panel")
    assert conversation.question is None
    assert "Peter" in conversation.reply
    assert not [part for part in conversation.everything if isinstance(part, Draft)]
    assert conversation.facts.value("format") is None, "the panel was not theirs to tell of"
    assert "Somebody inside" not in labels(conversation.says("steps"))


@pytest.mark.demand("C4")
def test_one_of_the_interviewers_decides_and_nobody_need_say_so(talk: Talk) -> None:
    conversation = asked(talk, "mrs zulu", interviewer_1="Mrs Zulu")
    assert conversation.question is None
    assert not [part for part in conversation.everything if isinstance(part, Draft)]


@pytest.mark.demand("C4")
def test_who_is_not_sure_hears_to_find_out_and_the_message_lets_them_refuse(talk: Talk) -> None:
    conversation = asked(talk, "peter", "not sure", "go on", "feedback", "without that")
    (draft,) = conversation.drafts
    assert "If you have any part in the decision" in draft.text


# --- what is asked of them --------------------------------------------------------------------------------


@pytest.mark.demand("R33")
@pytest.mark.demand("R34")
@pytest.mark.demand("R35")
@pytest.mark.demand("C4")
def test_telling_them_and_feedback_are_suggested_first_and_a_word_is_a_choice_of_its_own(talk: Talk) -> None:
    conversation = asked(talk, "peter", "no part", "go on")
    assert labels(conversation) == ["Ask for feedback", "A word on my behalf", "Leave it"]
    for time in range(3):
        said = load().said("insiders-request", time, {"who": "Peter"})
        assert "how it w" in said
        assert "feedback" in said
        assert "hiring manager" in said
        assert any(word in said for word in ("safer", "better", "prefer"))
    assert not conversation.drafts


@pytest.mark.demand("R33")
@pytest.mark.demand("R34")
def test_the_message_has_their_own_words_by_name_and_asks_for_feedback(talk: Talk) -> None:
    conversation = asked(talk, "peter", "no part", "go on", "feedback")
    assert (
        "worr" in conversation.prompt.text
        or "concern" in conversation.prompt.text
        or "mind" in conversation.prompt.text
    )
    (draft,) = conversation.says(TOLD).drafts
    assert draft.title == "To Peter"
    assert draft.text.startswith("Hello Peter,")
    assert "It went fine until one question. I worry that they think I panic." in draft.text
    assert "how the hiring manager saw it" in draft.text
    assert "a word for me" not in draft.text


@pytest.mark.demand("R35")
def test_a_word_on_their_behalf_is_asked_so_that_it_can_be_refused(talk: Talk) -> None:
    conversation = asked(talk, "peter", "no part", "go on", "a good word", "without that")
    (draft,) = conversation.drafts
    assert "say a word for me to the hiring manager" in draft.text
    assert "please just leave it" in draft.text
    assert "what I could do better" not in draft.text


@pytest.mark.demand("R35")
@pytest.mark.demand("K07")
@pytest.mark.parametrize("facts", [{"outcome": "rejected"}, {"outcome": "offer"}])
def test_once_they_have_decided_nobody_is_asked_for_a_word(talk: Talk, facts: dict[str, str]) -> None:
    conversation = asked(talk, "peter", "no part", "go on", **facts)
    assert labels(conversation) == ["Ask for feedback", "Leave it"]


def test_without_a_name_none_is_invented(talk: Talk) -> None:
    conversation = knows(talk(at=DAY_AFTER)).says(
        "my cousin works there", "without a name", "no part", "go on", "feedback"
    )
    (draft,) = conversation.says("without that").drafts
    assert draft.title == "To your cousin"
    assert draft.text.startswith("Hello,\n")


def test_their_own_text_takes_the_place_of_ours_and_stays(talk: Talk) -> None:
    conversation = asked(talk, "peter", "no part", "go on", "feedback", "without that", "edit")
    own = "Hi Peter, I had my interview with you last week. Did they say anything?"
    (draft,) = conversation.says(own).drafts
    assert draft.text == own
    conversation.says("sent")
    assert conversation.facts.value("insider-sent") == "2026-11-25"


def test_once_sent_it_is_done_and_asking_again_says_so(talk: Talk) -> None:
    conversation = asked(talk, "peter", "no part", "go on", "feedback", "without that", "sent")
    assert conversation.question is None
    conversation.after(days=1).says("my friend inside")
    assert conversation.question is None
    assert "Peter" in conversation.reply
    assert "Somebody inside" not in labels(conversation.says("steps"))


def test_somebody_else_is_somebody_else(talk: Talk) -> None:
    conversation = asked(talk, "peter", "no part", "go on", "feedback", "without that", "edit")
    conversation.says("Hi Peter, did they say anything about me? I would be glad to know.", "not now")
    conversation.says("my aunt Grace works there", "no part", "go on", "feedback", "without that")
    (draft,) = conversation.drafts
    assert draft.text.startswith("Hello Grace,")
    assert "Peter" not in draft.text


def test_a_plain_yes_asks_for_the_name(talk: Talk) -> None:
    conversation = to_the_end_of_the_look_back(finished(talk)).says("yes")
    assert conversation.facts.value("insider") == Picked("yes")
    assert conversation.question == "insider-name"


def test_whom_they_asked_about_themselves_is_not_brought_up_again_at_the_look_back(talk: Talk) -> None:
    conversation = knows(talk(at=DAY_AFTER), judged=None, insider="my aunt Grace", insider_decides_1="yes")
    conversation.says("skip")
    opens(conversation, "judge")
    for _ in range(40):
        if conversation.question is None:
            break
        conversation.says("skip")
    assert "Grace" not in conversation.transcript


def test_who_decides_is_answered_and_not_asked_about_when_it_is_known(talk: Talk) -> None:
    conversation = knows(talk(at=DAY_AFTER), insider="my aunt Grace", insider_decides_1="yes")
    conversation.says("should i ask my aunt there?")
    assert says(conversation, flow.LEAVE_OUT, who="Grace")
    assert conversation.question is None


def test_who_asks_about_somebody_is_answered_before_they_are_asked(talk: Talk) -> None:
    conversation = knows(talk(at=DAY_AFTER)).says("my cousin Mary works in their kitchen")
    assert says(conversation, flow.DEPENDS)
    assert conversation.question == "insider-decides-1"
