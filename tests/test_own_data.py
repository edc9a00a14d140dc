"""What a person can do with all that is kept of them: see what it is, have one interview erased, set its time."""

from __future__ import annotations

import json

import pytest

from core import lines
from core.community import Community
from core.community import read as community
from core.errors import CommunityError
from core.facts import PERSON
from core.flows.keep_for import MONTHS
from core.journal import Journal
from core.state import encode_state
from core.understanding import read
from core.understanding.wishes import Action
from tests.conversation import Conversation
from tests.moments import says
from tests.past import PLACES, STORIES, UNSAID, Talk, tell, told
from tests.test_capture import ACME

# --- seen ---


@pytest.mark.demand("K01")
@pytest.mark.parametrize("said", ["my data", "what do you keep about me", "what data do you have about me", "how long do you keep this?", "what happens to my data?", "is my data safe here", "who can see my data?", "who has access to this?", "GDPR", "do you store my messages?", "when will my data be deleted", "correct my data", "privacy settings"])  # fmt: skip
def test_what_is_kept_for_how_long_and_who_sees_it_is_one_short_message_with_choices(talk: Talk, said: str) -> None:
    conversation = told(talk, 1).says(said)
    assert says(conversation, lines.MY_DATA, surface="terminal", months=12)
    assert [choice.option for choice in conversation.prompt.choices] == ["export", "erase-one", "erase-all", "how-long", "nothing"]  # fmt: skip
    assert len(conversation.reply.split("[")[0].split()) < 60


@pytest.mark.demand("K01")
@pytest.mark.parametrize("said", ["who can see this?", "who can read this", "is this private?"])
def test_who_can_see_this_is_answered_in_a_line_while_a_question_is_open_and_in_full_after(
    talk: Talk, said: str
) -> None:
    conversation = talk().says(ACME, "8", said)
    assert says(conversation, lines.PRIVACY, surface="terminal", months=12)
    assert conversation.question == "really-that-bad"
    assert says(told(talk, 1).says(said), lines.MY_DATA, surface="terminal", months=12)


@pytest.mark.parametrize("surface", ["slack", "discord", "terminal"])
def test_every_wording_is_short_on_every_surface(talk: Talk, surface: str) -> None:
    conversation = told(talk, 1)
    for number in range(3):
        words = conversation.coach._wording.said(lines.MY_DATA.id, number, {"surface": surface, "months": 12})
        asked = conversation.coach._wording.said("my-data-what", number, {})
        assert len(f"{words} {asked}".split()) < 60


def test_who_has_told_nothing_gets_the_line_and_the_open_question(talk: Talk) -> None:
    conversation = talk().arrives().says("my data")
    assert says(conversation, lines.MY_DATA, surface="terminal", months=12)
    assert conversation.question == "opening"


def test_it_asks_nothing_and_an_answer_to_what_was_open_is_one(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "my data", "it was one moment really")
    assert conversation.facts.value("really-that-bad") == "one-moment"
    assert not [run for run in conversation.state.runs if run.flow == "my-data"]


@pytest.mark.parametrize(
    ("chosen", "question"),
    [("Erase one interview", "which"), ("Erase everything", "really-forget"), ("Change how long", "how-long")],
)
def test_each_choice_leads_on_by_button_and_by_words(talk: Talk, chosen: str, question: str) -> None:
    conversation = told(talk, 2)
    for answered in (
        conversation.says("my data").chooses(chosen),
        conversation.says("no", "my data", chosen.casefold()),
    ):
        assert answered.question is not None
        assert answered.question.endswith(question)


def test_the_files_come_by_its_button(talk: Talk) -> None:
    assert "json" in told(talk, 1).says("my data").chooses("Give me the files").files


def test_left_as_it_is_it_leads_back(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "my data").chooses("Leave it as it is")
    assert conversation.question == "really-that-bad"
    assert not [name for name in conversation.state.facts[PERSON] if "my-data" in name]


@pytest.mark.parametrize("said", ["they asked about my data skills", "i lost my data", "she said who has access to this room", "erase the board", "delete", "i would keep it for 6 months and then check"])  # fmt: skip
def test_what_only_sounds_like_it_is_an_answer(talk: Talk, said: str) -> None:
    conversation = talk().says(ACME, "8", "one moment", "only that", "how do you find duplicates").says(said)
    assert conversation.facts.text("unsaid-1") == said or said == "delete"
    assert not [run for run in conversation.state.runs if run.flow in ("my-data", "erase-one", "keep-for")]


# --- one interview erased ---

ERASING = ("erase the interview at Acme", "delete everything I told you about acme", "erase acme", "forget what i said about Acme", "remove my notes about acme please", "can you delete the acme interview", "delete the first interview", "erase the acme one")  # fmt: skip


@pytest.mark.parametrize("said", ERASING)
def test_one_interview_is_asked_about_once_by_its_name(talk: Talk, said: str) -> None:
    conversation = told(talk, 2).says(said)
    assert conversation.question is not None
    assert conversation.question.endswith("really")
    assert "Acme, Tuesday 24 November 2026" in conversation.reply
    assert "Acme" not in conversation.says("yes").reply
    assert left(conversation) == ["i2"]


@pytest.mark.parametrize("said", ["erase one interview", "delete one", "delete the zesco interview", "forget one of my interviews"])  # fmt: skip
def test_without_a_name_that_fits_it_is_asked_which(talk: Talk, said: str) -> None:
    conversation = told(talk, 3).says(said)
    assert [choice.label.partition(",")[0] for choice in conversation.prompt.choices] == [
        *PLACES[2::-1],
        "None of them",
    ]
    conversation.says("Lakeside Clinic", "yes")
    assert left(conversation) == ["i1", "i3"]


@pytest.mark.parametrize("answers", [("no",), ("keep it",), ("skip",)])
def test_a_no_erases_nothing(talk: Talk, answers: tuple[str, ...]) -> None:
    conversation = told(talk, 2)
    before = [*conversation.store.journal(conversation.person)]
    conversation.says("erase acme", *answers)
    assert [*conversation.store.journal(conversation.person)][: len(before)] == before
    assert left(conversation) == ["i1", "i2"]


@pytest.mark.parametrize("said", ["remove the tuesday reminder", "delete the last message", "remove november", "erase the second point"])  # fmt: skip
def test_what_is_no_place_of_theirs_is_not_offered_for_erasing(talk: Talk, said: str) -> None:
    conversation = told(talk, 2).says(said)
    assert not [run for run in conversation.state.runs if run.flow == "erase-one"]


@pytest.mark.parametrize("said", ["remove the last one", "without the first one", "delete the first point"])
def test_at_a_draft_such_words_are_about_the_draft(talk: Talk, said: str) -> None:
    conversation = told(talk, 2).says("show the note", said)
    assert not [run for run in conversation.state.runs if run.flow == "erase-one"]


def left(conversation: Conversation) -> list[str]:
    """The interviews that the files hold."""
    kept = json.loads(conversation.says("export").files["json"])
    return [one["id"] for one in kept["interviews"]]


def everything_kept(conversation: Conversation) -> str:
    """All that can be unsealed of the person, and all that is in memory."""
    rows = [entry.content for entry in conversation.store.journal(conversation.person)]
    unsent = [one.parts for one in conversation.store.unsent(conversation.person)]
    state = conversation.store.snapshot(conversation.person) or b""
    return "\n".join(text.decode() for text in (*rows, *unsent, state)).casefold()


PLANTED = ("xylograph", "yesterquay", "zugzwang", "wherret")
"""Words that stand in one interview and nowhere else."""


def two_told(talk: Talk) -> Conversation:
    """Two interviews, the first with words that would be found anywhere."""
    conversation = talk()
    conversation.says(
        "Just out of my interview at Quillmore. I froze on the xylograph question",
        "8", "one moment", "only that", "what is a yesterquay", "i would say zugzwang", "lol", "wherret wherret",
        "stop", "yes", "who can read this", "read back quillmore",
    )  # fmt: skip
    conversation.after(days=20)
    tell(conversation, 1)
    return conversation


@pytest.mark.parametrize("asked", ["erase quillmore", "erase one interview"])
def test_nothing_of_its_words_is_left_anywhere_and_the_other_is_as_it_was(talk: Talk, asked: str) -> None:
    conversation = two_told(talk)
    before = json.loads(conversation.says("export").files["json"])
    assert all(word in everything_kept(conversation) for word in (*PLANTED, "quillmore"))
    conversation.says(asked)
    if asked != "erase quillmore":
        conversation.says("the quillmore one")
    conversation.says("yes")
    assert "quillmore" not in conversation.reply.casefold()
    for _ in range(2):
        kept = everything_kept(conversation)
        assert not [word for word in (*PLANTED, "quillmore") if word in kept]
        files = "".join(conversation.says("export").files.values()).casefold()
        assert not [word for word in (*PLANTED, "quillmore") if word in files]
        conversation.restarts()
    after = json.loads(conversation.says("export").files["json"])
    assert after["interviews"] == [one for one in before["interviews"] if one["id"] == "i2"]
    assert [one for one in after["nudges"] if one["interview"] != "i2"] == []


def test_neither_is_it_left_in_memory(talk: Talk) -> None:
    conversation = two_told(talk)
    (_, state) = conversation.coach._decoded[conversation.person]
    assert b"zugzwang" in encode_state(state)
    conversation.says("erase quillmore", "yes")
    (_, state) = conversation.coach._decoded[conversation.person]
    assert b"zugzwang" not in encode_state(state)


def test_the_journal_comes_to_the_snapshot_after_it(talk: Talk) -> None:
    conversation = two_told(talk).says("erase quillmore", "yes")
    journal = Journal(lambda: conversation.store.journal(conversation.person))
    for scope, facts in conversation.state.facts.items():
        assert dict(journal.facts.get(scope, {})) == dict(facts)


def test_what_was_to_come_of_it_comes_no_more_and_the_rest_does(talk: Talk) -> None:
    conversation = told(talk, 2, days=1)
    assert {id.partition("/")[0] for id in conversation.state.promised} == {"i1", "i2"}
    conversation.says("erase acme", "yes")
    assert len(conversation.lines) == 1  # its own words say that all of it ends
    assert {id.partition("/")[0] for id in conversation.state.promised} == {"i2"}
    assert not [at for at, words in conversation.waits(days=30).arrived if "Acme" in words]


def test_it_cannot_be_undone_and_says_so_before(talk: Talk) -> None:
    conversation = told(talk, 2).says("erase acme")
    assert "for good" in conversation.reply
    conversation.says("yes", "undo")
    assert left(conversation) == ["i2"]


def test_the_last_one_gone_the_one_before_is_talked_about_again(talk: Talk) -> None:
    conversation = told(talk, 2).says("erase the clinic", "yes", "my notes")
    assert UNSAID[0] in conversation.reply
    tell(conversation, 2)
    assert left(conversation) == ["i1", "i2"]


def test_the_only_one_gone_a_new_one_can_be_told(talk: Talk) -> None:
    conversation = told(talk, 1).says("erase one interview")
    assert conversation.question is not None
    assert conversation.question.endswith("really")
    conversation.says("yes")
    assert "Nothing else was there" in conversation.reply
    tell(conversation, 1)
    assert conversation.facts.text("organisation") == "Lakeside Clinic"


def test_in_the_middle_of_another_the_open_question_stays(talk: Talk) -> None:
    conversation = told(talk, 1).after(days=9).says(STORIES[1], "7", "erase acme", "yes")
    assert conversation.question == "anything-else"


def test_erased_while_it_is_being_told_it_is_over(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "erase this interview", "yes")
    assert conversation.question is None
    assert not conversation.state.runs
    assert not conversation.state.promised
    assert not conversation.state.interviews_begun
    for _ in range(3):
        assert "sql" not in everything_kept(conversation.says("undo"))


def test_a_message_that_told_of_two_loses_its_text_and_the_other_keeps_what_it_says(talk: Talk) -> None:
    conversation = told(talk, 1, days=1).says("Just out of my interview at Beta. it went like at Acme, I froze on the sums question", "7")  # fmt: skip
    conversation.says("erase acme", "yes")
    assert says(conversation, lines.STAYS_ELSEWHERE, count=1)
    kept = json.loads(conversation.says("export").files["json"])
    assert "it went like at Acme" in json.dumps(kept["interviews"])


def test_there_is_nothing_to_erase_where_nothing_was_told(talk: Talk) -> None:
    assert says(talk().arrives().says("erase one interview"), lines.NOTHING_KNOWN)


def test_a_click_long_after_on_its_buttons_does_nothing(talk: Talk) -> None:
    conversation = talk().says(ACME, "8")
    old = conversation.prompt
    conversation.says("erase this interview", "yes")
    conversation.clicks(old, "one-moment")
    assert says(conversation, lines.OLD_BUTTON)
    assert PLACES[0] not in everything_kept(conversation)


# --- its time ---


@pytest.mark.parametrize(("said", "months"), [("keep my data for 3 months", 3), ("delete my data after 6 months", 6), ("keep it for two years", 24), ("please keep everything for a year", 12)])  # fmt: skip
def test_the_time_is_set_in_words(talk: Talk, said: str, months: int) -> None:
    conversation = told(talk, 1).says(said)
    assert says(conversation, lines.KEPT_FOR, months=months)
    assert conversation.state.facts[PERSON][MONTHS].value == months


@pytest.mark.parametrize("said", ["keep my data for 5 months", "change how long you keep it"])
def test_a_time_that_cannot_be_had_is_asked_about(talk: Talk, said: str) -> None:
    conversation = told(talk, 1).says(said).chooses("6 months")
    assert conversation.state.facts[PERSON][MONTHS].value == 6


def test_a_community_can_only_make_it_shorter(talk: Talk) -> None:
    conversation = told(talk, 1, community=Community(keep_months=6)).says("my data")
    assert says(conversation, lines.MY_DATA, surface="terminal", months=6)
    conversation.chooses("Change how long")
    assert [choice.label for choice in conversation.prompt.choices] == ["3 months", "6 months"]
    assert says(conversation.says("keep my data for 24 months"), lines.KEPT_FOR_LESS, months=6)
    assert says(conversation.says("keep my data for 3 months"), lines.KEPT_FOR, months=3)


@pytest.mark.parametrize("value", ["0", "36", "true", '"6"', "6.0", "5"])
def test_a_time_that_no_community_may_set_is_refused(value: str) -> None:
    with pytest.raises(CommunityError, match=r"keep-months is .* write 3, 6, 12 or 24"):
        community(f"keep-months = {value}")
    assert community("keep-months = 3").keep_months == 3


def test_who_wants_no_messages_is_told_that_there_is_no_word_before(talk: Talk) -> None:
    assert says(told(talk, 1).says("stop writing to me"), lines.NO_WORD_BEFORE, months=12)
    conversation = told(talk, 1).says("stop writing to me", "keep my data for 3 months")
    assert says(conversation, lines.NO_WORD_BEFORE, months=3)


@pytest.mark.parametrize(
    "text", ["erase everything", "forget me", "delete all my data", "delete everything i told you"]
)
def test_who_wants_all_of_it_gone_asks_for_all(text: str) -> None:
    wish = read(text).wish
    assert wish is None or wish.action not in (Action.ERASE, Action.KEEP_FOR)
