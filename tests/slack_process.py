"""`rebound slack` as a process of its own, against a Slack on loopback."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.clock import SystemClock
from tests.simulators.slack import Bot, Slack
from tests.terminal import ROOT


def launched(slack: Slack, *, program: str = "bot", **settings: str) -> Bot:
    """The process, connected; it logs everything there is to log. `tests.slack_quick` posts as fast as it can."""
    environment = {
        "REBOUND_KEY_FILE": str(Path(slack.tmp) / "key" / "master.key"),
        "REBOUND_LOG": "debug",
        "PYTHONPATH": str(ROOT),
        **settings,
    }
    bot: Bot = slack.launch([sys.executable, "-m", program, "slack"], env=environment, cwd=slack.tmp, wait=60)
    return bot


def moves(clock: Path, to: datetime) -> None:
    """Let the process think that it is then."""
    clock.write_text(str((to - SystemClock().now()).total_seconds()))


def shown(call: Any) -> list[str]:
    """The texts of a message that was posted, as they stand one below the other, without its widgets."""
    blocks = call.args["blocks"]
    blocks = json.loads(blocks) if isinstance(blocks, str) else blocks
    paragraphs = [one for block in blocks if block["type"] == "rich_text" for one in block["elements"]]
    return [
        "".join(one.get("text") or one.get("url") or "" for one in paragraph["elements"]) for paragraph in paragraphs
    ]
