"""Which option a reply means: by a tap, its number, its label, or the words that people say for it.

Only the options that were shown count. The rule a newcomer could break: a label of today's program is not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple, TypeAlias

from rapidfuzz import fuzz

from core.facts import Picked, Value
from core.questions import (
    OF_OPTIONS,
    Choice,
    ComingDay,
    Interviewers,
    Offer,
    Opening,
    Option,
    Partner,
    PastDay,
    Scale,
    Settling,
    TimedChoice,
    is_date,
)
from core.records import unsaid
from core.remembering import remembered
from core.state import Shown
from core.turn import putting_off
from core.understanding import Reading, headcount, hedged, persons
from core.understanding.commands import Command
from core.understanding.expressions import expression
from core.understanding.text import fold
from core.wording import Wording

Replied: TypeAlias = dict[str, Value]
_NUMBERS = frozenset(str(number) for number in range(Scale.low, Scale.high + 1))
_LONGEST_LABEL = 60
_LONGEST_TIME = 8
"""In words; a longer reply that names a time tells something else as well."""
LONGEST_REPLY = 160
"""In characters; what is longer tells a story."""
_SHORT_REPLY = 5
_SHORTEST_STORY = 3
"""Words with a "no" among them that are still a reply."""
_TELLING = 5
"""Letters of a word that tells one label from another in a longer reply."""
_COMMON = frozenset(
    [
        "i",
        "a",
        "an",
        "the",
        "it",
        "its",
        "is",
        "was",
        "to",
        "of",
        "me",
        "my",
        "we",
        "you",
        "they",
        "that",
        "this",
        "in",
        "on",
        "at",
        "and",
        "or",
        "for",
        "please",
        "so",
        "be",
        "do",
        "can",
        "cant",
        "no",
        "not",
        "one",
    ]
)
_NOTHING_MORE = expression(
    r"(?:nowt|nada|zilch|zip|nil|nuthin|nothin)|(?:no |nope |nah )?(?:(?:only|just) (?:the|that|this|it|my|one|those)\b.*|nothing(?: (?:else|more|really|much|at all|comes to mind)\b.*)?"
    r"|(?:that|this|thats)(?: is| was)? (?:it|all|everything|the lot)\b.*|not really|none(?: of (?:it|them))?|no more(?: questions?)?(?: please| thanks)?)"
)
_ONLY_THAT = expression(
    r"(?:(?:no|nope|nah|yes|yeah) )?(?:(?:only|just) (?:that|this|it|the (?:one|blank|question|freeze))|nothing (?:else|more)|(?:that|thats|that was)(?: it| all))"
    r"(?: \w+){0,2}"
)
_NOT_NOW = expression(
    r"(?:(?:im |still |just )?(?:in|at|on) (?:\w+ ){1,4}?(?=not ))?(?:ok |okay |no |ye |yes |yeah )?(?:ill|i will|i shall|im going to|going to|gonna|maybe|perhaps|rather|let me|lets|can we|ill rather)?\s*"
    r"(?:do it|do that|send it|send this|send that|look|look at it|read it|decide|see it|wait)?\s*"
    r"(?:until |till )?(?:later|tomorrow|tonight|in the morning|this evening|another day|not (?:right )?now|not yet|not today|not tonight|i? ?cant (?:right )?(?:now|today))"
    r"(?: morning| evening| then)?(?: please| sorry| thanks| thank you| i? ?(?:really |just )?cant(?: now)?| im (?:too |to |so |very |off to |going to |about to )?\w+| off to \w+| (?:going to|need(?: to| some)?|gonna) (?:bed|sleep|work|rest)| too \w+)*"
)
_SKIPS = expression(r"\s*(?:please )?skip(?: (?:it|this|that|this one|that one))?(?: please)?\s*[.,!;-]", re.IGNORECASE)
_ONCE = (
    r"(?:(?:when|once|as soon as|after|if|until|till) (?:i|im|ive|i have|i am|we|the|my|his|her|it|its|this|that|work|school|class|lunch|dinner|supper|breakfast|church|prayers|shift)\b(?: (?!(?:they|he|she|applied|asked)\b)\w+){0,6}"
    r"|(?:in|over) (?:the|my) (?:lunch break|break|evening|afternoon|weekend)|at (?:lunch(?: ?time)?|home|the weekend|night|break)|later(?: on)?(?: (?:today|tonight|this \w+|in the day|maybe|perhaps))?|not (?:just )?(?:right )?now|not at the moment|another time|some other time)"
)
_BUSY_LEAD = r"(?:no |nope |nah |yes but |yeah but |yes |maybe |perhaps |ill do (?:it|that) |ill look |ill see |sorry |ok |im |i am |i |still |just |a bit |so |too |very |and |n |but |cos |because )*"
_BUSY_WITH = (
    rf"(?:{_ONCE}|not (?:right )?now|cant(?: (?:right )?(?:now|today|talk|look|do it))?|later|snooze|busy|in a (?:bit|while|moment|minute|sec)|give me a (?:bit|while|moment|minute|sec)"
    r"|(?:at|in) (?:work|class|a meeting|town|traffic|the bus|bed)|on (?:the bus|(?:a |my )?(?:late |early |night )?shift|nights|my way|break)|driving|cooking|eating|sleeping|working|after (?:lunch|dinner|work|class|school|this)"
    r"|(?:going|off) to (?:bed|sleep|work)|(?:exhausted|shattered|knackered|half asleep))(?: again)?"
)
_BUSY = expression(
    rf"{_BUSY_LEAD}{_BUSY_WITH}(?: {_BUSY_LEAD}{_BUSY_WITH}){{0,2}}(?: (?:now|right now|please|pls|sorry|thanks|today))*"
)
"""What people at an offer say to be asked again in a while; it is no "no"."""
_LATER_THE_SAME_DAY = expression(
    r"(?:no |nope |nah |yes but |yeah but |yes |maybe |perhaps |sorry |ok |ill do (?:it|that) |ill look |ill see )*(?:later (?:on )?(?:today|tonight|this \w+)|in an? (?:bit|while|hour|few hours|couple of hours)|(?:when|once|as soon as|after) (?!(?:they|he|she|the weekend|a night|sleep\w*|tomorrow)\b).*)"
)
"""What is no word for a day, and means this one."""
_BY_EVENING = expression(
    r"(?:when|once|as soon as|after) .*(?:home|work|shift|asleep|bed|school|class|dinner|supper|church|prayers|evening)\b|at night\b|in the evening\b"
)
_TONIGHT = "tonight"
_THIS_EVENING = expression(r"(?:later |maybe |rather |yes |ok )*(?:tonight|this evening)(?: please| then| maybe)?")
_HALF_A_YES = expression(r"(?:well |ok |hm+ )?i (?:suppose|guess|spose)(?: (?:so|ok|fine))?(?: then)?")
_YES_OPENS = expression(
    r"(?:(?:obv|obvs|obviously|of course|ofc|def|defo|definitely|omg|well|oh|god|hell|ok)[ ,]+)?(?:yes|yeah|yep|yup|yh|ya)\b(?! (?:and|or) no\b)",
    re.IGNORECASE,
)
_CONTACT, _THEIR_ANSWER = "contact", "answer-promised-at"
_HOW_BAD = "really-that-bad"
_ALL_OF_IT = expression(r"\b(?:all|everything|whole|entire|every|start to finish|nothing)\b", re.IGNORECASE)
_THEY_WRITE = expression(
    r"\b(?:they|he|she|someone|somebody|hr|the \w+)(?:['’]?ll| will| would|['’]?d| said (?:they|he|she)(?:['’]?ll| will| would|['’]?d)?)? (?:let (?:me|us|everyone|people) know|be in touch|get (?:back|in touch)|come back to (?:me|us)|(?:call|contact|phone|ring|text|message|whatsapp|write to|e-?mail|inform|tell|notify) (?:me|us)|(?:give|gie) (?:me|us) an? (?:call|ring|bell|buzz|shout|tinkle|update|answer))\b"
    r"|\b(?:they|he|she|someone|somebody|hr|the \w+)(?:['’]?ll| will| would|['’]?d) (?:e-?mail|mail|call|phone|ring|write|text|contact|inform|reply)(?= *(?:$|[.,;!]| (?:by|in|within|next|on|soon|later)))"
    r"|\b(?:we|i|you)(?:'d|'ll| would| will| should) (?:hear|be (?:told|informed|contacted|called|notified))\b|\b(?:told|said|asked)(?: (?:me|us|to us|everyone))? (?:just )?to (?:wait|expect (?:an?|their|the) (?:call|mail|e-?mail|letter|answer|text))\b",
    re.IGNORECASE,
)
_NO_DAY = expression(
    r"\b(?:after|when|once|until|till|before|around|sometime|some time|in due course|as soon as|whenever|eventually|depends?)\b(?! (?:i|you)\b)|\b(?:soon|shortly|asap|in a while|in due (?:course|time)|no rush)\b",
    re.IGNORECASE,
)
"""When they will answer, in words that name no day: "after the bank holiday"."""
_WHETHER_TO_WRITE = ("note-channel", "note-look")
_REFUSES = expression(
    r"^\W*(?:no+|nope|nah)\s*[,.!;]|\b(?:notes?|writ\w+|send\w*|e?-?mails?|letters?|thank\w*|want|need|points?|worth|leave|skip|bother|begg?\w*|contact|rather|desperate|ever|never|not (?:for|to) (?:them|him|her))\b",
    re.IGNORECASE,
)
"""What makes a longer "no" one to the note: "no not a guy, arjun asked it" corrects something else."""
_SURE = 88
_MARGIN = 10
_NUMBERED = expression(r"\s*\[?(\d{1,2})[\].)]?\s*")
_NUMBER_FIRST = expression(
    r"\s*\[?(\d{1,2})(?:\][.:)]?|[.):;!](?!\d)|,(?!\d)| ?-(?!\d)| (?=(?:please|pls|mate|bro|thanks|then)\b))\s*(?=[^\W\d])(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)",
    re.IGNORECASE,
)
"""A number and then words: "4. They want me back"; not the fourth of December."""
_FIRST_WORDS = expression(r"(.{2,40}?)(?:[.:;!,\n]|\s-\s)(?!\d)\s*(\w.*)", re.DOTALL)
_ASKS_FOR_SOMEBODY = ("share-with", "share-name", "told-of-no", "insider")
_THEY_SAID = expression(
    r"\b(?:they|he|she|hr|the (?:manager|boss|owner|panel|recruiter)) (?:just |now |also )?(?:said|says|asked me|invited me|wants? me|told me|texte?d?|wrote|rang|called|emailed)\b",
    re.IGNORECASE,
)
_SAYS_NO_DAY = expression(
    r"\b(?:no|not|never|nobody|none|idea|(?:did|do|does|would)n['’]?t|don['’]?t know)\b", re.IGNORECASE
)
_NEGATION = expression(
    r"\b(?:no|not|never|none|nothing|without|cannot|(?:do|does|did|is|was|were|are|have|has|had|ca|wo|could|would|should|ai)nt)\b"
)
_OF_ALL_TOLD = expression(
    r"\b(?:so far|until now|up to now|(?:on|about|of) me|down|i(?:['’]?ve| have)? (?:already )?(?:told|said))\b",
    re.IGNORECASE,
)
"""What asks for all that is kept, and not for what is offered: "show me what you have written down so far"."""


def pressed(shown: Shown, chosen: str, now: datetime) -> Replied | None:
    """The facts that a tap brings: on an option, a number of a scale, or a day of a calendar (ISO); None for another."""
    option = next((one for one in shown.options if one.id == chosen), None)
    if option is not None:
        return pick(shown, option, now)
    if shown.kind == Scale.kind and chosen in _NUMBERS:
        return {shown.name: int(chosen)}
    if shown.kind in (PastDay.kind, ComingDay.kind) and is_date(chosen):
        return {shown.name: chosen}
    return None


def pick(shown: Shown, option: Option, now: datetime) -> Replied:
    """The facts that choosing an option brings; `now` is local."""
    if shown.kind == Offer.kind and option.id in putting_off.CHOICES:
        return {shown.name: putting_off.chosen(option.id, now)}
    value: Value = option.id if shown.kind in OF_OPTIONS else Picked(option.id)
    picked: Replied = {shown.name: value, **dict(option.brings)}
    if shown.kind == TimedChoice.kind:
        picked[f"{shown.name}-at"] = now.replace(tzinfo=None).isoformat(timespec="minutes")
    return picked


def put_off(shown: Shown, reading: Reading, now: datetime) -> Replied | None:
    """The facts of putting an offer off to a time in own words, None when the text is something else."""
    if shown.kind != Offer.kind or _by_whole_label(shown.options, _bare(reading.text)):
        return None
    if len(reading.text.split()) > _LONGEST_TIME and not putting_off.is_not_today(reading):
        return None
    if _THEY_SAID.search(reading.text):
        return None  # "she said come in monday" is a day of theirs
    if _SKIPS.match(reading.text):
        return None  # "Skip. I want to get ready for Friday"
    became = putting_off.said(reading, now)
    bare = _bare(reading.text)
    if became is None and _BUSY.fullmatch(bare):
        became = putting_off.chosen(putting_off.TONIGHT if _BY_EVENING.search(bare) else putting_off.IN_AN_HOUR, now)
    if became is None and _THIS_EVENING.fullmatch(bare):
        became = putting_off.chosen(putting_off.TONIGHT, now)  # it is evening already
    return None if became is None else {shown.name: became}


@unsaid
class Leading(NamedTuple):
    """An option that a text begins with."""

    option: Option
    rest: str
    """What it goes on to say."""
    is_numbered: bool


def leading(shown: Shown, text: str, wording: Wording) -> Leading | None:
    """The option that a text begins with, by its number or by what stands on it, where it goes on to say more."""
    if shown.kind not in OF_OPTIONS:
        return None
    numbered = _NUMBER_FIRST.match(text)
    if numbered is not None and 0 <= (index := int(numbered[1]) - 1) < len(shown.options):
        return Leading(shown.options[index], text[numbered.end() :], is_numbered=True)
    first = _FIRST_WORDS.match(text)
    if first is None:
        return None
    said = _bare(first[1])
    option = _by_whole_label(shown.options, said) or _by_whole_cue(shown, said, wording)
    return None if option is None else Leading(option, first[2], is_numbered=False)


def _by_whole_cue(shown: Shown, said: str, wording: Wording) -> Option | None:
    found = (option for option in shown.options for cue in wording.cues(shown.words, option.id) if _bare(cue) == said)
    return next(found, None)


def nobody(shown: Shown, reading: Reading) -> Option | None:
    """The option that leaves it where somebody is asked for, and the text says that there is nobody."""
    if not _asks_for_somebody(shown) or not persons.names_nobody(reading.text):
        return None
    named = next((option for option in shown.options if option.id == "nobody"), None)
    return named or meaning(shown.options, Command.NO)


def _asks_for_somebody(shown: Shown) -> bool:
    return shown.kind == Partner.kind or shown.name in _ASKS_FOR_SOMEBODY


def may_be_overruled(shown: Shown, option: Option, reading: Reading) -> bool:
    """Whether a day counts more than the words beside it that else say there is none: "she'd ring me by Friday"."""
    is_loose = shown.kind == ComingDay.kind and option.means is Command.NO and not _SAYS_NO_DAY.search(reading.text)
    return is_loose and not is_label(shown, reading.text) and _NUMBERED.fullmatch(reading.text) is None


def is_label(shown: Shown, text: str) -> bool:
    """Whether a text is what stands on an option, and nothing else."""
    return _by_whole_label(shown.options, _bare(text)) is not None


def chosen(shown: Shown, reading: Reading, wording: Wording) -> Option | None:
    """The option a text names: by its number, its label, or the plain word that means it."""
    if shown.kind == Scale.kind:
        return None
    if _asks_for_somebody(shown) and persons.names_somebody_else(reading.text):
        return None
    if shown.kind == Offer.kind and _SKIPS.match(reading.text):
        return meaning(shown.options, Command.NO)
    if shown.kind == Interviewers.kind and not _NUMBERED.fullmatch(reading.text) and headcount.alone(reading.text):
        return None  # "just the two" says how many, and not that there is nothing more
    if reading.order is Command.KNOWN and _OF_ALL_TOLD.search(reading.text):
        return None
    option = _chosen(shown, reading, wording)
    if option is not None and shown.name == _HOW_BAD and option.means is Command.YES and _tells_a_moment(reading):
        return None  # "yeah they asked me about the circuit and i forgot": not that it was all of it
    if option is None or option.means is not Command.NO or shown.name not in _WHETHER_TO_WRITE:
        return option
    is_refusal = len(reading.text.split()) <= _SHORT_REPLY or _REFUSES.search(reading.text) is not None
    return option if is_refusal else None


def _tells_a_moment(reading: Reading) -> bool:
    return any(one.name == "struggle" for one in reading.details) and not _ALL_OF_IT.search(reading.text)


def _chosen(shown: Shown, reading: Reading, wording: Wording) -> Option | None:
    return (
        _by_number(shown.options, reading.text)
        or _by_whole_label(shown.options, _bare(reading.text))
        or (_later(shown.options, reading) if shown.kind in (Choice.kind, Settling.kind) else None)
        or _by_cue(shown, reading, wording)
        or _by_command(shown, reading)
        or (None if reading.order is Command.SKIP else _by_part_of_label(shown, _bare(reading.text)))
        or _by_label_inside(shown, reading.text)
        or _by_a_hedged_yes(shown, reading.text)
    )


def _by_a_hedged_yes(shown: Shown, text: str) -> Option | None:
    """A yes that hesitates; where their story may begin, only if nothing else is told."""
    is_yes = shown.kind in OF_OPTIONS and len(text) <= LONGEST_REPLY and hedged.says_yes(text)
    is_bare = shown.kind == Opening.kind and len(text) <= LONGEST_REPLY and hedged.says_only_yes(text)
    return meaning(shown.options, Command.YES) if is_yes or is_bare else None


def _by_label_inside(shown: Shown, text: str) -> Option | None:
    """Where they choose among people: the one whom a clause of a longer reply names ("Somebody else, then. I should …")."""
    if shown.kind != Choice.kind or not any(option.id.startswith(_A_PERSON) for option in shown.options):
        return None
    labels = {option: f" {_bare(_label(option))} " for option in shown.options}
    for clause in _CLAUSE_ENDS.split(text.replace("Mr.", "Mr").replace("Mrs.", "Mrs").replace("Dr.", "Dr")):
        said = f" {_bare(clause)} "
        named = [option for option, label in labels.items() if label.strip() and label in said]
        if len(named) > 1:
            return None
        if named and not _is_negated(said):
            return named[0]
    return None


def implied(shown: Shown, reading: Reading, caught: Mapping[str, Value]) -> Option | None:
    """The option that a text means without a word of it: "he said it's fine to email" where contact is asked about."""
    told = caught.get(shown.name)
    if shown.kind == Choice.kind and (option := next((one for one in shown.options if one.id == told), None)):
        return option
    if shown.name == _CONTACT and (_THEY_WRITE.search(reading.text) or "answer-promised-at" in caught):
        return meaning(shown.options, Command.MAYBE)  # when they answer is told, and nothing of writing to them
    if shown.kind != ComingDay.kind or len(reading.text) > LONGEST_REPLY:
        return None
    says_none = _NO_DAY.search(reading.text) or (shown.name == _THEIR_ANSWER and _THEY_WRITE.search(reading.text))
    return meaning(shown.options, Command.NO) if says_none else None


def asks_for_time(shown: Shown) -> bool:
    """Whether a day may be the answer: what is offered can be put off to one."""
    is_choice = shown.kind in (Choice.kind, TimedChoice.kind)
    return shown.kind == Offer.kind or (is_choice and meaning(shown.options, Command.LATER) is not None)


def says_only_that(reading: Reading) -> bool:
    """Whether the whole text says that there was no more than what was named ("only the blank really")."""
    return bool(_ONLY_THAT.fullmatch(_bare(reading.text)))


def says_not_now(reading: Reading) -> bool:
    """Whether the whole text only puts things off ("I'll do it tomorrow")."""
    return bool(_NOT_NOW.fullmatch(_bare(reading.text)))


def _by_number(options: tuple[Option, ...], text: str) -> Option | None:
    typed = _NUMBERED.fullmatch(text)
    index = int(typed[1]) - 1 if typed else -1
    return options[index] if 0 <= index < len(options) else None


def _by_command(shown: Shown, reading: Reading) -> Option | None:
    """By the plain word that means it; an opening one ("yes i would really like to") answers a closed question only."""
    command = reading.command
    if (
        shown.kind in OF_OPTIONS
        and (command is None or command.command is Command.YES)
        and _YES_OPENS.match(reading.text)
    ):
        return meaning(shown.options, Command.YES)  # "yes why i left", "yes but they wont take me"
    later = meaning(shown.options, Command.LATER) if shown.kind == Choice.kind else None
    if later is not None and says_not_now(reading):
        return later  # "not now" is no "no" where it may come later
    if shown.kind == Offer.kind and putting_off.is_not_today(reading):
        return None  # another day is wanted, and the offer with it
    if command is None or not (command.whole or shown.kind in OF_OPTIONS):
        return None
    option = meaning(shown.options, command.command)
    if option is None and shown.kind == Offer.kind and _HALF_A_YES.fullmatch(_bare(reading.text)):
        return meaning(shown.options, Command.YES)
    if option is None and command.command is Command.MAYBE and shown.kind not in OF_OPTIONS:
        return meaning(shown.options, Command.NO)  # "I don't know" where own words are asked for: there are none
    return option


def _later(options: tuple[Option, ...], reading: Reading) -> Option | None:
    """The option that puts it off, where there is one: later today, else later."""
    put_off = (option for option in options if option.id in putting_off.CHOICES and option.means is Command.NO)
    later, bare = meaning(options, Command.LATER) or next(put_off, None), _bare(reading.text)
    if later is None or len(bare.split()) > _LONGEST_TIME:
        return None
    if reading.correction is not None and reading.correction.is_bare:
        return later  # "no, thursday"
    tonight = next((option for option in options if option.id == _TONIGHT), None)
    if tonight is not None and _LATER_THE_SAME_DAY.fullmatch(bare):
        return tonight
    return later if _BUSY.fullmatch(bare) else None


def meaning(options: tuple[Option, ...], command: Command) -> Option | None:
    """The option that a plain word chooses."""
    return next((option for option in options if option.means is command), None)


def _label(option: Option) -> str:
    """What stands on it, as it was shown; an older program may have shown it without."""
    return str(option.label or option.id)


def _by_whole_label(options: tuple[Option, ...], typed: str) -> Option | None:
    return next((option for option in options if typed and _bare(_label(option)) == typed), None)


def _by_cue(shown: Shown, reading: Reading, wording: Wording) -> Option | None:
    """By how people say it in a sentence; the longest cue wins, and beside own words only a short reply is one."""
    if len(reading.text) > (LONGEST_REPLY if shown.kind in OF_OPTIONS else _LONGEST_LABEL):
        return None
    typed = f" {_bare(reading.text)} "
    heard = [
        (cue, option)
        for option in shown.options
        for cue in wording.cues(shown.words, option.id)
        if f" {_bare(cue)} " in typed and f" not {_bare(cue)} " not in typed and _may_mean(option, cue, reading.text)
        if option.means is not Command.SENT or not _is_negated(typed)
    ]
    if shown.kind not in OF_OPTIONS and _tells_besides([_bare(cue) for cue, _ in heard], reading.text):
        return None
    return max(heard, key=lambda pair: len(pair[0]))[1] if heard else None


def _tells_besides(cues: list[str], text: str) -> bool:
    """Whether a sentence of its own tells something beside the cues: "I don't know. I should have asked to move it"."""
    sentences = [_bare(sentence) for sentence in _SENTENCE_ENDS.split(text)]
    return any(
        len(sentence.split()) >= _SHORT_REPLY and not any(cue in sentence for cue in cues) for sentence in sentences
    )


def _may_mean(option: Option, cue: str, text: str) -> bool:
    """A yes or a no in the middle of a longer story is neither: "went ok i think" takes nothing up."""
    is_short = len(text.split()) <= (_SHORT_REPLY if option.means is Command.YES else _SHORTEST_STORY)
    if is_short or option.means not in (Command.YES, Command.NO) or _bare(cue) not in _BARE_WORDS:
        return True
    clauses = map(_bare, _CLAUSE_ENDS.split(text))
    return any(clause.startswith(_bare(cue)) and not _NO_IDEA.match(clause) for clause in clauses)


def _by_part_of_label(shown: Shown, typed: str) -> Option | None:
    if not typed or len(typed) > _LONGEST_LABEL or _NO_IDEA.match(typed):
        return None
    if _NOTHING_MORE.fullmatch(typed):
        return meaning(shown.options, Command.NO)
    if _NOT_NOW.fullmatch(typed):
        return meaning(shown.options, Command.LATER)
    labels = {option: _bare(_label(option)) for option in shown.options}
    labels = {option: label for option, label in labels.items() if _is_negated(label) == _is_negated(typed)}
    return (_by_words(labels, typed) if shown.kind in OF_OPTIONS else None) or _by_likeness(labels, typed)


def _by_words(labels: dict[Option, str], typed: str) -> Option | None:
    """The only option that shares a telling word with a reply: "mail" chooses "E-mail"; in a longer one, a long word."""
    said = typed.split()
    long_enough = 1 if len(said) <= _SHORT_REPLY else _TELLING
    words = {word for word in said if len(word) >= long_enough} - _COMMON
    if len(said) > 3 * _SHORT_REPLY:
        return None
    short = set(said) if len(said) <= _SHORT_REPLY else set[str]()
    sharing = [option for option, label in labels.items() if words & set(label.split()) or label in short]
    return sharing[0] if len(sharing) == 1 else None


def _by_likeness(labels: dict[Option, str], typed: str) -> Option | None:
    ranked = sorted(((fuzz.ratio(label, typed), option) for option, label in labels.items()), key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < _SURE:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        return None
    return ranked[0][1]


def _is_negated(text: str) -> bool:
    return bool(_NEGATION.search(text))


@remembered(4096)
def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s:]", " ", fold(text).replace("'", "")).split())


_A_PERSON = "interviewer-"
_BARE_WORDS = {"yes", "yeah", "ok", "okay", "sure", "now", "no", "fine", "good", "well"}
_SENTENCE_ENDS = expression(r"[.!?;\n]+")
_CLAUSE_ENDS = expression(r"[.,;:!?\n]+")
_NO_IDEA = expression(r"no (?:idea|clue)\b")
