"""A person instead: a member's note to staff, shown before it goes, answered through the desk, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core import lines
from core.communities.desk import Page, Problems
from core.communities.events import Channel, FromMember, WhyNot, community_of
from core.communities.requests import LONGEST_ANSWER
from core.community import Community
from core.errors import NotAllowed
from core.events import Deleted, NudgeDue, Person, Text
from core.facts import PERSON
from core.flows import danger, talk_to_staff
from core.messages import Line, Post, Relay, TakeDown, mention
from core.understanding import wishes
from core.understanding.wishes import Action
from core.vocabulary import Saying
from core.wording import load
from tests.centre import HERE, SAM, STAFF_ONLY, Centre
from tests.conversation import Conversation

LAKESIDE = Community(name="Lakeside", staff="Ms Tembo, room 12")
WORDS = "can somebody look at my letter?\ni am free on friday. <!channel>"


@pytest.fixture
def open_centre(tmp_path: Path) -> Iterator[Callable[..., Centre]]:
    opened: list[Centre] = []

    def begin(**options: Any) -> Centre:
        opened.append(Centre(tmp_path / str(len(opened)), **({"settings": LAKESIDE} | options)))
        return opened[-1]

    yield begin
    for centre in opened:
        centre.close()


@pytest.fixture
def centre(open_centre: Callable[..., Centre]) -> Centre:
    """One whose staff take notes."""
    return open_centre().takes_notes()


def passes_on(member: Conversation, text: str = WORDS, name: str = "Ada") -> Conversation:
    """A member passes a note on."""
    return member.says("pass a note on", name, text, "yes")


def says(member: Conversation, saying: Saying, **args: Any) -> bool:
    """Whether the last reply has the saying, in any wording."""
    wording = load()
    said = [wording.said(saying.id, time, args) for time in range(wording.wordings(saying.id))]
    return any(one in member.reply for one in said)


# --- passing one on ---


@pytest.mark.demand("P11")
def test_what_is_posted_is_what_was_shown_letter_for_letter(centre: Centre) -> None:
    ada = centre.member("U1").says("can i talk to a person?")
    assert [choice.label for choice in ada.prompt.choices] == [
        "Pass a note on",
        "I contact them myself",
        "Not now",
    ]
    ada.says("pass a note on", "call me Ada.", WORDS)
    (draft,) = ada.drafts
    assert draft.text == f"From Ada:\n\n{WORDS}"
    assert "Lakeside" in draft.title
    assert centre.board == []
    ada.says("yes")
    assert centre.board == [draft.text]
    (post,) = centre.posts.values()
    assert post.channel == STAFF_ONLY.id
    assert [choice.option for choice in post.choices] == ["form:answer:1"]


@pytest.mark.demand("P11")
@pytest.mark.parametrize("time", range(3))
def test_who_will_read_it_and_what_keeps_it_is_said_before_the_yes(centre: Centre, time: int) -> None:
    said = load().said(talk_to_staff.SEND.words, time, {"place": "Lakeside", "surface": "slack"})
    assert all(word in said for word in ("taff of Lakeside", "private channel", "Slack"))
    assert "keeps" in said
    ada = centre.member("U1").says("pass a note on", "Ada", "hello there")
    assert "private channel on Slack" in ada.prompt.text


@pytest.mark.demand("P11")
def test_nothing_told_before_goes_with_it_and_nobody_is_named_by_their_account(centre: Centre) -> None:
    ada = centre.member("U1").says("i had an interview at Acme today and froze on the SQL question", "8")
    passes_on(ada, "please call me", "no name")
    assert centre.board == ["From a member who gives no name:\n\nplease call me"]
    assert "U1" not in centre.board[0]


@pytest.mark.demand("P11")
@pytest.mark.parametrize(
    "text",
    [
        "stop writing to me about acme, said the man",
        "i want to talk to a human",
        "why?",
        "i got rejected by Acme yesterday",
    ],
)
def test_a_note_that_reads_like_an_order_a_question_or_news_is_a_note(centre: Centre, text: str) -> None:
    passes_on(centre.member("U1"), f"{text} and more of it so that it is long")
    assert centre.board == [f"From Ada:\n\n{text} and more of it so that it is long"]
    assert "outcome" not in centre.members[Person(HERE, "U1")].facts.all()


@pytest.mark.demand("P11")
def test_it_is_changed_as_often_as_they_like(centre: Centre) -> None:
    ada = centre.member("U1").says("pass a note on", "Ada", "please call me", "change it", "please write to me instead")
    assert ada.drafts[0].text == "From Ada:\n\nplease write to me instead"
    ada.says("change it", "another name", "Grace", "yes")
    assert centre.board == ["From Grace:\n\nplease write to me instead"]


@pytest.mark.demand("P11")
@pytest.mark.parametrize("way_out", [("leave it",), ("skip",), ("change it", "leave it"), ("not now",)])
def test_left_before_the_yes_nothing_is_sent_and_the_open_question_is_back(
    centre: Centre, way_out: tuple[str, ...]
) -> None:
    ada = centre.member("U1").says("i had a bad interview at Acme today")
    before = ada.question
    ada.says("can i talk to somebody", "pass a note on", "Ada", "please call me", *way_out)
    assert centre.board == []
    assert "No note is open" in "".join(centre.page("requests").lines)
    if way_out != ("not now",):
        assert ada.question == before


@pytest.mark.demand("P11", "P29")
def test_going_back_to_the_note_changes_what_is_shown_and_sent(centre: Centre) -> None:
    ada = centre.member("U1").says("pass a note on", "Ada", "please call me", "back", "please visit me", "yes")
    assert centre.board == ["From Ada:\n\nplease visit me"]
    assert ada.transcript.count("please visit me") == 1


@pytest.mark.demand("P11")
def test_a_note_too_long_for_one_message_is_asked_for_again_and_not_cut(centre: Centre) -> None:
    ada = centre.member("U1").says("pass a note on", "Ada", "word " * 400)
    assert "1,500" in ada.prompt.text
    ada.says("in short: please call me")
    assert ada.drafts[0].text.endswith("in short: please call me")


@pytest.mark.demand("P11")
def test_three_that_wait_are_the_most_and_one_taken_back_makes_room(centre: Centre) -> None:
    ada = centre.member("U1")
    for number in range(3):
        passes_on(ada, f"this is note number {number}")
    assert says(ada.says("pass a note on"), talk_to_staff.TOO_MANY, count=3)
    ada.says("take my note back", "pass a note on", "Ada", "one more", "yes")
    assert len(centre.board) == 3


@pytest.mark.demand("P11")
def test_where_staff_have_chosen_no_channel_it_says_whom_they_can_turn_to(open_centre: Callable[..., Centre]) -> None:
    ada = open_centre().member("U1")
    assert says(ada.says("can i talk to a person?"), lines.STAFF, staff="Ms Tembo, room 12")
    assert says(ada.says("pass a note on to the staff"), lines.STAFF, staff="Ms Tembo, room 12")
    bo = open_centre(settings=Community()).member("U2")
    assert says(bo.says("can i talk to a person?"), lines.NO_STAFF)


@pytest.mark.demand("P11")
def test_whoever_contacts_them_is_told_where_and_that_nothing_went_ahead(centre: Centre) -> None:
    ada = centre.member("U1").says("can i talk to a person?", "myself")
    assert says(ada, talk_to_staff.CONTACT, staff="Ms Tembo, room 12")


# --- what staff keep of it ---


@pytest.mark.demand("P11")
def test_the_community_keeps_not_a_word_of_a_note_and_nothing_of_a_settled_one(centre: Centre) -> None:
    passes_on(centre.member("U1"), "my landlord is a thief", "Mary")
    assert "U1" in centre.kept
    centre.submits("answer:1", text="Come to room 12, it is a private matter.")
    for words in ("landlord", "Mary", "room 12", "private matter"):
        assert words not in centre.kept
    centre.submits("close-note:1")
    assert "U1" not in centre.kept


@pytest.mark.demand("P11")
def test_what_nobody_touches_is_closed_after_a_month_and_the_writer_is_told(centre: Centre) -> None:
    ada = passes_on(centre.member("U1"))
    centre.waits(days=29)
    assert not says(ada, lines.NOTE_CLOSED)
    centre.waits(days=2)
    assert says(ada, lines.NOTE_CLOSED)
    assert "U1" not in centre.kept


@pytest.mark.demand("P11")
def test_whoever_is_gone_leaves_no_note_behind(centre: Centre) -> None:
    passes_on(centre.member("U1"))
    passes_on(centre.member("U2"), "this one stays here")
    gone = FromMember(id="gone", person=community_of(HERE), at=centre.now, member=Person(HERE, "U1"), kind="gone")
    centre.coach.office.take(gone, centre.now, centre.store).result()
    centre.deliver()
    assert centre.board == ["From Ada:\n\nthis one stays here"]
    assert "U1" not in centre.kept


# --- the answer ---


@pytest.mark.demand("P11")
def test_an_answer_comes_as_it_stands_with_the_name_of_who_answers(centre: Centre) -> None:
    ada = passes_on(centre.member("U1"))
    answer = "Come at two.\nBring the letter: *both* pages."
    assert isinstance(centre.submits("answer:1", text=answer), Page)
    centre.waits(minutes=1)
    assert says(ada, lines.STAFF_WRITES, by="Sam", place="Lakeside", text=answer)
    assert says(ada, lines.WRITE_BACK)
    ada.says("write to staff", "Ada", "thank you, i will come", "yes")
    assert centre.board[-1] == "From Ada:\n\nthank you, i will come"


@pytest.mark.demand("P11")
def test_answers_come_in_the_name_that_staff_have_chosen(open_centre: Callable[..., Centre]) -> None:
    centre = open_centre().takes_notes(who="The careers team")
    ada = passes_on(centre.member("U1"))
    centre.submits("answer:1", text="Come at two.")
    centre.waits(minutes=1)
    assert says(ada, lines.STAFF_WRITES, by="The careers team", place="Lakeside", text="Come at two.")
    assert "Sam" not in ada.transcript


@pytest.mark.demand("P11")
def test_an_answer_in_the_quiet_hours_waits_until_they_end(open_centre: Callable[..., Centre]) -> None:
    centre = open_centre(at="2026-11-24T19:30").takes_notes()  # 21:30 in Lusaka
    ada = passes_on(centre.member("U1"))
    centre.submits("answer:1", text="Come at two.")
    centre.waits(hours=10, minutes=29)
    assert "Come at two" not in ada.transcript
    centre.waits(minutes=1)
    assert "Come at two" in ada.reply


@pytest.mark.demand("P11")
def test_an_answer_does_not_disturb_the_question_that_is_open(centre: Centre) -> None:
    ada = passes_on(centre.member("U1"))
    ada.says("i had an interview at Acme today, it went badly")
    before, prompt = ada.state.runs, ada.prompt
    centre.submits("answer:1", text="Come at two.")
    assert "Come at two" not in ada.transcript
    centre.waits(minutes=16)
    assert "Come at two" in ada.reply
    assert ada.question is None
    assert ada.state.runs[-1].shown == before[-1].shown
    ada.clicks(prompt, "8")
    assert ada.facts.value("feeling-at-first") == 8


@pytest.mark.demand("P11")
def test_undo_after_an_answer_takes_back_what_they_did_and_not_the_answer(centre: Centre) -> None:
    ada = passes_on(centre.member("U1")).says("i had an interview at Acme today, it went badly", "8")
    centre.submits("answer:1", text="Come at two.")
    centre.waits(minutes=16)
    ada.says("undo")
    assert ada.facts.value("feeling-at-first") is None
    assert centre.board == [f"From Ada:\n\n{WORDS}"]


@pytest.mark.demand("P11")
@pytest.mark.parametrize(
    ("text", "why"),
    [("", "Write something"), (" \n ", "Write something"), ("x" * (LONGEST_ANSWER + 1), f"{LONGEST_ANSWER:,} fit")],
)
def test_an_empty_or_endless_answer_is_refused_with_what_to_do(centre: Centre, text: str, why: str) -> None:
    passes_on(centre.member("U1"))
    refused = centre.submits("answer:1", text=text)
    assert isinstance(refused, Problems)
    assert why in dict(refused.by_field)["text"]


@pytest.mark.demand("P11")
def test_the_longest_answer_arrives_whole(centre: Centre) -> None:
    ada = passes_on(centre.member("U1"))
    centre.submits("answer:1", text="x" * LONGEST_ANSWER)
    centre.waits(minutes=1)
    assert "x" * LONGEST_ANSWER in ada.reply


@pytest.mark.demand("P11")
def test_a_second_answer_comes_too_and_a_close_after_one_is_silent(centre: Centre) -> None:
    ada = passes_on(centre.member("U1"))
    centre.submits("answer:1", text="Come at two.")
    centre.submits("answer:1", text="At three, sorry.")
    centre.submits("close-note:1")
    centre.waits(minutes=1)
    assert ada.reply.index("Come at two.") < ada.reply.index("At three, sorry.")
    assert not says(ada, lines.NOTE_CLOSED)


@pytest.mark.demand("P11")
def test_a_note_closed_without_an_answer_is_told_as_such(centre: Centre) -> None:
    ada = passes_on(centre.member("U1"))
    centre.submits("close-note:1")
    centre.waits(minutes=1)
    assert says(ada, lines.NOTE_CLOSED)


# --- taking it back ---


@pytest.mark.demand("P11")
@pytest.mark.parametrize("words", ["take it back", "withdraw my note", "take my note back", "take back the note"])
def test_a_note_taken_back_goes_from_the_channel_and_can_be_answered_no_more(centre: Centre, words: str) -> None:
    ada = passes_on(centre.member("U1")).says(words)
    assert says(ada, lines.NOTE_TAKEN_BACK)
    assert centre.board == []
    assert "U1" not in centre.kept
    with pytest.raises(NotAllowed):
        centre.form("answer:1")
    late = centre.submits("answer:1", text="Come at two.")
    assert isinstance(late, Problems)
    assert "taken it back" in dict(late.by_field)["text"]


@pytest.mark.demand("P11", "P30")
def test_undo_takes_a_note_back_and_asks_again_whether_it_shall_go(centre: Centre) -> None:
    ada = passes_on(centre.member("U1")).says("undo")
    assert centre.board == []
    assert ada.question is not None
    assert ada.question.endswith("send-2")
    ada.says("yes")
    assert centre.board == [f"From Ada:\n\n{WORDS}"]


def test_a_note_taken_back_is_not_sent_again_by_an_undo(centre: Centre) -> None:
    passes_on(centre.member("U1")).says("take my note back", "undo")
    assert centre.board == []


def test_a_note_taken_back_before_it_stood_in_the_channel_is_taken_down_as_soon_as_it_does(centre: Centre) -> None:
    ada = centre.member("U1").says("pass a note on", "Ada", WORDS)
    said = [Text(id=text, person=ada.person, at=centre.now, text=text) for text in ("yes", "take my note back")]
    for event in said:
        centre.coach.take(event, centre.now, centre.store).result()
    centre.deliver()
    assert centre.board == []
    assert "U1" not in centre.kept


# --- what goes wrong ---


@pytest.mark.demand("P11")
def test_a_note_that_could_not_be_posted_is_told_to_its_writer_and_to_staff(centre: Centre) -> None:
    centre.refuses = "missing_scope"
    ada = passes_on(centre.member("U1"))
    centre.waits(minutes=1)
    assert says(ada, lines.NOTE_FAILED_STAFF, staff="Ms Tembo, room 12")
    assert "U1" not in centre.kept
    assert any("missing_scope" in line and "#staff" in line for line in centre.page().lines)
    centre.refuses = ""
    passes_on(ada)
    assert not any("missing_scope" in line for line in centre.page().lines)
    assert len(centre.board) == 1


@pytest.mark.demand("P11")
def test_where_the_private_channel_was_opened_to_everybody_no_note_gets_there_and_both_sides_are_told(
    centre: Centre,
) -> None:
    centre.channels[STAFF_ONLY.id] = replace(STAFF_ONLY, is_private=False)
    ada = passes_on(centre.member("U1"))
    assert centre.board == []
    centre.waits(minutes=1)
    assert says(ada, lines.NOTE_FAILED_STAFF, staff="Ms Tembo, room 12")
    (problem,) = [line for line in centre.page().lines if "#staff" in line]
    assert "everybody reads there by now" in problem
    assert "with nobody but staff reading it" in problem


@pytest.mark.demand("P11")
@pytest.mark.parametrize("why", [WhyNot.GONE, WhyNot.ARCHIVED, WhyNot.NOT_ALLOWED])
def test_why_a_note_got_nowhere_is_said_in_plain_words(centre: Centre, why: WhyNot) -> None:
    centre.refuses = why
    passes_on(centre.member("U1"))
    (problem,) = [line for line in centre.page().lines if "#staff" in line]
    assert why not in problem
    assert "the c" in problem


@pytest.mark.demand("P11")
@pytest.mark.parametrize("way", ["take my note back", "forget me"])
def test_a_note_that_could_not_be_taken_out_of_the_channel_is_told_to_staff_for_a_week(
    centre: Centre, way: str
) -> None:
    ada = passes_on(centre.member("U1"))
    centre.holds_on = WhyNot.GONE
    ada.says(way, "yes")
    centre.coach.tell_gone(centre.now, centre.store)
    centre.deliver()
    assert len(centre.board) == 1
    (problem,) = [line for line in centre.page().lines if "may still stand" in line]
    assert "Note 1" in problem
    assert "delete it yourselves" in problem
    assert "U1" not in centre.kept
    centre.waits(days=7)
    assert not [line for line in centre.page().lines if "may still stand" in line]


@pytest.mark.demand("P11")
def test_that_it_has_arrived_is_told_only_where_it_took_long(centre: Centre) -> None:
    ada = passes_on(centre.member("U1"))
    centre.waits(minutes=1)
    assert not says(ada, lines.NOTE_THERE)
    bo = centre.member("U2").says("pass a note on", "Bo", WORDS)
    yes = Text(id="yes-bo", person=bo.person, at=centre.now, text="yes")
    centre.coach.take(yes, centre.now, centre.store).result()
    centre.now = centre.now.replace(hour=centre.now.hour + 2)  # the platform was down
    centre.waits(minutes=1)
    assert says(bo, lines.NOTE_THERE)


@pytest.mark.demand("P11")
def test_a_relay_handed_in_twice_posts_and_answers_once(centre: Centre) -> None:
    ada = passes_on(centre.member("U1"))
    centre.submits("answer:1", text="Come at two.")
    centre.waits(minutes=1)
    for part, claimed, key in list(centre.passed):
        if not isinstance(part, TakeDown):
            centre.relay(part, claimed, key)
    centre.waits(minutes=1)
    assert len(centre.board) == 1
    assert ada.transcript.count("Come at two.") == 1


@pytest.mark.demand("P11")
def test_a_kill_between_any_two_steps_loses_and_doubles_nothing(centre: Centre) -> None:
    ada = centre.member("U1").says("pass a note on", "Ada", WORDS)
    yes = Text(id="the-yes", person=ada.person, at=centre.now, text="yes")
    centre.coach.take(yes, centre.now, centre.store).result()
    handed = 0
    while claimed := centre.claim():
        handed += len(claimed)
        for one in claimed:
            centre.hand_over(one, settles=False)
        centre.restarts()
        for one in centre.claim():
            centre.hand_over(one)
    assert handed > 1
    assert centre.board == [f"From Ada:\n\n{WORDS}"]
    assert ada.state.facts[PERSON]["staff-note-1.note"].value == talk_to_staff.THERE


# --- danger ---


@pytest.mark.demand("P11", "P35")
def test_in_danger_the_helplines_come_first_and_the_note_is_an_addition(open_centre: Callable[..., Centre]) -> None:
    centre = open_centre(settings=replace(LAKESIDE, country="GB")).takes_notes()
    ada = centre.member("U1").says("i want to kill myself", "can i talk to a person?")
    reply = ada.reply
    numbers = danger.given("GB", LAKESIDE.helplines)
    assert says(ada, danger.NUMBERS_HERE, lines=numbers)
    assert says(ada, lines.NOTE_BESIDES)
    assert reply.index(str(load().filled(numbers[0]))) < reply.index("Pass a note on")
    assert ada.state.held
    passes_on(ada, "i am not well, please call me")
    assert centre.board == ["From Ada:\n\ni am not well, please call me"]
    assert ada.state.held
    assert ada.question is not None
    assert ada.question.startswith("danger.")


@pytest.mark.demand("P11", "P35")
def test_an_answer_does_not_come_into_danger_and_is_not_lost(centre: Centre) -> None:
    ada = passes_on(centre.member("U1")).says("i had a bad interview at Acme today")
    ada.says("i want to kill myself")
    centre.submits("answer:1", text="Come at two.")
    centre.waits(days=1)
    assert "Come at two" not in ada.transcript
    ada.says("no", "go on")
    centre.waits(minutes=16)
    assert "Come at two" in ada.transcript


@pytest.mark.demand("P35")
def test_danger_in_a_note_is_met_and_not_sent(centre: Centre) -> None:
    ada = centre.member("U1").says("pass a note on", "Ada", "i am going to kill myself tonight")
    assert centre.board == []
    assert ada.question is not None
    assert ada.question.startswith("danger.")


# --- what staff set ---


def test_only_a_private_channel_in_which_we_may_write_takes_notes(open_centre: Callable[..., Centre]) -> None:
    centre = open_centre()
    bad = {
        "C-open": (Channel("C-open", "#general"), "open to everybody"),
        "C-forum": (Channel("C-forum", "#forum", is_private=True, is_forum=True), "forum"),
        "C-mute": (Channel("C-mute", "#mute", is_private=True, lacks=("Send Messages",)), "Send Messages"),
    }
    centre.channels |= {id: channel for id, (channel, _) in bad.items()}
    for id, (channel, why) in bad.items():
        refused = centre.submits("requests", channel=id)
        assert isinstance(refused, Problems)
        assert channel.name in refused.by_field[0][1]
        assert why in refused.by_field[0][1]
    unseen = centre.submits("requests", channel="C-unknown")
    assert isinstance(unseen, Problems)
    assert "cannot see" in unseen.by_field[0][1]
    assert not centre.coach.office.settings(HERE, centre.store).notes_on


def test_switched_off_notes_are_offered_no_more_and_it_is_recorded_who_did_it(centre: Centre) -> None:
    ada = passes_on(centre.member("U1"))
    centre.submits("requests")
    assert says(ada.says("can i talk to a person?"), lines.STAFF, staff="Ms Tembo, room 12")
    assert '"U-sam","notes from members: switched off"' in centre.kept


def test_nobody_but_those_who_manage_the_place_can_answer_or_look(centre: Centre) -> None:
    ada = passes_on(centre.member("U1"))
    stranger = replace(SAM, id="U-x", may_manage=False)
    for attempt in (
        lambda: centre.submits("answer:1", by=stranger, text="hello"),
        lambda: centre.submits("close-note:1", by=stranger),
        lambda: centre.page("requests", by=stranger),
        lambda: centre.form("answer:1", by=stranger),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    centre.waits(minutes=1)
    assert "hello" not in ada.transcript


def test_staff_of_another_place_reach_no_note_of_this_one(centre: Centre) -> None:
    passes_on(centre.member("U1"))
    with pytest.raises(NotAllowed):
        centre.coach.office.form("slack:T2", SAM, "answer:1", centre.now, centre.store)


def test_the_desk_shows_numbers_of_notes_and_never_who_or_what(centre: Centre) -> None:
    passes_on(centre.member("U1"), "my landlord is a thief", "Mary")
    page = centre.page("requests")
    shown = "\n".join([page.title, *page.lines, *(button.label for button in page.buttons)])
    assert [button.option for button in page.buttons] == [
        "form:requests",
        "form:answer:1",
        "do:close-note:1",
        "page:home",
    ]
    assert not any(word in shown for word in ("Mary", "landlord", "U1"))
    assert ("page:requests", "Notes from members") in [(one.option, one.label) for one in centre.page().buttons]


def test_no_note_or_answer_can_mention_anybody(centre: Centre) -> None:
    ada = passes_on(centre.member("U1"), f"call {mention('U9')} for me please", mention("U9"))
    assert mention("U9") not in centre.board[0]
    centre.submits("answer:1", text=f"Ask {mention('U9')}.")
    centre.waits(minutes=1)
    assert mention("U9") not in "".join(part.text for part in ada.heard if isinstance(part, Line))


def test_a_note_goes_back_from_the_community_that_has_it_also_after_a_move_to_another(
    open_centre: Callable[..., Centre],
) -> None:
    centre = open_centre(tenant="discord:1", settings=Community(name="Lakeside")).takes_notes()
    ada = centre.member("8", tenant="discord")
    first = Text(id="first", person=ada.person, at=centre.now, text="pass a note on", community="discord:1")
    passed = ada.takes(first).says("Ada", "please call me", "yes")
    assert len(centre.board) == 1
    moved = Text(id="moved", person=ada.person, at=centre.now, text="hello", community="discord:2")
    passed.takes(moved).says("take my note back")
    assert centre.board == []
    assert [part.to for part, _, _ in centre.passed if isinstance(part, Relay)][-1] == community_of("discord:1")
    assert not [part for part, _, _ in centre.passed if isinstance(part, Post) and part.channel != STAFF_ONLY.id]


def test_an_answer_that_nobody_has_seen_yet_comes_after_what_the_member_writes(centre: Centre) -> None:
    ada = passes_on(centre.member("U1"))
    centre.submits("answer:1", text="Come at two.")
    due = NudgeDue(id="due", person=ada.person, at=centre.now)
    centre.coach.take(due, centre.now, centre.store).result()  # decided, and not shown
    ada.says("i had an interview at Acme today, it went badly")
    assert "Come at two." not in ada.transcript
    centre.waits(minutes=16)
    assert ada.transcript.count("Come at two.") == 1


@pytest.mark.parametrize("said", ["stop writing to me", "pause until friday"])
def test_an_answer_comes_to_whoever_wants_no_other_messages_and_waits_for_the_end_of_a_pause(
    centre: Centre, said: str
) -> None:
    ada = passes_on(centre.member("U1")).says(said)
    centre.submits("answer:1", text="Come at two.")
    centre.waits(hours=1)
    assert ("Come at two." in ada.transcript) is said.startswith("stop")
    centre.waits(days=4)
    assert ada.transcript.count("Come at two.") == 1


def test_a_note_whose_message_is_deleted_leaves_no_word_of_it_with_us(centre: Centre) -> None:
    ada = centre.member("U1").says("pass a note on", "Ada")
    text = Text(id="the-note", person=ada.person, at=centre.now, text="my landlord is a thief")
    ada.takes(text).says("yes")
    ada.takes(Deleted(id="deleted", person=ada.person, at=centre.now, original="the-note", written=centre.now))
    rows = "".join(row.content.decode() for row in centre.store.journal(ada.person))
    assert "landlord" not in rows + (centre.store.snapshot(ada.person) or b"").decode()
    assert centre.board == ["From Ada:\n\nmy landlord is a thief"]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("pass a note on", Action.NOTE_TO_STAFF),
        ("Can you pass on a message to the staff?", Action.NOTE_TO_STAFF),
        ("write to staff", Action.NOTE_TO_STAFF),
        ("please reply to the careers team", Action.NOTE_TO_STAFF),
        ("leave a note for my counsellor", Action.NOTE_TO_STAFF),
        ("write a note", None),
        ("send the note", None),
        ("i left a note for the staff there and they never called", None),
        ("take it back", Action.NOTE_BACK),
        ("withdraw my note", Action.NOTE_BACK),
        ("delete my note to the staff", Action.NOTE_BACK),
        ("take my CV back", None),
        ("find me a practice partner", Action.PARTNER),
        ("i need somebody to practise with", Action.PARTNER),
        ("my partner helped me", None),
        ("no partner", Action.NO_PARTNER),
        ("cancel the practice partner", Action.NO_PARTNER),
        ("i have no business partner any more", None),
        ("report my partner", Action.REPORT_PARTNER),
        ("they asked me to report my partner to the police", None),
    ],
)
def test_what_is_meant_for_the_community_and_what_only_sounds_like_it(text: str, action: Action | None) -> None:
    wish = wishes.read(text)
    found = wish.action if wish is not None else None
    ours = (Action.NOTE_TO_STAFF, Action.NOTE_BACK, Action.PARTNER, Action.NO_PARTNER, Action.REPORT_PARTNER)
    assert (found if found in ours else None) is action
