"""Setting up the coach on Discord: what the doctor asks, the links that add it, and which shard is served."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.config import Settings, SettingsError
from bot.discord import permissions
from bot.discord.checking import Unwell, check, links, refuse
from bot.tokens import Tokens
from tests.discord_life import STORY, serving, tells
from tests.simulators.discord import Sim
from tests.simulators.discord.sim import perm

ABOUT: dict[str, Any] = {"id": "7", "name": "Rebound", "integration_types_config": {"0": {}, "1": {}}}
LIMIT = {"remaining": 900, "total": 1000, "reset_after": 3_600_000}


def tokens(**more: str | int) -> Tokens:
    return Tokens(_env_file=None, **{"discord_token": "a.b.c", **more})


def settings(sim: Sim, folder: Path) -> Settings:
    return Settings(_env_file=None, database=folder / "x.db", DISCORD_API_URL=sim.api_url)


async def test_the_doctor_asks_discord_what_it_thinks_of_us(tmp_path: Path) -> None:
    async with Sim(work_dir=tmp_path, self_check=True) as sim:
        sim.guild("Career Center", owner=sim.user("Sam"))
        ours = tokens(discord_token=sim.token, discord_api_url=sim.api_url)
        said = await asyncio.to_thread(check, settings(sim, tmp_path), ours)
        assert "on 1 server" in said
        assert "at the next start" in said
        with pytest.raises(SettingsError, match="Reset Token"):
            await asyncio.to_thread(check, settings(sim, tmp_path), tokens())
        sim.assert_clean()


async def test_the_links_ask_for_no_permission(tmp_path: Path) -> None:
    async with Sim(work_dir=tmp_path) as sim:
        ours = tokens(discord_token=sim.token, discord_api_url=sim.api_url)
        to_a_server, to_a_person = await asyncio.to_thread(links, settings(sim, tmp_path), ours)
        assert f"client_id={sim.app_id}" in to_a_server
        assert "permissions=0" in to_a_server
        assert "integration_type=1" in to_a_person


async def test_a_community_is_asked_for_what_its_posts_need_and_no_more(tmp_path: Path) -> None:
    async with Sim(work_dir=tmp_path) as sim:
        ours = tokens(discord_token=sim.token, discord_api_url=sim.api_url)
        to_a_server, _ = await asyncio.to_thread(links, settings(sim, tmp_path), ours, for_communities=True)
        needed = perm("view_channel", "send_messages", "read_message_history", "pin_messages", "create_events")
        assert to_a_server.endswith(f"permissions={needed}")


async def test_what_a_communitys_posts_lack_is_named_with_how_to_give_it(tmp_path: Path) -> None:
    async with Sim(work_dir=tmp_path) as sim:
        sim.guild("Career Center", owner=sim.user("Sam"))
        sim.guild("Hill", owner=sim.user("Kim"), bot_permissions=permissions.FOR_COMMUNITIES)
        ours = tokens(discord_token=sim.token, discord_api_url=sim.api_url)
        found = await asyncio.to_thread(check, settings(sim, tmp_path), ours)
        assert "Career Center (Pin Messages, Create Events): where they are wanted" in found
        assert "Hill" not in found


async def test_a_command_prints_the_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with Sim(work_dir=tmp_path) as sim:
        for name, value in {"DISCORD_TOKEN": sim.token, "DISCORD_API_URL": sim.api_url}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(tmp_path)
        assert await asyncio.to_thread(main, ["discord", "--invite"]) == 0
        printed = capsys.readouterr().out
        assert printed.count(f"client_id={sim.app_id}") == 2
        assert sim.token not in printed


@pytest.mark.parametrize(
    ("about", "limit", "says"),
    [
        ({"interactions_endpoint_url": "https://x"}, {}, "Interactions Endpoint URL"),
        ({"bot_require_code_grant": True}, {}, "Code Grant"),
        ({"integration_types_config": {"0": {}}}, {}, "User Install"),
        ({}, {"remaining": 3}, "Only 3 sessions"),
    ],
)
def test_what_would_keep_the_coach_from_working_is_named(
    about: dict[str, Any], limit: dict[str, int], says: str
) -> None:
    with pytest.raises(Unwell, match=says):
        refuse(ABOUT | about, LIMIT | limit)
    refuse(ABOUT, LIMIT)


def test_without_a_setting_all_is_one_connection() -> None:
    assert tokens().discord_shard() is None
    assert tokens(discord_shard_ids="0", discord_shard_count=1).discord_shard() == (0, 1)
    assert tokens(discord_shard_ids="2", discord_shard_count=4).discord_shard() == (2, 4)


@pytest.mark.parametrize("ids", ["1", "0,1", "x", "-1"])
def test_a_shard_that_cannot_be_is_refused(ids: str) -> None:
    with pytest.raises(SettingsError, match="DISCORD_SHARD_IDS"):
        tokens(discord_shard_ids=ids, discord_shard_count=1).has_discord()


@pytest.mark.parametrize("token", ["815", "a" * 32, "a.b", "Bot a.b.c", "a.b.c.d"])
def test_what_is_no_bots_token_is_refused(token: str) -> None:
    with pytest.raises(SettingsError, match="three parts"):
        tokens(discord_token=token).has_discord()


async def test_where_few_sessions_are_left_the_start_is_put_off(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with Sim(work_dir=tmp_path, identify_spacing=0.0, session_starts=10_000_000) as sim:
        ada = sim.user("Ada")
        sim.guild("Career Center", owner=sim.user("Sam"), members=[ada])
        sim.session_starts_left = 1_900_000
        async with serving(sim, tmp_path):
            await tells(ada, STORY, "awful")
        assert "Only 1900000 sessions may be begun" in caplog.text
