"""The coach in many workspaces, over HTTP, as their members and administrators meet it."""

from __future__ import annotations

import json
import socket
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.adapters import ConnectionLost, factory
from bot.clock import MovedClock, SystemClock
from bot.slack import manifest
from bot.slack.connection import made
from bot.slack.http import MOST_BYTES
from bot.slack.paths import EVENTS
from core.communities.events import Staff, Submitted, community_of
from core.community import NONE
from core.erasing import DEPARTED
from core.events import Text
from core.store import vault_beside
from tests.simulators.slack import Slack, User
from tests.slack_served import of_many, of_one, served
from tests.stores import KEY

A_MONTH = timedelta(days=31)


@pytest.fixture
def slack(tmp_path: Path) -> Iterator[Slack]:
    with Slack(mode="http", folder=tmp_path, manifest=manifest.http("https://coach.example.org")) as slack:
        yield slack


def installed(slack: Slack, name: str, **how: Any) -> Any:
    workspace = slack.workspace(name, installed=False, **how)
    assert slack.oauth_install(workspace)[0] == 200
    return workspace


def says(user: User, text: str, hears: str = "") -> str:
    """Write, and what is answered."""
    since = user.mark()
    assert user.dm(text).done.wait(10)
    return str(user.wait_text(hears, since=since).text if hears else user.wait_reply(since).text)


def tenant(workspace: Any) -> str:
    return f"slack:{workspace.id}"


def posts(slack: Slack, since: float) -> list[str]:
    return [call.ws for call in slack.calls("chat.postMessage") if call.t > since]


def test_each_workspace_is_served_with_a_token_of_its_own_from_what_the_manifest_allows(slack: Slack) -> None:
    with served(slack, of_many(slack)):
        north, south = installed(slack, "North"), installed(slack, "South")
        ann, bob = slack.user("Ann", "Europe/London", north), slack.user("Bob", "Asia/Tokyo", south)
        since = time.time()
        for user in (ann, bob):
            assert "I am a program" in says(user, "hello")
        assert sorted(set(posts(slack, since))) == sorted([north.id, south.id])
        slack.settle(0.3)
        slack.assert_clean(warnings=True)


def test_whoever_is_served_is_served_by_the_next_process_too(slack: Slack) -> None:
    with served(slack, of_many(slack)):
        ann = slack.user("Ann", ws=installed(slack, "North"))
        says(ann, "hello")
    with served(slack, of_many(slack)):
        says(ann, "stop writing", "not write")
        assert len(slack.calls("oauth.v2.access")) == 1


@pytest.mark.parametrize("told", ["app_uninstalled", "tokens_revoked", "both"])
def test_a_workspace_that_takes_it_out_is_written_to_no_more_and_is_erased_after_a_month(
    slack: Slack, told: str
) -> None:
    with served(slack, of_many(slack)) as coach:
        north, south = installed(slack, "North"), installed(slack, "South")
        ann, bob = slack.user("Ann", ws=north), slack.user("Bob", ws=south)
        for user in (ann, bob):
            says(user, "I had a bad interview at Acme today")
        (of_ann,) = coach.store.people(tenant(north))
        assert any(person == of_ann for person in coach.store.due(SystemClock().now() + A_MONTH, 9))
        if told == "both":
            slack.uninstall(north)
        else:
            tokens = {"tokens": {"oauth": [], "bot": [north.bot_user]}} if told == "tokens_revoked" else {}
            slack.core.event(north, {"type": told, "event_ts": slack.core.ts(), **tokens}, force=True)
        slack.wait(lambda: coach.store.departed(SystemClock().now()) == [tenant(north)], 5, "the departure")
        assert vault_beside(Path(slack.tmp) / "rebound.db", KEY).get(tenant(north)) is None
        assert [p.tenant for p in coach.store.due(SystemClock().now() + 12 * A_MONTH, 9)] == [tenant(south)]
        since = time.time()
        slack.core.event(north, ann._event("hello"), force=True)
        says(bob, "hello")
        slack.settle(0.3)
        assert posts(slack, since) == [south.id]

        coach.coach.erase_departed(SystemClock().now() + timedelta(days=29), coach.store)
        assert coach.store.people(tenant(north)) == [of_ann]
        coach.coach.erase_departed(SystemClock().now() + A_MONTH, coach.store)
        assert (coach.store.people(tenant(north)), len(coach.store.people(tenant(south)))) == ([], 1)
        assert coach.store.departed(SystemClock().now() + A_MONTH) == []
    with closing(sqlite3.connect(Path(slack.tmp) / "rebound.db.keys")) as keys:
        assert keys.execute("SELECT DISTINCT tenant FROM person_key").fetchall() == [(tenant(south),)]


def test_a_workspace_that_installs_it_again_within_the_month_keeps_what_it_told(slack: Slack) -> None:
    with served(slack, of_many(slack)) as coach:
        north = installed(slack, "North")
        ann = slack.user("Ann", ws=north)
        says(ann, "I had a bad interview at Acme today")
        slack.uninstall(north)
        slack.wait(lambda: coach.store.departed(SystemClock().now()), 5, "the departure")
        assert slack.oauth_install(north)[0] == 200
        assert coach.store.departed(SystemClock().now() + A_MONTH) == []
        says(ann, "my interviews", "Acme")
        coach.coach.erase_departed(SystemClock().now() + A_MONTH, coach.store)
        assert len(coach.store.people(tenant(north))) == 1


@pytest.mark.parametrize("days", [29, 30])
def test_what_staff_have_set_is_there_for_a_month_after_it_was_taken_out(slack: Slack, days: int) -> None:
    with served(slack, of_many(slack)) as coach:
        north = installed(slack, "North")
        ann = slack.user("Ann", ws=north)
        says(ann, "I had a bad interview at Acme today")
        office, store, now = coach.coach.office, coach.store, SystemClock().now()
        sam = Staff("U-sam", "Sam", may_manage=True)
        form = office.form(tenant(north), sam, "about", now, store)
        event = Submitted(
            id="s1",
            person=community_of(tenant(north)),
            at=now,
            by=sam,
            form=form.name,
            values={"staff": ("Ms Tembo",)},
        )
        office.submit(event, now, store)
        slack.uninstall(north)
        slack.wait(lambda: store.departed(SystemClock().now()), 5, "the departure")
        slack.wait(lambda: office.settings(tenant(north), store) == NONE, 5, "its settings to hold no more")
        coach.coach.erase_departed(SystemClock().now() + timedelta(days=days), store)
        assert slack.oauth_install(north)[0] == 200
        assert office.settings(tenant(north), store).staff == ("Ms Tembo" if days < DEPARTED.days else None)
        assert len(store.people(tenant(north))) == (2 if days < DEPARTED.days else 0)


def test_that_it_was_taken_out_is_learnt_from_a_refused_message_where_the_event_was_lost(slack: Slack) -> None:
    with served(slack, of_many(slack)) as coach:
        north = installed(slack, "North")
        ann = slack.user("Ann", ws=north)
        says(ann, "hello")
        slack.revoke_token(north, "account_inactive")
        ann.dm("I had a bad interview at Acme today")
        slack.wait(lambda: coach.store.departed(SystemClock().now()) == [tenant(north)], 5, "the departure")


def test_cut_off_between_the_token_and_the_note_the_next_process_puts_it_right(slack: Slack) -> None:
    now, vault = SystemClock().now(), vault_beside(Path(slack.tmp) / "rebound.db", KEY)
    with served(slack, of_many(slack)) as coach:
        back, gone = installed(slack, "Back"), installed(slack, "Gone")
        ann, bob = slack.user("Ann", ws=back), slack.user("Bob", ws=gone)
        for user in (ann, bob):
            says(user, "I had a bad interview at Acme today")
        coach.store.depart(tenant(back), now)  # it has installed it again, and that was not noted
    vault.drop(tenant(gone))  # and here the departure was not
    with served(slack, of_many(slack)) as coach:
        assert coach.store.departed(now + A_MONTH) == []
        (of_bob,) = coach.store.people(tenant(gone))
        coach.does(coach.service.take(Text(id="D1:1.0", person=of_bob, at=now, text="hello")))
        slack.wait(lambda: coach.store.departed(now + A_MONTH) == [tenant(gone)], 5, "the departure")


def test_a_revoked_token_harms_nobody_else(slack: Slack) -> None:
    with served(slack, of_many(slack)) as coach:
        north, south = installed(slack, "North"), installed(slack, "South")
        ann, bob = slack.user("Ann", ws=north), slack.user("Bob", ws=south)
        says(ann, "hello")
        slack.revoke_token(north)
        ann.dm("I had a bad interview at Acme today")
        slack.wait(lambda: coach.store.dead_letters(), 5, "the refusal")
        assert [letter.reason for letter in coach.store.dead_letters()] == ["token_revoked"]
        says(bob, "hello")
        slack.restore_token(north)
        since = ann.mark()
        ann.dm("hello again")
        slack.wait(lambda: len(ann.messages(since=since)) >= 2, 5, "what could not be said, and the answer")
        assert coach.store.dead_letters() == []


def test_an_organisation_is_served_with_one_token(slack: Slack) -> None:
    with served(slack, of_many(slack)) as coach:
        whole = installed(slack, "Org", enterprise="E0ORG", org_install=True)
        olga = slack.user("Olga", "Asia/Tokyo", whole)
        assert "I am a program" in says(olga, "hello")
        assert [person.id for person in coach.store.people("slack:E0ORG")] == [olga.id]


def test_a_nudge_goes_out_with_a_new_token_where_the_old_one_has_expired(slack: Slack, tmp_path: Path) -> None:
    now = SystemClock().now()
    noon = (now + timedelta(days=3)).replace(hour=12)
    offset = tmp_path / "offset"
    offset.write_text("0")
    with served(slack, of_many(slack), MovedClock(offset)):
        rota = installed(slack, "Rota", rotation=True)
        ann = slack.user("Ann", "Europe/London", rota)
        says(ann, "I had a bad interview at Acme today")
        first = rota.token
        slack.rotate_expire(rota)
        since = ann.mark()
        offset.write_text(str((noon - now).total_seconds()))
        ann.wait_reply(since, 15)
        assert rota.token != first


def test_a_workspace_that_never_installed_it_is_not_answered(slack: Slack) -> None:
    with served(slack, of_many(slack)) as coach:
        stranger = slack.workspace("Stranger", installed=False)
        eve = slack.user("Eve", ws=stranger)
        since = time.time()
        delivery = slack.core.event(stranger, eve._event("hello"), force=True)
        assert delivery.done.wait(10)
        assert (delivery.acked, posts(slack, since), coach.store.people(tenant(stranger))) == (True, [], [])


def test_a_start_with_settings_in_the_environment_warns_of_nothing(
    slack: Slack, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    given = of_many(slack) | of_one(slack)
    for name, value in given.items():
        monkeypatch.setenv(name.upper(), value)
    with served(slack, given):
        assert slack.url_verification()
    assert [one for one in caplog.records if one.levelname != "INFO" and "slack" in one.name] == []


def test_its_adapter_can_be_made_again() -> None:
    assert factory("slack") is factory("slack") is made


# --- whatever comes to the door ---


@pytest.mark.parametrize("how", ["bad", "missing", "stale", "future", "nan", "tampered", "empty_secret"])
def test_a_forged_request_is_refused(slack: Slack, how: str) -> None:
    with served(slack, of_one(slack)) as coach:
        user = slack.user()
        assert slack.push_forged(how, user) == 401
        assert slack.push_forged("ok_old_4min", user) == 200
        user.wait_text("program")
        assert len([*coach.store.journal(coach.store.people(tenant(slack.ws))[0])]) == 1


SIGNED = [b"", b"{", b"[]", b'"text"', b"null", b"7", b"\xff\xfe", b"payload=%7B", b"payload=[]", b"payload=7", b"a=b",
          b'{"type": "event_callback"}', b'{"type": "event_callback", "event": []}', b'{"type": 7}', b"[" * 50_000,
          b'{"type": "event_callback", "team_id": {"a": 1}, "event": {"type": "message"}}']  # fmt: skip


def announced(slack: Slack, size: int) -> bytes:
    """The first line of the answer to a body of that size, of which nothing is ever sent."""
    head = f"POST {EVENTS} HTTP/1.1\r\nHost: x\r\nContent-Length: {size}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", slack.core.http_port), 5) as door:
        door.sendall(head.encode())
        return door.makefile("rb").readline()


@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded", "text/plain", ""])
def test_no_body_is_a_fault_signed_or_not(slack: Slack, kind: str) -> None:
    with served(slack, of_one(slack)):
        for body in SIGNED:
            assert slack.raw(body, kind, sign=False)[0] == 401, body[:40]
            assert slack.raw(body, kind)[0] < 500, body[:40]
        assert announced(slack, MOST_BYTES + 1).startswith(b"HTTP/1.1 413 ")
        assert slack.url_verification()
        assert slack.raw(json.dumps({"type": "url_verification", "challenge": "x"}).encode(), sign=False)[0] == 401


# --- one workspace ---


def test_one_workspace_over_http_is_served_until_it_takes_the_app_out(slack: Slack) -> None:
    with pytest.raises(ConnectionLost, match="SLACK_BOT_TOKEN"), served(slack, of_one(slack)) as coach:  # noqa: PT012
        ann = slack.user("Ann")
        says(ann, "I had a bad interview at Acme today")
        slack.uninstall()
        slack.wait(lambda: coach.store.departed(SystemClock().now()), 5, "the departure")
        slack.wait(lambda: not coach.loop.is_running(), 10, "the end")


def test_a_new_token_for_the_one_workspace_ends_the_departure(slack: Slack) -> None:
    with served(slack, of_one(slack)) as coach:
        coach.store.depart(tenant(slack.ws), SystemClock().now())
    with served(slack, of_one(slack)) as coach:
        assert coach.store.departed(SystemClock().now() + A_MONTH) == []
