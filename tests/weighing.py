"""Weigh the words of danger anew: `python -m tests.weighing` writes core/content/danger_weights.tsv.

From labelled texts, by logistic regression: the weights under which danger is most likely where it is, and least where it is
not. The rows of `MEASURES` are left out, so that something is left to measure with. The same rows give the same file.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

from core.safety import as_meant, weights
from tests.case_files import rows

FILE = Path(__file__).parents[1] / "core" / "content" / "danger_weights.tsv"
OF_DANGER = (
    "danger", "danger_own", "danger_more", "danger_blind", "danger_blind_later", "danger_blind_quiet",
    "danger_blind_unread", "danger_frames_own", "danger_frames_sealed", "danger_quiet", "danger_quiet_sealed",
    "danger_voices", "danger_voices_sealed", "danger_strangers_teach", "danger_set_right",
)  # fmt: skip
ORDINARY = (
    "commands_more", "commands_own", "commands_public", "first_messages_more", "first_messages_own",
    "first_messages_voices", "first_told_own", "first_told_later", "occasions_own", "ordinary_teach",
)  # fmt: skip
MEASURES = ("danger_unread", "danger_strangers", "ordinary_strangers")
"""Nothing is learned from these."""

_PASSES = 12
_STEP, _FIRST_SQUARE, _DECAY = 0.5, 0.1, 3e-3
_FEWEST = 2
"""What stands in fewer texts says nothing of others."""
_KEPT = 15_000
_MOST_COUNTED = 8


def taught() -> Iterator[tuple[str, bool]]:
    """Every text to learn from, and whether there is danger in it; without what stands among the measures as well."""
    measured = {row["text"] for row in _of(MEASURES)}
    labelled = [(row["text"], row["label"] != "benign") for row in _of(OF_DANGER)]
    ordinary = [(row["text"], False) for row in _of(ORDINARY)]
    return (one for one in (*labelled, *ordinary) if one[0] not in measured)


def _of(names: tuple[str, ...]) -> list[dict[str, Any]]:
    return rows(*(f"{name}.jsonl" for name in names))


def weighed() -> dict[str, int]:
    """The weight of each group of words, in hundredths; that of the empty group is added to every text's."""
    texts = [(weights.groups(as_meant.words(text).split()), label) for text, label in taught()]
    counts = Counter(group for stands, _ in texts for group in stands)
    kept = [
        (sorted(g for g in stands if counts[g] >= _FEWEST), weights.share(stands), label) for stands, label in texts
    ]
    learned = _learned(kept)
    bias = learned.pop("")
    telling = sorted(
        learned, key=lambda group: (-abs(learned[group]) * min(counts[group], _MOST_COUNTED) ** 0.5, group)
    )
    table = {"": bias} | {group: learned[group] for group in telling[:_KEPT]}
    return {group: round(weight * weights.FULL) for group, weight in table.items() if round(weight * weights.FULL)}


def _learned(texts: list[tuple[list[str], float, bool]]) -> dict[str, float]:
    """Logistic regression by gradient descent, each weight with a step of its own (AdaGrad, with weight decay)."""
    learned, squares = {"": -1.0}, {"": 1.0}
    for number in range(_PASSES):
        for place in _mixed(len(texts), number):
            stands, share, label = texts[place]
            score = learned[""] + share * sum(learned.get(group, 0.0) for group in stands)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - label
            squares[""] += error * error
            learned[""] -= _STEP * error / math.sqrt(squares[""])
            for group in stands:
                before = learned.get(group, 0.0)
                slope = share * (error + _DECAY * before)
                squares[group] = squares.get(group, _FIRST_SQUARE) + slope * slope
                learned[group] = before - _STEP * slope / math.sqrt(squares[group])
    return learned


def _mixed(size: int, number: int) -> list[int]:
    """All places in an order that is another in each pass, and always the same."""
    return sorted(range(size), key=lambda place: (crc32(f"{number} {place}".encode()), place))


def main() -> None:
    """Write the file."""
    table = weighed()
    FILE.write_text("".join(f"{table[group]}\t{group}\n" for group in sorted(table)), encoding="utf-8")
    print(f"{len(table)} weights in {FILE}")


if __name__ == "__main__":
    main()
