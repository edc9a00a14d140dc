"""`rebound slack`, `rebound discord` and `rebound run`: real things chosen and wired for a process that serves platforms.

What each platform needs lies in its adapter. Here is only what they share: the log, the clock, the store, the daily work.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from datetime import timedelta
from functools import partial

from bot import backups
from bot.adapters import Factory, factory, vocabularies
from bot.app import logging_begun, names, opened, warmed_up
from bot.chores import Chore
from bot.clock import Clock, ticking
from bot.community import community_in
from bot.config import Settings, SettingsError, read_as, read_settings
from bot.roles import roles_of
from bot.running import Service, serve
from bot.tokens import Tokens
from core.coach import Coach
from core.communities.counts.counting import count_weeks
from core.erasing import REDELIVERED
from core.ports import Store

A_DAY, AN_HOUR = timedelta(days=1), timedelta(hours=1)
REST = 0.02
"""So many seconds are left to others between some members that are counted and the next."""
NEEDED = {
    "slack": "SLACK_BOT_TOKEN and SLACK_APP_TOKEN",
    "discord": "DISCORD_TOKEN",
}
"""What has to be set at least, by platform."""
_HERE = ".env.example says where to get them."


def run(only: str | None = None, make: Callable[[str], Factory] = factory, *, roles: str | None = None) -> int:
    """Serve one platform, or all that are configured, until the process is told to end; the exit code.

    `make` gives the factory of a platform's adapter, `roles` what this process does, as in `rebound run --roles`.
    """
    settings, tokens = read_settings(), read_as(Tokens)
    does = roles_of(roles, configured(tokens, only), may_be_few=settings.backend.is_shared)
    served = does.served
    logged = logging_begun(settings)
    clock = ticking(settings.clock_file, addresses(settings, served))
    community = community_in(settings.community)
    wording = warmed_up(vocabularies(served))
    adapters = {name: make(name)(settings, tokens, clock, wording) for name in served}
    stop = asyncio.Event()
    with closing(opened(settings)) as store:
        logged.know(names(settings))
        coach = Coach(wording, community)
        service = Service(coach, store, clock, adapters.values(), delivers=does.delivers)
        try:
            asyncio.run(
                serve(
                    service,
                    store,
                    clock,
                    adapters=[adapters[name] for name in does.listens_to],
                    speaking=[adapters[name] for name in does.speaks_to],
                    chores=chores(settings, coach, store, clock, stop.is_set) if does.keeps_house else (),
                    stop=stop,
                    health_port=settings.health_port,
                )
            )
        except KeyboardInterrupt:  # where a signal cannot be handled on the event loop
            return 130
    return 0


def invite(*, for_communities: bool = False) -> int:
    """Print the links that add the coach to a server on Discord, or to somebody's own account; the exit code.

    `for_communities`: with the permissions that the posts of a community need.
    """
    settings, tokens = read_settings(), read_as(Tokens)
    configured(tokens, "discord")
    from bot.discord.checking import links

    to_a_server, to_a_person = links(settings, tokens, for_communities=for_communities)
    print(f"To a server:\n{to_a_server}\nTo your own account:\n{to_a_person}")
    return 0


def configured(tokens: Tokens, only: str | None = None) -> list[str]:
    """The platforms that can be served, or the one that is asked for; `SettingsError` says what is missing."""
    has: Mapping[str, Callable[[], bool]] = {"slack": tokens.has_slack, "discord": tokens.has_discord}
    if only is not None:
        if not has[only]():
            raise SettingsError(f"{only.capitalize()} is not configured: set {NEEDED[only]}; {_HERE}")
        return [only]
    found = [name for name, is_there in has.items() if is_there()]
    if not found:
        raise SettingsError(f"Nothing is configured: set {', or '.join(NEEDED.values())}; {_HERE}")
    return found


def addresses(settings: Settings, served: Iterable[str]) -> list[str]:
    """Where the platforms are that are served; a moved clock asks whether one of them leads off this machine."""
    where = {
        "slack": [settings.slack_api_url or "https://slack.com/api/"],
        "discord": [
            settings.discord_api_url or "https://discord.com/api/",
            settings.discord_gateway_url or "wss://gateway.discord.gg/",
        ],
    }
    return [*settings.addresses, *(address for name in served for address in where[name])]


def chores(
    settings: Settings, coach: Coach, store: Store, clock: Clock, is_ending: Callable[[], bool] = lambda: False
) -> list[Chore]:
    """What a coach that serves does beside its turns. That a person's words end one day is a turn of theirs; a chore for who is out of reach.

    `is_ending` tells whether the process is to end; what takes long is left for the next one then.
    """
    backed_up = [Chore("backup of the day", partial(backups.daily, settings, clock), backups.OFTEN)]
    return [
        *(backed_up if settings.backend.makes_backups else ()),
        Chore("tidying of the journal", lambda: store.tidy(clock.now() - REDELIVERED), A_DAY),
        Chore("erasing of workspaces that left", lambda: coach.erase_departed(clock.now(), store), A_DAY),
        Chore("erasing of those out of reach", lambda: coach.erase_unreachable(clock.now(), store), A_DAY),
        Chore("dropping of who was erased", lambda: coach.office.look_for_gone(clock.now(), store), A_DAY),
        Chore(
            "counting of closed weeks",
            lambda: count_weeks(coach.office, clock.now(), store, secrets.randbits, lambda: _rest(is_ending)),
            AN_HOUR,
        ),
    ]


def _rest(is_ending: Callable[[], bool]) -> bool:
    """Leave some time to others; whether there is any left for us."""
    time.sleep(REST)
    return not is_ending()
