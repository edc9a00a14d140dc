"""A moment or a question as it is named in a short reply: "just that question. why did i leave", "mostly the sauce".

What stalled, as a story tells it, is read in `difficulties`; here nothing need have gone wrong in so many words, because
the moment was asked for. The rule a newcomer could break: what is called by no name of its own ("all of it", "the rest")
is no moment.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.records import unsaid
from core.remembering import remembered
from core.understanding.expressions import expression
from core.understanding.persons import to_you
from core.understanding.text import LONGEST_REMARK, LONGEST_STORY, fold, straight

_I = re.IGNORECASE


@unsaid
class Moment(NamedTuple):
    """What a reply names; empty where it names nothing."""

    called: str = ""
    """What they call it: "the complaint question", "the sauce"."""
    question: str = ""
    """The question as it was put, where they give it."""
    is_question: bool = False
    """Whether it is a question of theirs that is named."""
    is_only: bool = False
    """Whether they say that it was nothing but this."""


_CLAUSE_ENDS = expression(
    r"[.;!?\n,]+\s*| - |\s+(?:but|because|cos|cuz|the rest|rest of|everything else|otherwise)\b", _I
)
_SENTENCE = expression(r"[^.!?\n]+[?]?")
_LEAD = expression(
    r"(?:(?:(?:yes|yeah|yep|ya|yh|no|nope|nah|well|ok|okay|so|um+|hm+|oh|honestly|tbh|like|idk|i (?:think|guess|suppose|mean|said)|i'd say|it(?:'s| was| is)?(?: all)?"
    r"|that(?:'s| was| is)|to be honest|none of (?:those|these|them)|one (?:moment|question|thing)|some(?: of it)?|parts?(?: of it)?"
    r"|in|on|at|with|about|all about|when it came to|mostly|mainly|mostly it was|really|basically|and|only|just|simply|namely)\b|\d{1,2}\b[.):]?)[ ,.:?!-]*)*",
    _I,
)
_ONLY = expression(
    r"\b(?:only|just|simply|nothing but|one (?:moment|question|thing|bit|part)|(?:that's|thats|that is|that was|was) the one)\b|\b(?:the )?(?:rest|remainder|everything else|before(?: that)?|after(?: that)?|otherwise)\b(?: \w+){0,4}? "
    r"(?:was|were|went|is)(?: \w+){0,2}? (?:fine|ok|okay|good|well|alright|all right|great|smooth(?:ly)?)\b",
    _I,
)
_VERB = (
    r"(?:was|were|is|are|went|did|do|had|have|has|felt|got|said|asked|liked|thought|think|know|knew|came|comes|would|could|should|can|will|"
    r"i|i'm|they|he|she|it|we|you)"
)
_QUESTION = r"(?:questions?|quest|qs?|qn|qestion|questoin|quesion)"
_NAMELESS = (
    r"(?:rest|whole|entire|interview|others?|same|usual|lot|most|way|time|day|job|end result|worst|point|fault|fuck|hell|thing|"
    r"first|second|third|last|next|only|one)"
)
_OWN_NAME = rf"(?!(?:whole|entire|same|usual|rest|others?)\b)(?:(?!{_VERB}\b)[\w'/&-]+ ){{0,5}}(?!{_NAMELESS}\b)(?!{_VERB}\b)[\w'/&-]+"
_NOUN = expression(rf"(?:the|that|this|these|my|their|his|her) {_OWN_NAME}", _I)
_NAMED_QUESTION = expression(
    rf"\b(?:the|that|this|their|his|her|my) (?!same\b|whole\b|other\b|next\b|first\b|second\b|third\b|last\b|only\b)(?:(?!{_VERB}\b)[\w'/&-]+ ){{1,5}}?(?:{_QUESTION}|one)\b(?!'s)"
    rf"|\b(?:the|that|this|their|his|her|one) (?:(?:only|one|first|second|third|last|single) )?(?:{_QUESTION}|one|bit|part) (?:about|on|with|of|where|when|concerning|regarding) (?!(?:it|that|them|him|her|me|us|this)\b)(?:[\w'/&-]+ ?){{1,8}}",
    _I,
)
_THAT_QUESTION = expression(rf"(?:the|that|this) (?:one )?{_QUESTION}", _I)
_WHEN_ASKED = expression(
    r"(?:the (?:moment|bit|part) )?when (?:they|he|she|mrs? \w+|ms \w+|dr \w+|the \w+|one of them) (?:asked|wanted to know|said|brought up)(?: me| us)? (?P<asked>.{4,80})",
    _I,
)
_PUT = (
    r"(?:(?:why|what|how|where|when|who|which)(?:'s|s)? (?:(?!(?:i|they|he|she|it|we)\b)\w+ ){0,3}?(?:did|do|does|are|were|was|is|would|will|have|has|can|could|should|makes?|made|brings?|brought|attracts?|motivates?|interests?)"
    r" (?:you|your|yours|we|our|us|this|it|the|that|i|my|me|there|an?)\b"
    r"|(?:why|how come) (?:this|us|you|our)\b|tell (?:me|us)\b|talk (?:me|us) through|walk (?:me|us) through|describe\b|give (?:me|us)\b|(?:do|did|have|can|could|would|are|were) you\b|explain\b|name\b)"
)
_PUT_QUESTION = expression(rf"[\"']?{_PUT} .+", _I)
_LEADS_TO_PUT = expression(
    rf"(?:(?:the|that|this) )?(?:{_QUESTION}|one)?[:, ]*(?:was|is|like|being|of)?[:, ]*[\"']?(?={_PUT})", _I
)
_IN_TEXT = expression(
    rf"\b(?:on|at|with|about|over|during|in|answering|after|by|to|of|for) (?P<named>(?:the|that|this|their|his|her) (?!same\b|whole\b|other\b|next\b|first\b|second\b|third\b|last\b|only\b)(?:(?!{_VERB}\b)[\w'/&-]+ ){{1,5}}?{_QUESTION})\b",
    _I,
)
_SHORT_QUESTION = expression(r"\b(?:quest|qs?|qn|qestion|questoin|quesion)\b(?=\W*$)", _I)
_ONE = expression(r"\bone$", _I)
_ONE_ABOUT = expression(r"^(?:the )?one (?:question )?(?=(?:about|on|with|of|concerning|regarding)\b)", _I)
_POINTS = expression(r"^(?:that|this|these|their|his|her)\b(?= )", _I)
_FEWEST_WORDS_PUT = 3
_MOST_WORDS_CALLED = 9
_MOST_WORDS_PUT = 25


@remembered(512)
def named(text: str) -> Moment:
    """What a short reply names as the moment: its first name for it, and the question's words where they are given."""
    if len(text) > LONGEST_REMARK:
        return Moment()
    shown = straight(text).strip()
    is_only = _ONLY.search(shown) is not None
    called, is_question, question = "", False, ""
    for sentence in _SENTENCE.findall(shown):
        put = as_put(sentence)
        if put and not question:
            question, is_question = put, True
            continue
        clause = _CLAUSE_ENDS.split(_without_lead(sentence))[0].strip(" \"'")
        if (found := _called(clause)) and not called:
            called, of_question = found
            is_question = is_question or of_question
    if called and _THAT_QUESTION.fullmatch(called):
        called = ""
    return Moment(called, question, is_question, is_only) if called or is_question else Moment()


def as_put(sentence: str) -> str:
    """The question that a sentence is, or ends in, as it was put to them; empty where it is none."""
    bare = _without_lead(sentence)
    lead = _LEADS_TO_PUT.match(bare)
    bare = bare[lead.end() :] if lead is not None else bare
    if not _PUT_QUESTION.fullmatch(bare) or not _FEWEST_WORDS_PUT <= len(bare.split()) <= _MOST_WORDS_PUT:
        return ""
    return bare.strip(" \"'.!")


_FORGOTTEN = expression(
    r"(?=.*(?:\bno\b|\bnope\b|\bnah\b|\bnot\b|n't\b|\bforgot|\bidk\b))(?:(?:no|nope|nah|not|sorry|i|i'm|really|exactly|quite|much|sure|do|don't|can't|couldn't|could|can|remember|recall|know|idk|forgot|forgotten"
    r"|how|they|he|she|put|it|said|asked|worded|that|the|word|words|for|wording|exact|any ?more|now|well|at|all|tbh|honestly|afraid|just|already|of|them|to be honest)\b[ ,.!?-]*){1,12}"
)


@remembered(512)
def is_forgotten(text: str) -> bool:
    """Whether all that they say is that they do not know any more how the question was put."""
    return len(text) <= LONGEST_REMARK and _FORGOTTEN.fullmatch(fold(text).strip()) is not None


@unsaid
class Wording(NamedTuple):
    """What they write where they are asked how a question was put."""

    question: str
    answer: str = ""
    """What they would have said, where they write that in the same breath."""


_QUOTED = expression(
    r"(?:^|[:,]|\b(?:asked|said|like|was|is)(?: me| us)?)[:,]? *(?P<mark>[\"'])(?P<said>[^\"\n]{8,300}?)(?P=mark)(?!\w)",
    _I,
)
_ASKED_BY_NAME = re.compile(
    r"(?:it was )?(?:(?:Mr|Mrs|Ms|Dr|Sir|Madam|Miss|the)\.? )?(?:[A-Z][\w'-]+\.? ){1,3}(?:who )?asked(?: me| us)? *: *"
)
_WHO_ASKED = expression(
    r"(?:(?:it|that|this) was )?(?:(?!(?:asked|did|why|what|how)\b)[\w.'-]+ ){1,4}(?:he |she |who )?(?:asked|asks|ask|said|put) (?:it|that|this|me that|me this|that one|the question)\b.*"
    r"|(?:that|this|it)(?:'s|s| is| was) (?:the one|it|all|the question|what (?:he|she|they) (?:asked|said))(?: .{0,30})?|(?:that|this) one|the one"
    r"|(?:or )?(?:something|roughly|more or less)(?: (?:like|along)(?: those lines| that| this)?)?|roughly|i think|not (?:sure|certain) (?:of|about) .{0,30}"
    r"|(?:i(?:'ve| have)? )?(?:already )?(?:told|said)(?: to)? (?:you|u|that|it|so)(?: .{0,20})?",
    _I,
)
_ANSWER_BEGINS = expression(
    r"\b(?:(?:(?:my|the) |(?<=[.!?\n] ))answer\b[^:.!?\n]{0,20}(?::| is\b| was\b| would (?:be|have been)\b)|(?:should|would|could)(?:'ve| have| of)(?: just)? (?:said|answered|told (?:them|him|her))(?: that|:)?|i (?:should|would|could)(?:'ve| have|'d)?(?: just)? (?:have )?(?:said|say|told (?:them|him|her)|answered?)(?: that|:)?"
    r"|what i (?:should|would|wanted to) (?:have )?sa(?:id|y)(?: is| was)?:?) *",
    _I,
)
_CALLED_THEN = re.compile(
    r"(?:(?:yes|yeah|yep|also|and|there was|ya)[,.! :-]+)*(?P<called>(?:the|that|their) (?!same\b|first\b|last\b|other\b|next\b|whole\b)(?:[\w'/&-]+ ){1,5}(?:questions?|qn?|one)"
    r"|(?:the|that) (?:question|one|q) (?:about|on|with|of) [\w'/& -]{2,50}?) *(?::|-+ |[.,]\s)(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_YES = expression(r"(?:yes|yeah|yep|ya|yh|well|it was)\b", _I)
_LEAST_OF_AN_ANSWER = 4


@remembered(512)
def wording(text: str) -> Wording:
    """The question alone, of what they write when asked how it was put, and their answer if they give it too."""
    shown = straight(text).strip()
    if len(shown) != len(text.strip()):
        return Wording(text)
    begins = _ANSWER_BEGINS.search(shown)
    answer = ""
    if begins is not None and begins.start() and len(shown[begins.end() :].split()) >= _LEAST_OF_AN_ANSWER:
        before = re.split(r"(?<=[.!?\n])", shown[: begins.start()])
        if (asked := "".join(before[:-1]).strip()) and len(asked.split()) >= _FEWEST_WORDS_PUT:
            shown, answer = asked, shown[begins.end() :].strip()
    if (quoted := _QUOTED.search(shown)) is not None:
        return Wording(quoted["said"].strip(), answer)
    shown = shown[by_name.end() :] if (by_name := _ASKED_BY_NAME.match(shown)) is not None else shown
    sentences = [one for one in re.split(r"(?<=[.!?\n])\s+", shown) if one.strip(" .!?")]
    kept = [one for one in sentences if not _WHO_ASKED.fullmatch(one.strip(" .!?,"))]
    if kept and len(kept) < len(sentences):
        shown = " ".join(kept).strip(" .")
    if _YES.match(shown) and (again := named(shown)).is_question:
        shown = again.question or again.called or shown
    return Wording(shown or text, answer)


@remembered(512)
def named_and_answered(text: str) -> Wording | None:
    """ "The salary question: I said 52 and should have said 62": what it is called, and the answer they would give."""
    if (both := _CALLED_THEN.fullmatch(straight(text[:LONGEST_STORY]).strip())) is None:
        return None
    begins = _ANSWER_BEGINS.search(both["rest"])
    answer = both["rest"][begins.end() :].strip() if begins is not None else ""
    return Wording(spelt(both["called"]), answer if len(answer.split()) >= _LEAST_OF_AN_ANSWER else "")


@remembered(512)
def question_in(text: str) -> str:
    """The question that is named somewhere in a text, by what they call it: "on the process vs thread q"."""
    found = _IN_TEXT.search(straight(text[:LONGEST_REMARK]))
    return "" if found is None else spelt(found["named"])


def spelt(called: str) -> str:
    """A name for a moment as the coach says it: "the process vs thread question"."""
    called = _SHORT_QUESTION.sub("question", called.strip(" .,;!?\"'"))
    called = _ONE_ABOUT.sub("the question ", _POINTS.sub("the", called))
    return to_you(_ONE.sub("question", called))


def _called(clause: str) -> tuple[str, bool] | None:
    if (asked := _WHEN_ASKED.fullmatch(clause)) is not None:
        rest = asked["asked"].strip()
        about = rest if rest.lower().startswith(("about ", "on ")) else ""
        return to_you(f"the question {about}" if about else rest), True
    if len(clause.split()) > _MOST_WORDS_CALLED:
        return None
    if _THAT_QUESTION.fullmatch(clause):
        return clause, True
    if (question := _NAMED_QUESTION.match(clause)) is not None:
        return spelt(question[0]), True
    return (spelt(clause), False) if _NOUN.fullmatch(clause) else None


def _without_lead(sentence: str) -> str:
    lead = _LEAD.match(sentence.strip())
    rest = sentence.strip()
    return rest[lead.end() :] if lead is not None else rest
