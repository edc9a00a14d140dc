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
_NO_STRESS = expression(
    r"\b(?:didn't|did not|don't|never|wasn't|was not|weren't|not|without|no longer|isn't)(?: (?:even|once|really|actually|so|that|too|as|at all|get|feel|start|any))* "
    r"(?:cry\w*|cried|freez\w*|froze|frozen|panic\w*|blank\w*|shak(?:e|ing|y)|nervous|anxious|scared|stuck|rambl\w*|chok\w*|awful|terrible|horrible|(?:mess|screw|blow)(?:ed)? (?:it|up))\b"
)
"""Of what did not happen, or not so: "didn't cry"."""
_VERY = r"(?:so|really|very|just|still|a bit|pretty|quite|too|all|absolutely|completely|totally|feeling|that|such|always|only) "
_LOW = expression(
    rf"\b(?:nobody|no ?one|noone|none of them|who)(?:'s|'ll|'d)? (?:(?:is|are|will|would|ever|even|going|gonna|really|would|wants?|to|can) )*(?:hire|have|take|want|employ|give|need|pick|look at)s? (?:to )?(?:have |hire |take |employ )?(?:(?:on )?me\b|(?:some|any)(?:one|body) like me|people like me|an? (?:\w+ )?(?:woman|man|person|mum|dad) )"
    rf"|\b(?:i'm |i am |i )?(?:feel|feeling|felt) (?:{_VERY})*(?:useless|worthless|low|down|sad|awful|terrible|hopeless|empty|lost|rubbish|crap|shit|bad|small|old|stupid|ashamed|defeated|crushed|miserable|like (?:an? )?(?:\w+ )?(?:failure|idiot|rubbish|shit|crap|nothing|loser|fool|mess|fraud))\b"
    rf"|\b(?:i'm|i am) (?:{_VERY})*(?:no good|not good enough|useless|hopeless|worthless|rubbish|past it|sad|low|down|heartbroken|crushed|defeated|miserable|too old|too slow|too stupid|a (?:\w+ )?(?:failure|loser|mess)|fed up|exhausted|done with (?:this|it all)|(?:tired|sick|sick and tired) of (?:this|it|trying|everything|waiting|them))\b"
    rf"|\bwhat(?:'s| is) the (?:point|use)\b|^(?:no )?(?:point|use)(?: in)? (?:trying|bothering)|(?<!should )(?<!shall )(?<!do )(?<!when )(?<!if )\bi (?:give|gave) up\b|\bi(?:'m| am) giving up\b|\bi (?:won't|will not|can't be|am not going to|'m not going to|don't) bother(?:ed)?\b|\bwhy (?:do i )?bother\b"
    rf"|\b(?:it|this|that) (?:{_VERY})*hurts?\b|\bhurts (?:so|too) much\b|\bat my age\b|\bwhat(?:'s| is) wrong with me\b|\b(?:i|it)(?:'ll| will)? never (?:get|find|have|work|make it|be)\b|\bi (?:always|only ever) (?:fail|lose|mess)\b|\bi (?:hate|blame) (?:myself|my life|this)\b"
)
"""Low words of somebody who was asked nothing; inside an answer they may tell of anything."""
_LONGEST_CRY = 160
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
_WHO_ANSWERS = r"(?:they|she|he|hr|boss|gaffer|manager|foreman|supervisor|recruiter|agency|office|lady|guy|owner)"
_PROMISED = expression(
    r"(?:\b(?:hear(?:ing)?|answer|get back|come back|let (?:me|us) know|decide|decision|reply|respond|call|tell|results?|inform)\b"
    r"[^.!?]{0,30}|\b(?:by|until|within|before)\s*"
    r"|\b(?:they|she|he|hr|somebody|someone|(?:the|my) (?:\w+ )?\w+)(?:'?d|'?ll| would| will|'re going to|'s going to| is going to| are going to| gonna| said| says| promised)+(?: to)?(?: \w+){0,2}? "
    r"(?:text|ring|phone|e-?mail|mail|write|message|contact|be in touch|get in touch|reach out)\b[^.!?]{0,30}"
    rf"|\b{_WHO_ANSWERS}(?: says?| said)?(?: (?:they|he|she|will|to))* (?:text|ring|phone|e-?mail|message|whatsapp)(?: (?:me|us|back|again|for me|maybe|probably|only))*(?: on)?(?: next| this| the)?\s*)$"
)
_NAMED_AS_TERM = expression(
    rf"\b(?:{_WHO_ANSWERS}|somebody|someone|(?:the|my) (?:\w+ )?\w+) (?:have |has |had |just |only |also |did )*(?:said|say|says|mentioned|reckon(?:ed)?)"
    r"(?: (?:it would be|it'll be|it'd be|maybe|probably|perhaps|about|around|like|the|some ?time|early|late|on))*\s*$"
)
_NO_TERM = expression(
    r"(?:\w+ )?(?:yesterday|today|tonight|now|this|earlier|last|the other|\d+ ?(?:min|sec|h\b|hour|am|pm)|(?:a|an|one|two|five|ten|fifteen|twenty|thirty) (?:min|sec|hour)|\S+(?: \w+)? ago\b)"
)
"""What they say of the day on which they said it, or of how long something takes."""
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


def is_low(folded: str) -> bool:
    """Whether a short text says how low they are, or that nobody will have them."""
    return len(folded) <= _LONGEST_CRY and bool(_LOW.search(folded))


def is_angry(folded: str) -> bool:
    """Whether the person is angry, and not only with themselves."""
    return any(not _NOT_THEIR_ANGER.search(folded[: found.start()]) for found in _ANGER.finditer(folded))


def means_to_write(folded: str) -> bool:
    """Whether they say of their own accord that they will write a note of thanks."""
    return bool(_MEANS_TO_WRITE.search(folded))


def is_promise(text: str, start: int) -> bool:
    """Whether the time that begins there is when they said they would answer, by what stands before it."""
    before = text[max(0, start - _BEFORE) : start].lower()
    if _PROMISED.search(before):
        return True
    return bool(_NAMED_AS_TERM.search(before)) and not _NO_TERM.match(text[start : start + _BEFORE].lower())


def promises(text: str, start: int, end: int) -> list[int]:
    """Where, in that part of a text, it may say by when they will answer."""
    return [found.start() for found in _PROMISE.finditer(text, start, end)]
