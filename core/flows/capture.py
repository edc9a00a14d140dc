"""The first conversation, within the hour: hear it, see how bad it was, and keep what fades by tomorrow.

It asks for facts while they are fresh and leaves judging them to another day. What the person has told already, in
the first sentence or in passing, is not asked. It ends in the thank-you note.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import replace
from typing import Any

from core import apart
from core.advice_bodies import advice_bodies, country_of_person
from core.drafts import call as spoken
from core.drafts.thank_you import is_disowned, is_sore, is_task, is_wanted, names_a_figure
from core.facts import Picked
from core.flows.judge import judge_steps
from core.flows.note import is_all_sent, note_steps
from core.flows.outcome import DECIDED, NEXT_DAY, WITHDRAWN
from core.lines import ADVICE_BODY, NO_ADVICE_BODY
from core.mood import MILD, ROUGH, VERY_LOW, went_well
from core.places import town, zones_meant
from core.questions import (
    Choice,
    ComingDay,
    Interviewers,
    Opening,
    Option,
    Organisation,
    PastDay,
    Place,
    Question,
    Quotation,
    Scale,
    Town,
    Words,
)
from core.replay import flow
from core.talk import Script, Talk
from core.understanding import conduct, stings
from core.understanding.commands import Command
from core.understanding.organisations import is_public_body
from core.understanding.stings import Sting
from core.understanding.tone import tells_of_a_loss
from core.vocabulary import Named, Phrase, Saying

MOST_WEAK_ANSWERS = 3
FAIRLY_HARD = 5
"""From this feeling on it is a day to recover from."""
A_PANEL = 3
"""From so many people on, it is a panel that one sits before."""

INVITATION = Opening(
    "opening",
    "capture-opening",
    (Option("yes", Command.YES), Option("no", Command.NO), Option("not-sure", Command.MAYBE)),
)
STORY = Words("story", "capture-story")
FEELING = Scale("feeling-at-first", "capture-feeling")
FEELING_WELL = Scale("feeling-at-first", "capture-feeling-well")
REALLY = Choice(
    "really-that-bad",
    "capture-really",
    (
        Option("all", Command.YES),
        Option("parts"),
        Option("one-moment", Command.NO),
        Option("not-sure", Command.MAYBE),
    ),
)
REALLY_GENTLY = replace(REALLY, words="capture-really-gently")
REALLY_OPEN = replace(REALLY, words="capture-really-open")
"""For those who have not called it bad."""
CAUSE = Words(
    "cause",
    "capture-cause",
    (
        Option("a-question"),
        Option("late"),
        Option("nerves"),
        Option("their-conduct"),
        Option("not-sure", Command.MAYBE),
    ),
)
REALLY_OF_IT = replace(REALLY, words="capture-really-of-it")
"""For those who have told that something beside the interview itself went well."""
ANYTHING_ELSE = Words(
    "anything-else",
    "capture-anything-else",
    (
        Option("only-that", Command.NO),
        Option("more", Command.YES),
        Option("late"),
        Option("not-sure", Command.MAYBE),
    ),
    {"evidence": ""},
)
ANYTHING_ELSE_OF_SEVERAL = replace(ANYTHING_ELSE, words="capture-anything-else-of-several")
"""To which "just those two" is that it was only that."""
WEIGHS_MOST = Words("anything-else", "capture-weighs-most", (Option("not-sure", Command.NO),))
WHAT_ELSE = Words("what-else", "capture-what-else")
CONDUCT = Quotation("their-conduct", "capture-conduct", (Option("rather-not", Command.NO),))
MORE_OF_IT = Quotation("their-conduct", "capture-more-of-it", (Option("all", Command.NO),))
ANSWER_AGAIN = Choice("answer-again", "capture-answer-again", (Option("yes", Command.YES), Option("no", Command.NO)))
ANSWER_AGAIN_AFTER = replace(ANSWER_AGAIN, words="capture-answer-again-after")
"""When they have decided: nobody will ask it again there."""
ANSWER_AGAIN_APART = replace(ANSWER_AGAIN, words="capture-answer-again-apart")
QUESTION = Quotation("question", "capture-question")
QUESTION_OF_SEVERAL = Quotation("question", "capture-question-of-several", args={"struggle": ""})
QUESTION_IF_THEY_LIKE = replace(QUESTION, words="capture-question-if-you-like")
QUESTION_TASK = replace(QUESTION, words="capture-question-task")
QUESTION_TASK_OF_SEVERAL = replace(QUESTION_OF_SEVERAL, words="capture-question-task-of-several")
UNSAID = Words("unsaid", "capture-unsaid", (Option("not-yet", Command.MAYBE),))
UNSAID_TO_THEM = Words("unsaid", "capture-unsaid-to-them", (Option("not-yet", Command.MAYBE),))
UNSAID_TASK = replace(UNSAID, words="capture-unsaid-task")
ANOTHER = Choice("another", "capture-another", (Option("another", Command.YES), Option("that-was-all", Command.NO)))
OTHER_QUESTIONS = Quotation("other-questions", "capture-other-questions", (Option("not-now", Command.NO),))
QUESTIONS = replace(OTHER_QUESTIONS, words="capture-questions")
MORE_QUESTIONS = replace(OTHER_QUESTIONS, words="capture-more-questions")
QUESTIONS_APART = replace(OTHER_QUESTIONS, words="capture-questions-apart")
POINT = Words("point-1", "capture-point", (Option("nothing", Command.NO),))
POINT_APART = replace(POINT, words="capture-point-apart")
WHO = Interviewers(
    "interviewers", "capture-who", (Option("no-names", Command.NO),), {"counted": "", "asked": "", "struggle": ""}
)
WHO_ALONE = Interviewers("interviewers", "capture-who-alone", (Option("no-names", Command.NO),))
WHO_THERE = Interviewers("interviewers", "capture-who-there", (Option("no-names", Command.NO),))
WHO_ASKED = Choice("asked-by", "capture-who-asked", (Option("not-sure", Command.MAYBE),), {"struggle": ""})
WANTS_JOB = Choice(
    "wants-job",
    "capture-wants-job",
    (Option("yes", Command.YES), Option("not-sure", Command.MAYBE), Option("no", Command.NO)),
)
CONTACT = Choice(
    "contact",
    "capture-contact",
    (Option("open", Command.NO), Option("barred"), Option("recruiter"), Option("not-sure", Command.MAYBE)),
)
CONTACT_IN_PUBLIC = replace(CONTACT, words="capture-contact-in-public")
ANSWER_BY = ComingDay("answer-promised-at", "capture-answer-by", (Option("none", Command.NO),))
ORGANISATION = Organisation("organisation", "capture-organisation")
WHEN = PastDay("interview-on", "capture-when")
PLACE = Place("place", "capture-place")
WHICH_TIME = Town("zone", "capture-which-time")

JUDGE_WHEN = Choice(
    "judge-when",
    "capture-judge-when",
    (Option("tomorrow", Command.LATER), Option("now", Command.YES), Option("no", Command.NO)),
)

LOOK_TOMORROW = Choice(
    "judge-when", "capture-look-tomorrow", (Option("tomorrow", Command.YES), Option("no", Command.NO))
)
READY_NOW = Choice("ready-now", "capture-ready-now", (Option("now", Command.YES), Option("no", Command.NO)))
IN_PASSING = "in-passing"
"""The key of a conversation about an interview that was told of while another was talked about."""

HEARD = {one: Saying(f"capture-heard-{one}") for one in Sting}
HEARD_LATE_BY = Saying("capture-heard-late-by", "cause")
HEARD_FIRST_EVER = Saying("capture-heard-first-ever")
HEARD_UNSURE = Saying("capture-heard-unsure")
HEARD_UNEVEN = Saying("capture-heard-uneven", "part")
HEARD_PANEL = Saying("capture-heard-panel")
HEARD_BLANK_ON = Saying("capture-heard-blank-on", "struggle")
HEARD_ANSWER = Saying("capture-heard-answer", "struggle")
HEARD_STRESS = Saying("capture-heard-stress")
HEARD_CALM = Saying("capture-heard-calm")
HEARD_ANGER = Saying("capture-heard-anger")
THEIRS = Saying("capture-theirs")
HEARD_WELL = Saying("capture-heard-well")
HEARD_WELL_BUT = Saying("capture-heard-well-but", "struggle")
UPSETS = Saying("capture-upsets")
NOT_YET = Saying("capture-not-yet")
NOT_YET_UNEASY = Saying("capture-not-yet-uneasy")
NO_INTERVIEW = Saying("capture-no-interview")
ROUGH_DAY = Saying("capture-rough-day", "feeling")
MIDDLING_DAY = Saying("capture-middling-day", "feeling")
MILD_DAY = Saying("capture-mild-day", "feeling")
ONE_MOMENT = Saying("capture-one-moment", "moment")
ONE_MOMENT_HELD = Saying("capture-one-moment-held", "moment")
ALL_OF_IT = Saying("capture-all-of-it")
SEVERAL_MOMENTS = Saying("capture-several-moments", "moments")
NOTED = Saying("capture-noted")
THEIR_LAUGHING = Saying("capture-their-laughing")
NO_MOMENT = Saying("capture-no-moment")
SERIOUS = Saying("capture-serious")
NEXT_STEPS = Saying("capture-next-steps")
SOMEBODY_LAUGHED = Saying("capture-somebody-laughed")
SERIOUS_STAFF = Saying("capture-serious-staff", "staff")
UNSAID_KEPT = Saying("capture-unsaid-kept")
UNSAID_KEPT_TASK = Saying("capture-unsaid-kept-task")
UNSAID_KEPT_LOSS = Saying("capture-unsaid-kept-loss")
UNSAID_KEPT_DONE = Saying("capture-unsaid-kept-done")
UNSAID_KEPT_PAY = Saying("capture-unsaid-kept-pay")
QUESTIONS_KEPT = Saying("capture-questions-kept")
QUESTIONS_HELD = Saying("capture-questions-held")
MAY_CALL = Saying("capture-may-call")
NOT_IN_THE_NOTE = Saying("capture-not-in-the-note")
POINT_KEPT = Saying("capture-point-kept")
STAYS_HERE = Saying("capture-stays-here")
DONE_FOR_TODAY = Saying("capture-done-for-today")
DONE = Saying("capture-done")
DONE_UNSENT = Saying("capture-done-unsent")
DONE_BUT_THE_NOTE = Saying("capture-done-but-the-note")
DONE_WELL = Saying("capture-done-well")
DONE_UNSENT_WELL = Saying("capture-done-unsent-well")
DONE_BUT_THE_CALL = Saying("capture-done-but-the-call")
NO_LOOK_BACK = Saying("capture-no-look-back")
DONE_APART = Saying("capture-done-apart")
CONTACT_BARRED = Saying("capture-contact-barred")
THROUGH_RECRUITER = Saying("capture-through-recruiter")

BEING_LATE = Phrase("capture-being-late")
ONE_THING = Phrase("capture-one-thing")
THE_QUESTION = Phrase("capture-the-question")
THAT_QUESTION = Phrase("capture-that-question")
WHAT_YOU_SAID = Phrase("capture-what-you-said")
NAMED = {
    Sting.TEARS: Phrase("capture-the-tears"),
    Sting.LAUGHED_AT: Phrase("capture-the-laughing"),
    Sting.BLANK: Phrase("capture-the-blank"),
    Sting.WORDS: Phrase("capture-the-words"),
    Sting.RAMBLING: Phrase("capture-the-rambling"),
    Sting.NERVES: Phrase("capture-the-nerves"),
    Sting.TIRED: Phrase("capture-the-tiredness"),
    Sting.TECHNOLOGY: Phrase("capture-the-technology"),
    Sting.THEM: Phrase("capture-their-manner"),
}
"""What each is called where it is evidence; being late has its own fact."""


_TOLD_IN = ("opening", "story", "cause", "anything-else", "what-else", "question-1", "question-2", "question-3")
"""Where the words of a remark may stand before they are asked for."""
_ASKED_ABOUT = re.compile(r"\b(?:asked|asking|questions?)(?: me| us)? (?:about|on)\b", re.IGNORECASE)
_BUT_FOR = re.compile(
    r"\b(?:it was (?:just |only )?(?:him|her|them)|but (?:for )?(?:he|she|they|one|the|him|her|them)|except)\b",
    re.IGNORECASE,
)


_NOT_TO_BE_COMPARED = (Sting.TEARS, Sting.LAUGHED_AT)
"""What is no more to be told of most people than to be called one moment."""
_DONE_BY_ONESELF = re.compile(
    r"\b(?:i|we)\b[^.!?]{0,80}\b(?:every (?:single )?(?:day|week|shift|month|night|year)|(?:for|since) (?:over |about |almost )?(?:\w+ )?(?:years?|months)|all the time|many times)\b"
    r"|\b(?:i|we) (?:did|made|ran|used|wrote|built|fixed|tried|set up|changed|showed|moved)\b[^!?]{0,120}\b(?:(?:it|that|this) (?:worked|stopped|helped)|nothing broke)\b",
    re.IGNORECASE,
)
"""That they do, or have done, what the question was about."""
_HELD = re.compile(
    r"\b(?:was|were|went|all) (?:all |quite |pretty |really )?(?:ok|okay|fine|good|alright|all right|easy|well)\b",
    re.IGNORECASE,
)
_ONE_OF_THEM = re.compile(
    r"\b(?:the|this|a|an|one|some) (?:\w+ )?(?:guy|man|woman|lady|manager|boss|foreman|gentleman|supervisor|bloke|owner|head|matron)\b|\b(?:he|she) (?:asked|said|told|was like|wanted)\b",
    re.IGNORECASE,
)
_SEVERAL_OF_THEM = re.compile(
    r"\b(?:panel|they|them|both|two|three|four|five|people|interviewers|everyone|everybody)\b", re.IGNORECASE
)


@flow("capture")
def capture(talk: Talk) -> Script:
    """From the first words to a note that carries what was left unsaid."""
    if talk.known("capture-left") == "left" or not (yield from invited(talk)):
        return
    yield from reality_check(talk)
    yield from weak_answers(talk)
    yield from what_else_was_asked(talk)
    yield from circumstances(talk)
    if not is_settled(talk):
        yield from people(talk)
        yield from note_steps(talk)
    if talk.known("outcome") in ("offer", WITHDRAWN):
        talk.mark("captured")
        talk.say(DONE_FOR_TODAY)
    else:
        yield from look_back(talk)


def is_settled(talk: Talk) -> bool:
    """Whether there is a yes or a no already, theirs or one's own: then nobody asks by when, and there is no note."""
    return talk.known("outcome") in ("rejected", "offer", WITHDRAWN)


def look_back(talk: Talk) -> Script:
    """The facts are kept while they are fresh; judging them is easier with a day's distance (C12)."""
    talk.mark("captured")
    when = yield from talk.ask(LOOK_TOMORROW if is_very_low(talk) else JUDGE_WHEN)
    if when == "now":
        yield from judge_steps(talk)
    else:
        if when == "no":
            talk.say(NO_LOOK_BACK)
        talk.say(the_end(talk))


def is_very_low(talk: Talk) -> bool:
    """Whether it feels so bad that nothing more is put in front of them on that day."""
    feeling = talk.known(FEELING.name)
    return isinstance(feeling, int) and feeling >= VERY_LOW


def the_end(talk: Talk) -> Saying:
    """What the day closes with; nobody recovers from a good interview, or from a slip in one that held."""
    if apart.is_told(talk.facts):
        return DONE_APART
    if is_settled(talk):
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


def invited(talk: Talk) -> Generator[Question[Any], None, bool]:
    """Hear what brings them; False when there is no interview to look back on."""
    opening = yield from talk.ask(INVITATION)
    if opening == Picked("no"):
        talk.say(NO_INTERVIEW)
        return False
    if talk.known("news") == "ahead":
        yield from still_ahead(talk)
        return False
    if not isinstance(opening, str):
        yield from talk.ask(STORY)
    if is_grave(talk):
        if talk.known("angry"):
            talk.say(THEIRS)
        talk.say(SERIOUS)
    elif talk.known("angry"):
        talk.say(HEARD_ANGER)
    else:
        hear(talk)
    return True


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
    if is_told_as_good(talk) and (struggle or sting):
        talk.say(HEARD_WELL_BUT, struggle=struggle or ONE_THING)
    elif is_told_as_good(talk):
        talk.say(HEARD_WELL)
    elif sting is Sting.BLANK and struggle:
        talk.say(HEARD_BLANK_ON, struggle=struggle)
    elif sting is not None and (sting is not Sting.LATE or not struggle):
        take_up(talk, sting, told)
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


def first_sting(talk: Talk) -> Sting | None:
    """What hurt, as their story names it, in however many pieces it was told."""
    return Sting.LAUGHED_AT if talk.known("laughed-at") else stings.sting(story(talk))


def take_up(talk: Talk, sting: Sting, told: str) -> None:
    """The sting in a line; who was held up on the way is told that it was so."""
    cause = stings.made_late_by(told) if sting is Sting.LATE else None
    if cause is None:
        talk.say(HEARD[sting])
    else:
        talk.say(HEARD_LATE_BY, cause=cause)


def take_up_more(talk: Talk, name: str) -> bool:
    """Hear the sting in what they told later, if it is not the one that was heard first; whether there was one."""
    told = talk.known(name)
    sting = stings.sting(told) if isinstance(told, str) else None
    if sting is None or sting is first_sting(talk) or HEARD[sting].id in talk.said:
        return sting is not None
    take_up(talk, sting, str(told))
    return True


def story(talk: Talk) -> str:
    """What they told before anything was asked of it."""
    return " ".join(words for name in ("opening", "story") if isinstance(words := talk.known(name), str))


def is_told_as_good(talk: Talk) -> bool:
    """Whether they told of a good interview, in which no more than an answer went wrong."""
    is_even = stings.went_unevenly(story(talk)) is None
    return went_well(talk.facts) and is_even and not blames_somebody(talk.known(INVITATION.name))


def is_told_as_nothing_bad(talk: Talk) -> bool:
    """Whether nothing they told so far says that anything went badly."""
    if talk.texts("struggle") or any(talk.known(name) for name in ("stressed", "angry", "conduct", "minutes-late")):
        return False
    told = story(talk)
    is_uneven = stings.went_unevenly(told) is not None
    is_news = talk.known("outcome") is not None or talk.known("news") == "badly"
    return bool(told) and not (is_news or is_uneven or stings.sting(told) is not None)


def still_ahead(talk: Talk) -> Script:
    """One that has not been: getting ready now, unless it was told of in the middle of another."""
    talk.say(NOT_YET_UNEASY if talk.known("stressed") else NOT_YET)
    if talk.key != IN_PASSING and (yield from talk.ask(READY_NOW)) == "now":
        talk.lead_to("prepare")


def is_grave(talk: Talk) -> bool:
    """Whether they told, or chose, that something was said or done to them."""
    return bool(talk.known("conduct")) or talk.known("cause") == Picked("their-conduct")


def blames_somebody(opening: Any) -> bool:
    """Whether an interview that "was fine" was so but for somebody ("it was him")."""
    return isinstance(opening, str) and bool(_BUT_FOR.search(opening))


def reality_check(talk: Talk) -> Script:
    """How bad it feels, and then how bad it was: evidence in place of a verdict."""
    feeling = yield from talk.ask(FEELING_WELL if is_told_as_good(talk) or is_told_as_nothing_bad(talk) else FEELING)
    weigh(talk, feeling)
    if is_grave(talk):
        stories = (talk.known(name) for name in _TOLD_IN)
        has_words = any(isinstance(told, str) and conduct.has_words(told) for told in stories)
        yield from talk.ask(MORE_OF_IT if has_words else CONDUCT)
        say_what_can_be_done(talk)
        return
    if feeling is not None and feeling <= MILD:
        return
    if is_settled(talk):  # they have decided, so nobody weighs any more how bad it was
        return
    is_low = feeling is not None and feeling >= VERY_LOW
    is_said = is_low or first_sting(talk) in _NOT_TO_BE_COMPARED
    if was_shown_early(talk, "stressed") and not (talk.known("angry") or is_said):
        talk.say(UPSETS)
    is_asked = is_low or not names_moments(talk)  # who named a moment has not called all of it bad
    # To the angry it would sound as if they made too much of it.
    if is_asked and not talk.known("angry") and not (is_told_as_one(talk) or has_told_instead(talk)):
        is_bad = talk.known("stressed") or talk.known("news") == "badly" or stings.is_of_the_whole(story(talk))
        question = REALLY if is_bad else REALLY_OPEN
        if stings.went_unevenly(story(talk)) is not None:
            question = REALLY_OF_IT
        yield from talk.ask(REALLY_GENTLY if is_low else question)
    yield from what_it_was(talk)
    put_in_proportion(talk)


def was_shown_early(talk: Talk, name: str) -> bool:
    """Whether it was known when they said how bad it feels; what shows later is met where it shows."""
    shown, felt = talk.facts.latest(name), talk.facts.latest(FEELING.name)
    return shown is not None and (felt is None or shown.turn <= felt.turn)


def what_it_was(talk: Talk) -> Script:
    """What went badly: what they named, and what else there was, unless they have said that it was one thing."""
    named = evidence(talk)
    if talk.known(CAUSE.name) is not None or not named:
        yield from talk.ask(CAUSE)
    elif talk.known(REALLY.name) == "all":
        yield from talk.ask(WEIGHS_MOST)
    elif not is_told_as_one(talk) and talk.known(REALLY.name) != "one-moment":
        question = ANYTHING_ELSE if len(named) == 1 else ANYTHING_ELSE_OF_SEVERAL
        more = yield from talk.ask(unless_late(talk, question.given(evidence=named)))
        if more == Picked("more"):
            yield from talk.ask(WHAT_ELSE)


def names_moments(talk: Talk) -> bool:
    """Whether what they told first is a moment, or some of one kind, with no word about the whole of it (R09)."""
    if talk.known(REALLY.name) is not None or stings.is_of_the_whole(story(talk)):
        return False
    told = max((fact.turn for name in ("opening", "story") if (fact := talk.facts.latest(name))), default=0)
    felt = talk.facts.latest(FEELING.name)
    told = max(told, felt.turn if felt is not None else 0)  # who tells on before they give the number tells it first
    struggles = [name for name, fact in talk.facts.all().items() if name.startswith("struggle-") and fact.turn <= told]
    sting = stings.sting(story(talk))
    is_late = talk.known("minutes-late") is not None or sting is Sting.LATE
    is_named = sting in NAMED or sting is Sting.MANNER
    return bool(struggles) + is_late + (is_named and not struggles) == 1


def has_told_instead(talk: Talk) -> bool:
    """Whether they told a moment where they were asked how much of it was bad: that answers it."""
    felt = talk.facts.latest(FEELING.name)
    if felt is None or talk.facts.latest(REALLY.name) is not None:
        return False
    later = (name for name, fact in talk.facts.all().items() if fact.turn > felt.turn)
    return any(name.startswith("struggle-") or name == "minutes-late" for name in later)


def is_told_as_one(talk: Talk) -> bool:
    """Whether they named one thing and told of their own accord that the rest was all right."""
    is_held = talk.known("news") == "well" or stings.rest_held(story(talk))
    return is_held and len(evidence(talk)) == 1


def unless_late(talk: Talk, question: Question[Any]) -> Question[Any]:
    """The question for more, without being late where they had said so; as their answer to it, it stays among them."""
    is_answer = talk.known(question.name) == Picked("late")
    return question.without("late") if BEING_LATE in evidence(talk) and not is_answer else question


def weigh(talk: Talk, feeling: int | None) -> None:
    """Say the number back, in a tone that fits it."""
    if feeling is None:
        return
    if feeling >= ROUGH:
        talk.say(ROUGH_DAY, feeling=feeling)
    elif feeling > MILD:
        talk.say(MIDDLING_DAY, feeling=feeling)
    else:
        talk.say(MILD_DAY, feeling=feeling)


def put_in_proportion(talk: Talk) -> None:
    """No interview is perfect; one event is one event; what was serious, or hurts too much, is never made small."""
    moments, feeling = evidence(talk), talk.known(FEELING.name)
    hurts = [take_up_more(talk, name) for name in (CAUSE.name, ANYTHING_ELSE.name, WHAT_ELSE.name)]
    if NAMED[Sting.LAUGHED_AT] in moments:
        talk.say(THEIR_LAUGHING)
    elif talk.known(REALLY.name) == "all":
        talk.say(ALL_OF_IT)
    elif stings.sting(story(talk)) is Sting.TEARS or (isinstance(feeling, int) and feeling >= VERY_LOW):
        return
    elif len(moments) == 1 and moments[0] not in (WHAT_YOU_SAID, THE_QUESTION):
        talk.say(ONE_MOMENT_HELD if is_told_as_one(talk) else ONE_MOMENT, moment=moments[0])
    elif moments and WHAT_YOU_SAID not in moments:
        talk.say(SEVERAL_MOMENTS, moments=moments)
    elif moments and not any(hurts):
        talk.say(NOTED)
    elif not moments and not talk.known("angry"):
        talk.say(NO_MOMENT)


def say_what_can_be_done(talk: Talk) -> None:
    """That a note is their choice, and whom they can turn to (K04): after they were heard, and nobody who is not there."""
    told = " ".join(words for name in (*_TOLD_IN, CONDUCT.name) if isinstance(words := talk.known(name), str))
    if stings.sting(told) is Sting.LAUGHED_AT:
        talk.say(SOMEBODY_LAUGHED)
    talk.say(NEXT_STEPS)
    country = country_of_person(talk.facts, talk.community)
    bodies = advice_bodies(country)
    if country and bodies:
        talk.say(ADVICE_BODY, country=country, bodies=bodies)
    elif not talk.community.staff:
        talk.say(NO_ADVICE_BODY)
    if talk.community.staff:
        talk.say(SERIOUS_STAFF, staff=talk.community.staff)


def evidence(talk: Talk) -> tuple[Named, ...]:
    """What the person has named so far as having gone badly, each in a few words."""
    struggles = [struggle for number, struggle in talk.texts("struggle") if not apart.is_apart(talk.facts, number)]
    sting = first_sting(talk)
    named: list[Named] = [*struggles]
    cause, more = told_anew(talk, CAUSE.name), told_anew(talk, ANYTHING_ELSE.name)
    if talk.known("minutes-late") is not None or sting is Sting.LATE or Picked("late") in (cause, more):
        named.append(BEING_LATE)
    if cause == Picked("a-question") and not struggles:
        named.append(THE_QUESTION)
    if sting in NAMED and (sting is Sting.LAUGHED_AT or not struggles):
        named.append(NAMED[sting])
    is_told = talk.known("cause-told") and not (sting in NAMED or sting is Sting.LATE)
    if isinstance(cause, str) and not struggles and talk.known("question-1") is not None:
        named.append(THAT_QUESTION)
        cause = None
    if is_told or any(isinstance(told, str) for told in (cause, more, told_anew(talk, WHAT_ELSE.name))):
        named.append(WHAT_YOU_SAID)
    return tuple(named)


def told_anew(talk: Talk, name: str) -> Any:
    """An answer about what went badly; None where it only names a moment that is named already, or is its very text."""
    fact, value = talk.facts.latest(name), talk.known(name)
    if fact is None or not isinstance(value, str):
        return value
    turns = (struggle.turn for _, struggle in talk.facts.listed("struggle"))
    again = any(_topic(struggle) in value.casefold() for _, struggle in talk.texts("struggle"))
    return None if again or fact.turn in turns else value


def _topic(struggle: str) -> str:
    """What it was about, as they would name it again."""
    return re.sub(r"^(?:the question (?:about |on )?)?(?:the |a |an |my |your )?", "", struggle.casefold().strip('"'))


def weak_answers(talk: Talk) -> Script:
    """The questions that went badly, as they were put, and what the person would say now."""
    struggles = [struggle for _, struggle in talk.texts("struggle")]
    is_named = struggles or talk.known("cause") == Picked("a-question") or THAT_QUESTION in evidence(talk)
    again = ANSWER_AGAIN_AFTER if is_settled(talk) else ANSWER_AGAIN
    again = ANSWER_AGAIN_APART if apart.is_told(talk.facts) else again
    if not is_named and (yield from talk.ask(again)) != "yes":
        return
    for number in range(1, MOST_WEAK_ANSWERS + 1):
        struggle = struggles[number - 1] if number <= len(struggles) else THAT_QUESTION
        is_doing = isinstance(struggle, str) and is_task(struggle)
        if len(struggles) > 1:
            asked = (QUESTION_TASK_OF_SEVERAL if is_doing else QUESTION_OF_SEVERAL).given(struggle=struggle)
        elif is_doing:
            asked = QUESTION_TASK
        else:
            asked = QUESTION_IF_THEY_LIKE if is_very_low(talk) else QUESTION
        yield from talk.ask(asked.numbered(number))
        is_theirs = apart.is_apart(talk.facts, number)
        own = UNSAID_TASK if is_doing else UNSAID
        unsaid = yield from talk.ask((UNSAID_TO_THEM if is_theirs else own).numbered(number))
        if isinstance(unsaid, str):
            is_theirs = apart.is_apart(talk.facts, number)
            kept = STAYS_HERE if is_theirs else said_back(talk, number, unsaid, is_doing=is_doing)
            talk.say(kept.numbered(number))
        is_last_named = len(struggles) <= number < MOST_WEAK_ANSWERS
        if is_last_named and (is_only_one(talk) or (yield from talk.ask(ANOTHER.numbered(number))) != "another"):
            return


def said_back(talk: Talk, number: int, unsaid: str, *, is_doing: bool) -> Saying:
    """What is said to an answer they would have liked to give."""
    if tells_of_a_loss(unsaid):
        return UNSAID_KEPT_LOSS
    if names_a_figure(talk.facts, f"unsaid-{number}"):
        return UNSAID_KEPT_PAY
    if _DONE_BY_ONESELF.search(unsaid):
        return UNSAID_KEPT_DONE
    return UNSAID_KEPT_TASK if is_doing else UNSAID_KEPT


def is_only_one(talk: Talk) -> bool:
    """Whether they have said that it was the one thing they named: then nobody asks for another."""
    only = talk.known(ANYTHING_ELSE.name) == Picked("only-that") or talk.known(REALLY.name) == "one-moment"
    return only or is_told_as_one(talk)


def what_else_was_asked(talk: Talk) -> Script:
    """The questions that went well enough, and what nobody asked about: both fade by tomorrow."""
    told = yield from talk.ask(questions(talk))
    if isinstance(told, str):
        talk.say(QUESTIONS_HELD if _HELD.search(told) else QUESTIONS_KEPT)
    point = yield from talk.ask(POINT_APART if apart.is_told(talk.facts) else POINT)
    if isinstance(point, str) and not is_sore(talk.facts, "point-1"):
        talk.say(POINT_KEPT)
    elif isinstance(point, str) and is_disowned(talk.facts, "point-1"):
        talk.say(NOT_IN_THE_NOTE)


def questions(talk: Talk) -> Question[Any]:
    """The question for what they asked, by what was told of it: nothing, what was hard, or some of the rest."""
    rest, struggles = story(talk), [struggle for _, struggle in talk.texts("struggle")]
    for struggle in struggles:
        rest = rest.replace(struggle.removeprefix("the question "), "")
    if talk.texts("asked") or _ASKED_ABOUT.search(rest):
        return MORE_QUESTIONS
    if struggles or talk.texts("question"):
        return OTHER_QUESTIONS
    return QUESTIONS_APART if apart.is_told(talk.facts) else QUESTIONS


def circumstances(talk: Talk) -> Script:
    """What decides whether there is a note, and when: where, when, contact, the promised answer, the wish."""
    yield from talk.ask(ORGANISATION)
    yield from talk.ask(WHEN)
    if is_settled(talk):
        return
    yield from talk.ask(WANTS_JOB)
    contact = yield from talk.ask(CONTACT_IN_PUBLIC if is_public(talk) else CONTACT)
    if contact == "barred":
        talk.say(CONTACT_BARRED)
    elif contact == "recruiter":
        talk.say(THROUGH_RECRUITER)
    elif contact == "open" and talk.known("direct-number") == "yes":
        talk.say(MAY_CALL)
    yield from talk.ask(NEXT_DAY if talk.known("outcome") == "next-round" else ANSWER_BY)
    yield from whose_time(talk)


def is_public(talk: Talk) -> bool:
    """Whether they sat before a public body, as far as its name or the job tells; there canvassing is often forbidden."""
    return any(is_public_body(told) for name in ("organisation", "role") if (told := talk.facts.text(name)))


def whose_time(talk: Talk) -> Script:
    """Whose hours to keep to, where neither the platform nor the community tells: until then nothing is planned."""
    if talk.known("zone") is not None and talk.known("place") is None:
        return
    place = yield from talk.ask(PLACE)
    zones = zones_meant(place) if isinstance(place, str) else ()
    if len(zones) > 1:
        yield from talk.ask(WHICH_TIME.offering(*(Option(zone, label=town(zone)) for zone in zones)))


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
    told = " ".join(words for name in _TOLD_IN if isinstance(words := talk.known(name), str))
    return _ONE_OF_THEM.search(told) is not None and _SEVERAL_OF_THEM.search(told) is None


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
    named = talk.texts("interviewer")
    if len(named) < 2:
        return
    for number in apart.numbers(talk.facts):
        if not isinstance(talk.known(f"unsaid-{number}"), str):
            continue
        options = [Option(f"interviewer-{n}", label=name) for n, name in named]
        about = talk.known(f"struggle-{number}")
        question = WHO_ASKED.numbered(number).offering(*options)
        yield from talk.ask(question.given(struggle=about if isinstance(about, str) else THAT_QUESTION))
