"""The journal in an SQLite file, as a place: what an operator does with it. One process at a time has it open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from core.events import Person
from core.ports import DeadLetter, Store
from core.store import backup, delivery, erasing, inspection, restore, rotation, schema
from core.store.backends import Journal, Restored, Rotated
from core.store.keys import MasterKey
from core.store.lock import is_held
from core.store.sqlite import SqliteKeeper
from core.store.vault import FileVault, Vault
from core.store.writer import Writer

WAIT_SECONDS = 5.0
"""So long another program that holds the file is waited for."""


class SqliteFile:
    """A `Backend`."""

    is_shared = False
    makes_backups = True

    def __init__(self, database: Path, *, busy_seconds: float = WAIT_SECONDS) -> None:
        self._database = database
        self._busy_seconds = busy_seconds

    def __str__(self) -> str:
        """The path, as it was set."""
        return str(self._database)

    def exists(self) -> bool:
        """Whether the file is there."""
        return self._database.is_file()

    def is_in_use(self) -> bool:
        """Whether a process holds its lock."""
        return is_held(self._database.resolve())

    def open(self, key: MasterKey) -> Store:
        """Open it, with the people's keys beside it."""
        return Writer(lambda: SqliteKeeper(self._database, key, busy_seconds=self._busy_seconds))

    def vault(self, key: MasterKey) -> Vault:
        """What opens workspaces to us, in the key store beside it."""
        return FileVault(self._database, key)

    def credentials(self, key: MasterKey) -> list[bytes]:
        """What opens workspaces to us."""
        return inspection.credentials(self._database.resolve(), key)

    def dead_letters(self) -> list[DeadLetter]:
        """What could not be delivered."""
        return delivery.dead_letters(self._database)

    def inspected(self) -> Journal:
        """What there is to say of it."""
        return inspection.journal(self._database)

    def people_with_keys(self, key: MasterKey) -> int:
        """How many people's keys the master key opens."""
        return inspection.people_with_keys(self._database.resolve(), key)

    def migrate(self) -> list[tuple[str, list[str]]]:
        """Bring both files up to date."""
        done = schema.bring_up_to_date(self._database.resolve(), wait_seconds=self._busy_seconds)
        return [(str(file), applied) for file, applied in done]

    def erase(self, key: MasterKey, person: Person) -> bool:
        """Erase a person, also beside the backups."""
        return erasing.erase(self._database, key, person, busy_seconds=self._busy_seconds)

    def erase_tenant(self, key: MasterKey, tenant: str) -> int | None:
        """Erase everybody of a tenant, also beside the backups."""
        return erasing.erase_tenant(self._database, key, tenant, busy_seconds=self._busy_seconds)

    def rotate(self, key: MasterKey) -> Rotated:
        """Wrap all keys anew, also beside the backups."""
        return rotation.rotate(self._database, key, busy_seconds=self._busy_seconds)

    def back_up(self, folder: Path, *, keep: int, now: datetime) -> Path:
        """Copy journal and keys into a folder."""
        return backup.back_up(self._database, folder, keep=keep, now=now, busy_seconds=self._busy_seconds)

    def forget_backups(self, folder: Path) -> bool:
        """Destroy the keys beside the backups in a folder."""
        return backup.forget(self._database, folder, busy_seconds=self._busy_seconds)

    def restore(self, backed_up: Path, key: MasterKey, *, is_forced: bool, now: datetime) -> Restored:
        """Put a backup in its place."""
        return restore.restore(backed_up, self._database, key, is_forced=is_forced, now=now)
