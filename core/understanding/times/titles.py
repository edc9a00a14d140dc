"""What bears the name of a day or looks like an hour, and tells neither: titles, verses, "sunday best", "called monday".

The rule a newcomer could break: what stands beside them keeps its place, so their letters are covered and not taken out.
"""

from __future__ import annotations

import re

from core.understanding.expressions import expression

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WORK = r"(?:film|movie|book|novel|song|album|track|single|band|show|series|game|episode|classic|western|tune|banger|poem|play|painting|perfume|cat|dog|horse|name)"
_TITLES = expression(
    rf"\b(?:(?:bloody|freaky|manic|ruby|stormy|blue|casual|gloomy|sheffield) {_DAY}s?|tgi ?f(?:ridays?)?|friday night lights|saturday night (?:live|fever)"
    r"|(?:the )?sunday (?:times|telegraph|mail|mirror|post|herald|express)|monday night football|match of the day|wednesday addams|man who was thursday|tuesdays with morrie|robinson and friday"
    rf"|(?:called|named) {_DAY}|{_DAY} (?:best|drivers?|league|blues|feelings?|vibes?|mood|scaries|motivation|energy|person|child)"
    rf"|midnight (?:blue|black|oil|cowboy|express|mass|sun|snacks?)|high noon|(?:midnight|noon|{_DAY}) (?:is|was) (?:(?:such|really|just|quite|still) )?(?:an?|the|my|her|his|their|our) (?:[\w'-]+ ){{0,3}}{_WORK}s?"
    r"|john 3:16|(?:genesis|exodus|leviticus|deuteronomy|psalms?|proverbs|ecclesiastes|isaiah|jeremiah|romans|corinthians|galatians|ephesians|philippians|hebrews|revelation) \d{1,3}:\d{1,3})\b",
    re.IGNORECASE,
)


def covered(text: str) -> str:
    """The text with a sign that fits no time for each of their letters."""
    return _TITLES.sub(lambda found: "_" * len(found[0]), text)
