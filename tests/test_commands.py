"""What a person wants of the coach, and what only looks like it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding.commands import Command, CommandReading, read
from core.understanding.spelling import Speller
from tests.case_files import hostile, rows

_MEASURED = ("yes", "no", "maybe", "skip", "repeat", "stop", "bye", "help")
_ANSWERS = {Command.YES, Command.NO, Command.MAYBE}


def meaning(text: str) -> str | None:
    """The command, unless the text is an answer that opens with a yes or a no."""
    reading = read(text)
    if reading is None or (not reading.whole and reading.command in _ANSWERS):
        return None
    return reading.command.value


def macro_f1(labelled: list[tuple[str, str | None]]) -> float:
    """Of the measured commands; the pairs are (label, read)."""
    right, read_as, wanted = Counter[str](), Counter[str | None](), Counter[str]()
    for label, found in labelled:
        wanted[label] += 1
        read_as[found] += 1
        right[label] += found == label
    scores = [2 * right[name] / (wanted[name] + read_as[name]) for name in _MEASURED if wanted[name]]
    return sum(scores) / len(scores)


@pytest.mark.parametrize(("files", "least"), [(("commands.jsonl",), 0.98), (("commands_own.jsonl",), 0.96)])
def test_commands_are_told_apart(files: tuple[str, ...], least: float) -> None:
    assert macro_f1([(row["label"], meaning(row["text"])) for row in rows(*files)]) >= least


def test_answers_are_never_taken_for_commands() -> None:
    answers = [row["text"] for row in rows("commands.jsonl", "commands_own.jsonl") if row["label"] == "other"]
    assert [text for text in answers if meaning(text)] == []


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("y", "yes"),
        ("yh", "yes"),
        ("yep", "yes"),
        ("k", "yes"),
        ("ok?", "yes"),
        ("yesss", "yes"),
        ("👍🏽", "yes"),
        ("nah", "no"),
        ("n", "no"),
        ("noooo", "no"),
        ("not yet", "no"),
        ("not really", "no"),
        ("idk", "maybe"),
        ("dunno", "maybe"),
        ("yes but no", "maybe"),
        ("yes and no", "maybe"),
        ("tmi", "skip"),
        ("rather not say", "skip"),
        ("pass", "skip"),
        ("n/a", "skip"),
        ("wdym", "repeat"),
        ("pls repeat", "repeat"),
        ("what?", "repeat"),
        ("sorry?", "repeat"),
        ("??", "repeat"),
        ("brb", "bye"),
        ("gtg", "bye"),
        ("ttyl", "bye"),
        ("thx", "thanks"),
        ("ty", "thanks"),
    ],
)
def test_chat_shorthand_is_understood(text: str, command: str) -> None:
    assert read(text) == CommandReading(Command(command), whole=True)


@pytest.mark.parametrize(
    "text",
    [
        "no one greeted me",
        "I stopped talking",
        "help desk job",
        "they asked me to repeat the question",
        "back office role",
        "thanks to my nerves I froze",
        "later they asked about excel",
        "why us was the question",
        "yes sir no sir was all I said",
        "don't stop",
        "sorry",
        "not bad",
        "maybe i talked too fast",
        "",
    ],
)
def test_what_only_looks_like_a_command_stays_an_answer(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("yes i would really like to work there", "yes"),
        ("no, just the blank", "no"),
        ("yes, on Friday", "yes"),
    ],
)
def test_an_answer_may_open_with_a_command(text: str, command: str) -> None:
    assert read(text) == CommandReading(Command(command), whole=False)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("i have to run to work, bye", "bye"),
        ("ok, stop", "stop"),
        ("that's all, bye", "bye"),
        ("sorry, what was the question?", "repeat"),
        ("thanks, bye", "bye"),
        ("no, skip", "skip"),
    ],
)
def test_of_several_commands_the_weightiest_is_obeyed(text: str, command: str) -> None:
    reading = read(text)
    assert reading is not None
    assert reading.command == command


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("undo", "undo"),
        ("take that back", "undo"),
        ("go back", "back"),
        ("why do you ask", "why"),
        ("start over", "restart"),
        ("can i talk to a person", "human"),
        ("i already sent the note", "sent"),
        ("i've moved on", "moved-on"),
        ("remind me later", "snooze"),
        ("i need a break", "pause"),
        ("delete all my data", "forget"),
        ("forget it", "stop"),
        ("export my data", "export"),
        ("what do you know about me", "known"),
        ("let's continue", "resume"),
        ("later", "later"),
    ],
)
def test_the_ways_around_the_conversation_are_understood(text: str, command: str) -> None:
    assert read(text) == CommandReading(Command(command), whole=True)


@pytest.mark.parametrize(("typed", "command"), [("repaet", "repeat"), ("skp this", "skip"), ("mabye", "maybe")])
def test_a_slip_of_the_finger_is_forgiven(typed: str, command: str) -> None:
    assert read(typed) == CommandReading(Command(command), whole=True)


@pytest.mark.parametrize("word", ["cancer", "held", "bank", "soup", "heap", "step"])
def test_another_word_is_not_put_right(word: str) -> None:
    assert Speller(["cancel", "help", "back", "stop", "skip"]).respelt(word) == f"{word} "


def test_a_negation_is_never_put_right() -> None:
    assert read("not skp") is None


@pytest.mark.parametrize("text", hostile())
def test_a_hostile_text_is_no_more_than_a_text(text: str) -> None:
    read(text)


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    reading = read(text)
    assert reading is None or isinstance(reading.command, Command)
