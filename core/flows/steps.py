"""The map: which steps there are after an interview, which are done, and where to go on. Shown on request."""

from __future__ import annotations

from datetime import date

from core.answers import weak_answers
from core.drafts import call, feedback
from core.drafts.points import ON_THE_PHONE
from core.drafts.readers import readers
from core.drafts.thank_you import is_wanted
from core.facts import Facts
from core.flows.second_chance import is_open
from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Phrase, Saying

WHERE = Choice(
    "step",
    "steps-where",
    (
        Option("capture"),
        Option("note"),
        Option("call"),
        Option("judge"),
        Option("insiders"),
        Option("practice"),
        Option("feedback"),
        Option("second-chance"),
        Option("let-go"),
        Option("prepare"),
        Option("nothing", Command.NO),
    ),
)
ALL = Saying("steps-all")
DONE = Saying("steps-done", "steps")
NOTHING_LEFT = Saying("steps-nothing-left")
FINE = Saying("steps-fine")

NAMES = {
    "capture": Phrase("steps-name-capture"),
    "note": Phrase("steps-name-note"),
    "call": Phrase("steps-name-call"),
    "judge": Phrase("steps-name-judge"),
    "insiders": Phrase("steps-name-insiders"),
    "practice": Phrase("steps-name-practice"),
    "feedback": Phrase("steps-name-feedback"),
    "second-chance": Phrase("steps-name-second-chance"),
    "let-go": Phrase("steps-name-let-go"),
    "prepare": Phrase("steps-name-prepare"),
}


@flow("steps")
def steps(talk: Talk) -> Script:
    """Show what is done, and lead to whatever they choose of the rest."""
    done, left = sorted_out(talk.facts, date.fromisoformat(talk.today))
    if done:
        talk.say(DONE, steps=tuple(NAMES[step] for step in done))
    elif talk.known("news") != "ahead":
        talk.say(ALL)
    if not left:
        talk.say(NOTHING_LEFT)
        return
    question = WHERE.keyed("steps", talk.key)
    for option in WHERE.options:
        if option.id not in (*left, "nothing"):
            question = question.without(option.id)
    step = yield from talk.ask(question)
    if step in NAMES:
        talk.lead_to(step)  # each step is called as its flow
    else:
        talk.say(FINE)


def may_ask_insiders(facts: Facts) -> bool:
    """Whether somebody inside is a step: once the first conversation is over, and where contact is not barred. Who decides is none."""
    decides = [said for _, said in facts.items("insider-decides")]
    is_left_out = facts.value("contact") == "barred" or facts.value("outcome") in ("rejected", "offer", "withdrawn")
    return bool(facts.value("captured")) and not is_left_out and decides[-1:] != ["yes"]


def sorted_out(facts: Facts, today: date) -> tuple[list[str], list[str]]:
    """The steps that are done, and those that can be taken now; getting ready only once this one is behind them (C7)."""
    if facts.value("news") == "ahead":
        return (["prepare"], []) if facts.value("prepared") else ([], ["prepare"])
    is_over = bool(facts.value("let-go") or facts.value("moved-on") or facts.value("outcome"))
    is_sent = all(facts.value(f"note-{reader.number}-sent") for reader in readers(facts))
    may_call = call.is_possible(facts) and call.may_be_made(facts, today.isoformat())
    found: dict[str, bool | None] = {
        "capture": bool(facts.value("captured")),
        "note": True if is_sent else False if is_wanted(facts) and facts.value("outcome") != "withdrawn" else None,
        "call": True if facts.value("call-became") in ON_THE_PHONE else False if may_call else None,
        "judge": bool(facts.value("judged")),
        "insiders": bool(facts.value("insider-sent")) if may_ask_insiders(facts) else None,
        "practice": False if weak_answers(facts) else None,
        "feedback": True if facts.value("feedback-asked") else False if feedback.is_fitting(facts) else None,
        "second-chance": True if facts.value("chance-asked") else False if is_open(facts, today) else None,
        "let-go": bool(facts.value("let-go") or facts.value("moved-on") or facts.value("outcome") == "withdrawn"),
        "prepare": bool(facts.value("prepared")) if is_over else None,
    }
    return [step for step, done in found.items() if done], [step for step, done in found.items() if done is False]
