"""Taking messages in hand and saying what became of them, on PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from threading import Lock

from psycopg import Connection

from core.errors import StoreError
from core.events import Person
from core.ports import Became, Claimed, Settlement
from core.store.instants import instant, lasting, microseconds
from core.store.outbox import SLEW
from core.store.postgres import statements
from core.store.postgres.connections import Connections
from core.store.postgres.keys import Wrapping
from core.store.sealing import Column, SealError

UNREADABLE = "unreadable"
"""Why a message whose sealed words do not open is a dead letter."""


class Deliveries:
    """The outbox as one process sees it. Safe to use from any thread."""

    def __init__(self, connections: Connections, keys: Wrapping, holder: str) -> None:
        """`holder` is whose leases are ours."""
        self._connections = connections
        self._keys = keys
        self._holder = holder
        self._gate = Lock()
        self._claimed_at = -(2**63)

    def claim(self, platform: str, now: datetime, most: int, lease: timedelta) -> list[Claimed]:
        """Take messages in hand, durably; what does not open is settled here."""
        at = microseconds(now)
        is_set_back = self._is_set_back(at)

        def work(connection: Connection) -> list[Claimed]:
            if is_set_back:
                connection.execute(statements.WAIT_NO_MORE, (platform, at))
            found, unreadable = self._claim(connection, platform, at, most, at + lasting(lease))
            if unreadable:
                self._settle(connection, unreadable, at)
            return found

        return self._connections.again(work)

    def settle(self, settlements: Sequence[Settlement], now: datetime) -> None:
        """Say what became of claimed messages, all in one transaction; what others have in hand by now is passed over,
        unless it was sent."""
        self._connections.again(lambda connection: self._settle(connection, settlements, microseconds(now)))

    def release(self) -> None:
        """Give back all that we have in hand."""
        self._connections.do((statements.RELEASE, (self._holder,)), (statements.LET_GO, (self._holder,)))

    def _claim(
        self, connection: Connection, platform: str, now: int, most: int, until: int
    ) -> tuple[list[Claimed], list[Settlement]]:
        with connection.pipeline():
            connection.execute("BEGIN")
            connection.execute(statements.DROP_WITHDRAWN, (now,))
            connection.execute(statements.TAKE_BACK, (platform, now))
            rows = connection.execute(statements.CLAIM, (platform, now, most, until, self._holder)).fetchall()
            connection.execute("COMMIT")
        found, unreadable = list[Claimed](), list[Settlement]()
        for _, tenant, id_, number, key, sealed, at, attempts, shown, is_nudge, wrapped in rows:
            person = Person(tenant, id_)
            try:
                words = self._keys.opened(person, bytes(wrapped or b"")).open(bytes(sealed), Column.OUTGOING, number)
            except (StoreError, SealError):
                unreadable.append(Settlement(key, person, Became.UNFIT, reason=UNREADABLE))
            else:
                found.append(Claimed(key, person, words, number, instant(at), attempts, shown, not is_nudge))
        return found, unreadable

    def _settle(self, connection: Connection, settlements: Sequence[Settlement], now: int) -> None:
        with connection.pipeline():
            connection.execute("BEGIN")
            for one in settlements:
                named = (*one.person, one.key)
                if one.became is Became.REFUSED:
                    connection.execute(statements.LOSE, one.person)
                    connection.execute(statements.NOT_DUE, one.person)
                if one.became is Became.SENT:
                    connection.execute(statements.SENT, named)
                else:
                    connection.execute(statements.SETTLED, (*_changed(one, now), *named, self._holder))
                    connection.execute(statements.GONE, (*named, self._holder))
            connection.execute("COMMIT")

    def _is_set_back(self, now: int) -> bool:
        """Whether the clock shows an earlier hour than at the last claim: instants that were minutes away may be hours away."""
        with self._gate:
            before, self._claimed_at = self._claimed_at, now
        return now < before - SLEW


def _changed(one: Settlement, now: int) -> tuple[object, ...]:
    is_dead = one.became in (Became.REFUSED, Became.UNFIT)
    return (
        int(one.became is not Became.UNSURE),
        one.shown,
        None if one.again is None else microseconds(one.again),
        one.became.value if is_dead else None,
        one.reason,
        now if is_dead else 0,
    )
