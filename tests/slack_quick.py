"""`rebound slack` for a test that types faster than anybody: the whole process, but for the pace at which it may post."""

from __future__ import annotations

from bot.__main__ import run
from bot.slack.connection import SlackAdapter
from tests.loopback import QUICK

if __name__ == "__main__":
    SlackAdapter.rates = QUICK
    raise SystemExit(run())
