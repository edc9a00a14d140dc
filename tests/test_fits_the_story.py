"""What is said fits what was told: nothing asked that was said, every time word true, and the draft no warmer than they."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.drafts.naming import as_a_name
from core.understanding import names
from core.understanding.stings import Sting, own, sting
from tests.arc import nudged
from tests.caught import told
from tests.conversation import Conversation

Talk = Callable[..., Conversation]
FROZE = "just out of my interview at Acme for the clerk job. froze on the SQL question"
ANSWER = "i would group by the columns and keep the counts above one"


def to_the_channel(talk: Talk, wish: str = "yes", who: str = "Mrs Zulu asked it") -> Conversation:
    """As far as the question how to send the note."""
    conversation = talk().says(FROZE, "5", "only that", "how do you find duplicates", ANSWER, "skip", "nothing", wish)
    conversation.says("i may write", "no day named", who)
    assert conversation.question == "note-channel"
    return conversation


# --- asked once -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["only that", "one moment", "just the SQL question"])
def test_after_only_one_nobody_asks_for_another(talk: Talk, said: str) -> None:
    conversation = talk().says(FROZE, "5", said, "how do you find duplicates", ANSWER)
    assert conversation.question == "other-questions"


def test_who_cannot_say_whether_there_was_more_is_asked_for_another(talk: Talk) -> None:
    conversation = talk().says(FROZE, "5", "not sure", "how do you find duplicates", ANSWER)
    assert conversation.question == "another-1"


@pytest.mark.parametrize("before", [("no",), ("yes", "how do you find duplicates", ANSWER, "that was all")])
def test_who_said_that_all_of_it_was_bad_is_not_asked_what_went_all_right(talk: Talk, before: tuple[str, ...]) -> None:
    conversation = talk().says("interview at Acme today, it went badly", "6", "all of it", "my nerves", *before)
    assert conversation.question == "other-questions"
    assert not any(words in conversation.reply for words in ("all right", "no trouble", "easy", "by itself"))


@pytest.mark.demand("P22")
def test_another_question_may_be_named_at_once(talk: Talk) -> None:
    conversation = talk().says(FROZE, "5", "not sure", "how do you find duplicates", ANSWER)
    conversation.says("implement a cache with expiry")
    assert conversation.question == "unsaid-2"
    assert conversation.facts.value("question-2") == "implement a cache with expiry"


@pytest.mark.demand("R09")
def test_a_moment_told_where_it_was_asked_how_bad_all_of_it_was_is_the_answer(talk: Talk) -> None:
    conversation = talk().says("interview at Bosch today. test was fine, interview not so much", "6")
    assert conversation.question == "really-that-bad"
    conversation.says("the foreman Pieter asked about my gap year, 2019 to 2021. i said nothing really")
    assert conversation.question == "anything-else"
    assert "Apart from the question about your gap year" in conversation.reply


def test_who_tells_on_before_the_number_is_heard_and_not_asked_how_much_was_bad(talk: Talk) -> None:
    conversation = talk().says("hi, my interview was on tuesday. i cant stop thinking about it")
    conversation.says(
        "at Tala County office, records clerk. they asked where i see myself in 5 years and i said i dont know"
    )
    assert "the question of where you see yourself in 5 years" in conversation.lines[0]
    assert conversation.says("8").question == "anything-else"


def test_a_question_given_as_the_moment_is_not_asked_for_again(talk: Talk) -> None:
    conversation = talk().says(
        "had an interview at Acme today. not great", "6", "some of it", "why did you leave your last job"
    )
    assert conversation.question == "unsaid-1"
    assert "one moment" in conversation.reply


@pytest.mark.demand("R11")
def test_what_they_name_twice_is_still_one_moment(talk: Talk) -> None:
    conversation = talk().says("interview at Acme today. cried when they asked about the night shift", "6")
    conversation.says("when they asked about the night shift, i could not stop")
    assert conversation.question == "question-1"
    assert "a list" not in conversation.reply


def test_a_number_they_were_given_is_not_asked_for_at_the_call(talk: Talk) -> None:
    conversation = talk().says(FROZE, "5", "only that", "skip", ANSWER, "skip", "nothing", "yes")
    conversation.says("she gave me her number", "no day named", "Mrs Zulu asked it", "call")
    assert conversation.question == "script-call" or conversation.drafts
    assert "direct number" not in conversation.reply


def test_who_answered_both_questions_is_not_asked_again_whose_they_were(talk: Talk) -> None:
    conversation = talk().says(
        FROZE, "5", "not sure", "skip", ANSWER, "what is a join", "it puts two tables side by side"
    )
    conversation.says("that was all", "skip", "nothing", "yes", "i may write", "no day named")
    conversation.says("Mrs Zulu asked both, and Mr Banda was there")
    assert "Mrs Zulu, who asked both" in conversation.reply
    assert conversation.question == "note-channel"


def test_the_way_there_is_not_asked_for_after_it_was_told_with_the_first_impression(talk: Talk) -> None:
    conversation = talk().says("was ten minutes late for my interview at Acme today, otherwise it was ok", "4", "no")
    conversation.says("skip", "nothing", "yes", "i may write", "no day named", "Mr Banda", "no note", "now", "4")
    conversation.says("nothing", "first impressions", "take the bus before")
    assert conversation.question == "learnt"


@pytest.mark.demand("R56")
def test_a_lesson_that_is_a_plan_is_the_plan(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("no note", "now", "3", "nothing", "nothing else", "begin with the aim")
    assert "Say your answer to the SQL question once aloud" in conversation.reply
    assert conversation.question == "feeling-now"


def test_a_lesson_that_is_no_plan_leads_to_one(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("no note", "now", "3", "nothing", "nothing else", "nerves pass")
    assert conversation.question == "then-response"


# --- what it was -------------------------------------------------------------------------------------------


@pytest.mark.demand("R10")
@pytest.mark.parametrize(
    ("text", "struggle"),
    [
        ("i was doing well until the demonstration lesson, the children would not settle", "the demonstration lesson"),
        ("all went fine up to the typing test", "the typing test"),
        ("it was going ok until they asked about my salary", "the question about my salary"),
        ("went better than i thought. only salary question was little awkward", "the salary question"),
        ("the role play felt really awkward", "the role play"),
        ("they asked me what i do when a count is wrong n i just stared", "what i do when a count is wrong"),
        ("he asked me how i deal wiv targets n i dint know wat to say", "how i deal wiv targets"),
        ("they asked where i see myself in 5 years and i said i dont know", "where i see myself in 5 years"),
    ],
)
def test_the_moment_is_heard_as_people_type_it(text: str, struggle: str) -> None:
    assert struggle in told(text, "struggle")


@pytest.mark.parametrize(
    "text",
    [
        "it went well until the end",
        "i was fine until the last minute",
        "the interview was hard",
        "what was the hard part",
    ],
)
def test_no_end_and_no_whole_is_taken_for_a_moment(text: str) -> None:
    assert not told(text, "struggle")


def test_what_was_to_be_done_there_is_asked_for_as_a_task_and_never_quoted_as_a_question(talk: Talk) -> None:
    conversation = talk().says(
        "interview at Acme today. i was doing well until the demonstration lesson", "6", "only that"
    )
    assert "task" in conversation.reply
    conversation.says("teach fractions to thirty children", "i would lower my voice and use the clap pattern", "skip")
    conversation.says("nothing", "yes", "i may write", "no day named", "Mrs Zulu", "e-mail", "show me now")
    (draft,) = conversation.drafts
    assert "thinking further about the demonstration lesson:" in draft.text
    assert "your question" not in draft.text


def test_a_loss_told_as_an_answer_is_met_as_one(talk: Talk) -> None:
    conversation = talk().says(FROZE, "6", "only that", "why were you not working for two years")
    conversation.says("my father was sick and i looked after him. he died")
    assert "your father" in conversation.lines[0]


def test_that_an_interview_upsets_is_said_at_the_number_or_not_at_all(talk: Talk) -> None:
    conversation = talk().says("interview at Acme today", "6", "some of it", "a question i could not answer", "skip")
    conversation.says("i was so nervous that day, i would say that i like the work")
    assert "stressful" not in conversation.transcript


def test_somebody_who_called_nothing_bad_is_not_asked_whether_it_was_really_that_bad(talk: Talk) -> None:
    reply = talk().says("had my interview today at Costa", "4").reply
    assert "really that bad" not in reply
    assert "did any of it go badly" in reply


@pytest.mark.parametrize("said", ["dont know how it went tbh", "no idea how it went", "hard, i can't tell how it went"])
def test_who_cannot_tell_how_it_went_is_not_asked_how_much_of_it_was_bad(talk: Talk, said: str) -> None:
    conversation = talk().says(f"had my interview today at Costa. {said}", "5")
    assert conversation.question == "cause"


def test_who_called_all_of_it_bad_is_asked_all_the_same(talk: Talk) -> None:
    conversation = talk().says("bombed my interview at Costa today, i can't tell how it went", "5")
    assert conversation.question == "really-that-bad"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("i kept saying um the whole time", Sting.MANNER),
        ("i couldn't get a word out", Sting.WORDS),
        ("my lips were trembling", Sting.NERVES),
        ("i could not stop talking", Sting.RAMBLING),
        ("she didn't smile once", Sting.THEM),
    ],
)
def test_how_they_came_across_and_what_stung_are_read_in_one_place(text: str, heard: Sting) -> None:
    assert sting(text) is heard
    assert bool(list(own(text))) is (heard is not Sting.THEM)


# --- names, places, times ------------------------------------------------------------------------------------


@pytest.mark.demand("R22")
def test_one_person_with_two_guesses_at_a_name_is_one_whose_name_is_not_sure(talk: Talk) -> None:
    people = names.read("a guy called Josh and the manager i think she was called Priya or Prisha")
    assert people.names == ("Josh",)
    assert people.unnamed == 1
    assert names.read("It was Mrs Banda or Mrs Bwalya").names == ()
    assert names.read("Mr Phiri asked, and Anna or Hanna from HR").unnamed == 1
    assert "a man, and two women" in to_the_channel(talk, who="a man and two women").reply


@pytest.mark.parametrize(
    ("text", "place", "role"),
    [
        ("interview at Infosys Pune for QA today", "Infosys Pune", "QA"),
        ("rejection letter today from Dr Patel's dental office", "Dr Patel's dental office", None),
        (
            "came from the interview at Kitwe Teaching Hospital, theatre nurse. tired",
            "Kitwe Teaching Hospital",
            "theatre nurse",
        ),
        ("just had interview at amazon in tilbury, picker. late", "amazon", "picker"),
        ("interviewed at Mutende Primary School for a grade 3 post", "Mutende Primary School", "grade 3 post"),
    ],
)
def test_the_place_ends_where_the_job_begins(text: str, place: str, role: str | None) -> None:
    assert told(text, "organisation") == [place]
    assert told(text, "role") == ([] if role is None else [role])


def test_a_doctor_whose_name_a_place_has_interviewed_nobody() -> None:
    assert not told("letter from Dr Patel's dental office", "interviewer")


@pytest.mark.demand("K05")
def test_next_week_ends_on_its_friday(talk: Talk) -> None:
    conversation = talk().says(
        FROZE, "5", "only that", "skip", ANSWER, "skip", "nothing", "yes", "i may write", "next week"
    )
    assert conversation.facts.value("answer-promised-at") == "2026-12-04"


@pytest.mark.parametrize(("said", "day"), [("yesterday", "yesterday"), ("on monday", "yesterday"), ("today", "today")])
def test_a_second_interview_is_named_so_with_the_day_they_told(talk: Talk, said: str, day: str) -> None:
    reply = talk().says(f"had my second interview at Acme {said}. froze on the SQL question").reply
    assert f"Noted: the second interview, Acme, {day}" in reply


@pytest.mark.parametrize(
    "said",
    ["im on nights again, cant now", "cant, working", "tomorow, im going to sleep", "tmrw", "sorry busy at work"],
)
def test_who_cannot_now_has_not_left_it_out(talk: Talk, said: str) -> None:
    conversation = to_the_channel(talk).says("no note", "tomorrow")
    assert conversation.hours(hours=24) == ["Wed 25 09:00"]
    conversation.says(said)
    assert "ook back" in conversation.reply
    assert conversation.facts.value("judge-when") != "no"
    assert "went past me" not in conversation.reply


def test_another_step_than_the_one_offered_is_taken(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("e-mail", "tomorrow", "tomorrow")
    conversation.hours(hours=50)
    assert conversation.prompt.question.startswith("last-call")
    assert conversation.says("ok lets look back").question == "nervous-before"


# --- the drafts and what comes -------------------------------------------------------------------------------


@pytest.mark.demand("R29", "K07")
@pytest.mark.parametrize(
    ("wish", "line"),
    [
        ("yes", "I am still very interested in the clerk position"),
        ("yeah i guess", "I am still interested in the clerk position"),
        ("yes i suppose so", "I am still interested in the clerk position"),
    ],
)
def test_the_note_is_no_keener_than_they_are(talk: Talk, wish: str, line: str) -> None:
    (draft,) = to_the_channel(talk, wish).says("e-mail", "show me now").drafts
    assert line in draft.text


def test_after_a_good_one_the_interest_is_not_still_there(talk: Talk) -> None:
    conversation = talk().says(
        "my interview at Acme today went really well", "no", "skip", "nothing", "yes", "i may write"
    )
    (draft,) = conversation.says("no day named", "Mrs Zulu", "e-mail", "show me now").drafts
    assert "I am very interested in the position at Acme" in draft.text


@pytest.mark.demand("K03")
def test_what_they_called_dumb_is_in_no_note_and_is_not_held_up_to_them(talk: Talk) -> None:
    conversation = talk().says(
        FROZE, "5", "only that", "skip", "skip", "skip", "i said something about my play which was dumb"
    )
    assert "have not heard that yet" not in conversation.reply
    conversation.says("yes", "i may write", "no day named", "Mrs Zulu", "e-mail")
    assert conversation.question == "note-look"
    assert "dumb" not in conversation.transcript
    assert "play" not in conversation.says("show me now").drafts[-1].text


def test_sent_both_is_both(talk: Talk) -> None:
    conversation = to_the_channel(talk, who="Mrs Zulu asked it, and Mr Banda").says(
        "e-mail", "show me now", "sent both"
    )
    assert conversation.facts.value("note-1-sent")
    assert conversation.facts.value("note-2-sent")
    assert conversation.question == "judge-when"
    assert conversation.reply.lower().count("sent") == 1
    assert "the note to Mrs Zulu, and yours to Mr Banda" in conversation.reply  # no draft was shown for him


def test_a_small_question_with_a_reason_behind_it_is_answered_and_not_missed(talk: Talk) -> None:
    reply = to_the_channel(talk).says("do i have to write a note? its only a cafe").reply
    assert "No, you do not have to" in reply
    assert "24 hours" not in reply
    assert "follow you" not in reply
    assert "went past me" not in reply


def test_after_a_hold_no_reason_is_given_that_time_has_overtaken(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("e-mail", "tomorrow", "tomorrow", "pause until saturday")
    reply = conversation.says("what will you send me").reply
    assert "best within a day" not in reply


def test_a_note_beside_a_call_is_announced_as_what_comes_without_one(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("call", "yes", "next", "i call later", "tomorrow")
    conversation.hours(hours=6)
    assert "the thank-you note (if no call)" in conversation.transcript


def test_no_practice_is_heard_where_none_was_to_come(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("no note", "not at all").says("no practice")
    assert '"Steps"' not in conversation.reply
    assert "none" in conversation.reply.lower()


@pytest.mark.parametrize("said", ["HR will mail", "they will call", "she said they'd let us know"])
def test_that_they_write_is_no_rule_about_writing(talk: Talk, said: str) -> None:
    conversation = talk().says(FROZE, "5", "only that", "skip", ANSWER, "skip", "nothing", "yes", said)
    assert conversation.question == "answer-promised-at"


def test_after_a_no_what_comes_last_is_letting_it_rest(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("no note", "not at all", "they said no", "skip")
    assert "letting it rest" in conversation.reply


@pytest.mark.parametrize(
    "said",
    [
        "they called!! they want me to come back on monday for second interview",
        "they invited me to a second interview on monday",
        "second round is on monday, they want me back",
    ],
)
def test_a_second_interview_on_monday_is_on_monday_and_not_on_some_second(talk: Talk, said: str) -> None:
    conversation = to_the_channel(talk).says("no note", "not at all", said)
    assert conversation.facts.value("next-interview-on") == "2026-11-30"


@pytest.mark.demand("R11")
def test_minutes_late_beside_today_are_no_hour(talk: Talk) -> None:
    conversation = talk().says("was at the interview at Harbour Welding today, 15 minutes late cos of the bus")
    assert conversation.facts.value("interview-on") == "2026-11-24"
    assert conversation.facts.value("minutes-late") == 15


def test_a_look_back_of_last_month_is_offered_as_one(talk: Talk) -> None:
    conversation = talk().says("bombed my interview at Acme today", "8")
    conversation.hours(hours=22)
    reply = conversation.says("stop writing").after(days=30).says("go on").reply
    assert "31 days" in reply


def test_what_came_of_the_call_is_not_asked_of_who_has_just_told_it(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("call", "yes", "next", "i call later", "tomorrow")
    conversation.hours(hours=6)
    conversation.says("i spoke with her")
    assert conversation.question == "call-all-said"
    assert conversation.says("yes").question is None
    assert conversation.facts.value("call-became") == "reached"


# --- read aloud once more ------------------------------------------------------------------------------------

NIGHTS = "interview at the hospital today, theatre nurse. they asked me what i do when a swab count is wrong and i just stared"


def test_who_is_very_low_may_leave_it_at_one_piece_and_is_asked_only_what_could_do_harm(talk: Talk) -> None:
    conversation = talk().says(NIGHTS, "9", "some of it", "only that", "you stop and count again")
    assert conversation.question == "enough-for-today"
    assert conversation.says("thats enough").question == "contact"
    conversation.says("i may write")
    assert conversation.question == "judge-when"
    assert conversation.facts.value("wants-job") is None


def test_who_goes_on_at_a_nine_is_asked_for_the_rest(talk: Talk) -> None:
    conversation = talk().says(NIGHTS, "9", "some of it", "only that", "you stop and count again", "go on")
    assert conversation.question == "other-questions"


def test_who_tells_more_where_it_may_end_is_heard_and_goes_on(talk: Talk) -> None:
    conversation = talk().says(NIGHTS, "9", "some of it", "only that", "you stop and count again")
    conversation.says("they also wanted to know about the theatre list and the new tables")
    assert "kept" in conversation.lines[0].lower() or "as well" in conversation.lines[0]
    assert conversation.question == "other-questions"


def test_nobody_is_offered_the_end_on_a_middling_day(talk: Talk) -> None:
    conversation = talk().says(NIGHTS, "6", "only that", "you stop and count again")
    assert conversation.question == "other-questions"


def test_what_the_note_stands_on_is_asked_before_it_is_shown_to_who_left_the_rest(talk: Talk) -> None:
    conversation = talk().says(NIGHTS, "9", "some of it", "only that", "you stop and count again", "enough")
    conversation.says("i may write", "tomorrow").waits(hours=24)
    assert conversation.says("show the note").question == "wants-job"
    conversation.says("yes", "Sister Banda asked it")
    assert "Dear Sister Banda" in conversation.drafts[0].text
    assert "still very interested" in conversation.drafts[0].text


@pytest.mark.parametrize(
    ("answer", "who"),
    [
        ("my father was sick and i cared for him. he died", "your father"),
        ("my gran was ill and i nursed her. she died", "your gran"),
        ("my mother and my father were both ill. he died", "a loss"),
    ],
)
def test_a_loss_is_named_by_who_it_was_and_nothing_is_asked_at_once(talk: Talk, answer: str, who: str) -> None:
    conversation = talk().says(FROZE, "6", "only that", "why were you not working for two years", answer)
    assert who in conversation.lines[0]
    assert conversation.question == "enough-for-today"


@pytest.mark.parametrize(
    "told", ["i should of asked to move it", "it was my own fault", "why didn't i practise it out loud"]
)
def test_who_blames_themselves_gets_a_word_for_it(talk: Talk, told: str) -> None:
    conversation = talk().says("the worst interview of my life, at the hospital today", "9", "all of it", told)
    assert any(word in conversation.lines[0] for word in ("no fault", "hold it against", "carried along"))


def test_what_they_should_have_said_is_no_self_blame_and_can_still_be_said(talk: Talk) -> None:
    conversation = talk().says("the worst interview of my life, at the hospital today", "9", "all of it")
    assert "no fault" not in conversation.says("i should have told them about the ward").lines[0]


def test_i_dont_know_with_more_behind_it_is_kept_whole(talk: Talk) -> None:
    conversation = talk().says(NIGHTS, "9", "all of it")
    conversation.says("i dont know. the tiredness. i should of asked to move it")
    assert conversation.facts.value("anything-else") == "i dont know. the tiredness. i should of asked to move it"


@pytest.mark.parametrize("part", ["the demonstration lesson", "the typing test", "the group part"])
def test_a_part_of_an_interview_is_no_moment(talk: Talk, part: str) -> None:
    conversation = talk().says(f"interview at Mutende school today. messed up {part}", "6", "only that")
    assert part in conversation.reply
    assert "moment" not in conversation.lines[0]


def test_a_question_in_a_report_stands_last_in_a_list(talk: Talk) -> None:
    conversation = talk().says(
        "20 minutes late at Tesco today, then i froze when they asked why i left my last job", "6"
    )
    assert "being late and the question of why you left your last job" in conversation.says("only those").reply


def test_who_had_to_explain_being_late_is_heard_in_that_too(talk: Talk) -> None:
    conversation = talk().says("interview at Tesco today. 20 min late cos of the bus and the man was like why u late")
    assert any(word in conversation.lines[0] for word in ("asked", "explain"))


def test_who_has_said_that_there_was_no_other_hears_the_next_question_as_another_one(talk: Talk) -> None:
    conversation = talk().says(FROZE, "5", "not sure", "how do you find duplicates", ANSWER, "that was all")
    assert conversation.question == "other-questions"
    assert "besides" not in conversation.reply


@pytest.mark.parametrize("ask", ["can i just phone him", "could i ring them instead"])
def test_who_asks_whether_they_may_call_gets_a_yes_first(talk: Talk, ask: str) -> None:
    conversation = talk().says(FROZE, "5", "only that", "skip", ANSWER, "skip", "nothing", "yes")
    conversation.says("he gave me his number", "no day named", "Pieter asked it", ask)
    assert "call" in conversation.lines[0]
    assert "six" in conversation.lines[0]


def test_a_card_they_gave_is_a_number_they_gave(talk: Talk) -> None:
    conversation = talk().says(FROZE, "5", "only that", "skip", ANSWER, "skip", "nothing", "yes", "he gave me his card")
    assert conversation.facts.value("direct-number") == "yes"


def test_on_the_day_after_a_call_is_too_late_and_nothing_waits_for_one(talk: Talk) -> None:
    conversation = talk().says(FROZE.replace("just out of", "yesterday was"), "5", "only that", "skip", ANSWER, "skip")
    conversation.says("nothing", "yes", "he gave me his number", "no day named", "Pieter asked it", "can i ring him")
    assert conversation.question == "note-channel"
    conversation.says("email", "tomorrow")
    assert "if no call" not in conversation.reply


def test_the_one_in_charge_is_nobodys_colleague_in_a_note(talk: Talk) -> None:
    who = "a guy called Josh asked it and the manager i think she was called Priya or Prisha"
    conversation = to_the_channel(talk, who=who).says("email", "show me now")
    assert "Thank you, and the manager, for your time" in conversation.drafts[0].text


def test_another_of_them_is_a_colleague(talk: Talk) -> None:
    conversation = to_the_channel(talk, who="Josh asked it, and a lady from hr").says("email", "show me now")
    assert "Thank you, and your colleague, for your time" in conversation.drafts[0].text


def test_two_guesses_at_a_name_are_told_to_be_left_out(talk: Talk) -> None:
    conversation = to_the_channel(talk, who="Josh asked it, and the manager, Priya or Prisha")
    assert "Priya or Prisha" in conversation.reply


@pytest.mark.parametrize(("said", "besides"), [("sent both", True), ("sent all of it", False), ("sent", False)])
def test_of_one_note_that_is_known_sent_both_is_heard(talk: Talk, said: str, besides: bool) -> None:
    conversation = to_the_channel(talk).says("email", "show me now", said)
    assert ("the other one" in conversation.reply) is besides


def test_a_place_typed_in_small_letters_stands_with_capitals_in_a_letter(talk: Talk) -> None:
    conversation = talk().says("interview at amazon warehouse today, picker. froze on the targets question", "5")
    conversation.says("only that", "skip", ANSWER, "skip", "nothing", "yes", "i may write", "no day named", "skip")
    conversation.says("email", "show me now")
    assert "at Amazon Warehouse." in conversation.drafts[0].text


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("dhl", "DHL"),
        ("the district hospital", "the district hospital"),
        ("bank of zambia", "Bank of Zambia"),
        ("McDonald's", "McDonald's"),
    ],
)
def test_a_name_gets_its_capitals_and_no_others(place: str, name: str) -> None:
    assert as_a_name(place) == name


def test_a_look_back_taken_up_days_later_offers_no_practice_for_that_day(talk: Talk) -> None:
    conversation = talk().says(FROZE, "5", "only that", "how do you find duplicates", ANSWER, "skip", "nothing")
    conversation.says("yes", "i may write", "no day named", "skip", "no note", "tomorrow").waits(days=3)
    conversation.says("yes", "4", "nothing", "nothing else", "leave it as it is", "nothing yet", "no plan", "3")
    assert conversation.question == "practice"
    assert "Friday 27 November" not in conversation.reply
    assert "Monday 30 November" in conversation.reply
    assert "Friday 27" not in conversation.says("yes").reply


def test_who_leaves_it_at_that_is_not_asked_for_practice(talk: Talk) -> None:
    conversation = talk().says(FROZE, "7", "only that", "how do you find duplicates", ANSWER, "skip", "nothing")
    conversation.says("yes", "i may write", "no day named", "skip", "no note", "tomorrow").waits(hours=21)
    conversation.says("yes", "4", "nothing", "nothing else", "leave it at that", "4")
    assert conversation.question is None
    assert "ractise" in conversation.reply or "tried again" in conversation.reply


def test_what_they_told_of_as_all_right_is_named_where_the_good_side_is_asked_for(talk: Talk) -> None:
    conversation = talk().says("interview at Acme today. System design went okay-ish, but i froze on the SQL question")
    conversation.says("5", "only that", "skip", ANSWER, "skip", "nothing", "yes", "i may write", "no day named", "skip")
    conversation.says("no note", "now", "4")
    assert '"System design went okay-ish"' in conversation.reply


def test_how_far_it_went_well_is_taken_up_where_the_good_side_is_asked_for(talk: Talk) -> None:
    conversation = talk().says("interview at Acme today. I was doing well until the typing test, then i froze")
    conversation.says("5", "only that", "skip", "i would go slower", "skip", "nothing", "yes", "i may write")
    conversation.says("no day named", "skip", "no note", "now", "4")
    assert '"I was doing well until the typing test", you wrote.' in conversation.reply
    assert "up to then" in conversation.reply


def test_questions_that_went_all_right_are_named_where_the_good_side_is_asked_for(talk: Talk) -> None:
    conversation = talk().says(FROZE, "5", "not sure", "how do you find duplicates", ANSWER, "that was all")
    conversation.says(
        "medication errors", "nothing", "yes", "i may write", "no day named", "skip", "no note", "now", "4"
    )
    assert "Some questions went all right, you wrote: medication errors." in conversation.reply


def test_of_questions_named_where_all_of_it_was_bad_none_is_said_to_have_gone_all_right(talk: Talk) -> None:
    conversation = talk().says(
        "interview at Acme today. they asked what i do when a swab count is wrong and i just stared", "9"
    )
    conversation.says("all", "i dont know", "what if a count is wrong", "i would count again and look in the bin")
    conversation.says("go on", "that was all", "medication errors")
    assert conversation.facts.value("other-questions") == "medication errors"
    conversation.says("nothing", "yes", "i may write", "no day named", "skip", "no note", "tomorrow")
    nudged(conversation).says("yes", "6")
    assert "well" in conversation.prompt.text
    assert "all right" not in conversation.prompt.text


@pytest.mark.parametrize(
    ("told", "asked_again"), [("i laughed too, nervously", False), ("my answer about joins was too quick", True)]
)
def test_how_one_takes_being_laughed_at_is_no_fault_to_mend(talk: Talk, told: str, asked_again: bool) -> None:
    conversation = talk().says(
        "interview at Acme today. froze on the SQL question and they laughed at me", "5", "only those"
    )
    conversation.says(
        "how do you find duplicates", ANSWER, "skip", "nothing", "yes", "i may write", "no day named", "skip"
    )
    assert "it carries your answer, and says nothing of the laughing" in conversation.reply
    conversation.says("no note", "now", "4", "nothing", told)
    assert ("it was they who began" in conversation.reply) is not asked_again
    assert (conversation.question == "change-went-badly") is asked_again


def test_being_laughed_at_is_no_lesson_and_no_chance_to_fine_tune(talk: Talk) -> None:
    conversation = talk().says(
        "interview at Acme today. froze on the SQL question and they laughed at me", "5", "only those"
    )
    conversation.says(
        "how do you find duplicates", ANSWER, "skip", "nothing", "yes", "i may write", "no day named", "skip"
    )
    conversation.says("no note", "now", "4", "nothing", "i laughed too, nervously", "go on")
    for _ in range(4):
        if conversation.question == "learnt":
            break
        conversation.says("skip")
    assert "One thing of your own to take along" in conversation.reply or "Leaving aside" in conversation.reply


def test_what_one_of_them_asked_there_is_asked_for_by_their_name(talk: Talk) -> None:
    conversation = talk().says(
        "final panel at Zalando today. fell apart on the behavioural part when Katrin asked about a conflict with a product"
        " manager. Also the coding exercise: didn't finish it", "6", "only those"
    )  # fmt: skip
    assert "How did Katrin put it (the behavioural part)?" in conversation.reply


@pytest.mark.parametrize(
    "story", ["it went ok but i froze on the SQL question", "froze on the SQL question, otherwise it was ok"]
)
def test_that_the_whole_was_all_right_is_no_part_that_held(talk: Talk, story: str) -> None:
    conversation = talk().says(f"interview at Acme today. {story}", "5", "skip", ANSWER, "skip", "nothing", "yes")
    conversation.says("i may write", "no day named", "skip", "no note", "now", "4")
    assert "you wrote" not in conversation.reply


def test_tonight_is_offered_while_it_is_still_to_come(talk: Talk) -> None:
    conversation = talk().says(FROZE, "5", "only that", "skip", ANSWER, "skip", "nothing", "yes", "i may write")
    conversation.says("no day named", "skip", "no note", "tomorrow").waits(hours=21)
    assert [choice.label for choice in conversation.prompt.choices] == [
        "Yes",
        "In an hour",
        "Tonight",
        "Skip this part",
    ]
    conversation.says("tonight").waits(hours=10)
    assert [choice.label for choice in conversation.prompt.choices] == [
        "Yes",
        "In an hour",
        "Tomorrow",
        "Skip this part",
    ]
    assert "Thursday 26 November, 9:00" in conversation.chooses("Tomorrow").reply


def test_of_a_second_interview_nobody_counts_as_if_it_were_the_only_one(talk: Talk) -> None:
    first = (FROZE, "5", "only that", "skip", ANSWER, "skip", "nothing", "yes", "i may write", "no day named", "skip")
    conversation = talk().says(*first, "no note", "tomorrow")
    second = (said for said in first[1:])
    conversation.says("just out of another interview, at Beta Ltd. froze on the budget question", *second, "no note")
    assert "times (" not in conversation.reply
    assert "twice (" not in conversation.reply


@pytest.mark.parametrize("wish", ["wouldn't say no", "i wouldnt turn it down"])
def test_who_would_not_say_no_would_like_the_job(talk: Talk, wish: str) -> None:
    conversation = talk().says(FROZE, "5", "only that", "skip", ANSWER, "skip", "nothing", wish)
    assert conversation.facts.value("wants-job") == "yes"


@pytest.mark.parametrize("point", ["no accidents in eleven years", "no sick days since 2020"])
def test_a_clean_record_is_no_confession(talk: Talk, point: str) -> None:
    conversation = talk().says(FROZE, "5", "only that", "skip", ANSWER, "skip", point, "yes", "i may write")
    conversation.says("no day named", "Mrs Zulu asked it", "email", "show me now")
    assert point[1:] in conversation.drafts[0].text


def test_what_is_said_among_friends_is_named_before_a_letter_goes(talk: Talk) -> None:
    conversation = talk().says(FROZE, "5", "only that", "skip", "i group by the columns every day, lol", "skip")
    conversation.says("nothing", "yes", "i may write", "no day named", "Mrs Zulu asked it", "email", "show me now")
    assert '"lol"' in conversation.reply


def test_a_look_back_that_was_had_is_not_offered_again_for_tomorrow(talk: Talk) -> None:
    conversation = talk().says(FROZE, "5", "only that", "skip", ANSWER, "skip", "nothing", "yes", "i may write")
    conversation.says("no day named", "skip", "no note").waits(hours=22)
    conversation.says("yes", "4", "nothing", "nothing else", "nothing yet", "no plan", "3", "no practice")
    assert conversation.question != "judge-when"
    assert "tomorrow" not in conversation.reply.lower()


@pytest.mark.parametrize("said", ["keep it short", "keep it simple"])
def test_advice_to_be_brief_is_kept_and_no_order_to_us(talk: Talk, said: str) -> None:
    conversation = to_the_channel(talk).says("no note", "now", "3", "nothing", "nothing else", said)
    assert conversation.facts.value("learnt") == said


def test_a_place_is_named_with_the_kind_behind_it() -> None:
    assert told("had an interview at Rosewood care home for the carer job", "organisation") == ["Rosewood care home"]
    assert told("had an interview at Tesco for the warehouse job", "organisation") == ["Tesco"]


@pytest.mark.parametrize("said", ["the lady laffed", "they laufed at me", "the manager just lauged"])
def test_a_laugh_is_heard_however_it_is_spelt(said: str) -> None:
    assert sting(f"i went blank. then {said}") is Sting.LAUGHED_AT


def test_a_question_is_heard_from_who_cannot_spell() -> None:
    story = "interview at a nursery. they asked wot i wud do if a parent is angry n i went totaly blank"
    assert told(story, "question") == ["wot i wud do if a parent is angry"]
    assert told(story, "struggle") == ["wot i wud do if a parent is angry"]


def test_who_was_farther_on_before_there_was_a_place_to_stop_is_not_led_back_to_it(talk: Talk) -> None:
    conversation = talk().says(NIGHTS, "5", "only that", "you stop and count again", "skip", "nothing")
    assert conversation.question == "wants-job"
    assert conversation.says("it feels like a 9 now, not a 5").question != "enough-for-today"


@pytest.mark.parametrize(
    "said", ["it went really well!", "i think i nailed it!!", "had my interview at Tesco today, went brilliantly", "great!",
             "not bad actually", "good i think", "they loved me"]
)  # fmt: skip
def test_nobody_is_asked_how_awful_a_good_one_was(talk: Talk, said: str) -> None:
    conversation = talk().says(said)
    assert conversation.question == "answer-again"
    assert "awful" not in conversation.reply


def test_of_a_good_one_only_the_part_that_stings_is_put_on_a_scale(talk: Talk) -> None:
    conversation = talk().says("it went really well, i only stumbled on the last question")
    assert conversation.question == "feeling-at-first"
    assert "awful" not in conversation.reply


def test_another_one_after_a_good_one_is_another(talk: Talk) -> None:
    conversation = talk().says("my interview at Acme went really well", "no", "skip")
    conversation.says("I had another interview today, at Beta, and I froze")
    assert conversation.facts.text("organisation") == "Beta"
