"""What a text orders: a command or a wish, and when the same words are an answer instead.

The rule a newcomer could break: a whole text is obeyed in every state, so a wrong order costs somebody's words; the
open question decides where both would do.
"""

from __future__ import annotations

import re

from core.flows.call import DUE
from core.plan import Kind
from core.questions import ComingDay, Offer, Opening, Quotation
from core.state import Pause, Run, Shown
from core.turn import belonging, commands, consent, news, passing, putting_off, steering
from core.turn.options import says_not_now
from core.turn.workbench import Workbench
from core.understanding import Reading, insiders
from core.understanding.asides import Aside
from core.understanding.commands import Command
from core.understanding.insiders import Insider
from core.understanding.text import brief
from core.understanding.wishes import NOT_REACHED, Action, Wish

_SOME_DAY = re.compile(
    r"(?:very |quite |pretty )?(?:soon|in a (?:while|bit)|eventually|some ?day|sometime|one day|any day)[.! ]*"
)
"""Where a day is asked for: no "later", and no day either."""
_NOT_AT_THAT_HOUR = re.compile(
    r"\b(?:can't|couldn't|not able to)\b.*\b(?:now|today|tonight|at the moment|this evening)\b"
)
_ASKED_BEFORE_THE_NOTE = ("wants-job", "contact")
_NOT_SENT = re.compile(
    r"(?:no|nope|wait|oh|sorry|actually|hang on|oops|but|hm+|ah|well|hey|,| )*(?:i (?:still |just )?)?(?:haven't|have not|didn't|did not|never)(?: actually| even| really)? (?:sent|send|mailed|emailed|posted)"
    r"(?: (?:it|them|that|the (?:note|mail|email|letter)|anything))?(?: out| off)?(?: yet| though| actually| so far)*[.! ]*"
)
_ASKED_OF_THEM = re.compile(r"(?:(?!\b(?:i|me|my|this|here)\b)\S+(?:\s+|$)){4,}", re.IGNORECASE)
"""Several words, none of which points to this conversation."""
_BARE = 2
"""In words: so short, the name of a step may well be an answer."""
_SOUND_LIKE_QUESTIONS = {Command.HELP, Command.BOT, Command.KNOWN, Command.REMIND_LIST, Command.HUMAN, Command.WHY}
_BARE_NAME = re.compile(r"(?:a |the |another |my )?(?:feedback|second interview)[.!? ]*")
"""The name of a step and nothing else, that may be what they were asked about."""
_MAY_BE_A_CHOICE = {
    Action.DROP,
    Action.OPEN,
    Action.CALLED,
    Action.ON_THE_PHONE,
    Action.ANOTHER,
    Action.TALK,
    Action.NOTE_TO_STAFF,
    Action.PARTNER,
    Action.NO_PARTNER,
    Action.REPORT_PARTNER,
}
"""Wishes that say what an option of the open question may say as well ("no more practice")."""
_OF_A_CALL = (Action.CALLED, Action.ON_THE_PHONE)
_ABOUT_NEXT_TIME = ("learnt", "change", "then-response")
"""How the questions begin that ask what they will do, or tell a friend to do."""
_HOW_TO_SAY_IT = re.compile(
    r"(?:i )?(?:just |always )?(?:keep|make|say|put) it (?:very |really )?(?:short|simple|plain|clear)\w*[.! ]*"
)
_ABOUT_OTHERS = ("insider", "share", "mock")
"""How the questions begin that are about somebody else, who may be called as well."""
_ONLY_ASKS = (Aside.WHOM_TO_THANK, Aside.ADDRESS, Aside.NOT_WRITING, Aside.IF_THEY_CALL, Aside.LOOK_BACK)
_ASKS_WHAT_TO_DO = (Aside.GIVE_UP, Aside.PAY, Aside.ACCEPT)
_NODS = re.compile(r"(?:(?:ok|okay|k|kk|okey|sure|fine|alright|all right|right|cool|good|great|hm+|mm+)[,. !]*)+")
_RESUMING = {Command.RESUME, Command.GREET, Command.YES, Command.REPEAT}


def obeyed(bench: Workbench, reading: Reading) -> bool:
    """Carry out a command, if the text is one."""
    asked, shown = reading.order, bench.shown
    wants_day = shown is not None and shown.kind == ComingDay.kind
    if _is_rather_an_aside(bench, reading) or (wants_day and _SOME_DAY.fullmatch(brief(reading.text))):
        return False
    names_day = wants_day and asked in (None, Command.LATER) and reading.times
    if not names_day and (says_not_now(reading) or asked in consent.PUTTING_OFF):
        is_refused = _NOT_AT_THAT_HOUR.search(brief(reading.text))  # "can't do this tonight" asks for no other hour
        became = None if is_refused else putting_off.said(reading, bench.now)
        if became is None and asked is Command.SNOOZE:
            became = putting_off.so_long(reading, bench.now)
        return consent.put_off(bench, asked, became)
    if asked is Command.REPEAT and shown is not None and shown.name.startswith(_ABOUT_NEXT_TIME):
        is_advice = _HOW_TO_SAY_IT.fullmatch(brief(reading.text)) is not None
        return not is_advice and commands.obey(bench, asked)
    if asked is Command.REPEAT and shown is not None and shown.kind == Opening.kind and reading.details:
        return False  # "I didn't get it", as the first word about an interview
    if asked is Command.STOP and consent.means_all(reading.text):
        return consent.stop_all(bench)
    is_quoted = shown is not None and shown.kind == Quotation.kind and _ASKED_OF_THEM.fullmatch(reading.text)
    if is_quoted and asked in _SOUND_LIKE_QUESTIONS:
        return False  # "what do you do when …" is what they were asked
    return asked is not None and commands.obey(bench, asked)


def _is_rather_an_aside(bench: Workbench, reading: Reading) -> bool:
    """ "One sec" is no "later", "where were we" asks more than to go on; at an offer both put it off."""
    shown = bench.shown
    if reading.aside in _ONLY_ASKS or reading.aside in _ASKS_WHAT_TO_DO:
        return True  # "who should I write to" asks for nobody here, and "should I move on" is no order
    is_told = reading.aside in (Aside.ONE_MOMENT, Aside.OPEN_THINGS, Aside.DELETE)
    return is_told and shown is not None and shown.kind != Offer.kind


def _is_rather_an_answer(bench: Workbench, reading: Reading) -> bool:
    """ "Prepare", where they are asked what they will do the next time."""
    shown = bench.shown
    is_bare = reading.wish is not None and reading.wish.kind == Kind.PREPARE and len(reading.text.split()) <= _BARE
    return is_bare and shown is not None and shown.kind in passing.OWN_WORDS


def comes_first(bench: Workbench, reading: Reading) -> bool:
    """Whether a wish is read before the options of the open question; a call that nobody took chooses none of them."""
    wish, shown = reading.wish, bench.shown
    if wish is None or wish.action not in _MAY_BE_A_CHOICE:
        return True
    if shown is not None and shown.name in _ASKED_BEFORE_THE_NOTE and wish == Wish(Action.DROP, Kind.NOTE):
        return True  # who will not write may want the job, and was told of no ban
    run = bench.run
    if wish.action is Action.OPEN and shown is not None and run is not None and _asks_which_step(run, shown):
        return not run.flow.startswith(wish.kind) and wish.kind not in [option.id for option in shown.options]
    if wish.action in _OF_A_CALL and shown is not None and shown.words == DUE.words:
        return True  # at the hour of the call they tell what came of it
    is_about_others = shown is not None and (shown.name.startswith(_ABOUT_OTHERS) or commands.is_about_the_call(shown))
    return wish.action is Action.CALLED and wish.kind in NOT_REACHED and not is_about_others


def _asks_which_step(run: Run, shown: Shown) -> bool:
    """Whether the open question offers one step, or several, and they may rather want another one."""
    return shown.kind == Offer.kind or run.flow == "steps"


def wished(bench: Workbench, reading: Reading) -> bool:
    """Grant a wish: a step taken, the map, their notes; one of the coming messages changed, all of them held back."""
    if belonging.changed(bench, reading) or steering.steered(bench, reading):
        return True
    if reading.hours is not None:
        return consent.keep_hours(bench, reading.hours)
    if _NOT_SENT.fullmatch(brief(reading.text)) and (commands.unsend(bench) or _brings_note(bench)):
        return True
    if (insider := _insider_in(bench, reading)) is not None and commands.take_up_insider(bench, insider):
        return True
    command = reading.command
    is_pause = command is not None and command.whole and command.command is Command.PAUSE
    if reading.wish is None and not is_pause:
        return False
    if reading.wish is not None and _is_rather_an_answer(bench, reading):
        return False
    shown = bench.shown
    if _BARE_NAME.fullmatch(brief(reading.text)) and shown is not None and shown.kind in passing.OWN_WORDS:
        return False  # where own words are asked for, it is one
    if reading.wish is not None:
        news.keep_beside_wish(bench, reading)
        return commands.grant(bench, reading.wish, putting_off.said(reading, bench.now))
    became = putting_off.till(reading, bench.now)
    return became is not None and consent.put_off(bench, Command.PAUSE, became)


def _insider_in(bench: Workbench, reading: Reading) -> Insider | None:
    """Somebody they know there, told of now, or known by name and asked to do something."""
    known = bench.facts(bench.told_interview).text("insider")
    if known is not None and insiders.asks_for_help_of(reading.text, known):
        return Insider(None, is_all=True, is_request=True)
    return reading.insider


def _brings_note(bench: Workbench) -> bool:
    """Show the note that they never sent, where nothing but an offer about something else waits for an answer."""
    shown, run = bench.shown, bench.run
    if run is not None and (shown is None or shown.kind != Offer.kind or run.flow == "note-due"):
        return False
    return commands.take_step(bench, Kind.NOTE)


def is_resuming(reading: Reading) -> bool:
    """Whether all of it says to go on."""
    return reading.command is not None and reading.command.whole and reading.command.command is Command.RESUME


def resumed(bench: Workbench, reading: Reading) -> bool:
    """After "later" or "stop": a greeting or "go on" brings back the place."""
    command = reading.command
    if command is None or not command.whole or command.command not in _RESUMING:
        return False
    if bench.paused is Pause.STOPPED and _NODS.fullmatch(brief(reading.text)):
        return False  # said to our "stopped", it agrees to that
    if bench.held and not is_resuming(reading):
        return False  # after danger nothing leads back but their own word for it
    resume(bench)
    return True


def resume(bench: Workbench) -> None:
    """Back to the place that was kept."""
    bench.paused = Pause.NOT
    if bench.shown is not None and bench.shown.kind == Offer.kind:
        bench.change_run(began=bench.today.isoformat())  # nobody took it up, so it is made as it is true today
    consent.allow_nudges(bench)
    bench.recap()
