"""News of their answer at any time: which interview it is about, what is said, and what follows for the plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core import lines
from core.flows import feedback, outcome
from core.plan import Kind
from core.understanding.persons import to_you
from core.wording import load
from tests.arc import knows
from tests.conversation import Conversation
from tests.moments import OPEN, at, says
from tests.test_capture import ACME, told

Talk = Callable[..., Conversation]

REJECTED = [
    "got the rejection email",
    "didn't get it",
    "they went with someone else",
    "it's a no",
    "oh no i got rejected",
    "they've decided not to go ahead with me",
    "just got the rejection email",
    "they rang. its a no",
    "they rang acme. its a no",
    "got the mail, thats a no",
    "the rejection came",
    "rejection came, they went for someone else",
    "they're not going forward",
]
OFFER = ["I got the job!!", "they offered me the position", "no way, i got the job", "got an offer",
    "she shook my hand and said i have the job", "GOT IT. she says i got it",
]  # fmt: skip
NEXT_ROUND = [
    "they invited me back",
    "i'm through to the next round",
    "they want to see me again",
    "got a second interview",
    "Frank called. he's offering me a second talk on monday",
    "they want me on site on 15 December, with the director",
    "they called, want me in for another chat thursday",
    "bea wants me to come in monday. shes invited me",
    "she texted back, said come in monday for a chat",
    "she said come in monday!!! for a chat",
    "Acme, second talk on Monday",
    "Not an offer. A second interview, 15 December at 14:00",
]
NO_NEWS = [
    "I got rejected last year by another company",
    "my friend got the job",
    "what if they reject me",
    "I always get rejected",
    "i wish they had offered me the job",
    "i got the job description from them",
    "i had never heard of kubernetes",
    "the second interview on thursday went badly",
    "they asked me to come in on monday for the interview",
    "he said come in monday and we shook hands at the end",
    "it's a no from me",
    "it was a no brainer",
    "they said i have job experience",
    "my sister asked me to come over on sunday",
    "mum called. said come over sunday",
]


def finished(talk: Talk, *, feeling: str = "8", wish: str = "yes", contact: str = "i may write") -> Conversation:
    """The first conversation, to its end."""
    conversation = talk().says(ACME, feeling)
    conversation.says("one moment", "how do you find duplicates in a table", "i would group them")
    conversation.says("skip", "nothing", wish, contact, "by friday")
    if contact != "no contact":
        conversation.says("Mrs Zulu asked it", "no note")
    conversation.says("tomorrow")
    assert conversation.question is None
    return conversation


def planned(conversation: Conversation) -> set[str]:
    """What the coach has promised about the first interview."""
    return {id.removeprefix("i1/") for id in conversation.state.promised}


def test_a_no_is_met_in_proportion_and_asks_nothing_of_the_day(talk: Talk) -> None:
    conversation = finished(talk).after(days=1).says("got the rejection email")
    assert conversation.facts.value("outcome") == "rejected"
    assert any(word in conversation.lines[0] for word in ("hurts", "hard", "stings"))
    assert "today" in conversation.lines[0]
    assert "0 (fine)" not in conversation.reply, "nobody counts in the moment of a no"
    conversation.says("my sister")
    assert conversation.question is None
    assert conversation.facts.value("told-of-no") == "my sister"
    assert any(word in conversation.reply for word in ("one decision", "one day", "One no"))


def test_whom_they_tell_need_not_be_said(talk: Talk) -> None:
    conversation = finished(talk).says("they turned me down", "rather not say")
    assert conversation.facts.text("told-of-no") is None
    assert conversation.question is None


def test_a_plain_yes_to_somebody_they_could_tell_is_enough(talk: Talk) -> None:
    conversation = finished(talk).says("they turned me down", "yes")
    assert says(conversation, outcome.WILL_TELL)
    assert conversation.question is None


def test_in_the_moment_of_a_no_nothing_is_said_of_what_comes(talk: Talk) -> None:
    conversation = finished(talk).after(days=1).says("they rejected me")
    assert not any(word in conversation.reply for word in ("9:00", "look back", "note", "where they stand"))
    conversation.says("my sister")
    assert "Thursday 26 November, 9:00" in conversation.reply
    assert "thank-you note" not in conversation.reply


def test_no_look_back_and_no_practice_comes_on_the_day_of_a_no(talk: Talk) -> None:
    conversation = finished(talk).after(hours=20).says("they rejected me", "my sister")
    assert conversation.hours(hours=14) == []
    assert conversation.hours(days=1) == ["Thu 26 09:00"]
    assert conversation.question is not None
    rounds = knows(
        talk(at="2026-11-27T09:00"), practice="yes", outcome="rejected", met_no="2026-11-27", heard_no="2026-11-27"
    )
    assert rounds.hours(days=2) == ["Sat 28 09:00", "Sat 28 18:30"]


def test_what_comes_after_a_no_is_told_on_another_day_where_the_words_for_it_were_left(talk: Talk) -> None:
    conversation = finished(talk).after(hours=20).says("they rejected me")
    assert Kind.AFTER_NO not in planned(conversation)
    assert conversation.hours(days=1, hours=1) == ["Thu 26 09:00"]
    assert "what may still be asked after a no" in conversation.reply
    assert Kind.AFTER_NO in planned(conversation)


def test_a_no_to_a_job_that_was_not_wanted_is_met_more_lightly(talk: Talk) -> None:
    conversation = finished(talk, wish="no").says("they said no")
    assert any(words in conversation.lines[0] for words in ("no longer wanted", "let go of already", "not set on it"))


def test_after_a_no_neither_a_second_chance_nor_a_lesson_is_offered() -> None:
    words = load()
    said = " ".join(
        words.said(id, time, {})
        for id in ("outcome-rejected", "outcome-tell", "outcome-no-verdict")
        for time in range(3)
    ).lower()
    for pushed in ("second chance", "learn", "next time", "prepare", "better luck", "everything happens"):
        assert pushed not in said


def test_after_a_no_no_note_and_no_check_in_come_but_somebody_to_share_it_with(talk: Talk) -> None:
    conversation = finished(talk)
    assert f"{Kind.CHECK_IN}-1" in planned(conversation)
    conversation.says("it's a no")
    assert Kind.LET_GO in planned(conversation)
    assert not any(name.startswith((Kind.CHECK_IN, Kind.NOTE, Kind.LAST_CALL)) for name in planned(conversation))


def test_an_offer_is_met_gladly_and_beside_it_stands_what_was_feared(talk: Talk) -> None:
    conversation = finished(talk).after(days=1).says("I got the job!!")
    assert "8" in conversation.reply
    assert "!" not in conversation.reply
    assert conversation.question is None
    assert planned(conversation) == set()


def test_what_was_not_feared_is_not_brought_up_with_an_offer(talk: Talk) -> None:
    conversation = talk().says(ACME, "2")
    conversation.says(*["skip"] * 14)
    conversation.says("I got the job")
    assert "2" not in conversation.reply


@pytest.mark.demand("K06")
def test_a_next_round_ends_letting_go_and_begins_getting_ready(talk: Talk) -> None:
    conversation = finished(talk)
    assert Kind.LET_GO in planned(conversation)
    conversation.says("they invited me back")
    assert Kind.LET_GO not in planned(conversation)
    assert conversation.question == "next-interview-on"
    conversation.says("in two weeks")
    assert conversation.facts.value("next-interview-on") == "2026-12-08"
    assert Kind.PREPARE in planned(conversation)
    assert "Sunday 6 December" in conversation.reply
    assert conversation.question is None


@pytest.mark.demand("K06")
def test_a_next_round_opens_again_what_had_been_let_go(talk: Talk) -> None:
    conversation = finished(talk).says("i've moved on")
    assert planned(conversation) == set()
    conversation.says("they invited me back", "in two weeks")
    assert Kind.PREPARE in planned(conversation)


def test_the_day_of_a_next_round_is_taken_up_with_the_news(talk: Talk) -> None:
    conversation = finished(talk).says("second interview on friday")
    assert conversation.facts.value("next-interview-on") == "2026-11-27"
    assert conversation.facts.value("interview-on") == "2026-11-24"
    assert "next interview on Friday 27 November" in conversation.reply
    assert conversation.question is None


def test_a_next_round_within_two_days_is_got_ready_for_at_once(talk: Talk) -> None:
    conversation = finished(talk).says("they invited me back", "tomorrow")
    assert conversation.question == "get-ready"
    assert conversation.says("yes").question == "four-items-1"


def test_the_day_of_a_next_round_may_be_open_and_told_later(talk: Talk) -> None:
    conversation = finished(talk).says("they want me back", "no day yet")
    assert conversation.question is None
    assert Kind.PREPARE not in planned(conversation)
    conversation.after(days=1).says("the second interview is on friday next week")
    assert Kind.PREPARE in planned(conversation)
    assert "decide" not in conversation.reply


def test_a_correction_changes_the_news_and_the_plan_follows(talk: Talk) -> None:
    conversation = finished(talk).says("they rejected me", "no wait, they did invite me back")
    assert conversation.facts.value("outcome") == "next-round"
    assert conversation.question == "next-interview-on"
    assert Kind.LET_GO not in planned(conversation)
    conversation.says("no day yet", "actually they rejected me")
    assert conversation.facts.value("outcome") == "rejected"
    conversation.says("my sister")
    assert Kind.LET_GO in planned(conversation)


def test_news_can_be_undone(talk: Talk) -> None:
    conversation = finished(talk)
    before = planned(conversation)
    conversation.says("they rejected me", "undo")
    assert conversation.facts.value("outcome") is None
    assert planned(conversation) == before


def test_still_waiting_is_accepted_and_told_from_when_asking_is_fair(talk: Talk) -> None:
    conversation = finished(talk).after(days=1).says("still nothing from them")
    assert "Friday 27 November" in conversation.reply
    assert "two working days" in conversation.reply
    assert conversation.question is None
    assert not conversation.drafts


def test_once_it_is_fair_the_text_that_asks_is_shown(talk: Talk) -> None:
    conversation = finished(talk).after(days=9).says("still nothing from them")
    assert [draft.title for draft in conversation.drafts] == ["To Mrs Zulu"]
    conversation.says("sent it")
    assert conversation.facts.value("check-in-1-sent") is True


def test_whoever_barred_contact_is_never_asked(talk: Talk) -> None:
    conversation = finished(talk, contact="no contact").after(days=12).says("still nothing from them")
    assert not conversation.drafts
    assert conversation.question is None


def test_waiting_does_not_take_back_an_answer_of_theirs(talk: Talk) -> None:
    conversation = finished(talk).says("they rejected me", "rather not", "still no answer to my feedback request")
    assert conversation.facts.value("outcome") == "rejected"


@pytest.mark.parametrize(
    ("text", "came"),
    [(t, "rejected") for t in REJECTED] + [(t, "offer") for t in OFFER] + [(t, "next-round") for t in NEXT_ROUND],
)
def test_news_is_understood_in_many_words(talk: Talk, text: str, came: str) -> None:
    assert finished(talk).says(text).facts.value("outcome") == came


@pytest.mark.parametrize("text", NO_NEWS)
def test_what_is_no_news_of_this_interview_changes_nothing(talk: Talk, text: str) -> None:
    assert finished(talk).says(text).facts.value("outcome") is None


def test_a_no_from_another_place_is_none_of_this_one(talk: Talk) -> None:
    conversation = finished(talk).says("Beta Ltd rejected me")
    assert conversation.state.facts["i1"].get("outcome") is None


def test_news_of_an_earlier_interview_finds_it_by_its_name(talk: Talk) -> None:
    conversation = finished(talk).after(days=2)
    conversation.says("just had another interview, at Beta Ltd. froze on the budget question", "5")
    conversation.says("acme rejected me by the way", "rather not")
    assert conversation.state.facts["i1"]["outcome"].value == "rejected"
    assert "outcome" not in conversation.state.facts["i2"]
    assert conversation.question == "anything-else"


def test_news_in_front_of_an_invitation_is_about_the_interview_talked_of_before(talk: Talk) -> None:
    conversation = finished(talk).after(days=2).arrives().says("omg I got the job!!")
    assert conversation.state.facts["i1"]["outcome"].value == "offer"
    assert conversation.question is None


@pytest.mark.parametrize(
    "said", ["she hasnt rung", "theyve not rung in 3 weeks", "she said shed ring by the weekend and she hasnt"]
)
def test_a_call_that_did_not_come_is_silence(talk: Talk, said: str) -> None:
    assert finished(talk).after(days=9).says(said).facts.value("outcome") == "waiting"


@pytest.mark.parametrize("said", ["i haven't called them yet", "i've not rung my mum"])
def test_a_call_they_did_not_make_is_none(talk: Talk, said: str) -> None:
    assert finished(talk).after(days=9).says(said).facts.value("outcome") is None


def with_a_second_one(talk: Talk) -> Conversation:
    """Acme waits for its answer, and of Kafue Road some hours have passed since it was told."""
    conversation = finished(talk).after(days=2)
    conversation.says("just had another interview, at Kafue Road Hospital. froze on the budget question", "5", "later")
    return conversation.after(hours=30)


def test_two_answers_in_one_message_go_to_the_interview_each_names(talk: Talk) -> None:
    conversation = with_a_second_one(talk)
    conversation.says("Acme said no by phone. But Kafue Road want me back on Monday for a second talk!")
    assert conversation.state.facts["i1"]["outcome"].value == "rejected"
    assert conversation.state.facts["i2"]["outcome"].value == "next-round"
    assert conversation.state.facts["i2"]["next-interview-on"].value == "2026-11-30"
    assert says(conversation, lines.OUTCOME_THERE, outcome="rejected", place="Acme")
    assert "after-no" in planned(conversation)


def test_the_gladder_of_two_answers_is_talked_about_whichever_came_first(talk: Talk) -> None:
    conversation = with_a_second_one(talk)
    conversation.says("Kafue Road Hospital, second talk on Monday. And Acme rejected me")
    assert says(conversation, lines.OUTCOME_THERE, outcome="rejected", place="Acme")
    assert conversation.question is None


def test_a_note_sent_and_its_answer_are_both_heard(talk: Talk) -> None:
    conversation = at(talk, "done").waits(days=1)
    conversation.says("sent already, this morning. she texted back, said come in monday for a chat")
    assert conversation.facts.value("note-1-sent")
    assert conversation.facts.value("outcome") == "next-round"


def test_with_the_job_in_hand_nothing_waits_beneath(talk: Talk) -> None:
    conversation = finished(talk).says("i have a second interview with them on saturday").waits(days=3)
    conversation.says("yes", "later").after(days=2).says("they gave me the job")
    assert not [run for run in conversation.state.runs if run.interview == "i1"]


# --- in the middle of other conversations ---


def test_in_the_middle_of_the_first_conversation_one_line_is_said_and_it_goes_on(talk: Talk) -> None:
    conversation = told(talk).says("they rejected me")
    assert conversation.question == "other-questions"
    assert len(conversation.lines) == 1


@pytest.mark.parametrize("said", ["they rejected me", "they said no"])
def test_once_they_have_decided_nobody_asks_how_much_of_it_was_really_bad(talk: Talk, said: str) -> None:
    conversation = talk().says(ACME, "8")
    assert conversation.question == "really-that-bad"
    assert conversation.says(said).question == "question-1"


@pytest.mark.parametrize("moment", [moment for moment in OPEN if moment != "opening"])
@pytest.mark.parametrize(
    "said",
    ["hired", "i accepted! 43 an hour. start dec 7", "he rang me again, i've got the job! starting monday"],
)
def test_who_has_the_job_is_asked_nothing_more_of_how_the_interview_was(talk: Talk, moment: str, said: str) -> None:
    conversation = at(talk, moment).says(said)
    assert conversation.facts.text("outcome") == "offer"
    assert says(conversation, outcome.OFFERED)
    assert conversation.question is None


@pytest.mark.parametrize(
    ("said", "came"),
    [
        ("i told you i got it", "offer"),
        ("i told you already, i accepted", "offer"),
        ("like i said, they gave it to me", "offer"),
        ("i told you, they said no", "rejected"),
    ],
)
def test_news_told_a_second_time_is_heard_and_not_only_excused(talk: Talk, said: str, came: str) -> None:
    conversation = at(talk, "look back").says(said)
    assert conversation.facts.text("outcome") == came
    assert not says(conversation, lines.TOLD_ALREADY)


def test_that_somebody_told_others_they_had_it_is_no_news(talk: Talk) -> None:
    conversation = at(talk, "look back").says("i told my mum already that i got it")
    assert conversation.facts.text("outcome") is None


@pytest.mark.parametrize("moment", ["how bad", "job", "look back", "done"])
@pytest.mark.parametrize(
    "said",
    [
        "i rang him. failed. he says come back in 6 months with a coded ticket",
        "they called. i failed the test",
        "she told me to apply again next year once i have the licence",
        "phoned them, they said to try again in a year",
    ],
)
def test_a_test_that_was_failed_or_come_back_in_months_is_a_no(talk: Talk, moment: str, said: str) -> None:
    assert at(talk, moment).says(said).facts.text("outcome") == "rejected"


def test_who_takes_the_job_they_were_offered_is_congratulated_and_not_asked_again(talk: Talk) -> None:
    conversation = at(talk, "done").says("they offered me the job", "steps")
    asked = conversation.question
    conversation.says("i accepted! 43 an hour. start dec 7")
    assert says(conversation, lines.JOB_IS_THEIRS)
    assert conversation.question == asked


def test_after_a_no_in_the_first_conversation_nothing_pointless_is_asked(talk: Talk) -> None:
    conversation = told(talk).says("they rejected me").says("skip", "nothing")
    assert conversation.question == "judge-when"
    asked = {part.question for part in conversation.everything if hasattr(part, "question")}
    assert not asked & {"wants-job", "contact", "answer-promised-at", "interviewers", "note-channel"}


def test_a_next_round_in_the_first_conversation_asks_for_its_day_and_not_for_their_answer(talk: Talk) -> None:
    conversation = told(talk).says("they invited me back").says("skip", "nothing", "yes", "i may write")
    assert conversation.question == "next-interview-on"
    conversation.says("in two weeks")
    assert conversation.facts.value("answer-promised-at") is None


def test_an_offer_in_the_first_conversation_ends_it(talk: Talk) -> None:
    conversation = told(talk).says("I got the job", "skip", "nothing")
    assert conversation.question is None
    assert planned(conversation) == set()


def test_the_wait_told_of_in_the_story_ends_with_the_news(talk: Talk) -> None:
    conversation = talk().says(ACME + ". still waiting to hear from them", "8", "one moment").says("they rejected me")
    assert conversation.facts.value("outcome") == "rejected"


def test_corrected_news_in_the_first_conversation_is_taken_as_news(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "they rejected me", "no wait, they did invite me back")
    assert conversation.facts.value("outcome") == "next-round"
    assert conversation.question == "really-that-bad"


def test_news_after_the_first_conversation_lay_for_a_day_is_met_first_and_the_rest_waits(talk: Talk) -> None:
    conversation = talk().says(ACME, "8").after(hours=30).says("got rejected", "rather not")
    assert conversation.question is None
    assert conversation.says("go on").question == "question-1"


def test_news_is_heard_even_after_stop(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "stop").after(days=3).says("they turned me down")
    assert conversation.facts.value("outcome") == "rejected"
    assert conversation.question == "told-of-no"


@pytest.mark.demand("P31")
def test_an_offer_of_the_coach_that_the_news_has_overtaken_does_not_come_back(talk: Talk) -> None:
    conversation = finished(talk).says("show the note").says("they rejected me", "rather not")
    assert conversation.question is None
    assert "To Mrs Zulu" not in conversation.reply


def test_a_longer_answer_in_own_words_is_an_answer_whatever_it_mentions(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "one moment", "how do you find duplicates in a table")
    conversation.says("at my last firm they offered me the position after i had grouped every table, so i know it")
    assert conversation.facts.value("outcome") is None
    assert conversation.facts.text("unsaid-1")


def test_tomorrow_is_a_day_where_a_day_is_asked_for(talk: Talk) -> None:
    conversation = finished(talk).says("they invited me back", "tomorrow")
    assert conversation.facts.value("next-interview-on") == "2026-11-25"


def test_news_does_not_take_the_place_of_a_question_about_danger(talk: Talk) -> None:
    conversation = finished(talk).says("i want to kill myself")
    asked = conversation.question
    assert asked is not None
    conversation.says("they rejected me")
    assert conversation.state.runs[-1].flow == "danger"
    assert conversation.question != "told-of-no"


# --- they have withdrawn ---

WITHDRAWN = [
    "I withdrew my application",
    "i've withdrawn from it",
    "I pulled out",
    "i turned them down",
    "i declined the offer",
    "told them i'm no longer interested",
]
PERHAPS = [
    "I don't want that job any more",
    "i dont want this job anymore",
    "i want to withdraw",
    "honestly, i'm no longer interested",
    "i'm fed up, i don't want this job any more, they were rude",
]
NOT_OUT = [
    "should i withdraw?",
    "if i withdrew my application what happens",
    "my friend pulled out",
    "i pulled out my notes",
    "i was turned down for the post",
    "i withdrew money for the bus",
]


@pytest.mark.parametrize("text", WITHDRAWN)
def test_a_withdrawal_is_met_plainly_and_ends_all_that_the_coach_began(talk: Talk, text: str) -> None:
    conversation = finished(talk)
    assert planned(conversation)
    conversation.says(text)
    assert says(conversation, outcome.OUT)
    assert conversation.facts.value("outcome") == "withdrawn"
    assert conversation.question is None
    assert planned(conversation) == set()
    assert conversation.hours(days=40) == []


@pytest.mark.parametrize("text", PERHAPS)
def test_where_it_may_not_be_meant_it_is_asked_once(talk: Talk, text: str) -> None:
    conversation = finished(talk)
    before = planned(conversation)
    conversation.says(text)
    assert [choice.label for choice in conversation.prompt.choices] == ["Yes, I'm out", "No, it stays open"]
    conversation.says("no")
    assert planned(conversation) == before
    assert conversation.facts.value("outcome") is None
    conversation.says(text, "yes, i'm out")
    assert says(conversation, outcome.OUT)
    assert planned(conversation) == set()


@pytest.mark.parametrize("text", NOT_OUT)
def test_what_is_no_withdrawal_ends_nothing(talk: Talk, text: str) -> None:
    conversation = finished(talk)
    before = planned(conversation)
    conversation.says(text)
    assert conversation.facts.value("outcome") is None
    assert planned(conversation) == before


@pytest.mark.parametrize("text", ["actually i didn't withdraw", "i'm back in", "i want the job after all"])
def test_whoever_has_not_withdrawn_after_all_has_the_plan_again(talk: Talk, text: str) -> None:
    conversation = finished(talk)
    before = planned(conversation)
    conversation.says("i withdrew my application", text)
    assert says(conversation, lines.BACK_IN)
    assert conversation.facts.value("outcome") is None
    assert planned(conversation) == before
    assert "Wednesday 25 November, 9:00" in conversation.reply


def test_what_they_do_not_want_of_the_coach_is_no_withdrawal(talk: Talk) -> None:
    conversation = finished(talk).after(days=1).says("they rejected me", "rather not", "feedback")
    conversation.says("i don't want it")
    assert conversation.facts.value("outcome") == "rejected"
    assert says(conversation, feedback.LEFT)


def test_after_a_withdrawal_practice_is_kept_only_if_wanted(talk: Talk) -> None:
    kept = practising(talk).says("i withdrew my application")
    assert "Friday 27 November" in kept.prompt.text
    assert planned(kept) == set()
    kept.says("keep the practice")
    assert planned(kept) == {"practice-1", "practice-2", "practice-3"}
    assert kept.facts.value("outcome") == "withdrawn"


@pytest.mark.parametrize("text", ["no, all of it ends", "skip"])
def test_after_a_withdrawal_practice_ends_without_a_yes(talk: Talk, text: str) -> None:
    conversation = practising(talk).says("i withdrew my application", text)
    assert says(conversation, outcome.NOTHING_COMES)
    assert conversation.hours(days=40) == []


def practising(talk: Talk) -> Conversation:
    """The day after, with practice accepted."""
    return knows(talk(at="2026-11-25T10:00"), practice="yes")


def test_in_the_first_conversation_a_wish_no_more_is_the_answer_that_was_asked_for(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "one moment", "how do you find duplicates in a table")
    conversation.says("i would group them", "skip", "nothing")
    assert conversation.question == "wants-job"
    conversation.says("i don't want that job any more")
    assert conversation.facts.value("wants-job") == "no"
    assert conversation.facts.value("outcome") is None


def test_in_the_first_conversation_a_withdrawal_ends_the_questions_about_an_answer(talk: Talk) -> None:
    conversation = told(talk).says("i withdrew my application").says("skip", "nothing")
    assert conversation.question is None
    assert planned(conversation) == set()


def test_what_was_withdrawn_needs_no_letting_go(talk: Talk) -> None:
    conversation = finished(talk).says("i pulled out", "steps")
    assert not {"Let it rest", "The thank-you note"} & {choice.label for choice in conversation.prompt.choices}


# --- the reason for a no ---

REASONS = [
    ("they rejected me. they said I lacked experience", "I lacked experience"),
    ("rejected, they said i lacked experience", "i lacked experience"),
    ("they went with someone with more experience", "someone with more experience"),
    (
        "got the rejection, they wanted someone with a welding certificate",
        "they wanted someone with a welding certificate",
    ),
    ("they said no. reason: not enough work with children", "not enough work with children"),
    ("didn't get it, overqualified", "overqualified"),
    ("turned me down because i have no driving licence", "i have no driving licence"),
    ("The letter said others had more experience. so it's a no", "others had more experience"),
    ("got rejected. they said i was too quiet and now i feel awful", "i was too quiet"),
]
NO_REASON = [
    "they rejected me",
    "i'm so sad they rejected me because i really wanted it",
    "they rejected me without a reason",
    "i was rejected. they said they'd keep my cv",
    "they said they went with someone else",
    "they never said why they rejected me",
]


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_a_reason_told_with_the_no_is_kept_in_their_words_and_said_back(talk: Talk, text: str, reason: str) -> None:
    conversation = finished(talk).says(text)
    assert conversation.facts.value("outcome") == "rejected"
    assert conversation.facts.value("their-reason") == reason
    assert to_you(reason) in conversation.reply
    assert conversation.question == "told-of-no"


@pytest.mark.parametrize("text", NO_REASON)
def test_what_is_no_reason_of_theirs_is_kept_as_none(talk: Talk, text: str) -> None:
    assert finished(talk).says(text).facts.value("their-reason") is None


def test_a_reason_alone_is_asked_about_and_kept_once_it_is_a_no(talk: Talk) -> None:
    conversation = finished(talk).says("they said I lacked experience")
    assert conversation.facts.value("outcome") is None
    assert conversation.facts.value("their-reason") is None
    conversation.says("yes")
    assert conversation.facts.value("outcome") == "rejected"
    assert "you lacked experience" in conversation.reply


def test_a_reason_alone_that_is_no_no_is_forgotten(talk: Talk) -> None:
    conversation = finished(talk).says("they said I lacked experience", "something else")
    assert conversation.facts.value("outcome") is None
    assert conversation.facts.value("their-reason") is None


@pytest.mark.parametrize("before", [(), ("my sister",)])
def test_a_reason_told_after_the_no_joins_it(talk: Talk, before: tuple[str, ...]) -> None:
    conversation = finished(talk).says("they rejected me", *before, "they said i was too slow")
    assert conversation.facts.value("their-reason") == "i was too slow"
    assert "you were too slow" in conversation.reply


@pytest.mark.parametrize("reason", ["i'm a woman", "i am too old", "i'm pregnant", "of my accent"])
@pytest.mark.demand("K04")
def test_a_reason_that_is_about_who_they_are_is_not_made_small(talk: Talk, reason: str) -> None:
    conversation = finished(talk).after(days=3).says(f"they rejected me because {reason}")
    assert conversation.facts.value("conduct") is True
    assert "advice body" in conversation.reply
    assert "legal advice" in conversation.reply
    assert "deadlines" in conversation.reply or "time can be short" in conversation.reply
    assert Kind.AFTER_NO not in planned(conversation)
    conversation.says("rather not", "can i ask for feedback")
    assert not conversation.drafts


def test_in_the_first_conversation_the_reason_is_kept_with_the_no(talk: Talk) -> None:
    conversation = told(talk).says("they rejected me, they said i lacked experience")
    assert conversation.facts.value("outcome") == "rejected"
    assert conversation.facts.value("their-reason") == "i lacked experience"
    assert '"i lacked experience"' in conversation.reply
    assert conversation.question == "other-questions"


def test_a_story_may_begin_with_the_no_and_its_reason(talk: Talk) -> None:
    conversation = talk().says(
        "rejected by Mulungushi school, they said i had too little training. interview was friday"
    )
    assert conversation.facts.value("outcome") == "rejected"
    assert conversation.facts.value("their-reason") == "i had too little training"
    assert "their reason" in conversation.reply


def test_the_reason_is_among_their_notes(talk: Talk) -> None:
    conversation = finished(talk).says("rejected, they said i lacked experience", "rather not", "my notes")
    assert "i lacked experience" in conversation.drafts[0].text


def test_the_look_back_takes_up_their_reason_where_something_may_be_learnt(talk: Talk) -> None:
    conversation = knows(
        talk(at="2026-11-25T10:00"), outcome="rejected", judged=None, their_reason="i lacked experience"
    )
    conversation.says("look back now")
    for _ in range(20):
        if conversation.question in (None, "change-their-reason"):
            break
        conversation.says("go on" if conversation.question == "go-on" else "skip")
    assert conversation.question == "change-their-reason"
    assert "you lacked experience" in conversation.reply


# --- asking what was missing ---


def after_a_no(talk: Talk, *, said: str = "they rejected me", contact: str = "i may write") -> Conversation:
    """The offer of another day, or what there is instead."""
    conversation = finished(talk, contact=contact).waits(days=1).says("skip this part")
    return conversation.after(days=2).says(said, "rather not")


def test_on_another_day_they_may_ask_what_was_missing(talk: Talk) -> None:
    conversation = after_a_no(talk).waits(days=1)
    assert conversation.arrived[-1][0] == "Sat 28 09:00"
    conversation.says("ask what was missing")
    assert says(conversation, feedback.HONEST)
    (draft,) = conversation.drafts
    assert draft.title == "To Mrs Zulu"
    assert "what was missing" in draft.text
    assert "24 November" in draft.text
    assert [choice.label for choice in conversation.prompt.choices] == [
        "Mark as sent",
        "Shorter",
        "Warmer",
        "Edit",
        "Not now",
    ]


def test_it_is_honest_that_many_do_not_answer() -> None:
    words = load()
    for time in range(3):
        said = words.said("feedback-honest", time, {})
        assert any(word in said for word in ("many never answer", "nothing comes back", "never reply"))
        assert not any(sign.isdigit() for sign in said)


def test_it_is_never_offered_twice(talk: Talk) -> None:
    conversation = after_a_no(talk).waits(days=1).says("neither")
    conversation.waits(days=30)
    assert not any("what was missing" in heard for _, heard in conversation.arrived)


def test_it_is_asked_once_and_that_is_kept(talk: Talk) -> None:
    conversation = after_a_no(talk).says("can i ask for feedback", "sent")
    assert conversation.facts.value("feedback-asked") == "2026-11-27"
    assert Kind.AFTER_NO not in planned(conversation)
    conversation.says("can i ask for feedback")
    assert says(conversation, feedback.ASKED)
    assert not conversation.drafts


def test_their_own_text_takes_the_place_of_ours_and_it_may_be_left(talk: Talk) -> None:
    conversation = after_a_no(talk).says("feedback", "edit", "Dear Mrs Zulu, what could I have shown you? Kind regards")
    assert conversation.drafts[0].text == "Dear Mrs Zulu, what could I have shown you? Kind regards"
    conversation.says("not now")
    assert says(conversation, feedback.LEFT)
    assert conversation.facts.value("feedback-asked") is None


def test_where_contact_is_barred_nothing_is_asked_of_them(talk: Talk) -> None:
    conversation = after_a_no(talk, contact="no contact")
    assert Kind.AFTER_NO not in planned(conversation)
    conversation.says("can i ask for feedback")
    assert says(conversation, feedback.BARRED)
    assert not conversation.drafts


def test_through_a_recruiter_it_is_asked_of_the_recruiter(talk: Talk) -> None:
    conversation = after_a_no(talk, contact="through a recruiter").says("feedback")
    (draft,) = conversation.drafts
    assert draft.title == "To the recruiter"
    assert "Could you ask them for me" in draft.text


def test_with_a_reason_of_theirs_it_is_asked_only_if_that_is_not_enough(talk: Talk) -> None:
    conversation = after_a_no(talk, said="they rejected me, they said i lacked experience").says("feedback")
    assert "you lacked experience" in conversation.prompt.text
    assert not conversation.drafts
    conversation.says("no, leave it")
    assert says(conversation, feedback.LEFT)
    assert Kind.AFTER_NO in planned(conversation)
    conversation.waits(days=1)
    assert "what was missing" not in conversation.reply


def test_before_a_no_nobody_asks_what_was_missing(talk: Talk) -> None:
    conversation = finished(talk).says("can i ask for feedback")
    assert says(conversation, feedback.NOT_YET, day="2026-12-01")
    conversation.after(days=8).says("can i ask for feedback")
    assert says(conversation, feedback.NOT_YET_FAIR)


def test_a_reason_of_theirs_stands_in_the_text_and_is_not_asked_for(talk: Talk) -> None:
    conversation = after_a_no(talk, said="they rejected me, they said i lacked experience").says("feedback", "more")
    (draft,) = conversation.drafts
    assert "Thank you for telling me the reason, too." in draft.text
    assert "what was missing" not in draft.text


def test_a_no_named_in_the_wish_is_kept(talk: Talk) -> None:
    conversation = finished(talk).says("can i ask them why they rejected me")
    assert conversation.facts.value("outcome") == "rejected"
    assert len(conversation.drafts) == 1


# --- silence ---


def test_silence_is_named_as_usual_with_its_source_and_year() -> None:
    words = load()
    for time in range(words.wordings("check-in-silence")):
        said = words.said("check-in-silence", time, {})
        assert all(part in said for part in ("Greenhouse", "2022", "1,500", "75 %", "ghosted"))
        assert "verdict" in said or "says little about you" in said


def test_nobody_is_asked_to_let_go_on_the_heels_of_a_no(talk: Talk) -> None:
    conversation = at(talk, "done").after(days=6, hours=20).says("they rejected me", "8", "skip")
    assert conversation.waits(days=2).facts.value("nudge:let-go") is None
    assert conversation.waits(days=3).facts.value("nudge:let-go") == "sent"


def test_where_one_thing_may_be_asked_leaving_it_is_not_called_neither(talk: Talk) -> None:
    conversation = finished(talk).says("they rejected me, they said i lacked experience", "rather not")
    conversation.waits(days=4)
    labels = [choice.label for choice in conversation.prompt.choices]
    assert "Ask for a second chance" in labels
    assert "Neither" not in labels
    assert "Leave it" in labels


def test_whoever_named_somebody_at_the_no_is_promised_only_the_rest(talk: Talk) -> None:
    conversation = finished(talk).says("they rejected me", "my brother")
    assert "letting it rest" in conversation.reply
    assert "somebody to tell" not in conversation.reply


def test_a_reason_about_oneself_is_not_put_into_their_mouth_in_the_first_person(talk: Talk) -> None:
    conversation = finished(talk).says("they rejected me, they said i lacked experience", "rather not")
    (draft,) = conversation.says("feedback", "ask for more").drafts
    assert "Thank you for telling me the reason, too." in draft.text


def test_a_text_of_their_own_is_not_called_what_the_coachs_lines_were(talk: Talk) -> None:
    conversation = finished(talk).says("they rejected me, they said i lacked experience", "rather not")
    conversation.says("feedback", "ask for more")
    assert "take up their reason" in conversation.reply
    assert "what was missing" not in conversation.reply
    conversation.says("edit", "Dear Mrs Zulu, which experience would have helped me most? Kind regards, Ruth")
    assert "your words" in conversation.reply
    assert "briefly" not in conversation.reply


def test_who_comes_for_more_than_the_reason_after_it_was_offered_is_not_asked_once_again(talk: Talk) -> None:
    conversation = finished(talk).says("can i ask for feedback").after(days=3)
    conversation.says("they rejected me, they said i lacked experience", "rather not").waits(days=1)
    assert "Ask for more about it" in conversation.reply
    conversation.says("ask for more about it")
    assert "They gave a reason" not in conversation.reply
    assert len(conversation.drafts) == 1


def test_who_is_wanted_after_a_no_does_not_hear_that_nothing_was_decided(talk: Talk) -> None:
    conversation = finished(talk).says("they rejected me", "rather not").after(days=3).says("they want to see me again")
    assert "After their no they want to see you again" in conversation.reply
    assert "did not decide" not in conversation.reply
    assert "you asked" not in conversation.reply.lower()


# --- the job is theirs, and the nerves with it --------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "got it! start monday, terrified",
        "i got the job!! i start on monday, so nervous",
        "hired! start tomorrow. scared",
    ],
)
def test_an_offer_told_with_nerves_is_an_offer_and_the_nerves_are_met(talk: Talk, said: str) -> None:
    conversation = finished(talk).says(said)
    assert conversation.facts.value("outcome") == "offer"
    assert says(conversation, lines.FIRST_DAY)
    assert conversation.question is None
    assert not planned(conversation)


@pytest.mark.parametrize(
    "said",
    [
        "what if i mess up the first day",
        "im so nervous about monday",
        "scared i cant do it",
        "what if im not good enough",
    ],
)
def test_nerves_after_an_offer_are_met_and_nothing_of_the_interview_is_asked(talk: Talk, said: str) -> None:
    conversation = finished(talk).says("i got the job").says(said)
    assert says(conversation, lines.FIRST_DAY)
    assert len(conversation.lines) == 1
    assert conversation.question is None


def test_how_a_first_day_goes_is_for_the_new_place_to_say(talk: Talk) -> None:
    conversation = finished(talk).says("i got the job", "thanks. what do i wear on the first day?")
    assert says(conversation, lines.FIRST_DAY_ASKED)


def test_an_offer_as_the_first_word_is_asked_nothing_about_how_bad_it_was(talk: Talk) -> None:
    conversation = talk().says("i got the job! start monday, terrified")
    assert conversation.question is None
    assert says(conversation, lines.FIRST_DAY)
    assert "I am a program" in conversation.reply
    assert says(conversation.says("what if i mess up the first day"), lines.FIRST_DAY)


@pytest.mark.parametrize("said", ["what if they take it back", "nervous about my next interview on monday"])
def test_another_fear_after_an_offer_is_not_met_as_one_of_the_first_day(talk: Talk, said: str) -> None:
    assert not says(finished(talk).says("i got the job").says(said), lines.FIRST_DAY)


@pytest.mark.parametrize("said", ["im so nervous about monday", "what if i mess up again"])
def test_without_an_offer_nobody_speaks_of_a_first_day(talk: Talk, said: str) -> None:
    assert not says(finished(talk).says(said), lines.FIRST_DAY)
