"""Belonging to several communities: each interview has the links of the one it was told in, and what is unclear is asked once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.belonging import Belonging, belonging, tells_of_it
from core.coach import Coach
from core.communities.events import Submitted, community_of
from core.communities.state import CommunityState, encode_state
from core.events import Arrival, Click, Deleted, Event, Person, Text
from core.facts import PERSON, Fact, Facts
from core.journal import as_content
from core.messages import Line, Prompt, decode_parts, shown
from core.ports import Store, Turn
from core.state import decode_state
from core.store import open_store
from core.wording import load
from tests.stores import KEY
from tests.test_communities import SAM

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ADA = Person("discord", "8150")
LAKE, HILL, BARE = "discord:1", "discord:2", "discord:3"


class Member:
    """Somebody on a platform where one may belong to several communities."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.coach = Coach(load())
        self.prompt: Prompt | None = None
        self.events = 0
        self.sets(LAKE, 'name = "Lakeside Careers"\nstaff = "Ms Tembo"\n[links]\njobs = "https://lakeside.org/jobs"\n')
        self.sets(HILL, 'name = "Hillside"\nstaff = "Mr Banda"\n[links]\njobs = "https://hillside.org/jobs"\n')

    def sets(self, tenant: str, toml: str) -> None:
        event = Submitted(id=f"set-{tenant}", person=community_of(tenant), at=NOON, by=SAM, form="settings")
        snapshot = encode_state(CommunityState(1, {"settings": toml}))
        self.store.take(event, lambda _: Turn(1, snapshot, as_content({"kind": "submitted"}), None)).result()

    def comes_from(self, tenant: str) -> str:
        return self.takes(Arrival(id=self._id(), person=ADA, at=NOON, community=tenant, zone="Africa/Lusaka"))

    def says(self, text: str, community: str | None = None) -> str:
        return self.takes(
            Text(id=self._id(), person=ADA, at=NOON, text=text, community=community, zone="Africa/Lusaka")
        )

    def chooses(self, label: str) -> str:
        assert self.prompt is not None
        option = next(choice.option for choice in self.prompt.choices if choice.label == label)
        return self.takes(
            Click(id=self._id(), person=ADA, at=NOON, run=self.prompt.run, question=self.prompt.question, option=option)
        )

    def takes(self, event: Event) -> str:
        outgoing = self.coach.take(event, NOON, self.store).result()
        parts = () if outgoing is None else shown(decode_parts(outgoing.parts))
        self.prompt = next((part for part in parts if isinstance(part, Prompt)), None)
        return "\n".join(part.text for part in parts if isinstance(part, Line | Prompt))

    def tells(self, place: str) -> None:
        """An interview told to its end as far as it matters here: left where it is."""
        self.says(f"I had an interview at {place} today and froze on a question about Excel")

    @property
    def facts(self) -> Facts:
        return decode_state(self.store.snapshot(ADA)).facts_of(PERSON)

    def _id(self) -> str:
        self.events += 1
        return f"e{self.events}"


@pytest.fixture
def ada(tmp_path: Path) -> Iterator[Member]:
    with closing(open_store(tmp_path / "rebound.db", KEY)) as store:
        yield Member(store)


def started(ada: Member, *tenants: str) -> Member:
    """Somebody who came from these, one after the other, and has nothing under way."""
    for tenant in tenants:
        ada.comes_from(tenant)
    return ada


# --- an interview has its own ---


def test_links_for_an_interview_are_those_of_the_community_it_was_told_in(ada: Member) -> None:
    ada.comes_from(LAKE)
    ada.tells("Acme")
    ada.says("hello", community=HILL)
    assert "lakeside.org" in ada.says("any jobs?")
    assert "Ms Tembo" in ada.says("can i talk to a person?")


def test_an_interview_told_after_coming_from_another_has_that_ones(ada: Member) -> None:
    ada.comes_from(LAKE)
    ada.tells("Acme")
    ada.says("start over", community=HILL)
    ada.says("yes")
    ada.tells("Zulu Bank")
    told = belonging(ada.facts).told
    assert told == {LAKE: ("i1",), HILL: ("i2",)}
    assert "hillside.org" in ada.says("any jobs?")


def test_a_community_that_is_gone_is_left_out(ada: Member) -> None:
    ada.comes_from(HILL)
    ada.comes_from(LAKE)
    ada.tells("Acme")
    ada.store.depart(LAKE, NOON)
    ada.coach.office.forget(LAKE)
    assert "hillside.org" in ada.says("any jobs?")
    ada.store.depart(HILL, NOON)
    ada.coach.office.forget(HILL)
    said = ada.says("any jobs?")
    assert "hillside.org" not in said
    assert "lakeside.org" not in said


# --- asked once ---


def test_with_one_community_nothing_is_asked(ada: Member) -> None:
    assert "lakeside.org" in started(ada, LAKE).says("any jobs?")


@pytest.mark.parametrize(("asked", "given"), [("any jobs?", "lakeside.org"), ("can i talk to a person?", "Ms Tembo")])
def test_where_it_is_unclear_the_coach_asks_by_name_and_then_gives_what_was_asked_for(
    ada: Member, asked: str, given: str
) -> None:
    started(ada, LAKE, HILL)
    assert given not in ada.says(asked)
    assert ada.prompt is not None
    assert [choice.label for choice in ada.prompt.choices] == ["Hillside", "Lakeside Careers"]
    assert given in ada.chooses("Lakeside Careers")
    assert given in ada.says(asked)


def test_a_name_may_be_typed(ada: Member) -> None:
    started(ada, LAKE, HILL).says("any jobs?")
    assert "lakeside.org" in ada.says("lakeside careers")


def test_it_is_asked_once_and_whoever_leaves_it_out_has_those_they_came_from_last(ada: Member) -> None:
    started(ada, LAKE, HILL).says("any jobs?")
    ada.says("skip")
    assert "hillside.org" in ada.says("any jobs?")


def test_one_that_has_no_name_cannot_be_asked_about(ada: Member) -> None:
    ada.sets(BARE, 'staff = "Mx Phiri"\n')
    assert "Mx Phiri" in started(ada, LAKE, BARE).says("can i talk to a person?")


def test_one_that_is_gone_is_not_offered(ada: Member) -> None:
    started(ada, LAKE, HILL)
    ada.store.depart(LAKE, NOON)
    ada.coach.office.forget(LAKE)
    assert "hillside.org" in ada.says("any jobs?")


# --- changed in words ---


@pytest.mark.parametrize(
    "words",
    [
        "use the links of Lakeside Careers",
        "please use lakeside's links",
        "use the contacts from lakeside careers",
        "Switch to the staff of Lakeside.",
    ],
)
def test_words_change_whose_links_they_are(ada: Member, words: str) -> None:
    started(ada, LAKE, HILL).says("any jobs?")
    ada.chooses("Hillside")
    assert "Lakeside Careers" in ada.says(words)
    assert "lakeside.org" in ada.says("any jobs?")


def test_words_change_it_for_the_interview_talked_about(ada: Member) -> None:
    started(ada, HILL, LAKE).tells("Acme")
    ada.says("use the links of Hillside")
    assert "hillside.org" in ada.says("any jobs?")


def test_a_community_they_never_came_from_is_not_chosen(ada: Member) -> None:
    started(ada, LAKE).says("use the links of Hillside")
    assert "lakeside.org" in ada.says("any jobs?")


# --- what is kept ---


def test_a_deleted_message_does_not_take_along_where_they_came_from(ada: Member) -> None:
    ada.says("I had an interview at Acme today", community=LAKE)
    ada.takes(Deleted(id="d", person=ADA, at=NOON, original="e1", written=NOON))
    assert list(belonging(ada.facts).told) == [LAKE]
    assert "lakeside.org" in ada.says("any jobs?")


def test_a_file_that_is_brought_in_brings_no_community_along(ada: Member) -> None:
    started(ada, LAKE, HILL).says("any jobs?")
    ada.chooses("Lakeside Careers")
    ada.tells("Acme")
    (file,) = (one for one in ada.coach.files(ADA, NOON, ada.store) if one.name.endswith("json"))
    bo = Person("discord", "9061")
    ada.coach.bring_in(bo, file.text.encode(), NOON, ada.store)
    kept = decode_state(ada.store.snapshot(bo)).facts_of(PERSON)
    assert any(tells_of_it(name) for name in ada.facts.all())
    assert not any(tells_of_it(name) for name in kept.all())


def test_what_is_kept_of_it_reads_as_it_was_written() -> None:
    kept = Belonging({LAKE: ("i1", "i3"), HILL: (), BARE: ("i2",)})
    assert belonging(Facts({}, {"communities": Fact(kept.kept, 1)})) == kept
    assert belonging(Facts({}, {})) == Belonging({})


def test_the_latest_comes_last_and_an_interview_has_one_place() -> None:
    kept = Belonging({LAKE: ("i1",), HILL: ("i2",)}).after_coming_from(LAKE)
    assert list(kept.told) == [HILL, LAKE]
    assert kept.after_telling("i1", HILL).told == {HILL: ("i2", "i1"), LAKE: ()}


def test_the_longest_ago_fall_out() -> None:
    kept = Belonging({})
    for number in range(40):
        kept = kept.after_coming_from(f"discord:{number}")
    assert len(kept.told) == 20
    assert list(kept.told)[-1] == "discord:39"
