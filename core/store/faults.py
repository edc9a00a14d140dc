"""What SQLite and the file system complain of, as sentences that say what to do.

One place decides which `StoreError` a failure is. A sentence names the file and never a value that was to be
stored.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import StoreBusy, StoreError, StoreUnfit

_CANNOT_WRITE = "{file} cannot be written; give the account that runs the bot write access to it and to its folder."
_CANNOT_OPEN = "{file} cannot be opened; check that it is a file in a folder which the bot may write to."
_FULL = "There is no room left for {file}; free some space on its disk."

_SENTENCES: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_BUSY: (StoreBusy, "Another program holds {file}; close it, or try again in a moment."),
    sqlite3.SQLITE_LOCKED: (StoreBusy, "Another program holds {file}; close it, or try again in a moment."),
    sqlite3.SQLITE_READONLY: (StoreUnfit, _CANNOT_WRITE),
    sqlite3.SQLITE_PERM: (StoreUnfit, _CANNOT_WRITE),
    sqlite3.SQLITE_CANTOPEN: (StoreUnfit, _CANNOT_OPEN),
    sqlite3.SQLITE_FULL: (StoreUnfit, _FULL),
    sqlite3.SQLITE_NOTADB: (
        StoreUnfit,
        "{file} is not a database; name another file, or move this one away.",
    ),
    sqlite3.SQLITE_CORRUPT: (StoreUnfit, "{file} is damaged; restore the latest backup."),
    sqlite3.SQLITE_IOERR: (StoreUnfit, "The disk failed while {file} was read or written; check the disk."),
    # What a WAL's index says when it finds no room to grow; its primary code is that of a broken disk.
    sqlite3.SQLITE_IOERR_SHMSIZE: (StoreUnfit, _FULL),
}
_PRIMARY_CODE = 0xFF  # an extended result code carries the primary one in its lowest byte

_OS_SENTENCES = {
    errno.EACCES: _CANNOT_WRITE,
    errno.EPERM: _CANNOT_WRITE,
    errno.EROFS: _CANNOT_WRITE,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
}


def explain(file: Path, error: sqlite3.Error) -> StoreError:
    """Turn what SQLite raised into the error whose text the operator may read as it stands."""
    code: int | None = getattr(error, "sqlite_errorcode", None)  # missing when Python itself refused the call
    known = None if code is None else _SENTENCES.get(code) or _SENTENCES.get(code & _PRIMARY_CODE)
    if known is None:
        return StoreError(f"{file} could not be used: SQLite says {str(error)!r}.")
    kind, sentence = known
    return kind(sentence.format(file=file))


def explain_os(file: Path, error: OSError) -> StoreUnfit:
    """Turn what the file system raised into the same kind of sentence."""
    sentence = _OS_SENTENCES.get(error.errno or 0, _CANNOT_OPEN)
    return StoreUnfit(sentence.format(file=file))


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the content of a file is at fault, and not the machine around it."""
    code: int = getattr(error, "sqlite_errorcode", None) or 0
    return code & _PRIMARY_CODE in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """Let nothing but a `StoreError` out of a block that works on `file`."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(file, error) from error
    except OSError as error:
        raise explain_os(file, error) from error
