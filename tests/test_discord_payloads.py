"""What Discord sends and what it is sent, without any Discord: pure translations."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord import incoming, outgoing
from bot.discord.ids import LONGEST, Act, Pressed, custom_id, pressed
from bot.discord.incoming import Kind
from bot.discord.text import size
from core.events import Click, Deleted, Edited, Medium, Person, Text
from core.messages import EDIT, SENT, SHORTER, Attachment, Choice, Draft, Line, Part, Prompt, Shape
from core.questions import Question
from core.replay import FLOWS
from core.wording import load, vocabulary
from tests.simulators.discord import validator

LABELS = outgoing.Labels("Choose one", {EDIT: "Edit", SHORTER: "Shorter", SENT: "Mark as sent"})
AT = datetime(2026, 11, 24, 12, 40, tzinfo=UTC)
ADA = {"id": "815", "username": "ada", "bot": False}


def prompt(*labels: str, shape: Shape = Shape.CHOICE, text: str = "And now?") -> Prompt:
    return Prompt(text, "r1", "what", shape, tuple(Choice(label.lower(), label) for label in labels))


def message(**more: Any) -> dict[str, Any]:
    return {"id": "1574183303991263266", "channel_id": "9", "type": 0, "author": ADA, "content": "hello"} | more


def pressing(**more: Any) -> dict[str, Any]:
    data = {"component_type": 2, "custom_id": "rb1:c:r1:what:yes"} | more.pop("data", {})
    return {"id": "77", "token": "t", "type": 3, "user": ADA, "channel_id": "9", "context": 1, "data": data} | more


# --- in ---


def test_words_in_private_become_a_text_with_the_messages_id() -> None:
    assert incoming.said(message(), AT) == Text(
        id="1574183303991263266", person=Person("discord", "815"), at=AT, text="hello"
    )


@pytest.mark.parametrize(
    "more",
    [
        {"guild_id": "5"},
        {"author": ADA | {"bot": True}},
        {"webhook_id": "5"},
        {"type": 6},
        {"author": {}},
    ],
)
def test_what_is_not_said_to_us_alone_by_a_person_is_not_heard(more: dict[str, Any]) -> None:
    assert not incoming.is_said(message(**more))
    assert incoming.said(message(**more), AT) is None


def test_an_answer_to_a_message_is_heard_as_any_other() -> None:
    assert incoming.said(message(type=19), AT) is not None


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"flags": 1 << 13, "attachments": [{"content_type": "audio/ogg"}]}, Medium.VOICE),
        ({"attachments": [{"content_type": "image/png"}, {"content_type": "video/mp4"}]}, Medium.PICTURE),
        ({"attachments": [{"content_type": "image/png"}, {}]}, Medium.FILE),
        ({"attachments": [{"content_type": "application/pdf"}]}, Medium.FILE),
        ({"sticker_items": [{"id": "1"}]}, Medium.STICKER),
        ({}, Medium.OTHER),
    ],
)
def test_what_there_is_in_place_of_words_is_told_apart(more: dict[str, Any], found: Medium) -> None:
    sent = message(content="", **more)
    event = incoming.wordless(sent, AT)
    assert event is not None
    assert (event.medium, event.at) == (found, AT)
    assert event.id != sent["id"], "words that are put into it later would be taken for a repetition"


def test_plain_words_hold_nothing_else() -> None:
    assert incoming.wordless(message(), AT) is None


def test_what_is_none_of_a_person_s_is_no_message_without_words() -> None:
    assert incoming.wordless(message(content="", guild_id="1"), AT) is None


def test_an_id_tells_when_something_came_to_be() -> None:
    assert incoming.instant(incoming.snowflake(AT)) == AT


def test_a_button_becomes_a_click_that_is_its_own_evidence() -> None:
    asked = incoming.interaction(pressing())
    assert asked is not None
    assert incoming.chosen(asked, AT) == Click(
        id="77", person=Person("discord", "815"), at=AT, run="r1", question="what", option="yes"
    )


def test_what_is_chosen_in_a_menu_is_its_value() -> None:
    for id in ("rb1:c:r1:what", "rb1:c:r1:what:1"):
        asked = incoming.interaction(pressing(data={"component_type": 3, "custom_id": id, "values": ["no"]}))
        assert asked is not None
        click = incoming.chosen(asked, AT)
        assert click is not None
        assert click.option == "no"


@pytest.mark.parametrize("id", ["rb1:c:r1:what", "rb1:e:r1:what", "rb2:c:r1:what:yes", "", "rb1", "rb1:?:1", "ask:1"])
def test_what_names_no_option_is_no_click(id: str) -> None:
    asked = incoming.interaction(pressing(data={"custom_id": id}))
    assert asked is not None
    assert incoming.chosen(asked, AT) is None


def test_in_a_server_the_person_is_the_member() -> None:
    payload = pressing(guild_id="5", member={"user": ADA}, context=0)
    del payload["user"]
    asked = incoming.interaction(payload)
    assert asked is not None
    assert asked.person == Person("discord", "815")
    assert not asked.is_private


@pytest.mark.parametrize("context", [0, 2])
def test_only_the_conversation_with_us_is_private(context: int) -> None:
    asked = incoming.interaction(pressing(context=context))
    assert asked is not None
    assert not asked.is_private


def test_a_ping_of_discords_is_nothing_to_us() -> None:
    assert incoming.interaction({"id": "1", "token": "t", "type": 1}) is None


def test_a_form_gives_what_was_filled_in_new_shape_and_old() -> None:
    tops = [
        {"type": 18, "component": {"type": 4, "custom_id": "a", "value": "one"}},
        {"type": 1, "components": [{"type": 4, "custom_id": "b", "value": "two"}]},
        {"type": 10, "content": "just words"},
    ]
    asked = incoming.interaction(pressing(type=5, data={"components": tops}))
    assert asked is not None
    assert asked.kind is Kind.FORM
    assert asked.filled == {"a": "one", "b": "two"}


def test_the_label_that_was_pressed_is_read_off_the_message() -> None:
    rows = outgoing.components(prompt("Yes", "No"), LABELS)
    asked = incoming.interaction(pressing(message=message(components=rows)))
    assert asked is not None
    assert incoming.label(asked) == "Yes"


def test_the_label_that_was_chosen_in_a_menu_is_read_off_the_message() -> None:
    rows = outgoing.components(prompt(*(f"Option {number}" for number in range(20))), LABELS)
    data = {"component_type": 3, "custom_id": "rb1:c:r1:what", "values": ["option 7"]}
    asked = incoming.interaction(pressing(data=data, message=message(components=rows)))
    assert asked is not None
    assert incoming.label(asked) == "Option 7"


CHANGED = message(edited_timestamp="2026-11-24T12:45:00+00:00")


def test_a_message_that_was_changed_names_the_one_it_was() -> None:
    event = incoming.changed(CHANGED, AT, AT)
    assert isinstance(event, Edited)
    assert (event.original, event.text) == ("1574183303991263266", "hello")
    assert event.id != incoming.changed(CHANGED | {"edited_timestamp": "2026-11-24T12:46:00+00:00"}, AT, AT).id  # type: ignore[union-attr]
    assert incoming.changed_at(CHANGED, AT) == datetime(2026, 11, 24, 12, 45, tzinfo=UTC)
    assert incoming.changed_at(message(), AT) == AT


def test_what_discord_changed_of_itself_is_no_change() -> None:
    assert incoming.changed(message(edited_timestamp=None), AT, AT) is None
    assert incoming.changed(CHANGED | {"guild_id": "5"}, AT, AT) is None


def test_a_message_of_which_no_word_is_left_is_deleted() -> None:
    assert isinstance(incoming.changed(CHANGED | {"content": " "}, AT, AT), Deleted)


def test_a_form_that_was_sent_becomes_their_own_text() -> None:
    field = {"type": 4, "custom_id": "text", "value": "Dear Mrs Zulu"}
    data = {"custom_id": "rb1:w:r1/i1/note:note-1.settle", "components": [{"type": 18, "component": field}]}
    asked = incoming.interaction(pressing(type=5, data=data))
    assert asked is not None
    event = incoming.rewritten(asked, AT)
    assert event is not None
    assert (event.run, event.name, event.text) == ("r1/i1/note", "note-1.settle", "Dear Mrs Zulu")
    field["value"] = " "
    assert incoming.rewritten(asked, AT) is None


# --- ids ---


@given(st.sampled_from(list(Act)), st.lists(st.text(max_size=20), max_size=3))
def test_an_id_comes_back_as_it_was_given(act: Act, about: list[str]) -> None:
    made = custom_id(act, *about)
    assert made is None or (len(made) <= LONGEST and pressed(made) == Pressed(act, tuple(about)))


def test_an_id_that_is_too_long_is_none() -> None:
    assert custom_id(Act.CHOOSE, "r1", "q" * 90, "o") is None


def test_the_ids_of_every_question_fit() -> None:
    load()
    longest_key = max(len(name) for name in FLOWS) + 12
    for worded in vocabulary():
        if isinstance(worded, Question):
            for option in worded.option_ids:
                assert custom_id(Act.CHOOSE, "r99999", f"{'k' * longest_key}.{worded.name}-99", option), worded.name


# --- out ---


def test_lines_and_the_question_are_one_message() -> None:
    parts = (Line("Noted: Acme."), Line("Two things."), prompt("Yes", "No"))
    assert outgoing.divided(parts) == [parts]
    assert outgoing.payload(parts, LABELS)["content"] == "Noted: Acme.\nTwo things.\nAnd now?"


def test_nobody_is_ever_mentioned_and_no_address_unfolds() -> None:
    made = outgoing.payload((Line("@everyone"),), LABELS)
    assert made["allowed_mentions"] == {"parse": []}
    assert made["flags"] & 1 << 2


def test_a_scale_is_one_button_a_number() -> None:
    rows = outgoing.components(prompt("Skip", shape=Shape.SCALE), LABELS)
    labels = [button["label"] for row in rows for button in row["components"]]
    assert labels == [*map(str, range(11)), "Skip"]


@pytest.mark.parametrize("number", [1, 5, 6, 11, 15])
def test_a_few_options_are_buttons(number: int) -> None:
    rows = outgoing.components(prompt(*(f"Option {one}" for one in range(number))), LABELS)
    assert [one["type"] for row in rows for one in row["components"]] == [2] * number
    assert len(rows) <= 5
    assert all(len(row["components"]) <= 5 for row in rows)


@pytest.mark.parametrize("number", [16, 25, 26, 60])
def test_many_options_are_a_menu(number: int) -> None:
    rows = outgoing.components(prompt(*(f"Option {one}" for one in range(number))), LABELS)
    menus = [one for row in rows for one in row["components"]]
    assert {one["type"] for one in menus} == {3}
    assert sum(len(one["options"]) for one in menus) == number
    assert {one["placeholder"] for one in menus} == {"Choose one"}
    assert len({one["custom_id"] for one in menus}) == len(menus)


def test_a_question_without_options_has_no_buttons() -> None:
    assert outgoing.components(prompt(shape=Shape.TEXT), LABELS) == []


def test_a_question_ends_its_message() -> None:
    parts = (prompt("Yes"), Line("And besides."))
    assert outgoing.divided(parts) == [(parts[0],), (parts[1],)]


def test_a_draft_stands_as_it_is_to_be_copied() -> None:
    made = outgoing.content((Draft("To *Mrs* Zulu", "Dear Mrs Zulu,\n\n1. *thank* you"),))
    assert made == "**To \\*Mrs\\* Zulu**\n```\nDear Mrs Zulu,\n\n1. *thank* you\n```"


def test_eleven_files_are_two_messages() -> None:
    parts = tuple(Attachment(f"{number}.txt", "text/plain", "x") for number in range(11))
    assert [len(message) for message in outgoing.divided(parts)] == [10, 1]


def test_a_file_needs_no_words() -> None:
    assert outgoing.payload((Attachment("a.txt", "text/plain", "x"),), LABELS)["content"] == ""


part = st.one_of(
    st.builds(Line, st.text(max_size=6000)),
    st.builds(Draft, st.text(max_size=300), st.text(min_size=1, max_size=6000)),
    st.builds(Attachment, st.just("a.txt"), st.just("text/plain"), st.text(max_size=10)),
    st.builds(
        Prompt,
        st.text(max_size=6000),
        st.just("r1"),
        st.just("what"),
        st.sampled_from(list(Shape)),
        st.lists(
            st.builds(Choice, st.text("abc", min_size=1, max_size=9), st.text(min_size=1, max_size=120)),
            max_size=30,
            unique_by=lambda choice: choice.option,
        ).map(tuple),
    ),
)


@given(st.lists(part, min_size=1, max_size=6).map(tuple))
def test_whatever_is_said_discord_takes_it(parts: tuple[Part, ...]) -> None:
    divided = outgoing.divided(parts)
    for one in divided:
        made = outgoing.payload(one, LABELS)
        files = [{"n": str(n), "filename": f"{n}", "size": 1} for n in range(len(outgoing.files(one)))]
        problems, _ = validator.check_message(json.loads(json.dumps(made)), files)
        assert not problems
        assert size(made["content"]) <= 2000
    assert outgoing.divided(parts) == divided


def test_no_word_is_lost_in_the_dividing() -> None:
    text = " ".join(f"word{number}" for number in range(2000))
    parts = (Line(text), Draft("To Mrs Zulu", text), prompt("Yes", text=text))
    shown = " ".join(outgoing.content(one) for one in outgoing.divided(parts))
    assert [word for word in shown.split() if word.startswith("word")] == text.split() * 3
