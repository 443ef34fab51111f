"""R16: a store gives what was put in or nothing, whatever happens to its file."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from cbsite.ports.store import Store

VALUES = {bytes([number]) * 16: bytes([number]) * (number * 50) for number in range(1, 60)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "state" / "memo.sqlite"
    store = Store(path)
    store.put(VALUES)
    store.close()
    return path


def read(path: Path) -> dict[bytes, bytes]:
    store = Store(path)
    found = store.get(list(VALUES))
    store.close()
    return found


def still_works(path: Path) -> None:
    store = Store(path)
    store.get([b"x" * 16])
    store.close()
    store = Store(path)
    store.put({b"x" * 16: b"new"})
    store.close()
    assert Store(path).get([b"x" * 16]) == {b"x" * 16: b"new"}


def test_what_was_put_in(path: Path) -> None:
    assert read(path) == VALUES
    store = Store(path)
    assert store.get([b"unknown"]) == {}
    store.put({next(iter(VALUES)): b"another"})
    assert store.get([next(iter(VALUES))]) == {next(iter(VALUES)): b"another"}


def test_nothing_is_made_before_something_is_put_in(tmp_path: Path) -> None:
    path = tmp_path / "state" / "memo.sqlite"
    store = Store(path)
    assert store.get([b"x"]) == {}
    store.keep([])
    assert not path.parent.exists()
    for_reading = Store(path, read_only=True)
    for_reading.put({b"x": b"y"})
    assert for_reading.get([b"x"]) == {}
    assert not path.exists()


@pytest.mark.parametrize("seed", range(20))
def test_flipped_bits(path: Path, seed: int) -> None:
    chosen = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(chosen.choice([1, 5, 50])):
        data[chosen.randrange(len(data))] ^= 1 << chosen.randrange(8)
    path.write_bytes(data)
    assert read(path).items() <= VALUES.items()
    still_works(path)


@pytest.mark.parametrize("kept", [0, 1, 99, 100, 4096, 5000, 20_000])
def test_a_file_that_is_cut_off(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    assert read(path).items() <= VALUES.items()
    still_works(path)


def test_another_kind_of_file(path: Path) -> None:
    path.write_bytes(b"This is no database." * 500)
    assert read(path) == {}
    still_works(path)


def test_values_that_were_swapped(path: Path) -> None:
    one, other = list(VALUES)[:2]
    connection = sqlite3.connect(path)
    with connection:
        (first,) = connection.execute("SELECT value FROM kept WHERE key = ?", (one,)).fetchone()
        (second,) = connection.execute("SELECT value FROM kept WHERE key = ?", (other,)).fetchone()
        connection.execute("UPDATE kept SET value = ? WHERE key = ?", (second, one))
        connection.execute("UPDATE kept SET value = ? WHERE key = ?", (first, other))
    connection.close()
    assert read(path) == {key: value for key, value in VALUES.items() if key not in (one, other)}


def test_a_file_of_another_version(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert read(path) == {}
    still_works(path)


def test_what_nobody_uses_goes_when_it_is_most(path: Path) -> None:
    store = Store(path)
    many = {number.to_bytes(16, "big"): b"x" * 500 for number in range(1000)}
    store.put(many)
    before = path.stat().st_size
    store.keep(VALUES)
    assert store.get(list(many)) == {}
    assert store.get(list(VALUES)) == VALUES
    assert path.stat().st_size < before / 2


def test_what_is_of_use_stays(path: Path) -> None:
    store = Store(path)
    some = list(VALUES)[:30]
    store.keep(some)
    assert read(path) == VALUES


def test_another_process_that_writes_is_no_error(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cbsite.ports.store._WAIT", 0.05)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    store = Store(path)
    store.put({b"x" * 16: b"y"})
    assert store.get(list(VALUES)) == {}
    holder.execute("ROLLBACK")
    holder.close()
    assert read(path) == VALUES
