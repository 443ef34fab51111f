"""Repositories made for a test, in which time goes as the test says."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.support.hubs import Given, write

_OWN = {
    name: value for name, value in os.environ.items() if not name.startswith("GIT_")
} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_DATE": "2001-01-01T12:00:00+0000",
}  # fmt: skip
"""The environment for git, whatever the settings of whoever runs the tests. Nobody asks for the author's day."""


class Repository:
    """A repository whose working tree is `folder`, which is made where it is missing."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.git("init", "--quiet")
        self.git("symbolic-ref", "HEAD", "refs/heads/main")
        for name, value in (("user.name", "Ann"), ("user.email", "ann@example.org")):
            self.git("config", name, value)

    def git(self, *arguments: str, day: str = "2001-01-01", code: int = 0) -> str:
        """Run git, with `day` for a committer's; what it printed."""
        when = day if "T" in day else f"{day}T12:00:00+0000"
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env={**_OWN, "GIT_COMMITTER_DATE": when},
            capture_output=True, encoding="utf-8", timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == code, done.stderr
        return done.stdout.strip()

    def commit(self, day: str, files: Given | None = None) -> str:
        """Write the files, and commit all that has changed; the id of the commit."""
        write(self.folder, files or {})
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", f"On {day}", day=day)
        return self.git("rev-parse", "HEAD")

    def clone(self, folder: Path, *options: str) -> Repository:
        """A clone of this one; with `--depth=1`, a shallow one."""
        self.git("clone", "--quiet", *options, self.folder.as_uri(), str(folder))
        made = object.__new__(Repository)
        made.folder = folder
        return made
