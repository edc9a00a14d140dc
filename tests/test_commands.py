"""What a person wants of the coach, and what only looks like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

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


def labelled(*files: str) -> list[tuple[str, str | None]]:
    """(label, read) of every row; another label that counts as right is read as the first."""
    pairs = [(row, meaning(row["text"])) for row in rows(*files)]
    return [(row["label"], row["label"] if found and found == row.get("also") else found) for row, found in pairs]


def macro_f1(labelled: list[tuple[str, str | None]], names: Iterable[str] = _MEASURED) -> float:
    """Of the commands named; the pairs are (label, read)."""
    right, read_as, wanted = Counter[str](), Counter[str | None](), Counter[str]()
    for label, found in labelled:
        wanted[label] += 1
        read_as[found] += 1
        right[label] += found == label
    scores = [2 * right[name] / (wanted[name] + read_as[name]) for name in names if wanted[name]]
    return sum(scores) / len(scores)


@pytest.mark.parametrize(
    ("file", "least"),
    [
        ("commands.jsonl", 0.99),
        ("commands_own.jsonl", 0.98),
        ("commands_more.jsonl", 0.98),
        ("commands_public.jsonl", 0.99),
        ("commands_strangers.jsonl", 0.98),
    ],
)
def test_commands_are_told_apart(file: str, least: float) -> None:
    assert macro_f1(labelled(file)) >= least


@pytest.mark.parametrize("file", ["commands_more.jsonl", "commands_public.jsonl"])
def test_all_the_commands_are_told_apart(file: str) -> None:
    assert macro_f1(labelled(file), {row["label"] for row in rows(file)} - {"other"}) >= 0.98


def test_answers_are_never_taken_for_commands() -> None:
    files = ("commands.jsonl", "commands_own.jsonl", "commands_more.jsonl", "commands_strangers.jsonl")
    answers = [row["text"] for row in rows(*files) if row["label"] == "other"]
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
        "don't stop now",
        "i don't want to skip it",
        "i want to forget it",
        "i just want to forget everything",
        "no help",
        "no reminder for monday",
        "please repeat that, he said",
        "tell me about yourself",
        "what can you do for us",
        "when will i hear from them",
        "i couldn't stop talking",
        "didn't even say bye",
        "no questions from them after that, just silence",
        "maybe that i can learn fast",
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
        ("ok thanks bye", "bye"),
        ("nvm lets just stop", "stop"),
        ("thank you goodbye", "bye"),
        ("my bus is here, bye", "bye"),
        ("i messed up the answers, start again", "restart"),
        ("not yet, nudge me again tonight", "snooze"),
        ("sorry i was away, what was the question", "repeat"),
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


@pytest.mark.parametrize("text", ["what do you know about us", "what do you already know about our school?", "What do you know about our company"])  # fmt: skip
def test_what_they_are_asked_about_the_place_is_no_command(text: str) -> None:
    assert read(text) is None
