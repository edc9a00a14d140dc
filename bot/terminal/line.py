"""The line being typed on a TTY, and how something appears above it while it is.

The alarm's threads only knock. What they want shown is shown by the thread that reads the keyboard, which is also the
one that takes the person's turns: so a nudge and a reply never mix, and what was typed so far stays.
"""

from __future__ import annotations

from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Callable
from contextlib import suppress
from contextvars import Context, copy_context
from threading import Event

from prompt_toolkit import PromptSession
from prompt_toolkit.application import run_in_terminal


class Line:
    """Asks for one line after another."""

    def __init__(self, show: Callable[[], object]) -> None:
        """`show` is called after a knock, when it may print; never from another thread than `ask`."""
        self._show = show
        self._session: PromptSession[str] = PromptSession()
        self._knocked = Event()
        self._editor: tuple[AbstractEventLoop, Context] | None = None

    def ask(self) -> str:
        """The next line; as `input` does, it raises `EOFError` at Ctrl-D and `KeyboardInterrupt` at Ctrl-C."""
        return self._session.prompt("> ", pre_run=self._begin)

    def knock(self) -> None:
        """Have `show` called soon, whether or not somebody is typing just now; from any thread."""
        self._knocked.set()  # before looking for the editor: one that begins meanwhile sees it
        if self._editor is not None:
            loop, context = self._editor
            with suppress(RuntimeError):  # that line has been sent; the next one begins by answering
                loop.call_soon_threadsafe(self._answer, context=context)

    def _begin(self) -> None:
        self._editor = get_running_loop(), copy_context()
        get_running_loop().call_soon(self._answer)

    def _answer(self) -> None:
        if self._knocked.is_set():
            run_in_terminal(self._look)

    def _look(self) -> None:
        if self._knocked.is_set():
            self._knocked.clear()
            self._show()
