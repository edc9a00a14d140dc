"""The questions on the screen: only the last one keeps its buttons, and one that was answered shows what was chosen.

What Slack shows is only ever changed here, never what is kept; so nobody waits for it, and where it fails nothing is lost.
Nothing of it is stored: after a restart the message is looked for in the conversation, by the run and the question that its
row of buttons names.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.delivery.platform import Limited
from bot.slack import answers
from bot.slack.incoming import ASKED, DATED, RATED, Chosen, Place
from bot.slack.later import Later
from bot.slack.outgoing import Layout
from bot.slack.people import People
from bot.slack.places import Places
from core.events import Person
from core.messages import Prompt
from core.ports import Closed
from core.records import record

LOOKED_BACK = 50
"""So many messages are searched for a question that an earlier process has shown."""
MOST_REMEMBERED = 10_000
"""People whose last question is remembered; for others it is looked for."""


@record
class Asked:
    """A question as it stands on the screen."""

    run: str
    question: str
    channel: str
    ts: str
    shown: Mapping[str, Any]
    """The message as Slack has it: its `text` and `blocks`."""

    def is_of(self, closed: Closed) -> bool:
        """Whether it is the question that was closed."""
        return (self.run, self.question) == (closed.run, closed.question)


class Questions:
    """Knows what each person was asked last, as far as this process has shown it."""

    def __init__(self, people: People, places: Places, layout: Layout, later: Later) -> None:
        self._later = later
        self._people = people
        self._places = places
        self._layout = layout
        self._last: dict[Person, Asked | None] = {}
        """None: what was asked last is closed."""

    def is_another(self, person: Person, run: str, question: str) -> bool:
        """Whether the person was asked something else since; as far as this process knows."""
        last = self._last.get(person)
        return last is not None and (last.run, last.question) != (run, question)

    def asked(self, person: Person, prompt: Prompt, channel: str, ts: str, shown: Mapping[str, Any]) -> Asked | None:
        """A question was shown; the one before it, if its buttons are still there."""
        before = self._replace(person, Asked(prompt.run, prompt.question, channel, ts, shown))
        return before if before is not None and before.ts != ts else None

    @contextmanager
    def pressed(self, chosen: Chosen) -> Iterator[None]:
        """While a press is taken: nobody else changes its message, which is done as it came; not taken, all is as before."""
        event, last = chosen.event, self._last.get(chosen.event.person)
        is_last = last is not None and (last.ts, last.run, last.question) == (chosen.ts, event.run, event.question)
        if is_last:
            self._replace(event.person, None)
        try:
            yield
        except BaseException:
            if is_last:
                self._replace(event.person, last)
            raise

    def forget(self, person: Person) -> None:
        """Nothing of them stays in memory; what they were asked last is looked for when it is needed."""
        self._last.pop(person, None)

    def forget_all(self, tenant: str) -> None:
        """Nothing stays of the people of a tenant."""
        for person in [one for one in self._last if one.tenant == tenant]:
            del self._last[person]

    async def close(self, person: Person, closed: Closed) -> None:
        """Show on the message of a question what was chosen there, and take its buttons away."""
        known = person in self._last
        asked = self._last.get(person) if known else await self._found(person, closed)
        if asked is not None and asked.is_of(closed):
            if self._last.get(person) is asked:
                self._replace(person, None)
            await self.change(person, asked, closed.chosen)

    async def change(self, person: Person, asked: Asked, chosen: str = "") -> None:
        """Take the buttons of a question away; in their place stands what was chosen, if anything.

        Many answers in one minute come to a limit; after that it is tried once more.
        """
        await self._later.quiet()
        client = await self._people.client(person.tenant)
        shown = self._layout.closed(asked.shown, f"{asked.run}:{asked.question}", chosen)
        for may_be_limited in (True, False):
            try:
                await client.chat_update(channel=asked.channel, ts=asked.ts, **shown)
            except SlackApiError as error:
                limited = answers.became(error)
                if not (may_be_limited and isinstance(limited, Limited)):
                    raise
                await asyncio.sleep(limited.retry_after)
            else:
                return

    def _replace(self, person: Person, asked: Asked | None) -> Asked | None:
        before = self._last.pop(person, None)
        self._last[person] = asked
        if len(self._last) > MOST_REMEMBERED:
            del self._last[next(iter(self._last))]
        return before

    async def _found(self, person: Person, closed: Closed) -> Asked | None:
        """The message of a question that was shown before this process began."""
        place = await asyncio.to_thread(self._places.of, person)
        if place is None:
            return None
        client = await self._people.client(person.tenant)
        if place.thread is None:
            said = await client.conversations_history(channel=place.channel, limit=LOOKED_BACK)
        else:
            said = await client.conversations_replies(channel=place.channel, ts=place.thread, limit=LOOKED_BACK)
        named = {f"{kind}:{closed.run}:{closed.question}" for kind in (ASKED, RATED, DATED)}
        return _newest(said["messages"], named, closed, place)


def _newest(said: Iterable[Mapping[str, Any]], named: set[str], closed: Closed, place: Place) -> Asked | None:
    found = [one for one in said if named & {block.get("block_id") for block in one.get("blocks") or ()}]
    if not found:
        return None
    last = max(found, key=lambda one: float(one["ts"]))
    return Asked(closed.run, closed.question, place.channel, str(last["ts"]), last)
