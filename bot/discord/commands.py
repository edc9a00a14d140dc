"""The commands that Discord offers while one types, and what each of them is to the coach.

They are global, work in servers and in the conversation with us, and can be installed by a server or by a person; that of
staff is offered in servers, to those who manage them. What a command is called in another language comes from that language's content files.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.discord import permissions, vocabulary
from bot.discord.outgoing import Payload
from core.vocabulary import Phrase
from core.wording import Wording

DEBRIEF, NUDGES, JOURNAL, SETTINGS = "debrief", "nudges", "journal", "settings"
HAPPENED, ZONE = "happened", "zone"
ADMIN = "rebound-admin"
LONGEST_STORY = 4000
MEANS: Mapping[str, str] = {
    "journal": "my interviews",
    "nudges": "what have you planned?",
    "note": "show the note",
    "practice": "do the practice now",
    "prepare": "help me prepare",
    "privacy": "my data",
    "export": "export",
    "forget": "forget me",
    "help": "help",
}
"""The words that do what a command does; so it does the same wherever the coach is talked with."""
AT_FIRST: Mapping[str, str | None] = {"practice": None, "note": None, "prepare": "help me prepare for an interview"}
"""The same where no interview was told of yet; None: they are invited to tell of one."""
DISCORD_LOCALES: Mapping[str, tuple[str, ...]] = {"de": ("de",), "es": ("es-ES", "es-419"), "fr": ("fr",)}
"""What Discord calls a language of the content files, apart from the one that everybody else is shown."""
_TEXT, _MESSAGE = 1, 3
_STRING = 3
_EVERYWHERE = {"contexts": [0, 1], "integration_types": [0, 1]}
_FOR_STAFF = {
    "contexts": [0],
    "integration_types": [0],
    "default_member_permissions": str(permissions.MANAGE_SERVER),
}
"""Offered to those who manage the server. Its admins can offer it to others, so it is asked again at each interaction."""


def definitions(words: Wording, others: Mapping[str, Wording] | None = None) -> list[Payload]:
    """All commands as Discord takes them; `others` are the words of further languages."""
    others = others or {}
    options = {
        DEBRIEF: [_option(HAPPENED, vocabulary.HAPPENED, words, others) | {"max_length": LONGEST_STORY}],
        SETTINGS: [_option(ZONE, vocabulary.ZONE, words, others) | {"autocomplete": True, "max_length": 100}],
    }
    made = []
    for name, described in vocabulary.COMMANDS.items():
        localized = _localized("name", vocabulary.NAMES[name], words, others)
        described_in = _localized("description", described, words, others)
        more = {"options": options[name]} if name in options else {}
        made.append({"type": _TEXT, **localized, **described_in, **more, **_EVERYWHERE})
    made.append({"type": _MESSAGE, **_localized("name", vocabulary.SAVE, words, others), **_EVERYWHERE})
    named = _localized("name", vocabulary.ADMIN_NAME, words, others)
    made.append({"type": _TEXT, **named, **_localized("description", vocabulary.ADMIN, words, others), **_FOR_STAFF})
    return made


def meaning(words: Wording) -> dict[str, str]:
    """Which command a name is; a command that is called otherwise in other languages still comes by this name."""
    names = {**vocabulary.NAMES, ADMIN: vocabulary.ADMIN_NAME}
    return {str(words.filled(phrase)): name for name, phrase in names.items()}


def are_the_same(wanted: list[Payload], there: list[Mapping[str, Any]]) -> bool:
    """Whether Discord has exactly these commands already; what it adds of its own does not count."""
    found = {(one.get("type", _TEXT), one["name"]): one for one in there}
    keys = {(one["type"], one["name"]) for one in wanted}
    return found.keys() == keys and all(_fits(one, found[one["type"], one["name"]]) for one in wanted)


def _fits(wanted: Any, there: Any) -> bool:
    match wanted:
        case dict():
            is_same_choice = bool(wanted.get("options")) == bool(there.get("options")) if "type" in wanted else True
            return is_same_choice and all(_fits(value, there.get(name)) for name, value in wanted.items())
        case [dict(), *_]:
            both = isinstance(there, list) and len(there) == len(wanted)
            return both and all(_fits(one, other) for one, other in zip(wanted, there, strict=True))
        case list():
            return sorted(wanted) == sorted(there or [])
        case _:
            return bool(wanted == there)


def _option(name: str, described: Phrase, words: Wording, others: Mapping[str, Wording]) -> Payload:
    return {"type": _STRING, "name": name, "required": False, **_localized("description", described, words, others)}


def _localized(field: str, phrase: Phrase, words: Wording, others: Mapping[str, Wording]) -> Payload:
    localized = {
        locale: str(other.filled(phrase))
        for language, other in others.items()
        for locale in DISCORD_LOCALES.get(language, ())
    }
    return {field: str(words.filled(phrase)), **({f"{field}_localizations": localized} if localized else {})}
