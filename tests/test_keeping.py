"""How long everything is kept: so many months after the last visit, told a month and a week before, then erased."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import clock
from core.clock import QuietHours
from core.community import Community
from core.events import NudgeDue
from core.messages import decode_parts
from tests.conversation import Conversation
from tests.past import Talk, told
from tests.test_capture import ACME

DAY = timedelta(days=1)


def is_gone(conversation: Conversation) -> bool:
    return conversation.store.snapshot(conversation.person) is None


def test_a_month_and_a_week_before_it_is_told_and_then_all_is_gone(talk: Talk) -> None:
    conversation = told(talk, 1)
    conversation.waits(days=330)
    words = [(at, reply) for at, reply in conversation.waits(days=29).arrived]
    assert [at for at, _ in words] == ["Mon 25 12:40", "Wed 17 12:40"]  # October and November 2027
    assert all("Wednesday 24 November" in reply for _, reply in words)
    assert not is_gone(conversation)
    conversation.waits(days=6)
    assert is_gone(conversation)
    assert conversation.arrived == [("Wed 24 12:40", "")]


@pytest.mark.parametrize(("said", "days"), [("keep my data for 3 months", 92), ("keep it for 6 months", 181), ("keep it for two years", 731)])  # fmt: skip
def test_the_time_is_the_one_they_chose(talk: Talk, said: str, days: int) -> None:
    conversation = told(talk, 1).says(said)
    assert not is_gone(conversation.waits(days=days - 1))
    assert is_gone(conversation.waits(days=1))


def test_a_community_shortens_it(talk: Talk) -> None:
    conversation = told(talk, 1, community=Community(keep_months=3))
    assert not is_gone(conversation.waits(days=91))
    assert is_gone(conversation.waits(days=1))


@pytest.mark.parametrize("visit", ["says", "arrives", "keeps"])
def test_any_visit_begins_the_time_anew(talk: Talk, visit: str) -> None:
    conversation = told(talk, 1).waits(days=340)
    assert (
        "is erased on" in conversation.reply or "goes on" in conversation.reply or "On Wednesday" in conversation.reply
    )
    match visit:
        case "says":
            conversation.says("hello")
        case "arrives":
            conversation.arrives()
        case _:
            conversation.chooses("Keep it")
            assert "ends-soon" not in {run.flow for run in conversation.state.runs}
    assert not is_gone(conversation.waits(days=365))
    assert is_gone(conversation.waits(days=2))


def test_the_files_can_be_had_from_the_message(talk: Talk) -> None:
    assert "json" in told(talk, 1).waits(days=340).chooses("Give me the files").files


def test_it_can_be_erased_from_the_message(talk: Talk) -> None:
    assert is_gone(told(talk, 1).waits(days=340).chooses("Erase it all now").says("yes"))


def test_who_wanted_no_messages_gets_none_and_it_goes_all_the_same(talk: Talk) -> None:
    conversation = told(talk, 1).says("stop writing to me").waits(days=364)
    assert not conversation.arrived
    assert not is_gone(conversation)
    conversation.waits(days=1)
    assert is_gone(conversation)
    assert [words for _, words in conversation.arrived] == [""]


def test_it_does_not_come_at_night(talk: Talk) -> None:
    conversation = told(talk, 1, at="2026-11-24T23:30").waits(days=355)
    assert conversation.arrived[-1][0].endswith("08:00")


def test_two_messages_nobody_answered_do_not_keep_it_back(talk: Talk) -> None:
    conversation = told(talk, 1).waits(days=300)
    assert conversation.state.unanswered >= 1
    assert len(conversation.waits(days=60).arrived) == 2


def test_after_a_sign_of_danger_it_is_told_in_a_line_that_asks_nothing(talk: Talk) -> None:
    conversation = talk().says(ACME, "i want to kill myself").waits(days=340)
    assert len(conversation.arrived) == 1
    assert len(conversation.lines) == 1
    assert conversation.question is None
    assert conversation.state.held
    assert is_gone(conversation.waits(days=30))


def test_a_pause_does_not_hide_it(talk: Talk) -> None:
    conversation = told(talk, 1).says("pause until 24 december 2027").waits(days=340)
    assert conversation.arrived
    assert is_gone(conversation.waits(days=30))


def test_what_had_to_be_told_late_is_erased_late(talk: Talk) -> None:
    conversation = told(talk, 1).waits(days=20).after(days=500)
    takes(conversation)
    told_at = conversation.now
    assert not is_gone(conversation)
    assert f"{clock.local(told_at + 7 * DAY, clock.zone('Africa/Lusaka')):%-d %B}" in conversation.reply
    conversation.waits(days=6.9)
    assert not is_gone(conversation)
    assert is_gone(conversation.waits(days=1))


def takes(conversation: Conversation) -> None:
    conversation.takes(NudgeDue(id=conversation._id(), person=conversation.person, at=conversation.now))


def test_somebody_who_comes_back_after_the_end_is_a_stranger(talk: Talk) -> None:
    conversation = told(talk, 1).waits(days=366).arrives()
    assert conversation.question == "opening"
    assert conversation.state.interviews_begun == 1


@pytest.mark.sqlite
def test_its_key_is_gone_as_well(talk: Talk) -> None:
    conversation = told(talk, 1).waits(days=366)
    conversation.close()
    with closing(sqlite3.connect(conversation.folder / "data" / "rebound.db.keys")) as db:
        assert db.execute("SELECT count(*) FROM person_key").fetchone() == (0,)


VISITS = st.lists(
    st.tuples(
        st.sampled_from(
            ["hi", "arrives", "stop writing", "go on", "keep my data for 3 months", "keep it for 6 months",
             "i want to kill myself", "pause until 1 december 2028", "erase acme", "no", "tomorrow", ACME, "stop"]
        ),
        st.integers(0, 400),
        st.integers(0, 23),
    ),
    min_size=1, max_size=6,
)  # fmt: skip


@settings(deadline=None, max_examples=20)
@given(VISITS, st.sampled_from([None, 3, 6]), st.booleans())
def test_never_erased_untold_and_never_kept_longer_than_promised_and_a_day(
    tmp_path_factory: pytest.TempPathFactory, visits: list[tuple[str, int, int]], most: int | None, is_night: bool
) -> None:
    quiet = QuietHours(time(9), time(17)) if is_night else QuietHours(time(21), time(8))
    folder: Path = tmp_path_factory.mktemp("kept")
    talk = Conversation(folder, community=Community(keep_months=most, quiet=quiet))
    talk.says(ACME, "8")
    for said, days, hours in visits:
        lives_through(talk, timedelta(days=days, hours=hours))
        talk.arrives() if said == "arrives" else talk.says(said)
    lives_through(talk, timedelta(days=800))
    assert is_gone(talk)
    talk.close()


def lives_through(talk: Conversation, stretch: timedelta) -> None:
    """Time passes, nobody visits; whatever comes is looked at."""
    until = talk.now + stretch
    state = talk.state if talk.store.snapshot(talk.person) else None
    visited = talk.now
    told: list[datetime] = []
    while (due := talk.store.next_due()) is not None and due <= until:
        before = talk.state
        talk.now = max(talk.now, due)
        outgoing = talk.coach.take(
            NudgeDue(id=talk._id(), person=talk.person, at=talk.now), talk.now, talk.store
        ).result()
        talk.heard = () if outgoing is None else decode_parts(outgoing.parts)
        if is_gone(talk):
            months = 0 if state is None else kept_months(before, talk.community)
            is_stopped = before.facts[""].get("nudges") is not None and before.facts[""]["nudges"].value == "stopped"
            assert outgoing is None
            assert is_stopped or (told and talk.now - told[0] >= timedelta(days=7))
            assert months_of(visited, months) <= talk.now <= months_of(visited, months) + DAY
        elif len(talk.state.warned) > len(before.warned):
            assert not talk.community.quiet.covers(talk.local.time().replace(tzinfo=None))
            told.append(talk.now)
    talk.now = until
    if talk.store.snapshot(talk.person) is not None and state is not None:
        assert talk.now <= months_of(visited, kept_months(talk.state, talk.community)) + DAY


def kept_months(state: object, community: Community) -> int:
    facts = state.facts[""]  # type: ignore[attr-defined]
    chosen = facts["kept-for-months"].value if "kept-for-months" in facts else 12
    return min(chosen, community.keep_months or 24)


def months_of(at: datetime, months: int) -> datetime:
    """The same hour so many months later, written another way than in the program."""
    there = clock.local(at, clock.zone("Africa/Lusaka"))
    day = there.date()
    for _ in range(months):
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    last = (day.replace(day=1) + timedelta(days=32)).replace(day=1) - DAY
    day = day.replace(day=min(there.day, last.day))
    return datetime.combine(day, there.time().replace(tzinfo=None), there.tzinfo).astimezone(UTC)


def test_who_cannot_be_reached_is_erased_when_their_time_is_over_and_nobody_else_is(talk: Talk) -> None:
    lost, reached = told(talk, 1), told(talk, 1)
    lost.store.depart(lost.person.tenant, lost.now)
    for one in (lost, reached):
        one.coach.erase_unreachable(one.now + timedelta(days=364), one.store)
        assert not is_gone(one)
        one.coach.erase_unreachable(one.now + timedelta(days=366), one.store)
    assert is_gone(lost)
    assert not is_gone(reached)
