"""What becomes of a call on Slack, by its answer: the whole table. Pure."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError, SlackRequestError

from bot.delivery.platform import Limited, Refused, Unfit, Unsure
from bot.slack import answers


class Response(dict[str, Any]):
    """An answer of Slack's, as far as it is looked at."""

    def __init__(self, error: str | None, status: int = 200, **headers: str) -> None:
        super().__init__({"ok": False, **({"error": error} if error else {})})
        self.status_code = status
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def became(error: str | None, status: int = 200, **headers: str) -> Exception | None:
    return answers.became(SlackApiError("no", Response(error, status, **headers)))


@pytest.mark.parametrize("word", sorted(answers.UNREACHABLE))
def test_whom_nothing_reaches_is_refused_by_slack_s_own_word(word: str) -> None:
    found = became(word)
    assert type(found) is Refused
    assert found.reason == word


@pytest.mark.parametrize("word", sorted(answers.PASSING))
def test_what_passes_may_have_been_shown(word: str) -> None:
    assert type(became(word)) is Unsure


@pytest.mark.parametrize("word", ["invalid_blocks", "msg_too_long", "msg_blocks_too_long", "no_text", "never_heard_of"])
def test_every_other_word_is_about_this_one_message(word: str) -> None:
    assert type(became(word)) is Unfit


@pytest.mark.parametrize(
    ("status", "word"), [(500, None), (503, "service_unavailable"), (502, "user_disabled"), (200, None)]
)
def test_an_error_of_slack_s_own_or_no_word_at_all_leaves_it_open(status: int, word: str | None) -> None:
    assert type(became(word, status)) is Unsure


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry_After": "30"}, 30.0),
        ({"retry_after": "2"}, 2.0),
        ({}, 1.0),
        ({"Retry_After": "soon"}, 1.0),
        ({"Retry_After": "-5"}, 0.1),
        ({"Retry_After": "999999"}, answers.LONGEST_LIMIT),
    ],
)
def test_a_limit_is_as_long_as_slack_says_within_reason(headers: dict[str, str], seconds: float) -> None:
    for error in (
        became("ratelimited", 429, **headers),
        became(None, 429, **headers),
        became("ratelimited", **headers),
    ):
        assert isinstance(error, Limited)
        assert error.retry_after == seconds
        assert not error.everywhere


@pytest.mark.parametrize(
    "error",
    [
        TimeoutError(),
        aiohttp.ServerDisconnectedError(),
        aiohttp.ClientPayloadError(),
        ConnectionResetError(),
        SlackRequestError("it failed"),
    ],
)
def test_silence_leaves_it_open(error: Exception) -> None:
    assert type(answers.became(error)) is Unsure


def test_where_no_connection_came_about_nothing_was_shown() -> None:
    key: Any = None
    assert type(answers.became(aiohttp.ClientConnectorError(key, OSError("refused")))) is Limited


def test_a_fault_of_ours_is_not_taken_for_slack_s() -> None:
    assert answers.became(KeyError("blocks")) is None


def test_what_is_told_holds_nothing_of_the_message() -> None:
    error = SlackApiError("the message was: my secret", Response("my secret plan to leave"))
    assert "secret" not in str(answers.became(error))
