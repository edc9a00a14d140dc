"""What is passed on and shown to no person in their conversation: one refusal holds nothing else back."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.delivery.platform import Refused, Unfit
from bot.relaying import Relaying
from core.communities.events import NotPosted, NotTakenDown, Posted, WhyNot, community_of
from core.messages import Post, TakeDown
from core.ports import Claimed
from tests.channels import HERE, Board, Centre, lives
from tests.virtual import run

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HELLO = Post("posts:1:2026-11-23", "C1", "Hello.", until=NOON)


def passed_on(part: Post | TakeDown, board: Board, now: datetime = NOON, attempt: int = 1) -> list[object]:
    """What the community is told of it."""
    told: list[object] = []

    async def takes(event: object) -> None:
        told.append(event)

    claimed = Claimed("1-a", community_of(HERE), b"", 1, NOON, attempt=attempt, shown=0, is_reply=False)

    async def main(_loop: object) -> None:
        await Relaying(takes, {board.name: board}, lambda: now)(part, claimed, "1-a.0")

    run(main)
    return told


def test_a_post_that_stands_is_told_with_its_mark_its_channel_and_its_message() -> None:
    (told,) = passed_on(HELLO, Board())
    assert isinstance(told, Posted)
    assert (told.mark, told.channel, told.message) == (HELLO.mark, "C1", "1-a.0")


@pytest.mark.parametrize("error", [Refused("is_archived"), Unfit("is_archived")])
def test_a_post_that_is_refused_is_told_and_nothing_is_raised(error: Exception) -> None:
    (told,) = passed_on(HELLO, Board(refuses=lambda _post, _attempt: error))
    assert isinstance(told, NotPosted)
    assert (told.mark, told.reason) == (HELLO.mark, "is_archived")


@pytest.mark.parametrize("attempt", [1, 2])
def test_a_post_whose_last_moment_is_over_is_not_shown(attempt: int) -> None:
    board = Board()
    (told,) = passed_on(HELLO, board, NOON.replace(second=1), attempt)
    assert isinstance(told, NotPosted)
    assert told.reason == WhyNot.LATE
    assert board.published == []


def test_where_the_platform_has_no_channels_that_is_the_reason() -> None:
    (told,) = passed_on(HELLO, Board(name="discord"))
    assert isinstance(told, NotPosted)
    assert told.reason == WhyNot.NO_CHANNELS


def test_a_post_that_cannot_be_taken_down_does_not_make_the_community_unreachable(tmp_path: Path) -> None:
    class Holding(Board):
        async def take_down(self, _tenant: str, _channel: str, _message: str) -> None:
            raise Refused("50013")

    (told,) = passed_on(TakeDown("C1", "1", "Note 3"), Holding())
    assert isinstance(told, NotTakenDown)
    assert (told.what, told.reason) == ("Note 3", "50013")

    async def story(centre: Centre) -> None:
        async with centre.serving():
            centre.desk.does(centre.desk.makes("offer"), "Post now")
            await asyncio.sleep(60)
            centre.desk.does(centre.desk.looks("post:1"), "Take it down")
            await asyncio.sleep(60)
            centre.desk.does(centre.desk.makes("own", text="Hello."), "Post now")
            await asyncio.sleep(60)

            home = "\n".join(centre.desk.looks("home").lines)
            assert "After an interview was to be taken out of its channel and may still stand there" in home
            assert "with the word “50013”. Look there, and delete it yourselves." in home

    assert "Hello." in lives(tmp_path, NOON, story, Holding()).board.standing
