"""The alarm clock: wakes whoever brings what is due at the earliest due instant, and keeps no list of its own.

The store is the only truth about time; here there is one wake-up at a time, and a heartbeat in case one is lost. The
rules a newcomer could break: each wake-up is a job with an id of its own, because one that is set again from inside
its own run counts as running already and is never started; what is late still runs (`misfire_grace_time=None`,
else it is dropped after a second); the scheduler goes by the machine's clock, which may not be ours; and we wait for
what is in hand before the scheduler shuts down, because it cancels.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count
from threading import Lock
from typing import Protocol

from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.base import BaseScheduler

from bot.clock import Clock, MovedClock, SystemClock, offset
from core.errors import ReboundError, StoreError, outline

HEARTBEAT = timedelta(seconds=30)
LOOK_AT_CLOCK = timedelta(seconds=1)

log = logging.getLogger(__name__)


class Due(Protocol):
    """What the alarm asks of the store."""

    def next_due(self, *, after: datetime | None = None) -> datetime | None:
        """When somebody's hour comes next."""


class Alarm:
    """Rings when somebody's hour has come. `arm` it anew after every turn; safe to call from any thread."""

    def __init__(
        self,
        scheduler: BaseScheduler,
        due: Due,
        clock: Clock,
        ring: Callable[[], object],
        *,
        heartbeat: timedelta = HEARTBEAT,
    ) -> None:
        """`ring` brings what is due. It runs on a thread of the scheduler's, never twice at once, and may fail."""
        self._scheduler = scheduler
        self._due = due
        self._clock = clock
        self._ring = ring
        self._heartbeat = heartbeat
        self._offset = offset(clock)
        self._numbers = count(1)
        self._arming = Lock()
        self._ringing = Lock()
        self._is_stopped = False
        self._job: str | None = None
        self._at: datetime | None = None

    def start(self) -> None:
        """Begin to keep time; what is overdue rings at once."""
        # The library reports a failed job with the exception's text, in which may be what somebody wrote.
        logging.getLogger("apscheduler.executors").setLevel(logging.CRITICAL)
        logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
        self._scheduler.add_listener(report, EVENT_JOB_ERROR)
        self._repeat(self._wake, self._heartbeat, "heartbeat")
        if isinstance(self._clock, MovedClock):
            self._repeat(self._look_at_clock, LOOK_AT_CLOCK, "clock")
        self._scheduler.start()
        self.arm()

    def _repeat(self, act: Callable[[], None], every: timedelta, name: str) -> None:
        self._scheduler.add_job(
            act,
            "interval",
            seconds=every.total_seconds(),
            id=name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )

    def arm(self) -> None:
        """Wake at the earliest due instant, at once if it has passed."""
        self._arm()

    def stop(self) -> None:
        """Ring no more; what is in hand is finished first. Waits, so an event loop calls it on another thread."""
        with self._ringing, self._arming:
            self._is_stopped = True
        if self._scheduler.running:
            self._scheduler.shutdown()

    def _wake(self) -> None:
        with self._ringing:
            if self._is_stopped:
                return
            try:
                self._ring()
            finally:
                # What is still overdue now could not be brought: the heartbeat tries again, and nothing spins.
                self._arm(after=self._clock.now())

    def _look_at_clock(self) -> None:
        """Ring when the clock was moved, forward or back: what is due now may be another thing, and it is set anew."""
        if offset(self._clock) != self._offset:
            self._wake()

    def _arm(self, after: datetime | None = None) -> None:
        with self._arming:
            if self._is_stopped:
                return
            try:
                due = self._due.next_due(after=after)
            except StoreError:
                return  # the heartbeat looks again
            if due is None or due != self._at or offset(self._clock) != self._offset or not self._is_set():
                self._set(due)

    def _is_set(self) -> bool:
        return self._job is not None and self._scheduler.get_job(self._job) is not None

    def _set(self, due: datetime | None) -> None:
        if self._job is not None:
            with suppress(JobLookupError):  # it has begun to run
                self._scheduler.remove_job(self._job)
        self._job, self._at, self._offset = None, due, offset(self._clock)
        if due is not None:
            self._job = f"wake-{next(self._numbers)}"
            left = due - self._clock.now()  # ours may run ahead of the scheduler's clock
            at = SystemClock().now() + left
            self._scheduler.add_job(self._wake, "date", run_date=at, id=self._job, misfire_grace_time=None)


def report(event: JobExecutionEvent) -> None:
    """Log where an error happened, and nothing of its text, which may quote what somebody wrote; ours never do."""
    error = event.exception
    what = str(error) if isinstance(error, ReboundError) else f"{outline(error)}."
    log.error("What is due could not be brought, and the next heartbeat tries again. %s", what)
