"""The conversation that is had before anybody is listened to."""

from __future__ import annotations

import subprocess
import sys

AFTERWARDS = """
from fluent.syntax import FluentParser

from bot.adapters import vocabularies
from bot.rehearsal import rehearse
from core.wording import load

wording = load(around=vocabularies(["slack"]))
rehearse(wording)
FluentParser.parse = None  # whoever reads words from now on fails
load()
"""


def test_after_it_no_words_are_loaded_any_more_for_the_first_draft() -> None:
    done = subprocess.run([sys.executable, "-c", AFTERWARDS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
