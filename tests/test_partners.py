"""A practice partner among the members: agreed to, paired, told, left, reported, and forgotten by the community."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from core import lines
from core.communities.events import FromMember, community_of
from core.community import Community
from core.events import Person, Text
from core.flows import partner, partner_wish
from core.messages import TakeDown, mention, without_mentions
from core.vocabulary import Saying
from core.wording import load
from tests.centre import HERE, Centre, Member
from tests.conversation import Conversation

TOLD = mention("")[:2]
"""How a mention begins, which only the news of a partner has."""
FRIDAY = ("friday", "afternoon")
SATURDAY = ("saturday", "morning")


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    """One whose staff take notes, and so reports; Tuesday 24 November, 12:40 in Lusaka."""
    with closing(Centre(tmp_path, settings=Community(name="Lakeside"))) as opened:
        yield opened.takes_notes()


def ahead(centre: Centre, id: str, **options: Any) -> Member:
    """A member with an interview on Monday."""
    member = centre.member(id, **options)
    member.says("i have an interview on monday at Acme as a nurse", "not now")
    return member


def looks(member: Conversation, *times: tuple[str, str], name: str = "") -> Conversation:
    """They look for a partner at these times, under their id or a name."""
    member.says("find me a practice partner", "yes")
    if member.question is not None and member.question.endswith("called-1"):
        member.says(name or f"Name of {member.person.id}")
    for day, part in times:
        member.says(day, part)
    return member.says("that is all", "yes")


def paired(centre: Centre, *ids: str) -> tuple[Member, ...]:
    """Two members who are to meet on Friday at 13:00 and know it."""
    both = tuple(ahead(centre, id) for id in ids or ("U1", "U2"))
    for member in both:
        looks(member, ("friday", "all day") if member is both[0] else ("friday", "afternoon"))
    centre.waits(minutes=16)
    return both


def says(member: Conversation, saying: Saying, **args: Any) -> bool:
    """Whether the last reply has the saying, in any wording."""
    wording = load()
    said = [wording.said(saying.id, time, args) for time in range(wording.wordings(saying.id))]
    return any(one in member.reply for one in said)


def found(member: Conversation) -> bool:
    """Whether they have ever been told of a partner."""
    return TOLD in member.transcript


# --- agreeing ---


@pytest.mark.demand("R61")
@pytest.mark.parametrize("time", range(3))
def test_what_the_other_one_learns_is_said_before_anything_is_asked(time: int) -> None:
    said = load().said(partner_wish.AGREE.words, time, {"place": "Lakeside", "surface": "slack"})
    assert all(word in said.lower() for word in ("name", "account", "on slack", "hour"))
    assert "othing else" in said or "No more than that" in said


@pytest.mark.demand("R61")
def test_it_is_offered_where_a_practice_interview_is_planned(centre: Centre) -> None:
    ada = ahead(centre, "U1").says("help me prepare", "leave that out", "i have to look first", "on to the next part")
    assert "Another member" in [choice.label for choice in ada.prompt.choices]
    ada.chooses("Another member").says("yes", "Ada", "friday", "afternoon", "that is all")
    (draft,) = ada.drafts
    assert draft.text == "Your name: Ada. Your account on Slack, as everybody here sees it."
    ada.says("yes")
    assert says(ada, partner_wish.LOOKING)
    assert '"name":"Ada"' in centre.kept


@pytest.mark.demand("R61")
def test_where_no_report_could_be_received_nobody_is_paired_and_it_is_not_offered(tmp_path: Path) -> None:
    with closing(Centre(tmp_path, settings=Community(name="Lakeside"))) as centre:
        ada = ahead(centre, "U1").says(
            "help me prepare", "leave that out", "i have to look first", "on to the next part"
        )
        assert "Another member" not in [choice.label for choice in ada.prompt.choices]
        ada.says("skip")
        assert says(ada.says("find me a practice partner"), lines.NO_PARTNERS)


@pytest.mark.demand("R61")
@pytest.mark.parametrize(
    "way_out",
    [
        ("no thanks",),
        ("yes", "leave it"),
        ("yes", "Ada", "skip"),
        ("yes", "Ada", "friday", "evening", "that is all", "leave it"),
    ],
)
def test_without_a_yes_at_the_end_nobody_hears_of_it(centre: Centre, way_out: tuple[str, ...]) -> None:
    ada = ahead(centre, "U1").says("find me a practice partner", *way_out)
    assert says(ada, partner_wish.NOT_LOOKING)
    assert "U1" not in centre.kept


def test_whoever_has_no_interview_ahead_is_asked_for_it_first(centre: Centre) -> None:
    assert says(centre.member("U1").says("find me a practice partner"), lines.PARTNER_NEEDS_INTERVIEW)


# --- pairing ---


@pytest.mark.demand("R61")
def test_two_who_can_at_the_same_hour_learn_name_account_and_hour_and_nothing_else(centre: Centre) -> None:
    ada = ahead(centre, "U1")
    ben = centre.member("U2", zone="Europe/Berlin")
    ben.says("i have an interview on monday at Bolt as a welder", "not now")
    looks(ada, ("friday", "all day"), name="Ada")
    looks(ben, ("friday", "afternoon"), name="Ben")
    centre.waits(minutes=16)
    at = {"at": "2026-11-27T14:00", "place": "Lusaka"}
    assert says(ada, lines.PARTNER_FOUND, name="Ben", who=mention("U2"), **at)
    assert says(ben, lines.PARTNER_FOUND, name="Ada", who=mention("U1"), at="2026-11-27T13:00", place="Berlin")
    assert not any(word in ada.transcript for word in ("Bolt", "welder"))
    assert not any(word in ben.transcript for word in ("Acme", "nurse"))
    assert '"wishes":[]' in centre.kept
    assert "Ada" not in centre.kept


@pytest.mark.demand("R61")
def test_each_is_reminded_once_on_the_morning_with_the_hour_and_the_questions(centre: Centre) -> None:
    ada, ben = paired(centre)
    for member in (ada, ben):
        assert "Friday 27 November, 9:00: a list for the practice interview" in member.reply
        member.says("it suits me")
    centre.waits(days=2, hours=21)
    for member, other in ((ada, "U2"), (ben, "U1")):
        assert says(member, Saying("prepare-mock-today-at", "who", "at"), who=f"Name of {other}", at="2026-11-27T13:00")
    before = [len(member.everything) for member in (ada, ben)]
    centre.waits(hours=12)
    assert [len(member.everything) for member in (ada, ben)] == before


@pytest.mark.demand("R61")
def test_whoever_has_waited_longest_comes_first(centre: Centre) -> None:
    members = [ahead(centre, f"U{number}") for number in (1, 2, 3, 4)]
    for member, times in zip(members, (SATURDAY, FRIDAY, SATURDAY, FRIDAY), strict=True):
        looks(member, times)
    centre.waits(minutes=20)
    partners = [member.state.facts_of("").text(partner.PARTNER_ID) for member in members]
    assert partners == ["U3", "U4", "U1", "U2"]


@pytest.mark.demand("R61")
def test_nobody_is_paired_with_themselves_and_a_new_wish_replaces_the_old_one(centre: Centre) -> None:
    ada = looks(ahead(centre, "U1"), FRIDAY)
    assert says(ada.says("find me a practice partner"), lines.STILL_LOOKING)
    looks(ada.says("no partner"), SATURDAY)
    assert centre.kept.count('"ref"') == 1
    assert not found(ada)


@pytest.mark.demand("R61")
def test_times_that_do_not_meet_bring_nobody_together(centre: Centre) -> None:
    ada, ben = ahead(centre, "U1"), ahead(centre, "U2")
    looks(ada, ("friday", "morning"))
    looks(ben, ("friday", "evening"), SATURDAY)
    centre.waits(hours=1)
    assert not found(ada)
    assert not found(ben)


@pytest.mark.demand("R61")
def test_the_same_two_do_not_meet_twice_in_a_row(centre: Centre) -> None:
    ada, ben = paired(centre)
    centre.waits(days=4)
    for member in (ada, ben):
        member.says("skip", "i have another interview on friday at Mine as a clerk", "not now")
        looks(member, ("thursday", "all day"))
    cy = centre.member("U3")
    cy.says("i have an interview on friday at Bank as a clerk", "not now")
    assert centre.kept.count('"ref"') == 2
    looks(cy, ("thursday", "all day"))
    centre.waits(minutes=20)
    assert ada.state.facts_of("").text(partner.PARTNER_ID) == "U3"
    assert ben.state.facts_of("").text(partner.PARTNER_ID) == "U1"
    assert says(cy, lines.PARTNER_FOUND, name="Name of U1", who=mention("U1"), at="2026-12-03T10:00", place="Lusaka")


@pytest.mark.demand("R61")
def test_a_wish_that_finds_nobody_ends_and_is_told_once(centre: Centre) -> None:
    ada = looks(ahead(centre, "U1"), FRIDAY)
    centre.waits(days=10)
    wording = load()
    told = [wording.said(lines.PARTNER_EXPIRED.id, time, {}) for time in range(3)]
    assert sum(ada.transcript.count(one) for one in told) == 1
    assert "U1" not in centre.kept


@pytest.mark.demand("R61")
def test_no_wish_waits_longer_than_seven_days(centre: Centre) -> None:
    looks(ahead(centre, "U1"), ("tuesday", "evening"))
    assert "2026-12-01" in centre.kept
    centre.waits(days=7)
    assert "U1" not in centre.kept


# --- leaving ---


@pytest.mark.demand("R61")
@pytest.mark.parametrize("words", ["no partner", "cancel the practice partner", "I can't after all"])
def test_whoever_leaves_is_out_at_once_and_the_other_is_told_kindly_and_may_look_again(
    centre: Centre, words: str
) -> None:
    ada, ben = paired(centre)
    ben.says(words)
    assert '"pairs":[]' in centre.kept
    centre.waits(minutes=16)
    assert says(ada, lines.PARTNER_GONE, name="Name of U2")
    assert "mock" not in "".join(ada.state.promised) + "".join(ben.state.promised)
    ada.says("look again", *SATURDAY, "that is all", "yes")
    assert '"name":"Name of U1"' in centre.kept
    cy = looks(ahead(centre, "U3"), SATURDAY)
    centre.waits(minutes=16)
    assert found(cy)
    assert ada.state.facts_of("").text(partner.PARTNER_ID) == "U3"


@pytest.mark.demand("R61")
def test_leaving_before_anybody_was_found_tells_nobody(centre: Centre) -> None:
    ada = looks(ahead(centre, "U1"), FRIDAY).says("no partner")
    assert says(ada, lines.LOOKS_NO_MORE)
    assert "U1" not in centre.kept


@pytest.mark.demand("R61", "P30")
def test_an_undone_yes_takes_the_wish_back(centre: Centre) -> None:
    ada = looks(ahead(centre, "U1"), FRIDAY).says("undo")
    assert "U1" not in centre.kept
    ada.says("yes")
    assert "U1" in centre.kept


def test_leaving_a_partner_cannot_be_undone_because_the_other_one_knows(centre: Centre) -> None:
    ada, ben = paired(centre)
    ada.says("no partner", "undo")
    centre.waits(minutes=16)
    assert says(ben, lines.PARTNER_GONE, name="Name of U1")
    assert ada.says("no partner").state.facts_of("").value(partner_wish.became("2")) in (None, partner_wish.LEFT)


@pytest.mark.demand("R61")
def test_one_who_left_before_the_news_came_leaves_the_other_looking_as_before(centre: Centre) -> None:
    ada = looks(ahead(centre, "U1"), FRIDAY, SATURDAY)
    centre.now = centre.now.replace(hour=20)  # 22:00 in Lusaka: nobody is told before morning
    ben = looks(ahead(centre, "U2"), FRIDAY)
    assert '"wishes":[]' in centre.kept
    ben.says("no partner")
    assert '"name":"Name of U1"' in centre.kept
    centre.waits(hours=12)
    assert not found(ada)
    cy = looks(ahead(centre, "U3"), SATURDAY)
    centre.waits(minutes=16)
    assert found(ada)
    assert found(cy)


@pytest.mark.demand("R61")
def test_whoever_is_gone_leaves_the_pool_and_their_partner_is_told(centre: Centre) -> None:
    ada, _ = paired(centre)
    gone = FromMember(id="gone", person=community_of(HERE), at=centre.now, member=Person(HERE, "U2"), kind="gone")
    centre.coach.office.take(gone, centre.now, centre.store).result()
    centre.waits(minutes=16)
    assert says(ada, lines.PARTNER_GONE, name="Name of U2")
    assert "U2" not in centre.kept


@pytest.mark.demand("R61")
def test_a_pair_that_has_met_is_forgotten(centre: Centre) -> None:
    paired(centre)
    assert '"U1"' in centre.kept
    centre.waits(days=3, hours=4)
    assert '"U1"' not in centre.kept


# --- a report ---


@pytest.mark.demand("R61")
@pytest.mark.parametrize("way", ["report my partner", "Report my partner"])
def test_a_report_shows_what_goes_before_it_goes_and_keeps_the_two_apart(centre: Centre, way: str) -> None:
    ada, ben = paired(centre)
    ada.says(way, "he asked for my home address")
    (draft,) = ada.drafts
    assert draft.text == (
        "A report from Name of U1 (@U1) about their practice partner Name of U2 (@U2):\n\nhe asked for my home address"
    )
    assert centre.board == []
    ada.says("yes")
    assert [without_mentions(post) for post in centre.board] == [draft.text]
    centre.waits(minutes=16)
    assert says(ben, lines.PARTNER_GONE, name="Name of U1")
    assert "report" not in ben.reply.lower()
    ben.says("look again", *SATURDAY, "that is all", "yes")
    looks(ada, SATURDAY)
    cy = looks(ahead(centre, "U3"), SATURDAY)
    centre.waits(minutes=16)
    assert found(cy)
    assert ben.state.facts_of("").text(partner.PARTNER_ID) == "U3"
    assert ada.state.facts_of("").text(partner.PARTNER_ID) == "U2"


@pytest.mark.demand("R61")
def test_a_report_left_unsent_still_ends_it_and_a_later_partner_makes_no_difference(centre: Centre) -> None:
    ada, ben = paired(centre)
    ada.says("report my partner", "leave it")
    assert centre.board == []
    assert '"pairs":[]' in centre.kept
    cy = looks(ahead(centre, "U3"), SATURDAY)
    looks(ada, SATURDAY)
    centre.waits(days=5)
    assert ada.state.facts_of("").text(partner.PARTNER_ID) == "U3"
    for member in (ada, ben):
        member.says("skip", "i have another interview in ten days at Mine as a clerk", "not now")
        looks(member, ("friday", "all day"))
    centre.waits(hours=1)
    assert ada.state.facts_of("").text(partner.PARTNER_ID) == "U3"
    assert cy.person.id == "U3"


@pytest.mark.demand("R61")
def test_a_report_is_answered_like_a_note(centre: Centre) -> None:
    ada, _ = paired(centre)
    ada.says("report my partner", "he asked for my home address", "yes")
    centre.submits("answer:1", text="Thank you. We have spoken to him.")
    centre.waits(minutes=16)
    assert "We have spoken to him." in ada.transcript


def test_where_staff_have_stopped_reading_a_report_says_so_and_still_keeps_them_apart(centre: Centre) -> None:
    ada, _ = paired(centre)
    centre.submits("requests")
    ada.says("report my partner")
    assert says(ada, partner.NOBODY_READS, name="Name of U2")
    assert '"pairs":[]' in centre.kept


def test_whoever_had_no_partner_has_nobody_to_report(centre: Centre) -> None:
    assert says(ahead(centre, "U1").says("report my partner"), lines.NOBODY_TO_REPORT)


# --- danger, doubles, staff ---


@pytest.mark.demand("R61", "P35")
def test_nobody_is_paired_while_there_is_danger_and_the_wish_comes_back_after_it(centre: Centre) -> None:
    ada = looks(ahead(centre, "U1"), FRIDAY)
    ada.says("i want to kill myself")
    assert "U1" not in centre.kept
    ben = looks(ahead(centre, "U2"), FRIDAY)
    centre.waits(hours=1)
    assert not found(ada)
    assert not found(ben)
    ada.says("no", "go on")
    centre.waits(minutes=20)
    assert found(ada)
    assert found(ben)


@pytest.mark.demand("R61", "P35")
def test_a_partner_found_just_before_danger_is_set_free_and_not_told_of_it(centre: Centre) -> None:
    ada, ben = looks(ahead(centre, "U1"), FRIDAY), ahead(centre, "U2")
    ben.says("find me a practice partner", "yes", "Ben", *FRIDAY, "that is all")
    cry = Text(id="cry", person=ada.person, at=centre.now, text="i want to kill myself")
    yes = Text(id="yes", person=ben.person, at=centre.now, text="yes")
    for event in (yes, cry):  # in this order, and nothing is delivered between
        centre.coach.take(event, centre.now, centre.store).result()
    centre.waits(hours=1)
    assert not found(ada)
    assert '"pairs":[]' in centre.kept
    assert '"name":"Ben"' in centre.kept


@pytest.mark.demand("R61")
def test_a_relay_handed_in_twice_pairs_and_tells_once(centre: Centre) -> None:
    ada, ben = paired(centre)
    for part, claimed, key in list(centre.passed):
        if not isinstance(part, TakeDown):
            centre.relay(part, claimed, key)
    centre.waits(hours=1)
    for member in (ada, ben):
        assert member.transcript.count(TOLD) == 1
    assert centre.kept.count('"both"') == 1


@pytest.mark.demand("R61")
def test_a_kill_before_anything_was_settled_pairs_and_tells_once(centre: Centre) -> None:
    ada, ben = looks(ahead(centre, "U1"), FRIDAY), ahead(centre, "U2")
    ben.says("find me a practice partner", "yes", "Ben", *FRIDAY, "that is all")
    yes = Text(id="yes", person=ben.person, at=centre.now, text="yes")
    centre.coach.take(yes, centre.now, centre.store).result()
    while claimed := centre.claim():
        for one in claimed:
            centre.hand_over(one, settles=False)
        centre.restarts()
        for one in centre.claim():
            centre.hand_over(one)
    centre.waits(minutes=20)
    for member in (ada, ben):
        assert member.transcript.count(TOLD) == 1
    assert centre.kept.count('"both"') == 1


def test_staff_see_that_it_is_offered_and_nothing_of_who_takes_it_up(centre: Centre) -> None:
    paired(centre)
    looks(ahead(centre, "U3"), SATURDAY)
    page = centre.page("partners")
    shown = "\n".join([page.title, *page.lines, *(button.label for button in page.buttons)])
    assert not any(word in shown for word in ("U1", "U2", "U3", "Name of"))
    assert not any(letter.isdigit() for letter in shown)


def test_whoever_was_told_of_a_partner_can_talk_of_something_else_at_once(centre: Centre) -> None:
    ada, ben = paired(centre)
    ada.says("i just had an interview at Zulu Bank and i blew it")
    assert ada.facts.value("organisation") == "Zulu Bank"
    centre.waits(hours=1)
    assert not says(ben, lines.PARTNER_GONE, name="Name of U1")


def test_after_the_hour_nobody_is_asked_whether_it_suits_them_and_no_old_button_calls_it_off(centre: Centre) -> None:
    ada, ben = paired(centre)
    prompt = ada.prompt
    centre.waits(days=4)
    ada.clicks(prompt, "cannot")
    assert says(ada, lines.OLD_BUTTON)
    centre.waits(hours=1)
    assert not says(ben, lines.PARTNER_GONE, name="Name of U1")
