"""Several wishes for the draft that is shown, done in one turn: what goes, what comes in, whose name stands beneath it.

The rule a newcomer could break: a name is kept once, for the letters to come as well, and stands beneath no script.
"""

from __future__ import annotations

import re

from core import lines
from core.drafts.points import MOST_POINTS, points_carried
from core.drafts.readers import readers
from core.drafts.thank_you import thank_you
from core.drafts.version import meant
from core.facts import OWN_NAME, PERSON
from core.questions import EDIT, Settling, own_text_for
from core.turn.workbench import Workbench
from core.understanding import Reading, redrafting, revisions
from core.understanding.redrafting import Wishes
from core.understanding.revisions import Change
from core.understanding.wishes import Action

_READER = re.compile(r"note-(\d+)\.")
_OF_A_DRAFT = re.compile(
    r"\b(?:what i (?:said|wrote|told (?:you|them)|put|typed)|(?:the |that )?(?:bit|part|line|sentence|paragraph|point|thing|stuff)s?) (?:about|on|with|where)\b",
    re.IGNORECASE,
)
_SCRIPTS = ("call",)
"""Flows whose drafts are spoken."""


def redrafted(bench: Workbench, reading: Reading) -> bool:
    """Do all that a text wants of the draft; False where it wants nothing, or a single change and nothing else."""
    run, shown = bench.run, bench.shown
    if run is None or shown is None or shown.kind != Settling.kind:
        return False
    wishes = redrafting.read(reading.text) or _taken_out(reading)
    if (
        wishes is None
        or (wishes.added and not _may_be_added(bench))
        or (wishes.name is not None and run.flow in _SCRIPTS)
    ):
        return False
    changes = _put_in(bench, wishes) if wishes.added else wishes.changes
    if changes:
        bench.state_fact(run.interview, shown.name, revisions.kept(changes))
    if wishes.name is not None:
        _sign(bench, wishes.name)
    bench.change_run(revisit=None, misses=0, repeats=0)
    bench.proceed()
    return True


def _taken_out(reading: Reading) -> Wishes | None:
    """ "Delete what I wrote about the budget", where a draft is shown: it is to go from there, and from nowhere else."""
    is_erasing = reading.wish is not None and reading.wish.action in (Action.ERASE, Action.ERASE_NAMED)
    if not is_erasing or not _OF_A_DRAFT.search(reading.text):
        return None
    changes = revisions.read(reading.text)
    return Wishes(changes) if changes else None


def _sign(bench: Workbench, name: str) -> None:
    known = bench.facts(PERSON).text(OWN_NAME)
    if not (name or known):
        bench.say(lines.SIGN_HOW)
        return
    if name and name != known:
        bench.state_fact(PERSON, OWN_NAME, name)
    _sign_own(bench, name or known or "")
    bench.say(lines.SIGNED, name=name or known or "")


def _sign_own(bench: Workbench, name: str) -> None:
    """Their own text, where it is the one shown, with the name beneath it, unless it ends with that."""
    run, shown, found = bench.run, bench.shown, bench.replayed()
    letter = None if found is None else found.letter
    if run is None or shown is None or letter is None or len(letter.paragraphs) != 1:
        return
    (own, *_) = letter.paragraphs[0]
    if isinstance(own, str) and not own.casefold().rstrip(" .!").endswith(name.casefold()):
        bench.state_fact(run.interview, shown.name, EDIT)
        bench.state_fact(run.interview, own_text_for(shown.name), f"{own.rstrip()}\n\n{name}")


def _may_be_added(bench: Workbench) -> bool:
    """Whether a point of theirs that nobody asked about goes into this note."""
    run, shown = bench.run, bench.shown
    found = None if shown is None else _READER.match(shown.name)
    return run is not None and found is not None and int(found[1]) == readers(bench.facts(run.interview))[0].number


def _put_in(bench: Workbench, wishes: Wishes) -> tuple[str, ...]:
    """Take out the points that are to go and put the new ones in; the changes that are left for the draft."""
    assert bench.run is not None  # noqa: S101 (a draft is shown)
    interview, left = bench.run.interview, []
    note = thank_you(bench.facts(interview), readers(bench.facts(interview))[0])
    labels = {one.name: one.label for one in note.points}
    gone: list[str] = []
    for change in wishes.changes:
        word, _, what = change.partition(" ")
        found = meant(what.strip('"'), note.points) if word == Change.WITHOUT else []
        gone += found
        if not found:
            left.append(Change.FRAME.value if word == Change.SHORTER else change)
    for name in gone:
        bench.state_fact(interview, f"carry-{name}", "no")
    points = max((number for number, _ in bench.facts(interview).texts("point")), default=0)
    new = [f"point-{points + number}" for number in range(1, len(wishes.added) + 1)]
    for name, words in zip(new, wishes.added, strict=True):
        bench.state_fact(interview, name, words)
        bench.state_fact(interview, f"carry-{name}", "yes")  # they have just said so
    carried = [name for name in bench.facts(interview).derived(points_carried) if name not in new]
    is_short = Change.FRAME.value in left
    if len(carried) + len(new) > MOST_POINTS and (is_short or bench.facts(interview).value("first-point")):
        chosen = [*(name for name in labels if name in carried), *new][:1] + new[-1:]
        bench.state_fact(interview, "first-point", chosen[0])
        bench.state_fact(interview, "second-point", chosen[-1])
        gone += [name for name in labels if name in carried and name not in chosen]
    if out := tuple(labels[name] for name in dict.fromkeys(gone) if name in labels):
        bench.say(lines.PUT_IN_PLACE, points=out)
    elif points:  # the first is answered where it is asked for
        bench.say(lines.PUT_IN)
    return tuple(left)
