"""The conversation scripts, one module per conversation. A new one is added to `modules` and nowhere else."""

from types import ModuleType


def modules() -> tuple[ModuleType, ...]:
    """Every module that speaks; importing them registers the flows."""
    from core.flows import (
        asking,
        breather,
        capture,
        check_in,
        close_search,
        danger,
        forget,
        journal,
        judge,
        lesson,
        let_go,
        links,
        note,
        note_due,
        outcome,
        practice,
        prepare,
        start_over,
        steps,
        stop,
        telling,
        unfinished,
        which,
    )

    arc = (capture, note, note_due, judge, lesson, practice, let_go, check_in, asking, outcome, prepare, unfinished)
    return *arc, journal, close_search, links, steps, danger, forget, stop, start_over, which, breather, telling
