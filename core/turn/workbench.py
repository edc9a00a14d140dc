"""One turn while it is being made: the state it began with, and what it has changed so far.

It lives for one call of `step`, and with it the only mutable things in the core. What decides lies in `core.turn.step`;
here are the moves a decision is made of: open a flow, run it on, show the open question, erase, undo. Facts are stated in
its `ledger`, lines said in its `speech`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from hashlib import blake2s
from typing import Any

from core import apart, clock, lines
from core.belonging import belonging
from core.communities.events import community_of
from core.community import NONE, Community
from core.facts import PERSON, Facts, Scoped
from core.journal import EMPTY, Journal
from core.messages import Choice, Prompt, Relay, Shape
from core.ports import Entry
from core.questions import Choice as ChoiceQuestion
from core.questions import ComingDay, Offer, PastDay, Question, Scale
from core.replay import FLOWS, Halt, Replayed, replay
from core.state import (
    UNDOABLE,
    Nudged,
    Pause,
    Promised,
    Run,
    Shown,
    State,
    Undo,
    nudged_out,
    undo_in,
    undo_out,
)
from core.turn import days, drafts, putting_off
from core.turn.ledger import Ledger
from core.turn.speech import Speech
from core.vocabulary import Filled, Letter, Saying
from core.wording import Wording

CLOSING = "let-go"
"""The mark that ends everything else that is open about its interview."""
_LIST_PLACES = {"journal", "which"}
"""The conversations whose options are places they have named."""
_BEGIN_SOMETHING = {"judge", "practice", "let-go", "prepare", "steps"}
"""The conversations whose first question names its place, where there is more than one."""


class Workbench(Ledger, Speech):
    """The turn in the making."""

    def __init__(
        self,
        state: State,
        now: datetime,
        wording: Wording,
        community: Community = NONE,
        journal: Journal = EMPTY,
        own: Callable[[str], Community | None] = lambda _tenant: None,
    ) -> None:
        """`community` are the settings in force; `own` gives what the community of a tenant has set itself, if any."""
        Ledger.__init__(self, state, now, journal)
        Speech.__init__(self, wording, state.used)
        self.community = community
        self.own = own
        self.runs = list(state.runs)
        self.paused = state.paused
        self.relayed: list[Relay] = []
        """What passes to their community with this turn."""
        self.home = ""
        """The tenant of that community."""
        self.undoable = True
        self.undo = list(state.undo)
        self.promised: Mapping[str, Promised] = state.promised
        self.sent = state.sent
        self.unanswered = state.unanswered
        self.heard = state.heard
        self.visited = state.visited
        self.warned = state.warned
        self.held = state.held
        self.nudged = state.nudged
        self.is_nudge = False
        self.is_our_hour = False
        """Whether this turn writes to the person of itself."""
        self.surface = ""
        """The kind of place where they talk: "terminal", "slack", "discord"."""
        self.remains: tuple[Entry, ...] | None = None
        """What is left of the journal before this turn, where a part of it is erased."""
        self._runs_begun = state.runs_begun
        self._halt: tuple[Halt | None, int] = (None, 0)
        """The flow at the question shown, and how many facts had been brought by then."""

    def pass_on(self, kind: str, /, *, home: str = "", **fields: str) -> None:
        """Send something to their community, which takes it as `FromMember`; only what they chose to send.

        `home` is the tenant of another one, to which something of theirs went before.
        """
        self.relayed.append(Relay(community_of(home or self.home), kind, tuple(fields.items())))

    def settings_for(self, interview: str) -> Community:
        """Those of the community in which an interview was told; where that is not known or gone, the ones in force."""
        where = belonging(self.facts(PERSON)).where(interview)
        return (self.own(where) if where else None) or self.community

    # --- what is talked about ---

    @property
    def run(self) -> Run | None:
        """The conversation that is talking."""
        return self.runs[-1] if self.runs else None

    @property
    def shown(self) -> Shown | None:
        """The open question as the person saw it."""
        return self.runs[-1].shown if self.runs else None

    @property
    def interview(self) -> str:
        """The interview that a text without a name is about: the talking run's, else the latest."""
        for run in reversed(self.runs):
            if run.interview != PERSON:
                return run.interview
        latest = f"i{self._interviews_begun}" if self._interviews_begun else PERSON
        return self.told_interview if self.is_ahead(latest) else latest

    def facts(self, scope: str | None = None) -> Facts:
        """What is known of the interview, by default the one being talked about."""
        scope = self.interview if scope is None else scope
        seen = self._seen.get(scope)  # looked up here: nothing is asked as often
        return super().facts(scope) if seen is None else seen

    def go_by(self, zone: str, interview: str) -> None:
        """Tell the time by that zone from now on; if there was none, what the interview has by UTC is dated anew."""
        self.now = self.now.astimezone(clock.zone(zone))
        if self.facts(PERSON).value("zone") is None:
            anew = days.by_their_clock(self.facts(interview), clock.zone(zone))
            for name, value in anew.items():
                self.state_fact(interview, name, value)
            if "told-at" in anew:
                self.change_run(began=str(anew["told-at"])[:10])

    # --- erasing and undoing ---

    def erase_interview(self, interview: str, remains: tuple[Entry, ...]) -> None:
        """Leave of the person only what the rows that remain tell; nothing can be undone past this."""
        told = self._leave_only(remains)
        self._facts = {scope: told.get(scope, {}) for scope in self._facts if scope != interview}
        latest = max((int(scope[1:]) for scope, facts in told.items() if scope != PERSON and facts), default=0)
        if latest and not any(facts for scope, facts in self._facts.items() if scope != PERSON):
            self._facts[f"i{latest}"] = told[f"i{latest}"]  # as the last one told of it is talked about again
        begun = [int(run.interview[1:]) for run in self.runs if run.interview not in (PERSON, interview)]
        self._interviews_begun = max([latest, *begun])  # or a text would be about one that is gone
        self.runs = [run for run in self.runs if run.interview != interview and run.flow not in _LIST_PLACES]
        self.promised = {id: one for id, one in self.promised.items() if id.partition("/")[0] != interview}

    def erase_message(self, turns: Collection[int], remains: tuple[Entry, ...]) -> None:
        """Leave of the person what the rows that remain tell, where those turns tell nothing more; where the last one was
        the last event that changed something, it is as before it. Nothing can be undone past this.
        """
        last = undo_in(self.undo[-1]) if self.undo else None
        if last is not None and last.number in turns and last.runs is not None:
            self._take_up(last.runs)
        told = self._leave_only(remains)
        self._facts = {scope: told.get(scope, {}) for scope in self._facts}
        self.runs = [run for run in self.runs if run.flow not in _LIST_PLACES]
        self.leave_empty_invitations()
        if self.runs:
            self.change_run(revisit=None, misses=0, letter="")

    def _leave_only(self, remains: tuple[Entry, ...]) -> Mapping[str, Scoped]:
        """Have the journal be these rows, and nothing of this turn or the earlier ones to go back to; their facts."""
        self.remains = remains
        self.journal = Journal(lambda: remains)
        self._changed.clear()
        self._seen.clear()
        self.brought.clear()
        self._replaced.clear()
        self.undo.clear()
        self.undoable = False
        return self.journal.facts

    def take_back(self) -> bool:
        """Undo the last event that changed something; False when there is none."""
        if not self.undo:
            return False
        last = undo_in(self.undo.pop())
        self.undoable = False
        for scope, name, value in reversed(last.replaced):
            if value is None:
                self.withdraw(scope, name)
            else:
                self.state_fact(scope, name, value)
        self.promised = {**last.ended, **self.promised}
        if last.runs is not None:
            self._take_up(last.runs)
        if self.runs:
            self.change_run(revisit=None, misses=0)
        return True

    def _take_up(self, runs: Sequence[Run]) -> None:
        """Go back to what was under way then, but for danger, which nothing takes away."""
        danger = [run for run in self.runs if run.flow == "danger"]
        self.runs = [*(self._as_it_was(run) for run in runs if run.flow != "danger"), *danger]

    def _as_it_was(self, run: Run) -> Run:
        alive = next((one for one in self.runs if one.id == run.id), None)
        return run if alive is None else alive._replace(skipped=run.skipped)

    # --- runs ---

    def begin(self, flow: str, interview: str, *, key: str = "") -> None:
        """Open a flow on top of the stack; one that is already under way is unwound to instead. It is not paused."""
        over_stopped, self.paused = self.paused is Pause.STOPPED, Pause.NOT
        for index, run in enumerate(self.runs):
            if (run.flow, run.interview, run.key) == (flow, interview, key):
                del self.runs[index + 1 :]
                return
        self._runs_begun += 1
        began = self.today.isoformat()
        self.runs.append(
            Run(
                f"r{self._runs_begun}",
                flow,
                interview,
                began,
                key=key,
                opened=self.number,
                over_stopped=over_stopped,
            )
        )

    def reopen(self, flow: str, interview: str, *, key: str) -> None:
        """Open a flow on top in place of an earlier run of it about the same interview, which waits unanswered."""
        self.runs = [run for run in self.runs if (run.flow, run.interview) != (flow, interview)]
        self.begin(flow, interview, key=key)

    def leave_out(self, interview: str, name: str) -> None:
        """Ask that question no more in what is under way about the interview; it was answered some other way."""
        self.runs = [
            run._replace(skipped={**run.skipped, name: self.number}) if run.interview == interview else run
            for run in self.runs
        ]

    def leave_empty_invitations(self) -> None:
        """Drop invitations to tell of an interview that were never taken up."""
        self.runs = [run for run in self.runs if run.interview == PERSON or self._facts.get(run.interview)]

    def begin_interview(self) -> str:
        """A new interview, or the latest if nothing was told of it yet.

        Those before the last told of leave, unless something is under way or still to come about them.
        """
        if self._interviews_begun and not self._facts.get(f"i{self._interviews_begun}"):
            return f"i{self._interviews_begun}"
        self.leave_what_is_over()
        self._interviews_begun += 1
        self._own(f"i{self._interviews_begun}")
        return f"i{self._interviews_begun}"

    def leave_what_is_over(self) -> None:
        """Let go of all interviews but the last told of and those about which something is under way or to come."""
        promised = (id.partition("/")[0] for id in self.promised)
        keep = {PERSON, self.told_interview, *(run.interview for run in self.runs), *promised}
        self._facts = {scope: facts for scope, facts in self._facts.items() if scope in keep}
        self._seen.clear()

    @contextmanager
    def asking_unseen(self) -> Iterator[None]:
        """Let what the block begins come to its question without showing it: what answers that was written already."""
        said = [*self.parts]
        yield
        self.proceed()
        self.parts = said
        self.change_run(replayed=0)

    def change_run(self, **changes: Any) -> None:
        """Change the talking run, if anything is talked about."""
        if (run := self.run) is not None and any(getattr(run, name) != value for name, value in changes.items()):
            self.runs[-1] = run._replace(**changes)

    def replayed(self) -> Replayed | None:
        """The talking run as it stands, without moving it on."""
        return (
            replay(self.run, self.facts(self.run.interview), self.settings_for(self.run.interview))
            if self.run
            else None
        )

    # --- going on ---

    def proceed(self, *, short: bool = False) -> None:
        """Run the talking flow on, say what is new on the way, and show the open question; unwind what has ended."""
        beneath: Replayed | None = None
        while self.runs and self.paused is not Pause.STOPPED:
            run = self.runs[-1]
            found, beneath = beneath or self._replayed_on(run), None
            for spoken in found.spoken:
                self.say(spoken.saying, **spoken.args)
            if found.question is not None:
                self._show(run, found.question, found, short=short)
            for mark in found.marks:  # after the halt, which has not seen them
                self.state_fact(run.interview, mark, self.today.isoformat())
            if CLOSING in found.marks:
                self.runs = [one for one in self.runs if one.id == run.id or not _is_closed_by(run, one)]
            if found.question is not None:
                return
            self.runs.pop()
            if found.leads_to is not None:
                self.begin(found.leads_to, run.interview)
                continue
            ended = FLOWS.get(run.flow)  # None: a program of another day knew it
            stays = run.over_stopped or (ended is not None and not ended.resumes)
            if self.runs and stays:
                self.paused = Pause.STOPPED
                self.runs[-1] = self.runs[-1]._replace(shown=None)
                return
            if self.runs and self._was_about_another(run):
                self.paused = Pause.LATER
                return
            if self.runs:
                beneath = self._replayed_on(self.runs[-1])
                if not _needs_no_recap(beneath):
                    self.recap()

    def _was_about_another(self, ended: Run) -> bool:
        """Whether only an offer about another interview is left, which need not follow on the heels of this one."""
        left = self.runs[-1]
        is_offer = left.shown is not None and left.shown.kind == Offer.kind
        return is_offer and PERSON not in (left.interview, ended.interview) and left.interview != ended.interview

    def _replayed_on(self, run: Run) -> Replayed:
        """The run replayed, from where it halted in the turn before if that comes to the same."""
        halt = self.before.halt
        facts = self.facts(run.interview)
        settings = self.settings_for(run.interview)
        found = halt and halt.go_on(run, facts, {name for _, name, _ in self.brought}, self.before.number, settings)
        return found or replay(run, facts, settings)

    def give(self, saying: Saying, letter: Letter | None) -> None:
        """Say what comes and show it, then the open question again; where there is nothing to show, say so."""
        if letter is None:
            self.say(lines.NOTHING_KNOWN)
        else:
            self.say(saying)
            self.parts.append(self.wording.letter(letter))
        self.proceed(short=True)

    def recap(self) -> None:
        """Remind the person in one line of where the talking run is."""
        if not self.runs or self.runs[-1].flow == "danger":
            return
        facts = self.facts(self.runs[-1].interview)
        about = [value for _, value in (("", facts.text("organisation")), *_own_struggles(facts)) if value]
        if about:
            self.say(lines.RECAP, about=tuple(about[:2]))
        else:
            self.say(lines.RECAP_PLAIN)

    def _show(self, run: Run, question: Question[Any], found: Replayed, *, short: bool) -> None:
        digest = run.letter
        if found.letter is not None:
            draft = drafts.named(self.wording.letter(found.letter), run, question)
            digest = blake2s(f"{draft.title}\n{draft.text}".encode(), digest_size=6).hexdigest()
            if digest != run.letter or run.revisit:
                self.parts.append(draft)
        question = putting_off.at_this_hour(question, self.now)
        options = self.wording.labelled(question.words, question.options, question.args)
        self.parts.append(
            Prompt(
                text=self._asked(run, question, short=short),
                run=run.id,
                question=question.name,
                shape=_shape(question),
                choices=tuple(Choice(option.id, str(option.label or option.id)) for option in options),
            )
        )
        self._halt = found.halt, len(self.brought)
        self.runs[-1] = run._replace(
            replayed=self.number,
            said=found.said,
            letter=digest,
            shown=Shown(question.name, question.kind, options, question.words),
        )

    def _asked(self, run: Run, question: Question[Any], *, short: bool) -> str:
        if short:
            return self._with_place(run, question, self.wording.aside(question.words, "short", question.args))
        asked = self._with_place(run, question, self._worded(question.words, question.args))
        before = self.facts(run.interview).value(question.name)
        if run.revisit == question.name and before is not None:
            answer = self.worded_value(question, before)
            asked = f"{self.wording.said(lines.YOU_SAID.id, 0, {'answer': answer})} {asked}"
        return asked

    def _with_place(self, run: Run, question: Question[Any], asked: str) -> str:
        """The question with the place in front, where it begins something and more than one interview is under way."""
        place = self.facts(run.interview).text("organisation")
        begins = isinstance(question, Offer) or (run.replayed == 0 and run.flow in _BEGIN_SOMETHING)
        if not begins or place is None or place in asked or not self._is_one_of_several(run.interview):
            return asked
        return str(self.wording.filled(Filled(lines.ABOUT_PLACE, (("place", place), ("asked", asked)))))

    def _is_one_of_several(self, interview: str) -> bool:
        others = {id.partition("/")[0] for id in self.promised} | {run.interview for run in self.runs}
        return any(self._facts.get(one) for one in others - {interview, PERSON})

    # --- the end of the turn ---

    def state(self) -> State:
        """What the next turn will know; call it after `message`."""
        halt, brought = self._halt
        return State(
            number=self.number,
            facts=self._facts,
            runs=tuple(self.runs),
            runs_begun=self._runs_begun,
            interviews_begun=self._interviews_begun,
            paused=self.paused,
            promised=self.promised,
            sent=self.sent,
            unanswered=self.unanswered,
            heard=self.heard,
            visited=self.visited,
            warned=self.warned,
            held=self.held,
            undo=tuple(self._undo_after()),
            used=self._used,
            nudged=self._before_nudge() if self.is_nudge else self.nudged,
            written={scope: kept for scope, kept in self.before.written.items() if scope in self._facts},
            halt=halt if len(self.brought) == brought else None,
        )

    def _before_nudge(self) -> str:
        before = self.before
        state = (before.runs, before.paused, before.promised, before.sent, before.unanswered)
        return nudged_out(Nudged(self.number, self._replaced, *state, earlier=before.nudged))

    def _undo_after(self) -> list[str]:
        moved = _stack(self.before.runs) != _stack(self.runs)
        if not (self.undoable and (self._replaced or moved)):
            return self.undo
        ended = {id: promised for id, promised in self.before.promised.items() if id not in self.promised}
        if not moved:
            return [*self.undo, undo_out(Undo(self._replaced, None, ended, self.number))][-UNDOABLE:]
        alive = {run.id for run in self.runs}
        # A run that goes on keeps its own record of what was said; only one that ended is kept whole.
        runs = tuple(r._replace(said=(), shown=None) if r.id in alive else r for r in self.before.runs)
        return [*self.undo, undo_out(Undo(self._replaced, runs, ended, self.number))][-UNDOABLE:]


def _is_closed_by(closing: Run, other: Run) -> bool:
    """Whether it is about the interview that comes to its end, and did not come in the same message."""
    message = closing.key.rpartition(".")[2]
    return other.interview == closing.interview and not (message and other.key.rpartition(".")[2] == message)


def _needs_no_recap(found: Replayed) -> bool:
    """Whether what waited is over by now, or comes to what a nudge offers, which says itself what it is about."""
    return found.question is None or isinstance(found.question, Offer)


def _own_struggles(facts: Facts) -> list[tuple[int, str]]:
    return [(number, topic) for number, topic in facts.texts("struggle") if not apart.is_apart(facts, number)]


def _stack(runs: Sequence[Run]) -> list[tuple[str, Mapping[str, int]]]:
    return [(run.id, run.skipped) for run in runs]


def _shape(question: Question[Any]) -> Shape:
    match question:
        case Scale():
            return Shape.SCALE
        case ChoiceQuestion():
            return Shape.CHOICE
        case PastDay() | ComingDay():
            return Shape.DATE
        case _:
            return Shape.TEXT
