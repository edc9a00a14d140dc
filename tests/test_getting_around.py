"""Skip, back, undo, repeat, why, later, stop, help and the rest, at any point of any conversation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.messages import Prompt
from tests.conversation import Conversation
from tests.moments import at
from tests.test_capture import ACME, ANSWER, told

Talk = Callable[..., Conversation]


@pytest.mark.parametrize("word", ["skip", "pass", "rather not say", "skip this one please"])
def test_a_question_can_be_skipped_and_is_not_asked_again(talk: Talk, word: str) -> None:
    conversation = talk().says(ACME, word)
    assert conversation.question == "really-that-bad"
    conversation.says("some of it", "only that", "skip", ANSWER)
    assert [p.question for p in conversation.everything if isinstance(p, Prompt)].count("feeling-at-first") == 1


def test_skipping_after_going_back_keeps_the_value(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "back", "skip")
    assert conversation.facts.value("feeling-at-first") == 8
    assert conversation.question == "really-that-bad"


def test_back_works_to_the_beginning_and_shows_what_was_said(talk: Talk) -> None:
    conversation = told(talk)
    seen = []
    for _ in range(30):
        conversation.says("back")
        if seen and conversation.question == seen[-1]:
            break
        seen.append(conversation.question)
    assert seen[-1] == "opening"
    assert {"unsaid-1", "question-1", "really-that-bad", "feeling-at-first"} <= set(seen)
    assert "You said: Just out of my interview at Acme" in conversation.reply


def test_after_going_back_the_answer_counts_and_leads_to_the_first_open_question(talk: Talk) -> None:
    conversation = told(talk)
    open_question = conversation.question
    conversation.says(
        "back",
        "back",
        "i would use a window function, numbered by the key, and keep the ones above one",
    )
    assert conversation.question == open_question
    assert any("window function" in str(fact.value) for fact in conversation.facts.all().values())


def test_back_from_a_digression_returns_to_what_it_interrupted(talk: Talk) -> None:
    conversation = talk().says(ACME, "forget me")
    assert "erase" in conversation.reply.lower()
    conversation.says("back")
    assert conversation.question == "feeling-at-first"


def test_undo_takes_back_all_that_the_last_message_brought(talk: Talk) -> None:
    conversation = talk().arrives()
    before = dict(conversation.facts.all())
    conversation.says(ACME)
    assert conversation.facts.text("organisation") == "Acme"
    conversation.says("undo")
    assert dict(conversation.facts.all()) == before
    assert conversation.question == "opening"


def test_undo_goes_further_back_each_time(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "some of it", "undo", "undo")
    assert conversation.question == "feeling-at-first"
    assert conversation.facts.value("feeling-at-first") is None


def test_undo_brings_back_an_ended_conversation(talk: Talk) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu asked it")
    conversation.says("e-mail", "show me now", "sent", "tomorrow")
    assert conversation.question is None
    assert conversation.says("undo").question == "judge-when"
    conversation.says("undo")
    assert conversation.question is not None
    assert conversation.question.endswith("settle")


def test_a_skip_can_be_undone(talk: Talk) -> None:
    assert talk().says(ACME, "skip", "undo").question == "feeling-at-first"


def test_with_nothing_said_there_is_nothing_to_undo(talk: Talk) -> None:
    conversation = talk().arrives().says("undo")
    assert conversation.question == "opening"


def test_repeat_says_it_differently_and_the_second_time_shorter(talk: Talk) -> None:
    conversation = talk().says(ACME)
    texts = [conversation.prompt.text]
    for word in ("repeat", "what?", "say again"):
        texts.append(conversation.says(word).prompt.text)
        assert conversation.question == "feeling-at-first"
    assert len(set(texts[:3])) == 3
    assert len(texts[2]) < len(texts[0])


def test_why_gives_the_reason_of_the_question_and_asks_it_again(talk: Talk) -> None:
    conversation = talk().says(ACME, "why do you ask?")
    assert "pace" in conversation.reply
    assert conversation.question == "feeling-at-first"


@pytest.mark.parametrize("word", ["later", "stop", "bye", "not now"])
def test_leaving_is_quiet_and_going_on_returns_to_the_same_question_with_a_recap(talk: Talk, word: str) -> None:
    conversation = talk().says(ACME, word)
    assert conversation.question is None
    conversation.after(days=9).says("hi")
    assert conversation.question == "feeling-at-first"
    assert "Acme" in conversation.reply


def test_an_answer_after_later_is_taken_as_the_answer(talk: Talk) -> None:
    assert talk().says(ACME, "later", "8").facts.value("feeling-at-first") == 8


def test_help_names_the_words_that_work(talk: Talk) -> None:
    conversation = talk().says(ACME, "help")
    for word in ("skip", "back", "undo", "later", "stop", "forget me"):
        assert word in conversation.reply
    assert conversation.question == "feeling-at-first"


def test_what_do_you_know_lists_what_was_understood(talk: Talk) -> None:
    conversation = told(talk).says("what do you know about me?")
    for detail in ("Acme", "the SQL question", "10 minutes late"):
        assert detail in conversation.reply


@pytest.mark.parametrize("moment", ["feeling", "their words", "note look", "note", "done"])
@pytest.mark.parametrize(
    "said",
    [
        "could you show me what you have written down so far", "what have you got on me so far", "what did I tell you",
        "show me everything you have noted down about me so far", "can i see what i told you", "what did i tell you already?",
    ],
)  # fmt: skip
def test_whoever_asks_what_was_written_down_is_shown_what_is_known(talk: Talk, moment: str, said: str) -> None:
    conversation = at(talk, moment)
    asked = conversation.question
    conversation.says(said)
    assert "Acme, today, the SQL question" in conversation.reply
    assert conversation.question == asked


@pytest.mark.parametrize("said", ["what did they tell me, no idea", "I told you already", "i froze. i told you"])
def test_whoever_says_that_it_was_told_already_is_not_shown_all_of_it(talk: Talk, said: str) -> None:
    assert "10 minutes late" not in at(talk, "another").says(said).reply


def test_a_digression_is_followed_by_the_open_question(talk: Talk) -> None:
    for said in ("hello", "thanks", "are you a bot?", "can i talk to a person"):
        assert talk().says(ACME, said).question == "feeling-at-first", said


def test_an_old_button_explains_itself(talk: Talk) -> None:
    conversation = talk().arrives()
    old = conversation.prompt
    conversation.says(ACME).clicks(old, "yes")
    assert "button" in conversation.reply or "choice" in conversation.reply
    assert conversation.question == "feeling-at-first"


def test_a_repeated_event_changes_nothing_and_sends_nothing(talk: Talk) -> None:
    conversation = talk().says(ACME)
    conversation.events -= 1
    conversation.says("8")
    assert conversation.heard == ()
    assert conversation.facts.value("feeling-at-first") is None


def test_what_does_not_fit_is_asked_for_in_other_words_then_by_choices_then_left_out(talk: Talk) -> None:
    conversation = talk().says(ACME, "8")
    replies = [conversation.says("blue elephants").reply for _ in range(3)]
    assert len(set(replies)) == 3
    assert "skip" in replies[2].lower()
    assert conversation.says("blue elephants").question == "anything-else"


@pytest.mark.parametrize(
    ("said", "feeling"),
    [
        ("8", 8),
        ("8/10", 8),
        ("an eight", 8),
        ("honestly a 9 right now", 9),
        ("7 or 8", 8),
        ("ten out of ten", 10),
        ("15", 10),
    ],
)
def test_a_number_is_read_from_how_people_say_it(talk: Talk, said: str, feeling: int) -> None:
    assert talk().says(ACME, said).facts.value("feeling-at-first") == feeling


@pytest.mark.parametrize("said", ["no idea", "a lot to think about", "1 2 3 4", "call me on 0977 123 456"])
def test_what_is_no_number_is_not_taken_for_one(talk: Talk, said: str) -> None:
    assert talk().says(ACME, said).facts.value("feeling-at-first") is None


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ("2", "parts"),
        ("[2]", "parts"),
        ("some of it", "parts"),
        ("Some", "parts"),
        ("one moment", "one-moment"),
    ],
)
def test_a_choice_can_be_typed_as_its_number_or_in_words(talk: Talk, said: str, chosen: str) -> None:
    assert talk().says(ACME, "8", said).facts.value("really-that-bad") == chosen


@pytest.mark.parametrize("said", ["no", "nope", "only that", "just the SQL thing", "that was all", "nothing else"])
def test_no_more_is_heard_in_many_words(talk: Talk, said: str) -> None:
    conversation = talk().says(ACME, "8", "some of it", said)
    assert conversation.question == "question-1"


def test_a_correction_is_said_back_as_old_and_new(talk: Talk) -> None:
    conversation = talk().says(ACME, "actually it was Beta Ltd, not Acme")
    assert "Acme" in conversation.reply
    assert "Beta Ltd" in conversation.reply
    assert conversation.facts.text("organisation") == "Beta Ltd"
    assert conversation.question == "feeling-at-first"


def test_forget_me_asks_once_and_then_erases_everything(talk: Talk) -> None:
    conversation = told(talk).says("forget me")
    conversation.says("yes")
    assert conversation.store.snapshot(conversation.person) is None
    assert list(conversation.store.journal(conversation.person)) == []
    assert "rased" in conversation.reply or "gone" in conversation.reply
    conversation.says(ACME)
    assert conversation.question == "feeling-at-first"


def test_no_to_forget_me_keeps_everything(talk: Talk) -> None:
    conversation = told(talk)
    known = dict(conversation.facts.all())
    conversation.says("forget me", "no")
    assert dict(conversation.facts.all()) == known


def test_a_direct_sign_of_danger_comes_before_everything(talk: Talk) -> None:
    conversation = talk().says(ACME, "i want to kill myself")
    assert conversation.question is not None
    assert "ending your life" in conversation.prompt.text or "killing yourself" in conversation.prompt.text
    assert "program" in conversation.reply
    assert "findahelpline" in conversation.reply or "emergency" in conversation.reply
    assert "Acme" not in conversation.reply


def test_after_danger_the_place_is_kept_and_nothing_leads_back_by_itself(talk: Talk) -> None:
    conversation = talk().says(ACME, "i want to kill myself", "no, you misunderstood")
    assert conversation.question is None
    conversation.says("go on")
    assert conversation.question == "feeling-at-first"


def test_yes_to_danger_stays_with_it(talk: Talk) -> None:
    conversation = talk().says(ACME, "i want to kill myself", "yes")
    assert "interview" not in conversation.reply
    assert conversation.question is not None


@pytest.mark.parametrize(
    "idiom", ["that interview killed me", "i bombed", "i could die of embarrassment", "i'm dead tired"]
)
def test_the_idioms_of_a_bad_day_are_no_danger(talk: Talk, idiom: str) -> None:
    assert "emergency" not in talk().says(idiom).reply


# --- the map and the notes ---


@pytest.mark.demand("R07")
@pytest.mark.parametrize("said", ["what can we do?", "so now what", "what's left", "steps"])
def test_the_map_shows_what_is_done_and_leads_to_any_step(talk: Talk, said: str) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu asked it")
    conversation.says("e-mail", "show me now", "sent", "tomorrow", said)
    assert "what happened and the note" in conversation.reply
    conversation.says("look back")
    assert conversation.question == "nervous-before"


@pytest.mark.demand("R07")
def test_in_the_middle_the_map_leads_back_to_the_same_question(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "what can we do?")
    assert conversation.question is not None
    assert conversation.says("nothing now").question == "really-that-bad"


@pytest.mark.demand("C7")
def test_getting_ready_for_the_next_one_is_not_on_the_map_of_somebody_just_hurt(talk: Talk) -> None:
    conversation = talk().says(ACME, "8", "steps")
    assert "Get ready" not in conversation.reply
    conversation = told(talk).says("they rejected me", "skip", "skip", "steps")
    assert "Get ready" in conversation.transcript


@pytest.mark.parametrize("said", ["let's practise", "practice now", "can we look back now"])
def test_a_step_can_be_taken_before_its_hour(talk: Talk, said: str) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu asked it")
    conversation.says("e-mail", "tomorrow", "tomorrow", said)
    assert conversation.question is not None


@pytest.mark.parametrize("said", ["practice", "review", "preparation", "my answers"])
def test_the_bare_name_of_a_step_is_an_answer(talk: Talk, said: str) -> None:
    conversation = talk().says("bad interview at Acme today", "8", "some of it")
    assert conversation.question == "cause"
    assert conversation.says(said).facts.value("cause") == said


@pytest.mark.demand("R20")
@pytest.mark.parametrize("said", ["my notes", "show me my notes", "give me my answers back", "what did i write"])
def test_the_notes_come_back_on_demand_in_their_own_words_with_paper_as_an_alternative(talk: Talk, said: str) -> None:
    conversation = told(talk).says(said)
    (draft,) = conversation.drafts
    assert draft.title == "Your notes: Acme"
    assert ACME in draft.text
    assert "how do you find duplicates in a table" in draft.text
    assert ANSWER in draft.text
    assert "paper" in conversation.reply
    assert conversation.question == "other-questions"
