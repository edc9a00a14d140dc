"""Remarks to the coach: questions, complaints and reports that are no answer and must never end up in a letter.

Asked for in every state, so it must be sure: a question that an interviewer put ("how do you find duplicates?") is an
answer wherever we asked what they asked. The rule a newcomer could break: what is taken for a remark is not stored as
an answer, so a wrong catch loses somebody's words.
"""

from __future__ import annotations

from enum import Enum, auto

from core.understanding.expressions import expression
from core.understanding.text import fold, straight


class Remark(Enum):
    """What a person says to the coach besides answering."""

    QUESTION = auto()
    """Something they want to know from the coach."""
    COMPLAINT = auto()
    """The coach misheard, repeated itself or went wrong."""
    CHECK = auto()
    """Whether the coach has taken in what they said."""
    BACK = auto()
    """A greeting of somebody who has been away."""


_LONGEST = 220
_ALREADY = (
    r"(?: (?:already|before|once|twice|(?:two|three|four|\d|so many|several|a hundred) times|earlier|that|this|it|so|about it|about that|above|about|just now|now|again|ages ago"
    r"|(?:at|in) the (?:very )?(?:start|beginning|top)|(?:in|with) (?:my|the) (?:very )?first (?:message|line|sentence)|(?:\w+ ){1,2}(?:lines?|messages?|questions?|minutes?) ago|up there"
    r"|who asked what|all (?:of )?(?:that|it|this)|everything))*"
)
_TOLD = rf"i(?:'?ve| have)? (?:(?:just |already ){{1,2}}(?:told|said|wrote|written|explained|answered|mentioned|did|tell|say)(?: (?:to )?(?:you|u|ya))?|(?:told|tell|said to) (?:you|u|ya)|(?:told|said|wrote|written|explained|answered|typed) (?:it|that|this)(?: all| down)?(?= (?:already|before|above|twice|just now|earlier)\b)){_ALREADY}"
_OH = r"(?:(?:no|hey|but|sorry|ugh|look|um|like|as|well|yes|yeah)[,.! ]+)*+"
_DIDNT_I = r"(?:did ?n'?t|did not|have ?n'?t|have not) i (?:just |already |literally )*(?:tell|say to|told|say|said|write|wrote|explain)(?: (?:to )?(?:you|u|ya))?(?: (?:that|this|it|already|before|just now))*"
_TOLD_BEFORE = expression(rf"{_OH}(?:{_TOLD}|{_DIDNT_I})(?:[.,:;!? -]+|$)")
_TIRED = r"(?: (?:lol|lmao|haha|ffs|jesus|omg|please|now|again|btw|though))*"
_TOLD_AFTER = expression(
    rf"[.,;:! -]+(?:(?:as |like )?{_TOLD}|(?:as|like) i(?:'?ve| have)? (?:just |already |always )?(?:said|wrote|mentioned|told){_ALREADY}){_TIRED}[.! ]*$"
    rf"|[.,;!-] *(?:for the )?(?:second|2nd|third|3rd|last|\w+th) time{_TIRED}[.! ]*$"
)
_SAID_THERE = expression(
    rf"{_OH}i(?:'?ve| have)? just (?:said|answered|explained|mentioned|tell|say) (?!(?:you|u|ya|it|that|this|so|already|before|above|all|everything|now|again|up there)\b)"
    r"(?:idk|i\b|i'?m\b|dunno|nothing|something|anything|whatever|yes\b|no\b|um+\b|the first|(?:\S+ ){5})"
)
""" "I just said idk because i work hard": what they said to them, and no reproach."""
_THAT_ONE = expression(r"[.,;!-] *(?:and )?(?:that's|that is|thats|it's) (?:the one|it|all|what it (?:is|was))[.! ]*$")
_SAID_IT = r"i (?:just |already |did )?(?:said|say|wrote|put|typed|answered|picked|chose)"
_SAID_BEFORE = expression(rf"{_OH}(?:as |like |but )?{_SAID_IT}(?: (?:it was|it's|that it was|that))?[:, ]+(?=\S)")
_SAID_AFTER = expression(rf"[.,;:! -]+(?:as |like )?{_SAID_IT}{_ALREADY}{_TIRED}[.! ]*$")
_TOLD_AT_END = expression(
    r" i(?:'ve| have)? (?:already )?(?:told|said to) (?:you|u|ya)(?: (?:already|before|about|earlier))*[.! ]*$"
)
_ASKS_FOR_IT = expression(r"\b(?:what|everything|all)(?: (?:all|else|exactly|did|have))*[ ]*$")
"""What is left in front where they ask what it was that they told."""
_POINTS_BACK = expression(r"(?:the )?(?:one|that|this|it|same|thing)?(?: (?:one|thing))?")
_BACK = expression(
    r"(?:(?:hi|hey|hello|yo|ok|okay|so|oh|and|well|good (?:morning|evening|afternoon)|sorry|apologies|my bad|morning|evening|there|again)\b[,.!? ]*)*+"
    r"(?:(?:i'm|i am|im|am) (?:back|here)(?: (?:now|again))?"
    r"|(?:sorry[,.]? )?(?:(?:i was|was|i've been|been|had been) (?:so |really |very |quite |a bit |just )?(?:busy|away|asleep|offline|at work|out|working|sleeping|driving|gone)(?: .{0,20})?)"
    r"|(?:sorry[,.]? )?(?:i )?(?:totally |completely |almost |just )?forgot(?: (?:about )?(?:this|it|you|that|to (?:answer|reply|write)(?: back)?))?"
    r"|(?:sorry[,.]? )?(?:for |about )?(?:the |my )?(?:late|slow|delay(?:ed)?)(?: (?:reply|answer|response|in (?:replying|answering)))?"
    r"|(?:sorry[,.]? )?(?:i )?(?:just |only )?(?:now )?(?:saw|seen|noticed|read) (?:this|it|your message|that)(?: (?:now|just now|only now))?"
    r"|(?:sorry[,.]? )?i (?:went|was|have been|had gone|'ve been) (?:quiet|silent|offline|ill|sick|gone)(?: .{0,20})?"
    r"|(?:do|can) you (?:still |even )?(?:remember|know|have) (?:me|us|my (?:interview|story|answers))(?: still)?"
    r"|(?:is it |am i )?(?:too late|not too late) to (?:carry on|continue|go on|finish(?: this)?|come back)|can (?:we|i) (?:still )?(?:carry on|continue|go on|pick this up)(?: (?:where we (?:left off|stopped)|from (?:here|there)|again))?"
    r"|let'?s (?:finish|continue|carry on with|go on with|pick up|do) (?:this|it|that|the rest)(?: now)?"
    r"|(?:i'm |i am |now i'm |now i am )?ready (?:to (?:go on|continue|finish(?: this)?|carry on)|again|now)(?: now)?"
    r"|(?:long time no see|it's me(?: again)?|me again))"
    r"(?:[,.!? ]+(?:sorry|hi|hello|again|now|though|lol|i'm back|i am back))*[,.!? ]*"
)
_CHECK = expression(
    r"^(?:(?:and|but|so|ok|okay|wait|hey|sorry|hang on)[,.!? ]+)*(?:did|have) you (?:even |actually |really |at least )?"
    r"(?:got|get|noted?|hear|heard|write down|written down|saved?|ke(?:ep|pt)|register(?:ed)?|understand|understood|remember|catch|caught)\b"
    r"(?! (?:along|on|here|home|to|there|hired|promoted|fired|any|an?|our|your|why|how|back|up|about|what (?!i\b)"
    r"|the (?!names?\b|day\b|date\b|place\b|note\b|last\b|rest\b))\b)[^.!?]{0,60}\?+"
    r"|^(?:did|have) you (?:got|get|noted?|hear|heard|register(?:ed)?|saved?|caught|catch) (?:that|it|this|everything|all (?:of )?(?:that|it)|what i (?:said|wrote|told you))\b"
)
_COMPLAINT = expression(
    r"^(?:(?:no|hey|wait|hang on|hold on|sorry|but|ugh|oi|what|hello|again|look)[,.!? ]+)*"
    r"(?:you(?:'re| are)? (?:not|aren't|didn't|don't|(?:have not|haven't|did not|never|still (?:have not|haven't|did not|didn't)) (?:yet |even |really )*(?:answer|listen|repl|respond|hear|read)\w*|keep|just|already|got (?:that|it) wrong|misunderstood|misheard|missed)\b"
    r"|that(?:'s| is| was|'s was)? ?(?:not|n't|isn't|wasn't) (?:what|my|an?|right|the)\b"
    r"|(?:i|we)(?: have|'ve)?(?: just| already)? (?:did|told|said|say|answered|wrote|explained) (?:(?:this|that|it)(?= *$|[.,!?]| (?:all|already|before|twice|once|earlier|just now|so|above|(?:at|in) (?:the (?:very )?(?:start|beginning|first|top)|my first)|to you|a (?:minute|second|moment))\b)|you\b|so\b|already\b)"
    r"|(?:i|we)(?:'ve| have)? already (?:said|told|did|answered|wrote|explained)"
    r"|where did .{1,40} come from|did you (?:even )?(?:read|listen|hear)|are you (?:even )?(?:reading|listening|serious)"
    r"|why are you (?:asking|telling|saying)|why do you keep|stop asking|i asked (?:you|if|whether|a question)|not what i)"
)
_ASKS_COACH = expression(
    r"(?:^|[.!?,] ?(?:and |but |so |before that though,? )?)(?:and |but |so |ok |well |hm+ |also )*"
    r"(?:(?:is|was|would|will) (?:it|this|that) (?:even |still |really |ok |okay |good |worth|too late|normal|legal|allowed|bad|rude)"
    r"|(?:should|can|could|may|must|do|shall) i\b|(?:can|could|will|do|are|would) you\b|how (?:do|can|should|could) i\b"
    r"|what (?:time|day|should i|do i|can i|happens|is (?:a |the )?(?:recruiter|note|panel))|who (?:can|will|sees|reads)\b"
    r"|(?:do|did|will) (?:they|i) (?:still |even )?(?:hire|have a chance|lose|lost|kill|blow)"
    r"|when should i|where (?:do|can|is) (?:i|my|the note)|will (?:anyone|they|i)\b|did i (?:kill|blow|lose|ruin)|are you sure)"
    r"[^.!]*\?"
)


_AUX = r"(?:is|are|was|were|do|does|did|don't|doesn't|didn't|isn't|aren't|would|wouldn't|will|won't|can|can't|could|couldn't|should|shouldn't|shall|may|might|must|am|have|has|had)"
_BARE_QUESTION = expression(
    rf"(?:(?:and|but|so|ok|okay|wait|hm+|um+|honestly|like|then|also|oh|sorry|hey|well|seriously|ugh|god|please)[, ]+)*"
    rf"(?:(?:what|why|how|when|who|where|which)(?: (?!(?:i|we|they|he|she|you|it)\b)[\w'-]+){{0,2}}? ?(?:'s|'d|'ll|{_AUX}|happens|cares|if)\b|{_AUX} (?:i|it|this|that|they|he|she|you|there|anyone|anybody|somebody|everyone|people|the|my|these)\b)[^.!?]*\?+ *"
    r"|(?:and |but |so )?(?:who cares|so what|what for|what's the point|why bother|why me|does it matter|what difference does it make|what happens (?:now|next|if .{3,60}))[?.! ]*"
)
_ASKS = (
    rf"(?:(?:what|why|how|when|who|where|which)(?: (?!(?:i|we|they|he|she|you|it)\b)[\w'-]+){{0,2}}? ?(?:'s|'d|'ll|{_AUX}|happens|if)\b"
    rf"|{_AUX} (?:i|it|this|that|they|he|she|you|we|there|anyone|anybody|somebody|everyone|people|the|my|these)\b"
    r"|any (?:use|point|chance|hope|idea|ideas|tips?|advice|good)\b|worth\b|how about\b|what about\b)"
)
_TELLS_OR_ORDERS = (
    r"(?:which (?:is|was)|what [\w'-]+ (?:is|was)|(?:do|don't|have|may|might) (?:it|this|that|the|my|these)|worth (?!it\b|\w+ing\b))\b"
    r"|[^.!?]*\b(?:is|was)\b[^.!?]*\b(?:is|was)\b"
)
"""How nobody asks without a mark: "which was a shame", "what is hard is the waiting", "do it"."""
_QUESTION = expression(
    r"(?:(?:and|but|so|ok|okay|wait|hm+|um+|no|yes|honestly|like|then|also|oh|sorry|hey|well|seriously|ugh|god|please|thanks|thank you|thx)\b[,! ]*)*+"
    rf"(?:{_ASKS}[^.!?]*\?+|(?!{_TELLS_OR_ORDERS}){_ASKS}[^.!?:;]*)[.! ]*"
)
"""As a person in a hurry asks it, with or without its mark; sure enough only where the text fits nothing else."""
_UNMARKED = expression(
    r"(?:(?:and|but|so|ok|okay|wait|hey|oh|well|please)\b[,! ]*)*+(?!.*\bi (?:thought|wondered|kept thinking|was thinking)\b)"
    r"(?!(?:what|how) (?:do|should) i\b.* is i\b)"
    r"(?:(?:what|how|when|where|who) (?:do|should|must|shall) i\b|(?:should|must|shall|will) i\b|will (?:they|he|she)\b)[^.!?:;]{3,}"
)
"""What nobody says but as a question, and of themselves."""
_SENTENCE = expression(r"(?<=[.?!;])\s+|\n+")
_ANSWERS_ITSELF = expression(
    r" *(?:well |simple |easy )*[,:]? ?(?:because|i|by|with|first|then|you|we|so i)\b(?: \S+){3,}"
)
""" "How do i know? because i did it for two years"."""
_MOST_BARE = 14
_LONGEST_UNMARKED = 80
"""A question without its mark is short."""


def read(text: str) -> Remark | None:
    """What a short text says to the coach, None when it may be an answer."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text)
    if _BACK.fullmatch(folded):
        return Remark.BACK
    if _COMPLAINT.match(folded):
        return Remark.COMPLAINT
    if _CHECK.match(folded):
        return Remark.CHECK
    if (asked := _ASKS_COACH.search(folded)) and not _ANSWERS_ITSELF.match(folded, asked.end()):
        return Remark.QUESTION
    return None


def is_bare_question(text: str) -> bool:
    """Whether a text is a question and nothing else; where one of theirs is asked for, it is the answer."""
    if len(text) > _LONGEST or len(text.split()) > _MOST_BARE:
        return False
    folded = fold(text)
    if _UNMARKED.fullmatch(folded) is not None:
        return True
    is_marked = "?" in text or len(text) <= _LONGEST_UNMARKED
    return is_marked and _BARE_QUESTION.fullmatch(folded) is not None


_SAID_ABOVE = expression(
    r"(?:well |like |as )?(?:(?:please )?(?:see|look|read) (?:it )?(?:above|further up)|as above|(?:i )?(?:already|just) (?:said|wrote|told)(?: (?:it|that|so|this|you))?"
    r"|(?:the )?same (?:as|like) (?:above|(?:what )?i (?:said|wrote|told)\b.{0,20})|(?:what )?i (?:said|wrote|told you) (?:above|before|earlier|already))[.! ]*"
)


def told_already(text: str) -> str | None:
    """What is told once more beside "I already told you"; empty if nothing is, None if nobody says so."""
    if len(text) > _LONGEST:
        return None
    shown = straight(text)
    if len(lowered := shown.lower()) != len(shown) or _SAID_THERE.match(lowered):
        return None
    if _SAID_ABOVE.fullmatch(fold(text)):
        return ""
    if (front := _TOLD_BEFORE.match(lowered)) is not None:
        rest = text[front.end() :]
    elif (end := _TOLD_AFTER.search(lowered)) is not None or (end := _TOLD_AT_END.search(lowered)) is not None:
        rest = text[: end.start()]
        if _ASKS_FOR_IT.search(rest.lower()):
            return None
    else:
        return None
    if front is not None and (one := _THAT_ONE.search(rest.lower())) is not None:
        rest = rest[: one.start()]
    rest = rest.strip(" .,;:-")
    return "" if _POINTS_BACK.fullmatch(rest.lower()) else rest


def said_before(text: str) -> str | None:
    """What "i said 4" says; where own words are asked for it is a story ("i said nothing"). None if nobody says so."""
    if len(text) > _LONGEST:
        return None
    shown = straight(text)
    if len(lowered := shown.lower()) != len(shown):
        return None
    if (front := _SAID_BEFORE.match(lowered)) is not None:
        return text[front.end() :].strip()
    return text[: end.start()].strip() if (end := _SAID_AFTER.search(lowered)) is not None else None


def is_question(text: str) -> bool:
    """Whether a text asks something, with or without a mark; only for where it fits nothing else."""
    if len(text) > _LONGEST:
        return False
    return text.rstrip().endswith("?") or any(_asks(sentence) for sentence in _SENTENCE.split(text))


def without_questions(text: str) -> str:
    """A short text without the sentences that ask something."""
    if len(text) > _LONGEST:
        return text
    rest = (one for one in _SENTENCE.split(text) if read(one) is not Remark.QUESTION and not _asks(one))
    return " ".join(rest).strip()


def _asks(sentence: str) -> bool:
    return len(sentence.split()) <= _MOST_BARE and _QUESTION.fullmatch(fold(sentence)) is not None


def after_greeting(text: str) -> str | None:
    """What follows the greeting of somebody who has been away; None where nobody greets so, or says nothing else."""
    if len(text) > _LONGEST:
        return None
    sentences = [sentence.strip() for sentence in _SENTENCE.split(text) if sentence.strip()]
    greeted = 0
    while greeted < len(sentences) and _BACK.fullmatch(fold(" ".join(sentences[: greeted + 1]))) is not None:
        greeted += 1
    if not greeted and len(sentences) > 1 and _BACK.fullmatch(fold(" ".join(sentences[:2]))) is not None:
        greeted = 2  # "hey. i'm back."
    return " ".join(sentences[greeted:]) or None if greeted else None
