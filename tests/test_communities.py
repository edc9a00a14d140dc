"""A community is kept as a person is: who may change it, what holds for whom, and what passes between it and a member."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.running import Service
from core.coach import Coach
from core.communities.events import Staff, Submitted, community_of
from core.communities.state import CommunityState, encode_state
from core.community import Community
from core.errors import NotAllowed
from core.events import Person, Text
from core.journal import as_content
from core.messages import Choice, Line, Post, Relay, TakeDown, decode_parts, encode_parts, shown
from core.ports import Store, Turn
from core.store import open_store
from core.wording import load
from tests.loopback import Loopback
from tests.stores import KEY

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HERE, ELSEWHERE = "slack:T1", "slack:T2"
SAM = Staff("U-sam", "Sam", may_manage=True)
LINKS = '[links]\njobs = "https://jobs.lakeside.org"\n'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "rebound.db", KEY)) as opened:
        yield opened


@pytest.fixture
def coach() -> Coach:
    return Coach(load(), Community(staff="the operator"))


def sets(store: Store, tenant: str, toml: str) -> None:
    """The community's settings, as a turn of its staff leaves them."""
    event = Submitted(id=f"set-{tenant}", person=community_of(tenant), at=NOON, by=SAM, form="settings")
    snapshot = encode_state(CommunityState(1, {"settings": toml}))
    store.take(event, lambda _: Turn(1, snapshot, as_content({"kind": "submitted"}), None)).result()


def answered(coach: Coach, store: Store, person: Person, text: str, **more: str) -> str:
    event = Text(id=f"{person.id}-{text}", person=person, at=NOON, text=text)
    outgoing = coach.take(replace(event, **more), NOON, store).result()
    parts = () if outgoing is None else shown(decode_parts(outgoing.parts))
    return "\n".join(part.text for part in parts if isinstance(part, Line))


def test_what_staff_have_set_holds_for_their_members_and_for_nobody_else(coach: Coach, store: Store) -> None:
    sets(store, HERE, LINKS)
    assert "jobs.lakeside.org" in answered(coach, store, Person(HERE, "U1"), "where can i find jobs?")
    assert "jobs.lakeside.org" not in answered(coach, store, Person(ELSEWHERE, "U1"), "where can i find jobs?")


def test_where_staff_have_set_nothing_the_operators_file_holds(coach: Coach, store: Store) -> None:
    assert "the operator" in answered(coach, store, Person(ELSEWHERE, "U1"), "can i talk to a person?")


def test_somebody_who_can_come_from_several_has_what_the_one_they_came_from_has_set(coach: Coach, store: Store) -> None:
    ada = Person("discord", "U1")
    sets(store, "discord:1", LINKS)
    assert "jobs.lakeside.org" not in answered(coach, store, ada, "hello")
    assert "jobs.lakeside.org" in answered(coach, store, ada, "where can i find jobs?", community="discord:1")
    assert "jobs.lakeside.org" in answered(coach, store, ada, "any jobs?")


async def test_the_addresses_for_a_place_are_its_own_and_those_for_a_platform_are_of_all_its_communities(
    coach: Coach, store: Store
) -> None:
    sets(store, HERE, LINKS)
    sets(store, ELSEWHERE, LINKS.replace("lakeside", "hillside"))
    service = Service(coach, store, SystemClock(), [Loopback()])
    lakeside, hillside = "https://jobs.lakeside.org", "https://jobs.hillside.org"
    assert await service.addresses(HERE) == {lakeside}
    assert await service.addresses("slack") == {lakeside, hillside}
    assert await service.addresses("slack:T") == await service.addresses("discord") == frozenset()


def test_a_change_holds_from_the_next_turn_on(coach: Coach, store: Store) -> None:
    assert coach.office.settings(HERE, store).links == {}
    sets(store, HERE, LINKS)
    coach.office.forget(HERE)
    assert "jobs" in coach.office.settings(HERE, store).links


@pytest.mark.parametrize("asked", ["page", "form"])
def test_nothing_is_shown_to_whoever_does_not_manage_the_place(coach: Coach, store: Store, asked: str) -> None:
    look = getattr(coach.office, asked)
    with pytest.raises(NotAllowed, match="Only those who manage"):
        look(HERE, replace(SAM, may_manage=False), "home", NOON, store)


def test_nothing_is_taken_from_whoever_does_not_manage_the_place(coach: Coach, store: Store) -> None:
    stranger = replace(SAM, may_manage=False)
    event = Submitted(id="1", person=community_of(HERE), at=NOON, by=stranger, form="settings")
    with pytest.raises(NotAllowed, match="Only those who manage"):
        coach.office.submit(event, NOON, store)
    assert store.snapshot(community_of(HERE)) is None


def test_what_no_person_is_shown_travels_through_the_outbox_as_it_is() -> None:
    passed = (
        Post("1", "C1", "Interview this week?", "Debrief hour", (Choice("begin", "Tell the coach"),), is_pinned=True),
        Post("2", "C2", "From Ada", is_for_staff=True),
        TakeDown("C1", "17.5", "Note 3"),
        Relay(Person("discord", "8"), "answered", (("text", "Come by\nat two."), ("by", "Sam"))),
    )
    assert decode_parts(encode_parts((Line("Passed on."), *passed))) == (Line("Passed on."), *passed)
    assert shown((Line("Passed on."), *passed)) == (Line("Passed on."),)
