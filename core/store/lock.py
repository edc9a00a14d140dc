"""One process per SQLite file: a lock that the operating system gives up when its holder dies.

SQLite would let two bots write to one file. But each keeps snapshots in memory, so each would coach from a
past that the other has changed. The lock is held on a file of its own: locking the database itself would
disturb SQLite's locks.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.errors import StoreBusy
from core.store.faults import explain_os

_LOOK_AGAIN_SECONDS = 0.02
_LOOKED_AT = 0.1
"""Longer than `is_held` takes: to be looked at must not keep a coach from starting."""

if sys.platform == "win32":
    import msvcrt

    def _hold(descriptor: int) -> None:
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)  # a locked byte cannot be read: keep clear of the process id
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def sole_use(database: Path, *, wait_seconds: float = _LOOKED_AT) -> Iterator[None]:
    """Hold the database for this process alone, or raise `StoreBusy`, soon unless it is to wait."""
    with _held(
        Path(f"{database}.lock"),
        f"{database} is in use by another Rebound",
        "stop that one first: a database serves one process at a time.",
        wait_seconds,
    ):
        yield


@contextmanager
def sole_backup(folder: Path, *, wait_seconds: float) -> Iterator[None]:
    """Be the only one who makes a backup in a folder, or raise `StoreBusy`."""
    with _held(
        folder / ".lock", f"Another backup into {folder} is under way", "wait until it has ended.", wait_seconds
    ):
        yield


def is_held(database: Path) -> bool:
    """Whether a Rebound has the database in use; nothing is created to find out."""
    path = Path(f"{database}.lock")
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        _hold(descriptor)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


@contextmanager
def _held(path: Path, refusal: str, remedy: str, wait_seconds: float) -> Iterator[None]:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise explain_os(path, error) from error
    try:
        _take(descriptor, refusal, remedy, time.monotonic() + wait_seconds)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, refusal: str, remedy: str, until: float) -> None:
    while True:
        try:
            _hold(descriptor)
        except OSError as error:
            if time.monotonic() < until:
                time.sleep(_LOOK_AGAIN_SECONDS)
                continue
            holder = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip() if os.name == "posix" else ""
            raise StoreBusy(f"{refusal}{f' (process {holder})' if holder else ''}; {remedy}") from error
        break
    with suppress(OSError):  # on a full disk the lock holds as well, only nobody can read whose it is
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, str(os.getpid()).encode())
