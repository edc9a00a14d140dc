"""The README's way to a coach on Slack, gone step by step with its own commands and files, on a Slack on loopback."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.slack import manifest
from tests.simulators.slack import Slack
from tests.terminal import ROOT

README = (ROOT / "README.md").read_text("utf-8")
STEPS = README.partition("## Slack: from nothing to a running coach")[2].partition("\n## ")[0]
COUNTS = {4: "four", 5: "five", 6: "six"}


class Desk:
    """A folder with nothing in it but what the steps put there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT)}

    def runs(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot", *command],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def sets(self, values: Mapping[str, str]) -> None:
        """Write into `.env` what the steps name; each line is there to be filled in."""
        file = self.folder / ".env"
        if not file.exists():
            shutil.copyfile(ROOT / ".env.example", file)
            file.chmod(0o600)
        text = file.read_text("utf-8")
        for name, value in values.items():
            text, found = re.subn(rf"^{name}=.*$", f"{name}={value}", text, flags=re.MULTILINE)
            assert found == 1, name
        file.write_text(text, "utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_steps_lead_to_an_answer_in_slack(desk: Desk) -> None:
    printed = desk.runs("slack", "--manifest")
    assert (printed.returncode, printed.stderr) == (0, "")
    with Slack(folder=desk.folder, manifest=json.loads(printed.stdout)) as slack:
        desk.environment["SLACK_API_URL"] = slack.core.base + "/api/"
        given = {"SLACK_BOT_TOKEN": slack.ws.token, "SLACK_APP_TOKEN": slack.core.app_token}
        assert all(f"`{name}`" in STEPS for name in given)

        desk.sets({**given, "SLACK_APP_TOKEN": "xapp-of-another-app"})
        looked = desk.runs("doctor")
        assert looked.returncode == 1
        assert "connections:write" in looked.stdout
        desk.sets(given)
        looked = desk.runs("doctor")
        assert (looked.returncode, looked.stderr) == (0, "")
        assert all(line.startswith("ok ") for line in looked.stdout.splitlines())
        assert "opens the workspace Acme, as @rebound" in looked.stdout

        theirs = (
            slack.env.keys() - desk.environment.keys()
        )  # what a test is handed otherwise; here `.env` has to tell it
        command = [sys.executable, "-m", "bot", "slack"]
        bot = slack.launch(command, env=desk.environment, drop=theirs, cwd=desk.folder, wait=60)
        amina = slack.user("Amina Phiri", tz="Africa/Lusaka")
        amina.open_messages()
        amina.wait_text("Had an interview")
        since = amina.mark()
        amina.dm("just out of an interview at Lakeside Clinic")
        assert "Lakeside Clinic" in amina.wait_reply(since).text
        running = desk.runs("doctor")
        assert running.returncode == 0, running.stdout
        assert bot.stop()[0] == 0
        slack.assert_clean(warnings=True)


def test_what_the_steps_say_of_the_scopes_is_so() -> None:
    assert f"It asks for {COUNTS[len(manifest.scopes())]} scopes" in STEPS
