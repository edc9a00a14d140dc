"""What a button under a draft does: the same as the words, whenever it is pressed.

A draft names itself by the run that showed it, its interview and flow, and the question that asked what becomes of it.
The rule a newcomer could break: the button means the draft and not the text it had; where that was changed since, what
is pressed is done to the draft as it stands now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core import lines
from core.drafts.readers import readers
from core.drafts.thank_you import has_content
from core.messages import EDIT, SENT, SHORTER, Draft
from core.questions import Question, Settling, own_text_for
from core.state import Run

if TYPE_CHECKING:
    from core.turn.workbench import Workbench

_NOTE = "note"
_CHANGES = {EDIT, SHORTER}


def named(draft: Draft, run: Run, question: Question[Any]) -> Draft:
    """The draft with what its buttons need; a question that is about something else has none for it."""
    if not isinstance(question, Settling):
        return draft
    offered = {SENT} & set(question.option_ids)
    options = tuple(one for one in (SENT, SHORTER, EDIT) if one in _CHANGES | offered)
    return Draft(draft.title, draft.text, f"{run.id}/{run.interview}/{run.flow}", question.name, options)


def is_draft(run: str) -> bool:
    """Whether a click names a draft and no question."""
    return "/" in run


def settle(bench: Workbench, run: str, name: str, option: str, own: str | None = None) -> None:
    """Do to a draft what a button says, or put their own text in its place; then go on where they were."""
    if bench.held or not _is_opened(bench, run, stem_of(name)) or not _state(bench, option, own):
        bench.say(lines.OLD_BUTTON)
    bench.proceed()


def stem_of(name: str) -> str:
    """What tells a draft from others of its run, whichever version of it the question is about."""
    return name.rpartition(".")[0].rpartition(".")[0]


def _is_opened(bench: Workbench, run: str, draft: str) -> bool:
    """Bring the draft's own question to the top: it is there already, or the note is opened for its reader alone."""
    id, _, about = run.partition("/")
    interview = about.partition("/")[0]
    open_now, shown = bench.run, bench.shown
    if open_now is not None and open_now.id == id and shown is not None and stem_of(shown.name) == draft:
        return True
    facts = bench.facts(interview)
    is_note = has_content(facts) and draft in {f"{_NOTE}-{reader.number}" for reader in readers(facts)}
    if is_note:
        bench.begin(_NOTE, interview, key=draft)
    return is_note


def _state(bench: Workbench, option: str, own: str | None) -> bool:
    found = bench.replayed()
    question, run = found and found.question, bench.run
    if run is None or not isinstance(question, Settling) or not question.fits(option):
        return False
    bench.state_fact(run.interview, question.name, option)
    chosen = next((one for one in question.options if one.id == option), None)
    for fact, value in chosen.brings if chosen is not None else ():
        bench.state_fact(run.interview, fact, value)
    if own is not None:
        bench.state_fact(run.interview, own_text_for(question.name), own)
    bench.change_run(revisit=None, misses=0, repeats=0)
    return True
