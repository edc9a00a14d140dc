"""The thank-you note: short, thanks for being considered, interest if the person has said so, at most two points.

Each note carries what its reader asked; people whose names are unknown are thanked in another's note; no name is
invented. Through a recruiter, one note goes to the recruiter to be passed on. What they said or did that they must not,
and the answer to it, is in none (`core.apart`), and who did it gets none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from core import apart, mood
from core.drafts.signature import closed
from core.drafts.version import PLAIN, Version
from core.facts import Facts
from core.records import record
from core.remembering import remembered
from core.understanding import names, to_coach
from core.understanding.persons import speaks_of_oneself, to_me, written_out
from core.understanding.tone import tells_of_a_loss
from core.vocabulary import Arg, Filled, Letter, Named, Phrase, Point

MOST_POINTS = 2
_YES = re.compile(r"\A(?:yes|yeah|yep|yea|ya|yh|sure|well)\b[,.! ]+(?=\S+ \S)", re.IGNORECASE)
"""What answered the coach, in front of a point."""
LATE_AFTER = 2
"""Days after the interview from which the note is a late one (C1)."""
ON_THE_PHONE = ("reached", "voicemail")
"""What became of a call in which the points were said; no note says them again (R42)."""
_TOLD_TO_US = re.compile(
    r"^\s*(?:(?:yes|yeah|well|so|um|ok)[,: ]+)*(?:(?:i'd|i would) (?:say|have said|tell them|have told them)(?: that)?[:,]? "
    r"|they should know(?: that)? |that (?=(?:i|my)\b)"
    r"|(?:i )?(?:(?:totally |completely |also )?forgot to|didn'?t|did not|never|never got to|should have|should've|wish i had|wish i'd|wanted to|would have liked to)"
    r" (?:mention|mentioned|say|said|tell them|told them|bring up|brought up|talk about|talked about)(?: about)?(?: that)?[:,]? "
    r"|(?:it|this|what) (?:just |simply )?(?:never|didn'?t|did not) (?:came|come) up(?: is| was)?(?: that)?[:,]? (?=(?:i|i'm|i've|my|we|that)\b)"
    r"|(?:they|nobody|no one|he|she) (?:never |didn'?t |did not )?asked?(?: me)? (?:about|if|whether) (?=(?:i|my)\b))",
    re.IGNORECASE,
)
"""What leads to their words when they are told to the coach; the letter begins after it."""
_LEAD_IN = re.compile(
    r"^(?:what |the (?:one|bit|part|thing) (?:where |when |that )?|when )?(?:(?:i think |roughly |basically |something like |it (?:was|went) )*(?:(?:they|she|he|it|the question|one of them) "
    r"(?:asked|said|wanted to know|was|went)(?: me| us)?(?: (?:to|about))?|something like|it was)[:,]?\s+)(?=\S)",
    re.IGNORECASE,
)
_THAT_AGAIN = re.compile(r"(?P<joint>(?:,|;| and|, and) )that (?=i\b)", re.IGNORECASE)
"""What follows the "that" which led to their words, where they go on as they began."""
_WHO_ASKED = re.compile(
    r"(?P<stop>[.!?])\s+(?:[^.!?]{2,40}?\b(?:asked|said|wanted) (?:it|that|this|me)\b[^.!?]{0,40}|(?:it|that) was (?:mrs?\b|ms\b|dr\b|sister\b)\.? ?[^.!?]{2,40})[.!?]*$",
    re.IGNORECASE,
)
"""Whose question it was, told behind its wording."""
_LEAST_OF_A_POINT = 4
"""In words; less says too little to stand in a note."""
_CLAUSES = re.compile(r"[.!?;\n]+")
_SORE = re.compile(
    r"\bshould(?:a|'?ve| have|n'?t have)\b|\bmy (?:own )?fault\b|^\s*(?:no(?! (?:\w+ )?(?:accidents?|absences?|complaints?|sick days?|points|incidents?|crash(?:es)?|errors?|claims?|injur(?:y|ies)|warnings?|criminal)\b)|not|none|nothing|never|didn'?t|couldn'?t|can'?t|don'?t)\b(?:\W+\w+){0,4}\W*$|\bi (?:just )?(?:didn'?t|couldn'?t|lied|messed|failed|froze|rambled|forgot|blanked|blew|ruined|panicked)\b"
    r"|\b(?:fought|argued|quarrel\w*|fell out|had a fight) with\b|\b(?:boss|manager|supervisor|company|employer|they|he|she)(?: \w+)? (?:didn'?t|never|wouldn'?t|refused|cheated|lied|was (?:rude|unfair|mean|bad)|were (?:rude|unfair|bad))\b"
    r"|\b(?:truth is|i admit|i confess)\b|\b(?:i was|i am|i'?m|i feel|i felt) (?:\w+ )?(?:ashamed|stupid|useless|an idiot|hopeless|sorry)\b",
    re.IGNORECASE,
)
_DISOWNED = re.compile(
    r"\b(?:which|that|it|it'?s|that'?s|was|were|is|so|really) (?:(?:was|were|is|so|a bit|really|kind of|kinda|just|pretty|totally) )*(?:dumb|stupid|silly|daft|embarrassing|lame|cringe\w*|rubbish|idiotic)\b",
    re.IGNORECASE,
)
"""What they have called stupid themselves: it is not held up to them again."""
_OF_PAY = re.compile(
    r"\b(?:salary|ctc|wages?|compensation|remuneration|(?:day|hourly|daily|monthly) rate|rate of pay|expected pay|pay (?:expectations?|range|rate|cheque)|(?:want|expect|like) to (?:earn|be paid|make)|how much (?:do|would|are) you)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d|\b(?:lakhs?|thousand|hundred|grand|million)\b", re.IGNORECASE)
_REPORTED = re.compile(r"(?:what|wat|wot|how|why|where|when|who|which|if|whether)\b[^?]*$", re.IGNORECASE)
_QUESTION_OF = re.compile(r"the question (?:of )?(?=(?:what|how|why|where|when|who|which|whether)\b)", re.IGNORECASE)
"""How the coach speaks of a question that they told in a report."""
_IF = re.compile(r"^if\b")
_WHAT_I_DO = re.compile(
    r"^(?P<how>what|how) I (?:(?:would|will|usually|normally) )?(?=(?:do|deal|handle|react|respond|cope|manage)\b)"
)
_PRIVATE = re.compile(
    r"\b(?:i|my)\b(?: \w+){0,3} (?:nervous|nerves|anxious|anxiety|panic\w*|depress\w*|pregnan\w*|divorc\w*|disability|disabled|sacked|fired|jail|prison)\b|\bi (?:was|came|arrived) (?:\w+ ){0,3}late\b|\bi got (?:fired|sacked|dismissed)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:first|1st|one)\b.*\b(?:second|2nd|the other)\b|\?\s+\S|\b(?:and )?then (?:they|he|she) (?:also )?asked\b",
    re.IGNORECASE | re.DOTALL,
)
_NAMED_QUESTION = re.compile(
    r"(?:the|that|their|your) (?:question (?:about|on|with|where|when)\b.{3,60}|(?:[\w'-]+ ){1,4}(?:question|one))[ .?]*",
    re.I,
)
"""Not their wording, but what the person calls it ("the excel question"); quoting it would sound odd."""
_ASKED_ABOUT = re.compile(
    r"^(?:what )?(?:they|she|he|one of them) (?:asked|wanted to know)(?: me| us)? about (?P<topic>(?:the|a|an|my|our|their|your) .{3,80})",
    re.IGNORECASE,
)
"""No wording either, but what it was about."""
_TASK = re.compile(
    r"\b(?:lesson|test|exercise|task|presentation|role ?-?play|practical|demo(?:nstration)?|drill|simulation|weld|case study|typing|coding|group (?:work|discussion))s?$",
    re.IGNORECASE,
)
_IN_CHARGE = re.compile(
    r"the (?:\w+ )?(?:manager|boss|owner|head|head ?teacher|headmaster|headmistress|director|principal|supervisor|foreman|matron|chair|chairman|chairwoman|chef|captain|partner|leader)",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(["and", "of", "the", "for", "in", "at", "on", "de", "la", "und"])
_LETTERS = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,4}|\w&\w")
"""What is read letter by letter: "DHL"."""
LABEL_LENGTH = 40

TITLE = Phrase("thank-you-title", "reader")
LATE_TITLE = Phrase("thank-you-late-title", "reader")
GREETING = Phrase("thank-you-greeting", "reader")
GREETING_UNNAMED = Phrase("thank-you-greeting-unnamed", "reader")
THANKS = Phrase("thank-you-thanks", "others", "beside", "dated", "day")
YOUR_COLLEAGUE = Phrase("thank-you-your-colleague")
LATE_THANKS = Phrase("thank-you-late-thanks", "others", "beside", "dated", "day")
INTEREST = Phrase("thank-you-interest", "wish", "short", "known", "role", "organisation")
FURTHER = Phrase("thank-you-further", "question")
FURTHER_TOPIC = Phrase("thank-you-further-topic", "topic")
FURTHER_PLAIN = Phrase("thank-you-further-plain")
ALSO = Phrase("thank-you-also", "question")
ALSO_TOPIC = Phrase("thank-you-also-topic", "topic")
ALSO_PLAIN = Phrase("thank-you-also-plain")
MENTION = Phrase("thank-you-mention")
GRAVE = Phrase("thank-you-grave", "question")
GRAVE_TOPIC = Phrase("thank-you-grave-topic", "topic")
GRAVE_PLAIN = Phrase("thank-you-grave-plain")

LEADS_OF_NOTHING = frozenset({MENTION, FURTHER_PLAIN, ALSO_PLAIN, GRAVE_PLAIN})
"""What names no question or topic that a point could refer to."""
LEADS_OF_A_TOPIC = frozenset({FURTHER_TOPIC, ALSO_TOPIC, GRAVE_TOPIC})


class Frames(NamedTuple):
    """What leads to a point: to the answer to a question, to a further one, to what never came up; to a loss.

    A loss is no further thought: it was so on the day itself.
    """

    further: Phrase
    further_topic: Phrase
    further_plain: Phrase
    also: Phrase
    also_topic: Phrase
    also_plain: Phrase
    mention: Phrase
    grave: Phrase
    grave_topic: Phrase
    grave_plain: Phrase

    def for_a_loss(self) -> Frames:
        """The same, where every point is one."""
        of_question, of_topic, of_none = self.grave, self.grave_topic, self.grave_plain
        return Frames(of_question, of_topic, of_none, of_question, of_topic, of_none, of_none, *self[-3:])


IN_A_LETTER = Frames(
    FURTHER, FURTHER_TOPIC, FURTHER_PLAIN, ALSO, ALSO_TOPIC, ALSO_PLAIN, MENTION, GRAVE, GRAVE_TOPIC, GRAVE_PLAIN
)
PASS_ON = Phrase("thank-you-pass-on")
PASS_ON_TO = Phrase("thank-you-pass-on-to", "names")
CLOSE = Phrase("thank-you-close")

HIRING_MANAGER = Phrase("thank-you-hiring-manager")
HIRING_TEAM = Phrase("thank-you-hiring-team")
RECRUITER = Phrase("thank-you-recruiter")
THE_HIRING_MANAGER = Phrase("thank-you-the-hiring-manager")
THE_HIRING_TEAM = Phrase("thank-you-the-hiring-team")
_CALLED: dict[Named, Named] = {HIRING_MANAGER: THE_HIRING_MANAGER, HIRING_TEAM: THE_HIRING_TEAM}


@record
class Reader:
    """Whom one note is for."""

    number: int
    """The interviewer's number; 0 when no name is known."""
    name: Named
    """As a letter greets them."""

    @property
    def called(self) -> Named:
        """As one speaks of them."""
        return _CALLED.get(self.name, self.name)


def readers(facts: Facts) -> list[Reader]:
    """One for each interviewer whose name is known; else the one who decides."""
    if facts.value("contact") == "recruiter":
        return [Reader(0, RECRUITER)]
    theirs = apart.authors(facts)
    named = [Reader(number, name) for number, name in facts.texts("interviewer") if number not in theirs]
    if kept := [reader for reader in named if not facts.value(f"note-{reader.number}-left")]:
        return kept
    if named:
        return named
    several = not theirs and (facts.value("panel-size") or facts.value("interviewers-unnamed"))
    return [Reader(0, HIRING_TEAM if isinstance(several, int) and several > 1 else HIRING_MANAGER)]


def has_content(facts: Facts) -> bool:
    """Whether enough has been told for a note to be worth showing."""
    return (
        any(facts.text(f"unsaid-{number}") for number in apart.numbers(facts)) or facts.value("wants-job") is not None
    )


def is_wanted(facts: Facts) -> bool:
    """Whether a note is to be sent, as far as is known; after grave conduct only if they chose to write one."""
    channel = facts.value("note-channel")
    is_ruled_out = facts.value("contact") == "barred" or channel == "none" or facts.value("note-look") == "none"
    is_ruled_out = is_ruled_out or facts.value("call-became") in ON_THE_PHONE
    if is_ruled_out or facts.value("note-declined") or (apart.is_told(facts) and channel is None):
        return False
    return has_content(facts)


def named_points(facts: Facts) -> list[tuple[str, str]]:
    """What a note could carry: the name of the fact, and its question or first words as a label."""
    unsaid = [
        (f"unsaid-{n}", facts.text(f"struggle-{n}") or text)
        for n in apart.numbers(facts)
        if (text := facts.text(f"unsaid-{n}"))
    ]
    missed = [(f"point-{n}", text) for n, text in facts.texts("point") if not apart.is_of_it(facts, text)]
    return [(name, _label(text)) for name, text in (*unsaid, *missed)]


def is_sore(facts: Facts, name: str) -> bool:
    """Whether a point is a confession, a complaint or next to nothing: it is carried only if they say so (K03)."""
    return _hurts(facts.text(name) or "")


@remembered(256)
def _hurts(told: str) -> bool:
    """Remembered, because a draft asks it of the same few words in every version and at every replay."""
    text = _TOLD_TO_US.sub("", to_coach.for_others(told))
    if (
        len(told.split()) < _LEAST_OF_A_POINT
        or _PRIVATE.search(text)
        or _DISOWNED.search(text)
        or tells_of_a_loss(text)
    ):
        return True
    return all(_SORE.search(clause) for clause in _CLAUSES.split(text) if len(clause.split()) > 1)


def is_disowned(facts: Facts, name: str) -> bool:
    """Whether they have called a point stupid themselves, or said it to the coach alone: no note has it, and nobody asks."""
    told = facts.text(name) or ""
    return _DISOWNED.search(told) is not None or (bool(told) and not to_coach.for_others(told))


def names_a_figure(facts: Facts, name: str) -> bool:
    """Whether it answers what they want to earn: a figure in writing binds, so no note has it (nor asks)."""
    about = [facts.text(name.replace("unsaid", stem)) or "" for stem in ("struggle", "question")]
    is_of_pay = name.startswith("unsaid-") and any(_OF_PAY.search(words) for words in about)
    return is_of_pay and _FIGURE.search(facts.text(name) or "") is not None


def may_be_carried(facts: Facts, name: str) -> bool:
    """Whether a note may carry the point."""
    allowed = facts.value(f"carry-{name}")
    if allowed is not None:
        return allowed == "yes"
    return not (is_sore(facts, name) or names_a_figure(facts, name))


def may_yet_be_carried(facts: Facts, name: str) -> bool:
    """Whether a point may be carried, or is theirs to allow: a loss that was what they would have told."""
    is_open = facts.value(f"carry-{name}") is None and tells_of_a_loss(facts.text(name) or "")
    return is_open or may_be_carried(facts, name)


def thank_you(facts: Facts, reader: Reader, version: Version = PLAIN, *, days: int = 1) -> Letter:
    """The note to one reader, from what is known now, so many days after the interview.

    From the second day on it is a late note. Shown on the day itself it names no day: it may go at once or tomorrow, and
    "today" would be wrong for the one, the weekday odd for the other.
    """
    is_late = days >= LATE_AFTER
    title = Filled(LATE_TITLE if is_late else TITLE, (("reader", reader.called),))
    carried = [name for name in points_for(facts, reader) if name not in version.without]
    return Letter(
        title,
        (
            *_pass_on(facts),
            (greeting(_greeted(facts, reader)),),
            (_thanks(facts, reader, version, days), *interest(facts, version)),
            *in_frames(facts, carried, IN_A_LETTER),
            *closed(facts, CLOSE),
        ),
        tuple(point(facts, name) for name in carried),
    )


def greeting(*names: Named) -> Filled:
    """How a letter begins; who has no name is greeted alike in every register."""
    is_named = all(isinstance(name, str) for name in names)
    return Filled(GREETING if is_named else GREETING_UNNAMED, (("reader", names),))


def interest(facts: Facts, version: Version) -> tuple[Filled, ...]:
    """That they want the job, if they have said so."""
    if (wish := mood.interest(facts)) is None:
        return ()
    return (Filled(INTEREST, (*position(facts), ("wish", wish), ("short", "yes" if version.short else "no"))),)


def in_frames(facts: Facts, names: list[str], frames: Frames) -> Iterator[tuple[Filled | str, ...]]:
    """Each point in their own words, with what leads to it."""
    stems = [name.partition("-")[0] for name in names]
    for n, name in enumerate(names):
        yield _point(facts, name, frames, again=stems[n] in stems[:n])


def point(facts: Facts, name: str) -> Point:
    """A point with what a person may call it by."""
    about = [facts.text(name.replace("unsaid", stem)) for stem in ("struggle", "question", "unsaid")]
    label = dict(facts.derived(named_points))[name]
    if name.startswith("point-") or about[0] is None:
        label = f'"{label}"'  # their own words, where they have not called it anything
    return Point(name, label, " ".join(dict.fromkeys(words for words in about if words)))


def position(facts: Facts) -> tuple[tuple[str, Arg], ...]:
    """What is known of the position, for a phrase that names it."""
    role, place = facts.text("role"), facts.text("organisation")
    organisation = None if place is None else as_a_name(place)
    match role is not None, organisation is not None:
        case True, True:
            known = "both"
        case True, False:
            known = "role"
        case False, True:
            known = "organisation"
        case _:
            known = "neither"
    return (("known", known), ("role", role or ""), ("organisation", organisation or ""))


def as_a_name(place: str) -> str:
    """A name typed in small letters with its capitals; "the district hospital" is none."""
    if not place.islower() or place.startswith("the "):
        return place
    return " ".join(word if word in _SMALL_WORDS else _capital(word) for word in place.split())


def _capital(word: str) -> str:
    return word.upper() if _LETTERS.fullmatch(word) else word[:1].upper() + word[1:]


def is_task(struggle: str) -> bool:
    """Whether what went badly was something to do there, and no question to be quoted."""
    return _TASK.search(struggle) is not None


def tidied(text: str) -> str:
    """The person's own words with capitals at the start of sentences and for "I", single spaces and a final stop."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\bi(?=$|\s|['’](?:m|d|ve|ll)\b|[,;.!?])", "I", text)
    text = re.sub(r"(^|[.!?]\s+)([a-zà-öø-ÿ])", lambda found: found[1] + found[2].upper(), text)
    return text if text.endswith((".", "!", "?", "…", '"', "”")) else text + "."


def for_the_letter(told: str) -> str:
    """What they told the coach, without what leads to it and what was for the coach alone."""
    heard = to_coach.for_others(told) or told
    said = _TOLD_TO_US.sub("", heard)
    is_led = heard[: len(heard) - len(said)].casefold().rstrip().endswith("that")
    return _THAT_AGAIN.sub(r"\g<joint>", said) if is_led else said


def bare_question(text: str) -> str:
    """The question without "they asked" and the like in front, and without quotes and final stop around it."""
    bare = _LEAD_IN.sub("", _WHO_ASKED.sub(r"\g<stop>", re.sub(r"\s+", " ", text).strip()))
    return (bare or text).strip(" \"“”'").removesuffix(".")


def _thanks(facts: Facts, reader: Reader, version: Version, days: int) -> Filled:
    unnamed = facts.value("interviewers-unnamed")
    size = facts.value("panel-size")
    named = len(facts.texts("interviewer"))
    hidden = unnamed if isinstance(unnamed, int) else (size - named if isinstance(size, int) else 0)
    # Those with a name get a note of their own; only the nameless are thanked here, in the first one.
    if reader.number and reader.number == facts.derived(_first_number):
        others = hidden + named - 1 if hidden else 0
    else:
        others = hidden if facts.value("contact") == "recruiter" and named == 1 else 0
    day = exact_day(facts)
    is_late = days >= LATE_AFTER
    dated = "no" if day is None or days == 0 or (version.short and not is_late) else "yes"
    phrase = LATE_THANKS if is_late else THANKS
    beside = in_charge(facts) or YOUR_COLLEAGUE
    return Filled(phrase, (("others", max(others, 0)), ("beside", beside), ("dated", dated), ("day", day or "")))


def in_charge(facts: Facts) -> str | None:
    """The one without a name, where it is who decides: "the manager" is not to read that they are a colleague."""
    unnamed = names.nameless(facts.text("interviewers") or "")
    return unnamed[0].lower() if len(unnamed) == 1 and _IN_CHARGE.fullmatch(unnamed[0]) else None


def exact_day(facts: Facts) -> str | None:
    """The day of the interview for a letter (ISO); None where they named it only roughly ("two weeks ago")."""
    day = facts.text("interview-on")
    return None if day is not None and facts.text("interview-on-roughly") == day else day


def _first_number(facts: Facts) -> int:
    theirs = apart.authors(facts)
    return next((number for number, _ in facts.texts("interviewer") if number not in theirs), 0)


def _greeted(facts: Facts, reader: Reader) -> Named:
    if facts.value("contact") != "recruiter":
        return reader.name
    return next((name for _, name in facts.texts("interviewer")), HIRING_MANAGER)


def _pass_on(facts: Facts) -> Iterator[tuple[Filled, ...]]:
    if facts.value("contact") == "recruiter":
        names = tuple(name for _, name in facts.texts("interviewer"))
        yield (Filled(PASS_ON_TO, (("names", names),)) if names else Filled(PASS_ON),)


def points_for(facts: Facts, reader: Reader) -> list[str]:
    """The facts this reader's note carries: what is for them, and was not said on the phone."""
    names = points_of(facts, reader)
    if facts.value("call-became") not in ON_THE_PHONE:
        return names
    if facts.value("call-all-said") == "no":
        return names
    said = [name for name in points_of(facts, whom_to_call(facts)) if not facts.value(f"unheard-{name}")]
    return [name for name in names if name not in said]


def whom_to_call(facts: Facts) -> Reader:
    """The first of those for whom there is something to say; else the first."""
    people = readers(facts)
    return next((reader for reader in people if points_of(facts, reader)), people[0])


def points_carried(facts: Facts) -> list[str]:
    """The facts that a note may carry, whoever reads it."""
    return [name for name, _ in facts.derived(named_points) if may_be_carried(facts, name)]


def points_of(facts: Facts, reader: Reader) -> list[str]:
    """The facts this reader is to hear: what they asked; what nobody is known to have asked goes to the first."""
    chosen = [facts.value("first-point"), facts.value("second-point")]
    names = [name for name in facts.derived(points_carried) if chosen[0] is None or name in chosen]
    names.sort(key=lambda name: is_sore(facts, name))  # "shorter" leaves out what stands last
    readers_asked = {name: facts.value(name.replace("unsaid", "asked-by")) for name in names}
    return [name for name in names if _is_for(reader, readers_asked[name], facts.derived(_first_number))]


def _is_for(reader: Reader, asked_by: object, first: int) -> bool:
    if reader.number == 0:
        return True
    if isinstance(asked_by, str) and asked_by.startswith("interviewer-"):
        return asked_by == f"interviewer-{reader.number}"
    return reader.number == first


def _point(facts: Facts, name: str, frames: Frames, *, again: bool) -> tuple[Filled | str, ...]:
    told = facts.text(name) or ""
    said = tidied(for_the_letter(told))
    if tells_of_a_loss(told):
        frames = frames.for_a_loss()
    if name.startswith("point-"):
        return (Filled(frames.mention), tidied(_YES.sub("", said)))
    number = name.removeprefix("unsaid-")
    question, topic = facts.text(f"question-{number}"), facts.text(f"struggle-{number}")
    if question is not None:
        question = _WHO_ASKED.sub(r"\g<stop>", question)
    if topic is not None and is_task(topic):
        question = None  # they were asked to do it; nothing there can be quoted as "your question"
    if question is not None and _SEVERAL.search(question):
        question = None  # two in one; neither can be quoted as "your question"
    if question is not None and _NAMED_QUESTION.fullmatch(question):
        topic, question = re.sub(r"\bone$", "question", question.strip(" .?")), None
    if question is not None and (about := _ASKED_ABOUT.match(question)):
        topic, question = about["topic"].rstrip(" .?"), None
    if question is not None and _REPORTED.match(question) and speaks_of_oneself(question):
        topic, question = reported(question, said), None
    elif topic is not None and (asked := _QUESTION_OF.match(topic)):
        topic = reported(to_me(topic[asked.end() :]), said)
    elif topic is not None:
        topic = to_me(topic)
    if question is not None:
        return (
            Filled(frames.also if again else frames.further, (("question", written_out(bare_question(question))),)),
            said,
        )
    if topic is not None:
        return (Filled(frames.also_topic if again else frames.further_topic, (("topic", topic),)), said)
    return (Filled(frames.also_plain if again else frames.further_plain), said)


def reported(question: str, said: str) -> str:
    """A question in the person's report as what a note is about: "your question about how I deal with targets".

    Where the answer begins with nobody in particular ("you count again"), neither does the question.
    """
    asked = tidied(written_out(question)).rstrip(".")
    asked = _IF.sub("whether", asked[:1].lower() + asked[1:])
    if not speaks_of_oneself(_CLAUSES.split(said)[0]):
        asked = _WHAT_I_DO.sub(r"\g<how> to ", asked)
    return f"your question about {asked}"


def _label(text: str) -> str:
    if len(text) <= LABEL_LENGTH:
        return text
    cut = text[: LABEL_LENGTH - 1]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip()}…"
