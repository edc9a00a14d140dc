"""Takes one piece out of the coach at a time and asks whether the tests of a demand notice: `python -m tests.mutation`.

A piece is a line said, a question asked, a row of the plan, a rule (its `if` never holds) or the words of one message.
The tests that name a demand run once while it is noted which pieces they touch; then, for each demand, the pieces that
hardly another demand touches are taken out in turn, each in a process of its own, until one of its tests fails. What a
demand forbids is put in instead (`FORBIDDEN`). Prints a line for each demand; fails when one of them has no such piece.
"""

from __future__ import annotations

import ast
import gc
import io
import json
import os
import re
import signal
import sys
import threading
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any, NamedTuple

import pytest
from _pytest.runner import runtestprotocol
from fluent.syntax import FluentParser
from fluent.syntax import ast as message

import core
from core.wording import Wording, load
from tests.demands import SHOWN, in_order

ROOT = Path(core.__file__).parent
FILES = tuple(
    str(path)
    for path in (
        *sorted((ROOT / "flows").rglob("*.py")),
        *sorted((ROOT / "drafts").glob("*.py")),
        *(ROOT / f"{name}.py" for name in ("plan", "apart", "answers", "journal")),
        *(ROOT / "turn" / f"{name}.py" for name in ("asides", "commands", "consent", "news")),
    )
)
FORBIDDEN = {
    "R08": ("engine-help", "Back to top of page. Commenting has been turned off."),
    "R53": ("lesson-learnt-kept", "Learning makes you 40 % better."),
    "R54": ("lesson-learnt-kept", 'As Henry Ford said: "Failure is the opportunity to begin again."'),
    "R62": ("prepare-done", "This cuts bad interviews by 40 %."),
    "R63": ("capture-feeling", "You should have prepared. How bad is it?"),
    "C11": ("prepare-done", "This cuts bad interviews by 40 %."),
}
"""Demands that something be never said: the message that says it, in all its wordings."""
MOST_TRIED = 40
"""Pieces per demand; the first that is noticed ends it."""
MOST_TESTS = 12
"""Tests run for one piece that is taken out; for what a demand forbids, all of its tests."""
SECONDS = 90


class Piece(NamedTuple):
    """Something that can be taken out: a statement of a file, or the words of a message (then the line is 0)."""

    where: str
    line: int = 0

    def __str__(self) -> str:
        return f"{Path(self.where).relative_to(ROOT.parent)}:{self.line}" if self.line else f"the words of {self.where}"


# --- which tests touch which pieces -----------------------------------------------------------------------


class Tracer:
    """Notes, for each test that names a demand, the lines it runs and the messages it words; at the end, while all of
    them can still be run again, it has them judged.
    """

    def __init__(self, judge: Callable[[Tracer], None]) -> None:
        self.touched: dict[str, set[Piece]] = {}
        self.tests: dict[str, list[pytest.Item]] = defaultdict(list)
        self.failed: list[str] = []
        self._judge = judge
        self._now: set[Piece] = set()

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Keep the tests of the demands, those about other programs left out."""
        kept = []
        for item in items:
            named = {demand for mark in item.iter_markers("demand") for demand in mark.args if demand in wanted()}
            for demand in named:
                self.tests[demand].append(item)
            if named:
                kept.append(item)
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        """Trace one test, in all of its threads."""
        self._now = self.touched.setdefault(item.nodeid, set())
        rendered = Wording._render

        def noted(wording: Wording, id: str, attribute: str | None, args: Any) -> str:
            self._now.add(Piece(id))
            return rendered(wording, id, attribute, args)

        Wording._render = noted  # type: ignore[method-assign]
        threading.settrace(self._trace)
        sys.settrace(self._trace)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            threading.settrace(None)  # type: ignore[arg-type]
            Wording._render = rendered  # type: ignore[method-assign]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self) -> Iterator[None]:
        """Judge when each has run."""
        done = yield
        if not self.failed:
            self._judge(self)
        return done

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Nothing can be told from a test that fails anyway."""
        if report.failed:
            self.failed.append(report.nodeid)

    def _trace(self, frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename not in FILES:
            return None
        if event == "line":
            self._now.add(Piece(frame.f_code.co_filename, frame.f_lineno))
        return self._trace


def wanted() -> set[str]:
    """The demands of what the coach says; how it converses has other tests."""
    return {demand for demand in SHOWN if not demand.startswith("P")}


# --- taking a piece out -----------------------------------------------------------------------------------


def statements(path: str) -> dict[int, Callable[[], CodeType]]:
    """What can be taken out of a file, by line: each gives the code of the file without it."""
    source = Path(path).read_text("utf-8")
    lines = {
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.IfExp) or (isinstance(node, ast.stmt) and _without(node) is not None)
    }

    def without(line: int) -> Callable[[], CodeType]:
        return lambda: compile(ast.fix_missing_locations(_Remover(line).visit(ast.parse(source))), path, "exec")

    return {line: without(line) for line in lines}


def _without(node: ast.AST) -> list[ast.stmt] | None:
    """What stands in place of a statement once it is out; None where nothing is taken."""
    nothing: ast.stmt = ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))
    match node:
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            return [nothing]
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="say" | "mark" | "say_last" | "lead_to" | "state_fact"))):
            return [ast.Pass()]
        case ast.Assign(targets=targets, value=ast.YieldFrom()):
            return [nothing, ast.Assign(targets, ast.Constant(None))]
        case ast.If(body=_, orelse=orelse):
            return [ast.If(ast.Constant(False), node.body, orelse)]
    return None


class _Remover(ast.NodeTransformer):
    """Takes the statement of a line out; where it only chooses between two values, the first is always taken."""

    def __init__(self, line: int) -> None:
        self.line = line

    def visit_IfExp(self, node: ast.IfExp) -> Any:
        return node.body if node.lineno == self.line else super().generic_visit(node)

    def generic_visit(self, node: ast.AST) -> Any:
        if isinstance(node, ast.stmt) and node.lineno == self.line and (new := _without(node)) is not None:
            return [ast.copy_location(one, node) for one in new]
        return super().generic_visit(node)


def take_out(piece: Piece, text: str = "") -> bool:
    """Take the piece out of this process; False when it cannot be."""
    if not piece.line:
        if text:
            _write_anew(piece.where, text)
        rendered = Wording._render
        Wording._render = lambda self, id, *rest: text if id == piece.where else rendered(self, id, *rest)  # type: ignore[method-assign]
        Wording.labelled = _labelled_anew  # type: ignore[method-assign]
        return True
    code = statements(piece.where)[piece.line]()
    new = {(one.co_qualname, one.co_firstlineno): one for one in _codes(code)}
    done = False
    functions = [one for one in gc.get_objects() if type(one) is FunctionType]  # isinstance would ask a dead proxy
    for function in functions:
        old = function.__code__
        found = new.get((old.co_qualname, old.co_firstlineno))
        if old.co_filename == piece.where and found is not None and found.co_code != old.co_code:
            if found.co_freevars != old.co_freevars:
                return False
            function.__code__ = found
            done = True
    return done


def _write_anew(id: str, text: str) -> None:
    """Let the file of the words hold something else in place of a message, for tests that read it, or what was read."""
    anew = FluentParser(with_spans=False).parse_entry(f"{id} = {text}\n")
    assert isinstance(anew, message.Message)
    load().messages[id].value = anew.value  # type: ignore[index]
    read = Path.read_text

    def read_text(self: Path, *args: Any, **options: Any) -> str:
        return re.sub(rf"^{id} = .*", lambda _: f"{id} = {text}", read(self, *args, **options), flags=re.MULTILINE)

    Path.read_text = read_text  # type: ignore[method-assign]


def _labelled_anew(self: Wording, id: str, options: tuple[Any, ...], args: Any) -> tuple[Any, ...]:
    return tuple(one if one.label else one._replace(label=self.aside(id, one.id, args)) for one in options)


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


# --- whether it is noticed --------------------------------------------------------------------------------


def is_noticed(piece: Piece, tests: Iterable[pytest.Item], text: str = "") -> bool:
    """Whether one of the tests fails without the piece, in a process of its own; not, where none ends in time."""
    child = os.fork()
    if not child:
        signal.alarm(SECONDS)
        try:
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                is_seen = take_out(piece, text) and any(map(_fails, tests))
        except BaseException:
            traceback.print_exc()
            os._exit(2)
        os._exit(0 if is_seen else 1)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, 1, -signal.SIGALRM), f"it cannot be told what notices that {piece} is out"
    return status == 0


def _fails(item: pytest.Item) -> bool:
    """Run a test once more."""
    item._initrequest()  # type: ignore[attr-defined]  # as it was before its first run
    return any(report.failed for report in runtestprotocol(item, log=False))


def noticed_by(demand: str, tracer: Tracer, rarity: dict[Piece, int]) -> Piece | None:
    """The piece behind the demand: the first whose absence one of its tests notices."""
    tests = tracer.tests[demand]
    if demand in FORBIDDEN:
        id, text = FORBIDDEN[demand]
        return Piece(id) if is_noticed(Piece(id), tests, text) else None
    touching: dict[Piece, list[pytest.Item]] = defaultdict(list)
    for test in tests:
        for piece in tracer.touched.get(test.nodeid, ()):
            touching[piece].append(test)
    for piece in sorted(touching, key=lambda one: (rarity[one], len(touching[one]), one))[:MOST_TRIED]:
        if is_noticed(piece, touching[piece][:MOST_TESTS]):
            return piece
    return None


def judged(tracer: Tracer) -> dict[str, Piece | None]:
    """What is noticed for each demand, in their order."""
    removable = {Piece(path, line) for path in FILES for line in statements(path)}
    rarity: dict[Piece, int] = defaultdict(int)
    for demand in wanted():
        for piece in {piece for test in tracer.tests[demand] for piece in tracer.touched.get(test.nodeid, ())}:
            rarity[piece] += 1
    for touched in tracer.touched.values():
        touched &= removable | {piece for piece in touched if not piece.line}
    return {demand: noticed_by(demand, tracer, rarity) for demand in in_order(wanted())}


def main() -> int:
    """Print what is noticed for each demand; 1 when there is nothing for one of them."""
    found: dict[str, Piece | None] = {}
    tracer = Tracer(lambda tracer: found.update(judged(tracer)))
    with redirect_stdout(io.StringIO()) as said:
        pytest.main(["-q", "-p", "no:cacheprovider", "-n", "0", "-m", "demand and not long"], plugins=[tracer])
    if tracer.failed:
        print(f"Tests fail as it is: {', '.join(tracer.failed)}\n{said.getvalue()[-2000:]}", file=sys.stderr)
        return 1
    for demand, piece in found.items():
        print(json.dumps({"demand": demand, "fails without": str(piece) if piece else None}))
    return 0 if found and all(found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
