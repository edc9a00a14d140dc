"""Names of people: who spoke with the person, and who asked that question.

No name is invented and none is guessed from a common word: a name has a title, or capitals where the sentence speaks of a
person, or it is typed in a list that is nothing but names. "A younger guy from accounts" is a person without a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.understanding import text as texts


@dataclass(frozen=True, slots=True)
class Interviewers:
    """Who spoke with the person."""

    names: tuple[str, ...] = ()
    unnamed: int = 0
    """People who were there and whose names the person did not give."""
    asked_by: str | None = None
    """The one of `names` who asked the question."""


NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {str(number): number for number in range(1, 21)}

TITLE = r"(?:mrs|mr|ms|miss|mx|dr|prof|professor|sir|madam|madame|sister|rev|reverend|father|pastor|eng|engineer|hon|judge|captain|colonel|major)"
_NAME_PART = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_PEOPLE = "guy|man|woman|lady|girl|boy|person|people|gentleman|gent|men|women|ladies|guys|manager|director|colleague|lady|interviewer|interviewers|recruiter|others|other|hr|boss|supervisor|engineer|doctor|nurse|teacher|principal|panelist|panellist|panelists|panellists|someone|somebody|dude|chap|officer|lead|head|assistant|chairperson|chair"
_NOT_NAMES = frozenset(
    "i i'm it it's the a an my our your his her their he she they we you me them us who what which when where why how and or "
    "but so then also not no none nobody yes yeah yep nope idk dunno maybe sure sorry don't dont can't know remember forgot "
    "forget names name only just both all some one two three four five six seven eight nine ten people person hr ceo cto cfo "
    "panel manager director boss recruiter interviewer interviewers lady man woman guy someone somebody everyone anyone asked "
    "question from with by of in at on for to was were is are had did spoke talked said there here skip pass help stop later "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow accounts finance sales marketing it "
    "good bad fine ok okay well great nice unknown secret each team department younger older young old another other tall "
    "first second third last think guess believe hi hello hey thanks please still really very too because if that this those "
    "these got met been have has would could should about never anything nothing something job role company interview "
    "honestly actually unfortunately told gave them head senior junior chief nervous".split()
)
_TITLED = re.compile(
    rf"\b{TITLE}(?:\.? ?)(?<=[ .])(?:[\w'-]\. ?)*(?:{_NAME_PART}(?: {_NAME_PART}){{0,2}}|(?!(?:and|or|asked|who|was|is|from|the|with|i|she|he|said)\b)[a-z][\w'-]+)",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(rf"{_NAME_PART}(?: {_NAME_PART}){{0,2}}")
_ASKED = re.compile(r"['’]?s? *(?:\([^)]*\) *)?(?:,? who |,? (?:she|he) |the one who )?(?:also |actually |then |was the one who |was the one that |is the one who )?(?:asked|did the asking|put the question|was asking|ask)\b", re.IGNORECASE)
_ASKED_BY = re.compile(r"\b(?:asked by|question (?:came|was) from|came from|it was|the question was) (?=\S)", re.IGNORECASE)
_UNNAMED = re.compile(
    rf"\b(?P<count>an?|another|some|the|one|two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}}|a couple of) "
    rf"(?P<kind>(?:(?:more|other|younger|older|young|old|tall|nice|senior|junior|hr|male|female|unknown|different|white|black|hiring) ){{0,3}}(?:{_PEOPLE}))\b",
    re.IGNORECASE,
)
_STORY_NAME = re.compile(
    r"\b(?:[Ii]nterviewed by|[Ii]nterviewers? (?:was|were|is)|[Ss]poke (?:to|with)|[Tt]alked (?:to|with)) "
    rf"(?P<name>{_NAME_PART}(?: {_NAME_PART}){{0,2}})"
)
_STORY_ASKER = re.compile(rf"\b(?P<name>{_NAME_PART}(?: {_NAME_PART}){{0,2}}) (?:asked|interviewed) (?:me|us|it|that|the|about)\b")
_SEPARATOR = re.compile(r"\s*(?:,|;|/|&|\+|\n|\band\b|\bplus\b|\bwith\b|\bthen\b)\s*", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:\([^)]{0,80}\)|\[[^\]]{0,80}\]|(?: - | from | of ).{0,60})$")
_LIST_NAME = re.compile(r"(?:[^\W\d_][\w'’-]*\.? ?){1,4}")
_NONE = re.compile(r"\b(?:no idea|no names?|don'?t (?:know|remember|recall)|can'?t (?:remember|recall)|didn'?t (?:catch|get|say)|forgot|idk|dunno|not sure|never (?:said|told|introduced))\b", re.IGNORECASE)
_LONGEST_REPLY = 600
_LONGEST_LIST = 12


def read(text: str) -> Interviewers:
    """The people in a reply to "Who spoke with you, and who asked that question?"."""
    shown = texts.straight(texts.clean(text))[:_LONGEST_REPLY]
    spans = _in_sentences(shown) or _in_a_list(shown)
    names = tuple(dict.fromkeys(_shown_as_name(shown[start:end]) for start, end in spans))
    return Interviewers(_without_short_forms(names), _unnamed(shown, spans), _asker(shown, spans, names))


def in_story(text: str) -> list[tuple[int, int]]:
    """Where a story names people it spoke with: titles, and capitals after "interviewed by" or before "asked"."""
    found = [match.span("name") for match in _STORY_NAME.finditer(text)]
    found += [match.span("name") for match in _STORY_ASKER.finditer(text)]
    return _titled(text) + [span for start, end in found if (span := _trimmed(text, start, end))]


def asks(text: str, end: int) -> bool:
    """Whether the name that ends here is said to have asked."""
    return _ASKED.match(text, end) is not None


def _in_sentences(shown: str) -> list[tuple[int, int]]:
    titled = _titled(shown)
    taken = [span for span in titled]
    for found in _CAPITALISED.finditer(shown):
        span = _trimmed(shown, *found.span())
        if span and not any(start < span[1] and span[0] < end for start, end in taken):
            taken.append(span)
    return sorted(taken)


def _titled(shown: str) -> list[tuple[int, int]]:
    spans = []
    for found in _TITLED.finditer(shown):
        name = found[0].split(" ", 1)[-1].strip(". ")
        if name.lower() in _NOT_NAMES or not name or not _really_titled(found[0]):
            continue
        start, end = found.span()
        end = start + len(_cut_at_common(shown[start:end]))
        spans.append((start, end - (shown[end - 1] == ".")))
    return spans


def _really_titled(found: str) -> bool:
    """ "sister asked" has no name in it; "Sister Mary" and "mrs zulu" have."""
    title = re.match(r"\w+", found)
    rest = found[title.end() :].strip(". ") if title else ""
    if title and title[0].lower() in {"father", "sister", "engineer", "major", "judge", "captain", "sir", "hon", "eng", "miss", "madam", "madame", "colonel", "pastor", "professor"}:
        return rest[:1].isupper()
    return bool(rest)


def _cut_at_common(name: str) -> str:
    words = name.split(" ")
    kept = next((place for place, word in enumerate(words) if place > 0 and word.lower() in _NOT_NAMES), len(words))
    return " ".join(words[:kept]).rstrip()


def _trimmed(shown: str, start: int, end: int) -> tuple[int, int] | None:
    """Capitals without the common words that begin a sentence ("It was John" has one name)."""
    words = [word for word in re.finditer(r"[^ ]+", shown[start:end])]
    while words and _is_common(words[0][0]):
        words.pop(0)
    kept = []
    for word in words:
        if _is_common(word[0]):
            break
        kept.append(word)
    if not kept or len(kept[0][0].strip("'-.")) < 2:
        return None
    first, last = start + kept[0].start(), start + kept[-1].end()
    name = shown[first:last]
    bare = name.removesuffix("'s").rstrip("'.-")
    return first, first + len(bare)


def _is_common(word: str) -> bool:
    return word.lower().rstrip(".'") in _NOT_NAMES or word.isupper() and len(word) < 4


def _in_a_list(shown: str) -> list[tuple[int, int]]:
    """Names in lower case, when the reply is nothing but names ("sarah (hr) and tom")."""
    if _NONE.search(shown) or len(shown) > _LONGEST_REPLY // 4:
        return []
    body = re.sub(r"(?:,? (?:(?P<who>\w+) )?asked(?: (?:it|that|me|the question))?)?[.! ]*$", "", shown, flags=re.IGNORECASE)
    lead = re.match(r"(?:it was|just|only|with|i (?:spoke|talked) (?:to|with)|by) ", body, re.IGNORECASE)
    start, spans = lead.end() if lead else 0, []
    for part in [*_SEPARATOR.finditer(body, start), None]:
        end = part.start() if part else len(body)
        name = _ASIDE.sub("", body[start:end]).strip(" .")
        if name:
            if not _LIST_NAME.fullmatch(name) or any(word.strip(".") in _NOT_NAMES for word in name.lower().split()):
                if not _UNNAMED.search(body[start:end]):
                    return []
            else:
                at = shown.index(name, start)
                spans.append((at, at + len(name)))
        start = part.end() if part else end
    return spans if len(spans) <= _LONGEST_LIST else []


def _shown_as_name(typed: str) -> str:
    """With capitals if it was typed without any."""
    if typed != typed.lower():
        return typed
    return re.sub(r"(^|[ '-])(\w)", lambda found: found[1] + found[2].upper(), typed)


def _without_short_forms(names: tuple[str, ...]) -> tuple[str, ...]:
    """ "John Banda and Mary, John asked" speaks of two people."""
    return tuple(
        name
        for name in names
        if not any(name != other and name.lower() in _parts(other) for other in names)
    )


def _parts(name: str) -> set[str]:
    words = name.lower().split()
    return set(words) | {" ".join(words[1:]), " ".join(words[:2])}


def _asker(shown: str, spans: list[tuple[int, int]], names: tuple[str, ...]) -> str | None:
    askers = [shown[start:end] for start, end in spans if _ASKED.match(shown, end)]
    askers += [shown[start:end] for start, end in spans if any(by.end() == start for by in _ASKED_BY.finditer(shown)) and "ask" in shown.lower()]
    lowered = re.search(r"\b(?!(?:i|they|she|he|who|it|and|we|was|one|that|also|me|question)\b)(\w+) asked\b", shown, re.IGNORECASE)
    if not askers and lowered:
        askers = [lowered[1]]
    for asker in askers:
        for name in names:
            if asker.lower() == name.lower() or (asker.lower() in _parts(name) and name in _without_short_forms(names)):
                return name
    if len(_without_short_forms(names)) == 1 and re.search(r"\b(?:he|she|they) (?:also )?asked\b", shown, re.IGNORECASE) and not _unnamed(shown, spans):
        return names[0]
    return None


def _unnamed(shown: str, spans: list[tuple[int, int]]) -> int:
    total = 0
    for found in _UNNAMED.finditer(shown):
        after = shown[found.end() : found.end() + 12].lower()
        if any(found.start() < end and start < found.end() for start, end in spans) or re.match(r" (?:called|named|was [A-Z])", after):
            continue
        count = found["count"].lower()
        if count in ("the", "some") and found["kind"].lower().endswith("s"):
            continue
        plural = NUMBERS.get(count, 2 if count == "a couple of" else 1)
        total += max(0, plural - len(spans)) if count.isdigit() or count in NUMBERS and plural > 1 and "other" not in found["kind"] and "more" not in found["kind"] else plural
    return total
