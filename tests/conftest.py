"""What several test files share, and the list of demands that have a test (`pytest --demands`)."""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import demands
from tests.conversation import Conversation

NAMED = pytest.StashKey[dict[str, list[str]]]()
FILES = pytest.StashKey[set[Path]]()
MEMORY = Path("/dev/shm")  # noqa: S108 (a folder of our own is made in it)
"""Where Linux keeps files in memory."""
ROOM = 2 << 30
"""More than all tests together write."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--demands` and `--store`."""
    parser.addoption("--demands", action="store_true", help="list which demands have a test and which have none")
    parser.addoption(
        "--store",
        choices=["sqlite", "postgres"],
        default="sqlite",
        help="where conversations are kept; postgres: run those tests alone that have some, and no test of the file itself",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Let the programs that tests start share what Python compiles, also where none may be left beside the sources."""
    gc.set_threshold(50_000)  # as the program does
    _write_to_memory()
    config.add_cleanup(_end_servers)
    Conversation.on_postgres = config.getoption("--store") == "postgres"
    if sys.dont_write_bytecode and "PYTHONPYCACHEPREFIX" not in os.environ:
        compiled = tempfile.TemporaryDirectory(prefix="rebound-compiled-")
        config.add_cleanup(compiled.cleanup)
        os.environ["PYTHONPYCACHEPREFIX"] = compiled.name
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Let each worker begin to load the tests elsewhere: what one has compiled, the others need not."""
    if (worker := getattr(session.config, "workerinput", None)) is None:
        return
    files = sorted(Path(__file__).parent.glob("test_*.py"))
    first = len(files) * int(worker["workerid"].removeprefix("gw")) // worker["workercount"]
    for file in files[first:] + files[:first]:
        importlib.import_module(f"tests.{file.stem}")


def _write_to_memory() -> None:
    """Keep what tests write in memory, where there is room and nobody said where else: they wait for no disk then.

    What a killed process has written is there all the same; that a disk loses power no test can show.
    """
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM:
        return
    folder = tempfile.TemporaryDirectory(prefix="rebound-tests-", dir=MEMORY)
    atexit.register(folder.cleanup)  # after what servers still do when this process ends
    os.environ["TMPDIR"] = tempfile.tempdir = folder.name


def _end_servers() -> None:
    """End what a test has started for those after it."""
    for name in ("tests.postgres", "tests.warm"):
        if (module := sys.modules.get(name)) is not None:
            module.stop()


def pytest_xdist_auto_num_workers() -> int:
    """Let there be more at work than the machine has cores: many tests wait for a process or a platform."""
    return 2 * (os.cpu_count() or 1)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Note what the tests name before any of them is deselected."""
    config.stash[NAMED] = demands.named_by(items)
    config.stash[FILES] = {item.path for item in items}
    if Conversation.on_postgres:
        others = [item for item in items if not _is_for_every_store(item)]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if _is_for_every_store(item)]


def _is_for_every_store(item: pytest.Item) -> bool:
    """Whether the test has a conversation, and is not about the SQLite file."""
    return "talk" in getattr(item, "fixturenames", ()) and item.get_closest_marker("sqlite") is None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show the list if it was asked for."""
    if config.getoption("--demands"):
        terminalreporter.section("demands")
        for line in demands.report(config.stash.get(NAMED, {})):
            terminalreporter.write_line(line)


@pytest.fixture
def named_demands(pytestconfig: pytest.Config) -> dict[str, list[str]]:
    """Demand → the tests of this session that name it."""
    return pytestconfig.stash[NAMED]


@pytest.fixture
def collected_files(pytestconfig: pytest.Config) -> set[Path]:
    """The files whose tests were collected in this session."""
    return pytestconfig.stash[FILES]


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Callable[..., Conversation]]:
    """Begin a conversation, or several; each has a folder of its own."""
    begun: list[Conversation] = []

    def begin(**options: Any) -> Conversation:
        begun.append(Conversation(tmp_path / f"person-{len(begun)}", **options))
        return begun[-1]

    yield begin
    for conversation in begun:
        conversation.close()
