"""Signs that it is too much just now: shame in place of an answer, tears, weariness, enough of the questions.

None of it is an answer, and none of it may end up in a letter or come back in practice. The rule a newcomer could
break: a text is such a sign only as a whole, clause by clause; whoever says what they would say has answered, however
they began ("I would say I don't know yet, but I'd look it up").
"""

from __future__ import annotations

import re
from enum import Enum, auto

from core.understanding.expressions import expression
from core.understanding.text import fold


class Strain(Enum):
    """What a text shows instead of answering."""

    TEARS = auto()
    WEARY = auto()
    """Tired, or rather another time."""
    FORM = auto()
    """The questions are too many, or feel like a form."""
    SHAME = auto()
    """Only blame of oneself, or nothing comes to mind and then blame: no answer where one's own words are asked for."""
    LOOP = auto()
    """The same blame or the same "if only" once more; it settles nothing."""
    BLANK = auto()
    """Nothing comes to mind."""


_LONGEST = 240
_CLAUSE = expression(
    r"[.,;:!?\n]+|\.\.+| - | (?=i'm |(?:this|that|it)(?:'s| is| feels| takes) )| (?:and|but|cos|cus|because|bc|so|as|since)(?= (?:i|i'm|this|it|my|it's|that)\b)"
)
_FILLER = expression(
    r"(?:(?:sorry|please|pls|plz|ok|okay|oh|omg|god|ugh|hm+|um|uh|well|so|and|but|(?:no|nah|yes|yeah|hey|look|i know)(?= (?:but\b|i\b)|$)|just|now|honestly|"
    r"tbh|lol|right|man|gosh|argh|actually|really|anyway|still|dude|bro)\b ?)++"
)
_MILDLY = r"(?:(?:so|just|really|very|too|a bit|a little|still|getting|feeling|pretty|quite|all|that|getting too|kinda|kind of|honestly|now|again|already|completely|totally|absolutely|such an?|an?|the|like an?|like|such) )*+"
_NOW = r"(?: (?:now|right now|today|tonight|again|here|already|of this|of it|of these|of all this|of all these|for this|for that|for today|please|pls|tbh|sorry|lol|so much|at the moment|to be honest|anymore|any more|yet|then|too|about it|about this|about that|for now|of myself|my eyes out|writing this|for more|omg|god))*+"

_TEARS = expression(
    rf"(?:i(?:'m| am)|i|am) ?{_MILDLY}(?:crying|in tears|sobbing|tearing up|weeping|bawling|can't stop crying|started? crying){_NOW}|crying{_NOW}"
)
_WEARY = expression(
    rf"i(?:'m| am) {_MILDLY}(?:tired|exhausted|knackered|worn out|wiped(?: out)?|drained|shattered|sleepy|beat|done in){_NOW}|(?:{_MILDLY})(?:tired|exhausted|knackered|drained){_NOW}"
    rf"|i(?:'ve| have)? (?:no|not any) (?:more )?(?:energy|strength)(?: left)?{_NOW}|i need (?:a rest|a break|to rest|to sleep|some sleep|to lie down|to go to bed){_NOW}"
    r"|(?:(?:can|could|may|shall|let'?s|let us|i'd rather|i would rather|maybe) ?(?:we|i)? ?)?(?:do|finish|continue|go on with|leave|answer)? ?(?:the rest|this|it|that|the others?)? ?"
    r"(?:for |at |on )?(?:some other|some|another|a different|an other) (?:time|day)(?: maybe| instead| please| pls)?"
)
_PUTS_OFF = expression(
    r"(?:(?:maybe|perhaps|rather|until|till|not now|not today|let'?s|do it|later|can we|can i|i'll|do) )*+(?:tom+or+ow|tmrw?|tmw|2moro|later|tonight|another day|some other time|some other day|another time"
    r"|not (?:now|today|tonight)|in the morning|next week)(?: morning| evening| please| pls| then| ok)*"
)
_OF_THEM = expression(r"(?:the |just |there were )*(?:many|a lot of|lots of|most|several) questions[.! ]*")
"""What went badly, and no complaint of ours: it says of no question that it is one too many."""
_FORM = expression(
    rf"(?:there(?:'s| are| is)? )?(?:{_MILDLY})(?:(?:too|so) )?many (?:\w+ )?questions{_NOW}|how many (?:more|questions)(?: \w+)?(?: (?:of these|of them|are there|are left|left|do you have|to go|is it|questions|is there|is left))*{_NOW}"
    rf"|(?:i )?(?:really )?(?:hate|can't stand|don't like|dislike) (?:\w+ )?(?:forms?|surveys?|questionnaires?|questions|interrogations?|being interrogated){_NOW}"
    r"|(?:this|it|that)(?:'s| is| feels| is like| seems| sounds)?(?: (?:so|just|really|too|very|a bit|kind of|like|getting|taking|all))* ?(?:an? )?(?:form|survey|questionnaire|interrogation|interview again|another interview|checklist|paperwork|filling (?:in|out) an? form)"
    rf"{_NOW}|(?:this|it|that)(?:'s| is)(?: (?:so|just|really|too|very|a bit|getting|taking|all))* ?(?:too )?(?:long|much|endless|exhausting){_NOW}|(?:this|it|that) (?:takes|is taking) (?:too|so|very) long"
    r"|(?:can|could|may) (?:i|we) (?:just |please |not just )*(?:talk|chat|tell you|vent|rant)(?: to you| with you| normally| instead| freely| about it)*|(?:why )?can't (?:i|we) just (?:talk|chat|tell you|vent)(?: to you| normally| instead)*"
    r"|i (?:just |only |really )*(?:want|need|wanted|would like|'d like) to (?:just )?(?:talk|vent|rant|chat)(?: to you| to someone| a bit| normally| instead)*"
    rf"|(?:no more|enough|not more|stop with the|stop the|more) questions{_NOW}|(?:are|aren't) (?:we|you) (?:nearly |almost )?(?:done|finished)(?: yet)?|(?:is|will) (?:this|it) (?:be |take )?(?:long|much longer|nearly done|almost done)"
    r"|when (?:is|does) (?:this|it) (?:over|end|stop)"
)
_LEAVES = expression(
    r"(?:can|could|may) (?:i|we) (?:please )?(?:stop|quit|leave|skip this|finish|pause|end this)(?: here| now| this| it| please)*|stop|enough|later"
)
"""Beside a complaint about the questions it belongs to it."""

_DUNNO = expression(
    rf"(?:i )?(?:really |honestly |just )?(?:don'?t|do not|dunno|didn't) ?(?:even |really )?(?:know|no)?(?: (?:what to say|what i would say|what to write|how|what|anything|what to tell you|how to say it))?{_NOW}|idk{_NOW}"
    rf"|(?:i(?:'ve| have)?(?: got)? )?(?:absolutely |really |just )?no (?:idea|clue|words|answer)(?: what to (?:say|write)| how)?{_NOW}|nothing(?: (?:comes|comes to mind|really|at all|i guess|good))?{_NOW}"
    rf"|(?:i )?(?:really |just |honestly )?(?:can't|can not|could not|couldn't) (?:even |really )?(?:think|remember|focus|concentrate|do this)(?: (?:straight|clearly|of anything|anything|at all|of one))?{_NOW}"
    rf"|(?:my )?(?:head|mind|brain)(?:'s| is)?(?: (?:just|so|still|completely|totally))* (?:empty|blank|mush|gone|fried|not working|full){_NOW}|i(?:'m| am) (?:just |completely )?(?:blank|empty|lost|stuck){_NOW}"
)
_BLAMED = (
    r"(?:ashamed|stupid|an? idiot|idiot|idiotic|dumb|thick|useless|hopeless|worthless|pathetic|an? failure|failure|an? loser|loser|embarrass(?:ed|ing)|"
    r"humiliat(?:ed|ing)|an? fool|fool|foolish|rubbish|a joke|joke|not good enough|not (?:smart|clever|bright) enough|no good|good for nothing|a disgrace|disgrace|disappointed|"
    r"a disaster|such a mess|a mess|mess|incompetent|a disappointment|moron|embarrassment|disgusted|worst|disaster|disappointment|an embarrassment|the worst)"
)
_FAILED = (
    r"(?:froze|freeze(?: up)?|frozen|mess (?:it |everything )?up|screw (?:it |everything )?up|choke|panic|blanked|choked|panicked|bombed(?: it)?|messed (?:it |everything )?up|screwed (?:it |everything )?up|failed|fail|blew it|ruined it|rambled|"
    r"went blank|lost it|fell apart|suck|stuttered|mumbled|broke down|shut down|embarrassed myself)"
)
_OFTEN = r"(?:(?:just|always|completely|totally|really|only|simply|again|kind of|literally|feel like i|know i|even|kept|have|'ve) )*+"
_BLAME = expression(
    rf"(?:(?:i(?:'m| am| feel| felt| was| look(?:ed)?| sound(?:ed)?)?|it(?:'s| is| was)|this is|that(?:'s| was| is)|feel(?:ing)?|am|was) )?{_MILDLY}{_BLAMED}{_NOW}"
    rf"(?: (?:to|that|at|about|in front of|with|for|because) (?:(?!\b(?:and|but|then|now|until|became)\b).)*)?|(?:i )?{_OFTEN}{_FAILED}(?: (?:again|up|completely|totally|twice|and that's it|like always|as always|every time|badly|so badly|so hard))*{_NOW}"
    rf"|my (?:mind|head|brain) (?:just |totally |completely )?(?:went|was|goes)(?: (?:so|totally|completely|just))? (?:blank|empty)(?: (?:again|twice|completely|totally))*{_NOW}"
    rf"|(?:i )?(?:hate|disgust|embarrassed|shamed) (?:myself|me){_NOW}|i(?:'ve| have)? let (?:everyone|everybody|myself|them|my \w+) down{_NOW}|what(?:'s| is) wrong with me|i can't (?:even )?do (?:anything|this|it)(?: right)?{_NOW}"
)
_IT = r"(?:it|this|that|that (?:one|answer|moment|question|face|silence|interview|day)|the (?:interview|moment|answer|question|silence|whole thing|same thing)|my (?:answer|mistake|voice)|everything|what (?:i|they|he|she) (?:said|did))"
_LOOP = expression(
    rf"why(?: oh why)? (?:did|didn't|do|don't|am|was|can't|couldn't|wasn't) i(?: \w+){{0,5}}|why me|why|but why|what was i (?:even )?thinking|how (?:could|can) i (?:be|have|say|do|forget|let|not|mess|screw|blow|go|get)(?: \w+){{0,6}}"
    rf"|(?:i )?(?:just )?(?:keep|kept|can't stop|cannot stop|can't help) (?:on )?(?:hearing|seeing|replaying|thinking|going|playing|coming back|asking|telling|remembering|hearing myself|beating)(?: \w+){{0,7}}"
    rf"|(?:{_IT} )?(?:keeps?|just keeps?) (?:going|coming|playing|running|turning|spinning)(?: \w+){{0,6}}|over and over(?: again)?|again and again|(?:round and round|in circles)(?: \w+){{0,3}}|i(?:'m| am) (?:just )?(?:going|running|spinning)(?: round)? in circles"
    rf"|(?:it(?:'s| is| was)|this is|that(?:'s| was)) {_MILDLY}(?:my|only my) (?:own )?fault{_NOW}|(?:all |only |just )*my (?:own )?(?:fault|mistake){_NOW}|i (?:only )?(?:blame|have(?: only| got only)?|only have) myself(?: to blame)?{_NOW}|i did (?:it|this) to myself"
    rf"|if (?:only )?i(?:'d| had| hadn't| had not) (?:only |just |never |not |really |ever )*(?:prepared|practi[cs]ed|slept|studied|been|said|known|left|come|told|gone|done|taken|kept|asked|stayed|answered|arrived|read|brought|shut|listened|thought|remembered|looked|opened|tried|worked|started|taken)(?: [\w']+){{0,9}}|if only i (?:was|were|wasn't|weren't|could)(?: \w+){{0,8}}|if i (?:wasn't|weren't|was not) so(?: \w+){{1,8}}|i(?:'d| would)(?: still)? have (?:that|the|this) job(?: now| by now)?|i(?:'d| would)(?: have)? (?:gotten|got) (?:it|that job|the job)"
    rf"|i should(?:'ve| have| of)?(?: just| never)? (?:known|prepared|practi[cs]ed|studied|been|slept|left earlier|shut up|stayed|kept quiet)(?: \w+){{0,5}}|i shouldn't(?:'ve| have| of) (?:said|done|gone|opened|told|tried|come)(?: \w+){{0,5}}"
    rf"|i (?:always|constantly|keep on|every time) (?:ruin|ruining|mess|messing|screw|screwing|fail|failing|destroy|spoil|do this|blow|choke|say the wrong)(?: \w+){{0,5}}|i (?:really |totally |completely )*(?:messed|screwed|fucked)(?: it| this| everything| that)? up(?: \w+){{0,4}}"
    r"|i (?:just )?(?:ruin|ruined|spoil|destroy|mess up|screw up) (?:everything|it all|it|things)|i always (?:say|talk|do|am|get|make|open)(?: \w+){0,6}|it(?:'s| is) always my (?:own )?fault|always my (?:own )?fault|i(?:'m| am) (?:always )?the problem|but still|still|you don't understand"
)
_CLOSER = expression(
    r"(?:and )?that(?:'s| is) (?:all|it|that|just (?:it|me)|how it is|me)|end of story|full stop|(?:as|like) always|i know|you know|really|every (?:single )?time|always|again"
)
_BLAME_WITHIN = expression(
    rf"\bi(?:'m| am| feel| felt| was) {_MILDLY}{_BLAMED}\b|(?:^|[.,;!?\n] ?|\bi |\bjust ){_OFTEN}{_FAILED}\b|^(?:i )?(?:nothing|don't know|no idea|idk)\W+{_MILDLY}{_BLAMED}\b|\b(?:mind|head) (?:just )?went blank\b|\bhate myself\b"
)
_ANSWERS = expression(
    r"\b(?:i(?:'d| would|'ll| will| could| should| wanted| wish| meant| might| have| had| always (?!mess|freeze|fail|choke|do this)|usually)\b(?! (?:so|just|no) (?:ashamed|stupid))|i can (?!not)|would have|should have|shoulda|woulda|"
    r"tell (?:them|him|her)|told (?:them|him|her)|say (?:that|to)|they (?:asked|said|wanted)|the (?:answer|question) (?:is|was)|about (?:my|how|why|the)|at my (?:old|last))"
)


def read(text: str) -> Strain | None:
    """What a short text shows instead of answering; None when it may be an answer."""
    if not text or len(text) > _LONGEST:
        return None
    folded = fold(text)
    clauses = [bare for clause in _CLAUSE.split(folded) if (bare := _bare(clause))]
    if not clauses or _OF_THEM.fullmatch(folded):
        return None
    return (
        _only(clauses, _TEARS, _DUNNO, _PUTS_OFF, _BLAME, strain=Strain.TEARS)
        or _only(clauses, _WEARY, _PUTS_OFF, _FORM, _LEAVES, strain=Strain.WEARY)
        or _only(clauses, _FORM, _LEAVES, _PUTS_OFF, strain=Strain.FORM)
        or _only(clauses, _LOOP, _BLAME, _DUNNO, _CLOSER, strain=Strain.LOOP)
        or _shame(folded, clauses)
    )


def _bare(clause: str) -> str:
    front = _FILLER.match(clause := clause.strip(" '\"-"))
    rest = clause[front.end() :] if front else clause
    return rest.strip()


def _only(clauses: list[str], sign: re.Pattern[str], *besides: re.Pattern[str], strain: Strain) -> Strain | None:
    """The strain, if one clause is its sign and no other says anything else."""
    shown = [clause for clause in clauses if sign.fullmatch(clause)]
    rest = [clause for clause in clauses if clause not in shown]
    return strain if shown and all(any(one.fullmatch(clause) for one in besides) for clause in rest) else None


def _shame(folded: str, clauses: list[str]) -> Strain | None:
    """Nothing but not knowing and blame; or not knowing first and blame somewhere after it, and no answer among it."""
    if all(_DUNNO.fullmatch(clause) for clause in clauses):
        return Strain.BLANK
    clauses = [clause for clause in clauses if not _CLOSER.fullmatch(clause)] or clauses
    dunno = [bool(_DUNNO.fullmatch(clause)) for clause in clauses]
    if all(known or _BLAME.fullmatch(clause) for known, clause in zip(dunno, clauses, strict=True)):
        return Strain.SHAME
    begins = dunno[0] or _DUNNO_AND_BLAME.match(" ".join(clauses[:1]))
    return Strain.SHAME if begins and _BLAME_WITHIN.search(folded) and not _ANSWERS.search(folded) else None


_DUNNO_AND_BLAME = expression(rf"(?:{_DUNNO.pattern}) (?:{_BLAME.pattern})")
