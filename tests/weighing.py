"""Weigh words anew: `python -m tests.weighing` writes the tables of weights for danger and for the areas of an interview.

From labelled texts, by logistic regression: the weights under which a label is most likely where it is, and least where it is
not. The rows of `MEASURES` are left out, so that something is left to measure with. The same rows give the same tables.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias
from zlib import crc32

from core.safety import as_meant
from core.safety.weighed import CRISIS, DANGER
from core.understanding import areas, weights
from core.understanding.areas import Area, Verdict
from tests.case_files import rows

CORE = Path(__file__).parents[1] / "core"
OF_DANGER = (
    "danger", "danger_own", "danger_more", "danger_blind", "danger_blind_later", "danger_blind_quiet",
    "danger_blind_unread", "danger_frames_own", "danger_frames_sealed", "danger_quiet", "danger_quiet_sealed",
    "danger_voices", "danger_voices_sealed", "danger_strangers_teach", "danger_set_right",
)  # fmt: skip
ORDINARY = (
    "commands_more", "commands_own", "commands_public", "first_messages_more", "first_messages_own",
    "first_messages_voices", "first_messages_strangers_teach", "first_told_own", "first_told_later", "occasions_own",
    "ordinary_teach", "typed_teach", "times", "times_more", "times_public",
)  # fmt: skip
OF_AREAS = (
    "first_messages_more", "first_messages_own", "first_messages_voices", "first_messages_voices_sealed",
    "first_messages", "first_messages_strangers_teach", "first_messages_set_right",
)  # fmt: skip
OF_OCCASIONS = ("occasions_own",)
MEASURES = (
    "danger_plain", "danger_unread", "danger_strangers", "ordinary_strangers",
    "first_messages_plain", "first_messages_strangers",
)  # fmt: skip
"""Nothing is learned from these."""

_PASSES = 12
_STEP, _FIRST_SQUARE, _DECAY = 0.5, 0.1, 2e-3
_FEWEST = 2
"""What stands in fewer texts says nothing of others."""
_MOST_COUNTED = 8

Labelled: TypeAlias = list[tuple[str, frozenset[str]]]
"""Texts, each with its labels."""


@dataclass(frozen=True)
class Table:
    """One table: where it lies, what it learns from, and how much is kept for each label."""

    file: Path
    labels: Mapping[str, int]
    taught: Callable[[], Labelled]
    words: Callable[[str], str]


def of_danger() -> Labelled:
    """Texts in which there is danger, perhaps a crisis, and such in which there is none."""
    told = [(row["text"], _LEVELS[row["label"]]) for row in _of(OF_DANGER)]
    return [*told, *((row["text"], frozenset[str]()) for row in _of(ORDINARY))]


def of_areas() -> Labelled:
    """First messages, with the areas they speak of, whether any of these went well, and whether it is no interview."""
    occasions = [(row["text"], _labels(row["is_about_work"], {})) for row in _of(OF_OCCASIONS)]
    told = [(row["text"], _labels(not row.get("interview", True), row["areas"])) for row in _of(OF_AREAS)]
    return [*told, *occasions]


def _labels(is_about_work: bool, named: Mapping[str, str]) -> frozenset[str]:
    went_well = Verdict.WELL in named.values()
    labels = {area: area in named for area in Area} | {Verdict.WELL: went_well, areas.WORK: is_about_work}
    return frozenset(label for label, is_so in labels.items() if is_so)


def _of(names: tuple[str, ...]) -> list[dict[str, Any]]:
    """What stands in the files and not among the measures as well."""
    measured = {row["text"] for name in MEASURES for row in rows(f"{name}.jsonl")}
    return [row for name in names for row in rows(f"{name}.jsonl") if row["text"] not in measured]


_LEVELS = {"crisis": frozenset([DANGER, CRISIS]), "concern": frozenset([DANGER]), "benign": frozenset[str]()}
TABLES = (
    Table(CORE / "content" / "danger_weights.tsv", {DANGER: 45_000, CRISIS: 6_000}, of_danger, as_meant.words),
    Table(
        CORE / "understanding" / "areas_weights.tsv",
        dict.fromkeys([*Area, Verdict.WELL, areas.WORK], 4_000),
        of_areas,
        areas.words,
    ),
)


def weighed(table: Table) -> dict[str, dict[str, int]]:
    """By label, the weight of each group of words in hundredths; that of no words is added to every text's."""
    texts = [(weights.groups(table.words(text).split()), labels) for text, labels in table.taught()]
    counts = Counter(group for stands, _ in texts for group in stands)
    known = [(sorted(g for g in stands if counts[g] >= _FEWEST), weights.share(stands)) for stands, _ in texts]
    found: dict[str, dict[str, int]] = {}
    for label, most in table.labels.items():
        learned = _learned(known, [label in labels for _, labels in texts])
        always = learned.pop("")
        telling = sorted(learned, key=lambda g: (-abs(learned[g]) * min(counts[g], _MOST_COUNTED) ** 0.5, g))
        kept = {"": always} | {group: learned[group] for group in telling[:most]}
        hundredths = {group: round(weight * weights.FULL) for group, weight in kept.items()}
        found[label] = {group: weight for group, weight in hundredths.items() if weight}
    return found


def _learned(texts: Sequence[tuple[list[str], float]], is_so: Sequence[bool]) -> dict[str, float]:
    """Logistic regression by gradient descent, each weight with a step of its own (AdaGrad, with weight decay)."""
    learned, squares = {"": -1.0}, {"": 1.0}
    for number in range(_PASSES):
        for place in _mixed(len(texts), number):
            stands, share = texts[place]
            score = learned[""] + share * sum(learned.get(group, 0.0) for group in stands)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - is_so[place]
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


def written(found: Mapping[str, Mapping[str, int]]) -> str:
    """The table as it lies in its file."""
    return "".join(f"{weights.LABEL}{label}\n{_lines(of)}" for label, of in found.items())


def _lines(of: Mapping[str, int]) -> str:
    return "".join(f"{of[group]}\t{group}\n" for group in sorted(of))


def main(tables: Iterable[Table] = TABLES) -> None:
    """Write the files."""
    for table in tables:
        table.file.write_text(written(weighed(table)), encoding="utf-8")
        print(f"{table.file.relative_to(CORE.parent)} is written.")


if __name__ == "__main__":
    main()
