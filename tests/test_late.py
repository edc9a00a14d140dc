"""What is late: after a stop, a sleep, an outage or a clock that jumps. Each row of the case files has a story here."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from bot.delivery.platform import Limited, Message, Rates, Refused, Unsure
from core import lines
from core.errors import StoreBusy
from core.events import Person
from core.store import open_store
from core.wording import load
from tests.case_files import rows
from tests.conversation import Conversation
from tests.loopback import Loopback
from tests.service import ME, Life, live
from tests.stores import KEY
from tests.test_alarm import BROKE_OFF
from tests.test_nudges import arc

Talk = Callable[..., Conversation]
Story = Callable[[Talk], None]

STORIES: dict[str, Story] = {}
NIGHT = "2026-11-24T20:00"
DUE = "2026-11-25T07:00"
"""Wednesday, 9:00 in Lusaka: the note and the look back."""


def row(id_: str) -> Callable[[Story], Story]:
    """The story of a row."""

    def tells(story: Story) -> Story:
        STORIES[id_] = story
        return story

    return tells


def waiting(talk: Talk) -> Conversation:
    """Somebody for whom the note and the look back are promised for Wednesday at 9:00."""
    return arc(talk, person=ME)


def has(text: str, saying: lines.Saying) -> bool:
    """Whether the text has the line, in any of its wordings, up to what is put in."""
    wording = load()
    spoken = [
        wording.said(saying.id, time, {"at": "2026-11-25T09:00", "what": ()})
        for time in range(wording.wordings(saying.id))
    ]
    return any(beginning(one) in text for one in spoken)


def beginning(spoken: str) -> str:
    return " ".join(spoken.split()[:4])


def limited_until(seconds: float, *, everywhere: bool = True) -> Callable[[Message, int], Exception | None]:
    """Nothing is shown before that second of the story."""

    def does(_message: Message, _call: int) -> Exception | None:
        now = asyncio.get_running_loop().time()
        return Limited(seconds - now, everywhere=everywhere) if now < seconds else None

    return does


def nudges_limited_until(seconds: float) -> Callable[[Message, int], Exception | None]:
    """The same for what the coach begins of itself."""
    wait = limited_until(seconds, everywhere=False)
    return lambda message, call: None if message.is_reply else wait(message, call)


OF_THE_FILE = {"m11", "m22"}
"""The rows that are about the lock of an SQLite file."""


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=[pytest.mark.sqlite] if case["id"] in OF_THE_FILE else [])
        for case in rows("late.jsonl", "late_own.jsonl")
    ],
    ids=lambda case: f"{case['id']} {case['name']}",
)
def test_what_is_late(case: dict[str, object], talk: Talk) -> None:
    STORIES[str(case["id"])](talk)


# --- nothing ran ---


@row("m00")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T06:55")
        await life.until("2026-11-25T07:05")
        async with life.running():
            await life.until("2026-11-25T07:30")

    life = live(waiting(talk), NIGHT, story)
    assert life.hours == ["Wed 25 07:05"]
    assert not has(life.seen[0], lines.LATE)


@row("m01")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T06:00")
            life.clock.jump(hours=7)  # the machine slept
            await asyncio.sleep(600)

    life = live(waiting(talk), NIGHT, story)
    assert len(life.seen) == 1
    assert has(life.seen[0], lines.LATE)


@row("m02")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        await life.until("2026-11-28T07:00")
        async with life.running():
            await asyncio.sleep(600)

    life = live(waiting(talk).says("sent it"), NIGHT, story)
    (told,) = life.seen
    assert has(told, lines.STALE) or has(told, lines.PASSED)


@row("m03")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        await life.until("2026-11-27T08:00")  # the note, the look back and the last reminder have come due
        async with life.running():
            await life.until("2026-12-02T00:00")

    life = live(waiting(talk), NIGHT, story)
    assert life.hours == ["Fri 27 08:00", "Tue 01 07:00", "Tue 01 16:30"], "one message, not three, and then what comes"


@row("m08")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T06:59:50")
            for swing in range(60):
                life.clock.jump(seconds=5 if swing % 2 else -5)
                life.service.bring_due()
                await asyncio.sleep(1)

    assert len(live(waiting(talk), NIGHT, story).seen) == 1


@row("m11")
def _(talk: Talk) -> None:
    conversation = waiting(talk)
    with pytest.raises(StoreBusy, match="a database serves one process at a time"):
        open_store(conversation.folder / "data" / "rebound.db", KEY)

    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T08:00")

    assert len(live(conversation, NIGHT, story).seen) == 1


@row("m16")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T09:05")

    def down(_message: Message, _call: int) -> Exception | None:
        return Unsure() if asyncio.get_running_loop().time() < 13 * 3600 else None

    life = live(waiting(talk), NIGHT, story, Loopback(does=down))
    assert len(life.seen) == 1
    assert "Wed 25 09:00" <= life.hours[0] <= "Wed 25 09:05"


@row("m17")
def _(talk: Talk) -> None:
    conversation = talk(person=ME, at="2026-11-24T12:40")
    people = [Person("slack:T1", f"U{number}") for number in range(120)]
    for conversation.person in people:
        conversation.says(*BROKE_OFF)

    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-24T16:00")

    pace = Rates(per_second=0.04, burst=1, per_conversation=1.0)
    life = live(conversation, "2026-11-24T13:30", story, Loopback(rates=pace, limits=pace))
    assert {one.message.person for one in life.platform.shown} == set(people)
    assert len(life.seen) == 120
    assert life.platform.limited == 0
    late = [has(text, lines.LATE) for text in life.seen]
    assert not late[0]
    assert late[-1], "what waited for half an hour in the queue says so"


@row("m22")
def _(talk: Talk) -> None:
    conversation = waiting(talk)
    conversation.store.close()
    file, key = conversation.folder / "data" / "rebound.db", conversation.folder / "key" / "master.key"
    from core.store import KeyFile

    conversation.store = open_store(file, KeyFile(key), busy_seconds=0.2)

    async def story(life: Life) -> None:
        async with life.running():
            await asyncio.sleep(1)
            with closing(sqlite3.connect(file, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                with pytest.raises(StoreBusy, match="Another program holds"):
                    await life.says("remind me of the note tomorrow at 20:00")
                assert life.seen == [], "nothing is confirmed that was not kept"
                other.execute("ROLLBACK")
            await life.says("remind me of the note tomorrow at 20:00")
            assert "20:00" in life.seen[0]

    live(conversation, NIGHT, story)


# --- it waits in the outbox ---


@row("o01")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T11:00")

    life = live(waiting(talk), NIGHT, story, Loopback(does=limited_until(14 * 3600)))
    assert life.hours == ["Wed 25 10:00"]
    assert has(life.seen[0], lines.LATE)


@row("o02")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-27T12:00")

    life = live(waiting(talk), NIGHT, story, Loopback(does=limited_until(59 * 3600)))
    assert life.hours == ["Fri 27 07:00"]
    assert len(life.store.unsent(ME)) == 0
    assert life.conversation.state.unanswered == 1, "what nobody saw is not a message that nobody answered"


@row("o03")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T08:00")
            await life.says("stop writing to me")
            await life.until("2026-11-29T08:00")

    life = live(waiting(talk), NIGHT, story, Loopback(does=nudges_limited_until(13 * 3600)))
    assert {one.message.is_reply for one in life.platform.shown} == {True}
    assert life.store.unsent(ME) == []


@row("o04")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T07:10")
            await life.says("show the note")
            await life.until("2026-11-25T08:30")

    life = live(waiting(talk), NIGHT, story, Loopback(does=nudges_limited_until(11 * 3600 + 20 * 60)))
    assert [one.message.is_reply for one in life.platform.shown] == [True, False]
    assert life.hours[1] == "Wed 25 07:25", "a quarter of an hour after their last word"


@row("o12")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T08:00")
            await life.says("i want to kill myself")
            await life.until("2026-11-29T08:00")

    life = live(waiting(talk), NIGHT, story, Loopback(does=nudges_limited_until(13 * 3600)))
    assert {one.message.is_reply for one in life.platform.shown} == {True}


@row("o13")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T08:00")
            await life.says("stop writing to me")
            await life.until("2026-11-25T20:00")

    def down(message: Message, _call: int) -> Exception | None:
        nothing = message.is_reply or asyncio.get_running_loop().time() > 13 * 3600
        return None if nothing else Unsure()

    life = live(waiting(talk), NIGHT, story, Loopback(does=down))
    assert {one.message.is_reply for one in life.platform.shown} == {True}
    assert len(life.seen) == 1
    assert life.store.unsent(ME) == []


@row("o14")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T08:00")
            await life.says("pause until friday")
            await life.until("2026-11-27T20:00")

    life = live(waiting(talk), NIGHT, story, Loopback(does=nudges_limited_until(13 * 3600)))
    came = [hour for hour, one in zip(life.hours, life.platform.shown, strict=True) if not one.message.is_reply]
    assert len(came) == 1
    assert came[0].startswith("Fri 27")


@row("o15")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T08:00")
            await life.says("delete everything", "yes, delete it all")
            await life.until("2026-11-29T08:00")

    life = live(waiting(talk), NIGHT, story, Loopback(does=nudges_limited_until(13 * 3600)))
    assert life.store.snapshot(ME) is None
    assert {one.message.is_reply for one in life.platform.shown} == {True}
    assert life.platform.shown[-1].message.key.startswith("bye")


@row("o16")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T07:01")
        assert len(life.store.unsent(ME)) == 1
        await life.until("2026-11-25T07:45")
        async with life.running():
            await life.until("2026-11-25T08:00")

    life = live(waiting(talk), NIGHT, story, Loopback(does=limited_until(11 * 3600 + 45 * 60, everywhere=False)))
    assert life.hours == ["Wed 25 07:45"]
    assert has(life.seen[0], lines.LATE)


@row("o17")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.says("what will you send me")
            await asyncio.sleep(4 * 3600)

    def down(_message: Message, _call: int) -> Exception | None:
        return Unsure() if asyncio.get_running_loop().time() < 3 * 3600 else None

    life = live(waiting(talk), NIGHT, story, Loopback(does=down))
    assert len(life.seen) == 1
    assert not has(life.seen[0], lines.LATE)


# --- it cannot be reached ---


def refused_until(seconds: float) -> Callable[[Message, int], Exception | None]:
    return lambda *_: Refused("user_blocked") if asyncio.get_running_loop().time() < seconds else None


@row("o05")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-28T07:00")
            assert life.seen == []
            assert len(life.platform.calls) == 1, "nobody knocks at a closed door"
            await life.says("what will you send me")
            await life.until("2026-11-28T10:00")

    life = live(waiting(talk), NIGHT, story, Loopback(does=refused_until(80 * 3600)))
    assert [one.message.is_reply for one in life.platform.shown] == [True, False]
    assert has(life.seen[1], lines.STALE) or has(life.seen[1], lines.PASSED)
    assert life.store.dead_letters() == []


@row("o06")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T08:00")
            await life.says("show the note")
            await life.until("2026-11-25T09:00")

    life = live(waiting(talk), NIGHT, story, Loopback(does=refused_until(11.5 * 3600)))
    assert [one.message.is_reply for one in life.platform.shown] == [True, False]
    assert life.hours[1] == "Wed 25 08:15"


# --- clocks and zones ---


@row("o07")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T07:05")
            life.clock.jump(hours=-6)
            await life.until("2026-11-25T12:00")

    assert len(live(waiting(talk), NIGHT, story).seen) == 1


@row("o08")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.until("2026-11-25T06:00")
            life.clock.jump(days=10)
            await asyncio.sleep(3600)

    (told,) = live(waiting(talk), NIGHT, story).seen
    assert has(told, lines.PASSED) or has(told, lines.STALE)


@row("o09")
def _(talk: Talk) -> None:
    conversation = waiting(talk).says("remind me of the note in three hours")
    before = conversation.state.promised
    conversation.says("i am in London now")
    after = conversation.state.promised
    hours = {after[id].at - before[id].at for id in before if id in after and "last-call" not in id}
    note = next(id for id in after if id.endswith("/note"))
    assert after[note].at == before[note].at, "an offset counts from the moment it was named"
    assert 2 * 3600 in hours, "an hour of the clock moves with it"


# --- killed ---


@row("o10")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        life.begin()
        await life.until("2026-11-25T07:00:02")  # a send takes four seconds
        await life.dies()
        async with life.running():
            await asyncio.sleep(60)

    life = live(waiting(talk), NIGHT, story, Loopback(seconds=4.0))
    assert len(life.seen) == 1
    assert [message.attempt for _, message in life.platform.calls][-1] == 2


@row("o11")
def _(talk: Talk) -> None:
    async def story(life: Life) -> None:
        life.begin()
        await life.until("2026-11-25T07:00:02")
        await life.dies()
        async with life.running():
            await asyncio.sleep(60)

    async def slow_to_say_so(platform: Loopback, message: Message) -> None:
        await Loopback.send(platform, message)
        if message.attempt == 1:
            await asyncio.sleep(10)

    class Slow(Loopback):
        async def send(self, message: Message) -> None:
            await slow_to_say_so(self, message)

    life = live(waiting(talk), NIGHT, story, Slow())
    assert len(life.seen) == 1
    assert len(life.platform.calls) == 2


def test_every_row_has_a_story_and_every_story_a_row() -> None:
    assert STORIES.keys() == {str(case["id"]) for case in rows("late.jsonl", "late_own.jsonl")}
