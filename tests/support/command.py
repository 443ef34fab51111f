"""The real program, in a process of its own or in this one."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

from cbsite.cli import cli
from cbsite.cli.trouble import guarded

REPOSITORY = Path(__file__).resolve().parents[2]

_OURS = ("CBSITE_TRACEBACK", "SOURCE_DATE_EPOCH")
"""What would change the outcome, if the one who runs the tests has set it."""


def environment(**more: str) -> dict[str, str]:
    """The environment for cbsite in a process of its own, in whatever folder."""
    kept = {name: value for name, value in os.environ.items() if name not in _OURS}
    return {**kept, "PYTHONPATH": str(REPOSITORY), **more}


def cbsite(
    *arguments: str | Path, folder: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run cbsite with these arguments, in `folder`, with `more` in its environment."""
    return python("-m", "cbsite.cli", *arguments, folder=folder, **more)


def cbsite_here(
    *arguments: str | Path, folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run cbsite in this process, which takes a tenth of the time: for what does not depend on the process itself."""
    given, out, err = list(map(str, arguments)), io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(folder or Path.cwd()),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = guarded(lambda: cli(given, prog_name="cbsite"))
    return subprocess.CompletedProcess(given, code, out.getvalue(), err.getvalue())


def python(
    *arguments: str | Path, folder: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments, in `folder`, with `more` in its environment."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under `folder`, hidden ones too, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
