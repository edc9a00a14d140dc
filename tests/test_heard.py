"""What people say besides answering: misconduct, a ban on contact, remarks to the coach, talk after the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.understanding import address, conduct
from core.understanding.address import Remark
from tests.conversation import Conversation
from tests.test_capture import ACME, ANSWER, told
from tests.test_note import asked_for_note

Talk = Callable[..., Conversation]


@pytest.mark.parametrize(
    "told_of",
    [
        "he said im too old to climb at 58",
        "the manager asked if i plan to get pregnant",
        "he called me grandad in front of everybody",
        "they discriminated against me because of my age",
        "she made a racist comment about my accent",
        "one of them asked where i'm really from",
        "can i report him",
    ],
)
def test_misconduct_is_heard(told_of: str) -> None:
    assert conduct.is_serious(told_of)


@pytest.mark.parametrize(
    "harmless",
    [
        "i feel old",
        "they asked about my experience with children in the classroom",
        "she was a bit rude about my cv",
        "we talked about the pension plan",
        "he said the age group of the pupils would be ten to twelve",
    ],
)
def test_what_is_no_misconduct_is_not_taken_for_it(harmless: str) -> None:
    assert not conduct.is_serious(harmless)


@pytest.mark.parametrize(
    "own_work",
    [
        "At the care home a relative shouted at me and I calmed her down.",
        "i would tell them about a relative at the home where i used to work, who shouted at me over a hearing aid",
        "a guest grabbed my arm. he shouted at me too and i stayed calm",
        "my old boss swore at me in front of everybody and i stayed calm",
        "she shouted at me over a lost ring and i took her aside",
    ],
)
def test_what_somebody_at_work_did_is_not_the_doing_of_the_interviewers(own_work: str) -> None:
    assert not conduct.is_by_interviewers(own_work)


@pytest.mark.parametrize(
    "told_of",
    [
        "the interviewer shouted at me, so i said nothing",
        "they asked if i plan to get pregnant",
        "he put his hand on my knee while i answered",
    ],
)
def test_what_the_interviewers_did_is_heard_in_an_answer_too(told_of: str) -> None:
    assert conduct.is_by_interviewers(told_of)


DENIALS = [
    "You have misunderstood. Nobody at the interview shouted at me. That was a relative at the care home years ago, and it is the example I wish I had given.",
    "No, please stop. The interviewers did nothing wrong and I do not need a union.",
    "But they did not say anything to me, as I told you twice.",
    "Neither of them. Nobody did anything wrong. Please remove that.",
    "I take that back. Nobody at the surgery mistreated me.",
    "you misunderstood, they were nice",
    "you got that wrong, it wasnt the interviewers",
    "I never said they did anything wrong",
]


@pytest.mark.parametrize("denial", [*DENIALS, "That was a customer at my old job, not the interviewer."])
def test_who_says_that_nobody_did_anything_takes_it_back(denial: str) -> None:
    assert conduct.is_denied(denial, is_asked=True)


@pytest.mark.parametrize(
    "text",
    [
        "they did nothing wrong on paper, but he touched my knee",
        "it was nothing, he only grabbed me",
        "they did nothing wrong, he only stroked my arm",
        "they didn't do anything wrong except one of them pinched me",
        "They did not say anything to me, they just laughed",
        "he did not say anything bad, it was the way he looked at me",
        "nobody touched me",
        "nobody did anything about it",
        "nobody said anything when he grabbed me",
        "they said they did nothing wrong",
        "they act like they did nothing wrong",
        "did they do nothing wrong?",
        "I would tell them they did nothing wrong",
        "I did nothing wrong",
        "they were nice until he asked my age",
        "you misunderstood, they were nice but he kept staring at my legs",
    ],
)
def test_who_makes_it_small_or_tells_whose_claim_it_is_takes_nothing_back(text: str) -> None:
    assert not conduct.is_denied(text, "he said women can't drive and stared at me", is_asked=True)


@pytest.mark.demand("R13")
def test_misconduct_told_at_once_is_never_made_small(talk: Talk) -> None:
    conversation = talk().says(
        "phone screen for a welding job today. he said im too old to climb and called me grandad"
    )
    assert "small thing" in conversation.reply
    conversation.says("10", "he said 'we need young legs', the hr lady heard it")
    assert "legal advice" in conversation.reply  # once they were heard out
    conversation.says("no", "my tickets", "no")
    heard = conversation.transcript
    for small in ("No interview is perfect", "one thing", "Was it really", "really that bad"):
        assert small not in heard


@pytest.mark.demand("K02")
@pytest.mark.parametrize(
    "ban",
    [
        "they said not to contact them",
        "no i mustnt. they said not to contact them",
        "they told us not to ring",
        "no contact",
        "please dont contact us they said",
        "we call you, they said",
    ],
)
def test_a_ban_on_contact_is_heard_in_many_words_and_ends_the_note(talk: Talk, ban: str) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", ban)
    assert conversation.facts.value("contact") == "barred"
    conversation.says("no day named")
    assert conversation.question == "judge-when"
    assert "thank-you" not in conversation.reply


@pytest.mark.demand("K02")
def test_a_ban_remembered_late_still_counts(talk: Talk) -> None:
    conversation = asked_for_note(talk).says("oh wait, they said no contact please, they asked us not to contact them")
    assert conversation.facts.value("contact") == "barred"
    assert conversation.question == "judge-when"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("he gave me his card and said drop me a line", "open"),
        ("no one said not to, she told me to email her", "open"),
        ("all goes thru the recruiter", "recruiter"),
        ("it's through an agency", "recruiter"),
        ("they never said", "not-sure"),
    ],
)
def test_what_may_be_done_about_contact_is_heard_in_a_sentence(talk: Talk, said: str, meant: str) -> None:
    assert told(talk).says("skip", "nothing", "yes", said).facts.value("contact") == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("some, not all", "parts"),
        ("all of it. start to finish", "all"),
        ("not the whole thing i suppose", "parts"),
        ("one qestion. teh sys desgin one", "one-moment"),
    ],
)
def test_how_much_of_it_was_bad_is_heard_in_a_sentence(talk: Talk, said: str, meant: str) -> None:
    assert talk().says(ACME, "8", said).facts.value("really-that-bad") == meant


def test_a_question_to_the_coach_is_answered_and_never_kept_as_an_answer(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "one moment", "how do you find duplicates")
    conversation.says("is it even worth writing to them two days later?")
    assert "48" in conversation.reply or "late" in conversation.reply
    assert conversation.question == "unsaid-1"
    assert conversation.says(ANSWER).facts.text("unsaid-1") == ANSWER


@pytest.mark.parametrize(
    "complaint",
    [
        "You're not answering me.",
        "hang on, where did Thursday come from?",
        "that's not what i said",
        "i already told you that",
        "we did this",
    ],
)
def test_a_complaint_is_met_as_one_and_never_reaches_the_note(talk: Talk, complaint: str) -> None:
    conversation = talk().says(ACME, "8", "one moment", "how do you find duplicates", complaint)
    assert conversation.question == "unsaid-1"
    assert conversation.facts.text("unsaid-1") is None


@pytest.mark.parametrize(
    "answer",
    [
        "I told them that I would ask a colleague first",
        "why do you want to work here",
        "you have to check the patient first, then write the report",
        "is there a second copy, I would ask, and then reconcile",
        "what would you do if a colleague is late?",
    ],
)
def test_an_answer_is_not_taken_for_a_remark(answer: str) -> None:
    assert address.read(answer) is not Remark.COMPLAINT
    assert address.read(answer) is None


def test_stop_stays_stopped_until_the_person_goes_on(talk: Talk) -> None:
    conversation = talk().says(ACME, "stop", "what have you got written down")
    assert "Acme" in conversation.reply
    assert conversation.question is None
    assert conversation.says("is there someone i can talk to").question is None
    assert conversation.says("hm").question is None
    assert conversation.says("go on").question == "feeling-at-first"


def test_talk_after_the_end_belongs_to_the_finished_interview(talk: Talk) -> None:
    conversation = asked_for_note(talk).says("e-mail", "show me now", "sent", "tomorrow")
    for said in ("thank you", "will anyone tell me if i lost it?", "ok"):
        assert conversation.says(said).question is None, said
    conversation.says("actually it was Beta Ltd, not Acme")
    assert conversation.state.facts["i1"]["organisation"].value == "Beta Ltd"
    conversation.says("got the rejection mail this morning")
    assert conversation.state.facts["i1"]["outcome"].value == "rejected"
    assert conversation.question == "told-of-no"


def test_another_interview_told_after_the_end_is_a_new_one(talk: Talk) -> None:
    conversation = asked_for_note(talk).says("e-mail", "show me now", "sent", "tomorrow")
    conversation.after(days=2).says("just had another interview, at Beta Ltd. froze on the budget question")
    assert conversation.question == "feeling-at-first"
    assert conversation.facts.text("organisation") == "Beta Ltd"


@pytest.mark.parametrize("said", ["it wasn't today, it was yesterday", "no, it was yesterday, not today"])
def test_a_corrected_day_is_taken(talk: Talk, said: str) -> None:
    assert talk().says(ACME, said).facts.text("interview-on") == "2026-11-23"


def test_a_day_corrected_twice_stays_a_day(talk: Talk) -> None:
    conversation = talk().says(ACME, *["no, it was yesterday, not today"] * 2)
    assert conversation.facts.text("interview-on") == "2026-11-23"


@pytest.mark.parametrize("said", ["i send it already", "sent it, took the dog out myself", "just sent it"])
def test_sent_is_heard_in_a_sentence(talk: Talk, said: str) -> None:
    conversation = asked_for_note(talk).says("e-mail", "show me now", said)
    assert conversation.facts.value("note-1-sent") is True


@pytest.mark.parametrize("said", ["no dont erase, sorry. keep it", "wait, don't", "no"])
def test_erasing_is_never_done_on_a_sentence_that_says_no(talk: Talk, said: str) -> None:
    conversation = told(talk).says("forget me", said)
    assert conversation.store.snapshot(conversation.person) is not None
    assert conversation.facts.text("organisation") == "Acme"


@pytest.mark.parametrize(
    "before", [(), ("later",), ("stop",), ("forget me",), ("i want to kill myself", "no"), ("8", "some of it")]
)
def test_danger_comes_first_in_every_state(talk: Talk, before: tuple[str, ...]) -> None:
    conversation = talk().says(ACME, *before, "i want to kill myself")
    assert conversation.question is not None
    assert conversation.question.endswith("ending")
    assert "program" in conversation.reply


def test_danger_comes_first_also_at_first_contact_and_after_the_end(talk: Talk) -> None:
    assert str(talk().says("i want to kill myself").question).endswith("ending")
    conversation = asked_for_note(talk).says("e-mail", "show me now", "sent", "i want to kill myself")
    assert str(conversation.question).endswith("ending")


@pytest.mark.parametrize("digression", [("forget me", "no"), ("show the note", "keep it for later")])
def test_what_was_stopped_stays_stopped_after_a_digression(talk: Talk, digression: tuple[str, str]) -> None:
    conversation = told(talk).says("stop", *digression)
    assert conversation.question is None
    assert conversation.says("go on").question == "other-questions"


def test_another_interview_told_in_the_middle_is_kept_apart(talk: Talk) -> None:
    conversation = asked_for_note(talk).says("e-mail", "show me now")
    conversation.says("I had a second interview yesterday, at Zambezi Freight, it went rather badly")
    assert conversation.question == "feeling-at-first"
    state = conversation.state
    assert state.facts["i2"]["organisation"].value == "Zambezi Freight"
    assert state.facts["i1"]["organisation"].value == "Acme"


@pytest.mark.demand("K05")
def test_a_stretch_of_time_for_the_answer_is_up_on_its_last_day(talk: Talk) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", "i may write", "I should hear within two weeks.")
    assert str(conversation.facts.text("answer-promised-at")) in {"2026-12-07", "2026-12-08"}


def test_the_promised_day_is_corrected_when_it_is_the_one_named(talk: Talk) -> None:
    conversation = told(talk).says(
        "skip", "nothing", "yes", "i may write", "by thursday", "sorry, Monday, not Thursday"
    )
    assert conversation.facts.text("answer-promised-at") == "2026-11-30"
    assert conversation.facts.text("interview-on") == "2026-11-24"


def test_a_rejection_told_on_the_way_is_heard_as_one(talk: Talk) -> None:
    conversation = asked_for_note(talk).says("e-mail", "show me now", "hey i got an answer, they rejected me")
    assert "no" in conversation.lines[0].lower()


def test_is_it_normal_gets_a_kind_answer(talk: Talk) -> None:
    conversation = talk().says(ACME, "is it normal to freeze like that?")
    assert "no answer to" not in conversation.reply
    assert conversation.question == "feeling-at-first"


def test_a_name_is_whole_also_in_half_lower_case(talk: Talk) -> None:
    assert talk().says("interview at Mercy clinic today, i froze").facts.text("organisation") == "Mercy clinic"


# --- no danger, and care all the same ---


@pytest.mark.parametrize("said", ["cant do this now", "cant do this today", "i just can't do this tonight, sorry"])
def test_no_strength_for_it_today_puts_it_off_and_asks_nothing(talk: Talk, said: str) -> None:
    conversation = talk().says(ACME, "9", said)
    assert conversation.question is None
    assert "ending your life" not in conversation.reply
    assert conversation.hours(hours=2) == []
    assert conversation.says("hi").question == "really-that-bad"


@pytest.mark.parametrize(
    "said", ["cant stop crying", "i cant face another interview", "i can't face another rejection"]
)
def test_tears_are_met_with_care_and_not_with_the_question_about_suicide(talk: Talk, said: str) -> None:
    for before in ((), (ACME,), (ACME, "9")):
        conversation = talk().says(*before, said)
        assert "findahelpline.com" in conversation.reply
        assert "ending your life" not in conversation.reply
        assert conversation.question in ("feeling-at-first", "really-that-bad")


def test_what_is_told_beside_the_tears_is_heard(talk: Talk) -> None:
    conversation = talk().says("cant stop crying. just out of an interview at Acme, froze on the sql question")
    assert conversation.facts.text("organisation") == "Acme"
    assert conversation.question == "feeling-at-first"


def test_tears_are_no_answer_that_a_note_could_carry(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "one moment", "how do you find duplicates", "cant stop crying")
    assert conversation.question == "unsaid-1"
    assert conversation.facts.text("unsaid-1") is None


@pytest.mark.parametrize(
    "said", ["i want to kill myself", "my brother killed himself last week", "my mum died last week"]
)
def test_nothing_of_the_coachs_own_stands_in_a_reply_to_danger(talk: Talk, said: str) -> None:
    for conversation in (talk().arrives(), talk(), talk().says(ACME, "8")):
        before = conversation.transcript
        conversation.says(said)
        for reply in (conversation.reply, conversation.says("no").reply if conversation.question else ""):
            for own in ("break off", "I am a program. What you write", "Noted"):
                assert own not in reply
        conversation.says("go on")
        if "encrypted" not in before:
            assert "encrypted" in conversation.transcript
