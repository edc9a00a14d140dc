"""How long something is put off, or everything held back."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from core import lines
from core.flows.capture import opening
from core.turn import putting_off
from core.understanding import free_times, read
from tests.moments import _BEFORE, Talk, at, says
from tests.test_capture import ACME
from tests.test_judge import at_the_feeling

_NOW = datetime(2026, 11, 24, 12, 40, tzinfo=ZoneInfo("Africa/Lusaka"))  # a Tuesday


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("quiet for 3 days please", "2026-11-27T12:40"),
        ("no messages for a week", "2026-12-01T12:40"),
        ("stop messaging me for a month", "2026-12-24T12:40"),
        ("mute for 2 hours", "2026-11-24T14:40+02:00"),
        ("pause until monday", "2026-11-30T09:00"),
        ("hold everything until next week", "2026-11-30T09:00"),
        ("stay quiet this weekend pls", "2026-11-30T09:00"),
        ("no messages today", "2026-11-25T09:00"),
        ("don't message me tonight", "2026-11-25T09:00"),
    ],
)
def test_a_pause_lasts_as_long_as_it_was_asked_for(text: str, end: str) -> None:
    assert putting_off.till(read(text), _NOW) == f"later {end}"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("snooze 1 hour", "2026-11-24T13:40+02:00"),
        ("10 more minutes", "2026-11-24T12:50+02:00"),
        ("push it back an hour", "2026-11-24T13:40+02:00"),
        ("give me half an hour", "2026-11-24T13:10+02:00"),
        ("push it by a day", "2026-11-25T12:40"),
    ],
)
def test_a_stretch_is_counted_from_now(text: str, at: str) -> None:
    assert putting_off.so_long(read(text), _NOW) == f"later {at}"


@pytest.mark.parametrize("text", ["pause", "i need a break", "put everything on hold", "snooze"])
def test_without_a_stretch_there_is_no_end(text: str) -> None:
    assert putting_off.till(read(text), _NOW) is None
    assert putting_off.so_long(read(text), _NOW) is None


# --- what is proposed, wanted at a better time ---


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("not at 9 in the morning im asleep. 3pm", None, "15:00"),
        ("tomorrow is ok but not 9, I drive from 5 to 13. After 14 please", "2026-11-25", "14:00"),
        ("tomorrow, not before 2pm", "2026-11-25", "14:00"),
        ("9 is too early, half past 3", None, "15:30"),
        ("tomorrow around 4 or 5pm", "2026-11-25", "17:00"),
        ("I work 9 to 5 so in the evening", None, "18:30"),
        ("ok tomorrow i work till 3", "2026-11-25", "15:00"),
        ("not tomorrow, friday", "2026-11-27", "9:00"),
        ("any day but wednesday", "2026-11-26", "9:00"),
        ("wednesday I have class. can it be saturday?", "2026-11-28", "9:00"),
        ("saturday instead of wednesday", "2026-11-28", "9:00"),
        ("yes but not so early", None, "18:30"),
    ],
)
def test_a_time_at_which_they_are_busy_is_never_the_one_they_want(text: str, day: str | None, hour: str) -> None:
    free = free_times.read(text)
    assert free is not None
    proposed = datetime(2026, 11, 25, 9, tzinfo=_NOW.tzinfo)
    at = putting_off.better(free, proposed, _NOW)
    assert at is not None
    assert (at.date().isoformat(), f"{at:%-H:%M}") == (day or "2026-11-25", hour)


@pytest.mark.parametrize(
    "text",
    ["yes", "not now", "it was on wednesday, not today", "they said they'd call tomorrow at 3", "she rings me friday"],
)
def test_a_time_of_something_else_is_none_that_they_have(text: str) -> None:
    free = free_times.read(text)
    assert free is None or putting_off.as_wanted(free, datetime(2026, 11, 25, 9, tzinfo=_NOW.tzinfo), _NOW) is None


@pytest.mark.parametrize(
    ("text", "at_once", "hour"),
    [
        ("not at 9 in the morning im asleep. 3pm", "a look back", "Wed 25 15:00"),
        ("tomorrow is ok but not 9, I drive from 5 to 13. After 14 please", "a look back", "Wed 25 14:00"),
        ("yes but not at 9", "a look back", "Wed 25 18:30"),
        ("not tomorrow, thursday", "a look back", "Thu 26 09:00"),
        ("tomorrow but in the evening", "a look back", "Wed 25 18:30"),
    ],
)
def test_the_look_back_comes_at_the_hour_they_name(talk: Talk, text: str, at_once: str, hour: str) -> None:
    conversation = at(talk, "look back").says(text)
    assert conversation.facts.value("judge-when") == "tomorrow"
    assert at_once in conversation.reply
    assert hour in conversation.hours(days=3)


def test_who_sleeps_at_that_hour_is_sent_nothing_else_then(talk: Talk) -> None:
    conversation = at(talk, "look back").says("not at 9 in the morning im asleep. 3pm")
    assert conversation.hours(hours=30) == ["Wed 25 15:00"]


@pytest.mark.parametrize("text", ["tomorrow", "yes tomorrow is fine", "not now", "later"])
def test_without_an_hour_of_theirs_the_look_back_stays_where_it_was(talk: Talk, text: str) -> None:
    assert at(talk, "look back").says(text).hours(hours=24) == ["Wed 25 09:00"]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Yes but not friday", ["Sat 28 18:30", "Mon 30 18:30", "Thu 03 18:30"]),
        ("Friday I drive evening shift. Can it be Saturday?", ["Sat 28 18:30", "Mon 30 18:30", "Thu 03 18:30"]),
        ("thursdays i work", ["Fri 27 18:30", "Mon 30 18:30", "Fri 04 18:30"]),
        ("yes but at 8pm", ["Fri 27 20:00", "Mon 30 20:00", "Thu 03 20:00"]),
    ],
)
def test_practice_moves_from_a_day_that_does_not_suit(talk: Talk, text: str, hours: list[str]) -> None:
    conversation = at_the_feeling(talk).says("3", text)
    assert conversation.facts.value("practice") == "yes"
    found = [one.at for id, one in conversation.state.promised.items() if "/practice" in id]
    assert [f"{datetime.fromtimestamp(when, _NOW.tzinfo):%a %d %H:%M}" for when in sorted(found)] == hours


@pytest.mark.parametrize("text", ["no practice", "no", "not this time"])
def test_practice_that_is_refused_is_no_practice_on_another_day(talk: Talk, text: str) -> None:
    assert at_the_feeling(talk).says("3", text).facts.value("practice") == "no"


def test_what_a_look_back_is_can_be_asked_beside_the_hour_for_it(talk: Talk) -> None:
    conversation = at(talk, "look back").says("What is look back? tomorrow is ok but not 9. After 14 please")
    assert says(conversation, lines.LOOK_BACK)
    assert "Wednesday 25 November, 14:00" in conversation.reply


@pytest.mark.parametrize("text", ["whats a look back", "what is look back?", "What does a look back mean?"])
def test_what_a_look_back_is_is_explained(talk: Talk, text: str) -> None:
    conversation = at(talk, "look back").says(text)
    assert says(conversation, lines.LOOK_BACK)
    assert conversation.question == "judge-when"


def test_the_note_comes_at_the_hour_they_name(talk: Talk) -> None:
    conversation = at(talk, "note look").says("not tonight, tomorrow after 2")
    assert conversation.facts.value("note-look") == "tomorrow"
    assert "Wed 25 14:00" in conversation.says("tomorrow").hours(days=1, hours=2)


@pytest.mark.parametrize("text", ["show me now, i work at 3", "yes i need to send it by 5"])
def test_a_note_that_is_wanted_now_is_not_put_off(talk: Talk, text: str) -> None:
    assert at(talk, "note look").says(text).facts.value("note-look") == "now"


# --- nothing of it goes without a line ---

_WALKS = {
    "the first conversation": tuple(line for line in _BEFORE["done"]),
    "before one": ("i have an interview on friday", "yes", "skip", "skip", "skip", "skip", "skip", "skip", "skip"),
    "no interview": ("hi", "no"),
    "left": ("hi", ACME, "not now", "hi"),
    "stopped": (ACME, "stop", "stop writing"),
    "in danger": ("i want to kill myself", "i am safe"),
    "their data": (ACME, "forget me", "no", "my data", "steps", "my interviews"),
}
_NOT_NOW = (
    "not now",
    "no not today",
    *(
        pytest.param(said, marks=pytest.mark.long)
        for said in ("not today", "maybe later", "not yet", "another time", "tomorrow")
    ),
)


@pytest.mark.parametrize("said", _NOT_NOW)
@pytest.mark.parametrize("walk", _WALKS.values(), ids=_WALKS.keys())
def test_a_short_putting_off_is_answered_with_a_line_in_every_state(
    talk: Talk, walk: tuple[str, ...], said: str
) -> None:
    for steps in range(len(walk) + 1):
        conversation = talk().arrives().says(*walk[:steps])
        for _ in range(3):
            assert conversation.says(said).reply.strip(), walk[:steps]


def test_who_is_not_ready_now_is_told_how_to_begin_later(talk: Talk) -> None:
    assert says(talk().says("i have an interview on friday", "not now"), opening.NOT_READY_NOW)


@pytest.mark.parametrize("said", ["no not today", "not now", "nah"])
def test_who_has_no_interview_is_not_told_that_one_is_finished(talk: Talk, said: str) -> None:
    conversation = talk().says("hi", "no", said)
    assert says(conversation, opening.NO_INTERVIEW)
    assert not says(conversation, lines.FINISHED)
