"""A moment named where it was asked how much of it was bad, or which moment it was: that answers it, and is kept.

The rule a newcomer could break: a moment that is known already is not kept a second time under another name.
"""

from __future__ import annotations

import re

from core.drafts.own_words import is_task
from core.facts import Facts, Picked
from core.flows.capture.evidence import ANYTHING_ELSE, CAUSE, WHAT_ELSE
from core.flows.capture.misconduct import CONDUCT
from core.flows.capture.severity import REALLY
from core.flows.capture.story import TOLD_FIRST
from core.state import Shown
from core.turn.options import Replied
from core.understanding import Reading, moments, persons, stings
from core.understanding.commands import Command
from core.understanding.moments import Moment

_NUMBER_AND_WORDS = re.compile(r"\s*(?P<number>\d)\s*[.):,-]?\s+(?P<rest>.*\w.*)", re.DOTALL)
_MORE = re.compile(
    r"\s*(?:yes|yeah|yep|ya|yh|also|and)[,.!: -]+(?!.{0,30}\b(?:something|things?|more)\b)(?P<rest>.+)",
    re.DOTALL | re.IGNORECASE,
)
_WHICH_TO_TRY = re.compile(r"likely\..*\.which-\d+")
_PLACES = {
    word: place
    for place, words in (("first", "1 one first 1st"), ("second", "2 two second 2nd"), ("third", "3 three third 3rd"))
    for word in words.split()
}
_WHICH_AND_ANSWER = re.compile(
    rf"\s*(?:the )?(?P<place>{'|'.join(_PLACES)})(?: (?:one|question))?\s*[.:,;)-]+\s+(?P<rest>.+)",
    re.DOTALL | re.IGNORECASE,
)
_TRIED = re.compile(r"likely\..*\.answer-\d+")
_FEWEST_OF_AN_ANSWER = 5
_FEWEST = 3
"""Words that name something, beside a "yes"; with an article, two do."""
_WITH_AN_ARTICLE = re.compile(r"(?:the|my|his|her|their|an?) (?!(?:same|rest|whole|lot|bit|few)\b)\w+", re.IGNORECASE)
_ALSO = re.compile(r"(?:i|my|he|she|they|it|the \w+) (?:\w+ )?also (?:\S+ ?){2,}", re.IGNORECASE)


def tried_at_once(shown: Shown, reading: Reading) -> tuple[str, str] | None:
    """Which likely question, and their answer to it, where both came in one message: "1. i listen first, then …"."""
    if not _WHICH_TO_TRY.fullmatch(shown.name) or (both := _WHICH_AND_ANSWER.fullmatch(reading.text)) is None:
        return None
    place = _PLACES[both["place"].lower()]
    is_there = any(option.id == place for option in shown.options)
    return (place, both["rest"]) if is_there and len(both["rest"].split()) >= _FEWEST_OF_AN_ANSWER else None


def is_trying(name: str) -> bool:
    """Whether a question of that name asks for the answer to a likely question."""
    return _TRIED.fullmatch(name) is not None


def told(shown: Shown, reading: Reading, facts: Facts, option: str | None) -> Replied | None:
    """The facts of naming the moment, None where none is named; `option` is the choice that the text would mean."""
    if shown.name == REALLY.name:
        return _instead_of_how_much(reading, facts, option)
    if shown.name == CAUSE.name:
        return _at_the_list(shown, reading, facts)
    if shown.name in (ANYTHING_ELSE.name, WHAT_ELSE.name):
        return _besides(shown, reading, facts)
    return None


def _instead_of_how_much(reading: Reading, facts: Facts, option: str | None) -> Replied | None:
    """ "Just that question. why did i leave. rest was fine": one moment, and which one."""
    moment = moments.named(reading.text)
    if moment == Moment() or option in ("all", "not-sure") or _is_to_coach(reading, moment):
        return None
    is_one = moment.is_only or option == "one-moment"
    replied: Replied = {REALLY.name: "one-moment" if is_one else "parts"}
    if facts.value(CAUSE.name) is not None or _is_known(moment, facts):
        return replied
    return replied | _kept(CAUSE.name, reading.text, moment, facts)


def _at_the_list(shown: Shown, reading: Reading, facts: Facts) -> Replied | None:
    """ "1. the question why did you leave": the choice, and the question with it."""
    numbered = _NUMBER_AND_WORDS.fullmatch(reading.text)
    index = int(numbered["number"]) - 1 if numbered is not None else -1
    picked = shown.options[index].id if 0 <= index < len(shown.options) else None
    text = numbered["rest"] if numbered is not None and picked is not None else reading.text
    if picked == "their-conduct":
        return {shown.name: Picked(picked), CONDUCT.name: text}
    moment = moments.named(text)
    is_deed = bool(moment.called) and (stings.is_trial(_story(facts)) or is_task(moment.called))
    if (moment.is_question or is_deed) and not _is_known(moment, facts) and not _is_to_coach(reading, moment):
        return _kept(shown.name, text, moment, facts)
    return {shown.name: Picked(picked) if picked == "late" else text} if picked is not None else None


def _besides(shown: Shown, reading: Reading, facts: Facts) -> Replied | None:
    """A question, or anything at all, named where it was asked whether there was more."""
    moment = moments.named(reading.text)
    if not moment.is_question and (question := moments.question_in(reading.text)):
        moment = Moment(question, is_question=True)
    if moment.is_question and not _is_known(moment, facts) and not _is_to_coach(reading, moment):
        return _kept(shown.name, reading.text, moment, facts)
    if _ALSO.fullmatch(reading.text) and reading.remark is None:
        return {shown.name: reading.text}
    more = _MORE.fullmatch(reading.text)
    if more is None or reading.order not in (None, Command.YES):
        return None
    if len(more["rest"].split()) < _FEWEST and not _WITH_AN_ARTICLE.match(more["rest"]):
        return None
    is_again = any(_is_same(more["rest"], struggle) for _, struggle in facts.texts("struggle"))
    return None if is_again or reading.remark is not None else {shown.name: reading.text}


def _kept(name: str, text: str, moment: Moment, facts: Facts) -> Replied:
    """The moment as facts: a question by what it is called, or by its words; anything else as they wrote it."""
    known = [number for number, _ in facts.items("struggle")]
    number = max(known, default=0) + 1
    kept: Replied = {name: text}
    if moment.called and (moment.is_question or is_task(moment.called) or stings.is_trial(_story(facts))):
        kept[f"struggle-{number}"] = moment.called
    if moment.question and f"question-{number}" not in facts.all():
        kept[f"question-{number}"] = _in_full(moment.question, facts)
    return kept


def _story(facts: Facts) -> str:
    """What they told before anything was asked of it."""
    return " ".join(words for name in TOLD_FIRST if (words := facts.text(name)) is not None)


def _in_full(question: str, facts: Facts) -> str:
    """The question as they were asked it, with the rest of it where they had told it before."""
    asked = persons.to_you(question).removesuffix("?")
    told = re.search(rf"\b{re.escape(asked)}\b[^.,;!?\n]*", _story(facts), re.IGNORECASE)
    return told[0].strip() if told is not None else asked


def _is_known(moment: Moment, facts: Facts) -> bool:
    """Whether it is a moment that has its name already; "that question" alone is the one they named."""
    struggles = [struggle for _, struggle in facts.texts("struggle")]
    if not struggles:
        return False
    return not moment.called or any(_is_same(moment.called, struggle) for struggle in struggles)


def _is_same(one: str, other: str) -> bool:
    """Whether two names for a moment share what tells it from another."""
    return bool(_telling(one) & _telling(other))


def _telling(called: str) -> set[str]:
    return set(re.findall(r"[\w']+", called.casefold())) - _COMMON


_COMMON = frozenset(
    (
        "the", "a", "an", "my", "your", "that", "this", "their", "his", "her", "of", "on", "about", "with", "to", "in",
        "at", "and", "or", "i", "you", "question", "questions", "one", "part", "bit", "was", "when", "they", "asked",
        "how", "why", "what",
    )
)  # fmt: skip


def _is_to_coach(reading: Reading, moment: Moment) -> bool:
    """Whether a bare question may be put to the coach: it names nothing beside."""
    is_bare = bool(moment.question) and not moment.called and not moment.is_only
    return is_bare and (reading.order, reading.aside, reading.remark) != (None, None, None)
