"""`rebound copy`: everything from one database to another, the same in both, and nobody who was erased in between."""

from __future__ import annotations

import shutil
import sqlite3
import tracemalloc
from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from core.errors import KeyUnfit, StoreBusy, StoreUnfit
from core.events import Person
from core.store import Address, backend, durable, open_store
from core.store.copying import postgres, run, sqlite, tables
from core.store.postgres import locks
from tests.copied import (
    ERASED,
    FORGET,
    GONE,
    KEY_TABLES,
    PEOPLE,
    REFUSED,
    RENEWED,
    TABLES,
    columns,
    content,
    copied,
    filled,
    read_back,
)
from tests.postgres import fresh_database
from tests.stores import ADA, KEY, NOW, OTHER_KEY, decides, take

Place = Path | Address
KINDS = ["sqlite", "postgres"]
NOT_SERVED = r"unfinished copy|no journal"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return filled(tmp_path / "first")


def empty(kind: str, folder: Path) -> Place:
    """A place with nothing in it."""
    return Address(fresh_database()) if kind == "postgres" else folder / kind / "rebound.db"


@pytest.fixture(params=KINDS)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    return empty(request.param, tmp_path)


@pytest.fixture(params=KINDS)
def source(request: pytest.FixtureRequest, journal: Path) -> Place:
    """Either kind with something in every table."""
    if request.param == "sqlite":
        return journal
    database = Address(fresh_database())
    copied(journal, database)
    return database


def test_every_row_of_every_table_is_the_same_in_both(source: Place, target: Place) -> None:
    done, said = copied(source, target)
    assert (done.differ, done.was_finished) == (0, False)
    there = content(target)
    assert there == content(source)
    assert {*there} == {*TABLES, *KEY_TABLES}
    assert all(there.values()), [table for table, rows in there.items() if not rows]
    assert {one.says: one.rows for one in said} == {
        table.says: len(there[table.name]) for table in (*tables.JOURNAL, *tables.KEYS)
    }


def test_what_a_store_gives_of_everybody_is_the_same_from_both(source: Place, target: Place) -> None:
    copied(source, target)
    given = []
    for place in (source, target):
        with closing(open_store(place, KEY)) as store:
            given.append(
                (read_back(store, [*PEOPLE, GONE]), store.dead_letters(), store.backlog(), store.unreachable())
            )
            assert store.departed(NOW) == [GONE.tenant]
            assert store.next_due() == NOW + timedelta(days=1)
            assert store.snapshot(ERASED) is None
            assert store.seen(ERASED, "e1")
    assert given[0] == given[1]
    assert given[0][0][RENEWED][0] == b"4"


def test_turns_go_on_in_the_copy_where_they_were(source: Place, target: Place) -> None:
    copied(source, target)
    with closing(open_store(target, KEY)) as store:
        assert take(store, "e2", person=REFUSED) is None
        after = take(store, "new", person=REFUSED)
        assert after is not None
        assert after.parts == b"out 4"
        first, *_, last = store.unsent(REFUSED)
        assert (first.parts, last.key) == (b"out 1", after.key)
        in_hand = store.claim("slack", NOW + timedelta(hours=1), 100, timedelta(minutes=1))
        assert {message.person for message in in_hand} >= {REFUSED}


def test_nobody_has_a_message_in_hand_after_a_copy(source: Place, target: Place) -> None:
    copied(source, target)
    with closing(open_store(target, KEY)) as store:
        in_hand = store.claim("slack", NOW + timedelta(seconds=1), 100, timedelta(minutes=1))
        assert [message.attempt for message in in_hand if message.person == PEOPLE[2]] == [2]


def test_there_and_back_again_is_the_same(journal: Path, tmp_path: Path) -> None:
    database, back = Address(fresh_database()), tmp_path / "back" / "rebound.db"
    copied(journal, database)
    copied(database, back)
    assert content(back) == content(journal)
    assert sorted(path.name for path in back.parent.iterdir()) == ["rebound.db", "rebound.db.keys", "rebound.db.lock"]


def test_a_finished_copy_is_only_compared(source: Place, target: Place) -> None:
    copied(source, target)
    before = content(target)
    done, said = copied(source, target)
    assert (done.was_finished, done.differ, len(said)) == (True, 0, 10)
    assert content(target) == before


# --- what differs is named ---


def changed(place: Place, statement: str) -> None:
    """Change something behind everybody's back."""
    if isinstance(place, Path):
        file = Path(f"{place}.keys") if "person_key" in statement else place
        with closing(sqlite3.connect(file)) as connection, connection:
            assert connection.execute(statement.replace("rebound_keys.", "").replace("rebound.", "")).rowcount == 1
    else:
        with psycopg.connect(place.url) as connection:
            assert connection.execute(statement).rowcount == 1


@pytest.mark.parametrize(
    ("statement", "says", "named"),
    [
        ("UPDATE rebound.journal SET sealed = {byte} WHERE id = 5", "Turns", ("journal 5",)),
        ("UPDATE rebound.snapshot SET due = 7 WHERE person = 'U3'", "People", ("snapshot slack:T01 U3",)),
        ("DELETE FROM rebound.journal WHERE id = 5", "Turns", ("journal 5",)),
        (
            "INSERT INTO rebound.unreachable (tenant, person) VALUES ('discord', '7')",
            "People who cannot be reached",
            ("unreachable discord 7",),
        ),
        (
            "UPDATE rebound_keys.person_key SET wrapped = {byte} WHERE person = 'U3'",
            "People's keys",
            ("person_key slack:T01 U3",),
        ),
    ],
)
def test_a_row_that_is_not_the_same_is_named(
    journal: Path, target: Place, statement: str, says: str, named: tuple[str, ...]
) -> None:
    copied(journal, target)
    changed(target, statement.format(byte="X'00'" if isinstance(target, Path) else r"'\x00'"))
    done, said = copied(journal, target)
    assert (done.was_finished, done.differ) == (True, 1)
    assert [(one.says, one.named) for one in said if one.differ] == [(says, named)]


def test_a_byte_that_changes_on_the_way_is_named_and_no_key_follows(
    journal: Path, target: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        for side in (postgres._Target, sqlite._Target):
            put = side.put

            def worse(self: Any, table: Any, rows: Any, put: Any = put) -> None:
                bent = [
                    (*row[:6], row[6][:-1] + bytes([row[6][-1] ^ 1]))
                    if table.name == "journal" and row[0] == 5
                    else row
                    for row in rows
                ]
                put(self, table, bent)

            broken.setattr(side, "put", worse)
        done, said = copied(journal, target)
    assert [one.named for one in said if one.differ] == [("journal 5",)]
    assert done.differ == 1
    with pytest.raises(StoreUnfit, match=NOT_SERVED):
        served(target)
    if isinstance(target, Address):
        with pytest.raises(StoreUnfit, match="unfinished copy"):
            backend(target).inspected()  # for the doctor
    done, _ = copied(journal, target)  # the next run puts it right
    assert done.differ == 0
    assert content(target) == content(journal)


def served(place: Place) -> None:
    """A start, which makes nothing where nothing is."""
    if isinstance(place, Path) and not place.exists():
        raise StoreUnfit("There is no journal.")
    open_store(place, KEY).close()


# --- broken off ---


class BrokenOff(Exception):
    """The copy ends here."""


def ending_after(puts: int, broken: pytest.MonkeyPatch) -> None:
    """Let a copy end before it writes once more than so many times."""
    left = [puts]
    for side in (postgres._Target, sqlite._Target):
        for name in ("put", "drop", "finish"):
            real = getattr(side, name)

            def counted(self: Any, *given: Any, real: Any = real) -> None:
                left[0] -= 1
                if left[0] < 0:
                    raise BrokenOff
                real(self, *given)

            broken.setattr(side, name, counted)


def broken_off(source: Place, target: Place, puts: int) -> bool:
    """Copy, and end after so many writes; False if it came to its end before."""
    with pytest.MonkeyPatch.context() as broken:
        ending_after(puts, broken)
        try:
            copied(source, target)
        except BrokenOff:
            return True
    return False


def end_connections(database: Address, number: int) -> None:
    """As an administrator does it, or a network; of the two that a copy has, the older or the younger."""
    asked = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'rebound' ORDER BY backend_start"
    with psycopg.connect(database.url) as connection:
        pids = connection.execute(asked).fetchall()
        connection.execute("SELECT pg_terminate_backend(%s)", pids[number])


@pytest.fixture
def chunks_of_five(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 5)


@pytest.mark.usefixtures("chunks_of_five")
def test_a_copy_broken_off_at_any_write_goes_on_and_is_the_same(source: Place, tmp_path: Path) -> None:
    kind = "sqlite" if isinstance(source, Address) else "postgres"
    for puts in range(100):
        target = empty(kind, tmp_path / str(puts))
        is_broken_off = broken_off(source, target, puts)
        if is_broken_off:
            with pytest.raises(StoreUnfit, match=NOT_SERVED):
                served(target)
        assert copied(source, target)[0].was_finished is not is_broken_off
        assert content(target) == content(source)
        if not is_broken_off:
            assert puts > 20
            return
    raise AssertionError


@pytest.mark.usefixtures("chunks_of_five")
def test_a_copy_that_is_broken_off_again_and_again_comes_to_its_end(journal: Path, target: Place) -> None:
    """Each run may write three times, and the keys, which come last, in one go."""
    runs = 1
    while broken_off(journal, target, 3 if runs < 10 else 8):
        runs += 1
        assert runs < 20
    assert content(target) == content(journal)


def test_what_was_written_is_not_written_again(journal: Path, target: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 5)
    assert broken_off(journal, target, 8)
    written = list[tuple[str, object]]()
    for side in (postgres._Target, sqlite._Target):
        put = side.put

        def noted(self: Any, table: Any, rows: Any, put: Any = put) -> None:
            written.extend((table.name, row[0]) for row in rows if table.name == "journal")
            put(self, table, rows)

        monkeypatch.setattr(side, "put", noted)
    assert not broken_off(journal, target, 100)
    assert 0 < len(written) < len(content(journal)["journal"]) - 5


@pytest.mark.usefixtures("chunks_of_five")
def test_a_copy_whose_connection_is_cut_says_so_and_goes_on(source: Place, tmp_path: Path) -> None:
    database = source if isinstance(source, Address) else Address(fresh_database())
    target = database if isinstance(source, Path) else tmp_path / "second.db"
    for victim in range(2):
        with pytest.MonkeyPatch.context() as broken:
            real = run._fill

            def cut_before(origin: Any, to: Any, table: Any, real: Any = real, victim: int = victim) -> None:
                if table.name == "outbox":
                    end_connections(database, victim)
                real(origin, to, table)

            broken.setattr(run, "_fill", cut_before)
            with pytest.raises(StoreBusy, match="PostgreSQL cannot be reached"):
                copied(source, target)
    assert copied(source, target)[0].differ == 0
    assert content(target) == content(source)


def test_time_limits_of_the_database_do_not_hold_for_a_copy(journal: Path, tmp_path: Path) -> None:
    database = Address(fresh_database())
    with psycopg.connect(database.url, autocommit=True) as connection:
        for limit in ("statement_timeout", "idle_in_transaction_session_timeout", "lock_timeout"):
            connection.execute(f"ALTER DATABASE {connection.info.dbname} SET {limit} = 1")
    assert copied(journal, database)[0].differ == 0
    assert copied(database, tmp_path / "back.db")[0].differ == 0


# --- served in between ---


@pytest.mark.usefixtures("chunks_of_five")
@pytest.mark.parametrize("puts", range(0, 24, 5))
def test_who_was_erased_or_has_written_since_a_copy_was_broken_off(source: Place, tmp_path: Path, puts: int) -> None:
    target = empty("sqlite" if isinstance(source, Address) else "postgres", tmp_path)
    assert broken_off(source, target, puts)
    last = PEOPLE[-1]
    with closing(open_store(source, KEY)) as store:
        take(store, "forget", decides(FORGET), REFUSED)  # of the first rows
        take(store, "forget", decides(FORGET), last)
        take(store, "more", person=PEOPLE[5])
        for number in range(3):
            take(store, f"e{number}", person=ADA)  # whose rows may get the numbers of those who are gone
        take(store, "e1", person=Person("discord", "0"))
    assert copied(source, target)[0].differ == 0
    assert content(target) == content(source)
    with closing(open_store(target, KEY)) as store:
        for person in (REFUSED, last):
            assert store.snapshot(person) is None
            assert [*store.journal(person)] == []
            assert store.unsent(person) == []
            assert take(store, "e1", person=person) is None, "an event from before was taken as new"
        assert store.snapshot(ADA) == b"3"
    for table in ("snapshot", "journal", "outbox", "person_key"):
        assert not [row for row in content(target)[table] if ("person", last.id) in row]


def test_who_was_erased_after_the_last_key_was_written_is_not_in_the_copy(source: Place, tmp_path: Path) -> None:
    target = empty("sqlite" if isinstance(source, Address) else "postgres", tmp_path)
    with pytest.MonkeyPatch.context() as broken:
        for side in (postgres._Target, sqlite._Target):
            broken.setattr(side, "finish", lambda *_: (_ for _ in ()).throw(BrokenOff))
        with pytest.raises(BrokenOff):
            copied(source, target)
    with closing(open_store(source, KEY)) as store:
        take(store, "forget", decides(FORGET), REFUSED)
    assert copied(source, target)[0].differ == 0
    assert content(target) == content(source)
    assert not [row for row in content(target)["person_key"] if ("person", REFUSED.id) in row]


@pytest.mark.usefixtures("chunks_of_five")
def test_no_key_lies_in_a_copy_until_everything_else_is_there_and_the_same(journal: Path, target: Place) -> None:
    """So nothing in a copy that was given up can be read, of those who were erased since, too."""
    for puts in range(40):
        if not broken_off(journal, target, puts):
            return
        place = target if isinstance(target, Address) else Path(f"{target}.copying")
        assert content(place)["person_key"] == []
        assert content(place)["credential"] == []
    raise AssertionError


def test_a_copy_broken_off_between_the_names_of_its_two_files_goes_on(
    journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, move = tmp_path / "second" / "rebound.db", durable.move
    for moves in (0, 1):
        with monkeypatch.context() as broken:
            left = [moves]

            def moved(fresh: Path, path: Path, left: list[int] = left) -> None:
                if not left[0]:
                    raise BrokenOff
                left[0] -= 1
                move(fresh, path)

            broken.setattr(durable, "move", moved)
            with pytest.raises(BrokenOff):
                copied(journal, target)
        assert target.exists() == bool(moves)
    with pytest.raises(KeyUnfit):
        open_store(target, KEY)
    with closing(open_store(journal, KEY)) as store:
        take(store, "forget", decides(FORGET), REFUSED)
    assert copied(journal, target)[0] is not None
    assert content(target) == content(journal)


def test_a_log_left_by_a_file_that_was_deleted_does_not_get_into_the_copy(journal: Path, tmp_path: Path) -> None:
    target = tmp_path / "second" / "rebound.db"
    target.parent.mkdir()
    with closing(open_store(tmp_path / "third.db", KEY)) as store:
        take(store, "e1")
        shutil.copy(tmp_path / "third.db-wal", f"{target}-wal")
    copied(journal, target)
    assert content(target) == content(journal)


# --- refused ---


def test_other_peoples_data_are_left_alone(journal: Path, target: Place) -> None:
    with closing(open_store(target, OTHER_KEY)) as store:
        take(store, "e1")
    before = content(target)
    with pytest.raises(StoreUnfit, match="holds people's data already"):
        copied(journal, target)
    assert content(target) == before


def test_a_database_that_was_opened_and_never_used_is_empty(journal: Path, target: Place) -> None:
    open_store(target, OTHER_KEY).close()
    copied(journal, target)
    assert content(target) == content(journal)


def test_another_copy_that_is_half_done_is_left_alone(journal: Path, target: Place, tmp_path: Path) -> None:
    broken_off(journal, target, 3)
    other = filled(tmp_path / "other")
    with pytest.raises(StoreUnfit, match=f"unfinished copy of {journal}"):
        copied(other, target)
    assert copied(journal, target)[0].differ == 0


def test_a_copy_that_was_served_from_is_not_overwritten_by_another(
    journal: Path, target: Place, tmp_path: Path
) -> None:
    copied(journal, target)
    other = filled(tmp_path / "other")
    with pytest.raises(StoreUnfit, match="holds people's data already"):
        copied(other, target)


def test_another_master_key_is_refused_before_anything_is_written(source: Place, tmp_path: Path) -> None:
    for kind in KINDS:
        target = empty(kind, tmp_path)
        with pytest.raises(KeyUnfit):
            copied(source, target, OTHER_KEY)
        if isinstance(target, Path):
            assert not target.parent.exists()
        else:
            with psycopg.connect(target.url) as connection:
                assert connection.execute("SELECT to_regnamespace('rebound')").fetchone() == (None,)


def test_a_place_without_a_journal_is_no_source(tmp_path: Path, target: Place) -> None:
    for kind in KINDS:
        with pytest.raises(StoreUnfit, match="There is no journal"):
            copied(empty(kind, tmp_path / "nothing"), target)


def test_a_database_is_not_copied_into_itself(source: Place) -> None:
    with pytest.raises(StoreUnfit, match="the same database"):
        copied(source, source)


@pytest.mark.parametrize("which", ["source", "target"])
def test_nobody_is_served_from_either_meanwhile(
    source: Place, tmp_path: Path, which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "_LEFT_MILLISECONDS", 50)
    for kind in KINDS:
        target = empty(kind, tmp_path)
        with closing(open_store(source if which == "source" else target, KEY)), pytest.raises(StoreBusy):
            copied(source, target)


@pytest.mark.parametrize("which", ["source", "target"])
def test_nobody_is_erased_or_rotated_while_a_copy_is_made(journal: Path, which: str) -> None:
    database = Address(fresh_database())
    copied(journal, database)
    with ExitStack() as held:
        if which == "source":
            held.enter_context(postgres.source(database, KEY))
        else:
            held.enter_context(postgres.target(database))
        place = backend(database)
        for change in (
            lambda: place.erase(KEY, ADA),
            lambda: place.erase_tenant(KEY, ADA.tenant),
            lambda: place.rotate(KEY),
            lambda: place.vault(KEY).put("slack:T01", b"token"),
            lambda: place.vault(KEY).drop("slack:T01"),
            lambda: open_store(database, KEY),
        ):
            with pytest.raises(StoreBusy, match="is being copied"):
                change()


def test_a_text_that_postgresql_cannot_keep_is_named(tmp_path: Path) -> None:
    journal = tmp_path / "rebound.db"
    with closing(open_store(journal, KEY)) as store:
        take(store, "e1", person=Person("slack:T01", "U\0"))
    with pytest.raises(StoreUnfit, match="NUL"):
        copied(journal, Address(fresh_database()))


# --- however many ---


def test_memory_does_not_grow_with_what_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty megabytes pass through, in chunks of one."""
    monkeypatch.setattr(tables, "MOST_BYTES", 1 << 20)
    journal, database, most = tmp_path / "rebound.db", Address(fresh_database()), 8 << 20
    open_store(journal, KEY).close()
    with closing(sqlite3.connect(journal)) as connection, connection:
        connection.executemany(
            "INSERT INTO journal (tenant, person, number, at, event, sealed) VALUES ('discord', ?, 1, 0, NULL, ?)",
            ((str(number), number.to_bytes(4) * 500) for number in range(15_000)),
        )
    for source, target in ((journal, database), (database, tmp_path / "back.db")):
        tracemalloc.start()
        assert copied(source, target)[0].differ == 0
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < most


# --- drift ---


@pytest.mark.parametrize("kind", KINDS)
def test_no_table_and_no_column_is_forgotten(kind: str, tmp_path: Path) -> None:
    """A new one is carried by `core.store.copying.tables`, or named in `tests.copied` as one that stays where it is."""
    place = empty(kind, tmp_path)
    open_store(place, KEY).close()
    assert columns(place) == {table.name: {*table.columns} for table in (*tables.JOURNAL, *tables.KEYS)}
