"""The store on PostgreSQL, for more than one process: the same port, the same tables, the same contract.

Where SQLite has one writer, here a person's row is locked for their turn, work is claimed with `SKIP LOCKED` and a lease, and
each turn is two round trips: lock and load, then write and commit. Start at `store`.
"""
