"""What the core imports, how flows ask, and what no file of the repository names."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORE = sorted((ROOT / "core").rglob("*.py"))
STORE = ROOT / "core" / "store"

AROUND = {
    "bot",
    "slack_bolt",
    "slack_sdk",
    "discord",
    "apscheduler",
    "asyncio",
    "prompt_toolkit",
    "structlog",
}
NETWORK = {
    "aiohttp",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "urllib",
    "urllib3",
    "websockets",
}
FOREIGN = AROUND | NETWORK | {"random"}
"""Platforms and the program around the core, networks, and chance."""
KEPT_TO_THE_STORE = {"sqlite3", "sqlite_utils", "cryptography", "psycopg"}
CLOCKS = {f"datetime.{name}" for name in ("now", "utcnow", "today")} | {"date.today"}
CLOCKS |= {f"time.{name}" for name in ("time", "time_ns", "localtime", "gmtime")}


def short(path: Path) -> str:
    """A file's name for a person."""
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    """A file, parsed."""
    return ast.parse(path.read_text("utf-8"), filename=short(path))


def imported(module: ast.AST) -> Iterator[str]:
    """The top packages a file imports, at any depth of it."""
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                yield from (alias.name.partition(".")[0] for alias in names)
            case ast.ImportFrom(module=str(name), level=0):
                yield name.partition(".")[0]
            case ast.Call(func=ast.Name(id="__import__") | ast.Attribute(attr="import_module")):
                yield "(imported by name)"


def used(module: ast.AST) -> set[str]:
    """Every `a.b` in a file; of `a.b.c` the last two."""
    found = set()
    for node in ast.walk(module):
        match node:
            case ast.Attribute(value=ast.Name(id=left) | ast.Attribute(attr=left), attr=right):
                found.add(f"{left}.{right}")
    return found


def test_there_is_a_core_to_check() -> None:
    assert len(CORE) > 50


@pytest.mark.parametrize("path", CORE, ids=short)
def test_the_core_imports_no_platform_no_network_and_no_chance(path: Path) -> None:
    assert not (FOREIGN | {"(imported by name)"}) & set(imported(tree(path)))


@pytest.mark.parametrize("path", [path for path in CORE if STORE not in path.parents], ids=short)
def test_only_the_store_imports_a_database_or_a_cipher(path: Path) -> None:
    assert not KEPT_TO_THE_STORE & set(imported(tree(path)))


@pytest.mark.parametrize("path", CORE, ids=short)
def test_the_core_reads_no_clock(path: Path) -> None:
    module = tree(path)
    assert not CLOCKS & used(module)
    names = {
        alias.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and node.module == "time"
        for alias in node.names
    }
    assert not names


def asks_without_yield_from(module: ast.AST) -> list[int]:
    """The lines on which something is asked and not waited for."""
    waited_for = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.YieldFrom)}
    return [
        node.lineno
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "ask"
        if id(node) not in waited_for
    ]


@pytest.mark.parametrize("path", CORE, ids=short)
def test_each_ask_stands_after_yield_from(path: Path) -> None:
    assert not asks_without_yield_from(tree(path))


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("answer = yield from talk.ask(Q)", []),
        ("yield from talk.ask(Q, showing=letter)", []),
        ("if (yield from talk.ask(Q)) == 'yes': pass", []),
        ("talk.ask(Q)", [2]),
        ("answer = talk.ask(Q)", [2]),
        ("yield talk.ask(Q)", [2]),
        ("yield from [talk.ask(Q)]", [2]),
    ],
)
def test_a_forgotten_yield_from_is_found(line: str, wrong: list[int]) -> None:
    assert asks_without_yield_from(ast.parse(f"def flow(talk):\n    {line}\n")) == wrong


@pytest.mark.parametrize("path", sorted((ROOT / "core" / "flows").rglob("*.py")), ids=short)
def test_no_flow_wraps_an_ask_in_try(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Try):
            assert not any(isinstance(inner, ast.YieldFrom | ast.Yield) for inner in ast.walk(node))


def loaded_by(statement: str) -> set[str]:
    """The top packages that are loaded after a statement in a fresh interpreter."""
    program = f"import sys; {statement}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, cwd=ROOT, timeout=60, check=True, text=True
    )
    return set(result.stdout.split())


def test_importing_the_coach_loads_no_database_no_cipher_and_no_terminal() -> None:
    loaded = loaded_by("import core.coach")
    assert "core" in loaded
    assert not (KEPT_TO_THE_STORE | {"prompt_toolkit", "pydantic", "slack_bolt", "discord", "aiohttp"}) & loaded


def test_importing_the_store_package_alone_loads_neither_a_database_library_nor_a_cipher() -> None:
    assert not {"sqlite_utils", "cryptography", "psycopg"} & loaded_by("import core.store")


# Written with [.] and groups, so that this file does not name what it looks for.
REGISTRY = re.compile(
    r"\b(?:(?:www|test|files|upload)[.])?(?:pypi[.](?:org|python[.]org)|pythonhosted[.]org|registry[.]npmjs[.]org"
    r"|crates[.]io|conda[.]anaconda[.]org|proxy[.]golang[.]org|rubygems[.]org)\b|--(?:extra-)?index[-]url",
    re.IGNORECASE,
)
PLACE = re.compile(r"(?<![\w.~}/-])/(?:home|Users|root|work)[/][\w.-]+|\b[A-Z]:\\+Users\b")
IGNORED = {"__pycache__", "dist", "build", "htmlcov", "node_modules"}


def files() -> Iterator[Path]:
    """What belongs to the repository; generated folders and those of tools are left out."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            f
            for f in folders
            if f not in IGNORED and not f.endswith(".egg-info") and (f[0] != "." or f in (".ci", ".github"))
        ]
        yield from (Path(folder) / name for name in names if name not in (".env", ".git", ".coverage"))


def test_no_file_names_a_package_registry_or_a_place_on_somebodys_disk() -> None:
    found = []
    for path in files():
        text = path.read_text("utf-8", errors="replace")
        found += [f"{short(path)}: {hit[0]}" for pattern in (REGISTRY, PLACE) for hit in pattern.finditer(text)]
    assert not found


UNWANTED = [
    "https://" + "pypi." + "org/simple",
    "files." + "pythonhosted." + "org",
    "pip --index" + "-url x",
    "cd /" + "home/ada",
    "'/" + "work/main'",
    "/" + "Users/ada",
]


@pytest.mark.parametrize("text", UNWANTED)
def test_what_must_not_be_named_would_be_found(text: str) -> None:
    assert REGISTRY.search(text) or PLACE.search(text)
