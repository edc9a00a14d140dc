"""What leads to a point in a letter: "your question about …", a further thought, or what never came up.

The question is quoted where they told its wording; what they only call it by, or report, becomes its topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.drafts.own_words import bare_question, clauses, for_the_letter, is_task, tidied, without_asker
from core.facts import Facts
from core.understanding.persons import speaks_of_oneself, to_me, written_out
from core.understanding.tone import tells_of_a_loss
from core.vocabulary import Filled, Phrase

_YES = re.compile(r"\A(?:yes|yeah|yep|yea|ya|yh|sure|well)\b[,.! ]+(?=\S+ \S)", re.IGNORECASE)
"""What answered the coach, in front of a point."""
_REPORTED = re.compile(r"(?:what|wat|wot|how|why|where|when|who|which|if|whether)\b[^?]*$", re.IGNORECASE)
_QUESTION_OF = re.compile(r"the question (?:of )?(?=(?:what|how|why|where|when|who|which|whether)\b)", re.IGNORECASE)
"""How the coach speaks of a question that they told in a report."""
_IF = re.compile(r"^if\b")
_WHAT_I_DO = re.compile(
    r"^(?P<how>what|how) I (?:(?:would|will|usually|normally) )?(?=(?:do|deal|handle|react|respond|cope|manage)\b)"
)
_SEVERAL = re.compile(
    r"\b(?:first|1st|one)\b.*\b(?:second|2nd|the other)\b|\?\s+\S|\b(?:and )?then (?:they|he|she) (?:also )?asked\b",
    re.IGNORECASE | re.DOTALL,
)
_NAMED_QUESTION = re.compile(
    r"(?:the|that|their|your) (?:question (?:about|on|with|where|when)\b.{3,60}|(?:[\w'-]+ ){1,4}(?:question|one))[ .?]*",
    re.I,
)
"""Not their wording, but what the person calls it ("the excel question"); quoting it would sound odd."""
_ASKED_ABOUT = re.compile(
    r"^(?:what )?(?:they|she|he|one of them) (?:asked|wanted to know)(?: me| us)? about (?P<topic>(?:the|a|an|my|our|their|your) .{3,80})",
    re.IGNORECASE,
)
"""No wording either, but what it was about."""


class Frames(NamedTuple):
    """What leads to a point: to the answer to a question, to a further one, to what never came up; to a loss.

    A loss is no further thought: it was so on the day itself.
    """

    further: Phrase
    further_topic: Phrase
    further_plain: Phrase
    also: Phrase
    also_topic: Phrase
    also_plain: Phrase
    mention: Phrase
    grave: Phrase
    grave_topic: Phrase
    grave_plain: Phrase

    def for_a_loss(self) -> Frames:
        """The same, where every point is one."""
        of_question, of_topic, of_none = self.grave, self.grave_topic, self.grave_plain
        return Frames(of_question, of_topic, of_none, of_question, of_topic, of_none, of_none, *self[-3:])


def in_frames(facts: Facts, names: list[str], frames: Frames) -> Iterator[tuple[Filled | str, ...]]:
    """Each point in their own words, with what leads to it."""
    stems = [name.partition("-")[0] for name in names]
    for n, name in enumerate(names):
        yield _point(facts, name, frames, again=stems[n] in stems[:n])


def _point(facts: Facts, name: str, frames: Frames, *, again: bool) -> tuple[Filled | str, ...]:
    told = facts.text(name) or ""
    said = tidied(for_the_letter(told))
    if tells_of_a_loss(told):
        frames = frames.for_a_loss()
    if name.startswith("point-"):
        return (Filled(frames.mention), tidied(_YES.sub("", said)))
    question, topic = _asked(facts, name.removeprefix("unsaid-"), said)
    if question is not None:
        return (Filled(frames.also if again else frames.further, (("question", question),)), said)
    if topic is not None:
        return (Filled(frames.also_topic if again else frames.further_topic, (("topic", topic),)), said)
    return (Filled(frames.also_plain if again else frames.further_plain), said)


def _asked(facts: Facts, number: str, said: str) -> tuple[str | None, str | None]:
    """The question they answer, where it can be quoted; else what it was about, if that is known.

    Of two questions in one neither can be quoted, nor one where they were asked to do something.
    """
    question, topic = facts.text(f"question-{number}"), facts.text(f"struggle-{number}")
    question = None if question is None or (topic is not None and is_task(topic)) else without_asker(question)
    if question is not None and not _SEVERAL.search(question):
        if _NAMED_QUESTION.fullmatch(question):
            topic = re.sub(r"\bone$", "question", question.strip(" .?"))
        elif about := _ASKED_ABOUT.match(question):
            topic = about["topic"].rstrip(" .?")
        elif _REPORTED.match(question) and speaks_of_oneself(question):
            return None, reported(question, said)
        else:
            return written_out(bare_question(question)), None
    if topic is None:
        return None, None
    asked = _QUESTION_OF.match(topic)
    return None, to_me(topic) if asked is None else reported(to_me(topic[asked.end() :]), said)


def reported(question: str, said: str) -> str:
    """A question in the person's report as what a note is about: "your question about how I deal with targets".

    Where the answer begins with nobody in particular ("you count again"), neither does the question.
    """
    asked = tidied(written_out(question)).rstrip(".")
    asked = _IF.sub("whether", asked[:1].lower() + asked[1:])
    if not speaks_of_oneself(clauses(said)[0]):
        asked = _WHAT_I_DO.sub(r"\g<how> to ", asked)
    return f"your question about {asked}"
