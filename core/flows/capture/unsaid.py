"""The questions that went badly, as they were put, and what was left unsaid."""

from __future__ import annotations

import re
from dataclasses import replace

from core import apart
from core.drafts.points import names_a_figure
from core.facts import Picked
from core.flows.capture.evidence import ANYTHING_ELSE, THAT_QUESTION, evidence, is_deed, is_part, is_told_as_one
from core.flows.capture.pausing import is_heavy, wants_no_more
from core.flows.capture.severity import REALLY, is_very_low
from core.flows.capture.story import is_settled, was_a_trial
from core.questions import Choice, Option, Quotation, Words
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.understanding.tone import tells_of_a_loss, who_was_lost
from core.vocabulary import Saying

MOST_WEAK_ANSWERS = 3

ANSWER_AGAIN = Choice("answer-again", "capture-answer-again", (Option("yes", Command.YES), Option("no", Command.NO)))
ANSWER_AGAIN_AFTER = replace(ANSWER_AGAIN, words="capture-answer-again-after")
"""When they have decided: nobody will ask it again there."""
ANSWER_AGAIN_APART = replace(ANSWER_AGAIN, words="capture-answer-again-apart")
QUESTION = Quotation("question", "capture-question")
QUESTION_OF_SEVERAL = Quotation("question", "capture-question-of-several", args={"struggle": ""})
QUESTION_IF_THEY_LIKE = replace(QUESTION, words="capture-question-if-you-like")
QUESTION_TASK = replace(QUESTION, words="capture-question-task")
QUESTION_PART_OF_SEVERAL = replace(QUESTION_OF_SEVERAL, words="capture-question-part-of-several")
QUESTION_BY_ONE_OF_SEVERAL = Quotation(
    "question", "capture-question-by-one-of-several", args={"struggle": "", "who": ""}
)
QUESTION_TASK_OF_SEVERAL = replace(QUESTION_OF_SEVERAL, words="capture-question-task-of-several")
UNSAID = Words("unsaid", "capture-unsaid", (Option("not-yet", Command.MAYBE),))
UNSAID_OF = Words("unsaid", "capture-unsaid-of", (Option("not-yet", Command.MAYBE),), {"struggle": ""})
"""For a question that they told with its wording, so that nothing has just been asked about it."""
UNSAID_TO_THEM = Words("unsaid", "capture-unsaid-to-them", (Option("not-yet", Command.MAYBE),))
UNSAID_TASK = replace(UNSAID, words="capture-unsaid-task")
ANOTHER = Choice("another", "capture-another", (Option("another", Command.YES), Option("that-was-all", Command.NO)))

UNSAID_KEPT = Saying("capture-unsaid-kept")
UNSAID_KEPT_TASK = Saying("capture-unsaid-kept-task")
UNSAID_KEPT_LOSS = Saying("capture-unsaid-kept-loss", "who")
UNSAID_KEPT_LOSS_OF_ONE = Saying("capture-unsaid-kept-loss-of-one")
UNSAID_KEPT_DONE = Saying("capture-unsaid-kept-done")
UNSAID_KEPT_PAY = Saying("capture-unsaid-kept-pay")
UNSAID_TOLD = Saying("capture-unsaid-told", "words")
"""To what they wished they had said before anybody asked for it."""
STAYS_HERE = Saying("capture-stays-here")

_DONE_BY_ONESELF = re.compile(
    r"\b(?:i|we)\b[^.!?]{0,80}\b(?:every (?:single )?(?:day|week|shift|month|night|year)|(?:for|since) (?:over |about |almost )?(?:\w+ )?(?:years?|months)|all the time|(?:many|so many|a hundred|hundreds of|loads of|lots of|plenty of) times)\b"
    r"|\b(?:i|we) (?:did|made|ran|used|wrote|built|fixed|tried|set up|changed|showed|moved)\b[^!?]{0,120}\b(?:(?:it|that|this) (?:worked|stopped|helped)|nothing broke)\b",
    re.IGNORECASE,
)
"""That they do, or have done, what the question was about."""


def weak_answers(talk: Talk) -> Script:
    """The questions that went badly, as they were put, and what the person would say now; one is enough on a heavy day."""
    struggles = [struggle for _, struggle in talk.texts("struggle")]
    is_trial = was_a_trial(talk)
    if is_trial and not struggles:
        yield from wants_no_more(talk)
        return  # nobody asked anything there
    is_named = struggles or talk.known("cause") == Picked("a-question") or THAT_QUESTION in evidence(talk)
    again = ANSWER_AGAIN_AFTER if is_settled(talk) else ANSWER_AGAIN
    again = ANSWER_AGAIN_APART if apart.is_told(talk.facts) else again
    if not is_named and (yield from talk.ask(again)) != "yes":
        yield from wants_no_more(talk)
        return
    is_offered = False
    for number in range(1, MOST_WEAK_ANSWERS + 1):
        struggle = struggles[number - 1] if number <= len(struggles) else THAT_QUESTION
        is_doing = is_deed(struggle) or is_trial
        is_a_part = isinstance(struggle, str) and is_part(struggle)
        if len(struggles) > 1:
            of_part = QUESTION_PART_OF_SEVERAL if is_a_part else QUESTION_OF_SEVERAL
            asked = (QUESTION_TASK_OF_SEVERAL if is_doing else of_part).given(struggle=struggle)
            who = talk.known(str(talk.known(f"asked-by-{number}")))
            if isinstance(who, str) and is_a_part and not is_doing:
                asked = QUESTION_BY_ONE_OF_SEVERAL.given(struggle=struggle, who=who)
        elif is_doing:
            asked = QUESTION_TASK
        else:
            asked = QUESTION_IF_THEY_LIKE if is_very_low(talk) else QUESTION
        if not is_trial or is_deed(struggle):
            yield from talk.ask(asked.numbered(number))
        is_theirs = apart.is_apart(talk.facts, number)
        own = UNSAID_TASK if is_doing else UNSAID
        if not is_doing and isinstance(struggle, str) and was_told_with_its_wording(talk, number):
            own = UNSAID_OF.given(struggle=struggle)
        unsaid = yield from talk.ask((UNSAID_TO_THEM if is_theirs else own).numbered(number))
        if isinstance(unsaid, str):
            is_theirs = apart.is_apart(talk.facts, number)
            if not is_theirs and (who := who_was_lost(unsaid)):
                talk.say(UNSAID_KEPT_LOSS.numbered(number), who=who)
            else:
                kept = STAYS_HERE if is_theirs else said_back(talk, number, unsaid, is_doing=is_doing)
                if kept in (UNSAID_KEPT, UNSAID_KEPT_TASK) and talk.known(f"unsaid-told-{number}"):
                    talk.say(UNSAID_TOLD.numbered(number), words=unsaid)
                else:
                    talk.say(kept.numbered(number))
        if not is_offered and is_heavy(talk):
            is_offered = True
            if (yield from wants_no_more(talk)):
                return
        is_last_named = len(struggles) <= number < MOST_WEAK_ANSWERS
        if is_last_named and (is_only_one(talk) or (yield from talk.ask(ANOTHER.numbered(number))) != "another"):
            return


def was_told_with_its_wording(talk: Talk, number: int) -> bool:
    """Whether the question and what it is called came in one message: then nobody has asked how it was put."""
    called, put = (talk.facts.latest(f"{name}-{number}") for name in ("struggle", "question"))
    return called is not None and put is not None and called.turn == put.turn


def said_back(talk: Talk, number: int, unsaid: str, *, is_doing: bool) -> Saying:
    """What is said to an answer they would have liked to give."""
    if tells_of_a_loss(unsaid):
        return UNSAID_KEPT_LOSS_OF_ONE
    if names_a_figure(talk.facts, f"unsaid-{number}"):
        return UNSAID_KEPT_PAY
    if _DONE_BY_ONESELF.search(unsaid):
        return UNSAID_KEPT_DONE
    return UNSAID_KEPT_TASK if is_doing else UNSAID_KEPT


def is_only_one(talk: Talk) -> bool:
    """Whether they have said that it was the one thing they named: then nobody asks for another."""
    only = (
        was_a_trial(talk)
        or talk.known(ANYTHING_ELSE.name) == Picked("only-that")
        or talk.known(REALLY.name) == "one-moment"
    )
    return only or is_told_as_one(talk)
