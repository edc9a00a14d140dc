"""What they told, taken up in a line before anything is asked: what stung, if they named it, or what went well."""

from __future__ import annotations

from core.flows.capture.severity import FEELING
from core.flows.capture.story import first_sting, is_told_as_good, story
from core.flows.outcome import DECIDED, WITHDRAWN
from core.talk import Talk
from core.understanding import stings
from core.understanding.stings import Sting
from core.vocabulary import Phrase, Saying

A_PANEL = 3
"""From so many people on, it is a panel that one sits before."""

HEARD = {one: Saying(f"capture-heard-{one}") for one in Sting}
HEARD_LATE_BY = Saying("capture-heard-late-by", "cause")
HEARD_LATE_ASKED = Saying("capture-heard-late-asked", "cause")
HEARD_FIRST_EVER = Saying("capture-heard-first-ever")
HEARD_UNSURE = Saying("capture-heard-unsure")
HEARD_UNEVEN = Saying("capture-heard-uneven", "part")
HEARD_PANEL = Saying("capture-heard-panel")
HEARD_BLANK_ON = Saying("capture-heard-blank-on", "struggle")
HEARD_ANSWER = Saying("capture-heard-answer", "struggle")
HEARD_STRESS = Saying("capture-heard-stress")
HEARD_CALM = Saying("capture-heard-calm")
HEARD_WELL = Saying("capture-heard-well")
HEARD_WELL_BUT = Saying("capture-heard-well-but", "struggle")
ONE_THING = Phrase("capture-one-thing")


def hear(talk: Talk) -> None:
    """Take up what they said first: what stung, if they named it, or what went well."""
    heard = [name for name in talk.said if name.startswith("capture-heard")]
    told_since = (
        heard in ([HEARD_CALM.id], [HEARD_STRESS.id]) and talk.known(FEELING.name) is None and talk.texts("struggle")
    )
    if heard and not told_since:
        return  # what they name later is heard where they name it
    sting, size = first_sting(talk), talk.known("panel-size")
    struggle = tuple(words for _, words in talk.texts("struggle"))
    told = story(talk)
    if is_told_as_good(talk) and (struggle or sting or stings.turns_for_the_worse(told)):
        talk.say(HEARD_WELL_BUT, struggle=struggle or ONE_THING)
    elif is_told_as_good(talk):
        talk.say(HEARD_WELL)
    elif sting is Sting.BLANK and struggle:
        talk.say(HEARD_BLANK_ON, struggle=struggle)
    elif sting is not None and (sting is not Sting.LATE or not struggle):
        take_up(talk, sting, told)
        if sting is Sting.TECHNOLOGY and not struggle and (own := stings.own_beside_the_machine(told)) is not None:
            take_up(talk, own, told)
    elif struggle:
        talk.say(HEARD_ANSWER, struggle=struggle)
    elif talk.known("minutes-late") is not None:
        take_up(talk, Sting.LATE, told)
    elif (part := stings.went_unevenly(told)) is not None:
        talk.say(HEARD_UNEVEN, part=part)
    elif stings.is_first_ever(told) or stings.is_unsure(told):
        if stings.is_first_ever(told):
            talk.say(HEARD_FIRST_EVER)
        if stings.is_unsure(told):
            talk.say(HEARD_UNSURE)
    elif talk.known("stressed"):
        talk.say(HEARD_PANEL if isinstance(size, int) and size >= A_PANEL else HEARD_STRESS)
    elif talk.known("outcome") not in (*DECIDED, WITHDRAWN):  # news has been met with words of its own
        talk.say(HEARD_CALM)


def take_up(talk: Talk, sting: Sting, told: str) -> None:
    """The sting in a line; who was held up on the way is told that it was so."""
    cause = stings.made_late_by(told) if sting is Sting.LATE else None
    if cause is None:
        talk.say(HEARD[sting])
    else:
        talk.say(HEARD_LATE_ASKED if stings.was_asked_why_late(told) else HEARD_LATE_BY, cause=cause)


def take_up_more(talk: Talk, name: str) -> bool:
    """Hear the sting in what they told later, if it is not the one that was heard first; whether there was one."""
    told = talk.known(name)
    sting = stings.sting(told) if isinstance(told, str) else None
    if sting is None or sting is first_sting(talk) or HEARD[sting].id in talk.said:
        return sting is not None
    take_up(talk, sting, str(told))
    return True
