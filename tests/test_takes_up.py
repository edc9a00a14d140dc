"""What hurts is taken up in their own person and measure, and a stock sentence is said only where it is true."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

import pytest

from core.drafts import call
from core.drafts.feedback import feedback
from core.drafts.points import named_points
from core.drafts.preparation import likely
from core.drafts.readers import Reader
from core.drafts.thank_you import thank_you
from core.drafts.version import PLAIN
from core.facts import Fact, Facts, Value
from core.turn import putting_off
from core.understanding import details, persons, stings
from core.understanding.stings import Sting
from core.wording import load
from tests.conversation import Conversation
from tests.test_fits_the_story import ANSWER, FROZE, to_the_channel, told

Talk = Callable[..., Conversation]
VERY_LOW = "worst interview of my life at the district hospital today. panel of five. i could not get a sentence out"


def known(**values: Value) -> Facts:
    """Facts by their names, with underscores for dashes."""
    return Facts({name.replace("_", "-"): Fact(value, 1) for name, value in values.items()}, {})


def letter(facts: Facts) -> str:
    """The note to the first reader in words."""
    return load().letter(thank_you(facts, Reader(0, "Mrs Zulu"))).text


# --- whose "I" it is --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("story", "called"),
    [
        (
            "they asked me what i do when a swab count is wrong n i just stared",
            "the question of what you do when a swab",
        ),
        ("he asked me how i deal wiv targets n i dint know wat to say", "the question of how you deal with targets"),
        ("she asked why i left my last job and i froze", "the question of why you left your last job"),
        ("it was going ok until they asked about my salary", "the question about your salary"),
        ("i messed up my own demo", "your own demo"),
    ],
)
def test_what_they_told_of_themselves_is_said_to_them(talk: Talk, story: str, called: str) -> None:
    conversation = talk().says(f"interview at Acme today. {story}", "5")
    assert called in conversation.transcript
    assert '"' not in called


@pytest.mark.parametrize(
    ("asked", "in_the_note"),
    [
        ("where i see myself in 5 years", "your question about where I see myself in 5 years: "),
        ("how do u deal wiv targets", 'your question, "how do you deal with targets": '),
        ("why should we hire you", 'your question, "why should we hire you": '),
    ],
)
def test_a_reported_question_goes_into_a_letter_as_one(asked: str, in_the_note: str) -> None:
    assert in_the_note in letter(known(question_1=asked, unsaid_1=ANSWER, wants_job="yes"))


def test_a_reason_they_gave_about_the_person_is_said_to_the_person(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("no note", "not at all", "they rejected me, they said i lacked experience")
    assert "you lacked experience" in conversation.reply
    assert '"you' not in conversation.reply
    assert '"my' not in persons.to_you("my english")


# --- heard before asked -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("story", "heard"),
    [
        ("they asked where i see myself in 5 years and i said i dont know. they laughed", Sting.LAUGHED_AT),
        ("the manager laughed at my accent", Sting.LAUGHED_AT),
        ("came straight from nights, i was so tired", Sting.TIRED),
        ("i hadn't slept, my baby is teething", Sting.TIRED),
        ("they laughed at my joke and it went well", None),
        ("we all laughed together at the end", None),
    ],
)
def test_being_laughed_at_and_being_worn_out_are_stings(story: str, heard: Sting | None) -> None:
    assert stings.sting(story) is heard


def test_a_laugh_told_in_a_second_piece_is_heard_and_is_theirs(talk: Talk) -> None:
    conversation = talk().says("had an interview on tuesday, i cant stop thinking about it")
    conversation.says("at the council. they asked why i moved so often and i had nothing. the two women laughed")
    assert "aughed" in conversation.lines[0]
    conversation.says("8", "only that")
    assert "their doing" in conversation.reply
    assert "one moment" not in conversation.transcript


@pytest.mark.parametrize(
    ("story", "words"),
    [
        ("20 min late cos bus, interview at Tesco today for picker", "The bus made you late"),
        ("interview at Tesco today, got there late because of traffic", "The traffic made you late"),
        ("was late for my interview at Tesco today, overslept", "Late at the door"),
        ("had my first ever interview today at Costa. no idea how it went", "Your first one"),
        ("interview at Bosch today. practical went well, interview not so great", "The practical held"),
    ],
)
def test_the_first_line_takes_up_what_was_told(talk: Talk, story: str, words: str) -> None:
    assert words in talk().says(story).lines[0]


def test_who_told_of_nothing_bad_is_not_asked_how_bad(talk: Talk) -> None:
    assert "How bad" not in talk().says("had an interview at the bakery today").reply
    assert "How bad" in talk().says("bombed my interview at the bakery today").reply


def test_what_is_told_later_is_heard_where_it_is_told(talk: Talk) -> None:
    conversation = talk().says(VERY_LOW, "9", "all of it", "i was so nervous i shook. they could all see it")
    assert "Nerves like that" in conversation.reply


@pytest.mark.parametrize("feeling", ["9", "10"])
def test_the_lowest_are_told_neither_of_most_people_nor_that_nothing_is_perfect(talk: Talk, feeling: str) -> None:
    conversation = talk().says("i cried when they asked about nights. interview at the clinic today", feeling)
    conversation.says("some of it", "only that")
    assert "most people" not in conversation.transcript
    assert "perfect" not in conversation.transcript
    assert "Only if you want to" in conversation.reply


# --- told is not asked ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("story", "struggles"),
    [
        (
            "fell apart on the behavioural part. Also the coding exercise: didn't finish it",
            ["the behavioural part", "the coding exercise"],
        ),
        ("froze on the SQL question. and the typing test, never finished", ["the SQL question", "the typing test"]),
        ("froze on the SQL question, really froze on the SQL question", ["the SQL question"]),
        ("the test went well, froze on the first aid question", ["the first aid question"]),
    ],
)
def test_what_went_wrong_twice_is_caught_twice(story: str, struggles: list[str]) -> None:
    assert told(story, "struggle") == struggles


def test_just_those_two_are_the_two_they_named(talk: Talk) -> None:
    story = "panel at Zalando today. fell apart on the behavioural part. Also the coding exercise: didn't finish it"
    conversation = talk().says(story, "6", "just those two")
    assert "the behavioural part and the coding exercise" in conversation.reply
    assert conversation.question == "question-1"
    assert conversation.says("a conflict you had", ANSWER).question == "question-2"
    assert "task" in conversation.reply


def test_the_moment_told_where_more_was_asked_for_is_one_and_not_two(talk: Talk) -> None:
    conversation = talk().says("interview at Tesco today, 20 minutes late cos of the bus", "6")
    conversation.says("she asked how i handle angry customers and i just froze")
    assert "So: being late and the question of how you handle angry customers." in conversation.reply
    assert conversation.question == "unsaid-1"


@pytest.mark.parametrize(
    ("story", "alone"),
    [
        ("interview at Tesco today. the guy asked about targets and i had nothing", True),
        ("interview at Tesco today. they asked about targets and i had nothing", False),
        ("interview at Tesco today, two people. the man asked about targets and i had nothing", False),
    ],
)
def test_who_told_of_one_person_is_not_asked_how_many(talk: Talk, story: str, *, alone: bool) -> None:
    conversation = talk().says(story, "5")
    while conversation.question not in ("interviewers", "note-channel", None):
        conversation.says({"contact": "i may write", "wants-job": "yes"}.get(conversation.question, "skip"))
    assert ("Do you know the name of the one who spoke with you?" in conversation.reply) is alone


@pytest.mark.parametrize(
    ("story", "role"),
    [
        ("Had my final panel at Zalando today for senior backend engineer - four people", "senior backend engineer"),
        ("my interview at Infosys Pune for QA went better than I thought", "QA"),
        ("The interview was two weeks ago for front desk. They said no", "front desk"),
        ("interview for the second time today", None),
    ],
)
def test_a_job_named_by_its_field_is_kept(story: str, role: str | None) -> None:
    assert told(story, "role") == ([] if role is None else [role])


# --- what goes out ----------------------------------------------------------------------------------------


def test_a_salary_figure_goes_into_no_note_unless_they_say_so() -> None:
    facts = {"struggle_1": "the salary question", "unsaid_1": "12 lakhs, and I am open to discuss", "wants_job": "yes"}
    assert "12 lakhs" not in letter(known(**facts))
    assert "12 lakhs" in letter(known(**facts, carry_unsaid_1="yes"))
    assert "Fair pay" in letter(known(**facts | {"unsaid_1": "i would say that fair pay matters to me"}))


def test_a_day_counted_from_two_weeks_ago_is_named_in_no_letter(talk: Talk) -> None:
    conversation = talk().says("rejection letter today from Acme. the interview was two weeks ago for front desk", "6")
    assert "around Tuesday 10 November" in conversation.transcript
    rough = known(interview_on="2026-11-10", interview_on_roughly="2026-11-10", wants_job="yes")
    assert "10 November" not in load().letter(thank_you(rough, Reader(0, "Mrs Zulu"), days=14)).text
    corrected = known(interview_on="2026-11-11", interview_on_roughly="2026-11-10", wants_job="yes")
    assert "11 November" in load().letter(thank_you(corrected, Reader(0, "Mrs Zulu"), days=13)).text


@pytest.mark.parametrize(
    ("said", "echoed"),
    [
        ("early next week", "by about Tuesday 1 December"),
        ("next week some time", "by about Friday 4 December"),
        ("by friday", "by Friday 27 November"),
        ("end of next week", "by Friday 4 December"),
    ],
)
def test_a_day_that_they_did_not_name_is_not_held_up_as_named(talk: Talk, said: str, echoed: str) -> None:
    conversation = talk().says(FROZE, "5", "only that", "skip", ANSWER, "skip", "nothing", "yes", "i may write", said)
    assert f"an answer {echoed}" in conversation.reply


def test_words_typed_short_are_named_once_before_they_go(talk: Talk) -> None:
    conversation = talk().says(FROZE, "5", "only that", "skip", "i did 110 an hour n helped u lot!!", "skip", "nothing")
    conversation.says("yes", "i may write", "no day named", "Mrs Zulu asked it", "e-mail", "show me now")
    assert 'look at "n", "u" and "!!"' in conversation.reply
    assert "n helped u lot!!" in conversation.drafts[0].text
    assert "look at" not in conversation.says("warmer").reply


def test_what_the_machine_did_not_hear_a_note_may_carry(talk: Talk) -> None:
    conversation = talk().says(FROZE, "5", "only that", "how do you find duplicates", ANSWER, "skip")
    conversation.says(
        "i taught two colleagues how to use it", "yes", "i may write", "no day named", "Mrs Zulu asked it"
    )
    conversation.says("call", "yes", "next", "leave out the second point", "i left the message")
    assert "i taught two colleagues" in conversation.reply
    note = conversation.says("show the note").drafts[0].text
    assert "I taught two colleagues" in note
    assert "group by" not in note


def test_who_did_not_get_to_say_it_on_the_phone_has_a_note_for_it(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("call", "yes", "next", "i spoke with her")
    assert "Mrs Zulu" in conversation.reply
    assert '"show the note"' in conversation.says("not that part").reply
    assert "group by" in conversation.says("show the note").drafts[0].text


def test_a_loss_is_told_to_them_only_if_they_say_so_and_never_to_a_machine(talk: Talk) -> None:
    conversation = talk().says(FROZE, "5", "only that", "why did you not work for two years")
    conversation.says(
        "my mother was ill and i cared for her. she died", "go on", "skip", "nothing", "yes", "i may write"
    )
    conversation.says("no day named", "Mrs Zulu asked it", "call", "yes")
    assert "May they hear this" in conversation.reply
    assert "She died" in conversation.says("put it in").drafts[0].text
    assert "She died" not in conversation.says("next").drafts[0].text
    assert named_points(known(unsaid_1="she died"))


# --- its hour ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "at", "becomes"),
    [
        ("cant, working", "2026-11-25T09:00", "2026-11-25T18:30"),
        ("not now", "2026-11-25T18:30", "2026-11-26T18:30"),
        ("im on nights again, cant now", "2026-11-25T09:00", "2026-11-25T16:00"),
        ("night shift, sorry", "2026-11-25T18:30", "2026-11-26T16:00"),
        ("in an hour", "2026-11-25T09:00", None),
        ("give me 20 minutes", "2026-11-25T09:00", None),
    ],
)
def test_who_cannot_now_is_not_asked_in_an_hour(text: str, at: str, becomes: str | None) -> None:
    assert putting_off.at_a_better_hour(text, datetime.fromisoformat(at)) == (becomes and f"later {becomes}")


def test_an_hour_that_is_ours_is_said_as_one_that_may_be_changed(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("no note", "tomorrow")
    conversation.hours(hours=21)
    reply = conversation.says("cant, im at work").reply
    assert "Wednesday 25 November, 18:30" in reply
    assert "ther hour" in reply or "nother time" in reply
    assert "Good." not in reply


def test_the_look_back_says_how_many_days_ago_it_was(talk: Talk) -> None:
    conversation = talk().says(
        "interview at Acme yesterday, froze on the SQL question", "5", "only that", "skip", ANSWER
    )
    conversation.says("skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu", "no note", "tomorrow")
    conversation.waits(hours=21)
    assert "The interview was 2 days ago" in conversation.arrived[0][1]


# --- after a no -------------------------------------------------------------------------------------------


def test_who_asks_what_they_did_wrong_hears_whom_the_reason_was_about(talk: Talk) -> None:
    conversation = talk().says("rejected by Acme today, they said they took somebody with more experience", "7")
    assert conversation.question == "answer-again"
    assert "again there" not in conversation.reply
    reply = conversation.says("i dont know what i did wrong").reply
    assert "somebody else" in reply
    assert "did wrong" in reply


def test_the_feedback_wished_for_comes_after_the_no(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("no note", "not at all", "can i ask them for feedback")
    conversation.after(days=2).says("they said no, i lacked experience", "rather not")
    conversation.waits(days=3)
    offer = next(reply for _, reply in conversation.arrived if "Ask what was missing" in reply)
    assert "had wanted to ask them for feedback" in offer


def test_a_weekday_that_does_not_fit_its_date_is_asked_for(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("no note", "not at all", "they want me back monday 2nd")
    assert conversation.facts.value("outcome") == "next-round"
    assert conversation.question == "next-interview-on"
    assert details.read("they want me back monday 2nd")


# --- true where it stands ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "answer", "in_the_note"),
    [
        (
            "what i do when a patient falls",
            "you call for help and stay with them",
            "about what to do when a patient falls:",
        ),
        (
            "what i do when a patient falls",
            "i call for help and stay with them",
            "about what I do when a patient falls:",
        ),
        (
            "how i would handle a rude caller",
            "stay calm, and note what they want",
            "about how to handle a rude caller:",
        ),
        ("if i can work nights", "i can, and i have for six years", "about whether I can work nights:"),
        ("why i left my last job", "it closed, and i stayed to the end", "about why I left my last job:"),
    ],
)
def test_a_reported_question_and_its_answer_have_one_person(asked: str, answer: str, in_the_note: str) -> None:
    assert f"your question {in_the_note}" in letter(known(question_1=asked, unsaid_1=answer, wants_job="yes"))


@pytest.mark.parametrize(
    "struggle", ["the question of why you left your last job", "the question why you left your last job"]
)
def test_a_question_known_by_its_report_alone_is_their_question_in_a_note(struggle: str) -> None:
    note = letter(known(struggle_1=struggle, unsaid_1=ANSWER, wants_job="yes"))
    assert "about your question about why I left my last job:" in note


@pytest.mark.parametrize(
    ("facts", "led"),
    [
        ({"question_1": "why is there a gap"}, 'You asked me, "why is there a gap". This is my answer: My mother'),
        ({"struggle_1": "the gap in your cv"}, "On the gap in my cv, this is my answer: My mother"),
        ({}, "There is something I would like to tell you: My mother"),
    ],
)
def test_a_death_is_no_further_thought(facts: dict[str, Value], led: str) -> None:
    grieved = facts | {"unsaid_1": "my mother died and i looked after the little ones", "carry_unsaid_1": "yes"}
    told = known(**grieved, wants_job="yes")
    for text in (letter(told), load().letter(call.script(told, PLAIN)).text):
        assert led in text
        assert "thinking further" not in text
    machine = load().letter(call.voicemail(told, PLAIN)).text
    assert "when we speak." in machine
    assert "died" not in machine
    assert "thinking further" not in machine


@pytest.mark.parametrize(
    ("words", "is_below_a_topic", "alone"),
    [
        ("i read it. they were third in the province", True, ("they",)),
        ("The customers complained and they were right", True, ()),
        ("my manager asked and I told them no", True, ()),
        ("i taught two colleagues how to use it as well", False, ("it",)),
        ("i taught two colleagues how to use it as well", True, ()),
        ("I made the rota and taught others to use it too", False, ()),
        ("it is also true that I speak French", False, ()),
        ("I have a licence for forklifts", False, ()),
        ("i would write down their words", True, ()),
        ("i put them in order", False, ("them",)),
    ],
)
def test_what_refers_to_nothing_in_a_note_is_found(
    words: str, *, is_below_a_topic: bool, alone: tuple[str, ...]
) -> None:
    assert persons.standing_alone(words, is_below_a_topic=is_below_a_topic) == alone


def test_their_reason_is_no_confession_in_the_text_that_asks() -> None:
    facts = known(their_reason="i lacked experience", outcome="rejected")
    text = load().letter(feedback(facts)).text
    assert "lacked" not in text
    assert "Thank you for telling me the reason" in text
    assert "question the decision" not in text


@pytest.mark.parametrize(("count", "words"), [(2, "both|the two"), (3, "all|every one")])
def test_as_many_notes_are_marked_as_there_are(count: int, words: str) -> None:
    for time in range(3):
        assert re.search(rf"\b(?:{words})\b", load().said("note-all-sent", time, {"count": count}))


@pytest.mark.parametrize("days", [2, 9, 31])
def test_what_is_days_ago_is_named(days: int) -> None:
    for id in ("judge-offer", "judge-offer-long-after"):
        assert f"The interview was {days} days ago" in load().said(id, 0, {"days": days})


@pytest.mark.parametrize(("roughly", "words"), [("yes", "about Friday 4 December"), ("no", "Friday 4 December")])
def test_an_offer_before_their_day_says_how_sure_the_day_is(roughly: str, words: str) -> None:
    args = {"days": 7, "place": "Acme", "day": "2026-12-04", "roughly": roughly}
    for time in range(3):
        said = load().said("let-go-offer-ahead", time, args)
        assert words in said
        assert ("about" in said) is (roughly == "yes")


@pytest.mark.parametrize(
    ("point", "is_hinted"),
    [("i showed two others how to use it as well", True), ("i have a licence for forklifts", False)],
)
def test_a_point_that_stands_alone_is_named_before_the_note_goes(talk: Talk, point: str, *, is_hinted: bool) -> None:
    conversation = talk().says(FROZE, "5", "only that", "how do you find duplicates", ANSWER, "skip", point, "yes")
    conversation.says("i may write", "no day named", "Mrs Zulu asked it", "mail", "show me now")
    assert conversation.drafts
    assert ('"it"' in conversation.reply) is is_hinted


def test_a_note_that_nobody_is_reminded_of_waits_to_be_asked_for(talk: Talk) -> None:
    conversation = to_the_channel(talk).says("mail", "show me now", "keep it for later")
    assert "show the note" not in conversation.lines[0].casefold()
    later = talk().says(
        "interview at Acme three days ago, i froze on the SQL question", "5", "only that", "skip", ANSWER
    )
    while not later.drafts:
        later.says(
            {"wants-job": "yes", "contact": "i may write", "note-channel": "mail", "note-look": "show me now"}.get(
                str(later.question), "skip"
            )
        )
    assert "show the note" in later.says("keep it for later").lines[0].casefold()


@pytest.mark.parametrize(
    ("asked", "on_the_sheet"),
    [
        ("what do you do when a guest faints", "what do you do when a guest faints?"),
        ("why us?", "why us?"),
        ("how I deal with targets", "how I deal with targets"),
        ("the SQL question", "the SQL question"),
        ("Tell us about yourself.", "Tell us about yourself."),
    ],
)
def test_a_question_on_a_sheet_to_hand_over_ends_as_one(asked: str, on_the_sheet: str) -> None:
    assert load().letter(likely([asked], None)).text.endswith(on_the_sheet)
