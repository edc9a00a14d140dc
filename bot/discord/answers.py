"""What follows when somebody presses a button, sends a form or gives a command.

An answer to a button shows what was chosen; what the coach says to it comes as a message. How it is there in time is the
matter of `bot.discord.reply`. In a server everything is seen by the person alone, and nothing of the conversation is said there: it goes on in private.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Protocol

from bot.delivery.platform import Limited, Refused, Unsure
from bot.discord import commands, incoming, vocabulary, zones
from bot.discord.again import until_kept
from bot.discord.client import FAULTS, Line
from bot.discord.desk import Desk
from bot.discord.glance import coming, moment, settings
from bot.discord.ids import Act, Pressed
from bot.discord.incoming import Interaction, Kind, tenant_of
from bot.discord.inorder import InOrder
from bot.discord.outgoing import EPHEMERAL, NO_EMBEDS, Payload, button, form, row
from bot.discord.places import Place, Places
from bot.discord.reply import Callback, Replies, Reply
from bot.discord.text import LONGEST, cut, escaped, in_block, size
from bot.discord.words import Words
from bot.running import Service
from core import clock, places, surfaces
from core.errors import StoreError, outline
from core.events import Arrival, Click, Event, Person, Text, ZoneChosen
from core.messages import EDIT
from core.vocabulary import Saying

REACHED_SECONDS = 10.0
"""So long a server is told nothing, because it is not known yet whether the person was reached."""
TAKE_AGAIN_SECONDS = (1.0,) * 4
"""Whoever has pressed something waits for it."""
NO_COMMON_SERVER = "50278"
USER_SETTINGS = (
    "https://discord.com/oauth2/authorize?client_id={application}&integration_type=1&scope=applications.commands"
)
_CONVERSATION = "https://discord.com/channels/@me/{channel}"
_ANSWERED = 5000
NOWHERE = Place("")

log = logging.getLogger(__name__)


class Reached:
    """Who waits to hear whether a message has reached somebody."""

    def __init__(self) -> None:
        self._waiting: dict[Person, list[asyncio.Future[bool]]] = {}

    def expect(self, person: Person) -> asyncio.Future[bool]:
        """Done with the next attempt to write to the person: whether it reached them."""
        expected: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(person, []).append(expected)
        return expected

    def tell(self, person: Person, *, is_reached: bool) -> None:
        """An attempt has had an end."""
        for expected in self._waiting.pop(person, ()):
            if not expected.done():
                expected.set_result(is_reached)

    def give_up(self, person: Person, expected: asyncio.Future[bool]) -> None:
        """Nobody waits for it any more."""
        waiting = self._waiting.get(person, [])
        if expected in waiting:
            waiting.remove(expected)
        if not waiting:
            self._waiting.pop(person, None)


class Times(Protocol):
    """The clock of ours."""

    def at(self, id: str) -> datetime:
        """When something with an id came."""

    def now(self) -> datetime:
        """What it shows."""


class Answers:
    """Answers interactions. For the event loop that serves."""

    def __init__(
        self,
        line: Line,
        service: Service,
        places: Places,
        words: Words,
        reached: Reached,
        times: Times,
        in_order: InOrder,
        earlier: Callable[[Person, str, str], Awaitable[None]],
        desk: Desk,
    ) -> None:
        """`earlier` takes what somebody wrote in a conversation before something with an id, where nothing was known of it."""
        self._line = line
        self._replies = Replies(line)
        self._service = service
        self._places = places
        self._words = words
        self._reached = reached
        self._times = times
        self._in_order = in_order
        self._earlier = earlier
        self._desk = desk
        self._meaning = commands.meaning(words.wording)
        self._answered: dict[str, None] = {}

    def take_up(self, asked: Interaction) -> None:
        """See to it that an interaction is answered in time, whatever happens; what it asks for waits for its turn."""
        if _needs_no_turn(asked):
            self._in_order.add_at_once(partial(self._answer, asked, self._replies.to(asked, None)))
        else:
            reply = self._replies.to(asked, _later(asked, self._meaning))
            self._in_order.add(asked.person, partial(self._answer, asked, reply))

    async def _answer(self, asked: Interaction, reply: Reply) -> None:
        try:
            await reply.acknowledged()
            await self._do(asked, reply)
        except FAULTS as fault:  # the person sees that it failed, and can do it again
            log.warning("An interaction could not be answered: %s.", outline(fault))
        except StoreError:
            with suppress(*FAULTS):
                await self._say(reply, vocabulary.NOT_KEPT)
        except Exception as error:
            log.error("An interaction ended by an error of ours: %s.", outline(error))
            with suppress(*FAULTS):
                await self._say(reply, vocabulary.NOT_KEPT)
        finally:
            reply.close()

    async def _do(self, asked: Interaction, reply: Reply) -> None:
        match asked.kind, asked.pressed:
            case Kind.AUTOCOMPLETE, _:
                await self._suggest(asked, reply)
            case Kind.COMMAND, _:
                await self._command(asked, reply)
            case Kind.COMPONENT, Pressed(Act.ZONE, (zone,)):
                await self._zone_chosen(asked, reply, zone)
            case Kind.COMPONENT, Pressed(Act.CHOOSE):
                await self._choose(asked, reply)
            case Kind.COMPONENT, Pressed(Act.EDIT, (run, name)):
                await self._show_form(asked, reply, run, name)
            case Kind.FORM, Pressed(Act.REWRITE):
                await self._rewrite(asked, reply)
            case Kind.COMPONENT, Pressed(Act.BEGIN):
                await self._from_a_server(asked, reply, self._arrival(asked))
            case (Kind.COMPONENT, Pressed(Act.PAGE | Act.FORM | Act.DO)) | (Kind.FORM, Pressed(Act.SEND)):
                await self._desk.answer(asked, reply)
            case _:
                await self._say(reply, vocabulary.OLD_BUTTON)

    # --- buttons and menus ---

    async def _choose(self, asked: Interaction, reply: Reply) -> None:
        click = incoming.chosen(asked, self._times.at(asked.id))
        shown = str((asked.message or {}).get("id", ""))
        if click is None or shown in self._answered:  # pressed twice, before the buttons went
            await reply.leave()
            return
        self._remember(shown)
        try:
            changed = await self._chosen(asked, click)
        except BaseException:
            self._answered.pop(shown, None)
            raise
        await reply.change(changed)

    async def _chosen(self, asked: Interaction, click: Click) -> Payload:
        is_open = await self._service.is_open(click)
        await self._take(click)
        chosen = incoming.label(asked)
        note = f"> {escaped(chosen)}" if is_open and chosen else f"-# {self._words.label(vocabulary.ASKED_BEFORE)}"
        return closed(asked, note, chosen if is_open else "")

    async def _show_form(self, asked: Interaction, reply: Reply, run: str, name: str) -> None:
        """A form with the draft in it. Nothing is remembered of it: it may be left open, or closed without a word."""
        draft = in_block(str((asked.message or {}).get("content") or "")) or ""
        title, label = map(self._words.label, (surfaces.OWN_TEXT_TITLE, vocabulary.EDIT_LABEL))
        shown = form(title, label, draft, Act.REWRITE, run, name)
        if shown is None:
            await self._say(reply, vocabulary.OLD_BUTTON)
        else:
            await reply.answer(Callback.FORM, shown)

    async def _rewrite(self, asked: Interaction, reply: Reply) -> None:
        event = incoming.rewritten(asked, self._times.at(asked.id))
        if event is None:
            await self._say(reply, vocabulary.NOT_KEPT)
            return
        await self._take(event)
        if asked.message is None:
            await self._say(reply, vocabulary.HERE)
            return
        self._remember(str(asked.message.get("id", "")))
        label = incoming.label_of(asked, Act.EDIT) or self._words.label(surfaces.UNDER_A_DRAFT[EDIT])
        await reply.change(closed(asked, f"> {escaped(label)}", label))

    def _remember(self, shown: str) -> None:
        self._answered[shown] = None
        if len(self._answered) > _ANSWERED:
            del self._answered[next(iter(self._answered))]

    # --- commands ---

    async def _command(self, asked: Interaction, reply: Reply) -> None:
        name = self._meaning.get(str(asked.data.get("name")), "")
        if name in (commands.NUDGES, commands.SETTINGS):
            await self._at_a_glance(asked, reply, name)
            return
        if name == commands.ADMIN:
            await self._desk.answer(asked, reply)
            return
        event = await self._event(asked, name)
        if isinstance(event, Saying):
            await self._say(reply, event, **({"link": self._link(asked.person)} if event.args else {}))
        elif _tells(asked, self._meaning) and isinstance(event, Text):
            await self._take(event)
            await reply.say(opening(quoted(event.text)))  # so that it stands above what is said to it
        elif asked.is_private:
            await reply.put_off()
            expected = self._reached.expect(asked.person)
            try:
                await self._take(event)
            except BaseException:
                self._reached.give_up(asked.person, expected)
                raise
            self._in_order.add_at_once(partial(self._tidy, asked, reply, expected))
        else:
            await self._from_a_server(asked, reply, event)

    async def _event(self, asked: Interaction, name: str) -> Event | Saying:
        """What the command is to the coach, or what is said to it at once."""
        at, about, community = self._times.at(asked.id), asked.person, self._community(asked)
        text = asked.options.get(commands.HAPPENED) if name == commands.DEBRIEF else commands.MEANS.get(name)
        if name in commands.AT_FIRST and not (await self._service.overview(about)).interviews:
            text = commands.AT_FIRST[name]
        if text:
            return Text(id=asked.id, person=about, at=at, community=community, text=text)
        if name:
            return self._arrival(asked)
        target = asked.data.get("target_id")
        if target is None:
            return vocabulary.OLD_COMMAND
        message = ((asked.data.get("resolved") or {}).get("messages") or {}).get(target) or {}
        if (message.get("author") or {}).get("id") != about.id:
            return vocabulary.OTHERS_WORDS
        text = str(message.get("content") or "")
        if not text.strip():
            return vocabulary.NOTHING_IN_IT
        return Text(id=str(target), person=about, at=at, community=community, text=text)

    def _arrival(self, asked: Interaction) -> Arrival:
        community = self._community(asked)
        return Arrival(id=asked.id, person=asked.person, at=self._times.at(asked.id), community=community)

    def _community(self, asked: Interaction) -> str | None:
        """The community they come from, if its server has the coach; who has it for themselves may be anywhere."""
        return tenant_of(asked.server) if self._line.is_on(asked.server) else None

    async def _tidy(self, asked: Interaction, reply: Reply, expected: asyncio.Future[bool]) -> None:
        """Leave nothing of a command once the answer stands below it; else tell why there is none."""
        try:
            async with asyncio.timeout(REACHED_SECONDS):
                is_reached = await expected
        except TimeoutError:
            await self._say(reply, vocabulary.HERE)
            return
        finally:
            self._reached.give_up(asked.person, expected)
        if is_reached:
            await reply.remove()
        else:
            await reply.say(
                private(self._closed((self._places.of(asked.person) or NOWHERE).closed, vocabulary.CLOSED_SINCE))
            )

    async def _from_a_server(self, asked: Interaction, reply: Reply, event: Event) -> None:
        """Go on in private, if there is a way there; else nothing is kept, and they are told what opens one."""
        await reply.put_off()
        await reply.say(private(await self._go_on_in_private(asked, event)))

    async def _go_on_in_private(self, asked: Interaction, event: Event) -> str:
        """Take the event where the person can be reached; what is to be said about that where they are now."""
        person = asked.person
        try:
            await self._make_sure(person, asked.id)
        except Refused as refused:
            return self._closed(refused.reason, vocabulary.CLOSED)
        except (Unsure, Limited):
            return self._words.say(vocabulary.NO_ANSWER)
        expected = self._reached.expect(person)
        try:
            await self._take(event)
            async with asyncio.timeout(REACHED_SECONDS):
                is_reached = await expected
        except TimeoutError:
            return self._words.say(vocabulary.WRITING, link=self._link(person))
        finally:
            self._reached.give_up(person, expected)
        if not is_reached:
            return self._closed((self._places.of(person) or NOWHERE).closed, vocabulary.CLOSED_SINCE)
        saying = vocabulary.WRITTEN if asked.data.get("target_id") is None else vocabulary.SAVED
        return self._words.say(saying, link=self._link(person))

    def _closed(self, reason: str, saying: Saying) -> str:
        if reason != NO_COMMON_SERVER:
            return self._words.say(saying)
        link = USER_SETTINGS.format(application=self._line.application_id)
        return self._words.say(vocabulary.NO_SERVER, link=link)

    async def _make_sure(self, person: Person, id: str) -> None:
        """Have written to them once before anything is kept or promised; raises what delivery is told by."""
        place = self._places.of(person)
        if place is not None and place.is_open:
            return
        if place is None:
            channel = await self._line.open(person.id)
            await self._earlier(person, channel, id)
        else:
            channel = place.channel
        try:
            await self._line.post(channel, opening(self._words.say(vocabulary.FIRST_LINE)), [])
        except Refused as refused:
            self._places.keep(person, channel, closed=refused.reason)
            raise
        self._places.keep(person, channel, closed="")

    def _link(self, person: Person) -> str:
        place = self._places.of(person)
        return _CONVERSATION.format(channel=place.channel if place else "")

    # --- what is seen at a glance, by the person alone ---

    async def _at_a_glance(self, asked: Interaction, reply: Reply, name: str) -> None:
        place = asked.options.get(commands.ZONE, "") if name == commands.SETTINGS else ""
        await reply.say(self._clock_asked(place) if place else await self._glance(asked.person, name))

    async def _glance(self, person: Person, name: str) -> Payload:
        found = await self._service.overview(person)
        lines = coming(found, self._words) if name == commands.NUDGES else settings(found, self._words)
        if not (self._places.of(person) or NOWHERE).is_open:
            lines.append(escaped(self._words.label(vocabulary.UNREACHABLE)))
        return private("\n".join(lines))

    def _clock_asked(self, place: str) -> Payload:
        zone = zones.zone_of(place)
        if zone is None:
            return private(self._words.say(vocabulary.NO_SUCH_ZONE))
        now = self._times.now()
        there = clock.local(now, clock.zone(zone))
        asked = self._words.say(
            vocabulary.SAME_CLOCK_ASKED,
            town=escaped(places.town(zone)),
            there=f"{there.hour}:{there:%M}",
            here=moment(now, "t"),
        )
        return private(asked) | {"components": row(button(self._words.label(vocabulary.SAME_CLOCK), Act.ZONE, zone))}

    async def _zone_chosen(self, asked: Interaction, reply: Reply, zone: str) -> None:
        at, community = self._times.at(asked.id), self._community(asked)
        chosen = ZoneChosen(id=asked.id, person=asked.person, at=at, community=community, name=zone)
        if asked.is_private:
            await self._take(chosen)
            said = f"> {escaped(incoming.label(asked))}"
        else:
            await reply.put_off()
            said = await self._go_on_in_private(asked, chosen)
        await reply.change(closed(asked, said, ""))

    async def _suggest(self, asked: Interaction, reply: Reply) -> None:
        typed = asked.options.get(commands.ZONE, "")
        found = [{"name": zones.shown(zone), "value": zone} for zone in zones.suggested(typed)]
        await reply.answer(Callback.SUGGESTIONS, {"choices": found})

    # --- what all of them need ---

    async def _take(self, event: Event) -> None:
        await until_kept(partial(self._service.take, event), "What somebody did", TAKE_AGAIN_SECONDS)

    async def _say(self, reply: Reply, saying: Saying, **args: str) -> None:
        """Say something that only they see."""
        await reply.say(private(self._words.say(saying, **args)))


def _needs_no_turn(asked: Interaction) -> bool:
    """Whether nothing of theirs has to be done before it: what is suggested while they type, and forms."""
    opens = (Act.EDIT, Act.FORM)
    return asked.kind is Kind.AUTOCOMPLETE or (asked.pressed is not None and asked.pressed.act in opens)


def _later(asked: Interaction, meaning: Mapping[str, str]) -> Payload:
    """How it is put off."""
    if asked.pressed is not None and asked.pressed.act is Act.BEGIN:
        return {"type": Callback.MESSAGE_LATER, "data": {"flags": EPHEMERAL}}
    if asked.kind is Kind.COMPONENT or asked.message is not None:
        return {"type": Callback.CHANGE_LATER}
    return {"type": Callback.MESSAGE_LATER, "data": {"flags": 0 if _tells(asked, meaning) else EPHEMERAL}}


def _tells(asked: Interaction, meaning: Mapping[str, str]) -> bool:
    """Whether it is a command with a story, in private, where the story is shown."""
    is_debrief = meaning.get(str(asked.data.get("name"))) == commands.DEBRIEF
    return is_debrief and asked.is_private and bool(asked.options.get(commands.HAPPENED))


def private(content: str) -> Payload:
    """A message that only the person sees."""
    return {"content": content, "flags": EPHEMERAL | NO_EMBEDS, "allowed_mentions": {"parse": []}}


def opening(content: str) -> Payload:
    """A message in private that stands in no outbox."""
    return {"content": content, "flags": NO_EMBEDS, "allowed_mentions": {"parse": []}}


def quoted(text: str) -> str:
    """Somebody's own words, or their beginning."""
    return "\n".join(f"> {escaped(line)}" for line in cut(text, LONGEST // 3).splitlines())


def closed(asked: Interaction, note: str, chosen: str) -> Payload:
    """The message without its buttons, and with a line that says what became of it."""
    shown = str((asked.message or {}).get("content") or "")
    content = f"{shown}\n{note}"
    changed: Payload = {"components": [], "allowed_mentions": {"parse": []}}
    if size(content) <= LONGEST:
        return changed | {"content": content}
    left = button(chosen, Act.CHOOSE, "-") if chosen else None
    return changed | {"components": row(left and left | {"disabled": True})}
