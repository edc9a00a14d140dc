"""Cases kept as files: one JSON object a line, read as it stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "cases"


def rows(*names: str) -> list[dict[str, Any]]:
    """The rows of the files, in their order."""
    lines = [line for name in names for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()]
    return [json.loads(line) for line in lines if line.strip()]


def hostile() -> list[str]:
    """Texts that break programs."""
    texts: list[str] = json.loads((_FOLDER / "hostile.json").read_text(encoding="utf-8"))
    return texts
