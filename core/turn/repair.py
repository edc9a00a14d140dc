"""When nothing in a text fits the open question: a ladder that ends in skipping it."""

from __future__ import annotations

import re

from core import lines
from core.questions import OF_OPTIONS
from core.turn import getting_around
from core.turn.workbench import Workbench
from core.understanding import Reading
from core.vocabulary import Filled

_LEAST_TOLD = 4
"""In words."""
_SOMEBODY = re.compile(
    r"\b(?:i|i['’]?m|i['’]?ve|we|they|he|she|it|my|was|were|nobody|everyone|someone|got|went|did|said|had|broke|failed|failing|in the|on the|at the|with the|of the|the end)\b",
    re.IGNORECASE,
)
MOST_MISSES = 3
"""At so many replies in a row that do not fit, skipping is offered; at the next one it is done."""


def is_told(reading: Reading) -> bool:
    """Whether a text tells something, in a sentence of its own, and neither asks nor orders."""
    is_plain = (reading.order, reading.aside, reading.remark, reading.wish) == (None,) * 4
    is_sentence = len(reading.text.split()) >= _LEAST_TOLD and _SOMEBODY.search(reading.text) is not None
    return is_plain and is_sentence and not reading.is_question


def miss(bench: Workbench, reading: Reading) -> None:
    """Nothing fits: say what would, then list the choices, then offer to skip; never the same sentence twice."""
    shown = bench.shown
    assert bench.run is not None  # noqa: S101
    assert shown is not None  # noqa: S101
    misses = bench.run.misses + 1
    if misses > MOST_MISSES:
        getting_around.skip(bench)
        return
    bench.change_run(misses=misses)
    if misses == 1 and shown.kind in OF_OPTIONS and is_told(reading):
        bench.say(lines.HEARD_BESIDES)
        bench.proceed(short=True)
        return
    labels = tuple(option.label or option.id for option in shown.options)
    if not reading.has_words and misses == 1:
        bench.say(lines.NO_WORDS)
    elif misses >= MOST_MISSES:
        bench.say(lines.SKIP_OFFERED)
    elif misses == 2 and labels:
        bench.say(lines.NOT_UNDERSTOOD_AGAIN, choices=labels)
    else:
        example = Filled(lines.EXAMPLE, (("kind", shown.kind),))
        bench.say(lines.NOT_UNDERSTOOD, example=example)
    bench.proceed(short=misses > 1)
