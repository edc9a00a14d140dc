"""A career centre on Slack: staff set things up in the desk, members meet it, and nobody gets at what is not theirs."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.clock import MovedClock
from bot.slack import desk, manifest
from bot.slack.channels import told
from bot.slack.connection import SlackAdapter
from bot.slack.people import manages
from bot.delivery.platform import Refused, Unsure
from core.communities.events import Staff, community_of
from core.communities.state import CommunityState, decode_state
from core.errors import StoreError
from core.events import Person
from core.messages import Post, mention
from tests.loopback import QUICK
from tests.simulators.slack import Modal, Slack, User
from tests.slack_process import moves
from tests.slack_served import Served, of_one, served
from tests.test_slack_conversation import STORY

NOT_STAFF = "Only those who manage this place can do that"
NOTE = "Could somebody look through my CV on Thursday?"
NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
"""In Lusaka; what comes of itself keeps out of the night."""
pytestmark = pytest.mark.usefixtures("coach")


@pytest.fixture
def slack(tmp_path: Path) -> Iterator[Slack]:
    app = manifest.with_community(manifest.socket())
    with Slack(folder=tmp_path, manifest=app, rate="off", ack_timeout=20) as slack:
        yield slack
        slack.assert_clean(warnings=True)


@pytest.fixture
def coach(slack: Slack, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setattr(SlackAdapter, "rates", QUICK)
    moves(Path(slack.tmp) / "clock", NOON)
    with served(slack, of_one(slack), MovedClock(Path(slack.tmp) / "clock")) as coach:
        yield coach


@pytest.fixture
def grace(slack: Slack) -> User:
    grace = slack.user("Grace Banda", tz="Africa/Lusaka")
    slack.ws.users[grace.id]["is_admin"] = True
    return grace


@pytest.fixture
def amina(slack: Slack) -> User:
    return slack.user("Amina Phiri", tz="Africa/Lusaka")


def window(user: User, has: Callable[[Modal], object]) -> Modal:
    """The window on top, once it is the one that is waited for."""
    user.s.wait(lambda: user.modal is not None and has(user.modal), 10, "the window")
    assert user.modal is not None
    return user.modal


def opens(user: User, text: str = "admin") -> Modal:
    """The desk, by the command."""
    before = len(user.core.views)
    user.slash("/rebound", text)
    user.s.wait(lambda: len(user.core.views) > before and user.modal, 10, "the desk")
    return window(user, lambda modal: "One moment" not in modal.text)


def presses(user: User, label: str) -> Modal:
    """A button of the page, and what is there then."""
    before = user.modal
    assert before is not None
    shown = before.v.hash
    user.click(label, where="modal")
    return window(user, lambda modal: modal.v.hash != shown and "One moment" not in modal.text)


def sends(user: User, **fields: Any) -> Modal:
    """The form on top, filled in by the beginnings of its labels; the page that is shown then."""
    form = user.modal
    assert form is not None
    hashes = {view.hash for view in user.core.views.values()}
    for label, value in fields.items():
        form.fill(label.replace("_", " "), value)
    became = form.submit()
    assert became in ("closed", "updated"), (became, form.errors)
    return window(user, lambda modal: modal.v.hash not in hashes and "One moment" not in modal.text)


def refused(user: User, **fields: Any) -> dict[str, str]:
    """The same, for a form in which something is wrong: what is said beside which field."""
    form = user.modal
    assert form is not None
    for label, value in fields.items():
        form.fill(label.replace("_", " "), value)
    assert form.submit() == "errors"
    return {block.removeprefix("field:"): text for block, text in form.errors.items()}


def says(user: User, *texts: str) -> str:
    last = ""
    for text in texts:
        since = user.mark()
        user.dm(text)
        user.wait_reply(since)
        user.s.settle(0.15)
        last = "\n".join(message.text for message in user.messages(since=since))
    return last


def in_channel(user: User, channel: Any) -> list[Any]:
    return list(user.messages(channel=channel))


def state(coach: Served, slack: Slack) -> CommunityState:
    return decode_state(coach.store.snapshot(community_of(f"slack:{slack.ws.id}")))


def notes_go_to(grace: User, channel: Any) -> Modal:
    opens(grace, "admin requests")
    presses(grace, "Choose the channel")
    return sends(grace, Channel=channel, Who="The careers team")


# --- from nothing to a community, as the guide says ---


def test_an_empty_workspace_becomes_a_community_and_a_member_goes_all_the_way(
    slack: Slack, grace: User, amina: User
) -> None:
    """docs/slack.md, For a career centre, step by step."""
    general = slack.channel("general-help", grace, amina)
    staff_only = slack.channel("careers-staff", grace, private=True, with_app=True)
    grace.open_home()
    grace.wait_home("For staff")
    grace.click("Open the desk", where="home")
    window(grace, lambda modal: "Nothing is set up yet" in modal.text)
    presses(grace, "Name and contact")
    sends(grace, What="Lakeside Careers", Whom="Ms Tembo, room 12", Country="Zambia")
    presses(grace, "Links")
    form = grace.modal
    assert form is not None
    sends(grace, **{form.inputs[0][0]: "https://jobs.lakeside.org"})
    presses(grace, "Hours")
    sends(grace, Time="Lusaka")
    presses(grace, "Notes from members")
    presses(grace, "Choose the channel")
    assert "#careers-staff" in sends(grace, Channel=staff_only, Who="The careers team").text
    presses(grace, "Back")
    presses(grace, "Posts")
    presses(grace, "New post")
    presses(grace, "After an interview")
    preview = sends(grace, Channel=general)
    assert "exactly what would be posted in #general-help" in preview.text
    presses(grace, "Post now")
    slack.wait(lambda: in_channel(amina, general), 10, "the post")
    slack.wait(lambda: general.pins, 10, "the pin")
    post = in_channel(amina, general)[-1]
    assert "Rebound is a program" in post.text
    assert slack.ws.bot_user in general.members
    assert "is pinned" in opens(grace, "admin posts").text

    amina.click("Write to the coach", post, channel=general)
    amina.wait_text("interview")
    assert [one.text for one in in_channel(amina, general) if one.ephemeral]
    says(amina, STORY, "8", "only the blank")
    jobs = amina.last()
    says(amina, "where can i find jobs?")
    found = amina.wait_text("jobs.lakeside.org")
    links = [one for one in _walked(found.raw["blocks"]) if one.get("type") == "link"]
    assert jobs is not None
    assert "https://jobs.lakeside.org" in {link["url"] for link in links}
    says(amina, "can i talk to a person?")
    amina.click("Pass a note on")
    amina.wait_text("Which name")
    says(amina, "Amina", NOTE)
    assert in_channel(grace, staff_only) == []
    says(amina, "yes, send it")
    slack.wait(lambda: in_channel(grace, staff_only), 10, "the note")
    note = in_channel(grace, staff_only)[-1]
    assert NOTE in note.text
    assert "mind went blank" not in note.text
    grace.click("Answer note 1", note, channel=staff_only)
    window(grace, lambda modal: modal.inputs)
    sends(grace, Your="Thursday at ten, room 12.")
    slack.settle(0.3)
    moves(Path(slack.tmp) / "clock", NOON + timedelta(hours=6))
    assert "The careers team" in amina.wait_text("Thursday at ten, room 12.", 15).text


def _walked(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _walked(one)
