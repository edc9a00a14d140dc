"""The statements, as they go to PostgreSQL."""

from __future__ import annotations

from core.store.postgres.keys import PROOF_HELD

# --- a turn ---

LOCK = "SELECT number, sealed FROM rebound.snapshot WHERE tenant = %s AND person = %s FOR UPDATE"
ABOUT = (
    "SELECT EXISTS (SELECT 1 FROM rebound.journal WHERE tenant = %s AND person = %s AND event = %s)"
    " OR EXISTS (SELECT 1 FROM rebound.forgotten WHERE token = %s),"
    " EXISTS (SELECT 1 FROM rebound.unreachable WHERE tenant = %s AND person = %s),"
    " (SELECT wrapped FROM rebound_keys.person_key WHERE tenant = %s AND person = %s)"
)
ADD_KEY = (
    f"WITH {PROOF_HELD} INSERT INTO rebound_keys.person_key (tenant, person, wrapped)"  # noqa: S608 (ours)
    " SELECT %s, %s, %s FROM master ON CONFLICT DO NOTHING RETURNING TRUE"
)
RENEW_KEY = (
    f"WITH {PROOF_HELD} UPDATE rebound_keys.person_key k SET wrapped = %s, renewed = TRUE FROM master"  # noqa: S608 (ours)
    " WHERE k.tenant = %s AND k.person = %s RETURNING TRUE"
)
DROP_LONE_KEY = (
    "DELETE FROM rebound_keys.person_key WHERE tenant = %s AND person = %s"
    " AND NOT EXISTS (SELECT 1 FROM rebound.snapshot WHERE tenant = %s AND person = %s)"
)
BEGIN_WITH = (
    "INSERT INTO rebound.snapshot (tenant, person, number, sealed, due) VALUES (%s, %s, %s, %s, %s)"
    " ON CONFLICT DO NOTHING RETURNING TRUE"
)
REPLACE = "UPDATE rebound.snapshot SET number = %s, sealed = %s, due = %s WHERE tenant = %s AND person = %s"
APPEND = "INSERT INTO rebound.journal (tenant, person, number, at, event, sealed) VALUES (%s, %s, %s, %s, %s, %s)"
APPEND_AND_SEND = (
    f"WITH turn AS ({APPEND} RETURNING id)"  # noqa: S608 (ours)
    " INSERT INTO rebound.outbox (id, tenant, person, number, key, sealed, at, nudge)"
    " SELECT id, %s, %s, %s, %s, %s, %s, %s FROM turn"
)
UNSEND = "DELETE FROM rebound.outbox WHERE tenant = %s AND person = %s AND number = ANY(%s) AND leased IS NULL"
WITHDRAW = "UPDATE rebound.outbox SET withdrawn = TRUE WHERE tenant = %s AND person = %s AND number = ANY(%s)"
REACH = "DELETE FROM rebound.unreachable WHERE tenant = %s AND person = %s"
REVIVE = "UPDATE rebound.outbox SET dead = NULL, after = NULL WHERE tenant = %s AND person = %s AND dead = 'refused'"
NOT_DUE = "UPDATE rebound.snapshot SET due = NULL WHERE tenant = %s AND person = %s"
UNSEND_ALL = "DELETE FROM rebound.outbox WHERE tenant = %s AND person = %s"
DROP_ENTRIES = "DELETE FROM rebound.journal WHERE tenant = %s AND person = %s AND NOT number = ANY(%s)"
RESEAL = "UPDATE rebound.journal SET sealed = %s WHERE tenant = %s AND person = %s AND number = %s"
EVENTS_OF = "SELECT event, at FROM rebound.journal WHERE tenant = %s AND person = %s AND event IS NOT NULL"
KEEP_FORGOTTEN = "INSERT INTO rebound.forgotten (token, at) VALUES (%s, %s) ON CONFLICT DO NOTHING"
FORGET = (
    UNSEND_ALL,
    REACH,
    "DELETE FROM rebound.bringing WHERE tenant = %s AND person = %s",
    "DELETE FROM rebound.journal WHERE tenant = %s AND person = %s",
    "DELETE FROM rebound.snapshot WHERE tenant = %s AND person = %s",
    "DELETE FROM rebound_keys.person_key WHERE tenant = %s AND person = %s",
)

MESSAGE = "SELECT number, sealed FROM rebound.outbox WHERE tenant = %s AND person = %s AND key = %s"

FORGET_TENANT = (
    "DELETE FROM rebound_keys.credential WHERE tenant = %s",
    "DELETE FROM rebound.departed WHERE tenant = %s",
)
"""What is kept of a tenant beside its people."""

# --- what is known ---

PROOF = "SELECT proof FROM rebound_keys.master"

LOAD = "SELECT number, sealed FROM rebound.snapshot WHERE tenant = %s AND person = %s"
KEY_OF = "SELECT wrapped FROM rebound_keys.person_key WHERE tenant = %s AND person = %s"
READ = "SELECT number, at, sealed FROM rebound.journal WHERE tenant = %s AND person = %s ORDER BY id"
DUE = (
    "WITH found AS (SELECT s.tenant, s.person, s.due FROM rebound.snapshot s"
    " WHERE s.due <= %(now)s AND (%(platforms)s::text[] IS NULL OR split_part(s.tenant, ':', 1) = ANY(%(platforms)s))"
    " AND NOT EXISTS (SELECT 1 FROM rebound.bringing b WHERE b.tenant = s.tenant AND b.person = s.person"
    " AND b.holder <> %(holder)s AND b.until > %(now)s)"
    " ORDER BY s.due LIMIT %(most)s FOR UPDATE OF s SKIP LOCKED),"
    " ours AS (INSERT INTO rebound.bringing AS b (tenant, person, holder, until)"
    " SELECT tenant, person, %(holder)s, %(until)s FROM found"
    " ON CONFLICT (tenant, person) DO UPDATE SET holder = excluded.holder, until = excluded.until"
    " WHERE b.holder = %(holder)s OR b.until <= %(now)s RETURNING tenant, person)"
    " SELECT tenant, person FROM found JOIN ours USING (tenant, person) ORDER BY due"
)
"""Those who are due and whom no other process is bringing anything; they are ours for a while."""
NEXT_DUE = "SELECT min(due) FROM rebound.snapshot WHERE due > %s"
PEOPLE = "SELECT tenant, person FROM rebound.snapshot WHERE tenant = %s"
TENANTS_WITH = "SELECT tenant FROM rebound.snapshot WHERE person = %s ORDER BY tenant"
UNREACHABLE = "SELECT tenant, person FROM rebound.unreachable ORDER BY tenant, person"
DEPART = "INSERT INTO rebound.departed (tenant, at) VALUES (%s, %s) ON CONFLICT DO NOTHING"
LOSE_ALL = (
    "INSERT INTO rebound.unreachable (tenant, person) SELECT tenant, person FROM rebound.snapshot WHERE tenant = %s"
    " ON CONFLICT DO NOTHING"
)
NOBODY_DUE = "UPDATE rebound.snapshot SET due = NULL WHERE tenant = %s"
RETURN = "DELETE FROM rebound.departed WHERE tenant = %s"
IS_DEPARTED = "SELECT EXISTS (SELECT 1 FROM rebound.departed WHERE tenant = %s)"
DEPARTED = "SELECT tenant FROM rebound.departed WHERE at <= %s ORDER BY at"
TIDY = (
    "DELETE FROM rebound.outbox WHERE at < %s",
    "UPDATE rebound.journal SET event = NULL WHERE at < %s AND event IS NOT NULL",
    "DELETE FROM rebound.forgotten WHERE at < %s",
    "DELETE FROM rebound.bringing WHERE until < %s",
)

# --- delivery ---

RELEASE = "UPDATE rebound.outbox SET leased = NULL, holder = NULL WHERE holder = %s"
LET_GO = "DELETE FROM rebound.bringing WHERE holder = %s"
UNSENT = "SELECT key, number, sealed FROM rebound.outbox WHERE tenant = %s AND person = %s ORDER BY id"
SENT = "DELETE FROM rebound.outbox WHERE tenant = %s AND person = %s AND key = %s"
WAITING = (
    "SELECT number, at, attempts, shown, leased FROM rebound.outbox WHERE tenant = %s AND person = %s AND nudge AND NOT withdrawn"
    " ORDER BY id"
)
BACKLOG = (
    "SELECT count(*) FILTER (WHERE dead IS NULL), count(*) FILTER (WHERE dead IS NOT NULL),"
    " (SELECT count(*) FROM rebound.unreachable) FROM rebound.outbox WHERE NOT withdrawn"
)
DEAD = (
    "SELECT key, tenant, person, reason, attempts, at, dead_at, nudge FROM rebound.outbox"
    " WHERE dead IS NOT NULL ORDER BY id"
)
_CAN_GO = (
    "o.platform = %s AND o.dead IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM rebound.outbox older WHERE older.tenant = o.tenant AND older.person = o.person"
    " AND older.id < o.id AND older.dead IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM rebound.unreachable u WHERE u.tenant = o.tenant AND u.person = o.person)"
)
"""The oldest message of each person who can be reached."""
NEXT_CLAIM = f"SELECT min(greatest(o.ready, o.at)) FROM rebound.outbox o WHERE {_CAN_GO}"  # noqa: S608 (ours)
WAIT_NO_MORE = "UPDATE rebound.outbox SET after = NULL WHERE platform = %s AND after > %s"
DROP_WITHDRAWN = "DELETE FROM rebound.outbox WHERE withdrawn AND (leased IS NULL OR leased <= %s)"
TAKE_BACK = (
    "UPDATE rebound.outbox SET leased = NULL, holder = NULL WHERE id IN"
    " (SELECT id FROM rebound.outbox WHERE platform = %s AND leased <= %s FOR UPDATE SKIP LOCKED)"
)
"""Of those whose lease is over. With it what is in hand needs no place in the index by which messages are claimed, which so
stays as short as what is left to claim."""
CLAIM = (
    f"WITH ready AS (SELECT o.id FROM rebound.outbox o WHERE {_CAN_GO} AND o.leased IS NULL AND o.ready <= %s"  # noqa: S608 (ours)
    " ORDER BY o.nudge, o.id LIMIT %s FOR UPDATE OF o SKIP LOCKED),"
    " claimed AS (UPDATE rebound.outbox o SET attempts = o.attempts + 1, leased = %s, holder = %s, after = NULL"
    " FROM ready WHERE o.id = ready.id"
    " RETURNING o.id, o.tenant, o.person, o.number, o.key, o.sealed, o.at, o.attempts, o.shown, o.nudge)"
    " SELECT claimed.*, k.wrapped FROM claimed LEFT JOIN rebound_keys.person_key k USING (tenant, person)"
    " ORDER BY claimed.nudge, claimed.id"
)
SETTLED = (
    "UPDATE rebound.outbox SET attempts = attempts - %s, shown = greatest(shown, %s), leased = NULL, holder = NULL,"
    " after = %s, dead = coalesce(%s, dead), reason = %s, dead_at = %s WHERE tenant = %s AND person = %s AND key = %s AND NOT withdrawn"
    " AND holder = %s"
)
GONE = "DELETE FROM rebound.outbox WHERE tenant = %s AND person = %s AND key = %s AND withdrawn AND holder = %s"
LOSE = "INSERT INTO rebound.unreachable (tenant, person) VALUES (%s, %s) ON CONFLICT DO NOTHING"
