"""The plan as the table of the arc has it, and what holds for whatever facts and times there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import clock
from core.facts import Fact, Facts, Value
from core.plan import MOST_A_DAY, NEIGHBOURS, Kind, Nudge, Reach, plan, spread

LUSAKA = clock.zone("Africa/Lusaka")
TOLD: Mapping[str, Value] = {
    "told-at": "2026-11-24T12:40",
    "interview-on": "2026-11-24",
    "feeling-at-first": 8,
    "wants-job": "yes",
    "unsaid-1": "I would group them.",
    "captured": "2026-11-24",
}


def facts(told: Mapping[str, Value], zone: str | None = "Africa/Lusaka") -> Facts:
    person = {"zone": Fact(zone, 1)} if zone else {}
    return Facts({name: Fact(value, 1) for name, value in told.items()}, person)


def planned(**told: Value) -> list[str]:
    """The nudges of a told interview in order, with their local times."""
    names = {**TOLD, **{name.replace("_", "-"): value for name, value in told.items()}}
    return [f"{n.name} {clock.local(n.due, LUSAKA):%d %H:%M}" for n in by_time(plan(facts(names), "i1"))]


def by_time(nudges: list[Nudge]) -> list[Nudge]:
    return sorted(nudges, key=lambda one: one.due)


# --- the table ---


def test_after_a_bad_interview_the_note_waits_for_the_morning() -> None:
    assert planned() == ["note 25 09:00", "judge 25 09:00", "last-call 26 09:00", "let-go 01 18:30"]


@pytest.mark.demand("C1")
def test_the_calm_may_send_the_note_the_same_evening() -> None:
    assert planned(feeling_at_first=6, interview_ended_at="2026-11-24T16:59")[0] == "note 24 18:30"


@pytest.mark.demand("C1")
def test_an_interview_that_ended_after_five_leaves_the_note_for_the_morning() -> None:
    assert "note 25 09:00" in planned(feeling_at_first=6, interview_ended_at="2026-11-24T17:01")


def test_what_the_person_chose_decides_over_the_feeling() -> None:
    assert "note 24 18:30" in planned(note_look="tonight")
    assert "note 25 09:00" in planned(note_look="tomorrow", feeling_at_first=2)


def test_a_note_kept_shortly_before_the_evening_waits_for_the_morning() -> None:
    kept = {"feeling_at_first": 5, "note_look": "now"}
    assert "note 25 09:00" in planned(**kept, note_look_at="2026-11-24T18:00")
    assert "note 24 18:30" in planned(**kept, note_look_at="2026-11-24T12:50")


def test_check_ins_count_working_days_from_the_day_they_had_named() -> None:
    assert [one for one in planned(answer_promised_at="2026-11-27") if one.startswith("check-in")] == [
        "check-in-1 01 09:00",
        "check-in-2 08 09:00",
    ]


def test_a_community_may_work_on_other_days() -> None:
    told = facts({**TOLD, "answer-promised-at": "2026-11-26"})
    sunday_to_thursday = frozenset({6, 0, 1, 2, 3})
    days = [n.due.date() for n in plan(told, "i1", None, sunday_to_thursday) if n.kind is Kind.CHECK_IN]
    assert days == [date(2026, 11, 30), date(2026, 12, 7)]


def test_practice_comes_three_times_if_it_was_accepted_once_if_that_was_enough() -> None:
    assert [one for one in planned(practice="yes", judged="2026-11-25") if "practice" in one] == [
        "practice-1 27 18:30",
        "practice-2 30 18:30",
        "practice-3 03 18:30",
    ]
    assert [one for one in planned(practice="once") if "practice" in one] == ["practice-1 27 18:30"]
    assert not [one for one in planned(practice="no") if "practice" in one]


def test_before_the_next_interview_there_is_time_to_prepare() -> None:
    assert "prepare 02 18:30" in planned(outcome="next-round", next_interview_on="2026-12-04")


# --- what takes them away ---


@pytest.mark.parametrize("fact", [{"note_0_sent": True}, {"contact": "barred"}, {"note_channel": "none"}, {"note_declined": True}, {"note_look": "none"}])  # fmt: skip
def test_a_note_that_is_sent_declined_or_barred_is_not_called_for(fact: dict[str, Value]) -> None:
    assert not [one for one in planned(**fact) if one.startswith(("note", "last-call"))]


def test_who_may_not_be_contacted_is_not_asked_where_they_stand() -> None:
    assert not [one for one in planned(answer_promised_at="2026-11-27", contact="barred") if "check-in" in one]


@pytest.mark.demand("R68")
def test_after_moving_on_nothing_is_planned() -> None:
    assert planned(moved_on=True, answer_promised_at="2026-11-27", practice="yes") == []


@pytest.mark.parametrize(
    ("keep", "kept"),
    [
        ("both", ["practice-1 27 18:30", "check-in-1 01 09:00", "check-in-2 08 09:00"]),
        ("practice", ["practice-1 27 18:30"]),
        ("check-in", ["check-in-1 01 09:00", "check-in-2 08 09:00"]),
        ("none", []),
    ],
)
@pytest.mark.demand("R68")
def test_after_letting_go_only_what_they_kept_still_comes(keep: str, kept: list[str]) -> None:
    assert planned(let_go="2026-12-01", keep=keep, practice="once", answer_promised_at="2026-11-27") == kept


@pytest.mark.demand("K06")
def test_a_next_round_stops_letting_go_and_the_waiting() -> None:
    names = planned(outcome="next-round", answer_promised_at="2026-11-27")
    assert not [one for one in names if one.startswith(("let-go", "check-in"))]


def test_an_offer_ends_everything_and_a_no_ends_the_note_and_the_waiting() -> None:
    assert planned(outcome="offer", answer_promised_at="2026-11-27", practice="yes") == []
    after_a_no = planned(outcome="rejected", answer_promised_at="2026-11-27")
    assert after_a_no == ["judge 25 09:00", "after-no 26 09:00", "let-go 01 18:30"]


def test_somebody_in_the_middle_of_the_first_conversation_is_asked_once_after_three_hours() -> None:
    told = {name: value for name, value in TOLD.items() if name != "captured"}
    last = datetime(2026, 11, 24, 10, 50, tzinfo=UTC)
    (nudge,) = plan(facts(told), "i1", last)
    assert (nudge.kind, nudge.due) == (Kind.UNFINISHED, last + timedelta(hours=3))
    assert plan(facts(told), "i1", None) == []
    assert len(plan(facts({**told, "nudge:unfinished": "sent", "broken-off": True}), "i1", last)) == 4


@pytest.mark.parametrize("became", ["sent", "passed", "stopped", "done"])
def test_a_nudge_that_came_stays_sent_when_dates_move(became: str) -> None:
    told = {**TOLD, "nudge:judge": became, "interview-on": "2026-11-20"}
    assert Kind.JUDGE not in {nudge.kind for nudge in plan(facts(told), "i1")}


def test_a_nudge_put_off_comes_at_the_time_named_and_moves_with_the_clock_not_the_zone() -> None:
    for zone, hour in (("Africa/Lusaka", 16), ("America/New_York", 23)):
        told = facts({**TOLD, "nudge:judge": "later 2026-11-26T18:30"}, zone)
        (judge,) = [nudge for nudge in plan(told, "i1") if nudge.kind is Kind.JUDGE]
        assert judge.asked_for
        assert judge.due == datetime(2026, 11, 26, hour, 30, tzinfo=UTC)
    counted = facts({**TOLD, "nudge:judge": "later 2026-11-26T18:30+02:00"}, "America/New_York")
    (judge,) = [nudge for nudge in plan(counted, "i1") if nudge.kind is Kind.JUDGE]
    assert judge.due == datetime(2026, 11, 26, 16, 30, tzinfo=UTC)


def test_without_a_zone_only_what_counts_from_a_moment_is_planned() -> None:
    last = datetime(2026, 11, 24, 10, 50, tzinfo=UTC)
    assert plan(facts(TOLD, None), "i1", None) == []
    told = {name: value for name, value in TOLD.items() if name != "captured"}
    assert [nudge.kind for nudge in plan(facts(told, None), "i1", last)] == [Kind.UNFINISHED]


# --- any facts, any time ---

DAYS = st.dates(date(2026, 3, 1), date(2026, 4, 15))
WALLS = st.builds(lambda day, at: f"{day}T{at:%H:%M}", DAYS, st.times())
ZONES = st.sampled_from(["Africa/Lusaka", "America/New_York", "Europe/London", "Asia/Kathmandu", "Pacific/Apia"])
OPTIONAL = st.fixed_dictionaries(
    {},
    optional={
        "interview-on": DAYS.map(date.isoformat),
        "interview-ended-at": WALLS,
        "feeling-at-first": st.integers(0, 10),
        "contact": st.sampled_from(["open", "barred", "recruiter"]),
        "wants-job": st.sampled_from(["yes", "no"]),
        "unsaid-1": st.just("I would group them."),
        "captured": DAYS.map(date.isoformat),
        "judge-when": st.sampled_from(["tomorrow", "now", "no"]),
        "note-look": st.sampled_from(["now", "tonight", "tomorrow", "none"]),
        "note-0-sent": st.just(True),
        "judged": DAYS.map(date.isoformat),
        "practice": st.sampled_from(["yes", "once", "no"]),
        "practised-1": DAYS.map(date.isoformat),
        "answer-promised-at": DAYS.map(date.isoformat),
        "outcome": st.sampled_from(["rejected", "offer", "next-round", "waiting", "silence"]),
        "let-go": DAYS.map(date.isoformat),
        "keep": st.sampled_from(["both", "practice", "check-in", "none"]),
        "moved-on": st.just(True),
        "next-interview-on": DAYS.map(date.isoformat),
        "capture-left": st.sampled_from(["left", "stopped"]),
        "broken-off": st.just(True),
        "nudge:judge": st.sampled_from(["sent", "later 2026-03-29T02:30", "later 2026-04-01T23:15+02:00", "passed"]),
        "nudge:let-go": st.sampled_from(["sent", "later 2026-03-30T22:00"]),
    },
)
INSTANTS = st.builds(datetime.combine, DAYS, st.times(), st.just(UTC))
INTERVIEWS = st.lists(st.tuples(OPTIONAL, WALLS), min_size=1, max_size=3)


def wanted(interviews: list[tuple[dict[str, Value], str]], zone: str, idle: datetime | None) -> list[Nudge]:
    found: list[Nudge] = []
    for number, (told, told_at) in enumerate(interviews, start=1):
        found += plan(facts({**told, "told-at": told_at}, zone), f"i{number}", idle)
    return found


@given(INTERVIEWS, ZONES, INSTANTS, st.none() | INSTANTS, st.lists(INSTANTS, max_size=4), st.integers(0, 3))
def test_nothing_falls_into_the_past_into_quiet_hours_or_above_the_daily_most(
    interviews: list[tuple[dict[str, Value], str]],
    zone: str,
    now: datetime,
    idle: datetime | None,
    sent: list[datetime],
    unanswered: int,
) -> None:
    where = clock.zone(zone)
    reach = Reach(where, now, sent=sent, unanswered=unanswered)
    slots = spread(wanted(interviews, zone, idle), reach)
    assert [slot.at for slot in slots] == sorted(slot.at for slot in slots)
    days = Counter(clock.local(at, where).date() for at in sent)
    before = days.copy()
    for slot in slots:
        assert slot.at >= now
        there = clock.local(slot.at, where)
        if not slot.is_asked_for:
            assert time(8) <= there.time() < time(21)
            days[there.date()] += 1
            assert days[there.date()] <= max(MOST_A_DAY, before[there.date()])
        for nudge in slot.nudges:
            assert slot.at <= now or slot.at <= nudge.until
            if unanswered >= 2:
                assert nudge.asked_for or nudge.kind is Kind.LET_GO
    ids = [nudge.id for slot in slots for nudge in slot.nudges]
    assert len(ids) == len(set(ids))


@given(INTERVIEWS, ZONES, INSTANTS, st.none() | INSTANTS)
def test_planning_twice_changes_nothing(
    interviews: list[tuple[dict[str, Value], str]], zone: str, now: datetime, idle: datetime | None
) -> None:
    reach = Reach(clock.zone(zone), now)
    once = spread(wanted(interviews, zone, idle), reach)
    assert spread(wanted(interviews, zone, idle), reach) == once
    assert spread([nudge for slot in once for nudge in slot.nudges], reach) == once


@given(OPTIONAL, WALLS, ZONES, st.none() | INSTANTS)
def test_after_letting_go_and_where_contact_is_barred_the_plan_wants_nothing_of_the_kind(
    told: dict[str, Value], told_at: str, zone: str, idle: datetime | None
) -> None:
    kinds = {n.kind for n in plan(facts({**told, "told-at": told_at}, zone), "i1", idle)}
    if told.get("moved-on"):
        assert not kinds
    if told.get("let-go"):
        assert not kinds & {Kind.NOTE, Kind.LAST_CALL, Kind.JUDGE, Kind.LET_GO}
        assert Kind.PRACTICE not in kinds or told.get("keep") in ("both", "practice")
        assert Kind.CHECK_IN not in kinds or told.get("keep") in ("both", "check-in")
    if told.get("contact") == "barred":
        assert not kinds & {Kind.NOTE, Kind.LAST_CALL, Kind.CHECK_IN}


# --- one person's days ---

NINE = datetime(2026, 11, 25, 7, tzinfo=UTC)  # 9:00 in Lusaka
REACH = Reach(LUSAKA, NINE - timedelta(hours=12))


def nudge(kind: Kind, due: datetime, *, interview: str = "i1", asked_for: bool = False) -> Nudge:
    return Nudge(interview, kind, 0, due, due + timedelta(days=3), int(asked_for))


def test_neighbours_share_a_message_at_the_later_hour() -> None:
    (slot,) = spread([nudge(Kind.NOTE, NINE), nudge(Kind.JUDGE, NINE + NEIGHBOURS)], REACH)
    assert (slot.at, [one.kind for one in slot.nudges]) == (NINE + NEIGHBOURS, [Kind.NOTE, Kind.JUDGE])


def test_an_hour_the_person_named_stays_and_takes_its_neighbours_along() -> None:
    named = nudge(Kind.JUDGE, NINE + timedelta(minutes=20), asked_for=True)
    (slot,) = spread([nudge(Kind.NOTE, NINE), named, nudge(Kind.CHECK_IN, NINE + timedelta(minutes=40))], REACH)
    assert slot.at == named.due


def test_two_named_hours_stay_apart() -> None:
    first, second = NINE + timedelta(minutes=5), NINE + timedelta(minutes=50)
    named = [nudge(Kind.NOTE, first, asked_for=True), nudge(Kind.JUDGE, second, asked_for=True)]
    assert [slot.at for slot in spread(named, REACH)] == [first, second]


def test_a_third_message_of_a_day_waits_for_the_next_morning() -> None:
    hours = [NINE, NINE + timedelta(hours=4), NINE + timedelta(hours=8)]
    slots = spread([nudge(Kind.JUDGE, at, interview=f"i{n}") for n, at in enumerate(hours)], REACH)
    assert [slot.at for slot in slots] == [hours[0], hours[1], NINE + timedelta(days=1)]


def test_what_was_asked_for_is_outside_the_daily_most() -> None:
    sent = [NINE - timedelta(hours=1), NINE - timedelta(minutes=30)]
    reach = Reach(LUSAKA, NINE, sent=sent)
    assert spread([nudge(Kind.JUDGE, NINE, asked_for=True)], reach)[0].at == NINE
    assert spread([nudge(Kind.JUDGE, NINE)], reach)[0].at == NINE + timedelta(days=1)


def test_overdue_in_the_night_waits_for_the_end_of_quiet_hours() -> None:
    eleven = datetime(2026, 11, 24, 21, tzinfo=UTC)
    (slot,) = spread([nudge(Kind.NOTE, eleven - timedelta(hours=4))], Reach(LUSAKA, eleven))
    assert slot.at == datetime(2026, 11, 25, 6, tzinfo=UTC)


def test_a_pause_leaves_out_what_would_be_pointless_after_it() -> None:
    reach = Reach(LUSAKA, NINE - timedelta(hours=1), paused_until=NINE + timedelta(days=5))
    assert spread([nudge(Kind.NOTE, NINE)], reach) == []
    later = Nudge("i1", Kind.LET_GO, 0, NINE, NINE + timedelta(days=9))
    assert spread([later], reach)[0].at == NINE + timedelta(days=5)
