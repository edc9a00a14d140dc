"""Taking messages in hand and saying what became of them, on PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from psycopg import Connection

from core.errors import StoreError
from core.events import Person
from core.ports import Became, Claimed, Settlement
from core.store.instants import instant, lasting, microseconds
from core.store.postgres import statements
from core.store.postgres.keys import Wrapping
from core.store.sealing import Column, SealError

UNREADABLE = "unreadable"
"""Why a message whose sealed words do not open is a dead letter."""


def claim(
    connection: Connection, keys: Wrapping, holder: str, platform: str, now: int, most: int, lease: timedelta
) -> tuple[list[Claimed], list[Settlement]]:
    """Take messages in hand for `holder`; and what is to be settled because it does not open."""
    until = now + lasting(lease)
    with connection.pipeline():
        connection.execute("BEGIN")
        connection.execute(statements.DROP_WITHDRAWN, (now,))
        rows = connection.execute(statements.CLAIM, (platform, now, most, until, holder)).fetchall()
        connection.execute("COMMIT")
    found, unreadable = list[Claimed](), list[Settlement]()
    for _, tenant, id_, number, key, sealed, at, attempts, shown, is_nudge, wrapped in rows:
        person = Person(tenant, id_)
        try:
            words = keys.opened(person, bytes(wrapped or b"")).open(bytes(sealed), Column.OUTGOING, number)
        except (StoreError, SealError):
            unreadable.append(Settlement(key, person, Became.UNFIT, reason=UNREADABLE))
        else:
            found.append(Claimed(key, person, words, number, instant(at), attempts, shown, not is_nudge))
    return found, unreadable


def settle(connection: Connection, settlements: Sequence[Settlement], now: int) -> None:
    """Say what became of claimed messages, all in one transaction and one round trip."""
    with connection.pipeline():
        connection.execute("BEGIN")
        for one in settlements:
            named = (*one.person, one.key)
            if one.became is Became.REFUSED:
                connection.execute(statements.LOSE, one.person)
                connection.execute(statements.NOT_DUE, one.person)
            if one.became is Became.SENT:
                connection.execute(statements.SENT, named)
                continue
            is_dead = one.became in (Became.REFUSED, Became.UNFIT)
            again = None if one.again is None else microseconds(one.again)
            connection.execute(
                statements.SETTLED,
                (
                    int(one.became is not Became.UNSURE),
                    one.shown,
                    again,
                    one.became.value if is_dead else None,
                    one.reason,
                    now if is_dead else 0,
                    *named,
                ),
            )
            connection.execute(statements.GONE, named)
        connection.execute("COMMIT")
