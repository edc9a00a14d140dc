"""A career centre on a Discord server: staff at the desk, posts in channels, a member from the pinned post on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio

from bot.clock import SystemClock
from bot.discord import permissions
from tests.discord_life import Serving, at_the_note, serving, tells
from tests.simulators.discord import Sim, User
from tests.simulators.discord.actors import Channel, Guild, Result
from tests.simulators.discord.sim import MEMBER_PERMS

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def sim(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Sim]:
    folder = tmp_path_factory.mktemp("discord")
    async with Sim(work_dir=folder, think_time=0.02, self_check=True, rate_limits=False) as made:
        yield made
        made.assert_clean()
        assert not made.warnings
        assert not made.self_errors


class Ahead(SystemClock):
    """The machine's clock, put forward to ten in the morning of the next Wednesday."""

    def __init__(self) -> None:
        now = super().now()
        days = (2 - now.weekday()) % 7 or 7
        self.ahead = (now + timedelta(days=days)).replace(hour=10, minute=0, second=0) - now

    def now(self) -> datetime:
        return super().now() + self.ahead


@pytest.fixture(scope="module")
def clock() -> Ahead:
    return Ahead()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def coach(sim: Sim, clock: Ahead) -> AsyncIterator[Serving]:
    async with serving(sim, sim.work_dir, clock) as served:
        yield served


@pytest_asyncio.fixture(loop_scope="module")
async def server(sim: Sim, coach: Serving) -> Guild:  # noqa: ARG001 - it has to be there
    may = MEMBER_PERMS | permissions.FOR_COMMUNITIES
    made = sim.guild("Career Center", owner=sim.user("Olu"), bot_permissions=may, bot_in=False)
    await made.add_bot()
    return made


@pytest_asyncio.fixture(loop_scope="module")
async def sam(sim: Sim, server: Guild) -> User:
    """Sam manages the server."""
    new = sim.user("Sam")
    await server.join(new)
    server.make_staff(new)
    return new


async def opened(staff: User, where: Channel) -> Result:
    return await staff.slash("rebound-admin", where=where)



async def presses(staff: User, label: str, until: str, where: Channel) -> str:
    """They press a button of the page, and see what they wait for."""
    since = staff.mark()
    await staff.click(label, where=where)
    return (await staff.expect(until, where=where, since=since)).text


async def fills(staff: User, label: str, until: str, where: Channel, /, **answers: object) -> str:
    """They open a form by its button, fill it in, send it, and see what they wait for."""
    form = await staff.click(label, where=where)
    assert form.modal, form
    since = staff.mark()
    await staff.submit(answers)
    return (await staff.expect(until, where=where, since=since)).text


async def set_up(staff: User, where: Channel) -> str:
    """What README says, in its order."""
    await opened(staff, where)
    await staff.expect("To do, 1", where=where)
    who = {"name": "Lakeside Careers", "staff": "Ms Tembo, room 12", "country": "Zambia"}
    await fills(staff, "Name and contact", "Ms Tembo", where, **who)
    links = {"Job list": "https://jobs.lakeside.org/all", "Careers advice": "https://lakeside.org/careers"}
    await fills(staff, "Links", "jobs.lakeside.org", where, **links)
    return await fills(staff, "Hours", "Lusaka", where, zone="Lusaka")



async def offers(staff: User, where: Channel, channel: Channel) -> dict[str, Any]:
    """They have the offer pinned in a channel, from the first page on."""
    await opened(staff, where)
    await presses(staff, "Posts", "Posts go to channels", where)
    await presses(staff, "New post", "Choose a draft", where)
    await fills(staff, "After an interview", "Not out yet", where, Channel=[channel])
    await presses(staff, "Post now", "Is being posted|It stands", where)
    await until(lambda: public(channel) and public(channel)[-1].get("pinned"))
    return public(channel)[-1]


def public(channel: Channel) -> list[dict[str, Any]]:
    """What everybody sees there."""
    return [one for one in channel.messages.values() if one["_eph"] is None]


async def until(true: Callable[[], object]) -> None:
    """Wait for what comes of itself."""
    async with asyncio.timeout(10.0):
        while not true():
            await asyncio.sleep(0.02)


def in_private(member: User) -> str:
    return "\n".join(one["content"] for one in member.messages() if one["channel_id"] == member.dm_channel.id)


# --- from an empty server to a working community ---


async def test_staff_set_everything_up_by_what_is_on_the_screen(sam: User, server: Guild) -> None:
    assert "All is set" in await set_up(sam, server.general)
    post = await offers(sam, server.general, server.general)
    assert public(server.general) == [post]
    assert "staff get no view of what you write" in post["content"]
    assert post["_pings"] == {"users": [], "roles": [], "everyone": False}


@pytest.mark.usefixtures("coach")
async def test_a_member_is_led_from_the_pinned_post_to_the_end_with_that_communitys_links(
    sim: Sim, sam: User, server: Guild
) -> None:
    await set_up(sam, server.general)
    await offers(sam, server.general, server.general)
    ada = sim.user("Ada")
    await server.join(ada)
    pressed = await ada.click("Write to the coach", where=server.general)
    assert pressed.kind == "deferred"
    told = await ada.expect("https://discord.com/channels/@me/", where=server.general)
    assert told.ephemeral
    await at_the_note(ada)
    since = ada.mark()
    await ada.dm("where are the jobs?")
    seen = await ada.expect("jobs.lakeside.org", since=since)
    assert "https://jobs.lakeside.org/all" in seen.m["content"]  # it can be tapped
    seen = await tells(ada, "can i talk to a person?", "Ms Tembo")
    assert len(public(server.general)) == 1  # the offer alone: nobody else sees a word
    assert "Lakeside Clinic" not in json.dumps([one["content"] for one in server.general.messages.values()])


async def test_a_note_is_posted_where_staff_alone_see_it_and_their_answer_arrives(
    sim: Sim, server: Guild, coach: Serving, clock: Ahead
) -> None:
    olu, hidden = server.owner, server.channel("staff")
    await set_up(olu, server.general)
    await presses(olu, "Notes from members", "Choose a private channel", server.general)
    refused = await fills(olu, "Choose the channel", "Not kept yet", server.general, Channel=[hidden])
    assert "staff" in refused
    hidden.hidden = True
    await fills(olu, "Open the form again", "staff", server.general, Channel=[hidden])
    ada = sim.user("Ada")
    await server.join(ada)
    await ada.slash("help", where=server.general)
    await ada.expect("discord.com/channels/@me", where=server.general)
    await tells(ada, "pass a note on", "name")
    await tells(ada, "Ada", ".")
    await tells(ada, "can somebody look at my *letter*? <@&1> https://example.com/x", "From Ada")
    await ada.dm("yes")
    note = await olu.expect("From Ada", where=hidden)
    (post,) = public(hidden)
    assert post["content"].endswith("https://example.com/x")
    assert r"\*letter\*" in post["content"]
    assert not post["_pings"]["roles"]
    form = await olu.click("Answer note 1", where=hidden)
    assert form.modal
    await olu.submit({"text|answer": "Come by on Friday."})
    await olu.expect("Notes from members", where=hidden)
    clock.ahead += timedelta(hours=1)  # an answer waits until they are silent
    coach.service.bring_due()
    await ada.expect("Come by on Friday")
    assert note.m["content"] == post["content"]  # it was not made a page of
    assert [one["content"] for one in public(hidden)] == [post["content"]]
