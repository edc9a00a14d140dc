"""A message that was changed or deleted on the platform: what it brought changes or goes with it, once, and it is said."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from core.events import Deleted, Edited, Person, Text
from core.journal import Journal, Kept
from tests.conversation import Conversation
from tests.told import TO_ONE_NOTE

Talk = Callable[..., Conversation]
FIRST = "Just had an interview at Acme, I froze on the SQL question"


@dataclass
class Messenger:
    """A conversation on a platform that tells of edits and deletions."""

    talk: Conversation
    events: int = 0

    def says(self, id: str, text: str, *, at: datetime | None = None) -> Messenger:
        """A message with an id of its own."""
        self.talk.takes(Text(id=id, person=self.talk.person, at=at or self.talk.now, zone=self.talk.zone, text=text))
        return self

    def edits(
        self, id: str, text: str, *, seconds: float = 1, event: str = "", written: datetime | None = None
    ) -> Messenger:
        """They change it, so many seconds from now."""
        self.events += 1
        self.talk.takes(
            Edited(
                id=event or f"edit-{self.events}",
                person=self.talk.person,
                at=self.talk.now + timedelta(seconds=seconds),
                zone=self.talk.zone,
                original=id,
                text=text,
                written=written,
            )
        )
        return self

    def deletes(self, id: str, *, event: str = "", written: datetime | None = None) -> Messenger:
        """They delete it."""
        self.events += 1
        self.talk.takes(
            Deleted(
                id=event or f"deletion-{self.events}",
                person=self.talk.person,
                at=self.talk.now,
                zone=self.talk.zone,
                original=id,
                written=written,
            )
        )
        return self

    def tells(self, *texts: str) -> Messenger:
        """Messages m1, m2, …"""
        for number, text in enumerate(texts, start=1):
            self.says(f"m{number}", text)
        return self

    @property
    def facts(self) -> dict[str, object]:
        return {name: fact.value for name, fact in self.talk.facts.all().items()}

    @property
    def rows(self) -> str:
        return "\n".join(entry.content.decode() for entry in self.talk.store.journal(self.talk.person))


@pytest.fixture
def messenger(talk: Talk) -> Messenger:
    return Messenger(talk())


def _turns(messenger: Messenger) -> tuple[Kept, ...]:
    return Journal(lambda: messenger.talk.store.journal(messenger.talk.person)).turns


# --- changed ---


def test_a_place_that_is_changed_is_changed_everywhere_and_said_back_as_old_and_new(messenger: Messenger) -> None:
    messenger.tells(FIRST).edits("m1", FIRST.replace("Acme", "Apex"))
    assert messenger.facts["organisation"] == "Apex"
    assert "Acme" in messenger.talk.lines[0]
    assert "Apex" in messenger.talk.lines[0]
    assert messenger.talk.question == "feeling-at-first"


def test_a_number_that_is_changed_is_the_answer(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8").edits("m2", "9")
    assert messenger.facts["feeling-at-first"] == 9
    assert "8" in messenger.talk.lines[0]
    assert "9" in messenger.talk.lines[0]


def test_a_number_changed_much_later_changes_it_too(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8", "one moment", "only that", "how do you find duplicates", "I would group by").edits(
        "m2", "6"
    )
    assert messenger.facts["feeling-at-first"] == 6
    assert messenger.facts["unsaid-1"] == "I would group by"


def test_own_words_that_are_changed_stand_in_the_note_at_once(messenger: Messenger) -> None:
    messenger.tells(*TO_ONE_NOTE)
    assert "double booking" in messenger.talk.drafts[0].text
    messenger.edits(
        "m6", "at my old job the other receptionist kept booking twice. i made a shared sheet and it stopped"
    )
    assert "booking twice" in messenger.talk.drafts[0].text
    assert "double booking" not in messenger.talk.reply


def test_a_day_that_is_changed_moves_what_is_to_come(messenger: Messenger) -> None:
    messenger.tells(*TO_ONE_NOTE, "keep it for later")
    messenger.edits("m11", "by monday")
    assert messenger.facts["answer-promised-at"] == "2026-11-30"
    assert "30 November" in messenger.talk.reply


def test_a_relative_day_counts_from_when_the_message_was_written(messenger: Messenger) -> None:
    messenger.tells(FIRST.replace("Just had", "Yesterday I had"))
    assert messenger.facts["interview-on"] == "2026-11-23"
    messenger.talk.after(days=2)
    messenger.edits("m1", "Yesterday I had an interview at Apex, I froze on the SQL question")
    assert messenger.facts["interview-on"] == "2026-11-23"


def test_what_is_no_longer_in_it_is_taken_out(messenger: Messenger) -> None:
    messenger.tells("Just had an interview at Acme for the admin job, I froze on the SQL question", "8")
    messenger.edits("m1", "Just had an interview at Acme, I froze on the SQL question")
    assert "role" not in messenger.facts
    assert "admin" in messenger.talk.reply


def test_what_is_added_is_noted(messenger: Messenger) -> None:
    messenger.tells("Just had an interview, I froze on the SQL question", "8")
    messenger.edits("m1", FIRST)
    assert messenger.facts["organisation"] == "Acme"
    assert "Acme" in messenger.talk.reply


def test_what_they_corrected_since_stays_and_that_is_said(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8", "sorry, it was at Zenith, not Acme")
    assert messenger.facts["organisation"] == "Zenith"
    messenger.edits("m1", FIRST.replace("Acme", "Apex"))
    assert messenger.facts["organisation"] == "Zenith"
    assert "Zenith" in messenger.talk.lines[0]


def test_an_edit_that_only_catches_up_with_a_correction_changes_nothing(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8", "sorry, it was at Zenith, not Acme").edits("m1", FIRST.replace("Acme", "Zenith"))
    assert messenger.facts["organisation"] == "Zenith"
    assert "later" not in messenger.talk.reply.casefold()


@pytest.mark.parametrize("text", [FIRST, f"  {FIRST}  ", FIRST.replace(" ", "  ")])
def test_an_edit_that_changes_no_words_is_nothing(messenger: Messenger, text: str) -> None:
    before = messenger.tells(FIRST).rows
    messenger.edits("m1", text)
    assert messenger.talk.heard == ()
    assert messenger.rows == before


def test_an_edit_that_comes_twice_is_taken_once(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8").edits("m2", "9", event="E1")
    before = messenger.rows
    messenger.edits("m2", "9", event="E1").edits("m2", "9", event="E2")
    assert messenger.rows == before


def test_of_two_edits_that_come_in_the_wrong_order_the_newer_one_holds(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8").edits("m2", "5", seconds=20).edits("m2", "9", seconds=10)
    assert messenger.facts["feeling-at-first"] == 5


def test_a_message_can_be_changed_again_and_again(messenger: Messenger) -> None:
    messenger.tells(FIRST)
    for number, place in enumerate(("Apex", "Zenith", "Acme")):
        messenger.edits("m1", FIRST.replace("Acme", place), seconds=number)
        assert messenger.facts["organisation"] == place
    assert list(messenger.facts).count("organisation") == 1


@pytest.mark.parametrize(("order", "edited"), [("undo", "undo!"), ("skip", "skip please"), ("stop", "stop.")])
def test_what_was_ordered_is_not_done_again(messenger: Messenger, order: str, edited: str) -> None:
    messenger.tells(FIRST, "8", order)
    before = messenger.talk.state
    messenger.edits("m3", edited)
    after = messenger.talk.state
    assert (after.facts, after.runs[-1].shown, after.paused) == (before.facts, before.runs[-1].shown, before.paused)


def test_an_order_changed_into_another_says_that_the_first_is_done(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8", "skip").edits("m3", "one moment")
    assert any(word in messenger.talk.reply for word in ("undo", "Undo"))


def test_a_message_that_was_not_understood_is_heard_as_it_is_now(messenger: Messenger) -> None:
    messenger.tells(FIRST, "asdkjh")
    assert "feeling-at-first" not in messenger.facts
    messenger.edits("m2", "7")
    assert messenger.facts["feeling-at-first"] == 7
    assert messenger.talk.question not in (None, "feeling-at-first")


def test_what_was_not_understood_long_ago_is_not_heard_now(messenger: Messenger) -> None:
    messenger.tells(FIRST, "asdkjh", "8")
    open_now = messenger.talk.question
    messenger.edits("m2", "all of it")
    assert "really-that-bad" not in messenger.facts
    assert messenger.talk.says("repeat").question == open_now


def test_own_words_changed_after_the_conversation_stand_in_the_note(messenger: Messenger) -> None:
    messenger.tells(*TO_ONE_NOTE, "keep it for later", "not at all").edits(
        "m6", "I would ask both to write it down first"
    )
    assert messenger.facts["unsaid-1"] == "I would ask both to write it down first"
    assert "both to write it down" in messenger.talk.says("show the note").reply


def test_undo_takes_an_edit_back(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8").edits("m2", "9").says("u", "undo")
    assert messenger.facts["feeling-at-first"] == 8


@pytest.mark.parametrize("text", ["i want to kill myself", "i am going to end it tonight"])
def test_an_edit_into_danger_is_met_like_danger(messenger: Messenger, text: str) -> None:
    messenger.tells(FIRST, "8").edits("m2", text)
    assert messenger.talk.state.held
    assert messenger.talk.state.runs[-1].flow == "danger"
    assert messenger.facts["feeling-at-first"] == 8


def test_an_edit_out_of_danger_leads_past_nothing(messenger: Messenger) -> None:
    messenger.tells(FIRST, "i want to kill myself").edits("m2", "8")
    assert messenger.talk.state.held
    assert messenger.talk.state.runs[-1].flow == "danger"
    assert "feeling-at-first" not in messenger.facts


def test_while_somebody_may_be_in_danger_an_edit_changes_nothing_and_brings_nobody_back(messenger: Messenger) -> None:
    messenger.tells(FIRST, "i want to kill myself").edits("m1", FIRST.replace("Acme", "Apex"))
    assert messenger.facts["organisation"] == "Acme"
    assert messenger.talk.heard == ()
    assert messenger.talk.state.held


def test_danger_in_an_edit_of_a_message_we_never_had_is_met(messenger: Messenger) -> None:
    messenger.tells(FIRST).edits("unknown", "i want to kill myself")
    assert messenger.talk.state.held


# --- in any order ---


def test_an_edit_that_overtakes_its_message_is_taken_in_its_place(messenger: Messenger) -> None:
    messenger.tells(FIRST).edits("m2", "9", written=messenger.talk.now).says("m2", "8")
    assert messenger.facts["feeling-at-first"] == 9
    messenger.edits("m2", "7", seconds=5)
    assert messenger.facts["feeling-at-first"] == 7


def test_a_message_that_comes_after_its_deletion_is_not_taken(messenger: Messenger) -> None:
    messenger.tells(FIRST).deletes("m2", written=messenger.talk.now).says("m2", "8")
    assert "feeling-at-first" not in messenger.facts


@pytest.mark.parametrize("days", [8, 400])
def test_an_old_message_that_is_not_known_is_not_taken_for_a_new_one(messenger: Messenger, days: int) -> None:
    before = messenger.tells(FIRST).rows
    messenger.edits("old", "8", written=messenger.talk.now - timedelta(days=days))
    messenger.edits("older", "8")
    messenger.deletes("oldest")
    assert messenger.rows == before


def test_of_a_stranger_a_deletion_leaves_nothing(messenger: Messenger) -> None:
    messenger.deletes("m1").edits("m2", "hello")
    assert messenger.talk.store.snapshot(messenger.talk.person) is None


def test_somebody_elses_message_of_the_same_id_is_not_touched(messenger: Messenger) -> None:
    messenger.tells(FIRST)
    other = Person("terminal", "other")
    event = Deleted(id="d", person=other, at=messenger.talk.now, original="m1")
    messenger.talk.coach.take(event, messenger.talk.now, messenger.talk.store).result()
    assert messenger.facts["organisation"] == "Acme"


# --- deleted ---


def test_a_deleted_answer_is_asked_for_again(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8").deletes("m2")
    assert "feeling-at-first" not in messenger.facts
    assert messenger.talk.question == "feeling-at-first"
    assert messenger.talk.lines


def test_what_hangs_on_a_deleted_message_goes_with_it_however_long_ago_it_was(messenger: Messenger) -> None:
    messenger.tells(*TO_ONE_NOTE)
    assert "double booking" in messenger.talk.drafts[0].text
    messenger.talk.after(days=3)
    messenger.deletes("m6")
    assert "unsaid-1" not in messenger.facts
    assert "double booking" not in messenger.talk.says("show the note").reply


def test_what_is_done_stays_done_without_the_message_that_completed_it(messenger: Messenger) -> None:
    messenger.tells(*TO_ONE_NOTE, "keep it for later")
    (completed,) = [turn for turn in _turns(messenger) if ("i1", "captured") in {fact[:2] for fact in turn.facts}]
    assert completed.message is not None
    messenger.says("later", "what do you know").deletes(completed.message)
    assert messenger.facts["captured"]


def test_what_the_last_message_had_opened_is_closed_with_it(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8")
    open_now = messenger.talk.question
    messenger.says("m3", "steps")
    assert messenger.talk.question != open_now
    messenger.deletes("m3")
    assert messenger.talk.question == open_now


def test_a_deleted_correction_no_longer_corrects(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8", "sorry, it was at Zenith, not Acme").deletes("m3")
    assert messenger.facts["organisation"] == "Acme"
    assert "Zenith" not in messenger.rows


def test_all_versions_of_a_deleted_message_go(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8").edits("m1", FIRST.replace("Acme", "Apex")).deletes("m1")
    assert "organisation" not in messenger.facts
    for word in ("Acme", "Apex", "SQL"):
        assert word not in messenger.rows
        assert word not in json.dumps(messenger.talk.store.snapshot(messenger.talk.person), default=bytes.decode)


def test_with_the_only_message_the_interview_is_gone(messenger: Messenger) -> None:
    messenger.tells(FIRST).deletes("m1")
    assert messenger.facts == {}
    assert "nothing" in messenger.talk.says("my interviews").reply.casefold() or not messenger.facts
    assert not messenger.talk.hours(days=20)


def test_what_an_undo_brought_back_goes_too(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8", "no, the company is Zenith", "undo")
    assert messenger.facts["organisation"] == "Acme"
    messenger.deletes("m1")
    assert "organisation" not in messenger.facts
    assert "Acme" not in messenger.rows


def test_the_answer_to_a_deletion_names_nothing_of_it(messenger: Messenger) -> None:
    messenger.tells(*TO_ONE_NOTE).deletes("m6")
    for word in ("double", "booking", "receptionist", "sheet"):
        assert word not in messenger.talk.reply


def test_nothing_can_be_undone_past_a_deletion(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8").deletes("m2").says("u", "undo")
    assert "feeling-at-first" not in messenger.facts


def test_a_deletion_that_comes_twice_and_an_edit_after_it_are_nothing(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8").deletes("m2", event="D1")
    before = messenger.rows
    messenger.deletes("m2", event="D1").deletes("m2", event="D2", written=messenger.talk.now)
    messenger.edits("m2", "9", seconds=60, written=messenger.talk.now).says("m2", "8")
    assert messenger.rows == before
    assert "feeling-at-first" not in messenger.facts


@pytest.mark.sqlite
def test_what_was_deleted_can_be_opened_in_no_old_copy_of_the_journal(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8")
    database = messenger.talk.folder / "data" / "rebound.db"
    with closing(sqlite3.connect(database)) as rows:
        before = rows.execute("SELECT sealed FROM journal ORDER BY number").fetchall()
    messenger.deletes("m2").talk.restarts()
    with closing(sqlite3.connect(database)) as rows:
        after = rows.execute("SELECT sealed FROM journal ORDER BY number").fetchall()
        rows.execute("UPDATE journal SET sealed = ? WHERE number = 1", before[0])
        rows.commit()
    assert before[0] not in after
    with pytest.raises(Exception, match="was changed, or moved"):
        list(messenger.talk.store.journal(messenger.talk.person))


def test_a_deletion_after_a_sign_of_danger_leaves_the_help_in_view(messenger: Messenger) -> None:
    messenger.tells(FIRST, "i want to kill myself").deletes("m2")
    assert messenger.talk.state.held
    assert messenger.talk.state.runs[-1].flow == "danger"
    assert "kill" not in messenger.rows


# --- what was erased ---


def test_of_an_erased_interview_nothing_comes_back_by_an_edit_or_a_deletion(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8", "stop").says("e", "erase the interview at Acme").says("y", "yes")
    assert "Acme" not in messenger.rows
    before = messenger.rows
    messenger.edits("m1", FIRST.replace("Acme", "Apex"), written=messenger.talk.now).deletes(
        "m2", written=messenger.talk.now
    )
    assert messenger.rows == before
    assert messenger.talk.heard == ()


def test_an_edit_is_in_the_export_as_a_message_and_what_was_deleted_is_not(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8").edits("m2", "9").says("m3", "one moment").deletes("m3")
    told = json.loads(messenger.talk.says("export").files["json"])
    assert [event["text"] for event in told["events"] if "text" in event][:3] == [FIRST, "8", "9"]
    assert "one moment" not in json.dumps(told)


def test_what_is_brought_in_again_is_the_same_after_an_edit(messenger: Messenger, talk: Talk) -> None:
    messenger.tells(FIRST, "8").edits("m2", "9")
    file = messenger.talk.says("export").files["json"]
    other = talk()
    other.coach.bring_in(other.person, file.encode(), other.now, other.store)
    assert other.facts.value("feeling-at-first") == 9


def test_after_forget_me_no_edit_or_deletion_brings_anything_back(messenger: Messenger) -> None:
    messenger.tells(FIRST, "8", "forget me", "yes")
    messenger.edits("m1", FIRST.replace("Acme", "Apex"), written=messenger.talk.now)
    assert messenger.talk.heard == ()
    messenger.deletes("m2", written=messenger.talk.now)
    assert messenger.talk.store.snapshot(messenger.talk.person) is None
