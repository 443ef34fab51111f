"""Trouble that ends a command: a line for people, and the exit code that says which sort it was."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Callable, Iterator

import click

from cbsite.diagnostics import printable_lines

CLEAN, CONTENT_ERRORS, USAGE, OUR_BUG, DISK_TROUBLE, ANOTHER_BUILD = 0, 1, 2, 70, 74, 75

_CONSOLATION = "The old site is as it was."


@contextlib.contextmanager
def old_site_stays() -> Iterator[None]:
    """Where this fails, the site that was built before is whole, and people are told so."""
    try:
        yield
    except Exception as error:
        error.add_note(_CONSOLATION)
        raise


def guarded(run: Callable[[], object]) -> int:
    """Run, and turn whatever goes wrong into a line for people and an exit code."""
    try:
        run()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else CLEAN
    except Exception as error:
        return explain(error)
    return CLEAN


def explain(error: Exception) -> int:
    from cbsite.authoring.copies import CannotFix
    from cbsite.authoring.init import CannotBegin
    from cbsite.ports.clock import BadClock
    from cbsite.ports.disk import Busy
    from cbsite.ports.joining import CannotJoin
    from cbsite.ports.net import CannotListen, PortBusy
    from cbsite.ports.process import Process
    from cbsite.project import NoHubHere
    from cbsite.publish.guard import PublishRefused
    from cbsite.search.index import SearchFailed

    consolation = [note for note in getattr(error, "__notes__", ()) if note == _CONSOLATION]
    if isinstance(error, PublishRefused):
        return _stop(USAGE, f"{error.message}\n{error.hint}")
    if isinstance(error, PortBusy):
        return _stop(
            USAGE, f"{error} Leave --port out, and cbsite looks for a free one; or name another."
        )
    if isinstance(
        error, NoHubHere | CannotBegin | CannotFix | CannotJoin | CannotListen | BadClock
    ):
        return _stop(USAGE, str(error))
    if isinstance(error, Busy):
        return _stop(
            ANOTHER_BUILD,
            "Another build of this hub is running. Wait for it to end, then try again.",
        )
    if isinstance(error, SearchFailed):
        return _stop(DISK_TROUBLE, "\n".join([str(error), *consolation]))
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        said = f"The disk refused{where}: {error.strerror or error}."
        return _stop(DISK_TROUBLE, " ".join([said, *consolation]))
    if Process().setting("CBSITE_TRACEBACK"):
        traceback.print_exc()
    advice = (
        "Please report it, with what you did and the output of the same command run with the environment "
        "variable CBSITE_TRACEBACK=1."
    )
    return _stop(
        OUR_BUG,
        f"This is a mistake in cbsite, not in your hub: {type(error).__name__}: {error}\n"
        + " ".join([*consolation, advice]),
    )


def _stop(code: int, message: str) -> int:
    click.echo(f"cbsite: {printable_lines(message)}", err=True)
    return code
