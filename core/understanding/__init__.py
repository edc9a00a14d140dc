"""What a text means, as far as the text alone can tell.

Reading needs no state and no time of day, so it is done before a turn is queued; what the open question makes of a
reading is decided in the turn (`core.turn.hearing`). The rule a newcomer could break: when unsure, catch nothing. A detail
that is missed costs one question, a wrong one costs trust.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from core import safety
from core.records import unsaid
from core.remembering import remembered
from core.safety.danger import Danger, Kind
from core.understanding import (
    address,
    areas,
    asides,
    commands,
    conduct,
    corrections,
    details,
    endings,
    expressions,
    hours,
    insiders,
    mentions,
    occasion,
    phrases,
    retractions,
    set_right,
    several,
    strain,
    times,
    tone,
    wishes,
)
from core.understanding.detail import Detail
from core.understanding.occasion import Occasion
from core.understanding.text import LONGEST_STORY, clean, fold
from core.understanding.times import TimePhrase

_TIMES_READ_TO = 300
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_MOST_PROMISES = 3
_PROMISE_LENGTH = 120
_SHORT_REPLY = 40


@unsaid
@dataclass(frozen=True, slots=True)
class Reading:
    """One text, read."""

    text: str
    """As it was typed, cleaned of what no person can see, and without what is `asked_besides`."""
    whole: str
    """The same with it."""
    danger: Danger | None
    may_be_danger: Danger | None
    """What it may be, where phrases and words do not agree whether there is danger in it; then `danger` is None."""
    command: commands.CommandReading | None
    correction: corrections.Correction | None
    retraction: retractions.Retraction | None
    """It says that a point they had missed did come up."""
    set_right: set_right.AllSetRight
    """Names that it sets right, whatever else it says."""
    details: tuple[Detail, ...]
    times: tuple[TimePhrase, ...]
    is_just_over: bool
    """It says that the interview ended a moment ago."""
    is_stressed: bool
    """Its words show that it was hard."""
    is_low: bool
    """It says, in a few words, how low they are, or that nobody will have them."""
    is_angry: bool
    """Its words show anger, and not only with themselves."""
    means_to_write: bool
    """It says that they will write a note of thanks."""
    is_serious: bool
    """It tells of conduct by an interviewer that must not be made small."""
    mentions: mentions.Mentions
    """What may tell which interview it is about."""
    is_yet_to_come: bool
    """All it says is that an interview has not been yet."""
    told_again: str | None
    """What is told beside "I already told you"; empty if nothing is, None if it does not say so."""
    after_greeting: str | None
    """What it says after greeting as somebody who has been away; None if it does not, or says nothing else."""
    said_before: str | None
    """What "i said 4" says, where no story is asked for; None if it does not say so."""
    is_question: bool
    """It asks something, if it fits nothing else."""
    remark: address.Remark | None
    """It speaks to the coach instead of answering."""
    strain: strain.Strain | None
    """It shows, instead of answering, that it is too much just now."""
    aside: asides.Aside | None
    """It asks the coach a small question, or says something that is no answer."""
    asked_besides: asides.Aside | None
    """It asks that besides; the question is not in `text`."""
    several: tuple[str, ...]
    """What it tells of each of several interviews; empty where it is about one."""
    hours: hours.Hours | None
    """It names the hours for being written to."""
    insider: insiders.Insider | None
    """It tells of somebody they know there, or asks about one."""
    wish: wishes.Wish | None
    """It wants a step taken, or something of what is to come changed."""

    @property
    def order(self) -> commands.Command | None:
        """The command that the whole text is, None when it is something else or says more."""
        return self.command.command if self.command is not None and self.command.whole else None

    @property
    def has_words(self) -> bool:
        """Whether there is a letter or a digit in it at all."""
        return bool(_LETTER_OR_DIGIT.search(self.text))

    # Few turns ask for these.

    @property
    def occasion(self) -> Occasion:
        """Whether it tells of an interview that was, of one ahead, or of work and no interview."""
        return occasion.read(self.text)

    @property
    def ending(self) -> endings.Ended | None:
        """What it says is to end, whatever else it says."""
        return endings.read(self.whole)

    @property
    def without_questions(self) -> str:
        """It without the sentences that ask something."""
        return address.without_questions(self.text)

    @property
    def is_bare_question(self) -> bool:
        """It is a question and nothing else."""
        return address.is_bare_question(self.text)

    def is_promise(self, phrase: TimePhrase) -> bool:
        """Whether a time is when they said they would answer."""
        return phrase.lean is times.Direction.FUTURE or tone.is_promise(self.text, phrase.start)


def read(raw: str, *, takes_apart: bool = True) -> Reading:
    """Read a text of any length; a question to the coach that stands in it is taken out, unless it is no such there."""
    return _reply(raw, takes_apart) if len(raw) <= _SHORT_REPLY else _read(raw, takes_apart)


def _read(raw: str, takes_apart: bool) -> Reading:
    whole = clean(raw)
    asked_besides, text = (asides.apart(whole) if takes_apart else None) or (None, whole)
    folded = fold(text[:LONGEST_STORY])
    danger = safety.read(whole)
    is_unsure = danger is not None and danger.kind in (Kind.UNSURE, Kind.DOUBTED)
    return Reading(
        text=text,
        whole=whole,
        danger=None if is_unsure else danger,
        may_be_danger=danger if is_unsure else None,
        command=commands.read(text),
        correction=corrections.read(text),
        retraction=retractions.read(text),
        set_right=set_right.read(text),
        details=details.read(text),
        times=(*times.parse(details.without_counts(text)), *_promised_later(text)),
        is_just_over=tone.is_just_over(folded),
        is_stressed=tone.is_stressed(folded),
        is_low=tone.is_low(folded),
        is_angry=tone.is_angry(folded),
        means_to_write=tone.means_to_write(folded),
        is_serious=conduct.is_serious(text),
        mentions=mentions.read(text),
        is_yet_to_come=tone.is_yet_to_come(text),
        told_again=address.told_already(text),
        after_greeting=address.after_greeting(text),
        said_before=address.said_before(text),
        is_question=address.is_question(text),
        remark=address.read(text),
        strain=strain.read(text),
        aside=asides.read(text),
        asked_besides=asked_besides,
        several=several.read(text),
        hours=hours.read(text),
        insider=insiders.read(text),
        wish=wishes.read(text),
    )


_reply = remembered(512)(_read)
"""Most short replies are the same ones: "yes", "8", "nothing"."""


def make_ready() -> None:
    """Build all that is else built when a text first needs it; every text is read as quickly as any then."""
    read("warm up")
    occasion.read("warm up")
    safety.open_books()
    areas.open_books()
    phrases.make_ready()
    expressions.make_ready()


def _promised_later(text: str) -> tuple[TimePhrase, ...]:
    """Times beyond the part that is parsed, where a long story says by when they will answer."""
    found: list[TimePhrase] = []
    for start in tone.promises(text, _TIMES_READ_TO, LONGEST_STORY)[:_MOST_PROMISES]:
        parsed = times.parse(text[start : start + _PROMISE_LENGTH])
        found += (replace(one, start=one.start + start, end=one.end + start) for one in parsed)
    return tuple(found)
