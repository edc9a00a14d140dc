"""The Home tab kept up to date, for those who have looked at it since the start.

Slack tells of each look, so nobody sees an old one, and for all others it costs no call.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.slack.desk_views import DeskViews
from bot.slack.home import Home
from bot.slack.later import Later
from bot.slack.people import People
from core.events import Person
from core.overview import Overview
from core.wording import Wording


class HomeTab:
    """Publishes it. For the event loop that serves."""

    def __init__(
        self, people: People, overview: Callable[[Person], Awaitable[Overview]], wording: Wording, later: Later
    ) -> None:
        self._people = people
        self._overview = overview
        self._home = Home(wording)
        self._desk_views = DeskViews(wording)
        self._later = later
        self._looking: set[Person] = set()
        self._stale: set[Person] = set()
        self._publishing: set[Person] = set()

    def look(self, person: Person) -> None:
        """They look at it: from now on it is kept as it ought to be."""
        self._looking.add(person)
        self.show_anew(person)

    def show_anew(self, person: Person) -> None:
        """Bring it up to date, for whoever looks at it; several turns at once need it once."""
        if person not in self._looking:
            return
        self._stale.add(person)
        if person not in self._publishing:
            self._later.do(self._publish(person))

    def forget(self, person: Person) -> None:
        """They were erased."""
        self._looking.discard(person)

    async def _publish(self, person: Person) -> None:
        """One at a time for each, so that none is overtaken by an older one."""
        self._publishing.add(person)
        try:
            while person in self._stale:
                await self._later.quiet()
                self._stale.discard(person)
                seen, profile = await self._seen(person), await self._people.profile(person)
                view = self._home.view(seen)
                if profile is not None and profile.may_manage:
                    view["blocks"] += self._desk_views.home_section()
                client = await self._people.client(person.tenant)
                await client.views_publish(user_id=person.id, view=view)
        finally:
            self._publishing.discard(person)

    async def _seen(self, person: Person) -> Overview:
        """Everything at a glance, with Slack's word for the zone of somebody who has said nothing yet."""
        seen = await self._overview(person)
        if seen.zone is None and (profile := await self._people.profile(person)) is not None:
            return replace(seen, zone=profile.zone)
        return seen
