"""What several test files share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conversation import Conversation


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Callable[..., Conversation]]:
    """Begin a conversation, or several; each has a folder of its own."""
    begun: list[Conversation] = []

    def begin(**options: str) -> Conversation:
        begun.append(Conversation(tmp_path / f"person-{len(begun)}", **options))
        return begun[-1]

    yield begin
    for conversation in begun:
        conversation.close()
