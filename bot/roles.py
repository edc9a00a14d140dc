"""What a process does, of what there is to do: hear platforms, deliver, keep house. By default all of it.

With PostgreSQL any number of processes may do the same, and each may do a part; an SQLite file has one process, which does all.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.config import SettingsError
from core.records import record

PLATFORMS = ("slack", "discord")
DELIVERY, HOUSEKEEPING = "delivery", "housekeeping"
ALL = (*PLATFORMS, DELIVERY, HOUSEKEEPING)


@record
class Roles:
    """What this process does."""

    listens_to: tuple[str, ...]
    """The platforms whose events it takes."""
    speaks_to: tuple[str, ...]
    """Those to which it only sends, because others listen to them."""
    delivers: bool
    """Whether it brings what is due and sends what is kept, on all these platforms."""
    keeps_house: bool
    """Whether it does what only one does at a time, when nobody else does."""

    @property
    def served(self) -> list[str]:
        """All platforms that it has to do with."""
        return [*self.listens_to, *self.speaks_to]


def roles_of(named: str | None, configured: Sequence[str], *, may_be_few: bool) -> Roles:
    """The roles that a command line names, separated by commas; None: all. `SettingsError` says what does not fit.

    `may_be_few` tells whether other processes may do the rest.
    """
    wanted = ALL if named is None else tuple(name for one in named.split(",") if (name := one.strip().lower()))
    for name in wanted:
        if name not in ALL:
            raise SettingsError(f"{name} is no role; --roles takes {', '.join(ALL)}, separated by commas.")
    if not wanted:
        raise SettingsError(f"--roles names no role; it takes {', '.join(ALL)}, separated by commas.")
    if named is not None:
        for name in wanted:
            if name in PLATFORMS and name not in configured:
                raise SettingsError(
                    f"{name.capitalize()} is not configured; set its tokens, or leave it out of --roles."
                )
    if not may_be_few and not {*configured, DELIVERY, HOUSEKEEPING} <= {*wanted}:
        raise SettingsError(
            "An SQLite file is served by one process, which has to do everything; leave --roles out, or set "
            "REBOUND_DATABASE to a PostgreSQL database."
        )
    listens_to = tuple(name for name in configured if name in wanted)
    delivers = DELIVERY in wanted
    speaks_to = tuple(name for name in configured if delivers and name not in wanted)
    return Roles(listens_to, speaks_to, delivers, HOUSEKEEPING in wanted)
