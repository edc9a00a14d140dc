"""Names of people: who spoke with the person, and who asked that question.

No name is invented and none is guessed from a common word: a name has a title, or capitals where the
sentence speaks of a person, or it stands in a reply that is nothing but names. "A younger guy from
accounts" is a person without a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from core.records import unsaid
from core.understanding import beside_a_job
from core.understanding import text as texts
from core.understanding.expressions import expression
from core.understanding.organisations import read as organisation
from core.understanding.roles import read as role
from core.understanding.text import Span
from core.understanding.wordlists import either, words

__all__ = ["NUMBERS", "Interviewers", "in_story", "organisation", "read", "role"]


@unsaid
@dataclass(frozen=True, slots=True)
class Interviewers:
    """Who spoke with the person."""

    names: tuple[str, ...] = ()
    unnamed: int = 0
    """People who were there and whose names the person did not give."""
    asked_by: str | None = None
    """The one of `names` who asked the question."""


WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: number for number, word in enumerate(WORDS, start=1)}
NUMBERS |= {str(number): number for number in range(1, 21)}

_NOT_A_NAME = words("people", "not_a_name")
_SURE_TITLE = r"(?:mrs|mr|ms|mx|dr|prof)"
_TITLE = (
    r"(?:(?:[Rr]ev|[Ee]ng|[Hh]on|Fr|Br|Sr|Capt)\.?|[Mm]iss|[Mm]atron|[Ss]ir|[Mm]adame?|[Ss]ister|[Rr]everend|[Ff]ather|[Pp]astor|"
    r"[Pp]rofessor|[Cc]aptain|[Mm]ister|[Nn]urse|[Cc]hef|[Bb]ishop|[Cc]hief)"
)
_OF = r"(?:(?:van|von|der|den|de|du|da|di|del|la|le|el|al|bin|ter)[ -])*"
"""What may stand in a name in small letters."""
_PART = r"[A-ZÀ-ÖØ-Þ][\w'-]*"
_CAPITALS = rf"{_PART}(?: {_PART}){{0,2}}"
_NAMED = expression(_CAPITALS)
_TITLED = expression(
    rf"\b(?:(?i:{_SURE_TITLE})\b\.? ?(?:(?i:dr|prof)\b\.? ?)?(?:(?:[A-Za-z]\. ?){{0,2}}{_OF}{_CAPITALS}|"
    rf"(?P<typed>[a-z][\w'-]+))|{_TITLE} {_OF}{_CAPITALS})"
)
_MET = expression(
    r"\b(?:[Ii]nterviewed by|[Ii]nterviewers? (?:was|were|is)|[Ss]poke (?:to|with)|[Tt]alked (?:to|with)) "
    rf"(?P<name>{_CAPITALS})"
)
_WERE_THERE = expression(
    r"\b(?:[Pp]anel|[Ii]nterviewers?|[Tt]hey)(?: (?:was|were|is|are|consisted of|included|had)|:) (?:of |me |with )?(?=[A-ZÀ-ÖØ-Þ])"
    r"|\b(?:[Ii]nterviewed by|[Ww]ith) (?=[A-ZÀ-ÖØ-Þ][\w' .-]{1,40}(?:,|\(| and [A-Z]))"
)
"""What leads to a list of those who were there."""
_ONE_THERE = expression(
    rf"(?P<name>(?:(?:(?i:{_SURE_TITLE})\b\.?|{_TITLE}) )?{_CAPITALS})(?P<aside> ?\([^)\n]{{1,60}}\)|,? (?:from|of|the|our|their) [\w' -]{{2,40}}?(?=,| and |;|[.]|$))?"
)
_AND_ANOTHER = expression(r"(?:, and |,? and |, |; | & |\+)")
_CALLED = expression(
    r"\b(?:called|named|(?:her|his|the|whose) names? (?:is|was)|name's)(?: something like| maybe| i think)? (?P<name>[a-z][\w'-]+)\b(?! (?:me|us|my|them|him|her|it)\b)",
)
"""A name in small letters, where the sentence says that it is one."""
_THE_OTHER = expression(
    r"\b(?:the|an)? ?other(?: one| guy| lady| man| woman)?,?(?: (?:was|is|called|named))* (?P<name>[a-z][\w'-]+)\b"
)
_NO_NAME = r"(?:over|past|through|across|around|about|behind|beside|after|before|against|under|off|into|onto|at|like|near|for|from|along|alongside|only|even|also|just|back|up|down|out|instead of|not|directly)"
"""What stands between a verb and "the manager": "i talked over the hr guy"."""
_BY_KIND = expression(
    rf"\b(?:spoke|talked|speaking|talking|write|wrote|writing|thank|text|message|e-?mail|mail|met|meet|interviewed by|interview with|note)(?: to| with)? (?P<name>(?!{_NO_NAME}\b)[^\W\d_][\w'-]+),? (?:the|who (?:is|was) the|who's the|thats the|that's the) (?:[a-z]+ )?(?:{either('people', 'nameless')}|hr|ceo)\b",
    re.IGNORECASE,
)
""" "I want to write to bea the owner"."""
_DID = expression(rf"\b(?P<name>{_CAPITALS}) (?:asked|interviewed) (?:me|us|it|that|the|about)\b")
_ASKED = expression(
    r"(?:'s)? *(?:\((?=(?:she|he|who|they) asked)|\([^)]*\) *)?(?:,? ?who |,? ?(?:she|he) |,? the one who )?(?:also |"
    r"actually |then |was the one (?:who|that) )?"
    r"(?:asked|did the asking|put the question|was asking)\b",
    re.IGNORECASE,
)
_ASKED_BY = expression(r"\b(?:asked by|question (?:came|was) from) $", re.IGNORECASE)
_WHO = expression(r"[ ,]*(?:who|she|he|the one)\b", re.IGNORECASE)
_SOMEBODY_ASKED = expression(r"\b(?P<name>[\w'-]+) asked\b", re.IGNORECASE)
_PRONOUN_ASKED = expression(r"\b(?:he|she|they) (?:also )?asked\b", re.IGNORECASE)
_NAMELESS = expression(
    r"\b(?P<count>an?|another|the|some|her|his|their|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|a couple of) "
    r"(?P<kind>(?:(?:more|other|younger|older|young|old|tall|nice|senior|junior|hr|male|"
    r"female|unknown|different|hiring|third|fourth|last) ){0,3}(?:(?!(?:of|the|an?|or|and|who|with|was|is|for|in|at|from|to|called|named)\b)[a-z]+ )??"
    rf"(?:{either('people', 'nameless')}))\b(?! (?:one )?(?:was |is )?(?:called|named)\b)",
    re.IGNORECASE,
)
_WHERE_FROM = expression(r"(?: from (?:the )?(?!the\b|a\b)[\w-]+)?")
_TYPED_KIND = expression(rf"(?:{either('people', 'nameless')})")
_UNKNOWN = expression(
    r"\b(?:no idea|no names?|don'?t (?:know|remember|recall)|can'?t (?:remember|recall)|"
    r"didn'?t (?:catch|get|say)|forgot|idk"
    r"|dunno|not sure|never (?:said|told|introduced))\b",
    re.IGNORECASE,
)
_LEAD_IN = expression(r"(?:it was|just|only|with|i (?:spoke|talked) (?:to|with)|by) ", re.IGNORECASE)
_CLOSE = expression(r"(?:,? (?:\w+ )?asked(?: (?:it|that|me|the question))?)?[.! ]*$", re.IGNORECASE)
_SEPARATOR = expression(r"\s*(?:[,;/&+\n]|\b(?:and|plus|with|then|n)\b)\s*", re.IGNORECASE)
_KIND = rf"(?:{either('people', 'nameless')}|hr|ceo|cto|cfo|dev|boss|bosses)"
_OF_WHAT = (
    r"(?:team|tech|shift|line|store|shop|general|hiring|head|area|office|senior|deputy|project|sales|ward|floor|night|day|duty|kitchen|site|warehouse|regional|branch|depot|bar|restaurant"
    r"|service|operations|account|product|engineering|finance|data|assistant)"
)
_BARE_KIND = expression(rf"{_OF_WHAT} {_KIND}\b[.! ]*", re.IGNORECASE)
""" "Darren, night manager": the same person."""
_TOLD_KIND = expression(
    rf"(?:,? \(?(?:(?:is|was|that's|thats|that is|she's|shes|he's|hes|who is|who was|who's|whos|as) )*(?:(?:the|a|an|our|their|from|of) )*(?:{_OF_WHAT} )*{_KIND}\b\)?)+",
    re.IGNORECASE,
)
""" "Arjun lead", "meera that's the hr": what somebody is, behind the name."""
_NEVER_SAID = expression(
    r"(?<=[\w]) (?:who|that|he|she) (?:never|didn't|did not|didnt|hasn't) (?:\w+ ){1,3}?(?:his |her |their )?names?\b",
    re.IGNORECASE,
)
_WHO_ASKED = expression(r"[.,;!] *(?:\w+ ){1,2}asked\b[^.!?]*[.! ]*$", re.IGNORECASE)
_FIRST_SENTENCE = expression(r"[^.!?\n]+(?=[.!?\n])")
_TWO_NAMES = 2
_ASIDE = expression(r"\s*(?:\([^)]{0,80}\)|(?: - | from | of ).{0,60})$")
_TYPED_NAME = expression(r"(?:[^\W\d_][\w'-]*\.? ?){1,4}")
_THEIR_OWN = ("my ", "our ", "her ", "his ", "your ")
_OF_A_PLACE = expression(
    r"(?:(?<='s)|'s) (?:[a-z]+ ){0,2}?(?:office|practice|clinic|surgery|shop|store|salon|bakery|garage|restaurant|pharmacy|firm|company|school|farm|hotel|bar|pub|workshop)\b"
)
_OF_A_FAMILY = expression(r"(?:sister|father)\b", re.IGNORECASE)
_LOWER_TITLE = expression(r"^(?:mrs|mr|ms|mx|miss|dr|prof|sister|matron)\b")
_FIRST_LETTER = expression(r"(^|[ '-])(\w)")
_SLIP_OF_ASKER = expression(
    r"\basked(?: (?:it|that|me|this|the question))?[ ,.;:!?-]+(?:(?:no|nope|sorry|wait|actually|oops|ah|oh|i mean|i meant|correction|rather|my mistake)[ ,.;:!-]+)+(?:it was |that was |it's |was )*$",
    re.IGNORECASE,
)
""" "Mrs Tembo asked it. No sorry, …": the one who is named then asked it."""
_EITHER = expression(r",? or (?:maybe |was it |perhaps |something like )?", re.IGNORECASE)
_ONE_OF_A_KIND = (
    rf"(?:(?:{_OF_WHAT}|hr|old|older|young|younger|nice|other|tall|male|female) ){{0,2}}(?!(?:people|others?|someone|somebody|men|women)\b|\w+[^s]s\b){_KIND}"
    r"(?= *(?:$|[,.;!&+?]| (?:and|plus|with|then|n|who|asked|from|i think|there|in|were|was)\b))"
)
_UNDETERMINED = expression(
    rf"(?P<lead>^(?:(?:it was|just|only|with|by|so|um|yes|only the) )*|\b(?:and|plus|with|then|n) |[&+] ?)(?={_ONE_OF_A_KIND})(?P<department>hr(?= *(?:$|[,.;!&+?]| (?:and|plus|with|then|n|asked)\b)))?",
    re.IGNORECASE,
)
""" "Hr lady and boss": each is one person, as with a "the" in front."""
_ANOTHER_KIND = expression(rf"(?<=\bthe )(?P<one>{_ONE_OF_A_KIND}, )(?={_ONE_OF_A_KIND})", re.IGNORECASE)
_TYPED_FIRST = expression(
    rf"(?:it was |just |with |by )*(?P<name>[a-z][\w'-]{{2,}})(?:,? (?:from|in) \w+)?(?:,? and|,| &| \+| plus) (?=(?:an?|the|her|his|another) [\w' -]{{1,30}} (?:called|named)\b|{_PART})"
)
_LONGEST_REPLY = 600
_LONGEST_LIST = 150


def read(text: str) -> Interviewers:
    """The people in a reply to "Who spoke with you, and who asked that question?"."""
    shown = _reply(text)
    every = _without_slips(shown, _in_reply(shown))
    spans, unsure = _without_either(shown, every)
    names = _whole_names([with_capitals(shown[slice(*span)]) for span in spans])
    return Interviewers(names, _nameless(shown, every) + unsure, _asker(shown, spans, names))


def nameless(text: str) -> tuple[str, ...]:
    """Those without a name as the text puts them: "a younger guy from accounts"."""
    shown = _reply(text)
    ends = ((found.start(), found.end(), _WHERE_FROM.match(shown, found.end())) for found in _NAMELESS.finditer(shown))
    return tuple(shown[start : end if place is None else place.end()] for start, end, place in ends)


def unsure(text: str) -> tuple[str, ...]:
    """The guesses at a name of which only one can be right, as they put them: "Priya or Prisha"."""
    shown = _reply(text)
    pairs = pairwise(_in_reply(shown))
    return tuple(shown[one[0] : other[1]] for one, other in pairs if _EITHER.fullmatch(shown, one[1], other[0]))


def _reply(text: str) -> str:
    """As much of a reply as is read for names; who is told by what they are has a "the" in front."""
    shown = texts.straight(texts.clean(text))[:_LONGEST_REPLY]
    told = _UNDETERMINED.sub(lambda one: one["lead"] + ("a person from HR" if one["department"] else "the "), shown)
    return _ANOTHER_KIND.sub(r"\g<one>the ", told)


def _in_reply(shown: str) -> list[Span]:
    """Where a reply names people, sure or not, from left to right."""
    spans = _in_sentences(shown) or _in_a_list(shown)
    spans = sorted({*spans, *_by_being_called(shown, spans)})
    return sorted({*spans, *_typed_before(shown, spans)})


def _typed_before(shown: str, spans: list[Span]) -> Iterator[Span]:
    """ "Priya" in "priya, and a bloke called Stu": in small letters, at the beginning, before somebody who is named."""
    if spans and (first := _TYPED_FIRST.match(shown)) is not None and first.end() <= spans[0][0]:
        start, end = first.span("name")
        is_name = _NOT_A_NAME.isdisjoint([shown[start:end]]) and not _TYPED_KIND.fullmatch(shown, start, end)
        if is_name and not _NAMELESS.match(shown, start):
            yield start, end


def counted(nameless: tuple[str, ...]) -> int:
    """How many people those words speak of: "two women" are two."""
    return sum(
        NUMBERS.get(words.split()[0].lower(), 2 if words.lower().startswith("a couple") else 1) for words in nameless
    )


def in_story(shown: str) -> tuple[list[Span], Span | None]:
    """Where a story names people it spoke with, and which of them asked."""
    found = [match.span("name") for pattern in (_MET, _DID, _BY_KIND) for match in pattern.finditer(shown)]
    found += [*_there(shown), *beside_a_job.names(shown)]
    titled = _titled(shown)
    found = [one for one in found if not texts.meets(one, titled)]
    spans = sorted({*titled, *(span for one in found if (span := _trimmed(shown, one)))})
    spans = _without_slips(shown, spans)
    named = _whole_names([shown[slice(*span)] for span in spans])
    whole = {name: next(span for span in spans if shown[slice(*span)] == name) for name in named}
    asker = _asker(shown, spans, named)
    return list(whole.values()), whole.get(asker) if asker else None


def _there(shown: str) -> Iterator[Span]:
    """ "The panel was Priya Nair (head of delivery), Dr Lena Vogt and Tom Ashworth from HR": each of them."""
    for lead in _WERE_THERE.finditer(shown):
        listed: list[Span] = []
        start = lead.end()
        while (one := _ONE_THERE.match(shown, start)) is not None and _trimmed(shown, one.span("name")) is not None:
            listed.append(one.span("name"))
            joined = _AND_ANOTHER.match(shown, one.end())
            if joined is None:
                break
            start = joined.end()
        if len(listed) > 1:
            yield from listed


_SLIP = expression(
    r"(?:,? asked(?: (?:it|that|me|this|the question))?)?(?:[ ,.;:!?-]+(?:no|nope|sorry|wait|actually|oops|ah|oh|i mean|i meant|correction|rather|not (?:her|him|them)|my mistake))++[ ,.;:!-]+"
    r"(?:it was |that was |it's |i mean |i meant |was |only |the )*",
    re.IGNORECASE,
)
"""What stands between a name and the right one: "Mrs Tembo asked it. No sorry, Dr Tembo"."""

_NOT_THIS = expression(r"\bnot (?:to |by |from |with )?$", re.IGNORECASE)
_NOT_BEFORE = 10


def _without_slips(shown: str, spans: list[Span]) -> list[Span]:
    """Without names that the next one sets right."""
    pairs = pairwise([*spans, None])
    kept = [one for one, other in pairs if one and (other is None or not _SLIP.fullmatch(shown, one[1], other[0]))]
    right = [one for one in kept if not _NOT_THIS.search(shown, max(0, one[0] - _NOT_BEFORE), one[0])]
    return right if right and "asked" not in shown else kept


def _without_either(shown: str, spans: list[Span]) -> tuple[list[Span], int]:
    """ "Priya or Prisha" is one person whose name is not sure, and a wrong name is worse than none; how many such."""
    pairs = [(one, other) for one, other in pairwise(spans) if _EITHER.fullmatch(shown, one[1], other[0])]
    unsure = {span for pair in pairs for span in pair}
    return [span for span in spans if span not in unsure], len(unsure) - len(pairs)


def _in_sentences(shown: str) -> list[Span]:
    spans = _titled(shown)
    for found in _NAMED.finditer(shown):
        span = _trimmed(shown, found.span())
        if span and not texts.meets(span, spans):
            spans.append(span)
    return sorted(spans)


def _by_being_called(shown: str, spans: list[Span]) -> Iterator[Span]:
    """ "Some guy called kevin": in small letters, and after it "the other dave"."""
    called = [found.span("name") for found in _CALLED.finditer(shown)]
    called += [found.span("name") for found in _THE_OTHER.finditer(shown)] if called else []
    called += beside_a_job.names(shown, is_reply=True)
    for start, end in called:
        if (
            not texts.meets((start, end), spans)
            and not is_common(shown[start:end])
            and not _TYPED_KIND.fullmatch(shown, start, end)
        ):
            yield start, end


def _titled(shown: str) -> list[Span]:
    """ "Mrs Zulu", "dr phiri", "Sister Mary"; in lower case only after a title that is nothing else."""
    spans = []
    lowered = shown.lower()
    for found in _TITLED.finditer(shown):
        if _OF_A_PLACE.match(shown, found.end()):
            continue  # "Dr Patel's dental office" is a place
        if lowered.endswith(_THEIR_OWN, 0, found.start()) and _OF_A_FAMILY.match(found[0]):
            continue  # "my sister Anna" interviewed nobody
        if (found["typed"] or "").lower() not in _NOT_A_NAME:
            title, _, rest = found[0].partition(" ")
            kept = [word for word in rest.split(" ") if word.lower() not in _NOT_A_NAME]
            if rest and not kept:
                continue  # "as a ward nurse I …" is a job
            end = found.start() + len(" ".join([title, *kept])) if rest else found.end()
            spans.append((found.start(), end))
    return spans


def _trimmed(shown: str, span: Span) -> Span | None:
    """The capitals without the common words before and behind ("It was John" has one name)."""
    found = list(re.finditer(r"[^ ]+", shown[slice(*span)]))
    names = [word for word in found if not is_common(word[0])]
    if not names or len(names[0][0].strip("'-.")) < 2:
        return None
    start = span[0] + names[0].start()
    end = start
    for word in found[found.index(names[0]) :]:
        if is_common(word[0]):
            break
        end = span[0] + word.end()
    return start, start + len(shown[start:end].removesuffix("'s").rstrip("'.-"))


def is_common(word: str) -> bool:
    """Whether a word is none that somebody is called by."""
    return word.lower().rstrip(".'") in _NOT_A_NAME or (word.isupper() and len(word) <= 3)


def _in_a_list(shown: str) -> list[Span]:
    """Names in lower case, when the reply, or its first sentence, is nothing but names ("sarah (hr) and tom")."""
    if len(shown) > _LONGEST_LIST:
        return []
    whole = _listed(shown, len(shown))
    first = _FIRST_SENTENCE.match(shown)
    if whole or first is None:
        return whole
    spans = _listed(shown, first.end())
    is_short = all(len(shown[slice(*span)].split()) <= _TWO_NAMES for span in spans)
    return spans if is_short else []


def _listed(shown: str, end: int) -> list[Span]:
    said = _NEVER_SAID.sub(lambda found: " " * len(found[0]), shown[:end])
    if _UNKNOWN.search(said):
        return []
    body = _CLOSE.sub("", _WHO_ASKED.sub("", said))
    start = lead.end() if (lead := _LEAD_IN.match(body)) else 0
    spans: list[Span] = []
    for piece_start, piece_end in _pieces(body, start):
        piece = body[piece_start:piece_end]
        name = _ASIDE.sub("", piece).rstrip(" .")
        if name and _TYPED_NAME.fullmatch(name) and _NOT_A_NAME.isdisjoint(name.lower().replace(".", "").split()):
            spans.append((piece_start, piece_start + len(name)))
        elif name and not _NAMELESS.search(piece):
            return []
    return spans


def _pieces(body: str, start: int) -> Iterator[Span]:
    """Where each one of a list stands, without what they are ("arjun lead meera hr")."""
    for part in [*_SEPARATOR.finditer(body, start), None]:
        end = part.start() if part else len(body)
        if _BARE_KIND.fullmatch(body, start, end):
            start = end
        if not _NAMELESS.match(body, start, end):
            for kind in _TOLD_KIND.finditer(body, start, end):
                if body[start : kind.start()].strip():
                    yield start, kind.start()
                    start = kind.end() + (body[kind.end() : kind.end() + 1] == " ")
        if start < end:
            yield start, end
        start = part.end() if part else end


def with_capitals(typed: str) -> str:
    """A name as one writes it: "mr kunda" and "dr Sakala" with their capitals, any other as it stands."""
    if typed != typed.lower():
        return _LOWER_TITLE.sub(lambda found: found[0].capitalize(), typed)
    return _FIRST_LETTER.sub(lambda found: found[1] + found[2].upper(), typed)


def _whole_names(names: list[str]) -> tuple[str, ...]:
    """Each person once: "John Banda and Mary, John asked" speaks of two people."""
    spelled = {name.lower(): name for name in reversed(names)}
    once = [spelled[said] for said in dict.fromkeys(name.lower() for name in names)]
    return tuple(name for name in once if not any(name != other and _is_short_for(name, other) for other in once))


def _is_short_for(name: str, other: str) -> bool:
    said = other.lower().split()
    return name.lower() in {*said, " ".join(said[1:])}


_ANY_TITLE = expression(rf"(?:{_SURE_TITLE}|{_TITLE})\.?", re.IGNORECASE)


def is_of(said: str, name: str) -> bool:
    """Whether somebody may be called that for short: "Dr Vogt" is Dr Lena Vogt, and Mrs Tembo is no Dr Tembo."""
    (title, short), (other, whole) = (_parted(words.lower().rstrip(".")) for words in (said, name))
    if not short or not whole:
        return said.lower().rstrip(".") == name.lower().rstrip(".")
    return set(short) <= set(whole) and (not title or not other or title == other)


def _parted(name: str) -> tuple[str, list[str]]:
    first, *rest = name.split()
    is_title = bool(rest) and _ANY_TITLE.fullmatch(first) is not None
    return (first.rstrip("."), rest) if is_title else ("", [first, *rest])


_ALIKE = 70
"""So alike in their letters, two names are one that was typed another way."""


def respelt(said: str, known: str) -> str | None:
    """A known name as it is spelt now, with its title and first name; None where what is said is no spelling of it."""
    title, parts = _parted(known)
    _, typed = _parted(said)
    new, old = typed[-1], parts[-1]
    if new.lower() == old.lower() or new[:1].lower() != old[:1].lower() or is_common(new):
        return None
    if len(typed) > len(parts) or fuzz.ratio(new.lower(), old.lower()) < _ALIKE:
        return None
    return " ".join(word for word in (title, *parts[:-1], with_capitals(new)) if word)


def with_part(known: str, name: str, *, is_last: bool) -> str:
    """A known name with a first or last name that was not known, or takes the place of the one that was."""
    title, parts = _parted(known)
    first, last = ([], parts) if title and len(parts) == 1 else (parts[:1], parts[1:])
    whole = [*first, with_capitals(name)] if is_last else [with_capitals(name), *last]
    return " ".join([title, *whole] if title else whole)


_EVERYBODY = frozenset(("people", "interviewers", "panellists", "panelists", "persons"))
"""Who are counted so are all who were there, those described beside them too."""
_DEFINITE = ("the", "her", "his", "their")
_APPOSED = expression(
    rf"(?: (?:{either('people', 'nameless')})\b)?(?:,? (?:i think |(?:it|that|she|he|who) (?:was|is) |(?:that|she|he|who)'?s |(?:her|his) name (?:was|is) |maybe |probably |called |named )*| ?\(| - )",
    re.IGNORECASE,
)


def _is_apposed(shown: str, kind: Span, name: Span) -> bool:
    """ "The head, Mrs Phiri", "the HR person (Tom?)", "Joy, the manager": one person, by kind and by name."""
    first, second = sorted((kind, name))
    return first[1] <= second[0] and _APPOSED.fullmatch(shown, first[1], second[0]) is not None


_NAMED_AFTER = expression(r"\b(?:his|her|whose) name(?: is| was|'s)(?: called)? (?=\w)", re.IGNORECASE)
""" "A man from accounts, i think his name was Peter": he was counted already."""
_ONLY_ONE = expression(
    r"\b(?:just|only) (?:1|one|a|the)\b|\b(?:1|one) (?:lady|man|person|woman|guy|interviewer|gentleman)\b(?! and\b)",
    re.IGNORECASE,
)


def _asker(shown: str, spans: list[Span], names: tuple[str, ...]) -> str | None:
    """The one of `names` who asked the first question that somebody by name is said to have asked."""
    asked = [(span[1], shown[slice(*span)]) for span in spans if _is_asker(shown, span, spans)]
    asked += [
        (found.end("name"), found["name"])
        for found in _SOMEBODY_ASKED.finditer(shown)
        if not _follows_another(shown, found.start(), spans)
    ]
    for _, asker in sorted(asked):
        for name in names:
            if asker.lower() == name.lower() or _is_short_for(asker, name):
                return name
    alone = len(names) == 1 and not _nameless(shown, spans)
    return names[0] if alone and _PRONOUN_ASKED.search(shown) else None


def _is_asker(shown: str, span: Span, spans: list[Span]) -> bool:
    """Whether the words around a name say that it was this person: "Mrs Phiri and Mr Kunda asked" names no one asker."""
    if _is_asked_by(shown, span[0]) or _SLIP_OF_ASKER.search(shown, max(0, span[0] - 60), span[0]):
        return True
    asked = _ASKED.match(shown, span[1])
    return asked is not None and bool(_WHO.match(asked[0]) or not _follows_another(shown, span[0], spans))


def _follows_another(shown: str, place: int, spans: list[Span]) -> bool:
    place = next((start for start, end in spans if start <= place < end), place)
    return shown.endswith(" and ", 0, place) and any(end == place - len(" and ") for _, end in spans)


def _is_asked_by(shown: str, place: int) -> bool:
    return _ASKED_BY.search(shown, max(0, place - 30), place) is not None


def _nameless(shown: str, spans: list[Span]) -> int:
    """How many people are counted or described without a name ("three people, I only know Mr Phiri": two)."""
    if spans and _ONLY_ONE.search(shown):
        return 0
    total = of_all = 0
    for found in _NAMELESS.finditer(shown):
        said, kind = found["count"].lower(), found["kind"].lower()
        if texts.meets(found.span(), spans):
            continue
        if said in _DEFINITE and any(_is_apposed(shown, found.span(), span) for span in spans):
            continue
        if said == "the" and kind.endswith("s") and not kind.endswith("ss"):
            continue
        count = NUMBERS.get(said, 2 if said == "a couple of" else 1)
        is_total = count > 1 and not re.search(r"\b(?:more|others?)\b", kind)
        if is_total and kind in _EVERYBODY:
            of_all = max(of_all, count - len(spans))
            continue
        total += max(0, count - len(spans)) if is_total else count
    return max(0, total - len(_NAMED_AFTER.findall(shown)), of_all - len(_NAMED_AFTER.findall(shown)))
