"""Wishes: one of the coming messages moved or left out, a step taken up now, the map of the steps, one's own notes.

The rule a newcomer could break: only a text that says what is to become of what is a wish; anything else is an answer.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from core.understanding.text import fold


class Action(Enum):
    """What is wished."""

    MOVE = auto()
    """Let it come at the time that the text names."""
    DROP = auto()
    OPEN = auto()
    """Take it up now."""
    MAP = auto()
    """See which steps there are, and where we stand."""
    NOTES = auto()
    """Read what was written down."""
    RETURN = auto()
    """Go back to an earlier question, which `kind` tells in their words."""
    INTERVIEWS = auto()
    """See all interviews they have told of."""
    READ = auto()
    """Have one of them read back, which `kind` tells in their words."""
    COMPARE = auto()
    """Set all of them side by side."""
    CLOSE = auto()
    """End the whole search."""


class Wish(NamedTuple):
    """What is wished, and of which step or question."""

    action: Action
    kind: str = ""
    """A step, as `core.plan.Kind` or its flow names it, or the question in their words; empty where it is about none."""


_NAMES = {
    "note": r"(?:thank[- ]?you )?(?:note|letter|draft)",
    "last-call": r"last call|follow[- ]?up",
    "judge": r"look(?:ing)? back|review|reflection|judging",
    "practice": r"practi[cs](?:e|ing)(?: session| round)?s?|rehears(?:al|e)|exercise",
    "let-go": r"letting (?:it )?(?:go|rest)|sharing|somebody to tell",
    "check-in": r"check[- ]?ins?|asking (?:them )?where they stand|asking them",
    "prepare": r"prep(?:aration|are)?|preparing|get(?:ting)? ready",
}
_NAMED = "|".join(f"(?P<{name.replace('-', '_')}>{pattern})" for name, pattern in _NAMES.items())
_POLITELY = r"(?:please |ok(?:ay)? |can (?:you|we|i) |could (?:you|we) |let's |lets |i(?:'d| would)? (?:want|like) to |i wanna )*"
_MOVE = re.compile(
    rf"{_POLITELY}(?:move|shift|postpone|push|reschedule|put off|delay|bring forward|remind me (?:of|about))"
    rf" (?:the |my |that |our )?(?:{_NAMED})(?: reminder| message)?\b(?P<rest>.+)"
)
_DROP = re.compile(
    rf"(?:please |actually |ok |no |nah |then |just |let's |lets )*(?:no(?: more)?|drop|cancel|forget(?: about)?|skip|scrap|leave|leave out|without|do not send|don't send|i don't want|i don't need|i dont want|i dont need|remove)"
    rf" (?:the |any |that |a |my )?(?:{_NAMED})(?: reminders?| messages?)?(?: please| thanks| thank you| then| for me| out| away|[,. ]*i? ?(?:don't|dont|do not) (?:want|need) (?:it|that)(?: anymore| any more| now)?)?"
    r"|(?:please |actually |ok |no |nah |then |just |well )*(?:let's not|lets not|i won't|i will not|i'd rather not|i don't want to|i dont want to|i'm not going to|i am not going to)"
    r" (?P<unwritten>write|send|mail|email)(?: (?:to )?(?:them|him|her|anybody|anyone|it|anything|a note|the note|a thank[- ]?you(?: note)?))?(?: after all| anymore| any more| now)*"
)
_OPEN = re.compile(
    rf"(?=(?:please|ok|can|could|let|i |do|start|begin|go|open|have)|.* (?:now|please|again)$){_POLITELY}"
    rf"(?:(?:do|start|begin|go to|open|have) )?(?:the |a |my |some )?(?:{_NAMED})"
    r"(?: (?:on it|at it|on that|at that|on yesterday|at yesterday|again|once more))?(?: now| please| today)*"
)
"""The bare name of a step is no wish: it may be an answer."""
_MAP = re.compile(
    r"(?:what (?:can|could|should|do|shall) we (?:do|still do)(?: now| next| about it| here)?|what(?:'s| is) (?:left|still to do|open)(?: to do)?"
    r"|(?:so |and )?what (?:do|should|can) i do(?: now| next| then)?|so now what|now what|what now|and now|(?:show me )?(?:the |all the |all )?(?:steps|map|plan|progress)|where (?:are|do) we(?: stand)?"
    r"|where am i|how far (?:are|am) (?:we|i)|what(?:'s| are) (?:the|my) (?:steps|options now))"
)
_NOTES = re.compile(
    rf"{_POLITELY}(?:show|give|send|read|see|have|get)(?: me| back)? (?:all )?(?:of )?my (?:own )?(?:notes|answers|words)(?: back| again| please)*"
    r"|(?:all )?my notes(?: please| again)*"
    r"|what (?:did|have) i (?:write|wrote|written)(?: down| so far| here)?"
)
_NO_NOTE = re.compile(
    r"(?:i (?:said|told you)[,:]? |nah |no |look |please |ok )*no (?:thank[- ]?you )?(?:note|letter|mail|email)s?(?: (?:man|please|bro|pls|thanks|thank you|for me|ever))*(?:[.,!] ?(?:i(?:'m| am) not|not|i don't|i won't|i will not|never|stop)\b.*)?$"
)
_QUESTION = r"(?:question|one|part|bit|thing|answer|step|point)"
_RETURN = re.compile(
    rf"{_POLITELY}(?:go back|return|take me(?: back)?|jump(?: back)?|get back|bring me back|back) to (?:the |that |my )?(?:{_QUESTION} )?(?:about |on |with |of |where |for )?(?:the |my )?(?P<there>.{{2,40}}?)(?: {_QUESTION})?(?: again| please| pls)*"
    rf"|{_POLITELY}(?:change|redo|edit|correct|fix|answer) (?:my answer|what i (?:said|wrote|answered|put)|the {_QUESTION}|my {_QUESTION})(?: again)?(?: (?:about|on|to|for|with|from|at))? (?:the |my )?(?P<said>.{{2,40}}?)(?: {_QUESTION})?(?: again| please| pls)*"
)
_AGAIN = r"(?: again| please| pls| now| for me| so far)*"
_INTERVIEWS = re.compile(
    rf"{_POLITELY}(?:(?:list|show|see|give|read|open|view|display)(?: me| us)? )?(?:(?:all|the list) )?(?:of )?(?:my (?:old |past |earlier |previous |other )?interviews|my journal|my past|interview history|my history){_AGAIN}"
    rf"|{_POLITELY}(?:list|show)(?: me)? (?:all |the |all the |past |old |earlier |previous )+interviews{_AGAIN}"
    rf"|(?:all )?(?:of )?my (?:old |past |earlier |previous )?interviews{_AGAIN}|(?:the )?journal{_AGAIN}"
    r"|(?:which|what|how many) interviews (?:did i (?:tell you(?: about)?|have|write (?:about|down)|do)|have i (?:told you(?: about)?|had|done|written (?:about|down))|do you (?:have|know(?: of| about)?)|are (?:there|in (?:it|my journal|the journal)))(?: so far| already)*"
)
_READ = re.compile(
    rf"{_POLITELY}(?:read|give|show|bring|play)(?: me)? back (?:to me )?(?:what i (?:wrote|said|told you) (?:about|on|of) |my (?:notes|answers) (?:on|about|for|from) |the (?:interview|notes) (?:at|with|from|on|about|for) )?(?P<back>.{{2,60}}?){_AGAIN}"
    rf"|{_POLITELY}(?:read|show|give|see|open|find|have|get)(?: me)? (?:(?:all )?my (?:notes|answers|words|journal) (?:on|about|for|from|of)|what i (?:wrote|said|told you|put) (?:about|on|of|for)|the (?:notes|interview) (?:on|about|for|from|at|with)|my interview (?:at|with|for)) (?P<shown>.{{2,60}}?){_AGAIN}"
    rf"|what (?:did|have) i (?:write|wrote|written|say|said|tell you|told you|put|note)(?: down)? (?:about|on|of|for|after) (?P<wrote>.{{2,60}}?){_AGAIN}"
    rf"|(?:my )?notes (?:on|about|for|from) (?P<noted>.{{2,60}}?){_AGAIN}"
    rf"|(?:and )?(?P<ordinal>the (?:one|interview) (?:before|after)(?: (?:that|this|it))?|the (?:first|last|latest|previous|next|second|third|oldest|newest) (?:one|interview)){_AGAIN}"
)
_COMPARE = re.compile(
    rf"(?:so |and )?what(?:'s| has| is)? (?:has )?(?:changed|different)(?: (?:since (?:the )?(?:first|last)(?: (?:one|time|interview))?|(?:over|across|between|from) .{{2,40}}|from (?:one )?(?:interview )?to (?:the )?(?:next|other)|for me|with me|so far|now)){{0,2}}"
    rf"|(?:so )?(?:am i|have i been) (?:getting|becoming|doing) (?:any |at all )?(?:better|worse|anywhere)(?: (?:at (?:this|it|interviews|interviewing)|with (?:time|this|interviews)|or worse|at all|over time|now))*"
    rf"|(?:is (?:it|this)|are (?:they|my interviews)) (?:getting|going) (?:any )?(?:better|worse)(?: (?:over time|with time|for me|at all|or worse))*"
    rf"|(?:do|did|have|am) i (?:improve|improved|improving|get(?:ting)? better|change|changed|learn(?:ed|t)? (?:anything|something))(?: (?:at all|over time|so far|since .{{2,30}}|at (?:this|interviews)|yet|from (?:them|this)))*"
    rf"|{_POLITELY}compare (?:my |the |all |all my |all the |these |those )?(?:interviews|them|notes|them all|all of them|(?:the )?(?:two|three|four|five)(?: of them)?|the last (?:two|three|few)){_AGAIN}|{_POLITELY}compare{_AGAIN}"
    rf"|{_POLITELY}(?:put|set|lay|show)(?: me)? (?:my |the |all my |all )?(?:interviews|them)(?: all)? (?:side by side|next to each other|together){_AGAIN}"
    r"|(?:what do (?:they|my interviews|the interviews|all of them) have in common|(?:is there|do you see|can you see) (?:a|any) pattern(?: (?:in (?:them|my interviews|this|it|all this)))?|(?:any|my|see my|show (?:me )?my) patterns?)"
    r"|how (?:have|did) i (?:changed?|done?|do|improved?)(?: (?:so far|over (?:time|the (?:weeks|months))|since .{2,30}|over all of them))+"
)
_JOB_TALK = r"(?:a |my |any |new |another |more |for |the |other )*(?:jobs?|work|positions?|roles?|employment|openings|something|one|anything|interviews)"
_LOOKING = r"(?:looking|searching|job[- ]?hunting|hunting|applying|interviewing|job[- ]?searching)"
_GOT_IT = (
    r"i(?:'ve| have)?(?: just)? (?:got|found|landed|accepted|took|taken|signed(?: for)?|have|started) (?:a |the |my |it )*(?:new )?"
    r"(?:job|offer|position|work|contract)?(?: now| at last| finally| today)*[,.;:!]* *(?:and |so |- )*"
)
_CLOSE = re.compile(
    r"(?:(?:yes|yeah|ok|okay|so|well|hey|hi|great news|good news|guess what|finally|at last|oh|wow|yay)[,:.!]* +)*"
    rf"(?:(?:{_GOT_IT})?"
    rf"(?:i(?:'m| am)? |we(?:'re| are) )?(?:now )?(?:all |so |finally )?(?:done|finished|through) (?:with )?(?:{_LOOKING}|(?:my |the |this )?(?:job )?(?:search|hunt))(?: (?:for )?{_JOB_TALK})?"
    rf"|(?:{_GOT_IT})?(?:i(?:'m| am) no longer|i(?:'m| am) not|i don't need to keep) {_LOOKING}(?: (?:for )?{_JOB_TALK})?(?: any ?more)"
    rf"|(?:{_GOT_IT})?(?:i(?:'m| am) no longer|no longer) {_LOOKING}(?: (?:for )?{_JOB_TALK})?"
    rf"|{_POLITELY}(?:i )?(?:close|end|finish|wrap up|conclude|stop|complete) (?:my |the |this )(?:whole )?(?:job )?(?:search|hunt|job[- ]?hunt)(?: here)?"
    rf"|(?:my|the|this) (?:job )?(?:search|hunt) is (?:over|done|finished|closed|at an end|complete)"
    rf"|i(?:'ve| have)? (?:stopped|quit|given up|ended|closed|finished) (?:{_LOOKING}(?: (?:for )?{_JOB_TALK})?|(?:my|the|this) (?:job )?(?:search|hunt)|on (?:my|the) (?:job )?search)"
    rf"|no more (?:interviews|job[- ]?hunting|searching|applications) for me|i don't need (?:a|this|the) (?:coach|search|job) any ?more)"
    r"(?: (?:now|please|thanks|thank you|for now|for good|at last|finally|today|here|then|everyone|guys))*"
)
_LONGEST = 120
_ENDS = " .!?"
_WHOLE = (
    (Action.MAP, _MAP),
    (Action.NOTES, _NOTES),
    (Action.INTERVIEWS, _INTERVIEWS),
    (Action.COMPARE, _COMPARE),
    (Action.CLOSE, _CLOSE),
)
"""Wishes that need no more than their name."""


def read(text: str) -> Wish | None:
    """The wish in a short text, None when it holds none."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text).replace("’", "'").strip(_ENDS)
    for action, pattern in _WHOLE:
        if pattern.fullmatch(folded):
            return Wish(action)
    if found := _READ.fullmatch(folded):
        return Wish(Action.READ, next(words for words in found.groups() if words))
    if found := _RETURN.fullmatch(folded):
        return Wish(Action.RETURN, found["there"] or found["said"])
    if _NO_NOTE.match(folded):
        return Wish(Action.DROP, "note")
    for action, pattern in ((Action.DROP, _DROP), (Action.MOVE, _MOVE), (Action.OPEN, _OPEN)):
        if found := pattern.fullmatch(folded):
            return Wish(action, next((name for name in _NAMES if found[name.replace("-", "_")]), "note"))
    return None
