"""What is counted of a member's week, and that nobody is found in what is shown: by sums, by differences, by company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random  # noqa: TID251 (seeded)

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from core.communities.counts import cells as counts
from core.communities.counts.cells import (
    ACTIVE,
    ANSWERED,
    AREAS,
    BETTER,
    CELLS,
    CHANGES,
    DEBRIEFED,
    FELT_TWICE,
    FLOOR,
    NOTE_SENT,
    NUDGED,
    SAME,
    STEP,
    WORSE,
    Tally,
    member_week,
    published,
)
from core.events import Person
from core.facts import PERSON, Picked, Value
from core.journal import Kept

ADA = Person("slack:T1", "U-ada")
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
OVER = MONDAY + timedelta(days=7)
QUIETLY = dict.fromkeys(CELLS, 0)


# --- one member ---------------------------------------------------------------------------------------------


class Diary:
    """A member's journal, written turn by turn."""

    def __init__(self) -> None:
        self.turns: list[Kept] = []

    def on(self, day: float, kind: str = "text", /, *facts: tuple[str, str, Value | None]) -> Diary:
        """Something happens so many days after that Monday."""
        at = MONDAY + timedelta(days=day)
        self.turns.append(Kept(len(self.turns) + 1, at, kind, "words" if kind == "text" else None, None, facts))
        return self

    @property
    def tally(self) -> Tally:
        return member_week(ADA, self.turns, MONDAY, OVER)[1]


def felt(first: int, later: int) -> Diary:
    return Diary().on(-3, "text", ("i1", "feeling-at-first", first)).on(1, "text", ("i1", "feeling-now", later))


def test_who_writes_or_chooses_was_active() -> None:
    assert Diary().on(0).tally == Diary().on(6.99, "click").tally == {ACTIVE}


@pytest.mark.parametrize("kind", ["arrival", "nudgedue", "fromcommunity"])
def test_who_only_looks_in_or_is_written_to_was_not(kind: str) -> None:
    assert Diary().on(1, kind).tally == frozenset()


@pytest.mark.parametrize("day", [-0.01, 7])
def test_the_days_before_and_after_are_of_other_weeks(day: float) -> None:
    assert Diary().on(day, "text", ("i1", "captured", "2026-11-23")).tally == frozenset()


@pytest.mark.parametrize("fact", ["feeling-at-first", "captured", "judged"])
def test_whoever_tells_of_an_interview_has_talked_it_through(fact: str) -> None:
    assert Diary().on(1, "text", ("i1", fact, 8)).tally == {ACTIVE, DEBRIEFED}


def test_what_was_taken_back_does_not_count() -> None:
    diary = Diary().on(1, "text", ("i1", "feeling-at-first", 8)).on(1, "text", ("i1", "feeling-at-first", None))
    assert diary.tally == {ACTIVE}


def test_a_note_and_the_areas_named_count_each_once() -> None:
    diary = Diary().on(1, "text", ("i1", "note-0-sent", True), ("i1", "note-1-sent", True))
    diary.on(2, "click", ("i1", "area-confidence", Picked("both")), ("i2", "area-confidence", Picked("badly")))
    diary.on(2, "text", ("i1", "area-closing", "well"), ("i1", "area-else", Picked("well")))
    assert diary.tally == {ACTIVE, DEBRIEFED, NOTE_SENT, "well-confidence", "badly-confidence"}


def test_the_feeling_counts_by_its_change_since_it_was_first_told() -> None:
    changes = [(felt(*told).tally - {ACTIVE, DEBRIEFED, FELT_TWICE}) for told in ((8, 4), (5, 5), (2, 6))]
    assert changes == [{BETTER}, {SAME}, {WORSE}]


def test_of_two_interviews_the_one_felt_about_last_counts() -> None:
    diary = felt(8, 4).on(1, "text", ("i2", "feeling-at-first", 2)).on(3, "text", ("i2", "feeling-now", 6))
    assert diary.tally == {ACTIVE, DEBRIEFED, FELT_TWICE, WORSE}


def test_a_message_they_were_promised_is_answered_by_whatever_they_do_after_it() -> None:
    nudge = (2, "nudgedue", ("i1", "nudge:note", "sent"))
    assert Diary().on(*nudge).tally == {NUDGED}
    assert Diary().on(1).on(*nudge).tally == {ACTIVE, NUDGED}
    assert Diary().on(*nudge).on(2.5).tally == {ACTIVE, NUDGED, ANSWERED}
    assert Diary().on(2, "nudgedue", ("i1", "nudge:note", "passed")).tally == frozenset()


def test_a_member_is_of_the_community_they_came_from_last_before_the_week_was_over() -> None:
    diary = Diary().on(1, "text", (PERSON, "community", "discord:1")).on(2, "text", (PERSON, "community", "discord:2"))
    diary.on(8, "text", (PERSON, "community", "discord:3"))
    assert member_week(Person("discord", "8"), diary.turns, MONDAY, OVER)[0] == "discord:2"
    assert member_week(ADA, Diary().on(1).turns, MONDAY, OVER)[0] == "slack:T1"


kinds = st.sampled_from(["text", "click", "arrival", "nudgedue", "edited"])
names = st.sampled_from(
    ["captured", "judged", "note-0-sent", "feeling-at-first", "feeling-now", "area-closing", "nudge:note", "story"]
)
values = st.sampled_from([True, 3, 8, "sent", "words", Picked("well"), Picked("both"), None])
facts = st.tuples(st.sampled_from(["i1", "i2", PERSON]), names, values)
diaries = st.lists(st.tuples(st.floats(-8, 8), kinds, st.lists(facts, max_size=3)), max_size=12).map(
    lambda turns: [
        Kept(number, MONDAY + timedelta(days=day), kind, None, None, tuple(facts))
        for number, (day, kind, facts) in enumerate(sorted(turns, key=lambda turn: turn[0]), 1)
    ]
)


@given(diaries)
def test_whoever_is_in_a_cell_is_in_each_of_its_totals(turns: list[Kept]) -> None:
    _, tally = member_week(ADA, turns, MONDAY, OVER)
    assert all(total in tally for cell in tally for total in CELLS[cell])
    assert (FELT_TWICE in tally) == (len(tally.intersection(CHANGES)) == 1)


@given(diaries, st.sets(st.integers(0, 11)))
def test_danger_leaves_no_trace_in_what_is_counted(turns: list[Kept], where: set[int]) -> None:
    met = [
        replace(turn, facts=(*turn.facts, (PERSON, f"danger-{turn.number}", "suicide"))) if place in where else turn
        for place, turn in enumerate(turns)
    ]
    assert member_week(ADA, met, MONDAY, OVER) == member_week(ADA, turns, MONDAY, OVER)


# --- all of them --------------------------------------------------------------------------------------------


def with_totals(cells: Iterable[str]) -> Tally:
    found = set(cells)
    for cell in reversed(CELLS):
        if cell in found:
            found.update(CELLS[cell])
    if FELT_TWICE in found:
        found = (found - set(CHANGES)) | {min(found.intersection(CHANGES), default=SAME)}
    return frozenset(found)


tallies = st.sets(st.sampled_from([*CELLS]), max_size=6).map(with_totals)
strays = st.fixed_dictionaries({cell: st.integers(-12, 12) for cell in CELLS})


@st.composite
def communities(draw: st.DrawFn) -> list[Tally]:
    """So many of each of a few kinds that numbers and what is left of their totals are often about the floor."""
    several, one = draw(st.sets(st.sampled_from([*CELLS]), max_size=3)), draw(st.sampled_from([*CELLS]))
    chain = [one, *CELLS[one], *(above for total in CELLS[one] for above in CELLS[total])]
    kinds = draw(st.sampled_from([chain, [*CHANGES, DEBRIEFED, ACTIVE], [NUDGED, ACTIVE]])) + sorted(several)
    groups = [(with_totals({cell}), draw(st.integers(5, 30))) for cell in kinds]
    return [tally for tally, size in groups for _ in range(size)]


def shown(members: Sequence[Tally], stray: Mapping[str, int] = QUIETLY) -> dict[str, int | None]:
    by_chance = iter(stray[cell] for cell in CELLS)
    return published(members, lambda: next(by_chance))


def sizes(members: Iterable[Tally]) -> Counter[str]:
    return Counter(cell for tally in members for cell in tally)


@given(communities(), strays)
def test_what_is_shown_stands_for_ten_and_so_does_what_is_left_of_each_total(
    members: list[Tally], stray: dict[str, int]
) -> None:
    true = sizes(members)
    for cell, number in shown(members, stray).items():
        if number is not None:
            assert number % STEP == 0 < number
            assert true[cell] >= FLOOR
            assert all(true[total] - true[cell] >= FLOOR for total in CELLS[cell])


@given(communities(), strays)
def test_where_fewer_than_ten_were_active_nothing_is_shown_at_all(members: list[Tally], stray: dict[str, int]) -> None:
    few = [tally for tally in members if ACTIVE not in tally]
    few += [tally for tally in members if ACTIVE in tally][: FLOOR - 1]
    assert set(shown(few, stray).values()) == {None}


@given(communities(), strays)
def test_a_number_is_shown_only_with_all_its_totals(members: list[Tally], stray: dict[str, int]) -> None:
    table = shown(members, stray)
    assert all(table[total] is not None for cell in CELLS if table[cell] is not None for total in CELLS[cell])


@given(communities(), strays)
def test_of_what_adds_up_never_one_alone_is_hidden(members: list[Tally], stray: dict[str, int]) -> None:
    assert [shown(members, stray)[cell] for cell in CHANGES].count(None) != 1


@pytest.mark.parametrize(("left", "number"), [(9, None), (10, 30)])
def test_however_far_chance_strays_what_leaves_nine_of_its_total_is_hidden(left: int, number: int | None) -> None:
    members = [with_totals({NOTE_SENT})] * 30 + [with_totals({DEBRIEFED})] * left + [with_totals({ACTIVE})] * 30
    assert shown(members, {**QUIETLY, ACTIVE: 12, DEBRIEFED: 12})[NOTE_SENT] == number


def test_the_smaller_of_two_is_hidden_with_the_one_that_is_too_small() -> None:
    groups = {BETTER: 40, SAME: 25, WORSE: 5}
    members = [with_totals({change}) for change, size in groups.items() for _ in range(size)]
    members += [with_totals({cell}) for cell in (ACTIVE, DEBRIEFED) for _ in range(30)]
    table = shown(members)
    assert (table[FELT_TWICE], table[BETTER], table[SAME], table[WORSE]) == (70, 40, None, None)


def test_numbers_are_rounded_to_the_nearest_five() -> None:
    members = [frozenset({ACTIVE})] * 20
    assert [shown(members, {**QUIETLY, ACTIVE: by})[ACTIVE] for by in (-2, 0, 2, 3)] == [20, 20, 20, 25]


def test_the_areas_that_enough_have_named_are_shown_and_the_others_not() -> None:
    cells = [cell for side in AREAS.values() for cell in side]
    members = [with_totals({cell}) for cell in cells[:3] for _ in range(20)] + [with_totals({ACTIVE})] * 30
    table = shown(members)
    assert [table[cell] for cell in cells[:4]] == [20, 20, 20, None]


# --- an attacker --------------------------------------------------------------------------------------------


def comparisons(members: Sequence[Tally]) -> list[bool]:
    """All that does not go through chance: what of it is ten or more."""
    true = sizes(members)
    return [true[cell] >= FLOOR for cell in CELLS] + [
        true[total] - true[cell] >= FLOOR for cell, totals in CELLS.items() for total in totals
    ]


@given(communities(), tallies, tallies, strays)
@example([frozenset({ACTIVE})] * 14, frozenset({ACTIVE}), frozenset(), {**QUIETLY, ACTIVE: 2})
def test_whatever_is_shown_with_one_member_is_shown_without_them_by_nearly_the_same_chance(
    others: list[Tally], one: Tally, instead: Tally, stray: dict[str, int]
) -> None:
    """Who knows all the others sees the same table if chance strays by one more in each cell that differs, and straying
    by one more is at least half as likely. That holds for leaving, joining, and another week's doings alike.
    """
    assume(comparisons([*others, one]) == comparisons([*others, instead]))  # else somebody is the tenth: see below
    moved = {cell: by + (cell in one) - (cell in instead) for cell, by in stray.items()}
    assert shown([*others, one], stray) == shown([*others, instead], moved)


@given(communities(), communities(), tallies, strays, strays)
def test_to_go_from_one_community_to_another_moves_each_of_their_tables_by_the_same_chance(
    here: list[Tally], there: list[Tally], one: Tally, stray_here: dict[str, int], stray_there: dict[str, int]
) -> None:
    assume(comparisons([*here, one]) == comparisons(here) and comparisons([*there, one]) == comparisons(there))
    assert shown([*here, one], stray_here) == shown(here, {c: by + (c in one) for c, by in stray_here.items()})
    assert shown([*there, one], stray_there) == shown(there, {c: by + (c in one) for c, by in stray_there.items()})


@given(communities(), tallies, strays)
def test_who_makes_it_ten_is_seen_only_where_chance_strays_far(
    others: list[Tally], one: Tally, stray: dict[str, int]
) -> None:
    before, after = shown(others, {c: stray[c] + (c in one) for c in CELLS}), shown([*others, one], stray)
    if before != after:
        true = sizes([*others, one])
        tenth = [cell for cell in one if true[cell] == FLOOR and stray[cell] >= counts.MARGIN]
        far = [
            cell
            for cell, totals in CELLS.items()
            for total in totals
            if true[total] - true[cell] == FLOOR and stray[total] - stray[cell] >= counts.MARGIN_OF_A_REST
        ]
        assert tenth or far


def tosses() -> Iterator[int]:
    """Every pair of throws of eight coins, once each."""
    for first in range(256):
        for second in range(256):
            yield first
            yield second


def test_to_stray_by_one_more_is_half_as_likely() -> None:
    every = tosses()
    strayed = Counter(counts.noise(lambda _: next(every)) for _ in range(256 * 256))
    for by in range(5):
        assert strayed[by] / strayed[by + 1] == pytest.approx(2, rel=0.1)
        assert strayed[-by] / strayed[-by - 1] == pytest.approx(2, rel=0.1)
    assert sum(strayed[by] for by in strayed if by >= counts.MARGIN) / 65536 == pytest.approx(1 / 48, rel=0.05)


def weeks(members: Sequence[Tally], seed: int, times: int = 2000) -> Counter[int | None]:
    """What is shown of the notes, week after week of the same."""
    bits = Random(seed).getrandbits
    return Counter(published(members, lambda: counts.noise(bits))[NOTE_SENT] for _ in range(times))


def test_nine_accounts_made_up_seldom_show_what_the_tenth_did() -> None:
    crowd = [with_totals({DEBRIEFED})] * 40 + [with_totals({ACTIVE})] * 40
    nine = [with_totals({NOTE_SENT})] * 9
    assert set(weeks([*crowd, *nine, with_totals({DEBRIEFED})], 1)) == {None}
    gave_away = weeks([*crowd, *nine, with_totals({NOTE_SENT})], 2)
    assert (2000 - gave_away[None]) / 2000 < 1 / 48 * 1.4


def test_nine_who_did_not_seldom_show_that_the_tenth_did_not() -> None:
    crowd = [with_totals({NOTE_SENT})] * 40 + [with_totals({ACTIVE})] * 40
    nine = [with_totals({DEBRIEFED})] * 9
    assert set(weeks([*crowd, *nine, with_totals({NOTE_SENT})], 5)) == {None}
    gave_away = weeks([*crowd, *nine, with_totals({DEBRIEFED})], 6)
    assert (2000 - gave_away[None]) / 2000 < 1 / 48 * 1.4


@pytest.mark.parametrize("company", [12, 14, 17, 19, 22])
def test_no_number_of_accounts_made_up_says_what_one_more_did(company: int) -> None:
    crowd = [with_totals({DEBRIEFED})] * 60 + [with_totals({ACTIVE})] * 40
    made_up = [with_totals({NOTE_SENT})] * company
    without = weeks([*crowd, *made_up, with_totals({DEBRIEFED})], 3)
    with_one = weeks([*crowd, *made_up, with_totals({NOTE_SENT})], 4)
    for number in {*without, *with_one}:
        if max(without[number], with_one[number]) >= 100:  # often enough to be told from chance
            assert 1 / 2.6 < with_one[number] / without[number] < 2.6
