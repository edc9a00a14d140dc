"""Whatever somebody does in whichever conversation: it goes on, forgets nothing, asks nothing twice and can be left."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.events import Arrival, Event, NudgeDue, Text
from core.facts import PERSON, Value
from core.messages import Line, Prompt
from core.replay import FLOWS
from core.state import State
from tests.arc import knows, opens
from tests.case_files import hostile
from tests.conversation import Conversation
from tests.test_capture import ACME, ANSWER

OPENED_BY_PERSON = sorted(
    FLOWS.keys() - {"capture", "danger", "which", "whose-links", "breather", "start-over", "stop", "forget", "telling"}
)
"""Conversations that can be begun about an interview told of; the others are begun by what is written."""
SAID = (
    ACME, ANSWER, "8", "3", "0", "yes", "no", "skip", "maybe", "only that", "all of it", "that was all", "nothing", "later", "bye",
    "how do you find duplicates in a table", "Mrs Zulu asked it", "mr banda and a lady from hr", "e-mail", "by post", "tomorrow",
    "tonight", "in an hour", "show me now", "sent", "sent it", "shorter", "edit", "undo", "back", "repeat", "why", "help", "thanks",
    "hi", "go on", "start over", "everything", "keep it", "forget me", "my notes", "steps", "practise", "show the note",
    "what will you send me", "what do you know", "who can read this", "remind me tomorrow at 9", "pause until friday",
    "don't write before noon", "no, it was yesterday, not today", "the company is Beta, not Acme", "i'm in London, not Lusaka",
    "just out of another interview, at Beta Ltd. froze on the budget question", "got the rejection mail this morning",
    "they offered me the job", "they invited me back for friday", "still no answer", "i've moved on", "i want to die", "no",
    "you misunderstood", "he said women should stay at home", "i'm so tired", "i can't stop crying", "i'm such an idiot",
    "why did i say that", "it's all my fault", "useless bot", "lol", "one sec", "asdf", "where were we", "no note", "not now",
    "go back to the feeling question", "hoy tuve una entrevista y me fue mal", "", "👍", "1", "2", "12", "lusaka", "the us",
    "they said they would answer by friday", "they said no contact please", "through the agency", "stop asking",
    "a bit warmer please", "leave out the second point", "as it was", "can i just call them", "i called them", "nobody answered",
)  # fmt: skip
TAKEN_BACK = ("undo", "forget me", "back")
MAY_GO = {
    "interview-on", "interview-ended-at", "opening", "next-interview-on", "next-interview-at", "news", "paused-until", "capture-left",
    "role", "outcome", "moved-on",
}  # fmt: skip
"""What a corrected day, a lifted pause or an invitation takes back, with words."""
A_DAY = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""A message to come is listed each time it is asked for."""


class Anybody(RuleBasedStateMachine):
    """Somebody who writes, taps, waits and returns at random."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.talk = Conversation(Path(self.folder.name))
        self.prompts: list[Prompt] = []
        self.said: list[str] = []
        self.last: Event | None = None

    def teardown(self) -> None:
        self.talk.close()
        self.folder.cleanup()

    @initialize(flow=st.sampled_from(["new", "capture", *OPENED_BY_PERSON]))
    def begins(self, flow: str) -> None:
        if flow == "capture":
            self.talk.says(ACME)
        elif flow != "new":
            promised = {"answer_promised_at": "2026-11-20"} if flow in ("check-in", "outcome") else {}
            self.talk = opens(knows(self.talk, **promised), flow)
        self.note_what_was_heard()

    @rule(text=st.sampled_from(SAID), minutes=st.sampled_from([0, 1, 30]))
    def writes(self, text: str, minutes: int) -> None:
        self.talk.after(minutes=minutes)
        self.takes(self.text(text), may_take_back=text in TAKEN_BACK or self.is_erasing(text))

    @rule(text=st.one_of(st.text(max_size=300), st.sampled_from(hostile())))
    def writes_anything(self, text: str) -> None:
        self.takes(self.text(text), may_take_back=self.is_erasing(text))

    @precondition(lambda self: self.prompts)
    @rule(data=st.data())
    def taps(self, data: st.DataObject) -> None:
        """A button, of the open question or of one from long ago."""
        prompt = data.draw(st.sampled_from(self.prompts))
        if prompt.choices:
            option = data.draw(st.sampled_from(prompt.choices)).option
            if "erasure" not in prompt.question and "really-forget" not in prompt.question:
                self.before()
                self.talk.clicks(prompt, option)
                self.after()

    @precondition(lambda self: self.last is not None and self.talk.store.snapshot(self.talk.person) is not None)
    @rule()
    def is_delivered_again(self) -> None:
        """A platform hands over what it has handed over before; of somebody erased nobody can know it any more."""
        before = self.talk.state
        assert self.last is not None
        self.talk.takes(self.last)
        assert self.talk.state == before

    @rule(hours=st.sampled_from([1, 5, 20, 70, 300]))
    def waits(self, hours: int) -> None:
        until = self.talk.now.timestamp() + hours * 3600
        for _ in range(20):
            due = self.talk.store.next_due()
            if due is None or due.timestamp() > until:
                break
            self.talk.now = max(self.talk.now, due)
            self.takes(NudgeDue(id=self.talk._id(), person=self.talk.person, at=self.talk.now))
        else:
            raise AssertionError("The coach has to come back again and again.")
        self.talk.after(seconds=max(0.0, until - self.talk.now.timestamp()))

    @rule(arrives=st.booleans())
    def restarts(self, arrives: bool) -> None:
        self.talk.restarts()
        if arrives:
            talk = self.talk
            self.takes(Arrival(id=talk._id(), person=talk.person, at=talk.now, zone=talk.zone))

    @rule()
    def stops(self) -> None:
        """Everything can be left by one word, at the most after being asked which stop is meant."""
        self.takes(self.text("stop"))
        if self.talk.question is not None and "what-to-stop" in self.talk.question:
            self.takes(self.text("just this"))
        assert self.talk.question is None, self.talk.reply

    @invariant()
    def nothing_broke(self) -> None:
        assert "engine-trouble" not in self.talk.state.used

    @invariant()
    def nothing_known_is_asked(self) -> None:
        state = self.talk.state
        run = state.runs[-1] if state.runs else None
        if run is not None and run.shown is not None and run.revisit != run.shown.name and not state.paused:
            known = state.facts_of(run.interview).latest(run.shown.name)
            assert known is None or known.turn <= run.skipped.get(run.shown.name, 0) or not fits(known.value), (
                run.shown.name
            )

    # --- helpers ---

    def text(self, text: str) -> Text:
        talk = self.talk
        return Text(id=talk._id(), person=talk.person, at=talk.now, zone=talk.zone, text=text)

    def takes(self, event: Event, *, may_take_back: bool = False) -> None:
        self.before()
        self.talk.takes(event)
        self.last = event
        self.after(may_take_back=may_take_back)

    def before(self) -> None:
        self.known = names(self.talk.state)

    def after(self, *, may_take_back: bool = False) -> None:
        self.note_what_was_heard()
        state = self.talk.state
        lost = {(scope, name) for scope, name in self.known - names(state) if scope in state.facts}
        is_gone = not self.talk.state.facts_of(PERSON).all() and not self.talk.state.runs  # erased, as they wished
        assert may_take_back or is_gone or {name for _, name in lost} <= MAY_GO, lost

    def note_what_was_heard(self) -> None:
        heard = [part.text for part in self.talk.heard if isinstance(part, Line) and not part.text.startswith(A_DAY)]
        assert not set(heard) & set(self.said), set(heard) & set(self.said)
        self.said = heard
        self.prompts += [part for part in self.talk.heard if isinstance(part, Prompt)]

    def is_erasing(self, text: str) -> bool:
        return "forget" in (self.talk.question or "") or text in ("yes", "undo")


def names(state: State) -> set[tuple[str, str]]:
    """The names of all facts, with their scopes."""
    return {(scope, name) for scope, facts in state.facts.items() for name in facts}


def fits(value: Value) -> bool:
    """Whether a value is an answer; the settings of an option no longer offered are none."""
    return isinstance(value, str | int)


Anybody.TestCase.settings = settings(max_examples=25, stateful_step_count=40, deadline=None)
test_it_goes_on_forgets_nothing_asks_nothing_twice_and_can_be_left = Anybody.TestCase


class Everybody(Anybody):
    """The same for longer."""


Everybody.TestCase.settings = settings(max_examples=300, stateful_step_count=60, deadline=None)
test_it_holds_for_long = pytest.mark.long(Everybody.TestCase)
