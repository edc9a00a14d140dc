"""What people say in their own way, and what only sounds like it: each from typed text to what is understood."""

from __future__ import annotations

import pytest

from core.flows import outcome
from core.understanding import details, names, reasons
from tests.moments import Talk, at, says


def found(text: str) -> dict[str, str]:
    return {detail.name: detail.value for detail in details.read(text)}


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
    assert found(text)["struggle"] == struggle


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
    assert "struggle" not in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "said um the whole time",
        "couldn't think of a single example",
        "i couldn't get a word out",
        "spoke too fast",
        "called the manager by the wrong name",
        "my voice was shaking",
        "i dropped the tray",
        "interrupted her twice",
    ],
)
def test_who_told_how_they_came_across_is_not_asked_which_moment_it_was(talk: Talk, text: str) -> None:
    conversation = talk().says(f"had an interview at Acme today. {text}", "8", "some of it")
    assert conversation.question == "anything-else"


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
    assert "cause-told" not in found(text)


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
        ("the boss called me mary", (), 0),
        ("they called me back", (), 0),
        ("a long interview day", (), 0),
    ],
)
def test_people_are_counted_once_by_name_or_by_kind(text: str, people: tuple[str, ...], unnamed: int) -> None:
    read = names.read(text)
    assert (read.names, read.unnamed) == (people, unnamed)


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
    assert says(conversation, outcome.REASON, reason=reason)


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
    assert "outcome" not in found(text)


def test_how_long_ago_it_was_is_no_part_of_the_name() -> None:
    assert found("interviewed at Acme 10 days ago, not a word since")["organisation"] == "Acme"
    assert found("interviewed at Studio 54 last week")["organisation"] == "Studio 54"
