"""`rebound slack`, `rebound discord` and `rebound run`: real processes, from the settings to an end in good order."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bot.clock import SystemClock
from bot.config import SettingsError
from bot.running import Chore, Service, serve
from bot.serving import configured
from bot.tokens import Tokens
from core.coach import Coach
from core.events import Person, Text
from core.store import KeyFile, open_store
from core.store.backup import made_in
from core.wording import load
from tests import warm
from tests.loopback import Loopback
from tests.stores import KEY
from tests.terminal import ROOT, Terminal, complaints

SLACK = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
DISCORD = {"DISCORD_TOKEN": "a.b.c"}
LOOPBACK = {
    "SLACK_API_URL": "http://127.0.0.1:9/api/",
    "DISCORD_API_URL": "http://127.0.0.1:9/api/",
    "DISCORD_GATEWAY_URL": "ws://127.0.0.1:9/",
}
ADA = Person("slack:T1", "U-ada")
SECONDS = 60


@dataclass
class Served:
    """A process that serves, and what it has said."""

    process: subprocess.Popen[bytes] | warm.Process
    said: list[dict[str, Any]] = field(default_factory=list)

    def until(self, does: str, **more: object) -> dict[str, Any]:
        """The next line that says this."""
        assert self.process.stdout is not None
        while line := self.process.stdout.readline():
            self.said.append(json.loads(line))
            if self.said[-1] | {"does": does} | more == self.said[-1]:
                return self.said[-1]
        raise AssertionError(f"it ended without {does}: {self.said}, {self.ended()}")

    def hears(self, **event: str) -> None:
        """Something happens on the platform."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(event).encode() + b"\n")
        self.process.stdin.flush()

    def ended(self) -> tuple[int, str]:
        """The exit code, and what it complained of."""
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        self.said += map(json.loads, self.process.stdout)  # its input stays open meanwhile
        return self.process.wait(timeout=SECONDS), "\n".join(complaints(self.process.stderr.read().decode()))

    def did(self) -> list[str]:
        return [line["does"] for line in self.said]


@dataclass
class Centre:
    """A folder in which a coach is run."""

    folder: Path
    settings: dict[str, str] = field(default_factory=lambda: SLACK | LOOPBACK)

    @property
    def terminal(self) -> Terminal:
        return Terminal(self.folder)

    @contextmanager
    def running(self, *arguments: str, is_cold: bool = False) -> Iterator[Served]:
        """The process; `is_cold`: it begins from nothing, with the interpreter."""
        kept = {
            name: value
            for name, value in self.terminal.environment.items()
            if not name.startswith(("SLACK_", "DISCORD_"))
        }
        arguments, environment = arguments or ("slack",), kept | self.settings
        process: subprocess.Popen[bytes] | warm.Process
        if is_cold:
            pipe = subprocess.PIPE
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.served", *arguments],
                stdin=pipe, stdout=pipe, stderr=pipe, cwd=self.folder, env=environment,
            )  # fmt: skip
        else:
            process = warm.started(arguments, environment=environment, folder=self.folder, program="tests.served")
        late = threading.Timer(SECONDS, process.kill)  # then nobody waits for what it never says
        late.start()
        try:
            yield Served(process)
        finally:
            late.cancel()
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                assert pipe is not None
                pipe.close()


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    return Centre(tmp_path)


# --- what is configured ---


def tokens(**named: str) -> Tokens:
    return Tokens(_env_file=None, **{name.lower(): value for name, value in named.items()})  # type: ignore[call-arg]


@pytest.fixture
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Tokens.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.usefixtures("nothing_set")
def test_all_that_is_configured_is_served_or_the_one_that_is_asked_for() -> None:
    both = tokens(**SLACK, **DISCORD)
    assert configured(both) == ["slack", "discord"]
    assert configured(both, "discord") == ["discord"]
    assert configured(tokens(**DISCORD)) == ["discord"]


@pytest.mark.usefixtures("nothing_set")
@pytest.mark.parametrize(
    ("only", "sentence"),
    [
        (None, "Nothing is configured: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or DISCORD_TOKEN; "),
        ("slack", "Slack is not configured: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN; "),
        ("discord", "Discord is not configured: set DISCORD_TOKEN; "),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(only: str | None, sentence: str) -> None:
    with pytest.raises(SettingsError) as told:
        configured(tokens(), only)
    assert str(told.value) == f"{sentence}.env.example says where to get them."


@pytest.mark.usefixtures("nothing_set")
def test_half_of_one_platform_ends_the_start_of_all() -> None:
    with pytest.raises(SettingsError, match="SLACK_BOT_TOKEN is not the kind that begins with xoxb-"):
        configured(tokens(**SLACK | {"SLACK_BOT_TOKEN": ""}, **DISCORD))


@pytest.mark.parametrize("command", ["slack", "discord", "run"])
def test_the_command_line_ends_with_that_sentence_and_opens_nothing(centre: Centre, command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", command],
        capture_output=True,
        text=True,
        cwd=centre.folder,
        env=centre.terminal.environment,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 1
    assert [line.partition(": set ")[0] for line in complaints(done.stderr)] in (
        ["rebound: Nothing is configured"],
        [f"rebound: {command.capitalize()} is not configured"],
    )
    assert not centre.terminal.database.exists()


@pytest.mark.parametrize("address", ["SLACK_API_URL", "DISCORD_API_URL", "DISCORD_GATEWAY_URL"])
def test_a_moved_clock_is_refused_where_the_platforms_own_address_would_be_used(centre: Centre, address: str) -> None:
    (centre.folder / "clock").write_text("3600")
    centre.settings = SLACK | DISCORD | LOOPBACK | {address: "", "REBOUND_CLOCK_FILE": str(centre.folder / "clock")}
    with centre.running("run") as served:
        code, said = served.ended()
    assert code == 1
    assert "leads off it" in said
    assert not served.said


# --- a life ---


def test_what_is_written_is_answered_and_a_stop_ends_in_good_order(centre: Centre) -> None:
    with centre.running(is_cold=True) as served:
        served.until("connected")
        served.hears(id="C:1", person=ADA.id, text="I had an interview at Acme today and froze")
        assert "Acme" in served.until("shows")["text"]
        if "acknowledges" not in served.did():  # which may come before or after it
            served.until("acknowledges")
        served.process.send_signal(signal.SIGTERM)
        assert served.ended() == (0, "")
    assert "acknowledges" in served.did()
    assert served.did()[-2:] == ["stops listening", "closes"]
    with closing(open_store(centre.terminal.database, KeyFile(centre.terminal.key_file))) as store:
        assert len(list(store.journal(ADA))) == 1
        assert store.unsent(ADA) == []


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_a_message_on_its_way_still_arrives_before_the_connection_is_closed(
    centre: Centre, end: signal.Signals
) -> None:
    with centre.running("slack", "slow") as served:
        served.until("connected")
        served.hears(id="C:1", person=ADA.id, text="hello")
        served.until("sends")
        served.process.send_signal(end)
        assert served.ended() == (0, "")
    assert served.did()[-3:] == ["stops listening", "shows", "closes"]


def test_a_process_that_is_still_connecting_ends_when_it_is_told_to(centre: Centre) -> None:
    with centre.running("slack", "never") as served:
        served.until("starts")
        served.process.send_signal(signal.SIGTERM)
        assert served.ended() == (0, "")
    assert served.did() == ["starts", "closes"]


def test_a_refused_token_ends_it_with_the_sentence_of_the_platform(centre: Centre) -> None:
    with centre.running("slack", "refused") as served:
        assert served.ended() == (1, "rebound: SLACK_BOT_TOKEN is refused; copy it anew.")
    assert served.did() == ["starts", "closes"]


def test_a_lost_connection_ends_it_with_one_sentence_for_whoever_starts_it_again(centre: Centre) -> None:
    with centre.running() as served:
        served.until("connected")
        served.hears(lost="Slack has not answered for a minute; start again.")
        assert served.ended() == (1, "rebound: Slack has not answered for a minute; start again.")
    assert served.did()[-2:] == ["stops listening", "closes"]


def test_a_platform_from_which_nothing_can_come_any_more_ends_it(centre: Centre) -> None:
    with centre.running() as served:
        served.until("connected")
        assert served.process.stdin is not None
        served.process.stdin.close()
        assert served.ended() == (1, "rebound: Nothing comes from slack any more; start again.")


def test_a_fault_of_an_adapters_ends_it_and_quotes_nothing(centre: Centre) -> None:
    with centre.running() as served:
        served.until("connected")
        served.hears(fault="what somebody wrote")
        code, said = served.ended()
    assert code == 1
    assert "ValueError" in said
    assert "what somebody wrote" not in said
    assert served.did()[-1] == "closes"


def test_two_platforms_are_served_by_one_process(centre: Centre) -> None:
    centre.settings = SLACK | DISCORD | LOOPBACK
    with centre.running("run") as served:
        served.until("starts", platform="slack")
        served.until("starts", platform="discord")
        served.until("connected")
        served.process.send_signal(signal.SIGTERM)
        assert served.ended() == (0, "")
    assert [line["platform"] for line in served.said if line["does"] == "closes"] == ["slack", "discord"]


def test_by_a_moved_clock_a_nudge_comes_as_soon_as_its_hour_is_set(centre: Centre) -> None:
    clock = centre.folder / "clock"

    def moves(at: datetime) -> None:
        clock.write_text(str((at - SystemClock().now()).total_seconds()))

    noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    moves(noon)
    centre.settings |= {"REBOUND_CLOCK_FILE": str(clock)}
    with centre.running() as served:
        served.until("connected")
        served.hears(id="C:1", person=ADA.id, text="I had an interview at Acme this morning")
        served.until("shows", reply=True)
        moves(noon + timedelta(hours=3, seconds=1))
        served.until("shows", reply=False)


# --- what is done beside the turns ---


def test_the_backup_of_the_day_is_made_at_the_start(centre: Centre) -> None:
    with centre.running() as served:
        served.until("connected")
        backups, ends = centre.terminal.database.parent / "backups", time.monotonic() + SECONDS
        while not (backups.is_dir() and made_in(backups)) and time.monotonic() < ends:
            time.sleep(0.05)
        served.process.send_signal(signal.SIGTERM)
        assert served.ended() == (0, "")
    assert len(made_in(backups)) == 1


async def test_a_chore_that_fails_is_done_again_and_its_text_is_not_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[int] = []
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def fails() -> None:
        done.append(1)
        if len(done) == 2:
            loop.call_soon_threadsafe(stop.set)
        raise ValueError("what somebody wrote")

    chore = Chore("sweeping", fails, timedelta(milliseconds=50))
    with closing(open_store(tmp_path / "rebound.db", KEY)) as store:
        service = Service(Coach(load()), store, SystemClock(), [Loopback()])
        await asyncio.wait_for(serve(service, store, SystemClock(), chores=[chore], stop=stop), SECONDS)
    assert len(done) >= 2
    assert "The sweeping failed and is tried again later: ValueError at " in caplog.text
    assert "somebody wrote" not in caplog.text


async def test_no_turn_waits_until_the_alarm_is_set_which_is_done_once_for_many(tmp_path: Path) -> None:
    told: list[int] = []
    may_go_on = threading.Event()

    def turned() -> None:
        told.append(1)
        may_go_on.wait(SECONDS)

    with closing(open_store(tmp_path / "rebound.db", KEY)) as store:
        service = Service(Coach(load()), store, SystemClock(), [Loopback()])
        service.turned = turned
        for number in range(5):
            event = Text(id=str(number), person=Person("slack:T1", "U-ada"), at=SystemClock().now(), text="hello")
            await asyncio.wait_for(service.take(event), SECONDS)
        may_go_on.set()
        await service.drain()
    assert 1 <= len(told) <= 2


# --- how it is ---


def ready(port: int) -> tuple[int, str]:
    try:
        with urlopen(f"http://127.0.0.1:{port}/readyz", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as answer:
        with answer:
            return answer.code, answer.read().decode()


@pytest.mark.parametrize(("how", "status", "is_there"), [("", 200, "ok"), ("never", 503, "not ready")])
def test_it_is_ready_when_each_platform_is_connected(centre: Centre, how: str, status: int, is_there: str) -> None:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    centre.settings |= {"REBOUND_HEALTH_PORT": str(port)}
    with centre.running("slack", how) as served:
        served.until("starts" if how else "connected")
        assert ready(port) == (status, f"database: ok\nslack: {is_there}\n")


def test_no_command_loads_the_libraries_of_a_platform_it_does_not_serve() -> None:
    program = (
        "import sys; from bot import serving; from bot.__main__ import parser; parser();"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, env=dict(os.environ), check=True
    )
    assert not {"slack_bolt", "slack_sdk", "discord", "aiohttp", "apscheduler"} & set(done.stdout.split())
