"""What a person told the coach, as a letter has it: without what led to it, and with its capitals and stops.

The rule a newcomer could break: the words stay theirs; what is taken off was never meant for whom the letter is to.
"""

from __future__ import annotations

import re

from core.understanding import to_coach

_TOLD_TO_US = re.compile(
    r"^\s*(?:(?:yes|yeah|well|so|um|ok)[,: ]+)*(?:(?:i'd|i would) (?:say|have said|tell them|have told them)(?: that)?[:,]? "
    r"|they should know(?: that)? |(?:only |just |maybe |mostly )?that (?=(?:i|i'm|i've|i'd|my)\b)|(?:only|just) (?=(?:i've|i have|i did|i am|i'm)\b)"
    r"|(?:i )?(?:(?:totally |completely |also )?forgot to|didn'?t|did not|never|never got to|should have|should've|wish i had|wish i'd|wanted to|would have liked to)"
    r" (?:mention|mentioned|say|said|tell them|told them|bring up|brought up|talk about|talked about)(?: about)?(?: that)?[:,]? "
    r"|(?:it|this|what) (?:just |simply )?(?:never|didn'?t|did not) (?:came|come) up(?: is| was)?(?: that)?[:,]? (?=(?:i|i'm|i've|my|we|that)\b)"
    r"|(?:they|nobody|no one|he|she) (?:never |didn'?t |did not )?asked?(?: me)? (?:about|if|whether) (?=(?:i|my)\b))",
    re.IGNORECASE,
)
"""What leads to their words when they are told to the coach; the letter begins after it."""
_LEAD_IN = re.compile(
    r"^(?:what |the (?:one|bit|part|thing) (?:where |when |that )?|when )?(?:(?:i think |roughly |basically |something like |it (?:was|went) )*(?:(?:they|she|he|it|the question|one of them) "
    r"(?:asked|said|wanted to know|was|went)(?: me| us)?(?: (?:to|about))?|something like|it was)[:,]?\s+)(?=\S)",
    re.IGNORECASE,
)
_THAT_AGAIN = re.compile(r"(?P<joint>(?:,|;| and|, and) )that (?=i\b)", re.IGNORECASE)
"""What follows the "that" which led to their words, where they go on as they began."""
_WHO_ASKED = re.compile(
    r"(?P<stop>[.!?])\s+(?:[^.!?]{2,40}?\b(?:asked|said|wanted) (?:it|that|this|me)\b[^.!?]{0,40}|(?:it|that) was (?:mrs?\b|ms\b|dr\b|sister\b)\.? ?[^.!?]{2,40})[.!?]*$",
    re.IGNORECASE,
)
"""Whose question it was, told behind its wording."""
_CLAUSES = re.compile(r"[.!?;\n]+")
_TASK = re.compile(
    r"\b(?:lesson|test|exercise|task|presentation|role ?-?play|practical|demo(?:nstration)?|drill|simulation|weld|case study|typing|coding|group (?:work|discussion))s?$",
    re.IGNORECASE,
)
_ABOUT_A_QUESTION = re.compile(r"(?:the |a |that )?question (?:about|on|of|how|what|why|with)\b", re.IGNORECASE)


def is_task(struggle: str) -> bool:
    """Whether what went badly was something to do there, and no question to be quoted."""
    return _TASK.search(struggle) is not None and _ABOUT_A_QUESTION.match(struggle) is None


def tidied(text: str) -> str:
    """The person's own words with capitals at the start of sentences and for "I", single spaces and a final stop."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\bi(?=$|\s|['’](?:m|d|ve|ll)\b|[,;.!?])", "I", text)
    text = re.sub(r"(^|[.!?]\s+)([a-zà-öø-ÿ])", lambda found: found[1] + found[2].upper(), text)
    return text if text.endswith((".", "!", "?", "…", '"', "”")) else text + "."


def clauses(text: str) -> list[str]:
    """A text, parted where its sentences and clauses end."""
    return _CLAUSES.split(text)


def without_lead(told: str) -> str:
    """What they told the coach, without what leads to it: "i would have said that"."""
    return _TOLD_TO_US.sub("", told)


def without_asker(question: str) -> str:
    """A question without whose it was, told behind it."""
    return _WHO_ASKED.sub(r"\g<stop>", question)


def for_the_letter(told: str) -> str:
    """What they told the coach, without what leads to it and what was for the coach alone."""
    heard = to_coach.for_others(told) or told
    said = without_lead(heard)
    is_led = heard[: len(heard) - len(said)].casefold().rstrip().endswith("that")
    return _THAT_AGAIN.sub(r"\g<joint>", said) if is_led else said


def bare_question(text: str) -> str:
    """The question without "they asked" and the like in front, and without quotes and final stop around it."""
    bare = _LEAD_IN.sub("", without_asker(re.sub(r"\s+", " ", text).strip()))
    return (bare or text).strip(" \"“”'").removesuffix(".")
