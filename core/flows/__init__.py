"""The conversation scripts, one module per conversation. A new one is added to `modules` and nowhere else."""

from types import ModuleType


def modules() -> tuple[ModuleType, ...]:
    """Every module that speaks; importing them registers the flows."""
    from core.flows import (
        after_no,
        asking,
        breather,
        capture,
        check_in,
        danger,
        feedback,
        forget,
        judge,
        lesson,
        let_go,
        letters,
        note,
        note_due,
        outcome,
        practice,
        prepare,
        second_chance,
        start_over,
        steps,
        stop,
        telling,
        unfinished,
        which,
    )

    arc = (capture, note, note_due, judge, lesson, practice, let_go, check_in, asking, outcome, prepare, unfinished)
    again = (after_no, feedback, second_chance, letters)
    return *arc, *again, steps, danger, forget, stop, start_over, which, breather, telling
