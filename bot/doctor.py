"""`rebound doctor`: is this machine fit to run the coach? One line for each thing looked at, with what to do.

Nothing is created or changed, the coach may be running meanwhile, and no secret is shown. A check gives what it found or
raises a `ReboundError` whose sentence is printed; each stands alone, so that one fault does not hide another.
"""

from __future__ import annotations

import difflib
import json
import os
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from bot import checks, journals
from bot.clock import SystemClock
from bot.community import community_in
from bot.config import ENV_FILE, Settings, lines, read_as, read_settings
from bot.journals import Wrong
from bot.tokens import Tokens
from core import clock as zones
from core.errors import ReboundError, StoreError
from core.records import record
from core.store import inspection

_PYTHONS = ((3, 11), (3, 13))


@record
class Finding:
    """What one check found."""

    name: str
    is_fine: bool
    says: str


def doctor(*, as_json: bool) -> int:
    """Print what was found; the exit code is 1 if anything is wrong."""
    found = list(findings(SystemClock().now()))
    is_fine = all(one.is_fine for one in found)
    if as_json:
        listed = [{"name": one.name, "ok": one.is_fine, "says": one.says} for one in found]
        print(json.dumps({"ok": is_fine, "checks": listed}, indent=2, ensure_ascii=False))
    else:
        for one in found:
            print(f"{'ok   ' if one.is_fine else 'WRONG'}  {one.name}: {one.says}")
    return 0 if is_fine else 1


def findings(now: datetime) -> Iterator[Finding]:
    """Look at everything, the most basic first; what keeps several checks from being made is told by the first."""
    told = set[str]()
    for one in _looked_at(now):
        if one.is_fine or one.says not in told:
            yield one
        if not one.is_fine:
            told.add(one.says)


def _looked_at(now: datetime) -> Iterator[Finding]:
    yield _found("Python", _python)
    yield _found("SQLite", _sqlite)
    set_up: Settings | None = None
    try:
        set_up = read_settings()
    except ReboundError as problem:
        yield Finding("settings", is_fine=False, says=str(problem))
    if set_up is not None:
        yield _found("settings", partial(_settings, set_up))
        for name, check in journals.checks(set_up, now):
            yield _found(name, check)
        yield _found("community", partial(_community, set_up))
    yield _found("clock", partial(_clock, set_up, now))
    yield _found("zone data", _zone_data)
    yield from _slack_findings(set_up)
    yield from _discord_findings(set_up)
    yield _found("ports", partial(_ports, set_up))


def _found(name: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(name, is_fine=True, says=check())
    except ReboundError as problem:
        return Finding(name, is_fine=False, says=str(problem))


def _python() -> str:
    first, last = _PYTHONS
    version = sys.version_info
    if not first <= version[:2] <= last:
        raise Wrong(
            f"This is Python {version[0]}.{version[1]}; install Python 3.11, 3.12 or 3.13 and make the venv anew."
        )
    return f"{version[0]}.{version[1]}.{version[2]}"


def _sqlite() -> str:
    if sqlite3.sqlite_version_info < inspection.SQLITE_AT_LEAST:
        needed = ".".join(map(str, inspection.SQLITE_AT_LEAST))
        raise Wrong(
            f"Python comes with SQLite {sqlite3.sqlite_version}, and {needed} is needed; install a newer Python."
        )
    return sqlite3.sqlite_version


def _settings(set_up: Settings) -> str:
    known = {f"REBOUND_{name}".upper() for name in Settings.model_fields}
    named = {name for name, _, _ in lines() if name} | set(os.environ)
    for name in sorted(named):
        if name.startswith("REBOUND_") and name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            raise Wrong(
                f"{name} is no setting{f'; {near[0]} may be meant' if near else ''}; .env.example lists them all."
            )
    if set_up.new_key is not None and set_up.key is None:
        raise Wrong(
            "REBOUND_NEW_KEY is set without REBOUND_KEY; leave it empty: a key file gets its new key by itself."
        )
    if (set_up.key or any(_secrets())) and _is_open_to_others(ENV_FILE):
        raise Wrong(f"{ENV_FILE} holds secrets and is open to other accounts; run `chmod 600 {ENV_FILE}`.")
    return f"from the environment{f' and {ENV_FILE.absolute()}' if ENV_FILE.exists() else ''}"


def _secrets() -> list[str]:
    return [name for name, value, _ in lines() if name and value and name.endswith(("_TOKEN", "_SECRET", "_KEY"))]


def _is_open_to_others(file: Path) -> bool:
    return os.name == "posix" and file.exists() and bool(file.stat().st_mode & (stat.S_IRWXO | stat.S_IWGRP))


def _community(set_up: Settings) -> str:
    community_in(set_up.community)
    return f"{set_up.community}" if set_up.community else "none is set"


def _clock(set_up: Settings | None, now: datetime) -> str:
    newest = None
    with suppress(StoreError):  # that the database cannot be read stands in a line of its own
        if set_up is not None and set_up.backend.exists():
            newest = set_up.backend.inspected().newest
    if problem := checks.wrong_clock(now, newest):
        raise Wrong(problem)
    return f"{now:%d %B %Y, %H:%M} UTC"


def _zone_data() -> str:
    if problem := checks.old_zone_data():
        raise Wrong(problem)
    own = checks.machine_zone_data()
    return f"{zones.zone_data_version()} of the tzdata package{f'; the machine has {own}, which is not used' if own else ''}"


def _slack_findings(set_up: Settings | None) -> Iterator[Finding]:
    yield _found("Slack", _slack)
    with suppress(ReboundError):  # that is told already
        tokens = read_as(Tokens)
        if tokens.has_slack():
            from bot.slack import checking  # only then are Slack's libraries worth their time

            yield from (_found(name, check) for name, check in checking.checks(tokens, set_up))


def _slack() -> str:
    tokens = read_as(Tokens)
    if not tokens.has_slack():
        return "not set up"
    whose = "many workspaces" if tokens.serves_many else "one workspace"
    return f"set up for {whose}, {'over HTTP' if tokens.is_over_http else 'in Socket Mode'}"


def _discord_findings(set_up: Settings | None) -> Iterator[Finding]:
    yield _found("Discord", _discord)
    with suppress(ReboundError):  # that is told already
        tokens = read_as(Tokens)
        if tokens.has_discord():
            from bot.discord import checking  # only then are Discord's libraries worth their time

            yield _found("Discord application", partial(checking.check, set_up, tokens))


def _discord() -> str:
    tokens = read_as(Tokens)
    return "a token is set" if tokens.has_discord() else "not set up"


def _ports(set_up: Settings | None) -> str:
    tokens = read_as(Tokens)
    wanted = []
    if set_up is not None and set_up.health_port:
        wanted.append(("REBOUND_HEALTH_PORT", "127.0.0.1", set_up.health_port))
    with suppress(ReboundError):  # that is told already
        if tokens.has_slack() and tokens.is_over_http:
            wanted.append(("SLACK_HTTP_PORT", tokens.slack_http_host, tokens.http_port))
    if not wanted:
        return "none is needed"
    listed = ", ".join(str(port) for *_, port in wanted)
    with suppress(StoreError):  # as above
        if set_up is not None and set_up.backend.is_in_use():
            return f"{listed}; not tried, for the coach is running"
    for setting, host, port in wanted:
        if problem := checks.taken_port(setting, host, port):
            raise Wrong(problem)
    return f"{listed} can be used"
