"""The reason they gave for a no: "they said I lacked experience", cut out in the person's own words.

The rule a newcomer could break: a reason is theirs and was told ("they said", "because", "reason:"); what the person
believes about it, or feels, is none. Where it is not sure, nothing is cut out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.records import unsaid
from core.understanding.expressions import expression

THEIR_REASON = "their-reason"
"""The name of the fact: what they gave as the reason, in the person's words."""

_I = re.IGNORECASE
_THEY = (
    r"(?:they|he|she|hr|it|(?:the|their|my) (?:\w+ )?(?:e-?mail|mail|letter|message|feedback|recruiter|agency|manager|lady|"
    r"man|woman|panel|school|hospital|clinic|company|bank|shop|firm|boss|head))"
)
_SAID = (
    r"(?:(?:only |just |also |then |basically |apparently )?(?:said|says|told me|wrote|writes|felt|feels|thought|explained|"
    r"mentioned|claimed|reckon(?:ed)?)(?: (?:that|because|it(?:'s| was| is) (?:because|that)|the reason (?:was|is)))*)"
)
_OF_WHAT = (
    r"(?:(?:i|i'm|i'd|im|my)\b|there (?:was|were|are)\b|they (?:wanted|needed|were|are|had|have|found|preferred)\b|"
    r"(?:someone|somebody|others?|the others?|another|a better)\b|not\b|too\b|over ?-?qualified\b)"
)
_WORK = (
    r"(?:experienced?|qualifi\w+|skill\w*|training|trained|certificates?|degree|licen[cs]e|fit|junior|senior|stronger|"
    r"better candidates?|more suitable|english|knowledge|confiden\w+|lacked?|lacking)"
)
_NOT_A_REASON = expression(
    r"(?:i|i'm|im) (?:\w+ ){0,2}(?:rejected|unsuccessful|selected|successful|chosen|shortlisted|get (?:it|the))\b"
    r"|not (?:moving|going|taking)\b|i(?:'ve| have|'m)? (?:got|get|have|getting) (?:it|(?:the |a |this )?(?:job|offer|post|position|role))\b"
    r"|i(?:'d|'ll| would| will| can| could| may| might| must)\b|i should (?:hear|wait|call|expect|get (?:a|an|my))\b"
    r"|i (?:really |so |just |badly )*(?:want|need|love|hope|like|thought|expect|tr(?:y|ied))\w*\b|they (?:had|have) (?:decided|rejected|chosen)\b"
    r"|(?:i|i'm|im) (?:\w+ ){0,2}(?:great|good|nice|lovely|welcome|fine|impressive|brilliant|next|hired)$"
    r"|(?:someone|somebody|another|others?)(?: else| candidate| person)?$|no$|my application (?:was|is|has|had)\b",
    _I,
)
_HEART = expression(
    r"\b(?:gutted|sad|upset|sorry|hurts?|cry\w*|angry|annoyed|awful|terrible|devastated|happy|relieved|weird|lol)\b", _I
)
_CUT = expression(
    r"[.!?;\n]|\s-+\s|,? \b(?:and|but|so) (?=(?:now )?(?:i feel|i'm (?:so|really|gutted|sad)|i am|it hurts|that hurts|i don't know|what)\b)|,? (?:lol|haha)\b"
)
_TOLD = expression(rf"\b{_THEY} {_SAID} (?={_OF_WHAT})", _I)
_CAME_BACK = expression(
    r"(?:(?:hi|hey|ok|so|oh|well|finally|update|news|today|yesterday|this morning|just|guess what|wow|yes|and|also|btw|i(?:'ve| have)?|at last)[,.!:]? )*"
    rf"(?:(?:{_THEY}|mrs? [\w-]+|ms [\w-]+|dr [\w-]+|[A-Z][\w-]+) (?:has |have |did |just |finally |actually |even |already |also )*(?:answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|(?:wrote|written|write|e-?mailed|mailed|called|rang|texted|got|came|messaged|phoned)(?: me)? back|e-?mailed(?: me)?|got in touch)"
    r"|(?:got|received|had|have|there(?:'s| is| was)|here(?:'s| is)) (?:an? |the |some |their |his |her |my |that |this |short |long |honest )*(?:e-?mail|mail|reply|answer|response|feedback|message|text|letter|call|line)(?: (?:back|from (?:the |my )?[\w' -]{2,25}?))*|heard back(?: from (?:the |my )?[\w' -]{2,25}?)?"
    r"|(?:the |their |his |her |some )?(?:feedback|answer|reply|response)(?: (?:came|arrived|is (?:in|here)|was|is|they gave(?: me)?|from (?:the |my )?[\w' -]{2,25}?))*)"
    r"(?: (?:to me|me|back|to my (?:mail|email|message|request)|today|yesterday|this morning|just now|finally|after all|on (?:my|the) feedback))*"
    r" ?(?P<then>[,.:;!-]+ ?| and | that )(?:(?:and|so|apparently|basically|turns out|it says)[,:]? )*(?=\S)",
    _I,
)
"""An answer to having asked what was missing: what follows it is the reason."""
_NEWS_OF_IT = expression(
    r"(?:will|they'll|she'll|he'll|the answer is|no\b(?! (?:experience|licen|qualif|car|driv|certif|degree|train))|yes\b|i got|thank|still|nothing|lol|haha|finally|great|nice|good|bad|not (?:yet|sure|much)|waiting|i(?:'m| am) (?:so|happy|sad|glad|gutted|relieved)|i(?:'ll| will| have to| need to| don't| cried|'d)|what|how|should|can|do|is|it's (?:a|good|nice|fine))\b",
    _I,
)
_SAID_SO = expression(rf"(?:(?:{_THEY}|and|that) )*{_SAID} (?:that )?", _I)
_LEAST_OF_AN_ANSWER = 3
_WANTED = expression(
    rf"\b(?={_THEY} (?:wanted|needed|preferred|were looking for|are looking for|was looking for) (?!to\b|me\b|it\b))",
    _I,
)
_LABEL = expression(
    r"\b(?:the |their )?(?:only )?reason(?: (?:they )?(?:given|gave(?: me)?))?(?: was| is|:)(?: that)? *", _I
)
_BECAUSE = expression(r"\b(?:because(?: of)?|bc|cos|coz|cuz|due to|for (?=lack|want|not having))\s+", _I)
_SOMEBODY_WITH = expression(
    rf"\b(?=(?:someone|somebody|a candidate|another candidate|a person|another person|an? (?:internal|external)\w*)(?: \w+){{1,5}} {_WORK}\b"
    r"|(?:an internal|a more (?:experienced|qualified))\b)",
    _I,
)
_BARE = expression(
    rf"(?:(?<=[,.:;!\n(] )|(?<=[,.:;!\n(])|(?<=- ))(?=(?:not enough|lack of|no|too (?:little|junior|senior)|(?:over|under)[- ]?qualified|not (?:qualified|experienced|the right|a good|senior|a)\b)(?: \w+){{0,3}} ?(?:{_WORK}|$))"
    r"|(?<=[,.:;!\n] )(?=(?:over|under)[- ]?qualified)",
    _I,
)
_ABOUT_WORK = expression(rf"\b{_WORK}\b", _I)
_LONGEST = 160
_LONGEST_TEXT = 1200


@unsaid
class Reason(NamedTuple):
    """What they gave as the reason."""

    words: str
    span: tuple[int, int]


def after_a_no(shown: str, outcome_ends: int) -> Reason | None:
    """The reason in a text that tells of a no; `outcome_ends` is where the no was told."""
    text = shown[:_LONGEST_TEXT]
    for pattern in (_TOLD, _LABEL, _WANTED, _SOMEBODY_WITH, _BARE):
        for found in pattern.finditer(text):
            if (reason := _cut(text, found.end())) is not None:
                return reason
    for found in _BECAUSE.finditer(text, outcome_ends):
        sentence = text[text.rfind(".", 0, outcome_ends) + 1 : found.end()]
        is_same_sentence = not re.search(r"[.!?\n]", text[outcome_ends : found.start()])
        if is_same_sentence and not _HEART.search(sentence) and (reason := _cut(text, found.end())) is not None:
            return reason
    return None


def alone(shown: str) -> Reason | None:
    """The reason in a short text that says nothing of a no itself; whether it is one depends on what is known."""
    if len(shown) > _LONGEST:
        return None
    if (answer := answered(shown)) is not None:
        return answer
    for pattern in (_TOLD, _LABEL, _WANTED):
        found = pattern.search(shown)
        if found is not None and (reason := _cut(shown, found.end())) is not None:
            return reason
    return None


def answered(shown: str) -> Reason | None:
    """What they answered, where the text says that they did: "they got back to me, i was too quiet"."""
    if len(shown) > _LONGEST_TEXT or (came := _CAME_BACK.match(shown)) is None:
        return None
    start = came.end()
    while (said := _SAID_SO.match(shown, start)) is not None and said.end() > start:
        start = said.end()
    is_said = start > came.end()
    is_said = is_said or (came["then"] == " that " and "feedback" in came[0].lower())
    if came["then"] in (" and ", " that ") and not is_said:
        return None
    if not is_said and (_NEWS_OF_IT.match(shown, start) or len(shown[start:].split()) < _LEAST_OF_AN_ANSWER):
        return None
    return _cut(shown, start)


def is_about_work(words: str) -> bool:
    """Whether a reason sounds like one for a no, also where none was told of."""
    return bool(_ABOUT_WORK.search(words))


def _cut(text: str, start: int) -> Reason | None:
    end = found.start() if (found := _CUT.search(text, start)) else len(text)
    words = text[start:end].strip(" ,:()\"'")
    if not words or len(words) > _LONGEST or _NOT_A_REASON.match(words):
        return None
    at = text.index(words, start)
    return Reason(words, (at, at + len(words)))
