"""How soon Slack is answered over HTTP when fifty people write: all in the same instant, and each in their own time; the
figures are printed.
"""

from __future__ import annotations

import random  # noqa: TID251 (seeded)
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.simulators.slack import Slack, User
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
    with Slack(mode="http", folder=tmp_path, rate="off", ack_timeout=PATIENCE) as served:
        served.launch([sys.executable, "-m", "bot", "slack"], env={"REBOUND_KEY": KEY.text}, cwd=ROOT)
        yield served


def says(user: User, text: str) -> None:
    since = user.mark()
    assert user.dm(text).done.wait(60)
    user.wait_reply(since, 60)


@pytest.mark.long
def test_of_fifty_people_in_the_same_instant_each_is_answered_and_nothing_has_to_be_sent_again(slack: Slack) -> None:
    people = [slack.user(f"Member {number}") for number in range(PEOPLE)]
    with ThreadPoolExecutor(PEOPLE) as typing:
        for text in SAID:
            list(typing.map(says, people, [text] * PEOPLE))
    nothing_is_owed(slack)


@pytest.mark.long
def test_of_fifty_people_at_once_each_in_their_own_time_each_is_answered_and_nothing_has_to_be_sent_again(
    slack: Slack,
) -> None:
    def talks(user: User, pauses: list[float]) -> None:
        for pause, text in zip(pauses, SAID, strict=True):
            time.sleep(pause)
            says(user, text)

    people = [slack.user(f"Member {number}") for number in range(PEOPLE)]
    chance = random.Random(50)
    pauses = [[chance.uniform(*THINKING) for _ in SAID] for _ in people]
    with ThreadPoolExecutor(PEOPLE) as typing:
        list(typing.map(talks, people, pauses))
    nothing_is_owed(slack)


def nothing_is_owed(slack: Slack) -> None:
    slack.wait(
        lambda: not slack.stats()["unacked"], PATIENCE, "what Slack tells of our own messages to be acknowledged"
    )
    acks = sorted(one.ack_ms for one in slack.core.deliveries if one.ack_ms is not None)
    shown = slack.stats()
    quantiles = {name: acks[min(len(acks) - 1, int(len(acks) * part))] for name, part in QUANTILES.items()}
    figures = ", ".join(f"{name} {ms:.0f} ms" for name, ms in quantiles.items())
    print(f"\n{PEOPLE} people, {len(acks)} requests: acknowledged {figures}, longest {acks[-1]:.0f} ms")
    print(f"replies {shown['reply_ms']}, unacknowledged {shown['unacked']}, redelivered {shown['redelivered']}")
    assert (shown["unacked"], shown["redelivered"]) == (0, 0)
