"""What the README shows is what happens."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.terminal.show import to_text
from tests.conversation import Conversation
from tests.terminal import ROOT, Terminal

README = (ROOT / "README.md").read_text("utf-8")
_SHOWN = re.compile(r"<!-- conversation: --at (\S+) --zone (\S+) -->\n```\n(.*?)```", re.DOTALL)


def shown() -> tuple[str, str, str]:
    """When, where, and the conversation as the README prints it."""
    found = _SHOWN.search(README)
    assert found is not None
    return found[1], found[2], found[3]


def typed(conversation: str) -> list[str]:
    return [line.removeprefix("> ") for line in conversation.splitlines() if line.startswith("> ")]


def retold(conversation: Conversation, lines: list[str]) -> str:
    """The conversation as it goes today, printed as the README prints it."""
    told = [to_text(conversation.arrives().heard)]
    for line in lines:
        told += [f"> {line}", to_text(conversation.says(line).heard)]
    return "\n".join(re.sub(r"\n{2,}", "\n", part.strip("\n")) + "\n" for part in told)


def test_the_conversation_goes_as_printed(talk: Callable[..., Conversation]) -> None:
    at, zone, conversation = shown()
    assert retold(talk(at=at, zone=zone), typed(conversation)) == conversation


def test_the_program_says_the_same_in_a_pipe(tmp_path: Path) -> None:
    at, zone, conversation = shown()
    heard = Terminal(tmp_path, at=at, zone=zone, is_cold=True).hears(*typed(conversation)).stdout.decode()
    printed = [line for line in conversation.splitlines() if line and not line.startswith("> ")]
    assert [line for line in heard.splitlines() if line] == printed


@pytest.mark.parametrize(
    "setting", re.findall(r"^(REBOUND_\w+)=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE)
)
def test_each_setting_of_the_example_file_is_one_that_the_program_reads(setting: str) -> None:
    from bot.config import Settings

    assert setting.removeprefix("REBOUND_").lower() in Settings.model_fields


def test_every_setting_the_program_reads_is_in_the_example_file() -> None:
    from bot.config import Settings

    example = (ROOT / ".env.example").read_text("utf-8")
    for name, field in Settings.model_fields.items():
        assert f"\n{field.validation_alias or f'REBOUND_{name.upper()}'}=" in example


@pytest.mark.parametrize("link", re.findall(r"\]\((?!https?:)([^)#]+)\)", README))
def test_every_link_to_a_file_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
