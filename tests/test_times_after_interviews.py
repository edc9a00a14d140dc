"""Times as people write them after an interview, or to a reminder: our own cases, decided before they ran.

It is Tuesday 24 November 2026, 10:00, in Lusaka. `|` separates instants or days that count as right; `a .. b`
is a stretch that the moment must fall inside.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from core.clock import zone
from core.understanding.times import Direction, Moment, read

NOW = datetime(2026, 11, 24, 10, tzinfo=zone("Africa/Lusaka"))

WHEN_WAS_IT = [
    ("I had it yesterday at 2", "2026-11-23T14:00"),
    ("it was on Friday", "2026-11-20"),
    ("Tuesday", "2026-11-17 | 2026-11-24"),
    ("at 11", "2026-11-23T11:00 | 2026-11-23T23:00"),
    ("this morning", "2026-11-24T04:00 .. 2026-11-24T12:00"),
    ("last night", "2026-11-23T18:00 .. 2026-11-24T04:00"),
    ("3 days ago", "2026-11-21"),
    ("two hours ago", "2026-11-24T08:00"),
    ("last thursday at half past nine", "2026-11-19T09:30 | 2026-11-19T21:30"),
    ("on the 12th", "2026-11-12"),
    ("12 November", "2026-11-12"),
    ("last week", "2026-11-16T00:00 .. 2026-11-23T00:00"),
    ("an hour and a half ago", "2026-11-24T08:30"),
    ("yesterday afternoon", "2026-11-23T12:00 .. 2026-11-23T19:00"),
    ("the day before yesterday", "2026-11-22"),
    ("it finished about 20 minutes ago", "2026-11-24T09:40"),
    ("a week ago", "2026-11-17"),
    ("on monday morning around 9", "2026-11-23T09:00"),
    ("wensday", "2026-11-18"),
    ("I had it on Fri 20 Nov at 3pm", "2026-11-20T15:00"),
    ("last month", "2026-10-01T00:00 .. 2026-11-01T00:00"),
    ("earlier today", "2026-11-24"),
    ("just now", "2026-11-24T10:00"),
    ("2 weeks ago on a zoom call", "2026-11-10"),
    ("saturday 9.30am", "2026-11-21T09:30"),
    ("today at 8", "2026-11-24T08:00"),
    ("at half past eight this morning", "2026-11-24T08:30"),
    ("5 December", "2025-12-05"),
    ("in october", "2026-10-01T00:00 .. 2026-11-01T00:00"),
]

WHEN_WILL_IT_BE = [
    ("they said by Friday", "2026-11-27"),
    ("end of next week", "2026-12-03T00:00 .. 2026-12-07T00:00"),
    ("within two weeks", "2026-11-24T00:00 .. 2026-12-09T00:00"),
    ("mid december", "2026-12-10T00:00 .. 2026-12-21T00:00"),
    ("in the new year", "2027-01-01T00:00 .. 2027-02-01T00:00"),
    ("they'll let me know in two working days", "2026-11-26"),
    ("in 5 working days", "2026-12-01"),
    ("by the end of the week", "2026-11-26T00:00 .. 2026-11-30T00:00"),
    ("Tomorow at 9", "2026-11-25T09:00 | 2026-11-25T21:00"),
    ("tmrw 5pm", "2026-11-25T17:00"),
    ("thrusday morning", "2026-11-26T04:00 .. 2026-11-26T12:00"),
    ("2nite", "2026-11-24T16:00 .. 2026-11-25T04:00"),
    ("nxt week", "2026-11-30T00:00 .. 2026-12-07T00:00"),
    ("in a couple of days", "2026-11-26"),
    ("remind me tomorrow at 5 to send the note", "2026-11-25T05:00 | 2026-11-25T17:00"),
    ("remind me in 20 mins to breathe", "2026-11-24T10:20"),
    ("Remind me on friday at noon", "2026-11-27T12:00"),
    ("remind me every weekday at 8 to practise", "weekly MO TU WE TH FR 08:00"),
    ("every other friday", "weekly x2 FR"),
    ("remind me to email Ada on 1 December at 9:15", "2026-12-01T09:15 | 2026-12-01T21:15"),
    ("wake me at 6:30am", "2026-11-25T06:30"),
    ("set a reminder for 7 tonight", "2026-11-24T19:00"),
    ("ping me in an hr", "2026-11-24T11:00"),
    ("remind me at half past 4", "2026-11-24T16:30 | 2026-11-25T04:30"),
    ("remind me on the 3rd of next month", "2026-12-03"),
    ("1800h", "2026-11-24T18:00"),
    ("tomorrow 18.30", "2026-11-25T18:30"),
    ("quarter to 6", "2026-11-24T17:45 | 2026-11-25T05:45"),
    ("day after tomorrow at 10", "2026-11-26T10:00 | 2026-11-26T22:00"),
    ("the second interview is on 2 Dec at 11am", "2026-12-02T11:00"),
    ("a week on monday", "2026-12-07"),
    ("a fortnight from now", "2026-12-08"),
    ("in 3 weeks", "2026-12-15"),
    ("thursday 26 november 18:00", "2026-11-26T18:00"),
    ("26/11 at 18:00", "2026-11-26T18:00"),
    ("2026-12-01T09:30", "2026-12-01T09:30"),
    ("between 2 and 4 tomorrow", "2026-11-25T14:00 .. 2026-11-25T16:00"),
    ("Half an hour from now pls", "2026-11-24T10:30"),
    ("later today", "2026-11-24T10:00 .. 2026-11-25T00:00"),
    ("FRIDAY AFTERNOON", "2026-11-27T12:00 .. 2026-11-27T19:00"),
    ("christmas eve", "2026-12-24"),
    ("the week after next", "2026-12-07T00:00 .. 2026-12-14T00:00"),
    ("on the 30th", "2026-11-30"),
    ("mondays and thursdays at 19:00", "weekly MO TH 19:00"),
    ("on the first of every month", "monthly 1"),
    ("daily at 8", "daily 08:00"),
    ("every 3 days", "daily x3"),
    ("the decision comes early next week", "2026-11-30T00:00 .. 2026-12-03T00:00"),
    ("remind me to call the recruiter monday 9am", "2026-11-30T09:00"),
    ("Remind me: thank-you note, tonight at 8", "2026-11-24T20:00"),
    ("set an alarm for 6:45 tomorrow morning", "2026-11-25T06:45"),
    ("remind me about the portfolio this weekend", "2026-11-27T18:00 .. 2026-11-30T00:00"),
    ("could you nudge me in an hour and 15 minutes?", "2026-11-24T11:15"),
    ("in 2 hrs", "2026-11-24T12:00"),
    ("20th december 2026 at 7 in the evening", "2026-12-20T19:00"),
    ("they decide on 14 January", "2027-01-14"),
    ("remind me at 5pm on the day after tomorrow", "2026-11-26T17:00"),
    ("from 9am to 11am on thursday", "2026-11-26T09:00 .. 2026-11-26T11:00"),
    ("twelve thirty tomorrow", "2026-11-25T12:30 | 2026-11-25T00:30"),
]

NO_TIME_AT_ALL = [
    "I have 5 years of experience",
    "it took 3 hours",
    "may I skip this?",
    "I sat on the chair for ages",
    "they asked 10 people",
    "this was my second interview",
    "the march was long",
    "one of them smiled",
    "I asked for 45,000 a year",
    "call me on +260 97 123 4567",
    "version 3.11.2",
    "we have a lovely spring",
    "they want 2 references",
    "where do you see yourself in 5 years",
    "they kept me for 40 minutes",
    "I was 10 minutes late",
    "it felt 50/50",
    "they want 24/7 support",
    "question 3 was the worst",
    "I froze for a minute or two",
    "7 out of 10",
    "I'd give it 4/5",
    "room 12",
    "I said I was 24",
    "the role pays 3.50 an hour",
    "the sun was in my eyes",
    "I need a second",
    "the first question threw me",
    "they were fifteen minutes late",
    "at first I was fine",
    "at one point I froze",
    "at 3 companies I heard the same",
    "day by day it gets easier",
    "at the end of the day it is their loss",
    "the day before the interview",
    "two days before my interview",
    "it lasted 45 min",
    "I worked there for 2 years",
    "weekly meetings bore me",
    "we had a one on one",
    "april called me back",
    "once in a while I panic",
    "I have a 2:1 in economics",
    "there were five of them and one of me",
    "they said I was too junior by 3 years",
    "he interrupted me every time",
    "I scored 80% on the test",
    "I'm at 2 offers and 9 rejections",
    "some other time",
    "not now",
    "at 24 I changed careers",
    "I know for a fact that it went badly",
    "I gave the wrong answer twice",
    "in the second round they were kinder",
    "I could do a month without pay",
    "she asked about my last 3 jobs",
    "two weeks' notice is what I owe",
]


@pytest.mark.parametrize(("text", "expected"), WHEN_WAS_IT)
def test_a_time_is_read_as_past_when_the_question_looks_back(text: str, expected: str) -> None:
    moment = read(text, NOW, Direction.PAST)
    assert moment is not None
    assert fits(moment, expected)


@pytest.mark.parametrize(("text", "expected"), WHEN_WILL_IT_BE)
def test_a_time_is_read_as_one_to_come_when_the_question_looks_ahead(text: str, expected: str) -> None:
    moment = read(text, NOW, Direction.FUTURE)
    assert moment is not None
    assert fits(moment, expected)


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("text", NO_TIME_AT_ALL)
def test_words_that_only_look_like_a_time_are_refused(text: str, direction: Direction) -> None:
    assert read(text, NOW, direction) is None


def fits(moment: Moment, expected: str) -> bool:
    """Whether the moment is one of those expected, falls inside the stretch, or has the rule."""
    if moment.rule:
        return rule_as_words(moment) == expected
    start = f"{moment.start:%Y-%m-%dT%H:%M}"
    if ".." in expected:
        first, behind = expected.split(" .. ")
        return moment.end is not None and first <= start and f"{moment.end:%Y-%m-%dT%H:%M}" <= behind
    is_day = "T" not in expected
    return (start[:10] if is_day else start) in expected.split(" | ") and (moment.kind == "date") is is_day


def rule_as_words(moment: Moment) -> str:
    """A rule such as "weekly x2 FR 09:00"."""
    rule = moment.rule
    assert rule is not None
    words = [rule.freq, f"x{rule.interval}" if rule.interval > 1 else "", *rule.byday]
    return " ".join(word for word in [*words, *map(str, rule.bymonthday), rule.time or ""] if word)
