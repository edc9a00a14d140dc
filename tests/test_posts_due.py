"""Posts at their hour: on the community's clocks, once, whatever the process, the platform and the clocks do."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.delivery.platform import Refused, Unsure
from core import clock
from core.communities.events import WhyNot
from core.communities.posts.schedule import GRACE, Once, Weekly, occurrences
from core.errors import StoreError
from core.messages import Post
from tests.channels import GENERAL, STAFF_ONLY, Board, Centre, hours, lives

DAILY = frozenset(range(7))
MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
EVERY_DAY = tuple(str(day) for day in range(7))
BERLIN, NEW_YORK, LUSAKA = "Europe/Berlin", "America/New_York", "Africa/Lusaka"


def zone_set(centre: Centre, zone: str) -> None:
    centre.desk.sets(f'zone = "{zone}"\n')


def scheduled(centre: Centre, at: str = "09:00", days: tuple[str, ...] = EVERY_DAY, **values: str) -> str:
    """A weekly post that goes out from now on; the name of its page."""
    page = centre.desk.makes("tip", at=at, days=days, **values)
    return centre.desk.does(page, "Schedule").name


def told(centre: Centre) -> str:
    """What home says."""
    return "\n".join(centre.desk.looks().lines)


# --- the hour ---


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        (BERLIN, "2026-10-24T07:00", "2026-10-25T08:00"),
        (BERLIN, "2027-03-27T08:00", "2027-03-28T07:00"),
        (NEW_YORK, "2026-10-31T13:00", "2026-11-01T14:00"),
        (NEW_YORK, "2027-03-13T14:00", "2027-03-14T13:00"),
        (LUSAKA, "2027-03-27T07:00", "2027-03-28T07:00"),
    ],
)
def test_nine_on_the_clocks_stays_nine_where_they_change(zone: str, before: str, after: str) -> None:
    start = datetime.fromisoformat(f"{before}:00+00:00") - timedelta(hours=1)
    found = occurrences(Weekly(DAILY, time(9)), start, clock.zone(zone))
    assert [f"{one.at:%Y-%m-%dT%H:%M}" for one in islice(found, 2)] == [before, after]


@pytest.mark.parametrize(
    ("zone", "day", "at", "instant"),
    [
        (BERLIN, "2027-03-28", "02:30", "2027-03-28T01:30"),
        (BERLIN, "2026-10-25", "02:30", "2026-10-25T00:30"),
        (NEW_YORK, "2027-03-14", "02:30", "2027-03-14T07:30"),
        (NEW_YORK, "2026-11-01", "01:30", "2026-11-01T05:30"),
    ],
)
def test_an_hour_that_is_skipped_comes_after_the_gap_and_one_shown_twice_comes_first(
    zone: str, day: str, at: str, instant: str
) -> None:
    on, hour = date.fromisoformat(day), time.fromisoformat(at)
    start = datetime.combine(on - timedelta(days=1), time(12), UTC)
    for when in (Once(on, hour), Weekly(frozenset({on.weekday()}), hour)):
        first = next(occurrences(when, start, clock.zone(zone)))
        assert (first.day, f"{first.at:%Y-%m-%dT%H:%M}") == (on, instant)
    assert [one.day for one in occurrences(Once(on, hour), start, clock.zone(zone))] == [on]


def test_a_day_that_a_zone_leaves_out_brings_nothing_twice() -> None:
    start = datetime(2011, 12, 29, 0, 0, tzinfo=UTC)
    found = [one.at for one in islice(occurrences(Weekly(DAILY, time(9)), start, clock.zone("Pacific/Apia")), 4)]
    assert len(set(found)) == 4
    for at in found:  # wherever one begins to look, the same instants are left
        assert next(occurrences(Weekly(DAILY, time(9)), at, clock.zone("Pacific/Apia"))).at > at


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        (BERLIN, "2026-10-25"),
        (BERLIN, "2027-03-28"),
        (NEW_YORK, "2026-11-01"),
        (NEW_YORK, "2027-03-14"),
        (LUSAKA, "2027-03-28"),
    ],
)
def test_a_post_for_nine_arrives_at_nine_across_a_change_of_the_clocks_once_also_with_a_restart_a_minute_before(
    tmp_path: Path, zone: str, day: str
) -> None:
    where, changes = clock.zone(zone), date.fromisoformat(day)
    days = [changes + timedelta(days=one) for one in (-1, 0, 1)]

    async def story(centre: Centre) -> None:
        zone_set(centre, zone)
        scheduled(centre)
        for one in days:
            async with centre.serving():
                await centre.until(clock.instant(datetime.combine(one, time(8, 59)), where))
        async with centre.serving():
            await asyncio.sleep(3600)

    start = clock.instant(datetime.combine(days[0], time(7)), where)
    centre = lives(tmp_path, start, story)
    assert hours(centre, zone) == [f"{one:%a %d %b} 09:00" for one in days]
    assert [post.mark for _, post in centre.board.published] == [f"posts:1:{one}" for one in days]


def test_once_on_a_day_goes_out_once_and_leaves_the_list(tmp_path: Path) -> None:
    async def story(centre: Centre) -> None:
        zone_set(centre, LUSAKA)
        page = centre.desk.makes("own", text="The room is closed on Friday.")
        page = centre.desk.fills("post-once:1", on="2026-11-26", at="18:30")  # type: ignore[assignment]
        centre.desk.does(page, "Schedule")
        async with centre.serving():
            await asyncio.sleep(4 * 86400)
        assert centre.desk.looks("posts").lines[0].startswith("Nothing is planned")

    centre = lives(tmp_path, MONDAY_NOON, story)
    assert hours(centre, LUSAKA) == ["Thu 26 Nov 18:30"]
    assert centre.board.standing == ["The room is closed on Friday."]


def test_two_posts_for_the_same_minute_both_go_out_also_when_one_of_the_channels_is_gone(tmp_path: Path) -> None:
    async def story(centre: Centre) -> None:
        zone_set(centre, LUSAKA)
        centre.desk.does(centre.desk.makes("tip", STAFF_ONLY, days=EVERY_DAY), "Schedule")
        centre.desk.does(centre.desk.makes("hour", days=EVERY_DAY, at="09:00"), "Schedule")
        async with centre.serving():
            await asyncio.sleep(2 * 86400)
        assert "“Practice of the week” in #staff is paused: the channel is gone" in told(centre)

    def gone(post: Post, _attempt: int) -> Exception | None:
        return Refused(WhyNot.GONE) if post.channel == STAFF_ONLY.id else None

    centre = lives(tmp_path, MONDAY_NOON, story, Board(refuses=gone))
    assert hours(centre, LUSAKA) == ["Tue 24 Nov 09:00", "Wed 25 Nov 09:00"]

    (tmp_path / "both").mkdir()

    async def both(centre: Centre) -> None:
        zone_set(centre, LUSAKA)
        centre.desk.does(centre.desk.makes("tip", days=EVERY_DAY), "Schedule")
        centre.desk.does(centre.desk.makes("hour", days=EVERY_DAY, at="09:00"), "Schedule")
        async with centre.serving():
            await asyncio.sleep(86400)

    centre = lives(tmp_path / "both", MONDAY_NOON, both)
    assert [post.mark for _, post in centre.board.published] == ["posts:1:2026-11-24", "posts:2:2026-11-24"]


def test_another_time_zone_brings_no_day_twice(tmp_path: Path) -> None:
    async def story(centre: Centre) -> None:
        zone_set(centre, "Pacific/Kiritimati")
        scheduled(centre, days=("1", "2"))
        async with centre.serving():
            await asyncio.sleep(12 * 3600)
            zone_set(centre, "Pacific/Honolulu")  # where it is not nine on that Tuesday yet
            await asyncio.sleep(2.5 * 86400)

    centre = lives(tmp_path, MONDAY_NOON, story)
    assert hours(centre, "Pacific/Honolulu") == ["Mon 23 Nov 09:00", "Wed 25 Nov 09:00"]


def test_while_no_zone_is_set_nothing_goes_out_and_home_says_so(tmp_path: Path) -> None:
    async def story(centre: Centre) -> None:
        zone_set(centre, LUSAKA)
        scheduled(centre)
        centre.desk.sets("")
        async with centre.serving():
            await asyncio.sleep(2 * 86400)
            assert "no time zone is set" in told(centre)
            zone_set(centre, LUSAKA)
            await asyncio.sleep(2 * 86400)

    centre = lives(tmp_path, MONDAY_NOON, story)
    assert hours(centre, LUSAKA) == ["Thu 26 Nov 09:00", "Fri 27 Nov 09:00"]


def test_a_clock_that_was_a_year_ahead_holds_nothing_back_once_it_is_set_right(tmp_path: Path) -> None:
    async def story(centre: Centre) -> None:
        zone_set(centre, "UTC")
        scheduled(centre)
        async with centre.serving():
            centre.clock.jump(days=365)
            await asyncio.sleep(3600)
            centre.clock.jump(days=-365)
            centre.desk.makes("own", text="Any turn looks again.")
            await asyncio.sleep(86400)

    assert "Tue 24 Nov 09:00" in hours(lives(tmp_path, MONDAY_NOON, story), "UTC")


# --- late ---


@pytest.mark.parametrize(("minutes", "is_sent"), [(179, True), (181, False)])
def test_a_weekly_post_is_sent_up_to_three_hours_late_and_passed_over_then(
    tmp_path: Path, minutes: int, is_sent: bool
) -> None:
    nine = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    async def story(centre: Centre) -> None:
        zone_set(centre, "UTC")
        scheduled(centre)
        await centre.until(nine + timedelta(minutes=minutes))
        async with centre.serving():
            await asyncio.sleep(60)
            assert ("was not posted on Tuesday 24 November" in told(centre)) is not is_sent
            await asyncio.sleep(86400)
        assert "not posted" not in told(centre), "the next one has gone out"

    centre = lives(tmp_path, MONDAY_NOON, story)
    late = [f"Tue 24 Nov {nine + timedelta(minutes=minutes):%H:%M}"] if is_sent else []
    assert hours(centre, "UTC") == [*late, "Wed 25 Nov 09:00"]


def test_after_days_without_a_process_only_what_is_not_too_late_is_sent(tmp_path: Path) -> None:
    async def story(centre: Centre) -> None:
        zone_set(centre, "UTC")
        scheduled(centre)
        await centre.until(datetime(2026, 11, 27, 10, 0, tzinfo=UTC))
        async with centre.serving():
            await asyncio.sleep(60)
            assert "was not posted on Thursday 26 November" in told(centre)

    assert hours(lives(tmp_path, MONDAY_NOON, story), "UTC") == ["Fri 27 Nov 10:00"]


@pytest.mark.parametrize(("up_again", "is_sent"), [("2026-11-25T17:50", True), ("2026-11-25T18:01", False)])
def test_an_announcement_is_right_until_what_it_announces_begins_and_dropped_then(
    tmp_path: Path, up_again: str, is_sent: bool
) -> None:
    async def story(centre: Centre) -> None:
        zone_set(centre, "UTC")
        page = centre.desk.makes("event", starts="2026-11-25 18:00", lead="day")
        centre.desk.does(page, "Schedule")
        await centre.until(datetime.fromisoformat(f"{up_again}:00+00:00"))
        async with centre.serving():
            await asyncio.sleep(86400)
        assert ("“Interview practice together” in #general did not go out" in told(centre)) is not is_sent

    centre = lives(tmp_path, MONDAY_NOON, story)
    assert ["18:00 (UTC time)" in text for text in centre.board.standing] == [True] * is_sent


def test_a_platform_that_is_away_for_hours_shows_nothing_when_it_is_too_late(tmp_path: Path) -> None:
    back = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)

    async def story(centre: Centre) -> None:
        centre.board.refuses = lambda _post, _attempt: Unsure() if centre.clock.now() < back else None
        zone_set(centre, "UTC")
        scheduled(centre)
        async with centre.serving():
            await centre.until(back + timedelta(hours=1))
            assert "was not posted on Tuesday 24 November" in told(centre)
            await asyncio.sleep(86400)

    assert hours(lives(tmp_path, MONDAY_NOON, story), "UTC") == ["Wed 25 Nov 09:00"]


# --- once ---


def test_a_process_that_dies_after_a_post_was_shown_and_before_that_is_noted_shows_it_once(tmp_path: Path) -> None:
    async def story(centre: Centre) -> None:
        zone_set(centre, "UTC")
        scheduled(centre, days=("1",))
        centre.board.then = lambda _post, attempt: asyncio.CancelledError() if attempt < 3 else None  # type: ignore[assignment,return-value]
        for _ in range(3):
            async with centre.serving():
                await centre.until(datetime(2026, 11, 24, 9, 1, tzinfo=UTC))
                await asyncio.sleep(300)
        assert centre.desk.looks("posts").lines[0].endswith("next on Tuesday 1 December, 9:00")

    centre = lives(tmp_path, MONDAY_NOON, story)
    assert hours(centre, "UTC") == ["Tue 24 Nov 09:00"]


@pytest.mark.parametrize("killed_when", ["before", "after"])
def test_a_process_killed_around_the_moment_of_showing_shows_it_once(tmp_path: Path, killed_when: str) -> None:
    wall = tmp_path / "wall"
    wall.touch()

    def kills(_post: Post, _attempt: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    class Wall(Board):
        """What it shows outlives the process."""

        async def publish(self, tenant: str, post: Post, key: str, attempt: int) -> str:
            self.posts |= {line: (self.now(), post) for line in wall.read_text().split()}
            known = len(self.published)
            if attempt == 1 and killed_when == "before":
                kills(post, attempt)
            shown = await super().publish(tenant, post, key, attempt)
            if len(self.published) > known:
                wall.write_text(f"{wall.read_text()}{key}\n")
            if attempt == 1:
                kills(post, attempt)
            return shown

    async def first(centre: Centre) -> None:
        zone_set(centre, "UTC")
        scheduled(centre, days=("1",))
        await again(centre)

    async def again(centre: Centre) -> None:
        async with centre.serving():
            await centre.until(datetime(2026, 11, 24, 9, 30, tzinfo=UTC))

    child = os.fork()
    if child == 0:
        lives(tmp_path, MONDAY_NOON, first, Wall())
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    lives(tmp_path, datetime(2026, 11, 24, 9, 5, tzinfo=UTC), again, Wall())
    assert len(wall.read_text().split()) == 1


@pytest.mark.parametrize("call", ["take", "settle", "claim"])
def test_a_store_that_fails_for_a_while_makes_nothing_double_and_loses_nothing(
    tmp_path: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    well_again = datetime(2026, 11, 24, 9, 20, tzinfo=UTC)

    async def story(centre: Centre) -> None:
        zone_set(centre, "UTC")
        scheduled(centre, days=("1",))
        works = getattr(centre.store, call)

        def fails(*args: object) -> object:
            if datetime(2026, 11, 24, 9, 0, tzinfo=UTC) <= centre.clock.now() < well_again:
                raise StoreError("The disk is full.")
            return works(*args)

        monkeypatch.setattr(centre.store, call, fails, raising=True)
        async with centre.serving():
            await centre.until(well_again + timedelta(hours=2))

    centre = lives(tmp_path, MONDAY_NOON, story)
    assert len(centre.board.published) == 1


# --- refused ---


def test_a_post_that_is_refused_is_paused_told_with_the_reason_and_goes_out_in_another_channel(tmp_path: Path) -> None:
    def refuses(post: Post, _attempt: int) -> Exception | None:
        return Refused("50013") if post.channel == GENERAL.id else None

    async def story(centre: Centre) -> None:
        zone_set(centre, "UTC")
        name = scheduled(centre)
        async with centre.serving():
            await asyncio.sleep(3 * 86400)
            assert "“Practice of the week” in #general is paused: the platform refused it with" in told(centre)
            assert "50013" in "\n".join(centre.desk.looks(name).lines)
            page = centre.desk.fills(name, channel=STAFF_ONLY.id)
            centre.desk.does(page, "Schedule")  # type: ignore[arg-type]
            assert "paused" not in told(centre)
            await asyncio.sleep(86400)

    centre = lives(tmp_path, MONDAY_NOON, story, Board(refuses=refuses))
    assert hours(centre, "UTC") == ["Fri 27 Nov 09:00"]


def test_a_single_post_that_was_refused_can_go_out_elsewhere_on_the_same_day(tmp_path: Path) -> None:
    async def story(centre: Centre) -> None:
        async with centre.serving():
            centre.desk.does(centre.desk.makes("own", text="Hello."), "Post now")
            await asyncio.sleep(60)
            page = centre.desk.fills("post:1", channel=STAFF_ONLY.id)
            centre.desk.does(page, "Post now")  # type: ignore[arg-type]
            await asyncio.sleep(60)

    def refuses(post: Post, _attempt: int) -> Exception | None:
        return Refused("is_archived") if post.channel == GENERAL.id else None

    assert lives(tmp_path, MONDAY_NOON, story, Board(refuses=refuses)).board.standing == ["Hello."]


@pytest.mark.parametrize("why", list(WhyNot))
def test_each_reason_an_adapter_can_give_has_words(tmp_path: Path, why: WhyNot) -> None:
    async def story(centre: Centre) -> None:
        page = centre.desk.makes("own", text="Hello.")
        centre.desk.does(page, "Post now")
        async with centre.serving():
            await asyncio.sleep(60)
        assert why not in told(centre)
        assert "“Something of your own” in #general" in told(centre)

    lives(tmp_path, MONDAY_NOON, story, Board(refuses=lambda _post, _attempt: Refused(why)))


def test_a_post_that_is_dropped_while_it_is_under_way_does_not_stay(tmp_path: Path) -> None:
    async def story(centre: Centre) -> None:
        page = centre.desk.does(centre.desk.makes("own", text="Hello."), "Post now")
        centre.desk.does(page, "Drop")
        async with centre.serving():
            await asyncio.sleep(60)

    centre = lives(tmp_path, MONDAY_NOON, story)
    assert centre.board.standing == []
    assert len(centre.board.published) == 1


def test_a_pinned_post_is_replaced_by_another_and_there_is_no_moment_without_one(tmp_path: Path) -> None:
    async def story(centre: Centre) -> None:
        async with centre.serving():
            centre.desk.does(centre.desk.makes("offer", text="The first."), "Post now")
            await asyncio.sleep(60)
            assert "post:1" in [one.option.partition(":")[2] for one in centre.desk.looks("posts").buttons]
            page = centre.desk.fills("post-replace:1", text="The second.")
            centre.desk.does(page, "Post now")  # type: ignore[arg-type]
            await asyncio.sleep(60)
            assert centre.desk.looks("posts").lines[0] == "After an interview, #general: is pinned"
            centre.desk.does(centre.desk.looks("post:2"), "Take it down")
            await asyncio.sleep(60)

    taken_down: list[list[str]] = []

    class Watched(Board):
        async def take_down(self, tenant: str, channel: str, message: str) -> None:
            taken_down.append(self.standing)
            await super().take_down(tenant, channel, message)

    board = lives(tmp_path, MONDAY_NOON, story, Watched()).board
    assert [len(standing) for standing in taken_down] == [2, 1]
    assert board.standing == []
    assert all(post.is_pinned for _, post in board.published)


# --- whatever happens ---

ZONES = st.sampled_from([BERLIN, NEW_YORK, LUSAKA, "Australia/Lord_Howe", "Pacific/Kiritimati"])
TIMES = st.times().map(lambda one: one.replace(second=0, microsecond=0, tzinfo=None))
SCHEDULES = st.lists(st.tuples(st.sets(st.integers(0, 6), min_size=1), TIMES), min_size=1, max_size=3)
STARTS = st.sampled_from([datetime(2026, 10, 23, 12, tzinfo=UTC), datetime(2027, 3, 26, 12, tzinfo=UTC), MONDAY_NOON])
QUICKLY = settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""Each example is days of a life: to look for a smaller one would take as long again and again."""
SPANS = st.integers(5, 60 * 20).map(lambda minutes: timedelta(minutes=minutes))
Wheres = list[tuple[set[int], time]]


def plan(centre: Centre, zone: str, schedules: Wheres) -> None:
    zone_set(centre, zone)
    for days, at in schedules:
        scheduled(centre, f"{at:%H:%M}", tuple(map(str, days)))


def in_a_folder(start: datetime, story: Callable[[Centre], object]) -> Centre:
    with TemporaryDirectory() as folder:
        return lives(Path(folder), start, story)  # type: ignore[arg-type]


@QUICKLY
@given(ZONES, SCHEDULES, STARTS, st.lists(st.tuples(SPANS, SPANS), min_size=1, max_size=5))
def test_what_can_go_out_in_time_does_and_nothing_else(
    zone: str, schedules: Wheres, start: datetime, spans: list[tuple[timedelta, timedelta]]
) -> None:
    up: list[tuple[datetime, datetime]] = []

    async def story(centre: Centre) -> None:
        plan(centre, zone, schedules)
        for down, serving in spans:
            await asyncio.sleep(down.total_seconds())
            began = centre.clock.now()
            async with centre.serving():
                await asyncio.sleep(serving.total_seconds())
            up.append((began, centre.clock.now()))

    centre = in_a_folder(start, story)
    shown = {post.mark for _, post in centre.board.published}
    assert len(shown) == len(centre.board.published)
    for number, (days, at) in enumerate(schedules, 1):
        for one in occurrences(Weekly(frozenset(days), at), start, clock.zone(zone)):
            if one.at > up[-1][1]:
                break
            while_up = [min(end, one.at + GRACE) - max(began, one.at) for began, end in up]
            if max(while_up) > timedelta(minutes=1):
                assert f"posts:{number}:{one.day}" in shown
            elif max(while_up) < timedelta():
                assert f"posts:{number}:{one.day}" not in shown


@QUICKLY
@given(
    ZONES,
    SCHEDULES,
    STARTS,
    st.lists(st.tuples(SPANS, SPANS, st.integers(-50, 50), st.booleans()), min_size=1, max_size=4),
)
def test_whatever_the_clocks_and_the_process_do_nothing_is_early_nothing_is_double_and_nobody_is_written_to(
    zone: str, schedules: Wheres, start: datetime, steps: list[tuple[timedelta, timedelta, int, bool]]
) -> None:
    where = clock.zone(zone)
    late, early = [], []

    def looked_at(centre: Centre, known: int, latest: datetime) -> None:
        """`latest` is the latest that the clock has ever shown: what was decided then waits, also if it is set back."""
        for at, post in centre.board.published[known:]:
            _, number, day = post.mark.split(":")
            hour = clock.instant(datetime.combine(date.fromisoformat(day), schedules[int(number) - 1][1]), where)
            early.append(hour - max(at, latest))
            late.append(at - hour)

    async def story(centre: Centre) -> None:
        plan(centre, zone, schedules)
        latest = start
        for down, serving, jump, hangs in steps:
            await asyncio.sleep(down.total_seconds())
            centre.board.seconds = 3600.0 if hangs else 0.01
            for jumps in (jump, 0):
                known = len(centre.board.published)
                async with centre.serving():
                    await asyncio.sleep(serving.total_seconds() / 2)
                looked_at(centre, known, latest)
                latest = max(latest, centre.clock.now())
                centre.clock.jump(hours=jumps)

    centre = in_a_folder(start, story)
    marks = [post.mark for _, post in centre.board.published]
    assert len(set(marks)) == len(marks)
    assert max(early, default=timedelta()) <= timedelta()
    assert max(late, default=timedelta()) <= GRACE + timedelta(minutes=1)
    if all(jump >= 0 for _, _, jump, _ in steps):
        hours = {(post.mark[:7], f"{clock.local(at, where):%Y-%m-%d %H}") for at, post in centre.board.published}
        assert len(hours) == len(marks)
    assert centre.board.shown == []
