"""Where the master key comes from, and what is said when it is not the right one."""

from __future__ import annotations

import base64
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from core.errors import KeyUnfit
from core.store import KeyFile, KeyText, MasterKey, open_store
from tests.stores import ADA, KEY, OTHER_KEY, take

posix = pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX systems")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rebound.db"


def fill(file: Path, key: MasterKey) -> None:
    with closing(open_store(file, key)) as store:
        take(store, "e1")


def refused(file: Path, key: MasterKey) -> str:
    with pytest.raises(KeyUnfit) as caught:
        open_store(file, key).close()
    assert str(caught.value).endswith(".")
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "00ff" * 16,
        "00FF" * 16 + "\n",
        base64.b64encode(bytes(range(224, 256))).decode(),
        base64.urlsafe_b64encode(bytes(range(224, 256))).decode(),
        base64.urlsafe_b64encode(bytes(range(224, 256))).decode().rstrip("="),
    ],
)
def test_a_key_is_read_in_hex_and_in_both_kinds_of_base64(text: str) -> None:
    assert KeyText(text).read(sealed=None) in (b"\x00\xff" * 16, bytes(range(224, 256)))


@pytest.mark.parametrize("text", ["", "hunter2", "zz" * 32, "00" * 31, "00" * 33, "é" * 64, "A" * 42, "A" * 45])
def test_a_malformed_key_is_refused_without_being_shown(file: Path, text: str) -> None:
    sentence = refused(file, KeyText(text, setting="REBOUND_KEY"))
    assert "REBOUND_KEY" in sentence
    assert not text or text not in sentence
    fill(file, KEY)


def test_a_key_is_not_in_its_repr() -> None:
    assert "5e5e" not in repr(KEY)


def test_the_first_start_makes_a_key_file_and_the_next_uses_it(file: Path, tmp_path: Path) -> None:
    key = KeyFile(tmp_path / "secret" / "rebound.key")
    fill(file, key)
    content = key.path.read_bytes()
    with closing(open_store(file, key)) as store:
        assert store.snapshot(ADA) == b"1"
    assert key.path.read_bytes() == content
    assert [*key.path.parent.iterdir()] == [key.path]


@posix
def test_the_key_file_is_for_its_owner_alone(file: Path, tmp_path: Path) -> None:
    key = KeyFile(tmp_path / "secret" / "rebound.key")
    open_store(file, key).close()
    assert key.path.stat().st_mode & 0o777 == 0o600
    assert key.path.parent.stat().st_mode & 0o777 == 0o700


@posix
@pytest.mark.parametrize("mode", [0o644, 0o604, 0o620, 0o606])
def test_a_key_file_open_to_others_is_refused(file: Path, tmp_path: Path, mode: int) -> None:
    key = KeyFile(tmp_path / "rebound.key")
    open_store(file, key).close()
    key.path.chmod(mode)
    sentence = refused(file, key)
    assert "chmod 600" in sentence
    assert f"{mode:04o}" in sentence


def test_a_missing_key_file_is_not_replaced_once_people_were_sealed_with_it(file: Path, tmp_path: Path) -> None:
    key = KeyFile(tmp_path / "rebound.key")
    fill(file, key)
    key.path.unlink()
    sentence = refused(file, key)
    assert re.search(r"key file .*rebound\.key is missing, but .*rebound\.db\.keys was sealed with it", sentence)
    assert not key.path.exists()


def test_a_key_file_lost_before_anybody_came_is_made_again(file: Path, tmp_path: Path) -> None:
    key = KeyFile(tmp_path / "rebound.key")
    open_store(file, key).close()
    key.path.unlink()
    fill(file, key)
    fill(file, key)


@pytest.mark.parametrize("content", [b"", b"garbage", b"\xff\xfe\x00", b"00" * 20])
def test_a_key_file_that_holds_no_key_is_refused_and_left_as_it_is(file: Path, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rebound.key"
    path.write_bytes(content)
    path.chmod(0o600)
    assert str(path) in refused(file, KeyFile(path))
    assert path.read_bytes() == content


def test_a_folder_in_place_of_the_key_file_is_refused(file: Path, tmp_path: Path) -> None:
    (tmp_path / "rebound.key").mkdir(mode=0o700)
    assert "rebound.key" in refused(file, KeyFile(tmp_path / "rebound.key"))


def test_another_key_is_refused_at_once(file: Path) -> None:
    fill(file, KEY)
    sentence = refused(file, OTHER_KEY)
    assert "rebound.db.keys" in sentence
    assert "a1a1" not in sentence
    fill(file, KEY)


def test_another_key_may_be_chosen_until_somebody_was_sealed(file: Path) -> None:
    open_store(file, KEY).close()
    fill(file, OTHER_KEY)
    refused(file, KEY)


@pytest.mark.parametrize("remains", [False, True])
def test_a_lost_key_store_is_asked_for_and_not_replaced(file: Path, tmp_path: Path, remains: bool) -> None:
    key = KeyFile(tmp_path / "rebound.key")
    fill(file, key)
    keys = file.with_name("rebound.db.keys")
    safe = shutil.copy(keys, tmp_path / "backup")
    if remains:  # an empty one, as a careless restore leaves it
        with closing(sqlite3.connect(keys)) as db, db:
            db.execute("DELETE FROM person_key")
    else:
        keys.unlink()
        key.path.unlink()
    sentence = refused(file, key)
    assert "put it back from the latest backup" in sentence
    assert str(keys) in sentence
    assert key.path.exists() is remains
    if remains:
        shutil.copy(safe, keys)
        with closing(open_store(file, key)) as store:
            assert store.snapshot(ADA) == b"1"


def test_starts_that_race_agree_on_one_key(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from core.store import KeyFile; sys.stdin.readline();"
        "print(KeyFile(pathlib.Path(sys.argv[1])).read(sealed=None).hex())"
    )
    path = tmp_path / "secret" / "rebound.key"
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", program, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    for start in starts:
        assert start.stdin is not None
        start.stdin.write("\n")
        start.stdin.flush()
    keys = {start.communicate(timeout=20)[0] for start in starts}
    assert len(keys) == 1
    assert [*path.parent.iterdir()] == [path]
