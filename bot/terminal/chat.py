"""The coach in a terminal: a line in, a turn, the reply out; at most the last reply is shown again after a crash.

Piped, each line is one message and time stands still between lines, until `/wait` lets it pass. On a TTY the lines are
edited with prompt_toolkit and time passes by itself. No rule of coaching lives here.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path
from typing import TextIO

from bot.clock import Clock, StandingClock
from bot.files import NotWritten, write
from bot.nudger import Nudger
from bot.terminal.show import heading, to_text
from bot.terminal.waiting import NotATime, end_of
from core.coach import Coach, local_zone
from core.errors import StoreError
from core.events import Arrival, Event, Person, Text
from core.messages import Attachment, Line, Part, Prompt, decode_parts, shown
from core.ports import Outgoing, Store
from core.state import decode_state

ME = Person("terminal", "me")
UNREADABLE = "That line held bytes that are no text (UTF-8), so nothing was kept of it; please type it again."
UNKNOWN_COMMAND = (
    "There is no command {command}. A message may not begin with a slash; /wait lets time pass, /quit ends the chat."
)
NOT_KEPT = "What you just wrote was not kept."
NOTHING_CAME = "Nothing came."
PASSES_BY_ITSELF = "Time passes by itself here; /wait is for a chat that was started with --at."

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Chat:
    """One sitting at the terminal."""

    coach: Coach
    store: Store
    clock: Clock
    out: TextIO
    zone: str
    width: int | None = None
    folder: Path = field(default_factory=Path)
    """Where the files go that the person asks for."""
    turned: Callable[[], object] = lambda: None
    """Called after every turn: it may have brought the next due instant nearer."""
    nudger: Nudger = field(init=False, repr=False)
    _is_asking: bool = field(init=False, repr=False, default=False)
    """Whether the last message held a question."""

    def __post_init__(self) -> None:
        self.nudger = Nudger(self.coach, self.store, self.clock, self._deliver_nudge, reaches=lambda who: who == ME)

    def resume(self) -> None:
        """Show what a crash may have kept from the screen, then what came due meanwhile, or else where we are.

        The question is left out of the old reply: it is asked again, with a recap, by the turn that follows.
        """
        for outgoing in self.store.unsent(ME):
            kept = tuple(part for part in shown(decode_parts(outgoing.parts)) if not isinstance(part, Prompt))
            self._print(kept)
            self.store.mark_sent(outgoing.key, ME)
        try:
            self.nudger.bring()
        except StoreError as error:
            self._say(str(error))
            return
        if not self._is_asking:
            self._take(Arrival(id=_new_id(), person=ME, at=self.clock.now(), zone=self.zone))

    def bring_due(self) -> None:
        """Show what is due now, if anything is."""
        try:
            self.nudger.bring()
        except StoreError as error:  # nobody wrote, so nobody waits for a sentence; it is still due
            log.warning("What is due could not be brought. %s", error)
        self.turned()

    def hear(self, line: bytes) -> bool:
        """One line from the person; False when they want to leave."""
        try:
            text = line.decode("utf-8").removesuffix("\n").removesuffix("\r")
        except UnicodeDecodeError:
            self._say(UNREADABLE)
            return True
        word = text.strip()
        if word == "/quit":
            return False
        command, _, rest = word.partition(" ")
        if command == "/wait":
            self.wait(rest)
            return True
        if word.startswith("/") and " " not in word and word[1:].isalpha():
            self._say(UNKNOWN_COMMAND.format(command=word[:20]))
            return True
        self._take(Text(id=_new_id(), person=ME, at=self.clock.now(), zone=self.zone, text=text))
        return True

    def wait(self, wait: str) -> None:
        """Let time pass as far as was asked, and show at its hour what arrives meanwhile."""
        if not isinstance(self.clock, StandingClock):
            self._say(PASSES_BY_ITSELF)
            return
        try:
            end = end_of(wait, self.clock.now(), self._where())
            came = self.nudger.bring()
            while (due := self.store.next_due(after=self.clock.now())) is not None and due <= end:
                self.clock.instant = due
                came += self.nudger.bring()
        except (NotATime, StoreError) as error:
            self._say(str(error))
            return
        self.clock.instant = end
        if not came:
            self._say(NOTHING_CAME)

    def _take(self, event: Event) -> None:
        try:
            outgoing = self.coach.take(event, self.clock.now(), self.store).result()
        except StoreError as error:
            self._say(f"{error} {NOT_KEPT}" if isinstance(event, Text) else str(error))
            return
        if outgoing is not None:
            self._deliver(outgoing)
        self.turned()

    def _deliver_nudge(self, outgoing: Outgoing) -> None:
        self._deliver(outgoing, heading(self.clock.now().astimezone(self._where())))

    def _deliver(self, outgoing: Outgoing, above: str = "") -> None:
        parts = shown(decode_parts(outgoing.parts))
        self._print(parts, above)
        self._is_asking = any(isinstance(part, Prompt) for part in parts)
        # Not confirmed, it is shown once more at the next start: better than losing what is being said.
        with suppress(StoreError):
            self.store.mark_sent(outgoing.key, ME)

    def _where(self) -> tzinfo:
        """The zone the coach reckons in for the person."""
        arrival = Arrival(id="", person=ME, at=self.clock.now(), zone=self.zone)
        return local_zone(decode_state(self.store.snapshot(ME)), arrival)

    def _print(self, parts: tuple[Part, ...], above: str = "") -> None:
        if parts:
            shown = dict.fromkeys(map(self._written, parts))  # what keeps two files from being written is said once
            self._say(above + to_text(tuple(shown), width=self.width))

    def _written(self, part: Part) -> Part:
        """A file put where the person is, and the line that tells where; everything else as it stands."""
        if not isinstance(part, Attachment):
            return part
        try:
            return Line(f"Written: {write(part, self.folder)}")
        except NotWritten as problem:
            return Line(str(problem))

    def _say(self, text: str) -> None:
        self.out.write(f"{text}\n\n")
        self.out.flush()


def _new_id() -> str:
    return secrets.token_hex(8)


def piped(chat: Chat, lines: Iterator[bytes]) -> None:
    """Take each line as a message until the pipe ends."""
    for line in lines:
        if not chat.hear(line):
            return


def typed(chat: Chat, ask: Callable[[], str]) -> None:
    """Take what is typed until the person leaves with /quit, Ctrl-D or Ctrl-C."""
    while True:
        try:
            line = ask()
        except (EOFError, KeyboardInterrupt):
            return
        if not chat.hear(line.encode("utf-8", "surrogateescape")):
            return
