"""Bytes by key in one file: what a build remembers for the next. A damaged store is an empty store."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

_VERSION = 1
"""Of the form of the file: one of another version is begun anew."""

_AT_ONCE = 500
"""Keys asked for in one question, which all builds of SQLite can take."""

_SEAL = 16
"""Bytes of the digest that goes before each value, so that a flipped bit is noticed."""

_WAIT = 5.0
"""Seconds to wait while another process writes."""


class Store:
    """Remembers values by key, both bytes, until the store is deleted or `keep` leaves them out.

    Everything in here can be made again, so trouble with the file is never an error: a store that cannot be
    read or written forgets. A value that was damaged on the disk is not given out.
    """

    def __init__(self, path: Path, read_only: bool = False) -> None:
        """Open the store at `path`; it is made when something is first put in."""
        self._path, self._read_only = path, read_only
        self._connection: sqlite3.Connection | None = None
        self._lost = False

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values of those of the keys that have one."""
        found: dict[bytes, bytes] = {}
        with self._forgiving():
            connection = self._open(make=False)
            if connection is None:
                return {}
            for start in range(0, len(keys), _AT_ONCE):
                some = keys[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                rows = connection.execute(
                    f"SELECT key, value FROM kept WHERE key IN ({marks})", some
                )
                for key, sealed in rows:
                    value = _unsealed(key, sealed)
                    if value is not None:
                        found[key] = value
        return found

    def put(self, values: Mapping[bytes, bytes] | Iterable[tuple[bytes, bytes]]) -> None:
        """Remember values, in one step."""
        pairs = values.items() if isinstance(values, Mapping) else values
        rows = ((key, _seal(key, value) + value) for key, value in pairs)
        with self._forgiving():
            connection = self._open(make=not self._read_only)
            if connection is not None and not self._read_only:
                with connection:
                    connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)

    def keep(self, keys: Iterable[bytes]) -> None:
        """Forget all but these keys, if that makes the store much smaller."""
        with self._forgiving():
            connection = self._open(make=False)
            if connection is None or self._read_only:
                return
            wanted = set(keys)
            if not self.holds_much_more(len(wanted)):
                return
            known = {row[0] for row in connection.execute("SELECT key FROM kept")}
            with connection:
                rows = ((key,) for key in known - wanted)
                connection.executemany("DELETE FROM kept WHERE key = ?", rows)
            connection.execute("VACUUM")

    def holds_much_more(self, wanted: int) -> bool:
        """Whether most of the store would go if only some of its keys were `wanted`."""
        with self._forgiving():
            connection = self._open(make=False)
            if connection is not None:
                count: int = connection.execute("SELECT count(*) FROM kept").fetchone()[0]
                return count > 3 * wanted + _AT_ONCE
        return False

    def close(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _open(self, make: bool) -> sqlite3.Connection | None:
        if self._lost:
            return None
        if self._connection is None:
            if not self._path.exists():
                if not make:
                    return None
                self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _connect(self._path)
        return self._connection

    @contextlib.contextmanager
    def _forgiving(self) -> Iterator[None]:
        """Trouble with the file: begin anew where it is damaged, else do without for this run."""
        try:
            yield
        except sqlite3.OperationalError:  # locked, read only, no room
            self.close()
            self._lost = True
        except (sqlite3.Error, OSError):
            self.close()
            self._lost = self._read_only
            if not self._read_only:
                with contextlib.suppress(OSError):
                    self._path.unlink(missing_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT, check_same_thread=False)
    # What a power cut loses is only work; a kill loses nothing, as the system still writes.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -16000")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != _VERSION:
        with connection:
            connection.execute("DROP TABLE IF EXISTS kept")
            connection.execute("CREATE TABLE kept (key BLOB PRIMARY KEY, value BLOB NOT NULL)")
            connection.execute(f"PRAGMA user_version = {_VERSION}")
    return connection


def _seal(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=_SEAL, key=key).digest()


def _unsealed(key: bytes, sealed: object) -> bytes | None:
    if not isinstance(sealed, bytes):
        return None
    value = sealed[_SEAL:]
    return value if sealed[:_SEAL] == _seal(key, value) else None
