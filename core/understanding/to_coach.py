"""What somebody wrote for the coach's eyes in the middle of words that are meant for others.

"Nobody asked", "that was a question for you", "it would have been nice to say": told to the coach, it is no part of what
they want somebody to hear. The rule a newcomer could break: a sentence goes as a whole, or not at all, and what it says of
their work stays.
"""

from __future__ import annotations

import re

from core.understanding.expressions import expression
from core.understanding.text import LONGEST_REMARK, fold

_NOT = r"(?:did not|didn'?t|never|couldn'?t|could not|forgot to)"
_IT = r"(?: (?:this|it|that|so|any of (?:this|it|that)|all (?:this|that)))?"
_THEM = r"(?: (?:to )?(?:them|him|her))?"
_NEVER_CAME_UP = rf"(?:(?:it|that|this|which|what) )?(?:just |also |sadly )*{_NOT} (?:come|came) up(?: at all| though| in (?:the interview|there))?"
_ASIDE = (
    r"(?:that|this|it)(?: was|'?s| is) (?:just |only |really |meant )*(?:(?:a|my) )?(?:question )?(?:for|to) you(?:,? (?:and )?not (?:for |to )?(?:them|him|her))?"
    r"|(?:that|this|it) (?:was|is) (?:just |only )?(?:a|my) question|i(?:'m| am| was)? (?:asking|asked) you(?: that| this| something| a question)?"
    r"|(?:what|how) (?:do|should|shall|can|would) i (?:do|say|answer|write|react)(?: (?:if|when|about|to|now|then)\b.{0,60})?"
    r"|i (?:really )?(?:don'?t|do not) want (?:\S+ ){1,5}?(?:to )?(?:see|read|know|find out|hear)(?: about)? (?:this|that|it|any of (?:this|it))"
    rf"|(?:nobody|no ?one|none of them)(?: even| ever)* asked(?: me)?(?: (?:about|for) (?:it|that|this))?|(?:they|he|she) (?:never|didn'?t|did not)(?: even| ever)* ask(?:ed)?(?: me)?(?: (?:about|for) (?:\S+ ?){{1,4}})?"
    r"|(?:but |and |so )*is (?:that|this|it) my (?:weak|bad|worst|wrong) (?:answer|one|question)\b.{0,40}|(?:but |and |so )*you (?:decide|choose|pick|tell me)|(?:and )?not (?:the|a|their) question|(?:please )?(?:put|use|write|take|keep) (?:that|this|it)(?: in| down)?(?: the note)?(?: please)?"
    rf"|(?:but |and |so )*i (?:just )?{_NOT} (?:even )?(?:say|said|tell|told|mention|mentioned){_THEM}{_IT}(?: though| then)?(?:,? (?:because |cos |as )?i was (?:so |too )?\w+)?"
    rf"|(?:it|that)(?: would|'?d)(?: have|'ve)? (?:been|be) (?:nice|good|great|better) to (?:say|tell|mention|have said){_THEM}{_IT}"
    rf"|i (?:wish|wanted|would have liked|should have)(?: i'?d| i had| to)? (?:have )?(?:said|say|mentioned|mention|told|tell){_THEM}{_IT}"
    r"|(?:i )?(?:dunno|don'?t know|idk|not sure)(?: what (?:else )?to say| really)?|(?:like|as) i (?:already )?(?:said|told you|wrote)(?: already| before| at the (?:start|beginning))?"
    r"|i (?:already )?(?:said|told you|wrote)(?: (?:that|this|it|so))?(?: already| before| at the (?:start|beginning))"
    r"|[\w'-]+ (?:is|was) (?:his|her|their) name(?:,? [\w ]{2,25})?|(?:his|her|their) name(?:'s| is) [\w' -]{2,30}"
)
_WHOLE = expression(rf"(?:(?:no|oh|well|but|and|so|sorry|look|wait|ffs|lol)[, ]+)*(?:{_ASIDE}|{_NEVER_CAME_UP})")
_AT_THE_END = expression(
    rf"(?:(?:,| -|;)\s*(?:and |but )?(?:{_ASIDE}|{_NEVER_CAME_UP})|\s+(?:but |and )i (?:just )?{_NOT} (?:say|tell|mention){_THEM}{_IT}|,?\s+(?:i suppose|i guess|i spose|idk|i dunno|(?:is|was) what i(?: would|'?d|'?ll)?(?: have|'?ve|ve| of)?(?: wanted to)? (?:said|say|told them|tell them|answered)|{_NEVER_CAME_UP}))$",
    re.IGNORECASE,
)
_AT_THE_BEGINNING = expression(
    r"(?:(?:i dunno|idk|dunno|um+|erm*|uh+|ok so|hm+|(?:ok|okay|alright)(?=[.,!])|no,? (?=(?:the|that|my) [^.!?]{3,80} (?:is|was) what i\b))\b[,.:!… ]+|no (?=(?:the|that|my) [^.!?]{3,80} (?:is|was) what i\b))+",
    re.IGNORECASE,
)
_SENTENCE = expression(r"(?<=[.!?;…])\s+|\n+")
_THAT = r"(?:that|this|it|the last (?:one|bit|thing|part)|what i (?:just )?(?:wrote|said|asked|typed))"
_SWEARS = r"(?:(?:ffs|omg|wtf|jesus(?: christ)?|christ|oh(?: no)?|no+|ugh|argh|sorry|god|hey|hi|please|pls|wait|lol|damn|ok|okay|but|and|well|look)\b[,.!? ]*)*"
_ASIDE_FROM_THEM = r"(?:,? (?:and )?not (?:for |to |at )?(?:them|him|her|the \w+|anyone else|anybody else))?"
_WAS_FOR_US = expression(
    rf"{_SWEARS}(?:{_THAT}(?:'s| is| was) (?:(?:just|only|actually|really|meant|asked|intended) )*(?:as )?(?:(?:an? )?question |an aside )?(?:for|to|at) (?:you|u|the coach|the bot|coach){_ASIDE_FROM_THEM}"
    rf"|(?!it\b){_THAT}(?:'s| is| was) (?:just|only|actually|really) (?:an? )?question(?:,? not an answer)?|{_THAT}(?:'s| is| was) an? question,? not an answer"
    rf"|{_THAT} ?(?:was ?n't|was not|isn't|is not) (?:meant )?(?:for|to) (?:them|him|her|the (?:note|letter|mail|e-?mail|text))"
    r"|(?:that|this) was me asking (?:you|u)|(?:that|this|it) ?(?:is not|isn't|was not|wasn't) (?:(?:the|a|their|an?|my) )?(?:interview )?(?:question|answer)(?: (?:from|of|in|at) (?:(?:the|my) )?(?:interview|them))?"
    r"|i (?:was |am )?(?:just |only |actually )?(?:ask(?:ing|ed)?|talking to|speaking to) (?:you|u)(?: that| there)?)[.!? ]*"
)
_TAKE_OUT = expression(
    rf"{_SWEARS}(?:(?:can|could|would|will) you |please |pls |just |now )*(?:(?:take|leave|cross|cut|strike|get) {_THAT}(?: (?:bit|part|one|thing|question|sentence))?(?: please)? (?:back )?(?:out|off|away|back)"
    rf"|(?:take|leave|cross|cut|strike) (?:out|off|back) {_THAT}|(?:delete|remove|erase|scrap|drop|ignore|forget) {_THAT}|(?:don't|do not) (?:put|write|keep|use|send) {_THAT}(?: (?:in|down))?)(?: (?:bit|part|one|thing|question|again|please|pls|now|of (?:it|there|the note|my note)))*[.!? ]*"
)
_POINTS = expression(r"\b(?:that|this|the last|what i|i was)\b")
"""A mere "it" is what was written only where nothing else is said; in a story it is anything ("take it out. check it")."""


def for_others(text: str) -> str:
    """The text without what was said to the coach alone; nothing where all of it was."""
    kept = [one for sentence in _SENTENCE.split(text.strip()) if (one := _sentence(sentence))]
    return " ".join(kept)


def taken_out(text: str) -> str | None:
    """What else a text says that takes out what was said last ("that was for you. i want the job"); None for any other."""
    if len(text) > LONGEST_REMARK:
        return None
    sentences = [sentence.strip() for sentence in _SENTENCE.split(text) if sentence.strip()]
    rest = [sentence for sentence in sentences if not _takes_out(sentence)]
    is_sure = not rest or any(_POINTS.search(fold(sentence)) for sentence in sentences if sentence not in rest)
    if len(rest) == len(sentences) or not is_sure:
        return None
    return " ".join(rest[1:] if rest and re.fullmatch(_SWEARS, fold(rest[0])) else rest)


def _takes_out(sentence: str) -> bool:
    folded = fold(sentence)
    return bool(_WAS_FOR_US.fullmatch(folded) or _TAKE_OUT.fullmatch(folded))


def _sentence(sentence: str) -> str:
    sentence = _AT_THE_BEGINNING.sub("", sentence, count=1) if _AT_THE_BEGINNING.match(sentence) else sentence
    if _WHOLE.fullmatch(_folded(sentence)):
        return ""
    bare = sentence.rstrip(" .!?;…")
    while (end := _AT_THE_END.search(bare)) is not None:
        bare = bare[: end.start()].rstrip(" ,;-")
    return sentence if bare == sentence.rstrip(" .!?;…") else bare and f"{bare}."


def _folded(sentence: str) -> str:
    return fold(sentence).strip(" .!?;…,\"'")
