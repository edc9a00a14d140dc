"""Corrections: "no, it was Tuesday, not Monday", "change the company to Beta".

A correction names the new value, and often the old one or what kind of thing it is. An answer that merely
begins with "no" or "actually" is none: without the old value or a noun ("the company is …") the new one
must look like a name, a day or a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.records import unsaid
from core.understanding import text as texts
from core.understanding.expressions import expression


@unsaid
@dataclass(frozen=True, slots=True)
class Correction:
    """What should stand in place of what."""

    new: str
    old: str | None = None
    target: str | None = None
    """The fact's name; "interviewer" without a number, because which one it is only the facts can tell."""
    whose: str | None = None
    """Whose name it is, where it is told: "her", "his", or another word for somebody who was there."""
    is_bare: bool = False
    """It is nothing but a no and a day; where a time is asked for, such words are the answer."""


_LONGEST = 300
_I = re.IGNORECASE
_LEAD = (
    r"(?:(?:no|nope|nah|sorry|oops|ups|wait|actually|correction|hang on|hold on|my mistake|my bad|"
    r"hm+|btw|by the way|well|ah|oh|i made a mistake|wrong|i (?:gave|told|wrote)(?: you)? (?:the wrong|a wrong|you the wrong) "
    r"(?:date|day|time|name|number|company|place|score)|i got (?:the|that|my) (?:date|day|time|name|number|company|place|days|dates) wrong"
    r"|i (?:mixed|messed) up (?:the|my) (?:date|day|time|name|number|company|place|days|dates|names))\b[ ,.:!-]*)"
)
_ASKED = rf"(?:{_LEAD}|please |can you |could you |i'd like to |let's )*"
_VALUE = r"[^\s,.;:!?\n](?:[^,;:!?\n]|(?<=\d):(?=\d)){0,60}?"
_END = r"(?=[ ]*(?:[,;!?\n]|:(?!\d)|\.(?!\w)|$))"
_NOUNS = {
    "organisation": "company|organi[sz]ation|employer|firm|school|place|bank|hospital|clinic",
    "role": "role|job|position|post|title|job title",
    "interviewer": "interviewer|interviewer's name|name|manager|lady|man|woman",
    "interview-ended-at": "interview|date|day|time",
    "minutes-late": "minutes|delay",
    "format": "format",
    "feeling-at-first": "feeling|score|number",
}
_SCORE = r"(?:\d{1,2}|zero|one|two|three|four|five|six|seven|eight|nine|ten)"
_TIME = (
    r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)?|noon|midday|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_NOUN = "|".join(nouns for nouns in _NOUNS.values())
_DAY = (
    r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|january|february|march|"
    r"april|may|june|july|august|september|october|november|december|today|yesterday|this "
    r"morning|last (?:night|week)"
)
_WHEN = expression(
    rf"(?:on |at )?(?:the )?(?:{_DAY})\b|(?:at )?\d{{1,2}}(?:[:.]\d\d| ?[ap]m)\b|(?:on )?(?:the )?\d{{1,2}}(?:st|nd|rd|"
    rf"th)\b",
    _I,
)
_TITLE = expression(r"(?:mrs?|ms|miss|dr|prof|professor|sir|madam)\b\.? ?\w", _I)
_MINUTES = expression(r"\d+ ?(?:min|minutes|mins)\b", _I)
_FORMAT = expression(r"(?:zoom|teams|phone|video|in person|skype)\b", _I)
_PLAIN_LOOKING = expression(r"\d|[A-ZÀ-Þ]")

_PATTERNS = (
    expression(
        rf"^{_ASKED}(?:change|correct|update|fix|edit|set|make) (?:the |my |that |it |her |his "
        rf"|their )?(?:(?P<noun>{_NOUN}) )?(?:from (?P<old>{_VALUE}) )?(?:to|into) "
        rf"(?P<new>{_VALUE}){_END}"
    , _I),
    expression(rf"^{_ASKED}(?:replace|change) (?P<old>{_VALUE}) (?:with|by|to) (?P<new>{_VALUE}){_END}", _I),
    expression(
        rf"\b(?:it's|its|it is|that's|name is|(?:he|she)'s|is|was) (?:spelled|spelt|written) "
        rf"(?:like |as )?(?P<new>{_VALUE})(?:,? not (?P<old>{_VALUE}))?{_END}"
    , _I),
    expression(
        rf"^{_LEAD}*(?:i|we) (?:meant|mean)(?: to (?:say|write|type))?:? "
        rf"(?P<new>{_VALUE})(?:,? (?:and )?not (?P<old>{_VALUE}))?{_END}"
    , _I),
    expression(
        rf"^{_LEAD}*(?:it (?:was|is)|it's|its|that was|they were|he was|she was)? ?(?:not|n't|"
        rf"wasn't|isn't) (?P<old>{_VALUE})(?:,? but|,|;| -)(?: it was| it's| it is)? "
        rf"(?P<new>{_VALUE}){_END}"
    , _I),
    expression(
        rf"^{_LEAD}*(?:the |my )?(?:(?P<noun>{_NOUN})(?:'s name|'s)? ?(?:was|is|should be|is "
        rf"called|was called|'s)|(?:it|that|he|she|they|her name|his name) ?(?:was|is|'?s|were|"
        rf"should be))(?: actually| really| called| on| at)* (?P<new>{_VALUE}),? (?:and )?not "
        rf"(?:on |at )?(?P<old>{_VALUE}){_END}"
    , _I),
    expression(
        rf"^{_LEAD}+(?:the |my )?(?P<noun>{_NOUN})(?:'s name|'s)? ?(?:was|is|should be|is "
        rf"called|was called|'s)(?: actually| really| called| on| at)* (?P<new>{_VALUE}){_END}"
    , _I),
    expression(rf"^{_LEAD}+(?P<new>{_VALUE}),? (?:and )?not (?P<old>{_VALUE}){_END}", _I),
)  # fmt: skip
_OF_A_KIND = (
    ("feeling-at-first", expression(
        rf"^{_LEAD}*(?:it's |it is |its |that's |i'd say |i would say |make (?:it|that) |change (?:it|that|my feeling|the feeling) to )?"
        rf"(?:actually |really |rather |now )*(?:more like|closer to|nearer|rather|more of|make (?:it|that)) (?:an? )?(?P<new>{_SCORE})"
        rf"(?: ?(?:/|out of) ?10)?(?:,? (?:than|not) (?:an? )?(?P<old>{_SCORE}))?(?: actually| really| tbh| now| i think| sorry)*[.! ]*$"
    , _I)),
    ("minutes-late", expression(
        rf"^{_LEAD}*i (?:was|came|arrived|got there) (?:actually |only |more like |about )*(?P<new>\d+ ?(?:min|mins|minutes)|{_SCORE} minutes)"
        rf"(?: late)?,? (?:and )?not (?P<old>{_VALUE}){_END}"
    , _I)),
    ("interview-ended-at", expression(
        rf"^{_LEAD}*(?:it|we|the interview|that)(?: was| only| actually)* (?:finished|ended|over|done|went on|lasted|was over)(?: only| actually)*"
        rf" (?:till |until |at |after |around |about )+(?P<new>{_TIME})(?:,? (?:and )?not (?:at |after )?(?P<old>{_VALUE}))?"
        rf"(?: actually| really| sorry| i think| in fact)*[.! ]*$"
    , _I)),
    ("answer-promised-at", expression(
        rf"^{_LEAD}*(?:they|he|she|the (?:\w+ )?\w+) (?:said|meant|told me|promised|will (?:answer|call|write|reply)(?: by| on)?)(?: it(?:'s| is| was))?"
        rf" (?:by |on )?(?P<new>{_VALUE}),? (?:and )?not (?:by |on )?(?P<old>{_VALUE}){_END}"
    , _I)),
    ("interviewer", expression(
        rf"^{_LEAD}*(?P<whose>her|his|their|the (?:lady|woman|man|guy|gentleman|interviewer|boss|manager|one who asked)(?:'s)?) "
        rf"(?:real |full |actual |right )?name (?:is|was|'s)(?: actually| really| in fact)? (?P<new>{_VALUE})"
        rf"(?:,? (?:and )?not (?P<old>{_VALUE}))?{_END}"
    , _I)),
    ("role", expression(
        rf"^{_LEAD}+(?:it|that|the job)(?: was| is|'s)(?: actually| really)? (?:for )?(?:the |an? )?(?P<new>{_VALUE}) (?:job|position|post|role|vacancy)"
        rf"(?:,? (?:and )?not (?:the |an? )?(?P<old>{_VALUE})(?: job| position| post| role)?)?[.! ]*$"
    , _I)),
    ("panel-size", expression(
        rf"^{_LEAD}*(?:there were|they were|we were|it was)(?: actually| really| in fact)? (?P<new>{_SCORE})"
        rf"(?: of them| people| interviewers| panell?ists| persons)(?: actually| in the room| on the panel| in fact| there)*"
        rf"(?:,? (?:and )?not (?P<old>{_SCORE}))?[.! ]*$"
    , _I)),
    ("zone", expression(
        rf"^{_LEAD}*(?:(?:i'm|i am|im|i live|i'm living|i work|i'm based|i am based|we are|we're) (?:in|near|from)|i(?:'ve| have)? moved to|my time ?zone is)"
        rf" (?P<new>{_VALUE})(?: time)?(?:,? (?:and )?not (?:in )?(?P<old>{_VALUE}))?(?: now| actually| at the moment| these days)*[.! ]*$"
    , _I)),
    ("interview-on", expression(
        rf"^{_ASKED}(?:put|move|set|shift|change) (?:the |my |that )?(?:interview|date|day) (?:on|to|for) (?P<new>{_VALUE})(?: instead| please)*{_END}"
    , _I)),
)  # fmt: skip
"""Sentences that name what they correct by the way they are said."""
_BARE = expression(
    rf"^{_LEAD}+(?:(?:it|that|her name|his name|the name) ?(?:was|is|'?s)(?: actually| "
    rf"really| called| on| at)* )(?P<new>{_VALUE}){_END}",
    _I,
)
_PLAIN = expression(
    r"^(?:the |my )?(?P<noun>company|organi[sz]ation|employer|firm|role|position)(?:'s name)?(?: was| is|'s)(?: actually| really| called)* "
    rf"(?P<new>{_VALUE})[.! ]*$",
    _I,
)
"""Said without a word of correction: only of what has a noun of its own, and only a name."""
_WEEKDAY = (
    r"(?:(?:on |on the |the |last |next |this |coming )*(?:(?:mon|tue|wed|thu|fri|sat|sun)|tues|weds|thur|thurs|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today"
    r"|the day before yesterday|\d{1,2}(?:st|nd|rd|th)(?: (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)?)(?: (?:morning|afternoon|evening))?)"
)
_BARE_DAY = expression(
    rf"^(?:(?:\*+ ?|(?:(?:no|nope|nah|not|oops|ups|sorry|wait|actually|correction|i mean|i meant|mean|ah|oh|my bad|my mistake)\b[ ,.:!-]*)+)(?P<new>{_WEEKDAY})"
    rf"|(?P<starred>{_WEEKDAY})(?: ?\*+|,? (?:i mean(?:t)?|sorry|not (?P<old>{_WEEKDAY}))))"
    rf"(?:,? (?:i mean(?:t)?|sorry|actually|really|it was|that is|of course|not (?P<wrong>{_WEEKDAY})))*[.!* ]*$",
    _I,
)
_DENIED = expression(r"\bnot[\s\W]*$", _I)
"""What stands before a day that it was not: "no, not today"."""
_TIDIED = expression(r"(?: (?:please|pls|btw|by the way|sorry|thanks|instead|actually|though|tho|lol|then))+$", _I)
_NO_VALUE = expression(
    r"(?:not|so|too|very|really|now|right now|yet|just|that|because|what|how|why|when|if|it|fine|ok|okay|"
    r"good|bad|great|awful|terrible|well|wrong|right|"
    r"sure|true|me|them|my fault|nothing|a |an |the (?:best|worst|same)|only|all|more|"
    r"quite|pretty|kind of|about|i|they|he|she|we|you|u|ur|your)\b"
    r"|.*\b(?:do|does|did|is|are|was|were|(?<!\d )(?<!\d)am|have|has|had|can|could|will|would|should|may|might|must|but|and|or)$",
    _I,
)
"""What no name or day is: "wait, you did not answer me" sets nothing right, and a name ends in no such word."""
_MOST_WORDS = 6


def read(text: str) -> Correction | None:
    """The correction in a text, or None when it is an answer."""
    shown = texts.straight(texts.clean(text[: 4 * _LONGEST]))
    if not shown or len(shown) > _LONGEST:
        return None
    if (bare := _BARE_DAY.match(shown)) and not _DENIED.search(shown[: max(bare.start("new"), 0)]):
        said = bare.groupdict()
        return Correction(
            str(said["new"] or said["starred"]), said["old"] or said["wrong"], "interview-ended-at", is_bare=True
        )
    for target, pattern in _OF_A_KIND:
        if (found := pattern.match(shown)) and (new := _tidied(found["new"])):
            said = found.groupdict()
            if target != "interviewer" or _looks_like_a_value(new):
                return Correction(
                    new, _tidied(said.get("old")), target, whose=(said.get("whose") or "").lower() or None
                )
    for pattern in _PATTERNS:
        if (found := pattern.search(shown)) and (correction := _correction(found)):
            return correction
    if (found := _PLAIN.match(shown)) and _PLAIN_LOOKING.match(found["new"]):
        return _correction(found)
    found = _BARE.search(shown)
    correction = _correction(found) if found else None
    return correction if correction and _looks_like_a_value(correction.new) else None


def _correction(found: re.Match[str]) -> Correction | None:
    said = found.groupdict()
    new, old = _tidied(said["new"]), _tidied(said.get("old"))
    if new is None or not _is_value(new) or (old is not None and not _is_value(old)):
        return None
    return Correction(new, old, _target(said.get("noun"), new, old))


_WHO_IT_IS = expression(
    r"^(?:the |my |our )?(?:[\w']+ ){1,4}?(?:is|was|is called|was called|name is|name was) (?=(?:mrs?|ms|miss|dr|prof|sister|sir)\b|[A-Z])",
    re.IGNORECASE,
)
"""What leads to a name: "head teacher is Mrs Lungo"."""


def _tidied(value: str | None) -> str | None:
    value = _WHO_IT_IS.sub("", value) if value else value
    return _TIDIED.sub("", value.strip()).rstrip(" .") or None if value else None


def _is_value(value: str) -> bool:
    return not _NO_VALUE.match(value) and len(value.split()) <= _MOST_WORDS


def _looks_like_a_value(value: str) -> bool:
    return bool(_PLAIN_LOOKING.match(value) or _WHEN.match(value) or _TITLE.match(value))


def _target(noun: str | None, *values: str | None) -> str | None:
    kinds = (
        (_TITLE, "interviewer"),
        (_MINUTES, "minutes-late"),
        (_WHEN, "interview-ended-at"),
        (_FORMAT, "format"),
    )
    for pattern, name in kinds:
        if any(value and pattern.match(value) for value in values):
            return name
    if noun is None:
        return None
    return next(
        (name for name, nouns in _NOUNS.items() if noun.lower() in nouns.replace("[sz]", "s").split("|")),
        "organisation",
    )
