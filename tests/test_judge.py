"""The look back: both sides, what it teaches, and the feeling again, from typed text to what is heard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.events import NudgeDue
from core.messages import Prompt
from core.understanding.areas import Area, Verdict, judged
from tests.conversation import Conversation

Talk = Callable[..., Conversation]

STORY = "just out of an interview at Lakeside Clinic for the admin job. mind went blank when they asked about a conflict with a colleague"
QUESTION = "tell us about a time you disagreed with a colleague"
ANSWER = "the other receptionist kept double booking. i made a shared sheet. it stopped"
BETTER = "two of us booked the same hours. i made one shared sheet, we agreed who books mornings, and it stopped"
CAPTURED = (
    "one moment",
    "only the blank",
    QUESTION,
    ANSWER,
    "skip",
    "nothing",
    "yes",
    "they didn't say",
)
AREAS = (
    "area-first-impressions",
    "area-body-language",
    "area-confidence",
    "area-answers",
    "area-questions-asked",
    "area-closing",
)


def captured(talk: Talk, *, feeling: str = "6", story: str = STORY) -> Conversation:
    """Everything up to the question when to look back; the note is left for later."""
    conversation = talk().says(story, feeling)
    for said in (*CAPTURED, "no day named", "skip", "no note"):
        conversation = conversation.says("go on") if conversation.question == "enough-for-today" else conversation
        conversation.says(said)
    assert conversation.question == "judge-when"
    return conversation


def next_day(talk: Talk, *, feeling: str = "6", story: str = STORY) -> Conversation:
    """The look back has come with its nudge and is taken up."""
    conversation = brought(captured(talk, feeling=feeling, story=story).says("tomorrow"))
    return conversation.says("yes")


def brought(conversation: Conversation) -> Conversation:
    """What is due next arrives."""
    due = conversation.store.next_due()
    assert due is not None
    conversation.now = due
    return conversation.takes(NudgeDue(id=f"nudge-{conversation.events}", person=conversation.person, at=due))


def through(conversation: Conversation, *areas: str, nervous: str = "4", added: str = "nothing else") -> Conversation:
    """The hour from the door to the goodbye, one area after the other."""
    return conversation.says(nervous, "one by one", *areas, added)


def asked(conversation: Conversation) -> list[str]:
    """The names of all questions asked so far, in order."""
    return [part.question for part in conversation.everything if isinstance(part, Prompt)]


SIX = ("well", "badly", "well", "well", "skip", "can't say")


# --- the notes and the nerves ---


@pytest.mark.demand("R50")
@pytest.mark.demand("C12")
def test_a_day_later_the_notes_are_brought_back_and_nothing_is_asked_anew(talk: Talk) -> None:
    conversation = brought(captured(talk).says("tomorrow"))
    assert conversation.now.date().isoformat() == "2026-11-25"
    conversation.says("yes")
    assert "the question about a conflict with a colleague" in conversation.lines[0]


@pytest.mark.demand("R03")
def test_how_nervous_they_were_going_in_is_asked_once(talk: Talk) -> None:
    conversation = next_day(talk)
    assert conversation.question == "nervous-before"
    conversation.says("4")
    assert conversation.facts.value("nervous-before") == 4
    assert conversation.question == "good-side"


@pytest.mark.demand("R03")
@pytest.mark.demand("R04")
def test_strong_nerves_are_named_as_a_cause_and_as_no_flaw(talk: Talk) -> None:
    conversation = next_day(talk).says("8")
    heard = conversation.lines[0]
    assert "often" in heard
    assert "go poorly" in heard
    assert "8" in heard


def test_weak_nerves_are_not_made_a_cause(talk: Talk) -> None:
    assert "go poorly" not in next_day(talk).says("3").reply


@pytest.mark.demand("R04")
@pytest.mark.parametrize("story", ["i was so nervous the whole time", "my nerves got me, i panicked"])
def test_nerves_told_at_capture_are_named_and_no_number_is_asked(talk: Talk, story: str) -> None:
    conversation = next_day(talk, story=f"{STORY}. {story}")
    assert "go poorly" in conversation.reply
    assert conversation.question == "good-side"


def test_what_held_and_what_did_not_is_taken_up_before_the_next_question(talk: Talk) -> None:
    conversation = next_day(talk).says("4", "i said patients come first and they nodded")
    assert 'Kept: "i said patients come first and they nodded".' in conversation.reply
    conversation.says("my hands shook the whole time")
    assert "That was the nerves" in conversation.reply
    assert "need not be told again" not in conversation.reply


def test_who_found_all_of_it_bad_is_not_asked_what_was_bad_besides(talk: Talk) -> None:
    conversation = talk().says("my interview was today and it was a disaster", "8", "all of it", "i could not answer")
    while conversation.question != "judge-when":
        conversation.says("skip")
    conversation.says("now", "4", "nothing")
    assert conversation.question == "went-badly"
    assert "You need not go through all of it" in conversation.reply
    assert "besides" not in conversation.reply


def test_somebody_who_was_not_nervous_is_not_told_of_nerves(talk: Talk) -> None:
    assert "go poorly" not in next_day(talk, story=f"{STORY}. i wasn't nervous at all").says("skip").reply


# --- six areas ---


@pytest.mark.demand("R16")
def test_all_six_areas_are_asked_about_and_each_can_be_skipped(talk: Talk) -> None:
    conversation = next_day(talk).says("skip", "one by one")
    for area in AREAS:
        assert conversation.question == area
        conversation.says("skip")
    assert conversation.question == "area-else"


@pytest.mark.demand("R17")
def test_further_areas_have_their_place_on_both_sides(talk: Talk) -> None:
    conversation = through(next_day(talk), *SIX, added="the excel test went fine but the room was too loud")
    words = '"the excel test went fine but the room was too loud"'
    assert words in conversation.reply
    conversation.says("skip")
    assert words in conversation.lines[-1]


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("good", {Verdict.WELL}),
        ("not bad", {Verdict.WELL}),
        ("could have been worse", {Verdict.WELL}),
        ("well, it went ok", {Verdict.WELL}),
        ("not great", {Verdict.BADLY}),
        ("could have been better", {Verdict.BADLY}),
        ("well, i tripped over the carpet", {Verdict.BADLY}),
        ("no eye contact", {Verdict.BADLY}),
        ("i wish i had asked about the team", {Verdict.BADLY}),
        ("it was ok but i was sweating", set(Verdict)),
        ("great until the phone rang", set(Verdict)),
        ("good start but an awkward goodbye", set(Verdict)),
        ("there were four of them", set()),
    ],
)
def test_an_answer_in_own_words_is_heard_as_well_badly_or_both(said: str, heard: set[Verdict]) -> None:
    assert judged(said) == heard


def test_what_is_said_of_the_area_itself_counts_before_the_tone() -> None:
    assert judged("i had no questions for them, everything else was great", Area.QUESTIONS_ASKED) == {Verdict.BADLY}


def test_what_is_told_ahead_is_named_and_not_asked_as_if_new(talk: Talk) -> None:
    conversation = next_day(talk).says("4", "one by one", "fine, but my voice was shaky the whole time")
    assert conversation.question == "area-body-language"
    assert '"fine, but my voice was shaky the whole time"' in conversation.reply
    assert "went badly" not in conversation.reply, "the verdict is theirs"
    assert conversation.says("yes").facts.value("area-body-language") == ("badly",)


def test_a_blank_is_not_taken_for_lost_confidence(talk: Talk) -> None:
    conversation = next_day(talk).says("4", "one by one", "well", "well")
    assert conversation.question == "area-confidence"
    assert "wrote" not in conversation.reply


def test_the_weak_answer_is_left_aside_when_the_others_are_asked_about(talk: Talk) -> None:
    conversation = next_day(talk).says("4", "one by one", "well", "well", "well")
    assert conversation.question == "area-answers"
    assert "the question about a conflict with a colleague" in conversation.reply


# --- both sides ---


@pytest.mark.demand("R15")
@pytest.mark.demand("C6")
def test_what_went_well_is_taken_up_first_and_then_the_other_side_is_named(talk: Talk) -> None:
    conversation = through(next_day(talk), *SIX)
    assert conversation.question == "went-well"
    assert "first impressions, confidence and your other answers" in conversation.reply
    conversation.says("i greeted each of them by name")
    assert conversation.facts.text("went-well") == "i greeted each of them by name"
    assert "the question about a conflict with a colleague and body language" in conversation.lines[0]


@pytest.mark.demand("R15")
def test_where_all_was_bad_one_thing_that_held_is_asked_for_plainly(talk: Talk) -> None:
    conversation = through(next_day(talk), *["badly"] * 6)
    assert conversation.question == "went-well"
    assert "one thing" in conversation.reply.lower()


@pytest.mark.demand("R15")
def test_where_nothing_was_bad_it_is_asked_once_whether_something_was(talk: Talk) -> None:
    conversation = talk().says("i had an interview at Acme today and it went well", "no", "skip", "nothing", "yes")
    conversation.says("they didn't say", "no day named", "skip", "no note", "now")
    through(conversation, *["well"] * 6).says("i kept my answers short")
    assert conversation.question == "went-badly"
    conversation.says("i talked over the younger one")
    assert "went-badly" in conversation.facts.all()
    assert conversation.question == "change-went-badly"
    assert asked(conversation).count("went-badly") == 1


@pytest.mark.demand("C6")
def test_at_most_three_things_that_went_badly_are_acted_on(talk: Talk) -> None:
    conversation = through(next_day(talk), *["badly"] * 6).says("i stayed to the end")
    assert "three" in conversation.reply
    while conversation.question != "learnt":
        conversation.says("skip")
    acted = {name for name in asked(conversation) if name.startswith(("better", "change"))}
    assert acted == {"better-1", "change-first-impressions", "change-body-language"}


def test_own_words_about_a_bad_moment_are_said_back_and_not_asked_for_again(talk: Talk) -> None:
    conversation = through(
        next_day(talk), "well", "i looked at the table and my hands were shaking", "well", *["well"] * 3
    )
    conversation.says("i smiled", "leave it")
    assert conversation.question == "change-body-language"
    assert "i looked at the table and my hands were shaking" in conversation.reply
    assert "at which moment was it" not in conversation.reply


def test_being_late_was_told_and_is_on_the_list_without_being_asked(talk: Talk) -> None:
    conversation = next_day(talk, story=f"{STORY}. and i was ten minutes late")
    assert "being late" in conversation.lines[0]
    through(conversation, *["well"] * 6).says("i smiled", "leave it")
    assert conversation.question == "change-late"


def test_misconduct_is_on_neither_list(talk: Talk) -> None:
    conversation = talk().says(
        "interview today at the yard. he said im too old to climb at 58", "8", "skip", "no", "skip"
    )
    while conversation.question != "judge-when":
        conversation.says("skip")
    through(conversation.says("now"), *["well"] * 6).says("i stayed calm")
    told = " ".join(conversation.lines)
    assert any(words in told for words in ("not yours", "theirs to answer for", "does not count among"))


@pytest.mark.demand("R15")
@pytest.mark.demand("R16")
def test_each_of_the_six_areas_may_be_tapped_on_either_side(talk: Talk) -> None:
    conversation = next_day(talk).says("4")
    labels = [choice.label for choice in conversation.prompt.choices]
    assert labels[:6] == [
        "First impressions",
        "Body language",
        "Confidence",
        "Answers",
        "My questions to them",
        "The closing",
    ]
    conversation.chooses("Body language")
    assert "Body language" not in [choice.label for choice in conversation.prompt.choices]
    conversation.chooses("The closing")
    assert conversation.facts.value("area-body-language") == ("well",)
    assert conversation.facts.value("area-closing") == ("badly",)
    assert "the closing" in conversation.says("leave it as it is").reply


@pytest.mark.demand("R15")
@pytest.mark.demand("R17")
def test_both_sides_take_own_words_of_whatever_it_was(talk: Talk) -> None:
    conversation = next_day(talk).says("4", "the excel test, they said so", "the room was too loud for me")
    assert conversation.question == "better-1"
    assert '"the room was too loud for me"' in conversation.says("leave it as it is").reply
    notes = conversation.says("my notes").drafts[0].text
    assert "the excel test, they said so" in notes
    assert "the room was too loud for me" in notes


def test_the_usual_look_back_is_eight_questions_and_the_one_about_somebody_there(talk: Talk) -> None:
    conversation = next_day(talk)
    before = len(asked(conversation)) - 1
    for text in (
        "4",
        "i greeted each of them by name",
        "nothing else",
        BETTER,
        "be brief",
        "I tell the story",
        "3",
        "no",
    ):
        conversation.says(text)
    assert len(asked(conversation)[before:]) == 9
    assert conversation.question == "insider"
    assert conversation.says("nobody there").question is None


def test_a_long_other_side_is_not_read_out_again(talk: Talk) -> None:
    conversation = through(next_day(talk), *["badly"] * 6).says("i stayed to the end")
    assert "body language" not in conversation.lines[0]


def test_after_a_good_interview_nobody_asks_how_awful_it_feels(talk: Talk) -> None:
    conversation = talk().says("my interview at Acme went really well, i think they liked me", "no", "skip", "nothing")
    while conversation.question != "judge-when":
        conversation.says("skip")
    conversation.says("now")
    while conversation.question is not None:
        assert conversation.question != "feeling-now"
        conversation.says("skip")


# --- for next time ---


@pytest.mark.demand("R50")
@pytest.mark.demand("R51")
def test_a_weak_answer_comes_back_with_question_and_note_and_may_be_written_anew_or_left(talk: Talk) -> None:
    conversation = through(next_day(talk), *SIX).says("i smiled")
    assert conversation.question == "better-1"
    assert [QUESTION in draft.text and ANSWER in draft.text for draft in conversation.drafts] == [True]
    assert [choice.label for choice in conversation.prompt.choices] == ["Leave it as it is"]
    conversation.says(BETTER)
    assert conversation.facts.text("better-1") == BETTER
    assert conversation.facts.text("unsaid-1") == ANSWER


@pytest.mark.demand("R51")
def test_an_answer_that_was_missing_may_be_found_now(talk: Talk) -> None:
    conversation = talk().says(STORY, "6", "one moment", "only the blank", QUESTION, "I don't know yet")
    while conversation.question != "judge-when":
        conversation.says("skip")
    through(brought(conversation.says("tomorrow")).says("yes"), *SIX).says("i smiled")
    assert conversation.question == "better-1"
    assert not conversation.drafts
    assert conversation.says(BETTER).facts.text("better-1") == BETTER


@pytest.mark.demand("R50")
def test_on_the_same_evening_nobody_is_asked_for_a_second_version_of_what_they_just_wrote(talk: Talk) -> None:
    conversation = through(captured(talk).says("now"), *SIX).says("i smiled")
    assert "better-1" not in asked(conversation)
    assert conversation.question == "change-body-language"


def at_the_lesson(talk: Talk, *, feeling: str = "6") -> Conversation:
    return through(next_day(talk, feeling=feeling), *["well"] * 6).says("i smiled", "leave it")


@pytest.mark.demand("R56")
@pytest.mark.demand("R57")
def test_one_thing_learnt_is_asked_for_as_if_it_were_a_friends_interview(talk: Talk) -> None:
    conversation = at_the_lesson(talk)
    assert conversation.question == "learnt"
    assert "friend" in conversation.reply
    assert "fine-tune" in conversation.reply
    assert conversation.says("a small true story is enough").facts.text("learnt") == "a small true story is enough"


@pytest.mark.parametrize(
    "said", ["i should say so when i don't know", "nothing beats a true story", "don't leave it to luck"]
)
def test_own_words_that_only_sound_like_an_option_are_kept(talk: Talk, said: str) -> None:
    assert at_the_lesson(talk).says(said).facts.text("learnt") == said


@pytest.mark.parametrize("said", ["i don't know", "no idea", "nothing", "nothing yet", "no"])
def test_where_nothing_comes_to_mind_nothing_is_pressed(talk: Talk, said: str) -> None:
    conversation = at_the_lesson(talk).says(said)
    assert conversation.facts.value("learnt") == ("nothing",)
    assert conversation.question == "then-response"


@pytest.mark.demand("R53")
@pytest.mark.demand("R55")
def test_learning_is_said_to_raise_later_chances_without_a_number(talk: Talk) -> None:
    heard = at_the_lesson(talk).says("a small true story is enough").lines[0]
    assert "chances" in heard
    assert "one experience" in heard
    assert not any(character.isdigit() or character == "%" for character in heard)


def test_the_plan_is_one_question_where_the_moment_is_known_and_is_to_be_said_once_aloud(talk: Talk) -> None:
    conversation = at_the_lesson(talk).says("skip")
    assert "the question about a conflict with a colleague" in conversation.reply
    conversation.says("I tell the double-booking story.")
    assert conversation.facts.text("then-response") == "I tell the double-booking story."
    assert 'a conflict with a colleague, in your own words: "I tell the double-booking story".' in conversation.reply
    assert "aloud" in conversation.reply
    assert conversation.question == "feeling-now"


def without_a_weak_answer(talk: Talk) -> Conversation:
    """The plan of somebody who told of no question that went badly."""
    conversation = talk().says("had an interview at Acme today", "5", "some of it", "my nerves", "only that", "no")
    while conversation.question != "judge-when":
        conversation.says("skip")
    return conversation.says("now", "4", "i smiled", "nothing", "skip")


def test_a_cue_in_own_words_loses_only_its_when(talk: Talk) -> None:
    conversation = without_a_weak_answer(talk).says("when my voice starts to shake")
    assert "my voice starts to shake" in conversation.reply
    assert "when my voice" not in conversation.reply
    heard = conversation.says("I breathe out once").reply
    assert "my voice starts to shake" in heard
    assert "I breathe out once" in heard


def test_without_a_plan_nothing_is_said_aloud(talk: Talk) -> None:
    assert at_the_lesson(talk).says("skip", "no plan").question == "feeling-now"


def test_after_a_rough_one_the_second_half_may_be_left_out(talk: Talk) -> None:
    conversation = through(next_day(talk, feeling="9"), *SIX).says("i smiled")
    assert conversation.question == "judge-goes-on"
    assert conversation.says("leave it at that").question == "feeling-now"


def test_after_a_rough_one_a_skip_leaves_the_second_half_out(talk: Talk) -> None:
    conversation = through(next_day(talk, feeling="9"), *SIX).says("i smiled", "skip")
    assert conversation.question == "feeling-now"


def test_nothing_yet_to_a_question_is_no_news_of_their_answer(talk: Talk) -> None:
    conversation = at_the_lesson(talk).says("nothing yet")
    assert conversation.facts.value("outcome") is None
    assert "no answer yet" not in conversation.reply


# --- the end ---


def at_the_feeling(talk: Talk) -> Conversation:
    return at_the_lesson(talk).says("skip", "no plan")


@pytest.mark.parametrize("now", ["2", "5"])
def test_the_change_of_feeling_is_shown(talk: Talk, now: str) -> None:
    line = at_the_feeling(talk).says(now).lines[0]
    assert "6" in line
    assert now in line


def test_a_feeling_that_stayed_is_not_called_a_change(talk: Talk) -> None:
    line = at_the_feeling(talk).says("6").lines[0]
    assert line.count("6") == 1


@pytest.mark.parametrize("now", ["8", "9"])
def test_a_feeling_that_grew_heavier_is_not_passed_over(talk: Talk, now: str) -> None:
    lines = at_the_feeling(talk).says(now).lines
    assert len(lines) == 2
    assert "somebody" in lines[1].lower() or "person" in lines[1]


def test_practice_is_offered_with_its_days_and_once_is_enough(talk: Talk) -> None:
    conversation = at_the_feeling(talk).says("3")
    assert "Friday 27 November, Monday 30 November and Thursday 3 December at 18:30" in conversation.reply
    assert [choice.label for choice in conversation.prompt.choices] == ["Yes", "Once is enough", "No practice"]
    conversation.chooses("Once is enough")
    assert conversation.facts.value("practice") == "once"
    assert "Friday 27 November, 18:30" in conversation.reply


def test_practice_days_that_are_over_are_not_named_and_once_is_not_offered_in_their_place(talk: Talk) -> None:
    story = "my interview at Lakeside Clinic last thursday. mind went blank when they asked about a conflict with a colleague"
    conversation = talk().says(story, "6", *CAPTURED, "no day named", "skip", "no note", "now")
    through(conversation, *["well"] * 6).says("i smiled", "skip", "no plan", "3")
    assert conversation.facts.text("interview-on") == "2026-11-19"
    assert "on Wednesday 25 November and Saturday 28 November at 18:30" in conversation.reply
    assert [choice.label for choice in conversation.prompt.choices] == ["Yes", "No practice"]


def test_when_all_practice_days_are_over_none_is_offered(talk: Talk) -> None:
    story = "my interview at Lakeside Clinic was two weeks ago. mind went blank when they asked about a conflict with a colleague"
    conversation = talk().says(story, "6", *CAPTURED, "no day named", "skip", "no note", "now")
    through(conversation, *["well"] * 6).says("i smiled", "skip", "no plan", "3")
    assert conversation.facts.text("interview-on") == "2026-11-10"
    assert conversation.question is None
    assert "practice" not in asked(conversation)


def test_practice_that_would_come_to_nothing_is_not_offered(talk: Talk) -> None:
    conversation = talk().says(STORY, "6", "one moment", "only the blank", QUESTION, "I don't know yet")
    while conversation.question != "judge-when":
        conversation.says("skip")
    through(conversation.says("now"), *["well"] * 6).says("i smiled", "skip", "no plan", "3")
    assert conversation.question is None
    assert conversation.facts.value("judged") == "2026-11-24"


def test_the_end_names_what_was_done_and_one_thing_they_handled(talk: Talk) -> None:
    conversation = through(next_day(talk), *SIX).says("i greeted each of them by name", BETTER, "skip", "be brief")
    conversation.says("I tell the double-booking story", "3", "no", "nobody there")
    assert conversation.question is None
    for done in ("an answer in new words", "what you take along", "a plan in one sentence"):
        assert done in conversation.lines[-1]
    assert "i greeted each of them by name" in conversation.lines[-2]
    assert conversation.facts.value("judged") == "2026-11-25"


def test_what_they_were_asked_to_do_still_is_not_given_back_as_handled(talk: Talk) -> None:
    conversation = next_day(talk).says("yes", "3").says("the lesson plan, they asked me to send it")
    for _ in range(30):
        if conversation.question is None:
            break
        conversation.says("skip")
    assert "as you put it" not in conversation.transcript
    assert "They asked you for it" in conversation.transcript
    assert "they asked me to send it" not in conversation.transcript
    assert "they asked me to send it" in (conversation.facts.text("good-side") or "")


def test_a_look_back_of_nothing_but_skips_ends_kindly(talk: Talk) -> None:
    conversation = next_day(talk)
    for _ in range(30):
        if conversation.question is None:
            break
        conversation.says("skip")
    assert conversation.question is None
    assert "judged" in conversation.facts.all()


def test_the_offer_taken_up_with_now_is_not_put_off(talk: Talk) -> None:
    assert brought(captured(talk).says("tomorrow")).says("now").question == "nervous-before"


def test_every_message_of_the_look_back_stays_short(talk: Talk) -> None:
    conversation = through(next_day(talk), *SIX)
    for text in ("i smiled", BETTER, "skip", "be brief", "I tell the story", "3", "no"):
        conversation.says(text)
        prompt = [conversation.prompt.text] if conversation.question else []
        assert len(" ".join([*conversation.lines, *prompt]).split()) <= 60
