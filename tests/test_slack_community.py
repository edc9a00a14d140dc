"""A career centre on Slack: staff set things up in the desk, members meet it, and nobody gets at what is not theirs."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.clock import MovedClock
from bot.delivery.platform import Limited, Refused, Unsure
from bot.slack import desk, manifest
from bot.slack.connection import SlackAdapter
from bot.slack.desk_incoming import Begins, move
from bot.slack.desk_views import DeskViews
from bot.slack.outgoing import Layout
from bot.slack.people import manages
from core.communities import turn as turns
from core.communities.desk import DO, FORM, MOST_BUTTONS, PAGE, Field, Form, Kind, Page
from core.communities.events import Staff, community_of
from core.communities.state import CommunityState, decode_state
from core.errors import StoreError
from core.events import Person
from core.messages import BEGIN, Choice, Line, Post, mention
from tests.loopback import QUICK
from tests.simulators.slack import Modal, Slack, User
from tests.simulators.slack.validate import view_problems
from tests.slack_process import moves
from tests.slack_served import WORDING, Served, of_many, of_one, served
from tests.told import LAKESIDE, TO_ONE_NOTE

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
    slack.wait(lambda: any(one.ephemeral for one in in_channel(amina, general)), 10, "the way there")
    says(amina, LAKESIDE, "8", "only the blank")
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


def test_a_member_goes_from_the_pinned_post_to_the_end_of_a_debrief_with_the_workspaces_links_and_helplines(
    slack: Slack, grace: User, amina: User
) -> None:
    general = slack.channel("general-help", grace, amina)
    opens(grace)
    presses(grace, "Links")
    form = grace.modal
    assert form is not None
    sends(grace, **{form.inputs[0][0]: "https://jobs.lakeside.org"})
    presses(grace, "All settings")
    presses(grace, "Add a helpline")
    sends(grace, Name="Lifeline Lakeside", Number="+260 211 000 000", When="always", Where="https://lakeside.org")
    opens(grace, "admin posts")
    presses(grace, "New post")
    presses(grace, "After an interview")
    sends(grace, Channel=general)
    presses(grace, "Post now")
    slack.wait(lambda: in_channel(amina, general), 10, "the post")

    amina.click("Write to the coach", in_channel(amina, general)[-1], channel=general)
    amina.wait_text("interview")
    assert "for today" in says(amina, *TO_ONE_NOTE, "sent it", "tomorrow")
    assert "https://jobs.lakeside.org" in says(amina, "any job list?")
    assert "Lifeline Lakeside" in says(amina, "i want to kill myself")
    assert "Clinic" not in "".join(message.text for message in in_channel(grace, general))


def _walked(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _walked(one)


# --- whoever may not ---


def test_the_desk_is_for_those_who_manage_the_workspace_and_the_home_tab_shows_it_to_nobody_else(
    grace: User, amina: User
) -> None:
    for user in (amina, grace):
        user.open_home()
    assert "For staff" in grace.wait_home("Open the desk").text
    assert "For staff" not in amina.wait_home().text
    assert NOT_STAFF in opens(amina).text
    assert not amina.modal.buttons  # type: ignore[union-attr]
    assert not in_channel(amina, amina.im)


@pytest.mark.parametrize("text", ["admin", " Admin ", "ADMIN posts", "admin nonsense"])
def test_the_command_opens_it_with_or_without_the_name_of_a_page(slack: Slack, grace: User, text: str) -> None:
    assert opens(grace, text).buttons
    slack.settle(0.2)
    assert not in_channel(grace, grace.im)


def test_a_story_that_begins_with_the_word_is_heard_by_the_coach(grace: User) -> None:
    grace.slash("/rebound", "admin job at Lakeside Clinic went badly, mind went blank")
    grace.wait_text("how bad")
    assert grace.modal is None


def forged(user: User, kind: str, name: str) -> dict[str, Any]:
    """What somebody who is no staff could have Slack send, if they could make up anything."""
    view = {
        "id": "V0FORGED",
        "type": "modal",
        "hash": "1.x",
        "previous_view_id": None,
        "callback_id": "desk-form",
        "private_metadata": json.dumps({"form": name}),
        "blocks": [{"type": "input", "block_id": "field:text", "element": {"type": "plain_text_input"}}],
        "state": {"values": {"field:text": {"taken": {"type": "plain_text_input", "value": "forged"}}}},
    }
    if kind == "view_submission":
        return user._base(kind) | {"view": view}
    action = {"type": "button", "block_id": "desk:0", "action_id": "desk:0", "value": name, "action_ts": user.core.ts()}
    return user._base(kind, "V0") | {"view": {**view, "callback_id": "desk"}, "actions": [action]}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("view_submission", "about:0"),
        ("view_submission", "answer:1"),
        ("view_submission", "close:1"),
        ("view_submission", "post-now:1.1"),
        ("block_actions", "do:close:1"),
        ("block_actions", "do:post-drop:1"),
    ],
)
def test_nothing_that_a_member_makes_up_changes_anything(
    slack: Slack, coach: Served, grace: User, amina: User, kind: str, name: str
) -> None:
    opens(grace)
    presses(grace, "Name and contact")
    sends(grace, What="Lakeside Careers")
    before = state(coach, slack)
    answered = slack.core.run(slack.core.interact("interactive", forged(amina, kind, name), slack.ws))
    slack.settle(0.3)
    assert state(coach, slack) == before
    if kind == "view_submission":
        assert NOT_STAFF in json.dumps(answered.ack_payload)


@pytest.mark.parametrize("broken", ["about", "nonsense:1", "answer:99", "about:x", "post:404", "close:1", ""])
def test_a_form_of_nothing_is_refused_in_a_sentence_also_for_staff(
    slack: Slack, coach: Served, grace: User, broken: str
) -> None:
    answered = slack.core.run(slack.core.interact("interactive", forged(grace, "view_submission", broken), slack.ws))
    assert answered.ack_payload["response_action"] in ("update", "errors")
    assert not state(coach, slack).sections.get("settings")


def test_somebody_whose_role_was_taken_away_between_the_page_and_the_form_changes_nothing(
    slack: Slack, coach: Served, grace: User
) -> None:
    opens(grace)
    presses(grace, "Name and contact")
    slack.ws.users[grace.id]["is_admin"] = False
    assert NOT_STAFF in sends(grace, What="Grace's").text
    assert state(coach, slack) == CommunityState()
    assert NOT_STAFF in opens(grace).text


@pytest.mark.parametrize("kind", ["500", "garbage", "429", "drop"])
def test_where_slack_does_not_say_who_manages_the_workspace_nobody_does(
    slack: Slack, coach: Served, grace: User, kind: str
) -> None:
    opens(grace)
    presses(grace, "Name and contact")
    slack.fault("users.info", kind, times=3)  # a cut call that only asks is repeated once below the SDK
    assert "has not told me whether you manage" in refused(grace, What="Lakeside")["name"]
    assert state(coach, slack) == CommunityState()


USER = {"id": "U1", "team_id": "T1", "is_admin": True}


@pytest.mark.parametrize(
    ("user", "tenant", "may"),
    [
        (USER, "slack:T1", True),
        ({**USER, "is_admin": False, "is_owner": True}, "slack:T1", True),
        ({**USER, "is_admin": False}, "slack:T1", False),
        ({**USER, "deleted": True}, "slack:T1", False),
        ({**USER, "is_restricted": True}, "slack:T1", False),
        ({**USER, "is_bot": True}, "slack:T1", False),
        ({**USER, "is_stranger": True}, "slack:T1", False),
        (USER, "slack:T2", False),
        (USER, "slack:E1", False),
        ({}, "slack:T1", False),
        ({**USER, "team_id": "E1", "enterprise_user": {"enterprise_id": "E1", "teams": ["T1"]}}, "slack:T1", True),
        ({**USER, "enterprise_user": {"enterprise_id": "E1", "is_admin": False}}, "slack:E1", False),
        ({**USER, "enterprise_user": {"enterprise_id": "E1", "is_admin": True}}, "slack:E1", True),
        ({**USER, "enterprise_user": {"enterprise_id": "E2", "is_admin": True}}, "slack:E1", False),
    ],
)
def test_who_manages_a_place_is_an_administrator_of_that_very_one(user: Any, tenant: str, may: bool) -> None:
    assert manages(user, tenant) is may


# --- pages and forms ---


def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(
    slack: Slack, coach: Served, grace: User
) -> None:
    opens(grace)
    presses(grace, "Links")
    form = grace.modal
    assert form is not None
    first, second = form.inputs[0][0], form.inputs[1][0]
    wrong = refused(grace, **{first: "http://jobs.lakeside.org", second: "https://advice.lakeside.org"})
    assert list(wrong) == [form.inputs[0][2]["block_id"].removeprefix("field:")]
    assert "https" in next(iter(wrong.values()))
    assert grace.modal is not None
    assert "advice.lakeside.org" in grace.modal.text
    sends(grace, **{first: "https://jobs.lakeside.org"})
    assert "advice.lakeside.org" in state(coach, slack).sections["settings"]


def test_a_form_that_somebody_else_was_faster_with_says_so(slack: Slack, grace: User) -> None:
    other = slack.user("Mwape")
    slack.ws.users[other.id]["is_owner"] = True
    for user in (grace, other):
        opens(user)
        presses(user, "Name and contact")
    sends(other, What="Lakeside Careers")
    assert list(refused(grace, What="Lakeview")) == ["name"]


def test_a_window_from_before_a_restart_is_taken_by_the_next_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SlackAdapter, "rates", QUICK)
    (elsewhere := tmp_path / "elsewhere").mkdir()
    with Slack(folder=elsewhere, rate="off", ack_timeout=20) as again:
        grace = again.user("Grace Banda")
        again.ws.users[grace.id]["is_owner"] = True
        with served(again, of_one(again)):
            opens(grace)
            presses(grace, "Name and contact")
        with served(again, of_one(again)) as coach:
            sends(grace, What="Lakeside Careers")
            assert "Lakeside Careers" in state(coach, again).sections["settings"]


def test_where_the_store_is_slow_a_window_opens_at_once_and_is_filled(
    slack: Slack, grace: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "OPEN_SECONDS", 0.0)
    assert "Nothing is set up" in opens(grace).text
    presses(grace, "Name and contact")
    shown = [json.dumps(call.args["view"]) for name in ("views.open", "views.push") for call in slack.calls(name)]
    assert len(shown) == 2
    assert all("One moment" in view for view in shown)


def test_a_form_that_takes_too_long_is_answered_at_once_and_what_was_typed_comes_back_with_what_is_wrong(
    slack: Slack, coach: Served, grace: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "ANSWER_SECONDS", 0.0)
    opens(grace)
    presses(grace, "Name and contact")
    sends(grace, What="Lakeside Careers", Country="Atlantis")
    form = window(grace, lambda modal: "Lakeside Careers" in modal.text)
    assert "Atlantis" in form.text
    assert "country" in form.text.lower()
    sends(grace, Country="Zambia")
    window(grace, lambda modal: "What members are told" in modal.text)
    assert "Lakeside Careers" in state(coach, slack).sections["settings"]


def test_a_form_that_cannot_be_kept_says_so_and_stays(
    slack: Slack, coach: Served, grace: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    opens(grace)
    presses(grace, "Name and contact")

    def fails(*_: Any) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(coach.coach.office, "submit", fails)
    assert "could not be kept" in refused(grace, What="Lakeside Careers")["name"]
    monkeypatch.undo()
    sends(grace)
    assert "Lakeside Careers" in state(coach, slack).sections["settings"]


@pytest.mark.parametrize("has_talked", [False, True])
def test_a_file_of_a_page_is_handed_over_in_private_and_comes_in_again(
    slack: Slack, grace: User, has_talked: bool
) -> None:
    if has_talked:
        says(grace, "hello")
    opens(grace)
    presses(grace, "Name and contact")
    sends(grace, What="Lakeside Careers")
    presses(grace, "All settings")
    page = presses(grace, "Save as a file") if "Save as a file" in grace.modal.buttons else _export(grace)  # type: ignore[union-attr]
    assert "community.toml" in page.text
    slack.wait(lambda: any(one.files for one in grace.messages()), 10, "the file")
    (file,) = [one for message in grace.messages() for one in message.files]
    assert file["name"] == "community.toml"
    content = slack.core.files[file["id"]]["_data"].decode()
    assert "Lakeside Careers" in content
    assert not [one for channel in slack.ws.channels.values() if channel.kind != "im" for one in channel.messages]


def _export(user: User) -> Modal:
    assert user.modal is not None
    label = next(one for one in user.modal.buttons if "file" in one.lower() and "Bring" not in one)
    return presses(user, label)


def test_where_files_may_not_be_sent_the_page_says_so(tmp_path: Path) -> None:
    (elsewhere := tmp_path / "elsewhere").mkdir()
    with Slack(folder=elsewhere, rate="off", scopes=["chat:write", "users:read", "commands", "im:history"]) as bare:
        grace = bare.user("Grace Banda")
        bare.ws.users[grace.id]["is_owner"] = True
        with served(bare, of_one(bare)):
            opens(grace)
            presses(grace, "All settings")
            _export(grace)
            window(grace, lambda modal: "could not be put into our own chat" in modal.text)


# --- channels ---


def test_notes_go_to_a_private_channel_that_the_coach_is_in_and_to_no_other(
    slack: Slack, coach: Served, grace: User
) -> None:
    closed = slack.channel("staff", grace, private=True)
    general = slack.channel("general-help", grace)
    shared = slack.channel("old-staff", grace, private=True, with_app=True)
    shared.archived = True
    opens(grace, "admin requests")
    presses(grace, "Choose the channel")
    assert "Add me to it" in refused(grace, Channel=closed)["channel"]
    assert "#general-help is open to everybody" in refused(grace, Channel=general)["channel"]
    assert "not archived" in refused(grace, Channel=shared)["channel"]
    closed.members.add(slack.ws.bot_user)
    assert "#staff" in sends(grace, Channel=closed).text
    assert state(coach, slack).sections["requests"]["channel"] == {"id": closed.id, "name": "#staff"}


def test_where_the_app_may_not_look_at_channels_staff_are_told_what_is_missing(tmp_path: Path) -> None:
    (elsewhere := tmp_path / "elsewhere").mkdir()
    with Slack(folder=elsewhere, rate="off", manifest=manifest.socket()) as bare:
        grace = bare.user("Grace Banda")
        bare.ws.users[grace.id]["is_owner"] = True
        channel = bare.channel("staff", grace, private=True, with_app=True)
        with served(bare, of_one(bare)):
            opens(grace, "admin requests")
            presses(grace, "Choose the channel")
            said = refused(grace, Channel=channel)["channel"]
            assert "channels:read, groups:read, pins:write" in said
            assert "rebound slack --manifest --community" in said


def published(coach: Served, slack: Slack, channel: Any, **more: Any) -> Any:
    key = more.pop("key", "k1")
    post = Post(**{"mark": "posts:1:2026-11-24", "channel": channel.id, "text": "Come at noon.", **more})
    return coach.does(coach.adapter.publish(f"slack:{slack.ws.id}", post, key, 1))


@pytest.mark.parametrize("kind", ["drop_after", "500", "hang_after"])
def test_a_post_whose_fate_is_not_known_is_not_shown_twice_and_staff_are_told_to_look(
    slack: Slack, coach: Served, grace: User, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    general = slack.channel("general-help", grace, with_app=True)
    if kind == "hang_after":
        monkeypatch.setattr(coach.adapter._session, "_timeout", replace_total(coach, 0.3))
    slack.fault("chat.postMessage", kind, value=1, times=1)
    with pytest.raises(Unsure):
        published(coach, slack, general)
    for _ in range(2):
        with pytest.raises(Refused) as refusal:
            published(coach, slack, general)
        assert refusal.value.reason == "late"
    assert len(in_channel(grace, general)) == (kind != "500")


def replace_total(coach: Served, seconds: float) -> Any:
    import attrs

    return attrs.evolve(coach.adapter._session.timeout, total=seconds)


def test_a_post_that_stands_is_known_to_stand_also_after_a_restart(slack: Slack, coach: Served, grace: User) -> None:
    general = slack.channel("general-help", grace)
    first = published(coach, slack, general, is_pinned=True)
    assert published(coach, slack, general, is_pinned=True) == first
    assert general.pins == [first]
    assert [one.text for one in in_channel(grace, general)] == ["Come at noon."]


@pytest.mark.parametrize("kind", ["429", "error"])
def test_a_post_that_slack_did_not_show_for_certain_is_shown_at_the_next_try(
    slack: Slack, coach: Served, grace: User, kind: str
) -> None:
    general = slack.channel("general-help", grace, with_app=True)
    slack.fault("chat.postMessage", kind, value="1" if kind == "429" else "invalid_blocks", times=1)
    with pytest.raises(Exception):  # noqa: B017, PT011 - what it is, others tell
        published(coach, slack, general)
    published(coach, slack, general)
    assert len(in_channel(grace, general)) == 1


def test_where_a_post_cannot_be_shown_the_reason_is_one_that_staff_are_told(
    slack: Slack, coach: Served, grace: User
) -> None:
    unseen = slack.channel("unseen", grace, private=True)
    archived, closed = slack.channel("old", grace, with_app=True), slack.channel("news", grace, with_app=True)
    full = slack.channel("full", grace, with_app=True)
    archived.archived, closed.read_only, full.most_pins = True, True, 0
    wanted = {"channel-gone": unseen, "channel-archived": archived, "not-allowed": closed, "too-many-pins": full}
    for number, (reason, channel) in enumerate(wanted.items()):
        with pytest.raises(Refused) as refusal:
            published(coach, slack, channel, key=f"k{number}", is_pinned=True)
        assert refusal.value.reason == reason
        assert not in_channel(grace, channel)


def test_nothing_in_a_post_is_live_but_addresses_written_out_and_the_one_who_is_named(
    slack: Slack, coach: Served, grace: User, amina: User
) -> None:
    general = slack.channel("general-help", grace, with_app=True)
    text = (
        f"@channel <!here> *bold* :tada: http://old.org https://lakeside.org/cv. https://a@evil.org "
        f"{mention(amina.id)} {mention('B0T')}"
    )
    published(coach, slack, general, text=text)
    (post,) = in_channel(grace, general)
    live = [one for one in _walked(post.raw["blocks"]) if one.get("type") not in (None, "text", "rich_text")]
    live = [one for one in live if not str(one["type"]).startswith("rich_text")]
    assert [one.get("url") or one.get("user_id") for one in live] == ["https://lakeside.org/cv", amina.id]
    assert "@aminaphiri" in post.notification
    assert "metadata" not in post.raw


def test_the_button_of_a_post_leads_a_member_to_the_coach_and_shows_the_channel_nothing(
    slack: Slack, coach: Served, grace: User, amina: User
) -> None:
    general = slack.channel("general-help", grace, amina)
    published(coach, slack, general, choices=(Choice(BEGIN, "Write to the coach"),))
    since = amina.mark()
    amina.click("Write to the coach", channel=general)
    amina.wait_reply(since)
    slack.wait(lambda: any(one.ephemeral for one in in_channel(amina, general)), 10, "the way there")
    assert len(in_channel(grace, general)) == 1


def test_a_note_taken_back_goes_from_the_channel_and_nothing_of_it_is_kept_or_logged(
    slack: Slack, coach: Served, grace: User, amina: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    staff_only = slack.channel("careers-staff", grace, private=True, with_app=True)
    notes_go_to(grace, staff_only)
    says(amina, "can i talk to a person?")
    amina.click("Pass a note on")
    amina.wait_text("Which name")
    says(amina, "Quiet Fox", NOTE, "yes, send it")
    slack.wait(lambda: in_channel(grace, staff_only), 10, "the note")
    assert "Quiet Fox" in in_channel(grace, staff_only)[0].text
    assert "Amina" not in in_channel(grace, staff_only)[0].text
    assert NOTE not in opens(grace, "admin requests").text
    says(amina, "take my note back")
    slack.wait(lambda: not in_channel(grace, staff_only), 10, "it to go")
    assert NOTE not in json.dumps(state(coach, slack).sections)
    for secret in (NOTE, "Quiet Fox", amina.id):
        assert secret not in "\n".join(record.getMessage() for record in caplog.records if record.name[:3] != "sla")


def test_a_member_who_presses_the_answer_button_is_refused_in_private(slack: Slack, grace: User, amina: User) -> None:
    staff_only = slack.channel("careers-staff", grace, private=True, with_app=True)
    volunteer = slack.user("Volunteer")
    staff_only.members.add(volunteer.id)
    notes_go_to(grace, staff_only)
    says(amina, "can i talk to a person?")
    amina.click("Pass a note on")
    amina.wait_text("Which name")
    says(amina, "no name", NOTE, "yes, send it")
    slack.wait(lambda: in_channel(grace, staff_only), 10, "the note")
    volunteer.click("Answer note 1", channel=staff_only)
    assert NOT_STAFF in window(volunteer, lambda modal: modal.text).text
    assert len(in_channel(grace, staff_only)) == 1


def test_a_channel_that_is_gone_is_told_to_staff_and_to_the_member(slack: Slack, grace: User, amina: User) -> None:
    staff_only = slack.channel("careers-staff", grace, private=True, with_app=True)
    notes_go_to(grace, staff_only)
    staff_only.members.discard(slack.ws.bot_user)
    says(amina, "can i talk to a person?")
    amina.click("Pass a note on")
    amina.wait_text("Which name")
    says(amina, "no name", NOTE, "yes, send it")
    slack.settle(0.5)
    assert "could not be posted in #careers-staff" in opens(grace).text
    assert not in_channel(grace, staff_only)


def test_a_workspace_that_took_the_coach_out_has_nothing_of_its_posts_left(
    slack: Slack, coach: Served, grace: User
) -> None:
    general = slack.channel("general-help", grace, with_app=True)
    published(coach, slack, general)
    tenant = f"slack:{slack.ws.id}"
    assert coach.adapter._posted.of(tenant, "k1")
    coach.does(coach.adapter._depart(tenant, NOON + timedelta(days=3650)))
    assert coach.adapter._posted.of(tenant, "k1") is None


def test_a_post_is_taken_down_and_one_that_is_gone_is_fine(slack: Slack, coach: Served, grace: User) -> None:
    general = slack.channel("general-help", grace, with_app=True)
    ts = published(coach, slack, general)
    for _ in range(2):
        coach.does(coach.adapter.take_down(f"slack:{slack.ws.id}", general.id, ts))
    assert not in_channel(grace, general)


def test_who_posts_where_slack_cuts_the_line_is_told_to_look_in_the_channel(
    slack: Slack, coach: Served, grace: User
) -> None:
    general = slack.channel("general-help", grace, with_app=True)
    opens(grace, "admin post-drafts")
    presses(grace, "Something of your own")
    sends(grace, Text="We are open on Thursday.", Channel=general)
    slack.fault("chat.postMessage", "drop_after", times=1)
    presses(grace, "Post now")
    slack.wait(lambda: '"late"' in json.dumps(state(coach, slack).sections), 15, "the word of it")
    assert "Look in the channel first" in opens(grace).text
    assert len(in_channel(grace, general)) == 1


def test_a_channel_that_cannot_be_entered_just_now_is_entered_at_the_next_try(
    slack: Slack, coach: Served, grace: User
) -> None:
    general = slack.channel("general-help", grace)
    slack.fault("conversations.join", "500", times=1)
    with pytest.raises(Limited):
        published(coach, slack, general)
    published(coach, slack, general)
    assert len(in_channel(grace, general)) == 1


def test_where_a_channel_cannot_be_looked_at_just_now_the_form_stays(slack: Slack, grace: User) -> None:
    staff_only = slack.channel("careers-staff", grace, private=True, with_app=True)
    opens(grace, "admin requests")
    presses(grace, "Choose the channel")
    slack.fault("conversations.info", "500", times=9)
    assert "could not be kept just now" in refused(grace, Channel=staff_only)["channel"]
    slack.clear_faults()
    assert "#careers-staff" in sends(grace).text


def test_every_page_and_form_of_the_desk_is_one_that_slack_takes(slack: Slack, coach: Served, grace: User) -> None:
    general = slack.channel("general-help", grace, with_app=True)
    staff_only = slack.channel("careers-staff", grace, private=True, with_app=True)
    notes_go_to(grace, staff_only)
    opens(grace)
    presses(grace, "Name and contact")
    sends(grace, What="Lakeside Careers", Country="Zambia")
    opens(grace, "admin post-drafts")
    presses(grace, "Practice of the week")
    sends(grace, Channel=general)
    opens(grace, "admin post-drafts")
    presses(grace, "Interview practice together")
    by, tenant, views = Staff(grace.id, "Grace", may_manage=True), f"slack:{slack.ws.id}", DeskViews(WORDING)
    seen: set[str] = set()
    waiting = ["page:home"]
    while waiting:
        option = waiting.pop()
        seen.add(option)
        kind, _, name = option.partition(":")
        if kind == "form":
            form = coach.does(coach.service.form(tenant, by, name))
            assert view_problems(views.form(form), "modal") == [], option
        if kind == "page":
            page = coach.does(coach.service.page(tenant, by, name))
            assert view_problems(views.page(page), "modal") == [], option
            waiting += [one.option for one in page.buttons if one.option not in seen]
    assert len(seen) > 25


def errors_of(view: Any) -> list[Any]:
    return [one for one in view_problems(view, "modal") if one.level == "error"]


def test_a_page_and_a_form_as_full_as_they_get_are_taken_too() -> None:
    views = DeskViews(WORDING)
    buttons = tuple(Choice(f"page:{number}", "b" * 45) for number in range(MOST_BUTTONS))
    page = Page("full", "A title that is far too long for a window", ("word " * 1500,) * 120, buttons)
    assert errors_of(views.page(page)) == []
    options = tuple(Choice(f"o{number}", "o" * 90) for number in range(100))
    kinds = [
        Field("text", "Label", Kind.TEXT, ("x" * 9000,), "hint" * 600, most=9000),
        Field("long", "Label", Kind.LONG_TEXT, ("two", "lines"), is_required=True),
        Field("one", "Label", Kind.ONE, ("o3",), options=options),
        Field("several", "Label", Kind.SEVERAL, ("o1", "o99"), options=options),
        Field("few", "Label", Kind.SEVERAL, ("o1",), options=options[:3]),
        Field("nothing", "Label", Kind.SEVERAL, options=()),
        Field("channel", "Label", Kind.CHANNEL, ("C012AB3CD",)),
    ]
    for field in kinds:
        assert (
            view_problems(
                views.form(Form("f", "Title", (kinds[0], field) if field is not kinds[0] else (field,))), "modal"
            )
            == []
        )


def test_whoever_manages_one_workspace_manages_no_other_where_ids_are_the_same(tmp_path: Path) -> None:
    (elsewhere := tmp_path / "elsewhere").mkdir()
    app = manifest.with_community(manifest.http("https://coach.example.org"))
    with Slack(mode="http", folder=elsewhere, manifest=app, rate="off") as many, served(many, of_many(many)) as coach:
        north, south = (many.workspace(name, installed=False) for name in ("North", "South"))
        for workspace in (north, south):
            assert many.oauth_install(workspace)[0] == 200
        ann, bob = many.user("Ann", ws=north, number=1), many.user("Bob", ws=south, number=1)
        assert ann.id == bob.id
        north.users[ann.id]["is_owner"] = True
        opens(ann)
        presses(ann, "Name and contact")
        sends(ann, What="The careers team of North")
        assert NOT_STAFF in opens(bob).text
        assert coach.store.snapshot(community_of(f"slack:{south.id}")) is None
        south.users[bob.id]["is_admin"] = True
        assert "North" not in opens(bob).text
        # what was made in the one workspace is nothing in the other
        answered = many.core.run(many.core.interact("interactive", forged(bob, "view_submission", "about:0"), south))
        assert answered.ack_payload["response_action"] in ("errors", "update")
        many.assert_clean(warnings=True)


def test_a_practice_partner_is_a_name_that_can_be_tapped_and_nothing_else_is() -> None:
    said = f"You practise with Chipo ({mention('U0CHIPO')}, not {mention('<!channel>')})."
    laid_out = Layout(WORDING).message((Line(said),), "k", names={"U0CHIPO": "chipo"})
    live = [one for one in _walked(laid_out["blocks"]) if one.get("type") in ("user", "link", "broadcast", "channel")]
    assert live == [{"type": "user", "user_id": "U0CHIPO"}]
    assert laid_out["text"] == "You practise with Chipo (@chipo, not @&lt;!channel&gt;)."


def test_a_button_pressed_from_another_company_in_a_shared_channel_begins_nothing_and_says_so(
    slack: Slack, coach: Served, grace: User, amina: User
) -> None:
    general = slack.channel("general-help", grace, amina, with_app=True)
    action = {"block_id": "post", "action_id": "desk:0", "value": BEGIN, "action_ts": slack.core.ts()}
    answers_to = slack.core.response_url(slack.ws, amina.id, general.id)
    pressed = amina._base("block_actions") | {"actions": [action], "response_url": answers_to}
    assert isinstance(move(pressed), Begins)
    pressed["user"]["team_id"] = "T0OTHER"
    slack.core.run(slack.core.interact("interactive", pressed, slack.ws))
    slack.wait(lambda: in_channel(amina, general), 10, "the answer")
    (told,) = in_channel(amina, general)
    assert told.ephemeral
    assert "your account is of another one" in told.text
    assert in_channel(grace, general) == []
    assert coach.store.snapshot(Person(f"slack:{slack.ws.id}", amina.id)) is None


def test_a_post_that_was_under_way_when_the_process_ended_is_not_shown_by_the_next_one(tmp_path: Path) -> None:
    (elsewhere := tmp_path / "elsewhere").mkdir()
    with Slack(folder=elsewhere, rate="off") as again:
        grace = again.user("Grace Banda")
        general = again.channel("general-help", grace, with_app=True)
        again.fault("chat.postMessage", "hang_after", value=1)
        with served(again, of_one(again)) as coach:
            post = Post("posts:1:2026-11-24", general.id, "Come at noon.")
            under_way = coach.adapter.publish(f"slack:{again.ws.id}", post, "k1", 1)
            ending = asyncio.run_coroutine_threadsafe(under_way, coach.loop)
            again.wait(lambda: in_channel(grace, general), 10, "the post")
            ending.cancel()
        with served(again, of_one(again)) as coach, pytest.raises(Refused) as refusal:
            published(coach, again, general)
        assert refusal.value.reason == "late"
        assert len(in_channel(grace, general)) == 1


# --- whoever tries what was never shown to them ---


def everything_of_the_desk() -> list[str]:
    """What a button could name, of every department there is."""
    named = {
        kind: {name for one in turns.departments() for name in getattr(one, kinds)}
        for kind, kinds in ((PAGE, "pages"), (FORM, "forms"), (DO, "takes"))
    }
    abouts = ("", ":1", ":0", ":1.1")
    return [f"{kind}:{name}{about}" for kind, names in named.items() for name in sorted(names) for about in abouts]


@pytest.mark.parametrize("role", [{}, {"is_restricted": True, "is_admin": True}, {"is_ultra_restricted": True}])
def test_a_member_who_makes_up_every_button_there_is_sees_one_sentence_and_changes_nothing(
    slack: Slack, coach: Served, grace: User, amina: User, role: dict[str, bool]
) -> None:
    staff_only = slack.channel("careers-staff", grace, private=True, with_app=True)
    notes_go_to(grace, staff_only)
    says(amina, "can i talk to a person?")
    amina.click("Pass a note on")
    amina.wait_text("Which name")
    says(amina, "Quiet Fox", NOTE, "yes, send it")
    slack.wait(lambda: in_channel(grace, staff_only), 10, "the note")
    eve = slack.user("Eve")
    slack.ws.users[eve.id] |= role
    before, opened = state(coach, slack), len(slack.calls("views.open"))
    options = everything_of_the_desk()
    for option in options:
        pressed = forged(eve, "block_actions", option)
        del pressed["view"]
        slack.core.run(slack.core.interact("interactive", pressed, slack.ws))
    slack.wait(lambda: len(slack.calls("views.open")) == opened + len(options), 20, "an answer to each")
    for form in [option.partition(":")[2] for option in options if option.startswith(DO)]:
        answered = slack.core.run(slack.core.interact("interactive", forged(eve, "view_submission", form), slack.ws))
        assert NOT_STAFF in json.dumps(answered.ack_payload)
    slack.settle(0.3)
    shown = {json.dumps(call.args["view"]["blocks"]) for call in slack.calls("views.open")[opened:]}
    assert all(NOT_STAFF in one or "One moment" in one for one in shown)
    assert not any(word in one for one in shown for word in ("careers", NOTE, "Quiet Fox", "Lakeside"))
    assert (state(coach, slack), len(in_channel(grace, staff_only))) == (before, 1)


def test_a_button_pressed_after_the_role_was_taken_away_does_nothing(slack: Slack, coach: Served, grace: User) -> None:
    general = slack.channel("general-help", grace, with_app=True)
    opens(grace, "admin post-drafts")
    presses(grace, "Something of your own")
    sends(grace, Text="We are open on Thursday.", Channel=general)
    before = state(coach, slack)
    slack.ws.users[grace.id]["is_admin"] = False
    assert NOT_STAFF in presses(grace, "Post now").text
    slack.settle(0.3)
    assert state(coach, slack) == before
    assert not in_channel(grace, general)


@pytest.mark.parametrize(
    "metadata",
    ["", "{", "[]", "null", "7", '{"form": null}', '{"form": {"a": 1}}', '{"tenant": "slack:T0OTHER"}', "x" * 3000],
)
def test_a_window_that_says_something_else_than_ours_do_changes_nothing(
    slack: Slack, coach: Served, grace: User, metadata: str
) -> None:
    sent = forged(grace, "view_submission", "about:0")
    sent["view"]["private_metadata"] = metadata
    slack.core.run(slack.core.interact("interactive", sent, slack.ws))
    slack.settle(0.2)
    assert not state(coach, slack).sections.get("settings")


def test_another_workspace_named_in_a_window_is_nowhere_looked_at(slack: Slack, coach: Served, grace: User) -> None:
    sent = forged(grace, "view_submission", "about:0")
    sent["view"] |= {
        "private_metadata": json.dumps({"form": "about:0", "tenant": "slack:T0OTHER", "team_id": "T0OTHER"}),
        "team_id": "T0OTHER",
        "app_installed_team_id": "T0OTHER",
    }
    slack.core.run(slack.core.interact("interactive", sent, slack.ws))
    slack.settle(0.2)
    assert coach.store.snapshot(community_of("slack:T0OTHER")) is None


# --- what changes behind the back of the coach ---


def passes_a_note_on(member: User) -> None:
    says(member, "can i talk to a person?")
    member.click("Pass a note on")
    member.wait_text("Which name")
    says(member, "Quiet Fox", NOTE, "yes, send it")


def test_a_private_channel_that_was_opened_to_everybody_gets_no_note_and_both_sides_are_told(
    slack: Slack, coach: Served, grace: User, amina: User
) -> None:
    staff_only = slack.channel("careers-staff", grace, private=True, with_app=True)
    notes_go_to(grace, staff_only)
    staff_only.kind = "channel"
    passes_a_note_on(amina)
    slack.wait(lambda: state(coach, slack).sections["requests"].get("refused"), 10, "the word of it")
    assert "everybody reads there by now" in opens(grace).text
    assert not in_channel(grace, staff_only)
    moves(Path(slack.tmp) / "clock", NOON + timedelta(hours=6))
    amina.wait_text("note", 15)


def test_a_note_taken_back_where_the_coach_was_put_out_of_the_channel_is_told_to_staff(
    slack: Slack, coach: Served, grace: User, amina: User
) -> None:
    staff_only = slack.channel("careers-staff", grace, private=True, with_app=True)
    notes_go_to(grace, staff_only)
    passes_a_note_on(amina)
    slack.wait(lambda: in_channel(grace, staff_only), 10, "the note")
    slack.fault("chat.delete", "error", value="channel_not_found", times=1)
    says(amina, "take my note back")
    slack.wait(lambda: state(coach, slack).sections.get("leftovers"), 10, "the word of it")
    assert "Note 1 was to be taken out of its channel" in opens(grace).text


def test_a_link_that_is_set_has_a_button_that_slack_opens_and_nobody_else(
    slack: Slack, coach: Served, grace: User
) -> None:
    opens(grace)
    presses(grace, "Links")
    form = grace.modal
    assert form is not None
    home = sends(grace, **{form.inputs[0][0]: "https://jobs.lakeside.org/all?page=2"})
    (button,) = [one for one in _walked(home.v.payload["blocks"]) if one.get("url")]
    assert button["url"] == "https://jobs.lakeside.org/all?page=2"
    before, windows = state(coach, slack), len(grace.core.views)
    grace.click("Try: Job list", where="modal")
    slack.settle(0.3)
    assert (state(coach, slack), len(grace.core.views)) == (before, windows)
