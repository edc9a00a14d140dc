"""Moving what is to come: which message the person means, and whether it can come at the time they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.facts import PERSON, Fact, Facts
from core.flows import call
from core.plan import Kind, plan
from core.state import Pause
from core.turn.coming import kind_of
from core.turn.nudges import FLOWS
from core.turn.workbench import Workbench

_AFTER_ALL = (Kind.PREPARE, Kind.AFTER_NO, Kind.LET_GO, Kind.JUDGE, Kind.NOTE)
"""What may be wished for after all, what is of most use first; before all of it, whether they have answered."""


def put_off(bench: Workbench, became: str) -> bool:
    """Have what is talked about, or what comes next, come at another time; False when there is nothing to move."""
    for interview, name in (*_talked_about(bench), *_next_promised(bench)):
        if _would_come(bench, interview, name, became):
            if name == Kind.UNFINISHED and bench.facts(interview).value("capture-left") == "stopped":
                bench.withdraw(interview, "capture-left")  # it is to go on after all
            bench.state_fact(interview, f"nudge:{name}", became)
            return True
    return False


def bring_back(bench: Workbench, became: str) -> bool:
    """Have something of the interview told of last come after all, at that time; False when nothing of it is left."""
    interview = bench.told_interview
    facts = bench.facts(interview)
    number = 2 if facts.value("checked-in-1") else 1
    for name in (f"{Kind.CHECK_IN}-{number}", *_AFTER_ALL):
        if interview != PERSON and _would_come(bench, interview, name, became):
            if facts.value("moved-on"):  # they let go of it, and want to hear of this one thing all the same
                bench.withdraw(interview, "moved-on")
                bench.state_fact(interview, "let-go", True)
            bench.state_fact(interview, f"nudge:{name}", became)
            return True
    return False


def put_off_message(bench: Workbench, became: str) -> None:
    """Have all that the open offer came with, as far as nobody took it up, come at another time; nothing is asked."""
    _, _, message = bench.runs[-1].key.rpartition(".")
    kept = []
    for run in bench.runs:
        name, _, turn = run.key.rpartition(".")
        if name == Kind.CALL and turn == message and not _would_come(bench, run.interview, name, became):
            bench.state_fact(run.interview, "call-became", "left")
            bench.say(call.TOO_LATE)
        elif run.flow in FLOWS.values() and turn == message:
            bench.state_fact(run.interview, f"nudge:{name}", became)
        else:
            kept.append(run)
    bench.runs = kept
    bench.paused = Pause.LATER if kept and bench.paused is Pause.NOT else bench.paused


def move(bench: Workbench, ids: Iterable[str], became: str) -> bool:
    """Have promised messages come at another time, or be left out ("stopped"); False when none of them is to come."""
    found = [id for id in ids if id in bench.promised]
    for id in found:
        interview, _, name = id.partition("/")
        bench.state_fact(interview, f"nudge:{name}", became)
        close_offer(bench, interview, name)
    return bool(found)


def close_offer(bench: Workbench, interview: str, name: str) -> None:
    """Leave the open offer of a nudge that has been settled in another way."""
    bench.runs = [run for run in bench.runs if (run.interview, run.key.rpartition(".")[0]) != (interview, name)]


def promised_of(bench: Workbench, kind: str) -> tuple[str, str] | None:
    """The next promised nudge of a kind, of the interview talked about if it has one."""
    found = [id for id in bench.promised if kind_of(id.partition("/")[2]) == kind]
    if not found:
        return None
    id = min(found, key=lambda one: (not one.startswith(f"{bench.interview}/"), bench.promised[one].at))
    interview, _, name = id.partition("/")
    return interview, name


def possible(bench: Workbench, kind: str, became: str) -> tuple[str, str] | None:
    """A nudge of a kind that comes once, about the interview talked about, if it would be wanted at that time."""
    interview = bench.told_interview if bench.interview == PERSON else bench.interview
    return (interview, kind) if _would_come(bench, interview, kind, became) else None


def _would_come(bench: Workbench, interview: str, name: str, became: str) -> bool:
    """Whether the plan would bring it then; what it does not want cannot be put off either."""
    facts = {**bench.facts(interview).all(), f"nudge:{name}": Fact(became, bench.number)}
    if name == Kind.UNFINISHED and "capture-left" in facts and facts["capture-left"].value == "stopped":
        del facts["capture-left"]
    if (
        name.startswith(Kind.CHECK_IN) and facts.pop("moved-on", None) is not None
    ):  # what was let go of can be asked for
        facts["let-go"] = Fact(True, bench.number)
    wanted = plan(Facts(facts, bench.facts(PERSON).all()), interview, bench.instant, bench.community.working_days)
    is_under_way = any(run.flow == "capture" and run.interview == interview for run in bench.runs)
    return any(nudge.name == name for nudge in wanted) and (name != Kind.UNFINISHED or is_under_way)


def _talked_about(bench: Workbench) -> Iterator[tuple[str, str]]:
    """The nudges that what is under way may belong to, what is talked about first."""
    for run in reversed(bench.runs):
        if run.flow in FLOWS.values() and run.key:
            yield run.interview, run.key.rpartition(".")[0]
        elif run.flow == "capture" and bench.facts(run.interview).all():
            yield run.interview, Kind.UNFINISHED.value
            yield run.interview, Kind.JUDGE.value
        elif run.flow == "judge":
            yield run.interview, Kind.JUDGE.value
        elif run.flow == "note":
            yield run.interview, Kind.NOTE.value


def _next_promised(bench: Workbench) -> Iterator[tuple[str, str]]:
    for id in sorted(bench.promised, key=lambda id: bench.promised[id].at):
        interview, _, name = id.partition("/")
        yield interview, name
