"""Between an offer and the answer to it: who hesitates, weighs, wants to ask for something or waits for another is heard.

The rule a newcomer could break: the coach advises neither a yes nor a no; it says what may be asked, and when.
"""

from __future__ import annotations

from core import lines
from core.questions import OF_OPTIONS
from core.state import Pause
from core.turn import options
from core.turn.workbench import Workbench
from core.understanding import Reading, at_an_offer
from core.understanding.at_an_offer import Matter
from core.understanding.commands import Command

_BESIDE_NEWS = (Matter.ELSEWHERE, Matter.DOUBT, Matter.BY_WHEN, Matter.TERMS)


def met(bench: Workbench, reading: Reading) -> bool:
    """Meet what is said of an offer that is known, where no own words are asked for."""
    shown = bench.shown
    is_order = reading.order not in (None, Command.MAYBE)  # "in two minds" is a maybe
    if reading.danger is not None or is_order or reading.wish is not None or reading.aside is not None:
        return False
    if not _has_offer(bench) or (matter := _matter(bench, reading)) is None:
        return False
    is_asked = shown is not None and bench.paused is not Pause.STOPPED
    if is_asked and shown is not None:
        if shown.kind not in OF_OPTIONS or options.chosen(shown, reading, bench.wording) is not None:
            return False
        if matter is Matter.POINT:
            return False
    bench.say(lines.AT_AN_OFFER[matter])
    if is_asked:
        bench.proceed(short=True)
    return True


def told_with_news(bench: Workbench, reading: Reading) -> None:
    """After the words for an offer: a word for the doubt, the day or the other place told in the same breath."""
    if _has_offer(bench) and (matter := _matter(bench, reading)) in _BESIDE_NEWS:
        bench.say_before_question(lines.AT_AN_OFFER[matter])


def took_it(bench: Workbench, reading: Reading) -> bool:
    """Whether they have said yes to an offer that is known."""
    return _has_offer(bench) and _matter(bench, reading) is Matter.TAKEN


def _has_offer(bench: Workbench) -> bool:
    return any(bench.facts(one).value("outcome") == "offer" for one in bench.interviews)


def _matter(bench: Workbench, reading: Reading) -> Matter | None:
    told = {detail.value for detail in reading.details if detail.name.startswith("outcome")}
    if told - {"offer"}:
        return None  # news of another answer
    matter = at_an_offer.read(reading.text)
    if told and matter is Matter.TAKEN:
        return None  # heard as the news it is
    is_weighing = any(bench.has_said(lines.AT_AN_OFFER[one]) for one in (Matter.DOUBT, Matter.ELSEWHERE))
    return None if matter is Matter.POINT and (not is_weighing or reading.is_question) else matter
