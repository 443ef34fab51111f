"""cbsite with an audit hook: `python watched.py LOG ARGUMENTS`.

Questions to the disk raise no audit event (is there a file? where am I?), so their functions in `os` are
replaced by ones that raise one.

Each line of the log is what was done, to what, and by which file of cbsite: the innermost one at the time.
What Python itself does to import a module or to find a time zone is left out.
"""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

EVENTS = (
    "open", "os.", "shutil.", "subprocess.", "socket.", "tempfile.", "urllib.", "http.", "ftplib.", "smtplib.",
    "pty.", "glob.", "webbrowser.", "sqlite3.", "ctypes.dlopen",
)  # fmt: skip
"""The beginnings of the names of events that touch the world."""

ASKS = (
    "stat",
    "lstat",
    "access",
    "readlink",
    "getcwd",
    "path.expanduser",
    "path.exists",
    "path.isfile",
    "path.isdir",
)
"""Functions of `os` that ask the disk or the environment: told as `ask stat` and so on."""

HARMLESS = ("os.putenv", "os.unsetenv", "os.walk", "os.fwalk", "os.listxattr", "shutil.copymode")

BYSTANDERS = (
    "importlib._bootstrap", "importlib/", "zoneinfo/", "dateutil/tz/", "linecache.py", "traceback.py",
    "encodings/", "ctypes/", "gettext.py", "asyncio/", "multiprocessing/", "inspect.py",
    "pydantic/plugin/", "click/types.py",
)  # fmt: skip
"""Parts of Python and of packages that open or look at files, which cbsite does not ask for."""

ANYBODY = "anybody"
"""Who connects to another computer, where it is not told which file of ours had it done."""

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def watch(log: str, ours: str) -> None:
    """Write every effect that comes from a file under `ours` to `log`, from now on."""
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    busy = False

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal busy
        if busy or not event.startswith(EVENTS) or event in HARMLESS:
            return
        by = _by(sys._getframe(1), ours)
        if by is None and event == "socket.connect":
            # A package may do so in a thread of its own, where nothing of ours is on the stack.
            by = ANYBODY
        if by is None:
            return
        busy = True
        for kind, target in _effects(event, arguments):
            os.write(out, (json.dumps([kind, target, by]) + "\n").encode())
        busy = False

    sys.addaudithook(hook)
    for name in ASKS:
        _tell(name, hook)


def _tell(name: str, hook: Callable[[str, tuple[Any, ...]], None]) -> None:
    """Have a function of `os` tell the hook of each call."""
    module: Any = os.path if name.startswith("path.") else os
    short = name.removeprefix("path.")
    real = getattr(module, short)

    @functools.wraps(real)
    def told(*arguments: Any, **more: Any) -> Any:
        hook(f"os.ask.{name}", arguments)
        return real(*arguments, **more)

    setattr(module, short, told)


def _by(frame: FrameType | None, ours: str) -> str | None:
    """The innermost file of ours on the stack, unless a bystander stands before it."""
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith(ours):
            return name
        if any(part in name for part in BYSTANDERS):
            return None
        # The removal of a whole folder is told once, as shutil.rmtree, and not by each file in it.
        if frame.f_code.co_name.startswith("_rmtree"):
            return None
        frame = frame.f_back
    return None


def _effects(event: str, arguments: tuple[Any, ...]) -> list[tuple[str, str]]:
    if event == "open":
        path, _, flags = arguments
        if isinstance(path, int):
            return []
        return [("open w" if flags & _WRITES else "open r", _text(path))]
    if event in ("os.rename", "shutil.move", "os.link", "os.symlink", "shutil.copyfile"):
        return [(event, _text(path)) for path in arguments[:2]]
    if event.startswith("os.ask."):
        return [
            (
                event.removeprefix("os.").replace(".", " ", 1),
                _text(arguments[0] if arguments else "."),
            )
        ]
    if event in ("socket.bind", "socket.connect"):
        return [(event, " ".join(map(str, arguments[1][:2])))]
    return [(event, _text(arguments[0] if arguments else ""))]


def _text(value: object) -> str:
    if isinstance(value, bytes | str | os.PathLike):
        return os.path.abspath(os.fsdecode(value))
    return str(value)


if __name__ == "__main__":
    import cbsite
    from cbsite import cli

    package = os.path.dirname(os.path.abspath(cbsite.__file__)) + os.sep
    log, *sys.argv[1:] = sys.argv[1:]
    watch(log, package)
    cli.main()
