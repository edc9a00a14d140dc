"""What adapters note beside the journal: read by whoever asks, for us alone, and never in the way when it is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.errors import StoreError
from core.events import Person
from core.store import Address, backend
from core.store.backends import Backend
from core.store.notes import FileNotes, Note, Notes, beside, forget, open_notes
from tests.postgres import fresh_database
from tests.stores import KEY

NOW = datetime(2026, 11, 24, 12, 40, tzinfo=UTC)
ADA, BO = Person("slack:T1", "U-ada"), Person("slack:T1", "U-bo")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "rebound.db"


@pytest.fixture
def notes(journal: Path) -> Iterator[FileNotes]:
    with closing(open_notes(journal)) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, journal: Path) -> Backend:
    """Where a journal was opened before."""
    found = backend(journal if request.param == "sqlite" else Address(fresh_database()))
    found.open(KEY).close()
    return found


@pytest.fixture
def kept(place: Backend) -> Iterator[Notes]:
    with closing(place.notes()) as opened:
        yield opened


def keys(notes: FileNotes, kind: str = "place") -> set[str]:
    return {note.key for note in notes.all(kind)}


def test_what_is_noted_is_read_by_whoever_has_it_open(place: Backend, kept: Notes) -> None:
    with closing(place.notes()) as others:
        kept.put("place", *ADA, ["D1", None], NOW)
        assert others.get("place", *ADA) == Note(*ADA, ["D1", None], NOW)
        others.put("place", *ADA, ["D1", "1.2"], NOW + timedelta(hours=1))
        assert kept.all("place") == [Note(*ADA, ["D1", "1.2"], NOW + timedelta(hours=1))]


def test_it_is_there_at_the_next_start(place: Backend, kept: Notes) -> None:
    kept.put("place", *ADA, "D1", NOW)
    kept.close()
    with closing(place.notes()) as again:
        assert again.get("place", *ADA) == Note(*ADA, "D1", NOW)


def test_what_is_dropped_is_gone_and_all_else_stays(kept: Notes) -> None:
    for kind in ("place", "post"):
        for person in (ADA, BO, Person("slack:T2", "U-ada")):
            kept.put(kind, *person, "D1", NOW)
    kept.drop("place", *ADA)
    assert kept.get("place", *ADA) is None
    assert (len(kept.all("place")), len(kept.all("post"))) == (2, 3)
    kept.drop_all("post", ADA.tenant)
    assert [note.tenant for note in kept.all("post")] == ["slack:T2"]
    assert len(kept.all("place")) == 2


def test_what_was_not_noted_again_in_time_goes(kept: Notes) -> None:
    kept.put("place", *ADA, "D1", NOW)
    kept.put("place", *BO, "D2", NOW)
    kept.put("post", *ADA, "D1", NOW)
    kept.put("place", *BO, "D2", NOW + timedelta(days=1))
    kept.prune("place", NOW + timedelta(days=1))
    assert (keys(kept), keys(kept, "post")) == ({BO.id}, {ADA.id})


def test_of_whoever_is_forgotten_nothing_is_left_in_any_file(journal: Path, notes: FileNotes) -> None:
    for kind in ("place", "told"):
        notes.put(kind, *ADA, "D1", NOW)
        notes.put(kind, *BO, "D2", NOW)
    notes.forget(ADA)
    assert (keys(notes), keys(notes, "told")) == ({BO.id}, {BO.id})
    assert not [file.name for file in journal.parent.iterdir() if b"U-ada" in file.read_bytes()]


@pytest.mark.parametrize(("whose", "left"), [(ADA, {"U-bo", "U-elsewhere"}), (Person("slack:T1", ""), {"U-elsewhere"})])
def test_a_command_forgets_one_or_a_whole_tenant(place: Backend, kept: Notes, whose: Person, left: set[str]) -> None:
    for person in (ADA, BO, Person("slack:T2", "U-elsewhere")):
        kept.put("place", *person, "D1", NOW)
    place.forget_notes(whose)
    assert keys(kept) == left


def test_a_command_makes_no_file(journal: Path) -> None:
    forget(journal, ADA)
    assert not [*journal.parent.iterdir()]


def test_the_files_are_for_us_alone(journal: Path, notes: FileNotes) -> None:
    notes.put("place", *ADA, "D1", NOW)
    assert {file.stat().st_mode & 0o077 for file in journal.parent.iterdir()} == {0}


@pytest.mark.parametrize("before", [b"no database at all" * 100, b"CREATE TABLE note (kind TEXT)"])
def test_a_file_that_cannot_be_read_is_made_anew(
    journal: Path, before: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    if before.startswith(b"CREATE"):
        with closing(sqlite3.connect(beside(journal))) as db:
            db.execute(before.decode())
    else:
        beside(journal).write_bytes(before)
    with closing(open_notes(journal)) as notes:
        notes.put("place", *ADA, "D1", NOW)
        assert keys(notes) == {ADA.id}
    assert "made anew" in caplog.text


def test_a_file_that_another_holds_is_not_made_anew(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *args, **more: connect(*args, **more, timeout=0.0))
    with closing(connect(beside(journal), isolation_level=None)) as db:
        db.execute("CREATE TABLE theirs (id INTEGER)")
        db.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="locked"):
            open_notes(journal)
        db.execute("COMMIT")
        assert db.execute("SELECT count(*) FROM theirs").fetchone() == (0,)


def test_where_nothing_can_be_written_a_sentence_says_so(notes: FileNotes) -> None:
    notes.close()
    with pytest.raises(
        StoreError, match=r"rebound\.db\.notes cannot be read or written .*; see that its disk has room"
    ):
        notes.put("place", *ADA, "D1", NOW)


@pytest.mark.parametrize("is_durable", [True, False])
def test_only_what_has_to_be_durable_waits_for_the_disk(notes: FileNotes, is_durable: bool) -> None:
    ran: list[str] = []
    notes._db.set_trace_callback(lambda statement: ran.append(statement.split()[-1] if "PRAGMA" in statement else ""))
    notes.put("place", *ADA, "D1", NOW, is_durable=is_durable)
    assert ran == (["FULL", "", "NORMAL"] if is_durable else [""])


def test_what_adapters_kept_for_themselves_in_an_earlier_version_is_taken_away(journal: Path) -> None:
    kept = [journal.with_name(f"rebound.db.{one}") for one in ("slack-places", "slack-posts", "discord", "discord-wal")]
    for file in (*kept, journal):
        file.touch()
    open_notes(journal).close()
    assert {file.name for file in journal.parent.iterdir()} == {"rebound.db", "rebound.db.notes"}
