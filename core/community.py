"""What a community sets for its members: links, whom to ask, the country, the hours.

A community is a workspace, a server or a career centre's own file. Everything is optional, and nothing unset is ever
shown or guessed. `read` takes the text of the file, whose every key `docs/community.example.toml` explains, and `written`
gives a text that reads as the same. The rule a newcomer could break: whatever is wrong in it is said in one sentence that
names the key, the value and what to write.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Any

from rapidfuzz import fuzz, process

from core import clock, places
from core.addresses import LinkFault, fault_of
from core.errors import CommunityError, WordingError
from core.helplines import ANYWHERE, Helpline, addresses, checked
from core.wording import REGION

QUIET = clock.QuietHours(time(21), time(8))
"""Nobody is written to in these local hours, unless the community says otherwise or the person asked for it."""
KEEP_MONTHS = (3, 6, 12, 24)
"""For how long after the last visit everything may be kept."""
LINKS = ("jobs", "careers-advice", "job-search", "follow-up-guide")
OFFERS = ("practice-partner", "talk-to-staff", "community-posts")
"""What members may be offered besides the coach itself."""
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Community:
    """The settings of one community."""

    name: str | None = None
    staff: str | None = None
    """Whom a member can turn to, as it is to be shown ("Ms Tembo, room 12, tembo@example.org")."""
    country: str | None = None
    """ISO 3166; whose helplines are given to somebody who has named no country of their own."""
    language: str | None = None
    """ISO 639; one that we have words for. None: English."""
    zone: str | None = None
    """The IANA zone of members whose platform does not tell theirs."""
    quiet: clock.QuietHours = QUIET
    working_days: frozenset[int] = clock.MONDAY_TO_FRIDAY
    """As `date.weekday()` counts them: Monday is 0."""
    keep_months: int | None = None
    """The longest that anything is kept after a member's last visit; they may choose less."""
    offered: frozenset[str] = frozenset(OFFERS)
    """Those of `OFFERS` that members are offered."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Address by name: those of `LINKS` that are set."""
    helplines: tuple[Helpline, ...] = ()
    """Lines of their own, given before the ones we know."""
    notes_on: str = ""
    """The platform ("slack", "discord") in whose private channel staff receive notes from members; empty where they
    receive none. No key of the file: it follows from the channel that staff have chosen (`core.communities.requests`)."""
    offers_partners: bool = False
    """Whether members are paired for practice interviews; no key of the file either."""

    @property
    def addresses(self) -> frozenset[str]:
        """Those that members are given: its links, and the pages of its helplines."""
        return addresses(self.helplines).union(self.links.values())


NONE = Community()
"""Where nothing is set up."""


def read(text: str) -> Community:
    """The settings in a TOML text; `CommunityError` says in one sentence what is wrong with them."""
    try:
        contents = tomllib.loads(text)
    except (ValueError, RecursionError) as problem:
        is_told = isinstance(problem, tomllib.TOMLDecodeError)
        what = str(problem).rstrip(".") if is_told else "it has thousands of digits or brackets in a row"
        raise CommunityError(
            f'the text is not TOML ({what}); write lines like staff = "Ms Tembo, room 12".'
        ) from problem
    found = {key: _READERS[_known(key, _READERS)](key, value) for key, value in contents.items()}
    return Community(
        name=found.get("name"),
        staff=found.get("staff"),
        country=found.get("country"),
        language=found.get("language"),
        zone=found.get("zone"),
        quiet=clock.QuietHours(found.get("quiet-from", QUIET.start), found.get("quiet-to", QUIET.end)),
        working_days=found.get("working-days", clock.MONDAY_TO_FRIDAY),
        keep_months=found.get("keep-months"),
        offered=found.get("offered", frozenset(OFFERS)),
        links=found.get("links", {}),
        helplines=found.get("helpline", ()),
    )


def written(community: Community) -> str:
    """A TOML text that `read` takes for the same settings; what is as usual stands in no line."""
    lines = list(_lines(community))
    if community.links:
        lines += ["", "[links]", *(f"{name} = {_quoted(community.links[name])}" for name in sorted(community.links))]
    for line in community.helplines:
        lines += ["", "[[helpline]]", *_lines_of(line)]
    return "\n".join((*lines, "")) if lines else ""


def _lines(community: Community) -> Iterator[str]:
    """The keys that stand before any table."""
    for key in ("name", "staff", "country", "language", "zone"):
        if (text := getattr(community, key)) is not None:
            yield f"{key} = {_quoted(text)}"
    for key, at, usual in (
        ("quiet-from", community.quiet.start, QUIET.start),
        ("quiet-to", community.quiet.end, QUIET.end),
    ):
        if at != usual:
            yield f'{key} = "{at:%H:%M}"' if at == at.replace(second=0, microsecond=0) else f"{key} = {at.isoformat()}"
    if community.working_days != clock.MONDAY_TO_FRIDAY:
        yield f"working-days = {_listed(WEEK[day] for day in sorted(community.working_days))}"
    if community.keep_months is not None:
        yield f"keep-months = {community.keep_months}"
    if community.offered != frozenset(OFFERS):
        yield f"offered = {_listed(sorted(community.offered))}"


def _lines_of(line: Helpline) -> Iterator[str]:
    for key in ("country", "kind", "name", "phone", "text", "url", "hours"):
        if (text := getattr(line, key)) is not None:
            yield f"{key} = {_quoted(text)}"
    yield f"sources = {_listed(line.sources)}"
    yield f"reviewed = {line.reviewed.isoformat()}"


def _quoted(text: str) -> str:
    """A string of TOML: as JSON has it, which leaves one mark as it stands that TOML does not take."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _listed(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _known(key: str, known: Iterable[str], *, within: str = "") -> str:
    """The key, if it is one; else a sentence with the nearest."""
    if key in known:
        return key
    nearest = process.extractOne(key, list(known), scorer=fuzz.ratio)
    raise CommunityError(f"{within}{key} is not a key I know; write {within}{nearest[0] if nearest else ''}.")


def _wrong(key: str, value: object, why: str, instead: str) -> CommunityError:
    shown = repr(value)
    shown = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"
    return CommunityError(f"{key} is {shown}, which is {why}; write {instead}.")


def _text(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise _wrong(key, value, "no text", "it in quotes")
    if not value.strip():
        raise _wrong(key, value, "empty", "something between the quotes, or leave the line out")
    return " ".join(value.split())


def _country(key: str, value: object) -> str:
    code = _text(key, value)
    if code in places.countries():
        return code
    meant = places.country_called(code)
    instead = f'"{meant}"' if meant else 'two capitals such as "ZM"'
    raise _wrong(key, value, "no country code (ISO 3166 alpha-2)", instead)


def _language(key: str, value: object) -> str:
    code = _text(key, value).casefold()
    if code not in REGION:
        raise _wrong(key, value, "no language that I have words for", " or ".join(f'"{one}"' for one in REGION))
    return code


def _zone(key: str, value: object) -> str:
    name = _text(key, value)
    try:
        return clock.zone(name).key
    except clock.UnknownZone as unknown:
        near = places.zones_meant(name) or unknown.near
    instead = " or ".join(f'"{one}"' for one in near) or 'a name such as "Africa/Lusaka"'
    raise _wrong(key, value, "no time zone", instead)


def _time(key: str, value: object) -> time:
    if isinstance(value, time):
        return value
    if isinstance(value, str) and _CLOCK.fullmatch(value):
        return time.fromisoformat(value)
    raise _wrong(key, value, "no time of day", f'it like "{QUIET.start if key == "quiet-from" else QUIET.end:%H:%M}"')


def _days(key: str, value: object) -> frozenset[int]:
    names = [f'"{day}"' for day in WEEK[:5]]
    if not isinstance(value, list) or not value:
        raise _wrong(key, value, "no list of days", f"one like [{', '.join(names)}]")
    for day in value:
        if not isinstance(day, str) or day.casefold() not in WEEK:
            nearest = process.extractOne(str(day).casefold(), WEEK)
            raise _wrong(key, day, "no day of the week", f'"{nearest[0]}"' if nearest else "one")
    return frozenset(WEEK.index(day.casefold()) for day in value)


def _months(key: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value not in KEEP_MONTHS:
        offered = ", ".join(map(str, KEEP_MONTHS[:-1]))
        raise _wrong(key, value, "no time that can be chosen", f"{offered} or {KEEP_MONTHS[-1]}")
    return value


def _offered(key: str, value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise _wrong(key, value, "no list", f"one like {_listed(OFFERS)}")
    for one in value:
        if one not in OFFERS:
            nearest = process.extractOne(str(one), OFFERS)
            raise _wrong(key, one, "nothing that can be offered", f'"{nearest[0] if nearest else OFFERS[0]}"')
    return frozenset(value)


def _links(key: str, value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise _wrong(key, value, "no table", f"[{key}] on a line of its own, and the links below it")
    return {_known(name, LINKS, within=f"{key}."): _address(f"{key}.{name}", link) for name, link in value.items()}


def _address(key: str, value: object) -> str:
    link = _text(key, value)
    match fault_of(link):
        case LinkFault.NO_ADDRESS as fault:
            raise _wrong(key, value, fault, "one that begins with https://, or leave the line out")
        case LinkFault.FOR_EXAMPLES as fault:
            raise _wrong(key, value, fault, "your own, or leave the line out")
    return link


def _helplines(key: str, value: object) -> tuple[Helpline, ...]:
    if not isinstance(value, list):
        raise _wrong(key, value, "no list of tables", f"[[{key}]] above each entry")
    try:
        lines = checked(value)
    except WordingError as problem:
        sentence = str(problem)
        raise CommunityError(sentence[0].lower() + sentence[1:]) from problem
    for line in lines:
        if line.country != ANYWHERE:
            _country(f"{key}.country", line.country)  # "UK" would reach nobody
    return lines


_READERS: dict[str, Callable[[str, object], Any]] = {
    "name": _text,
    "staff": _text,
    "country": _country,
    "language": _language,
    "zone": _zone,
    "quiet-from": _time,
    "quiet-to": _time,
    "working-days": _days,
    "keep-months": _months,
    "offered": _offered,
    "links": _links,
    "helpline": _helplines,
}
"""What reads the value of each key."""
