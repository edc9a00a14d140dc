"""The journal: every interview there ever was can be read back, set beside the others, and the search closed."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import lines
from core.coach import Coach
from core.errors import StoreError
from core.facts import PERSON, Scoped
from core.flows.journal import MOST, READ_BACK
from core.journal import Journal, decode_entry, fold
from core.ports import Entry, Turn
from core.state import decode_state
from core.understanding import read, wishes
from core.understanding.wishes import Action
from core.wording import load
from tests.conversation import Conversation
from tests.moments import says
from tests.past import LEARNT, PLACES, STORIES, UNSAID, Talk, answer, look_back, tell, told
from tests.test_capture import ACME
from tests.test_remembering import LINES, NOW, STORY, event

# --- what the journal comes to ---

MORE = (
    "my interviews", "the one before", "2", "export", "compare", "close my search", "close it", "start over", "yes",
    "just had an interview at Lakeside Clinic, i froze on the excel question", "read back Acme", "they rejected me",
)  # fmt: skip


def in_memory(lines: list[str | None]) -> tuple[dict[str, Scoped], Journal]:
    """A conversation kept in a list: the facts of every scope as a snapshot had them last, and the journal."""
    coach, snapshot, kept, last = Coach(load()), None, list[Entry](), dict[str, Scoped]()
    for number, line in enumerate(lines):
        journal = Journal(lambda rows=tuple(kept): rows)  # type: ignore[misc]  # bound where it is made
        turn: Turn = coach.decide(snapshot, event(number, line), None if line is None else read(line), NOW, journal)
        if turn.erase:
            snapshot, kept, last = None, [], {}
        else:
            snapshot, kept = turn.snapshot, [*kept, Entry(turn.number, NOW, turn.entry)]
            last |= decode_state(snapshot).facts
    return last, Journal(lambda: kept)


@settings(deadline=None)
@given(st.lists(st.sampled_from([*LINES, *MORE, None]), max_size=25))
def test_the_journal_comes_to_the_very_facts_of_the_snapshot_also_of_what_has_left_it(lines: list[str | None]) -> None:
    last, journal = in_memory([STORY, *lines])
    for scope, facts in last.items():
        assert list(journal.facts.get(scope, {}).items()) == list(facts.items())


def test_what_was_taken_back_or_corrected_is_not_in_it_and_what_was_stated_again_is() -> None:
    def entry(number: int, *facts: tuple[str, str, object]) -> Entry:
        return Entry(number, NOW, json.dumps({"kind": "text", "text": "", "facts": facts}).encode())

    rows = [
        entry(1, ("i1", "organisation", "Acme"), ("i1", "role", "welder")),
        entry(2, ("i1", "organisation", "Beta"), ("i1", "role", None)),
        entry(3, ("i1", "cause", ["nerves"]), ("", "zone", "UTC")),
        entry(4, ("i1", "role", "cook")),
    ]
    facts = fold(map(decode_entry, rows))
    assert {name: (fact.value, fact.turn) for name, fact in facts["i1"].items()} == {
        "organisation": ("Beta", 2),
        "cause": (("nerves",), 3),
        "role": ("cook", 4),
    }
    assert facts[PERSON]["zone"].value == "UTC"


def test_an_ordinary_turn_never_looks_into_the_journal() -> None:
    def never() -> Any:
        raise AssertionError("an ordinary turn has read the journal")

    coach, snapshot = Coach(load()), None
    for number, line in enumerate(
        (STORY, *LINES[1:-4], "they rejected me", "steps", "my notes", "what will you send me")
    ):
        snapshot = coach.decide(snapshot, event(number, line), read(line), NOW, Journal(never)).snapshot


def test_a_journal_that_cannot_be_read_keeps_nothing_and_says_so(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    conversation = told(talk, 2)
    number = conversation.state.number

    def broken(_: object) -> Any:
        raise StoreError("The disk failed.")

    monkeypatch.setattr(conversation.store, "journal", broken)
    with pytest.raises(StoreError):
        conversation.says("my interviews")
    assert conversation.state.number == number


# --- asking for it ---

ASKED = {
    Action.INTERVIEWS: [
        "my interviews", "list my interviews", "show my journal", "show me all my interviews", "all my interviews",
        "which interviews did i tell you about", "my journal", "can I see my interviews?", "open my journal please",
        "what interviews do you know about", "how many interviews have I had so far", "show me my earlier interviews",
    ],
    Action.READ: [
        "read back Acme", "what did I write about the clinic", "the one before", "show me my notes on Acme",
        "read me back the interview at Acme", "what did i say about the bank?", "give me back the clinic",
        "my notes about Zanaco bank", "show me what i wrote about acme", "can you read back what I wrote about Acme",
        "the previous one", "the interview before that",
    ],
    Action.COMPARE: [
        "what has changed", "what's changed?", "am I getting better", "compare", "compare my interviews",
        "is it getting better", "have i improved", "what do they have in common", "is there a pattern",
        "what has changed since the first one", "put my interviews side by side", "how have i changed over time",
    ],
    Action.CLOSE: [
        "I got a job, done searching", "I'm done looking", "close my search", "i am done searching", "done looking",
        "my search is over", "i found a job, i'm done looking", "i'm no longer looking", "end my job search please",
        "i'm not looking anymore", "I've stopped looking for work", "i got the job, no longer looking",
        "finished with my job search", "Great news! I got a job and I'm done searching",
    ],
}  # fmt: skip
LOOK_ALIKES = [
    "i keep a journal", "they export coffee", "I keep a journal for work", "they asked me to compare two databases",
    "what has changed in the law since 2020", "my interviews were hard", "compare and contrast", "i read back my answer",
    "what did you write about us", "i closed the search window", "i was done looking at the test",
    "they stopped looking at me", "i am not looking forward to it", "my journal was published in nature",
    "i found a job advert", "i'm looking for work", "they compared me", "i have not stopped looking at the clock",
    "the one before was worse", "close the search box", "i would compare the offers and export the list",
]  # fmt: skip


@pytest.mark.parametrize(("action", "said"), [(action, said) for action, some in ASKED.items() for said in some])
def test_it_is_asked_for_in_many_ways(action: Action, said: str) -> None:
    wish = wishes.read(said)
    assert wish is not None
    assert wish.action is action


@pytest.mark.parametrize("said", LOOK_ALIKES)
def test_what_only_sounds_like_it_is_an_answer_and_is_kept(talk: Talk, said: str) -> None:
    conversation = talk().says("bad interview at Acme today", "8", "some of it")
    assert conversation.question == "cause"
    assert conversation.says(said).facts.value("cause") == said


@pytest.mark.parametrize("said", ["what has changed", "compare"])
def test_what_they_were_asked_is_kept_as_their_question(talk: Talk, said: str) -> None:
    conversation = talk().says(ACME, "8", "one moment")
    assert conversation.question == "question-1"
    assert conversation.says(said).facts.value("question-1") == said


# --- the list, and one of them read ---


@pytest.mark.demand("R20")
def test_all_interviews_are_listed_with_place_and_day_the_newest_first(talk: Talk) -> None:
    conversation = told(talk, 4).says("my interviews")
    labels = [choice.label for choice in conversation.prompt.choices]
    assert labels == [
        "Chawama school, Saturday 23 January 2027",
        "Zanaco bank, Sunday 3 January 2027",
        "Lakeside Clinic, Monday 14 December 2026",
        "Acme, Tuesday 24 November 2026",
        "None now",
    ]


@pytest.mark.demand("R20")
@pytest.mark.parametrize("said", ["4", "acme", "Acme, Tuesday 24 November 2026", "read back Acme", "the first one"])
def test_an_interview_that_has_left_the_snapshot_is_read_back_whole(talk: Talk, said: str) -> None:
    conversation = told(talk, 4)
    assert "i1" not in conversation.state.facts
    (draft,) = conversation.says("my interviews", said).drafts
    assert draft.title == "Acme, Tuesday 24 November 2026"
    assert f"What happened: {STORIES[0]}" in draft.text
    assert f"What you would have said: {UNSAID[0]}" in draft.text
    assert "8 on Tuesday 24 November 2026" in draft.text
    assert not any(words in draft.text for words in (*STORIES[1:], *UNSAID[1:]))


@pytest.mark.parametrize("said", ["read back the clinic", "what did i write about Lakeside", "my notes on the clinic", "show me what i wrote about lakeside clinic"])  # fmt: skip
def test_one_is_read_by_its_name_or_a_part_of_it_without_a_list(talk: Talk, said: str) -> None:
    (draft,) = told(talk, 3).says(said).drafts
    assert draft.title.startswith("Lakeside Clinic")
    assert UNSAID[1] in draft.text


@pytest.mark.parametrize("said", ["read back the one in december", "read back the interview in december"])
def test_one_is_read_by_its_month(talk: Talk, said: str) -> None:
    (draft,) = told(talk, 3).says(said).drafts
    assert draft.title.startswith("Lakeside Clinic")


def test_the_one_before_is_counted_from_the_one_read_last(talk: Talk) -> None:
    conversation = told(talk, 3).says("read back the bank", "the one before")
    assert conversation.drafts[0].title.startswith("Lakeside Clinic")
    assert conversation.says("the one before").drafts[0].title.startswith("Acme")
    assert not conversation.says("the one before that").drafts
    assert conversation.says("the next one").drafts == []


def test_the_one_before_that_there_is_not_is_said_to_be_none(talk: Talk) -> None:
    conversation = told(talk, 2).says("read back Acme", "the one before")
    assert says(conversation, lines.NONE_THERE)


@pytest.mark.parametrize("said", ["the one before", "the first one", "the last one"])
def test_where_nothing_is_read_back_such_words_are_no_wish(talk: Talk, said: str) -> None:
    conversation = told(talk, 2).says(said)
    assert not conversation.drafts
    assert READ_BACK not in conversation.state.facts[PERSON]


@pytest.mark.parametrize("said", ["what did i write about my weakness", "read back the question"])
def test_words_that_mean_no_interview_read_none(talk: Talk, said: str) -> None:
    assert not told(talk, 3).says(said).drafts


def test_two_at_one_place_are_not_taken_for_each_other(talk: Talk) -> None:
    conversation = (
        told(talk, 1).after(days=30).says("just out of another interview at Acme. i froze on the budget question")
    )
    answer(conversation, {"feeling-at-first": "3"})
    assert not conversation.says("read back acme").drafts
    (draft,) = conversation.says("read back acme in november").drafts
    assert "SQL" in draft.text


def test_the_only_interview_is_read_at_once(talk: Talk) -> None:
    conversation = told(talk, 1).says("my interviews")
    assert conversation.drafts[0].title.startswith("Acme")
    assert conversation.question is None


@pytest.mark.parametrize("said", [("no",), ("yes", "stop"), ("later",)])
def test_an_invitation_that_was_turned_down_or_left_is_no_interview(talk: Talk, said: tuple[str, ...]) -> None:
    conversation = talk().arrives().says(*said, "my interviews")
    assert not conversation.drafts


def test_with_nothing_told_there_is_nothing_to_list(talk: Talk) -> None:
    conversation = talk().arrives().says("my interviews")
    assert not conversation.drafts
    assert conversation.question == "opening"


def test_reading_in_the_middle_of_a_question_leads_back_to_it(talk: Talk) -> None:
    conversation = told(talk, 2).after(days=20).says(STORIES[2], "5")
    asked = conversation.question
    assert conversation.says("read back Acme").question == asked
    conversation.says("my interviews", "that was all")
    assert conversation.question == asked


def test_the_list_is_put_away_when_they_write_of_something_else(talk: Talk) -> None:
    conversation = told(talk, 2).says("my interviews", "they rejected me, the clinic")
    assert not any(run.flow == "journal" for run in conversation.state.runs)
    assert conversation.state.facts["i2"]["outcome"].value == "rejected"


def test_an_undo_that_reaches_back_to_one_that_has_left_costs_nothing_of_the_rest(talk: Talk) -> None:
    conversation = told(talk, 1).says("moved on").after(days=60)
    conversation.says(STORIES[1], "start over", "yes", STORIES[2])
    conversation.says(*["undo"] * 9)
    assert not conversation.state.facts["i1"]
    (draft,) = conversation.says("read back acme").drafts
    assert STORIES[0] in draft.text


@pytest.mark.parametrize("asked", ["my interviews", "close my search"])
def test_stop_puts_the_question_away_for_good(talk: Talk, asked: str) -> None:
    conversation = told(talk, 2).says(asked, "stop")
    assert not [run for run in conversation.state.runs if run.flow in ("journal", "close-search")]
    assert "search-closed" not in conversation.state.facts[PERSON]


def test_what_they_leafed_through_is_not_kept(talk: Talk) -> None:
    conversation = told(talk, 3).says("my interviews", "1", "2", "that was all")
    assert conversation.question is None
    assert not [name for name in conversation.state.facts[PERSON] if name.startswith("journal.")]


def test_a_button_of_the_list_works_as_its_words_do(talk: Talk) -> None:
    conversation = told(talk, 3).says("my interviews").chooses("Acme, Tuesday 24 November 2026")
    assert conversation.drafts[0].title.startswith("Acme")
    conversation.restarts().chooses("Lakeside Clinic, Monday 14 December 2026")
    assert conversation.drafts[0].title.startswith("Lakeside")


def test_a_long_list_names_how_many_are_older(talk: Talk) -> None:
    conversation = talk()
    for number in range(MOST + 2):
        conversation.says(
            f"just out of my interview at Place{number:02}. i froze on the pay question", "5", "stop", "yes"
        )
        conversation.after(days=20).says("start over", "yes")
    conversation.says("my interviews")
    assert len(conversation.prompt.choices) == MOST + 1
    assert "2 older" in conversation.reply
    assert conversation.says("read back Place00").drafts[0].title.startswith("Place00")


@pytest.mark.demand("P13")
def test_starting_over_keeps_the_old_record(talk: Talk) -> None:
    conversation = told(talk, 1).says("start over", "yes", STORIES[1], "7")
    (draft,) = conversation.says("read back Acme").drafts
    assert UNSAID[0] in draft.text


def test_a_better_answer_stands_beside_the_first_in_what_is_read(talk: Talk) -> None:
    conversation = told(talk, 1).after(days=1).says("can we look back now")
    answer(conversation, {"judge-goes-on": "go on", "better-1": "i group first and then count"})
    (draft,) = conversation.says("read back acme").drafts
    assert f"What you would have said: {UNSAID[0]}" in draft.text
    assert "Your later answer: i group first and then count" in draft.text


def test_a_note_that_went_out_is_read_back_with_its_reader_and_day(talk: Talk) -> None:
    conversation = told(talk, 1, at="2026-11-24T12:40").after(days=1).says("show the note", "sent")
    (draft,) = conversation.says("read back acme").drafts
    assert "The note to the hiring manager went out on Wednesday 25 November 2026." in draft.text


def test_what_was_erased_is_not_read_back(talk: Talk) -> None:
    conversation = told(talk, 2).says("forget me", "yes")
    conversation.says("read back Acme")
    assert STORIES[0] not in conversation.reply
    assert not conversation.says("my interviews").drafts


# --- what has changed ---


def looked_back(talk: Talk, interviews: int) -> Conversation:
    conversation = talk()
    for number in range(interviews):
        tell(conversation, number)
        look_back(
            conversation, number, closing="badly", first_impressions="well", confidence="badly" if number else "well"
        )
        conversation.after(days=20)
    return conversation


@pytest.mark.parametrize("interviews", [1, 2])
def test_from_fewer_than_three_nothing_is_concluded_and_it_is_said(talk: Talk, interviews: int) -> None:
    conversation = looked_back(talk, interviews).says("am I getting better")
    assert not conversation.drafts
    assert "three" in conversation.reply or "third" in conversation.reply


def test_from_three_on_only_what_is_there_is_named(talk: Talk) -> None:
    (draft,) = looked_back(talk, 3).says("what has changed").drafts
    assert "8 (Acme), 7 (Lakeside Clinic) and 5 (Zanaco bank)" in draft.text
    assert "On the bad list: confidence in 2 of 3 and the closing in all 3." in draft.text
    assert "On the good list: first impressions in all 3." in draft.text
    assert [f"Learnt ({place}): {learnt}" in draft.text for place, learnt in zip(PLACES[:3], LEARNT, strict=False)] == [
        True
    ] * 3


def test_nothing_is_judged_praised_or_put_in_percent(talk: Talk) -> None:
    reply = looked_back(talk, 4).says("am i getting better?").reply.casefold()
    assert not [word for word in ("%", "per cent", "better", "worse", "well done", "great", "improve") if word in reply]


def test_one_that_is_still_ahead_does_not_count(talk: Talk) -> None:
    conversation = looked_back(talk, 2).says("I have an interview at Zesco on friday at 10")
    conversation.says("skip", "compare my interviews")
    assert not conversation.drafts


def test_with_too_little_put_down_nothing_is_made_up(talk: Talk) -> None:
    conversation = talk()
    for number in range(3):
        conversation.says(STORIES[number])
        answer(conversation, {})
        conversation.after(days=20)
    conversation.says("compare")
    assert not conversation.drafts
    assert "my interviews" in conversation.reply.casefold()


# --- the end of the search ---


@pytest.mark.demand("R68")
@pytest.mark.parametrize("said", ["I got a job, done searching", "I'm done looking", "close my search"])
def test_closing_looks_back_over_all_and_ends_all_that_was_to_come(talk: Talk, said: str) -> None:
    conversation = looked_back(talk, 3)
    tell(conversation, 3)
    assert conversation.state.promised
    (draft,) = conversation.says(said).drafts
    assert "Four interviews, from Tuesday 24 November 2026 to Saturday 23 January 2027" in draft.text
    assert all(f"Learnt ({place}): {learnt}" in draft.text for place, learnt in zip(PLACES[:3], LEARNT, strict=False))
    assert "8 (Acme)" in draft.text
    assert "6 (Chawama school)" in draft.text
    conversation.says("yes")
    assert "export" in conversation.reply
    assert "forget me" in conversation.reply
    assert not conversation.state.promised
    assert not conversation.state.runs
    assert not conversation.waits(days=40).arrived


@pytest.mark.parametrize("said", ["I got the job, done searching", "i got the job! i'm no longer looking"])
def test_the_end_of_the_search_is_more_than_news_of_one_interview(talk: Talk, said: str) -> None:
    conversation = told(talk, 1).after(days=9).says(STORIES[1], "7", said)
    assert conversation.question is not None
    assert conversation.question.endswith("really-close")


def test_not_yet_leaves_all_as_it_was(talk: Talk) -> None:
    conversation = told(talk, 2)
    promised = set(conversation.state.promised)
    conversation.says("close my search", "not yet")
    assert set(conversation.state.promised) == promised


def test_a_new_interview_opens_it_again_and_only_for_itself(talk: Talk) -> None:
    conversation = told(talk, 1).says("close my search", "close it").after(days=2)
    tell(conversation, 1)
    assert conversation.state.promised
    assert all(id.startswith("i2/") for id in conversation.state.promised)


def test_news_of_an_earlier_one_opens_that_one_again(talk: Talk) -> None:
    conversation = told(talk, 1).says("close my search", "close it")
    conversation.says("they invited me back", "on 12 december")
    assert any(id.startswith("i1/prepare") for id in conversation.state.promised)


def test_undo_takes_the_closing_back(talk: Talk) -> None:
    conversation = told(talk, 2)
    promised = set(conversation.state.promised)
    conversation.says("close my search", "close it", "undo")
    assert set(conversation.state.promised) == promised


def test_closing_in_the_middle_of_a_question_ends_that_too(talk: Talk) -> None:
    conversation = told(talk, 1).after(days=9).says(STORIES[1], "7", "close my search", "close it")
    assert conversation.question is None
    assert not conversation.state.runs


def test_an_offer_is_followed_once_by_how_to_close_the_search(talk: Talk) -> None:
    conversation = told(talk, 1).says("I got the job!!")
    assert "close my search" in conversation.reply
    assert "close my search" not in conversation.says("hi").reply


def test_closing_with_nothing_told_asks_and_closes_all_the_same(talk: Talk) -> None:
    conversation = talk().arrives().says("close my search")
    assert not conversation.drafts
    assert conversation.says("yes").question is None


def test_nobody_who_looks_into_a_journal_waits_for_somebody_who_looks_into_another() -> None:
    """Else the store's thread, which looks in an edit, and a glance that waits for the store would wait for each other."""
    looking, may_go_on = Event(), Event()

    def slow() -> list[Entry]:
        looking.set()
        may_go_on.wait(30)
        return []

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(lambda: Journal(slow).facts)
        assert looking.wait(10)
        second = threads.submit(lambda: Journal(list).facts)
        try:
            assert second.result(timeout=10) == {}
        finally:
            may_go_on.set()
        assert first.result(timeout=10) == {}
