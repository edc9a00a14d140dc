"""Facts as an older program, a hand or a far-off date may have left them: the plan and the turn bear them all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from core import clock
from core.facts import Fact, Facts, Picked, Value
from core.plan import Reach, plan, spread
from tests.conversation import Conversation
from tests.test_capture import told

Talk = Callable[..., Conversation]

NAMES = (
    "zone", "nudges", "moved-on", "interview-on", "told-at", "broken-off", "capture-left", "captured", "outcome",
    "let-go", "judged", "judge-when", "keep", "practice", "practised-1", "contact", "answer-promised-at",
    "checked-in-1", "next-interview-on", "prepared", "feeling-at-first", "interview-ended-at", "note-look",
    "nudge:judge", "nudge:note", "nudge:unfinished", "nudge:check-in-1", "unsaid-1", "interviewer-1",
    "note-declined", "note-channel", "note-1-sent", "wants-job",
)  # fmt: skip
DAMAGED = (
    "0001-01-01", "9999-12-31", "2024-02-29", "2023-02-29", "1970-01-01", "2026-11-24", "2026-11-24T12:40", "",
    "2026-11-24T12:40:00+02:00", "20261124", "2026-W48-2", "T", "2026-11-24T", "2026-11-24T9", "2026-11-24 25:00",
    "9999-12-31T23:59", "later", "later ", "later x", "later 9999-12-31T23:59", "later 0001-01-01T00:00+14:00",
    "later 2026-11-25T09:00", "sent", "stopped", "barred", "yes", "once", "both", "tomorrow", "tonight",
    "Africa/Lusaka", "Nowhere/X", "Pacific/Apia", "waiting", "next-round",
)  # fmt: skip
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.sampled_from(DAMAGED),
    st.sampled_from(DAMAGED).map(Picked),
    st.text(max_size=12),
    st.integers(),
    st.booleans(),
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=12))
def test_no_fact_whatsoever_stops_the_plan(facts: dict[str, Value]) -> None:
    kept = {
        name: Fact(value, 1) for name, value in ({"captured": "2026-11-24", "zone": "Africa/Lusaka"} | facts).items()
    }
    now = datetime(2026, 11, 24, 10, tzinfo=UTC)
    spread(plan(Facts(kept, {}), "i1", now), Reach(clock.zone("Africa/Lusaka"), now))


def test_a_promise_at_the_end_of_time_fails_no_turn(talk: Talk) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", "i may write", "by 31.12.9999", "Mrs Zulu", "e-mail")
    conversation.says("tomorrow", "tomorrow", "what will you send me")
    assert "engine-trouble" not in conversation.state.used
    assert "i1/judge" in conversation.state.promised


def test_a_correction_to_the_end_of_time_fails_no_turn(talk: Talk) -> None:
    conversation = told(talk).says(
        "skip", "nothing", "yes", "i may write", "by friday", "Mrs Zulu", "e-mail", "tomorrow"
    )
    conversation.says("tomorrow", "no, it was on 31.12.9999, not today", "what will you send me")
    assert "engine-trouble" not in conversation.state.used
