"""Getting ready for the next interview: the place, likely questions, one's own answers, a practice interview."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

from core import likely
from core.facts import PERSON, Picked
from core.messages import Draft, Prompt
from core.wording import load
from tests import past
from tests.arc import knows, nudged
from tests.conversation import Conversation
from tests.test_check_in import brought
from tests.test_outcome import finished, planned

Talk = Callable[..., Conversation]

AHEAD = "I have an interview on Thursday at the clinic as a nurse"
FOUND = ("the mission built it in 1962", "their maternity ward", "a new theatre last year", "a second clinic")
FIELDS = ("education", "social", "medicine", "trades", "office", "technology", "retail", "general")


def offered(talk: Talk) -> Conversation:
    """The nudge, two days before the next interview."""
    conversation = finished(talk).says("they invited me back", "in two weeks")
    return brought(conversation, "prepare")


def ahead(talk: Talk, *said: str, first: str = AHEAD) -> Conversation:
    """Somebody who has one ahead of them, on the Monday before, and wants to get ready now."""
    conversation = talk(at="2026-11-23T12:40").says(first)
    assert conversation.question == "ready-now"
    return conversation.says("yes", *said)


def at_questions(talk: Talk, **options: str) -> Conversation:
    """At the likely questions; the place was left out."""
    return ahead(talk, "leave that out", "i have to look first", **options)


def at_partner(talk: Talk, *said: str) -> Conversation:
    """Where somebody to practise with is asked for."""
    return at_questions(talk).says("on to the next part", *said)


def labels(conversation: Conversation) -> list[str]:
    return [choice.label for choice in conversation.prompt.choices]


def listed(conversation: Conversation) -> list[str]:
    """The likely questions shown last, without their numbers."""
    drafts = [part for part in conversation.everything if isinstance(part, Draft) and "ikely" in part.title]
    return [line.partition(". ")[2] for line in drafts[-1].text.split("\n\n")]


def asked(conversation: Conversation) -> list[str]:
    """The names of the questions shown, in order, each once."""
    return list(dict.fromkeys(part.question for part in conversation.everything if isinstance(part, Prompt)))


# --- when -------------------------------------------------------------------------------------------------


@pytest.mark.demand("C7")
def test_it_comes_two_days_before_the_next_interview_and_names_its_day(talk: Talk) -> None:
    conversation = offered(talk)
    assert conversation.now.date().isoformat() == "2026-12-06"
    assert "Tuesday 8 December" in conversation.reply
    assert "Acme" in conversation.reply


def test_it_can_be_left_out(talk: Talk) -> None:
    conversation = offered(talk).says("leave it")
    assert conversation.question is None
    assert conversation.facts.value("prepared") == "left"


def test_prepared_early_it_does_not_come_again(talk: Talk) -> None:
    conversation = finished(talk).says("second interview on thursday")
    conversation.says("yes", "leave that out", "skip", "skip", "on to the next part", "nobody")
    assert conversation.facts.value("prepared")
    assert "prepare" not in planned(conversation)


@pytest.mark.parametrize(
    ("said", "scared"),
    [
        (AHEAD, False),
        ("hi, i have a job interview next tuesday at Kabwe Primary for the maths teacher post", False),
        ("interview tomorrow, welder job, so nervous", True),
    ],
)
def test_who_writes_before_any_interview_is_heard_and_gets_the_same(talk: Talk, said: str, scared: bool) -> None:
    conversation = talk(at="2026-11-23T12:40").says(said)
    assert conversation.question == "ready-now"
    assert any(word in conversation.reply for word in ("afraid", "hard thing", "Waiting")) == scared
    assert not any("three hours" in line or "3 hours" in line for line in conversation.lines)
    assert "four-items-1" in conversation.says("yes").prompt.question


@pytest.mark.parametrize(
    "said",
    [
        "help me prepare for my interview on thursday",
        "i want to prepare for an interview at the bank on friday",
        "can you help me prepare for an interview? it's for a junior developer role at Nkwazi Labs, next tuesday",
    ],
)
def test_who_asks_to_prepare_is_not_asked_whether_they_want_to(talk: Talk, said: str) -> None:
    assert talk(at="2026-11-23T12:40").says(said).question == "four-items-1"


@pytest.mark.demand("K01")
def test_also_who_asks_to_prepare_at_once_hears_once_what_is_kept(talk: Talk) -> None:
    conversation = talk(at="2026-11-23T12:40").says("help me prepare for my interview on thursday")
    assert "forget me" in conversation.reply
    conversation.says("list", "later")
    assert conversation.transcript.count("forget me") == 1


def test_before_an_interview_the_map_has_getting_ready_and_nothing_else(talk: Talk) -> None:
    conversation = talk(at="2026-11-23T12:40").says(AHEAD, "not now", "steps")
    assert labels(conversation) == ["Get ready for the next", "Nothing now"]
    assert conversation.chooses("Get ready for the next").question == "four-items-1"


def test_later_keeps_the_place(talk: Talk) -> None:
    conversation = at_questions(talk)
    asked_last = conversation.question
    conversation.says("later").after(hours=2).says("go on")
    assert conversation.question == asked_last


def test_not_now_leaves_it_until_the_announced_evening(talk: Talk) -> None:
    conversation = talk(at="2026-11-23T12:40").says(AHEAD, "not now")
    assert conversation.question is None
    assert conversation.hours(days=2) == ["Tue 24 18:30"]


@pytest.mark.parametrize("said", ["get ready", "prepare me", "what will they ask me?", "give me practice questions"])
def test_it_can_be_asked_for_at_any_time_before_it(talk: Talk, said: str) -> None:
    conversation = talk(at="2026-11-23T12:40").says(AHEAD, "not now", said)
    assert conversation.question == "four-items-1"


def test_prepare_is_an_answer_where_one_is_asked_for(talk: Talk) -> None:
    conversation = finished(talk).says("second interview on thursday", "yes", "fill in")
    assert conversation.says("get ready").question != "four-items-1"


def test_one_told_of_in_the_middle_of_another_asks_nothing(talk: Talk) -> None:
    conversation = talk().says("just out of an interview at Acme. it went badly", "5")
    open_question = conversation.question
    conversation.says("i have another interview on friday at Zanaco bank")
    assert conversation.question == open_question


# --- the place --------------------------------------------------------------------------------------------


@pytest.mark.demand("R58")
@pytest.mark.demand("R59")
def test_every_wording_names_the_four_things_and_says_that_they_answer_most_questions() -> None:
    for time in range(3):
        said = load().said("prepare-four-items", time, {"about": "Acme"})
        for item in ("history", "strengths", "achieve", "5 to 10 years"):
            assert item in said
        assert re.search(r"answer most questions|Most of what is asked|carry most answers", said)
        assert '"What do you know about us?"' in said
        assert len(said.split()) < 60


@pytest.mark.demand("R58")
def test_the_four_can_be_filled_in_one_by_one_and_are_shown_back(talk: Talk) -> None:
    conversation = ahead(talk, "fill in now", *FOUND)
    (draft,) = conversation.drafts
    for words in FOUND:
        assert words[1:] in draft.text
    assert conversation.facts.text("known-history-1") == FOUND[0]
    assert conversation.facts.value("interview-on") is None, "what the place did last year is no day of theirs"


@pytest.mark.demand("R58")
def test_each_of_the_four_can_be_left_and_stands_open_on_the_list(talk: Talk) -> None:
    conversation = ahead(talk, "fill in now", "skip", FOUND[1], "look it up", "skip")
    (draft,) = conversation.drafts
    assert draft.text.count("still to look up") == 3
    assert FOUND[1][1:] in draft.text


@pytest.mark.demand("R58")
def test_as_a_list_they_are_taken_along(talk: Talk) -> None:
    (draft,) = ahead(talk, "a list to take along").drafts
    assert draft.text.count("still to look up") == 4
    for item in ("History", "Strengths", "Achievements", "Goals for the next 5 to 10 years"):
        assert item in draft.text


@pytest.mark.demand("R58")
def test_what_is_known_may_be_written_at_once(talk: Talk) -> None:
    conversation = ahead(talk, "it is a mission clinic and has been there since the sixties")
    assert "It is a mission clinic and has been there since the sixties." in conversation.drafts[0].text
    assert "mission clinic" in conversation.says("my notes").reply


@pytest.mark.parametrize("said", ["dont know nothing about them", "idk", "i don't know"])
def test_who_knows_nothing_gets_the_list(talk: Talk, said: str) -> None:
    conversation = ahead(talk, said)
    assert conversation.question == "about-us-1"
    assert conversation.drafts
    assert conversation.says(said).question == "likely.medicine.0.which-3"


@pytest.mark.demand("R59")
@pytest.mark.parametrize("how", ["leave that out", "a list to take along"])
def test_what_do_you_know_about_us_is_tried_and_kept(talk: Talk, how: str) -> None:
    conversation = ahead(talk, how)
    assert conversation.question == "about-us-1"
    assert "What do you know about us?" in conversation.prompt.text or "know about them" in conversation.prompt.text
    conversation.says("they have the best maternity ward of the district")
    assert conversation.facts.text("about-us-1") == "they have the best maternity ward of the district"
    assert "best maternity ward" in conversation.says("my notes").reply


@pytest.mark.demand("R59")
def test_said_aloud_counts_too(talk: Talk) -> None:
    assert ahead(talk, "leave that out", "said it aloud").question == "likely.medicine.0.which-3"


def test_what_was_put_off_is_asked_again_another_time_and_what_was_told_is_not(talk: Talk) -> None:
    conversation = ahead(
        talk, "fill in now", FOUND[0], "look it up", FOUND[2], FOUND[3], "look first", "enough for today"
    )
    conversation.after(hours=5).says("get ready", "fill in now")
    assert conversation.question == "known-strengths-2"
    assert conversation.says(FOUND[1]).question == "about-us-2"


# --- likely questions -------------------------------------------------------------------------------------


@pytest.mark.demand("R60")
def test_there_are_eight_questions_or_more_for_each_field_and_none_twice() -> None:
    assert tuple(likely.shipped()) == FIELDS
    every = [question for field in FIELDS for question in likely.questions(field)]
    assert all(len(likely.questions(field)) >= likely.LEAST for field in FIELDS)
    assert len(set(every)) == len(every)
    for question in every:
        assert len(question.split()) <= 25
        assert not re.search(r"\bwhy\b", question, re.IGNORECASE)


@pytest.mark.demand("R60")
@pytest.mark.parametrize(
    ("role", "field"),
    [
        ("nurse job", "medicine"),
        ("school nurse", "medicine"),
        ("maths teacher post", "education"),
        ("welder", "trades"),
        ("cashier", "retail"),
        ("junior developer", "technology"),
        ("data entry clerk", "office"),
        ("social worker", "social"),
        ("lab technician", "medicine"),
        ("IT technician", "technology"),
        ("teaching assistant", "education"),
        ("shop assistant", "retail"),
        ("astronaut", None),
        ("assistant", None),
    ],
)
def test_a_job_is_of_the_field_that_its_last_word_tells(role: str, field: str | None) -> None:
    assert likely.field_of(role) == field


@pytest.mark.demand("R02")
@pytest.mark.demand("R60")
def test_the_field_is_taken_from_the_job_they_told_of(talk: Talk) -> None:
    conversation = at_questions(talk)
    assert "field" not in asked(conversation)
    assert listed(conversation) == list(likely.questions("medicine")[:3])


@pytest.mark.demand("R60")
@pytest.mark.parametrize(
    ("said", "field"),
    [("Education", "education"), ("i am a plumber", "trades"), ("shop", "retail"), ("something else", "general")],
)
def test_else_it_is_asked_once_and_own_words_do(talk: Talk, said: str, field: str) -> None:
    conversation = at_questions(talk, first="i have an interview on thursday at Acme").says(said)
    assert listed(conversation) == list(likely.questions(field)[:3])
    conversation.says("enough for today").after(days=1).says("get ready", "leave that out", "look first")
    assert asked(conversation).count("field") == 1
    assert conversation.question is not None
    assert conversation.question.startswith(f"likely.{field}")


@pytest.mark.demand("R60")
def test_three_others_come_on_request_and_none_again_before_all_were_shown(talk: Talk) -> None:
    conversation = at_questions(talk)
    seen = listed(conversation)
    for _ in range(2):
        seen += listed(conversation.says("three others"))
    assert sorted(seen) == sorted(likely.questions("medicine"))
    assert listed(conversation.says("three others")) == seen[:3]


@pytest.mark.demand("R60")
def test_also_before_another_interview_others_come_first(talk: Talk) -> None:
    conversation = at_questions(talk).says("on to the next part", "nobody")
    first = listed(conversation)
    conversation.after(days=3).says("i have another interview on monday at the hospital as a nurse", "yes")
    conversation.says("leave that out", "look first")
    assert not set(listed(conversation)) & set(first)
    assert "shown-likely-medicine-0" in conversation.state.facts[PERSON]


@pytest.mark.demand("R60")
def test_each_can_be_tried_and_is_kept_and_leaves_the_list(talk: Talk) -> None:
    conversation = at_questions(talk)
    _, second, third = listed(conversation)
    conversation.says("2")
    assert second in conversation.reply
    conversation.says("i tell the sister in charge at once")
    assert conversation.facts.text("likely.medicine.answer-1") == "i tell the sister in charge at once"
    assert second not in listed(conversation)
    assert third in conversation.says("the second").reply
    conversation.says("said it aloud")
    assert len(listed(conversation)) == 1
    notes = conversation.says("my notes").reply
    assert second in notes
    assert "i tell the sister in charge at once" in notes


def test_after_all_three_were_tried_the_next_three_come(talk: Talk) -> None:
    conversation = at_questions(talk)
    for _ in range(3):
        conversation.says("1", "said it aloud")
    assert listed(conversation) == list(likely.questions("medicine")[3:6])


def test_what_is_said_in_an_exercise_tells_nothing_of_the_interview(talk: Talk) -> None:
    conversation = at_questions(talk).says(
        "1", "on monday a customer made a racist remark about me and i told Mr Banda"
    )
    for name in ("conduct", "interview-on", "interviewer-1", "angry"):
        assert conversation.facts.value(name) is None


def test_it_can_be_stopped_after_a_part_and_goes_on_from_there(talk: Talk) -> None:
    conversation = at_questions(talk).says("1", "i sort by who is worst", "enough for today")
    assert conversation.question is None
    assert conversation.facts.value("prepared") is None
    assert conversation.hours(days=2) == ["Tue 24 18:30"], "what was announced still comes"
    conversation.says("yes", "leave that out", "look first", "on to the next part", "nobody")
    assert conversation.facts.value("prepared") == "2026-11-25"


# --- their own answers ------------------------------------------------------------------------------------


def test_their_own_answers_are_brought_back_and_the_better_ones_if_there_are(talk: Talk) -> None:
    conversation = offered(talk).says("yes", "skip", "skip", "something else", "on")
    (draft,) = conversation.drafts
    assert '"how do you find duplicates in a table": I would group them.' in draft.text


def test_answers_and_plans_of_an_earlier_interview_come_back_before_another(talk: Talk) -> None:
    plan = {"if_cue": "when they ask about conflict", "then_response": "I tell the story of the sheet"}
    conversation = knows(talk(at="2026-11-26T12:40"), **plan, let_go="2026-11-25")
    conversation.says("i have another interview on tuesday at the mine as a clerk", "yes", "skip", "skip", "on")
    (draft,) = conversation.drafts
    assert "I made a shared sheet and we agreed who books mornings." in draft.text
    assert "If: when they ask about conflict. Then: I tell the story of the sheet." in draft.text


def test_what_they_did_to_the_person_in_an_earlier_one_is_not_among_them(talk: Talk) -> None:
    remark = {"question_1": "are you pregnant", "struggle_1": None, "unsaid_1": "that is none of your business"}
    conversation = knows(talk(at="2026-11-26T12:40"), **remark, let_go="2026-11-25")
    conversation.says("i have another interview on tuesday at the mine as a clerk", "yes", "skip", "skip", "on")
    assert not conversation.drafts


# --- somebody to practise with ----------------------------------------------------------------------------


@pytest.mark.demand("R61")
def test_somebody_to_practise_with_is_asked_for_by_name_and_then_the_day(talk: Talk) -> None:
    conversation = at_partner(talk)
    assert conversation.question == "mock-with"
    for time in range(3):
        said = load().said("prepare-mock", time, {})
        assert all(who in said for who in ("mentor", "friend", "colleague"))
        assert any(word in said for word in ("former", "have or had", "past"))
    conversation.says("my old boss Ruth")
    assert conversation.facts.value("mock-with") == "my old boss Ruth"
    assert conversation.question == "mock-on"
    assert "Ruth" in conversation.prompt.text
    conversation.says("on wednesday")
    assert conversation.facts.value("mock-on") == "2026-11-25"
    assert "Wednesday 25 November" in conversation.reply
    assert conversation.facts.value("prepared") == "2026-11-23"
    assert conversation.question is None


@pytest.mark.demand("R61")
def test_the_day_told_with_the_name_is_not_asked_for(talk: Talk) -> None:
    conversation = at_partner(talk, "my sister on wednesday")
    assert conversation.facts.value("mock-with") == "my sister"
    assert conversation.facts.value("mock-on") == "2026-11-25"
    assert conversation.facts.value("interview-on") is None
    assert "mock-on" not in asked(conversation)
    assert "your sister" in conversation.reply


@pytest.mark.demand("R61")
@pytest.mark.parametrize("said", ["nobody", "rather not", "skip"])
def test_having_nobody_is_fine(talk: Talk, said: str) -> None:
    conversation = at_partner(talk, said)
    assert conversation.question is None
    assert conversation.facts.value("prepared")


@pytest.mark.demand("R61")
def test_a_day_that_is_not_before_the_interview_is_named_as_such(talk: Talk) -> None:
    conversation = at_partner(talk, "Ruth", "on friday")
    assert "Thursday 26 November" in conversation.reply
    assert '"back"' in conversation.reply.lower()


@pytest.mark.demand("R61")
def test_on_that_morning_the_questions_to_hand_over_come_as_announced(talk: Talk) -> None:
    conversation = at_partner(talk, "my friend Ruth", "wednesday")
    assert "Wednesday 25 November, 9:00: a list for the practice interview" in conversation.reply
    conversation.waits(days=2)
    assert [at for at, _ in conversation.arrived] == ["Wed 25 09:00"]
    assert "Ruth" in conversation.arrived[0][1]
    (draft,) = conversation.says("show me").drafts
    assert draft.text.count("?") >= 5
    conversation.says("got them")
    assert conversation.facts.value("mock-done") == "2026-11-25"
    assert "i1/mock" not in conversation.state.promised


@pytest.mark.demand("R61")
@pytest.mark.parametrize(("said", "became"), [("did it already", "done"), ("leave it", "left")])
def test_done_or_left_it_does_not_come_again(talk: Talk, said: str, became: str) -> None:
    conversation = at_partner(talk, "Ruth", "wednesday")
    conversation.waits(days=2)
    conversation.says(said)
    assert conversation.facts.value("mock-done") == became
    assert conversation.hours(days=5) == []


def test_the_day_of_the_practice_interview_can_be_corrected_and_nothing_else_moves(talk: Talk) -> None:
    conversation = at_partner(talk, "Ruth", "wednesday").says("no, it's tuesday")
    assert conversation.facts.value("mock-on") == "2026-11-24"
    assert conversation.facts.value("next-interview-on") == "2026-11-26"
    assert "Tuesday 24 November, 9:00" in conversation.reply


def test_asking_again_brings_other_questions_and_not_the_partner(talk: Talk) -> None:
    conversation = at_partner(talk, "Ruth", "wednesday").says(
        "give me more practice questions", "leave that out", "skip"
    )
    assert listed(conversation) == list(likely.questions("medicine")[3:6])
    conversation.says("on to the next part")
    assert conversation.question is None
    assert asked(conversation).count("mock-with") == 1


# --- how it is put ----------------------------------------------------------------------------------------


@pytest.mark.demand("C11")
@pytest.mark.demand("R62")
def test_it_is_said_to_make_a_bad_interview_less_likely_and_no_number_is_given(talk: Talk) -> None:
    for time in range(3):
        said = load().said("prepare-done", time, {})
        assert "less likely" in said or "lowers the chance" in said
        assert not re.search(r"\d", said)
    reply = at_partner(talk, "nobody").reply
    assert "bad" in reply
    assert not re.search(r"\d ?%|\bper ?cent\b", reply)


def test_without_filling_in_it_takes_eight_questions_at_most(talk: Talk) -> None:
    conversation = at_questions(talk, first="i have an interview on thursday at Acme").says(
        "office", "1", "i list them"
    )
    conversation.says("on to the next part", "Ruth", "wednesday")
    assert conversation.question is None
    assert len([name for name in asked(conversation) if name != "ready-now"]) <= 8


def test_once_the_interview_has_been_its_story_begins_anew(talk: Talk) -> None:
    conversation = at_partner(talk, "Ruth", "tuesday").after(days=3, hours=2)
    conversation.says("just out of the interview at the clinic, blanked on the first question")
    assert conversation.question == "feeling-at-first"
    assert conversation.facts.value("prepared") is None
    assert "mock" not in planned(conversation)


def test_a_story_after_getting_ready_was_left_lying_is_the_story_and_no_answer(talk: Talk) -> None:
    conversation = ahead(talk, "leave that out").after(days=3, hours=2)
    assert conversation.prompt.question == "about-us-1"
    conversation.says("went badly. froze on the question about the mistake")
    assert conversation.question == "feeling-at-first"
    assert conversation.facts.value("about-us-1") is None


def test_who_was_afraid_before_and_is_not_now_is_not_met_with_fear(talk: Talk) -> None:
    conversation = talk(at="2026-11-23T12:40").says(AHEAD + ", so nervous", "not now").after(days=3)
    conversation.says("just out of the interview at the clinic, it went ok")
    assert conversation.facts.value("stressed") is None


# --- never to somebody who was just hurt -------------------------------------------------------------------


@pytest.mark.demand("C7")
@pytest.mark.demand("R63")
def test_nothing_outside_of_preparing_says_that_more_should_have_been_prepared() -> None:
    blame = re.compile(
        r"\b(?:should|ought to|could|might) have (?:\w+ )?(?:prepar|practi|known|looked|read)|\byou should(?:n't| not)? have\b"
        r"|\b(?:if|had) you (?:had )?(?:\w+ )?prepar|\bprepar\w* (?:better|more)\b|\b(?:better|more|well|not|badly) prepared\b"
        r"|\bunprepared\b|\b(?:more|better|lack of|without) prepar",
        re.IGNORECASE,
    )
    checked = 0
    for file in (files("core") / "content" / "en").iterdir():
        if file.name.endswith(".ftl"):
            found = blame.search(file.read_text("utf-8"))
            assert found is None, f"{file.name}: {found and found[0]}"
            checked += 1
    assert checked > 5


@pytest.mark.demand("C7")
@pytest.mark.demand("R63")
@pytest.mark.parametrize(
    "story",
    [
        "just out of an interview at Acme. i had not prepared at all, blanked on the SQL question. awful",
        "I bombed the interview at Acme, I knew nothing about the company",
    ],
)
def test_a_fresh_bad_interview_is_never_met_with_preparing(talk: Talk, story: str) -> None:
    conversation = talk().says(story, "9")
    for _ in range(40):
        if conversation.question is None:
            break
        conversation.says("skip")
    conversation.waits(days=8)
    said = [text for part in conversation.everything for text in _said(part)]
    assert len(said) > 15
    assert not [text for text in said if re.search(r"\bprepar|\bget(?:ting)? ready\b|four things", text, re.IGNORECASE)]
    assert "Get ready for the next" not in labels(conversation.says("steps"))


def _said(part: Any) -> list[str]:
    return [part.text, *(choice.label for choice in part.choices)] if isinstance(part, Prompt) else [part.text]


@pytest.mark.demand("R61")
def test_answers_of_an_interview_of_months_ago_come_back_too(talk: Talk) -> None:
    conversation = past.told(talk, 3, days=60)
    assert "i1" not in conversation.state.facts  # it has left the snapshot long since
    conversation.after(days=3).says("i have another interview tomorrow at Kafue Steel, help me prepare")
    shown = past_answers(conversation)
    assert "I would group by the columns" in shown
    assert shown.count("I would ask what the loan is for") == 1


def past_answers(conversation: Conversation) -> str:
    """The letter above the question for a partner, however many questions lie before it."""
    for _ in range(past.MOST):
        if conversation.drafts and conversation.question is not None and conversation.question.endswith("mock-with"):
            return conversation.drafts[0].text
        conversation.says("skip")
    raise AssertionError(conversation.reply)


# --- heard in the words that people use -------------------------------------------------------------------


def beside_practice(talk: Talk) -> Conversation:
    """Practice and getting ready for Sunday have come in one message."""
    told = {"practice": "yes", "outcome": "next-round", "next_interview_on": "2026-11-29"}
    return nudged(knows(talk(at="2026-11-26T10:00"), **told))


@pytest.mark.parametrize("text", ["Skip. I want get ready for Sunday", "I want to get ready for Sunday"])
def test_who_wants_to_get_ready_for_a_day_puts_nothing_off_to_it(talk: Talk, text: str) -> None:
    conversation = beside_practice(talk).says(text)
    assert conversation.question is not None
    assert conversation.question.startswith("four-items")
    assert "later" not in str(conversation.facts.value("nudge:prepare"))


@pytest.mark.parametrize(
    ("text", "is_begun"),
    [("yes, for Tuesday", True), ("Tuesday is the interview. lets go", True), ("monday", False)],
)
def test_the_day_of_the_interview_is_no_day_to_get_ready_on(talk: Talk, text: str, is_begun: bool) -> None:
    conversation = offered(talk).says(text)
    assert bool(conversation.question) is is_begun
    assert "Tuesday 8 December, 9:00" not in conversation.reply


@pytest.mark.parametrize(
    "text",
    [
        "nobody. my wife is sick of hearing it",
        "same as before",
        "nobody really, my friends are all busy",
        "her name is not Sick. nobody",
        "just me",
        "no one, its too late",
    ],
)
def test_nobody_is_nobody_whoever_is_named_beside(talk: Talk, text: str) -> None:
    conversation = at_partner(talk).says(text)
    assert conversation.facts.value("mock-with") == Picked("nobody")
    assert conversation.question is None


@pytest.mark.parametrize(
    "text", ["my wife", "nobody but my sister", "just me and my wife", "Ruth, nobody else has time"]
)
def test_somebody_is_somebody_also_where_nobody_else_is(talk: Talk, text: str) -> None:
    assert isinstance(at_partner(talk).says(text).facts.value("mock-with"), str)


def test_a_partner_that_was_none_is_taken_back_where_the_day_is_asked_for(talk: Talk) -> None:
    conversation = at_partner(talk).says("sick", "her name is not Sick. nobody")
    assert conversation.facts.value("mock-with") == Picked("nobody")
    assert conversation.question is None


def test_a_relation_is_not_called_by_the_next_word(talk: Talk) -> None:
    assert "your brother" in at_partner(talk).says("my brother will be sick of it").reply


@pytest.mark.parametrize(
    "text", ["1. i sort them by how ill they are, and i say so", "second. I stopped it and called the doctor"]
)
def test_a_question_may_be_chosen_and_answered_in_one_breath(talk: Talk, text: str) -> None:
    conversation = at_questions(talk).says(text)
    answers = [fact.value for name, fact in conversation.facts.all().items() if ".answer-" in name]
    assert answers == [text.partition(". ")[2]]
    assert "How would you answer" not in conversation.reply


def test_getting_ready_comes_again_before_the_next_round_of_the_same_place(talk: Talk) -> None:
    conversation = talk(at="2026-11-23T12:40").says(AHEAD, "not now")
    conversation.waits(days=1, hours=12)
    conversation.says("leave it").waits(days=2)
    conversation.says("I just came out of the interview, it went badly, i froze on the dose question", "6", "later")
    conversation.waits(hours=20)
    conversation.says("They want me back for a second interview on Wednesday")
    assert "i1/prepare" in conversation.state.promised
    conversation.waits(days=4)
    assert any("Wednesday 2 December" in said for _, said in conversation.arrived)


# --- steered ---------------------------------------------------------------------------------------------------------

ANGRY = "A relative is angry about the waiting"


@pytest.mark.parametrize("first", [(), ("1",)], ids=["at the list", "at a question"])
@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("can we practise the angry relative one please", ANGRY),
        ("not that one, the angry patient one", ANGRY),
        ("ask me about infections", "How do you keep an infection"),
        ("could you ask me something about handing over at the end of a shift", "What do you hand over"),
        ("i don't like this one, give me a question about conflict", ANGRY),
        ("not that one, something about teamwork", "colleague"),
    ],
)
def test_the_question_that_they_want_to_practise_is_asked(
    talk: Talk, first: tuple[str, ...], said: str, wanted: str
) -> None:
    conversation = at_questions(talk).says(*first, said)
    assert ".answer-" in (conversation.question or "")
    assert wanted in conversation.prompt.text


@pytest.mark.parametrize("said", ["give me another question", "a different one please", "another one", "not that one"])
def test_another_question_is_three_others_at_the_list_and_the_rest_of_them_at_one(talk: Talk, said: str) -> None:
    conversation = at_questions(talk)
    before = listed(conversation)
    assert not {*before} & {*listed(conversation.says(said))}
    conversation = at_questions(talk).says("1", said)
    assert listed(conversation) == before[1:]
    assert not [
        name
        for name in conversation.facts.all()
        if isinstance(conversation.facts.text(name), str) and ".answer-" in name
    ]


def test_where_no_question_is_about_it_that_is_said_and_the_list_stays(talk: Talk) -> None:
    conversation = at_questions(talk)
    asked_last = conversation.question
    conversation.says("ask me about cooking")
    assert "cooking" in conversation.reply
    assert conversation.question == asked_last


@pytest.mark.parametrize(
    "said",
    [
        "i would ask them about the pain and give another dose", "the angry one",
        "something about safety first, then i call the senior", "i try the one who bleeds first",
    ],
)  # fmt: skip
def test_an_answer_that_only_sounds_like_a_wish_stays_an_answer(talk: Talk, said: str) -> None:
    conversation = at_questions(talk).says("1", said)
    assert conversation.facts.value("likely.medicine.answer-0") == said


@pytest.mark.parametrize(("said", "number"), [("the second one", 1), ("can we do the third one", 2), ("2", 1)])
def test_a_place_in_the_list_is_a_place(talk: Talk, said: str, number: int) -> None:
    assert at_questions(talk).says(said).question == f"likely.medicine.answer-{number}"


@pytest.mark.parametrize(
    "said",
    [
        "can we prep for the bank one instead", "help me prepare for the bank instead", "i'd rather get ready for the bank",
        "can we do the bank interview instead", "the bank one first please",
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", [("get ready",), ("get ready", "leave that out", "skip", "1"), ()])
def test_the_other_of_two_interviews_is_prepared_for_where_they_ask_for_it(
    talk: Talk, before: tuple[str, ...], said: str
) -> None:
    conversation = talk(at="2026-11-23T12:40").says(AHEAD, "not now", "i also have an interview at Zed Bank on friday")
    conversation.says("not now", *before, said)
    assert conversation.question == "four-items-1"
    assert "Zed Bank" in conversation.reply
    assert "Four things about the clinic" not in conversation.reply


def test_who_only_speaks_of_the_other_place_answers(talk: Talk) -> None:
    conversation = talk(at="2026-11-23T12:40").says(AHEAD, "not now", "i also have an interview at Zed Bank on friday")
    conversation.says("not now", "get ready", "fill in now", "the bank paid for their first house")
    assert conversation.state.facts_of("i1").value("known-history-1") == "the bank paid for their first house"
