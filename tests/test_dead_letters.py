"""`rebound dead-letters`: what could not be delivered, for the operator, without a word that anybody wrote."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.__main__ import main
from core.events import NudgeDue
from core.ports import Became, Settlement, Turn
from core.store import open_store
from tests.stores import ADA, BO, KEY, NOW, decides, take, taken


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REBOUND_DATABASE", str(tmp_path / "rebound.db"))
    return tmp_path / "rebound.db"


def test_each_is_told_with_its_reason_and_without_its_words_while_the_bot_runs(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_store(database, KEY)) as store:
        nudge = Turn(1, b"purple-elephant", b"purple-elephant", b"purple-elephant")
        taken(store.take(NudgeDue(id="n", person=ADA, at=NOW), decides(nudge)))
        take(store, "e1", person=BO)
        for reason, message in zip(
            ("user_blocked", "too_long"), store.claim("slack", NOW, 9, timedelta(1))[::-1], strict=True
        ):
            became = Became.REFUSED if message.person == ADA else Became.UNFIT
            store.settle([Settlement(message.key, message.person, became, reason=reason)], NOW)
        assert main(["dead-letters"]) == 0
        assert main(["dead-letters"]) == 0, "looking changes nothing"
        assert len(store.dead_letters()) == 2
    told = capsys.readouterr().out.splitlines()[:2]
    assert "2026-11-20 18:30Z  slack:T01 U-ada  nudge 1-" in told[0]
    assert told[0].endswith("attempts 1  user_blocked")
    assert "U-bo  reply 2-" in told[1]
    assert "purple-elephant" not in "".join(told)


def test_with_none_it_says_nothing(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_store(database, KEY).close()
    assert main(["dead-letters"]) == 0
    assert capsys.readouterr().out == ""


def test_a_file_that_is_not_there_or_no_journal_is_one_sentence(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["dead-letters"]) == 1
    assert "There is no journal at" in capsys.readouterr().err
    assert not database.exists()
    database.write_text("no database at all, but long enough to be looked at" * 50)
    assert main(["dead-letters"]) == 1
    assert "is not a database" in capsys.readouterr().err


def test_a_journal_that_no_bot_of_this_version_has_opened_has_none(database: Path) -> None:
    with closing(sqlite3.connect(database)) as db:
        db.execute("CREATE TABLE outbox (id INTEGER PRIMARY KEY)")
    assert main(["dead-letters"]) == 0
