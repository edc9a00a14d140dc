"""What is to come as a calendar: one that other programs read, with nothing private in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import icalendar
import pytest

from core.calendar_file import as_calendar
from core.facts import Fact
from core.turn.workbench import Workbench
from core.wording import load
from tests.case_files import hostile
from tests.conversation import Conversation
from tests.past import STORIES, UNSAID, Talk, tell, told


def events(text: str) -> list[icalendar.Event]:
    """The entries as a program reads them."""
    return icalendar.Calendar.from_ical(text, multiple=False).events


def calendar(conversation: Conversation) -> str:
    return conversation.says("export").files["ics"]


def test_it_holds_what_was_announced_at_the_very_instants(talk: Talk) -> None:
    conversation = told(talk, 1)
    found = events(calendar(conversation))
    expected = {datetime.fromtimestamp(one.at, UTC) for one in conversation.state.promised.values()}
    assert {event.start for event in found} == expected
    assert len(found) == len(conversation.state.promised)


def test_what_arrives_was_in_it(talk: Talk) -> None:
    conversation = told(talk, 1)
    told_of = {event.start for event in events(calendar(conversation))}
    first = conversation.store.next_due()
    assert first in told_of


def test_every_line_ends_and_is_folded_as_the_standard_says(talk: Talk) -> None:
    text = calendar(talk().says("Just out of my interview at Zażółć gęślą jaźń 株式会社 Überlandwerk und Söhne. i froze on the SQL question", "8"))  # fmt: skip
    assert text.endswith("\r\n")
    lines = text.split("\r\n")
    assert not [line for line in lines if "\n" in line or "\r" in line]
    assert max(len(line.encode()) for line in lines) <= 75
    assert any(line.startswith(" ") for line in lines)
    assert icalendar.Calendar.from_ical(text).to_ical()


def test_an_entry_says_what_it_is_about_and_where_and_nothing_else_they_wrote(talk: Talk) -> None:
    conversation = told(talk, 1)
    text = calendar(conversation).replace("\r\n ", "")
    assert not [words for words in (*STORIES, *UNSAID, "SQL", "froze") if words in text]
    summaries = {str(event["SUMMARY"]) for event in events(text)}
    assert all(one.startswith("Rebound: ") and "Acme" in one for one in summaries)


def test_a_calendar_knows_an_entry_again_also_when_it_moved(talk: Talk) -> None:
    conversation = told(talk, 1)
    before = {str(event["UID"]): event.start for event in events(calendar(conversation))}
    conversation.says("move letting go to next friday at 10")
    after = {str(event["UID"]): event.start for event in events(calendar(conversation))}
    assert before.keys() == after.keys()
    assert before != after


def test_no_two_entries_share_a_name_and_it_names_nobody(talk: Talk) -> None:
    conversation = told(talk, 1)
    tell(conversation.after(days=1), 1)
    uids = [str(event["UID"]) for event in events(calendar(conversation))]
    assert len(set(uids)) == len(uids) > 2
    other = told(talk, 1, at="2026-11-25T12:40")
    assert not {str(event["UID"]) for event in events(calendar(other))} & set(uids)


def test_where_nothing_comes_there_is_no_calendar(talk: Talk) -> None:
    assert set(told(talk, 1).says("stop writing", "export").files) == {"md", "json"}
    assert "ics" not in told(talk, 1).says("i want to kill myself", "export").files


@pytest.mark.parametrize("start", range(0, len(hostile()), 60))
def test_no_name_of_a_place_breaks_out_of_its_line(talk: Talk, start: int) -> None:
    conversation = told(talk, 1)
    state = conversation.state
    for text in hostile()[start : start + 60]:
        facts = {**state.facts["i1"], "organisation": Fact(text, 2)}
        made = of_state(conversation, {**state.facts, "i1": facts})
        found = events(made)
        assert len(found) == len(state.promised)
        assert [event.start for event in found] == [event.start for event in events(calendar_of(conversation))]
        for event in found:
            assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DURATION", "SUMMARY", "DESCRIPTION", "CLASS", "TRANSP"}
            assert event.duration == timedelta(minutes=15)


def of_state(conversation: Conversation, facts: object) -> str:
    state = replace(conversation.state, facts=facts)  # type: ignore[arg-type]
    return as_calendar(Workbench(state, conversation.local, load())) or ""


def calendar_of(conversation: Conversation) -> str:
    return of_state(conversation, conversation.state.facts)
