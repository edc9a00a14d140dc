"""Nudges as the person meets them: announced, on the hour, put off, moved, stopped, and never unannounced."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from core.events import NudgeDue
from core.facts import PERSON
from core.turn.coming import upcoming
from core.turn.workbench import Workbench
from core.wording import load
from tests.conversation import Conversation
from tests.test_capture import ACME, ANSWER, told
from tests.test_note import shown

Talk = Callable[..., Conversation]


def arc(talk: Talk, **options: str) -> Conversation:
    """The first conversation had, the note kept for the next morning."""
    conversation = told(talk, **options).says("skip", "nothing", "yes", "i may write", "by friday")
    return conversation.says("Mrs Zulu asked it", "e-mail", "tomorrow", "tomorrow")


def beta(conversation: Conversation) -> Conversation:
    """A second interview told, its note kept for the next morning too."""
    conversation.says("just out of another interview, at Beta Ltd. froze on the budget question")
    conversation.says("6", "one moment", "how do you plan a budget", "bottom up, i would say")
    conversation.says("skip", "nothing", "yes", "i may write", "no day named", "Mr Banda asked it")
    return conversation.says("e-mail", "tomorrow", "tomorrow")


# --- announced ---


def test_every_message_is_announced_with_its_hour_before_the_first_comes(talk: Talk) -> None:
    conversation = arc(talk)
    assert "(Lusaka time;" in conversation.transcript
    assert "Wednesday 25 November, 9:00: the thank-you note and a look back" in conversation.transcript
    for line in ("Thursday 26 November, 9:00: the last reminder", "Tuesday 1 December, 18:30: how you are"):
        assert line in conversation.transcript


def test_what_was_announced_comes_at_that_hour_and_nothing_else_does(talk: Talk) -> None:
    conversation = arc(talk)
    announced = set(conversation.state.promised)
    conversation.says("what will you send me")
    assert conversation.hours(days=30) == ["Wed 25 09:00", "Thu 26 09:00", "Tue 01 18:30"]
    names = {f"i1/{name.removeprefix('nudge:')}" for name in conversation.facts.all() if name.startswith("nudge:")}
    assert names <= announced


def test_what_will_you_send_me_lists_what_is_to_come_and_why(talk: Talk) -> None:
    reply = arc(talk).says("what will you send me and when").reply
    assert "Thursday 26 November, 9:00: the last reminder of the note (" in reply
    assert talk().says(ACME, "skip", "what reminders do i have").lines


def test_breaking_off_is_announced_in_the_first_reply_and_asked_about_once(talk: Talk) -> None:
    conversation = talk().says(ACME)
    assert "three hours" in conversation.reply
    conversation.says("8")
    assert conversation.hours(hours=8) == ["Tue 24 15:40"]
    assert "is kept" in conversation.reply or "still untold" in conversation.reply


def test_breaking_off_in_the_evening_is_announced_for_the_morning_on_which_it_is_asked_about(talk: Talk) -> None:
    conversation = talk().after(hours=7, minutes=30).says(ACME)
    assert "three hours" not in conversation.reply
    assert "on Wednesday 25 November at 8:00" in conversation.reply
    assert conversation.hours(hours=12) == ["Wed 25 08:00"]


def test_after_the_question_whether_to_go_on_the_rest_of_the_arc_is_announced(talk: Talk) -> None:
    conversation = talk().says(ACME, "8").waits(hours=4)
    assert "Wednesday 25 November, 9:00: a look back" in conversation.reply
    assert conversation.says("go on").question == "really-that-bad"


def test_left_unfinished_it_is_not_asked_again(talk: Talk) -> None:
    conversation = talk().says(ACME, "8").waits(hours=4).says("leave it")
    assert conversation.question is None
    assert conversation.hours(hours=12) == []


@pytest.mark.parametrize("writes", [True, False])
def test_what_moves_on_the_day_of_a_no_is_told_on_another_or_comes_late_in_so_many_words(
    talk: Talk, writes: bool
) -> None:
    conversation = arc(talk).says("sent", "no look back").after(days=5, hours=20)
    conversation.says("they said no")  # Monday 30 November; letting go had been named for Tuesday
    assert "December" not in conversation.reply
    conversation.after(days=1)
    if writes:
        assert "Thursday 3 December, 18:30" in conversation.says("what do you know").reply
    arrived = dict(conversation.waits(days=3).arrived)
    assert ("Tuesday 1 December" in arrived["Thu 03 18:30"]) is not writes
    assert "Tue 01 18:30" not in arrived


# --- on the hour ---


def test_note_and_look_back_due_together_are_one_message(talk: Talk) -> None:
    conversation = arc(talk)
    assert conversation.hours(hours=24) == ["Wed 25 09:00"]
    assert "the thank-you note and a look back" in conversation.reply
    assert conversation.prompt.question.startswith("note.")
    assert conversation.says("sent already").prompt.question.startswith("judge.")


def test_a_nudge_says_when_it_is_late_and_is_offered_anew_when_it_is_stale(talk: Talk) -> None:
    conversation = arc(talk).after(hours=22)  # nobody was there to bring it at 9:00
    conversation.waits()
    assert "9:00" in conversation.lines[1]
    other = arc(talk).says("sent it").after(hours=47)
    other.waits()
    assert "Wednesday 25 November" in other.reply


def test_what_became_pointless_is_said_and_not_brought(talk: Talk) -> None:
    conversation = arc(talk).after(days=40).waits()
    assert conversation.question is None
    assert "leave" in conversation.reply or "drop" in conversation.reply


def test_a_note_whose_last_call_is_due_with_it_is_not_said_to_be_dropped(talk: Talk) -> None:
    conversation = arc(talk).says("remind me of the note tomorrow at 20:00")
    conversation.after(days=1, hours=21).waits()  # nobody was there to bring it on Wednesday
    assert "a last time" in conversation.transcript
    assert conversation.question is not None
    assert "went by" not in conversation.reply


def test_nothing_comes_into_a_conversation_that_is_under_way(talk: Talk) -> None:
    conversation = arc(talk).after(hours=20, minutes=15)  # 8:55
    conversation.says("show the note")
    assert conversation.hours(minutes=12) == []
    assert conversation.hours(minutes=5) == ["Wed 25 09:10"]


@pytest.mark.demand("P16")
def test_after_two_without_an_answer_only_letting_go_still_comes(talk: Talk) -> None:
    conversation = arc(talk).waits(days=3)
    assert "answer" in conversation.reply
    assert "asking where they stand" in conversation.reply
    conversation.waits(days=30)
    assert [at for at, _ in conversation.arrived] == ["Tue 01 18:30"]


def test_an_answer_brings_the_rest_back(talk: Talk) -> None:
    conversation = arc(talk).waits(days=3).says("sent it")
    assert any(id.startswith("i1/check-in") for id in conversation.state.promised)


# --- changed and ended in the same turn ---


def test_sent_takes_the_note_and_its_last_call_away_in_that_turn(talk: Talk) -> None:
    conversation = arc(talk).says("sent it")
    assert not {"i1/note", "i1/last-call"} & set(conversation.state.promised)
    assert conversation.hours(days=2) == ["Wed 25 09:00"]
    assert "note" not in conversation.reply


def test_undoing_sent_brings_them_back(talk: Talk) -> None:
    conversation = arc(talk).says("sent it", "undo")
    assert {"i1/note", "i1/last-call"} <= set(conversation.state.promised)


@pytest.mark.parametrize("said", ["sent it", "stop writing", "I've moved on"])
def test_undone_after_its_hour_what_was_promised_is_still_owed(talk: Talk, said: str) -> None:
    conversation = arc(talk).after(hours=20).says(said).after(minutes=30).says("undo")
    assert {"i1/note", "i1/judge"} <= set(conversation.state.promised)
    assert "the thank-you note" in conversation.waits(hours=1).transcript.rpartition("undo")[2]
    assert len(conversation.arrived) == 1


@pytest.mark.demand("R68")
@pytest.mark.parametrize("said", ["I've moved on", "i have let it go", "over it"])
def test_moved_on_ends_every_message_about_it(talk: Talk, said: str) -> None:
    conversation = arc(talk).says(said)
    assert conversation.state.promised == {}
    assert conversation.hours(days=30) == []


@pytest.mark.parametrize("said", ["stop writing", "no more reminders please", "stop messaging me"])
def test_stop_writing_ends_every_message_in_that_turn(talk: Talk, said: str) -> None:
    conversation = arc(talk).says(said)
    assert conversation.state.promised == {}
    assert conversation.hours(days=2) == []
    assert "i1/let-go" in conversation.says("go on").state.promised


def test_a_bare_stop_asks_once_whether_the_messages_are_meant_too(talk: Talk) -> None:
    conversation = shown(talk).says("sent").says("stop")
    assert conversation.prompt.question.endswith("what-to-stop")
    conversation.says("everything")
    assert conversation.state.promised == {}
    conversation = shown(talk).says("sent").says("stop", "just this")
    assert conversation.question is None
    assert conversation.state.promised


@pytest.mark.demand("P04")
def test_a_corrected_date_moves_what_hangs_on_it_and_says_so(talk: Talk) -> None:
    conversation = arc(talk).says("no, it was yesterday, not today")
    assert "The note comes Wednesday 25 November, 9:00, and I bring it up that once only." in conversation.reply
    assert "Monday 30 November, 18:30: how you are" in conversation.reply


def test_a_ban_remembered_late_takes_the_note_and_the_check_ins_away_and_says_so(talk: Talk) -> None:
    conversation = shown(talk).says("oh wait, they said no contact please")
    assert not [id for id in conversation.state.promised if "note" in id or "check-in" in id or "last-call" in id]


# --- put off ---


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("in an hour", "Wed 25 10:00"),
        ("tonight", "Wed 25 18:30"),
        ("tomorrow at 8", "Thu 26 08:00"),
        ("on friday evening", "Fri 27 18:30"),
        ("next week", "Mon 30 09:00"),
    ],
)
def test_a_nudge_is_put_off_to_any_time_in_words(talk: Talk, said: str, at: str) -> None:
    conversation = arc(talk).says("sent it").waits(hours=20, minutes=20)
    assert conversation.prompt.question.startswith("judge.")
    assert conversation.says(said).question is None
    assert at.partition(" ")[2].partition(" ")[2].lstrip("0") in conversation.reply
    assert at in conversation.hours(days=6)


def test_it_can_be_put_off_again_and_again(talk: Talk) -> None:
    conversation = arc(talk).says("sent it").waits(hours=20, minutes=20)
    for hour in ("10:00", "11:00", "12:00"):
        assert conversation.says("in an hour").question is None
        assert conversation.hours(hours=1) == [f"Wed 25 {hour}"]
        assert conversation.prompt.question.startswith("judge.")


@pytest.mark.parametrize(
    ("said", "again"),
    [
        ("in a bit", "10:00"),
        ("snooze", "10:00"),
        ("later", "10:00"),
        ("not now", "18:30"),
        ("busy", "18:30"),
        ("sorry at work", "18:30"),
        ("in class now", "18:30"),
    ],
)
def test_busy_at_an_offer_asks_again_when_they_may_have_time_and_is_no_refusal(
    talk: Talk, said: str, again: str
) -> None:
    conversation = arc(talk).waits(hours=20, minutes=20).says(said)
    assert conversation.question is None
    assert conversation.hours(hours=10) == [f"Wed 25 {again}"]
    assert "the thank-you note and a look back" in conversation.reply


def test_a_note_put_off_to_the_last_call_is_called_for_once(talk: Talk) -> None:
    conversation = arc(talk).waits(hours=20, minutes=20).says("tomorrow")
    assert conversation.hours(days=1) == ["Thu 26 09:00"]
    assert "last call" not in conversation.reply


def test_what_was_put_off_before_a_pause_waits_for_its_end_and_what_is_asked_for_later_does_not(talk: Talk) -> None:
    conversation = arc(talk).says("sent it", "move the look back to thursday at 10", "pause until friday")
    assert conversation.hours(days=2, hours=20, minutes=21) == ["Fri 27 09:00"]
    conversation = arc(talk).says("sent it", "pause until friday", "move the look back to thursday at 10")
    assert conversation.hours(days=2) == ["Thu 26 10:00"]


def test_going_on_after_stop_leaves_a_pause_as_it_was(talk: Talk) -> None:
    conversation = arc(talk).says("pause until friday", "stop writing", "go on")
    assert conversation.hours(days=2, hours=20) == []
    assert conversation.says("go on").state.facts_of(PERSON).value("paused-until") is None


def test_a_note_of_which_one_has_gone_is_called_for_by_the_other_name(talk: Talk) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", "i may write", "no day named")
    conversation.says(
        "Mrs Zulu asked it, and Mr Banda", "e-mail", "show me now", "sent", "keep it for later", "not at all"
    )
    conversation.waits(hours=21)
    assert "Mr Banda" in conversation.reply
    assert "Mrs Zulu" not in conversation.reply


def test_setting_it_down_closes_every_open_question_about_it(talk: Talk) -> None:
    conversation = arc(talk).waits(hours=20, minutes=20).says("show the note").waits(days=7)
    assert conversation.prompt.question.startswith("let-go.")
    conversation.says("yes", "rather not", "set it down", "skip")
    while conversation.question is not None:
        assert "note" not in conversation.question
        conversation.says("none")


def test_a_button_puts_it_off_too(talk: Talk) -> None:
    conversation = arc(talk).says("sent it").waits(hours=20, minutes=20).chooses("Tonight")
    assert conversation.hours(hours=12) == ["Wed 25 18:30"]


def test_remind_me_moves_what_is_talked_about(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "remind me at 8 tonight")
    assert conversation.question is None
    assert conversation.hours(hours=12) == ["Tue 24 20:00"]
    assert conversation.says("go on").question == "really-that-bad"


def test_pause_until_holds_everything_back_and_lists_what_moves(talk: Talk) -> None:
    conversation = arc(talk).says("pause until friday")
    assert "Friday 27 November" in conversation.reply
    assert conversation.hours(days=2) == []
    assert conversation.hours(days=1)[:1] == ["Fri 27 09:00"]


@pytest.mark.parametrize(
    "said", ["move the look back to friday at 10", "can you postpone the review until friday at 10"]
)
def test_one_of_the_messages_is_moved_by_its_name(talk: Talk, said: str) -> None:
    conversation = arc(talk).says(said)
    assert "Friday 27 November, 10:00" in conversation.reply
    assert "Fri 27 10:00" in conversation.says("sent it").hours(days=4)


@pytest.mark.parametrize("said", ["no last call please", "cancel the follow-up", "i don't want the last call"])
def test_one_of_the_messages_is_left_out_by_its_name(talk: Talk, said: str) -> None:
    conversation = arc(talk).says(said)
    assert "i1/last-call" not in conversation.state.promised
    assert "i1/note" in conversation.state.promised


@pytest.mark.parametrize(
    "said", ["no note was ever sent by them", "i practised the answer twice", "we looked back at it"]
)
def test_what_only_sounds_like_a_wish_changes_nothing_to_come(talk: Talk, said: str) -> None:
    conversation = arc(talk)
    before = conversation.state.promised
    assert conversation.says(said).state.promised == before


# --- two interviews ---


def test_two_interviews_are_merged_when_due_together_and_never_crossed(talk: Talk) -> None:
    conversation = beta(arc(talk).after(hours=3))
    assert conversation.hours(hours=20) == ["Wed 25 09:00"]
    reply = conversation.reply
    assert "For today: about Acme and Beta Ltd, the thank-you note and a look back. One at a time." in reply
    conversation.says("show the note")
    (draft,) = conversation.drafts
    assert draft.title == "To Mrs Zulu"
    assert "budget" not in draft.text
    conversation.says("sent")
    assert conversation.prompt.question.startswith("judge.")
    assert conversation.state.facts["i1"].get("note-1-sent")
    assert conversation.state.facts["i2"].get("note-1-sent") is None


# --- danger ---


@pytest.mark.demand("P35")
def test_in_danger_nothing_is_sent_until_the_person_comes_back_by_choice(talk: Talk) -> None:
    conversation = arc(talk).says("i want to kill myself")
    assert conversation.hours(days=2) == []
    conversation.says("no, you misunderstood")
    assert conversation.hours(days=1) == []
    conversation.says("show the note")
    assert conversation.store.next_due() is not None


# --- zones ---


def test_without_a_zone_only_the_broken_off_conversation_is_asked_about(talk: Talk) -> None:
    conversation = talk(zone=None)
    assert conversation.says(ACME, "8").hours(hours=4) == ["Tue 24 15:40"]
    assert conversation.hours(days=3) == []


def test_a_promise_survives_a_restart_before_its_hour(talk: Talk) -> None:
    conversation = arc(talk).restarts()
    assert conversation.hours(hours=24) == ["Wed 25 09:00"]


# --- whatever is said, whenever ---


def unplanned(conversation: Conversation) -> dict[str, int]:
    """What a plan made from nothing but the state would promise."""
    bench = Workbench(conversation.state, conversation.local, load())
    return {nudge.id: int(slot.at.timestamp()) for slot in upcoming(bench) for nudge in slot.nudges}


def test_what_is_promised_is_what_the_plan_wants_after_every_turn(talk: Talk) -> None:
    conversation = talk().arrives()
    lines = (ACME, "8", "one moment", "how do you find duplicates", ANSWER, "skip")
    lines += ("nothing", "yes", "i may write", "by friday", "Mrs Zulu", "e-mail", "show me now", "tomorrow", "tomorrow")
    for line in (*lines, "sent it", "undo", "no, it was yesterday, not today", "what will you send me"):
        conversation.after(minutes=7).says(line)
        promised = {id: one.at for id, one in conversation.state.promised.items()}
        assert promised == unplanned(conversation), line


TEXTS = (
    ACME, "just out of another interview, at Beta Ltd. froze on the budget question", "8", "3", "yes", "no", "skip",
    "only that", "how do you find duplicates in a table", ANSWER, "that was all", "nothing", "by friday", "by tomorrow",
    "Mrs Zulu asked it", "e-mail", "tomorrow", "tonight", "in an hour", "show me now", "sent it", "later", "stop",
    "everything", "go on", "undo", "back", "they said no contact please", "no, it was yesterday, not today",
    "pause until friday", "remind me in 20 minutes", "show the note", "stop writing", "i've moved on", "hm",
    "got the rejection mail this morning", "they invited me back", "i want to kill myself", "you misunderstood",
)  # fmt: skip


class Promises(RuleBasedStateMachine):
    """A person who says anything at any hour; what arrives was always promised, and arrives decently."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.talk = Conversation(Path(self.folder.name))
        self.days: Counter[object] = Counter()

    def teardown(self) -> None:
        self.talk.close()
        self.folder.cleanup()

    @initialize(is_told=st.booleans(), rounds=st.integers(1, 2))
    def begins(self, is_told: bool, rounds: int) -> None:
        if is_told:
            arc(lambda: self.talk)
        if is_told and rounds == 2:
            beta(self.talk.after(hours=2))

    @rule(text=st.sampled_from(TEXTS), minutes=st.sampled_from([0, 1, 10, 40]))
    def says(self, text: str, minutes: int) -> None:
        self.talk.after(minutes=minutes).says(text)
        assert "engine-trouble" not in self.talk.state.used

    @rule(hours=st.sampled_from([1, 4, 11, 24, 60, 200]))
    def waits(self, hours: int) -> None:
        talk = self.talk
        until = talk.now + timedelta(hours=hours)
        for _ in range(40):
            due = talk.store.next_due()
            if due is None or due > until:
                break
            talk.now = max(talk.now, due)
            self.arrives()
        else:
            raise AssertionError("The coach has to come back again and again.")
        talk.now = until

    def arrives(self) -> None:
        talk, before = self.talk, self.talk.state
        talk.takes(NudgeDue(id=talk._id(), person=talk.person, at=talk.now))
        if not talk.heard:
            return
        assert not before.held
        assert before.facts_of(PERSON).value("nudges") != "stopped"
        brought = {
            f"{scope}/{name.removeprefix('nudge:')}"
            for scope, facts in talk.state.facts.items()
            for name, fact in facts.items()
            if name.startswith("nudge:") and fact.turn == talk.state.number
        }
        assert brought
        assert brought <= set(before.promised)
        assert not any(before.facts_of(id.partition("/")[0]).value("moved-on") for id in brought)
        if len(talk.state.sent) > len(before.sent):
            assert 8 <= talk.local.hour < 21
            self.days[talk.local.date()] += 1
            assert self.days[talk.local.date()] <= 2


Promises.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
test_nothing_arrives_that_was_not_promised = Promises.TestCase


def test_what_waited_while_they_talked_does_not_come_before_the_hour_it_was_announced_for(talk: Talk) -> None:
    conversation = arc(talk).says("just had an interview at Beta Ltd, froze on the budget question", "6")
    conversation.says("i don't want to live anymore", "no").after(days=3).says("go on")
    assert "Friday 27 November, 12:55: about Acme, the thank-you note (" in conversation.reply
    conversation.after(minutes=1).says("later")
    due = conversation.store.next_due()
    assert due is not None
    assert f"{due:%d %H:%M}" == "27 10:55"
