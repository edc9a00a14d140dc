"""What goes wrong between Discord and us: nothing is lost, nothing is said twice, and nobody waits for a lost connection."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.adapters import ConnectionLost
from bot.clock import SystemClock, ticking
from bot.config import SettingsError
from bot.discord.places import Place
from bot.discord.text import in_block
from core.community import Community
from core.errors import StoreError
from core.events import Arrival, Event
from core.ports import Closed
from tests.discord_life import STORY, answers, at_the_note, discord, people, person, serving, tells, words
from tests.simulators.discord import Sim

HOSTILE = "@everyone <@123> **Acme** [here](https://evil.example) https://evil.example/x `code`"


async def test_what_discord_says_twice_is_answered_once(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path):
        (ada,) = people(sim, "Ada")
        sim.dup_dispatch = 1
        await tells(ada, STORY, "awful")
        sim.dup_dispatch = 1
        await ada.click("8")
        await ada.expect("An 8")
        sim.dup_dispatch = 1
        await ada.slash("help")
        await sim.idle(0.5)
        assert len(answers(ada)) == 3
        sim.assert_clean()


async def test_a_session_that_is_resumed_brings_what_was_said_meanwhile_once(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path):
        (ada,) = people(sim, "Ada")
        await tells(ada, STORY, "awful")
        sim.gateway_down = True
        sim.drop_sockets()
        await ada.dm("8")
        await asyncio.sleep(0.1)
        sim.gateway_down = False
        await ada.expect("An 8", timeout=20)
        await sim.idle(0.5)
        assert len(answers(ada)) == 2
        assert [one["ok"] for one in sim.resumes] == [True]
        assert len(sim.identifies) == 1
        sim.assert_clean()


@pytest.mark.long
async def test_after_a_session_is_invalid_what_was_lost_is_looked_for(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path):
        (ada,) = people(sim, "Ada")
        await tells(ada, STORY, "awful")
        sim.drop_events = 1
        await ada.dm("8")
        sim.invalidate_sessions(resumable=False)
        await ada.expect("An 8", timeout=20)
        assert len(sim.identifies) == 2
        await sim.idle(0.5)
        assert len(answers(ada)) == 2
        sim.assert_clean()


async def test_a_person_who_was_erased_is_not_looked_for(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim:
        (ada,) = people(sim, "Ada")
        async with serving(sim, tmp_path) as coach:
            await tells(ada, STORY, "awful")
            await tells(ada, "forget me", "erase")
            take = coach.service.take

            async def comes_back_late(event: Event) -> Closed | None:
                closed = await take(event)
                await asyncio.sleep(0.3)  # the goodbye is out before the turn has come back
                return closed

            coach.service.take = comes_back_late  # type: ignore[method-assign]
            await ada.dm("yes, erase everything")
            await ada.expect(".")
            await asyncio.sleep(0.4)
            await sim.idle(0.4)
            assert coach.adapter.places is not None
            assert coach.adapter.places.of(person(ada)) is None
        said = len(answers(ada))
        async with serving(sim, tmp_path) as coach:
            await sim.idle(0.7)
            assert coach.store.snapshot(person(ada)) is None
        assert len(answers(ada)) == said


async def test_an_answer_that_was_lost_or_refused_for_now_comes_once(tmp_path: Path) -> None:
    kinds = ["drop_after", "drop_before", "429", "503", "502"]
    async with discord(tmp_path) as sim, serving(sim, tmp_path):
        everybody = people(sim, *kinds)
        for user, kind in zip(everybody, kinds, strict=True):
            sim.fault(f"POST /channels/{sim.dm_of(user).id}/messages", kind, retry_after=0.2)
        await asyncio.gather(*(tells(user, STORY, "awful") for user in everybody))
        await sim.idle(3.0, timeout=20)
        assert [len(answers(user)) for user in everybody] == [1] * len(kinds)
        sim.assert_clean()


async def test_somebody_who_closes_their_messages_is_tried_once_and_reached_when_they_write(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path) as coach:
        (ada,) = people(sim, "Ada")
        await tells(ada, STORY, "awful")
        ada.block_bot()
        await ada.dm("8")
        await sim.idle(1.0)
        path = f"/channels/{sim.dm_of(ada).id}/messages"
        assert [one["status"] for one in sim.requests if one["path"] == path and one["method"] == "POST"] == [200, 403]
        assert coach.store.backlog().unreachable == 1
        ada.block_bot(on=False)
        await tells(ada, "only that", "remember|put the question")
        assert coach.store.backlog().unreachable == 0
        sim.assert_clean()


@pytest.mark.parametrize(("why", "code"), [("blocks", "50007"), ("leaves", "50278")])
async def test_no_nudge_and_no_start_tries_again_to_reach_somebody_who_cannot_be(
    tmp_path: Path, why: str, code: str
) -> None:
    """A week of what was promised, and a start, in which Discord is asked once."""
    moved = tmp_path / "offset"
    moved.write_text("0")
    async with discord(tmp_path) as sim:
        (ada,) = people(sim, "Ada")
        async with serving(sim, tmp_path, ticking(moved, []), community=Community(zone="Africa/Lusaka")) as coach:
            await at_the_note(ada)
            await tells(ada, "tomorrow", ".")
            if why == "blocks":
                ada.block_bot()
            else:
                ada.wrote_first = False
                next(iter(sim.guilds.values())).members.pop(ada.id)
            path = f"/channels/{sim.dm_of(ada).id}/messages"
            sim.requests.clear()
            moved.write_text(until_noon_in(2))
            await reached(sim, path)
            assert (await coach.service.overview(person(ada))).coming
            await sim.idle(0.5)
            assert coach.adapter.places is not None
            assert (coach.adapter.places.of(person(ada)) or Place("")).closed == code
            moved.write_text(until_noon_in(9))
            await coach.service.take(Arrival(id="another", person=person(sim.user("Bo")), at=coach.adapter.now()))
            await sim.idle(2.5)
        async with serving(sim, tmp_path, ticking(moved, []), community=Community(zone="Africa/Lusaka")):
            await sim.idle(1.0)
        assert [one["status"] for one in sim.requests if one["path"] == path and one["method"] == "POST"] == [403]
        sim.assert_clean()


def until_noon_in(days: int) -> str:
    """So many seconds from now, in Lusaka."""
    noon = (SystemClock().now() + timedelta(days=days)).replace(hour=10, minute=0)
    return str((noon - SystemClock().now()).total_seconds())


async def reached(sim: Sim, path: str) -> None:
    """Something was sent there."""
    async with asyncio.timeout(15):
        while not any(one["path"] == path and one["method"] == "POST" and one["status"] for one in sim.requests):
            await sim.changed(0.5)


async def test_where_too_many_conversations_are_opened_somebody_is_asked_to_try_again(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path) as coach:
        (bo,) = people(sim, "Bo")
        server = next(iter(sim.guilds.values()))
        sim.dm_open_limit = (0, 60.0)
        await bo.slash("debrief", happened=STORY, where=server.general)
        assert (await bo.expect("try again|once more|a minute", where=server.general)).ephemeral
        assert coach.store.snapshot(person(bo)) is None
        sim.assert_clean()


async def test_no_access_for_a_moment_is_no_refusal(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path) as coach:
        (ada,) = people(sim, "Ada")
        sim.fault("POST /channels/*/messages", "error", status=403, code=50001, message="Missing Access")
        await tells(ada, STORY, "awful")
        assert coach.store.backlog().unreachable == 0


async def test_a_message_that_is_corrected_corrects_what_it_brought(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path) as coach:
        (ada,) = people(sim, "Ada")
        mine = await ada.dm(STORY)
        await ada.expect("awful")
        await ada.edit(mine, STORY.replace("Lakeside Clinic", "Hilltop School"))
        await ada.expect("Hilltop School")
        assert "Hilltop" in (await coach.service.overview(person(ada))).interviews[0].title
        sim.assert_clean()


async def test_a_message_that_is_deleted_is_taken_back(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path) as coach:
        (ada,) = people(sim, "Ada")
        mine = await ada.dm(STORY)
        await ada.expect("awful")
        await ada.delete(mine)
        await sim.idle(0.5)
        journal = b"".join(entry.content for entry in coach.store.journal(person(ada)))
        assert b"Lakeside" not in journal
        sim.assert_clean()


async def test_what_discord_unfolds_in_a_message_is_no_correction(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path):
        (ada,) = people(sim, "Ada")
        mine = await ada.dm(STORY)
        await ada.expect("awful")
        channel = sim.dm_of(ada)
        sim.dispatch("MESSAGE_UPDATE", sim.gateway_message(channel, mine) | {"embeds": [{"type": "link"}]})
        await ada.expect_silence(0.4)


HOSTILE_NAMES = (
    "just out of an interview at **Acme** <@1> @everyone [here](https://evil.example). my mind went blank",
    "8",
    f"something else too: {HOSTILE}",
    "||spoiler|| ```block``` # heading",
    "<t:0:R> </help:1> <#1> <@&1>",
    "-# small\n> quoted\n* * *\n1. one",
    "what do you know",
    "my interviews",
    "what will you send me",
)


async def test_hostile_words_ping_nobody_format_nothing_and_lead_nowhere(tmp_path: Path) -> None:
    """Whatever is asked of Discord: messages, answers to commands, what a button has changed, in private and on a server."""
    async with discord(tmp_path) as sim, serving(sim, tmp_path):
        (ada,) = people(sim, "Ada")
        server = next(iter(sim.guilds.values()))
        for text in HOSTILE_NAMES:
            await tells(ada, text, ".")
        await ada.slash("debrief", happened=f"{HOSTILE_NAMES[0]} {HOSTILE}")
        for name in ("nudges", "settings", "journal", "note", "privacy"):
            await ada.slash(name)
            await ada.slash(name, where=server.general)
        await sim.idle(0.5)
        sent = [data for one in sim.requests if (data := shown_by(one)) is not None]
        assert len(sent) > 20
        for data in sent:
            assert data["allowed_mentions"] == {"parse": []}, data
            assert not MARKUP.search(re.sub(r"```.*?```", "", bare(data["content"]), flags=re.DOTALL)), data["content"]
        shown = [one for one in ada.messages() + ada.messages(server.general) if one["author"]["id"] == sim.bot.id]
        assert not any(any(one["_pings"].values()) for one in shown)
        sim.assert_clean()


MARKUP = re.compile(
    r"(?<!\\)(?:<@|<#|</|@everyone(?<!\\@everyone)|\]\(|https?://|\*\*Acme\*\*|\|\|spoiler|<t:0)|^(?:# heading|-# small)",
    re.MULTILINE,
)


def bare(content: str) -> str:
    """Without what is ours to be tapped: the way to the conversation, and helplines."""
    return re.sub(r"https://discord\.com/channels/@me/\d+|\[[\w.-]+\]\(<https://[\w./-]+>\)", "", content)


def shown_by(request: dict[str, Any]) -> dict[str, Any] | None:
    """What a request shows, if it shows anything."""
    body = request["body"] or {}
    data = body.get("data") if request["path"].endswith("/callback") else body
    return data if isinstance(data, dict) and "content" in data else None


async def test_two_people_change_the_same_draft_at_the_same_time(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path):
        both = people(sim, "Ada", "Bo")
        for user in both:
            await at_the_note(user)
        forms = [await user.click("Edit") for user in both]
        assert [form.kind for form in forms] == ["modal", "modal"]
        assert forms[0].it.modal["custom_id"] == forms[1].it.modal["custom_id"]
        for user in reversed(both):
            await user.submit({"text": f"Dear Mrs Zulu, this is {user.name}."})
        for user in both:
            seen = await user.expect(f"this is {user.name}")
            assert in_block(seen.m["content"]) == f"Dear Mrs Zulu, this is {user.name}."
        sim.assert_clean()


async def test_a_form_that_was_closed_can_be_opened_again(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path):
        (ada,) = people(sim, "Ada")
        await at_the_note(ada)
        await ada.click("Edit")
        again = await ada.click("Edit")
        assert "Dear Mrs Zulu" in (again.modal or "")
        await ada.submit({"text": "Dear Mrs Zulu, thank you."})
        assert in_block((await ada.expect("Dear Mrs Zulu, thank you")).m["content"]) == "Dear Mrs Zulu, thank you."


async def test_a_draft_is_made_shorter_and_marked_as_sent_by_its_buttons(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path):
        (ada,) = people(sim, "Ada")
        before = in_block((await at_the_note(ada)).m["content"])
        await ada.click("Shorter")
        await sim.idle(0.3)
        after = in_block(answers(ada)[-1])
        assert len(after or "") < len(before or "")
        await ada.click("Mark as sent")
        await sim.idle(0.3)
        assert "Marked as sent" in answers(ada)[-1] or "sent" in words(answers(ada)[-1])


async def test_a_token_that_is_wrong_is_said_in_one_sentence(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim:
        wrong = Sim(work_dir=tmp_path, token="another")  # noqa: S106
        wrong.port = sim.port
        with pytest.raises(SettingsError, match="DISCORD_TOKEN"):
            async with serving(wrong, tmp_path):
                pass


@pytest.mark.parametrize(("code", "error"), [(4004, SettingsError), (4013, ConnectionLost), (4014, SettingsError)])
async def test_a_connection_that_is_closed_for_good_ends_the_process(
    tmp_path: Path, code: int, error: type[Exception]
) -> None:
    async with discord(tmp_path) as sim:
        with pytest.raises(error):
            await closed_with(code, sim, tmp_path)


async def closed_with(code: int, sim: Sim, folder: Path) -> None:
    async with serving(sim, folder):
        sim.close_sockets(code)
        await asyncio.sleep(1.0)


async def test_what_was_written_while_nothing_could_be_kept_is_taken_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path) as coach:
        (ada,) = people(sim, "Ada")
        take, tried = coach.service.take, []

        async def fails_once(event: Event) -> None:
            tried.append(event)
            if len(tried) == 1:
                raise StoreError("There is no room left.")
            await take(event)

        monkeypatch.setattr(coach.service, "take", fails_once)
        await tells(ada, STORY, "awful")
        assert len(tried) == 2


async def test_what_could_never_be_kept_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.discord.again.TAKE_AGAIN_SECONDS", (0.01,))
    async with discord(tmp_path) as sim, serving(sim, tmp_path) as coach:
        (ada,) = people(sim, "Ada")

        async def fails(_event: Event) -> None:
            raise StoreError("There is no room left.")

        monkeypatch.setattr(coach.service, "take", fails)
        await tells(ada, STORY, "not kept|not in them")
