"""An error of ours, wherever it happens, costs nobody their words and hides no cry for help."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

import pytest

from core import lines
from core.understanding import details
from tests.conversation import Conversation
from tests.moments import says
from tests.test_capture import ACME

Talk = Callable[..., Conversation]


def fails(_: object) -> NoReturn:
    raise RuntimeError("the words somebody wrote")


@pytest.mark.demand("P17")
def test_a_text_that_cannot_be_read_is_kept_and_asked_for_again(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    conversation = talk().says(ACME)
    monkeypatch.setattr(details, "read", fails)
    conversation.says("an 8, and my hands still shake")
    assert says(conversation, lines.TROUBLE)
    assert "an 8, and my hands still shake" in conversation.last_entry
    assert "words somebody wrote" not in caplog.text
    monkeypatch.undo()
    assert "An 8" in conversation.says("8").reply


@pytest.mark.demand("P35")
def test_danger_is_heard_also_when_the_rest_of_a_text_cannot_be_read(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation = talk().says(ACME)
    monkeypatch.setattr(details, "read", lambda text: fails(text) if text else ())
    conversation.says("i want to kill myself")
    assert str(conversation.question).endswith("ending")
