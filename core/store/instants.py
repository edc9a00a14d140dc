"""How instants are kept: in microseconds since 1970, UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def microseconds(at: datetime) -> int:
    """As it is kept."""
    return (at - _EPOCH) // _MICROSECOND


def lasting(time: timedelta) -> int:
    """So many of them."""
    return time // _MICROSECOND


def instant(kept: int) -> datetime:
    """What was kept."""
    return _EPOCH + kept * _MICROSECOND
