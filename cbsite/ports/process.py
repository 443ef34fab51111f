"""Running other programs: the search indexer, git."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec


class NotRunnable(Exception):
    """The program is not there, or the system will not start it."""


class TimedOut(Exception):
    """The program took too long and was ended. `output` is what it had said."""

    def __init__(self, message: str, output: str) -> None:
        super().__init__(message)
        self.output = output


class Finished(msgspec.Struct, frozen=True):
    """A program that ran to its end: its exit code, and all it printed, errors too."""

    code: int
    output: str


class Process:
    """Other programs on this computer, and what they are told through the environment."""

    def setting(self, name: str) -> str:
        """An environment variable, empty where it is not set."""
        return os.environ.get(name, "")

    def pagefind(self) -> str:
        """The search indexer that is installed with cbsite. Raises `NotRunnable` if it is not there."""
        # Imported here, as only builds index.
        import pagefind_bin

        try:
            return str(pagefind_bin.get_executable())
        except FileNotFoundError as error:
            raise NotRunnable(f"{error}. Install cbsite again.") from error

    def found(self, name: str) -> str:
        """The whole path of a program that is installed. Raises `NotRunnable` if it is not.

        What lies in the folder of a hub is never taken for one, as Windows would.
        """
        path = shutil.which(name)
        if path is None or not os.path.isabs(path):
            raise NotRunnable(f"The program '{name}' is not installed.")
        return path

    def run(
        self,
        arguments: Sequence[str],
        folder: Path,
        timeout: float,
        environment: Mapping[str, str] | None = None,
        errors: bool = True,
    ) -> Finished:
        """Run `arguments` (the program first) in `folder`, for at most `timeout` seconds.

        No shell is involved and the program cannot ask questions. Any exit code is a `Finished`.
        `environment` stands for our own; without `errors`, the output is only what is no error.
        Raises `NotRunnable`, `TimedOut` (the program and those it started are ended by then), or
        OSError when `folder` is not a folder.
        """
        running = _start(arguments, folder, environment, errors)
        try:
            return _finish(running, arguments[0], timeout)
        except BaseException:
            # Ctrl-C reaches only us, as the program is in a session of its own.
            _end(running)
            raise

    def run_each(
        self, commands: Sequence[Sequence[str]], folder: Path, timeout: float
    ) -> list[Finished]:
        """Run several commands at the same time, as `run` does one: if that raises for one, all are ended.

        For programs that say little: one that says more waits until those before it are done.
        """
        running: list[subprocess.Popen[bytes]] = []
        finished: list[Finished] = []
        try:
            for arguments in commands:
                running.append(_start(arguments, folder))
            for one, arguments in zip(running, commands, strict=True):
                finished.append(_finish(one, arguments[0], timeout))
        except BaseException:
            for one in running[len(finished) :]:
                _end(one)
            raise
        return finished


def load_no_plugins() -> None:
    """What else is installed has no say in how pydantic reads records; and to look for it took 5 ms."""
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


def _start(
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    errors: bool = True,
) -> subprocess.Popen[bytes]:
    if not folder.is_dir():
        raise NotADirectoryError(f"The folder '{folder}' to run {arguments[0]} in is not there.")
    try:
        return subprocess.Popen(
            list(arguments),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if errors else subprocess.DEVNULL,
            env=environment,
            **_apart(),
        )
    except (OSError, ValueError) as error:
        raise NotRunnable(f"The program '{arguments[0]}' cannot be run: {error}") from error


def _finish(running: subprocess.Popen[bytes], name: str, timeout: float) -> Finished:
    try:
        output, _ = running.communicate(timeout=timeout)
    except subprocess.TimeoutExpired as error:
        said = _text(error.output or b"")
        raise TimedOut(f"{name} was ended after {timeout:g} seconds.", said) from error
    return Finished(running.returncode, _text(output))


def _apart() -> dict[str, Any]:
    """How to start a program so that it can be ended with all it started, and opens no window."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def _end(running: subprocess.Popen[bytes]) -> None:
    """End a program, and those that it started."""
    if sys.platform == "win32":
        running.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
    # Not `communicate`: a grandchild that lives on would keep the pipe open, and us waiting.
    running.wait()
    if running.stdout:
        running.stdout.close()


def _text(output: bytes) -> str:
    return output.decode("utf-8", errors="replace").replace("\r\n", "\n")
