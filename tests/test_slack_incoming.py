"""What Slack tells, as events: payloads as they come, and as nobody ought to send them. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.incoming import (
    About,
    Asks,
    Chosen,
    Heard,
    Known,
    Left,
    Opened,
    Place,
    Rewrites,
    Summoned,
    Writes,
    move,
    plain,
    remembered,
)
from core.events import Arrival, Click, Deleted, Edited, Medium, Moved, Person, Rewritten, Text, Wordless, ZoneChosen
from tests.case_files import hostile

NOW = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)
TS = "1795516800.000100"
AT = datetime.fromtimestamp(1795516800.0001, UTC)
AMINA = Person("slack:T01", "U01")

Payload = dict[str, Any]


def event(**fields: Any) -> Payload:
    return {
        "type": "event_callback",
        "team_id": "T01",
        "enterprise_id": None,
        "event_id": "Ev1",
        "event_time": 1795516800,
        "event": fields,
        "authorizations": [{"enterprise_id": None, "team_id": "T01", "is_enterprise_install": False}],
    }


def message(**fields: Any) -> Payload:
    usual = {"type": "message", "user": "U01", "channel": "D01", "channel_type": "im", "ts": TS, "text": "hello"}
    return event(**{**usual, **fields})


def written(body: Payload) -> Any:
    found = move(body, NOW)
    assert isinstance(found, Heard), found
    return found.event


def base(kind: str, **fields: Any) -> Payload:
    return {
        "type": kind,
        "user": {"id": "U01", "team_id": "T01"},
        "team": {"id": "T01"},
        "enterprise": None,
        "is_enterprise_install": False,
        "api_app_id": "A01",
        "trigger_id": "1.2.3",
        **fields,
    }


def pressed(action: Mapping[str, Any], blocks: list[Any] | None = None, thread: str | None = None) -> Payload:
    shown: Payload = {"ts": "1795516700.000001", "text": "…", "blocks": blocks or []}
    return base(
        "block_actions",
        actions=[{"action_ts": TS, **action}],
        container={"type": "message", "channel_id": "D01", "message_ts": shown["ts"]},
        message={**shown, **({"thread_ts": thread} if thread else {})},
    )


def on_home(**action: Any) -> Payload:
    view = {"id": "V01", "type": "home"}
    return base("block_actions", actions=[{"action_ts": TS, "block_id": "home:3", **action}], view=view)


def submitted(callback: str, values: Payload, kept: str = "") -> Payload:
    view = {
        "id": "V01",
        "hash": "1.abc",
        "callback_id": callback,
        "private_metadata": kept,
        "state": {"values": values},
    }
    return base("view_submission", view=view)


def button(block: str, value: str, action: str = "pick", label: str = "Yes") -> Payload:
    return {"type": "button", "block_id": block, "action_id": action, "value": value, "text": {"text": label}}


# --- what people write ---


def test_a_message_is_a_text_under_the_name_by_which_an_edit_finds_it() -> None:
    found = move(message(text="I froze"), NOW)
    assert found == Heard(Text(id=f"D01:{TS}", person=AMINA, at=AT, text="I froze"), Place("D01"))


def test_a_message_in_a_thread_is_answered_there() -> None:
    found = move(message(thread_ts="1795516000.000001"), NOW)
    assert isinstance(found, Heard)
    assert found.place == Place("D01", "1795516000.000001")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a &amp; b &lt; c &gt; d", "a & b < c > d"),
        ("&amp;lt;", "&lt;"),
        ("see <https://example.org/a?b=c|the page>", "see the page"),
        ("see <https://example.org/a?b=c&amp;d>", "see https://example.org/a?b=c&d"),
        ("<mailto:a@example.org|a@example.org>", "a@example.org"),
        ("ask <@U02|Ben> and <@U03>", "ask Ben and @U03"),
        ("in <#C01|general> or <#C02>", "in general or @C02"),
        ("<!channel> <!here|here> <!subteam^S01> <!subteam^S01|@staff>", "@channel here @S01 @staff"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("<> <b>", "<> <b>"),
    ],
)
def test_what_was_typed_is_read_as_it_was_meant(typed: str, meant: str) -> None:
    assert plain(typed) == meant


def test_every_text_comes_back_from_slack_s_way_of_writing_it() -> None:
    for text in hostile():
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert plain(escaped) == text


@pytest.mark.parametrize(
    "fields",
    [
        {"channel_type": "channel", "channel": "C01"},
        {"channel_type": "mpim", "channel": "G01"},
        {"bot_id": "B01"},
        {"subtype": "bot_message"},
        {"subtype": "channel_join"},
        {"subtype": "me_message"},
        {"subtype": "message_replied"},
    ],
)
def test_nothing_but_what_a_person_writes_to_it_is_listened_to(fields: Payload) -> None:
    assert move(message(**fields), NOW) is None


PICTURE, SOUND, PAPER = ({"id": "F1", "mimetype": kind} for kind in ("image/png", "audio/mp4", "application/pdf"))


@pytest.mark.parametrize(
    ("files", "medium"),
    [
        ([SOUND], Medium.VOICE),
        ([PICTURE, {"id": "F2", "mimetype": "video/mp4"}], Medium.PICTURE),
        ([PAPER], Medium.FILE),
        ([SOUND, PICTURE], Medium.FILE),
        ([{"id": "F1"}], Medium.FILE),
        ([], Medium.OTHER),
    ],
)
def test_what_has_no_words_is_told_apart_and_with_words_they_are_read(files: list[Payload], medium: Medium) -> None:
    event = Wordless(id=f"D01:{TS}:wordless", person=AMINA, at=AT, medium=medium)
    assert move(message(subtype="file_share", text="", files=files), NOW) == Heard(event, Place("D01"))
    assert written(message(subtype="file_share", text="my cv", files=files)).text == "my cv"


def changed(**fields: Any) -> Payload:
    before = {"type": "message", "user": "U01", "ts": "1795516700.000007", "text": "at Acme"}
    after = {**before, "text": "at Beta", "edited": {"user": "U01", "ts": TS}}
    return message(
        **{"subtype": "message_changed", "message": after, "previous_message": before, "user": None} | fields
    )


def test_an_edit_says_which_message_now_says_what() -> None:
    assert written(changed()) == Edited(
        id=f"D01:{TS}",
        person=AMINA,
        at=AT,
        original="D01:1795516700.000007",
        text="at Beta",
        written=datetime.fromtimestamp(1795516700.000007, UTC),
    )


def test_a_preview_that_came_later_is_no_edit() -> None:
    same = {"type": "message", "user": "U01", "ts": "1795516700.000007", "text": "at Acme", "attachments": [{}]}
    assert move(changed(message=same), NOW) is None


@pytest.mark.parametrize("how", ["deleted", "tombstone"])
def test_a_deletion_says_which_message(how: str) -> None:
    body = changed(subtype="message_deleted", deleted_ts="1795516700.000007")
    if how == "tombstone":
        body = changed(message={"user": "USLACKBOT", "subtype": "tombstone", "text": "gone", "ts": "1795516700.000007"})
    found = written(body)
    assert isinstance(found, Deleted)
    assert (found.original, found.person) == ("D01:1795516700.000007", AMINA)


def test_what_the_coach_changed_or_deleted_itself_is_nothing() -> None:
    ours = {"type": "message", "bot_id": "B01", "user": "U0BOT", "ts": "1795516700.000007", "text": "a"}
    assert move(changed(previous_message=ours, message={**ours, "text": "b"}), NOW) is None
    assert move(changed(subtype="message_deleted", previous_message=ours), NOW) is None


# --- who it is ---


def test_a_person_is_their_workspace_s_or_where_the_app_is_the_organisation_s_that_one_s() -> None:
    body = message()
    body["enterprise_id"] = "E01"
    assert written(body).person.tenant == "slack:T01"
    body["authorizations"] = [{"enterprise_id": "E01", "team_id": None, "is_enterprise_install": True}]
    assert written(body).person.tenant == "slack:E01"
    click = pressed(button("ask:r1:q", "yes"))
    click |= {"is_enterprise_install": True, "enterprise": {"id": "E01"}}
    found = move(click, NOW)
    assert isinstance(found, Chosen)
    assert found.event.person.tenant == "slack:E01"


# --- what they press ---


@pytest.mark.parametrize("block", ["ask", "rate", "day", "draft"])
def test_a_button_names_its_run_question_and_option(block: str) -> None:
    found = move(pressed(button(f"{block}:r3/i1/note:note-1.2.settle", "shorter", label="Shorter")), NOW)
    assert isinstance(found, Chosen)
    event = found.event
    assert (event.run, event.question, event.option) == ("r3/i1/note", "note-1.2.settle", "shorter")
    assert (found.label, found.ts, found.place) == ("Shorter", "1795516700.000001", Place("D01"))


def test_an_option_of_a_menu_and_a_day_of_a_calendar_are_chosen_likewise() -> None:
    option = {"value": "judge", "text": {"text": "Look back"}}
    menu = {"type": "static_select", "block_id": "ask:r1:where", "action_id": "choose", "selected_option": option}
    day = {"type": "datepicker", "block_id": "day:r1:when", "action_id": "day", "selected_date": "2026-11-27"}
    chosen = [move(pressed(one), NOW) for one in (menu, day)]
    assert [(one.event.option, one.label) for one in chosen if isinstance(one, Chosen)] == [
        ("judge", "Look back"),
        ("2026-11-27", "2026-11-27"),
    ]


def test_one_press_has_one_name_and_another_press_another() -> None:
    first, again = (move(pressed(button("ask:r1:q", "yes")), NOW) for _ in range(2))
    other = move(pressed(button("ask:r1:q", "yes") | {"action_ts": "1795516801.000100"}), NOW)
    assert isinstance(first, Chosen)
    assert isinstance(other, Chosen)
    assert first == again
    assert first.event.id != other.event.id


def test_a_press_in_a_thread_is_answered_there() -> None:
    found = move(pressed(button("ask:r1:q", "yes"), thread="1795516000.000001"), NOW)
    assert isinstance(found, Chosen)
    assert found.place.thread == "1795516000.000001"


PARAGRAPH = {
    "type": "rich_text",
    "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "What would you say?"}]}],
}


def paragraphs(*drafts: str) -> list[Any]:
    pieces = [{"type": "rich_text_preformatted", "elements": [{"type": "text", "text": one}]} for one in drafts]
    return [{"type": "rich_text", "elements": [one]} for one in pieces] + [PARAGRAPH]


def test_the_button_to_write_asks_for_a_window_with_the_question() -> None:
    body = pressed(button("ask:r1:unsaid-1", "write", action="write"), [PARAGRAPH], thread="1795516000.000001")
    assert move(body, NOW) == Writes(
        AMINA, "1.2.3", "What would you say?", "r1", "unsaid-1", place=Place("D01", "1795516000.000001")
    )


def test_the_button_to_edit_asks_for_a_window_with_the_draft() -> None:
    body = pressed(button("ask:r1:note-1.1.settle", "r1/i1/note:note-1.1.settle", "rewrite"), paragraphs("Dear all"))
    assert move(body, NOW) == Rewrites(AMINA, "1.2.3", "r1/i1/note", "note-1.1.settle", "Dear all", Place("D01"))


@pytest.mark.parametrize("drafts", [(), ("a", "b"), ("x" * 3001,)])
def test_a_draft_that_fits_no_window_is_edited_in_the_chat(drafts: tuple[str, ...]) -> None:
    body = pressed(button("ask:r1:note-1.1.settle", "r1/i1/note:note-1.1.settle", "rewrite"), paragraphs(*drafts))
    found = move(body, NOW)
    assert isinstance(found, Chosen)
    assert (found.event.run, found.event.question, found.event.option) == ("r1/i1/note", "note-1.1.settle", "edit")


def test_a_press_on_the_home_tab_is_what_it_says() -> None:
    nudges = json.dumps(["2026-11-25T09:00", "i1/judge", "i1/note"])
    assert written(on_home(type="button", action_id="say:export", value="export")).text == "export"
    assert written(
        on_home(type="static_select", action_id="pause", selected_option={"value": "3", "text": {"text": "3 days"}})
    ).text == ("quiet for 3 days")
    zone = written(on_home(type="button", action_id="zone-right", value="Africa/Lusaka"))
    assert isinstance(zone, ZoneChosen)
    assert zone.name == "Africa/Lusaka"
    left_out = written(on_home(type="button", action_id="leave-out", value=nudges))
    assert isinstance(left_out, Moved)
    assert (left_out.nudges, left_out.to) == (("i1/judge", "i1/note"), None)


@pytest.mark.parametrize("about", list(About))
def test_what_takes_a_window_on_the_home_tab_asks_for_one(about: About) -> None:
    found = move(on_home(type="button", action_id=about.value, value="[]"), NOW)
    assert found == Asks(AMINA, "1.2.3", about, "[]")
    assert isinstance(move(on_home(type="button", action_id="tell", value="-"), NOW), Writes)


# --- windows ---


def test_what_was_written_in_a_window_is_a_text_and_goes_where_the_window_came_from() -> None:
    kept = remembered(Place("D01", "1795516000.000001"))
    body = submitted("tell", {"tell": {"tell": {"value": "I froze <b>"}}}, kept)
    assert move(body, NOW) == Heard(
        Text(id="V01:1.abc", person=AMINA, at=NOW, text="I froze <b>"), Place("D01", "1795516000.000001")
    )


def test_a_draft_written_anew_names_the_draft() -> None:
    kept = remembered(Place("D01"), "r1/i1/note", "note-1.1.settle")
    found = written(submitted("rewrite", {"tell": {"tell": {"value": "Dear all"}}}, kept))
    assert found == Rewritten(
        id="V01:1.abc", person=AMINA, at=NOW, run="r1/i1/note", name="note-1.1.settle", text="Dear all"
    )


def test_what_was_picked_in_a_window_of_the_home_tab_says_it() -> None:
    day, hour = {"picked": {"selected_date": "2026-11-27"}}, {"picked": {"selected_time": "10:15"}}
    moved = written(submitted("move", {"day": day, "hour": hour}, json.dumps(["2026-11-25T09:00", "i1/judge"])))
    assert isinstance(moved, Moved)
    assert (moved.nudges, moved.to) == (("i1/judge",), datetime(2026, 11, 27, 10, 15))  # noqa: DTZ001 - their clock
    assert written(submitted("town", {"town": {"picked": {"value": "Ndola"}}})).text == "I'm in Ndola"
    hours = {"since": {"picked": {"selected_time": "09:30"}}, "until": {"picked": {"selected_time": "20:00"}}}
    assert written(submitted("hours", hours)).text == "only write between 09:30 and 20:00"


# --- other ways in ---


def test_the_command_is_a_text_or_without_one_an_arrival_and_knows_where_it_was_called() -> None:
    command = {
        "command": "/rebound",
        "team_id": "T01",
        "user_id": "U01",
        "channel_id": "C01",
        "api_app_id": "A01",
        "trigger_id": "1.2.3",
        "text": "it went &amp; badly",
    }
    found = move(command, NOW)
    assert found == Summoned(Text(id="1.2.3", person=AMINA, at=NOW, text="it went & badly"), "C01", "T01", "A01")
    found = move({**command, "text": " "}, NOW)
    assert isinstance(found, Summoned)
    assert isinstance(found.event, Arrival)


def test_a_shortcut_opens_a_window_on_a_message_with_its_words() -> None:
    assert move(base("shortcut", callback_id="debrief"), NOW) == Writes(AMINA, "1.2.3")
    found = move(base("message_action", callback_id="debrief_message", message={"text": "we &lt;3 you"}), NOW)
    assert found == Writes(AMINA, "1.2.3", text="we <3 you")


@pytest.mark.parametrize("tab", ["home", "messages"])
def test_whoever_looks_at_a_tab_is_told_of(tab: str) -> None:
    body = event(type="app_home_opened", user="U01", channel="D01", tab=tab, event_ts=TS)
    assert move(body, NOW) == Opened(AMINA, "D01", tab, AT)


def test_a_changed_account_and_a_departure_are_told_of() -> None:
    assert move(event(type="user_change", user={"id": "U01", "deleted": True}), NOW) == Known(AMINA)
    told = Left("slack:T01", datetime.fromtimestamp(1795516800, UTC))
    assert move(event(type="app_uninstalled"), NOW) == told
    assert move(event(type="tokens_revoked", tokens={"bot": ["U0BOT"]}), NOW) == told
    assert move(event(type="tokens_revoked", tokens={"oauth": ["U01"], "bot": []}), NOW) is None


# --- what nobody ought to send ---

FINE = [
    message(),
    changed(),
    changed(subtype="message_deleted"),
    message(subtype="file_share", text=""),
    pressed(button("ask:r1:q", "yes")),
    pressed(button("ask:r1:q", "write", action="write"), [PARAGRAPH]),
    pressed(button("ask:r1:q", "a:b", action="rewrite"), paragraphs("Dear all")),
    on_home(type="button", action_id="leave-out", value='["a", "b"]'),
    on_home(type="static_select", action_id="pause", selected_option={"value": "3", "text": {"text": "3"}}),
    submitted("tell", {"tell": {"tell": {"value": "x"}}}, remembered(None)),
    submitted("town", {"town": {"picked": {"value": "Ndola"}}}),
    base("shortcut", callback_id="debrief"),
    base("message_action", callback_id="debrief_message", message={"text": "x"}),
    event(type="app_home_opened", user="U01", channel="D01", tab="home", event_ts=TS),
    event(type="app_uninstalled"),
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(deeper for key, child in children for deeper in places(child, (*path, key)))]


def put(node: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    copy = dict(node) if isinstance(node, dict) else list(node)
    copy[path[0]] = put(node[path[0]], path[1:], value)
    return copy


@given(body=st.sampled_from(FINE), data=st.data())
def test_whatever_stands_in_a_payload_it_is_a_move_or_nothing(body: Payload, data: st.DataObject) -> None:
    where = data.draw(st.sampled_from(places(body)[1:]))
    broken = put(body, where, data.draw(JSON))
    found = move(broken, NOW)
    assert found is None or isinstance(repr(found), str)


@pytest.mark.parametrize("body", FINE)
def test_without_any_one_thing_a_payload_is_a_move_or_nothing(body: Payload) -> None:
    for *path, last in places(body)[1:]:
        parent = body
        for step in path:
            parent = parent[step]
        if isinstance(parent, dict):
            move(put(body, tuple(path), {key: value for key, value in parent.items() if key != last}), NOW)


def test_no_move_shows_words_in_its_repr() -> None:
    for body in (message(text="secret"), pressed(button("ask:r1:q", "secret", label="secret"))):
        assert "secret" not in repr(move(body, NOW))


def test_a_click_is_a_click_of_the_core() -> None:
    found = move(pressed(button("ask:r1:q", "yes")), NOW)
    assert isinstance(found, Chosen)
    assert isinstance(found.event, Click)
