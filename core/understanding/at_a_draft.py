"""What is said of a draft that is shown and asks for no change of its tone: it will do, it will not, they do not know; it
is not how they talk; one of their words is to be another, and a name is spelt another way.

The rule a newcomer could break: each is all that the message says; what goes on tells something else as well.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from core.records import unsaid
from core.understanding.expressions import expression
from core.understanding.text import brief, straight


class Verdict(StrEnum):
    """What they think of it."""

    WILL_DO = "will-do"
    WILL_NOT = "will-not"
    UNSURE = "unsure"
    NOT_ME = "not-me"


@unsaid
class Swap(NamedTuple):
    """Words that are to be others."""

    old: str
    new: str


_FILLER = r"(?:(?:oh|um+|uh|well|so|yeah|and|but|really|just|i think|i guess|honestly|tbh|then|that|it|this|is|it's|that's|thats|its|looks?|sounds?|reads?|seems|to me|for me|pretty|very|quite|so far|actually|please|thanks|thank you|lol|haha|man|mate|for now)[,. ]+)*"
_END = r"(?:[,. ]+(?:thanks|thank you|to me|for me|then|i think|i guess|for now|tbh|lol|mate|man|actually|really|now|it is|as it is|like that))*[.!, ]*"
_VERDICTS = tuple(
    (verdict, expression(rf"{_FILLER}(?:{words}){_END}"))
    for verdict, words in (
        (
            Verdict.NOT_ME,
            r"(?:(?:can you |could you |please )?make )?(?:it |this |that )?(?:(?:sound|read|feel|look)s? )?(?:a bit |a little |much )?more like (?:me|myself|how i (?:talk|speak|write|say it))|(?:it |this |that )?(?:does not|doesn't|don't|isn't|not) (?:really |quite |even )?(?:sound(?:ing)? |feel |read |look )?(?:like )?(?:me|how i (?:talk|speak|write)|my (?:voice|style|words|way))(?: at all)?"
            r"|i (?:wouldn't|would not|would never|don't|never) (?:really |ever )?(?:say|talk|speak|write|put)(?: (?:it|that|things?))? (?:like (?:that|this)|that way|this way|so)|(?:in|put it in|say it in|use) my (?:own )?(?:words|voice|style|way)|not my (?:words|style|voice|thing)|more me|(?:too|so) (?:fake|ai|chatgpt|generic|scripted)(?: for me)?|(?:sounds |it's |a bit )*(?:fake|like (?:ai|chatgpt|a (?:robot|bot|machine|template)))",
        ),
        (
            Verdict.WILL_DO,
            r"ok|okay|okey|k|kk|oki|yes|yep|yup|yeah|ya|good|nice|great|lovely|cool|alright|all right|right|sure|brilliant|excellent|sweet|fab|love it|like it|i (?:love|like) (?:it|this|that|this one)|works|that works|good enough|happy with (?:it|that|this)|got it|noted|thumbs up|👍",
        ),
        (
            Verdict.WILL_NOT,
            r"no|nope|nah|no thanks|no thank you|not (?:really|this|that|this one|like (?:that|this)|good|great|for me|right|it|quite|there yet)|naw|don't (?:like|love) (?:it|this|that)|doesn't work|wrong|bad|nope not that|i hate it|hate it|awful|terrible",
        ),
        (
            Verdict.UNSURE,
            r"h+m+|hm+ ?(?:ok|okay)?|uhm+|u+h+|e+r+m*|not (?:so |too |very |really )?sure(?: about (?:it|this|that))?|i'm not (?:so |really )?sure(?: about (?:it|this|that))?|unsure|idk|dunno|(?:i )?don't know|meh|maybe|perhaps|so so|so-so|could be (?:better|worse)|it's ok i guess|let me think(?: about it)?|thinking",
        ),
    )
)
_QUOTE = r"[\"'“”‘’]?"
_SWAPS = tuple(
    expression(
        rf"(?:(?:please|pls|ok|can you|could you|no|just|and|but|also|wait|actually|oh|it should|i'd|i would|say)[, ]+)*{pattern}(?:[, ]+(?:please|pls|thanks|there|instead|in (?:it|the note|there)|everywhere))*[.! ]*",
    )
    for pattern in (
        rf"(?:change|replace|swap|switch|turn|exchange|correct|fix)(?: the words?| my| the)? {_QUOTE}(?P<old>[^\"“”]{{1,60}}?){_QUOTE} (?:to|with|for|into|->|=>|→) (?:the words? )?{_QUOTE}(?P<new>[^\"“”]{{1,80}}?){_QUOTE}",
        rf"replace(?: the words?| my| the)? {_QUOTE}(?P<old>[^\"“”]{{1,60}}?){_QUOTE} by (?:the words? )?{_QUOTE}(?P<new>[^\"“”]{{1,80}}?){_QUOTE}",
        rf"instead of {_QUOTE}(?P<old>[^\"“”,]{{1,60}}?){_QUOTE},? (?:say|write|put|use|have|it should (?:say|be)|make it|rather)? ?{_QUOTE}(?P<new>[^\"“”]{{1,80}}?){_QUOTE}",
        rf"(?:say|write|put|use|make it|have|should (?:say|be|read)) {_QUOTE}(?P<new>[^\"“”]{{1,80}}?){_QUOTE},? (?:instead of|rather than|in place of|and not|not) {_QUOTE}(?P<old>[^\"“”]{{1,60}}?){_QUOTE}",
        rf"{_QUOTE}(?P<old>[^\"“” ]{{1,30}}(?: [^\"“” ]{{1,20}})?){_QUOTE} (?:should be|should read|must be|has to be|->|=>|→) {_QUOTE}(?P<new>[^\"“”]{{1,60}}?){_QUOTE}",
    )
)
_SPELT = expression(
    r"(?:(?:no|nope|sorry|oh|wait|actually|please|pls|you|spelt?|spelled|it|that|wrong|wrongly|misspelled|but|and|it's|its|it is|that's|thats|her|his|their|the|name|surname|last|is|as|like|should be|with|dear|to|correct|to|make|say|write|called)[,.: ]+)*"
    r"(?P<name>(?:(?:mrs?|ms|miss|mx|dr|prof)\.? )?[^\W\d_][\w'-]+(?: (?!not\b)[^\W\d_][\w'-]+)?)(?:,? (?:and )?not (?:(?:mrs?|ms|miss|mx|dr|prof)\.? )?[^\W\d_][\w'-]+)?[.! ]*",
)
_SAYS_HOW_SPELT = expression(
    r"\b(?:spell|spelt|spelled|spelling)\b(?: \w+){0,3}? (?:as |like |is |: ?)?(?P<name>[^\W\d_][\w'-]+)[.! ]*$"
)


_MOST_WORDS = 25
_PASSED_ON = expression(
    r"\b(?:(?!(?:i|you|u|we|who|can|could|should|nobody|not)\b)[\w'-]+ (?:said (?:that )?(?:she|he|they)(?:'d|'ll| will| would| can)|will|promised to|offered to|is going to|has|already|just)|(?:she|he|they)(?:'ll|'d| will| would)|i (?:have |just )?(?:asked|told) [\w' -]{2,20}? to) (?:kindly |also |just )?"
    r"(?:forward(?:ed)?|pass(?:ed)?|hand(?:ed)?|give|gave|share|shared|deliver|delivered|show)(?: (?:it|that|this|mine|one|the (?:note|mail|e-?mail|letter|message)))?(?: (?:on|along|over|round|in))?(?: to (?:him|her|them|(?:mrs?|ms|miss|dr) \w+|\w+))?(?= *(?:[.,!;:)]|$| for me| too| as well| so\b| then\b))"
)

_IT = r"(?:it|that|this|them|both|mine|(?:the |both |my )?(?:notes?|mails?|e-?mails?|letters?|cards?|messages?))"
_SENT = expression(
    rf"(?:(?:ok|okay|yes|yeah|thanks|thank you|well|so|then|done|great|perfect|also|already|just|now|i|i've|i have|have|has|been|is|it's|was|{_IT})[, ]+)*"
    rf"(?:sent|posted|mailed|e-?mailed|did send|have sent|gave {_IT} in|handed {_IT} in|dropped {_IT} (?:off|in))"
    rf"(?:[, ]+(?:{_IT}|already|off|over|out|now|just now|yesterday|last night|today|tonight|this (?:morning|afternoon|evening)|(?:\w+ )?night|morning|by the way|btw|to (?:(?:mr|mrs|ms|dr|sir)\.? )?\w+|by (?:e-?mail|post|hand|text|whatsapp)|na|po|then|thanks|too|as well|myself))*"
)
_CLAUSE = expression(r"[.,;:!?()\n]+|\band\b|\bbut\b")


def has_gone(text: str) -> bool:
    """Whether a short text tells that it was sent, or that somebody else brings it: "i put her in and sent it"."""
    said = brief(text)
    if len(said.split()) > _MOST_WORDS or "?" in said or "both" in said.split():
        return False  # of two notes more is to be kept
    clauses = (clause.strip() for clause in _CLAUSE.split(said))
    return _PASSED_ON.search(said) is not None or any(_SENT.fullmatch(clause) for clause in clauses)


def verdict(text: str) -> Verdict | None:
    """What a message says of the draft, if that is all it says."""
    said = brief(text)
    return next((one for one, words in _VERDICTS if words.fullmatch(said)), None)


def swap(text: str) -> Swap | None:
    """The words of the draft that a message wants to be others, in the letters they typed."""
    shown = " ".join(straight(text).split())
    folded = shown.lower()
    if not brief(text) or len(folded) != len(shown):
        return None
    for pattern in _SWAPS:
        if (found := pattern.fullmatch(folded)) is not None:
            return Swap(shown[slice(*found.span("old"))].strip(), shown[slice(*found.span("new"))].strip(" .!"))
    return None


def spelt(text: str) -> tuple[str, bool] | None:
    """The name that is all a message gives, and whether it says that this is how it is spelt."""
    said = brief(text)
    if (found := _SAYS_HOW_SPELT.search(said)) is not None:
        return found["name"], True
    alone = _SPELT.fullmatch(said)
    return None if alone is None else (alone["name"], False)
