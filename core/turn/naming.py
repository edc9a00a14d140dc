"""Names set right in a clause of any text: the place, the job, who was there, who asked; the rest of the text goes on.

Drafts are made from the facts, so they follow in the same turn. The rules a newcomer could break: only what is known is
set right, or what was marked as told before; people are numbered without a gap, so that who is taken out moves the
others up; and who asked is no new name of somebody else who was there.
"""

from __future__ import annotations

from core import apart, echo
from core.errors import NotAnAnswer
from core.facts import PERSON, Facts
from core.questions import OF_OPTIONS, ComingDay, Interviewers, Opening, Organisation, OwnLetter, PastDay, Scale, Words
from core.turn import passing
from core.turn.answering import take
from core.turn.correcting import change
from core.turn.options import chosen
from core.turn.replies import read_reply, revised
from core.turn.workbench import Workbench
from core.understanding import Reading, names, read, respelling
from core.understanding.set_right import ASKED_BY, SetRight

_NOT_HERE = {Opening.kind, Interviewers.kind, OwnLetter.kind}
"""Questions whose answer is names, or words to somebody."""
_FITS_AS_IT_IS = {Scale.kind, PastDay.kind, ComingDay.kind, Organisation.kind}
_LEAST_OF_AN_ANSWER = 4
"""In words."""


def set_right(bench: Workbench, reading: Reading) -> Reading | None:
    """Set right what a text says of names; what is left of it to hear, None where nothing was set right."""
    found, shown = reading.set_right, bench.shown
    interview = bench.interview if bench.facts().all() else bench.told_interview
    if interview == PERSON or (shown is not None and shown.kind in _NOT_HERE):
        return None
    if _told_in_full(bench, interview, reading.text):
        return read("")
    if not found.names:
        return read("") if _respelt(bench, interview, reading.text) else None
    is_done = False
    for one in found.names:
        if shown is not None and shown.kind == Organisation.kind and one.target == "organisation" and one.old is None:
            continue  # it is the answer
        is_done = _set_right(bench, interview, one) or is_done
    return read(found.rest) if is_done else None


def hear_rest(bench: Workbench, rest: Reading) -> bool:
    """Whether nothing of the rest is an answer: what it tells is kept then, and the open question asked again."""
    shown = bench.shown
    if shown is not None and rest.has_words and _fits(bench, rest):
        return False
    if rest.has_words:
        take(bench, passing.besides(shown, rest, passing.caught(rest, bench.now)), but=shown.name if shown else "")
    bench.proceed(short=True)
    return True


def _fits(bench: Workbench, rest: Reading) -> bool:
    shown = bench.shown
    if shown is None:
        return False
    if rest.order is not None or rest.wish is not None or rest.aside is not None:
        return True
    if revised(shown, rest) is not None or chosen(shown, rest, bench.wording) is not None:
        return True
    if shown.kind in OF_OPTIONS or shown.kind not in (*_FITS_AS_IT_IS, *passing.OWN_WORDS):
        return False
    if shown.kind == Words.kind and len(rest.text.split()) < _LEAST_OF_AN_ANSWER:
        return False
    try:
        read_reply(shown, rest, bench.now)
    except NotAnAnswer:
        return False
    return True


def _set_right(bench: Workbench, interview: str, one: SetRight) -> bool:
    facts = bench.facts(interview)
    if one.target == ASKED_BY:
        return one.new is not None and _asked(bench, interview, one.new, one.old)
    if one.target == "interviewer":
        return _nobody(bench, interview, one.old) if one.new is None else _called(bench, interview, one)
    known = facts.text(one.target)
    new = one.new or ""
    if known == new or (known is None and not one.is_marked) or not _may_stand_for(bench, interview, one, known or ""):
        return False
    change(bench, interview, one.target, new)
    return True


def _told_in_full(bench: Workbench, interview: str, text: str) -> bool:
    """ "Her surname is Iyer": it joins the name of the only one it can be."""
    people = bench.facts(interview).texts("interviewer")
    part = respelling.part(text)
    if part is None or len(people) != 1:
        return False
    number, known = people[0]
    change(bench, interview, f"interviewer-{number}", names.with_part(known, part.name, is_last=part.is_last))
    return True


def _respelt(bench: Workbench, interview: str, text: str) -> bool:
    """ "No its Mensa without h": the one known name that this is like, and no other, is written so from now on."""
    people = bench.facts(interview).texts("interviewer")
    if (new := respelling.read(text)) is None:
        return False
    alike = [(number, name) for number, known in people if (name := names.respelt(new, known)) is not None]
    if len(alike) != 1:
        return False
    change(bench, interview, f"interviewer-{alike[0][0]}", alike[0][1])
    return True


def _may_stand_for(bench: Workbench, interview: str, one: SetRight, known: str) -> bool:
    """Whether a name in small letters is one: it was written before, or takes the place of the one that is named."""
    new = one.new or ""
    if one.old is not None:
        old = one.old.casefold()
        if old in known.casefold() or known.casefold() in old:
            return True
    if new != new.lower():
        return one.old is None
    told = " ".join(str(fact.value) for fact in bench.facts(interview).all().values()).casefold()
    return one.old is None and (new in told or (one.is_marked and len(new.split()) == 1 and _is_odd(new)))


def _is_odd(word: str) -> bool:
    """Whether a single word is none that says how a place is."""
    return names.organisation(word) is not None and not names.is_common(word)


def _number_of(facts: Facts, called: str | None) -> int | None:
    """Whom of those who were there a name means: the only one it can be."""
    if not called:
        return None
    found = [n for n, name in facts.texts("interviewer") if names.is_of(called, name)]
    return found[0] if len(found) == 1 else None


def _asked(bench: Workbench, interview: str, who: str, instead_of: str | None) -> bool:
    """ "It was Priya who asked, not Lena": both were there."""
    facts = bench.facts(interview)
    number = _number_of(facts, who)
    if number is None:
        if instead_of is None and facts.texts("interviewer"):
            return False
        number = len(facts.texts("interviewer")) + 1
        bench.state_fact(interview, f"interviewer-{number}", who)
    wrong = _number_of(facts, instead_of)
    if instead_of is not None and wrong is None and facts.value(f"{ASKED_BY}-1") is not None:
        bench.note(f"interviewer-{number}", bench.facts(interview).value(f"interviewer-{number}") or who)
        return True  # it may be another question: whose this one is was told
    asked = [f"asked-by-{n}" for n in range(1, apart.MOST + 1)]
    mine = [name for name in asked if wrong is not None and facts.value(name) == f"interviewer-{wrong}"]
    name = mine[0] if mine else asked[0]
    value = f"interviewer-{number}"
    bench.state_fact(interview, name, value)
    bench.note(value, bench.facts(interview).value(value) or who)
    bench.note(name, value)
    return True


def _nobody(bench: Workbench, interview: str, called: str | None) -> bool:
    """ "Nurse is the job, not a person": they are out, and the others move up."""
    number = _number_of(bench.facts(interview), called)
    if number is None:
        return False
    _take_out(bench, interview, number, instead=None)
    return True


def _take_out(bench: Workbench, interview: str, number: int, *, instead: int | None) -> None:
    facts = bench.facts(interview)
    people = facts.texts("interviewer")
    moved = {n: n - (n > number) for n, _ in people if n != number}
    if instead is not None:
        moved[number] = moved[instead]
    for n, name in people:
        if n > number:
            bench.state_fact(interview, f"interviewer-{n - 1}", name)
    bench.withdraw(interview, f"interviewer-{len(people)}")
    for name, fact in list(facts.all().items()):
        stem, _, known = str(fact.value).rpartition("-")
        if not name.startswith((ASKED_BY, "said-by")) or stem != "interviewer":
            continue
        if (now := moved.get(int(known))) is None:
            bench.withdraw(interview, name)
        else:
            bench.state_fact(interview, name, f"interviewer-{now}")
    if instead is None:
        bench.say(echo.NOBODY, name=people[number - 1][1])


def _called(bench: Workbench, interview: str, one: SetRight) -> bool:
    """What somebody is called who was there, or may have been."""
    facts = bench.facts(interview)
    people = facts.texts("interviewer")
    new = one.new or ""
    known, wrong = _number_of(facts, new), _number_of(facts, one.old)
    if one.old is not None and wrong is None:
        return False
    if wrong is not None and known is not None and known != wrong:
        _take_out(bench, interview, wrong, instead=known)
        bench.say(echo.CHANGED, before=people[wrong - 1][1], after=people[known - 1][1])
        return True
    if not people:
        bench.state_fact(interview, "interviewer-1", new)
        unnamed = facts.value("interviewers-unnamed")
        if isinstance(unnamed, int) and not isinstance(unnamed, bool) and unnamed:
            bench.state_fact(interview, "interviewers-unnamed", unnamed - 1)
        bench.note("interviewer-1", new)
        return True
    if one.old is None and known is None and facts.value("interviewers-unnamed"):
        return False  # it may be somebody who had no name yet, which `core.turn.correcting` can tell
    number = wrong or known or (people[0][0] if len(people) == 1 else None)
    if number is None or people[number - 1][1] == new:
        return False
    change(bench, interview, f"interviewer-{number}", new)
    return True
