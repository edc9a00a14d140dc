"""Commands: what a person wants of the coach, apart from what they tell it.

Whether a command is obeyed is for the step to say, which knows what was asked. Here a text is a command
only if all of it, or a clause that stands by itself, says so: "no one greeted me" and "i asked for help
with it" are answers. What people say is in `commands.toml`; when a sentence is misread, change the phrase
that took it and never add the sentence.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from core.understanding import text as texts
from core.understanding.phrases import Phrasebook
from core.understanding.spelling import Speller


class Command(StrEnum):
    """What the coach can be asked to do, and the short answers that mean the same everywhere.

    Of several commands in one message the one listed first is obeyed.
    """

    FORGET = "forget"
    HUMAN = "human"
    STOP = "stop"
    RESTART = "restart"
    UNDO = "undo"
    BACK = "back"
    SKIP = "skip"
    REMIND_SET = "remind-set"
    REMIND_LIST = "remind-list"
    SNOOZE = "snooze"
    PAUSE = "pause"
    EXPORT = "export"
    KNOWN = "known"
    SENT = "sent"
    MOVED_ON = "moved-on"
    REPEAT = "repeat"
    WHY = "why"
    HELP = "help"
    BOT = "bot"
    LATER = "later"
    BYE = "bye"
    RESUME = "resume"
    MAYBE = "maybe"
    NO = "no"
    YES = "yes"
    THANKS = "thanks"
    GREET = "greet"


@dataclass(frozen=True, slots=True)
class CommandReading:
    """A command, and whether the text says nothing besides."""

    command: Command
    whole: bool


_ORDER = {command: place for place, command in enumerate(Command)}
_LONGEST = 240
_MOST_WORDS = 20
_SHORT_REPLY = 6

_FRONT = re.compile(
    r"(?:(?:please|pls|plz|um|uh|erm|er|hm|well|so|oh|ah|and|but|just|actually|honestly|"
    r"sorry|i'm sorry|then|now|also"
    r"|excuse me|hey|hi|hello|ok|okay|alright|right|yo|bot|ai|coach|rebound|dude|bro|man|"
    r"lol|haha|wait|look|listen"
    r"|kindly|maybe|my bad|apologies|pardon me|forgive me|if possible|quick) )+"
)
_END = re.compile(
    r"(?: (?:please|pls|plz|thanks|thank you|thx|ty|bot|ai|coach|rebound|dude|bro|mate|"
    r"man|lol|haha|tbh|sir|ma'am"
    r"|madam|honestly|actually|sorry|then|for me|ok|okay|if possible|if you can|if you "
    r"could|if i may|friend|buddy|today"
    r"|though|tho|i think|i guess|imo|for sure|definitely|absolutely|indeed|completely|"
    r"totally|entirely|in my opinion|lmao|kindly|[\u2190-\u2bff\U0001f300-\U0001faff]+))+ "
    r"$"
)
_REQUEST = re.compile(
    r"(?:(?:can|could|would|will|might) (?:you|we|i|someone)(?: (?:please|pls|maybe|"
    r"possibly|just|kindly|also))?"
    r"|(?:may|shall|should) (?:i|we)|please|let's|let us|let me|i'd (?:like|love|prefer)(?: you)?(?: to)?"
    r"|i (?:really |just |also )?(?:want|need|wish|have|wanted)(?: you)? to|i'm going to|"
    r"you (?:can|may|should|could)"
    r"|(?:would|could) you be (?:able|so kind(?: as)?|willing) to|do you (?:mind|think you (?:can|could))"
    r"|are you able to|we (?:can|should|could)|is it (?:possible|ok|okay) (?:to|if i|if "
    r"we|for you to|that you)"
    r"|how (?:do|can|could) i|i'll|go ahead and|try to|is there (?:a|any) way (?:to|you "
    r"can|you could)|time to"
    r"|i think (?:we|you) should|(?:want|need) (?:you )?to|why don't (?:we|you)) "
)
_REPORTED = re.compile(r"[\"“”]|(?<!\w)['‘]\w|\b(?:said|says|saying|told|asked|answered|replied)\b", re.IGNORECASE)
_GOES_ON = (
    r"i|it|they|we|that|he|she|there|but|and|so|because|mrs|mr|ms|dr"
    r"|it's|i'm|i'd|i'll|that's|they're|we're|he's|she's"
)
_OPENS_AN_ANSWER = re.compile(
    rf"(?P<yes>yes|yeah|yep|yup|yh|yea) (?=(?:{_GOES_ON}|very|really|a|my|some|for|to|at|when|quite) )"
    rf"|(?P<no>no|nope|nah) (?=(?:{_GOES_ON}|you|this|nothing|not|just|only) )"
)
_LEADING = {Command.YES, Command.NO, Command.MAYBE, Command.SKIP, Command.STOP}
_WEAK_OPENING = re.compile(r"(?:okay|ok|k|right|fine|alright|great|please|true|facts?|deal|ready|hm) ")
_ENDING = {Command.BYE, Command.SKIP, Command.STOP, Command.REPEAT}
_BESIDES = re.compile(r"sorry|great|cool|nice|good|perfect|awesome|lol|haha|um|uh|well|so|hm|wait|oh|sir|bot|ai")
_CONTRADICTION = {Command.YES, Command.NO}
_ADORNMENT = re.compile(
    r"\b(?:really|definitely|certainly|totally|completely|absolutely|very|quite|just|"
    r"actually|pretty|entirely|fully|truly"
    r"|most|simply|honestly|surely|always|still|also|indeed|probably|have to|(?<=i)'(?:d|ll)(?= have)) ?"
)
_NEGATION = re.compile(r"\b(?:no|not|never|nothing|none|without|nor)\b|n't\b")


def read(text: str) -> CommandReading | None:
    """The command in a text, or None when it is an answer or a story."""
    bare = texts.clean(text[: 4 * _LONGEST])
    words = texts.words(bare)
    if not words:
        return CommandReading(Command.REPEAT, whole=True) if bare and set(bare) <= {"?"} else None
    if words.count(" ") <= _MOST_WORDS and (command := _whole(words, bare)):
        return CommandReading(command, whole=True)
    command = _opening(words) or _ending(words, bare)
    return CommandReading(command, whole=False) if command else None


def _whole(words: str, bare: str) -> Command | None:
    joined = words.replace(". ", "")
    if joined == "sorry ":
        return Command.REPEAT if bare.endswith("?") else None
    of_clauses = _of_clauses(words)
    if of_clauses not in (None, Command.YES):
        return of_clauses
    return _meaning(joined) or of_clauses or _meaning_respelt(joined)


def _meaning(words: str) -> Command | None:
    """What a clause means that is nothing but a command, with or without the politeness around it."""
    if meaning := _unadorned(words):
        return meaning
    plain = _ADORNMENT.sub("", words)
    return (_unadorned(plain) if plain != words else None) or _twice(words)


def _unadorned(words: str) -> Command | None:
    front = _without_front(words)
    trimmed = words
    for trimmed in dict.fromkeys((words, _END.sub(" ", words), front, _END.sub(" ", front))):
        if meaning := _asked().whole(trimmed) or _said().whole(trimmed):
            return meaning
    while request := _REQUEST.match(trimmed):
        trimmed = _without_front(trimmed[request.end() :])
        if meaning := _asked().whole(trimmed):
            return meaning
    return None


def _twice(words: str) -> Command | None:
    """A yes or a no said twice: "yeah let's do that", "no i'd decline"."""
    first, _, rest = words.partition(" ")
    opening = _said().whole(first + " ") if rest else None
    if opening not in _CONTRADICTION:
        return None
    return opening if _unadorned(rest) is opening or _unadorned(_ADORNMENT.sub("", rest)) is opening else None


def _without_front(words: str) -> str:
    return words[front.end() :] if (front := _FRONT.match(words)) else words


def _of_clauses(words: str) -> Command | None:
    """The weightiest of several clauses, each of which is a command; a yes together with a no is a maybe."""
    clauses = [clause + " " for part in words.split(".") if (clause := part.strip()) and not _BESIDES.fullmatch(clause)]
    meanings = {_meaning(clause) for clause in clauses}
    if None in meanings or not meanings:
        return None
    if meanings >= _CONTRADICTION:
        return Command.MAYBE
    return min((meaning for meaning in meanings if meaning), key=_ORDER.__getitem__)


def _meaning_respelt(words: str) -> Command | None:
    if _NEGATION.search(words) or words.count(" ") > _SHORT_REPLY:
        return None
    respelt = _speller().respelt(words)
    return _meaning(respelt) if respelt != words else None


def _opening(words: str) -> Command | None:
    """The answer that a longer text opens with: "no, just the blank", "yes i would really like to"."""
    first, _, rest = words.partition(" . ")
    if rest.strip(" .") and first.count(" ") <= _MOST_WORDS:
        meaning = _meaning(first.strip() + " ")
        if meaning in _LEADING and not _WEAK_OPENING.match(first + " "):
            return meaning
    if opening := _OPENS_AN_ANSWER.match(words):
        return Command.YES if opening["yes"] else Command.NO
    return None


def _ending(words: str, bare: str) -> Command | None:
    """The command that a short text closes with: "i have to run to work, bye"."""
    if len(bare) > _LONGEST // 2 or _REPORTED.search(bare):
        return None
    _, _, last = words.strip(" .").rpartition(" . ")
    meaning = _meaning(last + " ") if last and not _BESIDES.fullmatch(last) else None
    return meaning if meaning in _ENDING else None


@cache
def _contents() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files(__package__).joinpath("commands.toml").read_text(encoding="utf-8"))


def _book(section: str) -> Phrasebook[Command]:
    rows = _contents()[section]
    parts = {name: str(phrase) for name, phrase in _contents()["parts"].items()}
    return Phrasebook(((Command(name), phrase) for name, phrases in rows.items() for phrase in phrases), parts=parts)


@cache
def _said() -> Phrasebook[Command]:
    return _book("said")


@cache
def _asked() -> Phrasebook[Command]:
    return _book("asked")


@cache
def _speller() -> Speller:
    return Speller(_contents()["spelling"]["words"])
