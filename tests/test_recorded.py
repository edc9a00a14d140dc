"""Old conversations still replay on today's program, from their first word and from the middle."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core.events import Arrival, Click
from core.facts import Picked, Value
from core.ports import Turn
from core.state import decode_state, value_in
from core.understanding.persons import to_you
from tests.conversation import Conversation

FOLDER = Path(__file__).parent / "recorded"
NAMES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
ASKED_INSTEAD = {"office": {"really-that-bad": "anything-else"}, "retail": {"really-that-bad": "anything-else"}}
"""By old conversation: a question that is not asked of it any more, and the one asked where it stood; see the README."""
NOT_ASKED = dict.fromkeys(
    ("nurse", "office", "office_one_moment", "retail", "retail_one_moment", "teacher"), "another-1"
)
"""By old conversation: a question that is not asked of it any more, and none in its place."""
ASKED_NEXT = {"another-1": "other-questions"}
"""What is open now where that one was open."""
Begin = Callable[..., Conversation]


@dataclass(frozen=True)
class Recorded:
    """One conversation as it was."""

    before: list[dict[str, Any]]
    """The events up to the snapshot."""
    open_then: str
    """The question that was open in the snapshot."""
    after: list[dict[str, Any]]
    facts: dict[str, Value]
    """Facts that must be known at the end; details in passing may have grown since."""
    open_at_the_end: str | None
    snapshot: bytes


def recorded(name: str) -> Recorded:
    """Read one conversation and its snapshot."""
    *lines, end = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]
    middle = next(index for index, line in enumerate(lines) if "snapshot" in line)
    return Recorded(
        before=lines[:middle],
        open_then=lines[middle]["snapshot"],
        after=lines[middle + 1 :],
        facts={fact: value_in(value) for fact, value in end["facts"].items()},
        open_at_the_end=end["open"],
        snapshot=(FOLDER / "snapshots" / f"{name}.json").read_bytes(),
    )


ASKED_SINCE = "enough-for-today"
"""What is asked on a heavy day since these were recorded."""


def happen(conversation: Conversation, event: dict[str, Any]) -> None:
    """The person does once more what they did then, and goes on where nobody was asked whether it is enough."""
    if open_question(conversation) == ASKED_SINCE:
        conversation.says("go on")
    match event:
        case {"arrives": True}:
            conversation.arrives()
        case {"says": str(text)}:
            conversation.says(text)
        case {"chooses": [question, option]}:
            run = next(run for run in conversation.state.runs if run.shown and run.shown.name == question)
            now, number = conversation.now, conversation.events + 1
            click = Click(
                id=f"click-{number}",
                person=conversation.person,
                at=now,
                run=run.id,
                question=question,
                option=option,
            )
            conversation.takes(click)
        case _:
            raise AssertionError(f"{event} is no event; see recorded/README.md.")
    conversation.events += 1


def known(conversation: Conversation, names: dict[str, Value]) -> dict[str, Value | None]:
    """What is known now of the facts of those names."""
    return {name: conversation.facts.value(name) for name in names}


def asked_today(name: str, question: str) -> str:
    """The question that stands now where that one stood."""
    if NOT_ASKED.get(name) == question:
        return ASKED_NEXT[question]
    return ASKED_INSTEAD.get(name, {}).get(question, question)


def still_asked(name: str, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The events without the answer to what is not asked any more."""
    gone = NOT_ASKED.get(name)
    answers = ({"says": "that was all"}, {"chooses": [gone, "that-was-all"]})
    return [event for event in events if gone is None or event not in answers]


def open_question(conversation: Conversation) -> str | None:
    """The question that the talking run waits for."""
    run = conversation.state.runs[-1] if conversation.state.runs else None
    return run.shown.name if run and run.shown else None


def begun_with(conversation: Conversation, snapshot: bytes) -> Conversation:
    """A store as the old program left it, with this snapshot as the last turn."""
    state = decode_state(snapshot)
    turn = Turn(number=state.number, snapshot=snapshot, entry=b"{}", outgoing=None)
    event = Arrival(id="long-ago", person=conversation.person, at=conversation.now)
    conversation.store.take(event, lambda _: turn).result()
    return conversation.restarts()


def test_there_are_several_fields_of_work() -> None:
    assert len(NAMES) >= 6
    assert sorted(path.stem for path in (FOLDER / "snapshots").glob("*.json")) == NAMES


@pytest.mark.demand("P20")
@pytest.mark.parametrize("name", NAMES)
def test_an_old_conversation_had_again_comes_to_the_same_facts_and_the_same_question(talk: Begin, name: str) -> None:
    old = recorded(name)
    conversation = talk()
    for event in still_asked(name, old.before):
        happen(conversation, event)
    assert open_question(conversation) == asked_today(name, old.open_then)
    for event in still_asked(name, old.after):
        happen(conversation, event)
    gone = ASKED_INSTEAD.get(name, {})
    facts = {
        fact: to_you(value) if fact.startswith("struggle-") and isinstance(value, str) else value  # said to them since
        for fact, value in old.facts.items()
        if fact not in (*gone, NOT_ASKED.get(name))
    }
    assert known(conversation, facts) == facts
    assert not any(conversation.facts.value(question) for question in gone)
    assert all(conversation.facts.value(instead) == Picked("only-that") for instead in gone.values())
    assert conversation.question == old.open_at_the_end


@pytest.mark.demand("P20")
@pytest.mark.parametrize("name", NAMES)
def test_somebody_left_in_the_middle_finds_the_same_question_and_their_next_answer_lands(
    talk: Begin, name: str
) -> None:
    old = recorded(name)
    conversation = begun_with(talk(), old.snapshot).after(days=40)
    question = asked_today(name, old.open_then)
    assert conversation.arrives().question == question
    happen(conversation, still_asked(name, old.after)[0])
    landed = conversation.facts.value(question)
    assert landed is not None
    instead = ASKED_INSTEAD.get(name, {}).values()
    assert landed == (Picked("only-that") if question in instead else old.facts[question])
    assert open_question(conversation) != question


@pytest.mark.demand("P20")
@pytest.mark.parametrize("name", NAMES)
def test_from_a_snapshot_the_rest_of_the_conversation_comes_to_the_same_end(talk: Begin, name: str) -> None:
    old = recorded(name)
    conversation = begun_with(talk(), old.snapshot)
    is_open = old.open_then == NOT_ASKED.get(name)  # then an answer to it still counts
    for event in old.after if is_open else still_asked(name, old.after):
        happen(conversation, event)
    facts = {fact: value for fact, value in old.facts.items() if is_open or fact != NOT_ASKED.get(name)}
    assert known(conversation, facts) == facts
    assert conversation.question == old.open_at_the_end


@pytest.mark.parametrize("name", NAMES)
def test_in_an_old_snapshot_back_and_undo_still_work(talk: Begin, name: str) -> None:
    old = recorded(name)
    conversation = begun_with(talk(), old.snapshot).says("back")
    assert conversation.question not in (None, old.open_then)
    conversation = begun_with(talk(), old.snapshot)
    before = dict(conversation.facts.all())
    assert conversation.says("undo").question is not None
    assert dict(conversation.facts.all()) != before
