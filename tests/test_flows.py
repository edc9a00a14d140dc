"""Every branch of every flow: it ends, asks nothing twice, and everything it says has its words."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from types import CodeType, FrameType
from typing import Any

import pytest

from core import flows
from core.community import LINKS, Community
from core.facts import Picked, Value
from core.helplines import Helpline, Service
from core.questions import Question
from core.replay import FLOWS
from core.safety.danger import Kind
from core.wording import load, vocabulary
from tests.walk import SKIP, Walk, answers_to, walks

MODULES = {module.__name__.rpartition(".")[2]: module for module in flows.modules()}

WAITING = {
    "zone": "Africa/Lusaka",
    "interview-on": "2026-11-24",
    "captured": "2026-11-24",
    "answer-promised-at": "2026-11-27",
}  # fmt: skip
OF_TODAY = {
    "told-at": "2026-11-24T12:40", "interview-on": "2026-11-24", "interviewer-1": "Mrs Zulu",
    "unsaid-1": "i count the stock every evening",
}  # fmt: skip
"""An interview on the day of the walk, with something left to say."""
LONG_AGO = {"told-at": "2026-11-19T12:40", "interview-on": "2026-11-19"}
STORIES = (
    "i cried", "he was rude", "my laptop froze", "my mind went blank", "i rambled", "i was so nervous", "i was late",
    "i froze. they asked about teams and about shifts", "i couldn't get a word out", "i spoke too fast",
)  # fmt: skip
"""Each with something that stings, or with more that was asked."""
WRITTEN = {"staff.7.how": "note", "staff.7.called-1": "call me Ada", "staff.7.note-1": "can somebody read my letter?"}
"""A note to staff is written and waits for a yes."""
MET = {"partner-wish": "4", "partner-name": "Ben", "partner-id": "U2", "partner-own-id": "U1"}
"""A partner was found."""
FURTHER_STORIES = (
    "my first ever interview. no idea how it went", "test was fine, interview not so much", "i was so tired", "he laughed at me",
    "late because of the bus, and he asked why i was late", "the video froze twice and then my mind went blank",
    "it was a trial shift, i burned the sauce",
)  # fmt: skip
BEGINNINGS: Mapping[str, list[Mapping[str, Value]]] = {
    "capture": [
        {"note-declined": True},
        {},
        {"news": "ahead"},
        {"news": "ahead", "stressed": True},
        {"news": "well"},
        {"conduct": True},
        {"opening": "he said women cannot drive", "conduct": True, "angry": True, "question-1": "are you pregnant"},
        {"opening": "i am furious", "angry": True},
        {"stressed": True, "struggle-1": "the SQL question", "minutes-late": 10, "organisation": "Acme"},
        *({"opening": story} for story in STORIES),
        {"opening": "i froze on the SQL question", "struggle-1": "the SQL question"},
        {"opening": "it went ok, i stumbled on the SQL question", "struggle-1": "the SQL question", "news": "well"},
        *({"opening": "it was bad", "stressed": True, "panel-size": size, "means-to-write": True} for size in (1, 5)),
        {"minutes-late": 10, "means-to-write": True, "unsaid-1": "i count the stock"},
        {"struggle-1": "the SQL question", "struggle-2": "my lesson plan", "interviewer-1": "Mrs Zulu"},
        {"struggle-1": "a", "unsaid-1": "b", "interviewer-1": "Mrs Zulu", "interviewer-2": "Mr Banda"},
        {"struggle-1": "the demonstration lesson", "organisation": "Mutende Primary School"},
        {"struggle-1": "my gap year", "unsaid-1": "my father died that year"},
        {"struggle-1": "my gap year", "unsaid-1": "my mother was ill, my father died"},
        {"struggle-1": "the question of what you do", "question-1": "what do you do", "anything-else": "i should have asked to move it"},
        {"struggle-1": "a", "unsaid-1": "i would count them", "unsaid-told-1": True, "feeling-at-first": 5},
        {"struggle-1": "a", "judged": "2026-11-25"},
        {"struggle-1": "a", "unsaid-1": "i count them", "interviewers": "Josh and Priya or Prisha"},
        {"struggle-1": "the group part", "struggle-2": "the SQL question"},
        {"struggle-1": "the typing test", "opening": "froze in the typing test, otherwise it was ok", "feeling-at-first": 5},
        {"struggle-1": "the typing test", "really-that-bad": "one-moment", "feeling-at-first": 5},
        {"opening": "it was ok", "cause": "why did you leave", "question-1": "why did you leave"},
        {"opening": "how it went i do not know", "struggle-1": "my gap year", "anything-else": "as i said, my gap year"},
        {"conduct": True, "their-conduct": "a", "interviewer-1": "Mrs Zulu", "interviewer-2": "Mr Banda", "wants-job": "yes"},
        {"contact": "barred"},
        {"capture-left": "left"},
        {
            "contact": "recruiter", "told-at": "2026-11-24T12:40", "panel-size": 4,
            "interview-ended-at": "2026-11-24T17:30", "zone": "Africa/Lusaka",
        },
        *({"outcome": outcome} for outcome in ("rejected", "offer", "next-round")),
        *({"opening": story} for story in FURTHER_STORIES),
        {"opening": "i was late because of the bus", "minutes-late": 10},
        {"opening": "they laughed at me", "struggle-1": "the SQL question", "feeling-at-first": 5},
        {"opening": "they laughed at me", "struggle-1": "a", "unsaid-1": "b", "feeling-at-first": 5, "wants-job": "yes", "contact": "open"},
        {"struggle-1": "the SQL part", "struggle-2": "my gap year", "asked-by-1": "interviewer-1", "interviewer-1": "Katrin"},
        {"opening": "the guy asked me about shifts", "struggle-1": "the question about shifts", "unsaid-1": "i do this every week"},
        {"struggle-1": "the salary question", "unsaid-1": "12 lakhs", "other-questions": "excel, that was ok", "point-1": "i said something which was dumb"},
        {"struggle-1": "the typing test", "struggle-2": "the demonstration lesson", "contact": "open", "direct-number": "yes"},
        {"struggle-1": "the SQL question", "feeling-at-first": 9, "really-that-bad": "parts", "anything-else": "my hands were shaking"},
        {"struggle-1": "the SQL part", "unsaid-1": "i would count them", "feeling-at-first": 9},
        {"conduct": True, "their-conduct": "one of them laughed"},
        {"opening": "it was bad", "cause": "the room was hot", "feeling-at-first": 5},
        {**OF_TODAY, "wants-job": "yes", "note-channel": "mail", "note-look": "tonight"},
        {
            **OF_TODAY, "interviewer-2": "Mr Banda", "wants-job": "yes", "note-channel": "mail",
            "note-1-sent": True, "note-2-sent": True,
        },
        {**OF_TODAY, "wants-job": "yes", "note-channel": "mail", "note-look": "tomorrow", "feeling-at-first": 9},
        OF_TODAY,
        {**OF_TODAY, "call-asked-at": "2026-11-24T13:00", "direct-number": "yes", "wants-job": "yes"},
        {**OF_TODAY, "call-became": "reached", "wants-job": "yes"},
    ],
    "call": [
        OF_TODAY,
        {**OF_TODAY, "wants-job": "yes", "captured": "2026-11-24", "unsaid-1": "i count the stock every evening " * 20},
        {**OF_TODAY, "contact": "recruiter", "captured": "2026-11-24"},
        {**OF_TODAY, "call-became": "voicemail"},
        {**OF_TODAY, "call-became": "voicemail", "call-message.1.message": "without unsaid-1"},
        {**OF_TODAY, "interview-on": "2026-11-23", "direct-number": "yes"},
        {**OF_TODAY, "told-at": "2026-11-24T18:40", "direct-number": "yes"},
        {"contact": "barred"},
        {**OF_TODAY, "note-1-sent": True},
        {"wants-job": "yes"},
        *({"outcome": outcome} for outcome in ("rejected", "offer", "next-round", "withdrawn")),
    ],
    "note": [
        {},
        {"contact": "barred"},
        {"unsaid-1": "a", "unsaid-2": "b", "point-1": "c", "feeling-at-first": 9},
        {name: f"what i would say to {name}" for name in ("unsaid-1", "unsaid-2", "point-1")},
        {f"unsaid-{number}": f"what i would say to question {number}" for number in (1, 2, 3)},
        {"unsaid-1": "i " + "count the stock every evening " * 20, "point-1": "i can drive a forklift", "interview-on": "2026-11-23"},
        {"unsaid-1": "i " + "count the stock every evening " * 40, "interview-on": "2026-11-20"},
        {**OF_TODAY, "call-became": "voicemail"},
        {"point-1": "i showed them how to use it as well"},
        {"unsaid-1": "i count the stock", "interviewer-1": "Mrs Zulu", "sent-besides": True},
        {"unsaid-1": "i did 110 an hour n helped u!!", "organisation": "acme", "interviewer-1": "Mrs Zulu", "interviewer-2": "Mr Banda"},
        {"unsaid-1": "a", "interviewer-1": "Mrs Zulu", "interviewer-2": "Mr Banda", "note-2-sent": True},
        {"unsaid-1": "a", "note-1-sent": True, "note-2-sent": True, "interviewer-1": "Mrs Zulu", "interviewer-2": "Mr Banda"},
    ],
    "danger": [{"danger-7": kind.value, "zone": zone} for kind in Kind for zone in ("Europe/London", "UTC")]
    + [{"danger-7": "suicide", "country": code} for code in ("GB", "ZM", "KE")],
    "forget": [{}],
    "note-due": [{"nudge:note": "sent", "interviewer-1": "Mrs Zulu", "wants-job": "yes"}, {"interviewer-1": "Mrs Zulu", "wants-job": "yes"}, {"unsaid-1": "a", "unsaid-2": "b", "point-1": "c"}, {**LONG_AGO, "wants-job": "yes"}, {"unsaid-1": "a", "enough-for-today": Picked("enough")}],
    "unfinished": [{}, {"organisation": "Acme"}],
    "stop": [{}],
    "start-over": [{}],
    "journal": [{}],
    "my-data": [{}],
    "erase-one": [{}],
    "keep-for": [{}],
    "ends-soon": [{}],
    "close-search": [{}],
    "breather": [{}],
    "telling": [{}, {"told-freely-1": "eight months of looking, and i told my mum that i got it"}],
    "steps": [
        {},
        {"captured": "2026-11-24", "struggle-1": "a", "unsaid-1": "b", "judged": "2026-11-25"},
        {
            "captured": "2026-11-24", "note-0-sent": True, "judged": "2026-11-25", "let-go": "2026-12-01",
            "prepared": "2026-12-01", "wants-job": "yes", "insider-sent": "2026-12-01",
        },
        {"captured": "2026-11-24", "outcome": "rejected"},
        {"news": "ahead"},
        {"news": "ahead", "prepared": "2026-11-24"},
        OF_TODAY,
        {"captured": "2026-11-24", "outcome": "rejected", **LONG_AGO},
        {"captured": "2026-11-24", "still-unknown-1": "yes", **LONG_AGO},
        {"captured": "2026-11-24", "chance-asked": True, "feedback-asked": True},
    ],
    "judge": [
        {"outcome": "rejected", "their-reason": "i lacked experience"},
        {"good-side": "they asked me to send the lesson plan", "went-badly": "my hands were shaking", "feeling-now": 10},
        {"good-side": "i told them " + "about the stock " * 9, "struggle-1": "the typing test", "unsaid-1": "a", "feeling-at-first": 4},
        {"insider": "my aunt Grace", "feeling-at-first": 4, "told-at": "2026-11-23T12:00"},
        {},
        {"other-questions": "excel, that was ok", "feeling-at-first": 8, "struggle-1": "a", "unsaid-1": "b", "told-at": "2026-11-23T12:00", "zone": "Africa/Lusaka"},
        {"feeling-at-first": 8, "cause": Picked("nerves"), "minutes-late": 10, "conduct": True},
        {"opening": "i was so nervous, my hands were shaking. the handshake went well", "feeling-at-first": 4},
        {"struggle-1": "the SQL question", "unsaid-1": "a", "interview-on": "2026-11-23", "zone": "Africa/Lusaka"},
        {"question-1": "why us", "unsaid-1": "a" * 200, "told-at": "2026-11-20T12:00", "zone": "Africa/Lusaka"},
        {"area-closing": "it was awkward and too long", "area-else": "it went badly and was " + "long " * 9},
        {"area-else": "the test was fine but the room was too loud", "zone": "Africa/Lusaka"},
        {"struggle-1": "a", "unsaid-1": "b", "learnt": "begin with the aim", "feeling-at-first": 4},
        {"minutes-late": 10, "area-first-impressions": Picked("badly"), "change-first-impressions": "take the bus before", "feeling-at-first": 4},
        {"struggle-1": "my lesson plan", "told-at": "2026-11-24T12:00", "outcome": "offer", "unsaid-1": "a"},
        {"one-by-one": True, "outcome": "rejected", "their-reason": "i lacked experience"},
        {"one-by-one": True, "conduct": True},
        {"one-by-one": True, "conduct": True, "area-confidence": Picked("badly")},
        {"one-by-one": True, "minutes-late": 10, "area-else": "it went badly"},
        {"news": "well", "feeling-at-first": 1, "zone": "Africa/Lusaka"},
        {"really-that-bad": "all"},
        {"opening": "they laughed at me", "went-badly": "i laughed too, nervously", "feeling-at-first": 4},
        {"opening": "i was doing well until the typing test", "feeling-at-first": 4},
        {"other-questions": "excel", "another-1": "that-was-all", "feeling-at-first": 4},
        {"struggle-1": "the typing test", "unsaid-1": "b", "learnt": "begin with the aim", "feeling-at-first": 4},
        {"interview-on": "2026-11-10"},
    ],
    "practice": [
        {},
        {"struggle-1": "the SQL question", "practice": "once"},
        {"struggle-1": "the SQL question", "practice": "once", "conduct": True},
        {"question-1": "how do you find duplicates in a table, and how many?", "unsaid-1": "i group", "practice": "yes"},
        {"struggle-1": "a", "unsaid-1": "b", "question-2": "c", "better-2": "d", "struggle-3": "e", "feeling-at-first": 9},
        {"struggle-1": "a", "unsaid-1": "b", "if-cue": "if they ask", "then-response": "I tell the story"},
        {"struggle-1": "a", "unsaid-1": "b", "learnt": "to breathe"},
        {"struggle-1": "the SQL question", "let-go": "2026-11-23", "keep": "check-in"},
        {"struggle-1": "a", "unsaid-1": "b", "practice.4.attempt-1": "c", "practice.4.keep-1": "new", "practised-4": "x"},
    ],
    "let-go": [
        {},
        {"outcome": "rejected", "feeling-now": 5, "organisation": "Acme", "struggle-1": "the SQL question"},
        {"outcome": "next-round"},
        {"outcome": "offer"},
        {"moved-on": True},
        {"conduct": True, "feeling-at-first": 9, "share-with": "a lawyer"},
        {"conduct": True, "feeling-at-first": 9},
        {"interview-on": "2026-11-10", "interview-on-roughly": "2026-11-10", "answer-promised-at": "2026-11-20"},
        {"news": "well", "feeling-at-first": 1},
        {"outcome": "withdrawn"},
        {"outcome": "rejected", "chance-closes-on": "2026-12-04"},
        {"chance-closes-on": "2026-11-24"},
        {"outcome": "rejected", "told-of-no": "my sister", "learnt": "to breathe"},
        {**WAITING, "practice": "yes", "learnt": "to breathe"},
        {**WAITING, "practice": "yes"},
        {**WAITING, "contact": "barred", "practice": "once"},
        WAITING,
        {**WAITING, "feeling-at-first": 6},
        {**WAITING, "feeling-at-first": 10, "feeling-now": 5, "keep": "none"},
    ],
    "check-in": [
        {"answer-promised-at": "2026-11-20", "news": "well", "feeling-at-first": 1},
        {"answer-promised-at": "2026-11-20", "answer-promised-at-roughly": "2026-11-20", "told-at": "2026-11-17T12:40"},
        {"answer-promised-at": "2026-11-20", "told-at": "2026-11-17T12:40"},
        {"answer-promised-at": "2026-11-20", "met-no": "2026-11-20"},
        {"answer-promised-at": "2026-12-04"},
        {"contact": "barred"},
    ],
    "outcome": [
        *({"outcome": outcome} for outcome in ("rejected", "offer", "next-round")),
        {"outcome": "rejected", "wants-job": "no"},
        {"outcome": "offer", "feeling-at-first": 8},
        {"outcome": "next-round", "news": "well", "feeling-at-first": 1},
        {"outcome": "rejected", "their-reason": "i lacked experience"},
        {"outcome": "rejected", "their-reason": "i am too old", "chance-closes-on": "2026-11-24"},
        {"outcome": "withdrawn"},
        {"outcome": "withdrawn", "practice": "yes", **WAITING},
        {"outcome": "waiting", "told-at": "2026-11-23T12:40"},
        {"outcome": "waiting", "interview-on": "2026-11-10"},
        {"outcome": "waiting", "answer-promised-at": "2026-11-26"},
        {"outcome": "waiting", "answer-promised-at": "2026-11-23"},
        {"outcome": "waiting", "answer-promised-at": "2026-11-18", "checked-in-1": "2026-11-20"},
        {"outcome": "waiting", "answer-promised-at": "2026-11-04", "checked-in-2": "2026-11-14"},
        {"outcome": "waiting", "contact": "barred"},
    ],
    "insiders": [
        {},
        {"contact": "barred"},
        {"news": "ahead"},
        {"insider": "my cousin Mary", "interviewer-1": "mary", "outcome": "rejected"},
        {"insider": "my cousin", "outcome": "rejected"},
        {"insider": "my cousin", "insider-sent": "2026-11-23"},
        {
            "insider": "my cousin Mary", "insider-decides-1": "no", "insider-caution-1": "on",
            "insider-request-1": "feedback", "insider-told": "it went fine",
        },
        {"insider": "my cousin Mary", "insider-decides-1": "yes"},
        {"insider": Picked("nobody"), "wants-job": "yes"},
    ],
    "mock": [{}, {"mock-with": "my friend Ruth", "role": "welder"}, {"mock-with": "Ben", "mock-at": "2026-11-24T18:00"}],
    "after-no": [{"outcome": "rejected"}, {"outcome": "rejected", "their-reason": "a", "wants-job": "yes", "feedback-wished": "2026-11-20"}, {"outcome": "rejected", "feedback-asked": "2026-11-20"}, {"outcome": "rejected", "wants-job": "no"}, {}],
    "feedback": [
        {"outcome": "rejected", "interview-on": "2026-11-20", "organisation": "Acme"},
        {"outcome": "rejected", "their-reason": "i lacked experience", "contact": "recruiter"},
        {"outcome": "rejected", "contact": "barred"},
        {"outcome": "rejected", "feedback-asked": "2026-11-22"},
        {"outcome": "rejected", "their-reason": "i am too old"},
        {"outcome": "waiting"},
        {"outcome": "waiting", "interview-on": "2026-11-10"},
    ],
    "second-chance": [
        {"outcome": "rejected", **LONG_AGO},
        {"outcome": "rejected", **LONG_AGO, "their-reason": "i lacked experience", "contact": "recruiter", "wants-job": "yes"},
        {"outcome": "rejected", **LONG_AGO, "their-reason": "i am too old", "1.chance-way-1": "show"},
        {"outcome": "rejected", **LONG_AGO, "chance-reason-1": "i ran a ward for two years", "1.chance-means": "trial"},
        {"outcome": "rejected", **LONG_AGO, "chance-reason-1": "i was so nervous that i froze", "2.chance-means": "trial"},
        {"outcome": "rejected", **LONG_AGO, "chance-reason-1": "they saw me for ten minutes only"},
        {"outcome": "rejected", **LONG_AGO, "conduct": True, "chance-reason-1": "he said women cannot drive"},
        {**LONG_AGO, "wants-job": "yes", "note-0-sent": True},
        {**LONG_AGO, "wants-job": "yes", "note-0-sent": True, "point-1": Picked("nothing")},
        {**LONG_AGO, "outcome": "waiting"},
        {"told-at": "2026-11-22T12:40", "wants-job": "yes"},
        {"outcome": "rejected", "told-at": "2026-11-24T12:40"},
        {"told-at": "2026-11-24T12:40"},
        {"chance-asked": "2026-11-20", "chance-closes-on": "2026-11-30"},
        {"chance-asked": "2026-11-10", "chance-closes-on": "2026-11-20"},
        {"contact": "barred"},
        *({"outcome": outcome} for outcome in ("offer", "next-round", "withdrawn")),
    ],
    "prepare": [
        {},
        {"role": "nurse", "mock-with": "my sister", "next-interview-on": "2026-11-25", "if-cue": "if a", "then-response": "b"},
        {"role": "nurse", "next-interview-on": "2026-11-25", "about-us": "a"},
        {"role": "zookeeper"},
        {f"known-{name}-1": "a" for name in ("history", "strengths", "achievements", "goals")},
        {"organisation": "Acme", "unsaid-1": "a", "question-1": "b", "unsaid-2": "c", "struggle-2": "d", "unsaid-3": "e"},
    ],
    "which": [
        {"may-be-7-1": "i1 Kabulonga school"},
        {"may-be-7-1": "i1 Kabulonga school", "may-be-7-2": "i2 Zanaco bank"},
        {"may-be-7-1": "i1 "},
    ],
    "which-first": [{"may-be-7-1": "i1 Acme", "may-be-7-2": "i2 Zulu Bank"}],
    "whose-links": [{"may-be-from-7-1": "discord:1 Lakeside", "may-be-from-7-2": "discord:2 Hillside"}],
    "talk-to-staff": [
        {},
        WRITTEN,
        WRITTEN | {"staff.7.send-2": "change"},
        {f"staff-note-{number}": "passed" for number in (1, 2, 3)},
    ],
    "partner": [{}, {"partner-own-name": "Ada"}],
    "partner-found": [MET, {**MET, "partner-own-name": "Ada"}],
    "partner-gone": [{}, MET],
    "report-partner": [MET, {**MET, "staff.7.note-1": "he shouted at me"}],
}  # fmt: skip
KEYS = {
    "danger": ["7"],
    "forget": ["7"],
    "stop": ["7"],
    "start-over": ["7"],
    "journal": ["7"],
    "my-data": ["7"],
    "erase-one": ["7", "7.i2"],
    "keep-for": ["7"],
    "ends-soon": ["7"],
    "close-search": ["7"],
    "breather": ["tears.7", "form.7", "loop.7", "unsure.7"],
    "telling": ["1"],
    "steps": ["7"],
    "which": ["rejected.7", "withdrawn.7"],
    "which-first": ["7"],
    "whose-links": ["7.jobs"],
    "call": ["", "call.7"],
    "note": ["", "note-1"],
    "note-due": ["note.7", "last-call.7"],
    "unfinished": ["unfinished.7"],
    "judge": ["", "judge.7"],
    "let-go": ["", "let-go.9"],
    "practice": ["", "practice-1.9", "practice-3.9"],
    "after-no": ["after-no.7"],
    "check-in": ["check-in-1.7", "check-in-2.7"],
    "prepare": ["prepare.7", ""],
    "mock": ["mock.7"],
    "talk-to-staff": ["7", "7.note"],
    "partner": ["7"],
    "partner-found": ["7"],
    "partner-gone": ["7"],
    "report-partner": ["7"],
}
"""What tells the repetitions of a flow apart; each is walked."""
MOST = 80
FEWER = {"capture": 40, "note": 40}
"""Of the flow with the most beginnings; as many as of the others in the long run."""
TRACED = 1
"""Walks from each beginning whose lines are noted all along; of the others only those of their end, as noting costs the
most."""
SET_UP = Community(
    staff="Ms Tembo",
    keep_months=6,
    links=dict.fromkeys(LINKS, "https://intranet/page"),
    helplines=(Helpline("*", Service.HELPLINE, "Ours", "not stated", ("Us",), date(2026, 11, 22), phone="1"),),
    notes_on="slack",
    offers_partners=True,
)
"""A community in which everything is set that changes what a flow says."""


def every_walk(flow: str, most: int, *, is_careful: bool) -> Iterator[Iterator[Walk]]:
    """The walks from each beginning."""
    walked = partial(walks, flow, is_careful=is_careful)
    for given in BEGINNINGS[flow]:
        for key in KEYS.get(flow, [""]):
            yield walked(given, most=most, key=key)
    for given in BEGINNINGS[flow][:2]:
        yield walked(given, most=most, key=KEYS.get(flow, [""])[0], community=SET_UP)


@dataclass
class Walked:
    """All walks through all flows, and the lines of flow code they touched."""

    walks: dict[str, list[Walk]]
    touched: set[tuple[str, int]]


@pytest.fixture(scope="module", params=[FEWER, pytest.param({}, marks=pytest.mark.long)], ids=["fewer", "all"])
def walked(request: pytest.FixtureRequest) -> Walked:
    files = {module.__file__ for module in MODULES.values()}
    touched: set[tuple[str, int]] = set()
    untouched: dict[CodeType, set[int]] = {}

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        code = frame.f_code
        if code.co_filename not in files:
            return None
        if code not in untouched:
            untouched[code] = lines_of(code)
        left = untouched[code]
        if event == "line":
            left.discard(frame.f_lineno)
            touched.add((code.co_filename, frame.f_lineno))
        return trace if left else None  # noting costs the most

    found: dict[str, list[Walk]] = {flow: [] for flow in FLOWS}
    for flow in FLOWS:
        for some in every_walk(flow, request.param.get(flow, MOST), is_careful=not request.param):
            sys.settrace(trace)
            found[flow] += islice(some, TRACED)
            sys.settrace(None)
            for walk in some:
                sys.settrace(trace)
                walk.again()
                sys.settrace(None)
                found[flow].append(walk)
    return Walked(found, touched)


def test_every_flow_has_beginnings_to_be_walked_from() -> None:
    assert set(BEGINNINGS) == set(FLOWS)


def test_every_walk_ends_and_asks_nothing_twice(walked: Walked) -> None:
    found = [walk for some in walked.walks.values() for walk in some]
    for walk in found:
        asked = Counter(question.name for question in walk.asked)
        assert max(asked.values(), default=1) == 1, walk.answers
        said = Counter(spoken.saying.name for spoken in walk.spoken)
        assert max(said.values(), default=1) == 1, walk.answers


def test_every_answer_to_every_question_is_tried(walked: Walked) -> None:
    found = [walk for some in walked.walks.values() for walk in some]
    tried = {answer for walk in found for answer in walk.answers}
    for walk in found:
        for question in walk.asked:
            for answer in (*answers_to(question), SKIP):
                assert (question.words, answer) in tried


def test_every_line_and_question_of_a_walk_can_be_worded(walked: Walked) -> None:
    found = [walk for some in walked.walks.values() for walk in some]
    wording = load()
    for walk in found[::7]:
        for spoken in walk.spoken:
            for time in range(wording.wordings(spoken.saying.id)):
                assert wording.said(spoken.saying.id, time, spoken.args)
        for question in walk.asked:
            check_words(question)
        assert walk.last is not None


def check_words(question: Question[Any]) -> None:
    wording = load()
    for time in range(wording.wordings(question.words)):
        assert wording.said(question.words, time, question.args)
    for aside in ("short", "why", *(option.id for option in question.options if option.label is None)):
        assert wording.aside(question.words, aside, question.args)


@pytest.mark.parametrize("flow", sorted(MODULES))
def test_no_line_of_a_flow_is_out_of_reach(walked: Walked, flow: str) -> None:
    module = MODULES[flow]
    reached = {line for file, line in walked.touched if file == module.__file__}
    assert not sorted(code_lines(module) - reached), "a line of a flow never reached means a misspelt option"


def code_lines(module: Any) -> set[int]:
    """The lines inside the functions that a module defines."""
    functions = [value for value in vars(module).values() if getattr(value, "__module__", "") == module.__name__]
    codes = [function.__code__ for function in functions if hasattr(function, "__code__")]
    lines: set[int] = set()
    while codes:
        code = codes.pop()
        codes += [constant for constant in code.co_consts if hasattr(constant, "co_lines")]
        lines |= lines_of(code)
    return lines


def lines_of(code: CodeType) -> set[int]:
    """The lines of a function itself, without those of the functions in it."""
    return {line for _, _, line in code.co_lines() if line and line > code.co_firstlineno}


def test_everything_that_can_be_said_is_said_on_some_walk(walked: Walked) -> None:
    said = set()
    for some in walked.walks.values():
        for walk in some:
            said |= {spoken.saying.id for spoken in walk.spoken} | {question.words for question in walk.asked}
    declared = {w.words if isinstance(w, Question) else w.id for w in vocabulary() if not is_phrase(w)}
    never = {name for name in declared - said if name.split("-")[0] in MODULES}
    assert not never


def is_phrase(worded: Any) -> bool:
    return type(worded).__name__ == "Phrase"
