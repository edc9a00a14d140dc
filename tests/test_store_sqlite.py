"""What only the SQLite store does: sealing, sharing commits, and telling what is wrong with a file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from core.errors import KeyUnfit, StoreBusy, StoreError, StoreUnfit
from core.events import Event, Person
from core.ports import Decide, Outgoing, Turn
from core.store import open_store, outbox
from core.store.sqlite import SqliteKeeper
from core.store.writer import Writer
from tests.stores import ADA, BO, KEY, NOW, counting, decides, event, take, taken, turn

PHRASE = b"I cried in the lift"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rebound.db"


@pytest.fixture
def keeper(file: Path) -> Iterator[SqliteKeeper]:
    with closing(SqliteKeeper(file, KEY, busy_seconds=0.05)) as keeper:
        yield keeper


def kept(keeper: SqliteKeeper, *jobs: tuple[Event, Decide]) -> list[Outgoing | None]:
    """Take the turns in one transaction; the first failure is raised."""
    outcomes = keeper.take(iter(jobs))
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
    return [outcome for outcome in outcomes if not isinstance(outcome, BaseException)]


def test_importing_the_port_and_the_package_loads_no_database() -> None:
    program = "import sys, core.ports, core.store; print({'sqlite_utils', 'cryptography'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


# Sealing


def test_no_file_shows_what_a_person_wrote(file: Path) -> None:
    with closing(SqliteKeeper(file, KEY)) as keeper:
        for i in range(1, 4):
            text = PHRASE * 50
            kept(keeper, (event(f"e{i}"), decides(turn(i, snapshot=text, entry=text, outgoing=text))))
        files = sorted(path.name for path in file.parent.iterdir())
        assert {"rebound.db", "rebound.db-wal", "rebound.db-shm", "rebound.db.keys"} <= {*files}
        for path in file.parent.iterdir():
            assert PHRASE not in path.read_bytes(), path.name
    for path in file.parent.iterdir():
        assert PHRASE not in path.read_bytes(), path.name


@pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX systems")
def test_only_the_owner_may_read_the_files(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "rebound.db"
    with closing(SqliteKeeper(file, KEY)) as keeper:
        kept(keeper, (event("e1"), counting))
        assert file.parent.stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in file.parent.iterdir()} == {0o600}


@pytest.mark.parametrize(
    ("table", "read"),
    [
        ("snapshot", lambda keeper: keeper.snapshot(ADA)),
        ("journal", lambda keeper: keeper.entries(ADA, keeper.journal_rows(ADA))),
        ("outbox", lambda keeper: keeper.unsent(ADA)),
    ],
)
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE {} SET sealed = CAST(substr(sealed, 1, 20) || x'0007' || substr(sealed, 23) AS BLOB)",
        "UPDATE {} SET sealed = x''",
        "UPDATE {} SET sealed = CAST(x'02' || substr(sealed, 2) AS BLOB)",
        "UPDATE {} SET number = number + 1",
        "UPDATE {0} SET sealed = (SELECT other.sealed FROM {0} AS other WHERE other.person = 'U-bo')",
    ],
)
def test_a_sealed_text_that_was_changed_or_moved_does_not_open(
    file: Path, table: str, read: Callable[[SqliteKeeper], object], change: str
) -> None:
    with closing(SqliteKeeper(file, KEY)) as keeper:
        kept(keeper, (event("e1"), counting), (event("e2", BO), counting))
        read(keeper)
        keeper.db.execute(change.format(table))
    with closing(SqliteKeeper(file, KEY)) as keeper, pytest.raises(StoreUnfit, match="was changed, or moved"):
        read(keeper)


def test_a_text_does_not_open_in_another_column(file: Path) -> None:
    with closing(SqliteKeeper(file, KEY)) as keeper:
        kept(keeper, (event("e1"), counting))
        keeper.db.execute("UPDATE snapshot SET sealed = (SELECT sealed FROM journal)")
    with closing(SqliteKeeper(file, KEY)) as keeper, pytest.raises(StoreUnfit):
        keeper.snapshot(ADA)


def test_a_person_without_their_key_is_not_given_a_new_one(file: Path) -> None:
    with closing(SqliteKeeper(file, KEY)) as keeper:
        kept(keeper, (event("e1"), counting), (event("e2", BO), counting))
    with closing(sqlite3.connect(f"{file}.keys")) as keys, keys:
        keys.execute("DELETE FROM person_key WHERE person = 'U-ada'")
    with closing(SqliteKeeper(file, KEY)) as keeper:
        with pytest.raises(KeyUnfit, match="has no key"):
            kept(keeper, (event("e3"), counting))
        assert keeper.snapshot(BO) == b"1"


def test_a_persons_key_moved_to_another_person_does_not_open(file: Path) -> None:
    with closing(SqliteKeeper(file, KEY)) as keeper:
        kept(keeper, (event("e1"), counting), (event("e2", BO), counting))
    with closing(sqlite3.connect(f"{file}.keys")) as keys, keys:
        keys.execute("UPDATE person_key SET wrapped = (SELECT wrapped FROM person_key WHERE person = 'U-bo')")
    with closing(SqliteKeeper(file, KEY)) as keeper, pytest.raises(KeyUnfit, match="changed or moved"):
        keeper.snapshot(ADA)


# Sharing commits


def test_turns_that_wait_together_share_one_commit(file: Path) -> None:
    commits: list[str] = []
    begun, go_on = threading.Event(), threading.Event()

    def hold(snapshot: bytes | None) -> Turn:
        begun.set()
        assert go_on.wait(10)
        return counting(snapshot)

    def traced() -> SqliteKeeper:
        keeper = SqliteKeeper(file, KEY)
        keeper.db.conn.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)
        return keeper

    with closing(Writer(traced)) as store:
        futures = [store.take(event("e0"), hold)]
        assert begun.wait(10)
        futures += [store.take(event(f"e{i}", Person("discord", str(i))), counting) for i in range(1, 40)]
        go_on.set()
        assert all(taken(future) for future in futures)
    assert len(commits) == 1


def test_a_long_queue_is_committed_in_parts(file: Path) -> None:
    sizes: list[int] = []

    class Measured(SqliteKeeper):
        def take(self, turns: Iterator[tuple[Event, Decide]]) -> list[Outgoing | BaseException | None]:
            outcomes = super().take(turns)
            sizes.append(len(outcomes))
            return outcomes

    with closing(Writer(lambda: Measured(file, KEY))) as store:
        for future in [store.take(event(f"e{i}"), counting) for i in range(300)]:
            taken(future)
    assert sum(sizes) == 300
    assert max(sizes) <= 64


def test_turns_of_one_person_in_one_transaction_build_on_each_other(keeper: SqliteKeeper) -> None:
    kept(keeper, *[(event(f"e{i}"), counting) for i in range(5)])
    assert keeper.snapshot(ADA) == b"5"


def test_a_future_is_resolved_only_after_its_commit(file: Path) -> None:
    seen: list[int] = []

    def look(_: Future[Outgoing | None]) -> None:
        with closing(sqlite3.connect(file)) as other:
            seen.append(other.execute("SELECT count(*) FROM journal").fetchone()[0])

    with closing(open_store(file, KEY)) as store:
        for i in range(1, 4):
            future = store.take(event(f"e{i}"), counting)
            future.add_done_callback(look)
            taken(future)
    assert seen == [1, 2, 3]


def test_a_commit_that_fails_fails_all_that_shared_it(keeper: SqliteKeeper) -> None:
    def deny_commit(action: int, argument: str | None, *_: str | None) -> int:
        is_commit = action == sqlite3.SQLITE_TRANSACTION and argument == "COMMIT"
        return sqlite3.SQLITE_DENY if is_commit else sqlite3.SQLITE_OK

    kept(keeper, (event("e1"), counting))
    keeper.db.conn.set_authorizer(deny_commit)
    outcomes = keeper.take(iter([(event("e2"), counting), (event("e3", BO), counting)]))
    assert [type(outcome) for outcome in outcomes] == [StoreError, StoreError]
    keeper.db.conn.set_authorizer(None)
    assert (keeper.snapshot(ADA), keeper.snapshot(BO)) == (b"1", None)
    kept(keeper, (event("e2"), counting), (event("e3", BO), counting))
    assert (keeper.snapshot(ADA), keeper.snapshot(BO)) == (b"2", b"1")


def test_a_thread_that_dies_leaves_nobody_waiting(file: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    class Mortal(SqliteKeeper):
        def take(self, turns: Iterator[tuple[Event, Decide]]) -> list[Outgoing | BaseException | None]:
            next(turns)
            begun.set()
            assert go_on.wait(10)
            return []  # one short: the writer cannot go on

    unraised: list[BaseException | None] = []
    before = threading.excepthook
    threading.excepthook = lambda args: unraised.append(args.exc_value)
    try:
        store = Writer(lambda: Mortal(file, KEY))
        first = store.take(event("e1"), counting)
        assert begun.wait(10)
        rest = [store.take(event(f"e{i}"), counting) for i in range(2, 5)]
        go_on.set()
        assert all(isinstance(future.exception(10), StoreError) for future in [first, *rest])
        store.close()
    finally:
        threading.excepthook = before
    assert len(unraised) == 1
    with pytest.raises(StoreError):
        store.take(event("e9"), counting)


# Faults


def refused(file: Path) -> str:
    """Open the file, which must be refused with one finished sentence that names it."""
    with pytest.raises(StoreError) as caught:
        open_store(file, KEY, busy_seconds=0.05).close()
    sentence = str(caught.value)
    assert str(file) in sentence
    assert sentence.endswith(".")
    return f"{type(caught.value).__name__}: {sentence}"


def test_a_file_that_is_no_database_is_refused(file: Path) -> None:
    file.write_text("Dear diary, " * 500)
    assert refused(file).startswith("StoreUnfit")
    assert file.read_text().startswith("Dear diary")


def test_a_database_of_another_program_is_left_alone(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("CREATE TABLE recipe (name TEXT)")
    before = file.read_bytes()
    assert "another program" in refused(file)
    assert file.read_bytes() == before


def test_a_schema_newer_than_the_program_is_refused(file: Path) -> None:
    SqliteKeeper(file, KEY).close()
    with closing(sqlite3.connect(file)) as other, other:
        other.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('rebound-journal', '99-later', '2031-01-01')"
        )
    assert "newer version" in refused(file)


def test_what_a_killed_program_of_the_version_before_had_in_hand_counts_as_tried(file: Path) -> None:
    with closing(SqliteKeeper(file, KEY)) as keeper:
        keeper.take(iter([(event("e1"), counting)]))
    with closing(sqlite3.connect(file)) as earlier, earlier:  # as that version left it
        earlier.execute("ALTER TABLE outbox ADD COLUMN leased INTEGER")
        earlier.execute("UPDATE outbox SET attempts = attempts + 1, leased = 1, after = NULL")
        earlier.execute("DROP TABLE in_hand")
        earlier.execute("DELETE FROM _sqlite_migrations WHERE name = '6-in-hand'")
    with closing(SqliteKeeper(file, KEY)) as keeper:
        (message,) = keeper.claim("slack", NOW, 9, timedelta(minutes=1))
    assert (message.parts, message.attempt) == (b"out 1", 2)


def test_words_that_are_not_held_are_read(keeper: SqliteKeeper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "MOST_HELD", 1)
    people = [Person("slack:T01", f"U{number}") for number in range(3)]
    for number, person in enumerate(people, 1):
        keeper.take(iter([(event("e1", person), decides(turn(number, outgoing=b"%d" % number)))]))
    read: list[str] = []
    keeper.db.conn.set_trace_callback(read.append)
    claimed = keeper.claim("slack", NOW, 9, timedelta(minutes=1))
    assert [message.parts for message in claimed] == [b"1", b"2", b"3"]
    assert sum(statement.startswith("SELECT sealed FROM outbox") for statement in read) == 2


def test_a_claim_that_fails_leaves_in_hand_what_was_and_loses_nothing(keeper: SqliteKeeper) -> None:
    for person in (ADA, BO):
        keeper.take(iter([(event("e1", person), counting)]))
        keeper.take(iter([(event("e2", person), counting)]))
    (first,) = keeper.claim("slack", NOW, 1, timedelta(minutes=1))
    keeper.db.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError):
        keeper.claim("slack", NOW, 9, timedelta(minutes=1))
    keeper.db.execute("PRAGMA query_only = OFF")
    (second,) = keeper.claim("slack", NOW, 9, timedelta(minutes=1))
    assert ([first.person, second.person], second.attempt) == ([ADA, BO], 1)


def test_a_folder_in_place_of_the_file_is_refused(file: Path) -> None:
    file.mkdir()
    assert refused(file).startswith("StoreUnfit")


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert refused(tmp_path / "data" / "rebound.db").startswith("StoreUnfit")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_refused(file: Path) -> None:
    file.parent.chmod(0o500)
    try:
        assert "cannot be written" in refused(file)
    finally:
        file.parent.chmod(0o700)


def test_a_database_that_another_program_holds_is_refused(file: Path) -> None:
    SqliteKeeper(file, KEY).close()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refused(file).startswith("StoreBusy")
        other.execute("ROLLBACK")
    open_store(file, KEY).close()


def test_a_second_store_on_one_file_is_refused_and_told_who_has_it(file: Path) -> None:
    with closing(open_store(file, KEY)) as store:
        sentence = refused(file.parent / "." / file.name)
        assert sentence.startswith("StoreBusy")
        assert str(os.getpid()) in sentence
        assert take(store, "e1") is not None


def test_a_second_process_is_refused_until_the_first_is_gone(file: Path) -> None:
    program = (
        "import sys, pathlib; from tests.stores import KEY; from core.store import open_store;"
        "store = open_store(pathlib.Path(sys.argv[1]), KEY); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        assert f"process {first.pid}" in refused(file)
        first.kill()
    open_store(file, KEY).close()


def fault_of_a_turn(keeper: SqliteKeeper, file: Path) -> str:
    """Take two turns beside each other; both must fail with the same finished sentence."""
    first, second = keeper.take(iter([(event("e8", BO), counting), (event("e9"), decides(turn(9)))]))
    assert isinstance(first, StoreError)
    assert isinstance(second, StoreError)
    assert str(file) in str(first)
    assert str(first).endswith(".")
    return f"{type(first).__name__}: {first}"


def check_that_it_still_works(keeper: SqliteKeeper) -> None:
    assert keeper.snapshot(ADA) == b"1"
    assert keeper.snapshot(BO) is None
    kept(keeper, (event("e8", BO), counting), (event("e9"), counting))
    assert (keeper.snapshot(ADA), keeper.snapshot(BO)) == (b"2", b"1")


def test_a_full_disk_keeps_nothing_and_the_store_goes_on_when_there_is_room(keeper: SqliteKeeper) -> None:
    kept(keeper, (event("e1"), counting))
    pages = keeper.db.execute("PRAGMA page_count").fetchone()[0]
    keeper.db.execute(f"PRAGMA max_page_count = {pages}")
    large = decides(turn(2, snapshot=b"x" * 100_000))
    first, second = keeper.take(iter([(event("e8", BO), counting), (event("e2"), large)]))
    assert isinstance(first, StoreUnfit)
    assert isinstance(second, StoreUnfit)
    assert "no room left" in str(second)
    assert keeper.db.conn.in_transaction is False
    keeper.db.execute("PRAGMA max_page_count = 1000000")
    check_that_it_still_works(keeper)


def test_a_database_locked_in_the_middle_of_the_day_is_busy(keeper: SqliteKeeper, file: Path) -> None:
    kept(keeper, (event("e1"), counting))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        (outcome,) = keeper.take(iter([(event("e2"), counting)]))
        assert isinstance(outcome, StoreBusy)
        assert keeper.snapshot(ADA) == b"1"
        with pytest.raises(StoreBusy):
            keeper.mark_sent(keeper.unsent(ADA)[0].key, ADA)
        other.execute("ROLLBACK")
    check_that_it_still_works(keeper)


def test_all_that_wait_for_a_locked_database_are_told_together(file: Path) -> None:
    with (
        closing(open_store(file, KEY, busy_seconds=0.2)) as store,
        closing(sqlite3.connect(file, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        before = time.monotonic()
        futures = [store.take(event(f"e{i}"), counting) for i in range(50)]
        assert {type(future.exception(20)) for future in futures} == {StoreBusy}
        assert time.monotonic() - before < 2
        other.execute("ROLLBACK")
        assert take(store, "e1") is not None


def test_a_database_that_became_read_only_says_so(keeper: SqliteKeeper, file: Path) -> None:
    kept(keeper, (event("e1"), counting))
    keeper.db.execute("PRAGMA query_only = ON")
    assert "cannot be written" in fault_of_a_turn(keeper, file)
    keeper.db.execute("PRAGMA query_only = OFF")
    check_that_it_still_works(keeper)


def test_a_damaged_database_asks_for_the_backup(file: Path) -> None:
    with closing(SqliteKeeper(file, KEY)) as keeper:
        for i in range(1, 200):
            kept(keeper, (event(f"e{i}"), counting))
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    assert "restore the latest backup" in refused(file)


def test_a_turn_that_sqlite_refuses_is_not_remembered(keeper: SqliteKeeper, file: Path) -> None:
    keeper.db.execute("PRAGMA query_only = ON")
    fault_of_a_turn(keeper, file)
    keeper.db.execute("PRAGMA query_only = OFF")
    assert keeper.snapshot(ADA) is None
