"""What people say to see what is kept of them, to have one interview erased, or to set how long things are kept.

The rule a newcomer could break: who wants all of it gone gives a command (`core.understanding.commands`); here is what
names a part, or only asks. The texts come folded and without their final stop.
"""

from __future__ import annotations

import re

from core.understanding.expressions import expression
from core.understanding.names import NUMBERS

_FRONT = r"(?:(?:please|hey|hi|so|and|ok|okay|but|wait|also|well|actually|sorry|hang on|by the way|btw|before that|just|kindly)[, ]+)*"
_MAY_I = rf"{_FRONT}(?:(?:can|could|may|would|will) (?:you|i|we) (?:please )?|i(?:'d| would)? (?:want|like|need) (?:you )?(?:to )?|i wanna |let me |how (?:do|can) i |please )*"
_END = r"(?: (?:please|pls|now|then|here|thanks|thank you|for me|exactly|actually|again|though|btw|by the way|at all|right now))*"
_DATA = r"(?:(?:personal |private )?(?:data|information|info|records)|(?:messages|answers|words|texts|stuff|privacy))"
_MINE = rf"(?:(?:all )?(?:of )?(?:my|the|this) {_DATA}|(?:all )?(?:of )?(?:this|that|it|these)|what i (?:write|wrote|say|said|type|tell you|told you)|everything(?: i (?:write|wrote|say|said|told you))?|things|stuff|data)"
_OF_ME = r"(?: (?:about|of|on|from) me| of mine)?"
DATA = expression(
    rf"{_MAY_I}(?:manage |correct |control |settings (?:for|of) |options (?:for|with) |choices (?:for|with) )?(?:my (?:own )?(?:personal |private )?(?:data|privacy)(?: (?:settings|options|choices|rights))?|(?:data|privacy) (?:settings|options|choices|protection|policy)|gdpr|data protection){_END}"
    rf"|{_FRONT}what (?:exactly |all |else |data |information |personal data )?(?:do|are|did|have) you (?:all |actually |really )?(?:keep|keeping|kept|store|storing|stored|save|saving|hold|holding|collect|collecting|retain)(?: here| exactly| stored| saved)?(?: {_DATA})?{_OF_ME}(?: here)?{_END}"
    rf"|{_FRONT}(?:what|which) (?:data|information|personal (?:data|information)) (?:do|have|did) you (?:have|keep|store|hold|save|collect|collected|got|kept|stored|saved){_OF_ME}{_END}"
    rf"|{_FRONT}(?:do|did|will|are) you (?:keep|store|save|record|recording|keeping|storing|saving) {_MINE}{_OF_ME}(?: or not)?{_END}"
    rf"|{_FRONT}(?:for )?how long (?:do|will|are|would) you (?:keep|store|save|hold|hold on to|retain|keeping|storing) {_MINE}{_OF_ME}(?: for)?{_END}"
    rf"|{_FRONT}(?:for )?how long (?:is|are|will|does|do) {_MINE}(?: be)? (?:kept|stored|saved|stay|last|held|remain)(?: here| for| with you)?{_END}"
    rf"|{_FRONT}(?:when|what day) (?:is|are|will|do|does) {_MINE}(?: be| get)? (?:deleted|erased|removed|gone|wiped|expire|go)(?: by itself| automatically| on its own)?{_END}"
    rf"|{_FRONT}what (?:happens|will happen|becomes|do you do|can i do|will you do|are you doing|is done) (?:to|with|of) (?:all )?my {_DATA}{_END}"
    rf"|{_FRONT}(?:how|where|why) (?:is|are|do you (?:use|keep|store)) my (?:personal |private )?(?:data|information|info)(?: (?:used|kept|stored|saved|protected|handled))?{_END}"
    rf"|{_FRONT}(?:is|are) my (?:personal |private )?(?:data|information|info) (?:safe|private|secure|protected|encrypted|confidential)(?: (?:here|with you))?{_END}"
    rf"|{_FRONT}who (?:else )?(?:has|have|gets|(?:can|could) (?:get|have)) access to {_MINE}{_END}"
    rf"|{_FRONT}who (?:else )?(?:can |could |will |may )?(?:see|sees|read|reads|access|accesses|has access to|have access to|gets) (?:all )?my (?:personal |private )?(?:data|information|info|records){_END}"
)
"""What is kept, for how long, who can see it, and what can be done about it."""
_TAKE_OUT = rf"{_MAY_I}(?:delete|erase|remove|wipe|scrub|get rid of|take out|throw away|destroy)"
_AN_INTERVIEW = r"(?:(?:just |only )?(?:one|a single|a|an|some|another|one of (?:my|the)) (?:of (?:them|my interviews|the interviews)|interviews?|single interview|old interview)|(?:just |only )?one|(?:part|some) of (?:my data|what i (?:wrote|said|told you))|(?:this|that|the|my) interview|only (?:this|that|one) interview|one thing)"
_SAID_OF = r"(?:(?:all |only |just )*(?:everything|all|what|anything|the things|whatever)(?: that)? (?:i (?:said|wrote|told you|ever (?:said|wrote|told you)|put down|noted)|you (?:know|have|keep|kept|stored|saved))? ?(?:about|on|of|from|for|regarding)|(?:all )?(?:of )?(?:my|the) (?:notes|answers|words|data|messages|texts|records)(?: i wrote)? (?:about|on|of|from|for)|(?:the|my) (?:whole |entire |old |last |first )?(?:interview|one|conversation|chat|story|talk|record) (?:at|with|from|about|for|of|on))"
ERASE = expression(
    rf"{_TAKE_OUT} (?:{_AN_INTERVIEW}|{_SAID_OF} (?P<said>(?!(?:me|myself|you|it|that|this)\b).{{2,60}}?)|(?:the |my )?(?P<which>.{{2,50}}?) interview|(?P<name>(?:the )?(?!(?:it|this|that|them|all|everything|me|my|the|your|a|an|one|these|those|i|any)\b)\S+(?: \S+){{0,3}}?)(?: one)?)(?: (?:only|alone|for good|forever|permanently|completely|from (?:here|my data|your memory)))*{_END}"
    rf"|{_MAY_I}forget (?:{_SAID_OF} (?P<forgotten>(?!(?:me|myself|you|it|that|this)\b).{{2,60}}?)|(?:only |just )?one (?:of (?:them|my interviews|the interviews)|interview)){_END}"
)
"""One interview gone; a group tells which, in their words."""
_STRETCH = r"(?:(?P<count>\d{1,2}|a|an|one|two|three|four|five|six|nine|ten|twelve|eighteen|twenty-?four|half a) (?P<unit>months?|years?)|(?P<half>half a year))"
KEEP_FOR = expression(
    rf"{_MAY_I}(?:keep|store|save|hold|hold on to) (?:{_MINE}|me)(?: only| just)?(?: for)?(?: only| just| at most| no longer than| up to)? {_STRETCH}(?: only| at most| please| and no longer| after (?:my last visit|that))*{_END}"
    rf"|{_MAY_I}(?:delete|erase|remove|forget|wipe) (?:{_MINE}|me)(?: (?:automatically|by itself))? (?:after|in) {_STRETCH.replace('P<', 'P<after_')}{_END}"
    rf"|{_MAY_I}(?:change|set|choose|shorten|extend) (?:how long (?:you keep (?:{_MINE}|me)|(?:{_MINE}) (?:is|are) kept)|the (?:time|period) (?:you keep (?:{_MINE}|me)|for my data)){_END}"
)
"""How long everything is to be kept, or that they want to set it."""
_IN_WORDS = {"a": 1, "an": 1, "twelve": 12, "eighteen": 18, "twenty-four": 24, "twentyfour": 24}


def months_in(found: re.Match[str]) -> str:
    """The number of months that was named, empty where none was."""
    groups = found.groupdict()
    if groups["half"] or groups["after_half"]:
        return "6"
    count, unit = groups["count"] or groups["after_count"], groups["unit"] or groups["after_unit"]
    if count is None or unit is None:
        return ""
    if count == "half a":
        return "6"
    number = int(count) if count.isdecimal() else _IN_WORDS.get(count) or NUMBERS.get(count, 0)
    return str(number * (12 if unit.startswith("year") else 1))
