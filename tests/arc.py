"""The days after an interview in a test: what is known by then, a nudge at its hour, a flow that the person opens."""

from __future__ import annotations

from datetime import datetime

from core import clock
from core.events import Arrival, NudgeDue
from core.facts import PERSON, Fact, Value
from core.messages import decode_parts, encode_parts
from core.ports import Turn
from core.state import State, decode_state, encode_state
from core.turn.promises import next_due, reconcile
from core.turn.workbench import Workbench
from core.wording import load
from tests.conversation import Conversation

FLAGSHIP: dict[str, Value] = {
    "told-at": "2026-11-24T12:40",
    "interview-on": "2026-11-24",
    "organisation": "Lakeside Clinic",
    "captured": "2026-11-24",
    "judged": "2026-11-25",
    "judge-when": "tomorrow",
    "note-declined": True,
    "struggle-1": "the conflict question",
    "question-1": "tell us about a time you disagreed with a colleague",
    "unsaid-1": "i made a shared sheet and we agreed who books mornings",
}
"""An interview on a Tuesday, told of, looked back on, with one weak answer."""


def knows(conversation: Conversation, **facts: Value | None) -> Conversation:
    """The person has told this on an earlier day: `FLAGSHIP` and more, underscores for hyphens; None leaves one out."""
    told = FLAGSHIP | {name.replace("_", "-"): value for name, value in facts.items()}
    state = State(facts={PERSON: {"zone": Fact(conversation.zone or "UTC", 1)}, "i1": {}}, interviews_begun=1)
    bench = Workbench(state, _local(conversation), load())
    for name, value in told.items():
        if value is not None:
            bench.state_fact("i1", name, value)
    return _becomes(conversation, bench)


def opens(conversation: Conversation, flow: str) -> Conversation:
    """The person comes to it of their own accord."""
    state = decode_state(conversation.store.snapshot(conversation.person))
    bench = Workbench(state, _local(conversation), load())
    bench.begin(flow, "i1")
    bench.proceed()
    return _becomes(conversation, bench)


def nudged(conversation: Conversation) -> Conversation:
    """The next hour that the coach promised comes."""
    due = conversation.store.next_due()
    assert due is not None, "nothing is due"
    conversation.now = max(due, conversation.now)
    conversation.events += 1
    event = NudgeDue(id=f"nudge-{conversation.events}", person=conversation.person, at=conversation.now)
    return conversation.takes(event)


def _local(conversation: Conversation) -> datetime:
    return conversation.now.astimezone(clock.zone(conversation.zone or "UTC"))


def _becomes(conversation: Conversation, bench: Workbench) -> Conversation:
    reconcile(bench)
    parts = bench.message(bench.today)
    turn = Turn(
        number=bench.number,
        snapshot=encode_state(bench.state()),
        entry=b"{}",
        outgoing=encode_parts(parts) if parts else None,
        due=next_due(bench),
    )
    conversation.events += 1
    event = Arrival(id=f"set-{conversation.events}", person=conversation.person, at=conversation.now)
    outgoing = conversation.store.take(event, lambda *_: turn).result()
    conversation.heard = () if outgoing is None else decode_parts(outgoing.parts)
    conversation.everything += conversation.heard
    if outgoing is not None:
        conversation.store.mark_sent(outgoing.key, conversation.person)
    return conversation
