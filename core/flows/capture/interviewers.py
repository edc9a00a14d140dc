"""Who was there, and who asked what."""

from __future__ import annotations

import re

from core import apart
from core.drafts.own_words import bare_question
from core.flows.capture.evidence import THAT_QUESTION
from core.flows.capture.story import TOLD_IN
from core.flows.lesson import as_asked
from core.questions import Choice, Interviewers, Option
from core.talk import Script, Talk
from core.understanding import names
from core.understanding.commands import Command
from core.vocabulary import Named, Saying

WHO = Interviewers(
    "interviewers", "capture-who", (Option("no-names", Command.NO),), {"counted": "", "asked": "", "struggle": ""}
)
WHO_ALONE = Interviewers("interviewers", "capture-who-alone", (Option("no-names", Command.NO),))
WHO_THERE = Interviewers("interviewers", "capture-who-there", (Option("no-names", Command.NO),))
WHO_ASKED = Choice("asked-by", "capture-who-asked", (Option("not-sure", Command.MAYBE),), {"struggle": ""})
NOT_SURE = Saying("capture-name-not-sure", "names")
_ONE_OF_THEM = re.compile(
    r"\b(?:the|this|a|an|one|some) (?:\w+ )?(?:guy|man|woman|lady|manager|boss|foreman|gentleman|supervisor|bloke|owner|head|matron)\b|\b(?:he|she) (?:asked|said|told|was like|wanted)\b",
    re.IGNORECASE,
)
_SEVERAL_OF_THEM = re.compile(
    r"\b(?:panel|they|them|both|two|three|four|five|people|interviewers|everyone|everybody)\b", re.IGNORECASE
)


def people(talk: Talk) -> Script:
    """Who was there, and who asked what: each note carries what its reader asked."""
    if talk.known("contact") == "barred":
        return
    answered = any(talk.known(f"unsaid-{number}") is not None for number in apart.numbers(talk.facts))
    theirs = apart.authors(talk.facts)
    if all(number in theirs for number, _ in talk.texts("interviewer")):
        counted = "yes" if talk.known("panel-size") is not None else "no"
        whose, topic = whose_question(talk)
        who = WHO.given(counted=counted, asked=whose, struggle=topic)
        if counted == "no" and is_told_of_one(talk):
            who = WHO_ALONE
        yield from talk.ask(WHO_THERE if apart.is_told(talk.facts) and not answered else who)
    told = talk.known(WHO.name)
    if isinstance(told, str) and (guesses := names.unsure(told)):
        talk.say(NOT_SURE, names=guesses)
    named = talk.texts("interviewer")
    if len(named) < 2:
        return
    for number in apart.numbers(talk.facts):
        if not isinstance(talk.known(f"unsaid-{number}"), str):
            continue
        options = [Option(f"interviewer-{n}", label=name) for n, name in named]
        question = WHO_ASKED.numbered(number).offering(*options)
        yield from talk.ask(question.given(struggle=called(talk, number)))


def called(talk: Talk, number: int) -> Named:
    """A question by its name, else by its words, so that of two they know which is meant."""
    struggle, question = talk.known(f"struggle-{number}"), talk.known(f"question-{number}")
    if isinstance(struggle, str):
        return struggle
    return as_asked(bare_question(question)) if isinstance(question, str) else THAT_QUESTION


def whose_question(talk: Talk) -> tuple[str, Named]:
    """What is asked of who asked what, and the question it is about by its name."""
    answered = [n for n in apart.numbers(talk.facts) if talk.known(f"unsaid-{n}") is not None]
    if len(answered) != 1:
        return ("several" if answered else "no"), THAT_QUESTION
    struggle = talk.known(f"struggle-{answered[0]}")
    if not isinstance(struggle, str):
        return "yes", THAT_QUESTION
    return ("yes" if "question" in struggle else "about"), struggle


def is_told_of_one(talk: Talk) -> bool:
    """Whether they told of one person across the table, and of no other."""
    told = " ".join(words for name in TOLD_IN if isinstance(words := talk.known(name), str))
    return _ONE_OF_THEM.search(told) is not None and _SEVERAL_OF_THEM.search(told) is None
