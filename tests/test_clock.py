"""Wall clocks and instants: gaps, overlaps, quiet hours, working days, and whose zone data count."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import (
    Frequency,
    QuietHours,
    Series,
    UnknownZone,
    add_working_days,
    days_later,
    instant,
    local,
    zone,
    zone_data_version,
    zone_names,
    zones_like,
)

CASES = Path(__file__).parent / "cases"
LUSAKA, NEW_YORK, LONDON = zone("Africa/Lusaka"), zone("America/New_York"), zone("Europe/London")
FRIDAY, SATURDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)
NIGHT = QuietHours(time(21), time(8))


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines()]


wall = datetime.fromisoformat


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.mark.parametrize("row", rows("clock.jsonl"), ids=lambda row: f"{row['tz']} {row['why']}")
def test_a_wall_time_is_the_instant_that_the_zone_data_say(row: dict[str, Any]) -> None:
    where = zone(row["tz"])
    at = instant(datetime.fromisoformat(row["wall"]), where)
    assert at == utc(row["expect_utc"])
    assert local(at, where).replace(tzinfo=None) == datetime.fromisoformat(row["fires_at_wall"])


@pytest.mark.parametrize("row", rows("series.jsonl"), ids=lambda row: f"{row['name']} {row['tz']}")
def test_a_repeated_time_keeps_to_the_wall_clock(row: dict[str, Any]) -> None:
    assert [at.isoformat() for at in series_of(row)] == [utc(at).isoformat() for at in row["expect_utc"]]


def series_of(row: dict[str, Any]) -> list[datetime]:
    rule, where = row["rule"], zone(row["tz"])
    if "elapsed" in rule:
        return [instant(datetime.fromisoformat(rule["at"]), where) + timedelta(hours=2)]
    if "calendar" in rule:
        return [days_later(instant(datetime.fromisoformat(rule["at"]), where), 2, where)]
    series = Series(
        Frequency(rule["freq"]),
        time.fromisoformat(rule["time"]),
        date.fromisoformat(rule["start"]),
        weekdays=frozenset(["MO", "TU", "WE", "TH", "FR", "SA", "SU"].index(day) for day in rule.get("byday", [])),
        month_day=rule.get("bymonthday"),
        month=rule.get("bymonth"),
    )
    return list(islice(series.instants(where), rule["count"]))


def test_every_other_friday_skips_the_friday_between() -> None:
    series = Series(Frequency.WEEKLY, time(9), FRIDAY, interval=2)
    assert list(islice(series.days(), 3)) == [FRIDAY, date(2026, 12, 4), date(2026, 12, 18)]


def test_the_thirty_first_of_a_short_month_is_its_last_day() -> None:
    series = Series(Frequency.MONTHLY, time(9), date(2027, 1, 31))
    assert list(islice(series.days(), 3)) == [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]


def test_a_day_that_the_clocks_skipped_does_not_come_twice() -> None:
    apia = zone("Pacific/Apia")
    series = Series(Frequency.DAILY, time(9), date(2011, 12, 29))
    there = [local(at, apia).date().day for at in islice(series.instants(apia), 3)]
    assert there == [29, 31, 1]


def test_a_series_ends_with_the_calendar() -> None:
    assert len(list(Series(Frequency.YEARLY, time(9), date(9998, 3, 1)).days())) == 2
    assert len(list(Series(Frequency.DAILY, time(9), date(9999, 12, 30)).days())) == 2


@pytest.mark.parametrize(
    ("start", "number", "expected"),
    [
        (FRIDAY, 1, MONDAY),
        (FRIDAY, 0, FRIDAY),
        (SATURDAY, 0, MONDAY),
        (SATURDAY, 1, MONDAY),
        (SATURDAY, -1, FRIDAY),
        (MONDAY, -1, FRIDAY),
        (MONDAY, 5, date(2026, 11, 30)),
    ],
)
def test_working_days_pass_over_the_weekend(start: date, number: int, expected: date) -> None:
    assert add_working_days(start, number) == expected


def test_a_community_may_work_on_other_days() -> None:
    sunday_to_thursday = {6, 0, 1, 2, 3}
    assert add_working_days(date(2026, 11, 19), 1, sunday_to_thursday) == date(2026, 11, 22)


def test_a_week_without_a_working_day_is_an_error_and_no_endless_loop() -> None:
    with pytest.raises(ValueError, match="at least one"):
        add_working_days(FRIDAY, 1, set())


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(-500, 500))
def test_working_days_are_counted_one_by_one(start: date, number: int) -> None:
    end = add_working_days(start, number)
    step = -1 if number < 0 else 1
    passed = [start + timedelta(days=step * n) for n in range(1, abs((end - start).days) + 1)]
    assert end.weekday() < 5
    if number:
        assert sum(day.weekday() < 5 for day in passed) == abs(number)


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        ("2026-11-23T20:59", "2026-11-23T20:59"),
        ("2026-11-23T21:00", "2026-11-24T08:00"),
        ("2026-11-23T03:00", "2026-11-23T08:00"),
        ("2026-11-23T08:00", "2026-11-23T08:00"),
    ],
)
def test_a_message_in_the_quiet_hours_waits_for_their_end(wall: str, expected: str) -> None:
    moved = NIGHT.after(instant(datetime.fromisoformat(wall), LUSAKA), LUSAKA)
    assert local(moved, LUSAKA).isoformat()[:16] == expected


def test_quiet_hours_of_no_length_are_never_quiet() -> None:
    assert not QuietHours(time(8), time(8)).covers(time(8))


def test_quiet_hours_may_lie_within_one_day() -> None:
    siesta = QuietHours(time(13), time(15))
    assert local(siesta.after(utc("2026-11-23T12:00Z"), LUSAKA), LUSAKA).time() == time(15)


def test_quiet_hours_that_end_in_a_gap_end_after_it() -> None:
    early = QuietHours(time(21), time(2, 30))
    assert early.after(utc("2026-03-08T06:00Z"), NEW_YORK) == utc("2026-03-08T07:30Z")


@given(
    st.datetimes(wall("2020-01-01"), wall("2030-01-01"), timezones=st.just(UTC)),
    st.sampled_from([LUSAKA, LONDON]),
)
def test_quiet_hours_only_ever_move_forward_by_less_than_a_day(at: datetime, where: Any) -> None:
    assert timedelta() <= NIGHT.after(at, where) - at < timedelta(days=1)
    assert not NIGHT.covers(local(NIGHT.after(at, where), where).time())


@given(st.datetimes(wall("1980-01-01"), wall("2035-01-01")), st.sampled_from(sorted(zone_names())))
def test_an_instant_shows_the_wall_time_it_was_made_of_or_a_later_one(wall: datetime, name: str) -> None:
    shown = local(instant(wall, zone(name)), zone(name)).replace(tzinfo=None)
    assert wall <= shown <= wall + timedelta(days=1)


def test_an_unknown_zone_is_named_with_its_near_misses() -> None:
    with pytest.raises(UnknownZone, match=r"no time zone called 'Lusaka'\. Did you mean Africa/Lusaka\?"):
        zone("Lusaka")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("lusaka", "Africa/Lusaka"),
        ("new york", "America/New_York"),
        ("Johanesburg", "Africa/Johannesburg"),
        ("africa/lagos", "Africa/Lagos"),
        ("GMT+2", "Etc/GMT-2"),
        ("utc-5", "Etc/GMT+5"),
    ],
)
def test_a_zone_is_found_by_what_people_call_it(words: str, expected: str) -> None:
    assert zones_like(words)[0] == expected


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "/etc/localtime", "Africa", "zone.tab", "\0", "GMT+99"])
def test_a_name_that_is_no_zone_reaches_no_file(name: str) -> None:
    with pytest.raises(UnknownZone):
        zone(name)


def test_a_zone_is_read_once_and_keeps_its_name() -> None:
    assert zone("Africa/Lusaka") is LUSAKA
    assert LUSAKA.key == "Africa/Lusaka"


def test_the_release_of_the_zone_data_can_be_told() -> None:
    assert zone_data_version() >= "2026f"


def test_false_zone_data_of_the_machine_change_nothing(tmp_path: Path) -> None:
    """The machine's folder calls Tokyo's clock Vancouver and has a torn file for Lusaka."""
    for name, content in {"America/Vancouver": compiled("Asia/Tokyo"), "Africa/Lusaka": b"TZif"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    asked = """if True:
        from datetime import datetime
        from zoneinfo import ZoneInfo
        from core.clock import instant, zone
        noon = datetime(2027, 1, 15, 12)
        print(noon.replace(tzinfo=ZoneInfo("America/Vancouver")).utcoffset())
        print(instant(noon, zone("America/Vancouver")).hour, instant(noon, zone("Africa/Lusaka")).hour)
    """
    told = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, "PYTHONTZPATH": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["9:00:00", "19", "10"]


def compiled(name: str) -> bytes:
    return files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()
