"""What is set, kept as the very TOML that the file form has; and who changed which part of it last.

Staff may have the same form open at once. A form carries the number of the latest change before it; who sends it later
is told which of its fields somebody else has changed since, and overwrites nothing unknowingly. The rule a newcomer could
break: that number counts what staff save and nothing else. One that counted turns would tell how often members had done
something in between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from babel import Locale

from core import community
from core.communities.events import Staff
from core.communities.turn import CommunityTurn, View
from core.community import LINKS, WEEK, Community
from core.helplines import ANYWHERE, Helpline
from core.messages import without_mentions
from core.vocabulary import Arg, Filled, Phrase

SECTION = "settings"
LATEST = "settings-latest"
"""By part, the number of its latest change and who made it."""

NAME = Phrase("settings-name")
STAFF = Phrase("settings-staff")
COUNTRY = Phrase("settings-country")
LANGUAGE = Phrase("settings-language")
ZONE = Phrase("settings-zone")
QUIET_FROM = Phrase("settings-quiet-from")
QUIET_TO = Phrase("settings-quiet-to")
WORKING_DAYS = Phrase("settings-working-days")
KEEP_MONTHS = Phrase("settings-keep-months")
OFFERED = Phrase("settings-offered")
LINKS_JOBS = Phrase("settings-link-jobs")
LINKS_ADVICE = Phrase("settings-link-careers-advice")
LINKS_SEARCH = Phrase("settings-link-job-search")
LINKS_GUIDE = Phrase("settings-link-follow-up-guide")
HELPLINES = Phrase("settings-helplines")
LABELS: Mapping[str, Phrase] = {
    "name": NAME,
    "staff": STAFF,
    "country": COUNTRY,
    "language": LANGUAGE,
    "zone": ZONE,
    "quiet-from": QUIET_FROM,
    "quiet-to": QUIET_TO,
    "working-days": WORKING_DAYS,
    "keep-months": KEEP_MONTHS,
    "offered": OFFERED,
    "jobs": LINKS_JOBS,
    "careers-advice": LINKS_ADVICE,
    "job-search": LINKS_SEARCH,
    "follow-up-guide": LINKS_GUIDE,
    "helplines": HELPLINES,
}
"""What each part is called; in forms a field has the name of its part."""
CHANGED = Phrase("settings-changed", "part", "before", "after")
CHANGED_MEANWHILE = Phrase("settings-changed-meanwhile", "who", "after")
NOT_SET = Phrase("settings-not-set")
COUNTRY_NAME = Phrase("settings-country-name", "country")
MONTHS = Phrase("settings-months", "months")
MONTHS_THEIRS = Phrase("settings-months-theirs")
OFFERS_NOTHING = Phrase("settings-offers-nothing")
OFFER: Mapping[str, Phrase] = {name: Phrase(f"settings-offer-{name}") for name in community.OFFERS}
PARTNER, TALK, POSTS = OFFER.values()
"""At the top of the module, as all that is said."""
DAY: tuple[Phrase, ...] = tuple(Phrase(f"settings-{name}") for name in WEEK)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = DAY


def save(turn: CommunityTurn, by: Staff, settings: Community) -> None:
    """Keep the settings; each part that is another than before is recorded with who and when, and what it was."""
    before, after = parts(turn.settings), parts(settings)
    changed = [name for name in LABELS if before[name] != after[name]]
    if not changed:
        return
    for name in changed:
        was, becomes = told(turn, turn.settings, name), told(turn, settings, name)
        turn.changed(by, turn.say(CHANGED, part=LABELS[name], before=was, after=becomes))
    number = version(turn) + 1
    latest = {name: [number, by.id, by.name or by.id] for name in changed}
    turn.keep(LATEST, {**turn.section(LATEST, {}), **latest})
    turn.keep(SECTION, without_mentions(community.written(settings)))


def version(view: View) -> int:
    """The number of the latest change; 0 before the first."""
    return max((int(one[0]) for one in view.section(LATEST, {}).values()), default=0)


def changed_meanwhile(turn: View, since: int, by: Staff, wanted: Community, names: Iterable[str]) -> dict[str, str]:
    """By part: a sentence, where somebody else has changed it after the change `since` to what is not wanted now."""
    now, then = parts(turn.settings), parts(wanted)
    latest: Mapping[str, list[object]] = turn.section(LATEST, {})
    return {
        name: turn.say(CHANGED_MEANWHILE, who=str(latest[name][2]), after=told(turn, turn.settings, name))
        for name in names
        if name in latest and int(str(latest[name][0])) > since and latest[name][1] != by.id and now[name] != then[name]
    }


def is_from_staff(view: View) -> bool:
    """Whether staff have set something here; else the settings are those of whoever runs the coach, if any."""
    return view.section(SECTION, None) is not None


def parts(settings: Community) -> dict[str, object]:
    """Everything that can be set, by the names of `LABELS`."""
    return {
        "name": settings.name,
        "staff": settings.staff,
        "country": settings.country,
        "language": settings.language,
        "zone": settings.zone,
        "quiet-from": settings.quiet.start,
        "quiet-to": settings.quiet.end,
        "working-days": settings.working_days,
        "keep-months": settings.keep_months,
        "offered": settings.offered,
        **{name: settings.links.get(name) for name in LINKS},
        "helplines": settings.helplines,
    }


def told(view: View, settings: Community, name: str) -> str:
    """One part in words, for staff."""
    value: Arg | None
    if name in _TOLD:
        value = _TOLD[name](settings)
    else:
        value = settings.links.get(name) if name in LINKS else getattr(settings, name)
    return view.say(NOT_SET) if value is None else str(view.wording.filled(value))


def language(code: str) -> str:
    """What a language calls itself."""
    return str(Locale.parse(code).display_name)


def reach(line: Helpline) -> str:
    """How somebody gets there, as members are told it."""
    return line.phone or line.text or line.url or ""


def _country(settings: Community) -> Arg | None:
    return settings.country and Filled(COUNTRY_NAME, (("country", settings.country),))


def _months(settings: Community) -> Arg:
    return Filled(MONTHS, (("months", settings.keep_months),)) if settings.keep_months else MONTHS_THEIRS


def _offered(settings: Community) -> Arg:
    return tuple(phrase for name, phrase in OFFER.items() if name in settings.offered) or OFFERS_NOTHING


def _helplines(settings: Community) -> Arg | None:
    lines = (
        f"{one.name} ({'' if one.country == ANYWHERE else f'{one.country}, '}{reach(one)})"
        for one in settings.helplines
    )
    return tuple(lines) or None


_TOLD: Mapping[str, Callable[[Community], Arg | None]] = {
    "country": _country,
    "language": lambda settings: settings.language and language(settings.language),
    "quiet-from": lambda settings: f"{settings.quiet.start:%H:%M}",
    "quiet-to": lambda settings: f"{settings.quiet.end:%H:%M}",
    "working-days": lambda settings: tuple(DAY[day] for day in sorted(settings.working_days)),
    "keep-months": _months,
    "offered": _offered,
    "helplines": _helplines,
}
"""How those parts are told that are no text as they stand."""
