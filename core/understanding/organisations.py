"""The organisation: taken from a story, or from the reply to the question for it.

A name is caught only where the sentence says that it is one ("interview at …", capitals after "at"). "At
first", "at 11" and "with the manager" are no organisations, nor is the place where the person works now.
When in doubt nothing is caught: being asked costs one question, a wrong name in a letter costs trust.
"""

from __future__ import annotations

import re

from core.understanding import text as texts
from core.understanding.detail import Detail
from core.understanding.expressions import expression
from core.understanding.roles import OCCUPATION, POST
from core.understanding.short_replies import bare
from core.understanding.text import Span
from core.understanding.wordlists import either, words

_NOT_A_NAME = words("organisations", "not_a_name")
_STOPS = words("organisations", "stops")
_TOO_GENERAL = words("organisations", "too_general")
_KIND = either("organisations", "institutions", "endings")

_JOINING = ("of", "and", "&", "the", "for", "de", "la", "du", "di")
_CAPITAL = r"[A-Z0-9][\w&'+-]*(?:\.[\w&-]+)*"
_COUNTED = (
    r"(?![24] [a-z])(?!\d+ ?(?:days?|weeks?|months?|years?|hours?|h|mins?|minutes?|[ap]m|o'clock|times|people)\b)"
)
_CAPITALS = rf"{_CAPITAL}(?: (?:(?:{'|'.join(_JOINING)}) (?:the )?)?{_COUNTED}{_CAPITAL}){{0,5}}"
_CAPITALISED = expression(rf"(?:[Tt]he )?(?P<name>{_CAPITALS})")

_AFTER_INTERVIEW = expression(
    r"\b(?:interview(?:s|ed|ing)?|int(?:r|er)?vw|intv(?:w|iew)?|interv(?:ew|eiw|iw|uw|u)?|inteview|(?:trial|working) (?:shift|day|week|lesson)|call-?back|assessment (?:day|centre|center)|(?:second|2nd|third|3rd|final|first|last) (?:round|stage)"
    r"|(?:had|did|of|from|yet) another(?: one)?,?|(?:phone|video) screen(?:ing)?|demo lesson|audition|skills test|trade test)(?: \w+){0,6}? (?:(?P<at>at|with|w/|w(?= )|for)|@|in (?=the [A-Z])) ?(?=\S)",
    re.IGNORECASE,
)
_FURTHER = expression(r"(?:[\w/&-]+ ){1,7}?(?:at|with|w/|w|@) (?=\S)", re.IGNORECASE)
_AT_CAPITALS = expression(rf"(?:\b[Aa]t |@ ?)(?:[Tt]he )?(?P<name>{_CAPITALS})")
_FROM_CAPITALS = expression(
    r"\b(?:mail|email|e-mail|call|letter|rejection|rejected|offer|message|word|invite|"
    r"invitation|answer|feedback"
    r"|ghosted)(?: (?:back|in|today|yesterday|mail|email|letter|call))?(?: me)? (?:from|by) "
    rf"(?P<name>{_CAPITALS})"
)
_OWNED = expression(
    r"\b(?:at|from|with|by) (?P<name>(?:(?:Dr|Mr|Mrs|Ms)\.? )?[A-Z][\w-]+'s (?:[a-z]+ ){0,2}?(?:office|practice|clinic|surgery|shop|store|salon|bakery|garage|restaurant|caf[eé]|pharmacy|firm|company|school|farm|hotel|bar|pub|workshop))\b"
)
"""A place called after somebody: "Dr Patel's dental office"."""
_CAPITALS_INTERVIEW = expression(
    rf"\b(?:[Mm]y|[Tt]he|[Oo]ur|[Tt]his|[Aa]n?) (?P<name>{_CAPITALS}) (?:job )?interview\b"
)
_NAMED = expression(
    r"\b(?:company|organi[sz]ation|employer|firm|place|school|hospital|bank)"
    r"(?: (?:is|was)(?P<called> called| named)?|'s(?: called| name is)?| (?:called|named)| name is|:) ",
    re.IGNORECASE,
)
_AT_KIND = expression(
    rf"\bat (?P<name>(?:the )?(?:[\w'&-]+ ){{0,3}}?(?:{_KIND})(?: (?:in|of) (?!the\b|a\b|"
    rf"which\b|my\b)[\w-]+)?)(?![\w'])",
    re.IGNORECASE,
)
_AT_THE = expression(
    r"\b(?:interview|one)(?: \w+){0,3}? (?:at|with|w) the (?P<name>[\w&'-]+(?: [\w&'-]+)??)(?= *(?:[.,;!?]|$| today| yesterday| this| last| on))",
    re.IGNORECASE,
)
_AFTER_A_STOP = expression(
    r"\b(?:another(?: one| interview)?|(?:new|second|2nd|other) (?:one|interview))[.,:] (?P<name>[\w&'-]+(?: [\w&'-]+)?)(?=[.,;!?]|$)",
    re.IGNORECASE,
)
_ELSEWHERE = expression(
    r"\b(?:work|works|worked|working|employed|stud(?:y|ied|ying)|graduated|degree"
    r"|(?:old|last|previous|current|former|first|day) (?:job|role|position|boss|employer)|"
    r"years|months|live|living|lived"
    r"|coffee|lunch|dinner|breakfast|parked|cried|crying|sat|sitting|waited|waiting|"
    r"stopped|met|friend|someone|back|am|i'm"
    r"|currently|intern(?:ed|ship)?|volunteer(?:ed)?|offer)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_ROLE = expression(rf"\b(?:{OCCUPATION}|{POST})\b", re.IGNORECASE)
_ROLE_HERE = expression(rf"(?:{OCCUPATION})\b(?! (?:{_KIND})\b)", re.IGNORECASE)
_FOR_A_ROLE = expression(rf" for (?:{OCCUPATION}|[A-Z]{{2,3}})$")
""" "Infosys Pune for QA"."""
_ENDS_AS_A_KIND = expression(rf"[ ](?:{_KIND})$", re.IGNORECASE)
_KIND_BEHIND = expression(
    rf" (?:{_KIND})(?! (?:job|post|position|role|assistant|manager|worker|work)\b)(?![\w'])", re.IGNORECASE
)
""" "Rosewood care home", and not "Tesco warehouse job"."""
_PRONOUN = expression(r"(?:i|my|our|your|his|her|their|this|that|in|at|on|for|with|from|a|an)\b", re.IGNORECASE)
_PUBLIC = expression(
    r"\b(?:schools?|primary|secondary|basic|colleges?|universit\w+|academy|nursery|hospitals?|clinics?|health|wards?|council|county|district|province|provincial"
    r"|municipal\w*|city of|town hall|ministry|government|civil service|public|authority|commission|police|prisons?|courts?|library|army|fire (?:service|brigade)|nhs)\b",
    re.IGNORECASE,
)
"""What names a body that may be bound by public rules for filling a post."""
_WORD = expression(r"[\w&'+.-]+")
_DESCRIBED = expression(
    rf"(?:(?:it|that|this|they)(?:'s|s|'re| is| was| are)? |its )(?:an?|one of those) (?:(?!called\b|named\b)[\w'-]+ ){{0,4}}?(?:{_KIND}|chain|startup|start-up|business|shop|store|agency)s?"
    r"(?: (?:here|in town|nearby))?(?:,|:| -|;| called| named|, called|, named) +(?:called |named )?(?=\w)",
    re.IGNORECASE,
)
""" "It's a supermarket chain, freshmart": what it is, before what it is called."""
_BEHIND = 40
_LONGEST_LOWER_CASE = 3
_SENTENCE = 3


def in_story(shown: str) -> Detail | None:
    """The organisation that a story names first."""
    shouted = sum(map(str.isupper, shown)) > len(shown) // 3
    ways = (_after_interview(shown, shouted), _named(shown), None if shouted else _in_capitals(shown))
    spans = [span for span in ways if span] or [span for span in (_by_kind(shown),) if span]
    if not spans:
        return None
    start, end = min(spans, key=lambda span: (span[0], -span[1]))
    return Detail("organisation", shown[start:end], (start, end))


def loosely(text: str) -> str | None:
    """The place of an interview that is one for sure: "another interview at the halifax", "had another one. halifax."."""
    shown = texts.straight(texts.opening(texts.clean(text)))
    for pattern in (_AT_THE, _AFTER_A_STOP):
        found = pattern.search(shown)
        if found is None or found["name"].lower() in _TOO_GENERAL or not _NOT_A_NAME.isdisjoint(_words(found)):
            continue
        if _STOPS.isdisjoint(_words(found)) and not _ROLE.search(found["name"]):
            return found["name"]
    return None


def _words(found: re.Match[str]) -> set[str]:
    return set(found["name"].lower().split())


def read(text: str) -> str | None:
    """The name in a reply to "Which organisation was it?", as typed; None when there is none."""
    shown = texts.clean(text)
    if (kind := _DESCRIBED.match(texts.straight(shown))) is not None:
        shown = shown[kind.end() :]
    in_passing = in_story(texts.straight(texts.opening(shown)))
    if in_passing and len(shown.split()) > _SENTENCE:
        return shown[slice(*in_passing.span)]
    return bare(shown, keep_article=True)


def is_public_body(name: str) -> bool:
    """Whether a place, or a job, may be a public one: a school, a hospital, a council."""
    return _PUBLIC.search(name) is not None


def _after_interview(shown: str, shouted: bool) -> Span | None:
    """ "interview at …": in capitals, by its kind, or in lower case up to the next word that cannot belong to
    it.
    """
    for found in _AFTER_INTERVIEW.finditer(shown):
        capitals = None if shouted else _CAPITALISED.match(shown, found.end())
        if capitals and (span := _trimmed(shown, capitals.span("name"))) and not _ROLE.search(shown[slice(*span)]):
            called = _KIND_BEHIND.match(shown, span[1])
            return span if called is None else (span[0], called.end())
        kind = _AT_KIND.match(shown, found.start("at")) if (found["at"] or "").lower() == "at" else None
        if kind and kind["name"].lower() not in _TOO_GENERAL:
            return kind.span("name")
        if (found["at"] or "for").lower() != "for":
            start: int | None = found.end()
        else:  # "interview for junior developer at acme"
            further = _FURTHER.match(shown, found.end())
            start = further.end() if further and _ROLE.search(further[0]) else None
        if start is not None and (span := _in_lower_case(shown, start)):
            return span
    return None


def _in_capitals(shown: str) -> Span | None:
    if (owned := _OWNED.search(shown)) is not None and not _is_elsewhere(shown, owned.start()):
        return owned.span("name")
    for pattern in (_AT_CAPITALS, _FROM_CAPITALS, _CAPITALS_INTERVIEW):
        for found in pattern.finditer(shown):
            if pattern is _AT_CAPITALS and _is_elsewhere(shown, found.start()):
                continue
            span = _trimmed(shown, found.span("name"))
            if span and not _ROLE.search(shown[slice(*span)]):
                return span
    return None


def _named(shown: str) -> Span | None:
    """ "the company is called …"."""
    for found in _NAMED.finditer(shown):
        capitals = _CAPITALISED.match(shown, found.end())
        if capitals and (span := _trimmed(shown, capitals.span("name"))):
            return span
        if found["called"]:
            return _in_lower_case(shown, found.end())
    return None


def _by_kind(shown: str) -> Span | None:
    """ "at lakeside clinic", "at the hospital in kitwe"."""
    for found in _AT_KIND.finditer(shown):
        said = found["name"].lower().split()
        is_general = found["name"].lower() in _TOO_GENERAL or (said[0] in _NOT_A_NAME and said[0] != "the")
        if is_general or not _STOPS.isdisjoint(set(said[:-1]) - {"the", "in", "of"}):
            continue
        if not _is_elsewhere(shown, found.start()):
            return found.span("name")
    return None


def _is_elsewhere(shown: str, place: int) -> bool:
    """Whether what stands before speaks of another place: work now, a coffee, a friend."""
    return _ELSEWHERE.search(shown, max(0, place - _BEHIND), place) is not None


def _in_lower_case(shown: str, start: int) -> Span | None:
    end = start
    for number, word in enumerate(_WORD.finditer(shown, start, start + 60)):
        said = word[0].lower().rstrip(".")
        if number == 0 and (word.start() > start or said in _NOT_A_NAME or said[:1].isdigit()):
            return None
        if number and _ROLE_HERE.match(shown, word.start()):
            break  # "acme junior dev today"
        if number == _LONGEST_LOWER_CASE or said in _STOPS or said == "in" or shown[end : word.start()].strip(" "):
            break
        end = word.end() - word[0].endswith(".")
        if word[0].endswith("."):
            break
    return (start, end) if end > start else None


def _trimmed(shown: str, span: Span) -> Span | None:
    """The capitals without what only begins a sentence or names a day; None when nothing is left."""
    if _ENDS_AS_A_KIND.search(shown, *span) and not _PRONOUN.match(shown, span[0]):
        return span
    start, end = span[0], span[0]
    for word in re.finditer(r"[^ ]+", shown[slice(*span)]):
        is_number = word[0][0].isdigit() and word.start() == 0
        ends_it = word[0].lower() in (_STOPS if end > start else _NOT_A_NAME)
        if (ends_it and word[0].lower() not in _JOINING) or is_number or "'" in word[0][:2]:
            break
        end = span[0] + word.end()
    name = shown[start:end]
    if (role := _FOR_A_ROLE.search(name)) is not None:
        name = name[: role.start()]
    while name and name.rpartition(" ")[2].lower() in _JOINING:
        name = name.rpartition(" ")[0]
    name = name.removesuffix("'s").rstrip("'.")
    return (start, start + len(name)) if name and name.split(" ")[0].lower() not in _NOT_A_NAME else None
