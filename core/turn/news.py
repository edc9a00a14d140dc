"""News of their answer, at any time: which interview it is about, and whether it opens a conversation of its own.

Nothing here says a word about the news but one line in the middle of the first conversation; the flow `outcome` does.
The rule a newcomer could break: a longer answer in own words is an answer, whatever it mentions; news is short, or is
told where no words were asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core import lines
from core.facts import PERSON, Value
from core.flows import outcome as outcomes
from core.flows.outcome import DECIDED
from core.flows.which import CANDIDATE
from core.plan import HEARD, MET, PAUSE_IN_CAPTURE
from core.questions import CLOSED, OF_OPTIONS, Offer, Opening, Option, Scale
from core.records import unsaid
from core.state import Pause
from core.turn import days, options, passing, whose
from core.turn.workbench import Workbench
from core.understanding import Reading, details, read, reasons
from core.understanding.outcomes import tells_outcome, tells_silence
from core.understanding.persons import to_you
from core.understanding.reasons import THEIR_REASON
from core.understanding.short_news import Certainty
from core.understanding.text import fold
from core.understanding.wishes import Action

WAITING = "waiting"
_ANOTHER = re.compile(
    r"\b(?:another|other|new|different) (?:job )?interview\b|\binterview(?:ed)? (?:yesterday|today)\b", re.IGNORECASE
)
_BY_WHOM = re.compile(
    r"\b(?!They\b|He\b|She\b|It\b|Who\b)([A-Z][\w&'-]*(?: [A-Z][\w&'-]*)*) (?:has |have |just )*(?:rejected me|turned me down)"
)
_DENIED = re.compile(
    r"\b(?:(?:it(?:'s| is| was)|that(?:'s| is| was)|this (?:is|was)) )?(?:not|never|(?:do|did|does|is|was|has|have|had)n['’]?t)(?: (?:said|say|told|meant|got|get|been|have))? (?:an? |the |any )?(?:job )?"
    r"(?:(?P<offer>offer\w*)|(?P<rejected>no\b(?! more)|rejection|rejected|refusal)|(?P<next_round>(?:next|second) (?:round|interview)|another interview)|(?P<waiting>waiting))",
    re.IGNORECASE,
)
"""That it was not what it was taken for."""
_ANOTHER_ROUND = re.compile(
    r"\b(?:second|2nd|next|third|3rd|final|another|follow[- ]?up|one more) (?:interview|round|talk|meeting|chat|conversation|stage)\b",
    re.IGNORECASE,
)
_OF_THE_JOB = re.compile(r"\b(?:job|post|role|position|application|withdraw|pull out|drop out)", re.IGNORECASE)
_BACK_IN = re.compile(
    r"(?:(?:actually|no|wait|sorry|oh|but|well|hm+|ok)[, ]+)*(?:i (?:didn't|did not|haven't|have not|never)(?: actually| really| even)? (?:withdr[ae]wn?|pull(?:ed)? out|drop(?:ped)? out)\b.*"
    r"|i(?:'m| am) (?:still |back )in(?: (?:it|the running|there))?(?: after all)?|i (?:do |still )?want (?:it|that one|the job|that job)(?: back)? after all|i(?:'ve| have)? (?:changed my mind|took it back)(?: about (?:it|withdrawing|that))?)[.! ]*",
    re.IGNORECASE,
)
FEEDBACK_ASKED = "feedback-asked"
_DATES = ("next-interview-on", "answer-promised-at")
_OVER_WITH_AN_OFFER = {"judge", "prepare", "practice", "let-go", "insiders", "unfinished", "mock", "steps"}
"""What else has no more to do once the job is theirs."""
_AT = "next-interview-at"
_POINTLESS = {"note", "note-due", "check-in", "outcome", "after-no", "feedback", "second-chance"}
"""What has no more to do once they have answered, or is about an answer corrected now."""
_ABOUT_THE_ANSWER = {"check-in", "outcome"}
_MAY_HAVE_SAID = "may-have-said"
"""The reason told with what may be a no, until it is known to be one."""
_MAY_BE = "may-be-"
"""Begins the days told with news, until it is known whose it is."""
_ANYTHING_COME = "anything-come"
_LED = re.compile(r"\s*\[?(\d|[^\W\d][\w' ]{2,25}?)[\].):,;-]+ +(?=\w)")
"""An option by its number or its name, with more behind it."""
_EACH = re.compile(r"(?<=[.!?;\n])\s+|,? +(?:but|while|and)[, ]+(?=[A-Z]|the )|;\s*")
_TWO = 2
_NUMBER = re.compile(r"\d")
_SHORT = 120
_FEW_WORDS = 5


def told(bench: Workbench, reading: Reading) -> bool:
    """Take up news that a text tells; False when it tells none, or none that is news here."""
    if bench.run is not None and bench.run.interview == PERSON:  # danger and the like come first
        return False
    if _is_back_in(bench, reading) or _was_misheard(bench, reading):
        return True
    if (answer := answers(bench, reading)) is not None and answer.id != WAITING:
        coming = days.to_come(reading, bench.now) if answer.id == "next-round" else {}
        _take_up(bench, bench.interview, answer.id, coming | passing.caught(reading, bench.now))
        return True
    if reading.wish is not None and reading.wish.action is Action.OPEN:
        return False  # "can I ask them why they rejected me": the step wished for comes first
    if _gave_reason(bench, reading) or _told_of_each(bench, reading):
        return True
    news = _heard(bench, reading)
    if news is None or "outcome" not in news.caught:
        return False
    interview = news.interview
    if interview is not None and _was_known(bench, reading, interview, news.caught):
        return True
    if interview is None or not _is_new(bench, reading, interview, news.caught):
        return False
    outcome = str(news.caught["outcome"])
    if _is_being_told(bench, interview):
        return _taken_in_passing(bench, reading, outcome, news.caught)
    if news.candidates:
        _ask_whose(bench, outcome, news.candidates)
        if isinstance(reason := _reason_in(reading), str):
            bench.state_fact(interview, f"{_MAY_HAVE_SAID}-{bench.number}", reason)
        for name in (*_DATES, _AT):
            if name in news.caught:
                bench.state_fact(interview, f"{_MAY_BE}{name}-{bench.number}", news.caught[name])
    else:
        _take_up(bench, interview, outcome, news.caught)
    return True


def _was_misheard(bench: Workbench, reading: Reading) -> bool:
    """ "No! Not an offer. A second interview": what was kept is taken back, and what it was instead is heard."""
    interview = bench.told_interview
    known = bench.facts(interview).text("outcome")
    denied = None if known is None else _DENIED.search(reading.text)
    if (
        denied is None
        or known is None
        or not denied.groupdict().get(known.replace("-", "_"))
        or len(reading.text) > _SHORT
    ):
        return False
    rest = read(f"{reading.text[: denied.start()]}{reading.text[denied.end() :]}".strip(" ,.;:!-"))
    told = {detail.name: detail.value for detail in rest.details}
    outcome = told.get("outcome") or ("next-round" if _ANOTHER_ROUND.search(rest.text) else None)
    for name in ("outcome", MET, HEARD):
        bench.withdraw(interview, name)
    if outcome is None or outcome == known:
        bench.runs = [run for run in bench.runs if run.interview != interview or run.flow not in _POINTLESS]
        bench.say(lines.MISHEARD)
        bench.proceed()
        return True
    caught = {**passing.caught(rest, bench.now), "outcome": outcome}
    _take_up(bench, interview, outcome, (days.to_come(rest, bench.now) | caught) if outcome == "next-round" else caught)
    return True


def answers(bench: Workbench, reading: Reading) -> Option | None:
    """What a text says where it was asked whether anything has come; there, two words are enough."""
    shown = bench.shown
    if shown is None or not shown.name.endswith(_ANYTHING_COME):
        return None
    if (other := whose.named(bench, reading)) is not None and other != bench.interview:
        return None
    texts = whose.without_place(reading.text, bench.facts())
    told = next((one.value for one in details.read(texts) if one.name.startswith("outcome")), None)
    if told is None and (led := _LED.match(reading.text)) is not None:  # "4. They want me on site", "a no: by mail"
        told = next(
            (
                one.id
                for n, one in enumerate(shown.options, 1)
                if led[1].casefold() in (str(n), str(one.label).casefold())
            ),
            None,
        )
    return next((option for option in shown.options if option.id == told), None)


def doubted(bench: Workbench, reading: Reading, option: Option) -> bool:
    """Ask before a longer text counts as their answer only because a few of its words sound like one."""
    shown = bench.shown
    is_long = len(reading.text.split()) > _FEW_WORDS
    if shown is None or not shown.name.endswith(_ANYTHING_COME) or option.id not in DECIDED or not is_long:
        return False
    _ask_whose(bench, option.id, (bench.interview,))
    return True


def settled(bench: Workbench, answer: str) -> bool:
    """Take up news of which they have just said whose it is; False when it is none of theirs."""
    run = bench.runs[-1]
    outcome, _, turn = run.key.partition(".")
    found = [value.partition(" ")[0] for _, value in bench.facts(run.interview).texts(f"{CANDIDATE}-{turn}")]
    interview = answer if answer in found else found[0] if answer == "yes" and len(found) == 1 else None
    if interview is None:
        return False
    bench.runs.pop()
    reason = bench.facts(run.interview).text(f"{_MAY_HAVE_SAID}-{turn}")
    told = {} if reason is None else {THEIR_REASON: reason}
    kept = {name: bench.facts(run.interview).text(f"{_MAY_BE}{name}-{turn}") for name in (*_DATES, _AT)}
    _take_up(bench, interview, outcome, {**told, **{name: day for name, day in kept.items() if day is not None}})
    return True


def keep_beside_wish(bench: Workbench, reading: Reading) -> None:
    """Keep the no that a wish names ("can I ask them why they rejected me"), without a word about it."""
    caught = passing.caught(reading, bench.now)
    interview = _about(bench, reading, caught, whose.named(bench, reading)) if "outcome" in caught else None
    if interview is not None and caught["outcome"] == "rejected" and not _is_being_told(bench, interview):
        _keep(bench, interview, "rejected", caught)


def _gave_reason(bench: Workbench, reading: Reading) -> bool:
    """Keep the reason for a no that is known already; False when there is none, or it is told as an answer."""
    reason, run, shown = _reason_in(reading), bench.run, bench.shown
    if reason is None:
        return False
    named = whose.named(bench, reading)
    interview = named or (bench.interview if bench.facts().all() else bench.told_interview)
    facts = bench.facts(interview)
    known = facts.text(THEIR_REASON)
    if facts.value("outcome") != "rejected":
        return False
    if facts.value(FEEDBACK_ASKED) is not None and reasons.answered(reading.text) is not None:
        is_of_it = run is not None and run.flow in _ABOUT_THE_ANSWER
        if shown is not None and shown.kind in passing.OWN_WORDS and not is_of_it:
            return False
        kept = reason if known is None else f"{known}; {reason}"  # they asked for more than they had been told
    elif known is None and (_is_idle(bench) or (run is not None and run.flow in _ABOUT_THE_ANSWER)):
        kept = reason
    else:
        return False
    _keep_reason(bench, interview, kept, is_serious=reading.is_serious)
    if run is None or run.flow != "outcome":  # else the words for it come with going on
        bench.say(outcomes.REASON_GRAVE if outcomes.is_grave(facts, reason) else outcomes.REASON, reason=to_you(reason))
    bench.proceed(short=True)
    return True


def _is_back_in(bench: Workbench, reading: Reading) -> bool:
    """They have not withdrawn after all: what had ended is wanted again, and announced anew."""
    interview = whose.named(bench, reading) or bench.told_interview
    if bench.facts(interview).value("outcome") != outcomes.WITHDRAWN or not _BACK_IN.fullmatch(fold(reading.text)):
        return False
    bench.withdraw(interview, "outcome")
    _clear(bench, interview)
    bench.say(lines.BACK_IN)
    bench.proceed()
    return True


def _reason_in(reading: Reading) -> str | None:
    return next((detail.value for detail in reading.details if detail.name == THEIR_REASON), None)


def _keep_reason(bench: Workbench, interview: str, reason: Value, *, is_serious: bool) -> None:
    bench.state_fact(interview, THEIR_REASON, reason)
    if is_serious or outcomes.is_grave(bench.facts(interview), str(reason)):
        bench.state_fact(interview, "conduct", True)


def _told_of_each(bench: Workbench, reading: Reading) -> bool:
    """ "St Luke's said no, but Kafue want me back": each interview has its own; the gladder news opens a conversation."""
    clauses = _EACH.split(reading.text) if len(bench.interviews) > 1 else []
    named = [clause for clause in clauses if whose.may_be_named(bench, clause)]
    told: dict[str, Mapping[str, Value]] = {}
    for one in map(read, named if len(named) > 1 else ()):
        interview = whose.named(bench, one)
        news = None if interview is None else _heard(bench, one)
        if interview is not None and news is not None and news.caught.get("outcome") in DECIDED:
            told[interview] = news.caught
    if any(_is_being_told(bench, interview) for interview in told):
        return False
    if len(told) < _TWO:
        return _told_of_one_beside(bench, named, told)
    *others, last = sorted(told, key=lambda one: DECIDED[::-1].index(str(told[one]["outcome"])), reverse=True)
    for interview in others:
        outcome = str(told[interview]["outcome"])
        _keep(bench, interview, outcome, told[interview])
        _clear(bench, interview)
        if outcome == "rejected":
            for mark in (MET, HEARD):  # what is said here is all that is said of it today
                bench.state_fact(interview, mark, bench.today.isoformat())
        bench.say(lines.OUTCOME_THERE, outcome=outcome, place=_called(bench, interview))
    _take_up(bench, last, str(told[last]["outcome"]), told[last])
    return True


def _told_of_one_beside(bench: Workbench, named: Sequence[str], told: Mapping[str, Mapping[str, Value]]) -> bool:
    """ "Acme made an offer but Kafue has not said anything": the answer is Acme's, though both are named."""
    if not told or len({whose.named(bench, one) for one in map(read, named)} - {None}) < _TWO:
        return False
    ((interview, caught),) = told.items()
    _take_up(bench, interview, str(caught["outcome"]), caught)
    return True


@unsaid
@dataclass(frozen=True, slots=True)
class _News:
    caught: Mapping[str, Value]
    interview: str | None
    candidates: tuple[str, ...] = ()
    """Those to be asked about, where it is not sure whose it is, or whether it is any."""


def _heard(bench: Workbench, reading: Reading) -> _News | None:
    """The news in a text and whose it is; None where there is none."""
    names = {detail.name for detail in reading.details}
    meant = whose.named(bench, reading)
    if not names & {"outcome", Certainty.LIKELY}:
        if meant is None or len(reading.text) > _SHORT:
            return None
        text = whose.without_place(reading.text, bench.facts(meant))
        if not tells_outcome(text):
            return None
        reading = replace(reading, details=tuple(one for one in details.read(text) if one.name != "organisation"))
    caught = passing.caught(reading, bench.now)
    likely = next((detail.value for detail in reading.details if detail.name == Certainty.LIKELY), None)
    shown = bench.shown
    is_asked = shown is not None and not shown.name.endswith(_ANYTHING_COME)
    if likely and shown and is_asked and options.chosen(shown, reading, bench.wording):
        return None  # "not this time", said to an offer, is no answer of theirs
    interview = _about(bench, reading, caught if likely is None else {"outcome": likely, **caught}, meant)
    if likely is not None and "outcome" not in caught and interview is not None:
        facts = bench.facts(interview)
        if facts.value("outcome") == likely or _is_being_told(bench, interview):
            return None
        if likely == outcomes.WITHDRAWN and not (_is_idle(bench) or _OF_THE_JOB.search(reading.text)):
            return None  # "I don't want it", said to a question, is about what was asked
        return _News(caught | {"outcome": likely}, interview, (interview,))
    return _News(caught, interview, _unsure(bench, reading, interview, meant))


def _unsure(bench: Workbench, reading: Reading, interview: str | None, meant: str | None) -> tuple[str, ...]:
    """Those that news may be about, if nothing in the text or in the conversation tells which it is."""
    if interview is None or meant is not None or (bench.run is not None and bench.run.flow in _ABOUT_THE_ANSWER):
        return ()
    if whose.names_another_kind(reading.text, bench.facts(interview)):
        return (interview,)
    found = whose.undecided(bench)
    return tuple(found) if len(found) > 1 and not _is_being_told(bench, interview) else ()


def _ask_whose(bench: Workbench, outcome: str, candidates: Sequence[str]) -> None:
    about = candidates[-1]
    bench.leave_empty_invitations()
    for number, one in enumerate(candidates, start=1):
        bench.state_fact(about, f"{CANDIDATE}-{bench.number}-{number}", f"{one} {_called(bench, one)}")
    bench.reopen("which", about, key=f"{outcome}.{bench.number}")
    bench.proceed()


def _called(bench: Workbench, interview: str) -> str:
    """The interview by its place, else by what went badly in it, else by its day."""
    facts = bench.facts(interview)
    day = facts.text("interview-on") or facts.text("told-at") or bench.today.isoformat()
    return whose.place_of(bench, interview) or facts.text("struggle-1") or bench.wording.day(day)


def _take_up(bench: Workbench, interview: str, outcome: str, caught: Mapping[str, Value]) -> None:
    if bench.is_ahead(interview):  # nothing was told of it but that it would be
        day = bench.facts(interview).text("next-interview-on")
        for name in passing.AHEAD:
            bench.withdraw(interview, name)
        if day is not None:
            bench.state_fact(interview, "interview-on", day)
    _keep(bench, interview, outcome, caught)
    _clear(bench, interview)
    lies_open = any(run.interview == interview for run in bench.runs)
    bench.reopen("outcome", interview, key=outcome)
    if lies_open:  # after such news it waits until they ask for it
        bench.change_run(over_stopped=True)
    bench.proceed()


def _about(bench: Workbench, reading: Reading, caught: Mapping[str, Value], meant: str | None) -> str | None:
    """The interview whose place is named, else the one talked about, else the last; None when it is another one."""
    if meant is not None:
        return meant
    interview = bench.interview if bench.facts().all() and not bench.is_ahead(bench.interview) else bench.told_interview
    if interview == PERSON or bench.is_ahead(interview) or _tells_of_another(reading, caught):
        return None
    known = bench.facts(interview).text("organisation")
    named = caught.get("organisation") or _BY_WHOM.search(reading.text)
    return interview if known is None or not named else None


def _tells_of_another(reading: Reading, caught: Mapping[str, Value]) -> bool:
    if "interview" not in reading.text.casefold():
        return False
    is_over = reading.is_just_over and caught["outcome"] != "next-round"
    return is_over or "struggle-1" in caught or bool(_ANOTHER.search(reading.text))


def _is_new(bench: Workbench, reading: Reading, interview: str, caught: Mapping[str, Value]) -> bool:
    coming = bench.facts(interview).text("next-interview-on")
    if bench.is_ahead(interview) and (coming is None or coming > bench.today.isoformat()):
        return False
    known, outcome = bench.facts(interview).value("outcome"), caught["outcome"]
    if outcome == WAITING:  # said often and of many things: only where nothing else is talked about
        shown = bench.shown
        is_offer = shown is not None and shown.kind == Offer.kind and not shown.name.endswith(_ANYTHING_COME)
        is_asked_of_options = shown is not None and shown.kind in OF_OPTIONS and not shown.name.endswith(_ANYTHING_COME)
        is_all = is_asked_of_options and passing.is_all(reading, caught) and tells_silence(reading.text)
        if is_asked_of_options and shown is not None and options.is_label(shown, reading.text):
            return False  # "no call", where it was asked whether they called
        return (_is_idle(bench) or bench.paused is Pause.STOPPED or is_offer or is_all) and known in (None, WAITING)
    if _is_idle(bench) or bench.paused is Pause.STOPPED:  # nothing is asked that it could answer
        return True
    shown = bench.shown
    is_told_shortly = shown is None or shown.kind in CLOSED or passing.is_all(reading, caught)
    answers = shown is not None and shown.name in _DATES
    return is_told_shortly and (outcome != known or (not answers and any(name in caught for name in _DATES)))


def _was_known(bench: Workbench, reading: Reading, interview: str, caught: Mapping[str, Value]) -> bool:
    """ "I accepted! 43 an hour", after the offer: it is no answer to what is asked, and is met gladly."""
    shown = bench.shown
    is_again = caught["outcome"] == "offer" == bench.facts(interview).value("outcome") and not _is_idle(bench)
    if not is_again or shown is None or shown.kind not in CLOSED or not passing.is_all(reading, caught):
        return False
    bench.say(lines.JOB_IS_THEIRS)
    bench.proceed(short=True)
    return True


def _is_idle(bench: Workbench) -> bool:
    """Whether nothing is under way but perhaps an invitation that nobody has taken up."""
    return all(run.flow == "capture" and not bench.facts(run.interview).all() for run in bench.runs)


def _is_being_told(bench: Workbench, interview: str) -> bool:
    """Whether the first conversation about it is under way: not stopped, put off or left lying for hours."""
    is_open = any(run.flow == "capture" and run.interview == interview for run in bench.runs)
    silent = bench.now.timestamp() - bench.before.heard
    return is_open and bench.before.paused is Pause.NOT and silent < PAUSE_IN_CAPTURE.total_seconds()


def _taken_in_passing(bench: Workbench, reading: Reading, outcome: str, caught: Mapping[str, Value]) -> bool:
    """One line, and the question again; False when the text answers that question as well."""
    shown = bench.shown
    if outcome == "offer" and _ends_the_telling(bench, reading, caught):
        _take_up(bench, bench.interview, outcome, caught)
        return True
    if shown is None or shown.kind in (Opening.kind, Scale.kind) or not passing.is_all(reading, caught):
        return False
    _keep(bench, bench.interview, outcome, caught)
    if outcome == WAITING:
        bench.note("outcome", outcome)
    else:
        bench.say(lines.OUTCOME, outcome=outcome)
    if THEIR_REASON in caught:
        bench.note(THEIR_REASON, caught[THEIR_REASON])
    bench.proceed()
    return True


def _ends_the_telling(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """Whether an offer is what they wrote for: nobody who has the job is asked what keeps coming back of it."""
    shown = bench.shown
    if shown is None or shown.kind == Opening.kind:
        return False
    if passing.is_all(reading, caught):
        return True
    if len(reading.text) > _SHORT or shown.kind not in CLOSED:
        return False
    if shown.kind == Scale.kind:
        return _NUMBER.search(reading.text) is None
    return options.chosen(shown, reading, bench.wording) is None


def _keep(bench: Workbench, interview: str, outcome: str, caught: Mapping[str, Value]) -> None:
    facts = bench.facts(interview)
    if facts.value("outcome") != outcome:
        bench.state_fact(interview, "outcome", outcome)
    for name in (*_DATES, _AT):
        if name in caught:
            bench.state_fact(interview, name, caught[name])
            bench.note(name, caught[name])
    if outcome == "rejected" and THEIR_REASON in caught:
        _keep_reason(bench, interview, caught[THEIR_REASON], is_serious=bool(caught.get("conduct")))
    if outcome == "rejected" and facts.value("chance-asked"):
        bench.state_fact(interview, "chance-closes-on", bench.today.isoformat())  # that is the answer to it, too
    if outcome == "next-round" and facts.value("moved-on"):
        bench.withdraw(interview, "moved-on")  # letting go has ended


def _clear(bench: Workbench, interview: str) -> None:
    """Leave what the news has made pointless: offers not taken up, notes; an unfinished first telling just waits."""
    bench.leave_empty_invitations()
    is_theirs = bench.facts(interview).value("outcome") == "offer"
    pointless = _POINTLESS | _OVER_WITH_AN_OFFER if is_theirs else _POINTLESS
    for run in bench.runs:
        if run.flow == "capture" and run.interview == interview and not bench.facts(interview).value("captured"):
            bench.state_fact(interview, "broken-off", True)
    bench.runs = [
        run
        for run in bench.runs
        if run.interview != interview
        or not (run.flow in pointless or (run.shown is not None and run.shown.kind == Offer.kind))
    ]
