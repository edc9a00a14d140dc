"""Nerves about a job that is theirs now: a kind word, and no question about the interview that led to it.

The rule a newcomer could break: only what is known to be an offer is spoken of as a job, and while another interview is
talked about, nerves are about that one.
"""

from __future__ import annotations

from collections.abc import Mapping

from core import lines
from core.facts import PERSON, Value
from core.flows.outcome import OFFERED
from core.questions import Opening
from core.turn import keeping, passing
from core.turn.workbench import Workbench
from core.understanding import Reading, new_job, short_news

_FEW_WORDS = 12
"""What is longer tells of an interview as well."""


def _is_all(reading: Reading, caught: Mapping[str, Value]) -> bool:
    """Whether nothing is told of how the interview was."""
    is_short = len(reading.text.split()) <= _FEW_WORDS
    return is_short and not (reading.is_low or "stressed" in caught or "struggle-1" in caught)


def met(bench: Workbench, reading: Reading) -> bool:
    """Meet nerves told of where nothing is asked, after an offer."""
    interview = bench.told_interview
    if reading.danger is not None or interview == PERSON or bench.facts(interview).value("outcome") != "offer":
        return False
    if new_job.is_feared(reading.text):
        bench.say(lines.FIRST_DAY)
    elif new_job.asks(reading.text):
        bench.say(lines.FIRST_DAY_ASKED)
    else:
        return False
    return True


def told_with_news(bench: Workbench, reading: Reading) -> None:
    """After the words for an offer: a word for the nerves that came with it."""
    interview = bench.told_interview
    if interview == PERSON or bench.facts(interview).value("outcome") != "offer" or bench.shown is not None:
        return
    if new_job.is_nervous_start(reading.text):
        bench.say(lines.FIRST_DAY)


def told_at_first(bench: Workbench, reading: Reading) -> bool:
    """An offer as the first word, and all that is told: nobody is asked how bad an interview was."""
    shown, run = bench.shown, bench.run
    if shown is None or shown.kind != Opening.kind or run is None or reading.danger is not None:
        return False
    caught, news = passing.caught(reading, bench.now), short_news.read(reading.text)
    is_sure = news is not None and (news.outcome, news.certainty) == ("offer", short_news.Certainty.SURE)
    is_nervous = is_sure and new_job.is_nervous_start(reading.text)
    is_plain = (is_sure or caught.get("outcome") == "offer") and _is_all(reading, caught)
    if not (is_nervous or is_plain):
        return False
    bench.state_fact(run.interview, "outcome", "offer")
    if isinstance(place := caught.get("organisation"), str):
        bench.state_fact(run.interview, "organisation", place)
    bench.runs.pop()
    bench.say(OFFERED)
    if is_nervous:
        bench.say(lines.FIRST_DAY)
    if not bench.has_said(lines.PRIVACY):
        bench.say(lines.PRIVACY, surface=bench.surface, months=keeping.months(bench))
    bench.proceed()
    return True
