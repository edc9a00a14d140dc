"""The manifest: Slack takes it, it asks for no more than is used, and all that the adapter listens for is in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.adapters import vocabularies
from bot.slack import incoming, manifest
from bot.slack.paths import EVENTS, REDIRECT
from core.wording import load
from tests.simulators.slack.validate import manifest_problems
from tests.terminal import ROOT

URL = "https://coach.example.org"
KINDS: dict[str, dict[str, Any]] = {
    "socket": manifest.socket(),
    "http": manifest.http(URL),
    "agent": manifest.with_agent_view(manifest.socket(), load(around=vocabularies(["slack"]))),
    "community": manifest.with_community(manifest.socket()),
    "community over http": manifest.with_community(manifest.http(URL)),
    "agent over http": manifest.with_agent_view(manifest.http(URL), load(around=vocabularies(["slack"]))),
}


@pytest.mark.parametrize("kind", KINDS)
def test_slack_takes_it_without_a_word(kind: str) -> None:
    assert manifest_problems(KINDS[kind]) == []


def test_it_asks_for_these_scopes_and_no_others() -> None:
    assert manifest.scopes() == ("chat:write", "commands", "files:write", "im:history", "users:read")
    assert set(KINDS["agent"]["oauth_config"]["scopes"]["bot"]) - set(manifest.scopes()) == {"assistant:write"}
    more = set(KINDS["community"]["oauth_config"]["scopes"]["bot"]) - set(manifest.scopes())
    assert more == {"channels:join", "channels:read", "groups:read", "pins:write"}
    assert not any("history" in scope for scope in more)
    for told in KINDS.values():
        assert set(told["oauth_config"]["scopes"]) == {"bot"}


def test_each_scope_stands_with_its_reason_in_the_guide() -> None:
    guide = (ROOT / "docs" / "slack.md").read_text("utf-8")
    for scope in (*manifest.scopes(), *manifest.COMMUNITY, manifest.AGENT):
        assert re.search(rf"^\| `{scope}` \| \S.+ \|$", guide, re.MULTILINE), scope


def test_over_http_it_differs_in_nothing_but_its_addresses() -> None:
    found = KINDS["http"]
    assert found["settings"]["event_subscriptions"]["request_url"] == URL + EVENTS
    assert found["settings"]["interactivity"]["request_url"] == URL + EVENTS
    assert {command["url"] for command in found["features"]["slash_commands"]} == {URL + EVENTS}
    assert found["oauth_config"]["redirect_urls"] == [URL + REDIRECT]
    bare = manifest.http(URL)
    for holder in (bare["settings"]["event_subscriptions"], bare["settings"]["interactivity"]):
        del holder["request_url"]
    for command in bare["features"]["slash_commands"]:
        del command["url"]
    del bare["oauth_config"]["redirect_urls"]
    bare["settings"]["socket_mode_enabled"] = True
    assert bare == manifest.socket()


def test_people_can_write_in_it_and_it_has_a_home() -> None:
    home = manifest.socket()["features"]["app_home"]
    assert home == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_what_the_adapter_listens_for_is_in_it() -> None:
    features = manifest.socket()["features"]
    assert [command["command"] for command in features["slash_commands"]] == [incoming.COMMAND]
    assert {(one["type"], one["callback_id"]) for one in features["shortcuts"]} == {
        ("global", incoming.DEBRIEF),
        ("message", incoming.DEBRIEF_MESSAGE),
    }
    source = (Path(incoming.__file__)).read_text("utf-8")
    for event in manifest.socket()["settings"]["event_subscriptions"]["bot_events"]:
        assert f'"{event.partition(".")[0]}"' in source, event


@pytest.mark.parametrize(("given", "base"), [(URL, URL), (f"{URL}/", URL), (f"{URL}/coach/", f"{URL}/coach")])
def test_the_address_may_end_in_a_slash_and_have_a_path(given: str, base: str) -> None:
    assert manifest.http(given)["settings"]["interactivity"]["request_url"] == f"{base}/slack/events"


@pytest.mark.parametrize(
    "url", ["", "coach.example.org", "http://coach.example.org", "https://", "https://[", "https://a:x/", f"{URL}?a=b"]
)
def test_an_address_that_slack_would_not_take_is_refused(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slack", "--manifest", f"--http={url}"]) == 1
    assert "no address that Slack would take" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "kind"),
    [([], "socket"), (["--http", URL], "http"), (["--agent"], "agent"), (["--community"], "community")],
)
def test_it_is_printed_to_be_pasted(options: list[str], kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slack", "--manifest", *options]) == 0
    assert json.loads(capsys.readouterr().out) == KINDS[kind]


def test_its_options_without_it_serve_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slack", "--http", URL]) == 1
    assert "go with --manifest" in capsys.readouterr().err
