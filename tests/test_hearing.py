"""What people say in their own way, and what only sounds like it: each from typed text to what is understood."""

from __future__ import annotations

import pytest

from core import lines
from core.drafts.own_words import is_task
from core.flows import outcome
from core.understanding import names, read, reasons
from core.understanding.asides import Aside
from core.understanding.persons import to_you
from core.vocabulary import Saying
from tests.caught import caught
from tests.moments import Talk, at, says


@pytest.mark.demand("P22")
@pytest.mark.parametrize(
    ("text", "struggle"),
    [
        ("i started crying when they asked about the night shift", "the question about the night shift"),
        ("burst into tears when they brought up my old boss", "my old boss"),
        ("i teared up at the question about my last job", "the question about my last job"),
        ("they asked about my gap and i just stared", "the question about my gap"),
        ("she asked why i left and i just sat there", "why i left"),
        ("he asked about conflict and nothing came out", "the question about conflict"),
        ("babbled about the forklift for ages", "the forklift"),
        ("rambled on about my kids for like ten minutes", "my kids"),
        ("didnt know what FIFO was", "what FIFO was"),
        ("had no idea what an API was", "what an API was"),
        ("i didn't have a clue about the drug calculations", "the drug calculations"),
        ("couldnt think of one example of teamwork", "teamwork"),
        ("ran out of time on the written test", "the written test"),
        ("got the dosage question wrong", "the dosage question"),
        ("made a mess of the spreadsheet task", "the spreadsheet task"),
        ("my hands were shaking so i couldnt do the weld sample", "the weld sample"),
    ],
)
def test_what_went_wrong_is_heard_however_it_is_told(text: str, struggle: str) -> None:
    assert caught(text)["struggle"] == struggle


@pytest.mark.parametrize(
    "text",
    [
        "they got the date wrong",
        "i cried in the car afterwards",
        "i sat there in the waiting room for an hour",
        "i didn't know what to wear",
        "didn't know how long it would take",
        "they had no idea about the job",
        "they asked about excel and i explained it",
        "no idea who they were",
    ],
)
def test_what_is_no_struggle_of_theirs_is_not_taken_for_one(text: str) -> None:
    assert "struggle" not in caught(text)


@pytest.mark.parametrize(
    "text",
    [
        "said um the whole time",
        "couldn't think of a single example",
        "spoke too fast",
        "called the manager by the wrong name",
        "i dropped the tray",
        "interrupted her twice",
    ],
)
def test_who_told_how_they_came_across_is_not_asked_which_moment_it_was(talk: Talk, text: str) -> None:
    conversation = talk().says(f"had an interview at Acme today. {text}", "8")
    assert conversation.question == "anything-else"


@pytest.mark.parametrize(
    ("text", "named"),
    [("i couldn't get a word out", "the words that would not come"), ("my voice was shaking", "the nerves")],
)
def test_who_named_the_one_thing_that_stung_is_asked_what_else_there_was_and_nothing_before(
    talk: Talk, text: str, named: str
) -> None:
    conversation = talk().says(f"had an interview at Acme today. {text}", "8")
    assert conversation.question == "anything-else"
    assert named in conversation.prompt.text
    assert conversation.says("only that").question == "answer-again"


@pytest.mark.parametrize(
    "text",
    [
        "the lady didn't smile once",
        "the interviewer was so rude",
        "his phone rang twice",
        "the panel interrupted the lady before me",
        "they didn't ask any questions about the till",
    ],
)
def test_what_others_did_is_no_mishap_of_theirs(text: str) -> None:
    assert "cause-told" not in caught(text)


@pytest.mark.demand("R22")
@pytest.mark.parametrize(
    ("text", "people", "unnamed"),
    [
        ("a lady called Joy and the ops guy", ("Joy",), 1),
        ("Mr. B.", ("Mr. B",), 0),
        ("dr chanda-mwale", ("Dr Chanda-Mwale",), 0),
        ("Sister Agnes", ("Sister Agnes",), 0),
        ("the HR person (Tom?)", ("Tom",), 0),
        ("HR (Tom) and the boss", ("Tom",), 1),
        ("the head, Mrs van der Merwe", ("Mrs van der Merwe",), 0),
        ("Fr. Kelvin", ("Fr. Kelvin",), 0),
        ("some guy called kevin", ("Kevin",), 0),
        ("one was called joy, the other dave", ("Joy", "Dave"), 0),
        ("Joy from HR and Pete the foreman", ("Joy", "Pete"), 0),
        ("it was mr phiri the foreman and some lady", ("Mr Phiri",), 1),
        ("Joy and two others", ("Joy",), 2),
        ("Joy (HR) asked, plus her boss", ("Joy",), 1),
        ("Mrs. B. and a man from accounts, i think his name was Peter", ("Mrs. B", "Peter"), 0),
        ("Mister Daka and Sister Agnes", ("Mister Daka", "Sister Agnes"), 0),
        ("the boss called me mary", (), 0),
        ("they called me back", (), 0),
        ("a long interview day", (), 0),
    ],
)
def test_people_are_counted_once_by_name_or_by_kind(text: str, people: tuple[str, ...], unnamed: int) -> None:
    told = names.read(text)
    assert (told.names, told.unnamed) == (people, unnamed)


def test_who_is_said_in_brackets_to_have_asked_is_the_asker() -> None:
    assert names.read("Dr. Mwansa (she asked), Mr. Phiri, and a third guy").asked_by == "Dr. Mwansa"


ANSWERS = [
    ("they answered, the head said i was too quiet", "i was too quiet"),
    ("got an email back, she says i had not enough experience", "i had not enough experience"),
    ("they replied: someone with more experience got it", "someone with more experience got it"),
    ("she wrote back today. my maths test was weak", "my maths test was weak"),
    ("heard back. no driving licence was the problem", "no driving licence was the problem"),
    ("they got back to me and said it was very close", "it was very close"),
    ("the feedback was that i talked too much", "i talked too much"),
]


@pytest.mark.demand("R34")
@pytest.mark.parametrize(("text", "reason"), ANSWERS)
@pytest.mark.parametrize("meanwhile", [(), ("5",), ("5", "my sister")])
def test_what_they_answer_to_a_feedback_request_is_kept_as_the_reason_and_said_back(
    talk: Talk, text: str, reason: str, meanwhile: tuple[str, ...]
) -> None:
    conversation = at(talk, "done").waits(days=3).says("they said no", "can i ask for feedback", "mark as sent")
    conversation.says(*meanwhile).waits(days=2).says(text)
    assert conversation.facts.value("their-reason") == reason
    assert says(conversation, outcome.REASON, reason=to_you(reason))


def test_what_they_add_when_asked_stands_beside_the_reason_they_had_given(talk: Talk) -> None:
    conversation = at(talk, "done").waits(days=3).says("they said no, not enough experience", "can i ask for feedback")
    conversation.says("yes", "mark as sent", "5", "my sister").waits(days=1).says("she answered, my excel was too weak")
    assert conversation.facts.value("their-reason") == "not enough experience; my excel was too weak"


@pytest.mark.parametrize(
    "text",
    [
        "they answered",
        "got an email back, will read it later",
        "heard back. i didnt get it",
        "they called back, i got the job",
        "they got back to me and i cried",
        "she replied, yes i can come friday",
        "they answered the phone, nobody knew anything",
    ],
)
def test_an_answer_that_gives_no_reason_is_none(text: str) -> None:
    assert reasons.alone(text) is None


SILENCE = [
    "they went quiet on me", "ghosted by Acme", "not a word since", "radio silence", "left me on read", "crickets",
    "they've gone cold on me", "no one has come back to me", "still havent heard a peep", "they just vanished",
    "they left me hanging", "they are ignoring my emails",
]  # fmt: skip


@pytest.mark.demand("K06")
@pytest.mark.parametrize("text", SILENCE)
@pytest.mark.parametrize("answered", [(), ("no",)])
def test_silence_is_heard_in_many_words_also_at_a_question(talk: Talk, text: str, answered: tuple[str, ...]) -> None:
    conversation = at(talk, "done").waits(days=5).says(*answered, text)
    assert conversation.facts.value("outcome") == "waiting"
    assert "Friday 27 November" in conversation.reply


@pytest.mark.parametrize(
    "text",
    [
        "the room went quiet",
        "i went quiet",
        "they were quiet when i answered",
        "not a word about the salary",
        "i ghosted them",
        "they ignored me the whole interview",
        "it went dead silent after my answer",
        "silence in the room and i panicked",
        "i didn't hear the question",
    ],
)
def test_silence_in_the_room_is_not_theirs_afterwards(text: str) -> None:
    assert "outcome" not in caught(text)


def test_how_long_ago_it_was_is_no_part_of_the_name() -> None:
    assert caught("interviewed at Acme 10 days ago, not a word since")["organisation"] == "Acme"
    assert caught("interviewed at Studio 54 last week")["organisation"] == "Studio 54"


BESIDE = [
    "had an interview at Acme today, i froze on the SQL question. can i phone them?",
    "had an interview at Acme today, i froze on the SQL question. should i call them",
    "had an interview at Acme today, i froze on the SQL question. is it ok to ring them up",
    "had an interview at Acme today, i froze on the SQL question. can i call mr phiri to explain",
    "do you think i should phone the manager? had an interview at Acme today, i froze on the SQL question",
    "had an interview at Acme today, i froze on the SQL question, can i call them tomorrow",
    "had an interview at Acme today, i froze on the SQL question. thinking of calling them",
]


@pytest.mark.demand("P23")
@pytest.mark.parametrize("text", BESIDE)
def test_whether_to_call_is_answered_beside_the_first_story_and_stays_out_of_it(talk: Talk, text: str) -> None:
    conversation = talk().says(text)
    assert says(conversation, lines.CALL_OR_WRITE)
    assert conversation.facts.text("struggle-1") == "the SQL question"
    opening = conversation.facts.text("opening") or ""
    assert "call" not in opening
    assert "phone" not in opening


@pytest.mark.parametrize(
    "text",
    [
        "had an interview. they asked me can i call customers all day",
        "i would call the supplier first, then the boss",
        "at my last job i was thinking about calling the doctor so i did",
        "had to answer quickly, should i say yes i thought",
    ],
)
def test_a_call_in_a_story_is_no_question_to_the_coach(text: str) -> None:
    assert (read(text).aside, read(text).asked_besides) == (None, None)


@pytest.mark.demand("P23")
@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("who should i write to", lines.WHOM_TO_THANK),
        ("to whom do i send it", lines.WHOM_TO_THANK),
        ("who do i email", lines.WHOM_TO_THANK),
        ("what's the address", lines.ADDRESS),
        ("where do i send it", lines.ADDRESS),
        ("what address do i use", lines.ADDRESS),
        ("i dont have their email", lines.ADDRESS),
        ("how do i find her email", lines.ADDRESS),
        ("what would happen if i just don't write?", lines.NOT_WRITING),
        ("what if i never send it", lines.NOT_WRITING),
        ("is it bad if i dont write", lines.NOT_WRITING),
    ],
)
@pytest.mark.parametrize("moment", ["unsaid", "contact", "channel", "note", "done"])
def test_a_question_about_the_note_is_answered_whatever_is_open(
    talk: Talk, moment: str, text: str, answer: Saying
) -> None:
    conversation = at(talk, moment)
    before = conversation.facts.all()
    assert says(conversation.says(text), answer)
    assert {name: fact.value for name, fact in conversation.facts.all().items()} == {
        name: fact.value for name, fact in before.items()
    }


@pytest.mark.demand("P06")
@pytest.mark.parametrize(
    "text",
    [
        "do i have to?",
        "do i really need to do this?",
        "is this necessary",
        "what happens if i skip it?",
        "must i answer this",
    ],
)
@pytest.mark.parametrize("moment", ["feeling", "their words", "unsaid", "nothing missing"])
def test_nobody_has_to_answer_and_who_asks_is_told_so(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment)
    open_question = conversation.question
    assert says(conversation.says(text), lines.MUST_I)
    assert conversation.question == open_question


@pytest.mark.parametrize(
    "text",
    [
        "who cares?",
        "why did they even ask that?",
        "is anybody going to read it?",
        "what do you think?",
        "was it my fault?",
        "how is that fair?",
    ],
)
def test_a_bare_question_is_no_answer_where_own_words_are_asked_for(talk: Talk, text: str) -> None:
    conversation = at(talk, "unsaid").says(text)
    assert conversation.facts.value("unsaid-1") is None
    assert conversation.question == "unsaid-1"


@pytest.mark.parametrize(
    "text",
    [
        "what would happen if a machine broke down?",
        "do you have a licence?",
        "why do you want to work here?",
        "are you good with people?",
        "where do you see yourself in five years?",
    ],
)
def test_a_bare_question_is_the_answer_where_theirs_is_asked_for(talk: Talk, text: str) -> None:
    assert at(talk, "their words").says(text).facts.text("question-1") == text


@pytest.mark.parametrize(
    "text",
    [
        "i would ask: can i check with the nurse first?",
        "how do i know? because i did it for two years",
        "what i would do is check the oil first",
        "first the oil. then why not ask the driver",
    ],
)
def test_a_question_inside_an_answer_stays_in_it(talk: Talk, text: str) -> None:
    assert not read(text).is_bare_question
    assert at(talk, "unsaid").says(text).facts.text("unsaid-1") == text


LATER_TODAY = ["later today", "in a bit", "when i get home", "after work", "once im home", "when the kids are asleep"]


@pytest.mark.demand("P27")
@pytest.mark.parametrize("text", LATER_TODAY)
def test_later_today_is_the_evening_for_the_note(talk: Talk, text: str) -> None:
    assert at(talk, "note look").says(text).facts.value("note-look") == "tonight"


@pytest.mark.parametrize("text", ["no", "nope", "nah", "no thanks", "not now", "no not now"])
def test_no_to_seeing_it_now_means_not_now(talk: Talk, text: str) -> None:
    assert at(talk, "note look").says(text).facts.value("note-look") == "tomorrow"


@pytest.mark.parametrize("text", ["no note", "no letter please"])
def test_no_note_is_still_no_note(talk: Talk, text: str) -> None:
    assert not {"i1/note", "i1/last-call"} & set(at(talk, "note look").says(text).state.promised)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("not now", "18:30"),
        ("in a bit", "13:40"),
        ("no not now", "18:30"),
        ("when i get home", "18:30"),
        ("after my shift", "18:30"),
        ("once the kids are in bed", "18:30"),
    ],
)
def test_what_is_offered_comes_again_the_same_day(talk: Talk, text: str, hour: str) -> None:
    conversation = at(talk, "done").waits(days=1).says(text)
    assert hour in conversation.reply
    assert conversation.question is None


@pytest.mark.parametrize("text", ["when i get home", "in a bit", "later today", "not now", "after work"])
@pytest.mark.parametrize("moment", ["look back", "note"])
def test_what_is_put_off_in_the_first_conversation_is_kept(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment).says(text)
    assert conversation.question in (None, "judge-when")
    assert not conversation.facts.value("note-declined")


@pytest.mark.demand("K02")
@pytest.mark.parametrize(
    "text",
    [
        "he said it's fine to email",
        "she said i can email her any time",
        "they gave me her card",
        "he told me i could call if i had questions",
        "they said feel free to write",
        "he said no problem to write",
    ],
)
def test_that_they_may_write_is_heard_in_a_sentence_and_in_a_story(talk: Talk, text: str) -> None:
    assert at(talk, "contact").says(text).facts.value("contact") == "open"
    assert caught(f"had an interview at Acme today. {text}")["contact"] == "open"


@pytest.mark.parametrize(
    "text",
    [
        "they said not to email",
        "he said dont call us",
        "they told us not to write",
        "he said he would call",
        "they told me to wait for a call",
        "she asked if i can write reports",
    ],
)
def test_a_ban_or_a_call_of_theirs_is_no_leave_to_write(text: str) -> None:
    assert caught(text).get("contact") != "open"


@pytest.mark.demand("K05")
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("she told us to wait two weeks", "2026-12-08"),
        ("nothing was said, she told us to give it a week", "2026-12-01"),
        ("they said it takes a couple of weeks", "2026-12-08"),
        ("they'll let us know after the bank holiday", None),
        ("they said we'd hear when the boss is back", None),
        ("she told us to expect a call", None),
    ],
)
def test_when_they_will_answer_told_at_the_question_about_contact(talk: Talk, text: str, day: str | None) -> None:
    conversation = at(talk, "contact").says(text)
    assert conversation.facts.value("contact") == "not-sure"
    assert conversation.facts.value("answer-promised-at") == day


@pytest.mark.parametrize(
    "text",
    [
        "they'll let us know after the bank holiday",
        "after easter",
        "when the boss is back",
        "soon",
        "once they saw everyone",
    ],
)
def test_a_time_without_a_day_is_taken_as_no_day_named(talk: Talk, text: str) -> None:
    assert at(talk, "answer by").says(text).question == "interviewers"


def test_the_questions_asked_besides_are_answered_ones() -> None:
    assert read("froze on the first one, is it ok to call mrs zulu").asked_besides is Aside.CALL_OR_WRITE


ANOTHER = [
    ("just had another one at Beta, went badly", "Beta"),
    ("had another at Zulu Bank today, awful", "Zulu Bank"),
    ("did a trial shift at Mama's Kitchen and dropped a tray", "Mama's Kitchen"),
    ("had my callback at Beta, it went terribly", "Beta"),
    ("finished my assessment day at Zanaco. the group bit was awful", "Zanaco"),
    ("just came out of another one, at mercy hospital. froze again", "mercy hospital"),
    ("had a second round at Kwacha Bank yesterday, went ok", "Kwacha Bank"),
]


@pytest.mark.demand("P32")
@pytest.mark.parametrize(("text", "place"), ANOTHER)
def test_another_one_is_heard_without_the_word_interview(talk: Talk, text: str, place: str) -> None:
    conversation = at(talk, "done").waits(days=1).says(text)
    assert conversation.facts.text("organisation") == place
    assert conversation.state.facts_of("i1").text("organisation") == "Acme"
    assert conversation.state.facts_of("i1").items("struggle") == at(talk, "done").facts.items("struggle")
    assert conversation.question == "feeling-at-first"


@pytest.mark.parametrize(
    "text",
    [
        "had another look at it today",
        "did another one of those breathing things",
        "had a call back from Acme, they want references",
        "had another thought",
        "my sister had another one at Beta",
    ],
)
def test_another_something_is_no_other_interview(talk: Talk, text: str) -> None:
    assert at(talk, "done").waits(days=1).says(text).state.interviews_begun == 1


CORRECTED_TO_MONDAY = [
    "no, monday", "nope monday", "i meant monday", "*monday", "no monday", "sorry monday", "wait, monday not tuesday",
    "nah it was on monday", "oops monday i mean", "yesterday*",
]  # fmt: skip


@pytest.mark.demand("P03")
@pytest.mark.parametrize("text", CORRECTED_TO_MONDAY)
@pytest.mark.parametrize("moment", ["feeling", "unsaid", "contact"])
def test_a_day_is_corrected_in_two_words_whatever_is_asked(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment)
    open_question = conversation.question
    assert conversation.says(text).facts.value("interview-on") == "2026-11-23"
    assert conversation.question == open_question
    assert "Changed" in conversation.reply


@pytest.mark.demand("P03")
@pytest.mark.parametrize("text", ["no, thursday", "nope thursday", "i meant thursday", "*thursday", "thursday i mean"])
def test_right_after_the_day_of_their_answer_it_is_that_day(talk: Talk, text: str) -> None:
    conversation = at(talk, "who").says(text)
    assert conversation.facts.value("answer-promised-at") == "2026-11-26"
    assert conversation.facts.value("interviewers") is None
    assert conversation.facts.value("interview-on") == "2026-11-24"


def test_a_day_to_come_is_never_that_of_an_interview_that_has_been(talk: Talk) -> None:
    conversation = at(talk, "channel").says("i meant next monday")
    assert conversation.facts.value("answer-promised-at") == "2026-11-30"
    assert conversation.facts.value("interview-on") == "2026-11-24"


@pytest.mark.parametrize("text", ["no, friday", "no, monday"])
def test_where_something_is_offered_a_day_puts_it_off(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").waits(days=1).says(text)
    assert conversation.facts.value("interview-on") == "2026-11-24"
    assert "9:00" in conversation.reply


@pytest.mark.parametrize(
    "text", ["no, tomorrow is fine", "tuesday is when we count the stock", "no", "monday to friday"]
)
def test_a_no_or_a_day_alone_corrects_nothing(text: str) -> None:
    correction = read(text).correction
    assert correction is None or not correction.is_bare


LEFT = [
    ("i've decided to pull out of the acme one", "acme"),
    ("had an interview at Acme yesterday, it was awful, i'm pulling out", "Acme"),
    ("i told acme i'm no longer interested after that interview", "acme"),
    ("i decided to withdraw from Zulu Bank, the panel was rude", "Zulu Bank"),
    ("i'm withdrawing my application at Beta after today", "Beta"),
]


@pytest.mark.demand("K07")
@pytest.mark.parametrize(("text", "place"), LEFT)
def test_leaving_is_heard_in_the_first_words(talk: Talk, text: str, place: str) -> None:
    conversation = talk().says(text)
    assert conversation.facts.value("outcome") == "withdrawn"
    assert conversation.facts.text("organisation") == place
    assert "you have withdrawn" in conversation.reply


@pytest.mark.parametrize(
    "text",
    [
        "i wanted to pull out my notes but froze",
        "i'm thinking of pulling out",
        "i pulled out my phone in the interview",
        "i dropped out of university so they asked about it",
        "i think i'm going to drop out",
        "if it goes on like this i'm pulling out",
        "I don't want the Acme job any more, the interview was horrible",
    ],
)
def test_what_is_only_thought_of_or_something_else_is_no_leaving(talk: Talk, text: str) -> None:
    assert talk().says(text).facts.value("outcome") is None


SEVERAL = [
    ("had one at Acme monday and one at Zulu Bank today, both awful", ("Acme", "Zulu Bank"), ("2026-11-23", "2026-11-24")),
    (
        "two interviews this week, Acme on monday and Beta Clinic yesterday. both went badly",
        ("Acme", "Beta Clinic"),
        ("2026-11-23", "2026-11-23"),
    ),
    (
        "interviewed at Acme yesterday and at Zulu Bank this morning. bombed both",
        ("Acme", "Zulu Bank"),
        ("2026-11-23", "2026-11-24"),
    ),
    ("did 2 interviews, one at Lakeside Clinic, the other at Mercy Hospital", ("Lakeside Clinic", "Mercy Hospital"), (None, None)),
    (
        "had an interview at acme monday, froze. then another one at zulu bank today",
        ("acme", "zulu bank"),
        ("2026-11-23", "2026-11-24"),
    ),
]  # fmt: skip


@pytest.mark.demand("P32")
@pytest.mark.parametrize(("text", "places", "days"), SEVERAL)
def test_two_interviews_of_one_message_are_kept_apart_and_which_comes_first_is_asked(
    talk: Talk, text: str, places: tuple[str, ...], days: tuple[str | None, ...]
) -> None:
    conversation = talk().says(text)
    state = conversation.state
    assert tuple(state.facts_of(f"i{n}").text("organisation") for n in (1, 2)) == places
    assert tuple(state.facts_of(f"i{n}").value("interview-on") for n in (1, 2)) == days
    assert (conversation.question or "").endswith("which-first")
    assert [choice.label for choice in conversation.prompt.choices] == list(places)
    first = conversation.says(places[1])
    assert first.question == "feeling-at-first"
    assert first.says("9").state.facts_of("i2").value("feeling-at-first") == 9
    assert first.state.facts_of("i1").value("feeling-at-first") is None


def test_the_other_one_waits_and_comes_when_the_first_is_told(talk: Talk) -> None:
    conversation = talk().says(
        SEVERAL[0][0], "the bank", "2", "no", "skip", "nothing", "no", "no contact", "no day named", "not at all"
    )
    assert conversation.question == "feeling-at-first"
    assert "Acme" in conversation.reply
    assert conversation.says("6").state.facts_of("i1").value("feeling-at-first") == 6


def test_more_of_one_of_them_chooses_it(talk: Talk) -> None:
    conversation = talk().says(SEVERAL[0][0], "zulu bank. i froze on the loans question")
    assert conversation.question == "feeling-at-first"
    assert conversation.state.facts_of("i2").text("struggle-1") == "the loans question"
    assert conversation.state.facts_of("i1").text("struggle-1") is None


@pytest.mark.parametrize(
    "text",
    [
        "had an interview at Acme and at the end i froze",
        "had an interview at Acme. i worked at Shoprite before",
        "interview at Acme and lunch at Nando's after",
        "interviewed at Acme with Mrs Zulu and with Mr Banda",
        "had an interview at Zulu Bank, they asked about my time at Acme",
        "my second interview at Acme today and the first one at Acme last week",
    ],
)
def test_two_places_are_not_yet_two_interviews(talk: Talk, text: str) -> None:
    assert talk().says(text).state.interviews_begun == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("had intvw 2day @ Mercy Hosp 4 night nurse", "Mercy Hosp"),
        ("Yesterday I was having interview in the Kwacha Bank for the teller", "Kwacha Bank"),
        ("had an inteview at Acme", "Acme"),
    ],
)
def test_a_place_is_heard_in_shorthand_and_in_a_second_language(text: str, place: str) -> None:
    assert caught(text)["organisation"] == place


@pytest.mark.parametrize("text", ["had an interview in Lusaka yesterday", "had an interview in the morning"])
def test_a_town_or_an_hour_is_no_place_to_work_at(text: str) -> None:
    assert "organisation" not in caught(text)


@pytest.mark.parametrize("text", ["Mister Daka and Sister Agnes", "wks time", "by friday", "in two weeks", "mrs zulu"])
def test_people_and_days_are_no_organisation(talk: Talk, text: str) -> None:
    conversation = talk().says("had an interview today, it went badly", "8", "all of it", "skip", "nothing else")
    conversation.says("skip", "skip")
    assert conversation.question == "organisation"
    assert conversation.says(text).facts.value("organisation") is None


def test_where_a_day_is_asked_for_a_no_and_a_day_is_the_answer(talk: Talk) -> None:
    conversation = at(talk, "answer by").says("nope thursday")
    assert conversation.facts.value("answer-promised-at") == "2026-11-26"
    assert conversation.facts.value("interview-on") == "2026-11-24"


def test_having_decided_to_leave_is_asked_about_and_not_passed_over(talk: Talk) -> None:
    assert (at(talk, "done").says("i've decided to pull out").question or "").endswith("news-from")
    assert at(talk, "done").says("i have decided not to pull out").question is None


def test_silence_told_in_the_middle_of_another_story_is_kept_with_its_own_and_called_what_it_is(talk: Talk) -> None:
    conversation = talk().says("did a trial shift at Mama's Kitchen today and dropped a tray", "6", "one moment")
    assert "no answer yet" in conversation.says("radio silence so far").reply
    conversation = at(talk, "done").waits(days=1).says("had my callback at Mama's Kitchen, it went terribly", "2")
    conversation.says("stop", "no").waits(days=9)
    conversation.says("radio silence from mamas kitchen")
    assert conversation.state.facts_of("i2").value("outcome") == "waiting"
    assert conversation.state.facts_of("i1").value("outcome") is None


@pytest.mark.parametrize("text", ["not now, in the evening", "not yet, tomorrow", "not right now, tonight"])
def test_not_now_corrects_no_day(text: str) -> None:
    assert read(text).correction is None


@pytest.mark.parametrize(
    "text",
    ["the job went to someone with more experience", "the post has gone to an internal person", "job went to another"],
)
def test_a_job_that_went_to_somebody_is_a_no(text: str) -> None:
    assert caught(text)["outcome"] == "rejected"


@pytest.mark.parametrize(
    "text", ["i went to someone for help with my cv", "at my last job i went to others for advice"]
)
def test_who_went_to_somebody_has_no_answer(text: str) -> None:
    assert "outcome" not in caught(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("They did not say anything, HR has my mail id", "not-sure"),
        ("they didnt mention it", "not-sure"),
        ("they say phone thursday", "not-sure"),
        ("They told one week no, I said already", "not-sure"),
        ("they told us not to call", "barred"),
        ("no", "open"),
    ],
)
def test_nothing_told_of_contact_bars_none(talk: Talk, text: str, kept: str) -> None:
    assert at(talk, "contact").says(text).facts.value("contact") == kept


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("they say phone thursday", "2026-11-26"),
        ("gaffer says thursday", "2026-11-26"),
        ("they ring friday", "2026-11-27"),
        ("They told one week no", "2026-12-01"),
    ],
)
def test_a_day_for_their_answer_is_heard_in_few_words(talk: Talk, text: str, day: str) -> None:
    assert at(talk, "contact").says(text).facts.value("answer-promised-at") == day


@pytest.mark.parametrize("text", ["they phone. i get second test monday", "got another trial shift on monday"])
def test_a_second_test_is_the_next_round_and_puts_nothing_off(text: str) -> None:
    assert caught(text)["outcome"] == "next-round"


def test_what_happened_told_where_it_was_asked_how_much_needs_no_pronoun(talk: Talk) -> None:
    conversation = talk().says("interview at Acme today, welder job. went badly", "9", "weld crack in the bend test")
    assert conversation.facts.value("cause") == "weld crack in the bend test"


@pytest.mark.parametrize("text", ["the question about flaky tests", "the question on unit tests"])
def test_a_question_about_tests_is_no_test(text: str) -> None:
    assert not is_task(text)
    assert is_task("the bend test")
