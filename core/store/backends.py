"""The kinds of places in which a journal may be kept, and what an operator does there. `core.store.backend` says which one it is.

One method for each thing that a command asks of the place; nobody else decides by the kind of database.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from core.errors import StoreUnfit
from core.events import Person
from core.ports import DeadLetter, Store
from core.records import record
from core.store.keys import MasterKey
from core.store.vault import Vault


@record
class Journal:
    """What there is to say of a journal."""

    people: int
    newest: datetime | None
    """When the last turn was taken."""
    missing: tuple[str, ...]
    """The changes of its tables that the next start, or `rebound migrate`, will make."""


@record
class Rotated:
    """What was done."""

    people: int
    """So many keys are wrapped by the new master key now."""
    remains: str
    """What the operator has to do, as a sentence."""


@record
class Restored:
    """What was done."""

    people: int
    """So many are back."""
    erased: int
    """So many were in the backup and stay erased, all of theirs or a part that took the rest of the backup with it."""
    replaced: Path | None
    """Where the journal lies now that was there before."""
    keys_from: Path | None
    """The copy that the key store was made of, where there was none."""


class Backend(Protocol):
    """A place where a journal is kept. `str` of it is its name in a sentence; every failure is a `StoreError`."""

    is_shared: bool
    """Whether several processes may have it open at once."""
    makes_backups: bool
    """Whether `rebound backup` makes its backups; else its operator does."""

    def exists(self) -> bool:
        """Whether there is a journal already."""

    def is_in_use(self) -> bool:
        """Whether a process has it open."""

    def open(self, key: MasterKey) -> Store:
        """Open it, creating it if need be."""

    def vault(self, key: MasterKey) -> Vault:
        """What opens workspaces to us; of a place that was opened before."""

    def credentials(self, key: MasterKey) -> list[bytes]:
        """What opens workspaces to us, by tenant; nothing is created."""

    def dead_letters(self) -> list[DeadLetter]:
        """What could not be delivered, also while it is in use."""

    def inspected(self) -> Journal:
        """What there is to say of it; nothing is changed."""

    def people_with_keys(self, key: MasterKey) -> int:
        """Check that the master key opens the people's keys; how many there are. Nothing is created."""

    def migrate(self) -> list[tuple[str, list[str]]]:
        """Bring its tables up to date; what was applied to what."""

    def erase(self, key: MasterKey, person: Person) -> bool:
        """Erase all of a person; False if there is nothing of them."""

    def erase_tenant(self, key: MasterKey, tenant: str) -> int | None:
        """Erase everybody of a tenant and what opens it to us; how many they were, None if there was nothing at all."""

    def rotate(self, key: MasterKey) -> Rotated:
        """Wrap all people's keys with a new master key."""

    def back_up(self, folder: Path, *, keep: int, now: datetime) -> Path:
        """Make a backup and keep only so many; the new one."""

    def forget_backups(self, folder: Path) -> bool:
        """Destroy the keys beside the backups in a folder; False if none was ever made there."""

    def restore(self, backed_up: Path, key: MasterKey, *, is_forced: bool, now: datetime) -> Restored:
        """Put a backup in the place of the journal."""


def existing(backend: Backend) -> Backend:
    """It, if there is a journal; else `StoreUnfit`."""
    if not backend.exists():
        raise StoreUnfit(f"There is no journal at {backend}; set REBOUND_DATABASE to where it is.")
    return backend
