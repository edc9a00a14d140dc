"""`rebound doctor` on Slack: what is wrong with the app or its tokens is said in one sentence, with what to do."""

from __future__ import annotations

import os
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.doctor import findings
from bot.slack import manifest
from core.store import open_store, vault_beside
from tests.backed_up import fill
from tests.simulators.slack import Slack, free_port
from tests.slack_served import of_many, of_one, served
from tests.stores import KEY, NOW


class Desk:
    """An operator's machine, beside a Slack."""

    def __init__(self, slack: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
        self.slack = slack
        self._monkeypatch = monkeypatch

    def sets(self, **settings: str) -> None:
        for name, value in settings.items():
            self._monkeypatch.setenv(name.upper(), value)

    def looks(self) -> tuple[dict[str, str], dict[str, str]]:
        """What is well and what is not, of Slack."""
        found = [one for one in findings(NOW) if one.name.startswith("Slack") or one.name == "ports"]
        assert len({one.name for one in found}) == len(found)
        for one in found:
            assert one.is_fine or (one.says.endswith(".") and "\n" not in one.says), one
        said = " ".join(one.says for one in found)
        for secret in (self.slack.ws.token, self.slack.core.app_token, self.slack.core.client_secret):
            assert secret not in said
        fine = {one.name: one.says for one in found if one.is_fine}
        return fine, {one.name: one.says for one in found if not one.is_fine}

    def wrong(self) -> dict[str, str]:
        return self.looks()[1]


@pytest.fixture
def slack(tmp_path: Path) -> Iterator[Slack]:
    with Slack(manifest=manifest.socket(), folder=tmp_path, http_port=free_port()) as slack:
        yield slack


@pytest.fixture
def desk(slack: Slack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    for name in os.environ:
        if name.startswith(("REBOUND_", "SLACK_", "DISCORD_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    desk = Desk(slack, monkeypatch)
    desk.sets(
        rebound_database=str(tmp_path / "rebound.db"),
        rebound_key=KEY.text,
        slack_api_url=slack.core.base + "/api/",
        slack_http_port=str(slack.core.http_port),
    )
    return desk


def test_an_app_of_a_community_is_well_and_one_that_lacks_a_part_of_it_is_not(desk: Desk) -> None:
    desk.sets(**of_one(desk.slack))
    desk.slack.ws.scopes = [*manifest.scopes(), *manifest.COMMUNITY]
    fine, wrong = desk.looks()
    assert wrong == {}
    assert fine["Slack scopes"] == "as in the manifest, and for posts in channels"
    desk.slack.ws.scopes.remove("pins:write")
    said = desk.wrong()["Slack scopes"]
    assert "lacks pins:write" in said
    assert "rebound slack --manifest --community" in said


def test_an_app_made_of_the_manifest_is_well_in_socket_mode(desk: Desk) -> None:
    desk.sets(**of_one(desk.slack))
    fine, wrong = desk.looks()
    assert wrong == {}
    assert fine["Slack"] == "set up for one workspace, in Socket Mode"
    assert fine["Slack token"] == "opens the workspace Acme, as @rebound"
    assert fine["Slack scopes"] == "as in the manifest, no posts in channels (`--manifest --community` adds them)"
    assert fine["Slack socket"] == "can be opened"
    assert not desk.slack.calls("chat.postMessage")


def test_over_http_the_port_is_looked_at_and_no_socket(desk: Desk) -> None:
    desk.sets(**of_one(desk.slack) | {"slack_app_token": "", "slack_signing_secret": "s"})
    fine, wrong = desk.looks()
    assert wrong == {}
    assert "Slack socket" not in fine
    assert fine["ports"] == f"{desk.slack.core.http_port} can be used"
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", desk.slack.core.http_port))
        other.listen()
        assert "SLACK_HTTP_PORT" in desk.wrong()["ports"]


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("invalid_auth", "Slack does not know SLACK_BOT_TOKEN (invalid_auth); copy it again"),
        ("token_revoked", "install the app again and copy it anew: your Slack app, OAuth & Permissions"),
        ("account_inactive", "install the app again"),
        ("internal_error", "try again later"),
    ],
)
def test_a_token_that_slack_refuses_is_named_with_what_to_do(desk: Desk, word: str, says: str) -> None:
    desk.sets(**of_one(desk.slack))
    desk.slack.revoke_token(error=word)
    assert says in desk.wrong()["Slack token"]


def test_an_app_token_that_slack_refuses_is_named(desk: Desk) -> None:
    desk.sets(**of_one(desk.slack) | {"slack_app_token": "xapp-of-another-app"})
    wrong = desk.wrong()
    assert [*wrong] == ["Slack socket"]
    assert "connections:write" in wrong["Slack socket"]


def test_an_app_that_is_asked_too_often_is_no_fault(desk: Desk) -> None:
    desk.sets(**of_one(desk.slack))
    desk.slack.fault("apps.connections.open", "error", "ratelimited")
    assert desk.wrong() == {}


def test_what_the_app_lacks_since_the_manifest_changed_is_named(desk: Desk) -> None:
    desk.sets(**of_one(desk.slack))
    desk.slack.ws.scopes = ["chat:write", "im:history", "users:read", "channels:read"]
    says = desk.wrong()["Slack scopes"]
    assert "it lacks commands, files:write" in says
    assert "`rebound slack --manifest`" in says


def test_what_the_app_may_do_beyond_the_manifest_is_noted(desk: Desk) -> None:
    desk.sets(**of_one(desk.slack))
    desk.slack.ws.scopes = [*manifest.scopes(), "channels:history", "assistant:write"]
    fine, wrong = desk.looks()
    assert wrong == {}
    assert "; channels:history are not needed" in fine["Slack scopes"]


@pytest.mark.parametrize("kind", ["garbage", "500", "drop"])
def test_a_slack_that_answers_nonsense_is_one_sentence(desk: Desk, kind: str) -> None:
    desk.sets(**of_one(desk.slack))
    desk.slack.fault("*", kind, times=99)
    assert [*desk.wrong()] == ["Slack token"]


def test_a_slack_that_cannot_be_reached_is_named_by_its_host(desk: Desk) -> None:
    desk.sets(**of_one(desk.slack), slack_api_url=f"http://127.0.0.1:{free_port()}/api/")
    assert desk.wrong()["Slack token"] == (
        "Slack cannot be reached at 127.0.0.1; look at the network of this machine, and at SLACK_API_URL."
    )


def test_an_app_for_many_is_asked_for_its_id_and_secret_and_for_what_each_workspace_allowed(
    desk: Desk, tmp_path: Path
) -> None:
    desk.sets(**of_many(desk.slack))
    fine, wrong = desk.looks()
    assert (wrong, fine["Slack workspaces"]) == ({}, "0 workspaces installed it")
    assert [*tmp_path.iterdir()] == []
    with served(desk.slack, of_many(desk.slack)):
        for name in ("North", "South"):
            workspace = desk.slack.workspace(name, installed=False)
            assert desk.slack.oauth_install(workspace)[0] == 200
    assert desk.looks()[0]["Slack workspaces"] == "2 workspaces installed it"
    vault = vault_beside(tmp_path / "rebound.db", KEY)
    kept = vault.get(f"slack:{workspace.id}")
    assert kept is not None
    vault.put(f"slack:{workspace.id}", kept.replace(b'"files:write", ', b""))
    assert (
        "1 of 2 workspaces allowed less than this version needs (it lacks files:write)"
        in desk.wrong()["Slack workspaces"]
    )


@pytest.mark.parametrize(
    ("setting", "word"), [("slack_client_secret", "bad_client_secret"), ("slack_client_id", "invalid_client_id")]
)
def test_an_id_or_a_secret_that_does_not_fit_is_named(desk: Desk, setting: str, word: str) -> None:
    desk.sets(**of_many(desk.slack) | {setting: "another"})
    assert f"SLACK_CLIENT_ID and SLACK_CLIENT_SECRET ({word})" in desk.wrong()["Slack app"]


def test_a_key_store_of_before_has_no_workspaces(desk: Desk, tmp_path: Path) -> None:
    desk.sets(**of_many(desk.slack))
    open_store(tmp_path / "rebound.db", KEY).close()
    fill(tmp_path / "rebound.db")
    with closing(sqlite3.connect(tmp_path / "rebound.db.keys")) as keys:
        keys.execute("DROP TABLE credential")
    assert desk.looks()[0]["Slack workspaces"] == "0 workspaces installed it"
