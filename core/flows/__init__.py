"""The conversation scripts, one module per conversation. A new one is added to `modules` and nowhere else."""

from types import ModuleType


def modules() -> tuple[ModuleType, ...]:
    """Every module that speaks; importing them registers the flows."""
    from core.flows import (
        asking,
        breather,
        call,
        capture,
        check_in,
        danger,
        forget,
        insiders,
        judge,
        lesson,
        let_go,
        note,
        note_due,
        outcome,
        points,
        practice,
        prepare,
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
    return *arc, *contacts, settling, steps, danger, forget, stop, start_over, which, breather, telling
