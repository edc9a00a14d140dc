"""A backup put in the journal's place: checked first, swapped in one step, and without those who were erased since.

The new journal is made whole beside the old one. The old one is folded into a single file, gets a second name, and only
then is replaced; so a crash at any moment leaves one of the two whole under the journal's name, and the command may be
repeated. A write-ahead log must never be left beside a file that it does not belong to.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from core.errors import KeyUnfit, StoreError, StoreUnfit
from core.events import Person
from core.store import backup, copies, durable, keyring, schema
from core.store.backends import Restored
from core.store.erasing import delete_rows
from core.store.faults import explain, explained, is_damage
from core.store.keys import MasterKey
from core.store.lock import sole_use
from core.store.sealing import Column, SealError


class InTheWay(StoreUnfit):
    """There is a journal already; `is_forced` replaces it."""


def restore(
    backed_up: Path, database: Path, key: MasterKey, *, is_forced: bool, now: datetime, busy_seconds: float = 5.0
) -> Restored:
    """Put a backup in the place of the journal; a `StoreError` says what is in the way, and nothing has changed."""
    database, backed_up = database.resolve(), backed_up.expanduser().resolve()
    if not backed_up.is_file():
        raise StoreUnfit(f"There is no backup at {backed_up}; name one of the files in the folder with your backups.")
    if backed_up == database:
        raise StoreUnfit(f"{database} is the journal itself; name one of the files in the folder with your backups.")
    keys = Path(f"{database}.keys")
    fresh, fresh_keys = Path(f"{database}.restoring"), Path(f"{keys}.restoring")
    copy_beside = backed_up.parent / copies.NAME
    with sole_use(database), _said_of({fresh_keys: copy_beside, fresh: backed_up}), explained(database):
        if not is_forced and _holds_anybody(database):
            raise InTheWay(
                f"{database} holds people already; run this with `--force` to put the backup in its place, "
                "and what is there now is set aside."
            )
        try:
            copy = _copied_keys(keys, backed_up, fresh_keys)
            backup.copy_database(backed_up, fresh, busy_seconds)
            backup.refuse_unfit(fresh, backed_up)
            people, erased = _checked(fresh, backed_up, fresh_keys if copy else keys, key, busy_seconds)
            durable.sync(fresh)
            aside = Path(f"{database}.replaced-{now.astimezone(UTC):%Y%m%dT%H%M%S%fZ}")
            is_replaced = _set_aside(database, aside)
            if copy and people:
                _set_aside(keys, Path(f"{aside}.keys"))
                durable.remove_beside(fresh_keys)
                durable.move(fresh_keys, keys)
            durable.move(fresh, database)
        finally:
            durable.remove_database(fresh)
            durable.remove_database(fresh_keys)
    return Restored(people, erased, aside if is_replaced else None, copy if people else None)


@contextmanager
def _said_of(known: Mapping[Path, Path]) -> Iterator[None]:
    """What is wrong with a file that lies there only meanwhile is said of the one it is made of."""
    try:
        yield
    except StoreError as error:
        said = str(error)
        for fresh, made_of in known.items():
            said = said.replace(str(fresh), str(made_of))
        raise type(error)(said) from error


def _holds_anybody(database: Path) -> bool:
    """Whether there is something to lose; a file that cannot be read may hold everything."""
    if not database.exists() or database.stat().st_size == 0:
        return False
    try:
        with closing(sqlite3.connect(database)) as connection:
            if connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None:
                return False
            return connection.execute("SELECT 1 FROM snapshot LIMIT 1").fetchone() is not None
    except sqlite3.Error:
        return True


def _copied_keys(keys: Path, backed_up: Path, fresh: Path) -> Path | None:
    """Make a key store of the copy beside the backup, unless the one that is there is the same one, only newer."""
    copy = backed_up.parent / copies.NAME
    if not copy.is_file() or (_has_keys(keys) and copies.mark(keys) == copies.mark(copy)):
        return None
    with explained(copy):
        content = copy.read_bytes()
    with explained(fresh):
        durable.remove_database(fresh)
        durable.create(fresh, content)
    with schema.opened(fresh, schema.KEYS, journal_mode="TRUNCATE", busy_seconds=0) as db, explained(fresh):
        copies.note(db, copy.parent)
    return copy


def _has_keys(keys: Path) -> bool:
    if not keys.exists():
        return False
    with explained(keys), closing(sqlite3.connect(keys)) as connection:
        try:
            return connection.execute("SELECT 1 FROM person_key LIMIT 1").fetchone() is not None
        except sqlite3.OperationalError:  # a start was interrupted before it made the tables
            return False


def _checked(fresh: Path, named: Path, keys: Path, key: MasterKey, busy_seconds: float) -> tuple[int, int]:
    """Bring the copy up to date, open everybody's texts, and take out whoever has no key; how many stay and go."""
    with schema.opened(fresh, schema.JOURNAL, journal_mode="DELETE", busy_seconds=busy_seconds) as db, explained(fresh):
        rows = db.execute("SELECT tenant, person, number, sealed FROM snapshot").fetchall()
        if not rows:
            return 0, 0
        if not keys.is_file():
            raise KeyUnfit(f"{named} needs the keys of its people: put {copies.NAME} of the same folder beside it.")
        if not _has_keys(keys):
            raise _nobody(named, keys)
        erased = []
        with keyring.opened(keys, key, needed_by=named, busy_seconds=busy_seconds) as ring:
            for tenant, id_, number, sealed in rows:
                person = Person(tenant, id_)
                if (seal := ring.find(person)) is None:
                    erased.append(person)
                    continue
                try:
                    seal.open(sealed, Column.SNAPSHOT, number)
                except SealError as error:
                    if ring.is_renewed(person):  # a part of theirs was erased since: no old copy may be read again
                        erased.append(person)
                        continue
                    raise StoreUnfit(f"{named} was changed, or its keys are others; choose another backup.") from error
        if len(erased) == len(rows):
            raise _nobody(named, keys)
        delete_rows(db, erased)
        return len(rows) - len(erased), len(erased)


def _nobody(named: Path, keys: Path) -> StoreUnfit:
    return StoreUnfit(
        f"Nobody in {named} has a key in {keys}: all of them were erased since, or it is the backup of another Rebound; "
        "nothing was restored."
    )


def _set_aside(database: Path, aside: Path) -> bool:
    """Give a database that is there a second name, and let no log lie beside its first one; whether it was there."""
    if database.exists():
        _fold(database)
    is_there = database.exists() and database.stat().st_size > 0
    if is_there:
        os.link(database, aside)
    for suffix in durable.BESIDE:
        with suppress(FileNotFoundError):  # there are any only where the database could not be folded
            Path(f"{database}{suffix}").rename(f"{aside}{suffix}")
    durable.sync_folder(database.parent)
    return is_there


def _fold(database: Path) -> None:
    """Write what lies beside a database back into it, so that it is a single file; a damaged one stays as it is."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")  # takes back what a crash left half done
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        if not is_damage(error):
            raise explain(database, error) from error
