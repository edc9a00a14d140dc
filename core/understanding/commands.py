"""Commands: what a person wants of the coach, apart from what they tell it.

Whether a command is obeyed is for the step to say, which knows what was asked. Here a text is a command
only if all of it, or a clause that stands by itself, says so: "no one greeted me" and "i asked for help
with it" are answers. What people say is in `commands.toml`; when a sentence is misread, change the phrase
that took it and never add the sentence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any, Final, Literal, TypeAlias

from core.remembering import remembered
from core.understanding import text as texts
from core.understanding.expressions import expression
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


Piece: TypeAlias = Command | Literal["besides"] | None
_BESIDES: Final = "besides"
"""A clause that may stand beside a command without changing it: "i'm at work"."""

_ORDER = {command: place for place, command in enumerate(Command)}
_LONGEST = 240
_MOST_WORDS = 20
_LONGEST_RESPELT = 9
_LONGEST_PIECES = 14
_MOST_PIECES = 3
_MOST_UNKNOWN = 1
"""So many words that no command has may stand in commands run together; a story has more."""

_EMOJI = r"[\u2190-\u2bff\U0001f300-\U0001faff]"
_FRONT = expression(
    r"(?:(?:please|pls|plz|um|uh|erm|er|hm|well|so|oh|ah|and|but|just|actually|honestly|sorry|i'm sorry|then|now|also"
    r"|excuse me|hey|hi|hello|hie|ok|okay|k|kk|alright|right|yo|bot|ai|coach|rebound|dude|bro|man|lol|haha|omg|wait"
    r"|look|listen|kindly|maybe|my bad|apologies|pardon me|forgive me|if possible|if you can|quick|nvm|ugh|dear|sir"
    rf"|madam|boss|my friend|hold on|hang on|i think|for now|no offence|no offense|{_EMOJI}) )+"
)
_END = expression(
    r"(?: (?:please|pls|plz|thanks|thank you|thx|ty|bot|ai|coach|rebound|dude|bro|mate|man|lol|haha|tbh|sir|ma'am|madam"
    r"|honestly|actually|sorry|then|for me|ok|okay|if possible|if you can|if you could|if i may|if you may|friend|buddy"
    r"|my friend|boss|dear|my dear|guys|today|now|right now|right away|at once|immediately|already|asap|here|kindly"
    r"|though|tho|i think|i guess|i suppose|imo|for sure|definitely|absolutely|indeed|completely|totally|entirely"
    r"|in my opinion"
    r"|lmao|if you don't mind|if that's ok|if that's okay|if that's possible|if it's possible|if it's ok|if it's okay"
    r"|will you|would you|can you|could you|i beg you|i beg|my guy|fam|sis|girl|ffs|smh|quickly|real quick|quick|na"
    r"|first"
    rf"|xx|xoxo|{_EMOJI}))+ $"
)
_ADDRESSED = expression(
    r"(?: (?:dude|bro|bruh|bruv|brother|mate|man|buddy|pal|fam|sis|hun|love|luv|sir|madam|ma'am|boss|chief|oga|abeg|biko|sha|mehn|yaar|yar|bhai|ji|didi|lah|leh|eh|hey|bra|boet|habibi"
    r"|wallah|akhi|uncle|aunty|coach|bot|lol|haha|tbh|ffs|please|pls))+ $"
)
"""Whom it is said to, in the English of many places; "not today" is more than "not"."""
_REQUEST = expression(
    r"(?:(?:can|could|would|will|might|may|shall|should) (?:you|we|i|someone|somebody)"
    r"(?: (?:please|pls|maybe|possibly|just|kindly|also|perhaps|at least|all))?"
    r"|please|kindly|just|let's(?: all| both| just)?|let us|let me|allow me to"
    r"|i'd (?:rather|like|love|prefer|appreciate it)(?: it)?(?: if)?(?: you| we)?(?: could| would"
    r"| can)?(?: to)?(?: please| just)?"
    r"|i (?:really |just |also |only |still |think i )?(?:want|need|wish|have|wanted|prefer"
    r"|got)(?: you)? to(?: please| just)?"
    r"|i'm (?:going|trying|ready|hoping|looking|here) to|i'm asking (?:you )?to|i(?: was|'m)? (?:hoping"
    r"|wondering)(?: if)? (?:you|we|i) (?:could|can|would)"
    r"|i wonder if (?:you|we|i) (?:could|can)|(?:you|we) (?:can|may|should|could|must|need to|have to)(?: just"
    r"| please)?"
    r"|(?:would|could) you be (?:able|so kind(?: as)?|kind enough|willing) (?:to|and)"
    r"|(?:do|would) you (?:mind|think you (?:can|could))(?: if (?:we|i|you))?|mind if (?:we|i)"
    r"|are you able to|are we able to|am i able to|am i allowed to|we'd better|i'd better"
    r"|is it (?:possible|ok|okay|alright|fine|cool)(?: to| if i| if we| if you| for you to| for me to| that you)"
    r"|(?:how|where) (?:do|can|could|would|should|might|may|must) (?:i|we|one)|how to|(?:tell|show) me how (?:to"
    r"|i can)|what (?:do|must|should) i do to"
    r"|i'll|will|going to|go ahead and|try to|feel free to|be sure to|do me a favou?r and"
    r"|is there (?:a|any|some) (?:way|chance|option|possibility)(?: to| for me to| that)?(?: you can| you could"
    r"| i can| i could| we can| we could)?"
    r"|any (?:chance|way)(?: that)?(?: to| you can| you could| i can| i could| we can| we could)"
    r"|i think (?:we|you|i) (?:should|will|want to|need to)|i think i'll|i guess (?:we|i) (?:can|should|will)"
    r"|(?:want|need|would like|wish|ready|prefer|rather|time|it's time|like) (?:you )?to|why don't (?:we|you)|why not"
    r"|how about (?:we|you|i)|what if we) "
)
_OF_ONESELF = expression(r"\b(?:i|i'd|i'll|i'm|me|let's|us|to)\b")
"""In a request, who wants to do a thing themselves: "i want to forget it" asks nothing of the coach."""
_REPORTED = expression(r"[\"“”]|(?<!\w)['‘]\w|\b(?:said|says|saying|told|asked|answered|replied)\b", re.IGNORECASE)
_GOES_ON = (
    r"i|it|they|we|that|he|she|there|but|and|so|because|mrs|mr|ms|dr"
    r"|it's|i'm|i'd|i'll|that's|they're|we're|he's|she's"
)
_OPENS_AN_ANSWER = expression(
    rf"(?P<yes>yes|yeah|yep|yup|yh|yea) (?=(?:{_GOES_ON}|very|really|a|my|some|for|to|at|when|quite) )"
    rf"|(?P<no>no|nope|nah) (?=(?:{_GOES_ON}|you|this|nothing|not|just|only) )"
)
_OF_COACH = {Command.HELP, Command.HUMAN, Command.BOT, Command.REMIND_LIST, Command.WHY, Command.KNOWN}
_OTHERS = expression(
    r"\b(?:they|them|their|he|she|him|her|his|they'll|he'll|she'll|he's|she's)\b|\byou (?:already )?know about (?:us|our)\b"
)
_THEIR_INTERVIEW = expression(
    r"\b(?:panel|interviews?|interviewers?|recruiters?|cv|boss|salary|job|company|degree|nervous|nerves|weakness(?:es)?"
    r"|strengths?|next time|better|patient|customer|wife|husband|pay|wages?|money|raise|holidays?|contract|offer)\b"
)
_LEADING = {Command.YES, Command.NO, Command.MAYBE, Command.SKIP, Command.STOP}
_WEAK_OPENING = expression(r"(?:okay|ok|k|right|fine|alright|great|please|true|facts?|deal|ready|hm) ")
_ENDING = {Command.BYE, Command.SKIP, Command.STOP, Command.REPEAT}
_TOLD_AT_END = expression(
    r" (?:(?:he|she|they|it|one|someone|somebody|boss|manager|lady|man|guy|interviewer|panel|recruiter|hr)(?: \w+)? "
    r"(?:said|says|asked|told me|answered|wrote|replied|shouted|laughed)"
    r"|(?<!what )(?<!where )was (?:all|the (?:question|answer|topic|task)|my (?:answer|line|first|last)|what|(?:his"
    r"|her|their) \w+)(?: .*)?) $"
)
"""Somebody else's words, with who said them at the end."""
_CONTRADICTION = {Command.YES, Command.NO}
_NOT_NOW = {Command.LATER, Command.NO, Command.SNOOZE}
_AFTER_NO = {
    Command.NO,
    Command.THANKS,
    Command.BYE,
    Command.STOP,
    Command.LATER,
    Command.REMIND_SET,
    Command.SNOOZE,
} | {Command.UNDO, Command.BACK, Command.RESTART, Command.HUMAN, Command.FORGET, Command.REPEAT, Command.SKIP}
_OF_NO = expression(
    r"(?:reminders?|messages?|nudges?|humans?|person|help|questions?|break|pause|answers?|next|private|more) "
)
"""What a "no" before it denies: "no reminder for monday", "no help needed"."""
_CLEAR_WORD = expression(
    r"(?:sent|bye|byebye|goodbye|gn|ttyl|gtg|cya|thanks|thx|ty|asante|zikomo|stop|skip|next|undo|repeat|help) "
)
_PLAIN_ANSWER = expression(
    r"(?:(?:yes|yeah|yep|yup|yh|ya|sure|cool|great|perfect|sawa|no|nope|nah|hapana|not (?:yet|now|today|right now)"
    r"|thanks|thank you"
    r"|ok|please|definitely|really) )+"
)
_HALF = expression(
    r"(?:what|could you|right|true|correct|facts?|deal|ready|again|come|huh|say|private|later|question|meaning) "
)
"""What opens a question or an answer more often than it is a command by itself."""
_TOLD_TO_BE_SAID = expression(r"\bsa(?:y|id|ys|ying) $")
""" "They didn't even say bye": told, not said."""
_GAP = expression(" ")
_SEPARATORS = expression(r"[\s\][()|]+")
_LEFT_OUT = expression(
    r"(?<!\S)i(d|ll) (?=(?:like|rather|prefer|love|appreciate|do|be|get|come|finish|answer|reply|write|send|pass|skip"
    r"|talk"
    r"|see|think|try|tell|let|take|go|look|check|continue|wait|rest|sleep) )"
)
_PICTURES = expression(f"({_EMOJI})(?:\\s*\\1)*")
_JOINED_NUMBER = expression(r"(?<=\d)[:.](?=\d)")
_TWO = expression(
    r"(?<=[a-z] )2 (?=(?:a|an|the|my|you|u|someone|some|talk|call|thank|send|go|do|be|speak|stop|start|bed) )"
)
_FOUR = expression(
    r"(?<=[a-z] )4 (?=(?:a|an|the|me|my|now|later|sure|today|tonight|tomorrow|mon|tue|wed|thu|fri|sat|sun|[a-z]+day) )"
)
_SAID_TWICE = expression(r"(?<!\S)(\S+ )\1+")
_DRAWN_OUT = expression(r"([a-z])\1+(?= )")
_ADORNMENT = expression(
    r"\b(?:really|definitely|certainly|totally|completely|absolutely|very|quite|just|"
    r"actually|pretty|entirely|fully|truly"
    r"|most|exactly|simply|honestly|surely|always|still|also|indeed|probably|have to) ?"
)
_HAVING_TO = expression(r"\bi'(?:d|ll) have to ")
_NEGATION = expression(r"\b(?:no|not|never|nothing|none|without|nor)\b|n't\b")


def read(text: str) -> CommandReading | None:
    """The command in a text, or None when it is an answer or a story."""
    bare = texts.clean(text[: 4 * _LONGEST])
    words = _as_meant(texts.words(_JOINED_NUMBER.sub("", bare)))
    if not words:
        return CommandReading(Command.REPEAT, whole=True) if bare and set(bare) <= {"?"} else None
    if words.count(" ") <= _MOST_WORDS:
        if _none().whole(words.replace(". ", "")) or _TOLD_AT_END.search(words):
            return None
        command = _whole(words, bare)
        if command is not None and not _is_about_others(command, words):
            return CommandReading(command, whole=True)
    command = _opening(words) or _ending(words, bare)
    return CommandReading(command, whole=False) if command else None


def _is_about_others(command: Command, words: str) -> bool:
    """Whether a question is about the interview or the people there, and not about the coach."""
    if command not in _OF_COACH:
        return False
    return bool(_OTHERS.search(words) or (command is not Command.WHY and _THEIR_INTERVIEW.search(words)))


def _as_meant(words: str) -> str:
    """The words with chat shorthand written out, and an emoji, however often it stands there, as one word."""
    if not words.isascii():
        words = " ".join(_PICTURES.sub(r" \1 ", words).split()) + " "
    written_out = "".join(_shorthand().get(word, word) + " " for word in words.split())
    return _FOUR.sub("for ", _TWO.sub("to ", _LEFT_OUT.sub(r"i'\1 ", written_out)))


def _whole(words: str, bare: str) -> Command | None:
    joined = words.replace(". ", "")
    if joined == "sorry ":
        return Command.REPEAT if bare.endswith("?") else None
    return _of_text(words, joined) or _respelt(words)


def _of_text(words: str, joined: str) -> Command | None:
    of_clauses = _of_clauses(words)
    if of_clauses not in (None, Command.YES):
        return of_clauses
    return _meaning(joined) or of_clauses or _of_pieces(words)


@remembered(512)
def _meaning(words: str) -> Command | None:
    """What a clause means that is nothing but a command, with or without the politeness around it."""
    if meaning := _unadorned(words):
        return meaning
    plain = _ADORNMENT.sub("", _HAVING_TO.sub("i ", words))
    return (_unadorned(plain) if plain != words else None) or _twice(words)


def _unadorned(words: str) -> Command | None:
    front = _without_front(words)
    for trimmed in dict.fromkeys(
        form
        for said in dict.fromkeys((words, front))
        for form in (said, _ADDRESSED.sub(" ", said), _END.sub(" ", said))
    ):
        if meaning := _asked().whole(trimmed) or _said().whole(trimmed):
            return meaning
    while request := _REQUEST.match(front):
        front = _without_front(front[request.end() :])
        if front.startswith("forget ") and _OF_ONESELF.search(request[0]) and " you " not in request[0]:
            return None
        if meaning := next(
            filter(None, map(_asked().whole, (front, _ADDRESSED.sub(" ", front), _END.sub(" ", front)))), None
        ):
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
    """The weightiest of several clauses, each of which is a command or stands beside one."""
    clauses = [clause + " " for part in words.split(".") if (clause := part.strip())]
    return _weightiest(_command_or_besides(clause) for clause in clauses)


def _of_pieces(words: str) -> Command | None:
    """The weightiest of several commands run together: "ok thanks bye", "nvm lets stop"."""
    if sum(word not in _known_words() and not word[0].isdecimal() for word in words.split()) > _MOST_UNKNOWN:
        return None
    clauses = [clause + " " for part in words.split(".") if (clause := part.strip())]
    return _weightiest(piece for clause in clauses for piece in _pieces(clause, _MOST_PIECES))


def _command_or_besides(clause: str) -> Piece:
    """The command that a clause is, _BESIDES where it only stands beside one, None where it is something else."""
    return _meaning(clause) or _standing_besides(clause)


def _standing_besides(clause: str) -> Piece:
    is_besides = _besides().whole(clause) or _besides().whole(_without_front(clause))
    return _BESIDES if is_besides else None


def _pieces(clause: str, most: int) -> list[Piece]:
    whole = _command_or_besides(clause)
    if whole is not None or most == 1 or clause.count(" ") > _LONGEST_PIECES:
        return [whole]
    for gap in _GAP.finditer(clause):
        first, rest = clause[: gap.end()], clause[gap.end() :]
        left = _said().whole(first) or _asked().whole(first) or _standing_besides(first)
        if rest and left:
            right = _pieces(rest, most - 1)
            if None not in right and _go_together(left, first, right[0], rest):
                return [left, *right]
    return [None]


def _go_together(left: Piece, first: str, right: Piece, rest: str) -> bool:
    """Whether two commands run together are two: "no help" and "what time" are none."""
    if rest.count(" ") == 1 and not _CLEAR_WORD.fullmatch(rest):
        return False
    if left in _CONTRADICTION and not _PLAIN_ANSWER.fullmatch(first):
        return False
    if left == _BESIDES and _NEGATION.search(first):
        return False
    if _TOLD_TO_BE_SAID.search(first):
        return False
    if left is Command.NO and (right not in _AFTER_NO or _OF_NO.match(rest)):
        return False
    return not _HALF.fullmatch(first)


def _weightiest(found: Iterable[Piece]) -> Command | None:
    """Of several commands the one to be obeyed; a yes together with a no is a maybe, and a "not now" puts off."""
    pieces = set(found)
    meanings = {piece for piece in pieces if isinstance(piece, Command)}
    if None in pieces or not meanings:
        return None
    if meanings == _CONTRADICTION:
        return Command.MAYBE
    if Command.REMIND_SET in meanings and meanings & _NOT_NOW:
        return Command.SNOOZE
    if meanings == {Command.REPEAT, Command.HELP}:
        return Command.HELP
    return min(meanings, key=_ORDER.__getitem__)


def _respelt(words: str) -> Command | None:
    """What the words mean with their slips put right; a negation is never touched."""
    once = _SAID_TWICE.sub(r"\1", words)
    calm = _SAID_TWICE.sub(r"\1", _DRAWN_OUT.sub(r"\1", once))
    for attempt in dict.fromkeys((once, calm)):
        if attempt != words and (meaning := _of_text(attempt, attempt.replace(". ", ""))):
            return meaning
    if _NEGATION.search(words) or words.count(" ") > _LONGEST_RESPELT:
        return None
    respelt = _speller().respelt(calm)
    return _of_text(respelt, respelt.replace(". ", "")) if respelt != calm else None


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
    is_none = _besides().whole(last + " ") or _none().whole(_without_front(last + " "))
    meaning = _meaning(last + " ") if last and not is_none else None
    return meaning if meaning in _ENDING else None


@cache
def _contents() -> dict[str, dict[str, Any]]:
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
def _besides() -> Phrasebook[bool]:
    parts = {name: str(phrase) for name, phrase in _contents()["parts"].items()}
    return Phrasebook(((True, phrase) for phrase in _contents()["beside"]["phrases"]), parts=parts)


@cache
def _none() -> Phrasebook[bool]:
    parts = {name: str(phrase) for name, phrase in _contents()["parts"].items()}
    return Phrasebook(((True, phrase) for phrase in _contents()["none"]["phrases"]), parts=parts)


@cache
def _known_words() -> frozenset[str]:
    contents = _contents()
    phrases = [*contents["parts"].values(), *contents["beside"]["phrases"]]
    phrases += (phrase for section in ("asked", "said") for row in contents[section].values() for phrase in row)
    return frozenset(_SEPARATORS.split(" ".join(phrases))) | {"."}


@cache
def _shorthand() -> dict[str, str]:
    return {short: meant for short, meant in _contents()["shorthand"].items() if isinstance(meant, str)}


@cache
def _speller() -> Speller:
    return Speller(_contents()["spelling"]["words"])
