"""What a process that serves does beside its turns, at the start and then again and again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.clock import SystemClock
from core.errors import ReboundError, outline
from core.records import record

if TYPE_CHECKING:
    from apscheduler.schedulers.base import BaseScheduler

log = logging.getLogger(__name__)


@record
class Chore:
    """Something that is done at the start and then again and again, on a thread; a failure is logged and costs nothing."""

    name: str
    do: Callable[[], object]
    every: timedelta


def do_again_and_again(chores: Sequence[Chore], scheduler: BaseScheduler, is_ours: Callable[[], bool]) -> None:
    """Do them whenever it is their time and `is_ours` says that it is for this process to do them."""
    now = SystemClock().now()
    for chore in chores:
        scheduler.add_job(
            partial(_do, chore, is_ours),
            "interval",
            seconds=chore.every.total_seconds(),
            next_run_time=now,
            id=chore.name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )


def repeat(act: Callable[[], object], every: timedelta, scheduler: BaseScheduler) -> None:
    """Do something that cannot fail, in every process."""
    scheduler.add_job(act, "interval", seconds=every.total_seconds(), coalesce=True, misfire_grace_time=None)


def _do(chore: Chore, is_ours: Callable[[], bool]) -> None:
    try:
        if is_ours():
            chore.do()
    except ReboundError as error:
        log.error("The %s failed and is tried again later. %s", chore.name, error)
    except Exception as error:  # the one place where a fault of ours must not end all later ones
        log.error("The %s failed and is tried again later: %s.", chore.name, outline(error))
