"""What is coming, and what is set, as the lines of a message. Instants are shown by Discord, on the reader's own clock.

In the conversation itself times stand in words, as everywhere: there they belong to sentences and to buttons, and are the
same on every platform. A list is read at a glance, and there the device's own clock is the better one.
"""

from __future__ import annotations

from datetime import datetime

from bot.discord import vocabulary
from bot.discord.text import escaped
from bot.discord.words import Words
from core import clock, places, surfaces
from core.overview import Overview
from core.vocabulary import Arg


def moment(at: datetime, style: str) -> str:
    """An instant, shown by each reader's own device."""
    return f"<t:{int(at.timestamp())}:{style}>"


def coming(found: Overview, words: Words) -> list[str]:
    """What comes of itself, in its order."""
    lines = [f"**{escaped(words.label(surfaces.COMING))}**", *_silence(found, words)]
    if len(lines) == 1:
        lines += [_at(one.at, one.about, words) for one in found.coming]
        how = surfaces.HOW_TO_CHANGE if found.coming else surfaces.NOTHING_COMING
        lines.append(escaped(words.label(how)))
    return lines


def settings(found: Overview, words: Words) -> list[str]:
    """The clock, the hours, and what has been put off or stopped."""
    zone = (
        words.fill(surfaces.ZONE, town=places.town(found.zone))
        if found.zone is not None
        else words.label(surfaces.NO_ZONE)
    )
    hours = words.fill(
        surfaces.HOURS,
        **{"from": f"2000-01-01T{found.may_write_from:%H:%M}", "until": f"2000-01-01T{found.may_write_until:%H:%M}"},
    )
    kept = words.fill(surfaces.KEPT, months=found.months)
    title = f"**{escaped(words.label(surfaces.SETTINGS))}**"
    shown = [escaped(one) for one in (zone, hours)]
    rest = [escaped(kept), escaped(words.label(vocabulary.SETTINGS_HOW))]
    return [title, *shown, *_silence(found, words), *rest]


def _silence(found: Overview, words: Words) -> list[str]:
    """Why nothing comes, if nothing does."""
    if found.is_held:
        return [escaped(words.label(surfaces.HELD))]
    if found.is_stopped:
        return [escaped(words.label(surfaces.STOPPED))]
    if found.paused_until is not None:
        local = found.paused_until if found.zone is None else found.paused_until.astimezone(clock.zone(found.zone))
        return [escaped(words.fill(surfaces.PAUSED, until=f"{local:%Y-%m-%dT%H:%M}"))]
    return []


def _at(at: datetime, about: str, words: Words) -> str:
    marks: dict[str, Arg] = {"at": "\ue000", "in": "\ue001", "about": about}
    text = escaped(words.fill(vocabulary.COMING_AT, **marks))
    return text.replace("\ue000", moment(at, "F")).replace("\ue001", moment(at, "R"))
