"""News in three words: "hired", "got job", "bank said yes", "they rang. i start monday".

Such words say nothing for sure inside a story, so a message is read here only as a whole: every clause of it has to be
news, or the little that people put around it. How sure it is decides what becomes of it: sure news is taken, likely
news is asked about, and what is news only as an answer ("yes, got it") counts where we asked whether anything came.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from core.understanding.expressions import expression
from core.understanding.text import fold
from core.understanding.wordlists import either


class Certainty(StrEnum):
    """How sure it is; the values are the names of the details."""

    SURE = "outcome"
    LIKELY = "outcome-likely"
    IF_ASKED = "outcome-if-asked"


class ShortNews(NamedTuple):
    """What they answered, as far as a few words tell."""

    outcome: str
    certainty: Certainty


KIND = either("organisations", "institutions")
WHO = rf"(?:(?:they|he|she|it|(?:the |my )?(?:{KIND}|company|firm|office|shop|panel|hr|recruiter|agency))(?:'ve|'re)?)"
_ADVERBS = r"(?:(?:have|has|are|just|finally|now|already|at last|really|actually|also|all|today) )*"
_DAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_START = (
    rf"start(?:ing|s)? (?:work )?(?:on |in |from |next |this |coming |the )*(?:{_DAY}|{_MONTH}|tomorrow|week|month|year|\d+\w*)"
    rf"(?: (?:{_MONTH}|morning|already|week|the \d+\w*|\d+))*"
)
FAMILY = "mum|mom|mam|mother|dad|father|nan|gran|grandma|sister|brother|wife|husband|partner|son|daughter|aunt|auntie|uncle|cousin|friend|mate|friends|kids"
_SOMEBODY = rf"(?:{WHO}|(?!(?:i|we|you|my|and|so|but|{FAMILY})\b)[^\W\d_][\w'-]+)"
"""Who has a name may be the one who decides."""
_CHAT = r"(?:chat|talk|coffee|meeting|conversation|word|look|visit|tour|trial(?: (?:day|shift))?|second \w+|2nd \w+)"
_WHAT_FOR = rf"(?:for (?:a|an|another|one more) (?:little |quick |short |proper |longer )?{_CHAT}|to (?:talk|chat|meet (?:them|him|her|everyone|the (?:team|owner|boss|others))|have a (?:chat|talk|look)))"
_TOLD_YOU = r"(?:i(?:'ve| have)? (?:(?:just|already) )*told (?:you|u)(?: (?:already|before|twice|that))*|(?:as|like) i (?:said|told you))"
_PAY = (
    r"(?:(?:it's|its|at|for|on|with|paying|pays|pay is) )*\W?\d+k?(?: ?(?:an?|per|/) ?(?:hour|hr|day|week|month|year))?"
)
_AROUND = expression(
    r"(?:yes+|yeah|yep|yay+|oh(?: my)?(?: god)?|omg|wow|hey|hi|hello|guess what|(?:some )?(?:good|bad|great|sad) news|finally|so|well|ok|okay|"
    r"lol|haha+|no|nope|sadly|unfortunately|thanks?|thank you|thank god|at last|update|can you believe it|i can't believe it|typical|"
    rf"it's over|its over|that's it|so happy|i'm (?:so )?(?:happy|sad|gutted|relieved)|the \w+ one|this morning|today|yesterday|just now|{_WHAT_FOR}|{_TOLD_YOU}|{_PAY}"
    r"|(?:(?:i'm|i am|am|so|very|really|a bit|and|but|also|now|just|totally|completely|absolutely|kind of|kinda|bit) )*(?:terrified|petrified|scared|nervous|excited|anxious|worried|freaking out|panicking|shaking|stressed|over the moon)"
    r"(?: (?:now|already|about it|too|though|tho|lol|to death|tbh))*)"
)
_FOR_A_CHAT = expression(rf"\b{_WHAT_FOR}")
_CONTACT = expression(
    rf"(?:so |and |well )?(?:i )?(?:just |finally )?(?:called|rang|phoned|e?-?mailed|te?xte?d|messaged) (?:(?:him|her|them|the (?:{KIND}|company|firm|office|manager|boss))(?: up| back)?|up|back)(?: (?:today|just now|yesterday|this morning))*|"
    rf"{_SOMEBODY} {_ADVERBS}(?:called|rang|phoned|e?-?mailed|wrote|te?xte?d|messaged|answered|replied|got back|got in touch)(?: (?:me|back|to me|again|today|just now|yesterday|this morning))*"
)
_LEAD = (
    rf"(?:(?:yes|yeah|yep|yay|and|so|well|omg|oh|finally|just|hey|ok|guess what|no|sadly|unfortunately|{_TOLD_YOU}) )*"
)
_NOT_YET = r"(?:haven't|have not|hasn't|has not|'ve not|'s not|never|didn't|did not|not)(?: (?:even|yet|ever|actually|really))*"
_WROTE = r"(?:rung|rang|ring|called|call|phoned|phone|te?xte?d|text|e?-?mailed|e?-?mail|messaged|message|written|wrote|write|replied|reply|answered|answer|responded|respond|been in touch|(?:got|gotten|get|come|came) back)(?: (?:to )?me)?(?: back)?"
_SO_LONG = r"(?: (?:in|for|since|after) (?:(?:over|about|nearly|almost|more than|the|last) )*(?:\w+ )?(?:days?|weeks?|months?|ages|then|weekend|\w+day|fortnight))?(?: now| yet| so far| still)*"
_IN_MONTHS = r"(?:(?:in|after) (?:[\w-]+ ){1,3}(?:months?|years?)|next year)\b(?: (?:time|with|when|once|if)\b.{0,40})?"
"""So far off that it is no step to come."""
_CLAUSES: tuple[tuple[str, Certainty, str], ...] = (
    (
        "offer",
        Certainty.SURE,
        rf"(?:i'm |i am |i got |i was |just got |got )?hired|(?:i(?:'ve| have)? (?:just )?)?(?:got|gotten|have|landed) (?:the |this |that )?(?:job|role|position|post)"
        rf"|{WHO} {_ADVERBS}(?:took|taken|taking|hired|chose|chosen|picked|want|accepted|are taking) me(?: on)?"
        rf"|{WHO} {_ADVERBS}(?:gave|given|giving) (?:it|the job) to me|{WHO} {_ADVERBS}said yes(?: to me)?|(?:it's|it is|it was|that's|answer is) a yes"
        rf"|{WHO} {_ADVERBS}(?:said|says|told me) (?:that )?i(?:'ve| have)? (?:got|get|have) (?:it|the job|the post)|i (?:will )?{_START}|i passed(?: the interview)?|i got accepted"
        rf"|i(?:'ve| have)? (?:just |already )?(?:accepted|took|taken|said yes to) (?:the|their) (?:job|offer|role|position|post)",
    ),
    (
        "rejected",
        Certainty.SURE,
        rf"(?:{WHO} {_ADVERBS}(?:said|says|say|told me|tells me) )?(?:to |i (?:can|could|should) )?(?:come back|try|re-?apply|apply)(?: again)* {_IN_MONTHS}",
    ),
    ("rejected", Certainty.IF_ASKED, r"(?:i )?(?:failed|flunked)(?: (?:it|the (?:\w+ )?test|the trial))?"),
    (
        "rejected",
        Certainty.SURE,
        rf"(?:i'm |i am |i got |i was |just got |got |been )?rejected|{WHO} {_ADVERBS}said no(?: to me)?|(?:i )?(?:didn't|did not) get it"
        rf"|{WHO} (?:didn't|did not|don't|do not) (?:take|want|pick|choose) me",
    ),
    (
        "rejected",
        Certainty.SURE,
        r"(?:(?:my|that's|thats|it's|yet|just|got|that is|and) )*(?:second|third|fourth|fifth|sixth|[a-z]+th|\d+(?:nd|rd|th)?|another|one more) (?:job )?rejection(?: letter| e-?mail)?"
        r"(?: (?:in a row|this (?:week|month|year)|today|so far|now|already|since \w+|in (?:an?|two|three|four|\d+) (?:weeks?|months?|days?)))*",
    ),
    (
        "offer",
        Certainty.LIKELY,
        rf"{_START}|i (?:just )?got it|i(?:'ve| have)? (?:just )?(?:took|accepted|taken|take) it(?: already)?|i(?:'ve| have)? (?:just )?accepted|i said yes",
    ),
    (
        "next-round",
        Certainty.LIKELY,
        rf"(?:{_SOMEBODY} )?{_ADVERBS}(?:says?|said|told me|tells me|asked me|asks me|wants me|invited me|invites me)(?: (?:to|please|i should|that i should|i can|can i|can you|could i|could you|you can|to please))?"
        rf" (?:come|pop|drop|stop|go) (?:in|by|round|over|back|down|up|along)(?: again| there| in)?(?: {_WHAT_FOR})? (?:on |this |next |coming |for )*(?:{_DAY}|tomorrow|tmrw|week|the \d+\w*|\d+\w* {_MONTH})"
        rf"(?: (?:morning|afternoon|evening|at \d[\d:.]*(?: ?[ap]m)?|\d[\d:.]*(?: ?[ap]m)))*(?: {_WHAT_FOR})?"
        rf"|come (?:in|by|back|over) (?:on |this |next )*(?:{_DAY}|tomorrow) {_WHAT_FOR}",
    ),
    ("offer", Certainty.IF_ASKED, r"got it|accepted|they did"),
    (
        "rejected",
        Certainty.SURE,
        rf"(?:it's|it is|it was|that's|(?:the )?answer (?:is|was))(?: just| only| sadly| definitely)? (?:a |another )?(?:flat |firm |clear |polite |definite |big )?no(?: from {WHO}| again| for me)?"
        rf"|(?:i |i've |just )?(?:got|had|get) (?:a|the|another|my) (?:no|rejection)(?: from {WHO}| again)?|(?:a |another |the )?no from {WHO}"
        rf"|(?:a |another |the |my )?rejection(?: (?:e-?mail|letter|mail|text))?(?: has)? (?:came|come|arrived|is here|is in)|{WHO} {_ADVERBS}(?:rang|called|phoned|wrote|e?-?mailed|texted) and said no(?: thanks| thank you| sorry| this time| in the end)?"
        rf"|(?:and )?(?:{WHO} )?{_ADVERBS}said no (?:thanks|thank you|sorry|this time|in the end)|{WHO} {_ADVERBS}passed(?: on me)?",
    ),
    (
        "rejected",
        Certainty.LIKELY,
        r"no (?:luck|joy|dice|go)(?: this time| again| for me)?|not this time|not to be|better luck next time",
    ),
    ("offer", Certainty.LIKELY, r"i'm in|i made it|i did it|they (?:want|wanted) me"),
    (
        "next-round",
        Certainty.LIKELY,
        rf"(?:i )?(?:got |been |was )?(?:called|invited|asked)(?: me)? back(?: in)?(?: (?:for|on) (?:{_DAY}|tomorrow|next week))?|{WHO} {_ADVERBS}invited me(?: in| back| again)?",
    ),
    (
        "waiting",
        Certainty.SURE,
        rf"(?:{WHO}|nobody|no one)(?:'s)? (?:still )?{_NOT_YET} {_WROTE}{_SO_LONG}|(?:still )?no (?:news|word|call|reply|answer|e-?mail|text)(?: from {WHO})?(?: back)?{_SO_LONG}"
        rf"|(?:it's been |it has been |been |after )?(?:(?:over|about|nearly|almost|more than) )*\w+ (?:days?|weeks?|months?)(?: now)?(?: and| but| of)? (?:still )?(?:nothing|silence|no (?:word|news|call|reply|answer))(?: from {WHO})?"
        rf"|nothing (?:so far|yet|as yet|back|from {WHO}){_SO_LONG}|not a (?:thing|word)(?: from {WHO})?|{WHO} said (?:they|he|she)(?:'d|'ll| would| will) .{{3,30}} (?:and|but) (?:they |he |she )?(?:still )?(?:didn't|haven't|hasn't|never did)",
    ),
)
"""Some of it is as good as said only where it is all that is said: inside a story it may be of anything."""
_NEWS = [
    (outcome, sure, expression(rf"{_LEAD}(?:{pattern})(?: (?:now|today|already|too|lol|then|yesterday))*"))
    for outcome, sure, pattern in _CLAUSES
]
_HEARD = expression(
    rf"(?:i(?:'ve| have)? |just |finally )*heard(?: back)?(?: from {WHO})?(?: (?:today|yesterday|just now|this morning))?|(?:(?:the|an?|my|their) )?(?:e-?mail|(?:offer |appointment )?letter|contract|answer|reply|call|text|news)(?: (?:from|back from) {WHO})?(?: has| just| finally)* (?:came|come|arrived|is here|is in)(?: (?:today|in|back|through))?"
    rf"|{WHO} {_ADVERBS}(?:called|rang|phoned|e?-?mailed|wrote to|texted) {WHO}|(?:whatever|oh well|never mind|anyway|there you go|as expected|of course|figures|same as (?:before|always|ever))"
)
"""That an answer came, and the shrugs beside it; what the answer was stands beside it."""
_LETTER_CAME = expression(
    r"(?:(?:the|an?|my|their|offer|appointment) )*(?:letter|contract)\b.* (?:came|come|arrived|is here|is in)(?: (?:today|in|back|through|now))*"
)
"""What is written down and sent is an answer; an e-mail may be of anything."""
_BREAK = expression(
    r"[.,;:!?()\n]+|\s-+\s| and (?=i |they |got |start)|(?<=called) (?=i )|(?<=rang) (?=i )|(?<=phoned) (?=i )"
)
_SIGNS = expression(r"(?:[:;=]['\-]?[()DPp/|\[\]]+|[\u2190-\u2bff\U0001f300-\U0001faff\ufe0f]|<3|x+(?=\s*$))")
_SAID_BEFORE = expression(rf"\b{_TOLD_YOU}\b")
_LONGEST = 90


def read(text: str) -> ShortNews | None:
    """The news that a short message tells with all of its words; None when it says something else as well."""
    if len(text) > _LONGEST:
        return None
    clauses = [clause for part in _BREAK.split(_SIGNS.sub(" . ", fold(text))) if (clause := " ".join(part.split()))]
    told: list[ShortNews] = []
    called = came = False
    for clause in clauses:
        if (news := _news(clause)) is not None:
            told.append(news)
        elif _CONTACT.fullmatch(clause):
            called = True
        elif _HEARD.fullmatch(clause):
            came = came or _LETTER_CAME.fullmatch(clause) is not None
        elif not _AROUND.fullmatch(clause):
            return None
    if len({news.outcome for news in told}) != 1:
        return None
    surest = min((news.certainty for news in told), key=list(Certainty).index)
    is_sure = (
        called
        or came
        or _SAID_BEFORE.search(fold(text)) is not None
        or len(told) > 1
        or (told[0].outcome == "next-round" and _FOR_A_CHAT.search(fold(text)) is not None)
    )
    return ShortNews(told[0].outcome, Certainty.SURE if is_sure else surest)


def _news(clause: str) -> ShortNews | None:
    return next((ShortNews(outcome, sure) for outcome, sure, pattern in _NEWS if pattern.fullmatch(clause)), None)
