"""Where people are on Slack, and which posts stand there: known to every process, and no longer than they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.slack import places, posted
from bot.slack.incoming import Place
from bot.slack.places import Places
from bot.slack.posted import Posted
from core.events import Person
from core.store.notes import Notes, open_notes

NOW = datetime(2026, 11, 24, 12, 40, tzinfo=UTC)
DAY = timedelta(days=1)
ADA, BO = Person("slack:T1", "U-ada"), Person("slack:T2", "U-bo")


@pytest.fixture
def notes(tmp_path: Path) -> Iterator[Notes]:
    with closing(open_notes(tmp_path / "rebound.db")) as opened:
        yield opened


def test_the_thread_of_their_last_word_is_known_whichever_process_heard_it(notes: Notes) -> None:
    one, other = Places(notes, NOW), Places(notes, NOW)
    one.keep(ADA, Place("D1"), NOW)
    other.keep(ADA, Place("D1", "1.2"), NOW)
    assert one.of(ADA) == Place("D1", "1.2")
    one.keep(ADA, Place("D1"), NOW)
    assert other.of(ADA) == Place("D1")


def test_whoever_talks_now_and_then_stays_known_and_whoever_does_not_goes_after_a_month(notes: Notes) -> None:
    found = Places(notes, NOW)
    for person in (ADA, BO):
        found.keep(person, Place("D1"), NOW)
    found.keep(ADA, Place("D1"), NOW + 2 * DAY)
    later = Places(notes, NOW + places.KEPT + DAY)
    assert (later.of(ADA), later.of(BO)) == (Place("D1"), None)


def test_where_they_are_is_not_written_at_each_of_their_words(notes: Notes) -> None:
    found = Places(notes, NOW)
    found.keep(ADA, Place("D1"), NOW)
    found.keep(ADA, Place("D1"), NOW + DAY)
    assert [note.at for note in notes.all("slack place")] == [NOW]


def test_nothing_is_known_of_a_workspace_that_is_forgotten(notes: Notes) -> None:
    found, stands = Places(notes, NOW), Posted(notes, NOW)
    for person in (ADA, BO):
        found.keep(person, Place("D1"), NOW)
        stands.note(person.tenant, "k1", "1.2", NOW)
    found.forget_all(ADA.tenant)
    assert (found.of(ADA), found.of(BO)) == (None, Place("D1"))
    stands.forget_all(ADA.tenant)
    assert (stands.of(ADA.tenant, "k1"), stands.of(BO.tenant, "k1")) == (None, "1.2")


def test_a_post_that_any_process_has_handed_over_is_known_for_a_month(notes: Notes) -> None:
    one, other = Posted(notes, NOW), Posted(notes, NOW)
    assert one.of("slack:T1", "k1") is None
    other.note("slack:T1", "k1", "", NOW)
    assert one.of("slack:T1", "k1") == ""
    other.note("slack:T1", "k1", "1.2", NOW)
    assert one.of("slack:T1", "k1") == "1.2"
    assert Posted(notes, NOW + posted.KEPT).of("slack:T1", "k1") == "1.2"
    assert Posted(notes, NOW + posted.KEPT + DAY).of("slack:T1", "k1") is None


def test_that_a_post_is_handed_over_is_durable_before_it_is(notes: Notes) -> None:
    ran: list[str] = []
    notes._db.set_trace_callback(ran.append)
    stands = Posted(notes, NOW)
    ran.clear()
    stands.note("slack:T1", "k1", "", NOW)
    assert ran[0] == "PRAGMA synchronous = FULL"
