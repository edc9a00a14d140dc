"""A flow is changed while somebody is in the middle of it: answers and place are kept, no line comes late."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from core.coach import Coach
from core.facts import Picked
from core.questions import Option
from core.replay import FLOWS
from core.talk import Script, Talk
from tests.conversation import Conversation
from tests.scripts import (
    COLOUR,
    END,
    HELLO,
    LEVEL,
    NEW_LINE,
    THANKS,
    TOOL,
    TOWN,
    ScriptOf,
    change,
    own_flows,
    wording,
)
from tests.test_capture import told

pytestmark = pytest.mark.demand("P20")

Begin = Callable[..., Conversation]
FLOW = "capture"
WORDS = wording()


def as_it_was(talk: Talk) -> Script:
    """The script that people are in the middle of."""
    talk.say(HELLO)
    yield from talk.ask(COLOUR)
    talk.say(THANKS)
    yield from talk.ask(TOWN)
    yield from talk.ask(TOOL)
    talk.say(END)


@pytest.fixture
def midway(talk: Begin) -> Iterator[Conversation]:
    """Somebody who has named a colour and is asked for the town."""
    with own_flows():
        change(FLOW, as_it_was)
        conversation = talk()
        conversation.coach = Coach(WORDS)
        yield conversation.arrives().says("red")


def deploy(conversation: Conversation, script: ScriptOf) -> Conversation:
    """Another version of the script, and a restart, as a deploy has it."""
    change(FLOW, script)
    conversation.restarts()
    conversation.coach = Coach(WORDS)
    return conversation


def heard(conversation: Conversation, line: str) -> bool:
    """Whether the last reply has a line, in any of its wordings."""
    return any(line in text for text in conversation.lines)


def test_before_any_change_the_town_is_asked(midway: Conversation) -> None:
    assert midway.question == "town"
    assert heard(midway, "thanks")


def test_a_question_added_before_is_asked_next_and_what_was_typed_answers_the_question_that_was_shown(
    midway: Conversation,
) -> None:
    def changed(talk: Talk) -> Script:
        yield from talk.ask(LEVEL)
        yield from as_it_was(talk)

    deploy(midway, changed).says("the one in the north, by the river")
    assert midway.facts.value("town") == "the one in the north, by the river"
    assert midway.question == "level"
    assert midway.says("7").question == "tool"


def test_a_question_added_after_is_asked_when_it_is_reached(midway: Conversation) -> None:
    def changed(talk: Talk) -> Script:
        yield from talk.ask(COLOUR)
        yield from talk.ask(TOWN)
        yield from talk.ask(LEVEL)
        yield from talk.ask(TOOL)

    assert deploy(midway, changed).says("a place by the river").question == "level"
    assert midway.says("7").question == "tool"


def test_a_line_added_before_the_open_question_is_not_said_late(midway: Conversation) -> None:
    def changed(talk: Talk) -> Script:
        talk.say(HELLO)
        talk.say(NEW_LINE)
        yield from talk.ask(COLOUR)
        talk.say(THANKS)
        talk.say(END)
        yield from talk.ask(TOWN)
        yield from talk.ask(TOOL)

    deploy(midway, changed).says("a place by the river")
    assert midway.question == "tool"
    assert not heard(midway, "new-line")
    assert not heard(midway, "end")


def test_a_line_added_after_the_open_question_is_said(midway: Conversation) -> None:
    def changed(talk: Talk) -> Script:
        talk.say(HELLO)
        yield from talk.ask(COLOUR)
        talk.say(THANKS)
        yield from talk.ask(TOWN)
        talk.say(NEW_LINE)
        yield from talk.ask(TOOL)

    deploy(midway, changed).says("a place by the river")
    assert heard(midway, "new-line")
    assert not heard(midway, "thanks")


def test_a_change_alone_says_nothing_when_the_person_only_comes_back(midway: Conversation) -> None:
    def changed(talk: Talk) -> Script:
        talk.say(NEW_LINE)
        yield from as_it_was(talk)

    deploy(midway, changed).arrives()
    assert midway.question == "town"
    assert not heard(midway, "new-line")


def test_the_open_question_removed_keeps_what_is_answered_to_it_and_goes_on(midway: Conversation) -> None:
    def changed(talk: Talk) -> Script:
        yield from talk.ask(COLOUR)
        yield from talk.ask(TOOL)

    deploy(midway, changed).says("a place by the river")
    assert midway.facts.value("town") == "a place by the river"
    assert midway.facts.value("tool") is None
    assert midway.question == "tool"


def test_an_answered_question_removed_keeps_its_answer(midway: Conversation) -> None:
    def changed(talk: Talk) -> Script:
        yield from talk.ask(TOWN)
        yield from talk.ask(TOOL)

    assert deploy(midway, changed).says("a place by the river").question == "tool"
    assert midway.facts.value("colour") == "red"


def test_questions_in_another_order_are_each_asked_once(midway: Conversation) -> None:
    def changed(talk: Talk) -> Script:
        yield from talk.ask(TOOL)
        yield from talk.ask(TOWN)
        yield from talk.ask(LEVEL)
        yield from talk.ask(COLOUR)

    assert deploy(midway, changed).says("a place by the river").question == "tool"
    assert midway.chooses("No tool").question == "level"
    assert midway.says("3").question is None
    facts = {name: fact.value for name, fact in midway.facts.all().items() if name != "told-at"}
    assert facts == {"colour": "red", "town": "a place by the river", "tool": Picked("none"), "level": 3}


def test_a_stored_answer_that_is_no_longer_offered_is_asked_again(midway: Conversation) -> None:
    def changed(talk: Talk) -> Script:
        yield from talk.ask(COLOUR.without("red").offering(Option("green")))
        yield from talk.ask(TOWN)

    deploy(midway, changed).says("a place by the river")
    assert midway.question == "colour"
    assert [choice.option for choice in midway.prompt.choices] == ["green", "blue"]
    assert midway.facts.value("town") == "a place by the river"
    assert midway.says("green").question is None


def test_a_choice_made_on_the_old_buttons_is_asked_again_when_it_is_gone(midway: Conversation) -> None:
    def changed(talk: Talk) -> Script:
        yield from talk.ask(COLOUR)
        yield from talk.ask(TOWN)
        yield from talk.ask(TOOL.without("hammer").offering(Option("saw")))

    midway.says("a place by the river")
    old = midway.prompt
    deploy(midway, changed).clicks(old, "hammer")
    assert midway.question == "tool"
    assert [choice.option for choice in midway.prompt.choices] == ["saw", "none"]
    assert midway.chooses("A saw").question is None


def test_a_number_is_read_by_the_options_that_were_shown(midway: Conversation) -> None:
    def changed(talk: Talk) -> Script:
        yield from talk.ask(COLOUR)
        yield from talk.ask(TOWN)
        yield from talk.ask(TOOL.offering(Option("saw")))

    midway.says("a place by the river")
    deploy(midway, changed).says("1")
    assert midway.facts.value("tool") == Picked("hammer")


def test_words_typed_against_the_question_shown_never_land_in_the_one_that_took_its_place(
    midway: Conversation,
) -> None:
    def changed(talk: Talk) -> Script:
        yield from talk.ask(COLOUR)
        yield from talk.ask(LEVEL)
        yield from talk.ask(TOOL)

    deploy(midway, changed).says("5 kilometres outside")
    assert midway.facts.value("town") == "5 kilometres outside"
    assert midway.facts.value("level") is None
    assert midway.question == "level"


def test_skip_after_a_deploy_leaves_out_the_question_that_was_shown(midway: Conversation) -> None:
    def changed(talk: Talk) -> Script:
        yield from talk.ask(COLOUR)
        yield from talk.ask(LEVEL)
        yield from talk.ask(TOWN)
        yield from talk.ask(TOOL)

    assert deploy(midway, changed).says("skip").question == "level"
    assert midway.says("3").question == "tool"


def test_back_after_a_deploy_walks_the_new_script(midway: Conversation) -> None:
    def changed(talk: Talk) -> Script:
        yield from talk.ask(COLOUR)
        yield from talk.ask(LEVEL)
        yield from talk.ask(TOWN)

    deploy(midway, changed).says("a place by the river")
    assert midway.question == "level"
    assert midway.says("back").question == "colour"
    assert midway.says("blue").question == "level"


def test_undo_works_across_a_deploy(midway: Conversation) -> None:
    def changed(talk: Talk) -> Script:
        yield from talk.ask(LEVEL)
        yield from as_it_was(talk)

    deploy(midway, changed).says("undo")
    assert midway.facts.value("colour") is None
    assert midway.question == "level"


def test_a_script_with_an_error_costs_nobody_their_words_and_the_next_deploy_goes_on(
    midway: Conversation,
) -> None:
    def broken(talk: Talk) -> Script:
        yield from talk.ask(COLOUR)
        yield from talk.ask(COLOUR)

    deploy(midway, broken).says("a place by the river")
    assert "by the river" in midway.last_entry
    assert "kept" in midway.reply or "safe" in midway.reply
    assert deploy(midway, as_it_was).says("a place by the river").question == "tool"


def test_a_flow_renamed_away_has_ended_and_what_it_interrupted_goes_on(talk: Begin) -> None:
    conversation = told(talk)
    interrupted = conversation.question
    conversation.says("show the note")
    assert [run.flow for run in conversation.state.runs] == [FLOW, "note"]
    with own_flows():
        FLOWS["letter"] = FLOWS.pop("note")
        conversation.restarts().says("sent it")
        assert conversation.question == interrupted
    assert [run.flow for run in conversation.state.runs] == [FLOW]


def test_a_flow_renamed_away_with_nothing_beneath_keeps_the_answer_and_does_not_fall_silent(
    talk: Begin,
) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu asked it")
    conversation.says("e-mail", "tomorrow", "no look back", "show the note")
    interview = conversation.state.runs[-1].interview
    with own_flows():
        FLOWS["letter"] = FLOWS.pop("note")
        conversation.restarts().says("sent it")
    *_, last = conversation.store.journal(conversation.person)
    assert [interview, "note-1-sent", True] in json.loads(last.content)["facts"]
    assert conversation.question == "opening"
    assert "Acme" in conversation.reply


def test_coming_back_to_a_flow_renamed_away_opens_the_invitation(talk: Begin) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu asked it")
    conversation.says("e-mail", "tomorrow", "no look back", "show the note")
    with own_flows():
        FLOWS["letter"] = FLOWS.pop("note")
        conversation.restarts().after(days=9).arrives()
    assert conversation.question == "opening"
