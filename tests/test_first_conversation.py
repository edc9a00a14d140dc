"""What the first conversation hears, leaves out and says in few words, told from typed text to what is heard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.events import Person
from core.understanding.stings import Sting, rest_held, sting
from core.wording import load
from tests.conversation import Conversation
from tests.test_capture import ACME, ANSWER
from tests.test_note import asked_for_note, shown

Talk = Callable[..., Conversation]
LAKESIDE = (
    "just out of an interview at Lakeside Clinic for the admin job. mind went blank when they asked about a conflict "
    "with a colleague. so embarrassing"
)
MOST_WORDS = 60


def words(conversation: Conversation) -> int:
    """How long the last reply is, without its buttons."""
    lines = [getattr(part, "text", "") for part in conversation.heard]
    return len(" ".join(lines).split())


# --- hearing first --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("story", "heard"),
    [
        ("interview at Acme today. i cried when they asked about nights", "ears"),
        ("interview at Acme today. nearly cried on the bus after", "ears"),
        ("interview at Acme today, the manager was so rude and kept interupting me", "met like that"),
        ("zoom interview at Acme today, my screen froze twice", "echnology"),
        ("interview at Acme today, froze on the SQL question", "A blank on the SQL question"),
        ("interview at Acme today, couldnt say anything", "not get the words out"),
        ("interview at Acme today. i rambled on and on", "Talking on, and hearing it"),
        ("interview at Acme today, hands shaking, so nervous", "Nerves like that"),
        ("interview at Acme today, came 20 min late", "Late at the door"),
        ("bad interview at Acme today, panel of five. it was horrible", "whole panel"),
        ("messed up the excel question in my interview at Acme today", "stays with you: the excel question"),
        ("it went ok at Acme today, i stumbled on the excel question", "but for the excel question"),
    ],
)
def test_the_first_sentence_takes_up_what_stung(talk: Talk, story: str, heard: str) -> None:
    conversation = talk().says(story)
    assert heard in conversation.lines[0]
    assert conversation.question == "feeling-at-first"


def test_where_nothing_is_named_the_first_sentence_is_short_and_guesses_nothing(talk: Talk) -> None:
    conversation = talk().says("bombed my interview at Acme today")
    assert conversation.lines[0] == "That was a hard one, by the sound of it."


def test_what_is_named_later_is_not_heard_as_if_it_were_the_first_word(talk: Talk) -> None:
    conversation = talk().says("bombed my interview at Acme today", "8", "all of it", "froze on the excel question")
    assert "that nags" not in conversation.reply


@pytest.mark.parametrize(
    "text",
    [
        "they asked how i calm a crying child", "she shook my hand and smiled", "i was told i would have to work late",
        "they asked how i handle a rude customer", "how do you deal with late shifts",
    ],
)  # fmt: skip
def test_what_is_not_their_own_is_no_sting(text: str) -> None:
    assert sting(text) is None


def test_a_frozen_screen_is_no_blank_and_no_struggle(talk: Talk) -> None:
    assert sting("my laptop froze") is Sting.TECHNOLOGY
    conversation = talk().says("my screen froze in the middle of the zoom interview at Acme today")
    assert conversation.facts.text("struggle-1") is None


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("otherwise it was ok", True),
        ("the rest was fine", True),
        ("the rest was not fine", False),
        ("it was bad", False),
    ],
)
def test_that_the_rest_held_is_heard(text: str, held: bool) -> None:
    assert rest_held(text) is held


def test_the_questions_and_the_point_they_write_down_are_met_with_a_word(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "one moment", "skip", ANSWER, "teams, deadlines")
    assert conversation.lines[0] == "Those are kept."
    assert "They have not heard that yet" in conversation.says("i trained two people on that tool").lines[0]


# --- few words ------------------------------------------------------------------------------------------------


@pytest.mark.demand("K01")
@pytest.mark.parametrize("story", [LAKESIDE, ACME, "bombed my interview at Acme today", "yes"])
def test_the_first_reply_has_sixty_words_at_most(talk: Talk, story: str) -> None:
    assert words(talk().says(story)) <= MOST_WORDS


def test_the_plan_is_announced_in_sixty_words_with_every_hour_that_comes(talk: Talk) -> None:
    conversation = talk().says(LAKESIDE, "8", "one moment", "skip", ANSWER, "skip", "nothing", "yes")
    conversation.says("i may write", "by friday", "Mrs Zulu asked it", "e-mail", "show me now", "keep it for later")
    assert words(conversation) <= MOST_WORDS
    assert "(best within a day)" not in conversation.reply, "reasons are told to whoever asks"
    announced = conversation.reply
    for hour in ("Wednesday 25 November, 9:00: ", "Thursday 26 November, 9:00: ", "Tuesday 1 December, 9:00: "):
        assert hour in announced
    assert "(best within a day)" in conversation.says("what will you send me").reply


def test_the_second_asking_is_announced_when_the_first_has_come(talk: Talk) -> None:
    conversation = asked_with_a_day(talk)
    assert "Tuesday 8 December" not in conversation.transcript
    conversation.waits(days=6, hours=21)
    came = next(reply for at, reply in conversation.arrived if at == "Tue 01 09:00")
    assert "Tuesday 8 December" not in came  # nobody hears of a second asking before the first
    assert "Tuesday 8 December, 9:00: whether an answer has come" in conversation.says("still waiting").reply
    assert "i1/check-in-2" in conversation.state.promised


def asked_with_a_day(talk: Talk) -> Conversation:
    """Up to the question when to look back, with the note sent and an answer promised by Friday."""
    conversation = talk().says(ACME, "8", "one moment", "skip", ANSWER, "skip", "nothing", "yes")
    conversation.says("i may write", "by friday", "Mrs Zulu asked it", "e-mail", "show me now", "sent", "not at all")
    return conversation


# --- what was told is not asked --------------------------------------------------------------------------------


def test_after_one_moment_nobody_asks_whether_there_was_more(talk: Talk) -> None:
    conversation = talk().says("interview at Acme today, froze on the SQL question", "8", "one moment")
    assert conversation.question == "question-1"
    assert "the SQL question" in conversation.lines[0]


@pytest.mark.parametrize("said", ["only that", "just that one", "only the blank really", "nothing else"])
def test_only_that_is_no_wording_of_their_question(talk: Talk, said: str) -> None:
    conversation = talk().says(ACME, "8", "one moment", said)
    assert conversation.question == "question-1"
    assert conversation.facts.text("question-1") is None
    assert conversation.says("how do you find duplicates").question == "unsaid-1"


def test_who_says_that_the_rest_was_fine_is_not_asked_how_bad_it_really_was(talk: Talk) -> None:
    conversation = talk().says("i was ten minutes late at Acme today, otherwise it was ok", "5")
    assert conversation.question == "answer-again"
    assert "one moment of it, then, being late, and the rest held" in conversation.reply.casefold()


def test_who_told_which_moment_it_was_is_not_asked_for_more(talk: Talk) -> None:
    conversation = talk().says("my interview was today and it was a disaster", "8", "all of it")
    assert conversation.question == "cause"
    assert conversation.says("the manager sighed twice while i was talking").question == "answer-again"


@pytest.mark.demand("R09")
@pytest.mark.parametrize("feeling", ["9", "10"])
def test_somebody_very_low_is_not_asked_to_go_through_it_again(talk: Talk, feeling: str) -> None:
    conversation = talk().says(ACME, feeling)
    assert conversation.question == "really-that-bad"
    assert "You need not go back into it" in conversation.reply


@pytest.mark.demand("R18")
@pytest.mark.parametrize(
    ("story", "asked"),
    [
        ("i was late at Acme today, otherwise fine", "Which questions did they ask?"),
        ("went well at Acme today. they asked about phonics and about behaviour", "Besides what you have told me"),
    ],
)
def test_other_questions_are_asked_for_by_what_was_told_of_them(talk: Talk, story: str, asked: str) -> None:
    conversation = talk().says(story, *(["no"] if "well" in story else ["2", "no"]))
    assert conversation.question == "other-questions"
    assert asked in conversation.reply


def test_after_a_hard_question_the_others_are_asked_for(talk: Talk) -> None:
    conversation = talk().says(LAKESIDE, "8", "one moment", "skip", ANSWER)
    assert "Which questions were there besides" in conversation.reply


def test_nobody_is_asked_who_asked_a_question_that_there_was_not(talk: Talk) -> None:
    conversation = talk().says(
        "had my interview at Acme today, i was late, otherwise fine", "5", "no", "skip", "nothing", "yes"
    )
    conversation.says("i may write", "no day named")
    assert conversation.question == "interviewers"
    assert "who asked" not in conversation.reply


def test_a_panel_that_was_counted_is_not_counted_again(talk: Talk) -> None:
    conversation = talk().says("panel of 3 at Acme today, froze on the SQL question", "5", "one moment", "skip", ANSWER)
    conversation.says("skip", "nothing", "yes", "i may write", "no day named")
    assert conversation.question == "interviewers"
    assert "How many" not in conversation.reply


@pytest.mark.demand("K02")
def test_that_contact_is_barred_is_said_once(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "one moment", "skip", ANSWER, "skip", "nothing", "yes")
    conversation.says("they said no contact", "by friday")
    assert conversation.question == "judge-when"
    assert conversation.transcript.count("no note") == 1
    assert "next one who asks" not in conversation.transcript


# --- the note -------------------------------------------------------------------------------------------------


def test_on_the_day_itself_the_note_names_no_day_and_the_next_morning_it_names_it(talk: Talk) -> None:
    conversation = asked_for_note(talk).says("e-mail", "show me now")
    (draft,) = conversation.drafts
    assert "Thank you for your time and for considering me." in draft.text
    conversation.says("keep it for later", "tomorrow").waits(hours=21)
    (draft,) = conversation.says("show the note").drafts
    assert "Thank you for your time on Tuesday and for considering me." in draft.text


@pytest.mark.parametrize(
    ("point", "carried"),
    [
        ("it never came up that i ran the shared sheet", "I ran the shared sheet."),
        ("i never got to say that i speak three languages", "I speak three languages."),
        ("i wish i had told them about my certificate", "My certificate."),
        ("nobody asked about my nursing course", "My nursing course."),
    ],
)
def test_what_leads_to_a_point_stays_out_of_the_letter(talk: Talk, point: str, carried: str) -> None:
    conversation = talk().says(ACME, "5", "one moment", "skip", ANSWER, "skip", point, "yes")
    conversation.says("i may write", "no day named", "Mrs Zulu asked it", "e-mail")
    if conversation.question and conversation.question.startswith("carry"):
        conversation.says("put it in")
    (draft,) = conversation.says("show me now").drafts
    assert f"There is one thing I would like to add: {carried}" in draft.text


@pytest.mark.parametrize("feeling", ["5", "8"])
def test_a_no_to_seeing_the_note_now_means_not_now(talk: Talk, feeling: str) -> None:
    conversation = talk().says(ACME, feeling, "one moment", "skip", ANSWER, "skip", "nothing", "yes")
    conversation.says("i may write", "no day named", "Mrs Zulu asked it", "e-mail", "no")
    assert conversation.facts.value("note-look") == ("tonight" if feeling == "5" else "tomorrow")
    assert "i1/note" in conversation.state.promised


def test_no_note_is_still_a_refusal(talk: Talk) -> None:
    conversation = asked_for_note(talk).says("e-mail", "no note please")
    assert "i1/note" not in conversation.state.promised


@pytest.mark.demand("R21")
def test_who_means_to_write_is_not_advised_to(talk: Talk) -> None:
    conversation = talk().says(ACME + ". i will send them a thank you note", "8", "one moment", "skip", ANSWER)
    conversation.says("skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu asked it")
    assert "strong advice" not in conversation.reply
    assert "You mean to write to them" in conversation.reply
    assert conversation.question == "note-channel"


@pytest.mark.demand("R21")
@pytest.mark.demand("K07")
def test_who_does_not_want_the_job_is_not_pressed_to_write_or_call(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "one moment", "skip", ANSWER, "skip", "nothing", "no")
    conversation.says("i may write", "no day named", "Mrs Zulu asked it")
    assert "strong advice" not in conversation.reply
    assert "up to you" in conversation.reply
    assert "call" not in {choice.option for choice in conversation.prompt.choices}


# --- saying back ----------------------------------------------------------------------------------------------


def test_what_was_asked_for_is_said_back_before_anything_else(talk: Talk) -> None:
    conversation = asked_for_note(talk)
    assert conversation.lines[0] == "Got it: Mrs Zulu, who asked it."


def test_today_alone_is_not_said_back(talk: Talk) -> None:
    conversation = talk().says("i froze on the SQL question at Acme", "8", "one moment", "skip", ANSWER)
    conversation.says("skip", "nothing", "today")
    assert conversation.question == "wants-job"
    assert not conversation.lines


@pytest.mark.parametrize("time", range(3))
def test_after_a_second_interview_the_day_does_not_close_with_the_same_comfort(time: int) -> None:
    closing = ("capture-done", "capture-done-unsent", "capture-done-well", "capture-done-unsent-well")
    said = [load().said(name, time, {}) for name in closing]
    comforting = {sentence for one in said[:2] for sentence in one.split(". ") if "recover" in sentence}
    assert len(comforting) == 2
    assert time or len({one.split(".")[0] for one in said}) == len(said)


def test_the_day_closes_with_what_was_kept_and_that_one_recovers(talk: Talk) -> None:
    conversation = shown(talk).says("keep it for later")
    assert "recover" not in conversation.reply
    conversation.says("tomorrow")
    assert "done for today" in conversation.reply
    assert "recover" in conversation.reply


@pytest.mark.demand("K01")
@pytest.mark.parametrize("tenant", ["slack:T01", "discord"])
def test_also_where_the_platform_keeps_a_copy_the_first_reply_is_short(talk: Talk, tenant: str) -> None:
    conversation = talk(person=Person(tenant, "U1")).says(ACME)
    assert words(conversation) <= MOST_WORDS
    assert "forget me" in conversation.reply
    assert "operator holds the key" in conversation.reply


@pytest.mark.demand("R09")
@pytest.mark.parametrize(
    ("story", "question"),
    [
        ("froze on the SQL question at Acme today", "anything-else"),
        ("bombed it at Acme today, froze on the SQL question", "really-that-bad"),
        ("froze on the SQL question at Acme today and i was ten minutes late", "really-that-bad"),
    ],
)
def test_who_named_one_moment_is_asked_for_others_and_not_whether_all_was_bad(
    talk: Talk, story: str, question: str
) -> None:
    conversation = talk().says(story, "6")
    assert conversation.question == question
    assert ("Apart from the SQL question" in conversation.reply) == (question == "anything-else")


def test_a_nameless_one_keeps_the_words_they_used(talk: Talk) -> None:
    conversation = talk().says("froze on the SQL question at Acme today", "6", "only that", "skip", "skip")
    conversation.says("skip", "nothing", "yes", "i may write", "by friday")
    conversation.says("Mrs Zulu asked it. and a younger guy from accounts")
    assert "Mrs Zulu, who asked it, and a younger guy from accounts" in conversation.reply
