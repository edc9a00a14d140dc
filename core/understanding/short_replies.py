"""Short replies to a question for one thing: what is left when the sentence around it is taken off.

"it was at Acme in Lusaka" is "Acme"; "I don't want to say" is nothing.
"""

from __future__ import annotations

import re

from core.understanding import text as texts
from core.understanding.wordlists import words

_LEAD_IN = re.compile(
    r"(?:(?:well|um+|uh|ok|so|like|as|but|and|again|already)[ ,]+)*(?:i(?:'ve| have)? (?:already |just )?(?:said|told (?:you|u|ya)|wrote)[ ,:]+)?"
    r"(?:(?:it|that|this|the (?:company|organi[sz]ation|name|place|employer|job|role|position|interview|firm)"
    r"|i|they|its|thats|one|(?:company|org|place|name))\b(?: name)?(?:'s|'m| is| was| were| are|'re)? ?)?"
    r"(?:(?:called|named|interview(?:ed|ing)?|applied|applying|going|was|is|just|been) )*"
    r"(?:(?:at|with|for|by|from|as|in|to be|to) )?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:an?|the) ", re.IGNORECASE)
_BREAK = re.compile(r"[,;:!?()\n\"]|(?<!\b[Ss]t)(?<!\b[Ss]t[aeo])(?<!\b[MmFf]t)\.(?!\w)| - ")
_TAIL = re.compile(
    r" (?:in|on|at|for|near|based|today|yesterday|tomorrow|this|last|i think|lol|please|"
    r"thanks|here|and|but|which|like i|as i|i (?:said|told|already|just|mean)|told (?:you|u|ya)|obv|obvs|obviously|innit|mate|tho|though|again|already"
    r"|where|as|with|from|the (?:one|company|bank|ngo))\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_NO_REPLY = re.compile(
    r"(?:i )?(?:don't|do not|dont|can't|cannot|won't|not|no|none|nothing|idk|dunno|forgot|"
    r"unsure|never|rather|prefer"
    r"|why|what|how|who|skip|pass|nobody|secret|anonymous|confidential)\b",
    re.IGNORECASE,
)
_MAY_BEGIN = frozenset(("the", "a", "an", "first", "next", "head", "director", "manager", "team", "new", "one"))
_MOST_WORDS = 7
_SENTENCE = re.compile(
    r"(?:^|\s)(?:i|i'm|im|i've|ive|u|you|your|ur|my|me|we|they|he|she|want|wants|wanted|need|like|said|told|know|think|thought|guess|dunno|idk|yes|yeah|yep|ya|yh|no|nope|nah|not|obv|obvs|obviously|already|lol|lmao"
    r"|wtf|omg|don't|dont|can't|cant|won't|wont|didn't|didnt|never|please|pls|sorry|love|hope|really|because|cos|cuz|if|what|why|how|who|when|where)(?=\s|$)"
)
"""What is all in small letters and holds one of these says something, and is no name."""


def bare(shown: str, *, keep_article: bool) -> str | None:
    """The thing itself, as typed; None when the reply names none."""
    line = texts.straight(shown.partition("\n")[0])
    start = lead.end() if (lead := _LEAD_IN.match(line)) else 0
    if not keep_article and (article := _ARTICLE.match(line, start)):
        start = article.end()
    rest = _BREAK.split(line[start:], maxsplit=1)[0]
    thing = (_TAIL.sub("", rest) or rest).rstrip(" .'\"-")
    if _NO_REPLY.match(line) or not _is_a_name(thing):
        return None
    return shown[start : start + len(thing)]


def _is_a_name(thing: str) -> bool:
    said = thing.lower().split()
    if not said or len(said) > _MOST_WORDS or not any(map(str.isalnum, thing)):
        return False
    if thing.islower() and _SENTENCE.search(thing):
        return False
    return said[0] in _MAY_BEGIN or said[0] not in words("organisations", "not_a_name")
