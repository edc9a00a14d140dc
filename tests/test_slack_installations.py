"""Many workspaces: installing as an administrator's browser does it, tokens that are renewed, and leaving again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from bot.adapters import vocabularies
from bot.clock import SystemClock
from bot.config import SettingsError
from bot.delivery.platform import Limited
from bot.slack import installing
from bot.slack.http import Answer, Entry, Visit, said
from bot.slack.installations import (
    Installation,
    ManyWorkspaces,
    NotInstalled,
    authorizing,
    decoded,
    encoded,
    from_setting,
)
from bot.slack.installing import COOKIE, REASONS, Installing
from bot.slack.manifest import COMMUNITY, scopes
from bot.slack.paths import INSTALL
from bot.slack.people import client as client_for
from bot.tokens import Tokens
from core.store import open_store, vault_beside
from core.store.vault import FileVault, Vault
from core.wording import load
from tests.backed_up import without
from tests.simulators.slack import Slack
from tests.stores import KEY

WORDING = load(around=vocabularies(["slack"]))


class Hands:
    """A clock that is moved by hand, from the machine's time on."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return SystemClock().now() + self.ahead


@dataclass
class Office:
    """A Slack, and what installs the coach in its workspaces."""

    slack: Slack
    vault: Vault
    clock: Hands
    session: aiohttp.ClientSession

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Another process, with the same vault."""
        core = self.slack.core
        bare = client_for(core.base + "/api/", self.session)
        self.many = ManyWorkspaces(self.vault, bare, core.client_id, core.client_secret, clock=self.clock)
        self.pages = Installing(self.many.install, core.client_id, core.client_secret, WORDING, clock=self.clock)

    async def installs(self, workspace: Any, **how: bool) -> tuple[int, str]:
        """What an administrator's browser sees at the end."""
        return await asyncio.to_thread(self.slack.oauth_install, workspace, **how)

    def calls(self, method: str) -> int:
        return len(self.slack.calls(method))


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Office]:
    open_store(folder / "rebound.db", KEY).close()

    async def nothing(_body: bytes, _headers: object) -> Answer:
        return said(200, "")

    with Slack(mode="http", folder=folder) as slack:
        async with aiohttp.ClientSession() as session:
            office = Office(slack, vault_beside(folder / "rebound.db", KEY), Hands(), session)
            entry = Entry(
                nothing,
                slack.core.signing_secret,
                host="127.0.0.1",
                port=slack.core.http_port,
                pages={path: _late(office, path) for path in office.pages.pages},
            )
            await entry.start()
            try:
                yield office
            finally:
                await entry.close()


def _late(office: Office, path: str) -> Any:
    """The page of whichever process serves at that moment."""
    return lambda visit: office.pages.pages[path](visit)


def tenant(workspace: Any) -> str:
    return f"slack:{workspace.id}"


# --- installing ---


async def test_an_administrator_installs_it_and_the_workspace_has_a_token_of_its_own(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        north, south = (office.slack.workspace(name, installed=False) for name in ("North", "South"))
        for workspace in (north, south):
            status, page = await office.installs(workspace)
            assert status == 200
            assert "Rebound is installed" in page
            assert f"team={workspace.id}" in page
        assert set(office.slack.last_authorize["scope"].split(",")) == set(scopes())
        for workspace in (north, south):
            found = await office.many.of(tenant(workspace))
            assert (found.token, found.user, found.bot) == (workspace.token, workspace.bot_user, workspace.bot_id)
            assert (found.team, found.enterprise) == (workspace.id, None)


async def test_it_outlives_a_restart_and_is_looked_up_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(tmp_path) as office:
        workspace = office.slack.workspace("North", installed=False)
        await office.installs(workspace)
        office.restart()
        looked: list[str] = []
        real = FileVault.get
        monkeypatch.setattr(FileVault, "get", lambda vault, name: looked.append(name) or real(vault, name))
        for _ in range(3):
            assert (await office.many.of(tenant(workspace))).token == workspace.token
        assert looked == [tenant(workspace)]
        assert office.calls("auth.test") == 1


async def test_no_file_and_no_page_shows_a_token(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        workspace = office.slack.workspace("North", installed=False, rotation=True)
        _, page = await office.installs(workspace)
        assert workspace.token not in page
        assert office.slack.core.client_secret not in page
        for secret in (workspace.token, workspace.refresh_token):
            without(secret.encode(), tmp_path)
        found = await office.many.of(tenant(workspace))
        assert workspace.token not in repr(found)


@pytest.mark.parametrize(("how", "status"), [("tamper_state", 400), ("deny", 403)])
async def test_a_changed_state_or_a_no_installs_nothing(tmp_path: Path, how: str, status: int) -> None:
    async with opened(tmp_path) as office:
        workspace = office.slack.workspace("North", installed=False)
        answered, page = await office.installs(workspace, **{how: True})
        assert answered == status
        assert "Nothing was installed" in page
        assert office.calls("oauth.v2.access") == 0
        with pytest.raises(NotInstalled):
            await office.many.of(tenant(workspace))


async def test_what_slack_refuses_or_cannot_do_installs_nothing_and_says_so(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        workspace = office.slack.workspace("North", installed=False)
        for method, kind, value in (
            ("oauth.v2.access", "error", "invalid_code"),
            ("oauth.v2.access", "500", None),
            ("oauth.v2.access", "garbage", None),
            ("oauth.v2.access", "drop", None),
            ("auth.test", "error", "internal_error"),
        ):
            office.slack.fault(method, kind, value)
            status, page = await office.installs(workspace)
            assert status == 502, (method, kind)
            assert "Please begin again" in page
        assert await office.many.find(tenant(workspace)) is None
        assert (await office.installs(workspace))[0] == 200


class Browser:
    """Goes to the first page and knows what it was given."""

    async def begins(self, office: Office) -> None:
        answer = await office.pages.begin(Visit({}, {}))
        self.cookie = answer.headers["Set-Cookie"]
        self.cookies = {COOKIE: self.cookie.split(";")[0].partition("=")[2]}
        address = answer.body.decode().partition('href="')[2].partition('"')[0].replace("&amp;", "&")
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        self.page = answer.body.decode()

    async def returns(self, office: Office, state: str | None = None, **query: str) -> int:
        found = {"state": self.asked["state"] if state is None else state, "code": "no-such-code", **query}
        return (await office.pages.finish(Visit(found, self.cookies))).status


async def test_a_state_counts_only_in_the_browser_that_has_it_and_for_ten_minutes(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        mine, another = Browser(), Browser()
        await mine.begins(office)
        await another.begins(office)
        assert await mine.returns(office) == 502  # it is asked of Slack, which does not know the code
        asked = office.calls("oauth.v2.access")
        assert await mine.returns(office, another.asked["state"]) == 400
        mine.cookies = {}
        assert await mine.returns(office) == 400
        office.clock.ahead = timedelta(minutes=9)
        assert await another.returns(office) == 502
        office.clock.ahead = timedelta(minutes=11)
        assert await another.returns(office) == 400
        assert office.calls("oauth.v2.access") == asked + 1


@pytest.mark.parametrize("state", ["", ".", "1.", "x.y", "9999999999." + "0" * 64, "é." + "0" * 64, "1." + "é" * 64])
async def test_whatever_state_is_made_up_installs_nothing(tmp_path: Path, state: str) -> None:
    async with opened(tmp_path) as office:
        browser = Browser()
        await browser.begins(office)
        assert await browser.returns(office, state) == 400
        later = browser.asked["state"].partition(".")
        assert await browser.returns(office, f"{int(later[0]) + 600}.{later[2]}") == 400
        assert office.calls("oauth.v2.access") == 0


async def test_a_state_outlives_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        browser = Browser()
        await browser.begins(office)
        office.restart()
        assert await browser.returns(office) == 502


async def test_the_pages_are_for_browsers_alone_and_run_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        browser = Browser()
        await browser.begins(office)
        for wanted in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/slack", "Max-Age=600"):
            assert wanted in browser.cookie
        status, page = await office.installs(office.slack.workspace("<b>North</b>", installed=False))
        assert status == 200
        for shown in (browser.page, page):
            assert "<script" not in shown
            assert "<b>" not in shown
        answer = await office.pages.begin(Visit({}, {}))
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_each_thing_that_is_asked_for_has_its_reason() -> None:
    assert set(REASONS) == {*scopes(), *COMMUNITY}


async def test_only_a_page_that_was_asked_for_by_a_community_asks_for_its_channels(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        usual = (await office.pages.begin(Visit({}, {}))).body.decode()
        assert "channels%3A" not in usual
        assert "for=community" in usual
        more = (await office.pages.begin(Visit({"for": "community"}, {}))).body.decode()
        for scope in (*scopes(), *COMMUNITY):
            assert scope.replace(":", "%3A") in more
        assert "pin the one post" in more


def test_the_page_knows_where_to_begin_again() -> None:
    assert installing.INSTALL == INSTALL == "/slack/install"


# --- organisations ---


async def test_an_organisation_installs_it_once_for_all_its_workspaces(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        whole = office.slack.workspace("Org", installed=False, enterprise="E0ORG", org_install=True)
        part = office.slack.workspace("Part", installed=False, enterprise="E0ORG")
        assert (await office.installs(whole))[0] == 200
        found = await office.many.of("slack:E0ORG")
        assert (found.enterprise, found.team, found.token) == ("E0ORG", None, whole.token)
        assert found.authorized("T0ANY")["team_id"] == "T0ANY"
        with pytest.raises(NotInstalled):
            await office.many.of(tenant(part))
        assert (await office.installs(part))[0] == 200
        assert (await office.many.of(tenant(part))).token == part.token
        assert (await office.many.of("slack:E0ORG")).token == whole.token


async def test_bolt_is_answered_from_memory_for_whoever_has_it_installed(tmp_path: Path) -> None:
    from slack_bolt.context.async_context import AsyncBoltContext

    async with opened(tmp_path) as office:
        whole = office.slack.workspace("Org", installed=False, enterprise="E0ORG", org_install=True)
        one = office.slack.workspace("One", installed=False)
        for workspace in (whole, one):
            await office.installs(workspace)
        asked = len(office.slack.calls())
        authorize = authorizing(office.many)
        of_one = await authorize(AsyncBoltContext({}), None, one.id)
        of_whole = await authorize(AsyncBoltContext({"is_enterprise_install": True}), "E0ORG", None)
        assert of_one is not None
        assert of_whole is not None
        assert (of_one.bot_token, of_one.bot_user_id) == (one.token, one.bot_user)
        assert (of_whole.bot_token, of_whole.team_id) == (whole.token, None)
        assert await authorize(AsyncBoltContext({}), None, "T0STRANGER") is None
        assert await authorize(AsyncBoltContext({}), None, None) is None
        assert len(office.slack.calls()) == asked


# --- tokens that expire ---


async def rotating(office: Office) -> Any:
    workspace = office.slack.workspace("Rota", installed=False, rotation=True)
    await office.installs(workspace)
    return workspace


async def test_a_token_is_renewed_two_hours_before_it_expires_also_for_what_goes_out_of_itself(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        workspace = await rotating(office)
        first = workspace.token
        office.clock.ahead = timedelta(hours=9, minutes=59)
        assert (await office.many.of(tenant(workspace))).token == first
        office.clock.ahead = timedelta(hours=10, minutes=1)
        renewed = await office.many.of(tenant(workspace))
        assert renewed.token == workspace.token != first
        assert renewed.expires_at is not None
        assert renewed.expires_at > office.clock.now() + timedelta(hours=11)
        office.restart()
        assert (await office.many.of(tenant(workspace))).token == workspace.token
        assert office.calls("oauth.v2.access") == 2


async def test_many_who_come_at_once_wait_for_the_same_new_token(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        workspace = await rotating(office)
        office.clock.ahead = timedelta(hours=11)
        office.slack.fault("oauth.v2.access", "slow", 0.2)
        found = await asyncio.gather(*(office.many.of(tenant(workspace)) for _ in range(20)))
        assert {one.token for one in found} == {workspace.token}
        assert office.calls("oauth.v2.access") == 2


async def test_a_token_that_slack_takes_no_more_is_renewed_at_once_and_only_once(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        workspace = await rotating(office)
        old = workspace.token
        office.slack.rotate_expire(workspace)
        assert await office.many.renewed(tenant(workspace), old)
        assert (await office.many.of(tenant(workspace))).token == workspace.token != old
        assert await office.many.renewed(tenant(workspace), old)  # somebody else noticed it, too
        assert office.calls("oauth.v2.access") == 2


async def test_a_token_without_another_one_is_not_renewed(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        workspace = office.slack.workspace("North", installed=False)
        await office.installs(workspace)
        assert not await office.many.renewed(tenant(workspace), workspace.token)
        assert not await office.many.renewed("slack:T0NOBODY", "xoxb")


async def test_while_slack_cannot_renew_the_old_token_serves_as_long_as_it_is_good(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        workspace = await rotating(office)
        first = workspace.token
        office.slack.fault("oauth.v2.access", "503", times=99)
        office.clock.ahead = timedelta(hours=11)
        assert [(await office.many.of(tenant(workspace))).token for _ in range(3)] == [first] * 3
        assert office.calls("oauth.v2.access") == 2  # it is not asked again at each message
        office.clock.ahead = timedelta(hours=13)
        with pytest.raises(Limited):
            await office.many.of(tenant(workspace))
        office.slack.clear_faults()
        office.clock.ahead = timedelta(hours=14)
        assert (await office.many.of(tenant(workspace))).token == workspace.token != first


async def test_a_token_that_cannot_be_renewed_for_good_is_told_to_the_operator_and_asked_for_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(tmp_path) as office:
        workspace = await rotating(office)
        office.slack.fault("oauth.v2.access", "error", "invalid_refresh_token", times=9)
        office.clock.ahead = timedelta(hours=11)
        for _ in range(3):
            with pytest.raises(NotInstalled) as raised:
                await office.many.of(tenant(workspace))
            assert raised.value.reason == "invalid_refresh_token"
        assert office.calls("oauth.v2.access") == 2
        assert caplog.text.count("somebody there has to install the coach again") == 1
        office.slack.clear_faults()
        await office.installs(workspace)
        assert (await office.many.of(tenant(workspace))).token == workspace.token


# --- leaving ---


async def test_a_workspace_that_takes_it_out_loses_its_tokens_at_once(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        north, south = (office.slack.workspace(name, installed=False) for name in ("North", "South"))
        for workspace in (north, south):
            await office.installs(workspace)
        for _ in range(2):  # Slack tells it twice, in two ways
            assert await office.many.drop(tenant(north), SystemClock().now() + timedelta(seconds=1))
        for _ in range(2):
            with pytest.raises(NotInstalled):
                await office.many.of(tenant(north))
            office.restart()
        assert office.vault.get(tenant(north)) is None
        assert (await office.many.of(tenant(south))).token == south.token


async def test_what_slack_tells_late_of_an_earlier_installation_changes_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        workspace = office.slack.workspace("North", installed=False)
        await office.installs(workspace)
        before = SystemClock().now() - timedelta(seconds=2)
        assert not await office.many.drop(tenant(workspace), before)
        assert (await office.many.of(tenant(workspace))).token == workspace.token


async def test_a_workspace_may_install_it_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        workspace = office.slack.workspace("North", installed=False)
        await office.installs(workspace)
        await office.many.drop(tenant(workspace))
        assert (await office.installs(workspace))[0] == 200
        assert (await office.many.of(tenant(workspace))).token == workspace.token


# --- one workspace ---


async def test_a_bot_token_is_the_same_with_one_workspace(tmp_path: Path) -> None:
    async with opened(tmp_path) as office:
        workspace = office.slack.ws
        bare = client_for(office.slack.core.base + "/api/", office.session)
        one = await from_setting(bare, workspace.token)
        assert one.installation.tenant == tenant(workspace)
        assert set(one.installation.scopes) == set(workspace.scopes)
        assert (await one.of(tenant(workspace))).token == workspace.token
        assert not await one.renewed(tenant(workspace), workspace.token)
        with pytest.raises(NotInstalled):
            await one.of("slack:T0ANOTHER")
        assert not await one.drop("slack:T0ANOTHER")
        assert await one.drop(tenant(workspace), SystemClock().now() + timedelta(seconds=1))
        with pytest.raises(NotInstalled):
            await one.of(tenant(workspace))


def test_an_installation_is_read_back_as_it_was_kept_also_from_a_newer_version() -> None:
    at = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
    kept = Installation("slack:T1", None, "T1", "xoxb", "B1", "U1", ("a", "b"), at, "A1", "xoxe", at)
    assert decoded(encoded(kept)) == kept
    assert decoded(json.dumps(json.loads(encoded(kept)) | {"later": 1}).encode()) == kept


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"slack_client_id": "1.2"}, "SLACK_CLIENT_SECRET"),
        ({"slack_client_id": "1.2", "slack_client_secret": "s"}, "SLACK_SIGNING_SECRET"),
        ({"slack_client_id": "1.2", "slack_client_secret": "s", "slack_app_token": "xapp-1"}, "SLACK_SIGNING_SECRET"),
    ],
)
def test_many_workspaces_need_what_slack_asks_for(given: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        Tokens(_env_file=None, **given).has_slack()  # type: ignore[call-arg]


ONE, MANY = {"slack_bot_token": "xoxb-1"}, {"slack_client_id": "1.2", "slack_client_secret": "s"}
SOCKET, HTTP = {"slack_app_token": "xapp-1"}, {"slack_signing_secret": "s"}


@pytest.mark.parametrize(
    ("given", "serves_many", "is_over_http"),
    [(ONE | SOCKET | HTTP, False, False), (ONE | HTTP, False, True), (MANY | ONE | HTTP, True, True)],
)
def test_the_client_id_decides_for_many_workspaces_and_the_app_token_for_a_socket(
    given: dict[str, str], serves_many: bool, is_over_http: bool
) -> None:
    tokens = Tokens(_env_file=None, **given)  # type: ignore[arg-type]
    assert tokens.has_slack()
    assert (tokens.serves_many, tokens.is_over_http) == (serves_many, is_over_http)
