"""Posts at the desk: the library, the forms, and that nothing goes out which staff have not seen."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from core.coach import Coach
from core.communities import desk as desks
from core.communities import turn as turns
from core.communities.desk import Page, Problems
from core.communities.events import Channel, community_of
from core.communities.posts.forms import MOST_IN_TEXT, MOST_IN_TEXTS
from core.communities.posts.library import DRAFTS, TIP, text_of
from core.communities.posts.planned import Gathering, Planned, Stage, keep, planned
from core.communities.posts.schedule import Once, Weekly
from core.communities.state import CommunityState, decode_state, encode_state
from core.community import NONE
from core.messages import BEGIN, Post, ScheduledEvent, TakeDown, decode_parts, encode_parts
from core.ports import Store
from core.store import open_store
from core.wording import load
from tests.channels import CALENDAR, FORUM, GENERAL, HERE, STAFF_ONLY, Board, Centre, Desk, lives
from tests.stores import KEY

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
WORDING = load()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "rebound.db", KEY)) as opened:
        yield opened


@pytest.fixture
def desk(store: Store) -> Desk:
    opened = Desk(Coach(WORDING), store, lambda: NOON, Board().channels)
    opened.sets('zone = "Africa/Lusaka"\n')
    return opened


def decided(store: Store) -> list[object]:
    """What waits to go out."""
    return [part for message in store.unsent(community_of(HERE)) for part in decode_parts(message.parts)]


def problem(answer: Page | Problems, field: str) -> str:
    assert isinstance(answer, Problems)
    return dict(answer.by_field)[field]


def labels(page: Page) -> list[str]:
    return [one.label for one in page.buttons]


# --- the library ---


def test_there_are_more_than_twelve_tips_and_none_comes_back_before_all_were_used() -> None:
    view = turns.View(HERE, CommunityState(), NONE, NOON, WORDING)
    draft = next(one for one in DRAFTS if one.words is TIP)
    post, said = Planned(1, draft.name, "", text_of(draft, view.wording), GENERAL), []
    count = len(post.texts)
    assert count > 12
    for day in range(2 * count):
        said.append(post.next_text)
        post = post.going_out(date(2026, 11, 23) + timedelta(days=day))
    assert len(set(said[:count])) == count
    assert said[count:] == said[:count]


def test_texts_that_staff_change_take_turns_all_the_same() -> None:
    day = date(2026, 11, 23)
    post = Planned(1, "tip", "", "One.\n===\nTwo.\n===\nThree.", GENERAL).going_out(day)
    post = post.changed(text="Nought.\n\n====\n\nOne.\n===\nThree.")
    said = []
    for _ in range(3):
        said.append(post.next_text)
        post = post.going_out(day)
    assert said == ["Nought.", "Three.", "Nought."]


def test_whatever_offers_the_coach_has_the_button_and_says_what_it_is(desk: Desk, store: Store) -> None:
    for draft in DRAFTS:
        if draft.offers_the_coach:
            desk.does(desk.makes(draft.name), "Post now")
    posts = decided(store)
    assert len(posts) == 4
    for post in posts:
        assert isinstance(post, Post)
        assert [one.option for one in post.choices] == [BEGIN]
        for word in ("program", "private", "only if you want"):
            assert word in post.text


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_every_text_of_the_library_is_short_and_fits_where_it_is_put(draft: object) -> None:
    assert draft in DRAFTS
    text = text_of(draft, WORDING)  # type: ignore[arg-type]
    assert len(text) <= MOST_IN_TEXTS
    for one in Planned(1, "", "", text, GENERAL).texts:
        assert len(one.split()) < 60
        assert len(one) <= MOST_IN_TEXT
        assert "!" not in one


def test_every_draft_can_be_made_into_a_post_and_every_button_leads_somewhere(desk: Desk) -> None:
    more = {"event": {"starts": "2026-12-04 18:00"}, "own": {"text": "Hello."}}
    for draft in DRAFTS:
        desk.makes(draft.name, **more.get(draft.name, {}))
    looked_at, to_look_at = set[str](), ["home"]
    while to_look_at:
        page = desk.looks(to_look_at.pop())
        looked_at.add(page.name)
        assert len(page.buttons) <= desks.MOST_BUTTONS
        for button in page.buttons:
            kind, _, name = button.option.partition(":")
            assert len(button.label) <= desks.LONGEST_LABEL
            if kind == desks.PAGE and name not in looked_at:
                to_look_at.append(name)
            elif kind == desks.FORM:
                form = desk.opens(name)
                assert len(form.title) <= desks.LONGEST_TITLE
                assert len(form.fields) <= desks.MOST_FIELDS
    assert looked_at >= {"home", "posts", "post-drafts", *(f"post:{number}" for number in range(1, 7))}


# --- seen before it goes out ---


def test_what_stands_on_the_page_is_exactly_what_is_posted(desk: Desk, store: Store) -> None:
    page = desk.makes("event", starts="2026-12-04 18:00", text="First.\n\n*Second* _line_.")
    desk.does(page, "Post now")
    (post,) = decided(store)
    assert isinstance(post, Post)
    shown = page.lines[1 : page.lines.index("Once, on Thursday 3 December at 18:00, Lusaka time.")]
    assert "\n\n".join(shown) == post.text
    assert "*Second* _line_." in post.text


def test_nothing_goes_out_before_staff_have_said_so(tmp_path: Path) -> None:
    async def story(centre: Centre) -> None:
        centre.desk.sets('zone = "UTC"\n')
        centre.desk.makes("tip")
        centre.desk.does(centre.desk.makes("hour"), "Schedule")
        centre.desk.fills("post:2", text="Other words.")
        async with centre.serving():
            await asyncio.sleep(8 * 86400)
        assert "“Practice of the week” for #general waits for your yes" in "\n".join(centre.desk.looks().lines)

    assert lives(tmp_path, NOON, story).board.published == []


@pytest.mark.parametrize("label", ["Post now", "Schedule"])
def test_a_button_of_an_older_version_lets_nothing_out(desk: Desk, store: Store, label: str) -> None:
    older = desk.makes("tip")
    desk.fills("post:1", text="Something that the one who presses has not seen.")
    page = desk.does(older, label)
    assert "has not seen" in "\n".join(page.lines)
    assert decided(store) == []
    assert "waits for your yes" in desk.looks("posts").lines[0]


def test_pressing_twice_posts_once(desk: Desk, store: Store) -> None:
    weekly, once = desk.makes("tip"), desk.makes("own", text="Hello.")
    for page in (weekly, once, weekly, once):
        desk.does(page, "Post now")
    assert len(decided(store)) == 2
    page = desk.looks("post:1")
    assert "Post now" not in labels(page)
    assert "It went out today already" in page.lines[-1]


def test_a_post_that_went_out_by_hand_does_not_come_on_that_day_again(tmp_path: Path) -> None:
    async def story(centre: Centre) -> None:
        centre.desk.sets('zone = "UTC"\n')
        page = centre.desk.does(centre.desk.makes("tip", days=("0", "1"), at="15:00"), "Schedule")
        centre.desk.does(page, "Post now")
        async with centre.serving():
            await asyncio.sleep(2 * 86400)

    marks = [post.mark for _, post in lives(tmp_path, NOON, story).board.published]
    assert marks == ["posts:1:2026-11-23", "posts:1:2026-11-24"]


def test_a_paused_post_waits_and_goes_on_with_the_next(tmp_path: Path) -> None:
    async def story(centre: Centre) -> None:
        centre.desk.sets('zone = "UTC"\n')
        centre.desk.does(centre.desk.makes("tip", days=("1", "2", "3")), "Schedule")
        centre.desk.does(centre.desk.looks("post:1"), "Pause")
        async with centre.serving():
            await asyncio.sleep(86400)
            centre.desk.does(centre.desk.looks("post:1"), "Schedule")
            await asyncio.sleep(86400)

    assert [post.mark for _, post in lives(tmp_path, NOON, story).board.published] == ["posts:1:2026-11-25"]


def test_a_dropped_post_is_gone_and_its_page_is_the_list(desk: Desk) -> None:
    page = desk.makes("tip")
    assert desk.does(page, "Drop").lines[0].startswith("Nothing is planned")
    assert desk.looks("post:1").name == "posts"
    assert desk.does(page, "Schedule").name == "posts"


def test_without_a_time_zone_a_post_cannot_be_scheduled_and_the_page_leads_to_where_it_is_set(desk: Desk) -> None:
    desk.sets("")
    page = desk.makes("tip")
    assert "none is set" in page.lines[-1]
    assert ("form:hours", "Set the time zone") in [(one.option, one.label) for one in page.buttons]
    assert "Schedule" not in labels(page)
    assert "Post now" in labels(page)
    desk.sends("post-schedule:1.0", {})
    assert "waits for your yes" in desk.looks("posts").lines[0]


def test_a_time_that_is_over_cannot_be_scheduled(desk: Desk) -> None:
    desk.makes("own", text="Hello.")
    page = desk.fills("post-once:1", on="2026-11-23", at="13:59")
    assert isinstance(page, Page)
    assert "That time is over" in page.lines[-1]
    assert "Schedule" not in labels(page)
    page = desk.fills("post-once:1", on="2026-11-23", at="14:01")
    assert isinstance(page, Page)
    assert "Next: Monday 23 November, 14:01." in page.lines


def test_what_has_begun_is_not_announced(desk: Desk) -> None:
    page = desk.makes("event", starts="2026-11-23 13:00")
    assert "has begun" in page.lines[-1]
    assert not {"Schedule", "Post now"} & set(labels(page))


def test_what_was_done_is_recorded_with_who_did_it(desk: Desk, store: Store) -> None:
    desk.does(desk.makes("tip"), "Schedule")
    desk.does(desk.looks("post:1"), "Drop")
    state = decode_state(store.snapshot(community_of(HERE)))
    changes = turns.View(HERE, state, NONE, NOON, WORDING).changes
    assert [(who, what) for _, who, what in changes] == [
        ("Sam", "post “Practice of the week” drafted for #general"),
        ("Sam", "post “Practice of the week” scheduled in #general"),
        ("Sam", "post “Practice of the week” dropped"),
    ]


def test_there_is_room_for_fifteen_posts(desk: Desk) -> None:
    for _ in range(15):
        desk.makes("tip")
    assert "no room for more" in desk.looks("posts").lines[-1]
    assert desk.makes("tip").name == "posts"
    *each, last = desk.looks("posts").buttons
    assert (len(each), last.option) == (15, "page:home")


# --- what does not fit is said in a sentence ---


@pytest.mark.parametrize("mention", ["@everyone", "@Here", "@channel", "<@U123>", "<!subteam^S1>", "<#C1>", "<@&7>"])
@pytest.mark.parametrize("field", ["title", "text"])
def test_a_post_calls_nobody(desk: Desk, field: str, mention: str) -> None:
    answer = desk.fills("post-draft:tip", channel=GENERAL.id, **{field: f"Come, {mention}"})
    assert mention.lower() in problem(answer, field).lower()


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("text", " \n===\n", "Write a text."),
        ("text", "x" * 1501, "1,501 letters; write at most 1,500"),
        ("channel", "C9", "that the coach can see"),
        ("days", (), "at least one day"),
        ("days", ("7",), "at least one day"),
        ("at", "25:00", "such as 09:00"),
        ("at", "soon", "such as 09:00"),
    ],
)
def test_each_field_that_does_not_fit_has_a_sentence_and_nothing_is_kept(
    desk: Desk, field: str, value: str | tuple[str, ...], told: str
) -> None:
    answer = desk.fills("post-draft:tip", **{"channel": GENERAL.id, field: value})
    assert told in problem(answer, field)
    assert desk.looks("posts").lines[0].startswith("Nothing is planned")


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("starts", "on Friday", "such as 2026-11-30 18:00"),
        ("starts", "2026-02-30 18:00", "such as 2026-11-30 18:00"),
        ("lead", "never", "when to post it"),
    ],
)
def test_an_event_needs_its_beginning_and_when_to_tell_of_it(desk: Desk, field: str, value: str, told: str) -> None:
    answer = desk.fills("post-draft:event", **{"channel": GENERAL.id, "starts": "2026-12-04 18:00", field: value})
    assert told in problem(answer, field)


def test_a_channel_where_the_coach_lacks_something_is_refused_with_what_it_lacks(store: Store) -> None:
    lacking = replace(GENERAL, lacks=("Send Messages", "Manage Messages"))
    desk = Desk(Coach(WORDING), store, lambda: NOON, {lacking.id: lacking})
    answer = desk.fills("post-draft:tip", channel=lacking.id)
    assert "In #general the coach lacks: Send Messages" in problem(answer, "channel")
    assert "Manage Messages" in problem(answer, "channel")


def test_a_forum_needs_a_title_and_has_it_apart_from_the_text(desk: Desk, store: Store) -> None:
    answer = desk.fills("post-draft:own", channel=FORUM.id, text="Hello.", title="")
    assert "#jobs is a forum" in problem(answer, "title")
    desk.does(desk.makes("own", FORUM, text="Hello.", title="Open hours"), "Post now")
    (post,) = decided(store)
    assert isinstance(post, Post)
    assert (post.title, post.text) == ("Open hours", "Hello.")


def test_a_private_channel_is_named_as_one_before_anything_goes_out(desk: Desk) -> None:
    assert "the channel is private" in "\n".join(desk.makes("tip", STAFF_ONLY).lines)


# --- the calendar ---


def test_an_event_enters_the_calendar_where_there_is_one(desk: Desk, store: Store) -> None:
    desk.makes("event", GENERAL, starts="2026-12-04 18:00")
    assert "ends" not in [field.name for field in desk.opens("post-event:1").fields]
    desk.makes("event", CALENDAR, starts="2026-12-04 18:00")
    early = desk.fills("post-event:2", ends="2026-12-04 17:00", place="Room 12")
    assert "an end after the beginning" in problem(early, "ends")
    assert "write a place too" in problem(desk.fills("post-event:2", ends="2026-12-04 20:00"), "place")
    page = desk.fills("post-event:2", ends="2026-12-04 20:00", place="Room 12")
    assert isinstance(page, Page)
    assert "In the calendar: Interview practice together" in "\n".join(page.lines)
    desk.does(page, "Post now")
    (post,) = decided(store)
    assert isinstance(post, Post)
    start = datetime(2026, 12, 4, 16, 0, tzinfo=UTC)
    assert post.event == ScheduledEvent("Interview practice together", start, start + timedelta(hours=2), "Room 12")
    assert post.until == NOON + timedelta(hours=12), "staff are told before it is given up"


# --- kept and sent as it is ---


def test_a_post_is_kept_as_it_is() -> None:
    channel = Channel("C4", "events", is_private=True, is_forum=True, has_calendar=True)
    gathering = Gathering(
        datetime.fromisoformat("2026-12-04T18:00"), datetime.fromisoformat("2026-12-04T20:00"), "Room 12"
    )
    full = Planned(
        1, "event", "Title", "Text", channel, Once(date(2026, 12, 3), time(18)), Stage.PAUSED, 3, NOON,
        (date(2026, 11, 1),), ("a",), "50013", date(2026, 11, 2), gathering, ("C4", "17.5"), 7,
    )  # fmt: skip
    bare = Planned(2, "tip", "", "Text", GENERAL, Weekly(frozenset({0, 3}), time(9, 30)))
    turn = turns.CommunityTurn(HERE, CommunityState(), NONE, NOON, WORDING)
    for post in (full, bare):
        keep(turn, post)
    view = turns.View(HERE, decode_state(encode_state(turn.state)), NONE, NOON, WORDING)
    assert planned(view, "1") == full
    assert planned(view, "2") == bare


def test_a_post_with_its_event_and_its_last_moment_travels_through_the_outbox_as_it_is() -> None:
    event = ScheduledEvent("Practice", NOON, NOON + timedelta(hours=2), "Room 12")
    sent = (Post("posts:1:2026-11-23", "C1", "Hello.", event=event, until=NOON), TakeDown("C1", "1"))
    assert decode_parts(encode_parts(sent)) == sent
    older = b'[["post","posts:1:2026-11-23","C1","Hello.","",[],false]]'
    assert decode_parts(older) == (Post("posts:1:2026-11-23", "C1", "Hello."),)
