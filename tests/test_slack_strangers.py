"""Hostile words, and many people with the same ids: nothing is live on any surface, and nobody sees another's words."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from bot.slack import manifest
from bot.slack.connection import SlackAdapter
from tests.case_files import hostile
from tests.loopback import QUICK
from tests.simulators.slack import Slack, User
from tests.slack_served import of_many, of_one, served
from tests.test_slack_outgoing import LIVELY, kinds, texts

LIVE = {"mrkdwn", "link", "user", "usergroup", "channel", "broadcast", "emoji", "markdown"}
WORKSPACES, MEMBERS = 20, 10
AS_IT_IS_READ_OUT = r"chat\.update .*Markdown syntax"
"""In the text for screen readers that stands beside blocks, which show nothing of it; here Slack has no switch for markup."""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SlackAdapter, "rates", QUICK)


def says(user: User, text: str) -> None:
    since = user.mark()
    assert user.dm(text).done.wait(30)
    user.wait_reply(since, timeout=30)


def surfaces(slack: Slack) -> Iterator[Any]:
    """All that was ever given to Slack to show."""
    for method, name in (
        ("chat.postMessage", "blocks"),
        ("chat.update", "blocks"),
        ("views.publish", "view"),
        ("views.open", "view"),
    ):
        for call in slack.calls(method):
            given = call.args[name]
            yield json.loads(given) if isinstance(given, str) else given


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("texts", [LIVELY[:8], pytest.param(hostile(), marks=pytest.mark.long)], ids=["ours", "all"])
def test_no_words_are_live_wherever_they_come_back(tmp_path: Path, texts: list[str]) -> None:
    with Slack(folder=tmp_path, rate="off", ack_timeout=20) as slack, served(slack, of_one(slack)):
        amina = slack.user("Amina Phiri")
        amina.open_home()
        for text in [one for one in texts if one.strip()]:
            says(amina, f"I had an interview at {text} Ltd today, and froze on the {text} question")
            says(amina, text)
            says(amina, "what do you know")
            says(amina, "my notes")
        slack.settle(0.5)
        assert all(not kinds(one) & LIVE for one in surfaces(slack))
        assert not [call for call in slack.calls("chat.postMessage") if "<" in call.args["text"]]
        slack.assert_clean(warnings=True, allow=["template left-over", AS_IT_IS_READ_OUT])


NASTY = "Zebra <!channel> <@U1> *b* :smile: https://evil.example [x](https://evil.example) & `c`"


def told_by(slack: Slack, method: str, name: str) -> str:
    """All words of the person's that were ever given to Slack in these calls, as they stand."""
    given = [call.args[name] for call in slack.calls(method)]
    return "\n".join(text for one in given for text in texts(json.loads(one) if isinstance(one, str) else one))


@pytest.mark.usefixtures("quick")
def test_no_words_are_live_in_a_window_or_on_the_home_tab_and_none_are_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with Slack(folder=tmp_path, rate="off", ack_timeout=20) as slack, served(slack, of_one(slack)):
        amina = slack.user("Amina Phiri")
        amina.open_home()
        says(amina, "I had an interview at _Zebra_ today, and froze on the Zebra <@U1> question")
        amina.wait_home("_Zebra_")
        says(amina, "7")
        amina.click("Write it in a window")
        window = amina.wait_modal()
        assert "Zebra <@U1>" in window.text
        since = amina.mark()
        window.fill("In your own words", "only that").submit()
        amina.wait_reply(since, timeout=30)
        for text in (
            NASTY,
            NASTY,
            "that is all",
            "nothing",
            "yes",
            "i may write",
            "by friday",
            "Mrs Zebra",
            "e-mail",
            "show me now",
        ):
            says(amina, text)
        amina.click("Edit")
        window = amina.wait_modal()
        assert NASTY in window.text
        since = amina.mark()
        window.fill("The text", f"Dear Mrs Zebra, {NASTY}").submit()
        amina.wait_reply(since, timeout=30)
        amina.message_shortcut("debrief_message", amina.messages(bot_only=False)[0])
        assert "<@U1>" in amina.wait_modal().text
        amina.click("Another time", where="home")
        amina.wait_modal()
        slack.settle(0.5)
        assert NASTY in told_by(slack, "chat.postMessage", "blocks")
        assert "_Zebra_" in told_by(slack, "views.publish", "view")
        assert "Zebra <@U1>" in told_by(slack, "views.open", "view")
        assert slack.calls("chat.update")
        assert all(not kinds(one) & LIVE for one in surfaces(slack))
        assert not [call for call in slack.calls("chat.postMessage") if "<" in call.args["text"]]
        slack.assert_clean(warnings=True, allow=[AS_IT_IS_READ_OUT])
    logged = [record.getMessage() for record in caplog.records if record.name.startswith(("bot", "core"))]
    assert not [line for line in logged if "Zebra" in line]


@pytest.mark.long
@pytest.mark.usefixtures("quick")
def test_two_hundred_people_of_twenty_workspaces_with_equal_ids_never_see_each_other_s_words(tmp_path: Path) -> None:
    told = manifest.http("https://coach.example.org")
    with (
        Slack(mode="http", folder=tmp_path, rate="off", ack_timeout=20, manifest=told) as slack,
        served(slack, of_many(slack)),
    ):
        people: dict[str, User] = {}
        for number in range(WORKSPACES):
            workspace = slack.workspace(f"W{number}", installed=False)
            assert slack.oauth_install(workspace)[0] == 200
            for member in range(MEMBERS):
                secret = f"Zebra{number:02d}x{member:02d}"
                people[secret] = slack.user(f"Member {member}", ws=workspace, number=member)
        assert len({user.id for user in people.values()}) == MEMBERS
        assert len({(user.ws.id, user.id) for user in people.values()}) == WORKSPACES * MEMBERS

        def tells(secret: str) -> None:
            user = people[secret]
            user.open_home()
            for text in (
                f"I had an interview at {secret} today and froze",
                "7",
                "only that",
                "what do you know",
                "my notes",
            ):
                says(user, text)

        with ThreadPoolExecutor(24) as crowd:
            list(crowd.map(tells, people))
        slack.settle(1.0, timeout=60)
        for secret, user in people.items():
            seen = user.screen(100) + (user.home.text if user.home else "")
            assert secret in seen
            assert not [other for other in people if other != secret and other in seen]
        slack.assert_clean()
        print(slack.stats())
