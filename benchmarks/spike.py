"""`python -m benchmarks.spike [rate] [nudges]`: ten thousand nudges due at the same minute, and people who talk meanwhile.

The whole process as it runs (alarm, turns, SQLite, delivery), against a platform of its own that keeps to its rate with a
bucket and refuses what is above it. The same people talk before the spike and in it, so that both waits are of one run.
It ends by itself, at the latest after three times what the rate allows.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

from benchmarks.__main__ import KEY, STORY, machine
from bot.app import warmed_up
from bot.clock import MovedClock, SystemClock
from bot.delivery.pacing import Bucket
from bot.delivery.platform import Limited, Message, Rates
from bot.running import Service, serve
from core.coach import Coach
from core.events import Person, Text
from core.messages import Part
from core.ports import Store
from core.store import open_store
from core.store.sqlite import SqliteKeeper
from core.understanding import read

NUDGES = 10_000
TALKERS = 20
QUIET_SECONDS = 10.0
SEND_SECONDS = 0.02
TOLD = datetime.fromisoformat("2026-11-24T10:40:00+00:00")
DUE = TOLD + timedelta(hours=3)
"""When somebody who broke off then is asked whether to go on."""


class Loopback:
    """Shows everything within its rate; refuses the rest, as a platform would."""

    name = "bench"
    tells_doubles = True

    def __init__(self, rates: Rates) -> None:
        self.rates = rates
        self.shown: list[tuple[float, str, bool]] = []
        """When, which, and whether it was a reply; no more, for what a platform holds is not in our process, and a heap that
        grows makes each of the collector's pauses longer."""
        self.refused = 0
        self.at_once = 0
        self._under_way: Counter[Person] = Counter()
        self._bucket = Bucket(rates.per_second, rates.burst)
        self._theirs: dict[Person, Bucket] = {}
        self._awaited: dict[Person, asyncio.Event] = {}

    def divided(self, parts: tuple[Part, ...]) -> Sequence[tuple[Part, ...]]:
        """All of it."""
        return [parts]

    async def send(self, message: Message) -> None:
        """Show it."""
        now, person = perf_counter(), message.person
        theirs = self._theirs.setdefault(person, Bucket(self.rates.per_conversation, self.rates.conversation_burst))
        if (wait := max(self._bucket.reaches(1.0, now), theirs.reaches(1.0, now)) - now) > 0:
            self.refused += 1
            raise Limited(wait, everywhere=True)
        self._bucket.take(now)
        theirs.take(now)
        self._under_way[person] += 1
        self.at_once = max(self.at_once, self._under_way[person])
        await asyncio.sleep(SEND_SECONDS)
        self._under_way[person] -= 1
        self.shown.append((perf_counter(), message.key, message.is_reply))
        if message.is_reply and person in self._awaited:
            self._awaited.pop(person).set()

    def awaits(self, person: Person) -> asyncio.Event:
        """Set when the person is shown a reply."""
        return self._awaited.setdefault(person, asyncio.Event())


def prepare(file: Path, coach: Coach, nudges: int) -> None:
    """Everybody has broken off in the middle of the first conversation: one did, and all are as that one."""
    snapshot: bytes | None = None
    for line in STORY[:2]:
        event = Text(id=line, person=Person("bench", "n0"), at=TOLD, zone="Africa/Lusaka", text=line)
        told = coach.decide(snapshot, event, read(line), TOLD)
        snapshot = told.snapshot
    turn = replace(told, outgoing=None)
    everybody = [Person("bench", f"n{number}") for number in range(nudges)]
    with closing(SqliteKeeper(file, KEY)) as keeper:
        keeper._keyring._db.execute("BEGIN")  # all keys in one commit; a crash now would cost nobody anything
        outcomes = keeper.take((Text(id="told", person=who, at=TOLD, text=""), lambda _: turn) for who in everybody)
        keeper._keyring._db.execute("COMMIT")
    if any(outcomes):
        raise SystemExit("The people could not be put in.")


async def talks(
    service: Service,
    platform: Loopback,
    clock: MovedClock,
    person: Person,
    waits: Callable[[float], object],
    begins: float,
) -> None:
    """Somebody says something each second, and waits for the reply; begins after some seconds, for nobody talks in step."""
    await asyncio.sleep(begins)
    number = 0
    while True:
        for line in STORY:
            number += 1
            began, shown = perf_counter(), platform.awaits(person)
            event = Text(id=f"{person.id}-{number}", person=person, at=clock.now(), zone="Africa/Lusaka", text=line)
            await service.take(event)
            await shown.wait()
            waits(perf_counter() - began)
            await asyncio.sleep(1.0)


async def spike(store: Store, coach: Coach, rate: float, nudges: int, moved: Path) -> None:
    """Talk, let the minute come, and count."""
    rates = Rates(per_second=rate, burst=max(1, int(rate / 5)), per_conversation=1.0, conversation_burst=5)
    ahead = DUE - timedelta(seconds=QUIET_SECONDS) - SystemClock().now()
    moved.write_text(f"{ahead.total_seconds():.3f}")  # noqa: ASYNC240 (a few bytes, before anything runs)
    platform, clock = Loopback(rates), MovedClock(moved)
    service, stop = Service(coach, store, clock, [platform]), asyncio.Event()
    quiet, busy = list[float](), list[float]()
    began = perf_counter()

    def waits(seconds: float) -> None:
        (busy if perf_counter() - began - seconds > QUIET_SECONDS else quiet).append(seconds)

    serving = asyncio.create_task(serve(service, store, clock, stop=stop))
    talking = [
        asyncio.create_task(talks(service, platform, clock, Person("bench", f"t{number}"), waits, number / TALKERS))
        for number in range(TALKERS)
    ]
    nudged, processor = list[float](), 0.0
    latest = began + QUIET_SECONDS + 3 * nudges / rate
    while len(nudged) < nudges and perf_counter() < latest:
        await asyncio.sleep(0.5)
        nudged = [at for at, _, is_reply in platform.shown if not is_reply]
        processor = processor or (process_time() if nudged else 0.0)
    processor = process_time() - processor
    for task in talking:
        task.cancel()
    await asyncio.gather(*talking, return_exceptions=True)
    stop.set()
    await serving
    report(platform, rate, nudged, quiet, busy)
    print(f"  of the processor             {processor:7.1f} s")


def report(platform: Loopback, rate: float, nudged: list[float], quiet: list[float], busy: list[float]) -> None:
    """What came of it."""
    if not nudged:
        raise SystemExit("No nudge was shown; something is wrong.")
    first, last = min(nudged), max(nudged)
    in_spike = [at for at, *_ in platform.shown if first <= at <= last]
    keys = Counter(key for _, key, _ in platform.shown)
    print(f"{len(nudged):,} nudges and {len(busy):,} replies in {last - first:.1f} s, at a rate of {rate:g} a second")
    print(f"  rate used                    {len(in_spike) / (last - first) / rate:7.1%}   goal >= 95 %")
    for name, at in (("median", 50), ("95th percentile", 95), ("worst", 100)):
        before, during = (percentile(waits, at) * 1e3 for waits in (quiet, busy))
        print(
            f"  a reply, {name:<15} {before:5.0f} ms, in the spike {during:5.0f} ms: {during - before:+5.0f} ms   goal <= +100 ms"
        )
    print(f"  refused as above the rate    {platform.refused:7}   goal 0")
    print(f"  at once to one person        {platform.at_once:7}   goal 1")
    print(f"  shown twice                  {sum(keys.values()) - len(keys):7}   goal 0")


def percentile(values: list[float], at: int) -> float:
    """The value below which so many of a hundred lie."""
    if at == 50:
        return median(values)
    return max(values) if at == 100 else quantiles(values, n=100)[at - 1]


def main() -> None:
    """Measure once."""
    print(machine())
    rate = float(sys.argv[1]) if len(sys.argv) > 1 else 500.0
    nudges = int(sys.argv[2]) if len(sys.argv) > 2 else NUDGES
    gc.set_threshold(50_000)  # all this as the program does
    coach = Coach(warmed_up())
    for line in STORY:
        read(line)  # what the first reading compiles must not count as a wait before the spike
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "spike.db"
        began = perf_counter()
        prepare(file, coach, nudges)
        print(f"{nudges:,} people put in within {perf_counter() - began:.1f} s")
        gc.collect()
        gc.freeze()
        with closing(open_store(file, KEY)) as store:
            asyncio.run(spike(store, coach, rate, nudges, file.with_suffix(".clock")))


if __name__ == "__main__":
    main()
