"""The operator's commands on the files: each does one thing, says what it did, and may be repeated after a crash."""

from __future__ import annotations

from pathlib import Path

from bot import backups
from bot.clock import SystemClock
from bot.config import Settings, SettingsError, read_settings
from bot.discord import places as discord_places
from bot.slack import places as slack_places
from bot.slack import posted as slack_posted
from core.errors import ReboundError, StoreUnfit
from core.events import Person
from core.store import copies


def migrate() -> int:
    """Bring the tables of both files up to date."""
    backend = read_settings().backend
    if not backend.exists() and not backend.is_shared:
        raise StoreUnfit(f"There is no journal at {backend} yet; the first start creates it as it must be.")
    for what, applied in backend.migrate():
        steps = ", ".join(applied)
        print(f"{what}: {f'changed ({steps}).' if steps else 'up to date.'}")
    return 0


def back_up(to: str | None, keep: int | None) -> int:
    """Make a backup now."""
    keep = backups.KEPT if keep is None else keep
    if keep < 1:
        raise SettingsError(f"--keep {keep} would keep no backup; write 1 or more.")
    made = backups.back_up(read_settings(), SystemClock().now(), to=Path(to).expanduser() if to else None, keep=keep)
    print(f"Made and checked: {made}")
    print(f"The people's keys are beside it, in {copies.NAME}. Keep the master key somewhere else.")
    return 0


def forget_backups(folder: str) -> int:
    """Destroy the keys beside the backups in a folder, and care for it no more."""
    if not read_settings().backend.forget_backups(Path(folder)):
        raise ReboundError(f"No backup was ever made into {folder}; nothing has changed.")
    print(f"The backups in {folder} are no longer kept up; delete what is left of them.")
    return 0


def restore(file: str, *, is_forced: bool) -> int:
    """Put a backup in the place of the journal."""
    set_up = read_settings()
    done = set_up.backend.restore(Path(file), set_up.master_key, is_forced=is_forced, now=SystemClock().now())
    print(f"Restored: {_people(done.people)}, from {file}.")
    if done.erased:
        print(f"{_people(done.erased)} of that backup had been erased since, and stay erased.")
    if done.replaced:
        print(f"What was there before is now {done.replaced}; delete it when all is well.")
    if done.keys_from:
        print(f"The people's keys were taken from {done.keys_from}; leave that folder where it is, or run")
        print(f"`rebound backup --forget {done.keys_from.parent}` after the next backup.")
    return 0


def rotate_key() -> int:
    """Wrap everybody's key with a new master key."""
    set_up = read_settings()
    done = set_up.backend.rotate(set_up.master_key)
    print(f"The keys of {_people(done.people)} are wrapped by the new master key{_in_backups(set_up)}.")
    print(done.remains)
    return 0


def erase(tenant: str | None, id: str | None, *, is_sure: bool) -> int:
    """Erase one person: rows and key, also beside the backups."""
    from bot.terminal.chat import ME  # which loads the whole coach

    person = Person(tenant or ME.tenant, id or ME.id)
    set_up = read_settings()
    if not is_sure:
        raise ReboundError(
            f"This erases all that {person.id} in {person.tenant} ever told, for good; run it again with --yes."
        )
    is_gone = set_up.backend.erase(set_up.master_key, person)
    discord_places.forget(set_up.notes, person)
    if not is_gone:
        raise ReboundError(
            f"{set_up.database} holds nothing of {person.id} in {person.tenant}; check both, unless they were "
            "erased before."
        )
    slack_places.forget(set_up.notes, person, SystemClock().now())
    print(f"Erased: all of {person.id} in {person.tenant}, and their key{_in_backups(set_up)}.")
    return 0


def erase_tenant(tenant: str, *, is_sure: bool) -> int:
    """Erase everybody of a workspace, and the tokens that open it to us."""
    set_up = read_settings()
    if not is_sure:
        raise ReboundError(f"This erases everybody of {tenant}, for good; run it again with --yes.")
    people = set_up.backend.erase_tenant(set_up.master_key, tenant)
    if people is None:
        raise ReboundError(f"{set_up.database} holds nothing of {tenant}; check it, unless it was erased before.")
    slack_places.forget(set_up.notes, Person(tenant, ""), SystemClock().now())
    slack_posted.forget(set_up.notes, tenant, SystemClock().now())
    print(f"Erased: {_people(people)} of {tenant}, their keys and the tokens of {tenant}{_in_backups(set_up)}.")
    return 0


def _in_backups(set_up: Settings) -> str:
    return ", also beside the backups" if set_up.backend.makes_backups else "; dumps made before hold what was there"


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"
