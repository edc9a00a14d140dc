"""Files for a person, written where they are: readable by nobody else, and never over one that is there."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

from core.errors import ReboundError
from core.messages import Attachment

_MOST_OF_A_NAME = 1000


class NotWritten(ReboundError):
    """A file could not be written; the message says where and why, and what to do."""


def write(attachment: Attachment, folder: Path) -> Path:
    """Write it into the folder and tell under which name; a number is added where the name is taken."""
    text = attachment.text.encode("utf-8", "replace")
    try:
        folder = folder.absolute()  # which fails where the folder one is in is gone
        path = _created(folder / attachment.name)
        try:
            path.write_bytes(text)
        except OSError:
            with suppress(OSError):
                path.unlink()  # half a file looks like a whole one
            raise
    except OSError as problem:
        raise NotWritten(
            f"Not everything could be written into {folder} ({problem.strerror}); nothing is lost: make room, or choose "
            "another folder, and ask for it again."
        ) from None
    return path


def bytes_of(file: Path, *, most: int) -> bytes:
    """What stands in a file, up to one byte more than so many."""
    try:
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as problem:
        raise ReboundError(f"{file} cannot be read ({problem.strerror}); name the JSON file of an export.") from None


def _created(path: Path) -> Path:
    """An empty file that did not exist before."""
    for number in count(1):
        wanted = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        try:
            os.close(os.open(wanted, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            if number == _MOST_OF_A_NAME:
                raise
        else:
            return wanted
    raise AssertionError  # pragma: no cover (count never ends)
