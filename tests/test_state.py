"""The snapshot of a person: what is written is what is read, also by a program of another day."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.facts import Fact, Picked, Value
from core.questions import Option
from core.state import Pause, Run, Shown, State, Undo, decode_state, encode_state, undo_in, undo_out
from core.understanding.commands import Command

TEXTS = st.text(max_size=12)
"""Every character that UTF-8 can hold: hypothesis leaves the halves of surrogates out by itself here."""
NAMES = st.text(min_size=1, max_size=8)
COUNTS = st.integers(0, 10_000)
VALUES: st.SearchStrategy[Value] = st.one_of(TEXTS, st.integers(), st.booleans(), st.builds(Picked, TEXTS))
BROUGHT = st.lists(st.tuples(NAMES, VALUES), max_size=2).map(tuple)
OPTIONS = st.builds(Option, NAMES, st.none() | st.sampled_from(list(Command)), BROUGHT, st.none() | TEXTS)
SHOWN = st.builds(Shown, NAMES, st.sampled_from(["choice", "words", "scale"]), st.lists(OPTIONS, max_size=3).map(tuple))
RUNS = st.builds(
    Run,
    id=NAMES,
    flow=NAMES,
    interview=TEXTS,
    began=st.dates().map(str),
    key=TEXTS,
    opened=COUNTS,
    replayed=COUNTS,
    said=st.lists(NAMES, max_size=3).map(tuple),
    letter=TEXTS,
    skipped=st.dictionaries(NAMES, COUNTS, max_size=3),
    revisit=st.none() | NAMES,
    shown=st.none() | SHOWN,
    misses=COUNTS,
    repeats=COUNTS,
)
STACKS = st.lists(RUNS, max_size=3).map(tuple)
REPLACED = st.lists(st.tuples(TEXTS, NAMES, st.none() | VALUES), max_size=3)
UNDO = st.builds(Undo, REPLACED.map(tuple), st.none() | STACKS).map(undo_out)
STATES = st.builds(
    State,
    number=COUNTS,
    facts=st.dictionaries(TEXTS, st.dictionaries(NAMES, st.builds(Fact, VALUES, COUNTS), max_size=4), max_size=3),
    runs=STACKS,
    runs_begun=COUNTS,
    interviews_begun=COUNTS,
    paused=st.sampled_from(Pause),
    undo=st.lists(UNDO, max_size=3).map(tuple),
    used=st.dictionaries(NAMES, COUNTS, max_size=3),
)


def typed(state: State) -> list[tuple[str, str, type, Value]]:
    """Every fact with the type of its value: True is not 1, an option picked is not its name."""
    return [
        (scope, name, type(fact.value), fact.value)
        for scope, facts in state.facts.items()
        for name, fact in facts.items()
    ]


@given(STATES)
def test_what_is_written_is_what_is_read(state: State) -> None:
    read = decode_state(encode_state(state))
    assert typed(read) == typed(state)
    assert read.facts == state.facts
    assert read.runs == state.runs
    assert (read.number, read.runs_begun, read.interviews_begun) == (
        state.number,
        state.runs_begun,
        state.interviews_begun,
    )
    assert (read.paused, read.used) == (state.paused, state.used)
    assert read.undo == state.undo


@given(STATES)
def test_reading_and_writing_again_changes_no_byte(state: State) -> None:
    written = encode_state(state)
    assert encode_state(decode_state(written)) == written


@given(REPLACED.map(tuple), st.none() | STACKS)
def test_what_an_event_replaced_is_read_as_it_was_written(
    replaced: tuple[tuple[str, str, Value | None], ...], runs: tuple[Run, ...] | None
) -> None:
    assert undo_in(undo_out(Undo(replaced, runs))) == Undo(replaced, runs)


@pytest.mark.parametrize(("kept", "meant"), [(False, Pause.NOT), ("", Pause.NOT), ("later", Pause.LATER)])
def test_a_pause_written_as_yes_or_no_is_read_too(kept: object, meant: Pause) -> None:
    written = json.loads(encode_state(State())) | {"paused": kept}
    assert decode_state(json.dumps(written).encode()).paused is meant


def test_nobody_has_been_here_yet() -> None:
    assert decode_state(None) == State()
    assert decode_state(encode_state(State())) == State()


@given(st.text(st.characters(), max_size=8), st.sampled_from(["\ud83d", "\udc4d", "a\udfffb"]))
def test_half_a_surrogate_in_a_fact_costs_that_character_and_nothing_else(text: str, half: str) -> None:
    state = State(number=3, facts={"i1": {"story": Fact(text + half, 1), "feeling": Fact(8, 2)}}, used={"hello": 2})
    read = decode_state(encode_state(state))
    assert read.facts["i1"]["feeling"] == Fact(8, 2)
    assert read.used == {"hello": 2}
    assert str(read.facts["i1"]["story"].value).startswith(text.encode("utf-8", "replace").decode())


@pytest.mark.parametrize(
    "text",
    ["Łódź", "مقابلة", "面接", "👩🏾‍⚕️", 'say "no" \\ {x}', "two\nlines\tand a tab", "\x00\x1f", "\u2028"],
)
def test_every_script_and_sign_survives(text: str) -> None:
    read = decode_state(encode_state(State(facts={"i1": {"story": Fact(text, 1)}})))
    assert read.facts_of("i1").text("story") == text


FULL = Run(
    "r1",
    "capture",
    "i1",
    "2026-11-24",
    key="2",
    opened=1,
    replayed=4,
    said=("hello",),
    letter="abc",
    skipped={"story": 3},
    revisit="opening",
    shown=Shown("opening", "opening", (Option("yes", Command.YES, (("sent", True),), "Yes"),)),
    misses=1,
    repeats=2,
)
OPTIONAL = ("key", "opened", "replayed", "said", "letter", "skipped", "revisit", "shown", "misses", "repeats")


@pytest.mark.parametrize("field", OPTIONAL)
def test_a_run_written_before_a_field_existed_is_read_with_its_default(field: str) -> None:
    kept = json.loads(encode_state(State(number=4, runs=(FULL,), runs_begun=1)))
    del kept["runs"][0][field]
    (run,) = decode_state(json.dumps(kept).encode()).runs
    default = getattr(Run("r1", "capture", "i1", "2026-11-24"), field)
    assert getattr(run, field) == default
    others = [name for name in OPTIONAL if name != field]
    assert [getattr(run, name) for name in others] == [getattr(FULL, name) for name in others]


def test_a_run_in_the_undo_record_may_be_as_old() -> None:
    state = State(number=4, undo=(undo_out(Undo((("i1", "feeling", Picked("late")),), (FULL,))),))
    kept = json.loads(encode_state(state))
    for field in OPTIONAL:
        del kept["undo"][0][1][0][field]
    (undo,) = decode_state(json.dumps(kept).encode()).undo
    assert undo_in(undo).runs == (Run("r1", "capture", "i1", "2026-11-24"),)


def test_the_facts_of_the_person_stand_behind_those_of_an_interview() -> None:
    state = State(facts={"i1": {"country": Fact("ZM", 2)}, "": {"country": Fact("GB", 1), "zone": Fact("UTC", 1)}})
    assert state.facts_of("i1").text("country") == "ZM"
    assert state.facts_of("i1").text("zone") == "UTC"
    assert state.facts_of("i2").text("country") == "GB"
