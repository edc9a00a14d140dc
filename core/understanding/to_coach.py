"""What somebody wrote for the coach's eyes in the middle of words that are meant for others.

"Nobody asked", "that was a question for you", "it would have been nice to say": told to the coach, it is no part of what
they want somebody to hear. The rule a newcomer could break: a sentence goes as a whole, or not at all, and what it says of
their work stays.
"""

from __future__ import annotations

import re

from core.understanding.expressions import expression
from core.understanding.text import fold

_NOT = r"(?:did not|didn'?t|never|couldn'?t|could not|forgot to)"
_IT = r"(?: (?:this|it|that|so|any of (?:this|it|that)|all (?:this|that)))?"
_THEM = r"(?: (?:to )?(?:them|him|her))?"
_NEVER_CAME_UP = rf"(?:(?:it|that|this|which|what) )?(?:just |also |sadly )*{_NOT} (?:come|came) up(?: at all| though| in (?:the interview|there))?"
_ASIDE = (
    r"(?:that|this|it)(?: was|'?s| is) (?:just |only |really |meant )*(?:(?:a|my) )?(?:question )?(?:for|to) you(?:,? (?:and )?not (?:for |to )?(?:them|him|her))?"
    r"|(?:that|this|it) (?:was|is) (?:just |only )?(?:a|my) question|i(?:'m| am| was)? (?:asking|asked) you(?: that| this| something| a question)?"
    r"|(?:what|how) (?:do|should|shall|can|would) i (?:do|say|answer|write|react)(?: (?:if|when|about|to|now|then)\b.{0,60})?"
    r"|i (?:really )?(?:don'?t|do not) want (?:\S+ ){1,5}?(?:to )?(?:see|read|know|find out|hear)(?: about)? (?:this|that|it|any of (?:this|it))"
    rf"|(?:nobody|no ?one|none of them)(?: even| ever)* asked(?: me)?(?: (?:about|for) (?:it|that|this))?|(?:they|he|she) (?:never|didn'?t|did not)(?: even| ever)* ask(?:ed)?(?: me)?(?: (?:about|for) (?:it|that|this))?"
    rf"|(?:but |and |so )*i (?:just )?{_NOT} (?:even )?(?:say|said|tell|told|mention|mentioned){_THEM}{_IT}(?: though| then)?(?:,? (?:because |cos |as )?i was (?:so |too )?\w+)?"
    rf"|(?:it|that)(?: would|'?d)(?: have|'ve)? (?:been|be) (?:nice|good|great|better) to (?:say|tell|mention|have said){_THEM}{_IT}"
    rf"|i (?:wish|wanted|would have liked|should have)(?: i'?d| i had| to)? (?:have )?(?:said|say|mentioned|mention|told|tell){_THEM}{_IT}"
    r"|(?:i )?(?:dunno|don'?t know|idk|not sure)(?: what (?:else )?to say| really)?|(?:like|as) i (?:already )?(?:said|told you|wrote)(?: already| before| at the (?:start|beginning))?"
    r"|i (?:already )?(?:said|told you|wrote)(?: (?:that|this|it|so))?(?: already| before| at the (?:start|beginning))"
    r"|[\w'-]+ (?:is|was) (?:his|her|their) name(?:,? [\w ]{2,25})?|(?:his|her|their) name(?:'s| is) [\w' -]{2,30}"
)
_WHOLE = expression(rf"(?:(?:no|oh|well|but|and|so|sorry|look|wait|ffs|lol)[, ]+)*(?:{_ASIDE}|{_NEVER_CAME_UP})")
_AT_THE_END = expression(
    rf"(?:(?:,| -|;)\s*(?:and |but )?(?:{_ASIDE}|{_NEVER_CAME_UP})|\s+(?:but |and )i (?:just )?{_NOT} (?:say|tell|mention){_THEM}{_IT}|,?\s+(?:i suppose|i guess|i spose|idk|i dunno|{_NEVER_CAME_UP}))$",
    re.IGNORECASE,
)
_AT_THE_BEGINNING = expression(r"(?:(?:i dunno|idk|dunno|um+|erm*|uh+|ok so|hm+)\b[,.:!… ]+)+", re.IGNORECASE)
_ASKS = expression(r"(?:(?:and|so|but|ok|then)[, ]+)*(?:what|how) (?:do|should|shall|can|would) i\b")
_CRY = expression(r"(?:ffs|omg|oh(?: no)?|lol|no+|wait|sorry|jesus(?: christ)?|god|argh|ugh|hey|oops|damn)?")
_SENTENCE = expression(r"(?<=[.!?;…])\s+|\n+")
_TAKE_OUT = expression(
    r"(?:(?:no|oh|ffs|please|pls|wait|sorry|ok|and|so|god|jesus|lol|you can)[,! ]+)*"
    r"(?:(?:take|leave|get|cut) (?:that|this|it) (?:back )?out|(?:delete|remove|scrap|erase|drop) (?:that|this|it)|(?:don'?t|do not) (?:put|write|keep|use|send) (?:that|this|it)(?: (?:in|down))?)(?: (?:again|please|pls|then|now))*"
)
_FOR_YOU = expression(
    r"(?:(?:no|oh|ffs|wait|sorry|hey|lol)[,! ]+)*(?:that|this|it)(?: was|'?s| is) (?:just |only |really |meant |also )*(?:(?:a|my) question )?(?:for|to) you(?:,? (?:and )?not (?:for |to )?(?:them|him|her))?"
)


def for_others(text: str) -> str:
    """The text without what was said to the coach alone; nothing where all of it was."""
    kept = [one for sentence in _SENTENCE.split(text.strip()) if (one := _sentence(sentence))]
    return " ".join(kept)


def taken_out(text: str) -> str | None:
    """What else a text says that takes out what was said last ("that was for you. i want the job"); None for any other.

    "Take that out" alone is an order to undo, and none of these.
    """
    sentences = [one.strip() for one in _SENTENCE.split(text) if one.strip()]
    folded = [_folded(one) for one in sentences]
    is_order = [bool(_TAKE_OUT.fullmatch(said) or _FOR_YOU.fullmatch(said)) for said in folded]
    is_for_us = any(_FOR_YOU.fullmatch(said) for said in folded)
    rest = [
        one for one, out, said in zip(sentences, is_order, folded, strict=True) if not (out or _CRY.fullmatch(said))
    ]
    return " ".join(rest) if any(is_order) and (rest or is_for_us) else None


def asks(text: str) -> bool:
    """Whether a text asks the coach what to do, without a word of what it is about."""
    return any(_ASKS.match(_folded(sentence)) for sentence in _SENTENCE.split(text))


def _sentence(sentence: str) -> str:
    sentence = _AT_THE_BEGINNING.sub("", sentence, count=1) if _AT_THE_BEGINNING.match(sentence) else sentence
    if _WHOLE.fullmatch(_folded(sentence)):
        return ""
    bare = sentence.rstrip(" .!?;…")
    while (end := _AT_THE_END.search(bare)) is not None:
        bare = bare[: end.start()].rstrip(" ,;-")
    return sentence if bare == sentence.rstrip(" .!?;…") else bare and f"{bare}."


def _folded(sentence: str) -> str:
    return fold(sentence).replace("’", "'").strip(" .!?;…,\"'")
