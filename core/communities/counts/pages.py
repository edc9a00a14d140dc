"""The counts of closed weeks as staff see them: in words, as a picture, and as a table for a spreadsheet.

What is kept are numbers that may be shown and nothing else, so nothing here has to decide who may see what. The rule a
newcomer could break: there is no choice of days, groups or members; every such choice would be a way to subtract.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from core.communities.counts import chart
from core.communities.counts.cells import AREAS, CELLS
from core.communities.counts.weeks import first_day, last_day, later
from core.communities.desk import File, Page
from core.communities.events import Counted
from core.communities.state import CommunityState
from core.communities.turn import CommunityTurn, View
from core.vocabulary import Phrase

SECTION = "counts"
MOST_WEEKS = 26
"""Of the latest that are kept."""

TITLE = Phrase("counts-title")
NONE = Phrase("counts-none")
WEEK = Phrase("counts-week", "week", "first", "last")
NOTHING = Phrase("counts-nothing")
NUMBER = Phrase("counts-number", "label", "number")
NUMBER_BESIDE = Phrase("counts-number-beside", "label", "number", "before")
NUMBER_ALONE = Phrase("counts-number-alone", "label", "number")
NOT_SHOWN = Phrase("counts-not-shown", "cells")
HOW = Phrase("counts-how")
PICTURE = Phrase("counts-picture", "numbers")
THIS_WEEK = Phrase("counts-this-week")
WEEK_BEFORE = Phrase("counts-week-before")
COLUMNS = (Phrase("counts-column-week"), Phrase("counts-column-from"), Phrase("counts-column-to"))
HIDDEN = Phrase("counts-hidden")
LABELS = {cell: Phrase(f"counts-{cell}") for cell in CELLS}
_PLACES = {cell: place for place, cell in enumerate(CELLS)}
_PLACES |= {cell: _PLACES[cells[0]] for cells in AREAS.values() for cell in cells}
"""Where each cell stands; the areas of a side stand together."""

_Shown: TypeAlias = Mapping[str, int | None]
"""The numbers of a week by cell, None for one that is hidden."""


def last_counted(state: CommunityState) -> str | None:
    """The latest week that was counted; None before the first."""
    weeks = state.sections.get(SECTION, [])
    return str(weeks[-1][0]) if weeks else None


def counted(turn: CommunityTurn, event: Counted) -> None:
    """Keep a week; one that is no later than the last was counted before, and stays as it was."""
    weeks: list[Any] = turn.section(SECTION, [])
    if not weeks or event.week > weeks[-1][0]:
        turn.keep(SECTION, [*weeks, [event.week, dict(event.shown)]][-MOST_WEEKS:])


def page(view: View, _about: str) -> Page:
    """The last closed week beside the one before it."""
    weeks: list[tuple[str, _Shown]] = view.section(SECTION, [])
    title, buttons = view.say(TITLE), (view.to("home"),)
    if not weeks:
        return Page("counts", title, (view.say(NONE), view.say(HOW)), buttons)
    week, shown = weeks[-1]
    before = dict(weeks).get(later(week, -1))
    lines = (_heading(view, week), *_numbers(view, shown, before), *_hidden(view, shown), view.say(HOW))
    table = File("counts.csv", "text/csv", _table(view, weeks))
    return Page("counts", title, lines, buttons, (*_picture(view, week, shown, before), table))


def _heading(view: View, week: str) -> str:
    return view.say(WEEK, week=week, first=first_day(week).isoformat(), last=last_day(week).isoformat())


def _in_order(shown: _Shown) -> list[tuple[str, int]]:
    """The numbers that are shown; of the areas, the one named most often first."""
    numbers = [(cell, number) for cell in LABELS if (number := shown.get(cell)) is not None]
    return sorted(numbers, key=lambda one: (_PLACES[one[0]], -one[1]))


def _numbers(view: View, shown: _Shown, before: _Shown | None) -> Iterator[str]:
    for cell, number in _in_order(shown):
        label, earlier = LABELS[cell], (before or {}).get(cell)
        if earlier is not None:
            yield view.say(NUMBER_BESIDE, label=label, number=number, before=earlier)
        else:
            yield view.say(NUMBER if before is None else NUMBER_ALONE, label=label, number=number)


def _hidden(view: View, shown: _Shown) -> Iterator[str]:
    hidden = [view.say(label) for cell, label in LABELS.items() if shown.get(cell) is None]
    if len(hidden) == len(LABELS):
        yield view.say(NOTHING)
    elif hidden:
        yield view.say(NOT_SHOWN, cells="; ".join(hidden))


def _picture(view: View, week: str, shown: _Shown, before: _Shown | None) -> Iterator[File]:
    bars = [chart.Bar(view.say(LABELS[cell]), number, (before or {}).get(cell)) for cell, number in _in_order(shown)]
    if bars:
        legend = (view.say(THIS_WEEK), view.say(WEEK_BEFORE))
        alt = view.say(PICTURE, numbers="; ".join(_numbers(view, shown, before)))
        yield File(f"counts-{week}.png", "image/png", chart.drawn(_heading(view, week), legend, bars), alt)


def _table(view: View, weeks: Sequence[tuple[str, _Shown]]) -> bytes:
    """All weeks that are kept, oldest first; begins with a byte order mark, without which Excel takes it for Latin-1.

    No cell begins with a character that a spreadsheet would calculate with: they are words of ours, days and numbers.
    """
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow([view.say(label) for label in (*COLUMNS, *LABELS.values())])
    for week, shown in weeks:
        numbers = [view.say(HIDDEN) if shown.get(cell) is None else shown[cell] for cell in LABELS]
        rows.writerow([week, first_day(week).isoformat(), last_day(week).isoformat(), *numbers])
    return written.getvalue().encode("utf-8-sig")
