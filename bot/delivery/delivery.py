"""Sending what waits in the outbox: claim, pace, send, settle. One of these for each platform.

Two loops share one event loop. The books claim a little ahead of the pace and settle what was sent; the sender starts
each message when the pace allows it. Everything a crash must not lose is in the store. The rules a newcomer could break:
a claim is durable before anything is sent, so that a crash counts as an attempt; whatever an attempt may have shown is
tried again under the same key; and nothing of a message ever reaches a log.
"""

from __future__ import annotations

import asyncio
import logging
import math
import secrets
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.clock import Clock
from bot.delivery.pacing import Pacing
from bot.delivery.platform import Limited, Message, Platform, Refused, Unfit
from core.errors import StoreError
from core.events import Person
from core.messages import Part, Passed, decode_parts, shown
from core.ports import Became, Claimed, Outgoing, Settlement, Store
from core.turn.nudges import LATE, STALE

FRESH = timedelta(minutes=1)
"""So long a nudge is as right as when it was decided."""
LEASE = timedelta(minutes=2)
"""Far longer than a send may take."""
SEND_SECONDS = 20.0
IN_HAND_SECONDS = LEASE.total_seconds() / 2
"""A send begins so long after the claim at most, and ends within the lease: a process that was stopped in between sends nothing that
another has taken over."""
AHEAD_SECONDS = 0.25
"""So much of the pace is claimed ahead: a commit for each message alone would be slower than the platform."""
MOST_AHEAD = 100
SETTLE_SECONDS = 0.05
"""Sent nudges are settled together; a reply is settled at once, for the next one waits for it."""
HEARTBEAT_SECONDS = 30.0
REST_SECONDS = 1.0
"""After the store has failed."""
FIRST_BACK_OFF = 2.0
LONGEST_BACK_OFF = 240.0
GIVEN_UP_AFTER = timedelta(days=1)
GIVEN_UP_ATTEMPTS = 10
GIVEN_UP = "unsure for a day, while others were sent"
GOODBYES_TRIED = 6
GOODBYE = "bye-"
"""How the key of the last message to somebody who was erased begins."""
_MOST_REMEMBERED = 10_000

jitter: Callable[[], float] = secrets.SystemRandom().random

log = logging.getLogger(__name__)


class OffLoop(Protocol):
    """Runs something that waits (the store, a turn) away from the event loop."""

    def __call__(self, function: Callable[..., object], /, *args: object) -> Awaitable[object]:
        """Call it; the result is what it gives."""


class PassOn(Protocol):
    """Takes what no person is shown."""

    def __call__(self, passed: Passed, claimed: Claimed, key: str, /) -> Awaitable[None]:
        """Do it, once for a key; raises what `Platform.send` does."""


@dataclass(slots=True, eq=False)
class _InHand:
    """A claimed message on its way."""

    claimed: Claimed
    groups: Sequence[tuple[Part, ...] | Passed]
    shown: int
    sent_until: float = math.inf
    """When the next group of it has to be begun, by the loop's time; later somebody else may have it in hand."""
    is_kept: bool = True


class Delivery:
    """Delivers one platform's messages. All methods but `hand_on`, `share` and `woken` belong to the event loop that runs it."""

    def __init__(
        self,
        platform: Platform,
        store: Store,
        clock: Clock,
        look_again: Callable[[Sequence[Person]], object],
        *,
        may_come_from: Callable[[Claimed], datetime | None] = lambda claimed: claimed.at,
        told: Callable[[Settlement, Claimed], object] = lambda _settlement, _claimed: None,
        pass_on: PassOn | None = None,
        claims: bool = True,
        jitter: Callable[[], float] = jitter,
        off_loop: OffLoop = asyncio.to_thread,
    ) -> None:
        """Where it does not claim, what is kept is left to another process, and only what is in no outbox is sent.

        `pass_on` takes what no person is shown, and raises what `Platform.send` does. `look_again` takes the nudge turns of people anew (`Nudger.bring_to`); `jitter` gives numbers from 0 to 1.

        `may_come_from` tells from when on a nudge that has waited may be sent: it may be night by now where they are.
        None: it may, once their turn has looked again, because there it is another day by now.
        `told` hears what became of each attempt, to count it.
        """
        self._platform = platform
        self._store = store
        self._clock = clock
        self._look_again = look_again
        self._may_come_from = may_come_from
        self._told = told
        self._pass_on = pass_on
        self._claims = claims
        self._jitter = jitter
        self._off_loop = off_loop
        self._pacing: Pacing[_InHand] = Pacing(platform.rates)
        self._ahead = max(1, min(MOST_AHEAD, int(platform.rates.per_second * AHEAD_SECONDS)))
        self._sending: dict[_InHand, asyncio.Task[None]] = {}
        self._settlements: list[Settlement] = []
        self._is_settling = False
        """Whether some are on their way into the store: a crash may still lose them."""
        self._unsettled: set[str] = set()
        """The keys of what was claimed and is not settled in the store yet."""
        self._looked_at: defaultdict[str, set[timedelta | int]] = defaultdict(set)
        """By the keys of nudges: why their turn was asked to look again, a time that was over or the days it has waited."""
        self._doubted: Counter[str] = Counter()
        """By the keys of messages: how often this process could not tell whether they were shown."""
        self._passed_over: Counter[str] = Counter()
        """The same, but only while others were shown."""
        self._turned: set[Person] = set()
        """Whose turn has ended since the latest claim began."""
        self._books, self._pace, self._ended = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._replies_waiting = 0
        """So many turns have ended with a message since the latest claim began, and at least one if that took a reply last."""
        self._is_draining = False
        self._last_shown: float | None = None

    # --- what others call ---

    async def run(self) -> None:
        """Deliver until drained."""
        self._loop = asyncio.get_running_loop()
        try:
            async with asyncio.TaskGroup() as loops:
                loops.create_task(self._keep_books())
                loops.create_task(self._keep_pace())
        finally:
            self._ended.set()

    def woken(self) -> None:
        """A nudge waits in the outbox. From any thread."""
        if not self._books.is_set():  # else it is about to look
            self._call(self._books.set)

    def share(self, processes: int) -> None:
        """So many processes send to the platform. From any thread."""
        loop = self._loop
        if loop is not None:
            self._call(lambda: self._pacing.share(processes, loop.time()))

    def hand_on(self, outgoing: Outgoing | None) -> None:
        """The person's turn has ended, with or without a message; what was kept is claimed at once. From any thread."""
        if outgoing is not None:
            self._call(lambda: self._reply(outgoing.person) if outgoing.is_kept else self._say_goodbye(outgoing))

    async def drain(self, seconds: float) -> None:
        """Start nothing more, wait so long for what is under way, and leave the books right."""
        self._is_draining = True
        self._books.set()
        self._pace.set()
        if self._loop is not None:
            await self._ended.wait()
        self._give_back(self._pacing.take_out())
        under_way = list(self._sending.values())
        if under_way:
            _, late = await asyncio.wait(under_way, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        try:
            await self._settle()
        except StoreError as error:  # then the next start counts them as tried
            log.warning("What was sent last could not be settled. %s", error)

    # --- the books ---

    async def _keep_books(self) -> None:
        while not self._is_draining:
            self._books.clear()
            try:
                await self._settle()
                rest = await self._claim()
            except StoreError as error:
                log.warning("The outbox could not be read or written, and is tried again. %s", error)
                rest = REST_SECONDS
            if rest > 0 and not self._is_draining:
                await _until(self._books, rest)

    async def _settle(self) -> None:
        settlements, self._settlements = self._settlements, []
        if not settlements:
            return
        self._is_settling = True
        try:
            await self._off_loop(self._store.settle, settlements, self._clock.now())
        except StoreError:
            self._settlements = [*settlements, *self._settlements]
            raise
        finally:
            self._is_settling = False
        self._unsettled.difference_update(settlement.key for settlement in settlements)
        self._pace.set()

    async def _claim(self) -> float:
        """Claim what there is room for; how long there is nothing to do if nobody knocks."""
        now = asyncio.get_running_loop().time()
        if not self._claims:
            return HEARTBEAT_SECONDS
        if self._pacing.is_limited(now):
            return min(HEARTBEAT_SECONDS, self._pacing.limited_for(now))
        room = self._ahead - len(self._pacing)
        if self._replies_waiting:
            room = max(room, min(self._replies_waiting, MOST_AHEAD))  # all in one commit
        elif room <= self._ahead // 2:
            return HEARTBEAT_SECONDS  # the sender knocks when half of it has gone
        self._turned.clear()
        waiting, self._replies_waiting = self._replies_waiting, 0
        try:
            found = await self._off_loop(self._store.claim, self._platform.name, self._clock.now(), room, LEASE)
        except StoreError:
            self._replies_waiting += waiting
            raise
        assert isinstance(found, list)  # noqa: S101 - what `claim` gives
        # A lease may end under way, where the clock is set forward.
        found = [claimed for claimed in found if claimed.key not in self._unsettled]
        held, anew = await self._that_must_wait(found)
        if held:
            await self._off_loop(self._store.settle, held, self._clock.now())
        put_back = {settlement.key for settlement in held} | {claimed.key for claimed, _ in anew}
        for claimed in found:
            if claimed.key not in put_back:
                self._take_in_hand(claimed, now + IN_HAND_SECONDS)
        if found and found[-1].is_reply:
            self._replies_waiting = max(self._replies_waiting, 1)
        if anew:
            await self._decide_anew(anew)
        if found:
            self._pace.set()
            return 0.0
        return await self._until_something_can_be_claimed()

    async def _until_something_can_be_claimed(self) -> float:
        at = await self._off_loop(self._store.next_claim, self._platform.name)
        if at is None:
            return HEARTBEAT_SECONDS
        assert isinstance(at, datetime)  # noqa: S101 - what `next_claim` gives
        seconds = (at - self._clock.now()).total_seconds()
        return min(HEARTBEAT_SECONDS, max(SETTLE_SECONDS, seconds))

    async def _that_must_wait(
        self, found: Sequence[Claimed]
    ) -> tuple[list[Settlement], list[tuple[Claimed, timedelta | int]]]:
        """Of the nudges that have waited: those for which it is night now, and those to be decided anew, and why."""
        now, held, anew = self._clock.now(), list[Settlement](), list[tuple[Claimed, timedelta | int]]()
        for claimed in found:
            waited, limit = now - claimed.at, LATE if claimed.attempt == 1 else STALE
            if claimed.is_reply or claimed.shown:
                continue
            looked_at = self._looked_at.get(claimed.key, ())
            if waited > limit and limit not in looked_at:
                anew.append((claimed, limit))
            elif waited > FRESH:
                at = await self._off_loop(self._may_come_from, claimed)
                if isinstance(at, datetime) and at > now:
                    held.append(Settlement(claimed.key, claimed.person, Became.NOT_SHOWN, at))
                elif at is None and waited.days not in looked_at:
                    anew.append((claimed, waited.days))
        return held, anew

    async def _decide_anew(self, waited: Sequence[tuple[Claimed, timedelta | int]]) -> None:
        """Put them back, and have each person's turn take back what was not seen and say what is right now."""
        if len(self._looked_at) > _MOST_REMEMBERED:
            self._looked_at.clear()
        for claimed, why in waited:
            self._looked_at[claimed.key].add(why)
        back = [Settlement(claimed.key, claimed.person, Became.NOT_SHOWN) for claimed, _ in waited]
        await self._off_loop(self._store.settle, back, self._clock.now())
        await self._off_loop(self._look_again, [claimed.person for claimed, _ in waited])

    def _take_in_hand(self, claimed: Claimed, sent_until: float) -> None:
        self._unsettled.add(claimed.key)
        if claimed.person in self._turned and _is_unseen_nudge(claimed, claimed.shown):
            self._note(Settlement(claimed.key, claimed.person, Became.NOT_SHOWN), claimed)
            return
        try:
            groups = self._divided(decode_parts(claimed.parts))
        except Exception as error:  # a fault of the adapter's must not stop everybody's messages
            log.error("Message %s could not be laid out: %s", claimed.key, type(error).__name__)
            self._note(Settlement(claimed.key, claimed.person, Became.UNFIT, reason=type(error).__name__), claimed)
            return
        in_hand = _InHand(claimed, groups, claimed.shown, sent_until)
        self._pacing.add(in_hand, claimed.person, is_reply=claimed.is_reply)

    # --- sending ---

    async def _keep_pace(self) -> None:
        loop = asyncio.get_running_loop()
        looked = loop.time()
        while not self._is_draining:
            self._pace.clear()
            before, looked = looked, loop.time()
            if looked > before + SEND_SECONDS:  # a pace as slow as that, or this process was stopped
                self._give_back(self._pacing.take_out(_is_late))
            while self._may_start() and (in_hand := self._pacing.next(loop.time())) is not None:
                self._sending[in_hand] = loop.create_task(self._send(in_hand))
            if len(self._pacing) <= self._ahead // 2:
                self._books.set()
            wakes = self._pacing.wakes(loop.time()) if self._may_start() else None
            await _until(self._pace, HEARTBEAT_SECONDS if wakes is None else wakes - loop.time())

    def _may_start(self) -> bool:
        """Where doubles cannot be told, one at a time: then a crash shows one message twice and not many."""
        return self._platform.tells_doubles or not (self._sending or self._settlements or self._is_settling)

    async def _send(self, in_hand: _InHand) -> None:
        claimed = in_hand.claimed
        try:
            if _is_late(in_hand):
                self._settle_later(in_hand, Became.NOT_SHOWN)
                return
            if in_hand.shown < len(in_hand.groups):
                async with asyncio.timeout(SEND_SECONDS):
                    await self._start(claimed, f"{claimed.key}.{in_hand.shown}", in_hand.groups[in_hand.shown])
                in_hand.shown += 1
        except Limited as limited:
            self._obey(limited, in_hand)
        except Unfit as unfit:
            log.error("%s takes message %s from nobody: %s", self._platform.name, claimed.key, unfit.reason)
            self._settle_later(in_hand, Became.UNFIT, reason=unfit.reason)
        except Refused as refused:
            log.info("%s cannot be reached on %s: %s", claimed.person, self._platform.name, refused.reason)
            self._settle_later(in_hand, Became.REFUSED, reason=refused.reason)
        except asyncio.CancelledError:
            self._settle_later(in_hand, Became.UNSURE)
            raise
        except Exception as error:  # `Unsure`, the time limit, and any fault of an adapter's: it may have been shown
            self._try_again(in_hand, error)
        else:
            self._last_shown = asyncio.get_running_loop().time()
            self._go_on(in_hand)
        finally:
            del self._sending[in_hand]
            self._pacing.done(claimed.person)
            self._pace.set()

    async def _start(self, claimed: Claimed, key: str, group: tuple[Part, ...] | Passed) -> None:
        if isinstance(group, tuple):
            message = Message(key, claimed.person, group, attempt=claimed.attempt, is_reply=claimed.is_reply)
            await self._platform.send(message)
        elif self._pass_on is not None:
            await self._pass_on(group, claimed, key)

    def _divided(self, parts: Sequence[Part | Passed]) -> Sequence[tuple[Part, ...] | Passed]:
        """What the person is shown, as the platform divides it, and then what is passed on, each by itself."""
        seen = shown(parts)
        return [*(self._platform.divided(seen) if seen else ()), *(part for part in parts if isinstance(part, Passed))]

    def _go_on(self, in_hand: _InHand) -> None:
        """What more there is of the message, or its end."""
        if in_hand.shown >= len(in_hand.groups):
            self._settle_later(in_hand, Became.SENT)
        elif self._is_draining:
            self._settle_later(in_hand, Became.NOT_SHOWN)
        else:
            self._pacing.add(in_hand, in_hand.claimed.person, is_reply=True)  # the rest of what is on the screen

    def _obey(self, limited: Limited, in_hand: _InHand) -> None:
        until = asyncio.get_running_loop().time() + limited.retry_after
        self._pacing.limit(until, None if limited.everywhere else in_hand.claimed.person)
        log.info("%s asks to wait %.3g s.", self._platform.name, limited.retry_after)
        self._settle_later(in_hand, Became.NOT_SHOWN, after=limited.retry_after)
        if limited.everywhere:
            self._give_back(self._pacing.take_out(lambda one: one.is_kept))

    def _try_again(self, in_hand: _InHand, error: Exception) -> None:
        claimed = in_hand.claimed
        log.warning(
            "Message %s may have been shown or not (%s, attempt %d).",
            claimed.key,
            type(error).__name__,
            claimed.attempt,
        )
        if len(self._doubted) > _MOST_REMEMBERED:
            self._doubted.clear()
            self._passed_over.clear()
        if self._is_hopeless(claimed):
            self._settle_later(in_hand, Became.UNFIT, reason=GIVEN_UP)
            return
        self._doubted[claimed.key] += (
            1  # and not the attempts: that a process of ours was killed makes nobody wait longer
        )
        back_off = min(LONGEST_BACK_OFF, FIRST_BACK_OFF * 2 ** min(self._doubted[claimed.key] - 1, 16))
        self._settle_later(in_hand, Became.UNSURE, after=back_off * (0.75 + 0.5 * self._jitter()))

    def _is_hopeless(self, claimed: Claimed) -> bool:
        """Whether others are shown and this one has not been for a day; it would hold up its person for ever.

        What was tried while nobody was shown anything tells nothing about the message.
        """
        now, shown = asyncio.get_running_loop().time(), self._last_shown
        self._passed_over[claimed.key] += shown is not None and now - shown < 2 * LONGEST_BACK_OFF
        is_old = self._clock.now() - claimed.at > GIVEN_UP_AFTER
        return is_old and self._passed_over[claimed.key] >= GIVEN_UP_ATTEMPTS

    def _give_back(self, not_started: Sequence[_InHand]) -> None:
        for in_hand in not_started:
            self._settle_later(in_hand, Became.NOT_SHOWN)

    def _settle_later(self, in_hand: _InHand, became: Became, *, after: float = 0.0, reason: str = "") -> None:
        claimed = in_hand.claimed
        if not in_hand.is_kept:
            if became in (Became.NOT_SHOWN, Became.UNSURE) and not self._is_draining:
                self._try_goodbye_again(in_hand, after)
            return
        again = self._clock.now() + timedelta(seconds=after) if after else None
        self._note(Settlement(claimed.key, claimed.person, became, again, reason, in_hand.shown), claimed)

    def _note(self, settlement: Settlement, claimed: Claimed) -> None:
        self._settlements.append(settlement)
        self._told(settlement, claimed)
        if settlement.became not in (Became.NOT_SHOWN, Became.UNSURE):
            self._looked_at.pop(claimed.key, None)
            del self._doubted[claimed.key]
            del self._passed_over[claimed.key]
        if claimed.is_reply or not self._platform.tells_doubles:
            self._books.set()
        elif len(self._settlements) == 1:
            asyncio.get_running_loop().call_later(SETTLE_SECONDS, self._books.set)

    # --- replies, and the one that is in no outbox ---

    def _call(self, function: Callable[[], object]) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop is closed: the next start delivers what waits
                self._loop.call_soon_threadsafe(function)

    def _reply(self, person: Person) -> None:
        """Their turn may have taken back what is in hand: a nudge that has not begun goes where the store says."""
        self._turned.add(person)
        self._give_back(
            self._pacing.take_out(lambda one: one.claimed.person == person and _is_unseen_nudge(one.claimed, one.shown))
        )
        self._replies_waiting += 1
        self._books.set()

    def _say_goodbye(self, outgoing: Outgoing) -> None:
        """The last thing said to somebody who was erased; whatever else was in hand for them is gone with them."""
        person = outgoing.person
        self._pacing.take_out(lambda one: one.claimed.person == person)
        key = f"{GOODBYE}{secrets.token_hex(6)}"
        claimed = Claimed(key, person, outgoing.parts, 0, self._clock.now(), attempt=1, shown=0, is_reply=True)
        groups = self._divided(decode_parts(outgoing.parts))
        self._pacing.add(_InHand(claimed, groups, 0, is_kept=False), person, is_reply=True)
        self._pace.set()

    def _try_goodbye_again(self, in_hand: _InHand, after: float) -> None:
        claimed = in_hand.claimed
        if claimed.attempt >= GOODBYES_TRIED:
            return
        next_one = Claimed(
            claimed.key, claimed.person, claimed.parts, 0, claimed.at, claimed.attempt + 1, in_hand.shown, is_reply=True
        )
        again = _InHand(next_one, in_hand.groups, in_hand.shown, is_kept=False)

        def add() -> None:
            self._pacing.add(again, claimed.person, is_reply=True)
            self._pace.set()

        asyncio.get_running_loop().call_later(after, add)


def _is_late(in_hand: _InHand) -> bool:
    """Whether somebody else may have it in hand by the time it is sent."""
    return asyncio.get_running_loop().time() > in_hand.sent_until


def _is_unseen_nudge(claimed: Claimed, shown: int) -> bool:
    return not (claimed.is_reply or shown)


async def _until(knock: asyncio.Event, seconds: float) -> None:
    """Wait for a knock, so long at most."""
    with suppress(TimeoutError):
        async with asyncio.timeout(max(0.0, seconds)):
            await knock.wait()
