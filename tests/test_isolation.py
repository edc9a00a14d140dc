"""Nobody ever sees or changes another's words: not with equal ids in another tenant, not with guessed ones, by no way in."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from core.coach import Coach
from core.errors import FileRefused
from core.events import Arrival, Click, Event, NudgeDue, Person, Text
from core.messages import Prompt, decode_parts
from core.ports import Became, Entry, Settlement, Turn
from core.store import KeyFile, delivery, keyring, open_store, sqlite
from core.store.sqlite import SqliteKeeper
from core.wording import load
from tests.conversation import as_text
from tests.stores import KEY, NOW, counting, event

ONE_ID = "U1"
PEOPLE = (
    Person("slack:T1", ONE_ID),
    Person("slack:T2", ONE_ID),
    Person("discord", ONE_ID),
    Person("slack:T1", "U2"),
    Person("slack:T1U", "1"),
    Person("slack", "T1U1"),
    Person("slack:T1%", ONE_ID),
    Person("slack:T1", "U_"),
    Person("slack:T1", "' OR '1'='1"),
    Person("slack:t1", "u1"),
)
"""Equal ids in other tenants, ids that look like patterns or like SQL, and some that differ by their case alone."""
SAID = (
    "Just out of my interview at {place}. I froze on the {word} question",
    "8", "one moment", "only that", "what is a {word}", "i would say {word} twice", "stop", "no",
)  # fmt: skip
EVERYTHING = (
    "my interviews", "1", "read back {other}", "my notes", "show the note", "what do you know", "my data", "no", "export",
    "what will you send me", "steps", "no", "undo", "what has changed", "erase {other}", "erase one interview", "none",
    "no, it was at {other}", "keep my data for 3 months", "{other}", "the {other} one", "forget everything about {other}",
)  # fmt: skip
"""Whatever one can say, with the name of somebody else's place."""


def word_of(person: Person) -> str:
    return "mirador" + "abcdefghij"[PEOPLE.index(person)] * 3


def place_of(person: Person) -> str:
    return "Holm" + "abcdefghij"[PEOPLE.index(person)] * 3


class World:
    """Several people with one coach, one store and the same event ids."""

    def __init__(self, folder: Path) -> None:
        self.store = open_store(folder / "r.db", KeyFile(folder / "k" / "master.key"))
        self.coach = Coach(load())
        self.now = NOW
        self.prompts: dict[Person, list[Prompt]] = {}
        self.events = dict.fromkeys(PEOPLE, 0)

    def takes(self, event: Event) -> str:
        outgoing = self.coach.take(event, self.now, self.store).result()
        parts = () if outgoing is None else decode_parts(outgoing.parts)
        assert outgoing is None or outgoing.person == event.person
        self.prompts.setdefault(event.person, []).extend(part for part in parts if isinstance(part, Prompt))
        return as_text(parts)

    def says(self, person: Person, text: str) -> str:
        self.events[person] += 1
        return self.takes(
            Text(id=f"e{self.events[person]}", person=person, at=self.now, zone="Africa/Lusaka", text=text)
        )

    def clicks(self, person: Person, run: str, question: str, option: str) -> str:
        self.events[person] += 1
        return self.takes(Click(id=f"e{self.events[person]}", person=person, at=self.now, run=run, question=question, option=option))  # fmt: skip

    def exported(self, person: Person) -> str:
        return "".join(one.text for one in self.coach.files(person, self.now, self.store))

    def kept(self, person: Person) -> tuple[bytes | None, list[tuple[int, bytes]], str]:
        rows = [(entry.number, entry.content) for entry in self.store.journal(person)]
        return self.store.snapshot(person), rows, self.exported(person)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    for person in PEOPLE:
        for said in SAID:
            world.says(person, said.format(place=place_of(person), word=word_of(person)))
    yield world
    world.store.close()


def tells_of_another(person: Person, heard: str, said: str = "") -> list[str]:
    """Others' words in what somebody hears, but for those they have just typed themselves."""
    others = [words for one in PEOPLE if one != person for words in (word_of(one), place_of(one))]
    return [words for words in others if words in heard and words.casefold() not in said.casefold()]


def test_everybody_has_their_own_and_the_same_event_ids_swallow_nothing(world: World) -> None:
    for person in PEOPLE:
        _, rows, files = world.kept(person)
        assert len(rows) == len(SAID)
        assert word_of(person) in files
        assert not tells_of_another(person, files)


@pytest.mark.parametrize("person", PEOPLE[:3])
def test_nothing_that_can_be_said_shows_or_changes_what_others_told(world: World, person: Person) -> None:
    before = {one: world.kept(one) for one in PEOPLE if one != person}
    typed = ""
    for other in PEOPLE[1:3] if person == PEOPLE[0] else PEOPLE[:1]:
        for said in EVERYTHING:
            text = said.format(other=place_of(other))
            typed += text
            assert not tells_of_another(person, world.says(person, text), typed), text
    assert {one: world.kept(one) for one in before} == before


def test_buttons_of_others_and_guessed_ones_do_nothing_to_them(world: World) -> None:
    mine, *others = PEOPLE
    before = {one: world.kept(one) for one in others}
    for other in others:
        for prompt in world.prompts[other]:
            for choice in prompt.choices[:2]:
                assert not tells_of_another(mine, world.clicks(mine, prompt.run, prompt.question, choice.option))
    for run in range(1, 9):
        world.clicks(mine, f"r{run}", f"forget.{run}.really-forget", "yes")
        world.clicks(mine, f"r{run}", f"erase-one.{run}.really", "yes")
    assert {one: world.kept(one) for one in others} == before


def test_erasing_takes_nobody_else_along(world: World) -> None:
    mine, *others = PEOPLE
    before = {one: world.kept(one) for one in others}
    world.says(mine, "erase one interview")
    assert "erased" in world.says(mine, "yes").casefold()
    world.says(mine, "forget me")
    world.says(mine, "yes")
    assert world.store.snapshot(mine) is None
    assert {one: world.kept(one) for one in others} == before


def test_an_import_reaches_only_whom_it_names_and_only_if_they_have_nothing(world: World) -> None:
    mine, other, *rest = PEOPLE
    before = {one: world.kept(one) for one in (mine, *rest)}
    content = next(
        one.text for one in world.coach.files(mine, world.now, world.store) if one.name.endswith("json")
    ).encode()
    with pytest.raises(FileRefused):
        world.coach.bring_in(other, content, world.now, world.store)
    world.says(other, "forget me")
    world.says(other, "yes")
    world.coach.bring_in(other, content, world.now, world.store)
    assert json.loads(content)["events"] == json.loads(next(one.text for one in world.coach.files(other, world.now, world.store) if one.name.endswith("json")))["events"]  # fmt: skip
    assert {one: world.kept(one) for one in before} == before
    world.says(other, "forget me")
    world.says(other, "yes")
    assert {one: world.kept(one) for one in before} == before


def test_a_nudge_of_one_is_no_nudge_of_another_and_ends_nobody_else(world: World) -> None:
    mine, *others = PEOPLE
    world.now += timedelta(days=400)
    assert world.takes(NudgeDue(id="n", person=mine, at=world.now))
    for other in others:
        assert world.store.snapshot(other) is not None
    heard = world.takes(Arrival(id="a", person=others[0], at=world.now))
    assert not tells_of_another(others[0], heard)


def test_a_message_can_be_confirmed_by_nobody_but_whom_it_was_for(world: World) -> None:
    mine, other, *_ = PEOPLE
    (key, *_) = [one.key for one in world.store.unsent(mine)]
    world.store.mark_sent(key, other)
    assert key in [one.key for one in world.store.unsent(mine)]


def test_a_sealed_text_moved_to_another_person_does_not_open(tmp_path: Path) -> None:
    mine, other = PEOPLE[0], PEOPLE[1]
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        keeper.take(iter([(event("e1", one), counting) for one in (mine, other)]))
    with closing(sqlite3.connect(tmp_path / "r.db")) as db:
        db.execute("UPDATE snapshot SET tenant = 'x' WHERE tenant = ? AND person = ?", mine)
        db.execute("UPDATE snapshot SET tenant = ?, person = ? WHERE tenant = ? AND person = ?", (*mine, *other))
        db.commit()
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper, pytest.raises(Exception, match="changed, or moved"):
        keeper.snapshot(mine)


# --- every statement names the tenant ---

PERSONAL = re.compile(r"\b(?:snapshot|journal|outbox|in_hand|unreachable|person_key|doomed|next_key)\b")
OVER_ALL = {
    "SELECT 1 FROM snapshot LIMIT 1": "whether there is anybody at all",
    "SELECT 1 FROM person_key LIMIT 1": "whether there is anybody at all",
    "SELECT tenant, person FROM snapshot WHERE due <= ? ORDER BY due LIMIT ?": "whose hour has come",
    "SELECT tenant, person FROM snapshot WHERE due <= ? AND substr(tenant, 1, instr(tenant || ':', ':') - 1)"
    " IN (SELECT value FROM json_each(?)) ORDER BY due LIMIT ?": "whose hour has come on some platforms",
    "SELECT min(due) FROM snapshot WHERE due > ?": "when the next one comes",
    "SELECT id, outbox.tenant, outbox.person, number, key, at, nudge, coalesce(in_hand.attempts, outbox.attempts), shown,"
    " until, after, dead, reason, dead_at, withdrawn FROM outbox LEFT JOIN in_hand USING (id) ORDER BY id": "what waits,"
    " without its words",
    "SELECT id, tenant, person, number, key, at, nudge, attempts, shown, NULL, after, dead, reason, dead_at, withdrawn"
    " FROM outbox WHERE dead IS NOT NULL ORDER BY id": "what could not be delivered, without its words",
    "SELECT tenant, person FROM snapshot WHERE tenant = ?": "who is to be erased with their workspace",
    "SELECT tenant, person FROM unreachable": "who cannot be reached",
    "DELETE FROM outbox WHERE withdrawn = 1": "what a crash left unfinished",
    "UPDATE outbox SET attempts = in_hand.attempts, after = NULL FROM in_hand WHERE outbox.id = in_hand.id": "what a crash"
    " left unfinished",
    "DELETE FROM in_hand": "what a crash left unfinished",
    "SELECT tenant, person FROM doomed": "what a crash left unfinished",
    "SELECT tenant, person, wrapped FROM next_key": "what a crash left unfinished",
    "DELETE FROM outbox WHERE id IN (SELECT id FROM journal WHERE at < ?)": "what is too old to be sent",
    "DELETE FROM in_hand WHERE id IN (SELECT id FROM journal WHERE at < ?)": "what is too old to be sent",
    "UPDATE journal SET event = NULL WHERE at < ? AND event IS NOT NULL": "what can no longer be delivered again",
}
"""The statements that are about everybody, and what for; none of them reads a sealed text."""


def statements_of(module: object) -> Iterator[str]:
    for value in vars(module).values():
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and PERSONAL.search(text) and re.match(r"[A-Z]+ ", text):
                yield text


@pytest.mark.parametrize("statement", [*statements_of(sqlite), *statements_of(delivery), *statements_of(keyring)])
def test_every_statement_on_what_is_somebodys_names_tenant_and_person(statement: str) -> None:
    if statement in OVER_ALL:
        return
    condition = statement if statement.startswith("INSERT") else statement.partition("WHERE")[2]
    assert "tenant" in condition, statement
    assert "person" in condition, statement


def test_no_other_statement_is_ever_run(tmp_path: Path) -> None:
    run: list[str] = []
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        keeper.db.conn.set_trace_callback(run.append)
        keeper._keyring._db.conn.set_trace_callback(run.append)
        for person in PEOPLE:
            keeper.take(iter([(event("e1", person), counting), (event("e2", person), counting)]))
        ada = PEOPLE[0]
        partly = Turn(number=3, snapshot=b"3", entry=b"", outgoing=b"o", remains=(Entry(1, NOW, b"1"),))
        keeper.take(iter([(event("e3"), lambda _: partly), (event("e3", ada), lambda _: partly)]))
        keeper.entries(ada, keeper.journal_rows(ada))
        claimed = keeper.claim("slack", NOW, 9, timedelta(minutes=1))
        assert claimed
        keeper.settle([Settlement(one.key, one.person, Became.UNSURE) for one in claimed], NOW)
        for message in keeper.unsent(ada):
            keeper.mark_sent(message.key, ada)
        keeper.due(NOW, 5)
        keeper.next_due()
        keeper.take(iter([(event("e4", ada), lambda _: Turn(number=4, snapshot=b"", entry=b"", outgoing=None, erase=True))]))  # fmt: skip
        keeper.bring_in(ada, [Entry(1, NOW, b"1")], b"1", NOW)
        keeper.tidy(NOW)
        keeper.depart(ada.tenant, NOW)
        keeper.people(ada.tenant)
        keeper.departed(NOW)
        keeper.come_back(ada.tenant)
    general = [re.compile(re.escape(one).replace(r"\?", r"-?\d+")) for one in OVER_ALL]
    personal = [one for one in run if PERSONAL.search(one) and not one.startswith("PRAGMA")]
    assert len(personal) > 60
    for statement in personal:
        names_both = "tenant" in statement and "person" in statement
        assert names_both or any(one.fullmatch(statement) for one in general), statement
