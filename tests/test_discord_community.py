"""A career centre on a Discord server: staff at the desk, posts in channels, a member from the pinned post on."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.discord import permissions
from tests.discord_life import Serving, serving
from tests.simulators.discord import Seen, Sim, User
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


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def coach(sim: Sim) -> AsyncIterator[Serving]:
    async with serving(sim, sim.work_dir) as served:
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



async def sees(staff: User, pattern: str, result: Result) -> str:
    """What they are shown, once it is there."""
    return (await staff.expect(pattern, since=0)).text if result.kind == "none" else result.text


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


async def test_a(sam: User, server: Guild, sim: Sim) -> None:
    print(await set_up(sam, server.general))
    print(await presses(sam, "Posts", "Posts", server.general))
    print(await presses(sam, "New post", "Choose a draft", server.general))
    f = await sam.click("After an interview", where=server.general)
    print(f.text)
    await sam.submit({"Channel": [server.general]})
    await sim.idle(0.3)
    print(sam.screen(server.general))
    await sam.click("Post now", where=server.general)
    await sim.idle(0.5)
    print(sam.screen(server.general))
    ada = sim.user("Ada")
    await server.join(ada)
    print(ada.screen(server.general))
    r = await ada.click("Write.*|.*coach.*|.*private.*", where=server.general)
    await sim.idle(1)
    print(r, ada.screen(server.general))
    print(ada.screen())
    raise AssertionError
