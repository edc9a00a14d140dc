"""The version of a draft that the person wants, and how long it is.

A version changes our frame and which points stand in it. The rule a newcomer could break: the person's own sentences
are the same in every version, and nothing goes out of a draft because it is long.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from math import ceil

from core.records import record
from core.vocabulary import Letter, Register
from core.wording import load

WORDS_A_SECOND = Fraction(5, 2)
"""How fast somebody speaks who wants to be understood."""


@record
class Version:
    """What the person wants of a draft besides its content."""

    short: bool = False
    """A shorter frame."""
    register: Register = Register.PLAIN
    without: tuple[str, ...] = ()
    """The points left out, by the names of their facts."""
    own: str | None = None
    """Their own text, which replaces ours altogether."""


PLAIN = Version()
"""A draft as it is shown first."""


@record
class Limit:
    """How long a draft is best at most."""

    words: int
    is_spoken: bool = False

    @property
    def most(self) -> int:
        """The limit as one tells it: in words, or in seconds of what is spoken."""
        return seconds(self.words) if self.is_spoken else self.words


NOTE = Limit(120)
FOLLOW_UP = Limit(150)
VOICEMAIL = Limit(75, is_spoken=True)


def in_version(draft: Callable[[Version], Letter], version: Version) -> Letter:
    """The draft as the person wants it; a draft itself sees to what is left out, and to the shorter frame."""
    letter = draft(version)
    if version.own is not None:
        return Letter(letter.title, ((version.own,),))
    return letter.in_register(version.register)


@lru_cache(64)
def words_in(letter: Letter) -> int:
    """How many words the text has; remembered, because every replay passes the versions before."""
    return len(load().letter(letter).text.split())


def seconds(words: int) -> int:
    """How long so many words take when they are spoken."""
    return ceil(words / WORDS_A_SECOND)
