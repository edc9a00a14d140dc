"""One interview from the first words to letting go, on Slack: the real process, its clock moved, the words of the core."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.slack import manifest
from core.events import Person
from core.messages import Attachment, Draft, Line, Part, Prompt
from tests.conversation import Conversation
from tests.simulators.slack import Bot, Slack, User
from tests.slack_process import launched, moves, shown

NOON = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)
"""12:40 in Lusaka."""
MARK = "double booking"
"""Words of the person's that must not be in the log."""


@dataclass
class Arc:
    """The person on Slack, and the same person in the core: what they hear has to be the same."""

    slack: Slack
    bot: Bot
    user: User
    core: Conversation
    clock: Path
    heard: int = 0
    waited: timedelta = field(default_factory=timedelta)

    def says(self, *texts: str) -> None:
        for text in texts:
            self.core.says(text)
            self.user.dm(text)
            self.compare()

    def taps(self, label: str) -> None:
        prompt = self.core.prompt
        chosen = [one.option for one in prompt.choices if one.label == label]
        self.core.clicks(prompt, chosen[0] if chosen else label)
        self.user.click(label)
        self.compare()

    def waits(self, **how_long: float) -> None:
        """Time passes, and what comes of itself is heard at its hour, here and there."""
        until = self.core.now + timedelta(**how_long)
        while (due := self.core.store.next_due()) is not None and due <= until:
            self.core.waits(seconds=(due - self.core.now).total_seconds() + 1)
            moves(self.clock, due + timedelta(seconds=2))
            self.core.now = due + timedelta(seconds=2)
            self.compare()
        self.core.now = until
        moves(self.clock, until)
        time.sleep(1.1)  # so long an offset counts

    def compare(self) -> None:
        """What was said on Slack since the last look is what the core said."""
        expected = [text for part in self.core.everything[self.heard :] for text in lines(part)]
        self.heard = len(self.core.everything)
        if not expected:
            return
        already = sum(len(shown(call)) for call in self.posts[: self.compared])

        def all_there() -> bool:
            return sum(len(shown(call)) for call in self.posts) - already >= len(expected)

        self.slack.wait(all_there, 20, f"{len(expected)} lines that begin {expected[:1]}")
        said = [text for call in self.posts[self.compared :] for text in shown(call)]
        assert said == expected
        self.compared = len(self.posts)

    @property
    def posts(self) -> list[object]:
        return self.slack.calls("chat.postMessage", ok=True)

    compared: int = 0


def lines(part: Part) -> list[str]:
    match part:
        case Line(text) | Prompt(text=text):
            return [text]
        case Draft(title, text):
            return [title, text]
        case Attachment():
            return []


MANIFESTS = {"socket": manifest.socket, "http": partial(manifest.http, "https://coach.example.org")}
QUICKLY, AS_EVER = "tests.slack_quick", "bot"


@pytest.fixture(
    params=[
        pytest.param(("socket", QUICKLY), id="socket"),
        pytest.param(("http", QUICKLY), id="http", marks=pytest.mark.long),
        pytest.param(("socket", AS_EVER), id="socket at its own pace", marks=pytest.mark.long),
    ]
)
def arc(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Arc]]:
    mode, program = request.param
    clock = tmp_path / "clock"
    moves(clock, NOON)
    rate = "off" if program == QUICKLY else "warn"
    with Slack(mode=mode, folder=tmp_path, manifest=MANIFESTS[mode](), rate=rate, ack_timeout=20) as slack:
        amina = slack.user("Amina Phiri", tz="Africa/Lusaka")
        who = Person(f"slack:{slack.ws.id}", amina.id)
        core = Conversation(tmp_path / "core", at="2026-11-24T12:40", person=who)

        def begin() -> Arc:
            bot = launched(slack, program=program, REBOUND_CLOCK_FILE=str(clock))
            moves(clock, NOON)
            time.sleep(1.1)
            return Arc(slack, bot, amina, core, clock)

        yield begin
        core.close()


def test_an_interview_from_the_first_words_to_letting_go_is_told_in_the_same_words_as_anywhere(
    arc: Callable[[], Arc],
) -> None:
    told = arc()
    told.says("just out of an interview at Lakeside Clinic. mind went blank when they asked about a conflict")
    told.taps("8")
    told.says(
        "only the blank",
        "tell us about a time you disagreed with a colleague",
        f"at my old job the other receptionist kept {MARK}. i made a shared sheet & it <stopped>",
        "excel and phones",
        "I set up the phone system in my last office",
        "yes",
        "i may write",
        "by friday",
        "Mrs Zulu asked it",
        "e-mail",
        "show me now",
    )
    told.taps("Mark as sent")
    told.taps("Tomorrow")
    assert told.core.store.next_due() is not None
    told.waits(days=1)
    told.says("yes", "the phones went well", "that was all")
    told.waits(days=9)
    assert len(told.core.everything) > 25

    user, slack = told.user, told.slack
    slack.settle(0.3)
    assert len(slack.calls("users.info")) > 1, "nobody was looked up before a nudge"
    assert told.bot.leaks(MARK, "Lakeside", "Zulu", "disagreed") == []
    assert told.bot.stop() == (0, pytest.approx(0, abs=12))
    stats = slack.stats()
    assert stats["unacked"] == 0
    assert stats["user_saw_errors"] == 0
    assert all("<stopped>" not in call.args["text"] for call in slack.calls("chat.postMessage"))
    assert user.messages()
    slack.assert_clean(warnings=True)


@pytest.mark.parametrize("mode", ["socket", pytest.param("http", marks=pytest.mark.long)])
def test_killed_right_after_the_acknowledgement_nothing_is_lost_and_nothing_doubled(tmp_path: Path, mode: str) -> None:
    with Slack(mode=mode, folder=tmp_path) as slack:
        amina = slack.user("Amina Phiri", tz="Africa/Lusaka")
        bot = launched(slack)
        since = amina.mark()
        amina.dm("I had an interview at Acme this morning")
        amina.wait_reply(since)
        hanging = slack.fault("chat.postMessage", "hang", 30)
        delivery = amina.dm("8")
        slack.wait(lambda: delivery.acked, 10, "the acknowledgement")
        bot.restart(hard=True, wait=60)
        hanging["times"] = 0
        amina.wait_text("An 8", timeout=30)
        slack.redeliver(delivery)
        slack.settle(1.0)
        assert amina.screen().count("An 8") == 1
        assert bot.stop()[0] == 0


@pytest.mark.long
def test_killed_between_sending_and_noting_it_shows_nothing_twice(tmp_path: Path) -> None:
    with Slack(folder=tmp_path) as slack:
        amina = slack.user("Amina Phiri", tz="Africa/Lusaka")
        bot = launched(slack)
        slack.fault("chat.postMessage", "hang_after", 30)
        amina.dm("I had an interview at Acme this morning")
        amina.wait_text("Acme")
        bot.restart(hard=True, wait=60)
        since = amina.mark()
        amina.dm("8")
        amina.wait_text("An 8", since=since, timeout=30)
        assert amina.screen().count("Noted: Acme") == 1
        assert bot.stop()[0] == 0
