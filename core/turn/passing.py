"""Details in passing: what a text tells besides answering, and what becomes of it.

A detail fills a gap and never overwrites; a correction, which says so, does. Lists (`struggle-1`, …) grow. The rule
a newcomer could break: names of facts are given here and in the flows, not in `core.understanding`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from core import echo
from core.facts import OWN_NAME, Facts, Value
from core.flows.capture.story import TOLD_IN
from core.questions import OF_OPTIONS, ComingDay, OwnLetter, Partner, Quotation, Scale, Words
from core.state import Shown
from core.turn import days
from core.understanding import Reading, conduct, moments, names, outcomes, persons, short_news, tone, wished, wishes
from core.understanding.detail import Detail
from core.understanding.reasons import THEIR_REASON
from core.understanding.short_news import Certainty
from core.understanding.text import LONGEST_STORY, brief
from core.vocabulary import Named

ECHOED_KINDS = {"interviewers", "past-day", "coming-day", "organisation", "town"}
"""Questions whose answer is understood rather than taken as it stands, and so is said back."""

_LIST_OF = {"struggle": "struggle", "question": "asked", "interviewer": "interviewer"}
"""The list that a detail joins. A question told in passing is one that was asked, not the wording of a struggle."""
LISTS = {*_LIST_OF.values(), "question"}
"""Facts that are numbered."""
_NOT_SURE = {Certainty.LIKELY.value, Certainty.IF_ASKED.value}
"""News that has to be asked about, and is no fact before."""
_ROLE_WORD = re.compile(r"^(?:the|a|an) | (?:job|post|position|role|vacancy)$", re.IGNORECASE)
_NO_ROLE = re.compile(r"\b(?:they|he|she|i|we|you|said|says|by|the)\b", re.IGNORECASE)
"""In a role, these mean that "post" was the mail and not the position."""
_KIND_OF_PLACE = re.compile(
    r"(?: (?:clinic|hospital|school|college|university|bank|hotel|academy|centre|center|logistics|fabrication|group|ltd|limited)|(?<=county) (?:office|council)|(?<=district) (?:office|council)|(?<=council) offices?)\b",
    re.IGNORECASE,
)
_WHERE_OR_WHEN = re.compile(
    r" (?:at|in|with|for) (?:the )?[A-Z][\w&.' ]*$| (?:on|last|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day.*$| (?:today|yesterday).*$"
    r"| (?:in|during|at) (?:my|the|this|an|our) (?:\w+ )?interview\b.*$"
)
_AS_REPORTED = re.compile(r"(?:what|wat|wot|how|why|where|when|who|which|(?P<whether>if|whether))\b", re.IGNORECASE)
"""A struggle that is a question in their report ("what i do when a count is wrong")."""
_TYPED_SHORT = re.compile(r"\b(?P<word>what|how|when|where|why|who|which|if|whether) id\b", re.IGNORECASE)
_TURNED = re.compile(r"(?P<could>could|can|would|will|should|have) i (?P<what>\w.*)", re.IGNORECASE)
"""A struggle that is a question in their report, put as it was asked ("could i do nights")."""
_THE = re.compile(r"^The\b")
"""It stands in a sentence of the coach's."""
_HOW_IT_WAS_PUT = re.compile(r"question-\d+")
_ROUND = re.compile(
    r"\b(?:had|did|done|after|from|out of|of|at|my|the|finished|was) (?:my |the |a |our )?(?P<round>(?:second|2nd|third|3rd|final) (?:interview|round|stage))\b",
    re.IGNORECASE,
)
OWN_WORDS = {Words.kind, Quotation.kind, OwnLetter.kind}
_DATES = {"interview-on", "interview-ended-at", "answer-promised-at", "next-interview-on", "next-interview-at"}
DAYS = ("interview-on", "answer-promised-at", "next-interview-on", "mock-on")
"""The days that may be corrected whatever is asked."""
_WHAT_WAS_BAD = {"cause", "anything-else", "what-else"}
_ABOUT_OTHERS = ("four-items", "known-", "about-us", "likely.", "field", "insider", "partner.", "staff.")
"""How the names of what is said to get ready, or of somebody inside or here, begin; it tells nothing of how an interview
was."""
_SAID_IN_THERE = ("unsaid-", "point-")
"""How the names begin of what they would have said there: it tells of their work, and not of the interview."""
_TELLS_OF_IT = (*TOLD_IN, "feeling-at-first")
"""The questions beside which an answer may be told that they wish they had given."""
_WISHED, _WISHED_AT = "wished-said", "wished-said-at"
"""Such an answer in a text, and what it should have answered."""
_OF_FEELING = {"stressed", "angry", "conduct", "contact"}
_EXERCISES = {"attempt", "anew", "better"}
NUMBERED = {"minutes-late", "panel-size", "feeling-at-first"}
"""Facts that are numbers."""
_ASIDES = {"organisation", "role", "format", "contact", "outcome"}
AHEAD = ("news", "next-interview-on", "next-interview-at", "ready-now", "prepared", "mock-on")
"""What is known of an interview that is ahead, and no longer holds once it has been."""
_SHORT_ASIDE = 9
_SHORT_REPLY = 5
_WHEN_IT_WAS = {"interview-on", "interview-on-roughly", "interview-ended-at"}
_TELLS_OF_ONE = re.compile(
    r"\b(?:interview|was|were|had|did|ended|finished|over|ago|last|yesterday|just)\b", re.IGNORECASE
)
_NAMED = ("interviewer-", "panel-size")
_ONLY_BETWEEN = re.compile(
    r"(?:\W|\b(?:it|was|were|is|that|this|the|they|he|she|who|said|told|asked|ask|me|us|by|on|and|with|from|just|only|also|i|will|they'll|'ll|would|call|ring|answer|let|know|hear|tell|one)\b)*",
    re.IGNORECASE,
)
"""What may stand between such details and says nothing."""


def caught(reading: Reading, now: datetime, held: str | None = None) -> dict[str, Value]:
    """The details in a text, by fact name; items of lists are numbered from 1 in the order they were told.

    `held` is the day of the interview it is about, where that is known.
    """
    told = [detail for detail in reading.details if not _is_theirs(detail)]
    found = _named(told, reading)
    found |= _let_show(reading, found)
    if found.get("outcome") != "rejected":
        found.pop(THEIR_REASON, None)  # what they said of somebody they have not turned down is no reason for it
    if len(told) < len(reading.details):
        found["conduct"] = True
    if "direct-number" in found:
        found["direct-number-at"] = now.replace(tzinfo=None).isoformat(timespec="minutes")
    return found | days.told(reading, now, held)


def _named(told: Sequence[Detail], reading: Reading) -> dict[str, Value]:
    """Each detail under the name of its fact."""
    found: dict[str, Value] = {}
    counts = dict.fromkeys(LISTS, 0)
    struggles = [detail.value for detail in told if detail.name == "struggle"]
    wish = wished.wished(reading.text)
    for detail in told:
        stem = detail.name.rstrip("-0123456789")
        if stem in _NOT_SURE:
            continue
        if stem == "question" and detail.value in struggles:
            found[f"question-{struggles.index(detail.value) + 1}"] = detail.value
        elif (listed := _LIST_OF.get(stem)) is not None:
            counts[listed] += 1
            value = detail.value
            if listed == "struggle" and (put := moments.as_put(value)):
                found[f"question-{counts[listed]}"] = put  # its very words
            if listed == "struggle":  # "the cost question at Acme on Sunday": where and when are facts of their own
                value = _called(_WHERE_OR_WHEN.sub("", _WHERE_OR_WHEN.sub("", value)) or value)
                if wish is not None and detail.span[0] < wish.begin:
                    found[_WISHED_AT] = value
            found[f"{listed}-{counts[listed]}"] = value
        elif stem == "asked-by":
            found["asked-by-1"] = _whose(detail.value, reading)
        elif stem in NUMBERED:
            found[stem] = int(detail.value) if detail.value.isdecimal() else 0
        elif stem in ("cause-told", "laughed-at"):
            found[stem] = True  # what it was stands in their story
        elif stem == "role":
            role = _ROLE_WORD.sub("", detail.value)
            if not _NO_ROLE.search(role):
                found.setdefault(stem, role)
        elif stem == "organisation":
            found.setdefault(stem, _whole_name(reading.text, detail.value, detail.span[1]))
        else:
            found.setdefault(stem, detail.value)
    if wish is not None:
        found[_WISHED] = wish.words
    return found


def _let_show(reading: Reading, named: Mapping[str, Value]) -> dict[str, Value]:
    """What the text as a whole lets show, beside what is named in it."""
    found: dict[str, Value] = {}
    later = _ROUND.search(reading.text, 0, LONGEST_STORY)
    is_ahead = named.get("news") == "ahead"
    if later is not None and not is_ahead and "outcome" not in named:
        found["round"] = f"the {later['round'].lower()}"
    if reading.is_stressed or reading.is_low or reading.danger is not None:
        found["stressed"] = True
    if reading.is_angry:
        found["angry"] = True
    if reading.is_serious:
        found["conduct"] = True
    if reading.means_to_write:
        found["means-to-write"] = True
    if reading.insider is not None and reading.insider.who is not None:
        found["insider"] = reading.insider.who
    if is_ahead and wishes.asks_to_prepare(reading.text):
        found["ready-now"] = "now"
    return found


def _called(struggle: str) -> str:
    """A struggle as the coach speaks of it to the one who told it: "the question of what you do when a count is wrong"."""
    if moments.as_put(struggle):
        return f'the question "{struggle}"'
    if (turned := _TURNED.fullmatch(struggle)) is not None:
        return f"the question of whether you {turned['could']} {persons.to_you(turned['what'])}"
    struggle = _TYPED_SHORT.sub(r"\g<word> i'd", struggle)
    reported = _AS_REPORTED.match(struggle)
    if reported is None:
        return persons.to_you(_THE.sub("the", struggle))
    asked = f"whether{struggle[reported.end() :]}" if reported["whether"] else struggle
    return f"the question of {persons.to_you(persons.written_out(asked))}"


_JUST_GOOD = re.compile(
    r"(?:(?:it|that|interview|mine|today|honestly|actually|tbh|so|well|oh|yes|yeah|hi|i|think|was|went|felt|is|really|pretty|quite|so|very|surprisingly|super|just|not)[ ,]+)*"
    r"(?:good|great|amazing|brilliant|brilliantly|fantastic|awesome|excellent|lovely|perfect|(?<=not )bad|bad at all(?<=not bad at all)|wonderful|the best interview(?: ever| i(?:'ve| have) (?:ever )?had| so far)?|best interview(?: ever| so far)?)"
    r"(?:[ ,]+(?:i think|actually|really|honestly|tbh|today|so far|for once|this time|interview|thanks|thank you|i guess))*[.!:) ]*|(?:i think )?(?:they|he|she) (?:really |all |totally )?(?:loved|liked|was impressed by|were impressed by) me\b[^,;]*"
)
"""As the first word about an interview, and all of it."""


def in_first_words(reading: Reading, found: Mapping[str, Value]) -> dict[str, Value]:
    """The details of the first words; who has decided to leave is out, and nothing is asked first: nothing has begun."""
    left = outcomes.leaving(reading.text)
    if "news" not in found and "struggle-1" not in found and _JUST_GOOD.fullmatch(brief(reading.text)):
        found = {**found, "news": "well"}
    if found.get("outcome", "waiting") != "waiting":
        return dict(found)
    told = {**left, **found} | {name: value for name, value in left.items() if name == "outcome"}
    if str(told.get("role", "")).casefold().startswith(str(told.get("organisation")).casefold()):
        told.pop("role")  # "the Acme job"
    return told


def _is_theirs(detail: Detail) -> bool:
    """Whether a question told of is one that nobody may ask: it is conduct of theirs, and no answer was weak."""
    return detail.name.rstrip("-0123456789") in ("struggle", "question") and conduct.is_remark(detail.value)


def _whole_name(text: str, name: str, end: int) -> str:
    """ "Mercy clinic", also where only the first word has its capital."""
    kind = _KIND_OF_PLACE.match(text, end)
    return name + kind[0] if kind else name


def _whose(name: str, reading: Reading) -> str:
    """The fact that holds the name, because a name may be corrected later."""
    return next(detail.name for detail in reading.details if detail.value == name and detail.name != "asked-by")


def besides(shown: Shown | None, reading: Reading, found: Mapping[str, Value]) -> dict[str, Value]:
    """The details in an answer, without those that are the answer itself or just stand in it."""
    if shown is not None and (shown.kind == Partner.kind or shown.name.startswith(_ABOUT_OTHERS)):
        return {}  # "they opened on Monday" is what they know of the place, and no day of theirs
    if shown is not None and shown.kind == OwnLetter.kind:
        return {}  # whom they greet and what they write there is theirs, and tells nothing
    found = dict(found)
    if shown is not None and shown.name not in _TELLS_OF_IT:
        found.pop(_WISHED, None)
    if shown is not None and shown.kind in (*OF_OPTIONS, Scale.kind) and _is_a_time_alone(reading):
        found = {name: value for name, value in found.items() if name not in _WHEN_IT_WAS}
    if shown is not None and shown.kind == ComingDay.kind:  # the day told is the day asked for
        return {name: value for name, value in found.items() if name not in _DATES}
    if shown is not None and shown.kind in OWN_WORDS and shown.name != "story" and not is_all(reading, found):
        found.pop("outcome", None)  # "at my last firm I got the job of …" is no news
        found.pop(THEIR_REASON, None)
        found.pop("next-interview-on", None)
        found.pop("cause-told", None)
        if shown.name not in _WHAT_WAS_BAD:
            found.pop("laughed-at", None)
    if shown is not None and _HOW_IT_WAS_PUT.fullmatch(shown.name):  # "as project engineer" stands in their question
        found = {name: value for name, value in found.items() if name != "role" and not name.startswith("asked-1")}
    if shown is not None and shown.kind in OWN_WORDS and found.get("outcome") == "waiting":
        del found["outcome"]  # "nothing yet", said to a question, is about what was asked
    if shown is not None and shown.name.startswith(_SAID_IN_THERE):  # "two people, shelf by shelf" was no panel
        found = {name: value for name, value in found.items() if name in _OF_FEELING}
        if not conduct.is_by_interviewers(reading.text):
            found.pop("conduct", None)  # "a relative shouted at me, and I took her to a quiet room"
    if shown is not None and shown.kind == Quotation.kind:
        found.pop("role", None)  # "what does the norm require of you as an engineer"
    is_about_them = shown is not None and (shown.kind == Quotation.kind or shown.name in _WHAT_WAS_BAD)
    if is_about_them and conduct.is_remark(reading.text):
        found["conduct"] = True  # their very words: nobody need be named in them
    if shown is not None and shown.name.rstrip("-0123456789").rpartition(".")[2] in _EXERCISES:
        found.pop("conduct", None)  # "a customer made a racist remark, and I …" is an answer to practise
        found.pop("angry", None)
    if (
        shown is not None
        and shown.kind == Quotation.kind
        and not any(tone.is_promise(reading.text, phrase.start) for phrase in reading.times)
    ):
        found.pop("answer-promised-at", None)  # "where will you be in 3 months" is what they asked
    return found


def gaps(found: Mapping[str, Value], facts: Facts, *, but: str = "") -> dict[str, Value]:
    """Those details that are not known yet; `but` names the fact that the open question fills itself."""
    new: dict[str, Value] = {}
    for name, value in found.items():
        stem = name.rpartition("-")[0]
        if stem in LISTS:
            name = _next_free(stem, value, facts, new)
        if name and name != but and name not in new and facts.latest(name) is None:
            new[name] = value
    return _with_the_wish(new, facts)


def _with_the_wish(new: dict[str, Value], facts: Facts) -> dict[str, Value]:
    """The answer they wish they had given, beside the moment it belongs to; left out where that cannot be told."""
    words, of = new.pop(_WISHED, None), new.pop(_WISHED_AT, None)
    struggles = {**dict(facts.items("struggle")), **_items(new, "struggle")}
    at = [number for number, struggle in struggles.items() if of in (None, struggle)]
    if words is None or len(at) != 1 or facts.latest(f"unsaid-{at[0]}") is not None:
        return new
    return new | {f"unsaid-{at[0]}": words, f"unsaid-told-{at[0]}": True}


def _items(found: Mapping[str, Value], stem: str) -> dict[int, Value]:
    named = ((name.rpartition("-"), value) for name, value in found.items())
    return {int(number): value for (listed, _, number), value in named if listed == stem}


def _next_free(stem: str, value: Value, facts: Facts, new: Mapping[str, Value]) -> str:
    known = dict(facts.items(stem))
    if any(str(kept).casefold() == str(value).casefold() for kept in known.values()):
        return ""
    if stem == "interviewer" and any(names.is_of(str(value), str(kept)) for kept in known.values()):
        return ""  # "Dr Vogt", once Dr Lena Vogt is known
    number = max(known, default=0) + 1
    while f"{stem}-{number}" in new:
        number += 1
    return f"{stem}-{number}"


def is_yet_to_come(reading: Reading, shown: Shown | None) -> bool:
    """Whether all that a text says is that an interview has not been yet; where own words are asked for it is one."""
    is_answer = shown is not None and shown.kind in OWN_WORDS
    return reading.is_yet_to_come and not is_answer


def is_another_interview(reading: Reading, found: Mapping[str, Value], facts: Facts) -> bool:
    """Whether a text, written when nothing is under way, begins to tell of an interview not talked about yet."""
    if reading.mentions.is_far_away:
        return False
    place, known = found.get("organisation"), facts.text("organisation")
    elsewhere = isinstance(place, str) and not (known is not None and same_place(place, known))
    told = "struggle-1" in found or "news" in found or elsewhere
    return (
        reading.is_just_over or (told and "interview" in reading.text.lower()) or (elsewhere and "struggle-1" in found)
    )


def same_place(one: str, other: str) -> bool:
    """Whether two names are of the same place: one may be the short of the other."""
    one, other = one.casefold(), other.casefold()
    return one in other or other in one


def is_all(reading: Reading, found: Mapping[str, Value]) -> bool:
    """Whether a text is nothing but a detail ("it was at Acme by the way"), and so no answer in own words."""
    names = _ASIDES | ({THEIR_REASON} & found.keys())
    spans = [detail.span for detail in reading.details if detail.name in names]
    told = sum(end - start for start, end in spans)
    if reading.insider is not None and reading.insider.is_all:
        return True
    if reading.correction is not None and reading.correction.whose is not None:
        return True  # "her name is Dr Banda"
    if found and (_is_nothing_else(reading) or _is_told_by_all(reading)):
        return True
    return bool(found) and len(reading.text.split()) <= _SHORT_ASIDE and told >= len(reading.text) / 4


def _is_told_by_all(reading: Reading) -> bool:
    """Whether their answer is told by every clause: "i rang him. failed. he says come back in 6 months"."""
    told = any(one.name == "outcome" for one in reading.details)
    news = short_news.read(reading.text) if told else None
    return news is not None and news.certainty is Certainty.SURE


def _is_a_time_alone(reading: Reading) -> bool:
    """Whether a text is a time and little else: where there is something to choose, it says when that is to be."""
    return len(reading.text.split()) <= _SHORT_REPLY and _TELLS_OF_ONE.search(reading.text) is None


def _is_nothing_else(reading: Reading) -> bool:
    """Whether nothing is left of a short text without names, counts and days: "they said Friday", "Mrs Patel asked it"."""
    if len(reading.text.split()) > _SHORT_ASIDE:
        return False
    spans = [detail.span for detail in reading.details if detail.name.startswith(_NAMED)]
    spans += [(phrase.start, phrase.end) for phrase in reading.times if reading.is_promise(phrase)]
    rest = list(reading.text)
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    return bool(spans) and _ONLY_BETWEEN.fullmatch("".join(rest)) is not None


def everything(facts: Facts, today: date) -> tuple[Named, ...]:
    """All that is known and can be said in a few words."""
    known = {**facts.all(), **({OWN_NAME: name} if (name := facts.latest(OWN_NAME)) is not None else {})}
    return echo.noted(((name, fact.value) for name, fact in known.items()), today)
