"""Closed weeks counted over the real store: of real conversations, once, and of nobody in particular."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

import pytest
from PIL import Image

from bot.clock import SystemClock
from bot.config import Settings
from bot.serving import chores
from core.coach import Coach
from core.communities.counts import DEPARTMENT, chart
from core.communities.counts.cells import member_week
from core.communities.counts.counting import count_weeks
from core.communities.counts.pages import MOST_WEEKS
from core.communities.counts.weeks import span
from core.communities.desk import Page
from core.communities.events import Counted, Staff, Submitted, community_of
from core.communities.state import CommunityState, decode_state, encode_state
from core.communities.turn import departments
from core.errors import NotAllowed
from core.events import Person, Text
from core.journal import Journal, as_content
from core.ports import Store, Turn
from core.store import open_store
from core.wording import load
from tests.conversation import Conversation
from tests.past import answer, look_back, tell
from tests.stores import KEY

HERE, THERE = "slack:T1", "slack:T2"
SAM = Staff("U-sam", "Sam", may_manage=True)
TUESDAY = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
A_WEEK = timedelta(days=7)
COUNTED = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
"""Monday morning, as soon as the week of that Tuesday is counted."""
USED, THROUGH, NOTES = "Members who used the coach", "Talked an interview through", "Sent a thank-you note"


def calm(_bits: int) -> int:
    """A coin that always falls tails: chance changes nothing."""
    return 1


@dataclass
class Member(Conversation):
    """Somebody who writes to the coach that others write to as well."""

    shared: Store | None = None

    def _opened(self) -> Store:
        assert self.shared is not None
        return self.shared


@dataclass
class Town:
    """A coach with some communities."""

    store: Store
    coach: Coach

    def opens(self, tenant: str, at: datetime = TUESDAY, zone: str = "UTC") -> None:
        """Staff set something, as a turn of theirs leaves it."""
        event = Submitted(id=f"set-{tenant}", person=community_of(tenant), at=at, by=SAM, form="settings")
        snapshot = encode_state(CommunityState(1, {"settings": f'zone = "{zone}"\n'}))
        self.store.take(event, lambda _: Turn(1, snapshot, as_content({"kind": "submitted"}), None)).result()
        self.coach.office.forget(tenant)

    def visited(self, tenant: str, members: int, at: datetime = TUESDAY, *, named: str = "U", where: str = "") -> None:
        """So many members of a tenant write something; `where` is the server they come from."""
        self.write([Person(tenant, f"{named}{number}") for number in range(members)], at, where)

    def write(self, members: Iterable[Person], at: datetime, where: str = "") -> None:
        """Each of them writes something."""
        hello = [
            Text(id=f"{at.isoformat()}-{where}", person=person, at=at, text="hello", community=where or None)
            for person in members
        ]
        for taken in [self.coach.take(event, at, self.store) for event in hello]:
            taken.result()

    def member(self, id: str, tenant: str = HERE, at: str = "2026-11-24T12:40") -> Member:
        return Member(Path(), at, "Africa/Lusaka", Person(tenant, id), shared=self.store)

    def counts(self, at: datetime = COUNTED) -> int:
        return count_weeks(self.coach.office, at, self.store, calm, lambda: True)

    def page(self, tenant: str = HERE, at: datetime = COUNTED, by: Staff = SAM) -> Page:
        return self.coach.office.page(tenant, by, "counts", at, self.store)

    def table(self, tenant: str = HERE) -> list[dict[str, str]]:
        """The weeks as a spreadsheet has them."""
        found = [file for file in self.page(tenant).files if file.media_type == "text/csv"]
        return list(csv.DictReader(io.StringIO(found[0].content.decode("utf-8-sig")))) if found else []

    def used(self, tenant: str = HERE) -> list[tuple[str, str]]:
        """The weeks counted, and how many members used the coach in each."""
        return [(week["Week"], week[USED]) for week in self.table(tenant)]


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with closing(open_store(tmp_path / "rebound.db", KEY)) as store:
        yield Town(store, Coach(load()))


def debriefed(member: Member) -> Member:
    """An interview told of, and how it felt."""
    return member.says("Just out of my interview at Mwila Clinic. I froze on the triage question", "8")


def sent(member: Member) -> Member:
    """The whole first conversation, and the note after it."""
    answer(debriefed(member), {"unsaid-1": "i would see the child first", "judge-when": "not at all"})
    return member.says("i sent the note")


# --- what is counted, and when ------------------------------------------------------------------------------


def test_real_conversations_are_counted_by_what_members_did(town: Town) -> None:
    town.opens(HERE)
    town.visited(HERE, 18, named="visitor")
    for number in range(17):
        debriefed(town.member(f"told{number}"))
    for number in range(16):
        sent(town.member(f"sent{number}"))
    assert town.counts() == 1
    assert town.page().lines[:4] == (
        "Monday 23 November to Sunday 29 November (2026-W48)",
        f"{USED}: about 50",
        f"{THROUGH}: about 35",
        f"{NOTES}: about 15",
    )
    assert town.page().lines[4].startswith("Not shown, because a number is too small")


def test_all_that_one_member_did_in_a_week_is_found_in_their_conversations(tmp_path: Path) -> None:
    ada = Conversation(tmp_path)
    tell(ada, 0)
    ada.says("i sent the note").after(days=1, hours=2)
    look_back(ada, 0, confidence="badly", answers="well")
    with closing(ada.store):
        turns = Journal(lambda: ada.store.journal(ada.person)).turns
    cells = {"active", "debriefed", "note-sent", "felt-twice", "better", "well-answers", "badly-confidence"}
    assert member_week(ada.person, turns, *span("2026-W48", UTC)) == ("terminal", cells)
    assert member_week(ada.person, turns, *span("2026-W49", UTC)) == ("terminal", set())


def test_a_promised_message_is_counted_and_that_it_was_answered(tmp_path: Path) -> None:
    ada = Conversation(tmp_path).says("Just out of my interview at Acme. I froze on the SQL question", "8")
    assert ada.waits(days=2).arrived
    with closing(ada.store):
        nudged = Journal(lambda: ada.store.journal(ada.person)).turns
        ada.says("hello again")
        answered = Journal(lambda: ada.store.journal(ada.person)).turns
    tallies = [member_week(ada.person, turns, *span("2026-W48", UTC))[1] for turns in (nudged, answered)]
    assert tallies == [{"active", "debriefed", "nudged"}, {"active", "debriefed", "nudged", "answered"}]


def test_of_communities_of_all_sizes_no_number_below_ten_is_shown(town: Town) -> None:
    sizes = (0, 1, 5, 9, 10, 11, 14, 15, 17, 18, 40)
    for size in sizes:
        town.opens(f"slack:T{size}")
        town.visited(f"slack:T{size}", size)
    assert town.counts() == len(sizes)
    shown = [town.used(f"slack:T{size}")[0][1] for size in sizes]
    assert shown == ["not shown"] * 7 + ["15", "15", "20", "40"]


@pytest.mark.parametrize(
    ("zone", "hour"), [("UTC", 6), ("Pacific/Auckland", -7), ("America/Los_Angeles", 14), ("Asia/Kathmandu", 0.25)]
)
def test_a_week_is_counted_six_hours_after_its_end_where_the_community_is(town: Town, zone: str, hour: float) -> None:
    town.opens(HERE, zone=zone)
    then = datetime(2026, 11, 30, tzinfo=UTC) + timedelta(hours=hour)
    assert town.counts(then - timedelta(seconds=1)) == 0
    assert town.counts(then) == 1
    assert town.counts(then) == 0


def test_a_message_belongs_to_the_week_that_it_was_in_the_community(town: Town) -> None:
    town.opens(HERE, zone="Pacific/Auckland")
    town.visited(HERE, 20, datetime(2026, 11, 29, 10, 59, tzinfo=UTC), named="sunday")
    town.visited(HERE, 30, datetime(2026, 11, 29, 11, 0, tzinfo=UTC), named="monday")
    town.counts(COUNTED + A_WEEK)
    assert town.used() == [("2026-W48", "20"), ("2026-W49", "30")]


def test_weeks_in_which_the_coach_was_down_are_counted_late(town: Town) -> None:
    town.opens(HERE)
    town.visited(HERE, 20)
    town.visited(HERE, 25, TUESDAY + 2 * A_WEEK)
    assert town.counts(COUNTED + 3 * A_WEEK) == 4
    assert town.used() == [("2026-W48", "20"), ("2026-W49", "not shown"), ("2026-W50", "25"), ("2026-W51", "not shown")]


def test_what_was_before_staff_did_anything_is_not_counted(town: Town) -> None:
    town.visited(HERE, 20, TUESDAY - A_WEEK)
    town.opens(HERE)
    town.visited(HERE, 20, TUESDAY)
    town.counts()
    assert town.used() == [("2026-W48", "20")]


def test_half_a_year_of_weeks_is_kept(town: Town) -> None:
    town.opens(HERE)
    for week in range(30):
        town.counts(COUNTED + week * A_WEEK)
    weeks = [week for week, _ in town.used()]
    assert (len(weeks), weeks[0], weeks[-1]) == (MOST_WEEKS, "2026-W52", "2027-W24")


def test_after_a_year_away_the_latest_half_of_it_is_counted(town: Town) -> None:
    town.opens(HERE)
    assert town.counts(COUNTED + 60 * A_WEEK) == MOST_WEEKS
    assert town.used()[-1][0] == "2028-W03"


def test_a_count_that_was_kept_stays_whoever_leaves_or_comes_later(town: Town) -> None:
    town.opens(HERE)
    town.visited(HERE, 20)
    town.counts()
    kept = town.store.snapshot(community_of(HERE))
    for number in range(12):
        town.coach.erase(Person(HERE, f"U{number}"), COUNTED, town.store)
    town.visited(HERE, 30, TUESDAY, named="late")
    assert town.counts() == 0
    assert town.counts(COUNTED + timedelta(days=3)) == 0
    assert town.store.snapshot(community_of(HERE)) == kept


@pytest.mark.parametrize("id", ["counted:2026-W48", "another"])
def test_a_week_that_was_counted_is_never_kept_with_another_count(town: Town, id: str) -> None:
    town.opens(HERE)
    town.visited(HERE, 20)
    town.counts()
    town.store.tidy(COUNTED + 10 * A_WEEK)  # the ids of events are forgotten
    again = Counted(id=id, person=community_of(HERE), at=COUNTED, week="2026-W48", shown={"active": 25})
    town.coach.office.take(again, COUNTED, town.store).result()
    assert town.used() == [("2026-W48", "20")]


def test_a_count_that_is_broken_off_keeps_nothing_and_is_made_later(town: Town) -> None:
    town.opens(HERE)
    town.visited(HERE, 20)
    assert count_weeks(town.coach.office, COUNTED, town.store, calm, lambda: False) == 0
    assert town.used() == []
    assert town.counts() == 1
    assert town.used() == [("2026-W48", "20")]


def test_nothing_is_counted_of_a_workspace_that_has_taken_the_coach_out(town: Town) -> None:
    town.opens(HERE)
    town.store.depart(HERE, TUESDAY)
    assert town.counts() == 0
    town.store.come_back(HERE)
    assert town.counts() == 1


def test_a_coach_that_serves_counts_by_itself_unless_it_is_to_end(town: Town) -> None:
    clock, ends = SystemClock(), [True]
    town.opens(HERE, clock.now() - timedelta(days=8))
    town.visited(HERE, 16)
    work = chores(Settings(), town.coach, town.store, clock, lambda: ends[0])
    (counting,) = [chore for chore in work if "counting" in chore.name]
    counting.do()
    assert town.used() == []
    ends[0] = False
    counting.do()
    assert town.used() != []


# --- who is counted where -----------------------------------------------------------------------------------


def test_equal_ids_in_two_workspaces_are_two_people(town: Town) -> None:
    for tenant, members in ((HERE, 20), (THERE, 30)):
        town.opens(tenant)
        town.visited(tenant, members)
    town.counts()
    assert (town.used(HERE), town.used(THERE)) == ([("2026-W48", "20")], [("2026-W48", "30")])


def test_who_is_on_several_servers_counts_where_they_came_from_last(town: Town) -> None:
    for server, members in (("discord:1", 20), ("discord:2", 30), ("discord:3", 40)):
        town.opens(server)
        town.visited("discord", members, named=server, where=server)
    town.visited("discord", 15, TUESDAY + timedelta(days=1), named="discord:3", where="discord:1")
    town.visited("discord", 50, named="of-no-server")
    town.counts()
    assert [town.used(f"discord:{server}")[0][1] for server in (1, 2, 3)] == ["35", "30", "25"]


def test_one_member_who_leaves_between_two_weeks_moves_no_number(town: Town) -> None:
    """Twenty were there; in the next week one of them is gone. By chance the numbers might differ, and not by them."""
    town.opens(HERE)
    town.visited(HERE, 20)
    town.counts()
    town.coach.erase(Person(HERE, "U7"), COUNTED, town.store)
    town.write([Person(HERE, f"U{number}") for number in {*range(20)} - {7}], TUESDAY + A_WEEK)
    town.counts(COUNTED + A_WEEK)
    assert town.used() == [("2026-W48", "20"), ("2026-W49", "20")]


@pytest.mark.parametrize("tenant", [HERE, THERE, "slack:T3", "slack", "discord:1", ""])
@pytest.mark.parametrize("name", ["Sam", "Sam (admin)", "owner"])
def test_whoever_does_not_manage_the_place_now_sees_no_count(town: Town, tenant: str, name: str) -> None:
    town.opens(HERE)
    with pytest.raises(NotAllowed):
        town.page(tenant, by=replace(SAM, name=name, may_manage=False))


@pytest.mark.parametrize("tenant", [THERE, "slack:T3", "slack", "", "slack:T1 "])
def test_a_tenant_that_is_guessed_shows_nothing_of_another(town: Town, tenant: str) -> None:
    town.opens(HERE)
    town.visited(HERE, 20)
    town.counts()
    assert town.page(tenant).lines[0] == "No week is counted yet. A week is counted once, on the Monday after it."
    assert town.page(tenant).files == ()


@pytest.mark.parametrize("asked", ["counts:U7", "counts:2026-W48", "counts:area=closing", "counts:2026-11-24"])
def test_there_is_nothing_to_choose_by(town: Town, asked: str) -> None:
    town.opens(HERE)
    town.visited(HERE, 20)
    town.counts()
    assert town.coach.office.page(HERE, SAM, asked, COUNTED, town.store) == town.page()
    assert {option.option for option in town.page().buttons} == {"page:home"}
    with pytest.raises(NotAllowed):
        town.coach.office.form(HERE, SAM, asked, COUNTED, town.store)


def test_somebody_met_in_danger_counts_as_if_they_had_not_been(town: Town) -> None:
    for tenant, words in ((HERE, "i want to kill myself"), (THERE, "thanks, that helped")):
        town.opens(tenant)
        town.visited(tenant, 17, named="visitor")
        for number in range(14):
            debriefed(town.member(f"told{number}", tenant))
        told = debriefed(town.member("told14", tenant))
        told.says(words)
        assert decode_held(town.store, told.person) is (tenant == HERE)
    town.counts()
    assert town.table(HERE) == town.table(THERE)
    assert town.table(HERE)[0][THROUGH] == "15"


def decode_held(store: Store, person: Person) -> bool:
    return bool(json.loads(store.snapshot(person) or b"{}")["held"])


# --- that nobody is in it -----------------------------------------------------------------------------------


def test_no_member_no_name_and_no_word_is_in_anything_that_is_kept_or_shown(town: Town) -> None:
    town.opens(HERE)
    for number in range(33):
        debriefed(town.member(f"U-77{number}"))
    town.visited(HERE, 18, named="U-88")
    town.counts()
    kept, page = community_of(HERE), town.page()
    snapshot = town.store.snapshot(kept) or b""
    rows = [entry.content for entry in town.store.journal(kept)]
    files = [file.name.encode() + file.content + file.alt.encode() for file in page.files]
    for found in (snapshot, *rows, *map(str.encode, page.lines), *files):
        for private in (b"U-77", b"U-88", b"Mwila", b"triage", b"froze", b"child"):
            assert private not in found
    assert json.loads(rows[-1]) == {"kind": "counted", "changes": []}
    sections = decode_state(snapshot).sections
    assert set(sections) == {"settings", "counts"}
    ((week, numbers),) = sections["counts"]
    assert week == "2026-W48"
    assert {number for number in numbers.values() if number is not None} == {50, 35}


def test_no_cell_of_the_table_is_one_that_a_spreadsheet_would_calculate(town: Town) -> None:
    town.opens(HERE)
    town.visited(HERE, 20)
    town.counts(COUNTED + A_WEEK)
    table = next(file for file in town.page().files if file.name == "counts.csv").content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert len(cells) == 3 * 24
    assert not [cell for cell in cells if not cell or cell[0] in "=+-@\t\r\n"]


def test_the_area_named_most_often_comes_first(town: Town) -> None:
    town.opens(HERE)
    named = {"well-closing": 20, "badly-closing": 15, "badly-confidence": 25, "badly-body-language": None}
    told = Counted(id="1", person=community_of(HERE), at=COUNTED, week="2026-W48", shown={"answered": 40, **named})
    town.coach.office.take(told, COUNTED, town.store).result()
    assert town.page().lines[1:5] == (
        "Went well: the closing: about 20",
        "Went badly: confidence: about 25",
        "Went badly: the closing: about 15",
        "Came back after it: about 40",
    )


def test_the_picture_says_in_words_what_it_shows(town: Town) -> None:
    town.opens(HERE)
    town.visited(HERE, 20)
    town.visited(HERE, 30, TUESDAY + A_WEEK)
    town.counts(COUNTED + A_WEEK)
    picture = town.page().files[0]
    assert (picture.name, picture.media_type) == ("counts-2026-W49.png", "image/png")
    told = f"{USED}: about 30 (the week before: about 20)"
    assert picture.alt == f"A bar for each number of the week beside the week before. {told}."
    with Image.open(io.BytesIO(picture.content)) as drawn:
        paper, ink = drawn.convert("L").getextrema()[::-1]  # whatever is behind it, it brings its own paper
        assert (drawn.format, drawn.mode, paper) == ("PNG", "RGB", 255)
        assert ink < 64


def test_where_nothing_may_be_shown_the_page_says_so_without_a_picture(town: Town) -> None:
    town.opens(HERE)
    town.visited(HERE, 9)
    town.counts()
    assert town.page().lines[1] == "Too few members used the coach in that week to show any number."
    assert [file.name for file in town.page().files] == ["counts.csv"]


def test_the_counts_have_a_button_on_the_first_page() -> None:
    assert DEPARTMENT in departments()
    assert DEPARTMENT.title is not None
    assert DEPARTMENT.first in DEPARTMENT.pages


# --- whoever subtracts --------------------------------------------------------------------------------------


def astray() -> Callable[[int], int]:
    """Coins that make every number twenty more than it is."""
    coins = cycle((1 << 20, 1))
    return lambda _bits: next(coins)


def test_members_added_one_by_one_are_in_no_number_before_there_are_ten_however_far_chance_strays(town: Town) -> None:
    town.opens(HERE)
    for members in range(12):
        town.visited(HERE, members, TUESDAY + members * A_WEEK)
        at = COUNTED + members * A_WEEK
        count_weeks(town.coach.office, at, town.store, astray(), lambda: True)
    assert [number for _, number in town.used()] == ["not shown"] * 10 + ["30", "30"]


@pytest.mark.parametrize("leaves", ["U3", "sent2", "told4"])
def test_the_pages_of_a_closed_week_are_the_same_to_the_last_byte_after_a_member_has_left(
    town: Town, leaves: str
) -> None:
    town.opens(HERE)
    town.visited(HERE, 20)
    for number in range(17):
        debriefed(town.member(f"told{number}"))
    for number in range(16):
        sent(town.member(f"sent{number}"))
    town.counts()
    before = asdict(town.page())
    town.coach.erase(Person(HERE, leaves), COUNTED, town.store)
    assert town.counts() == 0
    assert asdict(town.page()) == before
    town.coach = Coach(load())  # as after a restart
    assert asdict(town.page()) == before


def test_words_picture_and_table_tell_the_same_numbers_and_no_other(town: Town) -> None:
    """Beside days, weeks and the floor itself there is no number anywhere that is not one of those shown."""
    town.opens(HERE)
    town.visited(HERE, 33)
    for number in range(29):
        debriefed(town.member(f"told{number}"))
    town.counts()
    page, (week,) = town.page(), town.table()
    table = {name: number for name, number in week.items() if number.isdigit()}
    told = dict(line.rsplit(": about ", 1) for line in page.lines if ": about " in line)
    assert told == table != {}
    picture = page.files[0]
    assert [int(one) for one in re.findall(r"\d+", picture.alt)] == list(map(int, table.values()))
    bars = [chart.Bar(name, int(number)) for name, number in table.items()]
    assert picture.content == chart.drawn(page.lines[0], ("This week", "The week before"), bars)
    hidden = [line for line in page.lines[1:-1] if ": about " not in line]
    assert not re.search(r"\d", "".join(hidden))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_no_week_is_counted_again_because_the_clocks_are_set_to_another_zone(town: Town, zone: str) -> None:
    town.opens(HERE)
    town.visited(HERE, 20)
    town.counts(COUNTED + timedelta(days=1))
    kept = decode_state(town.store.snapshot(community_of(HERE))).sections["counts"]
    typed = {"zone": (zone,), "quiet-from": ("21:00",), "quiet-to": ("08:00",), "working-days": ("monday",)}
    form = Submitted(id="z", person=community_of(HERE), at=COUNTED, by=SAM, form="hours:0", values=typed)
    town.coach.office.submit(form, COUNTED, town.store)
    assert town.coach.office.settings(HERE, town.store).zone == zone
    for hours in range(0, 48, 6):
        town.counts(COUNTED + timedelta(days=1, hours=hours))
    assert decode_state(town.store.snapshot(community_of(HERE))).sections["counts"] == kept


def test_no_week_is_counted_again_by_taking_the_coach_out_and_adding_it_back(town: Town) -> None:
    town.opens(HERE)
    town.visited(HERE, 20)
    town.counts()
    before = town.used()
    town.store.depart(HERE, COUNTED)
    town.store.come_back(HERE)
    assert town.counts(COUNTED + timedelta(days=1)) == 0
    assert town.used() == before
    town.coach.erase(community_of(HERE), COUNTED, town.store)  # as 30 days after it was taken out
    town.opens(HERE, COUNTED + timedelta(days=1))
    assert town.counts(COUNTED + timedelta(days=2)) == 0
    assert town.used() == []
