"""What the commands are to Discord and to the coach, and which zones are suggested; without any Discord."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.adapters import vocabularies
from bot.discord import commands
from bot.discord.zones import suggested, zone_of
from core.wording import load
from tests.terminal import ROOT


def test_commands_in_another_language_carry_its_words() -> None:
    made = commands.definitions(load(around=vocabularies(["discord"])), {"de": load(around=vocabularies(["discord"]))})
    assert all(one["name_localizations"] == {"de": one["name"]} for one in made)
    assert all("description_localizations" in one for one in made if one["type"] == 1)


def test_every_command_in_the_wording_means_something() -> None:
    assert set(commands.meaning(load(around=vocabularies(["discord"]))).values()) == {
        *commands.MEANS,
        commands.DEBRIEF,
        commands.SETTINGS,
        commands.ADMIN,
    }


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("lusaka", "Africa/Lusaka"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("berl", "Europe/Berlin"),
        ("new y", "America/New_York"),
    ],
)
def test_a_zone_is_found_by_what_people_type(typed: str, zone: str) -> None:
    assert zone in suggested(typed)[:5]


def test_a_country_with_several_clocks_is_not_guessed() -> None:
    assert zone_of("usa") is None
    assert len(suggested("usa")) > 1
    assert zone_of("Zambia") == "Africa/Lusaka"
    assert 1 < len(suggested("")) <= 25


def test_only_who_serves_discord_or_asks_it_loads_its_library() -> None:
    script = (
        "import sys, bot.app, bot.operate, bot.doctor, bot.serving, bot.discord.places;"
        "print({'discord', 'aiohttp'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "set()\n"
