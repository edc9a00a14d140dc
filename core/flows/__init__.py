"""The conversation scripts, one module per conversation. A new one is added to `modules` and nowhere else."""

from types import ModuleType


def modules() -> tuple[ModuleType, ...]:
    """Every module that speaks; importing them registers the flows."""
    from core.flows import (
        after_no,
        asking,
        breather,
        call,
        capture,
        check_in,
        danger,
        feedback,
        forget,
        insiders,
        judge,
        lesson,
        let_go,
        letters,
        note,
        note_due,
        outcome,
        points,
        practice,
        prepare,
        second_chance,
        settling,
        start_over,
        steps,
        stop,
        telling,
        unfinished,
        which,
    )

    arc = (
        capture,
        note,
        points,
        call,
        note_due,
        judge,
        lesson,
        practice,
        let_go,
        check_in,
        asking,
        outcome,
        prepare,
        unfinished,
    )
    contacts = (insiders,)
    again = (after_no, feedback, second_chance, letters)
    return *arc, *contacts, *again, settling, steps, danger, forget, stop, start_over, which, breather, telling
