"""What people reply to whether something heavier is going on than an interview: no, yes, and what they say beside it.

A no comes in many words ("nah just the interview", "what? no", "im fine"), a yes as well ("kind of", "its my mum"). The rule
a newcomer could break: a no that takes itself back ("no i'm not ok", "no, worse") is none.
"""

from __future__ import annotations

import re

from core.records import record
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_REMARK, straight

_ADDRESS = r"mate|man|bro|dude|pal|luv|dear|coach|sir|sorry|lol|haha+|ha|thanks|thank (?:you|u)|ta|cheers|please|though|tho|really|honestly|tbh|promise|i promise|i swear|obviously|obvs|at all|no worries|don'?t worry"
_INTERJECTED = rf"(?:what(?=\W*$|\s*[?!,.]| (?:no|nah|nope)\b)|wtf|wait|huh|eh|omg|oh+|god|jesus|christ|lord|hell|heavens|goodness|um+|uh|er+m?|well|hey|ok|okay|hmm*|woah|whoa|and|but|so|cos|because|{_ADDRESS})"
_GOES_ON = (
    r"(?=\W*$|\s*[.,;:!?)…-]| +\d| +(?:i|i'?m|im|i'?d|i'?ve|ive|i'?ll|it|it'?s|its|just|only|why|what|nothing|no|nope|nah|not|god|lol|haha+|he|he'?s|hes|she|she'?s|shes|"
    r"they|they'?(?:ve|re)|we|we'?re|that'?s|thats|that|this|all|my|everything'?s?|you|u|am|was|got|feeling|because|cos|and|but|worries|really|honestly|of course|never|the interview|"
    rf"{_ADDRESS})\b)"
)
_NO = (
    rf"(?:(?:no+|nope|nah+|naw|na|non|never){_GOES_ON}|not? (?:really|at all|quite)|(?:of course|definitely|absolutely|certainly|obviously|hell|god) (?:not|no)\b|no way\b"
    r"|(?:no |there'?s |it'?s )?nothing (?:like that|of the (?:sort|kind)|(?:at all )?heav(?:y|ier)|else|serious|worse|more|bad|big|is wrong|wrong|is going on|going on|to worry about|really)(?: (?:going on|than (?:that|an interview)|here|at all))?"
    r"|it(?:'s| is|s) (?:not|nothing) (?:that |so |any )?(?:heav(?:y|ier)|serious|bad|like that)|it (?:isn'?t|ain'?t) (?:that |any )?heav(?:y|ier)|nothing(?=\W*$|\s*[,.;!])|no (?:more|worse) than (?:that|the interview|an interview|a job))"
)
_WORK = r"(?:interview|job|work|trial(?: shift)?|shift|test|panel|audition|assessment|rejection|call|screening|it|this|that|that (?:one|day))"
_ONLY = (
    r"(?:(?:it(?:'s| is|s)?|this is|that(?:'s|s| is)|i(?:'m|m) (?:just |only )?(?:talking )?about) )?(?:really |honestly |all )?"
    rf"(?:(?:just|only|all|purely|simply) (?:about )?(?:(?:the|my|an?|this|that|today'?s|another|one) )?(?:bad |stupid |silly |rubbish |crap |shit |job |weld |rough |terrible )*{_WORK}\b|the (?:job )?interview\b)"
)
_FINE = (
    r"(?:(?:(?:i(?:'m|m| am)|we(?:'re| are)|all(?:'s| is)?|everything(?:'s| is)|doing) )(?:just |really |honestly |totally |perfectly |completely |all |quite |pretty |doing |actually )*"
    r"(?:fine|ok|okay|good|alright|all right|alrite|grand|safe|sound|well)|fine|alright|all right|good(?=\W*$| thanks| thank you)|(?:ok|okay)(?= thanks| thank you))"
    r"(?: (?:here|really|honestly|now|though|tho|enough|(?:thanks|thank (?:you|u))(?: for (?:asking|checking))?))*"
    r"(?=\W*$|\s*[.,;:!?)-]| (?:just|only|i|i'm|im|it|it's|its|but|and|lol|mate|he|she|they|my|the)\b)"
)
_WHY = (
    r"(?:why (?:(?:would|do|did|are|on earth would) )?(?:you|u) (?:even )?(?:ask|asking|think|say)(?:ing)?(?: me)?(?: (?:that|this|it))?|why(?=\W*$)|what (?:makes|made) (?:you|u) (?:ask|think|say)(?: (?:that|this|so))?"
    r"|(?:what|that'?s) an? (?:\w+ )?(?:question|thing to ask)|where(?:'s| is| did) (?:that|this) (?:come |coming )?from)\b"
)
_NO_PIECE = expression(rf"(?:(?P<no>{_NO}|{_ONLY}|{_FINE})|{_WHY}|{_INTERJECTED}\b)", re.IGNORECASE)
_HALF = r"(?=\W*$|\s*[.,;:!?)…-]| (?:it'?s|it is|its|i (?:guess|think|suppose)|yes|yeah|both|more|there|tbh|really|honestly)\b)"
_YES = expression(
    rf"(?:{_INTERJECTED}\W+)*(?:(?:yes+|yeah+|yep|yup|yea|ye|ya|yh|aye)\b|(?:maybe|perhaps|possibly|probably|sadly|unfortunately|(?:a )?(?:kind|sort) ?of|kinda|sorta|(?:just )?a (?:bit|little|lot)){_HALF}"
    r"|(?:both|everything|my (?:whole )?life|life|all of it)(?=\W*$|\s*[.,;!])|(?:i(?:'m|m)? )?(?:think|guess|suppose|spose|afraid) so\b"
    r"|(?:(?:it'?s|it is) )?(?:(?:just )?a (?:bit|little|lot) |much |way |far |something )?(?:heavier|worse|more than (?:that|just|an?|the)|both|something (?:else|more))\b"
    r"|(?:i )?(?:don'?t|do not) (?:really )?know(?: any ?more)?(?=\W*$)|(?:idk|dunno|not sure)(?=\W*$)"
    r"|(?:it'?s|it is|its|about|because of) (?:about )?(?:my|our) (?:mum|mom|mam|dad|mother|father|nan|gran\w*|brother|sister|son|daughter|kids?|child(?:ren)?|baby|wife|husband|partner|boyfriend|girlfriend|ex|best friend|friend|family|marriage|health|head|life|house|home|divorce)\b)",
    re.IGNORECASE,
)
_TAKEN_BACK = expression(
    r"\bi(?:'m|m| am| do)? (?:really |so |just |actually )*(?:not|don'?t feel|ain'?t) (?:really |so |that |very |too |feeling |doing |at all |even )*(?:ok|okay|fine|alright|all right|safe|well)\b|(?:^|[.,!?] *|no |nah )not (?:really |so |that |very )*(?:ok|okay|fine|alright|safe)\b"
    rf"|\b(?:it'?s|it is|its|that'?s|thats|this is|it was) not (?:just|only|all|really) (?:about )?(?:(?:the|an|this|that|my) )?{_WORK}\b|(?:^|[.,!?] *|no )not (?:just|only) (?:about )?(?:the|an|this|that|my) {_WORK}\b"
    rf"|\b(?:isn'?t|ain'?t) (?:just|only|all) (?:about )?(?:(?:the|an|this|that|my) )?{_WORK}\b|(?<!nothing )(?<!not )(?<!no )\b(?:more|worse|heavier|bigger) than (?:that|this|an|the|just)\b"
    r"|^(?:\W|no\b|nah\b)*(?:it'?s |it is )?(?:much |far |way |even )?worse\b|\bcan'?t (?:go on|cope|do (?:this|it) any ?more|take (?:it|this|any ?more)|carry on|keep (?:going|doing))|\b(?:so |too )(?:tired of (?:it|this|everything|life)|alone)\b|\bhelp me\b(?! (?:with|write|get|to|prep))",
    re.IGNORECASE,
)
_FEELING = expression(
    r"(?:(?:i'?m|im|i am|i|just|only|a bit|a little|bit|so|really|very|feel|feels|felt|feeling|like|an?|the|it|it's|its|and|but|still|right|total|complete|pretty|quite|kind of|kinda|bit of|more|than|"
    r"gutted|stupid|sad|tired|annoyed|angry|cross|upset|disappointed|down|low|ashamed|embarrassed|embarassed|silly|daft|dumb|rubbish|crap|shit|shitty|bad|awful|terrible|nervous|stressed|frustrated|fed up|pissed(?: off)?|mad|hurt|hurts|sore|stings|deflated|flat|gloomy|"
    r"idiot|fool|garbage|trash|failure|loser|muppet|clown|useless|worried|anxious|bummed|exhausted|knackered|moody|sulking|shaken|drained|been|had|was|long|rough|hard|day|week|morning|venting|moaning|complaining|dramatic|being|overreacting|with|myself|about|over|how|went|that|this|today|interview|job|all|now|lol|tbh|really|though|tho)\b\W*)+",
    re.IGNORECASE,
)
_TO_TRIM = " \t\n.,;:!?)(…-—–'\""


@record
class Reply:
    """What was replied."""

    is_heavier: bool
    rest: str = ""
    """What is said beside a no, as typed, where it is more than how they feel."""
    is_low: bool = False
    """Whether beside a no nothing but a feeling is told."""


def read(text: str) -> Reply | None:
    """A yes or a no to whether it is something heavier; None where it is neither."""
    told = straight(text)
    head = told[:LONGEST_REMARK]
    if _TAKEN_BACK.search(head):
        return Reply(is_heavier=True)
    at, says_no = 0, False
    while (piece := _NO_PIECE.match(told, start := _skipped(told, at))) is not None:
        at, says_no = piece.end(), says_no or piece["no"] is not None
        if at == start:
            break
    if says_no:
        rest = text[_skipped(told, at) :].strip()
        is_low = _FEELING.fullmatch(rest) is not None
        return Reply(is_heavier=False, rest="" if is_low else rest, is_low=is_low)
    yes = _YES.match(head)
    if yes is None:
        return None
    beside = read(text[yes.end() :].lstrip(_TO_TRIM)) if yes.end() < len(text) else None
    return beside if beside is not None and not beside.is_heavier else Reply(is_heavier=True)


def _skipped(text: str, at: int) -> int:
    """Past what stands between words."""
    while at < len(text) and text[at] in _TO_TRIM:
        at += 1
    return at
