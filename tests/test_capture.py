"""The first conversation, told from typed text to what is heard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conversation import Conversation

Talk = Callable[..., Conversation]

ACME = "Just out of my interview at Acme. I froze on the SQL question and I was ten minutes late"
ANSWER = "i would group by the columns and keep the counts above one. i did that at my last job"
LOWER = "just had an interview. mind went blank when they asked about a conflict with a colleague. so embarrassing"


def told(talk: Talk, **options: str) -> Conversation:
    """The story of Acme up to what they wish they had said."""
    return talk(**options).says(ACME, "8", "one moment", "how do you find duplicates in a table", ANSWER)


@pytest.mark.demand("R05")
@pytest.mark.parametrize("answer", ["yes", "yeah", "not sure", "ok yes"])
def test_the_invitation_takes_a_plain_yes_or_not_sure_and_asks_what_happened(talk: Talk, answer: str) -> None:
    conversation = talk().arrives()
    assert "interview" in conversation.reply
    conversation.says(answer)
    assert conversation.question == "story"


@pytest.mark.demand("R05")
def test_the_invitation_takes_a_story_at_once(talk: Talk) -> None:
    conversation = talk().arrives().says(ACME)
    assert conversation.question == "feeling-at-first"


@pytest.mark.demand("R05")
def test_a_no_ends_kindly_and_asks_nothing(talk: Talk) -> None:
    assert talk().arrives().says("no").question is None


@pytest.mark.demand("R01")
def test_stress_is_met_with_how_stressful_interviews_are(talk: Talk) -> None:
    conversation = talk().says(ACME, "8")
    assert "stress" in conversation.lines[1]


@pytest.mark.demand("R01")
def test_a_calm_report_is_not_told_that_it_hurts(talk: Talk) -> None:
    conversation = talk().says("I had an interview at Acme today for the admin job", "5")
    assert "stress" not in conversation.transcript


@pytest.mark.demand("K01")
def test_the_first_reply_says_once_what_is_kept_who_reads_it_and_how_to_erase_it(talk: Talk) -> None:
    conversation = talk().says(ACME)
    assert "encrypted" in conversation.reply
    assert "forget me" in conversation.reply
    conversation.says("8", "some of it", "skip", "skip")
    assert conversation.transcript.count("encrypted") == 1


@pytest.mark.demand("K01")
@pytest.mark.parametrize("asked", ["who can read this?", "is this private", "who sees this"])
def test_who_can_read_it_is_told_again_on_request(talk: Talk, asked: str) -> None:
    conversation = talk().says(ACME, asked)
    assert "encrypted" in conversation.reply
    assert conversation.question == "feeling-at-first"


@pytest.mark.demand("K01")
@pytest.mark.parametrize(
    ("tenant", "named"), [("slack:T01", "Slack"), ("discord", "Discord"), ("terminal", "this computer")]
)
def test_where_else_a_copy_lies_is_told_truthfully_on_each_platform(talk: Talk, tenant: str, named: str) -> None:
    from core.events import Person

    conversation = talk(person=Person(tenant, "U1")).says(ACME)
    assert named in conversation.reply


def test_what_the_first_sentence_tells_is_said_back_and_not_asked_again(talk: Talk) -> None:
    conversation = talk().says(ACME)
    assert "the SQL question" in conversation.lines[0]
    assert "Acme, today, 10 minutes late" in conversation.reply
    conversation = told(talk)
    conversation.says("skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu asked it")
    asked = {"organisation", "interview-on", "cause"} & {part.question for part in prompts(conversation)}
    assert not asked


def prompts(conversation: Conversation) -> list[object]:
    return [part for part in conversation.everything if hasattr(part, "question")]


@pytest.mark.demand("R09")
def test_right_after_the_feeling_it_is_asked_whether_it_was_really_that_bad(talk: Talk) -> None:
    conversation = talk().says(ACME, "8")
    assert conversation.question == "really-that-bad"
    assert "really" in conversation.reply or "All of it" in conversation.reply


@pytest.mark.demand("R10")
@pytest.mark.demand("R11")
@pytest.mark.demand("R14")
def test_what_makes_it_feel_so_is_asked_with_lateness_and_a_question_among_the_choices(talk: Talk) -> None:
    conversation = talk().says("my interview was today and it was a disaster", "8", "all of it")
    assert conversation.question == "cause"
    assert "moment" in conversation.reply
    labels = {choice.option for choice in conversation.prompt.choices}
    assert {"late", "a-question"} <= labels
    conversation.says("the manager sighed twice while i was talking")
    assert conversation.facts.text("cause") == "the manager sighed twice while i was talking"


def test_who_finds_all_of_it_bad_is_asked_what_weighs_most_and_not_what_else_there_was(talk: Talk) -> None:
    conversation = talk().says(f"{LOWER}. worst interview of my life", "9", "all of it")
    assert conversation.question == "anything-else"
    assert "What weighs most" in conversation.reply
    assert "Apart from" not in conversation.reply


def test_yes_i_remember_how_they_put_it_is_asked_for_the_words(talk: Talk) -> None:
    conversation = talk().says(LOWER, "8", "one moment", "yes")
    assert conversation.question == "question-1"
    assert len(conversation.lines) == 0
    assert conversation.facts.value("question-1") is None


def test_words_that_would_not_come_are_no_blank(talk: Talk) -> None:
    conversation = talk().says(
        "panel of five at the district hospital today. i could not get one sentence out straight"
    )
    assert "not get the words out" in conversation.reply
    assert "blank" not in conversation.reply.lower()


@pytest.mark.demand("R12")
@pytest.mark.demand("R13")
def test_one_event_that_is_not_serious_is_called_one_event(talk: Talk) -> None:
    conversation = talk().says(LOWER, "8", "one moment")
    assert "No interview is perfect" in conversation.reply
    assert "one" in conversation.lines[0]


@pytest.mark.demand("R13")
def test_several_events_are_not_called_one(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "some of it", "only that")
    assert "No interview is perfect" in conversation.reply
    assert "one thing" not in conversation.reply


@pytest.mark.demand("R13")
def test_something_serious_is_never_made_small(talk: Talk) -> None:
    conversation = talk().says("my interview was today and it was a disaster", "9", "all of it")
    conversation.chooses("Something they said or did").says("he asked if i plan to have children, twice, and laughed")
    assert "No interview is perfect" not in conversation.reply
    assert "one thing" not in conversation.reply
    assert "legal advice" in conversation.reply


@pytest.mark.demand("R18")
@pytest.mark.demand("R19")
def test_the_questions_asked_and_the_points_missed_are_kept_word_for_word(talk: Talk) -> None:
    conversation = told(talk).says("teams, deadlines, why i left", "that i know the tool they use")
    facts = conversation.facts
    assert facts.text("question-1") == "how do you find duplicates in a table"
    assert facts.text("unsaid-1") == ANSWER
    assert facts.text("other-questions") == "teams, deadlines, why i left"
    assert facts.text("point-1") == "that i know the tool they use"


@pytest.mark.demand("K07")
def test_it_is_asked_whether_the_person_still_wants_the_job(talk: Talk) -> None:
    assert told(talk).says("skip", "nothing").question == "wants-job"


@pytest.mark.demand("K02")
def test_it_is_asked_whether_contact_is_ruled_out_and_nothing_is_said_of_panels_to_a_firm(talk: Talk) -> None:
    conversation = told(talk).says("skip", "nothing", "yes")
    assert conversation.question == "contact"
    assert "panel" not in conversation.reply


@pytest.mark.demand("K02")
@pytest.mark.parametrize(
    "story",
    [
        "just had my interview at the district hospital. froze on the audit question",
        "just had my interview at Kabulonga Primary for the teacher job. froze on the audit question",
        "just had my interview with Acme for the council clerk job. froze on the audit question",
    ],
)
def test_before_a_public_body_it_is_said_that_panels_often_forbid_contact(talk: Talk, story: str) -> None:
    conversation = talk().says(story, "6", "only that", "skip", ANSWER, "skip", "nothing", "yes")
    assert conversation.question == "contact"
    assert "panel" in conversation.reply


@pytest.mark.demand("K02")
def test_where_contact_is_barred_no_note_is_offered(talk: Talk) -> None:
    conversation = told(talk).says("skip", "nothing", "yes").chooses("No contact, please").says("no day named")
    assert conversation.question == "judge-when"
    assert not any(type(part).__name__ == "Draft" for part in conversation.everything)


@pytest.mark.demand("K05")
@pytest.mark.parametrize(
    ("said", "day"),
    [("by friday", "2026-11-27"), ("next tuesday", "2026-12-01"), ("in a week", "2026-12-01")],
)
def test_by_when_they_would_answer_is_asked_and_understood_ahead(talk: Talk, said: str, day: str) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", "i may write")
    assert conversation.question == "answer-promised-at"
    assert conversation.says(said).facts.text("answer-promised-at") == day


@pytest.mark.demand("K05")
def test_a_promise_in_the_first_sentence_is_not_asked_again(talk: Talk) -> None:
    conversation = talk().says(ACME + ". They said they will let me know by Friday")
    assert conversation.facts.text("answer-promised-at") == "2026-11-27"


@pytest.mark.demand("R02")
@pytest.mark.parametrize(
    "story",
    [
        "nurse interview today at the general hospital, they asked a drug calculation and i froze",
        "Bombed it today. Teaching post, Lusaka, panel of four. Couldn't explain my lesson plan.",
        "welding job at the yard today, i failed the test weld",
    ],
)
def test_any_field_of_work_is_taken_up_in_its_own_nouns(talk: Talk, story: str) -> None:
    conversation = talk().says(story)
    assert conversation.question == "feeling-at-first"
    assert conversation.facts.text("struggle-1") is not None


def test_an_interview_still_ahead_is_not_debriefed(talk: Talk) -> None:
    assert talk().says("I have an interview tomorrow").question == "ready-now"


def test_a_low_number_is_met_lightly_and_skips_the_reality_check(talk: Talk) -> None:
    assert talk().says(ACME, "2").question not in {"really-that-bad", "cause", "anything-else"}


def test_every_message_but_drafts_stays_short(talk: Talk) -> None:
    conversation = talk()
    for text in (ACME, "8", "one moment", "how do you find duplicates", ANSWER):
        conversation.says(text)
        assert len(" ".join(conversation.lines).split()) <= 90
