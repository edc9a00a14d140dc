"""How a flow is run: again from the top at each turn, over the facts, up to the first question they do not answer.

Where nothing that was looked up on the way has changed, that comes to the same as going on from the open question, and
is done so (`Halt`); it is a third of a turn.
Going back, correcting, pausing for nine days, restarting the process and changing the script are then the same
thing. The rule a newcomer could break: a flow must be the same for the same facts: no clock, no randomness, no I/O,
and no `try/finally` around an `ask`, because the generator is thrown away at its first open question.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from core.community import NONE, Community
from core.errors import FlowError
from core.facts import Facts
from core.questions import Question
from core.records import record
from core.state import Run
from core.talk import Script, Spoken, Talk
from core.vocabulary import Letter


@record
class Flow:
    """A conversation script and its name."""

    name: str
    script: Callable[[Talk], Script]
    resumes: bool = True
    """Whether what it interrupted is taken up at once when it ends; else when the person asks for it."""


FLOWS: dict[str, Flow] = {}
"""All flows by name; filled by `flow` when `core.flows` is imported."""


def flow(name: str, *, resumes: bool = True) -> Callable[[Callable[[Talk], Script]], Callable[[Talk], Script]]:
    """Register a conversation script under a name that stays the same for as long as a run of it may be open."""

    def register(script: Callable[[Talk], Script]) -> Callable[[Talk], Script]:
        if name in FLOWS:
            raise FlowError(f"Two flows are named {name!r}; names must be unique.")
        FLOWS[name] = Flow(name, script, resumes)
        return script

    return register


@record
class Replayed:
    """What one replay found."""

    question: Question[Any] | None
    """The open question; None when the flow has come to its end."""
    spoken: tuple[Spoken, ...]
    """What to say before it, in order."""
    letter: Letter | None
    """The draft to show above the question."""
    said: tuple[str, ...]
    """All that was passed, to be kept with the run."""
    trace: tuple[str, ...]
    """The names of the questions passed, the open one included."""
    marks: tuple[str, ...] = ()
    """The facts to state: what is done and was not before."""
    leads_to: str | None = None
    """The flow to open when this one has ended."""
    halt: Halt | None = None
    """The flow itself, at the open question."""


class Halt:
    """A flow at its open question, from which the next replay of its run may go on, once."""

    __slots__ = ("_flow", "_run", "_said", "_script", "_talk")

    def __init__(self, flow: Flow, run: Run, talk: Talk, script: Script, said: tuple[str, ...]) -> None:
        self._flow = flow
        self._run = run
        self._talk = talk
        self._script: Script | None = script
        self._said = said

    def go_on(
        self, run: Run, facts: Facts, changed: Collection[str], replayed: int, community: Community = NONE
    ) -> Replayed | None:
        """What `replay` would find; None when it has to be asked.

        `changed` names the facts that are others than at the halt, which was in the turn `replayed`.
        """
        script, self._script = self._script, None
        before = self._run
        if (
            script is None
            or run.id != before.id
            or run.said is not self._said
            or run.began != before.began
            or run.skipped is not before.skipped
            or run.replayed != replayed
            or run.revisit is not None
            or before.revisit is not None
            or FLOWS.get(run.flow) is not self._flow
            or self._talk.facts.have_shown(changed)
            or self._talk.community != community  # staff may have set something since
        ):
            return None
        self._talk.go_on(facts, replayed)
        return _found(self._flow, run, self._talk, script)


def replay(run: Run, facts: Facts, community: Community = NONE) -> Replayed:
    """Run the flow over the facts. A run whose flow no longer exists has come to its end."""
    found = FLOWS.get(run.flow)
    if found is None:
        return Replayed(None, (), None, run.said, ())
    talk = Talk(
        facts,
        said=run.said,
        skipped=run.skipped,
        replayed=run.replayed,
        revisit=run.revisit,
        today=run.began,
        key=run.key,
        opened=run.opened,
        community=community,
    )
    return _found(found, run, talk, found.script(talk))


def _found(flow: Flow, run: Run, talk: Talk, script: Script) -> Replayed:
    question = next(script, None)
    said = tuple(talk.said)
    halt = None if question is None else Halt(flow, run, talk, script, said)
    return Replayed(
        question, tuple(talk.spoken), talk.letter, said, tuple(talk.trace), tuple(talk.marks), talk.leads_to, halt
    )
