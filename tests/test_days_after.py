"""What people type in the days after: news, hesitation and refusals in their own words, under whatever the coach last asked."""

from __future__ import annotations

import pytest

from core import lines
from core.facts import Picked
from core.understanding import read
from core.understanding.at_an_offer import Matter
from tests.conversation import Conversation
from tests.moments import Talk, at, says

# --- their answer -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "outcome", "day"),
    [
        ("Acme has called me for second round on Thursday 3rd December by 10am", "next-round", "2026-12-03"),
        ("they have invited me to final interview next monday", "next-round", "2026-11-30"),
        ("she rang, wants to know can i come in tuesday for a chat", "next-round", "2026-12-01"),
        ("the manager asked if i could come back in on thursday", "next-round", "2026-11-26"),
        ("Acme has now sent me offer. i am so surprised", "offer", None),
        ("i received my appointment letter this morning", "offer", None),
        ("the contract came. i have accepted it", "offer", None),
    ],
)
def test_an_answer_is_heard_in_the_english_they_write(talk: Talk, text: str, outcome: str, day: str | None) -> None:
    conversation = at(talk, "done").after(hours=20).says(text)
    assert conversation.facts.value("outcome") == outcome
    assert conversation.facts.value("next-interview-on") == day


@pytest.mark.parametrize(
    "text",
    [
        "its friday gone and not a peep out of them",
        "not a word out of her",
        "not a single call from anyone",
    ],
)
def test_silence_told_under_an_offer_to_look_back_is_what_is_talked_about(talk: Talk, text: str) -> None:
    conversation = at(talk, "done")
    conversation.waits(days=4)
    assert conversation.says(text).facts.value("outcome") == "waiting"


@pytest.mark.parametrize(
    "text",
    [
        "they asked me if i could come in on saturdays",
        "my friend sent me offer letter templates",
        "the last place rejected me by 10 in the morning",
    ],
)
def test_what_was_asked_in_the_room_or_came_from_others_is_no_answer_of_theirs(talk: Talk, text: str) -> None:
    assert at(talk, "done").after(hours=20).says(text).facts.value("outcome") is None


@pytest.mark.parametrize("text", ["they said they will call", "he said he'd gie me a bell", "she’ll let me know"])
def test_that_they_will_call_names_no_day_and_no_rule_about_writing(talk: Talk, text: str) -> None:
    assert at(talk, "answer by").says(text).facts.value("answer-promised-at") == Picked("none")
    assert at(talk, "contact").says(text).question == "answer-promised-at"


# --- an offer that is weighed -----------------------------------------------------------------------------


def offered(talk: Talk) -> Conversation:
    """An offer, four days after; nothing is asked."""
    conversation = at(talk, "done").after(days=4).says("he phoned. they offered me the job")
    assert conversation.facts.value("outcome") == "offer"
    return conversation


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("aye but am no sure. its split shifts an ma wean's only 2", Matter.DOUBT),
        ("dont know if i should take it, the hours are awful", Matter.DOUBT),
        ("im in two minds", Matter.DOUBT),
        ("he wants tae know by monday", Matter.BY_WHEN),
        ("they gave me until friday to decide", Matter.BY_WHEN),
        ("can i ask him for straight shifts before i say yes?", Matter.TERMS),
        ("is it rude to ask if i could start in february", Matter.TERMS),
        ("should i tell the other place that i have an offer", Matter.ELSEWHERE),
        ("rang him, hes giving me earlies so i said yes", Matter.TAKEN),
    ],
)
def test_who_weighs_an_offer_is_heard(talk: Talk, text: str, matter: Matter) -> None:
    conversation = offered(talk).says(text)
    assert says(conversation, lines.AT_AN_OFFER[matter])
    assert conversation.question is None


def test_the_pay_is_a_point_only_for_who_hesitates(talk: Talk) -> None:
    assert not says(offered(talk).says("the money is 15.20 an hour"), lines.AT_AN_OFFER[Matter.POINT])
    weighing = offered(talk).says("im really not sure about it", "the money is 15.20 an hour")
    assert says(weighing, lines.AT_AN_OFFER[Matter.POINT])


def test_doubt_told_with_the_offer_is_met_in_the_same_breath(talk: Talk) -> None:
    conversation = at(talk, "done").after(days=4).says("they offered me the job. not sure if i should take it")
    assert conversation.facts.value("outcome") == "offer"
    assert says(conversation, lines.AT_AN_OFFER[Matter.DOUBT])


def test_without_an_offer_the_same_words_are_no_weighing(talk: Talk) -> None:
    conversation = at(talk, "done").after(days=4).says("im not sure if i want the job")
    assert not any(says(conversation, saying) for saying in lines.AT_AN_OFFER.values())


def test_that_they_want_an_answer_by_a_day_is_no_sign_of_danger(talk: Talk) -> None:
    assert offered(talk).says("he wants to know by monday").question is None


def test_of_two_places_the_one_that_offered_is_meant(talk: Talk) -> None:
    conversation = at(talk, "done").says("I had another interview today, at Kafue Mills. it went fine", "3")
    conversation.after(days=3).says("Acme has sent me an offer but Kafue has not said anything. What do I do")
    assert conversation.state.facts["i1"]["outcome"].value == "offer"
    assert "outcome" not in conversation.state.facts["i2"]
    assert says(conversation, lines.AT_AN_OFFER[Matter.ELSEWHERE])


# --- a wish with more around it ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "can i ask them for another chance? like do the task again",
        "it hurts. can i ask for a second interview?",
    ],
)
def test_a_second_chance_is_heard_with_a_sentence_beside_it(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").after(days=4).says("they said no", "my sister")
    conversation.says(text)
    assert (conversation.question or "").startswith("chance"), conversation.reply


@pytest.mark.parametrize("text", ["idk what if they think im annoying", "what if they say no again"])
def test_the_fear_of_being_a_nuisance_is_met_where_asking_is_offered(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").after(days=4).says("they said no", "my sister")
    conversation.waits(days=3)
    assert says(conversation.says(text), lines.THEIR_MIND)


WANJIRU = "by the way, my friend Wanjiru works there in housekeeping"


@pytest.mark.parametrize(
    "text",
    [
        "I want to ask Wanjiru to talk for me",
        "can Wanjiru give it to her?",
        "no note. help me with Wanjiru",
        "I don't have her email, can I pass through Wanjiru my friend",
        "maybe Wanjiru, should I tell her how it went",
    ],
)
def test_somebody_inside_who_is_called_by_name_is_taken_up(talk: Talk, text: str) -> None:
    conversation = at(talk, "note look").says(WANJIRU)
    assert conversation.facts.value("insider") is not None
    assert conversation.says(text).question == "insider-decides-1"


@pytest.mark.parametrize("text", ["Wanjiru told me to wait", "I am going home", "I will ask my mother", "tomorrow"])
def test_a_word_of_somebody_inside_is_no_wish_for_her_help(talk: Talk, text: str) -> None:
    conversation = at(talk, "note look").says(WANJIRU)
    assert not (conversation.says(text).question or "").startswith("insider")


def test_a_job_that_decides_nothing_is_no_part_in_the_decision(talk: Talk) -> None:
    conversation = at(talk, "done").says(WANJIRU)
    assert conversation.question == "insider-decides-1"
    conversation.says("She is in housekeeping, she knows the manager very well")
    assert conversation.facts.value("insider-decides-1") == "no"


def test_an_ok_to_a_look_back_tomorrow_is_for_tomorrow(talk: Talk) -> None:
    assert at(talk, "look back").says("ok").facts.value("judge-when") == "tomorrow"
    assert at(talk, "look back").says("ok now").facts.value("judge-when") == "now"


# --- refusals ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "ah im wrecked after a double shift, not today",
        "not today",
        "im too tired now",
        "sorry, long day, exhausted",
        "no im done in",
    ],
)
def test_who_is_worn_out_is_asked_again_tomorrow_and_not_taken_at_a_word(talk: Talk, text: str) -> None:
    conversation = at(talk, "done")
    conversation.waits(hours=22)
    assert str(conversation.says("sent").question).startswith("judge")
    conversation.says(text)
    assert conversation.hours(hours=30) == ["Thu 26 09:00"]
    assert not conversation.facts.value("judged")


@pytest.mark.parametrize("text", ["tired but ok lets do it", "skip, im tired", "no", "im sick of it"])
def test_who_is_tired_and_says_what_is_to_be_is_taken_at_that(talk: Talk, text: str) -> None:
    conversation = at(talk, "done")
    conversation.waits(hours=22)
    conversation.says("sent", text)
    assert "Thu 26 09:00" not in conversation.hours(hours=24)


@pytest.mark.parametrize(
    "text",
    [
        "nae notes for me pal, am no writin to him",
        "no note please, I have tired",
        "im not writing to them",
        "i dont want to send any note, i am tired",
        "no letters, thank you",
    ],
)
@pytest.mark.parametrize("moment", ["job", "contact", "answer by", "channel"])
def test_who_will_not_write_is_not_advised_to(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment).says(text)
    assert conversation.facts.value("note-declined") or conversation.facts.value("note-channel") == "none"
    assert conversation.facts.value("contact") != "barred"
    assert conversation.facts.value("wants-job") == (None if moment == "job" else "yes")


@pytest.mark.parametrize("text", ["they said no notes allowed", "no note was given to me", "no email yet"])
def test_notes_or_mail_of_others_decline_nothing(text: str) -> None:
    assert read(text).wish is None


# --- two under way ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Which one is which now? Are you asking of Acme or Kafue",
        "are you talking about acme or kafue?",
        "which interview are you on now?",
    ],
)
def test_who_cannot_tell_which_of_two_it_is_about_is_told(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").says("I had another interview today, at Kafue Mills. it went fine")
    assert says(conversation.says(text), lines.ABOUT_WHICH, place="Kafue Mills")


# --- the note, by another way -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "dont have toms email. priya will pass it on",
        "she said she'd forward it, so its sorted",
        "I asked the secretary to give it to her",
        "my friend will hand it to her",
    ],
)
def test_a_note_that_somebody_else_brings_is_out(talk: Talk, text: str) -> None:
    conversation = at(talk, "note").says(text)
    assert conversation.facts.value("note-1-sent"), conversation.reply
    conversation = at(talk, "done")
    conversation.waits(hours=21)
    assert conversation.says(text).facts.value("note-1-sent"), conversation.reply


@pytest.mark.parametrize("text", ["i will pass on this one", "can she pass it on?", "they will give me an answer"])
def test_a_note_that_nobody_brings_is_not_out(talk: Talk, text: str) -> None:
    assert at(talk, "note").says(text).facts.value("note-1-sent") is None


@pytest.mark.parametrize("text", ["I don't have Mrs Zulu mail", "dont have toms email", "never got her address"])
def test_where_an_address_is_missing_the_coach_says_where_it_stands(talk: Talk, text: str) -> None:
    assert says(at(talk, "note").says(text), lines.ADDRESS)


def test_who_asks_which_it_is_beside_an_offer_to_look_back_has_not_taken_it_up(talk: Talk) -> None:
    conversation = at(talk, "done").says("I had another interview today, at Kafue Mills. it went fine", "3")
    conversation.waits(days=5)
    conversation.says("Which one is which now? Are you asking of Acme or Kafue")
    assert "how nervous" not in conversation.reply.lower()
    assert any(says(conversation, lines.ABOUT_WHICH, place=place) for place in ("Acme", "Kafue Mills"))


# --- what hurts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["it hurts ngl", "gutted. really gutted", "it hurts, tbh"])
def test_that_a_no_hurts_is_nobody_who_was_told(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").after(days=4).says("they said no", text)
    assert conversation.facts.value("told-of-no") is None
    assert conversation.question == "told-of-no"
    assert conversation.says("my sister").facts.value("told-of-no") == "my sister"


def test_a_second_chance_is_heard_where_somebody_to_tell_is_asked_for(talk: Talk) -> None:
    conversation = at(talk, "done").after(days=4).says("they said no", "it hurts ngl")
    conversation.says("can i ask them for another chance? like do the task again")
    assert (conversation.question or "").startswith("chance"), conversation.reply
    assert conversation.facts.value("told-of-no") is None


def test_who_is_sick_of_waiting_is_met_before_the_question_comes_again(talk: Talk) -> None:
    conversation = at(talk, "done")
    conversation.waits(days=8)
    assert says(conversation.says("im sick of it. theyre some shower"), lines.STILL_HURTS)


@pytest.mark.parametrize(
    "text",
    [
        "thanks, I put Mrs Zulu in myself and sent it",
        "ok i fix it myself. sent na",
        "perfect, short and sweet. sent",
        "gave it in already this morning, the lady at the desk took it",
        "I did send it last night by the way",
    ],
)
def test_a_note_that_was_sent_is_out_whatever_else_is_said_of_it(talk: Talk, text: str) -> None:
    assert first_line(at(talk, "note").says(text)) == first_line(at(talk, "note").says("sent"))


@pytest.mark.parametrize(
    "text", ["not sent yet", "i havent sent it yet", "i'll send it tomorrow", "shorter, and not sent"]
)
def test_a_note_that_is_not_sent_is_not_out(talk: Talk, text: str) -> None:
    assert first_line(at(talk, "note").says(text)) != first_line(at(talk, "note").says("sent"))


def first_line(conversation: Conversation) -> str:
    return conversation.reply.partition("\n")[0]
