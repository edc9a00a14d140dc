"""How a message gets out: in order, paced, once, and what becomes of it when the platform does not take it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.delivery.delivery import (
    GIVEN_UP,
    GIVEN_UP_ATTEMPTS,
    GOODBYES_TRIED,
    IN_HAND_SECONDS,
    LONGEST_BACK_OFF,
    Delivery,
)
from bot.delivery.platform import Limited, Message, Rates, Refused, Unfit, Unsure
from core.events import Event, NudgeDue, Person, Text
from core.messages import encode_parts
from core.ports import Became, Claimed, Outgoing, Settlement, Store, Turn
from core.store import open_store
from tests.conversation import as_text
from tests.loopback import Loopback, lines
from tests.stores import ADA, BO, KEY, NOW, taken
from tests.virtual import VirtualClock, VirtualLoop, inline, run

CY = Person("slack:T01", "U-cy")


@dataclass
class World:
    """A store, a platform and the delivery between them, on a clock of their own."""

    store: Store
    clock: VirtualClock
    platform: Loopback
    looked_at: list[Person] = field(default_factory=list)
    numbers: dict[Person, int] = field(default_factory=dict)
    delivery: Delivery = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """A delivery that has nothing in its head."""
        self.delivery = Delivery(self.platform, self.store, self.clock, self.look, jitter=lambda: 0.5, off_loop=inline)

    def look(self, people: Sequence[Person]) -> None:
        self.looked_at += people

    def keep(self, person: Person, *texts: str, nudge: bool = False, takes_back: tuple[int, ...] = ()) -> Outgoing:
        """A turn that says something; kept, and nobody told."""
        number = self.numbers[person] = self.numbers.get(person, 0) + 1
        out = encode_parts(lines(*texts)) if texts else None
        turn = Turn(number, b"snapshot", b"entry", out, takes_back=takes_back)
        id_, at = f"{person.id}-{number}", self.clock.now()
        event: Event = NudgeDue(id=id_, person=person, at=at) if nudge else Text(id=id_, person=person, at=at, text="")
        outgoing = taken(self.store.take(event, lambda _: turn))
        assert outgoing is not None or not texts or nudge
        return outgoing or Outgoing("", person, b"")

    def replies(self, person: Person, *texts: str) -> None:
        """The person writes, and the turn answers."""
        self.delivery.hand_on(self.keep(person, *texts))

    def nudges(self, person: Person, *texts: str) -> None:
        """The hour of a nudge has come."""
        self.keep(person, *texts, nudge=True)
        self.delivery.woken()

    @asynccontextmanager
    async def running(self) -> Iterator[None]:  # type: ignore[misc]
        task = asyncio.create_task(self.delivery.run())
        await asyncio.sleep(0)
        yield
        await self.delivery.drain(5.0)
        await task

    @property
    def left(self) -> list[str]:
        """What is still in the outbox of these three."""
        return [message.key for person in (ADA, BO, CY) for message in self.store.unsent(person)]


@pytest.fixture
def in_world(tmp_path: Path) -> Iterator[Callable[..., World]]:
    """Run a story in a world of its own."""
    stores: list[Store] = []

    def begins(story: Callable[[World], Awaitable[None]], **platform: object) -> World:
        stores.append(open_store(tmp_path / f"rebound{len(stores)}.db", KEY))
        worlds: list[World] = []

        async def main(loop: VirtualLoop) -> None:
            world = World(stores[-1], VirtualClock(loop, NOW), Loopback(**platform))  # type: ignore[arg-type]
            worlds.append(world)
            await story(world)

        run(main)
        return worlds[0]

    yield begins
    for store in stores:
        store.close()


InWorld = Callable[..., World]


def first_times(times: int, error: Callable[[], Exception]) -> Callable[[Message, int], Exception | None]:
    """The first calls fail."""
    return lambda _message, call: error() if call <= times else None


# --- what is sent ---


def test_what_waited_before_the_start_is_sent_in_order_and_leaves_the_outbox(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        for text in ("one", "two", "three"):
            world.keep(ADA, text)
        async with world.running():
            await asyncio.sleep(5)

    world = in_world(story)
    assert world.platform.seen_by(ADA) == ["one", "two", "three"]
    assert world.left == []


def test_what_was_claimed_long_ago_is_given_back_and_claimed_anew_before_it_is_sent(in_world: InWorld) -> None:
    """As after a stop of the process: by then somebody else may have it in hand."""
    began: list[float] = []

    async def story(world: World) -> None:
        loop = asyncio.get_running_loop()
        claim = world.store.claim

        def claimed(platform: str, now: datetime, most: int, lease: timedelta) -> list[Claimed]:
            if found := claim(platform, now, most, lease):
                began.append(loop.time())
            return found

        world.store.claim = claimed  # type: ignore[method-assign]
        world.keep(ADA, "one")
        world.keep(BO, "two")
        async with world.running():
            await asyncio.sleep(400)

    world = in_world(story, rates=Rates(per_second=1 / 90, burst=1, per_conversation=1.0, conversation_burst=1))
    assert [shown.text for shown in world.platform.shown] == ["one", "two"]
    (_, second) = world.platform.shown
    assert second.at - max(at for at in began if at <= second.at) <= IN_HAND_SECONDS
    assert second.message.attempt == 1
    assert world.left == []


def test_a_reply_is_sent_within_moments_of_its_turn(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        async with world.running():
            await asyncio.sleep(100)
            world.replies(ADA, "hello")
            await asyncio.sleep(0.05)
            assert world.platform.texts == ["hello"]

    in_world(story)


def test_replies_that_are_there_together_are_taken_in_hand_together(in_world: InWorld) -> None:
    people = [Person(ADA.tenant, f"U-{number}") for number in range(40)]
    asked: list[int] = []

    async def story(world: World) -> None:
        claim = world.store.claim

        def counted(platform: str, now: datetime, most: int, lease: timedelta) -> list[Claimed]:
            asked.append(most)
            return claim(platform, now, most, lease)

        world.store.claim = counted  # type: ignore[method-assign]
        async with world.running():
            await asyncio.sleep(1)
            asked.clear()
            for person in people:
                world.replies(person, "hello")
            await asyncio.sleep(1)
            assert len(world.platform.shown) == len(people)

    in_world(story, rates=Rates(20.0, 100, 1.0, 4))
    assert len(people) in asked


def test_a_later_message_never_overtakes_one_that_is_not_settled(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        async with world.running():
            world.nudges(ADA, "one")
            world.replies(ADA, "two")
            world.replies(BO, "meanwhile")
            await asyncio.sleep(60)

    def does(message: Message, _call: int) -> Exception | None:
        return Unsure() if message.person == ADA and message.attempt == 1 and not message.is_reply else None

    world = in_world(story, does=does)
    assert world.platform.seen_by(ADA) == ["one", "two"]
    assert world.platform.texts[0] == "meanwhile", "others do not wait for her"


def test_nobody_gets_two_messages_at_once(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        for number in range(10):
            world.keep(ADA, f"{number}")
            world.keep(BO, f"{number}")
        async with world.running():
            await asyncio.sleep(60)

    world = in_world(story, seconds=1.0)
    assert dict(world.platform.most_at_once) == {ADA: 1, BO: 1}
    assert world.platform.seen_by(BO) == [str(number) for number in range(10)]


def test_a_message_of_several_groups_is_shown_in_order_each_under_a_key_of_its_own(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "a", "b", "c")
        world.keep(ADA, "next")
        async with world.running():
            await asyncio.sleep(30)

    world = in_world(story, group=1)
    assert world.platform.seen_by(ADA) == ["a", "b", "c", "next"]
    keys = [one.message.key for one in world.platform.shown]
    assert [key.rpartition(".")[2] for key in keys] == ["0", "1", "2", "0"]
    assert len(set(keys)) == 4


def test_a_message_that_got_half_way_goes_on_where_it_was(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "a", "b", "c")
        async with world.running():
            await asyncio.sleep(30)

    world = in_world(story, group=1, tells_doubles=False, does=lambda _, call: Unsure() if call == 2 else None)
    assert world.platform.seen_by(ADA) == ["a", "b", "c"]


def test_people_of_another_platform_are_left_alone(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(Person("discord", "1"), "not ours")
        world.keep(ADA, "ours")
        async with world.running():
            await asyncio.sleep(5)

    assert in_world(story).platform.texts == ["ours"]


# --- pace ---


def test_a_reply_goes_before_nudges_that_have_waited_longer(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        for number in range(50):
            world.keep(Person("slack:T01", f"U{number}"), "nudge", nudge=True)
        async with world.running():
            await asyncio.sleep(3)
            world.replies(ADA, "reply")
            await asyncio.sleep(1.5)
            assert "reply" in world.platform.texts
            assert len(world.platform.texts) < 10
            await asyncio.sleep(60)

    world = in_world(story, rates=Rates(per_second=1.0, burst=1, per_conversation=1.0))
    assert len(world.platform.texts) == 51


def test_one_conversation_keeps_to_its_own_rate(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        for number in range(5):
            world.keep(ADA, f"{number}")
        async with world.running():
            await asyncio.sleep(20)

    rates = Rates(per_second=100.0, burst=10, per_conversation=1.0)
    world = in_world(story, rates=rates, limits=rates)
    times = [one.at for one in world.platform.shown]
    assert len(times) == 5
    assert all(later - earlier >= 1.0 for earlier, later in pairwise(times))
    assert world.platform.limited == 0


@pytest.mark.parametrize(
    "rates",
    [
        Rates(per_second=50.0, burst=50, per_conversation=1.0, conversation_burst=5),
        Rates(per_second=1.0, burst=1, per_conversation=1.0),
        Rates(per_second=200.0, burst=10, per_conversation=1.0),
    ],
)
def test_a_spike_uses_the_rate_provokes_no_limit_and_lets_replies_through(in_world: InWorld, rates: Rates) -> None:
    count = int(rates.per_second * 20)
    waited: list[float] = []

    async def story(world: World) -> None:
        for number in range(count):
            world.keep(Person("slack:T01", f"U{number}"), "nudge", nudge=True)
        async with world.running():
            for number in range(10):
                await asyncio.sleep(1)
                before = asyncio.get_running_loop().time()
                world.replies(Person("slack:T02", f"R{number}"), f"reply {number}")
                while f"reply {number}" not in world.platform.texts:  # noqa: ASYNC110 (virtual time)
                    await asyncio.sleep(0.001)
                waited.append(asyncio.get_running_loop().time() - before)
            while len(world.platform.shown) < count + 10:  # noqa: ASYNC110 (virtual time)
                await asyncio.sleep(0.01)

    world = in_world(story, rates=rates, limits=rates)
    took = world.platform.shown[-1].at - world.platform.shown[0].at
    assert (count + 10) / took >= 0.95 * rates.per_second
    assert world.platform.limited == 0
    assert max(world.platform.most_at_once.values()) == 1
    assert len({one.message.key for one in world.platform.shown}) == count + 10
    assert max(waited) <= 0.1 or max(waited) <= 1.1 / rates.per_second, "with a burst of one it is the next to go"


def test_nudges_of_one_minute_are_spread_and_leave_room_for_replies(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        for number in range(60):
            world.keep(Person("slack:T01", f"U{number}"), "nudge", nudge=True)
        async with world.running():
            await asyncio.sleep(0.02)
            assert len(world.platform.calls) <= 11
            for number in range(8):
                world.replies(Person("slack:T02", f"R{number}"), "reply")
            await asyncio.sleep(0.02)
            assert sum(message.is_reply for _, message in world.platform.calls) == 8

    in_world(story, rates=Rates(per_second=10.0, burst=20, per_conversation=1.0))


# --- Limited ---


def test_a_limit_for_one_conversation_is_obeyed_to_the_second_and_holds_nobody_else(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "hers")
        async with world.running():
            await asyncio.sleep(10)
            world.replies(BO, "his")
            await asyncio.sleep(60)

    world = in_world(story, does=lambda _, call: Limited(37.0) if call == 1 else None)
    (at_first, _), (_, his), (again, hers) = world.platform.calls
    assert (his.person, hers.person) == (BO, ADA)
    assert 37.0 <= again - at_first < 37.2
    assert hers.attempt == 1, "nothing was shown, so it cannot have arrived before"


def test_a_limit_for_the_whole_platform_holds_everybody_and_not_a_second_longer(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "hers")
        world.keep(BO, "his", nudge=True)
        async with world.running():
            await asyncio.sleep(10)
            world.replies(CY, "theirs")
            await asyncio.sleep(60)

    def limits(_message: Message, call: int) -> Exception | None:
        return Limited(37.0, everywhere=True) if call <= 2 else None

    world = in_world(story, does=limits, seconds=0.0)
    times = [at for at, _ in world.platform.calls]
    assert all(37.0 <= at - times[0] < 37.2 for at in times[2:])
    assert sorted(world.platform.texts) == ["hers", "his", "theirs"]
    assert {message.attempt for _, message in world.platform.calls} == {1}


def test_a_limit_is_obeyed_by_the_next_process_too(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "hers")
        async with world.running():
            await asyncio.sleep(1)
        world.start()
        async with world.running():
            await asyncio.sleep(60)

    world = in_world(story, does=lambda _, call: Limited(37.0) if call == 1 else None)
    (first, _), (again, _) = world.platform.calls
    assert 37.0 <= again - first < 37.2


# --- Unsure ---


def test_what_may_have_arrived_is_sent_again_under_the_same_key_and_shows_once(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "once")
        async with world.running():
            await asyncio.sleep(30)

    world = in_world(story, shows_and_does=first_times(2, Unsure))
    assert world.platform.texts == ["once"]
    assert [message.attempt for _, message in world.platform.calls] == [1, 2, 3]
    assert len({message.key for _, message in world.platform.calls}) == 1
    assert world.left == []


def test_the_back_off_grows_to_minutes_and_no_further(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "at last")
        async with world.running():
            await asyncio.sleep(3 * 3600)

    world = in_world(story, seconds=0.0, does=lambda _, call: Unsure() if call < 12 else None)
    times = [at for at, _ in world.platform.calls]
    steps = [round(later - earlier, 1) for earlier, later in pairwise(times)]
    assert [round(step) for step in steps] == [2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240]
    assert world.platform.texts == ["at last"]


def test_that_a_process_was_killed_makes_nobody_wait_longer(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "hello")
        for _ in range(8):  # each died with it in hand
            (claimed,) = world.store.claim("slack", world.clock.now(), 9, timedelta(minutes=2))
            world.store.settle([Settlement(claimed.key, ADA, Became.UNSURE)], world.clock.now())
        async with world.running():
            await asyncio.sleep(3)

    world = in_world(story, does=first_times(1, Unsure))
    assert [message.attempt for _, message in world.platform.calls] == [9, 10]
    assert world.platform.texts == ["hello"]


def test_the_jitter_comes_from_the_source_given_and_stays_within_a_quarter(in_world: InWorld) -> None:
    steps: list[float] = []
    for jitter in (0.0, 1.0):

        async def story(world: World, jitter: float = jitter) -> None:
            world.delivery = Delivery(
                world.platform, world.store, world.clock, world.look, jitter=lambda: jitter, off_loop=inline
            )
            world.keep(ADA, "again")
            async with world.running():
                await asyncio.sleep(30)

        world = in_world(story, seconds=0.0, does=first_times(1, Unsure))
        steps.append(world.platform.calls[1][0] - world.platform.calls[0][0])
    assert [round(step, 1) for step in steps] == [1.5, 2.5]
    assert LONGEST_BACK_OFF * 1.25 <= 300, "at most a few minutes' step"


def test_a_send_that_hangs_is_given_up_and_tried_again(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "slow")
        async with world.running():
            await asyncio.sleep(30)
            world.platform.seconds = 0.1
            await asyncio.sleep(60)

    world = in_world(story, seconds=3600.0)
    assert world.platform.texts == ["slow"]
    assert world.left == []


def test_a_fault_of_an_adapter_counts_as_unsure_and_its_text_reaches_no_log(
    in_world: InWorld, caplog: pytest.LogCaptureFixture
) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "purple-elephant")
        async with world.running():
            await asyncio.sleep(30)

    with caplog.at_level(logging.DEBUG, logger="bot"):
        world = in_world(story, does=first_times(1, lambda: KeyError("purple-elephant")))
    assert world.platform.texts == ["purple-elephant"]
    assert "KeyError" in caplog.text
    assert "purple-elephant" not in caplog.text


def test_where_doubles_cannot_be_told_the_next_is_sent_once_it_is_kept_that_the_last_one_was(in_world: InWorld) -> None:
    """Else a crash shows more than one of them twice."""
    in_doubt: list[int] = []

    async def story(world: World) -> None:
        async def slowly(function: Callable[..., object], /, *arguments: object) -> object:
            await asyncio.sleep(0.5)
            in_doubt.append(len(world.platform.calls) - (20 - len(all_left(world, 20))))
            return function(*arguments)

        for number in range(20):
            world.keep(Person("slack:T01", f"U{number}"), f"{number}", nudge=True)
        world.delivery = Delivery(world.platform, world.store, world.clock, world.look, off_loop=slowly)
        async with world.running():
            await asyncio.sleep(3600)
        assert all_left(world, 20) == []

    in_world(story, tells_doubles=False, seconds=3.0)
    assert max(in_doubt) == 1


def all_left(world: World, people: int) -> list[Outgoing]:
    return [one for number in range(people) for one in world.store.unsent(Person("slack:T01", f"U{number}"))]


def test_one_message_that_never_gets_through_is_given_up_after_a_day_while_others_are_shown(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "poison")
        world.keep(ADA, "after it")
        async with world.running():
            for _ in range(26):
                world.replies(BO, "hello")
                await asyncio.sleep(3600)

    world = in_world(
        story, does=lambda message, _: Unsure() if "poison" in as_text(message.parts) else None, seconds=0.0
    )
    assert world.platform.seen_by(ADA) == ["after it"]
    assert [letter.reason for letter in world.store.dead_letters()] == [GIVEN_UP]


def test_what_nobody_could_be_shown_for_a_day_is_not_given_up_for_one_doubt_after_that(in_world: InWorld) -> None:
    tried_since: list[Message] = []

    def does(message: Message, _: int) -> Exception | None:
        if asyncio.get_running_loop().time() < 25 * 3600:
            return Unsure()
        if message.person == BO:
            return None
        tried_since.append(message)
        return Unsure() if len(tried_since) <= 4 else None  # BO is shown meanwhile

    async def story(world: World) -> None:
        world.keep(ADA, "kept")
        world.keep(BO, "hello")
        async with world.running():
            await asyncio.sleep(26 * 3600)

    world = in_world(story, does=does, seconds=0.0)
    assert sorted(world.platform.texts) == ["hello", "kept"]
    assert tried_since[0].attempt > GIVEN_UP_ATTEMPTS


# --- Refused ---


def test_who_cannot_be_reached_is_left_alone_and_loses_nothing(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.nudges(ADA, "first")
        async with world.running():
            await asyncio.sleep(5)
            world.nudges(ADA, "second")
            await asyncio.sleep(86400)

    world = in_world(story, does=lambda *_: Refused("cannot_dm"))
    assert len(world.platform.calls) == 1
    assert len(world.store.unsent(ADA)) == 1, "the second nudge's turn was not even taken"
    (letter,) = world.store.dead_letters()
    assert (letter.person, letter.reason, letter.attempts, letter.is_reply) == (ADA, "cannot_dm", 1, False)


def test_who_writes_again_gets_what_was_refused_and_then_the_reply(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.replies(ADA, "refused")
        async with world.running():
            await asyncio.sleep(5)
            world.replies(ADA, "welcome back")
            await asyncio.sleep(5)

    world = in_world(story, does=lambda _, call: Refused("cannot_dm") if call == 1 else None)
    assert world.platform.texts == ["refused", "welcome back"]
    assert world.store.dead_letters() == []


def test_a_refused_nudge_that_the_turn_takes_back_does_not_come(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.nudges(ADA, "refused")
        async with world.running():
            await asyncio.sleep(5)
            world.delivery.hand_on(world.keep(ADA, "welcome back", takes_back=(1,)))
            await asyncio.sleep(5)

    world = in_world(story, does=lambda _, call: Refused("cannot_dm") if call == 1 else None)
    assert world.platform.texts == ["welcome back"]
    assert world.left == []


def test_a_message_that_nobody_could_be_shown_holds_up_nothing(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "too long")
        world.keep(ADA, "fine")
        async with world.running():
            await asyncio.sleep(5)

    world = in_world(story, does=lambda _, call: Unfit("msg_too_long") if call == 1 else None)
    assert world.platform.texts == ["fine"]
    assert [letter.reason for letter in world.store.dead_letters()] == ["msg_too_long"]


def test_a_message_that_cannot_even_be_laid_out_is_a_dead_letter_and_others_go_on(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "poison")
        world.keep(BO, "fine")
        divided = world.platform.divided
        world.platform.divided = lambda parts: divided(parts) if "poison" not in as_text(parts) else 1 / 0  # type: ignore
        async with world.running():
            await asyncio.sleep(5)

    world = in_world(story)
    assert world.platform.texts == ["fine"]
    assert [letter.reason for letter in world.store.dead_letters()] == ["ZeroDivisionError"]


# --- taken back, goodbye ---


def test_a_nudge_in_the_outbox_that_a_stop_takes_back_is_never_sent(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        async with world.running():
            world.nudges(ADA, "nudge")
            await asyncio.sleep(5)
            world.delivery.hand_on(world.keep(ADA, "I write no more", takes_back=(1,)))
            await asyncio.sleep(3600)

    world = in_world(story, does=lambda message, _: None if message.is_reply else Limited(600))
    assert world.platform.texts == ["I write no more"]


def test_a_nudge_under_way_when_the_stop_is_taken_is_shown_before_its_confirmation_or_not_at_all(
    in_world: InWorld,
) -> None:
    for fails in (False, True):

        async def story(world: World) -> None:
            async with world.running():
                world.nudges(ADA, "nudge")
                await asyncio.sleep(1)  # it takes three
                world.delivery.hand_on(world.keep(ADA, "I write no more", takes_back=(1,)))
                await asyncio.sleep(3600)

        world = in_world(
            story, seconds=3.0, does=lambda _, call, fails=fails: Unsure() if fails and call == 1 else None
        )
        assert world.platform.texts == (["I write no more"] if fails else ["nudge", "I write no more"])


def test_a_nudge_in_hand_that_has_not_begun_when_the_stop_is_taken_is_never_sent(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(BO, "before hers", nudge=True)
        world.keep(ADA, "nudge", nudge=True)
        async with world.running():
            await asyncio.sleep(1)  # his takes three, and one is sent at a time
            assert [one.in_hand for one in world.store.waiting(ADA)] == [True]
            world.delivery.hand_on(world.keep(ADA, "I write no more", takes_back=(1,)))
            await asyncio.sleep(3600)

    world = in_world(story, tells_doubles=False, seconds=3.0)
    assert world.platform.texts == ["before hers", "I write no more"]


def test_a_nudge_on_its_way_into_hand_when_the_stop_is_taken_is_never_sent(in_world: InWorld) -> None:
    async def slowly(function: Callable[..., object], /, *arguments: object) -> object:
        result = function(*arguments)
        await asyncio.sleep(0.5)
        return result

    async def story(world: World) -> None:
        world.keep(ADA, "nudge", nudge=True)
        world.delivery = Delivery(world.platform, world.store, world.clock, world.look, off_loop=slowly)
        async with world.running():
            await asyncio.sleep(0.2)
            assert [one.in_hand for one in world.store.waiting(ADA)] == [True]
            world.delivery.hand_on(world.keep(ADA, "I write no more", takes_back=(1,)))
            await asyncio.sleep(3600)

    assert in_world(story).platform.texts == ["I write no more"]


def goodbye(world: World) -> Outgoing:
    turn = Turn(9, b"", b"", encode_parts(lines("goodbye")), erase=True)
    event = Text(id="erase", person=ADA, at=world.clock.now(), text="")
    outgoing = taken(world.store.take(event, lambda _: turn))
    assert outgoing is not None
    return outgoing


def test_the_goodbye_to_an_erased_person_is_the_last_thing_they_see(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        async with world.running():
            world.nudges(ADA, "nudge")
            await asyncio.sleep(5)
            world.delivery.hand_on(goodbye(world))
            await asyncio.sleep(3600)

    world = in_world(story, does=lambda message, call: Limited(600) if not message.is_reply or call == 2 else None)
    assert world.platform.texts == ["goodbye"]


def test_a_goodbye_that_cannot_be_said_is_not_tried_for_ever(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "")
        async with world.running():
            world.delivery.hand_on(goodbye(world))
            await asyncio.sleep(86400)

    world = in_world(story, does=lambda *_: Unsure())
    assert len([message for _, message in world.platform.calls if message.key.startswith("bye")]) == GOODBYES_TRIED


# --- stale ---


def test_a_nudge_that_waited_half_an_hour_is_looked_at_again_before_it_goes(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "nudge", nudge=True)
        world.keep(BO, "reply")
        await asyncio.sleep(31 * 60)
        async with world.running():
            await asyncio.sleep(5)

    world = in_world(story)
    assert world.looked_at == [ADA], "a reply is right however late"
    assert sorted(world.platform.texts) == ["nudge", "reply"], "what the turn does not take back is sent"


def test_a_nudge_that_may_have_been_shown_is_tried_again_for_a_day_before_it_is_decided_anew(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.nudges(ADA, "nudge")
        async with world.running():
            await asyncio.sleep(23 * 3600)
            assert world.looked_at == []
            await asyncio.sleep(2 * 3600)

    world = in_world(story, does=lambda *_: Unsure())
    assert set(world.looked_at) == {ADA}


def test_a_nudge_that_waited_into_another_day_is_looked_at_again_once_before_it_goes(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.delivery = Delivery(
            world.platform, world.store, world.clock, world.look, off_loop=inline, may_come_from=lambda _: None
        )
        async with world.running():
            world.nudges(ADA, "nudge")
            await asyncio.sleep(3600)

    world = in_world(story, does=lambda _, call: Unsure() if call <= 6 else None)
    assert world.looked_at == [ADA]
    assert world.platform.texts == ["nudge"]


# --- the clock ---


@pytest.mark.parametrize("hours", [-6, 6])
def test_a_clock_that_jumps_sends_nothing_twice_and_holds_nothing_up(in_world: InWorld, hours: int) -> None:
    async def story(world: World) -> None:
        for number in range(30):
            world.keep(Person("slack:T01", f"U{number}"), f"{number}", nudge=True)
        world.keep(ADA, "unsure")
        async with world.running():
            await asyncio.sleep(1.5)
            world.clock.jump(hours=hours)
            await asyncio.sleep(60)
            world.replies(BO, "reply")
            await asyncio.sleep(60)

    rates = Rates(per_second=10.0, burst=2, per_conversation=1.0)
    world = in_world(story, rates=rates, limits=rates, seconds=1.0, tells_doubles=True, does=first_times(1, Unsure))
    keys = [message.key for _, message in world.platform.calls]
    assert len(keys) == len(set(keys)) + 1, "the unsure one only"
    assert len(world.platform.shown) == 32


def test_a_clock_that_swings_by_seconds_sends_once(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        async with world.running():
            world.keep(ADA, "once", nudge=True)
            for swing in range(40):
                world.clock.jump(seconds=5 if swing % 2 else -5)
                world.delivery.woken()
                await asyncio.sleep(0.7)

    world = in_world(story, seconds=2.0)
    assert len(world.platform.calls) == 1


# --- the end ---


def test_draining_waits_for_what_is_under_way_and_leaves_the_rest_untouched(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        people = [Person("slack:T01", f"U{number}") for number in range(40)]
        for person in people:
            world.keep(person, "nudge", nudge=True)
        task = asyncio.create_task(world.delivery.run())
        await asyncio.sleep(2)
        await world.delivery.drain(10)
        await task
        shown = len(world.platform.shown)
        assert 0 < shown < 40
        left = [person for person in people if world.store.unsent(person)]
        assert len(left) == 40 - shown
        again = world.store.claim("slack", world.clock.now(), 40, timedelta(minutes=1))
        assert {claimed.attempt for claimed in again} == {1}, "none of them was begun"

    in_world(story, rates=Rates(per_second=10.0, burst=2, per_conversation=1.0), seconds=1.0)


def test_what_hangs_while_draining_is_cut_off_and_counts_as_tried(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        world.keep(ADA, "hangs")
        task = asyncio.create_task(world.delivery.run())
        await asyncio.sleep(1)
        before = asyncio.get_running_loop().time()
        await world.delivery.drain(2)
        await task
        assert asyncio.get_running_loop().time() - before < 2.5
        (claimed,) = world.store.claim("slack", world.clock.now(), 9, timedelta(minutes=1))
        assert claimed.attempt == 2

    in_world(story, seconds=15.0)


def test_draining_before_anything_began_is_harmless(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        await world.delivery.drain(1)

    in_world(story)


def test_a_store_that_fails_for_a_while_loses_and_doubles_nothing(in_world: InWorld) -> None:
    async def story(world: World) -> None:
        store = world.store

        class Failing:
            until = 30.0

            def __getattr__(self, name: str) -> object:
                if asyncio.get_running_loop().time() < self.until:
                    from core.errors import StoreBusy

                    raise StoreBusy("Another program holds the database.")
                return getattr(store, name)

        world.delivery = Delivery(
            world.platform,
            Failing(),
            world.clock,
            world.look,
            jitter=lambda: 0.5,
            off_loop=inline,  # type: ignore
        )
        world.keep(ADA, "patient")
        async with world.running():
            await asyncio.sleep(60)

    world = in_world(story)
    assert world.platform.texts == ["patient"]
    assert world.left == []
