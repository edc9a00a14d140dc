"""What staff have typed into a form, read field by field; each problem is a sentence beside its field."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import time

from core import places
from core.addresses import LinkFault, fault_for_members, telling
from core.communities.desk import Field
from core.communities.events import Submitted
from core.communities.turn import View
from core.vocabulary import Arg, Phrase

TOO_LONG = Phrase("typed-too-long", "most")
NEEDED = Phrase("typed-needed")
NOT_OFFERED = Phrase("typed-not-offered")
NO_COUNTRY = Phrase("typed-no-country")
NO_ZONE = Phrase("typed-no-zone")
SEVERAL_ZONES = Phrase("typed-several-zones", "zones")
NO_TIME = Phrase("typed-no-time")
NO_REACH = Phrase("typed-no-reach")
NO_LINK, FOR_EXAMPLES = Phrase("typed-no-link"), Phrase("typed-for-examples")
NOT_HTTPS, NOT_PUBLIC = Phrase("typed-not-https"), Phrase("typed-not-public", "host")
HAS_KEY, COUNTS = Phrase("typed-has-key", "what"), Phrase("typed-counts", "what")

_CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?"
    r"|(?P<of_half>1[0-2]|0?[1-9])(?:[:.](?P<minute_of_half>[0-5]\d))? ?(?P<half>[ap])m",
    re.ASCII | re.IGNORECASE,
)
_MOST_ZONES = 4
"""So many are named where a country keeps several."""


class Typed:
    """One form as it was sent; what it gives of a field with a problem is of no use, and the problem is kept."""

    def __init__(self, view: View, event: Submitted, fields: Collection[Field]) -> None:
        self.problems: dict[str, str] = {}
        self._view = view
        self._values = event.values
        self._fields = {field.name: field for field in fields}

    def text(self, name: str) -> str:
        """On one line; empty where nothing was typed."""
        return " ".join(self.lines(name).split())

    def lines(self, name: str) -> str:
        """As it was typed."""
        field, text = self._fields[name], "\n".join(self._values.get(name, ())).strip()
        if len(text) > field.most:
            self.refuse(name, TOO_LONG, most=field.most)
        elif not text and field.is_required:
            self.refuse(name, NEEDED)
        return text

    def several(self, name: str) -> tuple[str, ...]:
        """The options chosen."""
        field, chosen = self._fields[name], self._values.get(name, ())
        if not chosen and field.is_required:
            self.refuse(name, NEEDED)
        elif not {*chosen} <= {option.option for option in field.options}:
            self.refuse(name, NOT_OFFERED)
        return tuple(chosen)

    def one(self, name: str) -> str:
        """The option chosen; empty where none was."""
        chosen = self.several(name)
        if len(chosen) > 1:
            self.refuse(name, NOT_OFFERED)
        return chosen[0] if chosen else ""

    def country(self, name: str) -> str | None:
        """ISO 3166 of a country that may be named in any way."""
        words = self.text(name)
        found = places.country_called(words) if words else None
        if words and found is None:
            self.refuse(name, NO_COUNTRY)
        return found

    def zone(self, name: str) -> str | None:
        """The IANA zone of a town or country, or by its own name."""
        words = self.text(name)
        found = places.zones_meant(words) if words else ()
        if words and not found:
            self.refuse(name, NO_ZONE)
        elif len(found) > 1:
            self.refuse(name, SEVERAL_ZONES, zones=tuple(map(places.town, found[:_MOST_ZONES])))
        return found[0] if found else None

    def time(self, name: str) -> time:
        """A time of day: "21:00", "21", "9 pm"."""
        found = _CLOCK.fullmatch(self.text(name))
        if found is None:
            self.refuse(name, NO_TIME)
            return time()
        if found["hour"]:
            return time(int(found["hour"]), int(found["minute"] or 0))
        afternoon = 12 if found["half"] in "pP" else 0
        return time(int(found["of_half"]) % 12 + afternoon, int(found["minute_of_half"] or 0))

    def link(self, name: str, stands: str | None) -> str:
        """An address of a page, safe on its way; one that stands there already may stay as it is."""
        link = self.text(name)
        if not link or link == stands:
            return link
        if (fault := fault_of_link(self._view, link)) is not None:
            self.refuse_with(name, fault)
        return link

    def reach(self, name: str) -> str:
        """A number to call or write to, or an address of a page."""
        reach = self.text(name)
        if reach.casefold().startswith("http"):
            return self.link(name, None)
        if reach and not any(mark.isdigit() for mark in reach):
            self.refuse(name, NO_REACH)
        return reach

    def refuse(self, name: str, why: Phrase, **args: Arg) -> None:
        """There is a problem; the first of a field counts."""
        self.refuse_with(name, self._view.say(why, **args))

    def refuse_with(self, name: str, sentence: str) -> None:
        """The same, in words."""
        self.problems.setdefault(name, sentence)


def fault_of_link(view: View, link: str) -> str | None:
    """What is wrong with an address for members, in a sentence that says what to write."""
    match fault_for_members(link):
        case LinkFault.NO_ADDRESS:
            return view.say(NO_LINK)
        case LinkFault.FOR_EXAMPLES:
            return view.say(FOR_EXAMPLES)
        case LinkFault.NOT_SAFE:
            return view.say(NOT_HTTPS)
        case LinkFault.NOT_PUBLIC:
            return view.say(NOT_PUBLIC, host=link.split("/")[2])
        case LinkFault.HAS_KEY:
            return view.say(HAS_KEY, what=telling(link))
        case LinkFault.COUNTS:
            return view.say(COUNTS, what=telling(link))
        case None:
            return None
