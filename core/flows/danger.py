"""When somebody may be in danger: this comes before everything else, and coaching waits until they ask for it.

The length rule for messages does not apply here. The rule a newcomer could break: never diagnose, bargain, promise
secrecy or name the employer, and never lead back to the interview from here.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.helplines import ANYWHERE as ANY_COUNTRY
from core.helplines import Helpline, Service, helplines
from core.places import country_of
from core.questions import Choice, Option
from core.replay import flow
from core.safety.danger import Kind
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Filled, Phrase, Saying

HEARD = Saying("danger-heard")
HEARD_UNSAFE = Saying("danger-heard-unsafe")
HEARD_CONCERN = Saying("danger-heard-concern")
NUMBERS = Saying("danger-numbers", "country", "lines")
ANYWHERE = Saying("danger-anywhere")
NEAR = Saying("danger-near")
STAY = Saying("danger-stay")
NUMBERS_HERE = Saying("danger-numbers-here", "lines")
NUMBERS_AGAIN = Saying("danger-numbers-again", "lines")
ACCEPTED = Saying("danger-accepted")
MISREAD = Saying("danger-misread")
STAY_UNANSWERED = Saying("danger-stay-unanswered")
AFTERWARDS = Saying("danger-afterwards")
NOBODY_YET = Saying("danger-nobody-yet", "lines")
SOMEBODY_ELSE = Saying("danger-somebody-else")
SOMEBODY_NOW = Saying("danger-somebody-now")
HEARD_OTHERS = Saying("danger-heard-others")
APART = Saying("danger-apart")
LONG_PAST = Saying("danger-long-past")
GRIEF = Saying("danger-grief")

MISUNDERSTOOD = "misunderstood"
"""The answer to any of these that nothing was meant by it."""
ENDING = Choice(
    "ending",
    "danger-ending",
    (Option("yes", Command.YES), Option("no", Command.NO), Option(MISUNDERSTOOD)),
)
SAFE = Choice("safe", "danger-safe", (Option("yes", Command.YES), Option("no", Command.NO), Option(MISUNDERSTOOD)))
STEP = Choice(
    "step",
    "danger-step",
    (Option("calling", Command.YES), Option("with-somebody"), Option("not-yet", Command.NO), Option(MISUNDERSTOOD)),
)
QUESTIONS = (ENDING, SAFE, STEP)

ONE_LINE = Phrase("danger-one-line", "name", "contact", "hours")
ONE_LINE_PLAIN = Phrase("danger-one-line-plain", "name", "contact")
DIRECTORY = Phrase("danger-directory")
NO_HOURS = "not stated"

UNSAFE = {Kind.ABUSE, Kind.VIOLENCE}
ASKED_WHETHER_SAFE = {*UNSAFE, Kind.UNSURE}
SHORT_ANSWERS = {Kind.PAST: LONG_PAST, Kind.GRIEF: GRIEF, Kind.DENIED: ACCEPTED}
ABOUT_OTHERS = {
    Kind.THIRD_PERSON: SOMEBODY_ELSE,
    Kind.SOMEBODY_NOW: SOMEBODY_NOW,
    Kind.HARM_OTHERS: HEARD_OTHERS,
}
IN_WORDS = {Kind.HOPELESS, Kind.SELF_HARM, Kind.UNSURE}


@flow("danger", resumes=False)
def danger(talk: Talk) -> Script:
    """Take it seriously, ask directly, give the numbers, stay."""
    kind = Kind(str(talk.known(f"danger-{talk.key}")))
    if kind in SHORT_ANSWERS:
        talk.say(SHORT_ANSWERS[kind])
    elif kind in ABOUT_OTHERS:
        talk.say(ABOUT_OTHERS[kind])
        give_numbers(talk)
        if kind is Kind.HARM_OTHERS:
            talk.say(APART)
    else:
        yield from in_person(talk, kind)


def in_person(talk: Talk, kind: Kind) -> Script:
    """It is about the one who writes."""
    if kind in UNSAFE:
        talk.say(HEARD_UNSAFE)
    else:
        talk.say(HEARD_CONCERN if kind in IN_WORDS else HEARD)
    give_numbers(talk)
    talk.say(NEAR)
    question = SAFE if kind in ASKED_WHETHER_SAFE else ENDING
    answer = yield from talk.ask(question.keyed("danger", talk.key))
    if answer in (MISUNDERSTOOD, "yes" if question is SAFE else "no"):
        talk.say(MISREAD if answer == MISUNDERSTOOD else ACCEPTED)
        return
    talk.say(STAY_UNANSWERED if answer is None else STAY)
    talk.say(NUMBERS_AGAIN, lines=contacts(talk) or (DIRECTORY,))
    step = yield from talk.ask(STEP.keyed("danger", talk.key))
    if step == MISUNDERSTOOD:
        talk.say(MISREAD)
    elif step in ("calling", "with-somebody"):
        talk.say(AFTERWARDS)
    else:
        talk.say(NOBODY_YET, lines=contacts(talk) or (DIRECTORY,))


def give_numbers(talk: Talk) -> None:
    """The numbers of their country, which is named so that a wrong one is noticed; else the directory."""
    lines, there = contacts(talk), country(talk)
    if there is not None and lines:
        talk.say(NUMBERS, country=there, lines=lines)
        return
    if lines:
        talk.say(NUMBERS_HERE, lines=lines)
    talk.say(ANYWHERE)


def contacts(talk: Talk) -> tuple[Filled, ...]:
    """Each helpline of their country in one line; none where none is known."""
    return given(country(talk), talk.community.helplines)


def given(there: str | None, set_up: Iterable[Helpline]) -> tuple[Filled, ...]:
    """The helplines for somebody in a country, the community's own first; none where neither list has one."""
    own = [line for line in set_up if line.country in (there, ANY_COUNTRY)]
    known = {line.phone for line in own if line.phone}
    ours = [line for line in helplines(there) if line.country == there and line.phone not in known]
    return tuple(one_line(line) for line in (*sorted(own, key=by_kind), *ours))


def by_kind(line: Helpline) -> int:
    """The emergency number first."""
    return list(Service).index(line.kind)


def one_line(line: Helpline) -> Filled:
    """A helpline with how to reach it, and when if its source says so."""
    contact = line.phone or line.text or line.url or ""
    if line.hours == NO_HOURS:
        return Filled(ONE_LINE_PLAIN, (("name", line.name), ("contact", contact)))
    return Filled(ONE_LINE, (("name", line.name), ("contact", contact), ("hours", line.hours)))


def country(talk: Talk) -> str | None:
    """Their own country, else the community's, else the one their time zone lies in; ISO 3166."""
    named, zone = talk.known("country") or talk.community.country, talk.known("zone")
    if isinstance(named, str):
        return named
    return country_of(zone) if isinstance(zone, str) else None
