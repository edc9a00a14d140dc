"""Whole worlds in which the process dies and the platform misbehaves, and what must hold in them whatever happens."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from core import clock, plan
from core.events import Event, NudgeDue, Text
from core.facts import Fact
from core.ports import Became, Claimed, Outgoing, Settlement, Turn
from core.state import Nudged, Pause, Promised, State, encode_state, nudged_out
from core.store import outbox
from core.turn import commands, promises
from tests import virtual
from tests.simulation.invariants import Invariants
from tests.simulation.messenger import Manners
from tests.simulation.process import Process
from tests.simulation.world import Outcome, Plan, run
from tests.stores import ADA, NOW
from tests.terminal import ROOT
from tests.virtual import VirtualLoop

SMALL = Plan(seed=1, people=10, days=12, days_between=4, crashes=12)
NO_KEY = Manners(tells_doubles=False)
YEAR = Plan(seed=1, people=200, days=365, days_between=150, crashes=50, crash_rate=0.001)
YEAR_SECONDS = 60.0
"""Of the processor, so that neighbours on the machine play no part; nothing here waits for anything else."""


def holds(plan: Plan, folder: Path) -> Outcome:
    """Run a world in which nothing must be broken."""
    outcome = run(plan, folder)
    assert not outcome.broken, f"seed {plan.seed}, {outcome.sums()}:\n" + "\n".join(outcome.broken[:20])
    return outcome


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_lost_doubled_or_out_of_place_whatever_happens(seed: int, tmp_path: Path) -> None:
    outcome = holds(replace(SMALL, seed=seed), tmp_path)
    assert outcome.crashes == SMALL.crashes
    assert outcome.turns > 100
    assert outcome.nudges > 10
    assert outcome.doubles == 0


def test_where_no_key_is_known_a_crash_doubles_one_message_at_most(tmp_path: Path) -> None:
    outcome = holds(replace(SMALL, seed=3, manners=NO_KEY), tmp_path)
    assert outcome.crashes == SMALL.crashes
    assert 0 < outcome.doubles <= outcome.crashes + outcome.answers_lost


def test_where_nothing_goes_wrong_every_nudge_is_decided_at_its_hour(tmp_path: Path) -> None:
    outcome = holds(replace(SMALL, crashes=0, manners=Manners.perfect()), tmp_path)
    assert outcome.nudges > 10
    assert outcome.latest < 1


def test_the_virtual_time_passes_however_long_the_loop_has_run() -> None:
    async def sleeps(loop: VirtualLoop) -> None:
        for seconds in (2.0**24 + 0.1, 1e-9, 0.1, 1e-10, 0.0, 86400.0):
            before = loop.time()
            await asyncio.sleep(seconds)
            assert loop.time() == before + seconds

    virtual.run(sleeps)


def printed(seed: int, hashes: str) -> bytes:
    """What the command prints in a process of its own."""
    command = [sys.executable, "-m", "tests.simulation", "--seed", str(seed), "--people", "5", "--days", "5"]
    environment = {**os.environ, "PYTHONHASHSEED": hashes}
    return subprocess.run(command, capture_output=True, cwd=ROOT, env=environment, timeout=300, check=True).stdout


def test_the_same_seed_is_the_same_world_to_the_byte_in_any_process() -> None:
    first = printed(4, "0")
    assert first == printed(4, "1")
    assert re.search(rb"^seed 4: \d+ crashes", first, re.MULTILINE)
    assert first != printed(5, "0")


# --- faults, planted ---


class DropsSettlements(Process):
    """Forgets, the first time, that a message was sent."""

    def store_on(self, keeper: Any) -> Any:
        store = super().store_on(keeper)
        settle, told = store.settle, set[str]()

        def forgetful(settlements: list[Settlement], now: datetime) -> None:
            known = [one for one in settlements if one.became is not Became.SENT or one.key in told]
            told.update(one.key for one in settlements)
            settle(known, now)

        store.settle = forgetful
        return store


class LosesWhatIsUnsure(Process):
    """Takes a message for sent of which nobody knows."""

    def store_on(self, keeper: Any) -> Any:
        store = super().store_on(keeper)
        settle = store.settle

        def careless(settlements: list[Settlement], now: datetime) -> None:
            settle(
                [replace(one, became=Became.SENT) if one.became is Became.UNSURE else one for one in settlements], now
            )

        store.settle = careless
        return store


class AcknowledgesTooEarly(Process):
    """Says that an event is taken, and then takes it."""

    async def hear(self, event: Event) -> None:
        self._loop.create_task(self._later(event))

    async def _later(self, event: Event) -> None:
        await asyncio.sleep(60)
        await super().hear(event)


class NewKeyEachTime(Process):
    """Sends what is tried again as if it were another message."""

    def store_on(self, keeper: Any) -> Any:
        store = super().store_on(keeper)
        claim, settle, kept = store.claim, store.settle, dict[str, str]()

        def renamed(one: Claimed) -> Claimed:
            key = f"{one.key[:-12]}{one.attempt:012}" if one.attempt > 1 else one.key
            kept[key] = one.key
            return replace(one, key=key)

        store.claim = lambda *arguments: [renamed(one) for one in claim(*arguments)]
        store.settle = lambda settled, now: settle([replace(one, key=kept[one.key]) for one in settled], now)
        return store


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        (DropsSettlements, "messages were seen twice"),
        (LosesWhatIsUnsure, "never saw the message"),
        (AcknowledgesTooEarly, "was confirmed and lost"),
        (NewKeyEachTime, "saw a message that no turn had left"),
    ],
)
def test_a_fault_of_the_process_is_noticed(fault: type[Process], complaint: str, tmp_path: Path) -> None:
    manners = Manners(tells_doubles=fault is not DropsSettlements, never_arrives=0.1, answer_lost=0.05)
    assert complaint in "\n".join(run(replace(SMALL, days=6, manners=manners), tmp_path, fault).broken)


def push_in(self: outbox.Outbox, row: outbox.Row, _: bytes) -> None:
    """Put a new message in front of those that wait."""
    self._rows.setdefault(row.person, []).insert(0, row)
    self.queue(row.person)


@pytest.mark.parametrize(
    ("where", "what", "instead", "complaint"),
    [
        (plan, "is_over", lambda _: False, "had asked for silence"),
        (clock.QuietHours, "after", lambda _, at, __: at, "in quiet hours"),
        pytest.param(plan, "MOST_A_DAY", 50, "messages of the coach's own on", marks=pytest.mark.long),
        pytest.param(promises, "_announce", lambda *_: None, "was not announced", marks=pytest.mark.long),
        (outbox.Outbox, "add", push_in, " after "),
        pytest.param(commands, "grant", lambda *_: 1 / 0, "a turn failed", marks=pytest.mark.long),
    ],
)
def test_a_fault_in_what_is_decided_is_noticed(
    where: object, what: str, instead: object, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, what, instead)
    if what == "MOST_A_DAY":
        monkeypatch.setattr(plan, "NEIGHBOURS", timedelta())
    manners = Manners(limited=0.2) if what == "add" else Manners.perfect()
    world = replace(SMALL, people=40 if what == "MOST_A_DAY" else 20, crashes=0, manners=manners)
    assert complaint in "\n".join(run(world, tmp_path).broken)


def test_what_a_message_named_that_is_taken_back_was_named_to_nobody() -> None:
    """The promise that counts is the one from before that message."""
    named, moved = Promised(due=1767603600, at=1767603600), Promised(due=1767690000, at=1767690000)
    earlier = nudged_out(Nudged(2, (), (), Pause.NOT, {"i1/judge": named}, (), 0))
    latest = nudged_out(Nudged(3, (), (), Pause.NOT, {"i1/judge": moved}, (), 0, earlier))
    before = replace(State(), number=3, promised={}, nudged=latest)
    after = replace(State(), number=4, facts={"i1": {"nudge:judge": Fact("sent", 4)}})
    event = NudgeDue(id="n", person=ADA, at=NOW)
    for takes_back, promised in (((), {}), ((3,), {"i1/judge": moved.at}), ((3, 2), {"i1/judge": named.at})):
        invariants = Invariants()
        turn = Turn(4, b"", b"", b"", takes_back=takes_back)
        invariants.keeps(event, encode_state(before), turn, after, Outgoing("4-key", ADA, b""))
        assert invariants.brought["4-key"].promised == promised


def test_what_was_erased_with_one_interview_is_neither_lost_nor_owed() -> None:
    invariants = Invariants()
    told = Text(id="told", person=ADA, at=NOW, text="")
    invariants.keeps(told, None, Turn(1, b"", b"", b""), State(), Outgoing("1-key", ADA, b""))
    invariants.confirms(told)
    erased = Turn(2, b"", b"", b"", remains=())
    invariants.keeps(replace(told, id="erase"), None, erased, State(), Outgoing("2-key", ADA, b""))
    assert invariants.people[ADA].confirmed == set()
    assert invariants.taken_back == {"1-key"}


# --- long ---


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 110))
def test_a_thousand_crashes(seed: int, tmp_path: Path) -> None:
    """A hundred in each of ten worlds, in two of which the platform knows no key."""
    manners = NO_KEY if seed % 5 == 0 else Manners()
    world = Plan(seed=seed, people=40, days=40, days_between=8, crashes=100, crash_rate=0.02, manners=manners)
    outcome = holds(world, tmp_path)
    assert outcome.crashes == 100


@pytest.mark.long
def test_a_year_of_two_hundred_people_passes_in_a_minute_and_is_the_same_again(tmp_path: Path) -> None:
    logs = []
    for name in ("first", "again"):
        (tmp_path / name).mkdir()
        began = process_time()
        logs.append(holds(YEAR, tmp_path / name).log)
        assert process_time() - began <= YEAR_SECONDS
    assert logs[0] == logs[1]
