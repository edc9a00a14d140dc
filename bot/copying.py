"""The operator's command that moves everything to another database, and says what it found in each table."""

from __future__ import annotations

from pathlib import Path

from bot.clock import SystemClock
from bot.config import SettingsError, read_settings
from core.store import Address, copying, is_address


def copy(source: str, target: str) -> int:
    """Copy from one place to another, or go on with it; 1 if anything is not the same in both."""
    key = read_settings().master_key
    try:
        done = copying.copy(_place(source), _place(target), key, now=SystemClock().now(), report=_report)
    except KeyboardInterrupt:
        print("\nBroken off. Run the same again, and it goes on.")
        return 130
    if done.differ:
        print(_CHANGED if done.was_finished else _UNLIKE)
        return 1
    print(_FINISHED_BEFORE if done.was_finished else _FINISHED)
    for folder in done.backups:
        print(f"Keys of the first lie in {folder}, too; `rebound backup --forget {folder}` destroys them while it is")
        print("still named as REBOUND_DATABASE.")
    return 0


def _place(text: str) -> Path | Address:
    if "://" in text and not is_address(text):
        raise SettingsError(
            "One of the two is neither the path of an SQLite file nor the address of a PostgreSQL database, which begins "
            "with postgresql://; write it anew."
        )
    return Address(text) if is_address(text) else Path(text).expanduser()


_FINISHED = (
    "The copy is finished: name the second as REBOUND_DATABASE, and start the coach on it alone.\n"
    "Whoever is erased from now on stays readable in the first, and in its backups. Destroy them once all is well."
)
_FINISHED_BEFORE = "The copy was finished before, and both are still the same. Nothing was changed."
_UNLIKE = (
    "The copy is not finished: what is named above is not the same in both, and nothing can be served from the second yet.\n"
    "Run this again, which puts it right. If it says so once more, have the disks and the memory of both machines checked."
)
_CHANGED = (
    "The copy was finished before, and since then what is named above has changed: a coach has served from one of them,\n"
    "or something is damaged. Nothing was changed now."
)


def _report(compared: copying.Compared) -> None:
    if not compared.differ:
        print(f"{compared.says}: {compared.rows:,}, the same in both.", flush=True)
        return
    named = "; ".join(compared.named) + ("; …" if compared.differ > len(compared.named) else "")
    print(f"{compared.says}: {compared.differ:,} are not the same in both, of {compared.rows:,}: {named}.", flush=True)
