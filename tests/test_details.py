"""Details in passing, names, and what is taken out of a short reply."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding import details, names
from core.understanding.names import Interviewers
from core.understanding.text import LONGEST_STORY, clean, straight
from tests.case_files import hostile
from tests.caught import caught

_CLOSED = {"format", "panel-size", "minutes-late", "contact", "outcome", "wants-job", "news"}
_QUESTION = "the question "


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("just out of an interview at Lakeside Clinic for the admin job", "Lakeside Clinic"),
        ("interview at acme today", "acme"),
        ("had my interview at acme corp yesterday", "acme corp"),
        ("interview at the hospital in kitwe went ok", "the hospital in kitwe"),
        ("teaching post at lakeside school", "lakeside school"),
        ("INTERVIEW AT ACME TODAY", "ACME"),
        ("got the rejection mail from Acme", "Acme"),
        ("my Acme interview was a disaster", "Acme"),
        ("Friday at Acme, panel of 3. They know Beta well", "Acme"),
        ("interview for data analyst at First National Bank", "First National Bank"),
        ("the company is called Bank of Two Rivers", "Bank of Two Rivers"),
    ],
)
def test_the_organisation_is_caught(text: str, organisation: str) -> None:
    assert caught(text)["organisation"] == organisation


@pytest.mark.parametrize(
    "text",
    [
        "I froze at the end",
        "it was at 11",
        "at first it went ok",
        "I was at home",
        "interview with the manager",
        "it went on for an hour",
        "an interview at 9 on Monday",
        "I work at Acme and hate it",
        "lunch at Marios after",
    ],
)
def test_what_follows_at_need_not_be_an_organisation(text: str) -> None:
    assert "organisation" not in caught(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("interview for the admin job", "admin job"),
        ("a teaching post at lakeside", "teaching post"),
        ("nurse interview today", "nurse"),
        ("interviewed as a receptionist today", "receptionist"),
        ("interview for junior data analyst", "junior data analyst"),
    ],
)
def test_the_role_is_caught(text: str, role: str) -> None:
    assert caught(text)["role"] == role


@pytest.mark.parametrize("text", ["interview for a new job", "for the same position", "my dream job", "the job market"])
def test_a_job_without_a_kind_is_no_role(text: str) -> None:
    assert "role" not in caught(text)


@pytest.mark.parametrize(
    ("text", "struggle"),
    [
        ("froze on the SQL question", "the SQL question"),
        (
            "mind went blank when they asked about a conflict with a colleague",
            "the question about a conflict with a colleague",
        ),
        ("couldn't explain my lesson plan", "my lesson plan"),
        ("blanked on why I left my last job", "why I left my last job"),
        ("they asked a drug calculation and i froze", "a drug calculation"),
        (
            "They asked me what I would do if she refuses and I said I would make her. I know that is wrong!",
            "what I would do if she refuses",
        ),
        (
            "he asked why i left my last job and i said cos the boss was a idiot and his face just dropped",
            "why i left my last job",
        ),
        ("he asked about my gap and i said i was just lazy, which was so stupid", "the question about my gap"),
    ],
)
def test_what_went_wrong_is_kept_in_the_persons_words(text: str, struggle: str) -> None:
    assert caught(text)["struggle"] == struggle


@pytest.mark.parametrize(
    "text", ["i mixed up the days and came an hour late", "forgot the address", "mixed up the times, was late"]
)
def test_what_made_them_late_is_no_part_of_the_interview(text: str) -> None:
    assert "struggle" not in caught(text)


def test_the_whole_interview_is_not_the_thing_that_went_wrong() -> None:
    assert "struggle" not in caught("I just bombed my interview at the bank")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ('they asked "where do you see yourself" and I said dead', "where do you see yourself"),
        ("they asked 'what's your weakness'", "what's your weakness"),
        ("they asked me why i want to work there", "why i want to work there"),
        ("they asked if I plan to have children", "if I plan to have children"),
    ],
)
def test_questions_are_quoted(text: str, question: str) -> None:
    assert caught(text)["question-1"] == question


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("I was ten minutes late", "10"),
        ("came 25 min late", "25"),
        ("a few minutes late", "a few"),
        ("half an hour late", "30"),
    ],
)
def test_the_persons_own_lateness_is_caught(text: str, minutes: str) -> None:
    assert caught(text)["minutes-late"] == minutes


@pytest.mark.parametrize(
    "text",
    [
        "the interviewer was 20 minutes late",
        "they were ten minutes late",
        "it started 15 minutes late",
        "the bus was 5 min late",
    ],
)
def test_somebody_elses_lateness_is_theirs(text: str) -> None:
    assert "minutes-late" not in caught(text)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("phone screen with hr", "format", "phone"),
        ("it was on zoom", "format", "video"),
        ("in person at their office", "format", "in-person"),
        ("panel of four", "format", "panel"),
        ("panel of four", "panel-size", "4"),
        ("two people, no names", "panel-size", "2"),
        ("they said not to contact them", "contact", "barred"),
        ("no canvassing", "contact", "barred"),
        ("it went through an agency", "contact", "recruiter"),
        ("my recruiter set it up", "contact", "recruiter"),
        ("got the rejection mail", "outcome", "rejected"),
        ("I didn't get it", "outcome", "rejected"),
        ("they offered me the job", "outcome", "offer"),
        ("they invited me back", "outcome", "next-round"),
        ("still waiting to hear back", "outcome", "waiting"),
        ("i'd still love the job", "wants-job", "yes"),
        ("don't want it anymore", "wants-job", "no"),
        ("I have an interview tomorrow", "news", "ahead"),
        ("it went really well", "news", "well"),
        ("I bombed it", "news", "badly"),
    ],
)
def test_closed_details_give_one_of_their_members(text: str, name: str, value: str) -> None:
    assert caught(text)[name] == value


@pytest.mark.parametrize("text", ["I think they will reject me", "if I get an offer I'll cry"])
def test_an_outcome_that_is_feared_or_hoped_for_is_none(text: str) -> None:
    assert "outcome" not in caught(text)


def test_several_details_are_caught_in_one_message() -> None:
    found = caught(
        "Interview at Lakeside Clinic for the admin job, panel of two on zoom. I was ten minutes late. "
        "Mrs Zulu asked about excel, fine, then I froze on the conflict question."
    )
    assert found == {
        "organisation": "Lakeside Clinic",
        "role": "admin job",
        "format": "video",
        "panel-size": "2",
        "minutes-late": "10",
        "interviewer-1": "Mrs Zulu",
        "asked-by": "Mrs Zulu",
        "struggle": "the conflict question",
        "news": "badly",
    }


def test_people_are_counted_in_the_order_they_are_first_named() -> None:
    found = caught("There was Mrs Phiri, and Mr Mwansa from hr. Then Mrs Phiri asked me why I came.")
    assert (found["interviewer-1"], found["interviewer-2"]) == ("Mrs Phiri", "Mr Mwansa")
    assert found["asked-by"] == "Mrs Phiri"


def test_a_long_story_is_read_as_a_short_one() -> None:
    story = "It was a long day and I want to tell all of it. " * 60 + "Interview at Acme. I froze on the SQL question."
    assert len(story) < LONGEST_STORY
    assert caught(story)["organisation"] == "Acme"


def test_a_hostile_text_holds_no_surprise() -> None:
    for text in hostile():
        details.read(text)
        names.read(text)


_PIECES = (
    "interview",
    "at",
    "Acme",
    "Mrs Zulu",
    "asked",
    "i froze on the",
    "SQL",
    ".",
    ",",
    "10 minutes late",
    "for",
    "job",
)


@given(st.text(max_size=300) | st.lists(st.sampled_from(_PIECES)).map(" ".join))
def test_no_detail_is_invented(text: str) -> None:
    shown = clean(text)
    for detail in details.read(text):
        start, end = detail.span
        assert 0 <= start < end <= len(shown)
        if detail.name not in _CLOSED:
            assert detail.value.removeprefix(_QUESTION) in straight(shown)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mrs Zulu asked it. and a younger guy from accounts", Interviewers(("Mrs Zulu",), 1, "Mrs Zulu")),
        ("mrs zulu asked it", Interviewers(("Mrs Zulu",), 0, "Mrs Zulu")),
        (
            "John Banda and Ms. Mary Phiri-Tembo, John asked",
            Interviewers(("John Banda", "Ms. Mary Phiri-Tembo"), 0, "John Banda"),
        ),
        ("sarah (hr) and tom", Interviewers(("Sarah", "Tom"))),
        ("dr. o'neill", Interviewers(("Dr. O'Neill",))),
        ("it was john", Interviewers(("John",))),
        ("no idea", Interviewers()),
        ("i don't know their names", Interviewers()),
        ("two people, no names", Interviewers(unnamed=2)),
        ("the manager and a lady from HR", Interviewers(unnamed=2)),
        ("three people, only know Mr Phiri", Interviewers(("Mr Phiri",), 2)),
    ],
)
def test_people_are_named_as_the_person_named_them(text: str, people: Interviewers) -> None:
    assert names.read(text) == people


@given(st.text(max_size=200))
def test_no_name_is_invented(text: str) -> None:
    shown = straight(clean(text)).casefold()
    for name in names.read(text).names:
        assert name.casefold() in shown


@pytest.mark.parametrize(
    ("reply", "organisation"),
    [
        ("it was at Acme in Lusaka", "Acme"),
        ("acme", "acme"),
        ("Acme.", "Acme"),
        ("with Barclays, in London", "Barclays"),
        ("the company is called Beta Works", "Beta Works"),
        ("The Body Shop", "The Body Shop"),
        ("ZESCO", "ZESCO"),
        ("university of zambia", "university of zambia"),
        ("i don't want to say", None),
        ("no idea", None),
        ("", None),
    ],
)
def test_the_organisation_is_taken_out_of_a_reply(reply: str, organisation: str | None) -> None:
    assert names.organisation(reply) == organisation


@pytest.mark.parametrize(
    ("reply", "role"),
    [
        ("the admin job", "admin job"),
        ("nurse", "nurse"),
        ("as a receptionist", "receptionist"),
        ("it was for junior data analyst", "junior data analyst"),
        ("Senior Analyst", "Senior Analyst"),
        ("idk", None),
    ],
)
def test_the_role_is_taken_out_of_a_reply(reply: str, role: str | None) -> None:
    assert names.role(reply) == role


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("Mrs Phiri and Mr Kunda asked about phonics", None),
        ("Mr Phiri and Mrs Zulu who asked it", "Mrs Zulu"),
        ("Mr Phiri and Mrs Zulu, she asked it", "Mrs Zulu"),
        ("John Banda and Mary, John asked", "John Banda"),
    ],
)
def test_two_who_asked_together_are_no_one_asker(text: str, asker: str | None) -> None:
    assert names.read(text).asked_by == asker


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("i'll tell my sister Anna", ()),
        ("Sister Mwale asked it", ("Sister Mwale",)),
        ("just matron Phiri and dr Sakala", ("Matron Phiri", "Dr Sakala")),
    ],
)
def test_a_sister_of_theirs_is_no_interviewer_and_a_title_has_its_capital(text: str, people: tuple[str, ...]) -> None:
    assert names.read(text).names == people if people else names.in_story(text) == ([], None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("bank job, natwest", "natwest"),
        ("natwest, bank job", "natwest"),
        ("shop assistant, lidl", "lidl"),
        ("lidl, shop assistant", "lidl"),
        ("interview today, tesco", "tesco"),
        ("teaching job, riverside primary", "riverside primary"),
        ("barista, costa, this morning", "costa"),
        ("nurse, st lukes hospital", "st lukes hospital"),
        ("went great, Lidl, stock assistant", "Lidl"),
        ("bank job, embarrassing", None),
        ("interview today, nightmare", None),
        ("bank interview, awkward", None),
        ("interview, sales", None),
        ("security job, night shift", None),
        ("driver job, rejected", None),
        ("hi, cleaning job", None),
        ("went bad, warehouse job", None),
        ("kitchen job, they laughed", None),
    ],
)
def test_behind_a_comma_beside_a_job_stands_its_place_or_a_remark(text: str, place: str | None) -> None:
    named = [detail.value for detail in details.read(text) if detail.name == "organisation"]
    assert named == ([] if place is None else [place])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("panel interview at St. Scholastica's Academy this afternoon", "St. Scholastica's Academy"),
        ("had my interview at st. john's hospital today", "st. john's hospital"),
        ("interview at Mt. Zion Hospital. It went badly", "Mt. Zion Hospital"),
        ("interview at Sta. Clara High School today", "Sta. Clara High School"),
        ("interview at Barker St. They asked me nothing", "Barker St"),
    ],
)
def test_a_saint_s_full_stop_ends_no_name(text: str, place: str) -> None:
    assert [detail.value for detail in details.read(text) if detail.name == "organisation"] == [place]
