"""What is measured is what it is said to be."""

from __future__ import annotations

import json

from benchmarks.__main__ import STORY, Told


def test_the_measured_story_is_one_whole_conversation_each_time_it_is_told() -> None:
    told, snapshot = Told(1), None
    for _ in range(3):
        shapes = []
        for _ in STORY:
            _, decide = told.next()
            turn = decide(snapshot)
            assert turn is not None
            assert turn.outgoing is not None
            snapshot = turn.snapshot
            shapes.append({part[0] for part in json.loads(turn.outgoing)})
        assert [place for place, line in enumerate(STORY) if "draft" in shapes[place]] == [STORY.index("show me now")]
        assert [line for line, shape in zip(STORY, shapes, strict=True) if "prompt" not in shape] == [
            "no, thanks",
            "moved on",
        ]
