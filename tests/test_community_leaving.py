"""A community that takes the coach out, one that comes back, and a member who is erased: what stops, what stays, what goes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.running import Service
from core.coach import Coach
from core.communities import turn as turns
from core.communities.desk import Problems
from core.communities.events import COMMUNITY, FromMember, NotPosted, Posted, Staff, Submitted, community_of
from core.communities.state import decode_state
from core.communities.turn import CommunityTurn, Department, View
from core.community import Community
from core.erasing import DEPARTED
from core.errors import NotAllowed
from core.events import FromCommunity, NudgeDue, Person, Text
from core.messages import Line, Post, Relay, decode_parts
from core.ports import Store
from core.store import erasing, open_store
from core.wording import load
from tests.loopback import Loopback
from tests.stores import KEY
from tests.virtual import VirtualClock, VirtualLoop, inline, run

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HERE, THERE = "discord:1", "discord:2"
ADA, BO = Person("discord", "81507264"), Person("discord", "90610351")
SAM = Staff("U-sam", "Sam", may_manage=True)
USUAL = Community(staff="the operator")
EVERY = timedelta(hours=24)


# --- a department that posts every day, and keeps what members send it ---


def _due(view: View) -> datetime | None:
    last = view.section("board", {}).get("last")
    return None if last is None else datetime.fromisoformat(last) + EVERY


def _brings(turn: CommunityTurn) -> None:
    at = _due(turn)
    if at is not None and at <= turn.now:
        turn.keep("board", {**turn.section("board", {}), "last": turn.now.isoformat()})
        turn.post(Post("board:daily", "C1", f"The tip of {turn.now:%d %B}"))


def _starts(turn: CommunityTurn, _event: Submitted) -> Problems | str:
    turn.keep("board", {**turn.section("board", {}), "last": turn.now.isoformat()})
    return "home"


def _answers(turn: CommunityTurn, event: Submitted) -> Problems | str:
    for tenant, id, _ in turn.section("board", {}).get("notes", ()):
        turn.write_to(Person(tenant, id), "answered", text=event.values["text"][0])
    return "home"


def _noted(turn: CommunityTurn, event: FromMember) -> None:
    board = turn.section("board", {})
    note = [*event.member, event.fields["text"]]
    turn.keep("board", {**board, "notes": [*board.get("notes", ()), note]})
    turn.post(Post(f"board:{event.member.id}", "C-staff", event.fields["text"]))


def _settled(turn: CommunityTurn, event: FromMember) -> None:
    board = turn.section("board", {})
    turn.keep("board", {**board, "notes": [n for n in board.get("notes", ()) if n[:2] != [*event.member]]})
    if event.kind == "gone":
        turn.withdraw(f"board:{event.member.id}")


BOARD = Department(
    takes={"start": _starts, "answer": _answers},
    receives={"note": _noted, "settled": _settled, "gone": _settled},
    brings=_brings,
    due=_due,
)


# --- the process ---


@dataclass
class Server(Loopback):
    """A platform with channels."""

    name: str = "discord"
    posts: list[str] = field(default_factory=list)
    is_shut: bool = False
    """Nothing gets through for now."""

    async def publish(self, tenant: str, post: Post, _key: str, _attempt: int) -> str:
        if self.is_shut:
            raise TimeoutError
        self.posts.append(f"{tenant} {post.text}")
        return f"m{len(self.posts)}"

    async def take_down(self, _tenant: str, _channel: str, _message: str) -> None:
        pass

    async def examine(self, _tenant: str, _channel: str) -> None:
        pass


@dataclass
class Place:
    """The coach on a platform, with a store and its time."""

    store: Store
    coach: Coach
    clock: VirtualClock
    loop: VirtualLoop
    server: Server
    sent: int = 0

    def __post_init__(self) -> None:
        self.service = Service(self.coach, self.store, self.clock, [self.server], jitter=lambda: 0.5, off_loop=inline)

    async def serves(self, **time: float) -> None:
        """Time passes while messages are delivered and what is due is brought."""
        delivering = asyncio.create_task(self.service.deliver())
        left = timedelta(**time).total_seconds()
        while left > 0:
            self.service.bring_due()
            await asyncio.sleep(min(left, 1800))
            left -= 1800
        await self.service.drain(1)
        await delivering
        self.__post_init__()

    async def sends(self, form: str, tenant: str = HERE, **values: str) -> None:
        typed = {name: (value,) for name, value in values.items()}
        event = Submitted(
            id=self._id(), person=community_of(tenant), at=self.clock.now(), by=SAM, form=form, values=typed
        )
        await self.service.submit(event)

    async def sets(self, tenant: str = HERE, **values: str) -> None:
        form = await self.service.form(tenant, SAM, "about")
        await self.sends(form.name, tenant, **values)

    async def says(self, text: str, person: Person = ADA, community: str | None = HERE) -> str:
        event = Text(id=self._id(), person=person, at=self.clock.now(), text=text, community=community)
        outgoing = self.coach.take(event, self.clock.now(), self.store).result()
        await self.service._off_loop(self.service._tell_gone)  # as the service does after each turn
        parts = () if outgoing is None else decode_parts(outgoing.parts)
        return "\n".join(part.text for part in parts if isinstance(part, Line))

    async def notes(self, text: str, person: Person = ADA, tenant: str = HERE, kind: str = "note") -> None:
        """A member has passed something on."""
        await self.service._take_any(
            FromMember(
                id=self._id(),
                person=community_of(tenant),
                at=self.clock.now(),
                member=person,
                kind=kind,
                fields={"text": text},
            )
        )

    async def forgets(self, person: Person = ADA) -> None:
        await self.says("forget me", person)
        await self.says("yes", person)
        assert self.store.snapshot(person) is None

    def settings(self, tenant: str = HERE) -> Community:
        return self.coach.office.settings(tenant, self.store)

    def kept(self, tenant: str = HERE) -> str:
        """All that is kept of a community, as one text."""
        person = community_of(tenant)
        rows = [entry.content for entry in self.store.journal(person)]
        waiting = [one.parts for one in self.store.unsent(person)]
        return b"\n".join([self.store.snapshot(person) or b"", *rows, *waiting]).decode()

    def _id(self) -> str:
        self.sent += 1
        return f"e{self.sent}"


def living(folder: Path, main: Callable[[Place], Awaitable[None]]) -> None:
    async def live(loop: VirtualLoop) -> None:
        with closing(open_store(folder / "rebound.db", KEY)) as store:
            await main(Place(store, Coach(load(), USUAL), VirtualClock(loop, NOON), loop, Server()))

    run(live)


@pytest.fixture(autouse=True)
def board(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = turns.departments()
    monkeypatch.setattr(turns, "departments", lambda: (*shipped, BOARD))


# --- taken out ---


def test_posts_stop_at_once_and_go_on_after_coming_back_and_none_comes_late(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.sends("start")
        await place.serves(hours=25)
        assert place.server.posts == [f"{HERE} The tip of 25 November"]
        await place.service.depart(HERE)
        await place.serves(hours=72)
        assert len(place.server.posts) == 1
        assert place.store.next_due() is None
        await place.service.come_back(HERE)
        await place.serves(hours=20)
        assert place.server.posts[1:] == [f"{HERE} The tip of 28 November"]

    living(tmp_path, main)


def test_a_post_that_waited_when_it_was_taken_out_is_not_shown_on_return(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.sends("start")
        place.server.is_shut = True
        await place.serves(hours=24.1)
        assert "25 November" in place.kept()
        await place.service.depart(HERE)
        place.server.is_shut = False
        place.clock.jump(hours=2)
        await place.service.come_back(HERE)
        await place.serves(hours=1)
        assert place.server.posts == []

    living(tmp_path, main)


def test_while_it_is_away_nobody_gets_in_and_nothing_wakes_it(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.sends("start")
        await place.says("hello")
        await place.service.depart(HERE)
        for refused in (place.service.page(HERE, SAM), place.service.form(HERE, SAM, "about"), place.sends("start")):
            with pytest.raises(NotAllowed, match="taken out"):
                await refused
        before, person = place.kept(), community_of(HERE)
        await place.notes("hello staff")
        assert place.kept() == before
        at = place.clock.now()
        await place.service._take_any(Posted(id="p", person=person, at=at, mark="m", channel="C", message="1"))
        await place.service._take_any(NotPosted(id="n", person=person, at=at, mark="m", reason="gone"))
        await place.serves(hours=48)
        assert place.server.posts == []
        assert person in place.store.unreachable()

    living(tmp_path, main)


def test_a_community_that_nothing_was_kept_of_stays_so(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.says("hello")
        await place.service.depart(HERE)
        await place.notes("hello staff")
        await place.service.come_back(HERE)
        assert place.store.snapshot(community_of(HERE)) is None

    living(tmp_path, main)


def test_coming_back_without_having_left_is_nothing(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.sends("start")
        before = place.kept()
        await place.service.come_back(HERE)
        assert place.kept() == before

    living(tmp_path, main)


def test_its_settings_hold_for_nobody_while_it_is_away_and_are_back_with_it(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.sets(staff="Ms Tembo")
        assert "Ms Tembo" in await place.says("can i talk to a person?")
        await place.service.depart(HERE)
        assert "the operator" in await place.says("can i talk to a person?", community=None)
        place.clock.jump(days=29)
        place.coach.erase_departed(place.clock.now(), place.store)
        await place.service.come_back(HERE)
        assert "Ms Tembo" in await place.says("can i talk to a person?", community=None)
        place.clock.jump(days=60)
        place.coach.erase_departed(place.clock.now(), place.store)
        assert place.settings().staff == "Ms Tembo"

    living(tmp_path, main)


def test_after_a_month_the_community_is_erased_and_its_members_keep_their_own(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.sets(staff="Ms Tembo")
        await place.sets(THERE, staff="Mr Banda")
        await place.says("I had an interview at Acme today and froze")
        await place.service.depart(HERE)
        place.clock.jump(days=DEPARTED.days)
        place.coach.erase_departed(place.clock.now(), place.store)
        assert place.store.tenants_with(COMMUNITY) == [THERE]
        assert place.settings() == USUAL
        assert "the operator" in await place.says("can i talk to a person?", community=None)
        assert "Acme" in await place.says("what do you know?", community=None)

    living(tmp_path, main)


def test_what_an_erased_community_had_set_holds_no_more(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.sets(staff="Ms Tembo")
        assert place.settings().staff == "Ms Tembo"
        place.coach.erase(community_of(HERE), NOON, place.store)
        assert place.settings() == USUAL

    living(tmp_path, main)


# --- a member is erased ---


def test_who_erases_everything_is_gone_from_the_community_too(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        for person, text in ((ADA, "a word about Acme"), (BO, "a question of mine")):
            await place.says("hello", person)
            await place.notes(text, person)
        await place.forgets()
        kept = place.kept()
        assert ADA.id not in kept
        assert "Acme" not in kept
        assert BO.id in kept
        assert "a question of mine" in kept

    living(tmp_path, main)


def test_a_letter_to_somebody_who_was_erased_is_not_sent_and_makes_nobody_of_them(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.says("hello")
        await place.notes("hello staff")
        await place.sends("answer", text="Come by at two")
        assert "Come by" in place.kept()
        await place.forgets()
        assert "Come by" not in place.kept()
        late = FromCommunity(id="late", person=ADA, at=place.clock.now(), kind="answered", fields={"text": "x"})
        await place.service.take(late)
        assert place.store.snapshot(ADA) is None

    living(tmp_path, main)


def test_it_is_made_up_for_where_the_process_died_right_after_the_erasing(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.says("hello")
        await place.notes("hello staff")
        place.coach._may_be_gone = set()
        place.coach.take(_text("forget me", "f1"), NOON, place.store).result()
        place.coach.take(_text("yes", "f2"), NOON, place.store).result()
        assert ADA.id in place.kept()
        Coach(load(), USUAL).office.look_for_gone(NOON, place.store)
        assert ADA.id not in place.kept()

    living(tmp_path, main)


def _text(text: str, id: str) -> Text:
    return Text(id=id, person=ADA, at=NOON, text=text)


def test_it_is_made_up_for_where_the_operator_erased_somebody(tmp_path: Path) -> None:
    async def first(place: Place) -> None:
        await place.says("hello")
        await place.notes("hello staff")

    async def then(place: Place) -> None:
        assert ADA.id in place.kept()
        place.coach.office.look_for_gone(NOON, place.store)
        assert ADA.id not in place.kept()

    living(tmp_path, first)
    assert erasing.erase(tmp_path / "rebound.db", KEY, ADA)
    living(tmp_path, then)


def test_whoever_was_erased_because_they_are_out_of_reach_is_gone_as_well(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.says("hello")
        await place.notes("hello staff")
        place.coach.erase(ADA, NOON, place.store)
        assert ADA.id not in place.kept()

    living(tmp_path, main)


def test_what_was_on_its_way_while_they_were_erased_does_not_stay(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.says("hello")
        await place.forgets()
        await place.notes("hello staff")
        assert ADA.id not in place.kept()
        assert "hello staff" not in place.kept()

    living(tmp_path, main)


def test_a_community_that_is_away_drops_them_too_and_stays_away(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.sends("start")
        await place.says("hello")
        await place.notes("hello staff")
        await place.serves(hours=1)
        await place.service.depart(HERE)
        await place.forgets()
        assert ADA.id not in place.kept()
        assert community_of(HERE) in place.store.unreachable()
        assert place.store.next_due() is None

    living(tmp_path, main)


def test_nobody_elses_community_hears_of_it(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        of_slack, other = Person("slack:T1", ADA.id), "discord:3"
        await place.says("hello")
        await place.notes("hello staff")
        await place.sets(other, staff="Mx Phiri")
        before = place.kept(other)
        assert place.coach.office.tell_gone(of_slack, NOON, place.store) == []
        assert ADA.id in place.kept()
        await place.forgets()
        assert place.kept(other) == before

    living(tmp_path, main)


def test_a_member_is_noted_for_as_long_as_something_of_them_is_kept(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.says("hello")
        await place.notes("hello staff")
        assert decode_state(place.store.snapshot(community_of(HERE))).sections["members"] == [[*ADA]]
        await place.notes("", kind="settled")
        assert ADA.id not in (place.store.snapshot(community_of(HERE)) or b"").decode()

    living(tmp_path, main)


def test_a_turn_that_is_due_belongs_to_no_community_that_is_away(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        await place.service.depart(HERE)
        await place.says("hello")
        due = NudgeDue(id="d", person=community_of(HERE), at=NOON)
        assert place.coach.take(due, NOON, place.store).result() is None
        assert place.store.snapshot(community_of(HERE)) is None

    living(tmp_path, main)


def test_letters_to_others_are_still_sent(tmp_path: Path) -> None:
    async def main(place: Place) -> None:
        for person in (ADA, BO):
            await place.says("hello", person)
            await place.notes("hello staff", person)
        await place.sends("answer", text="Come by at two")
        await place.forgets(BO)
        letters = [part for one in place.store.unsent(community_of(HERE)) for part in decode_parts(one.parts)]
        assert ADA in {part.to for part in letters if isinstance(part, Relay)}

    living(tmp_path, main)
