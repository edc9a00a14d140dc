"""The only place where real things are chosen and wired together."""

from __future__ import annotations

import gc
import logging
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC
from pathlib import Path
from types import ModuleType

from bot import checks, logs
from bot.clock import Clock, SystemClock, local_zone_name, standing, ticking
from bot.community import community_in
from bot.config import Settings, read_settings
from bot.files import bytes_of, write
from bot.rehearsal import rehearse
from bot.terminal.chat import ME, Chat, piped, typed
from bot.terminal.pipes import leave_quietly
from core import clock as zones
from core.coach import Coach
from core.erasing import REDELIVERED
from core.errors import ReboundError
from core.events import Person
from core.importing import LARGEST
from core.ports import Store
from core.store.backends import existing
from core.understanding import make_ready
from core.wording import Wording, load

WIDEST = 88

log = logging.getLogger(__name__)


def chat(*, at: str | None, zone: str | None) -> int:
    """Talk in the terminal until the person leaves or the pipe ends; the exit code."""
    zone = zone or local_zone_name()
    zones.zone(zone)  # an unknown one is refused before anything is opened
    settings = read_settings()
    logged = logging_begun(settings, is_now=at is None)
    clock: Clock = ticking(settings.clock_file, settings.addresses)
    community = community_in(settings.community)
    wording = load()
    gc.freeze()
    interactive = sys.stdin.isatty() and sys.stdout.isatty()
    if not interactive or at is not None:
        clock = standing(at, zone, clock)
    width = min(WIDEST, shutil.get_terminal_size().columns) if interactive else None
    with closing(opened(settings)) as store:
        logged.know(names(settings))
        store.tidy(clock.now() - REDELIVERED)
        sitting = Chat(Coach(wording, community), store, clock, sys.stdout, zone, width)
        try:
            sitting.resume()
            if interactive:
                _on_a_tty(sitting)
            else:
                piped(sitting, iter(sys.stdin.buffer.readline, b""))
        except KeyboardInterrupt:
            return 130
        except BrokenPipeError:
            leave_quietly()
    return 0


def export(tenant: str | None, id: str | None, to: str) -> int:
    """Write everything one person ever told into two files in a folder; the exit code."""
    person = Person(tenant or ME.tenant, id or ME.id)
    settings = read_settings()
    folder = Path(to).expanduser()
    if not folder.is_dir():
        raise ReboundError(f"{folder} is no folder; make it first, or name another one.")
    existing(settings.backend)
    community = community_in(settings.community)
    now = ticking(settings.clock_file, settings.addresses).now()
    with closing(opened(settings)) as store:
        if store.snapshot(person) is None:
            raise ReboundError(f"{settings.database} holds nothing of {person.id} in {person.tenant}.")
        made = Coach(load(), community).files(person, now, store)
    for attachment in made:
        print(write(attachment, folder))
    return 0


def dead_letters() -> int:
    """Print what could not be delivered; the exit code."""
    settings = read_settings()
    for letter in existing(settings.backend).dead_letters():
        what = "reply" if letter.is_reply else "nudge"
        print(
            f"{letter.refused_at:%Y-%m-%d %H:%M}Z  {letter.person.tenant} {letter.person.id}  {what} {letter.key}"
            f"  attempts {letter.attempts}  {letter.reason}"
        )
    return 0


def bring_in(tenant: str | None, id: str | None, file: str) -> int:
    """Bring back what an export wrote, for somebody of whom nothing is kept; the exit code."""
    person = Person(tenant or ME.tenant, id or ME.id)
    content = bytes_of(Path(file).expanduser(), most=LARGEST)
    settings = read_settings()
    community = community_in(settings.community)
    with closing(opened(settings)) as store:
        told = Coach(load(), community).bring_in(person, content, SystemClock().now(), store)
    print(
        f"Brought back for {person.id} in {person.tenant}: interviews {len(told.facts) - 1}, messages {len(told.events)}."
    )
    return 0


def logging_begun(settings: Settings, *, is_now: bool = True) -> logs.Logs:
    """The log set up, and in it what is wrong with the machine's time; `is_now`: it is the machine's time that counts."""
    logged = logs.set_up(settings.log, settings.log_format)
    log.info("Time zones are those of the tzdata release %s.", zones.zone_data_version())
    for problem in (checks.old_zone_data(), checks.wrong_clock(SystemClock().now()) if is_now else None):
        if problem:
            log.warning("%s", problem)
    return logged


def warmed_up(around: tuple[ModuleType, ...] = ()) -> Wording:
    """The words, loaded and checked, with all that is built at first use; the first turn is as quick as any then.

    `around`: what surfaces say of their own.
    """
    wording = load(around=around)
    make_ready()
    rehearse(wording)
    # Words and phrase books stay for good: the collector need not walk through them at every turn.
    gc.freeze()
    return wording


def opened(settings: Settings) -> Store:
    """The store the settings name."""
    return settings.backend.open(settings.master_key)


def names(settings: Settings) -> logs.Names:
    """What people are called in the log; for a store that was opened, which makes the master key."""
    return logs.Names(settings.master_key.read(sealed=str(settings.database)))


def who(tenant: str | None, id: str | None) -> int:
    """Print what somebody is called in the log, or with an empty id their tenant; the exit code."""
    settings = read_settings()
    existing(settings.backend)
    print(names(settings).of(Person(tenant or ME.tenant, ME.id if id is None else id)))
    return 0


def _on_a_tty(sitting: Chat) -> None:
    make_ready()  # while the person reads what was said
    gc.freeze()
    from bot.terminal.line import Line

    line = Line(sitting.bring_due)
    with ExitStack() as sat:
        if isinstance(sitting.clock, SystemClock):
            sat.enter_context(_alarm(sitting, line.knock))
        typed(sitting, line.ask)
    print("Your place is kept.")


@contextmanager
def _alarm(sitting: Chat, knock: Callable[[], None]) -> Iterator[None]:
    """Knock whenever something is due."""
    from apscheduler.schedulers.background import BackgroundScheduler

    from bot.alarm import Alarm

    alarm = Alarm(BackgroundScheduler(timezone=UTC), sitting.store, sitting.clock, knock)
    sitting.turned = alarm.arm
    alarm.start()
    try:
        yield
    finally:
        alarm.stop()
