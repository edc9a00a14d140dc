"""The desk on Slack: pages and forms in windows, for whoever Slack says manages the workspace, at each single step.

The rules a newcomer could break: nobody is remembered as staff; where Slack does not say whether somebody is, nothing is
shown and nothing is done; and a window opens within the three seconds for which a trigger is good, whatever the store does.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from typing import TYPE_CHECKING, Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.platform import Limited, Refused, Unsure
from bot.slack import vocabulary
from bot.slack.desk_incoming import Opens, Sent
from bot.slack.desk_views import DeskViews, errors
from bot.slack.people import People
from core.communities.desk import DO, FORM, PAGE, Form, Page, Problems
from core.communities.events import Staff, Submitted, community_of
from core.errors import NotAllowed, StoreError, outline
from core.events import Person
from core.vocabulary import Phrase

if TYPE_CHECKING:
    from bot.running import Service

OPEN_SECONDS = 1.0
"""A window that is not ready by then opens empty, and is filled."""
ANSWER_SECONDS = 2.0
"""A form that is not taken by then is answered with an empty window, and that is filled."""

log = logging.getLogger(__name__)

View = dict[str, Any]
Shown = tuple[View, Page | None]
"""A window, and the page that is in it."""


class Desk:
    """Shows it, and takes what is sent."""

    def __init__(
        self,
        service: Service,
        people: People,
        views: DeskViews,
        later: Callable[[Coroutine[Any, Any, None]], None],
        channel_of: Callable[[Person], Awaitable[str | None]],
        now: Callable[[], datetime],
    ) -> None:
        """`later` does what nobody waits for; `channel_of` knows the direct messages of somebody, if they have any."""
        self._service = service
        self._people = people
        self._views = views
        self._later = later
        self._channel_of = channel_of
        self._now = now

    # --- what is opened ---

    async def open(self, opens: Opens) -> None:
        """Show what a button or the command names."""
        making = asyncio.ensure_future(self._made(opens))
        client = await self._people.client(opens.person.tenant)
        is_form = opens.option.startswith(f"{FORM}:")
        view = opens.view
        if not view or is_form:
            await asyncio.wait({making}, timeout=OPEN_SECONDS)
            first = making.result()[0] if making.done() else self._waiting()
            opened = client.views_push if view else client.views_open
            view = str((await opened(trigger_id=opens.trigger, view=first))["view"]["id"])
            if making.done() and first is making.result()[0]:
                await self._hand_over(client, opens.person, view, making.result()[1])
                return
        shown, page = await making
        await client.views_update(view_id=view, view=shown)
        await self._hand_over(client, opens.person, view, page)

    async def _made(self, opens: Opens) -> Shown:
        match await self._found(opens):
            case Page() as page:
                return self._page(page), page
            case Form() as form:
                return self._views.form(form), None
            case Problems(by_field):
                return self._views.notice("\n".join(sentence for _, sentence in by_field)), None
            case text:
                return self._views.notice(text), None

    async def _found(self, opens: Opens) -> Page | Form | Problems | str:
        """What is to be shown, or a sentence for whoever may not, and for when it fails."""
        by = await self._staff(opens.person)
        if by is None:
            return self._views.word(vocabulary.DESK_UNKNOWN)
        try:
            return await self._asked(opens, by)
        except NotAllowed as refused:
            return str(refused)
        except StoreError as error:
            log.warning("The desk of %s could not be shown. %s", Person(opens.person.tenant, ""), error)
        except Exception as error:
            log.error("The desk of %s failed: %s.", Person(opens.person.tenant, ""), outline(error))
        return self._views.word(vocabulary.DESK_FAILED)

    async def _asked(self, opens: Opens, by: Staff) -> Page | Form | Problems:
        tenant = opens.person.tenant
        kind, _, name = opens.option.partition(":")
        if kind == FORM:
            return await self._service.form(tenant, by, name)
        if kind == DO:
            done = Submitted(id=opens.id, person=community_of(tenant), at=self._now(), by=by, form=name)
            return await self._service.submit(done)
        return await self._service.page(tenant, by, name if kind == PAGE else "home")

    # --- what is sent ---

    async def take(self, sent: Sent) -> dict[str, Any] | None:
        """Take a form; what Slack is answered."""
        taking = asyncio.ensure_future(self._taken(sent))
        await asyncio.wait({taking}, timeout=ANSWER_SECONDS)
        if not taking.done():
            self._later(self._answer_late(sent, taking))
            return {"response_action": "update", "view": self._waiting()}
        match taking.result():
            case Page() as page if sent.page:
                self._later(self._show(sent.person, sent.page, self._page(page), page))
                return None
            case Page() as page:
                self._later(self._hand_over_files(sent.person, str(sent.view["id"]), page))
                return {"response_action": "update", "view": self._page(page)}
            case Problems(by_field):
                return {"response_action": "errors", "errors": errors(sent.view, by_field)}
            case text:
                return {"response_action": "update", "view": self._views.notice(text)}

    async def _taken(self, sent: Sent) -> Page | Problems | str:
        by = await self._staff(sent.person)
        if by is None:
            return self._problem(vocabulary.DESK_UNKNOWN)
        person = community_of(sent.person.tenant)
        event = Submitted(id=sent.id, person=person, at=self._now(), by=by, form=sent.form, values=sent.values)
        try:
            return await self._service.submit(event)
        except NotAllowed as refused:
            return str(refused)
        except (StoreError, Limited, Refused, Unsure) as error:
            log.warning("A form of %s could not be taken: %s.", person, outline(error))
            return self._problem(vocabulary.DESK_NOT_KEPT)
        except Exception as error:
            log.error("A form of %s could not be taken: %s.", person, outline(error))
            return self._problem(vocabulary.DESK_FAILED)

    def _problem(self, phrase: Phrase) -> Problems:
        """Said in the form, which stays as it was typed."""
        return Problems((("", self._views.word(phrase)),))

    async def _answer_late(self, sent: Sent, taking: asyncio.Future[Page | Problems | str]) -> None:
        """In the window that was left empty meanwhile; what was wrong is shown with what was typed."""
        view = str(sent.view["id"])
        match await taking:
            case Page() as page:
                await self._show(sent.person, view, self._page(page), page)
            case Problems(by_field):
                again = self._views.again(sent.view, errors(sent.view, by_field))
                await self._show(sent.person, view, again, None)
            case text:
                await self._show(sent.person, view, self._views.notice(text), None)

    # --- what both need ---

    async def _staff(self, person: Person) -> Staff | None:
        """Somebody as Slack vouches for them now; None where it does not say: then they manage nothing."""
        try:
            return await self._people.staff(person)
        except Exception as error:
            log.info("Slack did not tell whether %s manages the workspace: %s.", person, outline(error))
            return None

    def _waiting(self) -> View:
        return self._views.notice(self._views.word(vocabulary.DESK_WAIT))

    def _page(self, page: Page) -> View:
        return self._views.page(page, *self._said_of_files(page))

    def _said_of_files(self, page: Page) -> tuple[str, ...]:
        names = ", ".join(file.name for file in page.files)
        return (self._views.word(vocabulary.DESK_FILES, files=names),) if names else ()

    async def _show(self, person: Person, view: str, shown: View, page: Page | None) -> None:
        client = await self._people.client(person.tenant)
        await client.views_update(view_id=view, view=shown)
        await self._hand_over(client, person, view, page)

    async def _hand_over_files(self, person: Person, view: str, page: Page) -> None:
        await self._hand_over(await self._people.client(person.tenant), person, view, page)

    async def _hand_over(self, client: AsyncWebClient, person: Person, view: str, page: Page | None) -> None:
        """The files of a page go into the direct messages of the one who asked: a window shows none."""
        if page is None or not page.files:
            return
        said = self._views.word(vocabulary.DESK_FILE)
        try:
            channel = await self._channel_of(person)
            if channel is None:
                channel = str((await client.chat_postMessage(channel=person.id, text=said, mrkdwn=False))["channel"])
            for file in page.files:
                await client.files_upload_v2(
                    filename=file.name,
                    content=file.content,
                    title=file.name,
                    alt_txt=file.alt or file.name,
                    channel=channel,
                    initial_comment=said,
                )
        except Exception as error:
            log.warning("A file of the desk was not handed to %s: %s.", person, outline(error))
            told = self._views.page(page, self._views.word(vocabulary.DESK_NO_FILES))
            await client.views_update(view_id=view, view=told)
