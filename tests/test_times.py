"""The rules of reading times, one by one: which Tuesday, which 5 o'clock, and what is refused."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import zone
from core.understanding.times import Direction, Kind, Moment, parse, read, resolve
from core.understanding.times.grammar import MOST_PHRASES
from core.understanding.times.tokens import LONGEST, Line
from core.understanding.times.words import BEGINNINGS, spelled, words

LUSAKA, NEW_YORK = zone("Africa/Lusaka"), zone("America/New_York")
TUESDAY = datetime(2026, 11, 24, 10, tzinfo=LUSAKA)
PAST, FUTURE = Direction.PAST, Direction.FUTURE
SAID = sorted(BEGINNINGS) + sorted(
    words("to of ago sat sun mon and or - , . ( ) : / 3 5 24th 9-11 12:30 3pm 18.30 1030 15h 24/7 3/4 26/11 not")
    | words(
        "2026-12-01 2026 99:99 999999999 monday to pm days weeks tues tmrw a.m. fridays"
        " from moved instead no sorry first thing"
    )
)


def shown(moment: Moment | None) -> str:
    """The moment as one would write it: a day, a time, or both ends."""
    if moment is None:
        return "-"
    start = f"{moment.start:%Y-%m-%d}" if moment.kind is Kind.DATE else f"{moment.start:%Y-%m-%dT%H:%M}"
    return f"{start} .. {moment.end:%Y-%m-%dT%H:%M}" if moment.end else start


def ahead(text: str, now: datetime = TUESDAY) -> str:
    return shown(read(text, now, FUTURE))


def back(text: str, now: datetime = TUESDAY) -> str:
    return shown(read(text, now, PAST))


def also(text: str, direction: Direction = FUTURE, *, day_first: bool | None = None) -> list[str]:
    """All readings, the first one first."""
    moment = read(text, TUESDAY, direction, day_first=day_first)
    return [] if moment is None else [shown(moment), *map(shown, moment.also)]


# --- Which way we look -----------------------------------------------------------------------------


def test_the_open_question_decides_which_friday_is_meant() -> None:
    assert ahead("Friday") == "2026-11-27"
    assert back("Friday") == "2026-11-20"


def test_the_open_question_decides_which_eleven_o_clock_is_meant() -> None:
    assert ahead("at 11") == "2026-11-24T11:00"
    assert back("at 11") == "2026-11-23T11:00"


def test_a_phrase_can_be_read_once_and_resolved_both_ways() -> None:
    (phrase,) = parse("it is on Friday at 3pm, I think")
    assert shown(resolve(phrase, TUESDAY, FUTURE)) == "2026-11-27T15:00"
    assert shown(resolve(phrase, TUESDAY, PAST)) == "2026-11-20T15:00"


def test_a_phrase_knows_where_it_stands() -> None:
    text = "They call me back on Friday at 3pm, I think"
    (phrase,) = parse(text)
    assert text[phrase.start : phrase.end] == "Friday at 3pm"


def test_words_that_look_ahead_do_not_answer_when_it_was() -> None:
    assert back("in two days") == back("by Friday") == back("within a week") == "-"


def test_since_looks_back() -> None:
    assert back("since Monday") == "2026-11-23"
    assert ahead("since Monday") == "-"


def test_a_day_that_the_words_name_is_told_even_on_the_other_side() -> None:
    assert ahead("yesterday at 2") == "2026-11-23T14:00"
    assert back("tomorrow") == "2026-11-25"


def test_a_date_without_a_year_lies_where_the_question_looks() -> None:
    assert ahead("5 October") == "2027-10-05"
    assert back("5 December") == "2025-12-05"


# --- Which one of them -----------------------------------------------------------------------------


def test_next_thursday_has_two_readings() -> None:
    assert also("next Thursday") == ["2026-12-03", "2026-11-26"]


def test_on_a_tuesday_tuesday_is_next_week_or_today() -> None:
    assert also("Tuesday") == ["2026-12-01", "2026-11-24"]


def test_of_two_slashed_dates_the_nearer_comes_first() -> None:
    assert also("5/12")[0] == "2026-12-05"
    assert also("12/11", PAST)[0] == "2026-11-12"


def test_a_slashed_date_has_two_readings_where_the_locale_does_not_say() -> None:
    assert also("on 3/4") == ["2027-03-04", "2027-04-03"]
    assert also("on 3/4", day_first=True) == ["2027-04-03"]
    assert also("on 26/11") == ["2026-11-26"]


def test_a_weekday_settles_a_slashed_date() -> None:
    assert also("Saturday 3/4") == ["2027-04-03"]


def test_a_dotted_date_has_its_day_first() -> None:
    assert also("05.12.2026") == ["2026-12-05"]


def test_an_hour_without_am_or_pm_is_a_waking_one() -> None:
    assert also("tomorrow at 5") == ["2026-11-25T17:00", "2026-11-25T05:00"]
    assert also("tomorrow at 9") == ["2026-11-25T09:00", "2026-11-25T21:00"]


def test_today_at_an_hour_that_is_over_is_the_later_one() -> None:
    assert ahead("today at 9") == "2026-11-24T21:00"


def test_people_are_woken_in_the_morning() -> None:
    assert ahead("wake me up at 7") == "2026-11-25T07:00"


def test_a_part_of_the_day_settles_the_hour() -> None:
    assert ahead("tomorrow at 5 in the morning") == "2026-11-25T05:00"
    assert ahead("at 12 tonight") == "2026-11-25T00:00"


def test_a_choice_of_two_days_gives_both() -> None:
    assert also("Friday or Saturday") == ["2026-11-27", "2026-11-28"]


def test_a_weekday_and_a_day_of_the_month_must_fall_together() -> None:
    assert ahead("Friday 27 November") == "2026-11-27"
    assert ahead("Friday 28 November") == "-"


def test_the_twenty_ninth_of_february_waits_for_its_year() -> None:
    assert ahead("29 February") == "2028-02-29"
    assert ahead("31 April") == "-"


# --- Pieces -----------------------------------------------------------------------------


def test_a_day_and_its_hour_belong_together_over_other_words() -> None:
    assert ahead("remind me tomorrow to call Ada at 5pm") == "2026-11-25T17:00"
    assert back("it was yesterday at Acme at 3pm") == "2026-11-23T15:00"


def test_a_new_thought_keeps_its_own_hour() -> None:
    assert [phrase.clock is None for phrase in parse("I had it yesterday and they call at 3pm")] == [
        True,
        False,
    ]


@pytest.mark.parametrize("text", ["Monday at 3 or 4", "every day at 8am and 8pm", "tomorrow at 25:00", "Friday 14PM"])
def test_a_time_that_touches_one_we_cannot_read_is_refused(text: str) -> None:
    assert ahead(text) == "-"


@pytest.mark.parametrize(
    "text",
    [
        "the day before the interview on Friday",
        "an hour before my interview at 3pm",
        "the Friday after",
        "most of October",
    ],
)
def test_a_time_told_from_something_unknown_is_refused(text: str) -> None:
    assert ahead(text) == "-"


@pytest.mark.parametrize("text", ["tomorrow at 3pm EST", "Friday at 9 London time", "2026-12-01T09:00Z"])
def test_the_hour_of_another_place_is_refused(text: str) -> None:
    assert ahead(text) == "-"


def test_what_is_denied_is_refused_and_what_is_said_instead_is_read() -> None:
    assert ahead("not on Friday") == ahead("any day but Friday") == "-"
    assert ahead("not tomorrow, the day after") == "2026-11-26"
    assert ahead("at 4pm instead of 2pm tomorrow") == "2026-11-25T16:00"


def test_of_a_time_that_was_moved_or_taken_back_the_later_counts() -> None:
    assert ahead("they moved it from 2pm to 4pm tomorrow") == "2026-11-25T16:00"
    assert ahead("tomorrow at 3, no, Friday at 3pm") == "2026-11-27T15:00"


def test_a_weekday_suggested_for_a_week_is_that_weeks() -> None:
    assert ahead("next week, preferably on Tuesday") == "2026-12-01"


def test_this_time_is_the_hour_that_it_is() -> None:
    assert ahead("this time tomorrow") == "2026-11-25T10:00"
    assert back("same time last week") == "2026-11-17T10:00"


def test_counted_weekdays_begin_behind_today() -> None:
    assert ahead("two Tuesdays from now") == "2026-12-08"
    assert back("2 Tuesdays ago") == "2026-11-10"


def test_weeks_of_a_month_are_counted_from_its_first() -> None:
    assert ahead("the first week of February") == "2027-02-01T00:00 .. 2027-02-08T00:00"
    assert ahead("the last week of February") == "2027-02-22T00:00 .. 2027-03-01T00:00"
    assert ahead("the second half of February") == "2027-02-16T00:00 .. 2027-03-01T00:00"


@pytest.mark.parametrize(
    "text",
    [
        "every day until Friday",
        "every day but Sunday",
        "every first Friday",
        "3 days a week at 8am",
        "every 15 minutes",
    ],
)
def test_a_repetition_that_no_rule_can_say_is_refused(text: str) -> None:
    assert ahead(text) == "-"


@pytest.mark.parametrize(
    "text",
    ["we meet every Monday", "every day I worry", "he left after 10 minutes", "in 10 years I want a shop of my own"],
)
def test_a_habit_a_story_and_a_plan_for_life_are_no_time(text: str) -> None:
    assert ahead(text) == "-"


@pytest.mark.parametrize(
    "text",
    [
        "monday.com",
        "tom.may24@mail.com",
        "%20",
        "at 12 Main Street",
        "12 May Street",
        "32 August",
        "2019 H2",
        "10.1 - 10.12",
        "friday night lights is so good",
        "john 3:16 was on his shirt",
        "i read the sunday times cover to cover",
        "eating at tgi fridays",
        "she wore her sunday best to court",
        "my cat is called monday",
        "high noon is a classic western",
        "midnight blue or navy for the tie?",
    ],
)
def test_addresses_versions_and_impossible_days_are_no_time(text: str) -> None:
    assert ahead(text) == "-"


def test_minutes_may_be_left_out_where_it_is_told_what_for() -> None:
    assert ahead("remind me in 10 to check the rice") == ahead("remind me in 10 minutes")
    assert ahead("remind me in 10 to 15 minutes") == ahead("in 10 to 15 minutes")
    assert ahead("call john 3:30pm friday") == "2026-11-27T15:30"


def test_a_day_beside_what_is_no_title_is_one() -> None:
    assert ahead("monday is the deadline") == "2026-11-30"
    assert ahead("sunday lunch with the panel") != "-"


def test_working_days_pass_over_the_weekend() -> None:
    assert ahead("in 4 working days") == "2026-11-30"


def test_a_range_of_hours_is_a_window() -> None:
    assert ahead("Thursday 3-4pm") == "2026-11-26T15:00 .. 2026-11-26T16:00"
    assert ahead("11-1pm tomorrow") == "2026-11-25T11:00 .. 2026-11-25T13:00"


def test_a_range_of_days_is_a_window() -> None:
    assert ahead("Monday to Wednesday") == "2026-11-30T00:00 .. 2026-12-03T00:00"
    assert ahead("13-15 July") == "2027-07-13T00:00 .. 2027-07-16T00:00"


def test_a_repeated_time_begins_with_the_first_one_to_come() -> None:
    moment = read("every other Friday at 9am", TUESDAY, FUTURE)
    assert moment is not None
    assert moment.rule is not None
    assert shown(moment) == "2026-11-27T09:00"
    assert moment.rule.as_dict() == {"freq": "weekly", "interval": 2, "byday": ["FR"], "time": "09:00"}


def test_a_repeated_time_is_no_answer_to_when_it_was() -> None:
    assert back("every Monday") == "-"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *[
            ("tomorow", "tomorrow"),
            ("tommorrow", "tomorrow"),
            ("tmrw", "tomorrow"),
            ("yesturday", "yesterday"),
        ],
        *[
            ("wensday", "wednesday"),
            ("thrusday", "thursday"),
            ("saterday", "saturday"),
            ("tusday", "tuesday"),
        ],
        *[("feburary", "february"), ("septmber", "september"), ("2nite", "tonight"), ("nxt", "next")],
    ],
)
def test_typing_errors_in_the_names_of_days_are_forgiven(typed: str, meant: str) -> None:
    assert spelled(typed) == meant


@pytest.mark.parametrize("word", ["remember", "number", "money", "mundane", "thirsty", "sundry", "monkey", "octopus"])
def test_other_words_are_no_typing_errors(word: str) -> None:
    assert spelled(word) == word


# --- The clock changes -----------------------------------------------------------------------------


def test_a_time_that_the_clocks_skip_moves_past_the_gap() -> None:
    eve = datetime(2026, 3, 7, 18, tzinfo=NEW_YORK)
    assert ahead("tomorrow at 2:30am", eve) == "2026-03-08T03:30"


def test_hours_are_elapsed_time_and_days_are_calendar_days() -> None:
    before_the_gap = datetime(2026, 3, 8, 1, 30, tzinfo=NEW_YORK)
    assert ahead("in two hours", before_the_gap) == "2026-03-08T04:30"
    assert ahead("in two days at 1:30am", before_the_gap) == "2026-03-10T01:30"


# --- Any text -----------------------------------------------------------------------------

any_text = st.text(max_size=400) | st.lists(st.sampled_from(SAID), max_size=80).map(" ".join)
any_time = st.datetimes(TUESDAY.replace(tzinfo=None) - timedelta(days=900), TUESDAY.replace(tzinfo=None))


@given(any_text)
def test_reading_any_text_is_bounded(text: str) -> None:
    phrases = parse(text)
    assert Line(text).size <= LONGEST
    assert len(phrases) <= MOST_PHRASES
    assert all(0 <= phrase.start < phrase.end <= LONGEST for phrase in phrases)
    assert phrases == parse(text)


@given(any_text, any_time, st.sampled_from(Direction), st.sampled_from([True, False, None]))
def test_every_phrase_is_resolved_or_refused(
    text: str, now: datetime, direction: Direction, day_first: bool | None
) -> None:
    for phrase in parse(text):
        moment = resolve(phrase, now.replace(tzinfo=NEW_YORK), direction, day_first=day_first)
        for reading in (moment, *moment.also) if moment else ():
            assert reading.end is None or reading.end >= reading.start
            assert reading.start.tzinfo is NEW_YORK


@given(
    st.sampled_from(["friday", "sun 5", "at 5", "9am", "noon", "14:30", "half past 4", "5 may", "on the 12th"])
    | st.sampled_from(["12/11", "in the evening", "at midnight", "mid december", "march", "tuesday at 10"])
    | st.sampled_from(["friday night", "from 9 to 11", "in june", "mondays at 9", "25 december at 8"]),
    any_time,
    st.sampled_from(Direction),
)
def test_no_moment_lies_on_the_wrong_side_of_now(text: str, now: datetime, direction: Direction) -> None:
    here = now.replace(tzinfo=LUSAKA, second=0, microsecond=0)
    moment = read(text, here, direction)
    for reading in (moment, *moment.also) if moment else ():
        day_is_over = reading.start + timedelta(days=1) if reading.kind is Kind.DATE else reading.start
        if direction is FUTURE:
            assert (reading.end or day_is_over) >= here
        else:
            assert reading.start <= here


def test_a_long_text_is_read_at_its_beginning_only() -> None:
    assert parse("x " * LONGEST + "tomorrow at 5") == ()
