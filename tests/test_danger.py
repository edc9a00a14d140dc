"""When somebody may be in danger: each way the talk can go, from typed text to what is heard."""

from __future__ import annotations

import re

import pytest

from core import lines
from core.flows import danger
from core.replay import FLOWS
from tests.arc import knows, opens
from tests.conversation import Conversation
from tests.moments import OPEN, Talk, at, says

DIRECT = "i dont want to be here anymore"
COACHING = re.compile(r"interview went|thank-you note|practi[sc]e|Acme|look back", re.IGNORECASE)


def in_danger(talk: Talk, text: str = DIRECT) -> Conversation:
    conversation = at(talk, "unsaid").says(text)
    assert conversation.facts.value("unsaid-1") is None
    return conversation


def test_the_first_reply_takes_it_seriously_asks_directly_and_names_help(talk: Talk) -> None:
    conversation = in_danger(talk)
    heard, numbers, near = conversation.lines
    assert "seriously" in heard or "heavier" in heard or "comes first" in heard
    assert "findahelpline.com" in numbers
    assert "program" in near
    assert "ending your life" in conversation.prompt.text
    assert not COACHING.search(conversation.reply.replace("any interview", ""))


def test_the_number_of_their_country_is_given_and_the_country_named(talk: Talk) -> None:
    conversation = talk(zone="Europe/London").says("i want to kill myself")
    assert "116 123" in conversation.reply
    assert "United Kingdom" in conversation.reply


@pytest.mark.parametrize("text", ["yes", "yeah", "yes i am", "Yes."])
def test_yes_stays_with_it_gives_the_number_in_other_words_and_one_small_step(talk: Talk, text: str) -> None:
    conversation = in_danger(talk)
    first = set(conversation.lines)
    conversation.says(text)
    assert says(conversation, danger.STAY)
    assert "findahelpline.com" in conversation.reply
    assert not first & set(conversation.lines)
    assert len(conversation.prompt.choices) == 4
    assert not COACHING.search(conversation.reply)


@pytest.mark.parametrize("text", ["no", "no i'm not", "No."])
def test_no_is_accepted_without_argument_and_help_stays_in_view(talk: Talk, text: str) -> None:
    conversation = in_danger(talk).says(text)
    assert says(conversation, danger.ACCEPTED)
    assert "findahelpline.com" in conversation.reply
    assert conversation.question is None


@pytest.mark.parametrize(
    "text", ["hi", "lol", "idk", "i froze on the sql question", "sorry", "steps", "next", "help", "😢", ""]
)
@pytest.mark.parametrize("hours", [0, 3, 40])
def test_whoever_writes_something_else_is_stayed_with(talk: Talk, text: str, hours: int) -> None:
    conversation = in_danger(talk).after(hours=hours).says(text)
    assert says(conversation, danger.STAY_UNANSWERED)
    assert "findahelpline.com" in conversation.reply
    assert not COACHING.search(conversation.reply)


@pytest.mark.parametrize("choice", ["I am calling", "Somebody is with me"])
def test_whoever_reaches_somebody_is_told_to_stay_with_them(talk: Talk, choice: str) -> None:
    conversation = in_danger(talk).says("yes").chooses(choice)
    assert says(conversation, danger.AFTERWARDS)


@pytest.mark.parametrize("text", ["not yet", "nobody", "i don't know", "hm"])
def test_whoever_reaches_nobody_yet_is_not_told_to_stay_with_them(talk: Talk, text: str) -> None:
    conversation = in_danger(talk).says("yes", text)
    assert not says(conversation, danger.AFTERWARDS)
    assert "findahelpline.com" in conversation.reply
    assert conversation.question is None


@pytest.mark.parametrize("text", ["ok", "hi", "yes", "thanks", "what do i do now", "i froze again"])
def test_afterwards_nothing_leads_back_to_the_interview_but_their_own_word(talk: Talk, text: str) -> None:
    conversation = in_danger(talk).says("yes", "not yet", text)
    assert says(conversation, lines.HELP_STAYS)
    assert conversation.question is None
    assert conversation.hours(days=20) == []
    assert conversation.says("go on").question == "unsaid-1"


def test_stop_is_obeyed_and_help_stays_in_view(talk: Talk) -> None:
    conversation = in_danger(talk).says("stop", "hi")
    assert says(conversation, lines.HELP_STAYS)


def test_a_further_sign_is_answered_anew_and_not_word_for_word(talk: Talk) -> None:
    conversation = in_danger(talk)
    first = set(conversation.lines)
    conversation.says("i really want to die")
    assert "ending your life" in conversation.prompt.text
    assert not first & set(conversation.lines)


def test_somebody_else_in_danger_has_an_answer_of_its_own(talk: Talk) -> None:
    conversation = in_danger(talk, "my brother tried to end his life last week")
    assert says(conversation, danger.SOMEBODY_ELSE)
    assert "findahelpline.com" in conversation.reply
    assert conversation.question is None


def test_what_is_long_past_and_grief_are_not_met_with_an_alarm(talk: Talk) -> None:
    assert says(in_danger(talk, "i tried to kill myself years ago, im fine now"), danger.LONG_PAST)
    assert says(in_danger(talk, "my mum died last week"), danger.GRIEF)
    assert says(in_danger(talk, "i'm not suicidal, just exhausted"), danger.ACCEPTED)


def test_violence_is_safety_first_and_never_advice_to_confront(talk: Talk) -> None:
    conversation = in_danger(talk, "my husband hits me when i come home late")
    assert says(conversation, danger.HEARD_UNSAFE)
    assert "afe" in conversation.prompt.text
    assert says(conversation.says("no"), danger.STAY)
    assert not re.search(r"confront|talk to him|tell him", conversation.transcript, re.IGNORECASE)


@pytest.mark.parametrize("wording", range(3))
def test_yes_means_safe_in_every_wording_of_the_question(talk: Talk, wording: int) -> None:
    conversation = at(talk, "unsaid")
    for _ in range(wording):
        conversation.says("my husband hits me when i come home late", "stop", "go on", "no", "not yet", "go on")
    conversation.says("my husband hits me when i come home late")
    assert re.search(r"\bsafe\b", conversation.prompt.text)
    assert says(conversation.says("yes"), danger.ACCEPTED)


@pytest.mark.parametrize("moment", [*OPEN, "done"])
@pytest.mark.parametrize("text", ["i want to die", "my husband beats me", "i cut myself again last night"])
def test_it_comes_first_at_every_question_of_the_first_conversation(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment).says(text)
    assert conversation.question is not None
    assert conversation.question.startswith("danger")


@pytest.mark.parametrize("flow", sorted(FLOWS.keys() - {"breather", "telling"}))
def test_it_comes_first_in_every_conversation_there_is(talk: Talk, flow: str) -> None:
    conversation = opens(knows(talk(), answer_promised_at="2026-11-20"), flow) if flow != "danger" else in_danger(talk)
    conversation.says("i want to kill myself")
    assert conversation.question is not None
    assert conversation.question.startswith("danger")
    assert "findahelpline.com" in conversation.reply


@pytest.mark.parametrize(
    "said",
    ["no no you misunderstood, that was the interview question", "you misunderstand, they asked that", "thats not what i meant", "just a figure of speech",
     "what? no. i'm talking about a store", "jesus. nobody is dying"],
)  # fmt: skip
@pytest.mark.demand("P35")
def test_a_misunderstanding_is_accepted_in_many_words(talk: Talk, said: str) -> None:
    conversation = talk().says("just out of my interview at Acme", "i want to kill myself", said)
    assert says(conversation, danger.MISREAD)
    assert conversation.question is None


def test_a_misunderstanding_is_accepted_at_the_second_question_too(talk: Talk) -> None:
    conversation = in_danger(talk).says("hm", "you misunderstood, it is about the store")
    assert says(conversation, danger.MISREAD)
    assert conversation.question is None


NOT_MEANT = "they asked why i left, and i said nobody would miss me if i was gone"


@pytest.mark.demand("P35")
def test_what_was_misread_is_the_answer_once_they_go_on_and_not_asked_for_again(talk: Talk) -> None:
    conversation = talk().says("just out of my interview at Acme, they asked why i left and i froze", "4", "only that")
    asked = conversation.question
    conversation.says(NOT_MEANT, "you misunderstood")
    assert says(conversation, danger.MISREAD)
    assert NOT_MEANT not in [fact.value for fact in conversation.facts.all().values()]
    conversation.says("go on")
    assert NOT_MEANT in [fact.value for fact in conversation.facts.all().values()]
    assert conversation.question not in (None, asked)


def test_a_first_message_that_was_misread_is_heard_when_they_go_on(talk: Talk) -> None:
    conversation = talk().says("bad interview at Acme. " + NOT_MEANT, "you misunderstood", "go on")
    assert conversation.facts.value("organisation") == "Acme"


def test_what_was_danger_is_no_answer_when_they_go_on(talk: Talk) -> None:
    conversation = in_danger(talk).says("no", "go on")
    assert DIRECT not in [fact.value for fact in conversation.facts.all().values()]


def test_an_own_draft_that_was_misread_is_not_typed_again(talk: Talk) -> None:
    conversation = at(talk, "note").says("edit", NOT_MEANT, "3", "go on")
    assert conversation.drafts[-1].text == NOT_MEANT


ALARMING = "nobody would miss me if i was gone, he rings by friday"


def misheard(talk: Talk, *said: str) -> Conversation:
    """Danger was heard where none was meant, and then they wrote this."""
    return in_danger(talk, ALARMING).says(*said)


DENIALS = [
    "what?? no", "lol no", "what?? no i mean he WILL ring friday", "no i meant he'll call", "you misread that",
    "you got me wrong mate im fine i ment he'll phone me friday", "im fine, i meant he'll call", "thats not what i said",
    "no no its about the phone call", "no. he'll ring on friday i mean. you got that wrong", "i ment the boss will ring",
]  # fmt: skip


@pytest.mark.parametrize("before", [(), ("hm",), ("hm", "not yet"), ("hm", "not yet", "ok", "thanks"), ("stop",)])
@pytest.mark.parametrize("said", DENIALS)
@pytest.mark.demand("P35")
def test_a_denial_in_usual_words_is_accepted_at_every_step_and_later(
    talk: Talk, said: str, before: tuple[str, ...]
) -> None:
    conversation = misheard(talk, *before, said)
    assert says(conversation, danger.MISREAD)
    assert conversation.question is None
    assert ALARMING in [fact.value for fact in conversation.says("go on").facts.all().values()]


def test_the_mistake_is_owned_once_and_said_again_it_is_their_word_to_go_on(talk: Talk) -> None:
    conversation = misheard(talk, "hm", "not yet", "you got me wrong", "you misunderstood")
    assert not says(conversation, danger.MISREAD)
    assert not says(conversation, lines.HELP_STAYS)
    assert ALARMING in [fact.value for fact in conversation.facts.all().values()]


WORK = [
    "can we do the note now", "show me the note", "carry on please", "lets continue with the interview",
    "ok can we go back to the interview", "let's practise the question",
]  # fmt: skip


@pytest.mark.parametrize("said", WORK)
@pytest.mark.parametrize("before", [("hm", "not yet"), ("no",), ("you misunderstood",)])
def test_a_wish_for_the_work_at_hand_goes_on_once_help_was_shown(
    talk: Talk, said: str, before: tuple[str, ...]
) -> None:
    conversation = misheard(talk, *before, said)
    assert not says(conversation, lines.HELP_STAYS)
    assert conversation.question is not None
    assert not conversation.question.startswith("danger")


@pytest.mark.parametrize("said", [*WORK[:2], WORK[3]])
def test_a_wish_for_the_work_leads_past_no_question_about_danger(talk: Talk, said: str) -> None:
    assert says(misheard(talk, said), danger.STAY_UNANSWERED)


@pytest.mark.parametrize("said", [*DENIALS, "you misunderstood, it's the store", *WORK[:2], *WORK[3:4]])
@pytest.mark.parametrize("before", [("yes",), ("yes", "not yet"), ("yes", "not yet", "ok")])
def test_a_yes_to_the_question_holds_whatever_is_said_after_it(talk: Talk, said: str, before: tuple[str, ...]) -> None:
    conversation = misheard(talk, *before)
    asked = conversation.question or "danger"
    conversation.says(said)
    assert not says(conversation, danger.MISREAD)
    assert "findahelpline.com" in conversation.reply or conversation.question == asked
    assert ALARMING not in [fact.value for fact in conversation.facts.all().values()]
    assert not COACHING.search(conversation.reply)


def test_a_yes_holds_over_a_further_sign_that_is_denied(talk: Talk) -> None:
    conversation = misheard(talk, "yes", "i really want to die", "hm", "not yet", "you got me wrong")
    assert says(conversation, lines.HELP_STAYS)


@pytest.mark.parametrize(
    "said",
    ["you got me wrong, i don't want help", "no i meant it", "i meant what i said", "i mean i can't go on", "no i mean i just want it over",
     "im fine, leave me alone", "im fine i just want it over", "no i mean yes", "im fine, he said nobody needs me at the store anymore"],
)  # fmt: skip
@pytest.mark.parametrize("before", [("hm",), ("hm", "not yet")])
def test_what_only_begins_like_a_denial_is_none(talk: Talk, said: str, before: tuple[str, ...]) -> None:
    assert not says(misheard(talk, *before, said), danger.MISREAD)


@pytest.mark.parametrize("said", ["no i mean i really want to die", "im fine, i just don't want to wake up"])
@pytest.mark.parametrize("before", [(), ("hm",), ("hm", "not yet"), ("you misunderstood",)])
def test_a_sign_inside_a_denial_is_danger_anew(talk: Talk, said: str, before: tuple[str, ...]) -> None:
    conversation = misheard(talk, *before, said)
    assert conversation.question is not None
    assert conversation.question.startswith("danger")
    assert not says(conversation, danger.MISREAD)


@pytest.mark.parametrize("said", ["no", "what?? no", "no i mean he rings me all day", "lol no"])
def test_a_no_to_whether_they_are_safe_is_no_misunderstanding(talk: Talk, said: str) -> None:
    conversation = in_danger(talk, "my husband hits me when i come home late").says(said)
    assert not says(conversation, danger.MISREAD)
    assert "findahelpline.com" in conversation.reply


@pytest.mark.parametrize("text", ["nah he just said hell ring by friday", "he said hell ring by friday", "shell call"])
def test_a_contraction_without_its_apostrophe_sets_nothing_off(talk: Talk, text: str) -> None:
    conversation = at(talk, "contact").says(text)
    assert not (conversation.question or "").startswith("danger")
    assert "findahelpline.com" not in conversation.reply
