"""The first conversation, within the hour: hear it, see how bad it was, and keep what fades by tomorrow.

It asks for facts while they are fresh and leaves judging them to another day. What the person has told already, in
the first sentence or in passing, is not asked. It ends in the thank-you note.

| module | what, in the order of the conversation |
|---|---|
| `opening` | the invitation, and one that is still ahead |
| `acknowledgement` | what they told first, taken up in a line |
| `severity` | how bad it feels, in a number, and whether it was really that bad |
| `misconduct` | what was said or done to them, and whom they can turn to |
| `proportion` | the reality check: one event is one event |
| `unsaid` | the questions that went badly, and what they would have liked to answer |
| `pausing` | where it may end for the day |
| `other_questions` | the questions that went well enough, and what nobody asked about |
| `particulars` | where, when, and what decides whether there is a note |
| `time_zone` | whose hours to keep to |
| `interviewers` | who was there, and who asked what |
| `closing` | when to look back, and what the day closes with |

What they told unasked is read in `story`; what they have named as having gone badly, in `evidence`.
"""

from __future__ import annotations

from core.flows.capture.closing import DONE_FOR_TODAY, look_back
from core.flows.capture.interviewers import people
from core.flows.capture.opening import invited
from core.flows.capture.other_questions import what_else_was_asked
from core.flows.capture.particulars import circumstances
from core.flows.capture.pausing import has_left_the_rest, what_cannot_wait
from core.flows.capture.proportion import reality_check
from core.flows.capture.story import is_settled
from core.flows.capture.unsaid import weak_answers
from core.flows.note import note_steps
from core.flows.outcome import WITHDRAWN
from core.replay import flow
from core.talk import Script, Talk


@flow("capture")
def capture(talk: Talk) -> Script:
    """From the first words to a note that carries what was left unsaid."""
    if talk.known("capture-left") == "left" or not (yield from invited(talk)):
        return
    yield from reality_check(talk)
    yield from weak_answers(talk)
    if has_left_the_rest(talk):
        yield from what_cannot_wait(talk)
    else:
        yield from the_rest(talk)
    if talk.known("outcome") in ("offer", WITHDRAWN):
        talk.mark("captured")
        talk.say(DONE_FOR_TODAY)
    else:
        yield from look_back(talk)


def the_rest(talk: Talk) -> Script:
    """What else was asked, what decides whether there is a note, and the note."""
    yield from what_else_was_asked(talk)
    yield from circumstances(talk)
    if not is_settled(talk):
        yield from people(talk)
        yield from note_steps(talk)
