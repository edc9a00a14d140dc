"""The desk of a community on its server: what staff press and send there, and what they are shown.

Every button says by itself what it opens, so nothing has to be remembered for one to work, also after a restart. Whether they
may is told with each thing anew, by the permissions that came with it. Only what was typed into a form that was not taken is
remembered for a while, so that it need not be typed again.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from typing import Protocol, TypeVar

import discord

from bot.discord import pages, permissions, vocabulary
from bot.discord.client import FAULTS, Line
from bot.discord.ids import Act, Pressed
from bot.discord.incoming import Interaction, tenant_of
from bot.discord.outgoing import EPHEMERAL, NO_EMBEDS, Payload, button
from bot.discord.pages import Shown
from bot.discord.reply import Callback, Reply
from bot.discord.text import LONGEST, cut, escaped
from bot.discord.words import Words
from bot.running import Service
from core.communities.desk import Form, Page, Problems
from core.communities.events import Staff, Submitted, community_of
from core.errors import NotAllowed, outline
from core.records import record

T = TypeVar("T")
HOME = "home"
MOST_REMEMBERED = 300
"""Forms, opened or sent, of which is known what stood there."""

log = logging.getLogger(__name__)


class Times(Protocol):
    """The clock of ours."""

    def at(self, id: str) -> datetime:
        """When something with an id came."""


@record
class _Typed:
    """A form that was not taken."""

    before: Form | None
    """As it was opened, where that is known."""
    values: dict[str, tuple[str, ...]]
    wrong: frozenset[str]


class Desk:
    """Shows it. For the event loop that serves."""

    def __init__(self, line: Line, service: Service, words: Words, times: Times, changed: Callable[[], object]) -> None:
        """`changed` is called after everything that staff have done."""
        self._line = line
        self._service = service
        self._words = words
        self._times = times
        self._changed = changed
        self._opened: dict[tuple[str, str, str], Form] = {}
        self._typed: dict[tuple[str, str, str], _Typed] = {}

    async def answer(self, asked: Interaction, reply: Reply) -> None:
        """Do what was asked for; whoever may not is told so, and that alone."""
        if not self._line.is_on(asked.server):
            await reply.say(_alone(self._words.say(vocabulary.OLD_BUTTON)))
            return
        try:
            await self._do(asked, reply)
        except NotAllowed as refused:
            await reply.say(_alone(escaped(str(refused))))

    async def _do(self, asked: Interaction, reply: Reply) -> None:
        match asked.pressed:
            case Pressed(Act.PAGE, (name,)):
                await self._page(asked, reply, name)
            case Pressed(Act.FORM, (name, *typed)):
                await self._form(asked, reply, name, typed[0] if typed else "")
            case Pressed(Act.SEND | Act.DO, (name,)):
                await self._submit(asked, reply, name)
            case _:
                await self._page(asked, reply, HOME)

    async def _page(self, asked: Interaction, reply: Reply, name: str) -> None:
        await self._show(asked, reply, await self._service.page(tenant_of(asked.server), _staff(asked), name))

    async def _form(self, asked: Interaction, reply: Reply, name: str, sent: str) -> None:
        form = await self._service.form(tenant_of(asked.server), _staff(asked), name)
        whose = (asked.server, asked.person.id)
        if (typed := self._typed.get((*whose, sent))) is not None:
            before = typed.before
            form = pages.merged(form, before or (form if form.name == name else None), typed.values, typed.wrong)
        shown = pages.form(form, self._line.channels_of(asked.server))
        if shown is None:
            await reply.say(_alone(self._words.label(vocabulary.NO_SUCH_FORM)))
            return
        _remember(self._opened, (*whose, form.name), form)
        await reply.answer(Callback.FORM, shown)

    async def _submit(self, asked: Interaction, reply: Reply, name: str) -> None:
        values = {field: value for field, value in asked.entered.items() if value}
        sent = Submitted(
            id=asked.id,
            person=community_of(tenant_of(asked.server)),
            at=self._times.at(asked.id),
            by=_staff(asked),
            form=name,
            values=values,
        )
        answer = await self._asked_of_discord(reply, lambda: self._service.submit(sent))
        if isinstance(answer, Problems):
            await self._problems(asked, reply, name, values, answer)
        elif answer is not None:
            whose = (asked.server, asked.person.id)
            self._typed = {key: typed for key, typed in self._typed.items() if key[:2] != whose}
            self._changed()
            await self._show(asked, reply, answer)

    async def _asked_of_discord(self, reply: Reply, ask: Callable[[], Awaitable[T]]) -> T | None:
        """What comes of it; None where the channels that are named in a form could not be looked at."""
        try:
            return await ask()
        except FAULTS as fault:
            log.warning("What a form of staff names could not be looked at: %s.", outline(fault))
            await reply.say(_alone(self._words.label(vocabulary.NOT_DONE)))
            return None

    async def _problems(
        self, asked: Interaction, reply: Reply, name: str, values: dict[str, tuple[str, ...]], found: Problems
    ) -> None:
        whose = (asked.server, asked.person.id)
        labels: dict[str, str] = {}
        with suppress(NotAllowed):  # what it was about is gone
            form = await self._service.form(tenant_of(asked.server), _staff(asked), name)
            labels = {one.name: one.label for one in form.fields}
        before = self._opened.get((*whose, name))
        wrong = frozenset(field for field, _ in found.by_field)
        _remember(self._typed, (*whose, asked.id), _Typed(before, values, wrong))
        say = self._words.fill
        told = [say(vocabulary.PROBLEM, field=labels.get(field, field), what=what) for field, what in found.by_field]
        label = self._words.label
        shown = pages.problems(
            label(vocabulary.PROBLEMS),
            told,
            button(label(vocabulary.OPEN_AGAIN), Act.FORM, name, asked.id),
            button(label(vocabulary.TO_FIRST_PAGE), Act.PAGE, HOME),
        )
        await _put(asked, reply, shown)

    async def _show(self, asked: Interaction, reply: Reply, page: Page) -> None:
        lacks = permissions.lacking(asked.we_may) if page.name == HOME else ()
        more = [self._words.fill(vocabulary.LACKING, lacks=lacks)] if lacks else []
        await _put(asked, reply, pages.page(page, more))


async def _put(asked: Interaction, reply: Reply, shown: Shown) -> None:
    """Show it to them alone: in the place of the page they pressed something on, else as a new one."""
    files = [discord.File(BytesIO(one.content), one.name, description=one.alt or None) for one in shown.files]
    if asked.is_seen_by_them_alone:
        await reply.change(shown.payload | {"flags": shown.payload["flags"] & ~EPHEMERAL}, files)
    else:
        await reply.say(shown.payload, files)
    for one in shown.below:
        await reply.add(one)


def _staff(asked: Interaction) -> Staff:
    return Staff(asked.person.id, asked.name, may_manage=asked.may_manage)


def _alone(content: str) -> Payload:
    return {"content": cut(content, LONGEST), "flags": EPHEMERAL | NO_EMBEDS, "allowed_mentions": {"parse": []}}


def _remember(where: dict[tuple[str, str, str], T], key: tuple[str, str, str], what: T) -> None:
    where.pop(key, None)
    where[key] = what
    if len(where) > MOST_REMEMBERED:
        del where[next(iter(where))]
