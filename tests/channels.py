"""A community with channels: staff at the desk, the real store and delivery, and a platform that others read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

from bot.running import Service
from core import clock, community
from core.coach import Coach
from core.communities import turn as turns
from core.communities.desk import DO, FORM, PAGE, Form, Page, Problems
from core.communities.events import Channel, Staff, Submitted, community_of
from core.communities.state import CommunityState, decode_state, encode_state
from core.errors import StoreError
from core.journal import as_content
from core.messages import Post
from core.ports import Store, Turn
from core.store import open_store
from core.wording import load
from tests.loopback import Loopback
from tests.stores import KEY, NOW
from tests.virtual import VirtualClock, VirtualLoop, inline, run

HERE = "slack:T1"
SAM = Staff("U-sam", "Sam", may_manage=True)
GENERAL = Channel("C1", "general")
FORUM = Channel("C2", "jobs", is_forum=True)
STAFF_ONLY = Channel("C3", "staff", is_private=True)
CALENDAR = Channel("C4", "events", has_calendar=True)
HEARTBEAT = 600.0
_NUMBERS = count(1)


@dataclass
class Board(Loopback):
    """The loopback platform, with channels."""

    channels: dict[str, Channel] = field(
        default_factory=lambda: {one.id: one for one in (GENERAL, FORUM, STAFF_ONLY, CALENDAR)}
    )
    posts: dict[str, tuple[datetime, Post]] = field(default_factory=dict)
    """What stands, and since when, by its key; the key is the id too."""
    published: list[tuple[datetime, Post]] = field(default_factory=list)
    """All that was ever shown, taken down or not."""
    now: Callable[[], datetime] = lambda: NOW
    refuses: Callable[[Post, int], Exception | None] = lambda _post, _attempt: None
    """What it raises instead."""
    then: Callable[[Post, int], Exception | None] = lambda _post, _attempt: None
    """What it raises although the post is shown."""

    async def publish(self, _tenant: str, post: Post, key: str, attempt: int) -> str:
        await asyncio.sleep(self.seconds)
        if (error := self.refuses(post, attempt)) is not None:
            raise error
        if key not in self.posts or not self.tells_doubles:
            self.posts[key] = (self.now(), post)
            self.published.append((self.now(), post))
        if (error := self.then(post, attempt)) is not None:
            raise error
        return key

    async def take_down(self, _tenant: str, channel: str, message: str) -> None:
        await asyncio.sleep(self.seconds)
        if message in self.posts:
            assert self.posts.pop(message)[1].channel == channel

    async def examine(self, _tenant: str, channel: str) -> Channel | None:
        return self.channels.get(channel)

    @property
    def standing(self) -> list[str]:
        return [post.text for _, post in self.posts.values()]


class Desk:
    """Staff, page by page."""

    def __init__(self, coach: Coach, store: Store, now: Callable[[], datetime], channels: dict[str, Channel]) -> None:
        self._office = coach.office
        self._store = store
        self._now = now
        self._channels = channels

    def sets(self, toml: str) -> None:
        """The settings, as a turn of staff leaves them."""
        state = decode_state(self._store.snapshot(community_of(HERE)))
        after = CommunityState(state.number + 1, {**state.sections, "settings": toml})
        view = turns.View(HERE, after, community.read(toml), self._now(), load())
        due = turns.next_due(view)
        decided = Turn(after.number, encode_state(after), as_content({"kind": "submitted"}), None, due)
        self._store.take(self._sent("settings", {}), lambda _: decided).result()
        self._office.forget(HERE)

    def looks(self, page: str = "home") -> Page:
        return self._office.page(HERE, SAM, page, self._now(), self._store)

    def opens(self, form: str) -> Form:
        return self._office.form(HERE, SAM, form, self._now(), self._store)

    def fills(self, form: str, **values: str | tuple[str, ...]) -> Page | Problems:
        """Open a form and send it: what stands there already, but for these values."""
        asked = {one.name: one.value for one in self.opens(form).fields}
        told = {name: (value,) if isinstance(value, str) else value for name, value in values.items()}
        return self.sends(form, {**asked, **told})

    def presses(self, page: Page, label: str) -> Page | Problems | Form:
        """A button of a page, by its label."""
        (option,) = (one.option for one in page.buttons if one.label == label)
        kind, _, name = option.partition(":")
        match kind:
            case _ if kind == PAGE:
                return self.looks(name)
            case _ if kind == FORM:
                return self.opens(name)
            case _:
                assert kind == DO
                return self.sends(name, {})

    def does(self, page: Page, label: str) -> Page:
        """The same, for a button that shows a page."""
        shown = self.presses(page, label)
        assert isinstance(shown, Page)
        return shown

    def sends(self, form: str, values: dict[str, tuple[str, ...]]) -> Page | Problems:
        answer, _ = self._office.submit(self._sent(form, values), self._now(), self._store)
        return answer

    def makes(self, draft: str, channel: Channel = GENERAL, **values: str | tuple[str, ...]) -> Page:
        """A post from the library; its page."""
        page = self.fills(f"post-draft:{draft}", channel=channel.id, **values)
        assert isinstance(page, Page), page.by_field
        return page

    def _sent(self, form: str, values: dict[str, tuple[str, ...]]) -> Submitted:
        named = {one for name, chosen in values.items() if "channel" in name for one in chosen}
        channels = {id: self._channels[id] for id in named if id in self._channels}
        return Submitted(
            id=f"form-{next(_NUMBERS)}",
            person=community_of(HERE),
            at=self._now(),
            by=SAM,
            form=form,
            values={name: value for name, value in values.items() if value},
            channels=channels,
        )


@dataclass
class Centre:
    """A process that serves the community, on a clock of its own; it may die and start again."""

    path: Path
    board: Board
    clock: VirtualClock
    store: Store = field(init=False)
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        self.board.now = self.clock.now
        self.open()

    def open(self) -> None:
        self.store = open_store(self.path / "rebound.db", KEY)
        self.coach = Coach(load())
        self.desk = Desk(self.coach, self.store, self.clock.now, self.board.channels)

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        """Serve; at the end the process is stopped as a kill stops it, and the file is free again."""
        service = Service(self.coach, self.store, self.clock, [self.board], jitter=lambda: 0.5, off_loop=inline)
        tasks = [asyncio.create_task(service.deliver()), asyncio.create_task(self._rings(service))]
        try:
            yield
        finally:
            for task in [*tasks, *(one for one in asyncio.all_tasks() if "_send" in repr(one.get_coro()))]:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self.store.close()
            self.open()

    async def _rings(self, service: Service) -> None:
        """The alarm: at the due instant, and now and then."""
        while True:
            with suppress(StoreError):
                service.bring_due()
            due = self.store.next_due(after=self.clock.now())
            left = (due - self.clock.now()).total_seconds() if due else HEARTBEAT
            await asyncio.sleep(min(HEARTBEAT, max(0.001, left)))

    async def until(self, at: datetime) -> None:
        """Wait for an instant; the process may run or not."""
        await asyncio.sleep(max(0.0, (at - self.clock.now()).total_seconds()))


def lives(
    path: Path, start: datetime, story: Callable[[Centre], Awaitable[None]], board: Board | None = None
) -> Centre:
    """Run a story (a coroutine function) from an instant on."""
    centres: list[Centre] = []

    async def main(loop: VirtualLoop) -> None:
        centres.append(Centre(path, board or Board(), VirtualClock(loop, start)))
        await story(centres[0])

    try:
        run(main)
    finally:
        with suppress(IndexError):
            centres[0].store.close()
    return centres[0]


def hours(centre: Centre, zone: str) -> list[str]:
    """When posts were shown, on the clocks there."""
    return [f"{clock.local(at, clock.zone(zone)):%a %d %b %H:%M}" for at, _ in centre.board.published]
