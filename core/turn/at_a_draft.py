"""Beneath a draft: a verdict on it is met with what can be done, one of their words becomes another, a name is respelt.

The rule a newcomer could break: only words of theirs are changed here, where they were kept; what is ours changes by its
tone, or gives way to a text of their own.
"""

from __future__ import annotations

import re

from core import echo, lines
from core.facts import Facts
from core.questions import Offer, Settling
from core.state import Shown
from core.turn import options
from core.turn.answering import answer
from core.turn.correcting import change
from core.turn.workbench import Workbench
from core.understanding import Reading, at_a_draft, names
from core.understanding.at_a_draft import Swap, Verdict
from core.understanding.commands import Command

_OWN_WORDS = re.compile(r"(?:unsaid|point|better|question|attempt)-\d+|.*own-text|reason|chance-reason|offered-work")
"""The names of the facts that hold words of theirs which a draft may carry."""
_TOLD = ("organisation", "role")


def met(bench: Workbench, reading: Reading) -> bool:
    """Whether a text says something of the draft above the question that is no change of its tone."""
    shown = bench.shown
    if shown is None or reading.danger is not None:
        return False
    if _has_gone(bench, shown, reading):
        return True
    if shown.kind != Settling.kind:
        return False
    return _swapped(bench, reading) or _respelt(bench, reading) or _judged(bench, reading)


def _has_gone(bench: Workbench, shown: Shown, reading: Reading) -> bool:
    """A note that they sent in more words, or that somebody else brings, at the draft as where it is offered again."""
    if shown.kind not in (Settling.kind, Offer.kind) or not at_a_draft.has_gone(reading.text):
        return False
    sent = options.meaning(shown.options, Command.SENT)
    if sent is None or any(detail.name.startswith("outcome") for detail in reading.details):
        return False  # with their answer to it, `first_words` hears both
    answer(bench, options.pick(shown, sent, bench.now))
    return True


def _judged(bench: Workbench, reading: Reading) -> bool:
    shown, verdict = bench.shown, at_a_draft.verdict(reading.text)
    if shown is None or verdict is None:
        return False
    is_asked = reading.is_question or reading.aside is not None  # "is it ok" wants to be answered
    if verdict is not Verdict.NOT_ME and (is_asked or options.chosen(shown, reading, bench.wording) is not None):
        return False
    keep = options.meaning(shown.options, Command.LATER)
    bench.say(lines.OF_A_DRAFT[verdict])
    if verdict is Verdict.WILL_DO and keep is not None:
        answer(bench, options.pick(shown, keep, bench.now))
    else:
        bench.proceed(short=True)
    return True


def _swapped(bench: Workbench, reading: Reading) -> bool:
    wanted = at_a_draft.swap(reading.text)
    if wanted is None or reading.set_right.names:
        return False
    facts = bench.facts()
    if (number := _who(facts, wanted.old)) is not None:
        known = facts.text(f"interviewer-{number}") or ""
        typed = names.with_capitals(wanted.new)
        change(bench, bench.interview, f"interviewer-{number}", _put(known, Swap(wanted.old, typed)) or typed)
    elif (told := next((name for name in _TOLD if _is_of(facts.text(name), wanted.old)), None)) is not None:
        change(bench, bench.interview, told, _put(facts.text(told) or "", wanted) or wanted.new)
    elif not _changed_own_words(bench, wanted):
        bench.say(lines.NOT_YOUR_WORDS, words=wanted.old)
        bench.proceed(short=True)
        return True
    bench.change_run(revisit=None, misses=0, repeats=0)
    bench.proceed()
    return True


def _changed_own_words(bench: Workbench, wanted: Swap) -> bool:
    """Put the new words wherever theirs have the old ones; whether they had."""
    is_done = False
    for name, fact in bench.facts().all().items():
        own = fact.value
        if isinstance(own, str) and _OWN_WORDS.fullmatch(name) and (now := _put(own, wanted)) is not None:
            bench.state_fact(bench.interview, name, now)
            is_done = True
    if is_done:
        bench.say(echo.CHANGED_PLAIN, before=f'"{wanted.old}"', after=f'"{wanted.new}"')
    return is_done


def _put(own: str, wanted: Swap) -> str | None:
    """The text with the new words in place of the old; None where it has not got those."""
    now, count = re.subn(rf"(?<!\w){re.escape(wanted.old)}(?!\w)", lambda _: wanted.new, own, flags=re.IGNORECASE)
    return now if count else None


def _respelt(bench: Workbench, reading: Reading) -> bool:
    """ "Spell her name zuulu", "mrs zuulu": somebody who is known, in other letters."""
    said = at_a_draft.spelt(reading.text)
    if said is None:
        return False
    name, is_sure = said
    people = bench.facts().texts("interviewer")
    alike = [(number, now) for number, known in people if (now := names.respelt(name, known)) is not None]
    if not alike and is_sure and len(people) == 1:
        alike = [(people[0][0], names.with_capitals(name))]
    if len(alike) != 1 or alike[0][1] == bench.facts().text(f"interviewer-{alike[0][0]}"):
        return False
    number, now = alike[0]
    change(bench, bench.interview, f"interviewer-{number}", now)
    bench.proceed()
    return True


def _who(facts: Facts, called: str) -> int | None:
    found = [number for number, name in facts.texts("interviewer") if names.is_of(called, name)]
    return found[0] if len(found) == 1 else None


def _is_of(known: str | None, called: str) -> bool:
    return known is not None and known.casefold() == called.casefold()
