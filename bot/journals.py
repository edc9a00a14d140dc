"""What `rebound doctor` looks at in the journal: an SQLite file with its keys and backups, or a database of PostgreSQL."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeAlias

from bot.config import Settings
from core.errors import ReboundError
from core.store import Address, KeyFile, copies, durable, inspection
from core.store.faults import explain_os

Check: TypeAlias = "tuple[str, Callable[[], str]]"

_ROOM = 100 * 2**20
"""So much has to be free beside twice the journal: for its log, a backup and a restore."""
_A_BACKUP_EVERY = timedelta(days=2)


class Wrong(ReboundError):
    """Something is not as it must be; the message says what to do."""


def checks(set_up: Settings, now: datetime) -> list[Check]:
    """The checks by name; each gives what it found, or raises a `ReboundError`."""
    if isinstance(set_up.database, Address):
        return [
            ("database", partial(_postgres, set_up)),
            ("key", partial(_postgres_key, set_up)),
            ("backups", _dumps),
        ]
    file = set_up.database
    return [
        ("database", partial(_database, file)),
        ("integrity", partial(_integrity, file)),
        ("disk", partial(_disk, file)),
        ("key", partial(_key, file, set_up)),
        ("backups", partial(_backups, file, now)),
    ]


# --- PostgreSQL ---


def _postgres(set_up: Settings) -> str:
    backend = set_up.backend
    found = backend.inspected()
    if not backend.exists():
        return f"nothing of ours in {backend} yet; the first start creates it"
    return f"{backend}, {_people(found.people)}{_later(found.missing)}"


def _postgres_key(set_up: Settings) -> str:
    if people := set_up.backend.people_with_keys(set_up.master_key):
        return f"fits the keys of {_people(people)}"
    return "nobody is sealed with it yet; every process needs the same one"


def _dumps() -> str:
    return "PostgreSQL's own tools make them, and nobody here looks whether they do; docs/postgresql.md shows how"


# --- SQLite ---


def _database(file: Path) -> str:
    if not file.exists():
        return f"none at {file} yet; the first start creates it"
    found = inspection.journal(file)
    if not inspection.is_held(file.resolve()):
        inspection.refuse_lock(file)
    return f"{file}, {_people(found.people)}{_later(found.missing)}"


def _integrity(file: Path) -> str:
    if not file.exists():
        return "nothing to check yet"
    inspection.refuse_damage(file)
    return "every page is in order"


def _disk(file: Path) -> str:
    folder = _nearest(file.absolute().parent)
    probe = folder / f".rebound-probe-{os.getpid()}"
    try:
        try:
            durable.create(probe, b"\0" * 65536)
        finally:
            probe.unlink(missing_ok=True)
        free = shutil.disk_usage(folder).free
        needed = _ROOM + 2 * (file.stat().st_size if file.exists() else 0)
    except OSError as problem:
        raise explain_os(folder, problem) from problem
    if free < needed:
        raise Wrong(f"{_size(free)} are free on the disk of {folder}, and {_size(needed)} are needed; make room there.")
    return f"{_size(free)} free, and {folder} can be written"


def _nearest(folder: Path) -> Path:
    return next(one for one in (folder, *folder.parents) if one.exists())


def _key(file: Path, set_up: Settings) -> str:
    key = set_up.master_key
    keys = Path(f"{file.resolve()}.keys")
    if not keys.exists():
        if file.exists() and inspection.journal(file).people:
            raise Wrong(f"The key store {keys} is missing; copy {copies.NAME} from the folder with your backups there.")
        if isinstance(key, KeyFile) and not key.path.exists():
            return f"the first start makes one in {key.path}"
    elif people := inspection.people_with_keys(file.resolve(), key):
        return f"fits the keys of {_people(people)}"
    if isinstance(key, KeyFile) and not key.path.exists():
        return f"the next start makes one in {key.path}"
    key.read(sealed=keys)
    return "is one, and nobody is sealed with it yet"


def _backups(file: Path, now: datetime) -> str:
    database = file.resolve()
    people = inspection.journal(database).people if database.exists() else 0
    found = inspection.copies_of(database) if Path(f"{database}.keys").exists() else inspection.Copies((), None)
    if found.newest is None or found.newest < now - _A_BACKUP_EVERY:
        if not people:
            return "nothing to back up yet"
        last = f"The last backup is of {found.newest:%d %B %Y}" if found.newest else "There is no backup yet"
        raise Wrong(f"{last}; run `rebound backup`, each day.")
    return f"the last is of {found.newest:%d %B %Y, %H:%M} UTC; the keys beside it are current"


def _later(missing: tuple[str, ...]) -> str:
    return f"; the next start changes its tables ({', '.join(missing)})" if missing else ""


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"


def _size(number: int) -> str:
    return f"{number // 2**20} MB"
