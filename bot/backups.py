"""The backup of the day, as a job of the running coach and as `rebound backup`; what a backup is, `core.store.backup` says.

It reads the journal beside the turns, on whatever thread calls it, and holds none of them up.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Clock
from bot.config import Settings
from core.errors import StoreError
from core.store import backup

KEPT = 7
"""So many journals stay; of the people's keys there is only the newest copy."""
OFTEN = timedelta(hours=1)
"""How often a running coach asks whether the day's backup is due."""
_A_DAY = timedelta(hours=23, minutes=30)

log = logging.getLogger(__name__)


def back_up(settings: Settings, now: datetime, *, to: Path | None = None, keep: int = KEPT) -> Path:
    """Make a backup now; where it lies. Raises `StoreError`."""
    return settings.backend.back_up(to or settings.backups_folder, keep=keep, now=now)


def daily(settings: Settings, clock: Clock) -> Path | None:
    """Make the backup of the day, if it is not made yet; for a scheduler's job to call, `OFTEN`.

    A failure is logged as the sentence that says what to do, and the next call tries again.
    """
    now = clock.now()
    try:
        if _is_fresh(settings.backups_folder, now):
            return None
        made = back_up(settings, now)
    except StoreError as error:
        log.error("The backup of the day was not made. %s", error)
        return None
    log.info("The backup of the day is %s.", made)
    return made


def _is_fresh(folder: Path, now: datetime) -> bool:
    if not folder.is_dir():
        return False
    made = [at for path in backup.made_in(folder) if (at := backup.made_at(path)) is not None and at <= now]
    return bool(made) and now - max(made) < _A_DAY
