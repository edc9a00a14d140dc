"""A career centre on a Discord server: staff at the desk, posts in channels, a member from the pinned post on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.clock import SystemClock
from bot.delivery.platform import Refused, Unsure
from bot.discord import incoming, pages, permissions
from bot.discord.ids import Act, custom_id
from bot.discord.incoming import tenant_of
from core.communities import turn as turns
from core.communities.desk import Field, File, Form, Page
from core.communities.events import WhyNot, community_of
from core.messages import BEGIN, Choice, Post, ScheduledEvent, mention
from tests.discord_life import STORY, Serving, at_the_note, person, serving, tells, unharmed
from tests.simulators.discord import Sim, User
from tests.simulators.discord.actors import Channel, Guild, Result
from tests.simulators.discord.sim import MEMBER_PERMS, perm

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def sim(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Sim]:
    async with unharmed(tmp_path_factory.mktemp("discord")) as made:
        yield made


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


async def set_up(staff: User, where: Channel, site: str = "lakeside.org") -> str:
    """What README says, in its order."""
    await opened(staff, where)
    await staff.expect("To do, 1", where=where)
    who = {"name": "Lakeside Careers", "staff": "Ms Tembo, room 12", "country": "Zambia"}
    await fills(staff, "Name and contact", "Ms Tembo", where, **who)
    links = {"Job list": f"https://jobs.{site}/all", "Careers advice": f"https://{site}/careers"}
    await fills(staff, "Links", f"jobs.{site}", where, **links)
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
        while not true():  # noqa: ASYNC110 (what is kept tells nobody)
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
    await presses(sam, "All settings", "Add a helpline", server.general)
    line = {
        "line": "Lifeline Lakeside",
        "reach": "+260 211 000 000",
        "hours": "always",
        "source": "https://lakeside.org",
    }
    await fills(sam, "Add a helpline", "Lifeline Lakeside", server.general, **line)
    await offers(sam, server.general, server.general)
    ada = sim.user("Ada")
    await server.join(ada)
    pressed = await ada.click("Write to the coach", where=server.general)
    assert pressed.kind == "deferred"
    told = await ada.expect("https://discord.com/channels/@me/", where=server.general)
    assert told.ephemeral
    await at_the_note(ada)
    since = ada.mark()
    await ada.dm("any job list?")
    seen = await ada.expect("jobs.lakeside.org", since=since)
    assert "https://jobs.lakeside.org/all" in seen.m["content"]  # it can be tapped
    await tells(ada, "can i talk to a person?", "Ms Tembo")
    await tells(ada, "i want to kill myself", "Lifeline Lakeside")
    assert len(public(server.general)) == 1  # the offer alone: nobody else sees a word
    assert "Lakeside Clinic" not in json.dumps([one["content"] for one in server.general.messages.values()])


async def test_a_note_is_posted_where_staff_alone_see_it_and_their_answer_arrives(
    sim: Sim, server: Guild, coach: Serving, clock: Ahead
) -> None:
    olu, hidden = server.owner, server.channel("staff")
    await set_up(olu, server.general)
    await presses(olu, "Notes from members", "Choose a private channel", server.general)
    refused = await fills(olu, "Choose the channel", "Not kept yet", server.general, Channel=[hidden])
    assert "private" in refused
    hidden.hidden = True
    await fills(olu, "Open the form again", "#?staff", server.general, Channel=[hidden])
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
    shown = [post["content"], json.dumps(post["components"])]
    form = await olu.click("Answer note 1", where=hidden)
    assert form.modal
    await olu.submit({"text|answer": "Come by on Friday."})
    assert (await olu.expect("Notes from members", where=hidden)).ephemeral
    clock.ahead += timedelta(hours=1)  # an answer waits until they are silent
    coach.service.bring_due()
    await ada.expect("Come by on Friday")
    assert note.m is post
    assert shown == [post["content"], json.dumps(post["components"])]  # no page came in its place
    assert public(hidden) == [post]


@pytest.mark.usefixtures("coach")
async def test_the_links_are_those_of_the_server_whose_button_was_pressed(sim: Sim, sam: User, server: Guild) -> None:
    await set_up(sam, server.general)
    may = MEMBER_PERMS | permissions.FOR_COMMUNITIES
    hill = sim.guild("Hill", owner=sim.user("Kim"), bot_permissions=may, bot_in=False)
    await hill.add_bot()
    await set_up(hill.owner, hill.general, "hill.org")
    await offers(hill.owner, hill.general, hill.general)
    ada = sim.user("Ada")
    await server.join(ada)
    await hill.join(ada)
    await ada.slash("debrief", where=server.general)
    await ada.expect("discord.com/channels/@me", where=server.general)
    await ada.click("Write to the coach", where=hill.general)
    await ada.expect("discord.com/channels/@me", where=hill.general)
    assert (await tells(ada, "any job list?", "jobs.hill.org|jobs.lakeside.org")).m["content"].count(
        "jobs.hill.org"
    ) == 1


async def test_where_somebody_has_the_coach_for_themselves_the_server_is_no_community(
    sim: Sim, coach: Serving, server: Guild
) -> None:
    elsewhere = sim.guild("Elsewhere", owner=sim.user("Kim"), bot_in=False)
    ada = sim.user("Ada", installed=True)
    await elsewhere.join(ada)
    await server.join(ada)
    for where, is_community in ((elsewhere, False), (server, True)):
        await ada.slash("debrief", happened=STORY, where=where.general)
        await ada.expect("discord.com/channels/@me", where=where.general)
        kept = coach.store.snapshot(person(ada)) or b""
        assert (tenant_of(where.id).encode() in kept) is is_community


@pytest.mark.usefixtures("coach")
async def test_who_presses_the_button_with_direct_messages_closed_is_told_how_to_open_them(
    sim: Sim, sam: User, server: Guild
) -> None:
    await set_up(sam, server.general)
    await offers(sam, server.general, server.general)
    shy = sim.user("Shy", allow_dms=False)
    await server.join(shy)
    await shy.click("Write to the coach", where=server.general)
    told = await shy.expect("Privacy Settings", where=server.general)
    assert told.ephemeral


async def test_nothing_of_a_member_is_on_a_page_of_staff_in_a_channel_or_in_the_log(
    sim: Sim, sam: User, server: Guild, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    await set_up(sam, server.general)
    await offers(sam, server.general, server.general)
    ada = sim.user("Adaeze")
    await server.join(ada)
    await ada.click("Write to the coach", where=server.general)
    await ada.expect("discord.com/channels/@me", where=server.general)
    await tells(ada, STORY, "awful")
    await tells(ada, "8", "An 8")
    seen = []
    for label in ("Posts", "Notes from members", "Practice partners", "Counts", "All settings", "Who changed what"):
        await opened(sam, server.general)
        await presses(sam, label, ".", server.general)
        await sim.idle(0.1)
        seen.append(sam.screen(server.general))
    shown = "\n".join([*seen, *(one["content"] for one in public(server.general)), caplog.text])
    for word in ("Lakeside Clinic", "mind went blank", "Adaeze", ada.id):
        assert word not in shown


async def test_a_post_in_a_forum_is_a_thread_and_can_be_taken_down(sim: Sim, sam: User, server: Guild) -> None:
    forum = server.forum("jobs")
    await set_up(sam, server.general)
    await opened(sam, server.general)
    await presses(sam, "Posts", "Posts go to channels", server.general)
    await presses(sam, "New post", "Choose a draft", server.general)
    untitled = await fills(
        sam, "Something of your own", "Not kept yet", server.general, Text="Hi *all*", Channel=[forum]
    )
    assert "forum" in untitled
    again = await sam.click("Open the form again", where=server.general)
    assert "Hi *all*" in str(again.modal)  # nothing has to be typed twice
    since = sam.mark()
    await sam.submit({"Title": "Hello", "Channel": [forum]})
    await sam.expect("Not out yet", where=server.general, since=since)
    await presses(sam, "Post now", "Is being posted", server.general)
    await until(lambda: any(one.type == 11 for one in server.channels))
    (thread,) = (one for one in server.channels if one.type == 11)
    assert thread.name == "Hello"
    (post,) = public(thread)
    assert post["content"] == r"Hi \*all\*"
    served = sim.requests[-1]
    assert served["status"] < 300


async def test_an_event_stands_in_the_calendar_once_and_a_message_is_not_shown_twice(
    sim: Sim, coach: Serving, server: Guild
) -> None:
    start = datetime(2035, 5, 1, 17, tzinfo=UTC)
    event = ScheduledEvent("Practice together", start, start + timedelta(hours=1), "Room 12")
    post = Post("posts:1:x", server.general.id, "Come along", choices=(Choice(BEGIN, "Write"),), event=event)
    tenant = tenant_of(server.id)
    sim.fault("POST /channels/*/messages", "drop_after")
    with pytest.raises(Unsure):
        await coach.adapter.publish(tenant, post, "key-1", 1)
    sim.nonces.clear()  # Discord remembers a nonce for minutes; a process may be away for longer
    shown = await coach.adapter.publish(tenant, post, "key-1", 2)
    (standing,) = public(server.general)
    assert standing["id"] == shown
    (entered,) = server.events.values()
    assert entered["entity_metadata"] == {"location": "Room 12"}
    await coach.adapter.take_down(tenant, server.general.id, shown)
    await coach.adapter.take_down(tenant, server.general.id, shown)  # gone already is fine
    assert public(server.general) == []


async def test_a_thread_that_may_stand_is_looked_for_and_not_begun_again(
    sim: Sim, coach: Serving, server: Guild
) -> None:
    forum = server.forum("jobs")
    post = Post("posts:1:x", forum.id, "Come along", title="Come", choices=(Choice(BEGIN, "Write"),))
    sim.fault("POST /channels/*/threads", "drop_after")
    with pytest.raises(Unsure):
        await coach.adapter.publish(tenant_of(server.id), post, "key-1", 1)
    shown = await coach.adapter.publish(tenant_of(server.id), post, "key-1", 2)
    (thread,) = (one for one in server.channels if one.parent is forum)
    assert shown == "/".join([thread.id, *thread.messages])
    await coach.adapter.take_down(tenant_of(server.id), forum.id, shown)
    assert public(thread) == []


async def test_a_post_with_the_same_words_under_another_key_is_another_post(coach: Serving, server: Guild) -> None:
    posts = [Post(f"posts:{n}:x", server.general.id, "Come", choices=(Choice(BEGIN, "Write"),)) for n in (1, 2)]
    first = await coach.adapter.publish(tenant_of(server.id), posts[0], "key-a", 1)
    assert first != await coach.adapter.publish(tenant_of(server.id), posts[1], "key-b", 2)


async def test_the_file_of_the_settings_is_shown_with_its_page_and_goes_with_it(sam: User, server: Guild) -> None:
    await set_up(sam, server.general)
    await presses(sam, "All settings", "Lakeside Careers", server.general)
    since = sam.mark()
    await sam.click("Save as a file", where=server.general)
    page = await sam.expect("community.toml", where=server.general, since=since)
    assert page.ephemeral
    (file,) = page.attachments
    assert file["filename"] == "community.toml"
    await presses(sam, "Back.*", "What members are offered", server.general)
    assert page.attachments == []


async def test_a_picture_is_shown_with_what_is_on_it() -> None:
    picture = File("counts.png", "image/png", b"", "About 20 members")
    shown = pages.page(Page("counts", "Counts", ("Weekly",), files=(picture,)))
    (gallery,) = (one for one in shown.payload["components"] if one["type"] == pages.GALLERY)
    assert gallery["items"] == [{"media": {"url": "attachment://counts.png"}, "description": "About 20 members"}]


async def test_a_long_page_loses_nothing() -> None:
    lines = tuple(f"line {number} {'*' * 300}" for number in range(30))
    shown = pages.page(Page("changes", "Changes", lines))
    texts = [
        one["content"] for made in (shown.payload, *shown.below) for one in made["components"] if one["type"] == 10
    ]
    assert all(len(text) <= 4000 for text in texts)
    assert all(f"line {number} " in "".join(texts) for number in range(30))


# --- who may not ---


def forged(member: User, channel: Channel, act: Act, *about: str) -> Awaitable[Result]:
    """They press a button that nobody has shown them."""
    data = {"component_type": 2, "custom_id": custom_id(act, *about), "id": 1}
    return member._interact(3, channel, data, public(channel)[0], "click", True)


def sent(member: User, channel: Channel, name: str, /, **values: str) -> Awaitable[Result]:
    """They send a form that nobody has shown them."""
    fields = [{"type": 18, "component": {"type": 4, "custom_id": one, "value": told}} for one, told in values.items()]
    data = {"custom_id": custom_id(Act.SEND, name), "components": fields}
    return member._interact(5, channel, data, public(channel)[0], "submit", True)


@pytest.mark.parametrize(
    ("act", "about"),
    [(Act.PAGE, "home"), (Act.PAGE, "requests"), (Act.FORM, "about"), (Act.FORM, "answer:1"), (Act.DO, "post-now:1:1")],
)
async def test_a_member_who_makes_up_a_staff_button_is_told_who_may(
    sim: Sim, sam: User, server: Guild, act: Act, about: str
) -> None:
    await set_up(sam, server.general)
    await offers(sam, server.general, server.general)
    eve = sim.user("Eve")
    await server.join(eve)
    assert "rebound-admin" not in eve.commands(server.general)
    pressed = await forged(eve, server.general, act, about)
    told = await eve.expect("Only those who manage this place", where=server.general)
    assert pressed.modal is None
    assert told.ephemeral
    assert "Lakeside" not in eve.screen(server.general)


async def test_a_member_who_makes_up_a_form_changes_nothing(sim: Sim, coach: Serving, sam: User, server: Guild) -> None:
    await set_up(sam, server.general)
    await offers(sam, server.general, server.general)
    before = coach.store.snapshot(community_of(tenant_of(server.id)))
    eve = sim.user("Eve")
    await server.join(eve)
    await sent(eve, server.general, "about:1", name="Evil", staff="me")
    await eve.expect("Only those who manage this place", where=server.general)
    assert coach.store.snapshot(community_of(tenant_of(server.id))) == before


async def test_the_name_of_a_role_opens_nothing_and_closes_nothing(sim: Sim, sam: User, server: Guild) -> None:
    await set_up(sam, server.general)
    await offers(sam, server.general, server.general)
    server.roles[server.role_named("staff")]["name"] = "oboe players"
    eve = sim.user("Eve")
    await server.join(eve)
    server.members[eve.id]["roles"].add(helping := server.role("helpers"))
    server.roles[helping]["name"] = "staff"
    assert "rebound-admin" not in eve.commands(server.general)
    assert (await forged(eve, server.general, Act.PAGE, "home")).modal is None
    await eve.expect("Only those who manage this place", where=server.general)
    assert "Rebound for your members" not in eve.screen(server.general)
    await opened(sam, server.general)
    assert "Rebound for your members" in sam.screen(server.general)


async def test_who_loses_the_role_while_a_form_is_open_may_not_send_it(sam: User, server: Guild) -> None:
    await set_up(sam, server.general)
    await sam.click("Name and contact", where=server.general)
    server.members[sam.id]["roles"].clear()
    await sam.submit({"What you are called": "Other"})
    await sam.expect("Only those who manage this place", where=server.general)
    server.make_staff(sam)
    await opened(sam, server.general)
    assert "Other" not in sam.screen(server.general)


async def test_a_staff_button_pressed_in_private_or_where_discord_tells_no_permissions_opens_nothing(
    sam: User, server: Guild
) -> None:
    assert await tells(sam, "hello", ".")
    data = {"component_type": 2, "custom_id": custom_id(Act.PAGE, "home"), "id": 1}
    since = sam.mark()
    await sam._interact(3, sam.dm_channel, data, sam.messages()[-1], "click", True)
    await sam.expect("button|too old", since=since)
    payload = {"id": "1", "token": "t", "type": 3, "guild_id": server.id, "member": {"user": sam.payload()}}
    for member in ({}, {"permissions": None}, {"permissions": "-1"}, {"permissions": "all"}):
        asked = incoming.interaction(payload | {"member": payload["member"] | member})
        assert asked is not None
        assert not asked.may_manage


async def test_a_channel_of_another_server_is_none_of_ours(sim: Sim, sam: User, server: Guild, coach: Serving) -> None:
    other = sim.guild("Hill", owner=sim.user("Kim"), bot_permissions=MEMBER_PERMS | permissions.FOR_COMMUNITIES)
    assert await coach.adapter.examine(tenant_of(server.id), other.general.id) is None
    with pytest.raises(Refused, match=WhyNot.GONE):
        await coach.adapter.publish(tenant_of(server.id), Post("m", other.general.id, "hi"), "key-o", 1)
    assert public(other.general) == []
    await set_up(sam, server.general)
    await presses(sam, "Posts", "Posts go to channels", server.general)
    await presses(sam, "New post", "Choose a draft", server.general)
    refused = await fills(sam, "Debrief hour", "Not kept yet", server.general, Channel=[other.general])
    assert "Choose a channel that the coach can see" in refused


async def test_who_manages_another_server_reaches_nothing_of_this_one(
    sim: Sim, coach: Serving, sam: User, server: Guild
) -> None:
    await set_up(sam, server.general)
    before = coach.store.snapshot(community_of(tenant_of(server.id)))
    other = sim.guild("Hill", owner=sim.user("Kim"), bot_in=False)
    await other.add_bot()
    await coach.adapter.publish(tenant_of(other.id), Post("m", other.general.id, "hi"), "key-h", 1)
    kim = other.owner
    await server.join(kim)  # a member here, and nothing more
    await forged(kim, other.general, Act.PAGE, "settings")
    await kim.expect("Nothing is set up yet", where=other.general)
    for about in ("answer:1", "post:1"):
        since = kim.mark()
        await forged(kim, other.general, Act.FORM, about)
        await kim.expect("not there any more", where=other.general, since=since)
    await sent(kim, other.general, "about:1", name="Evil")
    assert "Lakeside" not in kim.screen(other.general)
    await coach.adapter.publish(tenant_of(server.id), Post("m", server.general.id, "hi"), "key-i", 1)
    await forged(kim, server.general, Act.PAGE, "settings")
    await kim.expect("Only those who manage this place", where=server.general)
    assert coach.store.snapshot(community_of(tenant_of(server.id))) == before


# --- what goes wrong ---


async def test_what_somebody_else_set_meanwhile_is_told_and_what_was_typed_is_still_there(
    sam: User, server: Guild
) -> None:
    olu = server.owner
    await set_up(sam, server.general)
    await sam.click("Name and contact", where=server.general)
    slow = sam.last
    await opened(olu, server.general)
    await fills(olu, "Name and contact", "Mx Phiri", server.general, Whom="Mx Phiri")
    since = sam.mark()
    await sam.submit({"What you are called": "Lakeside Jobs", "Whom": "Dr Banda"}, modal=slow)
    told = await sam.expect("Not kept yet", where=server.general, since=since)
    assert "Olu has changed this to “Mx Phiri”" in told.text
    again = await sam.click("Open the form again", where=server.general)
    assert "Lakeside Jobs" in str(again.modal)
    assert "Dr Banda" in str(again.modal)
    since = sam.mark()
    await sam.submit({})
    assert "Dr Banda" in (await sam.expect("Dr Banda", where=server.general, since=since)).text


@pytest.mark.parametrize("lacks", ["pin_messages", "send_messages"])
async def test_what_the_coach_lacks_is_told_and_nothing_half_is_shown(
    sam: User, server: Guild, lacks: str, sim: Sim
) -> None:
    await set_up(sam, server.general)
    news = server.channel("news")
    await presses(sam, "Posts", "Posts go to channels", server.general)
    await presses(sam, "New post", "Choose a draft", server.general)
    await fills(sam, "After an interview", "Not out yet", server.general, Channel=[news])
    news.deny = perm(lacks)
    await presses(sam, "Post now", "Is being posted", server.general)
    await sim.idle(0.3)
    await opened(sam, server.general)
    assert "may not write or pin there" in (await sam.expect("is paused", where=server.general)).text
    assert public(news) == []
    assert f"/channels/{news.id}/messages" not in [one["path"] for one in sim.requests]  # not even for a moment
    home = await opened(sam, news)
    await sam.expect("In this channel I may not: ", where=news)
    assert home.kind in ("message", "deferred")


async def test_a_channel_that_is_gone_is_told(sam: User, server: Guild, sim: Sim) -> None:
    await set_up(sam, server.general)
    news = server.channel("news")
    await presses(sam, "Posts", "Posts go to channels", server.general)
    await presses(sam, "New post", "Choose a draft", server.general)
    await fills(sam, "After an interview", "Not out yet", server.general, Channel=[news])
    news.remove()
    await presses(sam, "Post now", "Is being posted", server.general)
    await sim.idle(0.3)
    await opened(sam, server.general)
    assert "the channel is gone" in (await sam.expect("is paused", where=server.general)).text


async def test_what_is_to_be_pinned_is_refused_in_a_forum(coach: Serving, server: Guild) -> None:
    forum = server.forum("jobs")
    with pytest.raises(Refused, match=WhyNot.NOT_ALLOWED):
        await coach.adapter.publish(tenant_of(server.id), Post("m", forum.id, "hi", "Hi", is_pinned=True), "key-f", 1)
    assert not [one for one in server.channels if one.parent is forum]


async def test_too_many_pins_are_told_and_the_post_does_not_stay(sim: Sim, coach: Serving, server: Guild) -> None:
    sim.fault(
        "PUT /channels/*/messages/pins/*", "error", status=400, code=30003, message="Maximum number of pins reached"
    )
    post = Post("m", server.general.id, "hi", is_pinned=True)
    with pytest.raises(Refused, match=WhyNot.TOO_MANY_PINS):
        await coach.adapter.publish(tenant_of(server.id), post, "key-p", 1)
    assert public(server.general) == []


async def test_what_could_not_be_looked_at_is_told_and_nothing_is_kept(sim: Sim, sam: User, server: Guild) -> None:
    await set_up(sam, server.general)
    await presses(sam, "Posts", "Posts go to channels", server.general)
    await presses(sam, "New post", "Choose a draft", server.general)
    sim.fault(f"GET /channels/{server.general.id}", "error", status=400, code=0, message="?")
    await fills(sam, "After an interview", "Discord did not answer me", server.general, Channel=[server.general])
    await opened(sam, server.general)
    assert "Nothing is planned" in await presses(sam, "Posts", "Posts go to channels", server.general)


async def test_who_is_named_in_a_post_can_be_tapped_and_is_not_called(coach: Serving, sam: User, server: Guild) -> None:
    post = Post("m", server.general.id, f"{mention(sam.id)} and <@{sam.id}> and @everyone")
    await coach.adapter.publish(tenant_of(server.id), post, "key-m", 1)
    (standing,) = public(server.general)
    assert standing["content"].startswith(f"<@{sam.id}> and ")
    assert standing["content"].count(f"<@{sam.id}>") == 1
    assert standing["_pings"] == {"users": [], "roles": [], "everyone": False}


async def test_a_long_note_of_nothing_but_marks_is_shown_whole(coach: Serving, server: Guild) -> None:
    post = Post("m", server.general.id, "*" * 1500, choices=(Choice("form:answer:1", "Answer note 1"),))
    await coach.adapter.publish(tenant_of(server.id), post, "key-l", 1)
    (standing,) = public(server.general)
    text, _ = standing["components"]
    assert text["content"] == r"\*" * 1500


# --- coming and going ---


async def test_a_server_that_takes_the_coach_out_has_departed_and_an_outage_has_not(
    sim: Sim, coach: Serving, sam: User, server: Guild
) -> None:
    await set_up(sam, server.general)
    tenant = tenant_of(server.id)
    await server.outage()
    await sim.idle(0.2)
    assert not coach.store.is_departed(tenant)
    await server.outage_over()
    await server.remove_bot()
    await until(lambda: coach.store.is_departed(tenant))
    await server.add_bot()
    await until(lambda: not coach.store.is_departed(tenant))
    await opened(sam, server.general)
    await sam.expect("Lakeside|All is set", where=server.general)


# --- whoever tries what was never shown to them, and what changes behind the back of the coach ---


def everything_of_the_desk() -> list[tuple[Act, str]]:
    """What a button could name, of every department there is."""
    kinds = ((Act.PAGE, "pages"), (Act.FORM, "forms"), (Act.DO, "takes"), (Act.SEND, "takes"))
    named = [(act, {name for one in turns.departments() for name in getattr(one, kind)}) for act, kind in kinds]
    return [(act, f"{name}{about}") for act, names in named for name in sorted(names) for about in ("", ":1", ":1.1")]


async def takes_notes(sim: Sim, server: Guild) -> tuple[Channel, User]:
    """Staff take notes, and a member has passed one on."""
    olu, hidden, ada = server.owner, server.channel("staff"), sim.user("Ada")
    hidden.hidden = True
    await set_up(olu, server.general)
    await presses(olu, "Notes from members", "Choose a private channel", server.general)
    await fills(olu, "Choose the channel", "#?staff", server.general, Channel=[hidden])
    await server.join(ada)
    await ada.slash("help", where=server.general)
    await ada.expect("discord.com/channels/@me", where=server.general)
    return hidden, ada


async def passes_a_note_on(ada: User) -> None:
    await tells(ada, "pass a note on", "name")
    await tells(ada, "Quiet Fox", ".")
    await tells(ada, "my oboe was stolen", "From Quiet Fox")
    await ada.dm("yes")


async def test_a_moderator_who_makes_up_every_button_there_is_sees_one_sentence_and_changes_nothing(
    sim: Sim, coach: Serving, server: Guild
) -> None:
    hidden, ada = await takes_notes(sim, server)
    await passes_a_note_on(ada)
    await until(lambda: public(hidden))
    await offers(server.owner, server.general, server.general)
    before = coach.store.snapshot(community_of(tenant_of(server.id)))
    mod = sim.user("Mod")
    await server.join(mod)
    everything = sum(1 << bit for bit in range(52)) & ~(permissions.ADMINISTRATOR | permissions.MANAGE_SERVER)
    server.members[mod.id]["roles"].add(server.role("moderator", everything))
    options = everything_of_the_desk()
    for act, about in options:
        is_form = act is Act.SEND
        tried = sent(mod, server.general, about, text="x") if is_form else forged(mod, server.general, act, about)
        assert (await tried).modal is None
    await sim.idle(0.3)
    theirs = [one["content"] for one in mod.messages(server.general) if one["_eph"] == mod.id]
    assert len(theirs) == len(options)
    assert {one for one in theirs if "Only those who manage this place" not in one} == set()
    assert coach.store.snapshot(community_of(tenant_of(server.id))) == before


async def test_staff_see_nothing_of_a_note_on_the_pages_of_another_server(sim: Sim, server: Guild) -> None:
    hidden, ada = await takes_notes(sim, server)
    await passes_a_note_on(ada)
    await until(lambda: public(hidden))
    other = sim.guild("Hill", owner=sim.user("Kim"), bot_in=False)
    await other.add_bot()
    kim = other.owner
    await opened(kim, other.general)
    await kim.expect("To do, 1", where=other.general)
    await presses(kim, "Notes from members", "Choose a private channel", other.general)
    refused = await fills(kim, "Choose the channel", "Not kept yet", other.general, Channel=[hidden])
    assert "I cannot see this channel" in refused
    assert "staff" not in refused.partition("I cannot see")[2].partition("\n")[0]


async def test_a_private_channel_that_was_opened_to_everybody_gets_no_note_and_both_sides_are_told(
    sim: Sim, server: Guild
) -> None:
    hidden, ada = await takes_notes(sim, server)
    hidden.hidden = False
    await passes_a_note_on(ada)
    await sim.idle(0.5)
    assert public(hidden) == []
    await opened(server.owner, server.general)
    await server.owner.expect("everybody reads there by now", where=server.general)


@pytest.mark.parametrize(("code", "is_told"), [(50001, True), (10003, False), (10008, False)])
async def test_a_note_taken_back_that_the_coach_cannot_reach_any_more_is_told_to_staff_unless_it_is_gone(
    sim: Sim, server: Guild, code: int, is_told: bool
) -> None:
    hidden, ada = await takes_notes(sim, server)
    await passes_a_note_on(ada)
    await until(lambda: public(hidden))
    sim.fault("DELETE /channels/*/messages/*", "error", status=403 if is_told else 404, code=code, message="?")
    await ada.dm("take my note back")
    await sim.idle(0.5)
    await opened(server.owner, server.general)
    await server.owner.expect("What members are told", where=server.general)
    assert ("Note 1 was to be taken out of its channel" in server.owner.screen(server.general)) is is_told


async def test_a_link_that_is_set_has_a_button_that_discord_opens(sam: User, server: Guild) -> None:
    await set_up(sam, server.general)
    shown = json.dumps([one.get("components") for one in sam.messages(server.general)])
    assert '"url": "https://jobs.lakeside.org/all"' in shown
    assert "Try: Job list" in shown


# Here begin those with a Discord of their own; there is one at a time.


async def test_a_page_shown_before_a_restart_works_after_it(tmp_path: Path) -> None:
    async with Sim(work_dir=tmp_path, think_time=0.02, rate_limits=False) as sim:
        server = sim.guild("Career Center", owner=sim.user("Olu"))
        async with serving(sim, tmp_path):
            await opened(server.owner, server.general)
            await server.owner.expect("To do, 1", where=server.general)
            form = await server.owner.click("Name and contact", where=server.general)
        async with serving(sim, tmp_path):
            since = server.owner.mark()
            await server.owner.submit({"What you are called": "Hill", "Country": "nowhere"}, modal=form)
            await server.owner.expect("Not kept yet", where=server.general, since=since)
            again = await server.owner.click("Open the form again", where=server.general)
            assert "Hill" in str(again.modal)
            since = server.owner.mark()
            await server.owner.submit({"Country": "Zambia"})
            await server.owner.expect("To do, 1", where=server.general, since=since)
            await presses(server.owner, "Who changed what", "Hill", server.general)
        sim.assert_clean()


async def test_a_server_that_took_the_coach_out_while_it_was_away_is_found_at_the_next_start(tmp_path: Path) -> None:
    async with Sim(work_dir=tmp_path, think_time=0.02, rate_limits=False) as sim:
        stays, goes = (sim.guild(name, owner=sim.user(f"Owner of {name}")) for name in ("Stays", "Goes"))
        async with serving(sim, tmp_path) as coach:
            await until(lambda: set(coach.adapter.places.servers()) == {stays.id, goes.id})
        goes.bot_in = False
        async with serving(sim, tmp_path) as coach:
            await until(lambda: coach.store.is_departed(tenant_of(goes.id)))
            assert not coach.store.is_departed(tenant_of(stays.id))
            assert coach.adapter.places.servers() == [stays.id]


# --- a form that is opened again ---


@pytest.mark.parametrize(
    ("stood", "typed", "is_now", "was_told", "shown"),
    [
        ("a", "b", "a", False, "b"),  # only they have changed it
        ("a", "a", "c", False, "c"),  # only somebody else has
        ("a", "b", "c", True, "b"),
        ("a", "b", "c", False, "c"),  # nothing of others is overwritten unseen
        ("a", "", "a", False, ""),
        (None, "b", "c", True, "b"),  # after a restart
        (None, "b", "c", False, "c"),
    ],
)
async def test_what_stands_in_a_form_that_is_opened_again(
    stood: str | None, typed: str, is_now: str, was_told: bool, shown: str
) -> None:
    def form(value: str) -> Form:
        return Form("about:1", "About", (Field("name", "Name", value=(value,)),))

    values = {"name": (typed,)} if typed else {}
    wrong = frozenset({"name"}) if was_told else frozenset()
    again = pages.merged(form(is_now), None if stood is None else form(stood), values, wrong)
    assert again.fields[0].value == ((shown,) if shown else ())


# --- what channels are like ---


async def test_permissions_in_a_channel_are_worked_out_as_discord_does() -> None:
    see, write = permissions.VIEW_CHANNEL, permissions.SEND_MESSAGES
    roles = [{"id": "1", "permissions": str(see | write)}, {"id": "2", "permissions": "0"}]
    everybody, ours = permissions.on_server(roles, "1", ()), permissions.on_server(roles, "1", {"2"})
    closed = [{"id": "1", "type": 0, "allow": "0", "deny": str(see)}]
    let_in = [*closed, {"id": "2", "type": 0, "allow": str(see), "deny": str(write)}]
    us_too = [*let_in, {"id": "9", "type": 1, "allow": str(write), "deny": "0"}]
    assert not permissions.has(permissions.in_channel(everybody, let_in, "1", ()), see)
    assert permissions.lacking(permissions.in_channel(ours, let_in, "1", {"2"}, "9"), (see, write)) == (
        "Send Messages",
    )
    assert permissions.lacking(permissions.in_channel(ours, us_too, "1", {"2"}, "9"), (see, write)) == ()
    assert permissions.has(permissions.in_channel(permissions.ADMINISTRATOR, closed, "1", ()), see)
