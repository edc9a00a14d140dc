"""The people's keys: one for each, wrapped by the master key, in a file of their own.

They are apart from the journal so that destroying one key erases that person everywhere, old backups of the
journal included. A key is durable before the first turn that is sealed with it; keep that order, or a crash
between the two leaves a turn that nobody can ever read.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlite_utils import Database

from core.errors import KeyUnfit, StoreError
from core.events import Person
from core.store import copies, schema, tokens
from core.store.faults import explained
from core.store.keys import MasterKey
from core.store.sealing import Column, Seal, SealError, owner

_FIND = "SELECT wrapped FROM person_key WHERE tenant = ? AND person = ?"
_DOOM = "INSERT INTO doomed (tenant, person) VALUES (?, ?) ON CONFLICT DO NOTHING"
_DOOMED = "SELECT tenant, person FROM doomed"
_SPARE = "DELETE FROM doomed WHERE tenant = ? AND person = ?"
_DESTROY = "DELETE FROM person_key WHERE tenant = ? AND person = ?"
_ADD = "INSERT INTO person_key (tenant, person, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_RENEW = "INSERT OR REPLACE INTO next_key (tenant, person, wrapped) VALUES (?, ?, ?)"
_RENEWING = "SELECT tenant, person, wrapped FROM next_key"
_TAKE_NEXT = (
    "UPDATE person_key SET renewed = 1, wrapped = (SELECT wrapped FROM next_key WHERE tenant = ?1 AND person = ?2)"
    " WHERE tenant = ?1 AND person = ?2"
)
_IS_RENEWED = "SELECT renewed FROM person_key WHERE tenant = ? AND person = ?"
_PUT_CREDENTIAL = "INSERT OR REPLACE INTO credential (tenant, wrapped) VALUES (?, ?)"
_CREDENTIAL = "SELECT wrapped FROM credential WHERE tenant = ?"
_DROP_CREDENTIAL = "DELETE FROM credential WHERE tenant = ?"
_EVENT_KEY = "SELECT wrapped FROM event_key"
_DROP_EVENT_KEY = "DELETE FROM event_key"
_KEEP_EVENT_KEY = "INSERT OR REPLACE INTO event_key (id, wrapped) VALUES (1, ?)"
_DROP_NEXT = "DELETE FROM next_key WHERE tenant = ? AND person = ?"

log = logging.getLogger(__name__)


class Keyring:
    """Gives each person's seal. For the thread that opened it."""

    def __init__(self, db: Database, file: Path, master: bytes) -> None:
        self._db = db
        self._file = file
        self._master = AESGCM(master)
        with explained(file):
            self._events = event_key(db, file, master)
        self.doomed: list[Person] = []
        """Those whose rows are being deleted in the turn's transaction."""
        self.renewing: list[Person] = []
        """Those whose rows are being sealed with another key in the turn's transaction."""

    def token(self, person: Person, event: str) -> bytes:
        """What an event of somebody who is gone is known by: nobody without the master key can tell whose it was."""
        return tokens.token(self._events, person, event)

    def find(self, person: Person) -> Seal | None:
        """Give the person's seal; None if they never had one, or if it was destroyed."""
        with explained(self._file):
            row = self._db.execute(_FIND, (person.tenant, person.id)).fetchone()
        if row is None:
            return None
        return self._unwrapped(person, row[0])

    def _unwrapped(self, person: Person, wrapped: bytes) -> Seal:
        whose = owner(person)
        try:
            key = Seal(self._master, whose).open(wrapped, Column.KEY)
        except SealError as error:
            raise changed(self._file) from error
        return Seal(AESGCM(key), whose)

    def make(self, person: Person) -> Seal:
        """Give a person at first contact a seal; it is durable when this returns."""
        with explained(self._file):
            self._db.execute(_ADD, (person.tenant, person.id, self._wrapped_anew(person)))
        seal = self.find(person)  # read back: if two made one at the same moment, the first counts
        assert seal is not None  # noqa: S101 - it was just written
        return seal

    def doom(self, *people: Person) -> None:
        """Note, durably, that people's keys are to be destroyed as soon as their rows are gone for good.

        The copies beside the backups lose them here and now, so that an erasure which cannot reach one of them fails
        while nothing is lost yet.
        """
        with explained(self._file):
            for person in people:
                self._db.execute(_DOOM, (person.tenant, person.id))
            self.doomed += people
            try:
                copies.refresh(self._db)
            except BaseException:
                self.doomed = [person for person in self.doomed if person not in people]
                self._spare(people)
                raise

    def destroy_doomed(self) -> list[Person]:
        """Destroy the keys of those whose rows are gone; whose they were."""
        gone, self.doomed = self.doomed, []
        for person in gone:
            self._destroy(person)
        return gone

    def spare_doomed(self) -> None:
        """The rows stay, for the transaction failed: the keys stay too."""
        spared, self.doomed = self.doomed, []
        self._spare(spared)

    def _spare(self, people: Iterable[Person]) -> None:
        people = list(people)
        with explained(self._file):
            for person in people:
                self._db.execute(_SPARE, (person.tenant, person.id))
        if people:
            self._refresh_copies()

    def _refresh_copies(self) -> None:
        """Keys come back into the copies; where that fails, the next backup, or the next start, does it."""
        with suppress(StoreError):
            copies.refresh(self._db)

    def settle_doomed(self, has_rows: Callable[[Person], bool]) -> list[Person]:
        """After a crash in the middle: a person who still has rows keeps the key, the others' keys are destroyed."""
        with explained(self._file):
            noted = [Person(tenant, id_) for tenant, id_ in self._db.execute(_DOOMED).fetchall()]
        self.doomed = [person for person in noted if has_rows(person)]
        self.spare_doomed()
        self.doomed = [person for person in noted if not has_rows(person)]
        return self.destroy_doomed()

    def renew(self, person: Person) -> Seal:
        """Give a person's next seal, durable when this returns; it counts once `finish_renewals` was called.

        The copies beside the backups lose the present key here and now, as for `doom`.
        """
        wrapped = self._wrapped_anew(person)
        with explained(self._file):
            self._db.execute(_RENEW, (person.tenant, person.id, wrapped))
            self.renewing.append(person)
            try:
                copies.refresh(self._db)
            except BaseException:
                self.renewing.remove(person)
                self._drop_next([person])
                raise
        return self._unwrapped(person, wrapped)

    def finish_renewals(self) -> list[Person]:
        """All rows are sealed with the next keys: the ones before are destroyed; whose they were."""
        renewed, self.renewing = self.renewing, []
        for person in renewed:
            ids = (person.tenant, person.id)
            with explained(self._file):
                self._db.execute("BEGIN IMMEDIATE")
                self._db.execute(_TAKE_NEXT, ids)
                self._db.execute(_DROP_NEXT, ids)
                self._db.execute("COMMIT")
        if renewed:
            self._refresh_copies()
        return renewed

    def drop_renewals(self) -> None:
        """The rows are as they were, for the transaction failed: the next keys go."""
        dropped, self.renewing = self.renewing, []
        self._drop_next(dropped)

    def _drop_next(self, people: Iterable[Person]) -> None:
        people = list(people)
        with explained(self._file):
            for person in people:
                self._db.execute(_DROP_NEXT, (person.tenant, person.id))
        if people:
            self._refresh_copies()

    def is_renewed(self, person: Person) -> bool:
        """Whether the person has another key than at first, so that older backups hold nothing of theirs to read."""
        with explained(self._file):
            row = self._db.execute(_IS_RENEWED, (person.tenant, person.id)).fetchone()
        return row is not None and bool(row[0])

    def settle_renewals(self, is_sealed_with: Callable[[Person, Seal], bool]) -> None:
        """After a crash in the middle: whoever's rows are sealed with the next key gets it, the others keep theirs."""
        with explained(self._file):
            noted = {Person(tenant, id_): wrapped for tenant, id_, wrapped in self._db.execute(_RENEWING).fetchall()}
        finished = {one for one, wrapped in noted.items() if is_sealed_with(one, self._unwrapped(one, wrapped))}
        self.renewing = [person for person in noted if person not in finished]
        self.drop_renewals()
        self.renewing = [*finished]
        self.finish_renewals()

    def put_credential(self, tenant: str, credential: bytes) -> None:
        """Keep what opens a tenant to us, in place of what did before; durable when this returns."""
        wrapped = Seal(self._master, owner(Person(tenant, ""))).close(credential, Column.CREDENTIAL)
        with explained(self._file):
            self._db.execute(_PUT_CREDENTIAL, (tenant, wrapped))
        self._refresh_copies()

    def credential(self, tenant: str) -> bytes | None:
        """Give what opens a tenant to us; None where nothing does."""
        with explained(self._file):
            row = self._db.execute(_CREDENTIAL, (tenant,)).fetchone()
        if row is None:
            return None
        try:
            return Seal(self._master, owner(Person(tenant, ""))).open(row[0], Column.CREDENTIAL)
        except SealError as error:
            raise changed(self._file) from error

    def drop_credential(self, tenant: str) -> bool:
        """Delete what opens a tenant to us, also beside the backups; False if there is nothing of the kind.

        Where a folder with backups cannot be reached this fails; what is here is gone all the same.
        """
        with explained(self._file):
            found = self._db.execute(_DROP_CREDENTIAL, (tenant,)).rowcount > 0
            copies.refresh(self._db)
            return found

    def _wrapped_anew(self, person: Person) -> bytes:
        return Seal(self._master, owner(person)).close(AESGCM.generate_key(256), Column.KEY)

    def _destroy(self, person: Person) -> None:
        owner_ids = (person.tenant, person.id)
        with explained(self._file):
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute(_DESTROY, owner_ids)
            self._db.execute(_DROP_NEXT, owner_ids)
            self._db.execute(_SPARE, owner_ids)
            self._db.execute("COMMIT")


@contextmanager
def opened(file: Path, master: MasterKey, *, needed_by: Path | None, busy_seconds: float) -> Iterator[Keyring]:
    """Open the key store and check the master key; `needed_by` is the journal, if it already holds people."""
    if needed_by is not None and not file.exists():
        raise lost(file, needed_by)
    # A rollback journal that is truncated keeps no copy of a destroyed key, as a WAL would.
    with schema.opened(file, schema.KEYS, journal_mode="TRUNCATE", busy_seconds=busy_seconds) as db:
        with explained(file):
            key = _checked_key(db, file, master, needed_by)
        yield Keyring(db, file, key)


def _checked_key(db: Database, file: Path, master: MasterKey, needed_by: Path | None) -> bytes:
    has_people = db.execute("SELECT 1 FROM person_key LIMIT 1").fetchone() is not None
    if needed_by is not None and not has_people:
        raise lost(file, needed_by)
    is_sealed = has_people or db.execute("SELECT 1 FROM credential LIMIT 1").fetchone() is not None
    key = master.read(sealed=file if is_sealed else None)
    if not is_sealed:
        adopt(db, key)
        db.execute(_DROP_EVENT_KEY)
    elif not fits(db, key):
        return _successor(db, file, master)
    return key


def event_key(db: Database, file: Path, master: bytes) -> bytes:
    """The key with which events of people who were erased are known again; made at the first call.

    A rotation of the master key keeps it.
    """
    seal = Seal(AESGCM(master), b"")
    row = db.execute(_EVENT_KEY).fetchone()
    if row is None:
        key = tokens.first_key(master)
        keep_event_key(db, key, master)
        return key
    try:
        return seal.open(row[0], Column.EVENTS)
    except SealError as error:
        raise changed(file) from error


def keep_event_key(db: Database, key: bytes, master: bytes) -> None:
    """Keep it, sealed with a master key."""
    db.execute(_KEEP_EVENT_KEY, (Seal(AESGCM(master), b"").close(key, Column.EVENTS),))


def adopt(db: Database, key: bytes) -> None:
    """From now on the key store fits this master key."""
    proof = Seal(AESGCM(key), b"").close(b"", Column.CHECK)
    db.execute("INSERT OR REPLACE INTO master (id, proof) VALUES (1, ?)", (proof,))


def fits(db: Database, key: bytes) -> bool:
    """Whether the people's keys are wrapped by this master key."""
    (proof,) = db.execute("SELECT proof FROM master").fetchone() or (b"",)
    try:
        Seal(AESGCM(key), b"").open(proof, Column.CHECK)
    except SealError:
        return False
    return True


def _successor(db: Database, file: Path, master: MasterKey) -> bytes:
    """The key that an interrupted rotation has put in the place of this one."""
    if master.successor is not None:
        key = master.successor.read(sealed=file)
        if fits(db, key):
            log.warning("The master key was rotated, but not to the end; stop the coach and run `rebound rotate-key`.")
            return key
    raise another(file)


def another(file: Path) -> KeyUnfit:
    """The refusal of a master key that does not fit."""
    return KeyUnfit(f"The master key is not the one that {file} was sealed with; give the one that was used before.")


def changed(file: Path) -> KeyUnfit:
    """The refusal of a wrapped key that does not open."""
    return KeyUnfit(f"A person's key in {file} was changed or moved; restore the latest copy of that file.")


def lost(file: Path, needed_by: Path) -> KeyUnfit:
    """The refusal of a journal without the key store that it needs."""
    return KeyUnfit(
        f"The key store {file} is missing or empty, but {needed_by} holds people sealed with it; "
        "put it back from the latest backup."
    )
