"""The forms in which staff set things up, one idea each; what is sent is checked, compared and saved as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2s

from core import community
from core.clock import QuietHours
from core.communities.desk import Field, Form, Kind, Problems
from core.communities.events import Submitted
from core.communities.settings import saving
from core.communities.settings.saving import DAY, LABELS, OFFER
from core.communities.settings.typed import Typed, fault_of_link
from core.communities.turn import Asks, CommunityTurn, Takes, View
from core.community import KEEP_MONTHS, LINKS, OFFERS, WEEK, Community
from core.errors import CommunityError
from core.helplines import ANYWHERE, Helpline, Service
from core.messages import Choice
from core.records import unsaid
from core.vocabulary import Phrase
from core.wording import REGION

ABOUT = Phrase("settings-form-about")
ABOUT_STAFF = Phrase("settings-hint-staff")
ABOUT_COUNTRY = Phrase("settings-hint-country")
FORM_LINKS = Phrase("settings-form-links")
LINK_HINT = Phrase("settings-hint-link")
HOURS = Phrase("settings-form-hours")
ZONE_HINT = Phrase("settings-hint-zone")
QUIET_HINT = Phrase("settings-hint-quiet")
DAYS_HINT = Phrase("settings-hint-days")
KEEPING = Phrase("settings-form-keeping")
KEEPING_HINT = Phrase("settings-hint-keeping")
OFFERS_FORM = Phrase("settings-form-offers")
HELPLINE = Phrase("settings-form-helpline")
LINE_NAME = Phrase("settings-line-name")
LINE_REACH = Phrase("settings-line-reach")
LINE_REACH_HINT = Phrase("settings-hint-line-reach")
LINE_HOURS = Phrase("settings-line-hours")
LINE_HOURS_HINT = Phrase("settings-hint-line-hours")
LINE_SOURCE = Phrase("settings-line-source")
LINE_SOURCE_HINT = Phrase("settings-hint-line-source")
LINE_KIND = Phrase("settings-line-kind")
LINE_IN = Phrase("settings-line-helpline-in", "country")
LINE_EMERGENCY_IN = Phrase("settings-line-emergency-in", "country")
LINE_ANYWHERE = Phrase("settings-line-anywhere")
LINE_DIRECTORY = Phrase("settings-line-directory")
MANY_LINES = Phrase("settings-many-lines", "most")
REMOVE = Phrase("settings-form-remove")
REMOVE_WHICH = Phrase("settings-remove-which")
IMPORT = Phrase("settings-form-import")
IMPORT_TEXT = Phrase("settings-import-text")
IMPORT_HINT = Phrase("settings-import-hint")
IMPORT_WRONG = Phrase("settings-import-wrong", "problem")
IMPORT_LINK = Phrase("settings-import-link", "part", "fault")
IMPORT_MEANWHILE = Phrase("settings-import-meanwhile", "part", "sentence")

MOST_LINES = 20
"""Helplines of their own; a platform's list holds little more, and nobody in need reads through so many."""
LONGEST_FILE = 3000
"""In letters: what Slack takes in one field."""
LONGEST_OPTION = 75
"""In letters: Slack's limit."""
_VERSION_DIGITS = 9
_USUAL_LANGUAGE = next(iter(REGION))


@unsaid
@dataclass(frozen=True, slots=True)
class _Form:
    """One form: what it asks, and what the settings become by what was typed."""

    title: Phrase
    fields: Callable[[View], tuple[Field, ...]]
    read: Callable[[View, Typed], Community]
    """Not to be used where the typed has problems."""
    sets: tuple[str, ...]
    """The parts that it sets as a whole."""
    leads_to: str = "settings"


def forms() -> Mapping[str, Asks]:
    """By name; each form's own name has the number of the latest change behind the colon."""
    return {name: _asking(name, form) for name, form in _FORMS.items()}


def takes() -> Mapping[str, Takes]:
    """What takes each of them."""
    return {name: _taking(form) for name, form in _FORMS.items()}


def _asking(name: str, form: _Form) -> Asks:
    return lambda view, _about: Form(f"{name}:{saving.version(view)}", view.say(form.title), form.fields(view))


def _taking(form: _Form) -> Takes:
    def take(turn: CommunityTurn, event: Submitted) -> Problems | str:
        since = _since(turn, event)
        typed = Typed(turn, event, form.fields(turn))
        wanted = form.read(turn, typed)
        problems = typed.problems
        if not problems:
            meanwhile = saving.changed_meanwhile(turn, since, event.by, wanted, form.sets)
            problems = _beside_one_field(turn, meanwhile) if form is _FORMS["import"] else meanwhile
        if problems:
            return Problems(tuple(problems.items()))
        saving.save(turn, event.by, wanted)
        return form.leads_to

    return take


def _since(turn: CommunityTurn, event: Submitted) -> int:
    """The change after which the form was made; `KeyError` where it cannot be one of this community's."""
    version = event.form.partition(":")[2]
    is_number = version.isascii() and version.isdigit() and len(version) <= _VERSION_DIGITS
    if not is_number or int(version) > saving.version(turn):
        raise KeyError(event.form)
    return int(version)


def _beside_one_field(view: View, meanwhile: Mapping[str, str]) -> dict[str, str]:
    told = [view.say(IMPORT_MEANWHILE, part=LABELS[name], sentence=one) for name, one in meanwhile.items()]
    return {"toml": " ".join(told)} if told else {}


# --- who they are ---


def _about_fields(view: View) -> tuple[Field, ...]:
    now = view.settings
    country = view.say(saving.COUNTRY_NAME, country=now.country) if now.country else ""
    languages = tuple(Choice(code, saving.language(code)) for code in REGION)
    return (
        _text(view, "name", now.name, most=80),
        _text(view, "staff", now.staff, ABOUT_STAFF, most=200),
        _text(view, "country", country, ABOUT_COUNTRY, most=80),
        Field("language", view.say(LABELS["language"]), Kind.ONE, (now.language or _USUAL_LANGUAGE,), "", languages),
    )


def _about(view: View, typed: Typed) -> Community:
    language = typed.one("language")
    is_as_usual = view.settings.language is None and language == _USUAL_LANGUAGE
    return replace(
        view.settings,
        name=typed.text("name") or None,
        staff=typed.text("staff") or None,
        country=typed.country("country"),
        language=None if is_as_usual else language or None,
    )


# --- where they point people ---


def _links_fields(view: View) -> tuple[Field, ...]:
    return tuple(_text(view, name, view.settings.links.get(name), LINK_HINT) for name in LINKS)


def _links(view: View, typed: Typed) -> Community:
    links = {name: typed.link(name, view.settings.links.get(name)) for name in LINKS}
    return replace(view.settings, links={name: link for name, link in links.items() if link})


# --- when ---


def _hours_fields(view: View) -> tuple[Field, ...]:
    now = view.settings
    days = tuple(Choice(name, view.say(phrase)) for name, phrase in zip(WEEK, DAY, strict=True))
    works = tuple(WEEK[day] for day in sorted(now.working_days))
    return (
        _text(view, "zone", now.zone, ZONE_HINT, most=80),
        _text(view, "quiet-from", f"{now.quiet.start:%H:%M}", QUIET_HINT, most=10, is_required=True),
        _text(view, "quiet-to", f"{now.quiet.end:%H:%M}", most=10, is_required=True),
        Field(
            "working-days",
            view.say(LABELS["working-days"]),
            Kind.SEVERAL,
            works,
            view.say(DAYS_HINT),
            days,
            is_required=True,
        ),
    )


def _hours(view: View, typed: Typed) -> Community:
    days = typed.several("working-days")
    return replace(
        view.settings,
        zone=typed.zone("zone"),
        quiet=QuietHours(typed.time("quiet-from"), typed.time("quiet-to")),
        working_days=frozenset(number for number, name in enumerate(WEEK) if name in days),
    )


# --- for how long, and what is offered ---


def _keeping_fields(view: View) -> tuple[Field, ...]:
    options = (
        Choice("theirs", view.say(saving.MONTHS_THEIRS)),
        *(Choice(str(months), view.say(saving.MONTHS, months=months)) for months in KEEP_MONTHS),
    )
    now = str(view.settings.keep_months or "theirs")
    label, hint = view.say(LABELS["keep-months"]), view.say(KEEPING_HINT)
    return (Field("keep-months", label, Kind.ONE, (now,), hint, options, is_required=True),)


def _keeping(view: View, typed: Typed) -> Community:
    chosen = typed.one("keep-months")
    return replace(view.settings, keep_months=int(chosen) if chosen.isdecimal() else None)


def _offers_fields(view: View) -> tuple[Field, ...]:
    options = tuple(Choice(name, view.say(phrase)) for name, phrase in OFFER.items())
    now = tuple(name for name in OFFERS if name in view.settings.offered)
    return (Field("offered", view.say(LABELS["offered"]), Kind.SEVERAL, now, "", options),)


def _offers(view: View, typed: Typed) -> Community:
    return replace(view.settings, offered=frozenset(typed.several("offered")))


# --- helplines of their own ---


def _helpline_fields(view: View) -> tuple[Field, ...]:
    kinds = [(f"{Service.HELPLINE}:{ANYWHERE}", LINE_ANYWHERE), (f"{Service.DIRECTORY}:{ANYWHERE}", LINE_DIRECTORY)]
    options = [Choice(option, view.say(phrase)) for option, phrase in kinds]
    if country := view.settings.country:
        there = [(Service.HELPLINE, LINE_IN), (Service.EMERGENCY, LINE_EMERGENCY_IN)]
        options = [*(Choice(f"{kind}:{country}", view.say(one, country=country)) for kind, one in there), *options]
    return (
        _asked(view, "line", LINE_NAME, most=120),
        _asked(view, "reach", LINE_REACH, LINE_REACH_HINT, most=200),
        _asked(view, "hours", LINE_HOURS, LINE_HOURS_HINT, most=120),
        _asked(view, "source", LINE_SOURCE, LINE_SOURCE_HINT, most=300),
        Field("kind", view.say(LINE_KIND), Kind.ONE, (options[0].option,), "", tuple(options), is_required=True),
    )


def _helpline(view: View, typed: Typed) -> Community:
    kind, _, country = typed.one("kind").partition(":")
    name, reach, hours = typed.text("line"), typed.reach("reach"), typed.text("hours")
    source = typed.text("source")
    lines = view.settings.helplines
    if len(lines) >= MOST_LINES:
        typed.refuse("line", MANY_LINES, most=MOST_LINES)
    if typed.problems:
        return view.settings
    is_page = reach.casefold().startswith("https://")
    line = Helpline(country, Service(kind), name, hours, (source,), view.now.date(), None if is_page else reach)
    return replace(view.settings, helplines=(*lines, replace(line, url=reach) if is_page else line))


def _remove_fields(view: View) -> tuple[Field, ...]:
    lines = view.settings.helplines[:MOST_LINES]
    options = tuple(Choice(_mark(line), f"{line.name}: {saving.reach(line)}"[:LONGEST_OPTION]) for line in lines)
    return (Field("line", view.say(REMOVE_WHICH), Kind.ONE, (), "", options, is_required=True),)


def _remove(view: View, typed: Typed) -> Community:
    gone = typed.one("line")
    return replace(view.settings, helplines=tuple(line for line in view.settings.helplines if _mark(line) != gone))


def _mark(line: Helpline) -> str:
    """Tells a line from the others, and stays the same where others come or go."""
    return blake2s(
        community.written(Community(helplines=(line,))).encode("utf-8", "replace"), digest_size=6
    ).hexdigest()


# --- all of it at once ---


def _import_fields(view: View) -> tuple[Field, ...]:
    hint = view.say(IMPORT_HINT)
    return (Field("toml", view.say(IMPORT_TEXT), Kind.LONG_TEXT, (), hint, is_required=True, most=LONGEST_FILE),)


def _import(view: View, typed: Typed) -> Community:
    text = typed.lines("toml")
    if typed.problems:
        return view.settings
    try:
        wanted = community.read(text)
    except CommunityError as problem:
        typed.refuse("toml", IMPORT_WRONG, problem=str(problem))
        return view.settings
    for name, link in wanted.links.items():
        fault = None if view.settings.links.get(name) == link else fault_of_link(view, link)
        if fault is not None:
            typed.refuse("toml", IMPORT_LINK, part=LABELS[name], fault=fault)
    return wanted


# --- fields ---


def _text(
    view: View, name: str, value: str | None, hint: Phrase | None = None, *, most: int = 500, is_required: bool = False
) -> Field:
    """A line of text for a part that can be set."""
    stands = (value,) if value else ()
    said = view.say(hint) if hint else ""
    return Field(name, view.say(LABELS[name]), Kind.TEXT, stands, said, is_required=is_required, most=most)


def _asked(view: View, name: str, label: Phrase, hint: Phrase | None = None, *, most: int) -> Field:
    return Field(name, view.say(label), Kind.TEXT, (), view.say(hint) if hint else "", is_required=True, most=most)


_FORMS: Mapping[str, _Form] = {
    "about": _Form(ABOUT, _about_fields, _about, ("name", "staff", "country", "language"), "home"),
    "links": _Form(FORM_LINKS, _links_fields, _links, LINKS, "home"),
    "hours": _Form(HOURS, _hours_fields, _hours, ("zone", "quiet-from", "quiet-to", "working-days"), "home"),
    "keeping": _Form(KEEPING, _keeping_fields, _keeping, ("keep-months",)),
    "offers": _Form(OFFERS_FORM, _offers_fields, _offers, ("offered",)),
    "helpline": _Form(HELPLINE, _helpline_fields, _helpline, ()),
    "helpline-remove": _Form(REMOVE, _remove_fields, _remove, ()),
    "import": _Form(IMPORT, _import_fields, _import, tuple(LABELS)),
}
