"""Two versions on one PostgreSQL at once: while a newer one starts, older ones go on serving."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from core.errors import StoreBusy, StoreUnfit
from core.events import Person
from core.ports import Became, Settlement, Store
from core.store import Address, open_store
from core.store.postgres import schema
from tests.copied import FORGET, copied
from tests.postgres import fresh_database
from tests.stores import ADA, BO, KEY, NOW, decides, take
from tests.upgraded import ADDED, TAKEN_AWAY, released

STRICTER = re.compile(
    r"\b(DROP|RENAME|TRUNCATE|SET NOT NULL|ALTER COLUMN|ADD CONSTRAINT|UPDATE|DELETE)\b", re.IGNORECASE
)
NEEDED = re.compile(r"\bADD COLUMN\b(?=[^;]*\bNOT NULL\b)(?![^;]*\bDEFAULT\b)", re.IGNORECASE)
UNIQUE = re.compile(r"\bCREATE UNIQUE INDEX\b", re.IGNORECASE)


@pytest.fixture
def database() -> Address:
    return Address(fresh_database())


def newer(database: Address, *steps: schema.Migration) -> Store:
    """A start of the next release."""
    with pytest.MonkeyPatch.context() as inside:
        released(inside, *steps)
        return open_store(database, KEY)


def columns(database: Address, table: str) -> set[str]:
    with psycopg.connect(database.url) as connection:
        asked = "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
        return {name for (name,) in connection.execute(asked, (table,))}


def test_old_and_new_take_turns_of_the_same_people_while_the_new_one_starts(database: Address) -> None:
    with closing(open_store(database, KEY)) as old:
        for number in range(12):  # until its statements are prepared on every connection
            take(old, f"f{number}", person=Person("discord", str(number % 2)))
            for message in old.claim("discord", NOW, 1, timedelta(minutes=1)):
                old.settle([Settlement(message.key, message.person, Became.SENT)], NOW)
        take(old, "e1")
        with closing(newer(database, ADDED)) as new:
            assert "weight" in columns(database, "journal")
            for number, store in enumerate([old, new] * 3):
                outgoing = take(store, f"next {number}")
                assert outgoing is not None
                assert outgoing.parts == b"out %d" % (number + 2)
            assert take(old, "next 1") is None
            take(old, "f20", person=Person("discord", "0"))
            assert [one.number for one in old.claim("discord", NOW, 1, timedelta(minutes=1))] == [7]
            take(old, "e1", person=BO)
            take(new, "e2", person=BO)
            in_hand = [
                *old.claim("slack", NOW, 1, timedelta(minutes=1)),
                *new.claim("slack", NOW, 1, timedelta(minutes=1)),
            ]
            assert {message.person for message in in_hand} == {ADA, BO}
            old.settle([Settlement(message.key, message.person, Became.SENT) for message in in_hand], NOW)
            assert [len(store.unsent(ADA)) for store in (old, new)] == [6, 6]
            take(old, "forget", decides(FORGET))
            assert new.snapshot(ADA) is None
            assert take(new, "e1") is None, "an event from before was taken as new"


def test_an_older_program_starts_beside_what_a_newer_one_has_added(database: Address) -> None:
    with closing(newer(database, ADDED)) as new:
        take(new, "e1")
        with closing(open_store(database, KEY)) as old:
            assert take(old, "e1") is None
            take(old, "e2")
        assert [entry.number for entry in new.journal(ADA)] == [1, 2]


def test_an_older_program_does_not_start_where_something_was_taken_away(database: Address) -> None:
    open_store(database, KEY).close()
    newer(database, TAKEN_AWAY).close()
    with pytest.raises(StoreUnfit, match=r"newer version of Rebound .*9-away"):
        open_store(database, KEY)


def test_nothing_is_taken_away_while_somebody_serves(database: Address) -> None:
    with closing(open_store(database, KEY)) as old:
        with pytest.raises(StoreBusy, match="stop all of them"):
            newer(database, TAKEN_AWAY)
        assert "reason" in columns(database, "outbox")
        take(old, "e1")
    newer(database, TAKEN_AWAY).close()
    assert "reason" not in columns(database, "outbox")


def test_an_older_program_copies_nothing_that_a_newer_one_has_added_to(database: Address, tmp_path: Path) -> None:
    """It would leave out what it does not know."""
    newer(database, ADDED).close()
    with pytest.raises(StoreUnfit, match=r"newer version of Rebound .*9-later"):
        copied(database, tmp_path / "rebound.db")
    with closing(open_store(tmp_path / "first.db", KEY)) as store:
        take(store, "e1")
    with pytest.raises(StoreUnfit, match=r"newer version of Rebound .*9-later"):
        copied(tmp_path / "first.db", database)


@pytest.mark.parametrize(
    "step", [step for step in schema.MIGRATIONS[1:] if step.is_additive] + [ADDED], ids=lambda s: s.name
)
def test_a_step_that_is_called_additive_takes_nothing_away(step: schema.Migration) -> None:
    for pattern in (STRICTER, NEEDED, UNIQUE):
        assert not pattern.search(step.sql), step.name


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE rebound.outbox DROP COLUMN reason",
        "ALTER TABLE rebound.outbox ADD COLUMN tone TEXT NOT NULL",
        "CREATE UNIQUE INDEX one ON rebound.outbox (key)",
        "ALTER TABLE rebound.outbox RENAME TO letters",
    ],
)
def test_what_older_programs_cannot_go_on_with_is_noticed(statement: str) -> None:
    assert any(pattern.search(statement) for pattern in (STRICTER, NEEDED, UNIQUE))
