"""The whole contract of the store for a program on tables that a newer one has added to."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import pytest

from core.ports import Store
from core.store import Address, open_store
from tests import test_store_contract
from tests.postgres import fresh_database
from tests.stores import KEY, Reopen
from tests.upgraded import ADDED, released

pytestmark = pytest.mark.long

globals().update(
    (name, test)
    for name, test in vars(test_store_contract).items()
    if name.startswith("test_") and {"store", "reopen"} & {*inspect.signature(test).parameters}
)


@pytest.fixture
def reopen() -> Iterator[Reopen]:
    place = Address(fresh_database())
    with pytest.MonkeyPatch.context() as inside:
        released(inside, ADDED)
        open_store(place, KEY).close()
    opened: list[Store] = []

    def again() -> Store:
        for store in opened:
            store.close()
        opened.append(open_store(place, KEY))
        return opened[-1]

    yield again
    for store in opened:
        store.close()


@pytest.fixture
def store(reopen: Reopen) -> Store:
    return reopen()
