"""Files that are whole or not there: written beside their place, made durable, and put there in one step."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

BESIDE = ("-wal", "-shm", "-journal")
"""What the names of the files end with that SQLite keeps beside a database."""


def create(path: Path, content: bytes) -> None:
    """A new file for its owner alone, durable when this returns; refuses a name that is taken."""
    _write(path, content, os.O_EXCL)


def replace(path: Path, content: bytes) -> None:
    """Put a file in the place of another; after a crash it is the old one or the new one. For one writer at a time."""
    fresh = path.with_name(f".{path.name}.unfinished")
    _write(fresh, content, os.O_TRUNC)
    move(fresh, path)


def move(fresh: Path, path: Path) -> None:
    """Give a file its name, in place of what had it before; its content has to be durable already."""
    fresh.replace(path)
    sync_folder(path.parent)


def remove_database(database: Path) -> None:
    """Delete an SQLite database and all that SQLite keeps beside it; it does not matter if there is none."""
    database.unlink(missing_ok=True)
    remove_beside(database)


def remove_beside(database: Path) -> None:
    """Delete what SQLite keeps beside a database: a log must never lie beside a file that it does not belong to."""
    for suffix in BESIDE:
        Path(f"{database}{suffix}").unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Make a file's content durable."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make durable which names are in a folder."""
    if os.name != "posix":  # elsewhere a folder cannot be opened, and its entries are durable without it
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write(path: Path, content: bytes, flag: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | flag, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            path.unlink()  # on a full disk half a file would only be in the way
        raise
