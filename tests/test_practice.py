"""Practice: an answer from memory first, then what was kept beside it, and the choice left to the person."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import pytest

from core.answers import best_answer, weak_answers
from core.facts import Fact, Facts, Picked, Value
from tests.arc import knows, nudged, opens
from tests.conversation import Conversation

Talk = Callable[..., Conversation]

MORNING = "2026-11-25T10:00"
QUESTION = "tell us about a time you disagreed with a colleague"
KEPT = "i made a shared sheet and we agreed who books mornings"
NEW = "She kept double booking. I built one list for both of us, and it stopped."
PRAISE = ("good", "great", "well done", "perfect", "excellent", "improve", "better answer")
OTHER = "One list for both of us, agreed on a Friday; the double booking ended."


def offered(talk: Talk, **facts: Value | None) -> Conversation:
    """The first evening of practice: the offer is on the screen."""
    told: dict[str, Value | None] = {"practice": "yes", **facts}
    return nudged(knows(talk(at=MORNING), **told))


def asked(talk: Talk, **facts: Value | None) -> Conversation:
    """The first question is asked."""
    return offered(talk, **facts).says("yes")


def labels(conversation: Conversation) -> list[str]:
    return [choice.label for choice in conversation.prompt.choices]


# --- the offer --------------------------------------------------------------------------------------------


@pytest.mark.demand("R52")
def test_practice_is_offered_in_their_own_words_three_days_later(talk: Talk) -> None:
    conversation = offered(talk)
    assert conversation.now.isoformat() == "2026-11-27T16:30:00+00:00"
    assert "the conflict question" in conversation.reply
    assert labels(conversation) == ["Yes", "In an hour", "Tomorrow", "Skip this one", "No more practice"]


@pytest.mark.demand("R52")
def test_it_comes_three_times_at_even_distance(talk: Talk) -> None:
    conversation = asked(talk).says(NEW, "the new one")
    days = [conversation.now.day]
    for _ in range(2):
        nudged(conversation)
        while conversation.prompt.question.startswith("let-go"):
            nudged(conversation.says("not yet"))
        days.append(conversation.now.day)
        conversation.says("yes", NEW, "the one before")
    assert days == [27, 30, 3]
    assert {"practised-1", "practised-2", "practised-3"} <= conversation.facts.all().keys()


@pytest.mark.parametrize("said", ["not today", "tomorrow", "not tonight", "im too tired"])
def test_put_off_to_tomorrow_it_comes_then(talk: Talk, said: str) -> None:
    conversation = offered(talk).says(said)
    assert "Saturday 28 November" in conversation.reply
    nudged(conversation)
    assert conversation.question is not None
    assert conversation.question.startswith("practice-1")


def test_a_plain_no_leaves_out_this_round_and_not_the_next(talk: Talk) -> None:
    conversation = offered(talk).says("no")
    assert conversation.question is None
    assert conversation.facts.value("practice") == "yes"
    nudged(conversation)
    assert conversation.prompt.question.startswith("practice-2")


@pytest.mark.parametrize("said", ["no more practice", "i don't want to practise"])
def test_no_more_practice_ends_it(talk: Talk, said: str) -> None:
    conversation = offered(talk).says(said)
    assert conversation.facts.value("practice") == "no"
    nudged(conversation)
    assert "practice" not in conversation.reply.lower()


def test_without_a_question_that_is_known_there_is_nothing_to_practise(talk: Talk) -> None:
    conversation = offered(talk, struggle_1=None, question_1=None)
    assert conversation.question is None
    assert conversation.reply


# --- recall, compare, choose ------------------------------------------------------------------------------


@pytest.mark.demand("R52")
def test_the_question_comes_alone_and_nothing_that_was_kept_with_it(talk: Talk) -> None:
    conversation = asked(talk)
    assert QUESTION in conversation.reply
    assert KEPT not in conversation.reply
    assert not conversation.drafts
    assert conversation.question == "practice.1.attempt-1"


@pytest.mark.demand("R51")
def test_then_what_was_kept_stands_beside_it_and_they_choose(talk: Talk) -> None:
    conversation = asked(talk).says(NEW)
    assert [draft.text for draft in conversation.drafts] == [KEPT]
    assert labels(conversation) == ["Keep the new one", "Keep the one before", "Write it anew"]


@pytest.mark.demand("R51")
@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (["the new one"], NEW),
        (["keep today's"], NEW),
        (["the old one"], KEPT),
        (["stay with what i had"], KEPT),
        (["a mix of both", OTHER], OTHER),
        (["neither", OTHER], OTHER),
        (["write it anew", "leave it"], KEPT),
        (["skip"], KEPT),
    ],
)
def test_the_one_they_choose_is_kept(talk: Talk, said: list[str], kept: str) -> None:
    conversation = asked(talk).says(NEW, *said)
    assert best_answer(conversation.facts, 1) == kept
    assert conversation.question is None


def test_the_next_round_compares_with_what_was_chosen_last(talk: Talk) -> None:
    conversation = nudged(asked(talk).says(NEW, "the new one")).says("yes", OTHER)
    assert conversation.drafts[0].text == NEW


@pytest.mark.parametrize("said", ["Said it aloud", "said it out loud"])
def test_said_aloud_counts_and_is_compared_too(talk: Talk, said: str) -> None:
    conversation = asked(talk).says(said)
    assert conversation.drafts[0].text == KEPT
    assert labels(conversation) == ["Keep it", "Write it anew"]
    conversation.says("keep it")
    assert conversation.facts.value("practised-1")


@pytest.mark.parametrize("said", ["i don't know", "no idea", "i can't remember", "show me"])
def test_who_cannot_recall_it_is_shown_what_was_kept(talk: Talk, said: str) -> None:
    assert asked(talk).says(said).drafts[0].text == KEPT


def test_an_answer_that_only_sounds_like_an_option_is_kept_as_an_answer(talk: Talk) -> None:
    conversation = asked(talk).says("I said sorry, then we agreed on one list, and that was done")
    assert conversation.question == "practice.1.keep-1"
    assert conversation.facts.text("practice.1.attempt-1")


def test_where_nothing_was_kept_the_first_answer_is_and_nobody_asks(talk: Talk) -> None:
    conversation = asked(talk, unsaid_1=None)
    assert "Show me what I kept" not in labels(conversation)
    conversation.says(NEW)
    assert best_answer(conversation.facts, 1) == NEW
    assert conversation.question is None


def test_said_aloud_with_nothing_kept_it_can_be_put_down(talk: Talk) -> None:
    conversation = asked(talk, unsaid_1=None).says("said it aloud", NEW)
    assert best_answer(conversation.facts, 1) == NEW


def test_up_to_three_answers_are_gone_over(talk: Talk) -> None:
    more = {"struggle_2": "the salary question", "struggle_3": "the gap in my CV"}
    conversation = asked(talk, **more).says(NEW, "the new one")
    assert "the salary question" in conversation.reply
    conversation.says("I look for 6000")
    assert "the gap in my CV" in conversation.reply
    conversation.says("I looked after my father that year")
    assert conversation.question is None
    assert "3 answers" in conversation.reply


@pytest.mark.parametrize("said", ["enough", "that's it for today", "no"])
def test_where_it_still_weighs_they_may_end_after_each_answer(talk: Talk, said: str) -> None:
    conversation = asked(talk, feeling_at_first=8, struggle_2="the salary question").says(NEW, "the new one")
    assert conversation.question == "practice.1.more-2"
    conversation.says(said)
    assert conversation.question is None
    assert conversation.facts.value("practised-1")


def test_where_it_has_become_light_nobody_asks_whether_it_is_enough(talk: Talk) -> None:
    conversation = asked(talk, feeling_at_first=8, feeling_now=3, struggle_2="the salary question")
    assert conversation.says(NEW, "the new one").question == "practice.1.attempt-2"


def test_the_question_is_asked_again_whole_after_an_interruption(talk: Talk) -> None:
    conversation = asked(talk).says("who can read this?")
    assert QUESTION in conversation.reply
    assert conversation.question == "practice.1.attempt-1"


# --- the end of a round -----------------------------------------------------------------------------------


def test_the_plan_for_the_moment_is_read_once_and_after_the_recall(talk: Talk) -> None:
    plan = {"if_cue": "when they ask about conflict", "then_response": "I tell the double-booking story"}
    conversation = asked(talk, **plan)
    assert "double-booking" not in conversation.transcript
    conversation.says(NEW, "the new one")
    assert "when they ask about conflict" in conversation.reply
    assert conversation.transcript.count("I tell the double-booking story") == 1


def test_the_end_says_which_round_it_was_and_names_no_date(talk: Talk) -> None:
    conversation = asked(talk).says(NEW, "the new one")
    assert "first time of three" in conversation.reply
    assert "November" not in conversation.reply
    assert "today" in conversation.lines[-1]


@pytest.mark.demand("R53")
@pytest.mark.demand("R57")
def test_after_the_last_round_the_interview_is_a_chance_to_fine_tune_and_no_number_is_given(talk: Talk) -> None:
    conversation = offered(talk, practised_1="2026-11-27", practised_2="2026-11-30")
    nudged(conversation.says("not yet")).says("yes")
    conversation.says(NEW, "the new one")
    assert "round 3" in conversation.reply
    assert "fine-tune" in conversation.reply
    assert "chances" in conversation.reply
    assert "%" not in conversation.reply


def test_who_wanted_one_round_hears_that_it_was_the_last(talk: Talk) -> None:
    conversation = asked(talk, practice="once").says(NEW, "the new one")
    assert "the last one" in conversation.reply
    assert "of three" not in conversation.reply


def test_a_round_of_their_own_leaves_the_planned_ones_as_they_are(talk: Talk) -> None:
    conversation = opens(knows(talk(at=MORNING), practice="yes"), "practice")
    assert conversation.question == "practice.4.attempt-1"
    conversation.says(NEW, "the new one")
    assert "of your own" in conversation.reply
    assert opens(conversation, "practice").question == "practice.5.attempt-1"
    conversation.says(OTHER, "the new one")
    nudged(conversation).says("yes")
    assert conversation.question == "practice.1.attempt-1"
    assert conversation.says(KEPT).drafts[0].text == OTHER


def test_a_round_that_is_broken_off_goes_on_where_it_was(talk: Talk) -> None:
    conversation = asked(talk).says(NEW).restarts().after(hours=5).arrives()
    assert conversation.question == "practice.1.keep-1"
    conversation.says("the new one")
    assert best_answer(conversation.facts, 1) == NEW


@pytest.mark.demand("R68")
def test_a_round_that_waits_behind_letting_go_ends_with_it(talk: Talk) -> None:
    conversation = offered(talk).says("no")
    nudged(nudged(conversation).says("tomorrow at 18:30"))
    assert "One at a time" in conversation.reply
    conversation.says("yes", "my sister", "set it down", "close it")
    assert conversation.question is None
    assert "conflict" not in conversation.reply
    assert conversation.state.promised == {}


def test_a_round_that_waits_behind_letting_go_comes_if_practice_is_kept(talk: Talk) -> None:
    conversation = offered(talk).says("no")
    nudged(nudged(conversation).says("tomorrow at 18:30"))
    conversation.says("yes", "my sister", "set it down", "keep the practice")
    assert conversation.prompt.question.startswith("practice-2")


def test_no_line_of_practice_judges_an_answer() -> None:
    text = (files("core") / "content" / "en" / "practice.ftl").read_text("utf-8").lower()
    said = "\n".join(line for line in text.splitlines() if "-like =" not in line and not line.startswith("#"))
    assert not [word for word in PRAISE if word in said]


# --- what is kept -----------------------------------------------------------------------------------------


def facts(**told: Value) -> Facts:
    """In the order in which they were told; underscores for hyphens."""
    return Facts({name.replace("_", "-"): Fact(value, turn) for turn, (name, value) in enumerate(told.items(), 1)}, {})


def test_the_first_words_are_kept_until_there_are_better_ones() -> None:
    assert best_answer(facts(), 1) is None
    assert best_answer(facts(unsaid_1=Picked("not-yet")), 1) is None
    assert best_answer(facts(unsaid_1="a"), 1) == "a"
    assert best_answer(facts(unsaid_1="a", better_1="b"), 1) == "b"
    assert best_answer(facts(better_1="b", unsaid_1="a"), 1) == "b"
    assert best_answer(facts(unsaid_1="a", better_1=Picked("not-yet")), 1) == "a"
    assert best_answer(facts(unsaid_1="a", unsaid_2="b"), 2) == "b"


def test_of_what_was_practised_the_last_choice_counts_and_not_the_last_round() -> None:
    chosen = {"practice.4.attempt-1": "d", "practice.1.attempt-1": "b", "practice.1.keep-1": "new"}
    assert best_answer(facts(unsaid_1="a", **chosen), 1) == "b"
    assert best_answer(facts(unsaid_1="a", **chosen, **{"practice.4.keep-1": "new"}), 1) == "d"
    assert best_answer(facts(unsaid_1="a", **chosen, **{"practice.4.keep-1": "kept"}), 1) == "b"
    assert best_answer(facts(unsaid_1="a", **chosen, better_1="c"), 1) == "c"


def test_a_round_is_compared_with_what_was_kept_before_it() -> None:
    told = facts(unsaid_1="a", **{"practice.2.attempt-1": "b", "practice.2.keep-1": "new"})
    assert best_answer(told, 1) == "b"
    assert best_answer(told, 1, but_for=2) == "a"


def test_an_attempt_that_lost_is_not_kept_even_where_little_else_is() -> None:
    told = {"practice.1.attempt-1": "a", "practice.2.attempt-1": "b", "practice.2.keep-1": "kept"}
    assert best_answer(facts(**told), 1) == "a"


def test_weak_are_the_answers_whose_question_is_known() -> None:
    told = facts(
        struggle_1="the SQL question", question_2="they asked me: what is a join", unsaid_3="c", question_4="d"
    )
    assert [(weak.number, weak.question, weak.topic) for weak in weak_answers(told)] == [
        (1, None, "the SQL question"),
        (2, "what is a join", None),
    ]
