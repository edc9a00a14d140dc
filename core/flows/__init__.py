"""The conversation scripts, one module per conversation. A new one is added to `modules` and nowhere else."""

from types import ModuleType


def modules() -> tuple[ModuleType, ...]:
    """Every module that speaks; importing them registers the flows."""
    from core.flows import capture, danger, forget, judge, lesson, let_go, note, note_due, practice, stop, unfinished

    return capture, note, note_due, judge, lesson, practice, let_go, unfinished, danger, forget, stop
