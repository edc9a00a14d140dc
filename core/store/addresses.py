"""The address of a PostgreSQL database, which holds a password as a rule and is shown without it."""

from __future__ import annotations

from dataclasses import dataclass, field

SCHEMES = ("postgresql", "postgres")
NAME = "the PostgreSQL database"
"""What it is called where no name is known."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is reached, for example `postgresql://rebound@db.example.org/rebound`."""

    url: str = field(repr=False)

    def __str__(self) -> str:
        """Host, port and database, for a sentence or a log: never user, password or parameters."""
        private, _, rest = self.url.partition("://")[2].rpartition("@")
        if "?" in private:  # which of it is a password is anybody's guess
            return NAME
        return f"{SCHEMES[0]}://{rest.partition('?')[0]}"


def is_address(text: str) -> bool:
    """Whether a text is meant as the address of a PostgreSQL database."""
    scheme, separator, _ = text.partition("://")
    return bool(separator) and scheme.lower() in SCHEMES
