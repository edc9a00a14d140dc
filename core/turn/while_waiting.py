"""What is to be done while they wait: a call to return, people to tell before they are named, free hours to give.

The rule a newcomer could break: where own words are asked for, "they asked for my references" is what they were asked.
"""

from __future__ import annotations

from datetime import time

from core import lines
from core.questions import Opening, OwnLetter
from core.turn import options, passing
from core.turn.workbench import Workbench
from core.understanding import Reading, read, while_waiting
from core.understanding.outcomes import tells_outcome
from core.understanding.while_waiting import Step

_OPENS, _CLOSES = time(8), time(16, 45)
"""When a call is answered at most places."""
_SATURDAY = 5
_OF_THE_PLACE = {"organisation", "role"}


def heard_a_sign(bench: Workbench, reading: Reading) -> Reading | None:
    """ "He texted me asking for my availability": that is met by itself; what is left to hear, None for any other text."""
    shown = bench.shown
    may_be_told = shown is None or shown.kind not in (Opening.kind, OwnLetter.kind)
    if reading.danger is not None or not may_be_told or not bench.facts(bench.told_interview).all():
        return None
    found = while_waiting.asked_when_free(reading.text)
    if found is None or tells_outcome(reading.text):
        return None
    bench.say(lines.AVAILABILITY)
    return read(found[1])


def met(bench: Workbench, reading: Reading) -> bool:
    """Whether a text tells of such a step; what it asks of them is said."""
    if bench.shown is None and heard_a_sign(bench, reading) is not None:
        return True
    if reading.danger is not None or (step := while_waiting.read(reading.text)) is None:
        return False
    shown, caught = bench.shown, passing.caught(reading, bench.now)
    is_asked_for_words = shown is not None and shown.kind in passing.OWN_WORDS
    tells_more = shown is not None and shown.kind == Opening.kind and caught.keys() - _OF_THE_PLACE
    if shown is not None and options.chosen(shown, reading, bench.wording) is not None:
        return False  # "they called and I missed it", of a call that was to be made
    if is_asked_for_words or tells_more or "outcome" in caught:
        return False
    if step is Step.REFERENCES:
        bench.say(lines.REFERENCES)
    else:
        is_open = bench.today.weekday() < _SATURDAY and _OPENS <= bench.now.time() < _CLOSES
        bench.say(lines.CALL_BACK if is_open else lines.CALL_BACK_LATER)
    bench.proceed(short=True)
    return True
