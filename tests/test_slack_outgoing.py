"""What is said, as Slack shows it: every part in every shape, judged by Slack's own rules; nothing of it live. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters import vocabularies
from bot.slack import vocabulary
from bot.slack.home import Home
from bot.slack.incoming import About, Asks, Chosen, Place, Rewrites, Writes, move
from bot.slack.outgoing import LONGEST_PIECE, MOST_TEXT, Layout, divided, fallback
from bot.slack.views import Views
from core.events import Person
from core.messages import Attachment, Choice, Draft, Line, Part, Prompt, Shape, mention
from core.overview import Coming, Felt, Open, Overview, Step
from core.wording import load
from tests.case_files import hostile
from tests.simulators.slack import validate
from tests.test_slack_incoming import NOW, pressed

WORDING = load(around=vocabularies(["slack"]))
LINK = "https://findahelpline.com"
LAYOUT = Layout(WORDING, [LINK])
VIEWS = Views(WORDING)
AMINA = Person("slack:T01", "U01")


def prompt(shape: Shape, *labels: str, text: str = "Well?") -> Prompt:
    choices = tuple(Choice(f"o{number}", one) for number, one in enumerate(labels))
    return Prompt(text, "r1", "question-1", shape, choices)


def laid_out(*parts: Part) -> dict[str, Any]:
    """A message, after Slack's judgement of it."""
    shown = LAYOUT.message(parts, "17-abc.0")
    judged(validate.message_problems("chat.postMessage", {"channel": "D01", **shown}))
    return shown


def judged(problems: list[Any]) -> None:
    assert not problems, "\n".join(map(str, problems))


def elements(shown: dict[str, Any]) -> list[dict[str, Any]]:
    rows = [block for block in shown["blocks"] if block["type"] == "actions"]
    return [{**one, "block_id": row["block_id"]} for row in rows for one in row["elements"]]


def texts(node: Any) -> Iterator[str]:
    """Every text in it that is not Slack's markup."""
    if isinstance(node, dict):
        if node.get("type") in ("text", "plain_text"):
            yield node["text"]
        yield from (text for child in node.values() for text in texts(child))
    elif isinstance(node, list):
        yield from (text for child in node for text in texts(child))


def kinds(node: Any) -> set[str]:
    """The types of everything in it."""
    if isinstance(node, dict):
        return {str(node.get("type"))}.union(*map(kinds, node.values()))
    return set().union(*map(kinds, node)) if isinstance(node, list) else set()


# --- widgets ---


def test_up_to_five_choices_are_buttons_and_more_are_a_menu() -> None:
    few, many = laid_out(prompt(Shape.CHOICE, *"abcde")), laid_out(prompt(Shape.CHOICE, *"abcdef"))
    assert [one["type"] for one in elements(few)] == ["button"] * 5
    assert [one["type"] for one in elements(many)] == ["static_select"]
    assert [one["value"] for one in elements(many)[0]["options"]] == [f"o{number}" for number in range(6)]


def test_a_label_that_a_button_would_cut_is_shown_in_a_menu() -> None:
    (menu,) = elements(laid_out(prompt(Shape.CHOICE, "No", "I would rather tell somebody else first")))
    assert menu["type"] == "static_select"


def test_a_scale_takes_one_tap() -> None:
    numbers = elements(laid_out(prompt(Shape.SCALE)))
    assert [one["text"]["text"] for one in numbers] == [str(number) for number in range(11)]


def test_a_day_is_picked_in_a_calendar_and_what_stands_beside_it_by_a_button() -> None:
    picker, button = elements(laid_out(prompt(Shape.DATE, "No day named")))
    assert (picker["type"], button["type"]) == ("datepicker", "button")


def test_a_question_for_words_has_a_window_to_write_them_in() -> None:
    assert elements(laid_out(prompt(Shape.TEXT)))[-1]["action_id"] == "write"
    assert not [one for one in elements(laid_out(prompt(Shape.CHOICE, "Yes"))) if one["action_id"] == "write"]


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("count", [0, 1, 5, 6, 100, 120])
def test_every_widget_of_every_question_comes_back_as_that_question_s_answer(shape: Shape, count: int) -> None:
    asked = prompt(shape, *(f"label {number}" for number in range(count)))
    shown = laid_out(asked)
    offered = []
    for one in elements(shown):
        if one["type"] == "static_select":
            offered += [{**one, "selected_option": option} for option in one["options"]]
        elif one["type"] == "datepicker":
            offered.append({**one, "selected_date": "2026-11-27"})
        else:
            offered.append(one)
    for one in offered:
        found = move(pressed(one, shown["blocks"]), NOW)
        if isinstance(found, Writes):
            assert (found.run, found.question, found.title) == ("r1", "question-1", "Well?")
        else:
            assert isinstance(found, Chosen)
            assert (found.event.run, found.event.question) == ("r1", "question-1")
            wanted = {choice.option for choice in asked.choices} | {str(number) for number in range(11)}
            assert found.event.option in wanted | {"2026-11-27"}


def test_after_a_choice_the_message_shows_it_and_its_widgets_go() -> None:
    shown = laid_out(Line("So."), prompt(Shape.SCALE, "Skip"))
    after = LAYOUT.closed(shown, "r1:question-1", "8")
    judged(validate.message_problems("chat.update", {"channel": "D01", "ts": "1", **after}))
    assert not elements(after)
    assert list(texts(after["blocks"]))[-1] == "You chose: 8"
    assert "Well?" in list(texts(after["blocks"]))


def test_a_question_that_is_left_loses_its_widgets_and_nothing_stands_in_their_place() -> None:
    shown = laid_out(Line("So."), prompt(Shape.SCALE, "Skip"))
    after = LAYOUT.closed(shown, "r1:question-1", "")
    assert after["blocks"] == [block for block in shown["blocks"] if block["type"] != "actions"]


def test_what_stands_beside_a_question_keeps_its_buttons() -> None:
    shown = laid_out(DRAFT, prompt(Shape.SCALE, "Skip"))
    of_the_draft = [one["text"]["text"] for one in elements(laid_out(DRAFT))]
    assert [one["text"]["text"] for one in elements(LAYOUT.closed(shown, "r1:question-1", "8"))] == of_the_draft
    left = LAYOUT.closed(shown, f"{DRAFT.run}:{DRAFT.name}", "Shorter")
    assert not {one["text"]["text"] for one in elements(left)} & set(of_the_draft)
    assert len(elements(left)) == 12


# --- drafts ---

DRAFT = Draft(
    "To Mrs Zulu", "Dear Mrs Zulu,\n\nThank you.", "r1/i1/note", "note-1.1.settle", ("sent", "shorter", "edit")
)


def test_a_draft_is_a_block_to_copy_with_its_buttons() -> None:
    shown = laid_out(DRAFT)
    (block,) = [one for one in shown["blocks"] if one["type"] == "rich_text" and "preformatted" in str(one)]
    assert list(texts(block)) == [DRAFT.text]
    values = [move(pressed(one, shown["blocks"]), NOW) for one in elements(shown)]
    assert [type(one) for one in values] == [Chosen, Chosen, Rewrites]
    assert values[2] == Rewrites(AMINA, "1.2.3", DRAFT.run, DRAFT.name, DRAFT.text, Place("D01"))


def test_where_the_question_is_about_the_draft_its_choices_are_the_buttons() -> None:
    choices = (Choice("sent", "Mark as sent"), Choice("edit", "Edit"))
    about = Prompt("Does it sound like you?", "r1", "note-1.1.settle", Shape.CHOICE, choices)
    shown = laid_out(DRAFT, about)
    assert [one["text"]["text"] for one in elements(shown)] == ["Mark as sent", "Edit"]
    edit = move(pressed(elements(shown)[1], shown["blocks"]), NOW)
    assert isinstance(edit, Rewrites)
    assert edit.text == DRAFT.text


# --- limits ---


def test_long_words_are_parted_where_they_breathe_and_none_is_lost() -> None:
    sentence = "I was asked about the budget and said nothing. "
    whole = sentence * 900
    groups = divided((Line(whole), Draft("Note", whole), prompt(Shape.CHOICE, "Yes", text=whole)))
    for group in groups:
        laid_out(*group)
    pieces = [part.text for group in groups for part in group if isinstance(part, Line)]
    assert all(len(piece) <= LONGEST_PIECE for piece in pieces)
    assert all(piece.rstrip().endswith(".") for piece in pieces)
    drafts = [part for group in groups for part in group if isinstance(part, Draft)]
    assert [one.title for one in drafts] == ["Note", *[""] * (len(drafts) - 1)]
    assert " ".join(one.text for one in drafts) == whole


def parts() -> st.SearchStrategy[Part]:
    some = st.text(max_size=60) | st.sampled_from(hostile()) | st.integers(2000, 9000).map(lambda size: "ab " * size)
    return st.one_of(
        st.builds(Line, some),
        st.builds(lambda title, text: Draft(title, text), st.text(max_size=40), some),
        st.builds(lambda text: Attachment("a.md", "text/markdown", text), some),
    )


def prompts() -> st.SearchStrategy[Part]:
    labels = st.lists(st.text(max_size=90), max_size=8)
    asked = st.text(max_size=60) | st.sampled_from(hostile())
    return st.builds(lambda text, shape, named: prompt(shape, *named, text=text), asked, st.sampled_from(Shape), labels)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(parts(), max_size=6), prompts())
def test_whatever_is_said_slack_takes_it_and_it_is_parted_the_same_way_each_time(said: list[Part], last: Part) -> None:
    groups = divided((*said, last))
    assert groups == divided((*said, last))
    for group in groups:
        if isinstance(group[0], Attachment):
            assert len(group) == 1
            continue
        shown = LAYOUT.message(group, "17-abc.0")
        problems = validate.message_problems("chat.postMessage", {"channel": "D01", **shown})
        assert not [one for one in problems if one.level == "error"], problems
        assert sum(map(len, texts(shown["blocks"]))) <= MOST_TEXT + LONGEST_PIECE


def test_all_that_waits_in_parts_comes_in_order() -> None:
    said = (Line("a"), Attachment("a.md", "text/markdown", "x"), Line("b"), prompt(Shape.CHOICE, "Yes"))
    assert divided(said) == [(said[0],), (said[1],), (said[2], said[3])]


def test_the_key_and_nothing_of_anybody_s_is_in_the_metadata() -> None:
    assert laid_out(Line("I froze"))["metadata"] == {
        "event_type": "rebound_message",
        "event_payload": {"key": "17-abc.0"},
    }


# --- nothing is live ---

LIVELY = [
    *hostile(),
    "<!channel> <!here> <@U01> <#C01> <!subteam^S01>",
    "@channel @here #general",
    "*bold* _it_ ~no~ `code` ```block``` > quote",
    "<https://evil.example|click> https://evil.example [a](https://evil.example)",
    "**bold** # heading :smile: :+1:",
    "&amp; &lt;b&gt;",
]
LIVELY.reverse()  # ours first


def test_no_text_is_live_in_a_message_and_each_stands_as_it_was_written() -> None:
    for text in LIVELY:
        shown = LAYOUT.message((Line(text), Draft("To " + text, text), prompt(Shape.CHOICE, text, text=text)), "k")
        assert not kinds(shown["blocks"]) & {"mrkdwn", "link", "user", "usergroup", "channel", "broadcast", "emoji"}
        if text.strip():
            assert list(texts(shown["blocks"])).count(text) >= 3
        assert shown["mrkdwn"] is False
        assert not {"<", ">"} & set(shown["text"])


@pytest.mark.parametrize("text", LIVELY[::20])
def test_no_text_is_live_in_a_window_and_slack_takes_it(text: str) -> None:
    windows = [
        VIEWS.telling(Writes(AMINA, "t", title=text, run="r1", question="q", text=text)),
        VIEWS.rewriting(Rewrites(AMINA, "t", "r1/i1/note", "q", text[:3000] or " ", Place("D01"))),
    ]
    for window in windows:
        assert "mrkdwn" not in kinds(window)
        assert not [one for one in validate.view_problems(window, "modal") if one.level == "error"]


def live(text: str) -> list[str]:
    (paragraph,) = laid_out(Line(text))["blocks"]
    assert "".join(str(one["text"]) for one in paragraph["elements"][0]["elements"]) == text
    return [one["url"] for one in paragraph["elements"][0]["elements"] if one["type"] == "link"]


@pytest.mark.parametrize("text", [f"Look at {LINK}.", "Look at findahelpline.com, at any hour", f"({LINK})", LINK])
def test_our_own_addresses_are_live_however_they_are_written(text: str) -> None:
    assert live(text) == [LINK]


@pytest.mark.parametrize(
    "text",
    [
        "https://evil.example",
        f"{LINK}.evil.example",
        f"{LINK}@evil.example",
        f"{LINK}:80@evil.example",
        f"{LINK}/../evil",
        "evilfindahelpline.com",
        "evil.findahelpline.com",
        "a@findahelpline.com",
        "findahelpline.community",
    ],
)
def test_no_other_address_is_live(text: str) -> None:
    assert live(text) == []


@given(st.text() | st.sampled_from(hostile()) | st.just("&" * 9000))
def test_the_fallback_is_escaped_never_empty_and_never_too_long(text: str) -> None:
    said = fallback(text)
    assert said
    assert len(said) <= 4000
    assert "<" not in said


# --- the home tab and the windows ---


def seen(**fields: Any) -> Overview:
    usual: dict[str, Any] = {
        "interviews": (),
        "coming": (),
        "feelings": (),
        "zone": "Africa/Lusaka",
        "may_write_from": time(8),
        "may_write_until": time(21),
        "paused_until": None,
        "is_stopped": False,
        "is_held": False,
        "months": 12,
        "ends": None,
    }
    return Overview(**{**usual, **fields})


def home(**fields: Any) -> str:
    """The Home tab as text, after Slack's judgement of it."""
    view = Home(WORDING).view(seen(**fields))
    judged(validate.view_problems(view, "home"))
    assert "mrkdwn" not in kinds(view)
    return "\n".join(texts(view))


STEP = Step("judge", "Look back", "do the look back now")
COMING = Coming(datetime(2026, 11, 25, 7, tzinfo=UTC), "2026-11-25T09:00", "a look back", ("i1/judge",))


def test_the_home_tab_of_somebody_new_says_how_to_begin_and_what_is_kept() -> None:
    shown = home(zone=None)
    assert "Debrief an interview" in shown
    assert "I do not know your time zone yet" in shown
    assert "Slack keeps its own copy of our chat" in shown
    assert "Another time" not in shown


def test_what_is_under_way_and_to_come_is_named_with_what_can_be_done_about_it() -> None:
    felt = (Felt(date(2026, 11, 24), "Acme", 8), Felt(date(2026, 11, 25), "Acme", 4))
    shown = home(interviews=(Open("i1", "Acme, 24 November", STEP),), coming=(COMING,), feelings=felt)
    for words in ("Acme, 24 November", "Look back", "Wednesday 25 November, 9:00: a look back", "Another time"):
        assert words in shown
    assert "Acme: 8 on Tuesday 24 November\nAcme: 4 on Wednesday 25 November" in shown


@pytest.mark.parametrize(
    ("fields", "words", "missing"),
    [
        ({"is_held": True}, "until you want to go on", "a look back"),
        ({"is_stopped": True}, "You asked me not to write first", "Write nothing for"),
        ({"paused_until": datetime(2026, 11, 27, 8, tzinfo=UTC)}, "Friday 27 November, 10:00", "Write nothing for"),
        ({}, "Write nothing for", "Write again"),
    ],
)
def test_a_silence_is_shown_and_can_be_ended(fields: dict[str, Any], words: str, missing: str) -> None:
    shown = home(**fields)
    assert words in shown
    assert missing not in shown


def test_a_full_home_tab_still_fits() -> None:
    opened = tuple(Open(f"i{number}", "x" * 5000, STEP) for number in range(40))
    home(interviews=opened, coming=(COMING,) * 60, feelings=(Felt(date(2026, 11, 24), "y" * 900, 8),) * 60)


@pytest.mark.parametrize("text", LIVELY[::20])
def test_no_text_is_live_on_the_home_tab(text: str) -> None:
    view = Home(WORDING).view(seen(interviews=(Open("i1", text, None), Open("i2", text, STEP))))
    assert "mrkdwn" not in kinds(view)
    assert not [one for one in validate.view_problems(view, "home") if one.level == "error"]


@pytest.mark.parametrize(
    ("about", "value"),
    [
        (About.MOVE, json.dumps(["2026-11-25T09:00", "i1/judge"])),
        (About.TOWN, "-"),
        (About.HOURS, '["08:00", "21:00"]'),
    ],
)
def test_the_windows_of_the_home_tab_are_taken_by_slack(about: About, value: str) -> None:
    judged(validate.view_problems(VIEWS.asking(Asks(AMINA, "t", about, value)), "modal"))


def test_the_other_windows_and_answers_are_taken_by_slack() -> None:
    judged(validate.view_problems(VIEWS.telling(Writes(AMINA, "t")), "modal"))
    judged(validate.view_problems(VIEWS.explaining(vocabulary.ASKED_BEFORE), "modal"))
    judged(validate.message_problems("slash_response", VIEWS.led_away("A01", "T01")))


def test_the_first_words_that_are_suggested_are_words_that_the_coach_knows() -> None:
    from core.understanding import read

    suggested = VIEWS.prompts()["prompts"]
    assert 1 <= len(suggested) <= 4
    assert all(read(one["message"]) for one in suggested)


def test_whom_the_coach_mentions_is_shown_by_name_and_read_out_without_marks() -> None:
    message = Layout(load()).message((Line(f"Write to {mention('U123')}."),), "key")
    (block,) = message["blocks"]
    assert block["elements"][0]["elements"] == [
        {"type": "text", "text": "Write to "},
        {"type": "user", "user_id": "U123"},
        {"type": "text", "text": "."},
    ]
    assert message["text"] == "Write to @U123."
