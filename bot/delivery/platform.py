"""What delivery asks of a platform: show one message, or say precisely what became of it.

The rule an adapter could break: whatever may have been shown is `Unsure`, never `Limited`. A message whose fate is not
known is sent again under the same key, one that was not shown may be decided anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from core.events import Person
from core.messages import Part
from core.records import record

UNNAMED = "unnamed"
"""The reason where the platform gave none that may be shown."""
_WORD = re.compile(r"[A-Za-z0-9_.:-]{1,60}\Z|\d{1,10}(?=\W)")


@record
class Message:
    """What one call of the platform shows."""

    key: str
    """Stable: the same message has the same key at every attempt; at most 25 characters."""
    person: Person
    parts: tuple[Part, ...]
    attempt: int
    """1 is the first; from 2 on it may have arrived before, so a platform that knows the key looks it up."""
    is_reply: bool
    """Whether it answers something the person just did; otherwise the coach began of itself."""


@record
class Rates:
    """What a platform allows; delivery stays below."""

    per_second: float
    """Messages overall, in the long run."""
    burst: int
    """So many at once, after a quiet while."""
    per_conversation: float
    """Messages a second to one person, in the long run."""
    conversation_burst: int = 1


class Limited(Exception):
    """The platform asks us to wait; nothing was shown."""

    def __init__(self, retry_after: float, *, everywhere: bool = False) -> None:
        """`everywhere`: nothing may be sent to anybody for so many seconds, not only to this person."""
        super().__init__(retry_after)
        self.retry_after = retry_after
        self.everywhere = everywhere


class Unsure(Exception):
    """It may have been shown or not: a time limit, a connection cut, an error of the platform's own."""


class Refused(Exception):
    """The person cannot be reached: blocked, direct messages closed, account or channel gone. Nothing was shown."""

    def __init__(self, reason: str) -> None:
        """`reason` is the platform's own word or number for it ("user_disabled"); it is shown to the operator.

        A sentence is not shown, because it may quote the message; a number that it begins with is.
        """
        word = _WORD.match(reason)
        self.reason = word.group() if word else UNNAMED
        super().__init__(self.reason)


class Unfit(Refused):
    """The platform takes this message from nobody (too long, malformed): our fault. The person can be reached."""


class Platform(Protocol):
    """Where messages are shown. An adapter's client is one; the tests have others."""

    name: str
    """The beginning of its people's tenants: "slack" for "slack:T01"."""
    rates: Rates
    tells_doubles: bool
    """Whether it recognises a key, so that a message sent twice is shown once."""

    def divided(self, parts: tuple[Part, ...]) -> Sequence[tuple[Part, ...]]:
        """The parts as the messages it takes to show them, in order; always the same for the same parts."""

    async def send(self, message: Message) -> None:
        """Show the message; done when the platform has accepted it.

        Raises `Limited`, `Unsure`, `Refused` or `Unfit`; anything else counts as `Unsure`.
        """
