"""Titles, papers and verses that hold the name of a day or look like an hour, and tell neither: "john 3:16".

The rule a newcomer could break: what stands beside them keeps its place, so their letters are covered and not taken out.
"""

from __future__ import annotations

import re

from core.understanding.expressions import expression

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_TITLES = expression(
    rf"\b(?:(?:bloody|freaky|manic|ruby|stormy|blue|casual|gloomy) {_DAY}s?|tgi ?f(?:ridays?)?|(?:friday night lights|saturday night (?:live|fever))"
    r"|(?:the )?(?:sunday (?:times|telegraph|mail|mirror|post|herald|express)|monday night football|match of the day)|wednesday addams|man who was thursday|tuesdays with morrie|robinson and friday"
    r"|john 3:16|(?:genesis|exodus|leviticus|deuteronomy|psalms?|proverbs|ecclesiastes|isaiah|jeremiah|romans|corinthians|galatians|ephesians|philippians|hebrews|revelation) \d{1,3}:\d{1,3})\b",
    re.IGNORECASE,
)


def covered(text: str) -> str:
    """The text with a sign that fits no time for each of their letters."""
    return _TITLES.sub(lambda found: "_" * len(found[0]), text)
