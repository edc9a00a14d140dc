"""`python -m benchmarks.capacity [people ...]`: one day of so many people who look for work, and what it asks of everything.

A simulation on figures of this machine. How long a turn takes is measured; what comes of itself after an interview
stands in the plan; how many people there are in which zone, how often they have an interview and how often they answer is
assumed. All of it is named in the constants below. The
messages of a minute go through a token bucket of the platform's rate, nudges behind replies, as they do in delivery.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import closing
from math import ceil
from pathlib import Path
from typing import NamedTuple

from benchmarks.__main__ import KEY, STORY, Told, machine, once
from core.store.sqlite import SqliteKeeper

PEOPLE = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
INTERVIEWS_A_DAY = 1 / 14
"""Of one person: one each two weeks is a busy search."""
ANSWERS = 0.5
"""So many of the messages that come of themselves are answered."""
TURNS_AFTER = 4
"""So many turns such an answer leads to."""
ZONES = {-8: 4, -6: 5, -5: 7, -3: 6, 0: 6, 1: 12, 2: 9, 3: 8, 4: 3, 5: 18, 7: 8, 8: 12, 9: 2}
"""Parts of the people by hours from UTC: roughly where people live who write to bots in English; an assumption."""
AWAKE = range(8, 22)
"""The hours in which people talk, each as much as the others."""
RATE = 38.0
"""Messages a second of one Discord application, as `bot.discord.platform` keeps to it; on Slack it is each workspace's own."""
PATIENCE_MINUTES = 15
"""A nudge for 09:00 that comes later than this is late."""
TURNS_MEASURED = 2_000


ARC = {9 * 60: 4, 18 * 60 + 30: 4}
"""The minutes of the day at which messages come of themselves after one interview, with how many, to somebody who takes up
all of them: note, look back and two check-ins; three times practice and letting go (docs/nudges.md)."""


class Day(NamedTuple):
    """What a day asks."""

    nudges: int
    turns: int
    busiest: float
    """Nudges in the busiest minute."""
    talk: float
    """Turns a second in the busiest minute."""
    longest: float
    """Minutes that the last of them waits at the rate of one application."""


def turns_a_second() -> float:
    """Of one process on this machine, the step and its commit one after the other."""
    with tempfile.TemporaryDirectory() as folder, closing(SqliteKeeper(Path(folder) / "rebound.db", KEY)) as keeper:
        told = Told(50)
        told.take_all(keeper, 500)

        def act(_: int) -> None:
            keeper.take(iter([told.next()]))

        seconds = [once(act) for _ in range(TURNS_MEASURED)]
    return 1 / (sum(seconds) / len(seconds))


def day(people: int, zones: dict[int, int]) -> Day:
    """One day, minute by minute, everybody's interviews spread evenly over the days."""
    interviews = people * INTERVIEWS_A_DAY
    parts = sum(zones.values())
    nudges, replies = [0.0] * 1440, [0.0] * 1440
    turns = interviews * (len(STORY) + sum(ARC.values()) * ANSWERS * TURNS_AFTER)
    for offset, part in zones.items():
        for minute, number in ARC.items():
            nudges[(minute - offset * 60) % 1440] += interviews * number * part / parts
        for hour in AWAKE:
            for minute in range(60):
                replies[(hour * 60 + minute - offset * 60) % 1440] += turns * part / parts / len(AWAKE) / 60
    waiting, longest = 0.0, 0.0
    for minute in [*range(1440), *range(1440)]:  # twice: what was left of the day before
        waiting += nudges[minute]
        room = max(0.0, RATE * 60 - replies[minute])
        longest = max(longest, waiting / room if room else float("inf"))
        waiting = max(0.0, waiting - room)
    return Day(round(sum(nudges)), round(turns), max(nudges), max(replies) / 60, longest)


def rates_needed(people: int, zones: dict[int, int]) -> int:
    """So many times the rate of one application keep the longest wait within the patience."""
    found = day(people, zones)
    number = max(1, ceil(found.busiest / (RATE * 60 * PATIENCE_MINUTES)))
    while day(ceil(people / number), zones).longest > PATIENCE_MINUTES:
        number += 1
    return number


def main() -> None:
    """Simulate and print."""
    counts = [int(one) for one in sys.argv[1:]] or [*PEOPLE]
    rate = turns_a_second()
    print(machine())
    print(f"One process took {rate:,.0f} turns a second.")
    for name, zones in (("all in one zone", {0: 1}), ("over the world", ZONES)):
        print(
            f"\n{name:<16} {'nudges a day':>14} {'turns a day':>14} {'busiest minute':>15} {'last waits':>12} {'rates':>6} {'turns/s, busiest':>17} {'of a process':>13}"
        )
        for people in counts:
            found = day(people, zones)
            print(
                f"{people:>16,} {found.nudges:>14,} {found.turns:>14,} {found.busiest:>15,.0f} {found.longest:>9,.1f} min"
                f" {rates_needed(people, zones):>6} {found.talk:>17,.1f} {found.talk / rate:>13.1%}"
            )


if __name__ == "__main__":
    main()
