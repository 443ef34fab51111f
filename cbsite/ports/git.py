"""When files were last committed, as git tells it."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from cbsite.ports.process import NotRunnable, Process, TimedOut

Days = Mapping[str, datetime.date]
"""Days of last commits, by paths in a folder, with forward slashes."""

_PATIENCE = 30.0
"""Seconds that git may take: forty times what it needs for 10,000 files."""

_LOG = (
    "--no-pager", "--no-optional-locks", "--no-replace-objects",
    # Whatever the settings of whoever runs it: no other program, no network, every commit, whole paths.
    "-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "log.follow=false",
    "-c", "diff.relative=false", "-c", "protocol.allow=never",
    "log", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-color",
    # Of a merge only the files that are as in none of its parents: what it brings has days of its own.
    "-c", "--date=short", "--format=//%cd",
)  # fmt: skip
"""How git is asked. A day stands after two slashes, which no path begins with."""

_LONGEST_CHAIN = 5
"""References that lead to references."""

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class Snapshot(msgspec.Struct, frozen=True):
    """What is checked out: the whole id of the commit, and where in the working tree the folder is.

    `folder` is the real path of the folder that was asked about, `prefix` empty or ending in a slash.
    """

    commit: str
    folder: Path
    prefix: str


class Git:
    """The history of the folder that content is in. It only reads, and only what is committed.

    It knows nothing of a folder that is in no repository, of a repository without commits, and of a shallow
    clone, where the oldest commit that is left seems to have made every file. Where git is not installed, refuses
    (a repository of somebody else's) or takes too long, it knows no days. Nothing in here raises.
    """

    def __init__(self, process: Process | None = None) -> None:
        self._process = process or Process()
        self._told: dict[Snapshot, Days | None] = {}

    def snapshot(self, folder: Path) -> Snapshot | None:
        """What is checked out in `folder`; None where there is nothing to be known.

        Read from the repository's own files, as starting git takes longer than all else in a build in which
        nothing changed. Only where references are kept in a form of their own (reftable) git is asked.
        """
        try:
            real = folder.resolve()
            tree, own = _repository(real)
            common = _common(own)
            if (common / "shallow").exists():
                return None
            commit = _commit(own, common) or (
                self._head(real) if (common / "reftable").exists() else ""
            )
        except (OSError, ValueError, RuntimeError):  # links in a ring, bytes that are no text
            return None
        inside = real.relative_to(tree).as_posix()
        return Snapshot(commit, real, "" if inside == "." else f"{inside}/") if commit else None

    def days(self, snapshot: Snapshot) -> Days | None:
        """The newest commit that changed each file that was ever in the folder; None where git does not tell.

        The day is the committer's, where and when the commit was made. It is asked once for each commit.
        """
        if snapshot not in self._told:
            said = self._ask(snapshot.folder, *_LOG, snapshot.commit, "--", ".")
            self._told[snapshot] = None if said is None else _days(said, snapshot.prefix)
        return self._told[snapshot]

    def _head(self, folder: Path) -> str:
        said = self._ask(folder, "rev-parse", "--verify", "--quiet", "HEAD") or ""
        return said.strip() if _COMMIT.fullmatch(said.strip()) else ""

    def _ask(self, folder: Path, *arguments: str) -> str | None:
        """What git answers; None where it does not."""
        try:
            program = self._process.found("git")
            done = self._process.run(
                [program, *arguments], folder, _PATIENCE, environment=_environment(), errors=False
            )
        except (NotRunnable, TimedOut, OSError):
            return None
        return None if done.code else done.output


def _environment() -> dict[str, str]:
    """Ours, without what names another repository (as git does for its hooks) or changes what git says."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith("GIT_CONFIG")
    }


def _repository(folder: Path) -> tuple[Path, Path]:
    """The working tree that a folder is in, and what git keeps of it. Raises FileNotFoundError."""
    for tree in (folder, *folder.parents):
        own = tree / ".git"
        if own.is_file():  # of a submodule, or one of several working trees
            own = tree / _line(own).removeprefix("gitdir:").strip()
        if (own / "HEAD").is_file():
            return tree, own
    raise FileNotFoundError(folder)


def _common(own: Path) -> Path:
    """What all working trees of a repository share."""
    try:
        return own / _line(own / "commondir")
    except FileNotFoundError:
        return own


def _commit(own: Path, common: Path) -> str:
    """The commit that HEAD names, empty where it names none that can be found."""
    found = _line(own / "HEAD")
    for _ in range(_LONGEST_CHAIN):
        if not found.startswith("ref:"):
            break
        found = _reference(common, found.removeprefix("ref:").strip())
    return found if _COMMIT.fullmatch(found) else ""


def _reference(common: Path, name: str) -> str:
    """What a reference such as `refs/heads/main` holds, empty where there is none."""
    try:
        return _line(common / name)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
        pass  # the last two: Linux and Windows, for the folder of branches such as main/two
    try:
        packed = (common / "packed-refs").read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return ""
    lines = (line.partition(" ") for line in packed.splitlines())
    return next((commit for commit, _, ref in lines if ref == name), "")


def _line(path: Path) -> str:
    return path.read_text("utf-8").strip()


def _days(said: str, prefix: str) -> Days | None:
    """What the log says of the files under `prefix`; None where it cannot be read."""
    newest: dict[str, datetime.date] = {}
    day = datetime.date.min
    for part in said.split("\0"):
        path = part.lstrip("\n")
        if path.startswith("//"):
            try:
                day = datetime.date.fromisoformat(path[2:])
            except ValueError:  # a year that no calendar has
                return None
        elif path.startswith(prefix) and path:
            inside = path.removeprefix(prefix)
            newest[inside] = max(day, newest.get(inside, day))
    return newest
