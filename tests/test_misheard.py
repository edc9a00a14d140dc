"""What was once misheard in whole conversations, and must not be again: each from typed text to what is kept or said."""

from __future__ import annotations

from collections import Counter

import pytest

from core import lines
from core.facts import Picked
from core.flows.capture.acknowledgement import HEARD, HEARD_WELL
from core.understanding import names, several
from core.understanding.stings import Sting, sting
from core.wording import load
from tests.caught import told
from tests.moments import Talk, at, says
from tests.test_capture import ANSWER


@pytest.mark.parametrize(
    "text",
    [
        "sod off",
        "ok so whats the point of this. call?",
        "what do you mean",
        "useless",
        "skip it",
        "bloke called dave",
        "text",
        "nowt",
    ],
)
def test_a_curse_a_question_a_person_or_a_way_to_write_is_no_organisation(talk: Talk, text: str) -> None:
    conversation = talk().says("had an interview today, it went badly", "8", "all of it", "skip", "nothing else")
    for _ in range(12):
        if conversation.question in (None, "organisation"):
            break
        conversation.says("skip")
    assert conversation.question == "organisation"
    assert conversation.says(text).facts.value("organisation") is None


@pytest.mark.parametrize(
    ("text", "people", "unnamed"),
    [
        ("Email. To Mr Phiri.", ("Mr Phiri",), 0),
        ("just 1 lady the head teacher mrs mulenga", ("Mrs Mulenga",), 0),
        ("only one man, Mr Tembo", ("Mr Tembo",), 0),
        ("three people, I only know Mr Phiri", ("Mr Phiri",), 2),
        ("three people. Siobhan, Declan and the HR lady whose name I didn't catch", ("Siobhan", "Declan"), 1),
        ("four people: Mr Phiri and a lady", ("Mr Phiri",), 3),
        ("one lady and Mr Banda", ("Mr Banda",), 1),
    ],
)
def test_a_channel_is_nobody_and_one_person_is_one(text: str, people: tuple[str, ...], unnamed: int) -> None:
    read = names.read(text)
    assert (read.names, read.unnamed) == (people, unnamed)


@pytest.mark.parametrize(
    ("text", "people", "unnamed"),
    [
        ("hr lady and the boss", (), 2),
        ("hr and the manager", (), 2),
        ("boss", (), 1),
        ("manager, deputy and hr", (), 3),
        ("mrs zulu and hr lady", ("Mrs Zulu",), 1),
        ("Darren, night manager", ("Darren",), 0),
        ("arjun lead meera hr", ("Arjun", "Meera"), 0),
    ],
)
def test_who_is_told_by_what_they_are_counts_as_one_person_each(
    text: str, people: tuple[str, ...], unnamed: int
) -> None:
    read = names.read(text)
    assert (read.names, read.unnamed) == (people, unnamed)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("three", 3),
        ("3", 3),
        ("just the two", 2),
        ("there were three of them", 3),
        ("3 but i dont know names", 3),
        ("dont know their names, there were 3", 3),
        ("just the one", 1),
        ("both", 2),
    ],
)
def test_a_count_alone_is_how_many_were_there(talk: Talk, text: str, count: int) -> None:
    conversation = at(talk, "who").says(text)
    assert conversation.facts.value("interviewers-unnamed") == count
    assert "more" not in conversation.lines[0]
    assert conversation.question == "note-channel"


def test_no_names_is_still_no_names(talk: Talk) -> None:
    conversation = at(talk, "who").says("1")
    assert conversation.facts.value("interviewers") == Picked("no-names")


def test_being_told_that_one_was_told_stays_out_of_the_letter(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says("didnt i just tell u? dose over stock times volume, then i check it twice")
    assert conversation.facts.text("unsaid-1") == "dose over stock times volume, then i check it twice"


@pytest.mark.parametrize("text", ["no note man. im not begging", "i said NO NOTE", "nah no letter please"])
def test_a_refused_note_is_refused_however_it_is_put(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").says(text)
    assert not {"i1/note", "i1/last-call"} & set(conversation.state.promised)


def test_hours_are_kept_also_when_they_are_named_in_anger(talk: Talk) -> None:
    assert at(talk, "done").says("dont u dare write to me before 10").hours(days=1) == ["Wed 25 10:00"]


def test_a_sent_that_was_none_is_taken_back_and_the_note_comes_again(talk: Talk) -> None:
    conversation = at(talk, "done").says("sent it", "no wait i havent sent it yet")
    assert says(conversation, lines.NOT_SENT)
    assert "i1/note" in conversation.state.promised


def test_a_note_that_is_out_is_not_offered_to_be_looked_at(talk: Talk) -> None:
    conversation = at(talk, "note look").says("sent it")
    assert conversation.question == "judge-when"


@pytest.mark.parametrize(
    "text", ["ok thx. will do", "stop being so polite its creepy", "when do i start then lol", "is that all??"]
)
def test_after_a_new_start_a_word_about_the_last_interview_begins_no_other(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").restarts().arrives().says(text)
    assert conversation.question is None
    assert conversation.state.facts_of("i2").all() == {}


def test_after_a_new_start_another_interview_is_heard_as_one(talk: Talk) -> None:
    conversation = at(talk, "done").restarts().arrives()
    conversation.says("just out of another interview at Beta, froze on the budget question")
    assert conversation.question == "feeling-at-first"
    assert conversation.facts.text("organisation") == "Beta"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("i have second interview with Acme tomorrow 14:00", "next-round"),
        ("they want me for 2nd interview first", "next-round"),
        ("got dumped by them officially today", "rejected"),
        ("they offerd it last week", "offer"),
    ],
)
def test_news_is_heard_at_the_note(talk: Talk, text: str, outcome: str) -> None:
    assert at(talk, "note").says(text).facts.value("outcome") == outcome


def test_blame_is_not_taken_for_somebody_to_tell(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says("it's my fault. I always say too much. I ruin everything")
    assert not isinstance(conversation.facts.value("unsaid-1"), str)


@pytest.mark.parametrize("text", ["im so useless at this", "why am i so stupid"])
def test_somebody_who_is_low_when_nothing_is_asked_is_met(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").says(text)
    assert says(conversation, lines.STILL_HURTS)


def test_what_they_would_have_said_tells_nothing_of_the_panel(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says("shelf by shelf, two people, then compare")
    assert conversation.facts.value("panel-size") is None


def test_a_yes_that_is_the_answer_stays_in_the_note(talk: Talk) -> None:
    conversation = talk().says("just out of my interview at Acme. i froze on the forklift question", "6", "one moment")
    conversation.says(
        "have you driven a forklift on a ramp",
        "yes, load uphill and slowly, i did it for two years",
        "skip",
        "nothing",
    )
    conversation.says("yes", "i may write", "no day named", "Mr Banda asked it", "e-mail", "show me now")
    assert "Yes, load uphill and slowly" in conversation.drafts[0].text


# --- who was there ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "people", "unnamed", "asker"),
    [
        ("arjun lead meera hr n a guy who never said his name. arjun asked it", ("Arjun", "Meera"), 1, "Arjun"),
        ("bea. third time lol", ("Bea",), 0, None),
        ("sam the owner", ("Sam",), 0, None),
        ("priya n tom, tom asked", ("Priya", "Tom"), 0, "Tom"),
        ("meera thats the hr", ("Meera",), 0, None),
        ("two. a young lad and a woman called Mrs Moyo", ("Mrs Moyo",), 1, None),
        ("Mrs Tembo asked it. No sorry, Dr Tembo", ("Dr Tembo",), 0, "Dr Tembo"),
        ("Not Mrs Tembo. Only Dr Tembo, one person", ("Dr Tembo",), 0, None),
        ("whatever", (), 0, None),
        ("same as before", (), 0, None),
    ],
)
def test_people_are_heard_beside_what_they_are(
    text: str, people: tuple[str, ...], unnamed: int, asker: str | None
) -> None:
    read = names.read(text)
    assert (read.names, read.unnamed, read.asked_by) == (people, unnamed, asker)


def test_everybody_of_a_panel_is_heard_and_the_first_who_asked() -> None:
    story = (
        "The panel was Asha Rao (head of delivery), Dr Lena Vogt (chief engineer) and Tom Ash from HR. First, Asha asked"
        " how I handled a budget overrun and I waffled; second, Lena asked about safety"
    )
    assert told(story, "interviewer") == ["Asha Rao", "Dr Lena Vogt", "Tom Ash"]
    assert told(story, "asked-by") == ["Asha Rao"]


@pytest.mark.parametrize("job", ["ward nurse. I went red", "as a nurse. They asked why", "sous chef. I froze"])
def test_a_job_at_the_end_of_a_sentence_is_nobody(job: str) -> None:
    assert told(f"interview today at Acme, {job}", "interviewer") == []


@pytest.mark.parametrize("greeting", ["Hi", "Hello there", "Good morning", "Ok so"])
def test_a_greeting_is_no_second_interview(greeting: str) -> None:
    text = f"{greeting}, I had my interview today at Acme. I have been off two years with my baby and went red"
    assert several.read(text) == ()


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("9 mate", 9),
        ("7 bro, gutted", 7),
        ("five mate", 5),
        ("7. Mostly because I am furious about it, and because I know the answer cold", 7),
        ("3 people", None),
        ("one lady asked", None),
        ("2 of them", None),
    ],
)
def test_a_number_first_is_the_answer_and_a_count_is_none(talk: Talk, text: str, feeling: int | None) -> None:
    assert at(talk, "feeling").says(text).facts.value("feeling-at-first") == feeling


# --- where it was, and for which job ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "job"),
    [
        ("video interview w quillsoft jr backend dev just now, totally blanked", "quillsoft", "jr backend dev"),
        ("had interview w/ acme today", "acme", None),
        ("interview for junior data analyst at quillsoft went bad", "quillsoft", "junior data analyst"),
        ("Organisation: Hallam Rail. Role: Senior Project Engineer (signalling). Bad", "Hallam Rail", "Senior Project Engineer (signalling)"),
        ("interview w my boss today", None, None),
        ("interview w the manager", None, None),
        ("This is not for driver. Can you ask me something else", None, None),
    ],
)  # fmt: skip
def test_a_place_and_a_job_typed_on_a_phone_are_heard(text: str, place: str | None, job: str | None) -> None:
    assert told(text, "organisation") == ([] if place is None else [place])
    assert told(text, "role") == ([] if job is None else [job])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("obv yes want the job", None),
        ("u already know", None),
        ("no idea lol", None),
        ("cant say", None),
        ("its quillsoft, told u", "quillsoft"),
        ("copper pan like i said", "copper pan"),
        ("i said quillsoft", "quillsoft"),
        ("well its called acme", "acme"),
        ("northgate building society", "northgate building society"),
        ("Yes Bank", "Yes Bank"),
    ],
)
def test_what_says_something_is_no_place_and_a_place_said_again_is_one(text: str, place: str | None) -> None:
    assert names.organisation(text) == place


# --- names set right --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("lol the company is Zamtech not Acme. n thanks", "Zamtech"),
        ("no wait org is zamtech i said it at the start", "zamtech"),
        ("fix company name to zamtech", "zamtech"),
        ("thats not the name of the company omg. its Zamtech", "Zamtech"),
        ("company name is wrong, its Zamtech", "Zamtech"),
        ("no, the company is awful", "Acme"),
        ("the company is closed, not open", "Acme"),
        ("the company was nice", "Acme"),
    ],
)
@pytest.mark.parametrize("moment", ["job", "channel", "note", "done"])
def test_a_place_is_set_right_at_any_moment(talk: Talk, moment: str, text: str, place: str) -> None:
    conversation = at(talk, moment).says(text)
    assert conversation.facts.text("organisation") == place


def test_a_draft_has_the_right_name_and_what_else_was_asked_of_it(talk: Talk) -> None:
    draft = at(talk, "note").says("the company is Zamtech, not Acme. and warmer").drafts[0].text
    assert "Zamtech" in draft
    assert "Warm regards" in draft


def test_a_role_is_set_right_beside_an_answer(talk: Talk) -> None:
    conversation = at(talk, "unsaid")
    conversation.says("The role is SENIOR data analyst, as I said at the start. And the answer is: group by and count")
    assert conversation.facts.text("role") == "SENIOR data analyst"
    assert conversation.facts.text("unsaid-1") == "And the answer is: group by and count"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("and its Ruth, just Ruth", ["Ruth"]),
        ("call her Ruth", ["Ruth"]),
        ("her name is ruth zulu. and warmer", ["Ruth Zulu"]),
        ("The note is to Mrs Mumba, not 'Zulu'", ["Mrs Mumba"]),
        ("Not Mrs Zulu. Only Dr Zulu, one person.", ["Dr Zulu"]),
        ("Zulu is the company, not a person", ["Mrs Zulu"]),
        ("it was fine, just fine", ["Mrs Zulu"]),
        ("they asked me just one thing", ["Mrs Zulu"]),
    ],
)
def test_somebody_is_called_as_they_say_at_the_draft(talk: Talk, text: str, people: list[str]) -> None:
    conversation = at(talk, "note").says(text)
    if "company" in text:  # they were the only one who was there
        assert conversation.facts.texts("interviewer") == []
    else:
        assert [name for _, name in conversation.facts.texts("interviewer")] == people


def test_who_is_taken_out_moves_the_others_up_and_takes_no_question_along(talk: Talk) -> None:
    conversation = at(talk, "who").says("Nurse Abel, Mr Banda and Dr Moyo, Dr Moyo asked it")
    conversation.says("e-mail", "show me now", "Abel is my job, not a person")
    facts = conversation.facts
    assert facts.texts("interviewer") == [(1, "Mr Banda"), (2, "Dr Moyo")]
    assert facts.value("asked-by-1") == "interviewer-2"


def test_another_one_who_asked_it_changes_no_name(talk: Talk) -> None:
    conversation = at(talk, "who").says("Asha Rao and Dr Lena Vogt, Lena asked it")
    conversation.says("It was Asha who asked about duplicates, not Lena")
    facts = conversation.facts
    assert facts.texts("interviewer") == [(1, "Asha Rao"), (2, "Dr Lena Vogt")]
    assert facts.value("asked-by-1") == "interviewer-1"


def test_somebody_known_by_the_whole_name_is_nobody_new_by_a_part_of_it(talk: Talk) -> None:
    conversation = at(talk, "who").says("Asha Rao and Dr Lena Vogt, Lena asked it", "e-mail", "tomorrow")
    conversation.says("Dr Vogt asked me about duplicates, I spoke with Dr Vogt")
    assert [name for _, name in conversation.facts.texts("interviewer")] == ["Asha Rao", "Dr Lena Vogt"]


def test_who_asked_which_question_is_told_at_once(talk: Talk) -> None:
    conversation = talk().says(
        "interview at Acme today. i froze on the budget question", "7", "something else too", "the safety question too"
    )
    conversation.says("how did you handle a budget overrun", ANSWER, "how do you plan safety audits", ANSWER)
    for _ in range(8):
        if conversation.question == "interviewers":
            break
        conversation.says({"contact": "i may write", "wants-job": "yes"}.get(conversation.question or "", "skip"))
    conversation.says(
        "Asha Rao, who asked about the safety audits; Dr Vogt, who asked about the budget overrun; Tom Ash of HR"
    )
    assert conversation.facts.value("asked-by-1") == "interviewer-2"
    assert conversation.facts.value("asked-by-2") == "interviewer-1"


# --- days -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("they didnt say. she said shed ring me by the weekend", "2026-11-29"),
        ("she said shed text me next week", "2026-12-04"),
        ("They'll ring by thursday", "2026-11-26"),
    ],
)
def test_when_they_answer_is_kept_where_contact_is_asked_about(talk: Talk, text: str, day: str) -> None:
    conversation = at(talk, "contact").says(text)
    assert conversation.facts.text("answer-promised-at") == day
    assert conversation.question == "interviewers"


def test_to_be_told_to_mail_them_is_leave_to_write(talk: Talk) -> None:
    assert at(talk, "contact").says("hr said mail her if q so ya").facts.text("contact") == "open"


def test_no_idea_is_no_no(talk: Talk) -> None:
    assert at(talk, "job").says("no idea they said soon").facts.value("wants-job") is None


def test_the_day_of_their_answer_is_heard_before_another_interview(talk: Talk) -> None:
    conversation = at(talk, "answer by")
    conversation.says("By Friday. And I have my other interview on Thursday at Kafue Road Hospital")
    assert conversation.state.facts_of("i1").text("answer-promised-at") == "2026-11-27"
    assert conversation.state.facts_of("i2").text("next-interview-on") == "2026-11-26"


@pytest.mark.parametrize(
    "texts",
    [
        ("They want to see me again, second interview, Friday 4 December at 11",),
        ("they invited me to a second interview", "4 December at 11:00"),
    ],
)
def test_the_hour_of_the_next_interview_is_kept(talk: Talk, texts: tuple[str, ...]) -> None:
    conversation = at(talk, "done").says(*texts)
    assert conversation.facts.text("next-interview-at") == "2026-12-04T11:00"


def test_a_question_is_kept_without_who_asked_it_and_tells_of_no_job(talk: Talk) -> None:
    conversation = at(talk, "their words")
    conversation.says("What does the norm require of you as an engineer? Mr Harris he asked it, the depot manager.")
    facts = conversation.facts
    assert facts.text("question-1") == "What does the norm require of you as an engineer"
    assert [name for _, name in facts.texts("interviewer")] == ["Mr Harris"]
    assert facts.value("role") is None
    quoted = at(talk, "their words").says('Tom Ash asked: "What are your expectations?"')
    assert quoted.facts.text("question-1") == "What are your expectations?"


def test_nobody_to_practise_with_is_nobody_whatever_follows(talk: Talk) -> None:
    conversation = talk().says("i have an interview at Acme on friday", "yes now", "leave that out", "said it aloud")
    conversation.says("retail", "next part", "nobody. my wife is sick of hearing it")
    assert not isinstance(conversation.facts.value("mock-with"), str)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("had another one. zanaco. went ok actually", "zanaco"),
        ("i had another interview at the halifax today", "halifax"),
        ("just had another interview, it was fine", None),
        ("second interview was yesterday, it went well", None),
    ],
)
@pytest.mark.parametrize("moment", ["done", "check in"])
def test_one_more_interview_that_was_is_heard_when_nothing_else_is_asked(
    talk: Talk, moment: str, text: str, place: str | None
) -> None:
    conversation = at(talk, "done")
    if moment == "check in":
        conversation.waits(days=9)
    conversation.says(text)
    assert conversation.question == ("answer-again" if "went well" in text else "feeling-at-first")
    assert conversation.state.interviews_begun == 2
    assert conversation.facts.text("organisation") == place


def test_the_next_round_is_at_the_same_place(talk: Talk) -> None:
    conversation = at(talk, "done").says("they invited me to a second interview", "4 December at 11:00")
    conversation.after(days=12).says("had the 2nd one with frank today. i think it went fine")
    assert conversation.state.interviews_begun == 2
    assert conversation.facts.text("organisation") == "Acme"


def test_somebody_is_heard_with_what_they_are(talk: Talk) -> None:
    conversation = at(talk, "others").says("none. i wanna write to bea the owner")
    assert [name for _, name in conversation.facts.texts("interviewer")] == ["Bea"]


@pytest.mark.parametrize(
    ("moment", "text", "day"),
    [
        ("answer by", "she said shed ring me by the weekend", "2026-11-29"),
        ("answer by", "she said she'd ring me by friday", "2026-11-27"),
        ("contact", "they didnt say. she said shed ring me by the weekend", "2026-11-29"),
        ("contact", "she said shed text me next week", "2026-12-04"),
        ("contact", "she'll message me next week", "2026-12-04"),
    ],
)
def test_when_they_will_ring_or_text_is_when_they_answer(talk: Talk, moment: str, text: str, day: str) -> None:
    conversation = at(talk, moment).says(text)
    assert conversation.facts.value("answer-promised-at") == day
    assert "an answer by" in conversation.reply


@pytest.mark.parametrize(
    "text", ["she'd ring me", "same as before. they'll be in touch", "no day, she didnt say if next week"]
)
def test_where_no_day_is_named_none_is_made(talk: Talk, text: str) -> None:
    assert at(talk, "answer by").says(text).facts.value("answer-promised-at") == Picked("none")


def test_a_day_that_they_named_for_a_talk_puts_nothing_off(talk: Talk) -> None:
    conversation = at(talk, "done")
    conversation.waits(hours=21)
    conversation.says("she said come in monday!!! for a chat")
    assert conversation.facts.value("outcome") == "next-round"
    assert conversation.facts.value("next-interview-on") == "2026-11-30"


# --- leave to write, and questions where words are asked for ------------------------------------------------


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("nobody said don't email btw", "open"),
        ("they never told me not to write", "open"),
        ("they did NOT ask for no contact", "open"),
        ("they said don't email", "barred"),
        ("they asked me not to contact them", "barred"),
        ("can i email them?", None),
    ],
)
def test_a_ban_on_contact_that_nobody_spoke_is_none(text: str, contact: str | None) -> None:
    assert told(text, "contact") == ([] if contact is None else [contact])


def test_a_ban_that_was_misheard_is_taken_back(talk: Talk) -> None:
    conversation = at(talk, "done").says("they asked for no contact")
    assert conversation.facts.value("contact") == "barred"
    assert conversation.says("no, i can email them").facts.value("contact") == "open"


@pytest.mark.parametrize(
    "text",
    [
        "is it that bad tho? do they bin you for that",
        "Is my English too bad for this job? You can say honest",
        "wait do you even know sql, is that answer right?",
    ],
)
@pytest.mark.parametrize("moment", ["unsaid", "nothing missing"])
def test_a_question_to_the_coach_is_in_no_letter(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment)
    asked = conversation.question or ""
    conversation.says(text)
    assert conversation.facts.text(asked) is None
    assert conversation.question == asked


def test_what_answered_the_coach_stays_out_of_the_point(talk: Talk) -> None:
    conversation = at(talk, "nothing missing").says(
        "Yeah. I have a forklift licence", "yes", "i may write", "no day named"
    )
    conversation.says("Mrs Zulu", "e-mail", "show me now")
    assert "I would like to add: I have a forklift licence" in conversation.drafts[0].text


@pytest.mark.parametrize(
    "text", ["They have invited me for a trial morning next Monday at nine", "i've been asked to do a trial shift"]
)
def test_an_invitation_to_a_trial_is_a_next_round(talk: Talk, text: str) -> None:
    assert at(talk, "done").says(text).facts.value("outcome") == "next-round"


def test_a_place_behind_a_job_is_set_right_by_itself(talk: Talk) -> None:
    conversation = talk().says("I had an interview this morning for an administrator post at the care home", "5")
    conversation.says("The post is administrator at the GP surgery, not at the care home. Please correct that.")
    assert conversation.facts.text("organisation") == "the GP surgery"
    assert (
        conversation.says("It was at the GP surgery, not the care home.").facts.text("organisation") == "the GP surgery"
    )


# --- what will be done the next time ------------------------------------------------------------------------

RESOLUTIONS = [
    "next time i'd ask for a minute to think",
    "Next time I will write it down first",
    "i'll ask them to repeat the question next time",
    "next time i say i need a moment",
    "note to self: don't rush. and then i'd breathe",
    "from now on i answer slower",
]


@pytest.mark.parametrize("said", RESOLUTIONS)
def test_what_they_will_do_next_time_is_learnt_and_no_words_for_the_interviewer(talk: Talk, said: str) -> None:
    conversation = at(talk, "unsaid").says(said)
    assert conversation.question == "unsaid-1"
    assert says(conversation, lines.FOR_NEXT_TIME)
    conversation.says(ANSWER, "that was all", "skip", "nothing", "yes", "i may write", "no day named")
    conversation.says("Mrs Zulu asked it", "e-mail", "show me now")
    assert conversation.facts.text("learnt") == said
    assert conversation.facts.text("unsaid-1") == ANSWER
    assert said.casefold() not in conversation.drafts[0].text.casefold()


def test_who_has_only_resolutions_is_not_asked_for_an_answer_again_and_again(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says(*RESOLUTIONS[:2])
    assert conversation.question == "another-1"
    assert not isinstance(conversation.facts.value("unsaid-1"), str)
    assert conversation.facts.text("learnt") == f"{RESOLUTIONS[0]}. {RESOLUTIONS[1]}"


def test_an_answer_behind_a_resolution_is_the_answer(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says("in future i'd slow down first. group by the columns, counts above one")
    assert conversation.facts.text("unsaid-1") == "group by the columns, counts above one"
    assert conversation.facts.text("learnt") == "in future i'd slow down first."


@pytest.mark.parametrize(
    "said",
    [
        "next time i'd say group by the columns and count",
        "next time i will mention my forklift licence",
        "i tell the customer that next time he can call me",
        "next time a customer shouts i stay calm and fetch the manager",
        "the next time the client called i was ready and gave him the number",
        "i would use the example of the bakery next time",
    ],
)
def test_words_for_them_stay_the_answer_though_next_time_is_in_them(talk: Talk, said: str) -> None:
    conversation = at(talk, "unsaid").says(said)
    assert conversation.facts.text("unsaid-1") == said
    assert conversation.facts.value("learnt") is None


# --- answers with more around them ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("like a 6 going in", 6),
        ("about a 7 before and calmer once i sat down", 7),
        ("5 when walking in", 5),
        ("an 8 to start with", 8),
    ],
)
def test_a_number_with_its_moment_is_the_answer(talk: Talk, said: str, number: int) -> None:
    assert at(talk, "feeling").says(said).facts.value("feeling-at-first") == number
    conversation = at(talk, "done").says("look back now")
    assert conversation.question == "nervous-before"
    assert conversation.says(said).facts.value("nervous-before") == number


@pytest.mark.parametrize(
    "said", ["there were 6 going in before me", "it was at 6 and i left at 7", "waited with 5 people"]
)
def test_a_count_or_an_hour_is_no_feeling(talk: Talk, said: str) -> None:
    assert at(talk, "feeling").says(said).facts.value("feeling-at-first") is None


@pytest.mark.parametrize(
    "said",
    [
        "eh. yes i guess? the hours are bad but yes",
        "hm, i think so? it's far away but yeah",
        "well the pay is bad, but yeah",
    ],
)
def test_a_yes_that_hesitates_is_a_yes(talk: Talk, said: str) -> None:
    assert at(talk, "job").says(said).facts.value("wants-job") == "yes"


@pytest.mark.parametrize("said", ["yes and no", "no. but yes maybe", "they said yes to the other guy"])
def test_a_yes_that_is_none_is_not_taken_for_one(talk: Talk, said: str) -> None:
    assert at(talk, "job").says(said).facts.value("wants-job") != "yes"


@pytest.mark.parametrize("said", ["eh. yes i guess?", "um yeah i suppose, not sure it counts but yes"])
def test_a_hesitant_yes_at_the_beginning_is_asked_for_the_story(talk: Talk, said: str) -> None:
    conversation = talk().arrives().says(said)
    assert conversation.question == "story"


@pytest.mark.parametrize(
    ("moment", "said", "name", "value"),
    [
        ("channel", "email. is it weird tho that they never asked me anything?", "note-channel", "mail"),
        ("channel", "email. is it weird tho that i thank someone who was rude", "note-channel", "mail"),
        ("job", "yes. is it stupid that i still want it?", "wants-job", "yes"),
        ("contact", "i may write. do people even do that?", "contact", "open"),
        ("answer by", "by friday. would it be bad to ask before?", "answer-promised-at", "2026-11-27"),
        ("who", "Mrs Zulu. do i have to name everyone?", "interviewer-1", "Mrs Zulu"),
    ],
)
def test_an_answer_is_taken_and_the_question_beside_it_is_met(
    talk: Talk, moment: str, said: str, name: str, value: str
) -> None:
    conversation = at(talk, moment)
    before = conversation.question
    conversation.says(said)
    assert conversation.facts.value(name) == value
    assert conversation.question != before
    assert says(conversation, lines.UNANSWERED)


@pytest.mark.parametrize(
    "said",
    [
        "it's a supermarket chain, freshmart. did you get what i said about the stock?",
        "freshmart, it's a supermarket. do you know them?",
        "it's a small grocery store called freshmart",
    ],
)
def test_a_place_is_heard_behind_what_it_is_and_before_a_question(talk: Talk, said: str) -> None:
    conversation = talk().says("had an interview today and froze on the stock question", "7", "one moment")
    conversation.says("how would you rotate stock", "oldest first", "that was all", "skip", "nothing")
    assert conversation.question == "organisation"
    assert conversation.says(said).facts.text("organisation") == "freshmart"


@pytest.mark.parametrize(("moment", "said"), [("channel", "email. or by post?"), ("job", "yes. or no?")])
def test_a_choice_that_is_doubted_in_the_same_breath_is_no_question_to_the_coach(
    talk: Talk, moment: str, said: str
) -> None:
    assert not says(at(talk, moment).says(said), lines.UNANSWERED)


# --- tears ---------------------------------------------------------------------------------------------------

TEARS = ["I cry yesterday in the bus", "i cried in the car after", "crying in the toilet at work now", "it made me cry"]


@pytest.mark.parametrize("moment", ["feeling", "how bad", "unsaid", "contact", "done"])
@pytest.mark.parametrize("said", TEARS)
def test_tears_told_where_something_else_is_asked_are_met_and_no_answer(talk: Talk, moment: str, said: str) -> None:
    conversation = at(talk, moment)
    before = conversation.question if moment != "done" else None
    conversation.says(said)
    assert says(conversation, HEARD[Sting.TEARS])
    assert conversation.question == before
    assert conversation.facts.value("unsaid-1") != said
    assert not says(conversation.says(said), HEARD[Sting.TEARS])


@pytest.mark.parametrize(
    "said", [*TEARS, "interview today was bad. am crying on the bus now", "i started to cry at the end"]
)
def test_tears_in_the_story_are_what_is_heard_first(talk: Talk, said: str) -> None:
    assert says(talk().says(said if "interview" in said else f"had an interview today. {said}"), HEARD[Sting.TEARS])


def test_tears_beside_a_number_are_met_and_the_number_is_kept(talk: Talk) -> None:
    conversation = at(talk, "feeling").says("8. i cried in the car after")
    assert says(conversation, HEARD[Sting.TEARS])
    assert conversation.facts.value("feeling-at-first") == 8


@pytest.mark.parametrize("said", ["my son cried all night before", "i never cry", "the baby was crying, i can't think"])
def test_the_tears_of_others_or_none_are_not_met_as_theirs(talk: Talk, said: str) -> None:
    assert not says(at(talk, "how bad").says(said), HEARD[Sting.TEARS])


# --- names beside a job --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "i talked over the hr guy and i think i blew it",
        "talked past the manager the whole time",
        "i spoke over the owner",
    ],
)
def test_what_stands_between_a_verb_and_somebody_is_no_name(said: str) -> None:
    assert told(said, "interviewer") == []


@pytest.mark.parametrize(
    ("said", "name", "unnamed"),
    [
        ("the night manager darren", "Darren", 0),
        ("interviewed by the shift lead mike", "Mike", 0),
        ("the head nurse tembo asked why i left", "Tembo", 0),
        ("interviewed by the ward sister joyce and a doctor", "Joyce", 1),
        ("the ward sister Joyce interviewed me", "Sister Joyce", 0),
        ("my would-be boss, Priya asked me why i left", "Priya", 0),
        ("my would-be boss priya asked me why i left", "Priya", 0),
        ("the team lead ahmed was there", "Ahmed", 0),
    ],
)
def test_a_name_behind_a_job_is_heard_in_small_letters_too(said: str, name: str, unnamed: int) -> None:
    read = names.read(said)
    assert (read.names, read.unnamed) == ((name,), unnamed)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("i had an interview today with the night manager darren, went bad", "Darren"),
        ("the night manager darren asked me about stock and i froze", "Darren"),
        ("the ward sister Joyce interviewed me today and i froze", "Sister Joyce"),
        ("my would-be boss, Priya asked me why i left and i had no answer", "Priya"),
    ],
)
def test_a_story_tells_who_it_was_by_job_and_name(said: str, name: str) -> None:
    assert told(said, "interviewer") == [name]


@pytest.mark.parametrize(
    "said",
    [
        "the manager laughed at me", "the manager today was rude", "the manager left and i sat there", "the owner alone asked",
        "interview for the manager post at acme", "spoke with the store manager again, then left", "the night manager said no",
        "interview with the manager went bad", "talked to the owner outside", "the manager himself asked me",
    ],
)  # fmt: skip
def test_what_somebody_did_is_no_name(said: str) -> None:
    assert told(said, "interviewer") == []
    assert names.read(said).names == ()


# --- again and again ---

_ODD = ("is it blue?", "does it rain there?", "flurp zork", "will it snow there?", "blub flurp")


@pytest.mark.parametrize("moment", ["feeling", "job", "note look", "note"])
@pytest.mark.parametrize("every", [1, 2, 3])
def test_who_is_not_followed_in_ten_messages_never_reads_a_line_thrice(talk: Talk, moment: str, every: int) -> None:
    conversation = at(talk, moment)
    heard: Counter[str] = Counter()
    for number in range(10):
        said = _ODD[number % len(_ODD)] if every > 1 and number % every == 0 else "does it rain there?"
        heard.update(conversation.says(said).lines[:1])
    assert max(heard.values()) <= 2, heard


# --- what is chosen in words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "contact"),
    [
        ("no rules", "not-sure"), ("no restrictions", "not-sure"), ("nothing said", "not-sure"), ("no agency", "not-sure"),
        ("not through a recruiter", "not-sure"), ("no, no recruiter", "not-sure"), ("they said we'll be in touch", "not-sure"),
        ("they said email is fine", "open"), ("i have her email", "open"), ("please email only", "open"),
        ("they told us not to", "barred"), ("we'll be in touch, don't contact us", "barred"), ("through an agency", "recruiter"),
    ],
)  # fmt: skip
def test_what_was_said_about_contact_is_taken_as_it_was_meant(talk: Talk, said: str, contact: str) -> None:
    assert at(talk, "contact").says(said).facts.value("contact") == contact


@pytest.mark.parametrize("said", ["that's it", "that was it", "that is all"])
def test_that_it_was_all_is_nothing_more(talk: Talk, said: str) -> None:
    conversation = at(talk, "anything else").says(said)
    assert conversation.facts.value("anything-else") == Picked("only-that")


@pytest.mark.parametrize("said", ["yes the ending", "i also forgot my cv at home"])
def test_what_else_it_was_is_not_asked_again(talk: Talk, said: str) -> None:
    conversation = at(talk, "anything else").says(said)
    assert conversation.facts.value("anything-else") == said
    assert conversation.question != "what-else"
    assert len(conversation.facts.texts("struggle")) == 1


@pytest.mark.parametrize(("moment", "said"), [("look back", "at 7pm"), ("note look", "now pls")])
def test_a_time_that_is_chosen_is_none_of_the_interview(talk: Talk, moment: str, said: str) -> None:
    conversation = at(talk, moment)
    before = conversation.facts.value("interview-ended-at")
    assert conversation.says(said).facts.value("interview-ended-at") == before


@pytest.mark.parametrize("text", ["i didn't get it", "i didnt get it"])
def test_a_no_told_as_the_first_word_is_no_wish_to_hear_it_again(talk: Talk, text: str) -> None:
    conversation = talk().says(text)
    assert conversation.facts.value("outcome") == "rejected"
    assert conversation.question == "feeling-at-first"


@pytest.mark.parametrize(
    "text",
    [
        "can u tell me if i got the job",
        "do you think i got it?",
        "how long do they take to answer?",
        "will they call me",
    ],
)
def test_a_question_as_the_first_word_is_no_story(talk: Talk, text: str) -> None:
    conversation = talk().says(text)
    assert conversation.question == "opening"
    assert conversation.facts.value("opening") is None


@pytest.mark.parametrize("text", ["was it bad that i cried?", "they rejected me, why did they do that?"])
def test_a_question_that_tells_what_was_is_a_story(talk: Talk, text: str) -> None:
    assert talk().says(text).question != "opening"


@pytest.mark.parametrize("text", ["they asked me if im planning kids", "he asked am i hoping for a baby"])
def test_a_question_about_children_to_come_is_serious(talk: Talk, text: str) -> None:
    assert talk().says(text).facts.value("conduct") is True


def test_who_says_that_nobody_will_have_them_is_not_met_as_a_calm_report(talk: Talk) -> None:
    conversation = talk().says("im 54 and nobody will hire me. another interview another young panel")
    assert "hard" in conversation.reply or "weighs" in conversation.reply


def test_a_moment_without_a_question_told_where_it_was_asked_how_much_was_bad_is_what_it_was(talk: Talk) -> None:
    conversation = at(talk, "how bad").says("they looked at each other when i said my age")
    assert conversation.question != "really-that-bad"
    assert conversation.facts.text("cause") == "they looked at each other when i said my age"


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        ("another", "they were nice about it"),
        ("job", "it is quite far from my place"),
        ("contact", "she walked me to the door"),
    ],
)
def test_what_is_told_beside_a_choice_is_heard_before_it_is_called_not_understood(
    talk: Talk, moment: str, text: str
) -> None:
    conversation = at(talk, moment)
    before = conversation.question
    conversation.says(text)
    assert says(conversation, lines.HEARD_BESIDES)
    assert conversation.question == before
    assert not says(conversation.says("purple monkey dishwasher"), lines.HEARD_BESIDES)


def test_a_task_named_where_it_was_asked_for_an_answer_to_have_back_is_that(talk: Talk) -> None:
    conversation = talk().says("had my interview at Acme today, it was rough", "5", "some of it", "i can't say")
    for _ in range(4):
        if conversation.question == "answer-again":
            break
        conversation.says("skip")
    conversation.says("Design a rate limiter for an API")
    assert conversation.facts.text("question-1") == "Design a rate limiter for an API"
    assert conversation.question == "unsaid-1"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("at mcdonalds", "mcdonalds"),
        ("it was at st lukes", "st lukes"),
        ("at home", None),
        ("at the end", None),
        ("at the weekend", None),
        ("cleaning job at the hilton. she asked about nights", "hilton"),
        ("interview at the end of the day", None),
    ],
)
def test_a_place_told_alone_is_heard(text: str, place: str | None) -> None:
    assert told(text, "organisation") == ([] if place is None else [place])


def test_a_question_turned_round_in_a_report_is_named_as_one(talk: Talk) -> None:
    conversation = talk().says("went for a cleaning job. she asked could i do nights and i said no")
    assert "the question of whether you could do nights" in conversation.reply


@pytest.mark.parametrize(
    "text", ["they were an hour late and then rushed me", "she was 20 minutes late", "the manager kept me waiting"]
)
def test_nobody_is_late_because_the_others_were(talk: Talk, text: str) -> None:
    conversation = talk().says(text)
    assert says(conversation, HEARD[Sting.THEM])
    assert conversation.facts.value("minutes-late") is None


@pytest.mark.parametrize(
    "text", ["i was late and they were rude about it", "the bus was late so i was late", "i was 10 minutes late"]
)
def test_who_was_late_is_heard_as_late(text: str) -> None:
    assert sting(text) in (Sting.LATE, Sting.THEM)


@pytest.mark.parametrize("text", ["i have interview tomorrow at 9 and im so scared", "got interview on friday"])
def test_one_ahead_is_ahead_without_an_article(talk: Talk, text: str) -> None:
    assert talk().says(text).question == "ready-now"


@pytest.mark.parametrize("text", ["third rejection this week", "another rejection", "4th rejection in a row"])
def test_a_rejection_that_is_counted_is_one(talk: Talk, text: str) -> None:
    assert talk().says(text).facts.value("outcome") == "rejected"


def test_what_id_do_is_what_they_would_do(talk: Talk) -> None:
    conversation = talk().says("she asked me what id do if a kid bites another kid and i got flustered")
    assert "what you'd do if a kid bites" in conversation.reply


def test_people_told_where_the_place_was_asked_are_no_place(talk: Talk) -> None:
    conversation = talk().says("had an interview today, it went badly", "8", "all of it", "skip", "nothing else")
    for _ in range(12):
        if conversation.question in (None, "organisation"):
            break
        conversation.says("skip")
    assert conversation.says("jane and a guy from finance").facts.value("organisation") is None


@pytest.mark.parametrize(
    "text",
    [
        "went ok. got home and realised my zip was open the whole time",
        "the interview was fine until salary. i said 25k",
        "it went really well but i can't stop replaying one answer",
    ],
)
def test_what_was_good_only_up_to_something_is_not_just_good_to_hear(talk: Talk, text: str) -> None:
    conversation = talk().says(text)
    assert not says(conversation, HEARD_WELL)
    assert conversation.question == "feeling-at-first"


def test_many_questions_are_what_went_badly_and_no_complaint(talk: Talk) -> None:
    conversation = at(talk, "how bad").says("many questions")
    assert "breather" not in str(conversation.question)


def test_whether_to_write_now_or_wait_is_answered_beside_the_story(talk: Talk) -> None:
    conversation = talk().says("had my interview at Acme. they said id hear by monday. shall i email now or wait?")
    assert says(conversation, lines.WHEN_TO_SEND)


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("Had an interview at Acme 3 weeks ago. They said they'd get back to me within a week. Nothing.", "2026-11-10"),
        ("Had an interview at Acme 3 weeks ago. they said two weeks", "2026-11-17"),
        ("they said they'd call within a week. nothing. the interview at Acme was 3 weeks ago", "2026-11-10"),
        ("interview at Acme was on 4 november, they said i'd hear by friday", "2026-11-06"),
        ("Had an interview at Acme 3 weeks ago. I called yesterday and they said within a week", "2026-12-01"),
        ("Had an interview at Acme 3 weeks ago, they said they'd decide by the end of november", "2026-11-30"),
        ("Had an interview at Acme yesterday, it went badly. they said within a week", "2026-12-01"),
    ],
)
def test_what_they_promised_at_an_interview_that_lies_back_counts_from_there(
    talk: Talk, text: str, promised: str
) -> None:
    assert talk().says(text).facts.text("answer-promised-at") == promised


@pytest.mark.parametrize("answer", ["in a week", "a week", "they said 7 days"])
def test_the_day_they_named_is_counted_from_the_interview_when_asked_for_it_too(talk: Talk, answer: str) -> None:
    conversation = talk().says("Had an interview at Acme 3 weeks ago, it went badly", "5")
    while conversation.question != "answer-promised-at":
        conversation.says("skip")
    assert conversation.says(answer).facts.text("answer-promised-at") == "2026-11-10"


def test_where_their_day_is_over_already_a_text_to_them_still_comes(talk: Talk) -> None:
    conversation = talk().says("Had an interview at Acme 3 weeks ago, it went badly. They said within a week.", "5")
    while conversation.question is not None:
        conversation.says("skip")
    arrived = [text for _, text in conversation.waits(days=4).arrived]
    assert any("10 November" in text for text in arrived)


TWO_AT_ONCE = (
    "I had TWO interviews this week, Tuesday at Shoprite for cashier and today at Pick n Pay for the same kind of job. "
    "the shoprite one was terrible, pick n pay was ok"
)


def test_of_two_in_one_message_each_keeps_its_whole_name_and_how_it_went(talk: Talk) -> None:
    conversation = talk().says(TWO_AT_ONCE)
    assert [choice.label for choice in conversation.prompt.choices] == ["Shoprite", "Pick n Pay"]
    shoprite, pick_n_pay = several.read(TWO_AT_ONCE)
    assert "terrible" in shoprite
    assert "terrible" not in pick_n_pay
    assert "was ok" in pick_n_pay


def test_a_name_cut_short_is_set_right_in_the_middle_of_an_answer(talk: Talk) -> None:
    conversation = talk().says("i had an interview today at Pick, it went badly")
    conversation.says("it was ok i said! and its Pick n Pay not Pick. like a 2")
    assert conversation.facts.text("organisation") == "Pick n Pay"
    assert conversation.facts.value("feeling-at-first") == 2


@pytest.mark.parametrize("text", ["it's a 6 not a 5", "its a chat not an interview", "it was hard not easy"])
def test_what_is_no_name_of_the_place_sets_none_right(talk: Talk, text: str) -> None:
    conversation = talk().says("i had an interview today at Acme, it went badly", text)
    assert conversation.facts.text("organisation") == "Acme"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("panel of 4 for band 6 staff nurse at st thomas and i forgot what SEPSIS SIX is", "st thomas"),
        ("its for st thomas hospital like i said", "st thomas hospital"),
        ("it was for a care assistant at rosewood house, i went blank", "rosewood house"),
    ],
)
def test_a_place_in_small_letters_is_heard_behind_the_job_it_is_for(talk: Talk, text: str, place: str) -> None:
    assert talk().says(f"had an interview today. {text}").facts.text("organisation") == place


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("priya, and a bloke called Stu from the day program", ("Priya", "Stu")),
        ("priya and Stu", ("Priya", "Stu")),
        ("priya from hr, and Stu", ("Priya", "Stu")),
        ("email, and Stu", ("Stu",)),
        ("yeah and Stu asked", ("Stu",)),
    ],
)
def test_a_name_in_small_letters_stands_beside_one_with_its_capital(text: str, people: tuple[str, ...]) -> None:
    assert names.read(text).names == people


def test_where_the_place_is_asked_for_a_name_told_besides_does_not_take_its_stead(talk: Talk) -> None:
    conversation = talk().says("had an interview today, it went badly", "8", "all of it", "skip", "nothing else")
    for _ in range(12):
        if conversation.question in (None, "organisation"):
            break
        conversation.says("skip")
    assert conversation.question == "organisation"
    conversation.says("Marshalls. and her name was Dana, she's the assistant manager, I forgot to say that")
    assert conversation.facts.text("organisation") == "Marshalls"
    assert conversation.facts.text("interviewer-1") == "Dana"


@pytest.mark.parametrize("text", ["well i nearly cried when he roared", "i was close to tears in there"])
def test_who_nearly_cried_is_not_told_that_they_did(talk: Talk, text: str) -> None:
    conversation = talk().says("had an interview today at Acme, it went badly", "8", "all of it", text)
    assert says(conversation, HEARD[Sting.TEARS])
    wordings = load().wordings(HEARD[Sting.TEARS].id)
    said = [load().said(HEARD[Sting.TEARS].id, time, {}) for time in range(wordings)]
    assert all(any(word in one for word in ("close to", "held back", "Near to")) for one in said)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("five rounds. FIVE. product manager at paystack. got the mail this morning", None),
        ("they rejected me. got the email today", None),
        ("they rang this morning and said no", None),
        ("had an interview at Acme on monday, got the mail this morning", "2026-11-23"),
        ("had an interview at Acme this morning", "2026-11-24"),
        ("they called me in this morning and grilled me", "2026-11-24"),
    ],
)
def test_the_day_their_answer_came_is_not_the_day_of_the_interview(talk: Talk, text: str, day: str | None) -> None:
    assert talk().says(text).facts.text("interview-on") == day


@pytest.mark.parametrize(
    ("text", "struggle"),
    [
        ("bombed a weld test + interview at harland fabrication this morning. i blew through the plate", "a weld test"),
        ("flunked the typing test and the interview", "the typing test"),
        ("messed up a presentation and interview at Acme today", "a presentation"),
    ],
)
def test_a_test_told_with_the_interview_is_named_alone_and_asked_about_as_a_task(
    talk: Talk, text: str, struggle: str
) -> None:
    conversation = talk().says(text, "6", "one moment")
    for _ in range(4):
        if conversation.question in (None, "question-1"):
            break
        conversation.says("skip")
    assert conversation.facts.text("struggle-1") == struggle
    assert conversation.prompt.question == "question-1"
    assert any(word in conversation.prompt.text for word in ("task", "want you to do", "asked to do"))


def test_a_yes_before_one_moment_is_not_all_of_it(talk: Talk) -> None:
    conversation = at(talk, "how bad")
    conversation.says("yeah they asked me about isolating a circuit and i forgot to say test before you touch")
    assert conversation.facts.value("really-that-bad") != "all"
    assert "All of it" not in conversation.reply
    assert at(talk, "how bad").says("yeah all of it").facts.value("really-that-bad") == "all"


@pytest.mark.parametrize(
    "text",
    [
        "take out the festival thing i said for zomato",
        "please leave out the part about my old boss",
        "can you change the bit where i say sorry",
    ],
)
def test_what_is_to_be_changed_in_a_note_takes_the_place_of_no_note(talk: Talk, text: str) -> None:
    conversation = at(talk, "note").says("edit")
    assert str(conversation.question).endswith("own-text")
    conversation.says(text)
    assert not any(draft.text.strip() == text for draft in conversation.drafts)
    kept = conversation.says("Dear Mrs Zulu, thank you for your time. I take the blame for the late start. Joe").drafts
    assert "Dear Mrs Zulu, thank you for your time." in kept[0].text
