"""What a text sets right of a name: the place, the job, somebody who was there, or who it was that asked.

`core.understanding.corrections` reads a text that is a correction as a whole; this reads one clause among others, at any
time, also beneath a draft. The rule a newcomer could break: in small letters only what is marked is a name ("no, the
company is rubbish" is none), and what is set right is for the facts to say (`core.turn.naming`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.records import unsaid
from core.understanding import text as texts
from core.understanding.expressions import expression
from core.understanding.names import with_capitals
from core.understanding.wordlists import either, words

ASKED_BY = "asked-by"


@unsaid
@dataclass(frozen=True, slots=True)
class SetRight:
    """One name that is set right."""

    target: str
    """The name of the fact: "organisation", "role", "interviewer" without a number, "asked-by" without one."""
    new: str | None
    """None where the old one is nobody, or no name."""
    old: str | None
    is_marked: bool
    """Whether the words say that something was wrong, or was told before."""


@unsaid
@dataclass(frozen=True, slots=True)
class AllSetRight:
    """What a text sets right, and what else it says."""

    names: tuple[SetRight, ...] = ()
    rest: str = ""


_I = re.IGNORECASE
_LONGEST = 420
_NOT_A_NAME = words("people", "not_a_name")
_NO_PLACE = words("organisations", "not_a_name")
_PLACE = r"(?:company|org|organi[sz]ation|employer|firm|place|agency|school|hospital|clinic|bank|shop)"
_POST = r"(?:role|job title|title|position)"
_IS = r"(?:'s name is|'s called|'s| name is| name was| is called| is| was| should be| should read| has to be| =|:)"
_IT_IS = r"(?:it's|its|it is|it was|it should be|should be|that's|thats|the name is|name is|it is called|its called|it's called)"
_REALLY = r"(?: (?:actually|really|called|now|in fact))*"
_WORD = rf"(?:{texts.SHORTENED}[^\s,.;:!?\"()]+)"
_OPEN = r"[\"'“‘]?"
_AGAIN = r",? ?(?:(?:like|as) )?i(?:'ve| have)? (?:already |just )?(?:said|told|wrote|mentioned)\b[^.!?\n]*"
_LEAD = r"(?P<lead>(?:(?:no|nope|nah|wait|actually|correction|sorry|oops|wrong|hang on|hold on|ffs|omg|lmao+|lol|hey|also|pls|please|and|n|but|oh|ah|btw|again|as i said|like i said|i said|i told (?:you|u))\b[ ,.!:]*)*)"
_BEGINS = rf"(?:^|(?<=[.!?,;:\n])) *{_LEAD}"
_ENDS = r"(?= *(?:[.,;!?\n]|$))"
_NOT_OLD = rf"(?:,? (?:and )?not {_OPEN}(?P<old>{_WORD}(?: {_WORD}){{0,6}}?)[\"'”’]?)?"
_A_PLACE = rf"{_OPEN}(?P<new>{_WORD}(?: {_WORD}){{0,5}}?)[\"'”’]?"
_PERSON = r"(?:(?:mrs?|ms|mx|miss|dr|prof|professor|sir|sister|matron|father|pastor|madam|rev)\b\.? ?)?[^\W\d_][\w'-]*(?: [A-ZÀ-ÞÆ][\w'-]*){0,2}"
_KIND = rf"(?:,? (?:the |our |their )?(?:{either('people', 'nameless')}))?"


def _clauses(*told: str, ends: str = _ENDS) -> tuple[re.Pattern[str], ...]:
    """A pattern for each of these, where a clause begins with it and ends behind it."""
    return tuple(expression(f"{_BEGINS}{one}{ends}", _I) for one in told)


_PLACES = _clauses(
    rf"(?:the |my |their )?{_PLACE}{_IS}{_REALLY} {_A_PLACE}{_NOT_OLD}(?P<again>{_AGAIN})?",
    rf"(?:(?:can|could) you )?(?P<again>fix|change|correct|update|set) (?:the |my |their )?{_PLACE}(?:'s)?(?: name)? (?:to|into|=|:) {_A_PLACE}",
    (
        rf"(?P<again>(?:that's|thats|that is|it's|its|it is|this is|the|my)? ?(?:not |wrong )?(?:the |their |my )?(?:right |correct |wrong )?(?:name of (?:the|my) )?{_PLACE}(?:'s)?(?: name)?(?: is| was)?(?: wrong| not right)?)"
        rf"(?: \w+){{0,2}}[ .,!;:-]+{_IT_IS}{_REALLY} {_A_PLACE}{_NOT_OLD}"
    ),
)  # fmt: skip
_POSTS = _clauses(
    rf"(?:the |my )?{_POST}(?: is| was|:){_REALLY} (?:an? |the |for (?:an? |the )?)?(?P<new>{_WORD}(?: \(?{_WORD}\)?){{0,6}}?){_NOT_OLD}(?P<again>{_AGAIN})?",
    rf"(?:(?:can|could) you )?(?P<again>fix|change|correct|update|set) (?:the |my )?(?:{_POST}|job) (?:to|into|=|:) (?:an? |the )?(?P<new>{_WORD}(?: {_WORD}){{0,5}}?)",
)  # fmt: skip
_NOBODY = _clauses(
    rf"{_OPEN}(?P<old>{_PERSON})[\"'”’]? (?:is|was|'s) (?:(?:the|my|a) (?:job|role|position|title|post|company|place|school|hospital|clinic|bank|firm|town),? )?(?:and )?not (?:a |an |the )?(?:person|name|somebody|someone|interviewer)\b(?: at all)?",
    rf"(?:there (?:is|was|'s)|there's|theres) (?:no ?one|nobody|no (?:person|interviewer)) (?:there )?(?:called|named|by the name of|with the name) {_OPEN}(?P<old>{_PERSON})[\"'”’]?",
    rf"(?:no ?one|nobody) (?:there )?(?:is|was|'s) (?:called|named) {_OPEN}(?P<old>{_PERSON})[\"'”’]?",
    ends="",
)  # fmt: skip
_ASKER = _clauses(
    rf"(?:it was|was|it's) (?P<new>{_PERSON}) (?:who|that) (?:asked|did the asking)\b[^.!?,\n]*(?:,? (?:and )?not (?P<old>{_PERSON}))?",
    rf"(?:the |my |that )?[^.!?,\n]{{0,40}}\bwas (?P<new>{_PERSON}) (?:who|that) asked\b[^.!?,\n]*,? (?:and )?not (?P<old>{_PERSON})",
    rf"(?P<new>{_PERSON}) (?:asked|did the asking)\b[^.!?,\n]{{0,60}},? (?:and )?not (?P<old>{_PERSON})",
    rf"(?:not (?:a |an |the )?[\w ]{{2,20}}?,? )?(?P<new>{_PERSON}) asked (?:it|that|the question)\b(?:,? (?:he|she)(?:'s|s| is| was) (?:the |a )?[\w ]{{2,20}})?",
)  # fmt: skip
_PEOPLE = (
    *_clauses(
        rf"(?:(?:the |my |this )?(?:note|letter|mail|e-?mail|it|message)(?: is| was| goes| should go| must go| has to go| should be)? (?:to|for) )(?P<new>{_PERSON}),? (?:and )?not (?:to |for )?{_OPEN}(?P<old>{_PERSON})[\"'”’]?",
        rf"not (?:to )?{_OPEN}(?P<old>{_PERSON})[\"'”’]?[ .,;!-]+(?:but |only |just |it was |it's |its )+(?P<new>{_PERSON})(?:, one person|, alone)?",
        rf"(?P<again>(?:the|that|his|her|this) name is wrong|(?:that's|thats|it's|its) (?:not|the wrong) (?:the |his |her |right )?name|wrong name)[ .,;!-]+(?:{_IT_IS} )?(?P<new>{_PERSON})",
        rf"(?P<again>(?:her|his|their) (?:first |last |real |full )?name(?: is|'s| was)|call (?:her|him|them)|(?:she|he)(?:'s|s| is) called) {_OPEN}(?P<new>{_PERSON})[\"'”’]?{_KIND}(?:,? (?:and )?not {_OPEN}(?P<old>{_PERSON})[\"'”’]?)?",
        rf"(?P<new>{_PERSON}) is (?P<again>her|his|their|the \w+'s) name{_KIND}",
        rf"(?:(?:and )?{_IT_IS} )?(?P<new>{_PERSON}),? (?P<again>just|only|simply) (?P=new)",
    ),
    expression(rf"{_BEGINS}(?:and )?(?:it's |its |make it |say |write |put |dear |hi )(?P<again>just|only|simply) (?P<new>{_PERSON}){_ENDS}"),
)  # fmt: skip
_PLACES_ALONE = _clauses(
    rf"{_IT_IS}{_REALLY} {_A_PLACE}(?:,? (?:btw|by the way|actually))?,? (?:and )?not {_OPEN}(?P<old>{_WORD}(?: {_WORD}){{0,4}}?)[\"'”’]?"
)
""" "Its Pick n Pay not Pick": it is for the facts to say that the old one is the place."""
_BY_TARGET = (
    ("organisation", _PLACES),
    ("role", _POSTS),
    ("interviewer", _NOBODY),
    (ASKED_BY, _ASKER),
    ("interviewer", _PEOPLE),
    ("organisation", _PLACES_ALONE),
)
_STEMS = (
    "company", "org", "employer", "firm", "place", "agency", "school", "hospital", "clinic", "bank", "shop", "role", "title", "position", "job",
    "person", "name", "called", "nobody", "no one", "asked", "not ", "just", "only", "simply", "call her", "call him", "call them",
)  # fmt: skip
_WRONG = expression(
    r"\b(?:no|nope|nah|wait|actually|correction|sorry|oops|wrong|ffs|as i said|like i said|i said|i told)\b", _I
)
_NO_NAME = expression(
    r"(?:the|a|an|very|so|too|really|great|good|bad|fine|ok|okay|nice|huge|small|big|not|no|what|who|how|why|where|in|at|on|for|from|to|that|this|it|hard|easy|my|their|his|her|i|we|they|about|because|when|if|still|also|just|only)\b",
    _I,
)  # fmt: skip
_A_NAME = expression(r"[A-ZÀ-Þ0-9]")
_REST_OF_NOTHING = expression(
    r"[\s.,;:!?'\"()-]*(?:(?:and|but|n|so|please|pls|thanks|thx|lol|omg|sorry|no|wait|this is wrong[^.!?]*)\b[\s.,;:!?'\"()-]*)*",
    _I,
)


def read(text: str) -> AllSetRight:
    """All that a text sets right, in no order."""
    if len(text) > _LONGEST:
        return AllSetRight()
    shown = texts.straight(text)
    if not texts.has_one(_STEMS, shown.lower()):
        return AllSetRight()
    found: list[SetRight] = []
    spans: list[texts.Span] = []
    for target, patterns in _BY_TARGET:
        for pattern in patterns:
            match = next((one for one in pattern.finditer(shown) if not texts.meets(one.span(), spans)), None)
            if match is not None and (name := _set_right(target, match)) is not None:
                found.append(name)
                spans.append(match.span())
                break
    return AllSetRight(tuple(found), _without(text, spans)) if found else AllSetRight()


def _set_right(target: str, match: re.Match[str]) -> SetRight | None:
    said = match.groupdict()
    new, old = (value and value.strip("\"'. ") for value in (said.get("new"), said.get("old")))
    is_marked = bool(said.get("again") or old)
    is_no = _WRONG.search(said.get("lead") or "") is not None
    if new is None:
        return SetRight(target, None, old, is_marked=True)
    if _NO_NAME.match(new) or not (is_marked or is_no or _A_NAME.search(new)):
        return None
    if target in ("organisation", "role"):
        is_name = target == "role" or new.split()[0].lower() not in _NO_PLACE
        return SetRight(target, new, old, is_marked or (is_no and new != new.lower())) if is_name else None
    if not _NOT_A_NAME.isdisjoint(new.lower().replace(".", "").split()) or (old and _NO_NAME.match(old)):
        return None
    return SetRight(target, with_capitals(new), old, is_marked or is_no)


def _without(text: str, spans: list[texts.Span]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    kept = re.sub(r"^[\s.,;:!?]+|(?<=[.!?]) *[.,;:!?]+", "", " ".join(text.split()))
    return "" if _REST_OF_NOTHING.fullmatch(kept) else kept.strip(" ,;")
