"""What comes after the answer to Slack, and what comes after everything that somebody waits for."""

from __future__ import annotations

import asyncio

import pytest

from bot.slack import later, people
from bot.slack.later import Later


async def test_what_only_tidies_comes_when_nobody_waits_for_anything() -> None:
    done: list[str] = []

    async def tidies() -> None:
        await after.quiet()
        done.append("tidied")

    after = Later()
    with after.first():
        after.do(tidies())
        with after.first():
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.01)
        assert not done
    await asyncio.sleep(0.01)
    assert done


async def test_what_only_tidies_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(later, "WAIT_SECONDS", 0.01)
    after = Later()
    with after.first():
        await asyncio.wait_for(after.quiet(), 5)


@pytest.mark.parametrize(
    ("named", "is_asked"), [({}, False), ({"NO_PROXY": "*"}, False), ({"HTTPS_PROXY": "http://127.0.0.1:1"}, True)]
)
async def test_the_environment_is_asked_at_each_call_only_where_it_names_a_proxy(
    monkeypatch: pytest.MonkeyPatch, named: dict[str, str], is_asked: bool
) -> None:
    monkeypatch.setattr("os.environ", named)
    async with people.opened(1.0) as session:
        assert session.trust_env is is_asked
