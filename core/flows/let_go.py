"""A week later: somebody to share it with, and after that, or its refusal, leave to let it rest.

The order is the point (R67): nobody is told to move on before they were asked whom they could tell. Whether it rests
is theirs to say; "not yet" is accepted, and nothing is closed by it. What is left over comes only if they keep it.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, date
from typing import Any

from core import apart, clock
from core.drafts.naming import exact_day
from core.facts import Facts, Picked
from core.flows.afresh import ask_afresh
from core.flows.links import point_on
from core.flows.offer import NEXT_WEEK, NOW, TOMORROW, taken_up
from core.mood import MILD, ROUGH, went_well
from core.plan import Kind, day_of, plan, zone_of
from core.questions import Choice, Offer, Option, Question, Scale, Words
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Filled, Named, Phrase, Saying

A_WEEK = 7

OFFER = Offer(
    "offer",
    "let-go-offer",
    (NOW, TOMORROW, NEXT_WEEK, Option("not-yet", Command.NO)),
    {"days": A_WEEK, "place": ""},
)
OFFER_WAITING = replace(OFFER, words="let-go-offer-waiting")
OFFER_PAST = replace(OFFER, words="let-go-offer-past", args={"place": "", "day": ""})
OFFER_TOLD = replace(OFFER, words="let-go-offer-told")
OFFER_AHEAD = replace(OFFER, words="let-go-offer-ahead", args={"days": A_WEEK, "place": "", "day": "", "roughly": "no"})
OFFER_WELL = replace(OFFER, words="let-go-offer-well")
SHARE = Words(
    "share-with",
    "let-go-share",
    (
        Option("told"),
        Option("somebody", Command.YES),
        Option("nobody", Command.MAYBE),
        Option("rather-not", Command.NO),
    ),
    {"moment": ""},
)
SHARE_WELL = replace(SHARE, words="let-go-share-well", args={})
SHARE_APART = replace(SHARE, words="let-go-share-apart", args={})
WHO = Words("share-name", "let-go-who", (Option("open", Command.NO),))
READY = Choice("let-go-ready", "let-go-ready", (Option("rest", Command.YES), Option("not-yet", Command.NO)))
FEELING = Scale("feeling-at-the-end", "let-go-feeling")
KEEP = Choice(
    "keep",
    "let-go-keep",
    (Option("both", Command.YES), Option("check-in"), Option("practice"), Option("none", Command.NO)),
    {"left": ""},
)

TOLD = Saying("let-go-told")
WILL_TELL = Saying("let-go-will-tell", "who")
WILL_TELL_ADVISER = Saying("let-go-will-tell-adviser", "who")
WILL_TELL_WELL = Saying("let-go-will-tell-well", "who")
SOMEBODY = Saying("let-go-somebody")
NOBODY = Saying("let-go-nobody")
NOBODY_HEAVY = Saying("let-go-nobody-heavy")
RATHER_NOT = Saying("let-go-rather-not")
WHILE_WAITING = Saying("let-go-while-waiting")
WAITING_WELL = Saying("let-go-waiting-well")
WAITING_HEAVY = Saying("let-go-waiting-heavy")
WAITING_LIGHT = Saying("let-go-waiting-light")
AFTER_A_NO = Saying("let-go-after-a-no")
SERIOUS = Saying("let-go-serious")
NOT_YET = Saying("let-go-not-yet")
CHANGE = Saying("let-go-change", "before", "after")
CHANGE_BY_STEPS = Saying("let-go-change-by-steps", "before", "between", "after")
SAME = Saying("let-go-same", "after")
STILL_HEAVY = Saying("let-go-still-heavy")
CLOSED = Saying("let-go-closed", "place")
CLOSED_PLAIN = Saying("let-go-closed-plain", "place")
RESTS = Saying("let-go-rests", "place")
RESTS_PLAIN = Saying("let-go-rests-plain", "place")
CLOSED_BUT = Saying("let-go-closed-but", "place", "kept")
CLOSED_APART = Saying("let-go-closed-apart", "place")
CLOSED_ALREADY = Saying("let-go-closed-already")
NEXT_ROUND = Saying("let-go-next-round")
AN_OFFER = Saying("let-go-an-offer")
WITHDRAWN = Saying("let-go-withdrawn")

THE_INTERVIEW = Phrase("let-go-the-interview")
BEING_LATE = Phrase("let-go-being-late")
PRACTICE_ON = Phrase("let-go-practice-on", "day")
CHECK_IN_ON = Phrase("let-go-check-in-on", "day")

REQUEST_OPEN = Saying("let-go-request-open", "day")
REQUEST_CLOSED = Saying("let-go-request-closed", "day")
NOTHING_TO_LET_GO = {"next-round": NEXT_ROUND, "offer": AN_OFFER, "withdrawn": WITHDRAWN}
"""What has settled itself, by the outcome, and is closed by nobody."""
LEFT = {Kind.CHECK_IN: CHECK_IN_ON, Kind.PRACTICE: PRACTICE_ON}
"""What may still come when all else has ended; the kinds are the ids of the options that keep them."""
_TELLING = re.compile(
    r"(?:(?:yes|yeah|ok|well|maybe|probably|perhaps|i think|i'll|i will|i'd|i would|i could|i can|i might),? )*"
    r"(?:(?:tell|call|ring|ask|talk to|talk with|speak to|speak with|write to) (?=\S))?",
    re.IGNORECASE,
)
"""What leads to the name of the one they will tell."""
_ADVISER = re.compile(
    r"\b(?:union|shop steward|lawyer|solicitor|legal|law|advice|advis[eo]r|ombuds\w+)\b", re.IGNORECASE
)
"""Who can say what may be done about what was done to them."""
_BESIDES = re.compile(
    r"[;!?\n]|,? \b(?:but|because|bc|cos|although|though|if|when|except)\b",
    re.IGNORECASE,
)
"""What follows the name: a doubt or a reason, which is not said back as if it were part of it."""


@flow("let-go")
def let_go(talk: Talk) -> Script:
    """How it is now, somebody to share it with, then rest; or hear that it is not time."""
    outcome = talk.known("outcome")
    if talk.known("moved-on") or (talk.known("let-go") and not talk.is_new("let-go")):
        talk.say(CLOSED_ALREADY)
    elif outcome in NOTHING_TO_LET_GO:
        talk.say(NOTHING_TO_LET_GO[str(outcome)])
    elif (yield from taken_up(talk, offer(talk))):
        the_request(talk)
        feeling = yield from feel_again(talk)
        yield from share(talk, feeling)
        if (yield from rests(talk, feeling)):
            yield from keep_what_is_left(talk, feeling)
            point_on(talk)
            talk.mark("let-go")
    elif talk.known(OFFER.keyed(talk.key).name) == "not-yet":
        talk.say(NOT_YET)


def offer(talk: Talk) -> Offer:
    """The invitation: about the waiting, as long as nothing has come; without somebody to tell, where somebody knows."""
    days, where, promised = days_since(talk), place(talk), talk.known("answer-promised-at")
    is_waiting = talk.known("outcome") in (None, "waiting")
    is_exact = isinstance(promised, str) and talk.known("answer-promised-at-roughly") != promised
    if is_waiting and isinstance(promised, str) and promised[:10] >= talk.today:
        roughly = "no" if is_exact else "yes"
        return OFFER_AHEAD.given(days=days, place=where, day=promised[:10], roughly=roughly)
    if is_waiting and isinstance(promised, str) and is_exact and talk.known("nudge:check-in-1") is None:
        return OFFER_PAST.given(place=where, day=promised[:10])
    waiting = OFFER_WELL if went_well(talk.facts) else OFFER_WAITING
    words = waiting if is_waiting else OFFER_TOLD if somebody_knows(talk.facts) else OFFER
    return words.given(days=days, place=where)


def somebody_knows(facts: Facts) -> bool:
    """Whether they told somebody of a no, or meant to, when it came."""
    told = facts.value("told-of-no")
    return isinstance(told, str) or told in (Picked("told"), Picked("somebody"))


def the_request(talk: Talk) -> None:
    """The second chance they asked for: closed on its day, and said once (C3)."""
    closes = talk.known("chance-closes-on")
    if isinstance(closes, str):
        talk.say(REQUEST_CLOSED if closes <= talk.today else REQUEST_OPEN, day=closes)


def share(talk: Talk, feeling: int | None) -> Script:
    """Somebody who hears the story, the worst part included; having nobody is no fault. Asked at a no, it is not again."""
    if somebody_knows(talk.facts):
        return
    moment = hard_moment(talk)
    is_good = went_well(talk.facts) or (feeling is not None and feeling <= MILD)
    question = SHARE_WELL if is_good or moment is None else SHARE.given(moment=moment)
    told = yield from talk.ask(SHARE_APART if apart.is_told(talk.facts) else question)
    if told is None or not talk.is_new(SHARE.name):
        return
    will_tell = WILL_TELL_WELL if is_good else WILL_TELL
    if isinstance(told, str):
        is_adviser = apart.is_told(talk.facts) and _ADVISER.search(told) is not None
        talk.say(WILL_TELL_ADVISER if is_adviser else will_tell, who=who(told))
        return
    match told.option:
        case "somebody":
            name = yield from talk.ask(WHO)
            if isinstance(name, str):
                talk.say(will_tell, who=who(name))
            else:
                talk.say(SOMEBODY)
        case "told":
            talk.say(TOLD)
        case "nobody":
            talk.say(NOBODY_HEAVY if feeling is not None and feeling >= ROUGH else NOBODY)
        case _:
            talk.say(RATHER_NOT)


def hard_moment(talk: Talk) -> Named | None:
    """What they named as hard, by its name; None where nothing was named."""
    struggles = talk.texts("struggle")
    moment = next((topic for number, topic in struggles if not apart.is_apart(talk.facts, number)), None)
    return BEING_LATE if moment is None and talk.known("minutes-late") is not None else moment


def rests(talk: Talk, feeling: int | None) -> Generator[Question[Any], None, bool]:
    """Leave to let it rest, and whether they do. A "not yet" of an earlier day is asked again, and accepted again."""
    if apart.is_told(talk.facts):
        talk.say(SERIOUS)
    elif talk.known("outcome") == "rejected":
        talk.say(AFTER_A_NO)
    else:
        leave_while_waiting(talk, feeling)
    ready = yield from ask_afresh(talk, READY, holds=lambda said: said == "rest")
    if ready == "not-yet":
        talk.say(NOT_YET)
    return ready == "rest"


def leave_while_waiting(talk: Talk, feeling: int | None) -> None:
    """The same leave for all who wait, in words that fit how it is now."""
    if went_well(talk.facts):
        talk.say(WAITING_WELL)
    elif feeling is None or MILD < feeling < ROUGH:
        talk.say(WHILE_WAITING)
    else:
        talk.say(WAITING_HEAVY if feeling >= ROUGH else WAITING_LIGHT)


def feel_again(talk: Talk) -> Generator[Question[Any], None, int | None]:
    """The feeling in one tap, where there is an earlier one to set it beside (P24); not after a good one.

    It comes first, so that nothing after it is said past it. Asked once: None where it was told on an earlier day.
    """
    if went_well(talk.facts):
        return None
    earlier = (talk.known("feeling-at-first"), talk.known("feeling-now"))
    before = next((feeling for feeling in earlier if isinstance(feeling, int)), None)
    if before is None:
        return None
    after = yield from talk.ask(FEELING)
    if after is None or not talk.is_new(FEELING.name):
        return None
    between = earlier[1]
    if isinstance(between, int) and between not in (before, after):
        talk.say(CHANGE_BY_STEPS, before=before, between=between, after=after)
    elif before == after:
        talk.say(SAME, after=after)
    else:
        talk.say(CHANGE, before=before, after=after)
    if after >= ROUGH:
        talk.say(STILL_HEAVY)
    return after


def keep_what_is_left(talk: Talk, feeling: int | None) -> Script:
    """Practice and asking for the answer come only if they are wanted; an end is an end."""
    left = still_planned(talk)
    kept: tuple[Named, ...] = ()
    if left:
        words = {kind: Filled(LEFT[kind], (("day", day),)) for kind, day in left.items()}
        keep = yield from talk.ask(offered(left).given(left=tuple(words.values())))
        kept = tuple(named for kind, named in words.items() if keep in ("both", kind))
    if kept:
        talk.say(CLOSED_BUT, place=place(talk), kept=kept)
    else:
        talk.say(closing(talk, feeling), place=place(talk))


def closing(talk: Talk, feeling: int | None) -> Saying:
    """The last words; nothing is closed for who waits, and what an interview is worth is said once, of none that went
    well, and not while it weighs.
    """
    if apart.is_told(talk.facts):
        return CLOSED_APART
    weighs = feeling is not None and feeling >= ROUGH
    is_said = went_well(talk.facts) or isinstance(talk.known("learnt"), str) or weighs
    if talk.known("outcome") == "rejected":
        return CLOSED_PLAIN if is_said else CLOSED
    return RESTS_PLAIN if is_said else RESTS


def offered(left: dict[Kind, str]) -> Question[Any]:
    """The question with the options that apply; where only one thing is left, a yes keeps it."""
    if len(left) == len(LEFT):
        return KEEP
    (kind,) = left
    options = (Option(kind.value, Command.YES), KEEP.options[-1])
    return Choice(KEEP.name, KEEP.words, options, KEEP.args)


def still_planned(talk: Talk) -> dict[Kind, str]:
    """What the plan holds from today on that may outlast letting go, and the first hour of each (ISO), earliest first."""
    where = zone_of(talk.facts) or UTC
    planned = [
        (nudge.kind, clock.local(nudge.due, where).replace(tzinfo=None).isoformat(timespec="minutes"))
        for nudge in plan(talk.facts, "this")
    ]
    days = {kind: [day for of, day in planned if of is kind and day >= talk.today] for kind in LEFT}
    first = {kind: min(found) for kind, found in days.items() if found}
    return dict(sorted(first.items(), key=lambda one: one[1]))


def days_since(talk: Talk) -> int:
    """How many days lie between the interview and this conversation; 0 where the day is known only roughly."""
    day = day_of(talk.facts)
    if day is not None and exact_day(talk.facts) is None and talk.known("interview-on") is not None:
        return 0  # counted from "two weeks ago": nobody named the day
    return A_WEEK if day is None else (date.fromisoformat(talk.today) - day).days


def place(talk: Talk) -> Named:
    """Where it was, in their words."""
    named = talk.known("organisation")
    return named if isinstance(named, str) else THE_INTERVIEW


def who(told: str) -> str:
    """The one they will tell, without "I'll tell" in front: "my sister" is their sister."""
    named = _BESIDES.split(_TELLING.sub("", told, count=1), maxsplit=1)[0]
    return re.sub(r"^my\b", "your", named.strip(" .,"), flags=re.IGNORECASE) or told
