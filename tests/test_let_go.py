"""Letting go, a week later: somebody to tell first, then leave to let it rest, and an end that is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.facts import Picked, Value
from tests.arc import knows, nudged, opens
from tests.conversation import Conversation

Talk = Callable[..., Conversation]

A_WEEK_ON = "2026-12-01T10:00"
OPENINGS = "ther openings will come"


def offered(talk: Talk, **facts: Value | None) -> Conversation:
    """The evening a week after the interview."""
    return nudged(knows(talk(at=A_WEEK_ON), **facts))


def shared(talk: Talk, **facts: Value | None) -> Conversation:
    """They have named somebody, and are asked whether it can rest."""
    return offered(talk, **facts).says("yes", "my sister Anna")


def labels(conversation: Conversation) -> list[str]:
    return [choice.label for choice in conversation.prompt.choices]


# --- the offer --------------------------------------------------------------------------------------------


def test_a_week_later_it_is_offered_by_the_name_of_the_place(talk: Talk) -> None:
    conversation = offered(talk)
    assert conversation.now.isoformat() == "2026-12-01T16:30:00+00:00"
    assert "A week since Lakeside Clinic" in conversation.reply
    assert labels(conversation) == ["Yes", "Tomorrow", "Next week", "Not yet"]


@pytest.mark.parametrize(
    ("said", "then"), [("next week", "8 December"), ("tomorrow", "2 December"), ("not today", "2 December")]
)
def test_it_can_be_put_off_and_says_then_how_long_it_has_been(talk: Talk, said: str, then: str) -> None:
    conversation = offered(talk).says(said)
    assert then in conversation.reply
    nudged(conversation)
    assert "days since" in conversation.reply or "days" in conversation.reply


@pytest.mark.parametrize("said", ["not yet", "no", "i am not ready", "i can't let go of it", "too soon"])
def test_not_yet_is_accepted_and_closes_nothing(talk: Talk, said: str) -> None:
    conversation = offered(talk, answer_promised_at="2026-12-04").says(said)
    assert conversation.question is None
    assert "let it go" in conversation.reply
    assert conversation.facts.value("let-go") is None
    assert conversation.store.next_due() is not None


# --- somebody to tell -------------------------------------------------------------------------------------


@pytest.mark.demand("R66")
def test_a_friend_a_mentor_or_a_colleague_is_suggested_with_the_worst_part_by_its_name(talk: Talk) -> None:
    conversation = offered(talk).says("yes")
    assert conversation.question == "share-with"
    for word in ("friend", "mentor", "colleague", "the conflict question"):
        assert word in conversation.reply


@pytest.mark.demand("R66")
@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("my sister Anna", "your sister Anna"),
        ("I'll tell Peter, my old boss.", "Peter, my old boss"),
        ("maybe my neighbour", "your neighbour"),
        ("my sister, i will call her", "your sister, i will call her"),
        ("i have a friend, Ben", "i have a friend, Ben"),
    ],
)
def test_the_one_they_name_is_kept_and_said_back(talk: Talk, said: str, noted: str) -> None:
    conversation = offered(talk).says("yes", said)
    assert conversation.facts.value("share-with") == said
    assert noted in conversation.reply
    assert conversation.question == "let-go-ready-1"


@pytest.mark.demand("R66")
def test_a_plain_yes_is_asked_for_a_name_once(talk: Talk) -> None:
    conversation = offered(talk).says("yes", "yes")
    assert conversation.question == "share-name"
    conversation.says("Ruth")
    assert "Ruth" in conversation.reply
    assert conversation.question == "let-go-ready-1"


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("i have told my wife already", "told"),
        ("nobody", "nobody"),
        ("no one really", "nobody"),
        ("i don't know", "nobody"),
        ("rather not", "rather-not"),
        ("no", "rather-not"),
    ],
)
def test_told_already_nobody_and_rather_not_are_taken_as_they_are(talk: Talk, said: str, option: str) -> None:
    conversation = offered(talk).says("yes", said)
    assert conversation.facts.value("share-with") == Picked(option)
    assert conversation.question == "let-go-ready-1"


# --- leave to move on -------------------------------------------------------------------------------------


@pytest.mark.demand("R67")
@pytest.mark.parametrize("said", ["my sister Anna", "rather not", "nobody", "i told my wife", "skip"])
def test_leave_to_move_on_comes_after_the_sharing_or_its_refusal_and_not_before(talk: Talk, said: str) -> None:
    conversation = offered(talk).says("yes")
    assert OPENINGS not in conversation.transcript
    assert "you may" not in conversation.transcript.lower()
    conversation.says(said)
    assert "you may set this one down" in conversation.reply


@pytest.mark.demand("R64")
@pytest.mark.demand("R65")
@pytest.mark.parametrize("outcome", [None, "waiting", "rejected"])
def test_moving_on_is_easier_said_than_done_and_other_openings_will_come(talk: Talk, outcome: str | None) -> None:
    for wording in range(3):
        conversation = opens(knows(talk(at=A_WEEK_ON), outcome=outcome), "let-go").says("my sister", "not yet")
        for _ in range(wording):
            opens(conversation, "let-go").says("not yet")
        said = conversation.transcript
        assert said.count("easier said than done") == wording + 1
        assert said.count("ther openings") == wording + 1


@pytest.mark.demand("C3")
def test_while_an_answer_is_open_it_is_set_down_for_the_wait(talk: Talk) -> None:
    assert "while you wait" in shared(talk).reply


def test_after_a_rejection_nobody_waits_and_nobody_is_asked_to_check_in(talk: Talk) -> None:
    conversation = shared(talk, outcome="rejected", answer_promised_at="2026-12-04")
    assert "After a no" in conversation.reply
    assert "wait" not in conversation.reply
    conversation.says("set it down", "skip")
    assert conversation.question is None
    assert conversation.facts.value("let-go")


def test_what_was_done_to_them_is_not_made_small(talk: Talk) -> None:
    conversation = shared(talk, conduct=True)
    assert "does not make it right" in conversation.reply
    assert "deadlines" in conversation.reply


@pytest.mark.parametrize("said", ["not yet", "no", "i can't let it go yet", "it still hurts", "i don't think so"])
def test_not_ready_is_accepted_and_what_was_planned_stays(talk: Talk, said: str) -> None:
    conversation = shared(talk, practice="yes", answer_promised_at="2026-12-04").says(said)
    assert conversation.question is None
    assert conversation.facts.value("let-go") is None
    assert {"i1/practice-3", "i1/check-in-1"} <= conversation.state.promised.keys()


def test_come_back_to_it_asks_whether_it_can_rest_and_not_again_whom_to_tell(talk: Talk) -> None:
    conversation = opens(shared(talk).says("not yet"), "let-go")
    assert conversation.question == "let-go-ready-2"
    assert "Anna" not in conversation.reply
    assert conversation.says("yes").facts.value("let-go")


@pytest.mark.parametrize("said", ["yes", "let it go", "i'm over it", "set it down", "ok i'll try", "i want to move on"])
def test_ready_is_heard_as_people_say_it(talk: Talk, said: str) -> None:
    conversation = shared(talk).says(said)
    assert conversation.facts.value("let-go")
    assert conversation.question is None


@pytest.mark.demand("P24")
def test_the_change_of_feeling_is_shown(talk: Talk) -> None:
    conversation = offered(talk, feeling_at_first=8, feeling_now=4).says("yes")
    assert conversation.question == "feeling-at-the-end"
    conversation.says("2")
    assert "8 at first, 4 when we looked back, and 2 now" in conversation.reply
    assert conversation.question == "share-with"
    assert conversation.facts.value("feeling-at-the-end") == 2


@pytest.mark.demand("P24")
def test_the_feeling_is_optional(talk: Talk) -> None:
    conversation = offered(talk, feeling_at_first=8).says("yes", "skip", "my sister Anna", "yes")
    assert conversation.question is None
    assert conversation.facts.value("let-go")


def test_where_no_feeling_is_known_none_is_asked(talk: Talk) -> None:
    assert shared(talk).says("yes").question is None


def test_what_still_weighs_a_week_later_is_sent_to_somebody_who_can_hear_it(talk: Talk) -> None:
    conversation = offered(talk, feeling_at_first=9).says("yes", "8")
    assert "doctor" in conversation.reply
    assert len(conversation.reply.split()) <= 60


@pytest.mark.parametrize(("now", "is_sent_on"), [("7", True), ("10", True), ("4", False)])
def test_who_has_nobody_while_it_weighs_is_sent_to_people_who_answer(talk: Talk, now: str, is_sent_on: bool) -> None:
    conversation = offered(talk, feeling_at_first=9).says("yes", now, "nobody")
    assert ("findahelpline.com" in conversation.reply) is is_sent_on
    assert ("careers" in conversation.reply) is not is_sent_on


def test_how_it_is_now_is_asked_before_anything_is_said_of_moving_on_and_not_twice(talk: Talk) -> None:
    conversation = offered(talk, feeling_at_first=9).says("yes")
    assert conversation.question == "feeling-at-the-end"
    assert "easier said than done" not in conversation.transcript
    opens(conversation.says("8", "nobody", "not yet"), "let-go")
    assert conversation.question == "let-go-ready-2"
    assert "8" not in conversation.reply


@pytest.mark.parametrize(
    ("now", "words"), [("9", "need not be today"), ("1", "weighs little"), ("5", "Still, you may")]
)
def test_the_leave_to_move_on_fits_how_it_is_now(talk: Talk, now: str, words: str) -> None:
    conversation = offered(talk, feeling_at_first=9).says("yes", now, "my sister")
    assert words in conversation.reply
    assert "easier said than done" in conversation.reply
    assert "ther openings will come" in conversation.reply
    assert "you may set this one down" in conversation.reply.lower()


def test_who_still_feels_awful_hears_no_word_of_what_it_is_worth(talk: Talk) -> None:
    assert "one experience" not in offered(talk, feeling_at_first=9).says("yes", "8", "nobody", "set it down").reply
    assert "one experience" in offered(talk, feeling_at_first=9).says("yes", "4", "nobody", "set it down").reply


def test_where_nothing_hard_was_named_and_it_is_light_nobody_is_asked_to_tell_the_worst(talk: Talk) -> None:
    light = offered(talk, feeling_at_first=5, struggle_1=None, minutes_late=None).says("yes", "1")
    assert "worst" not in light.reply
    late = offered(talk, feeling_at_first=5, struggle_1=None, minutes_late=10).says("yes", "1")
    assert "coming late" not in late.reply  # with a 1 it is no confession
    heavy = offered(talk, feeling_at_first=5, struggle_1=None, minutes_late=10).says("yes", "5")
    assert "coming late" in heavy.reply


@pytest.mark.parametrize(
    ("named", "comes"),
    [("2026-12-01", "Wed 02"), ("2026-12-02", "Thu 03"), ("2026-12-03", "Fri 04"), ("2026-12-04", "Tue 01")],
)
def test_nobody_is_asked_to_let_go_on_the_day_they_named_or_just_before_it(talk: Talk, named: str, comes: str) -> None:
    conversation = knows(talk(at="2026-11-30T10:00"), answer_promised_at=named)
    assert conversation.hours(days=5)[0] == f"{comes} 18:30"


# --- what is left -----------------------------------------------------------------------------------------


def test_what_is_left_is_named_with_its_days_and_kept_only_if_wanted(talk: Talk) -> None:
    conversation = shared(talk, practice="yes", answer_promised_at="2026-12-04").says("yes")
    assert conversation.question == "keep"
    assert "practice on Thursday 3 December, 18:30 and a text to ask where they stand, on Tuesday 8 December, 9:00" in (
        conversation.reply
    )
    assert labels(conversation) == ["Keep both", "Keep the check-in", "Keep the practice", "Close it"]


@pytest.mark.demand("R68")
@pytest.mark.parametrize(
    ("said", "kept", "planned"),
    [
        ("keep both", "both", {"i1/practice-3", "i1/check-in-1"}),
        ("only the check-in", "check-in", {"i1/check-in-1"}),
        ("just the practice", "practice", {"i1/practice-3"}),
        ("close it", "none", set()),
        ("nothing", "none", set()),
        ("skip", None, set()),
    ],
)
def test_only_what_they_keep_still_comes(talk: Talk, said: str, kept: str | None, planned: set[str]) -> None:
    conversation = shared(talk, practice="yes", answer_promised_at="2026-12-04").says("yes", said)
    assert conversation.facts.value("keep") == kept
    assert conversation.state.promised.keys() == planned
    assert conversation.question is None
    assert ("nothing more comes" in conversation.reply) == (not planned)


def test_as_long_as_their_day_is_ahead_the_offer_names_it_and_does_not_speak_of_silence(talk: Talk) -> None:
    conversation = offered(talk, answer_promised_at="2026-12-04")
    assert "they have until Friday 4 December" in conversation.reply
    assert "no answer that I know of" not in conversation.reply


def test_nobody_is_asked_to_let_go_right_before_their_day(talk: Talk) -> None:
    conversation = offered(talk, answer_promised_at="2026-12-02")
    assert "Wednesday 2 December was the day they had named" in conversation.reply
    assert "no answer yet" in conversation.reply
    assert "days" not in conversation.reply


@pytest.mark.parametrize(
    ("facts", "options"),
    [
        ({"practice": "yes"}, ["Keep the practice", "Close it"]),
        ({"answer_promised_at": "2026-12-04"}, ["Keep the check-in", "Close it"]),
        ({"answer_promised_at": "2026-11-12"}, ["Keep the check-in", "Close it"]),
        (
            {"answer_promised_at": "2026-12-04", "contact": "barred", "practice": "yes"},
            ["Keep the practice", "Close it"],
        ),
    ],
)
def test_only_what_applies_is_offered(talk: Talk, facts: dict[str, Value], options: list[str]) -> None:
    conversation = shared(talk, **facts).says("yes")
    assert labels(conversation) == options
    assert conversation.says("yes").facts.value("keep") == options[0].removeprefix("Keep the ")


@pytest.mark.parametrize(
    "facts",
    [
        {"practice": "once"},
        {"practice": "no"},
        {"practice": "yes", "practised_3": "2026-11-30"},
        {"answer_promised_at": "2026-12-04", "contact": "barred"},
    ],
)
def test_where_nothing_is_left_nothing_is_asked(talk: Talk, facts: dict[str, Value]) -> None:
    conversation = shared(talk, **facts).says("yes")
    assert conversation.question is None
    assert conversation.facts.value("let-go")


# --- the end ----------------------------------------------------------------------------------------------


@pytest.mark.demand("R55")
@pytest.mark.demand("R68")
def test_the_end_is_one_and_says_that_an_interview_is_one_experience(talk: Talk) -> None:
    conversation = shared(talk).says("yes")
    assert "is closed" not in conversation.reply  # who waits has closed nothing
    assert "nothing more comes" in conversation.reply
    assert "one experience" in conversation.reply
    assert not conversation.state.promised


def test_what_an_interview_is_worth_is_not_said_twice(talk: Talk) -> None:
    assert "one experience" not in shared(talk, learnt="to breathe").says("yes").reply
    assert "one experience" not in shared(talk, news="well", feeling_at_first=1).says("yes").reply


def test_whom_they_told_of_a_no_is_not_asked_again(talk: Talk) -> None:
    conversation = offered(talk, outcome="rejected", told_of_no="my sister")
    assert "somebody" not in conversation.reply
    assert conversation.says("yes").question == "let-go-ready-1"


def test_after_a_good_one_nobody_asks_how_awful_it_feels(talk: Talk) -> None:
    conversation = shared(talk, news="well", feeling_at_first=1).says("yes")
    assert conversation.question is None


def test_whoever_told_of_it_days_later_is_not_asked_to_let_go_on_the_heels_of_that(talk: Talk) -> None:
    conversation = knows(talk(at="2026-11-30T10:00"), told_at="2026-11-30T10:00")
    assert conversation.hours(days=5) == ["Fri 04 18:30"]


def test_as_long_as_nothing_is_settled_it_is_about_the_waiting(talk: Talk) -> None:
    assert any(word in offered(talk).reply for word in ("no answer", "still wait"))
    assert "wait" not in offered(talk, outcome="rejected").reply


def test_what_is_closed_stays_closed(talk: Talk) -> None:
    conversation = opens(shared(talk).says("yes"), "let-go")
    assert conversation.question is None
    assert "closed already" in conversation.reply


@pytest.mark.demand("K06")
@pytest.mark.parametrize("outcome", ["next-round", "offer"])
def test_good_news_before_it_ends_letting_go_at_once(talk: Talk, outcome: str) -> None:
    conversation = opens(knows(talk(at=A_WEEK_ON), outcome=outcome), "let-go")
    assert conversation.question is None
    assert len(conversation.lines) == 1
    assert conversation.facts.value("let-go") is None


@pytest.mark.demand("K06")
@pytest.mark.parametrize("before", [[], ["yes"], ["yes", "my sister"]])
def test_a_next_round_told_in_the_middle_stops_letting_go(talk: Talk, before: list[str]) -> None:
    conversation = offered(talk).says(*before, "i got invited to a second round!")
    assert conversation.facts.value("outcome") == "next-round"
    assert conversation.question == "next-interview-on"
    conversation.says("no day yet")
    assert conversation.question is None
    assert conversation.facts.value("let-go") is None


def test_a_rejection_told_in_the_middle_changes_what_is_said(talk: Talk) -> None:
    conversation = shared(talk, answer_promised_at="2026-12-04").says("they rejected me this morning")
    assert conversation.question == "told-of-no"
    while conversation.question is not None:
        conversation.says("skip")
    assert "After a no" in conversation.says("go on").reply


def test_no_message_on_the_way_is_longer_than_sixty_words(talk: Talk) -> None:
    facts: dict[str, Value] = {"practice": "yes", "answer_promised_at": "2026-12-04", "feeling_at_first": 9}
    conversation = offered(talk, **facts)
    for said in ("yes", "nobody", "yes", "8", "both"):
        conversation.says(said)
        assert len(" ".join(part.text for part in conversation.heard).split()) <= 60
