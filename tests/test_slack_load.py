"""How soon Slack is answered over HTTP when fifty people write: all in the same instant, and each in their own time; the
figures are printed.

What is counted is ours: one thread types and looks for all fifty, and what they are shown is judged when all is over, for on
a small machine fifty threads and the judge take as long as the coach. A hundred replies go at once, see `SlackAdapter.rates`,
and then twenty a second; so of four messages of everybody within a second the last two wait for that, and are told apart.
"""

from __future__ import annotations

import random  # noqa: TID251 (seeded)
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.simulators.slack import Slack, User
from tests.simulators.slack.core import Delivery
from tests.stores import KEY
from tests.terminal import ROOT

PEOPLE = 50
PATIENCE = 30.0
"""In seconds; Slack itself waits for three. How soon it is on a machine that is doing other things, the figures tell."""
SAID = ("hello", "I had a bad interview at Acme today, they asked about SQL and I froze", "8", "what now?")
THINKING = (1.0, 3.0)
"""So many seconds each reads and types in their own time; people take longer."""
QUANTILES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}


@pytest.fixture
def slack(tmp_path: Path) -> Iterator[Slack]:
    with Slack(mode="http", folder=tmp_path, rate="off", ack_timeout=PATIENCE, judges_later=True) as served:
        served.launch([sys.executable, "-m", "bot", "slack"], env={"REBOUND_KEY": KEY.text}, cwd=ROOT)
        yield served


def answered(user: User, said: Delivery, since: float) -> float:
    """Wait for the acknowledgement and the reply; so many milliseconds the second came after the first."""
    assert said.done.wait(60)
    shown = float(user.wait_reply(since, 60).raw["_t"])
    assert said.ack_ms is not None
    return (shown - said.attempts[-1]["t"]) * 1000 - float(said.ack_ms)


@pytest.mark.long
def test_of_fifty_people_in_the_same_instant_each_is_answered_and_nothing_has_to_be_sent_again(slack: Slack) -> None:
    people = [slack.user(f"Member {number}") for number in range(PEOPLE)]
    for text in SAID:
        since = people[0].mark()
        with slack.hold_events("fifo"):
            said = [user.dm(text) for user in people]
        waited = [answered(user, one, since) for user, one in zip(people, said, strict=True)]
        print(f"\n{text[:20]!r}: acknowledged {figures(one.ack_ms for one in said)}; reply {figures(waited)} after it")
    nothing_is_owed(slack)


@pytest.mark.long
def test_of_fifty_people_at_once_each_in_their_own_time_each_is_answered_and_nothing_has_to_be_sent_again(
    slack: Slack,
) -> None:
    def talks(user: User, pauses: list[float]) -> list[float]:
        waited = []
        for pause, text in zip(pauses, SAID, strict=True):
            time.sleep(pause)
            since = user.mark()
            waited.append(answered(user, user.dm(text), since))
        return waited

    people = [slack.user(f"Member {number}") for number in range(PEOPLE)]
    chance = random.Random(50)
    pauses = [[chance.uniform(*THINKING) for _ in SAID] for _ in people]
    with ThreadPoolExecutor(PEOPLE) as typing:
        waited = [ms for one in typing.map(talks, people, pauses) for ms in one]
    print(f"\nreply {figures(waited)} after the acknowledgement")
    nothing_is_owed(slack)


def figures(ms: Iterable[float | None]) -> str:
    """The quantiles of times, and the longest."""
    known = sorted(one for one in ms if one is not None)
    parts = [f"{name} {known[min(len(known) - 1, int(len(known) * part))]:.0f}" for name, part in QUANTILES.items()]
    return f"{', '.join(parts)}, longest {known[-1]:.0f} ms"


def nothing_is_owed(slack: Slack) -> None:
    slack.wait(
        lambda: all(one.acked for one in slack.core.deliveries),
        PATIENCE,
        "what Slack tells of our own messages to be acknowledged",
    )
    shown = slack.stats()
    asked = [one.ack_ms for one in slack.core.deliveries]
    print(f"{PEOPLE} people, {len(asked)} requests in all: acknowledged {figures(asked)}")
    print(f"unacknowledged {shown['unacked']}, redelivered {shown['redelivered']}")
    assert (shown["unacked"], shown["redelivered"]) == (0, 0)
    slack.assert_clean()
