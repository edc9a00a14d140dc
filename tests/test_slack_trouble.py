"""Slack at its worst: doubled, late and reordered events, lost answers, limits, dead sockets; nothing lost, nothing twice."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.adapters import ConnectionLost
from bot.clock import MovedClock
from bot.config import SettingsError
from bot.delivery import delivery
from bot.slack import connection, socket_mode
from bot.slack.connection import SlackAdapter
from core.errors import StoreError
from core.events import Person
from tests.loopback import QUICK
from tests.simulators.slack import Slack, User
from tests.slack_process import moves
from tests.slack_served import Served, of_one, served

NOON = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)
ACME = "I had an interview at Acme this morning"
FEELING = "0 (fine)"
"""What the first reply asks for, in all its wordings."""


@pytest.fixture
def slack(tmp_path: Path) -> Iterator[Slack]:
    with Slack(folder=tmp_path, rate="off") as slack:
        yield slack


@pytest.fixture
def amina(slack: Slack) -> User:
    return slack.user("Amina Phiri", tz="Africa/Lusaka")


@pytest.fixture
def coach(slack: Slack, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    quick(monkeypatch)
    with served(slack, of_one(slack)) as coach:
        yield coach


def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits are as short as a test can bear."""
    monkeypatch.setattr(SlackAdapter, "rates", QUICK)
    monkeypatch.setattr(delivery, "FIRST_BACK_OFF", 0.2)
    monkeypatch.setattr(connection, "CALL_SECONDS", 0.8)


def hears(user: User, text: str, timeout: float = 15) -> None:
    user.wait_text(text, timeout=timeout)


def told(coach: Served, user: User) -> list[bytes]:
    return [entry.content for entry in coach.store.journal(Person(f"slack:{user.ws.id}", user.id))]


def once(user: User, text: str) -> None:
    user.s.settle(0.5)
    seen = sum(text in message.text for message in user.messages())
    assert seen == 1, f"{seen} times\n{user.screen()}"


# --- what comes in ---


def test_an_event_that_comes_three_times_is_taken_once(coach: Served, amina: User) -> None:
    amina.dm(ACME, duplicates=2)
    hears(amina, FEELING)
    once(amina, "Noted: Acme")
    assert sum(b"Acme" in content and b'"text"' in content for content in told(coach, amina)) == 1


@pytest.mark.usefixtures("coach")
def test_an_event_that_comes_again_long_after_says_nothing_more(slack: Slack, amina: User) -> None:
    first = amina.dm(ACME)
    hears(amina, FEELING)
    amina.dm("8")
    hears(amina, "An 8")
    slack.redeliver(first)
    once(amina, "Noted: Acme")


@pytest.mark.usefixtures("coach")
def test_a_press_that_comes_twice_is_one_press(slack: Slack, amina: User) -> None:
    amina.dm(ACME)
    hears(amina, FEELING)
    slack.redeliver(amina.click("8"))
    hears(amina, "An 8")
    once(amina, "An 8")


def test_events_that_come_in_another_order_are_all_taken(coach: Served, slack: Slack, amina: User) -> None:
    amina.dm(ACME)
    hears(amina, FEELING)
    with slack.hold_events("reversed"):
        for text in ("8", "only that", "they asked about budgets"):
            amina.dm(text)
    slack.settle(1.0)
    texts = b" ".join(told(coach, amina))
    assert all(word in texts for word in (b"budgets", b"only that", b'"8"'))
    assert not slack.stats()["unacked"]


def test_what_cannot_be_kept_is_not_acknowledged_and_comes_again(
    coach: Served, slack: Slack, amina: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, failures = coach.coach.take, iter([StoreError("The disk is full.")])

    def take(*args: Any, **more: Any) -> Any:
        for error in failures:
            raise error
        return real(*args, **more)

    monkeypatch.setattr(coach.coach, "take", take)
    sent = amina.dm(ACME)
    hears(amina, FEELING, timeout=20)
    slack.settle(1.0)  # the reply may be there before the acknowledgement is
    assert [attempt["ack_ms"] is None for attempt in sent.attempts] == [True, False]


def test_words_in_a_window_that_cannot_be_kept_stay_in_it(
    coach: Served, amina: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    amina.shortcut("debrief")
    window = amina.wait_modal()

    def take(*_: Any, **__: Any) -> Any:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(coach.coach, "take", take)
    assert window.fill("What happened", ACME).submit() == "errors"
    assert "could not be kept" in str(amina.wait_modal().errors)


# --- what goes out ---

LOST: dict[str, Callable[[Slack], Any]] = {
    "the answer is lost": lambda s: s.fault("chat.postMessage", "drop_after"),
    "the answer is lost twice": lambda s: s.fault("chat.postMessage", "drop_after", times=2),
    "the call is cut": lambda s: s.fault("chat.postMessage", "drop"),
    "it hangs before": lambda s: s.fault("chat.postMessage", "hang", 5),
    "it hangs after": lambda s: s.fault("chat.postMessage", "hang_after", 5),
    "500": lambda s: s.fault("chat.postMessage", "500"),
    "503 twice": lambda s: s.fault("chat.postMessage", "503", times=2),
    "internal_error": lambda s: s.fault("chat.postMessage", "500json"),
    "garbage": lambda s: s.fault("chat.postMessage", "garbage"),
    "a limit": lambda s: s.fault("chat.postMessage", "429", 1),
    "lost, and the look-up fails too": lambda s: [
        s.fault("chat.postMessage", "drop_after"),
        s.fault("conversations.history", "500", times=2),
    ],
    "a passing error": lambda s: s.fault("chat.postMessage", "error", "fatal_error"),
}


RARER = ("the answer is lost twice", "it hangs before", "503 twice", "a passing error", "internal_error")


@pytest.mark.usefixtures("coach")
@pytest.mark.parametrize(
    "trouble", [pytest.param(one, marks=pytest.mark.long) if one in RARER else one for one in LOST]
)
def test_a_message_is_seen_once_whatever_becomes_of_the_call(slack: Slack, amina: User, trouble: str) -> None:
    LOST[trouble](slack)
    amina.dm(ACME)
    hears(amina, FEELING, timeout=20)
    once(amina, "Noted: Acme")
    slack.assert_clean(warnings=True)


@pytest.mark.usefixtures("coach")
@pytest.mark.parametrize("trouble", ["none", "drop_after", "500", "429"])
def test_each_file_of_an_export_comes_once_whatever_becomes_of_the_call(
    slack: Slack, amina: User, trouble: str
) -> None:
    amina.dm(ACME)
    hears(amina, FEELING)
    if trouble != "none":
        slack.fault("files.completeUploadExternal", trouble, 1)
    amina.dm("export")
    ends = [".md", ".json"]
    slack.wait(lambda: all(any(end in one for one in files(amina)) for end in ends), 20, "the files")
    slack.settle(0.8)
    assert len(files(amina)) == len(set(files(amina)))
    slack.assert_clean()


def files(user: User) -> list[str]:
    """The names of the files that the coach has sent."""
    return [str(file["name"]) for message in user.messages() for file in message.raw.get("files") or ()]


@pytest.mark.usefixtures("coach")
def test_a_limit_is_obeyed_to_the_second(slack: Slack, amina: User) -> None:
    slack.fault("chat.postMessage", "429", 2)
    amina.dm(ACME)
    hears(amina, FEELING)
    first, second = slack.calls("chat.postMessage")
    assert second.t - first.t >= 2.0


@pytest.mark.parametrize("word", ["channel_not_found", "token_revoked"])
def test_somebody_who_cannot_be_reached_is_left_alone_until_they_write(
    coach: Served, slack: Slack, amina: User, word: str
) -> None:
    slack.fault("chat.postMessage", "error", word)
    amina.dm(ACME)
    slack.wait(coach.store.dead_letters, 10, "a dead letter")
    (letter,) = coach.store.dead_letters()
    assert letter.reason == word
    slack.settle(0.4)
    assert len(slack.calls("chat.postMessage")) == 1
    amina.dm("hello?")
    slack.wait(amina.last, 10, "a word")


def test_somebody_whose_account_is_closed_is_not_written_to_of_itself(
    slack: Slack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch)
    file = tmp_path / "clock"
    moves(file, NOON)
    people = [slack.user(name) for name in ("Amina Phiri", "Ben Banda")]
    with served(slack, of_one(slack), MovedClock(file)) as coach:
        for user in people:
            user.dm(ACME)
            hears(user, FEELING)
        people[0].deactivate()
        slack.settle(0.3)
        since = people[0].mark()
        moves(file, NOON + timedelta(hours=3, minutes=5))
        people[1].wait_reply(since, timeout=20)
        slack.wait(coach.store.dead_letters, 20, "a dead letter")
        (letter,) = coach.store.dead_letters()
        assert (letter.person.id, letter.reason, letter.is_reply) == (people[0].id, "user_disabled", False)
        assert people[0].last().raw["_t"] < since


def test_a_message_that_slack_takes_from_nobody_does_not_hold_up_the_next(
    coach: Served, slack: Slack, amina: User
) -> None:
    slack.fault("chat.postMessage", "error", "invalid_blocks")
    amina.dm(ACME)
    slack.wait(coach.store.dead_letters, 10, "a dead letter")
    amina.dm("8")
    hears(amina, "An 8")
    assert [letter.reason for letter in coach.store.dead_letters()] == ["invalid_blocks"]


@pytest.mark.usefixtures("coach")
@pytest.mark.parametrize("trouble", [("429", 1), ("drop_after", None)])
def test_where_the_choice_cannot_be_shown_the_conversation_goes_on(
    slack: Slack, amina: User, trouble: tuple[str, Any]
) -> None:
    amina.dm(ACME)
    hears(amina, FEELING)
    slack.fault("chat.update", trouble[0], trouble[1])
    amina.click("8")
    hears(amina, "An 8")


@pytest.mark.usefixtures("coach")
def test_where_choices_come_to_a_limit_they_are_shown_after_it(slack: Slack, amina: User) -> None:
    amina.dm(ACME)
    hears(amina, FEELING)
    slack.fault("chat.update", "429", 1)
    amina.dm("8")
    hears(amina, "You chose: 8")


@pytest.mark.usefixtures("coach")
def test_where_slack_does_not_tell_the_zone_in_time_the_conversation_goes_on(slack: Slack, amina: User) -> None:
    slack.fault("users.info", "hang", 5)
    amina.dm(ACME)
    hears(amina, FEELING)


@pytest.mark.parametrize("where", ["in the chat", "in a thread"])
def test_a_question_of_before_a_restart_shows_what_was_typed_to_it(
    slack: Slack, amina: User, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    quick(monkeypatch)
    with served(slack, of_one(slack)):
        amina.dm(ACME)
        hears(amina, FEELING)
        asked = amina.last()
        assert asked is not None
        if where == "in a thread":
            amina.dm("what does that mean", thread=asked)
            asked = amina.wait_reply(asked.raw["_t"] + 0.001)
    with served(slack, of_one(slack)):
        amina.dm("8", thread=asked.thread)
        hears(amina, "An 8")
        slack.wait(lambda: "You chose: 8" in stands(amina, asked).text, 10, "the choice on the question")
        assert stands(amina, asked).buttons == []


@pytest.mark.usefixtures("coach")
def test_a_question_that_was_shown_without_our_knowing_shows_what_was_typed_to_it(slack: Slack, amina: User) -> None:
    amina.dm(ACME)
    hears(amina, FEELING)
    slack.fault("chat.postMessage", "drop_after")
    amina.dm("8")
    slack.wait(lambda: slack.calls("conversations.history"), 10, "the look whether it was shown")
    slack.settle(0.3)
    amina.dm("one moment")
    hears(amina, "You chose: One moment")


def stands(user: User, message: Any) -> Any:
    """The message as it stands by now."""
    return next(one for one in user.messages() if one.ts == message.ts)


# --- what has no words ---

SOUND = [{"id": "F01", "name": "voice.m4a", "mimetype": "audio/mp4"}]


@pytest.mark.parametrize("trouble", ["a limit", "the answer is lost", "500"])
def test_that_it_cannot_be_read_is_said_once_whatever_becomes_of_the_call(
    coach: Served, slack: Slack, amina: User, trouble: str
) -> None:
    amina.dm(ACME)
    hears(amina, FEELING)
    LOST[trouble](slack)
    sent = amina.dm("", files=SOUND, duplicates=1)
    hears(amina, "recording", timeout=20)
    slack.redeliver(sent)
    once(amina, "recording")
    amina.click("8")
    hears(amina, "An 8")
    assert not any(b"voice.m4a" in content for content in told(coach, amina))


def test_that_it_cannot_be_read_is_said_by_the_next_process_if_not_by_this_one(
    slack: Slack, amina: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch)
    with served(slack, of_one(slack)):
        slack.fault("chat.postMessage", "500", times=999)
        sent = amina.dm("", files=SOUND)
        slack.wait(lambda: sent.acked and slack.calls("chat.postMessage"), 10, "an attempt")
    slack.clear_faults()
    with served(slack, of_one(slack)):
        hears(amina, "recording", timeout=20)
        once(amina, "recording")


# --- the connection ---


@pytest.mark.usefixtures("coach")
@pytest.mark.parametrize("how", ["refresh", "warned", "dropped"])
def test_another_socket_is_opened_and_nothing_is_lost_meanwhile(slack: Slack, amina: User, how: str) -> None:
    if how == "dropped":
        slack.socket_drop()
    else:
        slack.socket_refresh(grace=0.3, warn=how == "warned")
    amina.dm(ACME)
    hears(amina, FEELING, timeout=20)
    once(amina, "Noted: Acme")


def test_a_socket_that_stays_dead_ends_the_process(slack: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)
    monkeypatch.setattr(socket_mode, "SILENT_SECONDS", 1.0)
    with pytest.raises(ConnectionLost, match="dead"):
        serves_until_it_dies(slack)


def serves_until_it_dies(slack: Slack) -> None:
    with served(slack, of_one(slack)) as coach:
        slack.refuse_sockets(60)
        slack.socket_drop()
        slack.wait(lambda: not coach.adapter.is_connected(), 30, "the loss to be noticed")
        slack.wait(coach.loop.is_closed, 30, "the end")


@pytest.mark.parametrize(
    ("tokens", "named"),
    [
        ({"slack_bot_token": "xoxb-1-2-wrong"}, "SLACK_BOT_TOKEN"),
        ({"slack_app_token": "xapp-1-wrong"}, "SLACK_APP_TOKEN"),
    ],
)
def test_a_token_that_slack_refuses_is_named_at_the_start(slack: Slack, tokens: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=named) as refused, served(slack, of_one(slack) | tokens):
        pass
    assert not any(token in str(refused.value) for token in tokens.values())


def test_where_slack_cannot_be_reached_at_the_start_it_says_so(slack: Slack) -> None:
    slack.fault("auth.test", "500", times=5)
    with pytest.raises(ConnectionLost), served(slack, of_one(slack)):
        pass


# --- what is written down ---


@pytest.mark.usefixtures("coach")
def test_nothing_that_anybody_wrote_is_logged_by_us(
    slack: Slack, amina: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    slack.fault("chat.postMessage", "500")
    slack.fault("views.publish", "error", "invalid_blocks")
    amina.open_home()
    amina.dm("my secret at Acme was the zebra incident")
    hears(amina, FEELING, timeout=20)
    ours = [record for record in caplog.records if record.name.startswith(("bot", "core"))]
    assert ours
    assert not [record for record in ours if "zebra" in record.getMessage() or slack.ws.token in record.getMessage()]
