"""Somebody the person knows where the interview was: told of in passing, or asked about.

The rule a newcomer could break: "my cousin works at the bank" names no place we can be sure of. Only who works *there*,
*for them* or in *their* kitchen is inside.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.records import unsaid
from core.understanding import names
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_STORY, brief, fold, straight

_KIN = (
    "friend|best friend|cousin|brother|sister|aunt|auntie|uncle|mother|mum|father|dad|niece|nephew|wife|husband|"
    "girlfriend|boyfriend|partner|brother-in-law|sister-in-law|in-law|neighbou?r|classmate|schoolmate|housemate|"
    "flatmate|roommate|acquaintance|colleague|co-?worker|workmate|mate|boss|teacher|mentor|contact"
)
_HOW = r"(?:old|former|ex|good|close|best|past|previous|school|college|family|older|younger|big|little)[- ]"
_NAME = r"(?!who\b|is\b|was\b|works?\b|that\b|also\b|still\b|has\b|had\b|in\b|at\b|there\b|inside\b|on\b|from\b)[^\W\d_][\w'-]+"
_RELATED = rf"(?:(?:my|one of my|an?|the) )(?:{_HOW}){{0,2}}(?:{_KIN})s?(?: of mine)?"
_SOMEBODY = r"(?:some(?:body|one)|a (?:guy|person|man|woman|lady)|a few people|people|any(?:body|one))"
_WHO = rf"(?P<who>{_RELATED}(?:,? (?:called |named )?(?:{_NAME})(?: (?-i:[A-Z])[\w'-]+)?)?|{_SOMEBODY})"
_INSIDE = (
    r"(?:(?:right |in |over )?there|inside|on the inside|for them|with them|(?:in|at|for|with) their (?:\w+ ?){1,2}|"
    r"(?:in|at|for) (?:that|the same) (?:place|company|hospital|clinic|school|shop|firm|bank|office))"
)
_WORKS = r"(?:works?|worked|working|is working|has worked|is employed|has a job|got a job|(?:is|was) (?:an? |the )?(?:[\w-]+ ){1,3}?)"
_TOLD = expression(
    rf"\b(?:{_WHO},? (?:who |that )?(?:(?:also|still|actually|already|now) )*{_WORKS}(?: as an? [\w ]{{2,20}}?)? ?{_INSIDE}"
    rf"|i (?:do )?(?:actually |also )?know {_WHO.replace('?P<who>', '?P<known>')},? (?:who |that )?(?:works? |working )?{_INSIDE}"
    rf"|i have {_WHO.replace('?P<who>', '?P<had>')} (?:who works |working )?{_INSIDE})\b",
    re.IGNORECASE,
)
_HELPED = r"(?:ask|tell|call|ring|contact|message|text|write to|talk to|speak to|use|get|reach out to)"
_ANYBODY = rf"(?:{_RELATED}(?:,? {_NAME})?|{_SOMEBODY}|them|him|her)"
_ASKS = expression(
    rf"(?:so |and |but |hey |ok |um )*(?:(?:should|can|could|may|shall|do|what if|is it (?:ok|okay|fine|good) (?:if|to)|would it (?:help|be ok|hurt) (?:if|to)|how (?:do|can|should)|(?:i(?:'m| am|'d| would)? )?(?:want|like|plan|planning|need|thinking of|going)(?: to)?(?= ask| tell| call| use| get| text| message| talk| speak)|let me|help me(?: to)?|maybe i (?:can|should|could)) ?)"
    rf"(?:i )?(?:{_HELPED} {_ANYBODY} (?:who works )?{_INSIDE}.{{0,40}}|{_ANYBODY} (?:who works there |there |inside )?(?:put in|say|speak|give|have) (?:a |an )?(?:good |kind )?(?:word|up)(?: in)?\b.{{0,30}}|{_ANYBODY} {_INSIDE} help.{{0,20}})",
    re.IGNORECASE,
)
_OF_HELP = expression(
    r"\b(?:ask(?:ing)?|tell(?:ing)?|help|talk|speak|say|put in|give|pass(?: it)?(?: on)?|go|send|forward|hand|word|through|message|text|write|call|contact|use|recommend|vouch|find out|check)\b"
)
_IS_WISHED = expression(
    r"(?:^|[.,;!?] ?)(?:(?:so|and|but|no|ok|okay|hey|well|then|or|please|actually|maybe|instead)[,.]? )*(?:should|can|could|may|shall|do you think|what if|is it (?:ok|okay|fine|good|allowed|bad)|would it|how (?:do|can|should|could)|i(?:'d| would)? (?:want|like|need|wanna|prefer|rather)|i(?:'m| am) (?:thinking|going|planning)|i was thinking|let me|let's|help me|what about|how about)\b"
)
_SPOKEN_OF = expression(rf"(?:what about |about |with )?{_RELATED}(?:,? {_NAME})? {_INSIDE}", re.IGNORECASE)
_LEADS = expression(r"(?:(?:oh|and|also|well|btw|by the way|actually|yes|yeah|ok|so|but|hey|um)[ ,]+)+", re.IGNORECASE)
_ASKS_AFTER = expression(
    r"(?:,? (?:in|on) (?:the )?[\w-]+(?: (?:department|team|side|shift))?|,? as an? [\w -]{3,20})?[ ,.;!-]*(?:(?:and |so |but )?(?:should|can|could|may|shall|would|do you think|is it|what about|maybe)\b.{0,60}|"
    r"(?:btw|by the way|too|as well|actually|though|now|you know|from (?:school|before|church|college))?)[ ?.!]*",
    re.IGNORECASE,
)
_RELATION = expression(rf"\b(?:my|one of my|an?|the) (?P<kin>(?:{_HOW}){{0,2}}(?:{_KIN}))\b", re.IGNORECASE)
_NAMED = expression(
    rf"\b(?:{_KIN}),? (?:of mine,? )?(?:called |named |is (?=(?-i:[A-Z])|[\w'-]+ *(?:[.,!;]|$)))?(?P<name>{_NAME})",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    [
        "a",
        "an",
        "and",
        "my",
        "he",
        "she",
        "they",
        "we",
        "i",
        "it",
        "the",
        "of",
        "but",
        "for",
        "with",
        "works",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "should",
        "must",
        "to",
        "so",
        "or",
        "if",
        "as",
        "then",
        "than",
        "says",
        "said",
        "knows",
        "knew",
        "helps",
        "helped",
        "does",
        "did",
        "has",
        "had",
        "was",
        "were",
        "is",
        "be",
        "who",
        "maybe",
        "probably",
        "perhaps",
        "again",
        "too",
        "please",
        "tonight",
        "tomorrow",
        "today",
        "now",
        "later",
        "on",
        "at",
        "in",
        "after",
        "before",
        "when",
        "because",
        "cos",
        "also",
        "only",
        "just",
        "not",
        "isn't",
    ]
)


@unsaid
class Insider(NamedTuple):
    """Somebody inside, as a text tells of them."""

    who: str | None
    """As they put it ("my cousin Mary"); None where the text only asks about such a person."""
    is_all: bool
    """Whether the text says nothing else."""
    is_request: bool
    """Whether it asks what to do about it."""


def read(text: str) -> Insider | None:
    """Who is inside, None when the text tells and asks of nobody."""
    shown = straight(text[:LONGEST_STORY])
    lead = _LEADS.match(shown)
    start = lead.end() if lead else 0
    asked = shown[start:].rstrip(" ?.!")
    if _ASKS.fullmatch(asked) or _SPOKEN_OF.fullmatch(asked):
        related = _RELATION.search(shown)
        return Insider(related[0] if related else None, True, True)
    if (told := _TOLD.search(shown)) is not None:
        who = told["who"] or told["known"] or told["had"]
        after = _ASKS_AFTER.fullmatch(shown, told.end())
        is_all = told.start() == start and after is not None
        return Insider(who, is_all, is_all and "?" in shown[told.end() :])
    return None


def asks_for_help_of(text: str, known: str) -> bool:
    """Whether a short text wants somebody told of before to do something, by the name: "can Mary put in a word"."""
    name, told = name_in(known), brief(text)
    if name is None or re.search(rf"\b{re.escape(name.lower())}\b", told) is None:
        return False
    return _IS_WISHED.search(told) is not None and _OF_HELP.search(told) is not None


def name_in(words: str) -> str | None:
    """The name in what somebody called them ("my cousin mary": Mary), None when there is none."""
    if found := names.read(words).names:
        return found[0]
    named = _NAMED.search(words)
    if named is None or fold(named["name"]) in _NO_NAME:
        return None
    return named["name"][0].upper() + named["name"][1:]


def relation_in(words: str) -> str | None:
    """What they are to the person ("cousin", "former colleague"), None when it is not said."""
    found = _RELATION.search(words)
    return found["kin"].lower() if found else None


def is_other(words: str, known: str | None) -> bool:
    """Whether somebody else is told of than the one known: another name, or another relation."""
    if known is None:
        return True
    name, before = name_in(words), name_in(known)
    if name is not None and before is not None:
        return name != before
    relation, of_old = relation_in(words), relation_in(known)
    return relation is not None and relation != of_old
