"""What each of several processes does: real processes on one PostgreSQL database, each with a part of it."""

from __future__ import annotations

import asyncio
import signal
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.chores import Chore
from bot.clock import SystemClock
from bot.config import SettingsError
from bot.roles import Roles, roles_of
from bot.running import Service, serve
from core.coach import Coach
from core.store import Address, open_store
from core.store.postgres.store import PostgresStore
from core.wording import load
from tests.postgres import fresh_database
from tests.stores import KEY
from tests.test_serving import DISCORD, LOOPBACK, SECONDS, SLACK, Centre, Served

BOTH = ["slack", "discord"]


# --- what a command line names ---


def test_without_roles_a_process_does_everything_for_what_is_configured() -> None:
    assert roles_of(None, ["slack"], may_be_few=False) == Roles(("slack",), (), delivers=True, keeps_house=True)
    assert roles_of("Slack, delivery,housekeeping", ["slack"], may_be_few=False).listens_to == ("slack",)


def test_who_delivers_sends_also_to_platforms_that_others_listen_to() -> None:
    assert roles_of("delivery", BOTH, may_be_few=True) == Roles((), ("slack", "discord"), True, False)
    assert roles_of("slack,delivery", BOTH, may_be_few=True) == Roles(("slack",), ("discord",), True, False)


def test_who_does_not_deliver_has_nothing_to_do_with_other_platforms() -> None:
    assert roles_of("discord", BOTH, may_be_few=True).served == ["discord"]
    assert roles_of("housekeeping", BOTH, may_be_few=True) == Roles((), (), delivers=False, keeps_house=True)


@pytest.mark.parametrize(
    ("named", "may_be_few", "sentence"),
    [
        (
            "slack,cleaning",
            True,
            "cleaning is no role; --roles takes slack, discord, delivery, housekeeping, separated",
        ),
        (" , ", True, "--roles names no role"),
        ("discord", True, "Discord is not configured; set its tokens, or leave it out of --roles"),
        (
            "slack,delivery",
            False,
            "An SQLite file is served by one process, which has to do everything; leave --roles out",
        ),
    ],
)
def test_what_does_not_fit_is_told_in_one_sentence(named: str, may_be_few: bool, sentence: str) -> None:
    with pytest.raises(SettingsError, match=sentence):
        roles_of(named, ["slack"], may_be_few=may_be_few)


def test_the_command_refuses_a_part_of_the_roles_on_an_sqlite_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in (SLACK | LOOPBACK | {"REBOUND_DATABASE": str(tmp_path / "rebound.db")}).items():
        monkeypatch.setenv(name, value)
    assert main(["run", "--roles", "slack"]) == 1
    assert "An SQLite file is served by one process" in capsys.readouterr().err
    assert not (tmp_path / "rebound.db").exists()


# --- processes ---


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    place = {"REBOUND_DATABASE": fresh_database(), "REBOUND_KEY": KEY.text}
    return Centre(tmp_path, settings=SLACK | DISCORD | LOOPBACK | place)


def ends(*processes: Served) -> None:
    for served in processes:
        served.process.send_signal(signal.SIGTERM)
    for served in processes:
        assert served.ended() == (0, "")


def test_what_one_process_hears_another_one_answers(centre: Centre) -> None:
    with centre.running("run", "--roles", "slack") as ear, centre.running("run", "--roles", "delivery") as mouth:
        for _ in BOTH:
            assert mouth.until("starts")["listens"] is False
        assert ear.until("starts")["platform"] == "slack"
        ear.until("connected")
        ear.hears(person="U-ada", id="e1", text="just out of an interview at Acme, mind went blank")
        ear.until("acknowledges", id="e1")
        assert "Acme" in mouth.until("shows")["text"]
        ends(ear, mouth)
    assert "shows" not in ear.did()


def test_the_goodbye_to_somebody_who_was_erased_is_said_by_whoever_heard_them(centre: Centre) -> None:
    with centre.running("run", "--roles", "slack") as ear:
        ear.until("connected")
        for number, text in enumerate(("just out of an interview at Acme", "forget me", "yes, erase everything")):
            ear.hears(person="U-ada", id=f"e{number}", text=text)
            ear.until("acknowledges", id=f"e{number}")
        if "shows" not in ear.did():
            ear.until("shows")
        ends(ear)
    assert [line["person"] for line in ear.said if line["does"] == "shows"] == ["U-ada"]
    with closing(open_store(Address(centre.settings["REBOUND_DATABASE"]), KEY)) as store:
        assert store.people("slack:T1") == []


def test_two_that_do_everything_share_the_work_and_show_each_message_once(centre: Centre) -> None:
    with centre.running("run") as one, centre.running("run") as two:
        for served in (one, two):
            for _ in BOTH:
                served.until("starts")
            served.until("connected")
        for number in range(6):
            (one, two)[number % 2].hears(person=f"U-{number}", id="e1", text="just out of an interview at Acme")
        for number in range(6):
            (one, two)[number % 2].until("acknowledges")
        ends(one, two)
    shown = [line["person"] for served in (one, two) for line in served.said if line["does"] == "shows"]
    with closing(open_store(Address(centre.settings["REBOUND_DATABASE"]), KEY)) as store:
        left = store.backlog().waiting
    assert len(shown) == len(set(shown))
    assert len(shown) + left == 6


async def test_a_process_without_a_platform_serves_until_it_is_told_to_end() -> None:
    loop, stop, did = asyncio.get_running_loop(), asyncio.Event(), asyncio.Event()
    chore = Chore("sweeping", lambda: loop.call_soon_threadsafe(did.set), timedelta(milliseconds=50))
    with closing(open_store(Address(fresh_database()), KEY)) as store:
        service = Service(Coach(load()), store, SystemClock(), [], delivers=False)
        serving = loop.create_task(serve(service, store, SystemClock(), chores=[chore], stop=stop))
        await asyncio.wait_for(did.wait(), SECONDS)
        assert not serving.done()
        stop.set()
        await asyncio.wait_for(serving, SECONDS)


async def test_of_two_processes_one_keeps_house_and_the_other_after_it() -> None:
    address, done, loop = Address(fresh_database()), list[str](), asyncio.get_running_loop()
    did = {"one": asyncio.Event(), "two": asyncio.Event()}
    refused: asyncio.Queue[str] = asyncio.Queue()

    def sweep(name: str) -> None:
        done.append(name)
        loop.call_soon_threadsafe(did[name].set)

    async def life(name: str, stop: asyncio.Event) -> None:
        with closing(PostgresStore(address, KEY)) as store:
            asked = store.is_housekeeper

            def is_housekeeper() -> bool:
                is_ours = asked()
                if not is_ours:
                    loop.call_soon_threadsafe(refused.put_nowait, name)
                return is_ours

            store.is_housekeeper = is_housekeeper  # type: ignore[method-assign]
            chore = Chore("sweeping", lambda: sweep(name), timedelta(milliseconds=50))
            service = Service(Coach(load()), store, SystemClock(), [], delivers=False)
            await serve(service, store, SystemClock(), chores=[chore], stop=stop)

    stops = {name: asyncio.Event() for name in did}
    one = loop.create_task(life("one", stops["one"]))
    await asyncio.wait_for(did["one"].wait(), SECONDS)
    two = loop.create_task(life("two", stops["two"]))
    for _ in range(3):
        assert await asyncio.wait_for(refused.get(), SECONDS) == "two"
    assert set(done) == {"one"}
    stops["one"].set()
    await asyncio.wait_for(one, SECONDS)
    await asyncio.wait_for(did["two"].wait(), SECONDS)
    stops["two"].set()
    await asyncio.wait_for(two, SECONDS)
