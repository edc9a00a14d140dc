"""The points of a note or a call: what could be carried, what may be, and which reader is to hear what.

A confession, a complaint and a figure of pay are carried only if the person says so; what they disowned, or said to the
coach alone, is in none.
"""

from __future__ import annotations

import re

from core import apart
from core.drafts.own_words import clauses, without_lead
from core.drafts.readers import Reader, readers
from core.facts import Facts
from core.remembering import remembered
from core.understanding import to_coach
from core.understanding.tone import tells_of_a_loss
from core.vocabulary import Point

MOST_POINTS = 2
ON_THE_PHONE = ("reached", "voicemail")
"""What became of a call in which the points were said; no note says them again (R42)."""
_LEAST_OF_A_POINT = 4
"""In words; less says too little to stand in a note."""
_SORE = re.compile(
    r"\bshould(?:a|'?ve| have|n'?t have)\b|\bmy (?:own )?fault\b|^\s*(?:no(?! (?:\w+ )?(?:accidents?|absences?|complaints?|sick days?|points|incidents?|crash(?:es)?|errors?|claims?|injur(?:y|ies)|warnings?|criminal)\b)|not|none|nothing|never|didn'?t|couldn'?t|can'?t|don'?t)\b(?:\W+\w+){0,4}\W*$|\bi (?:just )?(?:didn'?t|couldn'?t|lied|messed|failed|froze|rambled|forgot|blanked|blew|ruined|panicked)\b"
    r"|\b(?:fought|argued|quarrel\w*|fell out|had a fight) with\b|\b(?:boss|manager|supervisor|company|employer|they|he|she)(?: \w+)? (?:didn'?t|never|wouldn'?t|refused|cheated|lied|was (?:rude|unfair|mean|bad)|were (?:rude|unfair|bad))\b"
    r"|\b(?:truth is|i admit|i confess)\b|\b(?:i was|i am|i'?m|i feel|i felt) (?:\w+ )?(?:ashamed|stupid|useless|an idiot|hopeless|sorry)\b",
    re.IGNORECASE,
)
_DISOWNED = re.compile(
    r"\b(?:which|that|it|it'?s|that'?s|was|were|is|so|really) (?:(?:was|were|is|so|a bit|really|kind of|kinda|just|pretty|totally) )*(?:dumb|stupid|silly|daft|embarrassing|lame|cringe\w*|rubbish|idiotic)\b",
    re.IGNORECASE,
)
"""What they have called stupid themselves: it is not held up to them again."""
_OF_PAY = re.compile(
    r"\b(?:salary|ctc|wages?|compensation|remuneration|(?:day|hourly|daily|monthly) rate|rate of pay|expected pay|pay (?:expectations?|range|rate|cheque)|(?:want|expect|like) to (?:earn|be paid|make)|how much (?:do|would|are) you)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d|\b(?:lakhs?|thousand|hundred|grand|million)\b", re.IGNORECASE)
_PRIVATE = re.compile(
    r"\b(?:i|my)\b(?: \w+){0,3} (?:nervous|nerves|anxious|anxiety|panic\w*|depress\w*|pregnan\w*|divorc\w*|disability|disabled|sacked|fired|jail|prison)\b|\bi (?:was|came|arrived) (?:\w+ ){0,3}late\b|\bi got (?:fired|sacked|dismissed)\b",
    re.IGNORECASE,
)
LABEL_LENGTH = 40


def named_points(facts: Facts) -> list[tuple[str, str]]:
    """What a note could carry: the name of the fact, and its question or first words as a label."""
    unsaid = [
        (f"unsaid-{n}", facts.text(f"struggle-{n}") or text)
        for n in apart.numbers(facts)
        if (text := facts.text(f"unsaid-{n}"))
    ]
    missed = [(f"point-{n}", text) for n, text in facts.texts("point") if not apart.is_of_it(facts, text)]
    return [(name, _label(text)) for name, text in (*unsaid, *missed)]


def is_sore(facts: Facts, name: str) -> bool:
    """Whether a point is a confession, a complaint or next to nothing: it is carried only if they say so (K03)."""
    return _hurts(facts.text(name) or "")


@remembered(256)
def _hurts(told: str) -> bool:
    """Remembered, because a draft asks it of the same few words in every version and at every replay."""
    text = without_lead(to_coach.for_others(told))
    if (
        len(told.split()) < _LEAST_OF_A_POINT
        or _PRIVATE.search(text)
        or _DISOWNED.search(text)
        or tells_of_a_loss(text)
    ):
        return True
    return all(_SORE.search(clause) for clause in clauses(text) if len(clause.split()) > 1)


def is_disowned(facts: Facts, name: str) -> bool:
    """Whether they have called a point stupid themselves, or said it to the coach alone: no note has it, and nobody asks."""
    told = facts.text(name) or ""
    return _DISOWNED.search(told) is not None or (bool(told) and not to_coach.for_others(told))


def names_a_figure(facts: Facts, name: str) -> bool:
    """Whether it answers what they want to earn: a figure in writing binds, so no note has it (nor asks)."""
    about = [facts.text(name.replace("unsaid", stem)) or "" for stem in ("struggle", "question")]
    is_of_pay = name.startswith("unsaid-") and any(_OF_PAY.search(words) for words in about)
    return is_of_pay and _FIGURE.search(facts.text(name) or "") is not None


def may_be_carried(facts: Facts, name: str) -> bool:
    """Whether a note may carry the point."""
    allowed = facts.value(f"carry-{name}")
    if allowed is not None:
        return allowed == "yes"
    return not (is_sore(facts, name) or names_a_figure(facts, name))


def may_yet_be_carried(facts: Facts, name: str) -> bool:
    """Whether a point may be carried, or is theirs to allow: a loss that was what they would have told."""
    is_open = facts.value(f"carry-{name}") is None and tells_of_a_loss(facts.text(name) or "")
    return is_open or may_be_carried(facts, name)


def point(facts: Facts, name: str) -> Point:
    """A point with what a person may call it by."""
    about = [facts.text(name.replace("unsaid", stem)) for stem in ("struggle", "question", "unsaid")]
    label = dict(facts.derived(named_points))[name]
    if name.startswith("point-") or about[0] is None:
        label = f'"{label}"'  # their own words, where they have not called it anything
    return Point(name, label, " ".join(dict.fromkeys(words for words in about if words)))


def first_number(facts: Facts) -> int:
    """The number of the first whose name is known and who gets a note; 0 where there is none."""
    theirs = apart.authors(facts)
    return next((number for number, _ in facts.texts("interviewer") if number not in theirs), 0)


def points_for(facts: Facts, reader: Reader) -> list[str]:
    """The facts this reader's note carries: what is for them, and was not said on the phone."""
    names = points_of(facts, reader)
    if facts.value("call-became") not in ON_THE_PHONE:
        return names
    if facts.value("call-all-said") == "no":
        return names
    said = [name for name in points_of(facts, whom_to_call(facts)) if not facts.value(f"unheard-{name}")]
    return [name for name in names if name not in said]


def whom_to_call(facts: Facts) -> Reader:
    """The first of those for whom there is something to say; else the first."""
    people = readers(facts)
    return next((reader for reader in people if points_of(facts, reader)), people[0])


def points_carried(facts: Facts) -> list[str]:
    """The facts that a note may carry, whoever reads it."""
    return [name for name, _ in facts.derived(named_points) if may_be_carried(facts, name)]


def points_of(facts: Facts, reader: Reader) -> list[str]:
    """The facts this reader is to hear: what they asked; what nobody is known to have asked goes to the first."""
    chosen = [facts.value("first-point"), facts.value("second-point")]
    names = [name for name in facts.derived(points_carried) if chosen[0] is None or name in chosen]
    names.sort(key=lambda name: is_sore(facts, name))  # "shorter" leaves out what stands last
    readers_asked = {name: facts.value(name.replace("unsaid", "asked-by")) for name in names}
    return [name for name in names if _is_for(reader, readers_asked[name], facts.derived(first_number))]


def _is_for(reader: Reader, asked_by: object, first: int) -> bool:
    if reader.number == 0:
        return True
    if isinstance(asked_by, str) and asked_by.startswith("interviewer-"):
        return asked_by == f"interviewer-{reader.number}"
    return reader.number == first


def _label(text: str) -> str:
    if len(text) <= LABEL_LENGTH:
        return text
    cut = text[: LABEL_LENGTH - 1]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip()}…"
