"""The words of ours in the file that a person keeps; what stands between them is laid out in `core.export`."""

from __future__ import annotations

from core.vocabulary import Phrase

TITLE = Phrase("export-title")
MADE = Phrase("export-made", "on", "at", "clock")
NOTHING = Phrase("export-nothing")
COMING = Phrase("export-coming")
ENTRY = Phrase("export-entry", "about")
"""What stands in a calendar."""
ENTRY_WHY = Phrase("export-entry-why")
