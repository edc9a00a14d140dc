"""The role a person was interviewed for: "the admin job", "junior data analyst", "as a receptionist"."""

from __future__ import annotations

import re
from itertools import islice

from core.understanding import text as texts
from core.understanding.detail import Detail
from core.understanding.expressions import expression
from core.understanding.short_replies import bare
from core.understanding.wordlists import either

OCCUPATION = rf"(?:(?:{either('roles', 'qualifiers')}) ){{0,4}}(?:{either('roles', 'occupations')})s?"
POST = either("roles", "posts")

_NO_KIND = f"{either('roles', 'no_kind_of_post')}|{POST}"
_NAMED_POST = expression(
    r"(?:\b(?:for|about|as|as an?|an?|the|that|this|their) (?:(?:the|a|an|that|this|their|"
    r"my|some) )?|(?:^|[.,;\n]) ?)"
    rf"(?P<role>(?:(?!(?:{_NO_KIND})\b)[a-z][\w&/+'-]* )(?:(?!(?:{_NO_KIND})\b)[a-z\d][\w&/+'-]* ){{0,3}}(?:{POST}))\b"
    r"(?! (?:market|centre|center|search|hunt|fair|interview question))",
    re.IGNORECASE,
)
_APPLIED_AS = expression(
    r"\b(?:interview\w*|appl\w+|position|role|job|post|went|up|in|going) (?:today |yesterday )?"
    rf"(?:for|as|to be|of)(?: the| an?| their)? (?P<role>{OCCUPATION})\b",
    re.IGNORECASE,
)
_FOR = expression(
    rf"(?<!not )\b(?:for|as)(?: the| an?)? (?P<role>{OCCUPATION})(?= (?:at|in|with|position|role|"
    rf"today|yesterday|went|was|but|and|on)\b|[.,!?\n]| - |$)",
    re.IGNORECASE,
)
_FIELD = expression(
    r"\binterview\w*\b[^.!?\n]{0,60}? for (?:the )?(?P<role>qa|front desk|front of house|reception|housekeeping|customer service|customer support|tech support|it support|data entry|hr|it|sales"
    r"|nursing|teaching|security|admin|accounts|accounting|marketing|logistics|maintenance|cleaning|catering|procurement|retail)(?=[.,;!?\n]| - | (?:today|yesterday|went|was|this|last|on|and|but)\b|$)",
    re.IGNORECASE,
)
"""A field in place of a role: "for QA", "for front desk"."""
_BESIDE = expression(
    rf"(?: (?:office|offices|branch|depot|shop|store))?(?: (?:in|at) [\w-]+)?(?: ?[,;:-] ?| (?:for|as) )(?:the |an? )?(?P<role>(?:[a-z]+ )?{OCCUPATION})(?=[.,;!?\n]|$| -| today| yesterday| went| was)",
    re.IGNORECASE,
)
_BESIDE_TYPED = expression(
    rf"(?: (?:for|as))? (?P<role>(?:(?:{either('roles', 'qualifiers')}) )+(?!(?:manager|director|head|lead|supervisor|officer|executive|recruiter)s?\b)(?:{either('roles', 'occupations')}))"
    r"(?=[.,;!?\n]|$| today| yesterday| just| this| earlier| -| went| role| job| position| post)",
    re.IGNORECASE,
)
""" "Acme junior dev today": nothing stands between, and a manager there may be the one who asked."""
_AFTER_A_PLACE = expression(
    r"(?: in [A-Z][\w-]+)?(?: (?:today|yesterday|earlier|last night|this morning|this afternoon|on \w+day))?,? (?:for|as) (?:(?:the|an?|their|my) )?(?P<role>[a-z][\w&/'+-]*(?: [a-z\d][\w&/'+-]*){0,3}?)"
    rf"(?: (?:{POST}))?(?=[.,;!?\n]|$| - | (?:today|yesterday|last night|this|on|and|but|went|was|it|they|she|he|i)\b)",
    re.IGNORECASE,
)
""" "At Nando's in Croydon for griller": behind the place it is the role, whatever it is called."""
_NO_WORK = expression(rf"\b(?:{POST}|{either('roles', 'no_work')})\b|^\d+(?! [a-z]+ )", re.IGNORECASE)
_ALONE = expression(
    rf"(?:^|[.!?\n] ?|(?P<behind>, | - ))(?:for (?:an? |the )?)?(?P<role>(?:(?:{either('roles', 'qualifiers')}|[a-z]+|\d+) ){{0,3}}(?:{either('roles', 'occupations')}))(?: (?:{POST}))?"
    r"(?=\s*(?:[.!?;\n]|$)| (?:at|@) (?!\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|half|last|first|work|home)\b)(?:(?!(?:asked|said|was|were|told|did|had|who|and|but|he|she|they|i|me|my|for|today)\b)[\w&'-]+ ?){1,4}(?:[.,;!?\n]|$)|, (?!(?:yes|no|obviously|who|he|she|they|really|very|so|not|was|nice|rude|and)\b))",
    re.IGNORECASE,
)
""" "Store assistant." or ", procurement officer": nothing but a role between two stops."""
_OF_SOMEBODY = expression(
    r"\b(?:with|by|and|mrs?|ms|dr|miss|name\w*|called|lady|man|guy|woman|boss|panel|interviewers?|people|managers?|one|two|three|four|spoke|met|was|were|is|are|am|i'm|im|asked|my|current(?:ly)?|work|friend|wife|husband|his|her)\b",
    re.IGNORECASE,
)
_OWNED_POST = expression(rf"'s (?:{POST})$", re.IGNORECASE)
""" "A driver's job"."""
_OF_A_ROLE_ALREADY = expression(rf"\b(?:{OCCUPATION})\b", re.IGNORECASE)
_MAY_BE_SOMEBODY = expression(
    rf"(?:{either('people', 'nameless')}|hr|\w+ (?:manager|director|boss|owner))", re.IGNORECASE
)
_LABEL = expression(
    r"(?:^|[.,;\n] ?)(?:role|position|post|job|job title|title|vacancy) ?: ?(?P<role>[^\s.,;:\n][^.,;:\n]{1,60}?)(?= *(?:[.,;\n]|$))",
    re.IGNORECASE,
)
""" "Role: Senior Engineer (signalling)": as in a form."""
_INTERVIEW = expression(r"\binterview\b", re.IGNORECASE)
_BEFORE_INTERVIEW = expression(rf"\b(?P<role>{OCCUPATION})(?: (?:{POST}))? $", re.IGNORECASE)
_CLAUSE = expression(r"[.,;!?\n]")
_LONGEST = 48
_MOST_MENTIONS = 6


def in_story(shown: str) -> Detail | None:
    """The role that a story names first."""
    found = [match for pattern in (_LABEL, _NAMED_POST, _APPLIED_AS, _FOR, _FIELD) if (match := pattern.search(shown))]
    for interview in islice(_INTERVIEW.finditer(shown), _MOST_MENTIONS):
        if match := _BEFORE_INTERVIEW.search(shown, max(0, interview.start() - _LONGEST), interview.start()):
            found.append(match)
    if not found:
        return None
    first = min(found, key=lambda match: match.start("role"))
    role = _OWNED_POST.sub("", first["role"])
    return Detail("role", role, (first.start("role"), first.start("role") + len(role)))


def alone(shown: str, place: int = -1) -> Detail | None:
    """With where the name of the place ends: the role that stands by itself: "Interview with Acme yesterday, procurement officer."."""
    for found in _ALONE.finditer(shown):
        role = found["role"]
        if role.lower().endswith("coach") or _MAY_BE_SOMEBODY.fullmatch(role) or _NO_WORK.search(role):
            continue
        before = _CLAUSE.split(shown[max(0, found.start() - _LONGEST) : found.start()])[-1]
        is_behind_the_place = found.start() - len(before) < place <= found.start()
        is_somebodys = _OF_SOMEBODY.search(before) or _OF_A_ROLE_ALREADY.search(before)
        if found["behind"] and not is_behind_the_place and is_somebodys:
            continue
        return Detail("role", role, found.span("role"))
    return None


def beside(shown: str, end: int) -> Detail | None:
    """The role that stands behind the name of the place: "Tala County office, records clerk"."""
    found = _BESIDE.match(shown, end) or _BESIDE_TYPED.match(shown, end)
    if found is None and (found := _AFTER_A_PLACE.match(shown, end)) is not None and _NO_WORK.search(found["role"]):
        return None
    return Detail("role", found["role"], found.span("role")) if found else None


def read(text: str) -> str | None:
    """The role in a reply to "Which job was it for?", as typed, without its article."""
    shown = texts.clean(text)
    in_passing = in_story(texts.straight(texts.opening(shown)))
    return shown[slice(*in_passing.span)] if in_passing else bare(shown, keep_article=False)
