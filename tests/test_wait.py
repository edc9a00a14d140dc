"""`/wait` in a piped chat: time passes, and what arrives meanwhile arrives at its hour, once. Real processes."""

from __future__ import annotations

import json
import re
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.terminal.chat import ME, NOTHING_CAME
from bot.terminal.waiting import HOW, PAST, TOO_FAR, NotATime, end_of
from core import clock
from core.events import Person
from core.store import KeyFile, open_store
from tests.conversation import Conversation
from tests.terminal import Terminal
from tests.test_capture import ACME
from tests.test_chat import STORY, said

BROKE_OFF = (ACME, "8")
"""The coach asks once, three hours later (15:40), whether to go on."""
HEADING = re.compile(r"^— \w+ \d+ \w+, \d+:\d\d —$", re.MULTILINE)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


def headings(heard: str) -> list[str]:
    return HEADING.findall(heard)


def brought(terminal: Terminal) -> list[str]:
    """What the coach brought of itself, as the journal has it."""
    with closing(open_store(terminal.database, KeyFile(terminal.key_file))) as store:
        entries = [json.loads(entry.content) for entry in store.journal(ME)]
    return [
        name
        for entry in entries
        if entry["kind"] == "nudgedue"
        for _, name, became in entry["facts"]
        if name.startswith("nudge:") and became == "sent"
    ]


# --- time passes ---


def test_what_comes_due_while_waiting_is_shown_under_its_day_and_hour(terminal: Terminal) -> None:
    heard = said(terminal.hears(*BROKE_OFF, "/wait 18h"))
    *_, nudge, end = heard.split("\n\n")
    assert nudge.startswith("— Tuesday 24 November, 15:40 —\n")
    assert "Leave it" in nudge
    assert end == ""
    assert len(headings(heard)) == 1


def test_a_wait_in_which_nothing_comes_says_so_in_one_line(terminal: Terminal) -> None:
    heard = said(terminal.hears(*BROKE_OFF, "/wait 1h"))
    assert heard.endswith(f"\n\n{NOTHING_CAME}\n\n")
    assert not headings(heard)


def test_time_stands_still_between_lines_and_waits_add_up(terminal: Terminal) -> None:
    heard = said(terminal.hears(*BROKE_OFF, "/wait 2h", "repeat", "why", "/wait 3h"))
    # The conversation went on at 14:40, so the three hours count from there.
    assert headings(heard) == ["— Tuesday 24 November, 17:40 —"]


def test_the_clock_stands_at_the_end_of_the_wait_afterwards(terminal: Terminal) -> None:
    heard = said(terminal.hears(*BROKE_OFF, "/wait 18h", "remind me in 10 minutes", "/wait 11m"))
    assert headings(heard)[-1] == "— Wednesday 25 November, 6:50 —"


def test_each_of_several_comes_at_its_own_hour_and_none_is_late(terminal: Terminal) -> None:
    heard = said(terminal.hears(*STORY[:-1], "ill send it tomorrow", "/wait 3d"))
    assert headings(heard) == ["— Wednesday 25 November, 9:00 —", "— Thursday 26 November, 9:00 —"]
    assert not re.search(r"later than promised|late with this|here it is, late", heard)


def test_a_wait_up_to_the_very_minute_brings_what_is_due_in_it(terminal: Terminal) -> None:
    heard = said(terminal.hears(*BROKE_OFF, "/wait 2h59m", "/wait 1m"))
    assert heard.index(NOTHING_CAME) < heard.index("— Tuesday 24 November, 15:40 —")


def test_a_wait_goes_up_to_a_moment(terminal: Terminal) -> None:
    heard = said(terminal.hears(*BROKE_OFF, "/wait until 2026-11-24T15:39", "/wait until 2026-11-24T15:40"))
    assert heard.index(NOTHING_CAME) < heard.index("— Tuesday 24 November, 15:40 —")


def test_waiting_for_years_ends(terminal: Terminal) -> None:
    result = terminal.hears(*STORY, "/wait 520w", "/wait 520w", "/wait 1h", "hello")
    assert result.returncode == 0
    assert said(result).count(NOTHING_CAME) == 2


def test_at_the_end_of_the_calendar_a_wait_is_refused(tmp_path: Path) -> None:
    heard = said(Terminal(tmp_path, at="9998-01-01T12:00").hears("/wait 9y", "/wait 100w", "/wait 300w"))
    assert heard.count(TOO_FAR) == 1
    assert heard.count(NOTHING_CAME) == 1


def test_a_fault_costs_one_sentence_and_no_time(terminal: Terminal) -> None:
    faults = {"/wait": HOW, "/wait soon": HOW, "/wait until 2026-11-24T12:39": PAST, "/wait 11000w": TOO_FAR}
    heard = said(terminal.hears(*BROKE_OFF, *faults, "/wait 2h59m", "/wait 1m"))
    replies = heard.split("\n\n")
    assert replies[3:7] == list(faults.values())
    assert replies[7] == NOTHING_CAME
    assert replies[8].startswith("— Tuesday 24 November, 15:40 —\n")


def test_each_fault_is_told_in_one_sentence() -> None:
    for sentence in (PAST, TOO_FAR, HOW):
        assert sentence.endswith(".")
        assert ". " not in sentence


# --- the next start ---


def test_what_came_due_meanwhile_comes_at_the_start_instead_of_the_old_question(terminal: Terminal) -> None:
    terminal.hears(*BROKE_OFF)
    later = Terminal(terminal.folder, at="2026-11-24T15:45")
    heard = said(later.hears())
    assert heard.startswith("— Tuesday 24 November, 15:45 —\n")
    assert "Leave it" in heard
    assert "Some of it" not in heard
    assert len(heard.split("\n\n")) == 2
    assert not headings(said(later.hears("/wait 1h")))
    assert brought(later) == ["nudge:unfinished"]


def test_a_start_too_late_for_what_was_due_says_so_and_goes_on_at_the_old_question(terminal: Terminal) -> None:
    terminal.hears(*BROKE_OFF)
    heard = said(Terminal(terminal.folder, at="2026-11-28T10:00").hears())
    assert headings(heard) == ["— Saturday 28 November, 10:00 —"]
    assert "going on where we stopped" in heard
    assert "Some of it" in heard


def test_a_start_before_anything_is_due_is_as_ever(terminal: Terminal) -> None:
    terminal.hears(*BROKE_OFF)
    heard = said(Terminal(terminal.folder, at="2026-11-24T15:39").hears())
    assert not headings(heard)
    assert "Some of it" in heard


def test_somebody_who_waited_and_starts_again_at_the_real_time_gets_nothing_twice(terminal: Terminal) -> None:
    first = said(terminal.hears(*STORY, "/wait 9d", "yes"))
    assert headings(first)
    before = brought(terminal)
    again = terminal.hears("hello", "/wait 9d", "repeat", "/wait 20d")
    assert again.returncode == 0
    said(again)
    after = brought(terminal)
    assert len(set(after)) == len(after)
    assert after[: len(before)] == before


def test_nobody_else_in_the_same_journal_is_written_to(terminal: Terminal) -> None:
    other = Conversation(terminal.folder, person=Person("slack:T01", "U-ada")).arrives().says(*BROKE_OFF)
    due = other.store.next_due()
    other.close()
    heard = said(terminal.hears(*BROKE_OFF, "/wait 20d"))
    assert headings(heard)[0] == "— Tuesday 24 November, 15:40 —"
    with closing(open_store(terminal.database, KeyFile(terminal.key_file))) as store:
        assert store.next_due() == due


# --- what is understood ---

AT = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)
LUSAKA = clock.zone("Africa/Lusaka")


@pytest.mark.parametrize(
    ("wait", "end"),
    [
        ("18h", AT + timedelta(hours=18)),
        ("90m", AT + timedelta(minutes=90)),
        ("1h30m", AT + timedelta(minutes=90)),
        ("1h 30m", AT + timedelta(minutes=90)),
        ("2D", AT + timedelta(days=2)),
        ("1w", AT + timedelta(days=7)),
        ("1w2d3h4m", AT + timedelta(days=9, hours=3, minutes=4)),
        ("0h", AT),
        ("until 2026-11-24T13:00", AT + timedelta(minutes=20)),
        ("until 2026-11-24 13:00", AT + timedelta(minutes=20)),
        ("UNTIL 2026-11-24T13:00+02:00", AT + timedelta(minutes=20)),
        ("until 2026-11-25", AT + timedelta(hours=11, minutes=20)),
    ],
)
def test_lengths_and_moments_are_understood(wait: str, end: datetime) -> None:
    assert end_of(wait, AT, LUSAKA) == end


@pytest.mark.parametrize(
    ("wait", "why"),
    [
        ("", HOW), ("   ", HOW), ("18", HOW), ("h", HOW), ("-3h", HOW), ("1.5h", HOW), ("1m1h", HOW), ("\u0661h", HOW),
        ("until", HOW), ("until soon", HOW), ("18h please", HOW), ("until 2026-02-30", HOW),
        ("until 2026-11-24T12:39:59", PAST), ("until 0001-01-01T00:00+14:00", PAST), ("until 1999-01-01", PAST),
        ("until 2037-11-24", TOO_FAR), ("until 9999-12-31T23:59-12:00", TOO_FAR), ("4000d", TOO_FAR),
        ("999999999w", TOO_FAR), ("9" * 5000 + "h", TOO_FAR), ("9" * 40000 + "d9m", TOO_FAR),
    ],
)  # fmt: skip
def test_a_fault_is_named(wait: str, why: str) -> None:
    with pytest.raises(NotATime, match=re.escape(why)):
        end_of(wait, AT, LUSAKA)


def test_a_day_is_a_day_of_the_wall_clock_where_clocks_change() -> None:
    berlin = clock.zone("Europe/Berlin")
    before = clock.instant(datetime.fromisoformat("2026-10-24T09:00"), berlin)
    assert end_of("1d", before, berlin) - before == timedelta(hours=25)
    assert end_of("24h", before, berlin) - before == timedelta(hours=24)
