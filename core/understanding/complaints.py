"""What is said about the coach's own asking, beside an answer or in place of one.

"I just said it", "you have not answered me", "what did you write down": it is none of what they would tell anybody else.
The rule a newcomer could break: a sentence goes only where all of it is such, and words that an interview has as well
("what?", "i meant the other site") go only beside words that are surely meant for the coach.
"""

from __future__ import annotations

from typing import NamedTuple

from core.records import unsaid
from core.understanding import address
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_REMARK, fold

_LED = r"(?:(?:and|but|so|oh|well|ok|okay|hey|look|listen|please|just|no+|nah|sorry|ugh|ffs|lol|wait|again|like|as|honestly|seriously|come on)\b[,.! ]*)*"
_AGAIN = r"(?: (?:it|that|this|so|you|all|everything|all of (?:it|that)|already|before|above|twice|once|three times|just now|now|again|ffs|lol|please|up there))*"
_YOU_NEVER = r"(?:you|u) ?(?:have not|haven'?t|'ve not|did not|didn'?t|never|still (?:have not|haven'?t|didn'?t)|don'?t|do not|won'?t|are not|aren'?t|'re not)(?: even| really| actually| yet)*"
_SURE = expression(
    rf"{_LED}(?:"
    rf"{_YOU_NEVER} (?:answer(?:ed|ing)?|repl(?:y|ied) to|respond(?:ed)? to)(?: (?:me|it|that|this|(?:to )?(?:my|the) (?:last |first |other )?questions?|what i asked))?(?: yet| either| at all)*"
    rf"|{_YOU_NEVER} (?:listen(?:ing|ed)?(?: to me)?|hear(?:ing|d)? me(?: out)?|read(?:ing)? (?:it|this|that|what i (?:say|said|write|wrote)))"
    r"|why (?:are|do|did|would|have) (?:you|u) (?:keep |just |always |already )*(?:go(?:ing|ne)?|mov(?:e|ed|ing)|jump(?:ed|ing)?|skip(?:ped|ping)?|carry(?:ing)?|rush(?:ed|ing)?) (?:on |ahead |straight |over |past )*(?:to )?(?:(?:the|my|an?|some) )?(?:next|another|other|different|new|question|something|it|that|this|on)\b.*"
    r"|why (?:are|do|did) (?:you|u) (?:keep |still |even )?(?:ask(?:ing)?|repeat(?:ing)?)(?: me)? (?:that|this|it|again|the same|so many|twice|all)\b.*"
    r"|(?:i (?:meant|mean|was asking|am asking|asked) )?(?:what|which|who|where)(?: \w+)? do (?:you|u) (?:even )?think (?:i(?:'?m| am| was)? (?:talking|speaking|on) (?:about|of)?|i (?:mean|meant)|this is about|we(?:'re| are) talking about|it (?:is|was))"
    r"|i (?:meant|mean) (?:what|which|who|where)(?: \w+)? do (?:you|u) .*"
    r"|what (?:did|have|do) (?:you|u) (?:even |actually |just )?(?:write|wrote|written|put|note|noted|got|keep|kept|have|saved?)(?: (?:down|so far|about (?:me|it|that|this|them)|in (?:my|the) notes?|there|for me))+"
    r"|(?:(?:can|could|will|would) (?:you|u) )?(?:tell|show|give|read)(?: it)?(?: to)? me(?: back)? what (?:you|u)(?: have|'ve)? (?:just )?(?:wrote|written|have|put|got|noted|kept|saved)(?: down)?.{0,30}"
    r"|(?:tell me|answer me|answer (?:my|the|that) question|answer that)(?: (?:please|now|first|already|straight|then|that|honestly))*"
    rf"|(?:why don'?t you )?(?:just )?tell me(?: (?:please|now|first|straight))*"
    rf"|i(?:'?ve| have)? (?:(?:just|already|literally) )+(?:said|told|wrote|gave|answered|typed|explained)(?: (?:you|u))?{_AGAIN}"
    rf"|i(?:'?ve| have)? (?:told|said to|answered) (?:you|u){_AGAIN}|i(?:'?ve| have)? (?:said|told|wrote|gave|answered|typed|explained)(?: (?:it|that|this|so))?(?: (?:already|twice|before|above|just now|up there))+"
    r"|i(?: would|'d) (?:\w+ )?(?:like|want|love|need) (?:you|u) to (?:tell|answer|say|advise|explain)(?: to)?(?: me)?\b.*"
    r"|i (?:want|need) (?:you|u) to (?:tell|answer)(?: me)?\b.*"
    r"|(?:you|u) (?:keep|kept)(?: on)? (?:saying|telling me|asking|repeating|writing) .*"
    r"|i (?:have |just |already )*asked (?:you|u)?(?: ?(?:something|a question|twice|already|before|you something))(?: (?:above|already|before|twice))*"
    r"|(?:(?:can|could|may) i (?:just )?ask(?: (?:you|u))?(?: something| a question)?[,:]? ?)?do (?:you|u) (?:even |really |honestly )*(?:think|feel|believe)(?: that)? (?:i|i'?m|i'?ve|im)\b.*"
    r"|(?:can|could|may) i (?:just )?ask(?: (?:you|u))?(?: something| a question)?[,:]? ?(?:do (?:you|u)|is it|was it|am i|should i|what do (?:you|u))\b.*"
    r"|i (?:just |only |really )+(?:want|need|would like) to (?:know|ask(?: (?:you|u))?) (?:if|whether) (?:it|this|that|i|i'?m|im)\b.*"
    r"|i (?:feel|think|guess|worry|am afraid)(?: like| that)? (?:i'?m|i am|im|it'?s|it is)(?: just| maybe| probably| being| a bit| too)* (?:over ?react\w*|over ?think\w*|exaggerating|silly|dramatic|ridiculous|too sensitive|making too much of (?:it|this))"
    r"|(?:(?:but|and|so) )*(?:you|u) (?:decide|choose|pick|tell me)"
    r")"
)
"""What nobody would say but to the coach."""
_PERHAPS = expression(
    rf"{_LED}(?:what|huh|eh|hello|hi|hey|no+|nope|nah|sorry|look|listen|lol|ffs|oh|wait|ok|okay|seriously|omg|wtf|never ?mind(?: that| it)?|forget (?:it|that)"
    r"|i (?:just |only )?(?:meant|mean|was (?:talking|asking|on) about|am (?:talking|asking) about|asked about) (?!to\b|that i\b|i\b|what i\b).{1,60}"
    rf"|{_YOU_NEVER} (?:tell|told|say|said|explain(?:ed)?|mention(?:ed)?)\b.*"
    r"|(?:that'?s|that is|that was|this is|it'?s|that|there'?s) (?:already )?(?:the|my) (?:whole |full |only )?(?:answer|question|one))"
)
"""What may stand in an answer as well."""
_ASKS = expression(rf"{_LED}(?:would|do|should|could|will|can|may) (?:you|u|i)\b.*|is it\b.*")
_ADDRESSED = expression(
    r"(?:,? (?:po|opo|lah|lor|sir|ma'?am|madam|please|pls|bro|man|mate|abeg|o|yaar|na|coach|ok|okay))+$|\bpo (?=\w)"
)
"""To whom it is said, in one word."""
_PASSED_OVER = expression(
    rf"{_LED}(?:{_YOU_NEVER} (?:answer|repl|respond)|why (?:are|do|did|would|have) (?:you|u)\b).*"
)
_PUTS_RIGHT = expression(
    rf"{_LED}i (?:just |only )?(?:meant|mean|was (?:talking|asking) about|am (?:talking|asking) about)\b.*"
)
_SAID_BEFORE = expression(
    rf"{_LED}i(?:'?ve| have| would|'d)? (?:(?:just|already|literally) )*(?:said|told|wrote|gave|answered|typed|explained)\b.*"
)
_ASKS_WHAT_IS_KEPT = expression(r"\b(?:write|wrote|written|noted?|put|got|kept|saved?|do (?:you|u) (?:even )?think)\b")
_ABOUT_THEM = expression(
    r"(?:and |but |because |as |cos |just )*(?:it|that|he|she|they|we|the \w+|everything)(?:'s| is| was| were| had| has|'d|'re)? (?!.*\b(?:i|i'm|i've|i'd|my|me|mine|but|except|though|although|only|never|not|n't|\w+n't)\b).*"
)
_SENTENCE = expression(r"(?<=[.!?;…])\s+|\n+")
_CLAUSE = expression(r"\s*,\s*|\s+-+\s+")
_LAST_CLAUSE = expression(r"(?:\s*,\s*|\s+-+\s+)(?=[^,]+$)")


@unsaid
class Said(NamedTuple):
    """A text of which some may be meant for the coach."""

    rest: tuple[str, ...]
    """The sentences that are not."""
    asides: tuple[str, ...]
    """Those that are, or may be."""
    is_sure: bool
    """Whether some of it surely is."""

    @property
    def asks_what_is_kept(self) -> bool:
        """Whether they want to be told what was written down."""
        clauses = [_bare(clause) for one in self.asides for clause in (one, *_CLAUSE.split(one))]
        return any(_SURE.fullmatch(one) and _ASKS_WHAT_IS_KEPT.search(one) for one in clauses)

    @property
    def says_it_was_said(self) -> bool:
        """Whether they say that they told it before."""
        return any(_SAID_BEFORE.fullmatch(_bare(one)) for one in self.asides)

    @property
    def puts_right(self) -> bool:
        """Whether they say what they meant."""
        return any(_PUTS_RIGHT.fullmatch(_bare(one)) for one in self.asides)


def read(text: str, *, may_ask: bool = False) -> Said | None:
    """What of a short text is said to the coach, None where none of it is; `may_ask` where a question is the answer."""
    if len(text) > LONGEST_REMARK:
        return None
    rest: list[str] = []
    asides: list[str] = []
    for whole in filter(None, map(str.strip, _SENTENCE.split(text))):
        kept, gone = _apart(whole, may_ask)
        asides += gone
        rest += [kept] if kept else []
    return Said(tuple(rest), tuple(asides), any(map(_is_sure, asides))) if asides else None


def says_unanswered(text: str) -> bool:
    """Whether a sentence says that a question of theirs was passed over."""
    bare = _bare(text)
    return _PASSED_OVER.fullmatch(bare) is not None and _is_sure(text)


def is_about_them(sentence: str) -> bool:
    """Whether a sentence tells how it was, and nothing of the person: "he was just rude"."""
    return _ABOUT_THEM.fullmatch(_bare(sentence)) is not None


def first_clause(sentence: str) -> tuple[str, str]:
    """What stands before the first comma, and what follows."""
    first, *rest = _CLAUSE.split(sentence, maxsplit=1)
    return first, "".join(rest)


def _apart(sentence: str, may_ask: bool) -> tuple[str, list[str]]:
    """What is left of a sentence, and what of it is or may be meant for the coach."""
    gone: list[str] = []
    while not _is_aside(sentence, may_ask):
        last = _LAST_CLAUSE.search(sentence)
        if last is None or not _is_sure(sentence[last.end() :]):
            return sentence, gone
        gone.append(sentence[last.end() :])
        sentence = sentence[: last.start()]
    return "", [sentence, *gone]


def _is_aside(sentence: str, may_ask: bool) -> bool:
    if all(_is_whole(_bare(clause)) for clause in _CLAUSE.split(sentence)) or _is_whole(_bare(sentence)):
        return True
    asks = address.read(sentence) is address.Remark.QUESTION or address.is_question(sentence)
    return not may_ask and (asks or _ASKS.fullmatch(_bare(sentence)) is not None)


def _is_whole(clause: str) -> bool:
    return bool(_SURE.fullmatch(clause) or _PERHAPS.fullmatch(clause))


def _is_sure(said: str) -> bool:
    return any(_SURE.fullmatch(_bare(one)) for one in (said, *_CLAUSE.split(said)))


def _bare(text: str) -> str:
    return _ADDRESSED.sub("", fold(text).strip(" .!?;…,\"'"))
