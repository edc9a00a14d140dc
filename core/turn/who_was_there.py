"""Who asked or was there, told where something else was asked: it is kept as that, and in no letter as their words.

Asked how a question was put, they have told what they know of it, and it goes on without the wording; asked for words of
their own, they are asked again. The rule a newcomer could break: nobody who is known already is kept a second time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.facts import Value
from core.questions import Quotation
from core.state import Shown
from core.turn import getting_around
from core.turn.answering import take
from core.turn.workbench import Workbench
from core.understanding import Reading, names, who_was_there

_PUT = re.compile(r"question-(?P<number>\d+)")
_FOR_THEM = re.compile(r"(?:unsaid|point|better)-\d+")


def told(bench: Workbench, shown: Shown, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """Whether all of it was that; it is kept, and gone on from."""
    put = _PUT.fullmatch(shown.name) if shown.kind == Quotation.kind else None
    if put is None and _FOR_THEM.fullmatch(shown.name) is None:
        return False
    if not who_was_there.is_all(reading.text) and not (put is not None and _is_somebody_known(bench, reading)):
        return False
    people = names.read(reading.text)
    take(bench, {f"interviewer-{n}": name for n, name in enumerate(people.names, start=1)})
    asker = people.asked_by or (people.names[0] if put is not None and len(people.names) == 1 else None)
    if put is not None and asker is not None:
        take(bench, _asked_by(bench, put["number"], asker))
    take(
        bench,
        {name: value for name, value in caught.items() if not name.startswith(("interviewer", "asked"))},
        but=shown.name,
    )
    if put is None:
        bench.proceed(short=True)
    else:
        getting_around.skip(bench, None)
    return True


def _is_somebody_known(bench: Workbench, reading: Reading) -> bool:
    """Whether it is but the name of somebody who was there."""
    said = reading.text.strip(" .!?,")
    return any(names.is_of(said, name) for _, name in bench.facts().texts("interviewer"))


def _asked_by(bench: Workbench, number: str, who: str) -> dict[str, Value]:
    known = [f"interviewer-{n}" for n, name in bench.facts().texts("interviewer") if names.is_of(who, name)]
    return {f"asked-by-{number}": known[0]} if len(known) == 1 else {}
