"""A whole centre copied: a thousand people who have talked with the coach, with every text that breaks programs among them."""

from __future__ import annotations

import shutil
from concurrent.futures import Future
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from core.coach import Coach
from core.community import NONE
from core.events import Person, Text
from core.messages import Attachment
from core.ports import Outgoing, Store
from core.store import Address, open_store
from core.wording import load
from tests.case_files import hostile
from tests.copied import content, copied
from tests.postgres import fresh_database
from tests.stores import KEY, NOW

THOUSAND = 1000
NOT_AN_ID = 200
"""Characters; no platform has ids that long."""


def people() -> list[Person]:
    """Everybody, some of whom have ids that break programs."""
    strange = [text for text in hostile() if text.strip() and len(text) < NOT_AN_ID]
    found = [Person("slack:T01", text) for text in strange[::7]] + [Person(text, "U1") for text in strange[3::49]]
    return found + [Person("discord", str(number)) for number in range(THOUSAND - len(found))]


def says(coach: Coach, store: Store, person: Person, number: int, text: str) -> Future[Outgoing | None]:
    """They write a message, which is taken soon."""
    at = NOW + timedelta(minutes=number)
    event = Text(id=f"{person.id} {number}", person=person, at=at, zone="Africa/Lusaka", text=text)
    return coach.take(event, at, store)


pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place, texts, coach = tmp_path_factory.mktemp("centre") / "rebound.db", hostile(), Coach(load(), NONE)
    with closing(open_store(place, KEY)) as store:
        taken = []
        for number, person in enumerate(people()):
            taken.append(says(coach, store, person, 0, "interview at Acme, i froze on the SQL question"))
            taken.append(says(coach, store, person, 1, texts[number % len(texts)]))
        for future in taken:
            future.result()
    return place


def exported(place: Path | Address) -> dict[Person, tuple[Attachment, ...]]:
    """What everybody is given who asks for all they ever told."""
    coach, now = Coach(load(), NONE), NOW + timedelta(days=1)
    with closing(open_store(place, KEY)) as store:
        return {person: coach.files(person, now, store) for person in people()}


def test_a_thousand_people_and_every_hostile_text_are_the_same_there_and_back(journal: Path, tmp_path: Path) -> None:
    database, back = Address(fresh_database()), tmp_path / "rebound.db"
    assert copied(journal, database)[0].differ == 0
    assert copied(database, back)[0].differ == 0
    first = content(journal)
    assert len(first["snapshot"]) == len(first["person_key"]) == THOUSAND
    assert content(database) == first
    assert content(back) == first
    told = exported(journal)
    assert exported(database) == told
    assert exported(back) == told


def test_the_coach_goes_on_with_each_of_them_in_the_copy(journal: Path, tmp_path: Path) -> None:
    """The answer to the next message is the same in both, also for those who wrote what breaks programs."""
    mine = shutil.copytree(journal.parent, tmp_path / "centre") / journal.name
    database, coach = Address(fresh_database()), Coach(load(), NONE)
    copied(mine, database)
    answers = []
    for place in (mine, database):
        with closing(open_store(place, KEY)) as store:
            given = {}
            for person in people()[::10]:
                outgoing = says(coach, store, person, 120, "8").result()
                given[person] = None if outgoing is None else outgoing.parts
            answers.append(given)
    assert answers[0] == answers[1]
