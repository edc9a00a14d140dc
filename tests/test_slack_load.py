"""How soon Slack is answered over HTTP when fifty people press and type at once; the figures are printed."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.simulators.slack import Slack, User
from tests.stores import KEY
from tests.terminal import ROOT

PEOPLE = 50
ROUNDS = 4
PATIENCE = 30.0
"""In seconds; Slack itself waits for three. How soon it is on a machine that is doing other things, the figures tell."""


@pytest.mark.long
def test_of_fifty_people_at_once_each_is_answered_and_nothing_has_to_be_sent_again(tmp_path: Path) -> None:
    with Slack(mode="http", folder=tmp_path, rate="off", ack_timeout=PATIENCE) as slack:
        slack.launch([sys.executable, "-m", "bot", "slack"], env={"REBOUND_KEY": KEY.text}, cwd=ROOT)
        people = [slack.user(f"Member {number}") for number in range(PEOPLE)]
        said = ["hello", "I had a bad interview at Acme today, they asked about SQL and I froze", "8", "what now?"]

        def says(user: User, text: str) -> None:
            since = user.mark()
            assert user.dm(text).done.wait(60)
            user.wait_reply(since, 60)

        began = time.monotonic()
        with ThreadPoolExecutor(PEOPLE) as typing:
            for text in said[:ROUNDS]:
                list(typing.map(says, people, [text] * PEOPLE))
        took = time.monotonic() - began
        slack.wait(
            lambda: not slack.stats()["unacked"], PATIENCE, "what Slack tells of our own messages to be acknowledged"
        )
        acks = sorted(one.ack_ms for one in slack.core.deliveries if one.ack_ms is not None)
        shown = slack.stats()
        quantiles = {name: acks[min(len(acks) - 1, int(len(acks) * part))] for name, part in QUANTILES.items()}
        figures = ", ".join(f"{name} {ms:.0f} ms" for name, ms in quantiles.items())
        print(
            f"\n{PEOPLE} people, {len(acks)} requests in {took:.1f} s: acknowledged {figures}, longest {acks[-1]:.0f} ms"
        )
        print(f"replies {shown['reply_ms']}, unacknowledged {shown['unacked']}, redelivered {shown['redelivered']}")
        assert (shown["unacked"], shown["redelivered"]) == (0, 0)


QUANTILES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
