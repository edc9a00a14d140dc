"""When to look back, and what the day closes with."""

from __future__ import annotations

from core import apart
from core.drafts import call as spoken
from core.drafts.thank_you import is_wanted
from core.flows.capture.evidence import is_told_as_one
from core.flows.capture.pausing import has_left_the_rest
from core.flows.capture.severity import FEELING, is_very_low
from core.flows.capture.story import is_settled
from core.flows.judge import judge_steps
from core.flows.note import is_all_sent
from core.mood import VERY_LOW, went_well
from core.questions import Choice, Option
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

FAIRLY_HARD = 5
"""From this feeling on it is a day to recover from."""

JUDGE_WHEN = Choice(
    "judge-when",
    "capture-judge-when",
    (Option("tomorrow", Command.LATER), Option("now", Command.YES), Option("no", Command.NO)),
)
LOOK_TOMORROW = Choice(
    "judge-when", "capture-look-tomorrow", (Option("tomorrow", Command.YES), Option("no", Command.NO))
)

NO_LOOK_BACK = Saying("capture-no-look-back")
DONE_FOR_TODAY = Saying("capture-done-for-today")
DONE = Saying("capture-done")
DONE_UNSENT = Saying("capture-done-unsent")
DONE_BUT_THE_NOTE = Saying("capture-done-but-the-note")
DONE_WELL = Saying("capture-done-well")
DONE_UNSENT_WELL = Saying("capture-done-unsent-well")
DONE_BUT_THE_CALL = Saying("capture-done-but-the-call")
DONE_APART = Saying("capture-done-apart")


def look_back(talk: Talk) -> Script:
    """The facts are kept while they are fresh; judging them is easier with a day's distance (C12)."""
    talk.mark("captured")
    if talk.known("judged"):
        return  # it has come and gone before they answered when
    when = yield from talk.ask(LOOK_TOMORROW if is_very_low(talk) or has_left_the_rest(talk) else JUDGE_WHEN)
    if when == "now":
        yield from judge_steps(talk)
    else:
        if when == "no":
            talk.say(NO_LOOK_BACK)
        talk.say(the_end(talk))


def the_end(talk: Talk) -> Saying:
    """What the day closes with; nobody recovers from a good interview, or from a slip in one that held."""
    if apart.is_told(talk.facts):
        return DONE_APART
    if is_settled(talk) or has_left_the_rest(talk):
        return DONE_FOR_TODAY
    if spoken.is_chosen(talk.facts):
        return DONE_BUT_THE_CALL
    is_waiting = is_wanted(talk.facts) and not is_all_sent(talk)
    if is_waiting and talk.known("note-look") == "tonight":
        return DONE_BUT_THE_NOTE
    if went_well(talk.facts):
        return DONE_WELL
    if is_told_as_one(talk) or not is_hard_day(talk):
        return DONE_UNSENT_WELL if is_waiting else DONE_WELL
    return DONE_UNSENT if is_waiting else DONE


def is_hard_day(talk: Talk) -> bool:
    """Whether there is something to recover from, and it is not so heavy that the word would come too soon."""
    feeling = talk.known(FEELING.name)
    return not isinstance(feeling, int) or FAIRLY_HARD <= feeling < VERY_LOW
