"""The port `core.ports.Store` on PostgreSQL: what is known is asked here, the rest lies beside.

`turns` takes turns, `deliveries` has the outbox, `hints` wakes other processes, `connections` knows what to do when one is cut.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import datetime, timedelta

from core.errors import StoreError
from core.events import Occurrence, Person
from core.ports import HOURS, Backlog, Claimed, DeadLetter, Decide, Entry, Outgoing, Settlement, Waiting
from core.store.addresses import Address
from core.store.instants import instant, lasting, microseconds
from core.store.keys import MasterKey
from core.store.postgres import schema, statements
from core.store.postgres.attendance import Attendance
from core.store.postgres.connections import CONNECTIONS, STATEMENT_SECONDS, Connections
from core.store.postgres.deliveries import Deliveries
from core.store.postgres.faults import explained
from core.store.postgres.hints import Hints
from core.store.postgres.housekeeping import Housekeeping
from core.store.postgres.keys import Wrapping, wrapping
from core.store.postgres.lines import Lines
from core.store.postgres.turns import Turns, opened
from core.store.sealing import Column, Seal

BRINGING = timedelta(seconds=30)
"""So long no other process is given those whom `due` gave."""


class PostgresStore:
    """Keeps turns in a PostgreSQL database. Safe to call from any thread."""

    def __init__(
        self,
        address: Address,
        key: MasterKey,
        *,
        connections: int = CONNECTIONS,
        statement_seconds: float = STATEMENT_SECONDS,
    ) -> None:
        """Brings the tables up to date; a `StoreError` says what is in the way."""
        self._holder = secrets.token_hex(8)
        self._connections = Connections(address, most=connections, statement_seconds=statement_seconds)
        self._lines: Lines[Outgoing | None] = Lines(connections)
        self._hints = Hints(self._connections, self._holder)
        self._housekeeping = Housekeeping(address)
        self._attendance = Attendance(address)
        try:
            self._connections.open()
            with explained(), self._connections.held() as connection, connection.transaction():
                schema.bring_up_to_date(connection)
                self._keys: Wrapping = wrapping(connection, key)
        except BaseException:
            self._lines.close()
            self._connections.close()
            raise
        self._turns = Turns(self._connections, self._keys)
        self._deliveries = Deliveries(self._connections, self._keys, self._holder)

    def close(self) -> None:
        """Finish the turns already taken, give back what is in hand, and let go; doing it twice is harmless."""
        if not self._lines.close():
            return
        with suppress(StoreError):  # else the leases run out
            self._deliveries.release()
        self._hints.close()
        self._housekeeping.close()
        self._attendance.close()
        self._connections.close()

    # --- turns ---

    def take(self, event: Occurrence, decide: Decide, *, waits: bool = False) -> Future[Outgoing | None]:
        """Run one turn; see the port. A future that is cancelled before its turn begins drops the turn."""
        return self._lines.put(event.person, lambda: self._taken(event, decide), waits=waits)

    def _taken(self, event: Occurrence, decide: Decide) -> Outgoing | None:
        outgoing = self._turns.take(event, decide)
        is_kept = outgoing is not None and outgoing.is_kept
        self._hints.tell(event.person.tenant.partition(":")[0] if is_kept else HOURS)
        return outgoing

    def bring_in(self, person: Person, journal: Sequence[Entry], snapshot: bytes, due: datetime | None) -> bool:
        """Keep the past of somebody of whom nothing is kept, all or nothing; False where something is."""
        return self._turns.bring_in(person, journal, snapshot, due)

    # --- what is known ---

    def snapshot(self, person: Person) -> bytes | None:
        """Give the person's snapshot as the last turn left it."""
        kept = self._connections.one(statements.LOAD, person)
        return None if kept is None else self._turns.snapshot(person, self._seal(person), kept)

    def journal(self, person: Person) -> Iterator[Entry]:
        """Give all of the person's journal, oldest first."""
        seal = self._seal(person)
        for number, at, sealed in self._connections.all(statements.READ, person):
            yield Entry(number, instant(at), opened(seal, bytes(sealed), Column.ENTRY, number))

    def seen(self, person: Person, event: str) -> bool:
        """Tell whether an event of that id was taken, also where the person was erased since."""
        asked = (*person, event, self._keys.token(person, event), *person, *person)
        about = self._connections.one(statements.ABOUT, asked)
        return bool(about and about[0])

    def due(self, now: datetime, most: int, *, platforms: Collection[str] | None = None) -> list[Person]:
        """Give those whose hour has come, the longest overdue first; for a while no other process is given them."""
        at = microseconds(now)
        asked = {
            "now": at,
            "platforms": None if platforms is None else list(platforms),
            "holder": self._holder,
            "most": most,
            "until": at + lasting(BRINGING),
        }
        return [Person(*row) for row in self._connections.all(statements.DUE, asked)]

    def next_due(self, *, after: datetime | None = None) -> datetime | None:
        """Give the earliest instant at which somebody's hour comes, after another if one is given."""
        return self._instant(statements.NEXT_DUE, -(2**63) if after is None else microseconds(after))

    def people(self, tenant: str) -> list[Person]:
        """Give everybody of a tenant of whom something is kept."""
        return [Person(*row) for row in self._connections.all(statements.PEOPLE, (tenant,))]

    def tenants_with(self, id: str) -> list[str]:
        """Give the tenants in which somebody with that id is kept."""
        return [tenant for (tenant,) in self._connections.all(statements.TENANTS_WITH, (id,))]

    def unreachable(self) -> list[Person]:
        """Give those who cannot be reached."""
        return [Person(*row) for row in self._connections.all(statements.UNREACHABLE)]

    def depart(self, tenant: str, at: datetime) -> None:
        """Nobody of the tenant can be reached any more; the instant of the first time counts."""
        self._connections.do(
            (statements.DEPART, (tenant, microseconds(at))),
            (statements.LOSE_ALL, (tenant,)),
            (statements.NOBODY_DUE, (tenant,)),
        )

    def come_back(self, tenant: str) -> None:
        """The tenant is there again, or nobody of it is left."""
        self._connections.do((statements.RETURN, (tenant,)))

    def departed(self, before: datetime) -> list[str]:
        """Give the tenants that have departed by then."""
        return [tenant for (tenant,) in self._connections.all(statements.DEPARTED, (microseconds(before),))]

    def is_departed(self, tenant: str) -> bool:
        """Tell whether a tenant has departed and not come back."""
        found = self._connections.one(statements.IS_DEPARTED, (tenant,))
        return bool(found and found[0])

    def tidy(self, before: datetime) -> None:
        """Forget, of everything older, which events it came with and what was never confirmed as sent."""
        self._connections.do(*((statement, (microseconds(before),)) for statement in statements.TIDY))

    # --- delivery ---

    def unsent(self, person: Person) -> list[Outgoing]:
        """Give what was decided for the person and not yet confirmed as sent, oldest first."""
        seal = self._seal(person)
        return [
            Outgoing(key, person, opened(seal, bytes(sealed), Column.OUTGOING, number), number)
            for key, number, sealed in self._connections.all(statements.UNSENT, person)
        ]

    def mark_sent(self, key: str, person: Person) -> None:
        """Take the message out of the outbox."""
        self._connections.do((statements.SENT, (*person, key)))

    def claim(self, platform: str, now: datetime, most: int, lease: timedelta) -> list[Claimed]:
        """Take messages in hand, durably."""
        return self._deliveries.claim(platform, now, most, lease)

    def settle(self, settlements: Sequence[Settlement], now: datetime) -> None:
        """Say what became of claimed messages."""
        self._deliveries.settle(settlements, now)

    def next_claim(self, platform: str) -> datetime | None:
        """Give the earliest instant at which something can be claimed."""
        return self._instant(statements.NEXT_CLAIM, platform)

    def waiting(self, person: Person) -> list[Waiting]:
        """Give the nudges that wait in the person's outbox, oldest first."""
        return [
            Waiting(number, instant(at), attempts > 0 or shown > 0, leased is not None)
            for number, at, attempts, shown, leased in self._connections.all(statements.WAITING, person)
        ]

    def backlog(self) -> Backlog:
        """Give how much waits."""
        return Backlog(*(self._connections.one(statements.BACKLOG) or (0, 0, 0)))

    def dead_letters(self) -> list[DeadLetter]:
        """Give what could not be delivered, oldest first."""
        return [dead_letter(*row) for row in self._connections.all(statements.DEAD)]

    # --- several processes ---

    def tell(self, what: str) -> None:
        """Have the other processes hear it."""
        self._hints.tell(what)

    def hear(self, told: Callable[[str], object]) -> None:
        """Call when another process has kept something, on a thread of ours."""
        self._hints.hear(told)

    def is_housekeeper(self) -> bool:
        """Tell whether, of all processes, this one does what only one does."""
        return self._housekeeping.is_ours()

    def deliverers(self, platform: str) -> int:
        """Tell how many processes send to a platform."""
        return self._attendance.count(platform)

    def _seal(self, person: Person) -> Seal | None:
        found = self._connections.one(statements.KEY_OF, person)
        return None if found is None else self._keys.opened(person, bytes(found[0]))

    def _instant(self, statement: str, value: object) -> datetime | None:
        found = self._connections.one(statement, (value,))
        return None if found is None or found[0] is None else instant(found[0])


def dead_letter(
    key: str, tenant: str, id_: str, reason: str, attempts: int, at: int, dead_at: int, is_nudge: bool
) -> DeadLetter:
    """A row of the outbox that is one."""
    return DeadLetter(key, Person(tenant, id_), reason, attempts + 1, instant(at), instant(dead_at), not is_nudge)
