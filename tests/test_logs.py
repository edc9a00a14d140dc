"""Nothing of what somebody wrote, no id and no secret in any line of the log, whatever goes wrong and at every level."""

from __future__ import annotations

import ast
import asyncio
import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from bot import logs
from bot.__main__ import main
from bot.delivery.platform import UNNAMED, Limited, Refused, Unfit, Unsure
from core.errors import ReboundError, StoreError
from core.events import Person
from core.store import KeyFile
from core.understanding import details
from tests.conversation import Conversation
from tests.loopback import Loopback
from tests.service import ME, Life, live
from tests.stores import KEY
from tests.terminal import ROOT

PHRASE = "my hands shook in Ndola"
TOKEN = "xoxb-17653672481-planted"  # noqa: S105 - made up
SECRETS = (PHRASE, "Ndola", ME.id, ME.tenant, "T-mine", TOKEN, "5e5e5e5e")
FORMS = ("human", "json")

Talk = Callable[..., Conversation]


class Read:
    """The operator's view: what was logged at debug, in one format."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.stream = io.StringIO()
        self.logs = logs.set_up("debug", form, self.stream)

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    def is_clean(self) -> None:
        """None of the secrets is in any line, and each line is whole."""
        for secret in SECRETS:
            assert secret not in self.text, (secret, self.text)
        if self.form == "json":
            for line in self.lines:
                assert {"event", "timestamp", "level", "logger"} <= json.loads(line).keys()


@pytest.fixture(params=FORMS)
def read(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Read]:
    for name in LIBRARIES:  # an alarm that another test started keeps its library quiet in the whole process
        for quiet in (logging.getLogger(name), logging.getLogger(name.rpartition(".")[0])):
            monkeypatch.setattr(quiet, "level", logging.NOTSET)
    root = logging.getLogger()
    level = root.level
    logged = Read(request.param)
    logged.logs.know(logs.Names(KEY.read(sealed=None)))
    yield logged
    root.removeHandler(logged.logs)
    root.setLevel(level)


def named(person: Person = ME) -> str:
    return logs.Names(KEY.read(sealed=None)).of(person)


def quotes(_: object = None, **__: object) -> NoReturn:
    raise ValueError(f"{ME} wrote {PHRASE!r} with {TOKEN}")


async def hours_pass(life: Life) -> None:
    async with life.running():
        await life.says(f"interview at Acme, {PHRASE}")
        await asyncio.sleep(3600)


def test_a_flow_that_fails_with_the_text_in_its_error_logs_where_and_nothing_of_it(
    talk: Talk, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(details, "read", quotes)
    life = live(talk(person=ME), "2026-11-24T10:40", hours_pass)
    assert life.seen
    read.is_clean()
    assert "A turn failed with ValueError at test_logs.py:" in read.text


@pytest.mark.parametrize("kind", [Refused, Unfit, Unsure, RuntimeError, lambda _: Limited(3.0)])
def test_a_platform_that_answers_with_the_text_leaves_nothing_of_it(
    talk: Talk, read: Read, kind: Callable[[str], Exception]
) -> None:
    platform = Loopback(does=lambda *_: kind(f"invalid text: {PHRASE} of {ME.id}, token {TOKEN}"))
    conversation = talk(person=ME)
    live(conversation, "2026-11-24T10:40", hours_pass, platform)
    assert read.lines
    read.is_clean()
    assert PHRASE not in "".join(letter.reason for letter in conversation.store.dead_letters())


def test_who_cannot_be_reached_is_told_by_a_name_that_can_be_followed(talk: Talk, read: Read) -> None:
    live(talk(person=ME), "2026-11-24T10:40", hours_pass, Loopback(does=lambda *_: Refused("user_disabled")))
    read.is_clean()
    assert f"{named()} cannot be reached on slack: user_disabled" in read.text


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        ("user_disabled", "user_disabled"),
        ("50007", "50007"),
        ("50007 Cannot send messages to this user", "50007"),
        (PHRASE, UNNAMED),
        ("", UNNAMED),
        (f"{TOKEN} {PHRASE}", UNNAMED),
    ],
)
def test_of_a_platforms_reason_only_a_word_or_a_number_is_kept(reason: str, shown: str) -> None:
    assert Refused(reason).reason == str(Refused(reason)) == shown


def test_a_store_that_fails_is_told_in_its_own_sentence(
    talk: Talk, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation = talk(person=ME)

    def full(*_: object) -> NoReturn:
        try:
            quotes()
        except ValueError as error:
            raise StoreError("There is no room left for the journal.") from error

    async def story(life: Life) -> None:
        async with life.running():
            await life.says(PHRASE)
            monkeypatch.setattr(life.store, "claim", full)
            await asyncio.sleep(60)
            monkeypatch.undo()

    live(conversation, "2026-11-24T10:40", story)
    read.is_clean()
    assert "There is no room left for the journal." in read.text


def test_a_task_that_dies_unheard_is_told_by_its_outline(read: Read) -> None:
    async def story() -> None:
        asyncio.get_running_loop().set_exception_handler(logs.unawaited)
        task = asyncio.ensure_future(asyncio.to_thread(quotes))
        await asyncio.wait([task])
        del task
        asyncio.get_running_loop().call_soon(quotes)
        await asyncio.sleep(0.01)

    asyncio.run(story())
    read.is_clean()
    assert read.text.count("ended by an error: ValueError at test_logs.py:") == 2


def test_asyncios_own_report_is_clean_as_well(read: Read) -> None:
    async def story() -> None:
        asyncio.get_running_loop().call_soon(quotes)
        await asyncio.sleep(0.01)

    asyncio.run(story())
    read.is_clean()
    assert "asyncio" in read.text
    assert "ValueError at test_logs.py:" in read.text


LIBRARIES = (
    "apscheduler.executors.default",
    "slack_bolt.App",
    "slack_sdk.web.client",
    "discord.gateway",
    "aiohttp.access",
)


@pytest.mark.parametrize("name", LIBRARIES)
def test_of_a_library_only_the_words_in_its_source_are_logged(read: Read, name: str) -> None:
    library = logging.getLogger(name)
    library.debug("Sending %s to %s", PHRASE, ME, extra={"body": PHRASE})
    library.info(f"Handling {ME.id}, who wrote {PHRASE}, with {TOKEN}")
    library.warning(PHRASE)
    library.log(logging.ERROR, "Gave up after %d tries of %s", 3, TOKEN)
    try:
        quotes()
    except ValueError as error:
        library.exception(error, exc_info=True, stack_info=True)
        library.error("Failed to run %s", error, exc_info=error)
    read.is_clean()
    for words in ("Sending … to …", "Handling …, who wrote …, with …", "Gave up after … tries of …", "Failed to run …"):
        assert words in read.text
    assert read.text.count("ValueError at test_logs.py:") == 2
    assert len(read.lines) == 6
    assert all(name in line and "test_logs.py:" in line for line in read.lines)


def test_words_of_a_library_without_a_source_are_left_out(read: Read) -> None:
    exec(compile(f"log.error({PHRASE!r})", "<made up>", "exec"), {"log": logging.getLogger("discord")})  # noqa: S102
    read.is_clean()
    assert len(read.lines) == 1


def test_our_own_lines_show_people_as_names_and_objects_as_their_kind(read: Read) -> None:
    ours = logging.getLogger("bot.anything")
    ours.info("%s of %s asked %d times at %s: %s", ME, Person("slack:T1", ""), 3, Path("/data"), [PHRASE])
    ours.error("%s", ValueError(PHRASE))
    ours.warning("%s", ReboundError("Line one.\nLine two."))
    read.is_clean()
    assert f"{named()} of {named(Person('slack:T1', ''))} asked 3 times at {Path('/data')}: list" in read.text
    assert "Line one. Line two." in read.text


@pytest.mark.parametrize("name", ["bot.anything", "slack_bolt.App"])
def test_a_line_that_cannot_be_filled_in_shows_nothing_of_what_it_was_given(read: Read, name: str) -> None:
    read.logs.handle(logging.LogRecord(name, logging.ERROR, __file__, 1, "%d things", (PHRASE,), None))
    read.is_clean()
    assert len(read.lines) == 1


def test_no_call_of_ours_logs_an_id_or_a_text() -> None:
    private = {"id", "tenant", "person_id", "text", "parts", "entry", "snapshot", "content"}
    found = []
    for file in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "core").rglob("*.py")]:
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            match call:
                case ast.Call(func=ast.Attribute(value=ast.Name("log")), args=[said, *values]):
                    assert isinstance(said, ast.Constant), f"{file.name}:{call.lineno} fills in its words itself"
                    found += [one.attr for one in values if isinstance(one, ast.Attribute)]
    assert "person" in found
    assert not private & set(found)


def test_a_name_is_the_same_for_the_same_person_and_another_with_another_key() -> None:
    one, other = logs.Names(b"1" * 32), logs.Names(b"2" * 32)
    assert one.of(ME) == logs.Names(b"1" * 32).of(Person(*ME))
    assert one.of(ME).startswith("person-")
    assert len(one.of(ME)) == len("person-") + 12
    people = [ME, Person("slack:T1U", "-me"), Person("slack:T2", ME.id), Person(ME.tenant, "U2"), Person(ME.tenant, "")]
    assert len({names.of(person) for names in (one, other) for person in people}) == 2 * len(people)


def test_before_the_key_is_known_nobody_is_told_apart() -> None:
    stream = io.StringIO()
    handler = logs.Logs(stream, as_json=False)
    handler.handle(logging.LogRecord("bot.x", logging.INFO, "", 0, "%s is here", (ME,), None))
    assert "somebody is here" in stream.getvalue()


@pytest.mark.sqlite
def test_the_operator_is_told_somebodys_name(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = talk(person=ME).says(PHRASE).folder
    monkeypatch.setenv("REBOUND_DATABASE", str(folder / "data" / "rebound.db"))
    monkeypatch.setenv("REBOUND_KEY_FILE", str(folder / "key" / "master.key"))
    assert main(["who", "--tenant", ME.tenant, "--person", ME.id]) == 0
    key = KeyFile(folder / "key" / "master.key").read(sealed=None)
    assert capsys.readouterr().out == f"{logs.Names(key).of(ME)}\n"
    assert main(["who", "--tenant", ME.tenant, "--person", ""]) == 0
    assert capsys.readouterr().out == f"{logs.Names(key).of(ME._replace(id=''))}\n"
    monkeypatch.setenv("REBOUND_DATABASE", str(tmp_path / "none.db"))
    assert main(["who"]) == 1
    assert "There is no journal" in capsys.readouterr().err


def test_a_log_that_cannot_be_written_costs_nothing() -> None:
    stream = io.StringIO()
    stream.close()
    logs.Logs(stream, as_json=True).handle(logging.LogRecord("bot", logging.ERROR, "", 0, "lost", (), None))


CRASHES = {
    "on the main thread": "quotes()",
    "on another thread": "import threading; t = threading.Thread(target=quotes); t.start(); t.join()",
    "where nothing can be raised": "class It:\n    def __del__(self): quotes()\nIt()",
    "in a group, after another": (
        "try: quotes()\nexcept ValueError as e: raise ExceptionGroup(PHRASE, [RuntimeError(PHRASE), e])"
    ),
    "as a warning": "import warnings; warnings.warn(PHRASE)",
}


@pytest.mark.parametrize("is_set_up", [False, True])
@pytest.mark.parametrize("where", CRASHES)
def test_a_crash_leaves_its_outline_alone(where: str, is_set_up: bool, tmp_path: Path) -> None:
    program = tmp_path / "crashing.py"
    program.write_text(
        "from bot import logs\nfrom tests.test_logs import PHRASE, quotes\nlogs.take_hooks()\n"
        + ("logs.set_up('debug', 'json')\n" if is_set_up else "")
        + CRASHES[where]
        + "\n"
    )
    ended = subprocess.run(
        [sys.executable, program],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert "Error at " in ended.stderr or "UserWarning at crashing.py:" in ended.stderr
    assert "Traceback" not in ended.stderr
    for secret in SECRETS:
        assert secret not in ended.stderr
    assert ended.returncode == (1 if where in ("on the main thread", "in a group, after another") else 0)


def test_a_chat_that_crashes_shows_nothing_of_what_was_typed(tmp_path: Path) -> None:
    program = (
        "from bot import __main__ as main, app\nfrom tests.test_logs import quotes\n"
        "app.load = quotes\nimport sys; sys.argv[1:] = ['chat']\nraise SystemExit(main.run())"
    )
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "REBOUND_DATABASE": str(tmp_path / "rebound.db"),
        "REBOUND_KEY_FILE": str(tmp_path / "key"),
    }
    ended = subprocess.run(
        [sys.executable, "-c", program], input=PHRASE, capture_output=True, text=True, env=environment, check=False
    )
    assert ended.returncode == 1
    assert "The program was stopped by an error of its own: ValueError at test_logs.py:" in ended.stderr
    assert not any(secret in ended.stderr + ended.stdout for secret in SECRETS)
