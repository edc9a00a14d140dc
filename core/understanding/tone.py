"""How a story sounds and when it was: signs too small for a detail, each a yes or a no.

What belongs here is said in a hundred ways and asks for no value; what has a value is a detail (`details`).
"""

from __future__ import annotations

import re

from core.understanding.expressions import expression
from core.understanding.text import LONGEST_REMARK

_JUST_OVER = expression(
    r"\bjust (?:now )?(?:had|finished|got (?:back|out|home|off|in|done|finished|through|from|interviewed)|came|come|left|out|walked|done|been|back|ended)\b|\bfresh out of\b"
    r"|\binterview(?:ed)?\b(?:(?!reject|call|offer|said|told|got|mail|heard)[^.!?]){0,40}\bjust now\b"
    r"|\bcame (?:straight )?(?:out|from|home)\b|\bon my way home from\b|\b(?:an hour|minutes) ago\b"
)
_STRESS = expression(
    r"\b(?:embarrass\w*|awful|terribl\w*|horribl\w*|bomb\w*|(?:blew|blow|blown|messed|screwed|fucked) (?:it|up)|froze\w*"
    r"|freez\w*|nervous\w*|disaster\w*|cry\w*|cried|asham\w*|humiliat\w*|stupid|idiot|stress\w*|panic\w*|hate|worst"
    r"|fail\w*|blank\w*|ruin\w*|terrified|scared|afraid|gutted|devastat\w*|shak(?:ing|y)|anxi\w*|sick|useless|went (?:so |really |very )?bad(?:ly)?|so bad|rambl\w*"
    r"|chok\w*|stuck|(?:can't|cannot|can not) stop thinking)\b|^(?:(?:it|was|it's|very|really|so|pretty|quite|yes|well|hi|hey|went|just|a|bit),? )*(?:bad|rubbish|shit|crap|rough|not good|not great|grim)[.! ]*$"
)
_HOPELESS = expression(
    r"\b(?:no ?body|no-?one|no one)(?:'s|'ll| is| will| would)?(?: (?:ever|gonna|going to))* (?:hire|have|take|want|employ)s? (?:me|someone like me|somebody like me)\b(?! (?:seriously|back|for (?:a|the)))"
    r"|\b(?:they|he|she)(?:'ll|'d| will| would)?(?: (?:ever|gonna|going to|never|not|won't))*(?:(?<=never)|(?<=not)|(?<=won't)) (?:hire|take|have|want) me\b(?! (?:seriously|back))"
    r"|\bwhat(?:'s| is) the point(?= (?:at my age|any ?more|for me|of (?:me|trying|it all|any of))|[?.! ]*$)|\bwhy (?:do i )?(?:even )?bother\b|\b(?:won't|not going to|don't want to) (?:bother|try)(?: (?:again|any ?more|anymore))"
    r"|(?<!said )(?<!says )(?<!think )(?<!thinks )(?<!thought )(?<!told )(?<!told me )(?<!said that )(?<!told me that )\bi(?:'m| am| feel| felt) (?:so |just |really |completely |too )*(?:useless|worthless|hopeless|too old)\b"
    r"|(?<!should )(?<!when )(?<!can )(?<!if )(?<!do )\bi(?:'m| am)? ?(?:just )?(?:give|giving) up\b(?! on)|\bnever (?:going to |gonna )?(?:get|find) (?:a job|one|anything|any work|work)\b"
)
_NO_STRESS = expression(
    r"\b(?:didn't|did not|don't|never|wasn't|was not|weren't|not|without|no longer|isn't)(?: (?:even|once|really|actually|so|that|too|as|at all|get|feel|start|any))* "
    r"(?:cry\w*|cried|freez\w*|froze|frozen|panic\w*|blank\w*|shak(?:e|ing|y)|nervous|anxious|scared|stuck|rambl\w*|chok\w*|awful|terrible|horrible|(?:mess|screw|blow)(?:ed)? (?:it|up))\b"
)
"""Of what did not happen, or not so: "didn't cry"."""
_ANGER = expression(
    r"\b(?:furious|fuming|livid|raging|seething|outraged|enraged|boiling|(?:i'm|i am|so|really|just|still|very|absolutely|too|and|not sad) (?:(?!not\b)\w+ )?"
    r"(?:angry|mad|pissed)|angry|pissed off)\b(?! (?:customer|client|caller|patient|parent|guest|passenger|person|people|man|woman|with myself|at myself))"
)
_NOT_THEIR_ANGER = expression(
    r"\b(?:not|isn't|wasn't|never|(?:an|the|some|he|she|they|customers?|clients?|patients?|parents?|people) (?:was|is|were|got|gets|get|seemed|looked)?)"
    r" ?(?:so |really |very |an? |even )*$"
)
_NEAR = r"(?:mother|mum|mom|father|dad|parents?|husband|wife|partner|son|daughter|child|baby|brother|sister|gran\w*|uncle|aunt\w*|friend|he|she)"
_LOSS = expression(
    rf"\b{_NEAR} (?:\w+ ){{0,3}}(?:died|passed away|passed on)\b(?! (?:down|of laughter|laughing))|\b(?:lost|buried) my {_NEAR}\b|\bfuneral of my\b|\bmy {_NEAR}(?:'s)? (?:funeral|death)\b",
    re.IGNORECASE,
)
_MINE = expression(rf"\bmy (?P<who>{_NEAR[3:-1].removesuffix('|he|she')})\b", re.IGNORECASE)
_PROMISED = expression(
    r"(?:\b(?:hear|answer|get back|come back|let (?:me|us) know|decide|decision|reply|respond|call|tell|results?|inform)\b"
    r"[^.!?]{0,30}|\b(?:by|until|within|before)\s*"
    r"|\b(?:they|she|he|hr|somebody|someone|(?:the|my) (?:\w+ )?\w+)(?:'?d|'?ll| would| will|'re going to|'s going to| is going to| are going to| gonna| said| says| promised)+(?: to)?(?: \w+){0,2}? "
    r"(?:text|ring|phone|e-?mail|mail|write|message|contact|be in touch|get in touch|reach out)\b[^.!?]{0,30})$"
)
_PROMISE = expression(
    r"\b(?:let (?:me|us) know|get back|hear (?:from|back)|decide|decision|answer|call (?:me|us)|by)\b"
)
_YET_TO_COME = expression(
    r"\b(?:has ?n'?t|has not|not) (?:yet )?(?:happened|taken place|been held)\b|\b(?:has ?n'?t|has not|not) been yet\b"
    r"|\b(?:it(?:'s| is|s)|that(?:'s| is)|interview is) still (?:to come|ahead)\b"
    r"|\bhave ?(?:n'?t| not) (?:had|been to|done) (?:it|the interview|that one) yet\b",
    re.IGNORECASE,
)
_MEANS_TO_WRITE = expression(
    r"\bi(?:'ll| will| shall|'m going to| am going to|'m gonna|'m about to| want to|'d like to| plan to| mean to| intend to)\b(?: \w+){0,2}"
    r" (?:write|send|e-?mail|drop)\b(?: \w+){0,4} (?:thank|thanks|note|e-?mail|mail|letter|line)\b"
    r"|\bi(?:'ll| will| want to|'m going to| am going to) (?:\w+ )?(?:write (?:to )?|e-?mail |thank )(?:them|her|him)\b"
)
_SHORT_REMARK = 12
_BEFORE = 60


def is_just_over(folded: str) -> bool:
    """Whether the interview ended a moment ago."""
    return bool(_JUST_OVER.search(folded))


def tells_of_a_loss(text: str) -> bool:
    """Whether somebody near to them has died, as they tell it."""
    return _LOSS.search(text) is not None


def who_was_lost(text: str) -> str | None:
    """Who it was, as they call them: "father"; None where more than one is spoken of, or nobody by what they were."""
    named = {found["who"].lower() for found in _MINE.finditer(text)}
    return named.pop() if len(named) == 1 and tells_of_a_loss(text) else None


def is_yet_to_come(text: str) -> bool:
    """Whether all that a text says is that an interview has not been yet."""
    return len(text) <= LONGEST_REMARK and len(text.split()) <= _SHORT_REMARK and bool(_YET_TO_COME.search(text))


def is_stressed(folded: str) -> bool:
    """Whether the words show that it was hard."""
    return bool(_STRESS.search(_NO_STRESS.sub(" ", folded)))


def is_hopeless(folded: str) -> bool:
    """Whether a short text says that nobody will take them, or that there is no point in it."""
    return len(folded) <= LONGEST_REMARK and bool(_HOPELESS.search(folded))


def is_angry(folded: str) -> bool:
    """Whether the person is angry, and not only with themselves."""
    return any(not _NOT_THEIR_ANGER.search(folded[: found.start()]) for found in _ANGER.finditer(folded))


def means_to_write(folded: str) -> bool:
    """Whether they say of their own accord that they will write a note of thanks."""
    return bool(_MEANS_TO_WRITE.search(folded))


def is_promise(text: str, start: int) -> bool:
    """Whether the time that begins there is when they said they would answer, by what stands before it."""
    return bool(_PROMISED.search(text[max(0, start - _BEFORE) : start].lower()))


def promises(text: str, start: int, end: int) -> list[int]:
    """Where, in that part of a text, it may say by when they will answer."""
    return [found.start() for found in _PROMISE.finditer(text, start, end)]
