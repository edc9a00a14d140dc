"""Flows of the tests' own: small questions and lines, their words, and a run that is moved on by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files

from core import flows
from core.facts import Fact, Facts, Value
from core.questions import Choice, Option, Scale, Words
from core.replay import FLOWS, Flow, Replayed, flow, replay
from core.state import Run
from core.talk import Script, Talk
from core.vocabulary import Saying
from core.wording import Wording

ScriptOf = Callable[[Talk], Script]

COLOUR = Choice("colour", "test-colour", (Option("red"), Option("blue")))
TOWN = Words("town", "test-town")
TOOL = Words("tool", "test-tool", (Option("hammer"), Option("none")))
LEVEL = Scale("level", "test-level")

HELLO = Saying("test-hello")
THANKS = Saying("test-thanks")
NEW_LINE = Saying("test-new-line")
END = Saying("test-end")

_QUESTION = """
test-{name} = Which {name}, please?
    .v2 = The {name}: which is it?
    .v3 = Tell me the {name}.
    .short = The {name}?
    .why = The test wants to know.
"""
_SAYING = """
test-{name} = A first {name}.
    .v2 = A second {name}.
    .v3 = A third {name}.
"""
WORDS = (
    _QUESTION.format(name="colour")
    + "    .red = Red\n    .blue = Blue\n    .green = Green\n"
    + _QUESTION.format(name="town")
    + _QUESTION.format(name="tool")
    + "    .hammer = A hammer\n    .none = No tool\n    .saw = A saw\n"
    + _QUESTION.format(name="level")
    + "".join(_SAYING.format(name=name) for name in ("hello", "thanks", "new-line", "end"))
)


def wording() -> Wording:
    """The shipped words, and those of the tests' own flows."""
    shipped = files("core") / "content" / "en"
    sources = {file.name: file.read_text("utf-8") for file in shipped.iterdir() if file.name.endswith(".ftl")}
    return Wording("en", {**sources, "test.ftl": WORDS})


@contextmanager
def own_flows() -> Iterator[None]:
    """Whatever happens to the flows inside, afterwards they are as they were."""
    flows.modules()  # registers the shipped ones, which would otherwise happen inside, and be undone
    before = dict(FLOWS)
    try:
        yield
    finally:
        FLOWS.clear()
        FLOWS.update(before)


def change(name: str, script: ScriptOf) -> None:
    """Deploy another script under a name that is in use."""
    FLOWS[name] = Flow(name, script, FLOWS[name].resumes if name in FLOWS else True)


@dataclass
class Telling:
    """One run of one flow, moved on turn by turn as a turn of the coach would do it."""

    script: ScriptOf
    name: str = "test-flow"
    facts: dict[str, Fact] = field(default_factory=dict)
    run: Run = field(init=False)
    turn: int = 0

    def __post_init__(self) -> None:
        if self.name not in FLOWS:
            flow(self.name)(self.script)
        self.run = Run("r1", self.name, "i1", "2026-11-24", opened=1)

    def tells(self, facts: dict[str, Value] | None = None, *, skips: str = "") -> Replayed:
        """The next turn: it may bring facts, or skip a question."""
        self.turn += 1
        self.facts |= {name: Fact(value, self.turn) for name, value in (facts or {}).items()}
        if skips:
            self.run = self.run._replace(skipped={**self.run.skipped, skips: self.turn})
        found = replay(self.run, Facts(self.facts, {}))
        self.run = self.run._replace(said=found.said, replayed=self.turn)
        return found

    def again(self) -> Telling:
        """Another run of the same flow over the same facts."""
        other = Telling(self.script, self.name, dict(self.facts), self.turn)
        other.run = other.run._replace(id="r2", opened=self.turn + 1)
        return other


def said(found: Replayed) -> list[str]:
    """The names of what one replay says, in order."""
    return [spoken.saying.name for spoken in found.spoken]


def asked(found: Replayed) -> str | None:
    """The name of the question a replay stops at."""
    return None if found.question is None else found.question.name
