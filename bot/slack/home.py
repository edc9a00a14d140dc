"""The Home tab: everything at a glance, and a button for what can be done about it; pure.

Whoever looks over somebody's shoulder sees it, so of the person's own words only the names of places are on it. Nothing on
it is Slack's markup.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import time
from typing import Any

from bot.slack import vocabulary
from bot.slack.incoming import HOURS, LEAVE_OUT, MOVE, PAUSE, SAY, TELL_HOME, TOWN, ZONE_RIGHT
from bot.slack.outgoing import Block, label, shown_as_it_stands, word
from core import clock, lines, places, surfaces
from core.overview import Coming, Open, Overview
from core.vocabulary import Arg, Phrase
from core.wording import Wording

MOST_INTERVIEWS = 5
MOST_COMING = 10
MOST_FEELINGS = 10
PAUSES = {
    "1": vocabulary.PAUSE_DAY,
    "3": vocabulary.PAUSE_DAYS,
    "7": vocabulary.PAUSE_WEEK,
}
"""How long nothing may come, in days."""
SAYS_RESUME, SAYS_DATA, SAYS_EXPORT, SAYS_ERASE = "resume", "my data", "export", "forget me"
"""What a button hands in, as if it were typed."""


class Home:
    """Lays the Home tab out, in the words of one language."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def view(self, seen: Overview) -> dict[str, Any]:
        """The tab, for `views.publish`."""
        blocks = [
            *self._under_way(seen),
            *self._coming(seen),
            *self._feelings(seen),
            *self._settings(seen),
            *self._data(seen),
        ]
        for number, block in enumerate(one for one in blocks if one["type"] in ("actions", "section")):
            block["block_id"] = f"home:{number}"
        return {"type": "home", "blocks": blocks}

    def _word(self, phrase: Phrase, **args: Arg) -> str:
        return word(self._wording, phrase, **args)

    def _headed(self, phrase: Phrase) -> Block:
        return {"type": "header", "text": label(self._word(phrase))}

    def _line(self, text: str) -> Block:
        return {"type": "section", "text": shown_as_it_stands(text)}

    def _button(self, action: str, phrase: Phrase, value: str = "-") -> Block:
        return {"type": "button", "action_id": action, "text": label(self._word(phrase)), "value": value}

    def _under_way(self, seen: Overview) -> Iterator[Block]:
        yield self._headed(surfaces.UNDER_WAY)
        if not seen.interviews:
            yield self._line(self._word(surfaces.NOTHING_UNDER_WAY))
        for one in seen.interviews[:MOST_INTERVIEWS]:
            yield self._interview(one)
        yield {"type": "actions", "elements": [self._button(TELL_HOME, vocabulary.TELL_TITLE)]}

    def _interview(self, one: Open) -> Block:
        if one.next is None:
            return self._line(one.title)
        about = f"{one.title}\n{self._word(surfaces.NEXT, step=one.next.label)}"
        button = {"type": "button", "action_id": SAY, "text": label(one.next.label), "value": one.next.says}
        return {**self._line(about), "accessory": button}

    def _coming(self, seen: Overview) -> Iterator[Block]:
        yield self._headed(surfaces.COMING)
        if seen.is_held:
            yield self._line(self._word(surfaces.HELD))
        elif seen.is_stopped:
            yield self._line(self._word(surfaces.STOPPED))
        elif not seen.coming:
            yield self._line(self._word(surfaces.NOTHING_COMING))
        for one in seen.coming[:MOST_COMING]:
            yield self._line(self._word(lines.SLOT, at=one.local, about=one.about))
            yield {"type": "actions", "elements": self._about(one)}

    def _about(self, one: Coming) -> list[Block]:
        named = json.dumps([one.local, *one.nudges])
        return [self._button(MOVE, vocabulary.MOVE, named), self._button(LEAVE_OUT, vocabulary.LEAVE_OUT, named)]

    def _feelings(self, seen: Overview) -> Iterator[Block]:
        if seen.feelings:
            yield self._headed(surfaces.FELT)
            told = (
                self._word(surfaces.FELT_ON, on=felt.on.isoformat(), title=felt.title, feeling=felt.feeling)
                for felt in seen.feelings[-MOST_FEELINGS:]
            )
            yield self._line("\n".join(told))

    def _settings(self, seen: Overview) -> Iterator[Block]:
        yield self._headed(surfaces.SETTINGS)
        if seen.zone is None:
            yield self._line(self._word(surfaces.NO_ZONE))
        else:
            yield self._line(self._word(surfaces.ZONE, town=places.town(seen.zone)))
        right = [] if seen.zone is None else [self._button(ZONE_RIGHT, vocabulary.ZONE_RIGHT, seen.zone)]
        yield {"type": "actions", "elements": [*right, self._button(TOWN, vocabulary.ZONE_OTHER)]}
        between = {"from": _at(seen.may_write_from), "until": _at(seen.may_write_until)}
        yield self._line(self._word(surfaces.HOURS, **between))
        yield {
            "type": "actions",
            "elements": [self._button(HOURS, vocabulary.HOURS, json.dumps([one[11:] for one in between.values()]))],
        }
        yield from self._pausing(seen)

    def _pausing(self, seen: Overview) -> Iterator[Block]:
        if seen.paused_until is not None:
            until = clock.local(seen.paused_until, clock.zone(seen.zone or "UTC"))
            text = self._word(surfaces.PAUSED, until=until.replace(tzinfo=None).isoformat(timespec="minutes"))
            yield self._line(text)
        if seen.paused_until is not None or seen.is_stopped:
            yield {"type": "actions", "elements": [self._button(SAY, vocabulary.RESUME, SAYS_RESUME)]}
            return
        options = [{"text": label(self._word(phrase)), "value": days} for days, phrase in PAUSES.items()]
        menu = {
            "type": "static_select",
            "action_id": PAUSE,
            "placeholder": label(self._word(vocabulary.PAUSE)),
            "options": options,
        }
        yield {"type": "actions", "elements": [menu]}

    def _data(self, seen: Overview) -> Iterator[Block]:
        yield self._headed(vocabulary.DATA)
        privacy = (
            self._word(phrase, **({"months": seen.months} if phrase.args else {})) for phrase in vocabulary.PRIVACY
        )
        yield self._line("\n".join(privacy))
        erase = self._button(f"{SAY}:erase", vocabulary.ERASE, SAYS_ERASE) | {
            "style": "danger",
            "confirm": {
                "title": label(self._word(vocabulary.ERASE_TITLE), most=100),
                "text": label(self._word(vocabulary.ERASE_SURE), most=300),
                "confirm": label(self._word(vocabulary.ERASE_YES), most=30),
                "deny": label(self._word(vocabulary.CANCEL), most=30),
            },
        }
        yield {
            "type": "actions",
            "elements": [
                self._button(f"{SAY}:data", vocabulary.SHOW_DATA, SAYS_DATA),
                self._button(f"{SAY}:export", vocabulary.EXPORT, SAYS_EXPORT),
                erase,
            ],
        }


def _at(hour: time) -> str:
    """An hour as the words want it: in an ISO date and time."""
    return f"2000-01-01T{hour:%H:%M}"
