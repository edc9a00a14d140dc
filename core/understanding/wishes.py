"""Wishes: one of the coming messages moved or left out, a step taken up now, the map of the steps, one's own notes.

The rule a newcomer could break: only a text that says what is to become of what is a wish; anything else is an answer.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from core.understanding import in_community, own_data
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_REMARK, fold


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
    CALLED = auto()
    """They have called; `kind` tells what became of it."""
    ON_THE_PHONE = auto()
    """What became of a call, if there was to be one; `kind` as for `CALLED`."""
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
    DATA = auto()
    """See what is kept of them, and what can be done about it."""
    ERASE = auto()
    """Have one interview erased, which `kind` tells in their words, as far as they do."""
    ERASE_NAMED = auto()
    """Have erased what `kind` names, if that is an interview."""
    KEEP_FOR = auto()
    """Have everything kept for so many months, which `kind` tells; empty where it is to be asked."""
    NOTE_TO_STAFF = auto()
    """Write to the staff of their community."""
    NOTE_BACK = auto()
    """Take back what was written to staff, which `kind` names; empty where the words name nothing."""
    ANOTHER = auto()
    """Tell of another interview."""
    TALK = auto()
    """Just talk."""
    PARTNER = auto()
    """Have another member found to practise with."""
    NO_PARTNER = auto()
    REPORT_PARTNER = auto()


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
    "insiders": r"(?:my |a |the )?(?:(?:friend|contact|person|colleague|somebody|someone|people|message to \w+) inside|insiders?|inside contacts?)",
    "let-go": r"letting (?:it )?(?:go|rest)|sharing|somebody to tell",
    "check-in": r"check[- ]?ins?|asking (?:them )?where they stand|asking them",
    "call": r"(?:phone )?call",
    "after-no": r"second chance|feedback(?: request)?|asking (?:them )?again",
    "prepare": r"prep(?:aration|are)?|preparing|get(?:ting)? ready",
}
_NAMED = "|".join(f"(?P<{name.replace('-', '_')}>{pattern})" for name, pattern in _NAMES.items())
_POLITELY = r"(?:please |ok(?:ay)? |can (?:you|we|i) |could (?:you|we) |let's |lets |i(?:'d| would)? (?:want|like) to |i wanna )*"
_MOVE = expression(
    rf"{_POLITELY}(?:move|shift|postpone|push|reschedule|put off|delay|bring forward|remind me (?:of|about))"
    rf" (?:the |my |that |our )?(?:{_NAMED})(?: reminder| message)?\b(?P<rest>.+)"
)
_DROP = expression(
    rf"(?:please |actually |ok |no |nah |then |just |let's |lets )*(?:no(?: more)?|drop|cancel|forget(?: about)?|skip|scrap|leave|leave out|without|do not send|don't send|i don't want|i don't need|i dont want|i dont need|remove)"
    rf" (?:the |any |that |a |my )?(?:{_NAMED})(?: reminders?| messages?)?(?: please| thanks| thank you| then| for me| out| away|[,. ]*i? ?(?:don't|dont|do not) (?:want|need) (?:it|that)(?: anymore| any more| now)?)?"
    r"|(?:please |actually |ok |no |nah |then |just |well )*(?:let's not|lets not|i won't|i will not|i'd rather not|i don't want to|i dont want to|i'm not going to|i am not going to)"
    r" (?P<unwritten>write|send|mail|email)(?: (?:to )?(?:them|him|her|anybody|anyone|it|anything|a note|the note|a thank[- ]?you(?: note)?))?(?: after all| anymore| any more| now)*"
)
_OPEN = expression(
    rf"(?=(?:please|ok|can|could|let|i |do|start|begin|go|open|have)|.* (?:now|please|again)$){_POLITELY}"
    rf"(?:(?:do|start|begin|go to|open|have) )?(?:the |a |my |some )?(?:{_NAMED})"
    r"(?: (?:on it|at it|on that|at that|on yesterday|at yesterday|again|once more))?(?: now| please| today)*"
)
"""The bare name of a step is no wish: it may be an answer."""
_PREPARE = expression(
    rf"{_POLITELY}(?:(?:help|get) me (?:to )?|i (?:need|have) to |how (?:do|can|should) (?:i|we) |shall we |)(?:prepare(?: me| myself)?|prep|get (?:me )?(?:ready|prepared)|getting ready|preparation)"
    r"(?: (?:for|before) .{2,60})?(?: with me| now| please| today)*"
    r"|(?:so )?what (?:questions? )?(?:will|would|might|could|are|do) (?:they|people|interviewers) (?:usually |normally |probably |going to |likely to )*ask(?: me| in| for| there| a| an| as| nurses| teachers| on|$).{0,60}"
    r"|(?:what are |show me |give me |tell me |i want |can i (?:see|have) |any )?(?:the |some |a few |more )?(?:likely|typical|usual|common|practice|possible|interview) questions.{0,60}"
    rf"|{_POLITELY}(?:do |have |arrange |set up |plan )?(?:a )?(?:mock|practice|trial) interview.{{0,40}}"
)
_ASKS_TO_PREPARE = expression(
    r"\b(?:help me|can (?:you|we)|could (?:you|we)|i want|i'd like|i would like|i need|i have|i wanna|how (?:do|can|should) i|let's|please)"
    r"(?: help)?(?: me)?(?: to)? (?:prepare|prep|get (?:ready|prepared)|practi[cs]e)\b"
)
_MAP = expression(
    r"(?:what (?:can|could|should|do|shall) we (?:do|still do)(?: now| next| here)?|what(?:'s| is) (?:left|still to do|open)(?: to do)?"
    r"|(?:so |and )?what (?:do|should|can) i do(?: now| next| then)?|so now what|now what|what now|and now|(?:show me )?(?:the |all the |all )?(?:steps|map|plan|progress)|where (?:are|do) we(?: stand)?"
    r"|where am i|how far (?:are|am) (?:we|i)|what(?:'s| are) (?:the|my) (?:steps|options now))"
)
_NOTES = expression(
    rf"{_POLITELY}(?:show|give|send|read|see|have|get)(?: me| back)? (?:all )?(?:of )?my (?:own )?(?:notes|answers|words)(?: back| again| please)*"
    r"|(?:all )?my notes(?: please| again)*"
    r"|what (?:did|have) i (?:write|wrote|written)(?: down| so far| here)?"
)
_BECAUSE = r"(?:[.,!;-]+ ?(?:i(?:'m| am|'ve| have| just| really)?|am|a'm|not|no|never|stop|too|because|cos|coz|cause|thanks?|thank you|please|sorry)\b.*)?"
_NOTES_OR_MAIL = r"(?:thank[- ]?you )?(?:notes?|letters?|cards?|e-?mails?|mails?|thank[- ]?yous?)"
_ANYBODY = r"(?:them|him|her|anybody|anyone|nobody|no ?one|it|that|anything|nothing)"
_NO_NOTE = expression(
    rf"(?:i (?:said|told you)[,:]? |nah |naw |no |look |please |ok |just |and |but )*(?:no|nae) {_NOTES_OR_MAIL}(?: (?:man|pal|mate|please|bro|pls|thanks|thank you|for me|from me|ever|now|at all|needed|to (?:him|her|them|anybody|anyone)))*[.! ]*{_BECAUSE}$"
    rf"|(?:no |nah |naw |sorry |look |ok |honestly |but )*(?:i'm|im|i am|am|a'm) (?:not|no|never) (?:gonna |going to |gonnae )?(?:writ(?:e|ing|in)'?|send(?:ing|in)?'?|e-?mail(?:ing|in)?'?|thank(?:ing)?)(?: (?:to )?{_ANYBODY}| (?:an?|any|the|that|no) {_NOTES_OR_MAIL})+[.! ]*{_BECAUSE}$"
    rf"|(?:no |nah |sorry |look |ok |honestly |but )*(?:i (?:don't|dont|do not|won't|will not) (?:want to |wanna |like to )?(?:write|send|do)|not (?:writing|sending|doing)) (?:an?|any|the|that|no|these|those) {_NOTES_OR_MAIL}(?: (?:to )?{_ANYBODY})?[.! ]*{_BECAUSE}$"
)
_QUESTION = r"(?:question|one|part|bit|thing|answer|step|point)"
_WANTS_NOTE = expression(
    r"(?:(?:wait|no|nah|actually|sorry|hey|hang on|ok|oh|but|well|and|yes)[, ]+)*i (?:do |did |still |really |actually )*(?:want|wanted|need|would like|'d like) (?:the|a|that|my) (?:thank[- ]?you )?(?:note|letter)\b"
    r"(?! (?:to be|to say|to sound|shorter|warmer|kept|gone))(?:(?! (?:later|tomorrow|tonight|morning)\b) [\w@.'-]+){0,10}"
)
_RETURN = expression(
    rf"{_POLITELY}(?:go back|return|take me(?: back)?|jump(?: back)?|get back|bring me back|back) to (?:the |that |my )?(?:{_QUESTION} )?(?:about |on |with |of |where |for )?(?:the |my )?(?P<there>.{{2,40}}?)(?: {_QUESTION})?(?: again| please| pls)*"
    rf"|{_POLITELY}(?:change|redo|edit|correct|fix|answer) (?:my answer|what i (?:said|wrote|answered|put)|the {_QUESTION}|my {_QUESTION})(?: again)?(?: (?:about|on|to|for|with|from|at))? (?:the |my )?(?P<said>.{{2,40}}?)(?: {_QUESTION})?(?: again| please| pls)*"
)
_WHOM = r"(?:them|him|her|(?:mrs?|ms|miss|dr|prof)\.? [\w'-]+|(?:the|my) (?:recruiter|agency|agent|hiring manager|manager|clinic|office|school|shop|company|bank|hospital|factory|panel|boss|interviewers?)(?: up)?)"
_BY_PHONE = rf"(?:call|phone|ring|telephone|give {_WHOM} a (?:call|ring|bell))"
_CALL = expression(
    rf"(?:(?:please|ok|okay|so|but|and|actually|hm+|no|nah|well|hey) )*(?:(?:can|could|may|shall) (?:i|we)|i(?:'d| would)? (?:like|prefer|want|rather|love|need)(?: to)?|i(?:'d| would) rather|i(?:'ll| will)|i(?:'m| am) (?:going to|thinking of)|let me|let's|lets|i wanna|what if i|why don't i|what about|how about)?"
    rf" ?(?:not |just |rather |still |maybe |simply |also |better |to )*(?:(?:{_BY_PHONE}|calling|phoning|ringing)(?: {_WHOM})?|make (?:the|a|that) (?:phone )?call|do it (?:by phone|on the phone)|(?:a|the) (?:phone )?call)"
    r"(?: (?:up|instead|now|today|directly|rather|please|then|after all|too|again|once more|quickly|this afternoon|myself|of (?:the|a) (?:note|mail|email)))*"
    r"|(?:please |can you |can i )*(?:show|see|give|read|open|bring)(?: me| up| back)* (?:the|my|that) (?:phone |call )?(?:call|script|voicemail|voicemail text|message for the voicemail)(?: again| please| now)*"
    r"|what (?:do|should|can|would) i say (?:on the phone|when i call|if i call|on the call)(?: them| her| him)?"
)
_NOT_CALLING = expression(
    r"(?:a|the|phone|call|calling|phoning|ringing|ring|make a call|a call|the call|a phone call|the phone call)"
)
"""Too little to be a wish."""
_CALL_SAID = r"(?:(?:yes|yeah|ok|so|well|hey|update|done|and|also|btw|by the way|just|i|i've|i have|we|already|finally|actually|now|then|did)[,.]? )*"
_HOW_OFTEN = r"(?: (?:up|back|today|now|just now|already|earlier|before six|yesterday|this (?:afternoon|morning)|at lunch|an hour ago|(?:once|twice|again|two times|three times|\d times|\d ?x|a few times|several times|like \w+ times)))*"
_RANG = rf"{_CALL_SAID}(?:called|phoned|rang|rung|telephoned|gave {_WHOM} a (?:call|ring|bell))(?: {_WHOM}){_HOW_OFTEN}"
_TRIED = (
    rf"{_CALL_SAID}(?:(?:tried (?:to )?)?(?:call(?:ed)?|calling|phoned?|phoning|rang|rung|ring|ringing|telephoned?|reach|get hold of|reaching|get through(?: to)?)|tried (?=twice|a few|several|\d)"
    rf"|gave (?:{_WHOM}|it) a (?:call|ring|bell|try)|made (?:the|that|a) (?:phone )?call)"
    rf"(?: (?!(?:my (?!recruiter|agen)|an? |in |you |off |it (?!a )))(?:{_WHOM}|[\w'.&-]+(?: [\w'.&-]+){{0,4}}?))?{_HOW_OFTEN}"
)
_AND_THEN = r"[,.;:!-]* ?(?:and |but |so |then |- )*(?:(?:i|she|he|they|it|we|there|line)(?:'s|'re|'d)? |had |was |were |is |just |have |only |still |all )*"
_LEFT_MESSAGE = (
    r"(?:left (?:a |an? |the |my |them |him |her |mrs? [\w-]+ |short |quick |brief |long |nice |little )*(?:voice ?mail|vm|voice ?message|voice ?note|message|msg|voice)(?: (?:for|with|on|at) .{2,25})?"
    r"|(?:went|goes|gone|got through) (?:straight |right |only )?to (?:the |her |his |their |an? )?(?:voice ?mail|answer ?phone|(?:answering )?machine|vm)(?: (?:and|so|then) (?:i )?left (?:a |one )?(?:message|msg|one))?"
    r"|got (?:the |their |her |his |an? )?(?:voice ?mail|(?:answering )?machine|answer ?phone)(?: (?:and|so) (?:i )?left (?:a |one )?(?:message|msg|one))?|(?:spoke|talked) to (?:the|a|an|her|his|their) (?:answering )?machine)"
)
_NO_ANSWER = (
    r"(?:(?:nobody|no ?one|noone) (?:(?:ever |even |is |was )?(?:answer(?:ed|s|ing)?|pick(?:ed|s|ing) ?up|(?:was )?there|(?:was )?in|home|available))(?: (?:the phone|it|at all|today))*|no (?:answer|reply|response|luck|pick ?up)(?: at all| today| again| yet)*"
    r"|(?:didn't|did not|don't|doesn't|won't|wouldn't|never|not) (?:answer(?:ed|ing)?|pick(?:ed|ing)? ?(?:up|it up)|get (?:through|hold of (?:them|him|her|anyone)|to speak to (?:them|him|her|anyone))|reach (?:them|him|her|anyone|anybody)|come to the phone|take my call)(?: the phone| up)*"
    r"|(?:wasn't|was not|weren't|isn't|not) (?:there|in|home|available|around|at (?:her|his|their) desk)(?: today)?|couldn't (?:get (?:through|hold of (?:them|him|her|anyone)|past .{3,20})|reach (?:them|him|her|anyone|anybody))|(?:rang|rings) out)"
)
_WAS_OUT = (
    r"(?:out(?: of (?:the )?office| at lunch)?|away|busy|engaged|dead|in a meeting|unavailable|on (?:leave|holiday|lunch)|at lunch|gone(?: home)?|closed"
    r"|(?:rang|rings|ringing|kept ringing|rang and rang)(?: out| and rang| forever| for ages| on and on)*)(?: today| already)*"
)
_SPOKE = rf"(?:(?:spoke|talked|spoken) (?:to|with) {_WHOM}|got through(?: to {_WHOM})?|reached {_WHOM}|told {_WHOM}(?: .{{2,40}})?)(?: on the phone| by phone)?"
_ANSWERED = rf"(?:{_SPOKE}|answered|picked up|went (?:well|ok|okay|fine|good)|was (?:nice|ok|okay|fine|kind))?"
_CALLED = {
    "voicemail": expression(
        rf"{_TRIED}{_AND_THEN}(?:(?:{_NO_ANSWER}|{_WAS_OUT}){_AND_THEN})?{_LEFT_MESSAGE}"
        rf"|{_CALL_SAID}left (?:a |the |my |them |him |her |mrs? [\w-]+ |short |quick |brief |long )*(?:voice ?mail|vm|voice ?message)(?: (?:for|with|on|at) .{{2,25}})?{_HOW_OFTEN}"
    ),
    "nobody": expression(rf"{_TRIED}{_AND_THEN}(?:{_NO_ANSWER}|{_WAS_OUT})"),
    "reached": expression(_RANG + _AND_THEN + _ANSWERED),
}
NOT_REACHED = ("voicemail", "nobody")
"""What became of a call that nobody took: it answers no other question."""
_CAME = {"voicemail": _LEFT_MESSAGE, "nobody": _NO_ANSWER, "reached": _SPOKE}
_ON_THE_PHONE = {
    came: expression(rf"{_CALL_SAID}(?:{'it ' if came == 'voicemail' else '(?:she |he |they |it )'})?{pattern}")
    for came, pattern in _CAME.items()
}
_MAY_I = (
    rf"(?:(?:so|and|ok|okay|but|then|actually|hm+|well|also)[, ]+)*(?:(?:how|when) (?:can|do|could|should|would) i |(?:is it|would it be) (?:ok|okay|possible|too late|worth it|worth|fine|allowed|rude|stupid|silly)(?: for me)? (?:to )?"
    rf"|is there (?:any|a|some) (?:way|chance|hope)(?: that)? (?:to |of |for |i can |i could |i get |they (?:will |would |could |might )?)?|should i |(?:could|may|might) i |(?:can|could|would|will|might) (?=they |he |she )|what about |how about |what if i |let me |help me |show me |i (?:want|need|would like|'d like|wanna) (?:to )?|i'd (?:like|love) (?:to )?|{_POLITELY})"
)
_THEM = r"(?:them |him |her |(?:mrs|mr|ms|miss|dr) [\w-]+ |the (?:manager|panel|school|company|clinic|hospital|recruiter|boss) )?"
_ONE_MORE = r"(?:another|a second|2nd|one more|a new|a 2nd|a last|one last)"
_AT_LAST = r"(?: (?:please|now|then|though|again|from them|of them|with them|at all|or not|or something|instead|somehow|for that|for this|there|for free))*"
_ASK_AGAIN = expression(
    rf"{_MAY_I}(?:ask(?:ing)? (?:for )?{_THEM}(?:for |about )?{_ONE_MORE} (?:chance|try|go|shot|interview|conversation|talk|meeting|attempt)|(?:get|have|getting|try for) {_ONE_MORE} (?:chance|try|go|shot|interview|attempt)"
    rf"|(?:the |a |my |another )?(?:2nd|second|another) (?:chance|interview|try|shot)|ask(?:ing)? {_THEM}to (?:reconsider|think again|rethink(?: it)?|see me again|change (?:their|his|her) minds?|look again|meet me again|give me (?:another|a second|one more) (?:chance|go|try))"
    rf"|(?:they |he |she )?(?:would |could |might |will )?(?:reconsider|change (?:their|his|her) minds?)|show(?:ing)? {_THEM}(?:something|what i can(?: really)? do|what i'm able to do|my work|who i (?:really )?am|a sample|how i work|i can do it)|prove (?:it to them|myself(?: to them)?|them wrong)"
    rf"|(?:offer (?:them )?)?(?:to )?(?:do|work(?:ing)?|come for|offer) (?:a |an? unpaid )?(?:trial(?: (?:day|shift|week))?|for free|unpaid)){_AT_LAST}"
)
_ASK_FEEDBACK = expression(
    rf"{_MAY_I}(?:(?:ask|get|have|request|write|send)(?:ing)? (?:for )?{_THEM}(?:for |about )?(?:a |some |any |more |their |the )?feedback(?: request| text| mail| e-?mail)?|feedback(?: request)?"
    rf"|ask(?:ing)? {_THEM}(?:what (?:was missing|i (?:lacked|did wrong|was missing|missed)|went wrong)|why(?: (?:not|i didn't get it|they (?:rejected me|said no|didn't take me|turned me down)|it was a no))?)){_AT_LAST}"
)
_AGAIN = r"(?: again| please| pls| now| for me| so far)*"
_INTERVIEWS = expression(
    rf"{_POLITELY}(?:(?:list|show|see|give|read|open|view|display)(?: me| us)? )?(?:(?:all|the list) )?(?:of )?(?:my (?:old |past |earlier |previous |other )?interviews|my journal|my past|interview history|my history){_AGAIN}"
    rf"|{_POLITELY}(?:list|show)(?: me)? (?:all |the |all the |past |old |earlier |previous )+interviews{_AGAIN}"
    rf"|(?:all )?(?:of )?my (?:old |past |earlier |previous )?interviews{_AGAIN}|(?:{_POLITELY}(?:show|see|open|read|view|display|give)(?: me)? )?(?:the |your )?journal{_AGAIN}"
    r"|(?:which|what|how many) interviews (?:did i (?:tell you(?: about)?|have|write (?:about|down)|do)|have i (?:told you(?: about)?|had|done|written (?:about|down))|do you (?:have|know(?: of| about)?)|are (?:there|in (?:it|my journal|the journal)))(?: so far| already)*"
)
_READ = expression(
    rf"{_POLITELY}(?:read|give|show|bring|play)(?: me)? back (?:to me )?(?:what i (?:wrote|said|told you) (?:about|on|of) |my (?:notes|answers) (?:on|about|for|from) |the (?:interview|notes) (?:at|with|from|on|about|for) )?(?P<back>.{{2,60}}?){_AGAIN}"
    rf"|{_POLITELY}(?:read|show|give|see|open|find|have|get)(?: me)? (?:(?:all )?my (?:notes|answers|words|journal) (?:on|about|for|from|of)|what i (?:wrote|said|told you|put) (?:about|on|of|for)|the (?:notes|interview) (?:on|about|for|from|at|with)|my interview (?:at|with|for)) (?P<shown>.{{2,60}}?){_AGAIN}"
    rf"|what (?:did|have) i (?:write|wrote|written|say|said|tell you|told you|put|note)(?: down)? (?:about|on|of|for|after) (?P<wrote>.{{2,60}}?){_AGAIN}"
    rf"|(?:my )?notes (?:on|about|for|from) (?P<noted>.{{2,60}}?){_AGAIN}"
    rf"|(?:and )?(?P<ordinal>the (?:one|interview) (?:before|after)(?: (?:that|this|it))?|the (?:first|last|latest|previous|next|second|third|oldest|newest) (?:one|interview)){_AGAIN}"
)
_COMPARE = expression(
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
_CLOSE = expression(
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
_A_NEW_ONE = r"(?:a |an |my |the )?(?:whole )?(?:new|another|different|other|next|fresh|further|one more)(?: (?:new|job))* (?:interview|one)"
_TELL = r"(?:tell(?: you)?|talk(?: to you)?|speak(?: to you)?|write|say(?: something)?|add|start|begin|enter|log|put in|report)"
_ANOTHER = expression(
    rf"(?:(?:hi|hey|hello|ok|okay|so|and|now|well|please|yes|right|coach)[, ]+)*(?:(?:i|we)(?:'ve| have)?(?: got)? |there(?:'s| is) |it(?:'s| is) (?:about |for )?|this is (?:about |for )?|about )?{_A_NEW_ONE}(?: to (?:tell you (?:about|of)|talk about|add|tell|start|report)| now| please| today| then)+"
    rf"|(?:(?:hi|hey|hello|ok|okay|so|and|now|well|please|yes|right)[, ]+)*(?:(?:it|this|that)(?:'s| is) )?(?:about |for )?(?:a |an |my )?(?:new|different|another|one more) (?:job )?interview"
    rf"|{_POLITELY}(?:(?:i|we) (?:need|have|want|would like|came|am here|'m here|came back) to |can i |may i |could i |let me |i'll |shall i )?{_TELL} (?:about |of )?{_A_NEW_ONE}(?: at .{{2,30}}| today| now| please| i had| with you)*"
)
_ASK_THEM = expression(
    rf"(?:(?:i'm|i am|im) back[,.! ]+)?(?:(?:so|and|ok|okay|but|then|actually|hm+|well|also|hi|hey)[, ]+)*(?:(?:is there |is it |would it be )?(?:any|worth|some|of any) ?(?:use|good|point|sense)?(?: in| to| of)? (?:writ(?:e|ing)|ask(?:ing)?|chas(?:e|ing)|e?-?mail(?:ing)?|text(?:ing)?|contact(?:ing)?|follow(?:ing)? up)"
    rf"|(?:should|can|could|may|shall|do|must) i (?:still |just |maybe )?(?:write|ask|chase|e?-?mail|text|contact|follow up)|{_POLITELY}(?:help me (?:to )?)?(?:write|ask|chase|follow up))"
    rf"(?: (?:to |with )?(?:{_WHOM}|[a-z][\w'-]+))?(?: (?:again|once more|another time|a second time|where (?:i|they|we|things|it) stands?|if (?:they|he|she)(?:'ve| have|'s| has) decided|what(?:'s| is) (?:happening|going on)|for (?:an answer|news|an update)|about (?:it|the job|their answer)))+"
    r"|(?:i (?:want|would like|need) to |i'd like to |let me |can i |please )?ask (?:them|him|her)(?: now| then| please)*"
)
_JUST_TALK = expression(
    r"(?:(?:hi|hey|hello|ok|okay|so|no|well|please|coach)[, ]+)*(?:talk(?: to me| with me)?|listen(?: to me)?|just listen|(?:can|could|may) (?:we|i|you) (?:please |just )*(?:talk|chat|speak|vent|listen)(?: to (?:you|me|somebody|someone)| with (?:you|me)| for a (?:bit|minute|while)| now| a bit| about (?:it|this|something))*"
    r"|i(?:'d| would)? (?:just |really )*(?:want|need|like|have) to (?:talk|chat|vent|get (?:it|this|something) off my chest|let it (?:all )?out)(?: to (?:you|somebody|someone)| with (?:you|somebody|someone)| about (?:it|this|something)| for a (?:bit|minute|while)| now| a bit)*)(?: please)?"
)
_LONGEST = 120
_ENDS = " .!?"
_WHOLE = (
    (Action.MAP, _MAP),
    (Action.NOTES, _NOTES),
    (Action.INTERVIEWS, _INTERVIEWS),
    (Action.COMPARE, _COMPARE),
    (Action.CLOSE, _CLOSE),
    (Action.ANOTHER, _ANOTHER),
    (Action.TALK, _JUST_TALK),
    (Action.DATA, own_data.DATA),
    (Action.NOTE_TO_STAFF, in_community.NOTE),
    (Action.PARTNER, in_community.PARTNER),
    (Action.NO_PARTNER, in_community.NO_PARTNER),
    (Action.REPORT_PARTNER, in_community.REPORT),
)
"""Wishes that need no more than their name."""


def read(text: str) -> Wish | None:
    """The wish in a short text, None when it holds none."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text).strip(_ENDS)
    for action, pattern in _WHOLE:
        if pattern.fullmatch(folded):
            return Wish(action)
    if found := in_community.NOTE_BACK.fullmatch(folded):
        return Wish(Action.NOTE_BACK, " ".join(words for words in found.groups() if words))
    if found := own_data.KEEP_FOR.fullmatch(folded):
        return Wish(Action.KEEP_FOR, own_data.months_in(found))
    if found := own_data.ERASE.fullmatch(folded):
        if (name := found["name"]) is not None:
            return Wish(Action.ERASE_NAMED, name)
        return Wish(Action.ERASE, found["said"] or found["which"] or found["forgotten"] or "")
    if found := _READ.fullmatch(folded):
        return Wish(Action.READ, next(words for words in found.groups() if words))
    if found := _RETURN.fullmatch(folded):
        return Wish(Action.RETURN, found["there"] or found["said"])
    if _PREPARE.fullmatch(folded):
        return Wish(Action.OPEN, "prepare")
    if _ASK_THEM.fullmatch(folded):
        return Wish(Action.OPEN, "check-in")
    for kind, asking in (("second-chance", _ASK_AGAIN), ("feedback", _ASK_FEEDBACK)):
        if asking.fullmatch(folded):
            return Wish(Action.OPEN, kind)
    if _WANTS_NOTE.fullmatch(folded):
        return Wish(Action.OPEN, "note")
    if _NO_NOTE.match(folded):
        return Wish(Action.DROP, "note")
    for action, patterns in ((Action.CALLED, _CALLED), (Action.ON_THE_PHONE, _ON_THE_PHONE)):
        if came := next((came for came, pattern in patterns.items() if pattern.fullmatch(folded)), None):
            return Wish(action, came)
    for action, pattern in ((Action.DROP, _DROP), (Action.MOVE, _MOVE), (Action.OPEN, _OPEN)):
        if found := pattern.fullmatch(folded):
            return Wish(action, next((name for name in _NAMES if found[name.replace("-", "_")]), "note"))
    if _CALL.fullmatch(folded) and not _NOT_CALLING.fullmatch(folded):
        return Wish(Action.OPEN, "call")
    return None


def asks_to_prepare(text: str) -> bool:
    """Whether a text asks, among other things, to get ready."""
    return bool(_ASKS_TO_PREPARE.search(fold(text[:LONGEST_REMARK])))
