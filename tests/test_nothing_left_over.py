"""A turn that is over is gone at once: what waits for the garbage collector stops everybody when it is looked for."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from tests.conversation import Conversation
from tests.test_stories import written

TOLD = ("after_a_panel", "corrected", "two_in_a_week", "very_low_after_a_panel", "second_chance", "put_off")


def told(talk: Conversation, name: str) -> None:
    for step in written(name).steps:
        if not step.typed.startswith("/"):
            talk.says(step.typed)
        talk.waits(hours=3)


@pytest.mark.parametrize("name", TOLD)
def test_no_turn_leaves_a_cycle_of_ours_behind(tmp_path: Path, name: str) -> None:
    talk = Conversation(tmp_path)
    told(talk, "after_a_panel")  # what is remembered from now on was there before
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        told(talk, name)
        gc.collect()
        left = {type(one).__qualname__ for one in gc.garbage if type(one).__module__.startswith("core")}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert left == set()
