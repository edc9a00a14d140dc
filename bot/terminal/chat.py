"""The coach in a terminal: a line in, a turn, the reply out; at most the last reply is shown again after a crash.

Piped, each line is one message and time stands still between lines. On a TTY the lines are edited with
prompt_toolkit. No rule of coaching lives here.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TextIO

from bot.clock import Clock
from bot.terminal.show import to_text
from core.coach import Coach
from core.errors import StoreError
from core.events import Arrival, Event, Person, Text
from core.messages import Part, Prompt, decode_parts
from core.ports import Outgoing, Store

ME = Person("terminal", "me")
UNREADABLE = "That line held bytes that are no text (UTF-8), so nothing was kept of it; please type it again."
UNKNOWN_COMMAND = "There is no command {command}. A message may not begin with a slash; /quit ends the chat."
NOT_KEPT = "What you just wrote was not kept."


@dataclass(slots=True)
class Chat:
    """One sitting at the terminal."""

    coach: Coach
    store: Store
    clock: Clock
    out: TextIO
    zone: str
    width: int | None = None

    def resume(self) -> None:
        """Show what a crash may have kept from the screen, then where we are.

        The question is left out of the old reply: it is asked again, with a recap, by the turn that follows.
        """
        for outgoing in self.store.unsent(ME):
            kept = tuple(part for part in decode_parts(outgoing.parts) if not isinstance(part, Prompt))
            self._print(kept)
            self.store.mark_sent(outgoing.key, ME)
        now = self.clock.now()
        self._take(Arrival(id=_new_id(), person=ME, at=now, zone=self.zone))

    def hear(self, line: bytes) -> bool:
        """One line from the person; False when they want to leave."""
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            self._say(UNREADABLE)
            return True
        word = text.strip()
        if word == "/quit":
            return False
        if word.startswith("/") and " " not in word and word[1:].isalpha():
            self._say(UNKNOWN_COMMAND.format(command=word[:20]))
            return True
        self._take(Text(id=_new_id(), person=ME, at=self.clock.now(), zone=self.zone, text=text))
        return True

    def _take(self, event: Event) -> None:
        try:
            outgoing = self.coach.take(event, self.clock.now(), self.store).result()
        except StoreError as error:
            self._say(f"{error} {NOT_KEPT}" if isinstance(event, Text) else str(error))
            return
        if outgoing is not None:
            self._deliver(outgoing)

    def _deliver(self, outgoing: Outgoing) -> None:
        self._print(decode_parts(outgoing.parts))
        # Not confirmed, it is shown once more at the next start: better than losing what is being said.
        with suppress(StoreError):
            self.store.mark_sent(outgoing.key, ME)

    def _print(self, parts: tuple[Part, ...]) -> None:
        if parts:
            self._say(to_text(parts, width=self.width))

    def _say(self, text: str) -> None:
        self.out.write(f"{text}\n\n")
        self.out.flush()


def _new_id() -> str:
    return secrets.token_hex(8)


def piped(chat: Chat, lines: Iterator[bytes]) -> None:
    """Take each line as a message until the pipe ends."""
    chat.resume()
    for line in lines:
        if not chat.hear(line):
            return


def typed(chat: Chat, ask: Callable[[], str]) -> None:
    """Take what is typed until the person leaves with /quit, Ctrl-D or Ctrl-C."""
    chat.resume()
    while True:
        try:
            line = ask()
        except (EOFError, KeyboardInterrupt):
            return
        if not chat.hear(line.encode("utf-8", "surrogateescape")):
            return
