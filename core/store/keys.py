"""The master key: read from a setting or from a key file, which the first start creates.

Only the 32 bytes are obtained here; what they seal is the business of `keyring`. Never put key material into
a message, a log or a `repr`: an error names the setting or the file, nothing else.
"""

from __future__ import annotations

import base64
import binascii
import os
import secrets
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from core.errors import KeyUnfit
from core.store import durable
from core.store.faults import explain_os

KEY_BYTES = 32
_OTHERS_MAY = stat.S_IRWXO | stat.S_IWGRP  # the group may read: that is how secrets are mounted into containers


@dataclass(frozen=True, slots=True)
class KeyText:
    """The master key as the operator wrote it: 32 bytes in base64 or hex."""

    text: str = field(repr=False)
    setting: str = "REBOUND_KEY"
    """Where it was written, for the sentence that says it does not fit."""
    successor: KeyText | None = None
    """The key that is to take its place, or has taken it already."""

    def read(self, *, sealed: Path | str | None) -> bytes:  # noqa: ARG002 - a key given as text is never created
        """Give the 32 bytes."""
        return _decoded(self.text, f"The master key in {self.setting}")

    def made_successor(self) -> KeyText:
        """The key to rotate to, which the operator has to have written."""
        if self.successor is None:
            raise KeyUnfit(
                "Write the new master key as REBOUND_NEW_KEY, beside REBOUND_KEY, and run this again "
                f"(`openssl rand -base64 {KEY_BYTES}` makes one)."
            )
        return self.successor

    def adopt_successor(self) -> str:
        """The setting is the operator's to change; the sentence that asks for it."""
        return "Now write the content of REBOUND_NEW_KEY as REBOUND_KEY, and leave REBOUND_NEW_KEY empty."


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A file that holds the master key; it is created when nothing has been sealed yet."""

    path: Path

    def read(self, *, sealed: Path | str | None) -> bytes:
        """Give the 32 bytes; a missing file is created, unless `sealed` depends on the one that is lost."""
        try:
            if not self.path.exists():
                if sealed is not None:
                    raise KeyUnfit(
                        f"The key file {self.path} is missing, but {sealed} was sealed with it; "
                        "put it back from your own copy."
                    )
                _create(self.path)
            self._refuse_if_open_to_others()
            text = self.path.read_text(encoding="ascii", errors="replace")
        except OSError as error:
            raise KeyUnfit(str(explain_os(self.path, error))) from error
        return _decoded(text, f"The content of the key file {self.path}")

    @property
    def successor(self) -> KeyFile | None:
        """The key that is to take its place, or has taken it already; there is one while a rotation is under way."""
        new = self._new
        return new if new.path.exists() else None

    @property
    def _new(self) -> KeyFile:
        return KeyFile(self.path.with_name(f"{self.path.name}.new"))

    def made_successor(self) -> KeyFile:
        """The key to rotate to, made and durable; the one that an interrupted rotation has made, if there is one."""
        self._new.read(sealed=None)
        return self._new

    def adopt_successor(self) -> str:
        """Put the successor in the place of this key, which is gone then; a sentence that says what to do."""
        try:
            durable.move(self._new.path, self.path)
            for left in self.path.parent.glob(f".{self.path.name}.*"):  # by a start that was killed: it may hold a key
                left.unlink()
        except OSError as error:
            raise KeyUnfit(str(explain_os(self.path, error))) from error
        return f"Keep a new copy of {self.path} in a safe place, and destroy your copies of the old one."

    def _refuse_if_open_to_others(self) -> None:
        mode = stat.S_IMODE(self.path.stat().st_mode)
        if os.name == "posix" and mode & _OTHERS_MAY:
            raise KeyUnfit(
                f"The key file {self.path} is open to other accounts (mode {mode:04o}); run `chmod 600 {self.path}`."
            )


MasterKey: TypeAlias = KeyText | KeyFile


def _decoded(text: str, what: str) -> bytes:
    text = text.strip()
    try:
        if len(text) == 2 * KEY_BYTES:
            key = bytes.fromhex(text)
        else:
            padded = text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4)
            key = base64.b64decode(padded.replace("-", "+").replace("_", "/"), validate=True)
    except (ValueError, binascii.Error):
        key = b""
    if len(key) != KEY_BYTES:
        raise KeyUnfit(
            f"{what} is not a key: write {KEY_BYTES} random bytes in base64 or hex "
            f"(`openssl rand -base64 {KEY_BYTES}` makes some)."
        )
    return key


def _create(path: Path) -> None:
    """Put a new key at `path` in one step: others see a whole key or none, and the first of two wins."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        durable.create(fresh, base64.b64encode(secrets.token_bytes(KEY_BYTES)) + b"\n")
        with suppress(FileExistsError):  # a rename would replace the key that another start just put there
            os.link(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)
    durable.sync_folder(path.parent)
