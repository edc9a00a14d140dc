"""A new master key: all people's keys are wrapped anew, and what is sealed with them stays as it is; so are the
credentials of workspaces, and the key of forgotten events, which are sealed with the master key itself.

The order makes a crash at any moment harmless: the new key is durable, then the key store is changed in one transaction,
then the copies beside the backups, and only then does the old key go. Until that last step a start takes whichever of
the two fits, and the command may be repeated.
"""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlite_utils import Database

from core.errors import KeyUnfit, StoreUnfit
from core.events import Person
from core.store import copies, keyring, schema
from core.store.backends import Rotated
from core.store.faults import explained
from core.store.keys import MasterKey
from core.store.lock import sole_use
from core.store.sealing import Column, Seal, SealError, owner

_WRAPPED = (
    (
        "SELECT tenant, person, wrapped FROM person_key",
        "UPDATE person_key SET wrapped = ? WHERE tenant = ? AND person = ?",
    ),
    (
        "SELECT tenant, person, wrapped FROM next_key",
        "UPDATE next_key SET wrapped = ? WHERE tenant = ? AND person = ?",
    ),
)
"""Where wrapped keys lie: how they are read, and written anew."""
_CREDENTIALS = "SELECT tenant, wrapped FROM credential"
_SEAL_ANEW = "UPDATE credential SET wrapped = ? WHERE tenant = ?"


def rotate(database: Path, key: MasterKey, *, busy_seconds: float = 5.0) -> Rotated:
    """Wrap all people's keys with a new master key; a `StoreError` says what is in the way, and nothing is lost."""
    database = database.resolve()
    file = Path(f"{database}.keys")
    if not file.is_file():
        raise StoreUnfit(f"There is no key store at {file} yet, so there is nothing to rotate.")
    with (
        sole_use(database),
        schema.opened(file, schema.KEYS, journal_mode="TRUNCATE", busy_seconds=busy_seconds) as db,
        explained(file),
    ):
        copies.check(db)  # before anything is changed
        old = key.read(sealed=file)
        successor = key.made_successor()
        new = successor.read(sealed=file)
        if old == new:
            raise KeyUnfit("The new master key is the one in use; write another one as REBOUND_NEW_KEY.")
        if keyring.fits(db, old):
            _wrap_anew(db, file, old, new)
        elif not keyring.fits(db, new):
            raise keyring.another(file)
        copies.refresh(db)
        (people,) = db.execute("SELECT count(*) FROM person_key").fetchone()
        return Rotated(people, key.adopt_successor())


def _wrap_anew(db: Database, file: Path, old: bytes, new: bytes) -> None:
    before, after = AESGCM(old), AESGCM(new)
    db.execute("BEGIN IMMEDIATE")
    try:
        for select, update in _WRAPPED:
            for tenant, id_, wrapped in db.execute(select).fetchall():
                whose = owner(Person(tenant, id_))
                key = Seal(before, whose).open(wrapped, Column.KEY)
                db.execute(update, (Seal(after, whose).close(key, Column.KEY), tenant, id_))
        for tenant, wrapped in db.execute(_CREDENTIALS).fetchall():
            whose = owner(Person(tenant, ""))
            secret = Seal(before, whose).open(wrapped, Column.CREDENTIAL)
            db.execute(_SEAL_ANEW, (Seal(after, whose).close(secret, Column.CREDENTIAL), tenant))
        keyring.keep_event_key(db, keyring.event_key(db, file, old), new)
        keyring.adopt(db, new)
        db.execute("COMMIT")
    except SealError as error:
        raise keyring.changed(file) from error
    finally:
        if db.conn.in_transaction:
            db.rollback()
