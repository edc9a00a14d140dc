"""What a sentence tells around a time: something that is over, a habit, a plan for life.

"I solved it in two hours" and "we meet every monday" tell a time, but none that anybody waits for. The rule
a newcomer could break: only words near the time are looked at, and a wish outweighs what else they say.
"""

from __future__ import annotations

from core.understanding.times.tokens import NOTHING, Line
from core.understanding.times.words import words

_DONE = words(
    "was were did had done took got went wrote made over yourself myself left knew came saw felt gave"
    " began found froze forgot spoke ran became lost quit"
)
_NO_DEED = words("indeed need needed")
_TO_COME = words(
    "will would to should can could shall hear remind i'll i'd they'd they'll said says told promised mentioned"
    " confirmed explained agreed advised informed planned expected estimated"
)
"""Words of what is to come, and of what others said of it."""
_SUBJECTS = words("i we he she they it you")
_WISHES = words(
    "want wanna would will i'll i'd we'll like need can could should shall please pls remind rmd reminder reminders"
    " me let lets let's ping nudge alarm wake set text message buzz leave they'll it'll"
)
_LIFE = words("want see be become career goal goals dream hope plan yourself myself own experience")
_NEAR, _CLAUSE = 6, 10


def is_told_of_the_past(line: Line, i: int) -> bool:
    """Whether "in 2 hours" is how long it took ("I solved it in two hours"), or a question they ask."""
    for j in range(i - 1, max(i - _NEAR, -1), -1):
        if line[j].raw in _TO_COME:
            return False
        if _is_deed(line[j].raw):
            return True
    return False


def goes_on_in_the_past(line: Line, i: int) -> bool:
    """Whether a deed follows: "after 2 years, I left", "the next 10 minutes were a blur"."""
    i = line.past(i, (",",))
    return _is_deed(line[i].raw) or (line[i].text in _SUBJECTS and _is_deed(line[i + 1].raw))


def _is_deed(raw: str) -> bool:
    return raw in _DONE or (len(raw) > 4 and raw.endswith("ed") and raw not in _NO_DEED)


def is_habit(line: Line, begin: int, end: int) -> bool:
    """Whether a repetition is told, not wished: "we meet every monday", "every day I worry"."""
    before = _clause_before(line, begin)
    if any(line[j].raw in _WISHES for j in before):
        return False
    behind = line.past(end, (",",))
    goes_on = line[behind].text in _SUBJECTS and line[behind + 1].raw not in _WISHES
    return goes_on or goes_on_in_the_past(line, end) or any(line[j].text in _SUBJECTS for j in before)


def _clause_before(line: Line, i: int) -> range:
    begin = i
    while begin > max(i - _CLAUSE, 0) and line[begin - 1].text not in (".", "!", "?", ";", ":", NOTHING):
        begin -= 1
    return range(begin, i)


def is_plan_for_life(line: Line) -> bool:
    """Whether years are those of a career: "where do you see yourself in 5 years"."""
    return any(token.raw in _LIFE for token in line[: line.size])
