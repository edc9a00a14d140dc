"""Several processes send to one platform: each keeps to its part, and all of them together to the whole."""

from __future__ import annotations

import pytest

from bot.delivery.pacing import MARGIN, Pacing
from bot.delivery.platform import Rates
from core.events import Person

RATES = Rates(per_second=20.0, burst=20, per_conversation=1.0, conversation_burst=4)
PEOPLE = [Person("slack:T1", f"U{number}") for number in range(2000)]


def sent_within(seconds: float, pacings: list[Pacing[int]], *, is_reply: bool, since: float = 0.0) -> int:
    """So many go out."""
    sent = 0
    for pacing in pacings:
        for number, person in enumerate(PEOPLE):
            pacing.add(number, person, is_reply=is_reply)
        now = since
        while (wakes := pacing.wakes(now)) is not None and wakes <= since + seconds:
            now = max(now, wakes)
            while (number := pacing.next(now)) is not None:
                pacing.done(PEOPLE[number])
                sent += 1
        pacing.take_out()
    return sent


@pytest.mark.parametrize("is_reply", [True, False], ids=["replies", "nudges"])
@pytest.mark.parametrize("processes", [1, 2, 4, 30])
def test_together_they_send_as_much_as_one_would(processes: int, is_reply: bool) -> None:
    pacings = [Pacing[int](RATES) for _ in range(processes)]
    for pacing in pacings:
        pacing.share(processes, 0.0)
    most = 60 * RATES.per_second * MARGIN + max(RATES.burst, processes)
    assert 0.95 * 60 * RATES.per_second <= sent_within(60.0, pacings, is_reply=is_reply) <= most


def test_one_that_is_alone_again_has_the_whole_rate() -> None:
    pacing = Pacing[int](RATES)
    pacing.share(4, 0.0)
    assert sent_within(20.0, [pacing], is_reply=True) < 0.3 * 20 * RATES.per_second
    pacing.share(1, 20.0)
    assert sent_within(60.0, [pacing], is_reply=True, since=20.0) > 0.95 * 60 * RATES.per_second
