"""A conversation on Slack as its person sees it: the real adapter and libraries against a Slack on loopback."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.slack import manifest
from bot.slack.connection import SlackAdapter
from core.events import Person
from tests.loopback import QUICK
from tests.simulators.slack import Message, Slack, User
from tests.slack_served import Served, of_one, served
from tests.told import LAKESIDE, TO_ONE_NOTE

pytestmark = pytest.mark.usefixtures("coach")
VOICE = [{"id": "F01", "name": "voice.m4a", "mimetype": "audio/mp4"}]


@pytest.fixture
def slack(tmp_path: Path) -> Iterator[Slack]:
    with Slack(folder=tmp_path, manifest=manifest.socket(), rate="off", ack_timeout=20) as slack:
        yield slack
        slack.assert_clean(warnings=True)


@pytest.fixture
def coach(slack: Slack, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setattr(SlackAdapter, "rates", QUICK)  # the tests type faster than anybody
    with served(slack, of_one(slack)) as coach:
        yield coach


@pytest.fixture
def amina(slack: Slack) -> User:
    return slack.user("Amina Phiri", tz="Africa/Lusaka")


def after(user: User, does: Callable[[], Any]) -> Message:
    """What the person sees next after something they did, all of it."""
    since = user.mark()
    does()
    user.wait_reply(since)
    user.s.settle(0.12)
    last = user.last()
    assert last is not None
    return last


def says(user: User, *texts: str, **how: Any) -> Message:
    seen = None
    for text in texts:
        seen = after(user, lambda text=text: user.dm(text, **how))  # type: ignore[misc]
    assert seen is not None
    return seen


def facts(coach: Served, user: User) -> dict[str, Any]:
    from core.state import decode_state

    state = decode_state(coach.store.snapshot(Person(f"slack:{user.ws.id}", user.id)))
    return {name: fact.value for name, fact in state.facts_of(f"i{state.interviews_begun}").all().items()}


# --- the first words ---


@pytest.mark.demand("K01")
def test_the_first_answer_says_what_slack_keeps_once(amina: User) -> None:
    assert "Slack a copy" in says(amina, LAKESIDE).text
    says(amina, "8", "only the blank")
    assert amina.screen().count("I am a program") == 1


def test_whoever_looks_into_the_chat_for_the_first_time_is_greeted_and_never_again(amina: User, slack: Slack) -> None:
    greeted = after(amina, amina.open_messages)
    assert "Yes" in greeted.buttons
    for tab in (amina.open_messages, amina.open_home, amina.open_messages):
        tab()
    slack.settle(0.5)
    assert len(amina.messages()) == 1


def test_whoever_has_talked_already_is_not_greeted_in_the_chat(slack: Slack, amina: User) -> None:
    says(amina, LAKESIDE)
    amina.open_messages()
    slack.settle(0.5)
    assert len(amina.messages()) == 1


def test_words_are_suggested_only_where_the_app_may(amina: User, slack: Slack) -> None:
    after(amina, amina.open_messages)
    assert amina.prompts() == []
    assert not slack.calls("assistant.threads.setSuggestedPrompts")


def test_where_the_app_may_words_are_suggested_at_one_tap(tmp_path: Path) -> None:
    (elsewhere := tmp_path / "elsewhere").mkdir()
    with Slack(folder=elsewhere) as slack, served(slack, of_one(slack)):
        amina = slack.user("Amina Phiri")
        amina.open_messages()
        suggested = slack.wait(amina.prompts, 10, "prompts")
        assert 1 <= len(suggested) <= 4
        assert says(amina, suggested[0]["message"]).text


# --- answering ---


def test_a_number_takes_one_tap_and_the_message_shows_it(amina: User) -> None:
    asked = says(amina, LAKESIDE)
    assert asked.buttons == [str(number) for number in range(11)]
    answered = after(amina, lambda: amina.click("8"))
    assert "An 8." in answered.text
    asked = amina.messages()[-2]
    assert (asked.buttons, "You chose: 8" in asked.text) == ([], True)


def test_a_day_is_picked_in_a_calendar(coach: Served, amina: User) -> None:
    says(amina, *TO_ONE_NOTE[:-4])
    assert "hear" in amina.messages()[-1].text
    after(amina, lambda: amina.pick("2031-03-07"))
    assert facts(coach, amina)["answer-promised-at"] == "2031-03-07"


def on_screen(user: User, message: Message) -> Message:
    """The message as it stands by now."""
    return next(one for one in user.messages() if one.ts == message.ts)


def test_a_typed_answer_shows_on_the_question_like_a_tap(amina: User) -> None:
    asked = says(amina, LAKESIDE)
    then = says(amina, "about an eight")
    assert (on_screen(amina, asked).buttons, "You chose: 8" in on_screen(amina, asked).text) == ([], True)
    asked = then
    says(amina, "only the blank really")
    assert (on_screen(amina, asked).buttons, "You chose: Only that" in on_screen(amina, asked).text) == ([], True)


def test_a_day_that_is_typed_or_picked_is_shown_in_words(amina: User) -> None:
    asked = says(amina, *TO_ONE_NOTE[:-4])
    after(amina, lambda: amina.pick("2031-03-07"))
    assert "You chose: Friday 7 March" in on_screen(amina, asked).text


def test_own_words_are_not_repeated_on_the_question_and_its_buttons_go(amina: User) -> None:
    asked = says(amina, *TO_ONE_NOTE[:4])
    assert asked.buttons
    says(amina, TO_ONE_NOTE[4])
    assert on_screen(amina, asked).buttons == []
    assert "You chose" not in on_screen(amina, asked).text


def test_a_question_that_is_passed_or_asked_again_keeps_its_buttons_in_one_place(amina: User) -> None:
    asked = says(amina, LAKESIDE)
    again = says(amina, "help")
    assert (on_screen(amina, asked).buttons, len(on_screen(amina, again).buttons)) == ([], 11)
    passed = says(amina, "skip")
    assert on_screen(amina, again).buttons == []
    assert passed.buttons


def test_what_is_pressed_on_an_old_message_explains_itself(coach: Served, amina: User, slack: Slack) -> None:
    slack.fault("chat.update", "500")
    old = says(amina, LAKESIDE)
    says(amina, "8")
    seen = after(amina, lambda: amina.click("3", message=old))
    assert "left behind" in seen.text or "old" in seen.text.lower()
    assert facts(coach, amina)["feeling-at-first"] == 8
    assert on_screen(amina, old).buttons == []
    assert "You chose" not in on_screen(amina, old).text


def test_a_long_answer_is_written_in_a_window_that_shows_the_question(coach: Served, amina: User) -> None:
    says(amina, *TO_ONE_NOTE[:4])
    amina.click("Write it in a window")
    window = amina.wait_modal()
    assert "How did they put it?" in window.text or "how they put the question" in window.text
    after(amina, lambda: window.fill("In your own words", "tell us about a conflict & <!channel> *it*").submit())
    assert facts(coach, amina)["question-1"] == "tell us about a conflict & <!channel> *it*"


def test_an_old_window_button_says_that_we_are_elsewhere(amina: User, slack: Slack) -> None:
    slack.fault("chat.update", "500", times=9)
    old = says(amina, *TO_ONE_NOTE[:4])
    says(amina, TO_ONE_NOTE[4])
    amina.click("Write it in a window", message=old)
    assert "asked a while ago" in amina.wait_modal().text


def test_a_reply_stays_in_the_thread_in_which_it_was_asked_for(amina: User) -> None:
    first = says(amina, LAKESIDE)
    threaded = says(amina, "8", thread=first)
    assert threaded.thread == first.ts
    pressed = after(amina, lambda: amina.click("Something else too", message=threaded))
    assert pressed.thread == first.ts
    back = says(amina, "it was very cold")
    assert back.thread is None


# --- changing what was said ---


def test_an_edited_message_corrects_what_it_brought(coach: Served, amina: User) -> None:
    sent = amina.mark()
    delivery = amina.dm("I had an interview at Acme today")
    amina.wait_reply(sent)
    ts = delivery.body["event"]["ts"]
    after(amina, lambda: amina.edit(ts, "I had an interview at Beta today"))
    assert facts(coach, amina)["organisation"] == "Beta"


def test_a_deleted_message_is_erased_here_too(coach: Served, amina: User, slack: Slack) -> None:
    sent = amina.mark()
    ts = amina.dm("I had an interview at Acme today").body["event"]["ts"]
    amina.wait_reply(sent)
    assert amina.delete(ts).done.wait(10)
    slack.settle(0.3)
    assert "organisation" not in facts(coach, amina)
    entries = coach.store.journal(Person(f"slack:{amina.ws.id}", amina.id))
    assert not any(b"Acme" in entry.content for entry in entries)


# --- drafts ---


def test_a_draft_is_edited_in_a_window_and_marked_as_sent(coach: Served, amina: User) -> None:
    shown = says(amina, *TO_ONE_NOTE)
    assert "Mark as sent" in shown.buttons
    amina.click("Edit", message=shown)
    window = amina.wait_modal()
    assert "Dear Mrs Zulu" in window.text
    own = "Dear Mrs Zulu, thank you & goodbye <!channel>"
    again = after(amina, lambda: window.fill("The text", own).submit())
    assert own in again.text
    after(amina, lambda: amina.click("Mark as sent", message=again))
    assert facts(coach, amina)["note-1-sent"] is True


# --- other ways in ---


def test_what_has_no_words_is_answered_kindly_once(amina: User) -> None:
    seen = after(amina, lambda: amina.dm("", files=VOICE, duplicates=2))
    assert "recording" in seen.text
    assert len(amina.messages()) == 1


def test_words_that_are_put_into_a_message_without_any_are_heard(coach: Served, amina: User) -> None:
    sent = amina.mark()
    ts = amina.dm("", files=VOICE).body["event"]["ts"]
    amina.wait_reply(sent)
    after(amina, lambda: amina.edit(ts, "I had an interview at Acme today"))
    assert facts(coach, amina)["organisation"] == "Acme"


def test_in_a_channel_the_command_is_answered_to_one_pair_of_eyes_and_leads_to_the_chat(amina: User) -> None:
    general = next(one for one in amina.ws.channels.values() if one.name == "general")
    since = amina.mark()
    assert amina.slash("/rebound", "my interview at Acme went badly", channel=general).acked
    amina.wait_text("How bad", since=since)
    (there,) = amina.messages(channel=general)
    assert there.ephemeral
    assert "own chat" in there.text
    assert "Acme" not in there.text


def test_the_command_in_the_chat_itself_needs_no_pointer(amina: User) -> None:
    says(amina, LAKESIDE)
    after(amina, lambda: amina.slash("/rebound", "steps"))
    assert not any(message.ephemeral for message in amina.messages())
    assert "steps" in amina.screen().lower()


def test_the_shortcut_takes_a_story_from_anywhere(coach: Served, amina: User) -> None:
    amina.shortcut("debrief")
    window = amina.wait_modal()
    assert window.title == "Debrief an interview"
    after(amina, lambda: window.fill("What happened", LAKESIDE).submit())
    assert facts(coach, amina)["organisation"] == "Lakeside Clinic"


def test_a_message_is_brought_along_and_looked_at_before_it_is_sent(amina: User) -> None:
    amina.dm("I was at Acme today")
    message = amina.messages(bot_only=False)[0]
    amina.message_shortcut("debrief_message", message)
    window = amina.wait_modal()
    assert "I was at Acme today" in window.text


# --- the home tab ---


def test_the_home_tab_is_kept_up_to_date_and_a_press_there_is_answered_in_the_chat(amina: User) -> None:
    amina.open_home()
    assert "Your clock is the one of Lusaka" in amina.wait_home("under way").text
    says(amina, LAKESIDE, "8")
    assert "Lakeside Clinic" in amina.wait_home("Lakeside").text
    seen = after(amina, lambda: amina.click("What can I do about it", where="home"))
    assert "Slack" in seen.text


def test_what_is_to_come_is_moved_and_left_out_on_the_home_tab(coach: Served, amina: User) -> None:
    amina.open_home()
    says(amina, LAKESIDE, "8")
    amina.wait_home("going on where we stopped")
    amina.click("Another time", where="home")
    window = amina.wait_modal()
    assert "going on where we stopped" in window.text
    tomorrow = f"{coach.adapter._clock.now() + timedelta(days=1):%Y-%m-%d}"
    window.fill("Pick the day", tomorrow).fill("Pick the time", "10:15").submit()
    amina.wait_home("10:15: going on where we stopped")
    amina.click("Leave it out", where="home")
    amina.wait_home("Nothing is coming from me")


def test_settings_are_changed_on_the_home_tab(amina: User) -> None:
    says(amina, LAKESIDE, "8")
    amina.open_home()
    amina.wait_home("Lusaka")
    amina.click("I am somewhere else", where="home")
    amina.wait_modal().fill("Town", "London").submit()
    amina.wait_home("the one of London")
    amina.click("Other hours", where="home")
    amina.wait_modal().fill("Not before", "09:30").fill("Not after", "20:00").submit()
    amina.wait_home("Between 9:30 and 20:00")
    amina.choose("three days", where="home")
    amina.wait_home("Nothing before")
    amina.click("Write again", where="home")
    amina.wait_home("Write nothing for")


def test_another_zone_in_slack_is_asked_about_once_and_followed_on_their_word(amina: User, slack: Slack) -> None:
    says(amina, LAKESIDE)
    amina.open_home()
    amina.wait_home("the one of Lusaka")
    amina.set_tz("Europe/London")
    slack.settle(0.2)
    assert "I'm in London" in says(amina, "8").text
    assert "I'm in London" not in says(amina, "only the blank").text
    says(amina, "I'm in London")
    amina.wait_home("the one of London")


# --- goodbye ---


def test_forgotten_means_also_where_they_talked(coach: Served, amina: User, slack: Slack) -> None:
    says(amina, LAKESIDE, "forget me")
    seen = after(amina, lambda: amina.click("Yes, erase everything"))
    assert "Slack" in seen.text
    who = Person(f"slack:{amina.ws.id}", amina.id)
    assert coach.store.snapshot(who) is None
    slack.wait(lambda: coach.adapter._places.of(who) is None, 5, "the place to be forgotten")


# --- when it is serious ---


@pytest.mark.demand("R49")
def test_after_a_sign_of_danger_the_address_of_help_can_be_pressed_and_no_other(slack: Slack, amina: User) -> None:
    says(amina, LAKESIDE, "i want to kill myself, see https://evil.example")
    posted = str([call.args["blocks"] for call in slack.calls("chat.postMessage")])
    live = re.findall(r"""['"]url['"]: ['"]([^'"]*)""", posted)
    assert set(live) == {"https://findahelpline.com"}
