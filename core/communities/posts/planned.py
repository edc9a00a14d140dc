"""What is kept of a post: its words, its channel, when it goes out and what became of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from enum import StrEnum
from hashlib import sha256
from typing import Any

from core.communities.events import Channel
from core.communities.posts.schedule import Once, Weekly, When
from core.communities.turn import CommunityTurn, View
from core.records import record

SECTION = "posts"
MOST_TOLD = 40
"""Of the days on which a post went out that are remembered: more than it can go out on before a clock is set right."""
TURN = "==="
"""A line of these parts texts that take turns."""
_TURN = re.compile(rf"^[^\S\n]*{TURN}+[^\S\n]*$", re.MULTILINE)


class Stage(StrEnum):
    """How far a post is."""

    PREVIEW = "preview"
    """Nothing goes out before staff have looked at it and said so."""
    ON = "on"
    """Goes out at its hour."""
    UNDER_WAY = "under way"
    """Goes out once, and has been handed on."""
    STANDS = "stands"
    """Is pinned in its channel."""
    PAUSED = "paused"


@record
class Gathering:
    """What a post announces, in the community's wall time (naive)."""

    start: datetime
    end: datetime | None = None
    place: str = ""
    """With its end and its place it enters the calendar, where there is one."""


@record
class Planned:
    """One post, which may go out many times."""

    number: int
    draft: str
    """Of the library, by its name."""
    title: str
    text: str
    """Several texts that take turns are parted by lines of `TURN`."""
    channel: Channel
    when: When | None = None
    """None: when staff press the button."""
    stage: Stage = Stage.PREVIEW
    revision: int = 0
    """Counts the changes, so that nobody lets out what they have not seen."""
    since: datetime | None = None
    """Only what comes later than this instant goes out."""
    told: tuple[date, ...] = ()
    """The latest days on which it went out, or is about to; in the community's zone."""
    used: tuple[str, ...] = ()
    """The digests of the texts that have had their turn in this round."""
    trouble: str = ""
    """Why it is paused, if staff have not paused it: one of `WhyNot`, or the platform's own word."""
    passed_over: date | None = None
    """The latest day on which it was too late to send it; until it is sent again."""
    gathering: Gathering | None = None
    stands: tuple[str, str] | None = None
    """The channel and the message where it is pinned."""
    replaces: int | None = None
    """The pinned post that is taken down once this one stands."""

    @property
    def texts(self) -> list[str]:
        """Those that take turns; there is at least one."""
        return [text for part in _TURN.split(self.text) if (text := part.strip())] or [""]

    @property
    def next_text(self) -> str:
        """The one that goes out next: none comes back before all were used."""
        texts = self.texts
        return next((text for text in texts if _digest(text) not in self.used), texts[0])

    def going_out(self, day: date) -> Planned:
        """The same, once that day's text is on its way."""
        digest = _digest(self.next_text)
        used = () if digest in self.used else self.used
        return replace(self, told=(*self.told, day)[-MOST_TOLD:], used=(*used, digest))

    def changed(self, **changes: Any) -> Planned:
        """Another version, to be looked at before it goes out; whatever kept the last one from it is over."""
        fresh: dict[str, Any] = {"trouble": "", "stage": Stage.PREVIEW, "revision": self.revision + 1}
        return replace(self, **(fresh | changes))


def all_planned(view: View) -> list[Planned]:
    """Every post there is, in the order they were made."""
    kept: Mapping[str, Any] = view.section(SECTION, {})
    return [_decoded(int(number), one) for number, one in kept.get("posts", {}).items()]


def planned(view: View, number: str) -> Planned | None:
    """The post of that number."""
    return next((one for one in all_planned(view) if str(one.number) == number), None)


def keep(turn: CommunityTurn, post: Planned) -> None:
    """Keep a post as it is now."""
    kept = turn.section(SECTION, {})
    turn.keep(SECTION, {**kept, "posts": {**kept.get("posts", {}), str(post.number): _encoded(post)}})


def drop(turn: CommunityTurn, number: int) -> None:
    """Keep nothing of a post any more."""
    kept = turn.section(SECTION, {})
    left = {name: one for name, one in kept.get("posts", {}).items() if name != str(number)}
    turn.keep(SECTION, {**kept, "posts": left})


def new_number(turn: CommunityTurn) -> int:
    """A number that no post has had."""
    kept = turn.section(SECTION, {})
    number = int(kept.get("last", 0)) + 1
    turn.keep(SECTION, {**kept, "last": number})
    return number


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


# --- As JSON ----------------------------------------------------------------------------------------------


def _encoded(post: Planned) -> dict[str, Any]:
    channel, gathering = post.channel, post.gathering
    kept: dict[str, Any] = {
        "draft": post.draft,
        "title": post.title,
        "text": post.text,
        "channel": [channel.id, channel.name, channel.is_private, channel.is_forum, channel.has_calendar],
        "when": _encoded_when(post.when),
        "stage": post.stage,
        "revision": post.revision,
        "since": post.since and post.since.isoformat(),
        "told": [day.isoformat() for day in post.told],
        "used": list(post.used),
        "trouble": post.trouble,
        "passed-over": post.passed_over and post.passed_over.isoformat(),
        "gathering": gathering
        and [gathering.start.isoformat(), gathering.end and gathering.end.isoformat(), gathering.place],
        "stands": post.stands and list(post.stands),
        "replaces": post.replaces,
    }
    return {name: value for name, value in kept.items() if value}


def _encoded_when(when: When | None) -> list[Any] | None:
    match when:
        case Once(on, at):
            return ["once", on.isoformat(), at.isoformat("minutes")]
        case Weekly(days, at):
            return ["weekly", sorted(days), at.isoformat("minutes")]
        case None:
            return None


def _decoded(number: int, kept: Mapping[str, Any]) -> Planned:
    id, name, is_private, is_forum, has_calendar = kept["channel"]
    since, passed_over, gathering = kept.get("since"), kept.get("passed-over"), kept.get("gathering")
    return Planned(
        number=number,
        draft=kept["draft"],
        title=kept.get("title", ""),
        text=kept.get("text", ""),
        channel=Channel(id, name, is_private=is_private, is_forum=is_forum, has_calendar=has_calendar),
        when=_decoded_when(kept.get("when")),
        stage=Stage(kept["stage"]),
        revision=kept.get("revision", 0),
        since=datetime.fromisoformat(since) if since else None,
        told=tuple(map(date.fromisoformat, kept.get("told", ()))),
        used=tuple(kept.get("used", ())),
        trouble=kept.get("trouble", ""),
        passed_over=date.fromisoformat(passed_over) if passed_over else None,
        gathering=_decoded_gathering(*gathering) if gathering else None,
        stands=tuple(kept["stands"]) if "stands" in kept else None,
        replaces=kept.get("replaces"),
    )


def _decoded_when(kept: list[Any] | None) -> When | None:
    match kept:
        case ["once", on, at]:
            return Once(date.fromisoformat(on), time.fromisoformat(at))
        case ["weekly", days, at]:
            return Weekly(frozenset(days), time.fromisoformat(at))
        case _:
            return None


def _decoded_gathering(start: str, end: str | None, place: str) -> Gathering:
    return Gathering(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None, place)
