"""The file of an export brought back: all of it or nothing, and nothing that an export would not have written."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import clock
from core.errors import FileRefused
from core.events import Person
from core.facts import PERSON
from core.importing import LARGEST, read
from core.journal import Journal
from tests.case_files import hostile
from tests.conversation import Conversation
from tests.past import PLACES, STORIES, UNSAID, Talk, look_back, tell, told
from tests.terminal import Terminal
from tests.test_capture import ACME
from tests.test_stories import NAMES, written

Kept = dict[str, Any]


def exported(conversation: Conversation) -> str:
    """The JSON as the operator gets it, which is no turn."""
    return as_files(conversation)["json"]


def as_files(conversation: Conversation) -> dict[str, str]:
    made = conversation.coach.files(conversation.person, conversation.now, conversation.store)
    return {one.name.rpartition(".")[2]: one.text for one in made}


def brought(conversation: Conversation, content: str | bytes, **options: Any) -> Conversation:
    """Somebody new, with what the file tells."""
    other = Conversation(conversation.folder / "other", **{"zone": conversation.zone, **options})
    other.now = conversation.now
    bring(other, content)
    return other


def bring(conversation: Conversation, content: str | bytes) -> None:
    content = content.encode() if isinstance(content, str) else content
    conversation.coach.bring_in(conversation.person, content, conversation.now, conversation.store)


def comes_back(conversation: Conversation) -> None:
    """Exported, erased, brought in and exported again, everything is the same; so is it in the next process."""
    before = as_files(conversation)
    state = conversation.state
    conversation.says("forget me", "yes")
    assert conversation.store.snapshot(conversation.person) is None
    bring(conversation, before["json"])
    assert as_files(conversation) == before
    assert set(conversation.state.promised) == set(state.promised)
    journal = Journal(lambda: conversation.store.journal(conversation.person))
    for scope, facts in conversation.state.facts.items():
        assert dict(journal.facts.get(scope, {})) == dict(facts)
    conversation.restarts()
    assert as_files(conversation) == before


# --- there and back ---


def test_what_was_exported_erased_and_brought_in_is_exported_the_same(talk: Talk) -> None:
    conversation = told(talk, 3)
    look_back(conversation, 2, closing="badly")
    conversation.says(
        "no, the feeling was a 3", "my interviews", "1", "show the note", "stop writing to me", "keep it for 6 months"
    )
    comes_back(conversation)


@pytest.mark.parametrize("said", [(), ("8",), ("8", "one moment"), ("i want to kill myself",), ("undo",), ("8", "later"), ("8", "stop", "yes")])  # fmt: skip
def test_in_the_middle_of_a_conversation_too(talk: Talk, said: tuple[str, ...]) -> None:
    comes_back(talk().says(ACME, *said))


AT_ONCE = 40


@pytest.mark.parametrize("start", range(0, len(hostile()), AT_ONCE))
def test_so_is_whatever_breaks_programs(talk: Talk, start: int) -> None:
    texts = hostile()[start : start + AT_ONCE]
    comes_back(talk().says(ACME, "8", "one moment", "only that", *texts))


@pytest.mark.parametrize("name", NAMES)
def test_every_story_comes_back(tmp_path: Path, name: str) -> None:
    conversation = lived(tmp_path, name)
    comes_back(conversation)
    conversation.close()


def lived(folder: Path, name: str) -> Conversation:
    """A story from its first line to its last."""
    story = written(name)
    conversation = Conversation(folder, at=story.at, zone=story.zone).arrives()
    for step in story.steps:
        command, _, rest = step.typed.partition(" ")
        if command != "/wait":
            conversation.says(step.typed)
        elif rest.startswith("until"):
            until = clock.instant(clock.moment_in(rest.removeprefix("until ")), clock.zone(story.zone))  # type: ignore[arg-type]
            conversation.waits(seconds=(until - conversation.now).total_seconds())
        else:
            units = {"h": "hours", "d": "days", "m": "minutes", "w": "weeks"}
            conversation.waits(**{units[rest[-1]]: int(rest[:-1])})
    return conversation


@pytest.mark.parametrize("name", ["lakeside", "broken_off", "rejected", "two_in_a_week"])
def test_what_is_to_come_comes_at_its_hour_after_it(tmp_path: Path, name: str) -> None:
    conversation = lived(tmp_path, name)
    if name == "broken_off":
        conversation.says("just out of my interview at Beta, i froze on the tax question", "7")
    else:
        tell(conversation, 1)
    other = brought(conversation, exported(conversation))
    assert conversation.state.promised
    assert conversation.hours(days=40) == other.hours(days=40)
    conversation.close()
    other.close()


def test_what_came_due_meanwhile_is_still_owed(talk: Talk) -> None:
    conversation = told(talk, 1)
    content = exported(conversation)
    conversation.says("forget me", "yes").after(days=1)
    bring(conversation, content)
    assert conversation.waits(minutes=1).arrived


def test_nothing_comes_to_who_was_in_danger_until_they_go_on(talk: Talk) -> None:
    conversation = told(talk, 1).says("i want to kill myself")
    other = brought(conversation, exported(conversation))
    assert other.state.held
    assert not other.waits(days=40).arrived
    other.close()


def test_the_conversation_goes_on_at_its_question(talk: Talk) -> None:
    other = brought(conversation := talk().says(ACME, "8"), exported(conversation)).arrives()
    assert other.question == "really-that-bad"
    assert "stings" not in other.reply
    other.close()


def test_an_old_button_does_nothing_after_it(talk: Talk) -> None:
    conversation = talk().says(ACME, "8")
    old = conversation.prompt
    other = brought(conversation, exported(conversation)).arrives().clicks(old, "one-moment")
    assert other.facts.value("really-that-bad") is None
    other.close()


def test_it_counts_as_a_visit(talk: Talk) -> None:
    conversation = told(talk, 1)
    content = exported(conversation)
    other = brought(conversation.after(days=700), content)
    other.waits(days=330)
    assert other.store.snapshot(other.person) is not None
    assert other.waits(days=36).store.snapshot(other.person) is None
    other.close()


# --- refused ---


def test_who_has_something_keeps_it(talk: Talk) -> None:
    conversation = told(talk, 1)
    before = exported(conversation)
    with pytest.raises(FileRefused, match=r"kept of me in terminal already; erase it first\.$"):
        bring(conversation, before)
    assert exported(conversation) == before


def of_two(talk: Talk) -> Kept:
    conversation = told(talk, 2, days=1)
    kept: Kept = json.loads(exported(conversation))
    return kept


SMUGGLED: dict[str, Callable[[Kept], object]] = {
    "another format": lambda kept: kept.update(format=2),
    "a format that is true": lambda kept: kept.update(format=True),
    "a key too many": lambda kept: kept.update(undo=[]),
    "a key too few": lambda kept: kept.pop("nudges"),
    "made of nothing": lambda kept: kept.update(made=None),
    "interviews that are none": lambda kept: kept.update(interviews={}),
    "the person as an interview": lambda kept: kept["interviews"][0].update(id=""),
    "an id twice": lambda kept: kept["interviews"][1].update(id="i1"),
    "an id with a slash": lambda kept: kept["interviews"][0].update(id="i1/judge"),
    "an id of another kind": lambda kept: kept["interviews"][0].update(id=1),
    "an id that is no number": lambda kept: kept["interviews"][0].update(id="i01"),
    "an interview of nothing": lambda kept: kept["interviews"][0].update(facts={}),
    "facts that are a list": lambda kept: kept["interviews"][0].update(facts=[]),
    "the order to erase": lambda kept: state(kept, None, "erasure-confirmed", True),
    "the order to erase one": lambda kept: state(kept, None, "erase-interview", "i1"),
    "an answer given before it is asked": lambda kept: state(kept, None, "forget.999.really-forget", "yes"),
    "a fact of an interview as the person's": lambda kept: state(kept, None, "outcome", "offer"),
    "a nudge of the person": lambda kept: state(kept, None, "nudge:judge", "sent"),
    "a sign of danger": lambda kept: state(kept, None, "danger-7", "suicide"),
    "a sign of danger in an interview": lambda kept: state(kept, 0, "danger-7", "suicide"),
    "a zone of one interview": lambda kept: state(kept, 0, "zone", "Africa/Lusaka"),
    "silence for one interview": lambda kept: state(kept, 0, "nudges", "stopped"),
    "a zone that is none": lambda kept: state(kept, None, "zone", "../../etc/passwd"),
    "a country that is none": lambda kept: state(kept, None, "country", "XX"),
    "an hour that is none": lambda kept: state(kept, None, "hours-from", "25:99"),
    "for ever": lambda kept: state(kept, None, "kept-for-months", 1200),
    "a month too much": lambda kept: state(kept, None, "kept-for-months", True),
    "nudges at will": lambda kept: state(kept, None, "nudges", "always"),
    "a pause that is none": lambda kept: state(kept, None, "paused-until", "never"),
    "a name with a newline": lambda kept: state(kept, 0, "a\nb", "x"),
    "a name of a hundred": lambda kept: state(kept, 0, "a" * 101, "x"),
    "no name": lambda kept: state(kept, 0, "", "x"),
    "a number with a point": lambda kept: state(kept, 0, "feeling-at-first", 8.5),
    "nothing as a value": lambda kept: state(kept, 0, "feeling-at-first", None),
    "a list as a value": lambda kept: state(kept, 0, "feeling-at-first", ["late"]),
    "an option with more": lambda kept: state(kept, 0, "cause", {"option": "late", "brings": 1}),
    "an option that is none": lambda kept: state(kept, 0, "cause", {"option": "<script>"}),
    "half a character": lambda kept: state(kept, 0, "unsaid-1", "\ud800"),
    "a turn of before": lambda kept: state(kept, 0, "unsaid-1", "x", turn=0),
    "a turn that is true": lambda kept: state(kept, 0, "unsaid-1", "x", turn=True),
    "a turn far ahead": lambda kept: state(kept, 0, "unsaid-1", "x", turn=10**9),
    "two moments of a turn": lambda kept: state(kept, 0, "unsaid-1", "x", at="2026-11-24T10:41:00Z", turn=1),
    "a moment to come": lambda kept: state(kept, 0, "unsaid-1", "x", at="2126-11-24T10:40:00Z", turn=900),
    "a moment of another kind": lambda kept: state(kept, 0, "unsaid-1", "x", at=1764, turn=900),
    "a moment that is none": lambda kept: state(kept, 0, "unsaid-1", "x", at="2026-13-40T10:40:00Z", turn=900),
    "a moment in another zone": lambda kept: state(kept, 0, "unsaid-1", "x", at="2026-11-24T10:40:00+02:00", turn=900),
    "no moment": lambda kept: kept["interviews"][0]["facts"]["opening"].pop("at"),
    "an event too often": lambda kept: kept["events"].append(kept["events"][-1]),
    "events the wrong way round": lambda kept: kept["events"].reverse(),
    "a text and a choice": lambda kept: kept["events"][0].update(question="feeling", option="1"),
    "a text that is none": lambda kept: kept["events"][0].update(text=["a"]),
    "a text of millions": lambda kept: kept["events"][0].update(text="a" * 3 * 10**6),
    "a nudge of nobody": lambda kept: kept["nudges"][0].update(interview="i9"),
    "a nudge of the file's person": lambda kept: kept["nudges"][0].update(interview=""),
    "a nudge of another name": lambda kept: kept["nudges"][0].update(name="spam"),
    "a nudge of no name": lambda kept: kept["nudges"][0].update(name=7),
    "a nudge never": lambda kept: kept["nudges"][0].update(at="never"),
    "held by a word": lambda kept: kept.update(held="no"),
}  # fmt: skip


def state(kept: Kept, interview: int | None, name: str, value: object, **more: object) -> None:
    """Put a fact there, in the turn of the first message unless it is told otherwise."""
    scope = kept["person"] if interview is None else kept["interviews"][interview]
    first = {key: kept["events"][0][key] for key in ("turn", "at", "local")}
    scope["facts"][name] = {"value": value, **first, **more}


@pytest.mark.parametrize("what", SMUGGLED)
def test_a_file_that_no_export_wrote_is_one_sentence_and_changes_nothing(talk: Talk, what: str) -> None:
    kept = deepcopy(of_two(talk))
    SMUGGLED[what](kept)
    refused(talk(), json.dumps(kept).encode())


def test_a_moment_that_lies_in_the_future_is_named(talk: Talk) -> None:
    kept = of_two(talk)
    SMUGGLED["a moment to come"](kept)
    with pytest.raises(FileRefused, match=r"is told at 2126-11-24T10:40:00Z, which lies in the future\. Nothing was"):
        bring(talk(), json.dumps(kept).encode())


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"7", b"\xff\xfe{}", b'{"format":1,"format":1}', b"NaN", b'{"format": Infinity}', b"[" * 100_000, b'"' + b"9" * 50_000 + b'"', b"9" * 5_000, b"# My interviews\n", b" " * (LARGEST + 1)],
    ids=["empty", "cut-off", "list", "null", "number", "utf16", "doubled", "nan", "infinity", "deep", "string", "long-number", "markdown", "large"],
)  # fmt: skip
def test_what_is_no_such_file_at_all_is_one_sentence(talk: Talk, content: bytes) -> None:
    refused(talk(), content)


def refused(conversation: Conversation, content: bytes) -> None:
    with pytest.raises(FileRefused) as problem:
        bring(conversation, content)
    sentence = str(problem.value)
    assert sentence.startswith("The file cannot be taken: ")
    assert sentence.endswith(". Nothing was changed.")
    assert len(sentence) < 300
    assert conversation.store.snapshot(conversation.person) is None
    assert not [*conversation.store.journal(conversation.person)]
    assert conversation.says(ACME).question == "feeling-at-first"


def test_no_sentence_tells_what_somebody_wrote(talk: Talk) -> None:
    kept = of_two(talk)
    for change in SMUGGLED.values():
        changed = deepcopy(kept)
        change(changed)
        with pytest.raises(FileRefused) as problem:
            read(json.dumps(changed).encode(), talk().now + timedelta(days=9))
        assert not [words for words in (*PLACES, *STORIES, *UNSAID, "passwd", "script") if words in str(problem.value)]


def places_in(kept: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for key, value in kept.items() if isinstance(kept, dict) else enumerate(kept) if isinstance(kept, list) else ():
        yield (*path, key)
        yield from places_in(value, (*path, key))


JUNK = st.sampled_from([None, True, -1, 0, 10**30, 1.5, "", "i1", "later 2026-11-25T09:00", "yes", [], {}, {"option": "yes"}, "\u202e", "x" * 300_000])  # fmt: skip


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_a_hand_makes_of_a_file_it_is_refused_or_works(talk: Talk, data: st.DataObject) -> None:
    kept = deepcopy(of_two(talk))
    path = data.draw(st.sampled_from(sorted(places_in(kept), key=str)))
    inside = kept
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = data.draw(JUNK)
    conversation = talk(at="2026-11-26T12:40")
    try:
        bring(conversation, json.dumps(kept))
    except FileRefused:
        assert conversation.store.snapshot(conversation.person) is None
        return
    conversation.arrives().says("my interviews", "1", "export", "my data", "no", "steps", "no", "what will you send me")
    assert conversation.waits(days=30).state.number


# --- as a command ---


def operator(terminal: Terminal, *options: str) -> subprocess.CompletedProcess[str]:
    """A command as the operator types it."""
    return terminal.told(*options)


def test_the_operator_brings_it_back(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "2026-11-20T12:40")
    terminal.hears(STORIES[0], "8", "export", "forget me", "yes")
    (file,) = tmp_path.glob("rebound-*.json")
    result = operator(terminal, "import", str(file), "--person", "U1", "--tenant", "slack:T1")
    assert result.stdout == "Brought back for U1 in slack:T1: interviews 1, messages 2.\n"
    (tmp_path / "out").mkdir()
    operator(terminal, "export", "--person", "U1", "--tenant", "slack:T1", "--to", "out")
    (again,) = tmp_path.glob("out/*.json")
    ours, theirs = (json.loads(path.read_text("utf-8")) for path in (again, file))
    assert {**ours, "made": None} == {**theirs, "made": None}
    refused = operator(terminal, "import", str(file), "--person", "U1", "--tenant", "slack:T1")
    assert refused.returncode == 1
    assert refused.stderr == "rebound: Something is kept of U1 in slack:T1 already; erase it first.\n"


@pytest.mark.parametrize("file", ["nowhere.json", "."])
def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path, file: str) -> None:
    result = operator(Terminal(tmp_path), "import", file)
    assert result.returncode == 1
    assert len(result.stderr.strip().splitlines()) == 1
    assert "cannot be read" in result.stderr


def test_the_person_is_told_from_all_others(talk: Talk) -> None:
    conversation = told(talk, 1)
    other = Person("slack:T1", "me")
    conversation.coach.bring_in(other, exported(conversation).encode(), conversation.now, conversation.store)
    assert conversation.state.facts[PERSON]
    conversation.says("forget me", "yes")
    assert conversation.store.snapshot(other) is not None
