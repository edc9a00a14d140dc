"""What is said on Discord itself, in words from the content files; no wording comes back before all others were used."""

from __future__ import annotations

from collections import Counter

from bot.discord.text import escaped
from core.vocabulary import Arg, Filled, Phrase, Saying
from core.wording import Wording


class Words:
    """Words for one process."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self._said: Counter[str] = Counter()

    def say(self, saying: Saying, **args: str) -> str:
        """The saying in its next wording, escaped; what fills it is put in as it stands, so it must be ours."""
        self._said[saying.id] += 1
        marks: dict[str, Arg] = {name: f"\ue000{name}\ue000" for name in args}
        text = escaped(self.wording.said(saying.id, self._said[saying.id] - 1, marks))
        for name, filled in args.items():
            text = text.replace(f"\ue000{name}\ue000", filled)
        return text

    def label(self, phrase: Phrase) -> str:
        """A label or a description."""
        return str(self.wording.filled(phrase))

    def fill(self, phrase: Phrase, **args: Arg) -> str:
        """A phrase with what it needs; not escaped."""
        return str(self.wording.filled(Filled(phrase, tuple(args.items()))))
