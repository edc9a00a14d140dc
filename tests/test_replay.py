"""The rules of the engine, each shown with a flow of a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import FlowError
from core.facts import Fact, Facts, Picked, Value
from core.questions import Option, Question
from core.replay import FLOWS, Halt, flow, replay
from core.state import Run
from core.talk import MOST_QUESTIONS, Script, Talk
from core.vocabulary import Saying
from tests.scripts import (
    COLOUR,
    END,
    HELLO,
    LEVEL,
    NEW_LINE,
    THANKS,
    TOOL,
    TOWN,
    Telling,
    asked,
    own_flows,
    said,
)


@pytest.fixture(autouse=True)
def _flows_as_they_were() -> Iterator[None]:
    with own_flows():
        yield


def two_questions(talk: Talk) -> Script:
    talk.say(HELLO)
    yield from talk.ask(COLOUR)
    talk.say(THANKS)
    yield from talk.ask(TOWN)
    talk.say(END)


def test_only_asking_suspends() -> None:
    def chatty(talk: Talk) -> Script:
        talk.say(HELLO)
        talk.known("colour")
        talk.is_new("colour")
        talk.texts("town")
        talk.say(THANKS)
        yield from talk.ask(TOWN)

    found = Telling(chatty).tells()
    assert asked(found) == "town"
    assert said(found) == ["test-hello", "test-thanks"]


def test_a_flow_without_an_open_question_runs_to_its_end() -> None:
    found = Telling(two_questions).tells({"colour": "red", "town": "Kitwe"})
    assert asked(found) is None
    assert said(found) == ["test-hello", "test-thanks", "test-end"]
    assert found.trace == ("colour", "town")


def test_what_is_known_is_not_asked() -> None:
    assert asked(Telling(two_questions).tells({"colour": "red"})) == "town"
    assert asked(Telling(two_questions).tells({"town": "Kitwe"})) == "colour"


def test_what_the_person_said_in_general_answers_too() -> None:
    flow("test-person")(two_questions)
    found = replay(Run("r1", "test-person", "i1", "2026-11-24"), Facts({}, {"colour": Fact("blue", 1)}))
    assert asked(found) == "town"


def test_each_line_is_said_once() -> None:
    telling = Telling(two_questions)
    assert said(telling.tells()) == ["test-hello"]
    assert said(telling.tells()) == []
    assert said(telling.tells({"colour": "red"})) == ["test-thanks"]
    assert said(telling.tells({"colour": "blue"})) == []
    assert said(telling.tells({"town": "Kitwe"})) == ["test-end"]


def test_a_line_is_said_when_the_run_has_just_begun_even_if_nothing_is_new() -> None:
    telling = Telling(two_questions)
    telling.tells({"colour": "red"})
    assert said(telling.again().tells()) == ["test-hello", "test-thanks"]


def test_a_line_that_no_new_fact_leads_to_is_noted_and_never_said_late() -> None:
    telling = Telling(two_questions)
    telling.tells({"colour": "red"})
    telling.run = telling.run._replace(said=("test-hello",))  # as if THANKS had been written since
    assert said(telling.tells()) == []
    assert "test-thanks" in telling.run.said


def test_a_fact_newer_than_the_last_replay_lets_only_what_follows_it_be_said() -> None:
    telling = Telling(two_questions)
    telling.tells({"colour": "red"})
    telling.run = telling.run._replace(said=())
    assert said(telling.tells({"town": "Kitwe"})) == ["test-end"]


def test_looking_a_fact_up_counts_like_asking_for_it() -> None:
    def curious(talk: Talk) -> Script:
        yield from talk.ask(COLOUR)
        if talk.known("late"):
            talk.say(NEW_LINE)
        for _ in talk.texts("name"):
            pass
        talk.say(THANKS)
        yield from talk.ask(TOWN)

    telling = Telling(curious)
    telling.tells({"colour": "red"})
    telling.run = telling.run._replace(said=())
    assert said(telling.tells({"late": True})) == ["test-new-line", "test-thanks"]
    telling.run = telling.run._replace(said=("test-new-line",))
    assert said(telling.tells({"name-1": "Zulu"})) == ["test-thanks"]


def test_a_new_fact_that_the_flow_never_looks_at_says_nothing() -> None:
    telling = Telling(two_questions)
    telling.tells({"colour": "red"})
    telling.run = telling.run._replace(said=())
    assert said(telling.tells({"weather": "rain"})) == []


def test_a_skip_leaves_the_question_out_and_what_follows_is_said() -> None:
    telling = Telling(two_questions)
    telling.tells()
    found = telling.tells(skips="colour")
    assert (asked(found), said(found)) == ("town", ["test-thanks"])
    assert asked(telling.tells()) == "town"


def test_a_skip_counts_for_its_run_only() -> None:
    telling = Telling(two_questions)
    telling.tells(skips="colour")
    assert asked(telling.again().tells()) == "colour"


def test_a_skip_never_replaces_an_earlier_value() -> None:
    telling = Telling(two_questions)
    telling.tells({"colour": "red"})
    telling.tells(skips="colour")
    assert telling.facts["colour"].value == "red"
    assert asked(telling.again().tells()) == "town"


def test_a_newer_fact_outweighs_a_skip() -> None:
    heard: list[Value | None] = []

    def listening(talk: Talk) -> Script:
        heard.append((yield from talk.ask(COLOUR)))
        yield from talk.ask(TOWN)

    telling = Telling(listening)
    telling.tells(skips="colour")
    telling.tells({"colour": "blue"})
    assert heard == [None, "blue"]


MISFITS: list[tuple[Question[Any], Value]] = [
    (COLOUR, "green"),
    (COLOUR, Picked("red")),
    (COLOUR, 3),
    (LEVEL, 11),
    (LEVEL, True),
    (LEVEL, "8"),
    (TOOL, Picked("saw")),
    (TOWN, 4),
]


@pytest.mark.parametrize(("question", "stored"), MISFITS)
def test_a_stored_fact_that_no_longer_fits_is_asked_again(question: Question[Any], stored: Value) -> None:
    def one_question(talk: Talk) -> Script:
        yield from talk.ask(question)
        talk.say(END)

    assert asked(Telling(one_question).tells({question.name: stored})) == question.name


def test_a_question_asked_twice_is_the_authors_error_and_is_named() -> None:
    def twice(talk: Talk) -> Script:
        yield from talk.ask(COLOUR)
        yield from talk.ask(COLOUR.offering(Option("green")))

    with pytest.raises(FlowError, match="'colour' is used twice"):
        Telling(twice).tells({"colour": "red"})


def test_a_line_said_twice_is_the_authors_error_unless_it_is_numbered() -> None:
    def twice(talk: Talk) -> Script:
        talk.say(HELLO)
        talk.say(HELLO)
        yield from talk.ask(TOWN)

    def numbered(talk: Talk) -> Script:
        talk.say(HELLO.numbered(1))
        talk.say(HELLO.numbered(2))
        yield from talk.ask(TOWN)

    with pytest.raises(FlowError, match="'test-hello' is used twice"):
        Telling(twice).tells()
    assert said(Telling(numbered, "test-numbered").tells()) == ["test-hello-1", "test-hello-2"]


def test_an_endless_loop_is_the_authors_error_and_names_the_last_question() -> None:
    def endless(talk: Talk) -> Script:
        number = 0
        while True:
            number += 1
            yield from talk.ask(TOWN.numbered(number))

    told = {f"town-{number}": "Kitwe" for number in range(1, MOST_QUESTIONS + 2)}
    with pytest.raises(FlowError, match=f"'town-{MOST_QUESTIONS + 1}'.*loop"):
        Telling(endless).tells(dict(told))


def test_a_saying_needs_exactly_its_placeholders() -> None:
    def careless(talk: Talk) -> Script:
        talk.say(Saying("test-named", "name"))
        yield from talk.ask(TOWN)

    with pytest.raises(FlowError, match="'test-named' needs"):
        Telling(careless).tells()


def test_two_flows_of_one_name_are_refused() -> None:
    flow("test-unique")(two_questions)
    with pytest.raises(FlowError, match="'test-unique'"):
        flow("test-unique")(two_questions)


def test_the_back_marker_stops_at_its_question_though_the_answer_is_known() -> None:
    telling = Telling(two_questions)
    telling.tells({"colour": "red", "town": "Kitwe"})
    telling.run = telling.run._replace(revisit="colour")
    assert asked(telling.tells()) == "colour"
    telling.run = telling.run._replace(revisit=None)
    assert asked(telling.tells({"colour": "blue"})) is None


def test_a_back_marker_on_a_question_that_is_gone_stops_nowhere() -> None:
    telling = Telling(two_questions)
    telling.run = telling.run._replace(revisit="a-question-of-last-year")
    assert asked(telling.tells({"colour": "red"})) == "town"


def test_a_run_whose_flow_no_longer_exists_has_ended() -> None:
    telling = Telling(two_questions)
    telling.tells()
    del FLOWS["test-flow"]
    found = telling.tells()
    assert (asked(found), said(found)) == (None, [])
    assert found.said == ("test-hello",)


def branching(talk: Talk) -> Script:
    """A flow with every move in it: branches, a list, look-ups, skippable questions."""
    talk.say(HELLO)
    colour = yield from talk.ask(COLOUR)
    if colour == "red":
        talk.say(THANKS)
        yield from talk.ask(TOOL)
    for number, _ in talk.texts("name"):
        talk.say(NEW_LINE.numbered(number))
        yield from talk.ask(TOWN.numbered(number))
    level = yield from talk.ask(LEVEL)
    if level and level > 5 and not talk.known("late"):
        talk.say(END)


NAMES = ("colour", "tool", "name-1", "name-2", "town-1", "town-2", "level", "late")
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.sampled_from(["red", "blue", "Kitwe"]),
    st.integers(-1, 12),
    st.booleans(),
    st.sampled_from([Picked("hammer"), Picked("saw")]),
)
TURNS = st.lists(
    st.one_of(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=3), st.sampled_from(NAMES)),
    max_size=12,
)


@given(TURNS)
def test_whatever_was_told_replaying_again_says_nothing_new_and_asks_the_same(
    turns: list[dict[str, Value] | str],
) -> None:
    with own_flows():
        telling = Telling(branching)
        ever: list[str] = []
        for turn in turns:
            found = telling.tells(skips=turn) if isinstance(turn, str) else telling.tells(turn)
            ever += said(found)
            second = replay(telling.run, Facts(telling.facts, {}))
            assert said(second) == []
            assert (asked(second), second.said, second.trace) == (asked(found), found.said, found.trace)
        assert len(ever) == len(set(ever))


@given(TURNS)
def test_going_on_from_the_open_question_finds_what_a_replay_from_the_top_finds(
    turns: list[dict[str, Value] | str],
) -> None:
    with own_flows():
        telling = Telling(branching)
        halt: Halt | None = None
        for turn in turns:
            run, before = telling.run, telling.turn
            found = telling.tells(skips=turn) if isinstance(turn, str) else telling.tells(turn)
            if isinstance(turn, str):
                run = run._replace(skipped=telling.run.skipped)
            went_on = halt and halt.go_on(run, Facts(telling.facts, {}), turn if isinstance(turn, dict) else (), before)
            if went_on:
                assert replace(went_on, halt=None) == replace(found, halt=None)
                telling.run = telling.run._replace(said=went_on.said)
            halt = (went_on or found).halt


def test_a_plain_answer_is_gone_on_from_once() -> None:
    telling = Telling(branching)
    first = telling.tells()
    assert first.question is not None
    assert first.halt is not None
    run = telling.run
    second = telling.tells({first.question.name: "blue"})
    facts = Facts(telling.facts, {})
    went_on = first.halt.go_on(run, facts, [first.question.name], 1)
    assert went_on is not None
    assert replace(went_on, halt=None) == replace(second, halt=None)
    assert first.halt.go_on(run, facts, [first.question.name], 1) is None
