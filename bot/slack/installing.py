"""The pages with which an administrator installs the coach: what it asks for, and what became of it.

Slack sends the browser back with a state that we gave it, and it counts only in the browser that it was given to: the state
is a seal, with our own key, on an instant and on a word in that browser's cookie. So nothing is stored, a restart costs
nobody their installation, and a link made by somebody else installs nothing.
"""

from __future__ import annotations

import hmac
import html
import logging
import re
import secrets
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from urllib.parse import urlencode

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.clock import Clock, SystemClock
from bot.slack import answers, manifest
from bot.slack import page_vocabulary as words
from bot.slack.http import Answer, Page, Visit
from bot.slack.installations import Installation, InstallFailed
from bot.slack.paths import INSTALL, REDIRECT
from core.errors import StoreError
from core.events import Person
from core.vocabulary import Phrase
from core.wording import Wording

AUTHORIZE = "https://slack.com/oauth/v2/authorize"
FOR_COMMUNITY = f"{INSTALL}?for=community"
OPEN_FOR = timedelta(minutes=10)
COOKIE = "rebound-install"
REASONS: Mapping[str, Phrase] = {
    "chat:write": words.CHAT_WRITE,
    "commands": words.COMMANDS,
    "files:write": words.FILES_WRITE,
    "im:history": words.IM_HISTORY,
    "users:read": words.USERS_READ,
    "channels:join": words.CHANNELS_JOIN,
    "channels:read": words.CHANNELS_READ,
    "groups:read": words.GROUPS_READ,
    "pins:write": words.PINS_WRITE,
}
"""What each scope is for."""
_PURPOSE = b"rebound: states of installations"
_STATE = re.compile(r"(\d{1,12})\.[0-9a-f]{64}", re.ASCII)
_ID = re.compile(r"[A-Z0-9]{1,30}", re.ASCII)
_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_STYLE = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color:#1b2a30;"
    "background:#fff}a{color:#0b5a73}.go{display:inline-block;background:#1f4e5f;color:#fff;padding:.6rem 1.2rem;"
    "border-radius:.4rem;text-decoration:none}"
)

log = logging.getLogger(__name__)

Installs = Callable[[str], Awaitable[Installation]]
"""From the code that Slack gave to what is kept for good."""


class Installing:
    """Shows the pages."""

    def __init__(
        self, installs: Installs, client_id: str, client_secret: str, wording: Wording, *, clock: Clock | None = None
    ) -> None:
        """`clock` has to be the machine's own."""
        self._installs = installs
        self._client_id = client_id
        self._key = hmac.digest(client_secret.encode(), _PURPOSE, "sha256")
        self._wording = wording
        self._clock = clock or SystemClock()

    @property
    def pages(self) -> Mapping[str, Page]:
        """The pages by their paths."""
        return {INSTALL: self.begin, REDIRECT: self.finish}

    async def begin(self, visit: Visit) -> Answer:
        """What is asked for, and the way on to Slack; with more for a community that wants posts in its channels."""
        for_community = visit.query.get("for") == "community"
        scopes = (*manifest.scopes(), *(manifest.COMMUNITY if for_community else ()))
        until = int((self._clock.now() + OPEN_FOR).timestamp())
        browser = secrets.token_urlsafe(24)
        asked = {
            "client_id": self._client_id,
            "scope": ",".join(scopes),
            "state": self._state(until, browser),
        }
        reasons = "".join(f"<li>{self._said(REASONS[scope])}</li>" for scope in scopes)
        more = "" if for_community else f"<p>{_link(FOR_COMMUNITY, self._said(words.FOR_COMMUNITY))}</p>"
        answer = self._page(
            200,
            words.TITLE,
            f"<p>{self._said(words.WHAT_IT_IS)}</p><p>{self._said(words.ASKS)}</p><ul>{reasons}</ul>"
            f"<p>{_link(f'{AUTHORIZE}?{urlencode(asked)}', self._said(words.GO_ON))}</p>{more}",
        )
        cookie = (
            f"{COOKIE}={browser}; Path=/slack; Max-Age={int(OPEN_FOR.total_seconds())}; Secure; HttpOnly; SameSite=Lax"
        )
        return answer._replace(headers={**answer.headers, "Set-Cookie": cookie})

    async def finish(self, visit: Visit) -> Answer:
        """What became of it; only a state of our own, in the browser that has it, is listened to."""
        if not self._is_ours(visit.query.get("state", ""), visit.cookies.get(COOKIE, "")):
            return self._not_done(400, words.EXPIRED)
        code = visit.query.get("code")
        if not code:
            return self._not_done(403, words.DENIED)
        try:
            installed = await self._installs(code)
        except SlackApiError as error:
            log.warning("Slack refused an installation (%s).", answers.error_of(error) or "no answer")
        except InstallFailed as error:
            log.warning("%s", error)
        except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError):
            log.warning("Slack could not be reached for an installation.")
        except StoreError as error:
            log.error("An installation could not be kept. %s", error)
        else:
            log.info("The coach is installed for %s.", Person(installed.tenant, ""))
            return self._done(installed)
        return self._not_done(502, words.FAILED)

    def _done(self, installed: Installation) -> Answer:
        opened = ""
        if installed.team and installed.app and all(map(_ID.fullmatch, (installed.team, installed.app))):
            address = f"https://slack.com/app_redirect?{urlencode({'app': installed.app, 'team': installed.team})}"
            opened = f"<p>{_link(address, self._said(words.OPEN))}</p>"
        return self._page(
            200, words.DONE_TITLE, f"<p>{self._said(words.DONE)} {self._said(words.DONE_NEXT)}</p>{opened}"
        )

    def _not_done(self, status: int, why: Phrase) -> Answer:
        content = f"<p>{self._said(why)}</p><p>{_link(INSTALL, self._said(words.AGAIN))}</p>"
        return self._page(status, words.NOT_DONE_TITLE, content)

    def _page(self, status: int, title: Phrase, content: str) -> Answer:
        named = self._said(title)
        page = (
            f'<!doctype html><html lang="{self._wording.language}"><head><meta charset="utf-8"><title>{named}</title>'
            f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>'
            f"<body><main><h1>{named}</h1>{content}</main></body></html>\n"
        )
        return Answer(status, _HEADERS, page.encode())

    def _said(self, phrase: Phrase) -> str:
        return html.escape(str(self._wording.filled(phrase)))

    def _state(self, until: int, browser: str) -> str:
        return f"{until}.{hmac.digest(self._key, f'{until} {browser}'.encode(), 'sha256').hex()}"

    def _is_ours(self, state: str, browser: str) -> bool:
        found = _STATE.fullmatch(state)
        if found is None:
            return False
        expected = self._state(int(found[1]), browser)
        return hmac.compare_digest(expected.encode(), state.encode()) and self._clock.now().timestamp() <= int(found[1])


def _link(address: str, label: str) -> str:
    return f'<a class="go" href="{html.escape(address)}">{label}</a>'
