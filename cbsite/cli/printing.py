"""What commands print while they run, and of what they found."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

import click

from cbsite.diagnostics import Report

if TYPE_CHECKING:
    from cbsite.reports import Explanation

Form = Literal["text", "json", "sarif", "github", "gitlab"]

PIPE_WIDTH = 80
"""Columns of running text where there is no terminal."""


def progress() -> Callable[[str], None]:
    """Progress on a terminal; silence when piped."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda text: click.secho(f"{text} ...", err=True, dim=True)


def print_report(report: Report, err: bool = True) -> None:
    """All that was found, for people, in colours and wrapped where there is a terminal."""
    # Imported here, as most runs find nothing.
    from cbsite.reports import as_text

    stream = sys.stderr if err else sys.stdout
    colour = in_colour(stream)
    click.echo(as_text(report, colour, terminal_width(stream)), err=err, color=colour or None)


def print_for_programs(report: Report, form: Form, source: Path) -> None:
    """All that was found, for a program; paths are those from the folder that cbsite was started in."""
    from cbsite.reports import as_github, as_gitlab, as_json, as_sarif

    folder = "" if source.is_absolute() else source.as_posix()
    if form == "json":
        made = as_json(report)
    elif form == "sarif":
        made = as_sarif(report, explanations(), folder)
    elif form == "github":
        made = as_github(report, folder)
    else:
        made = as_gitlab(report, folder)
    if made:
        click.echo(made)


def explanations() -> Mapping[str, Explanation]:
    """What docs/errors.md, which comes with cbsite, says of each code."""
    from cbsite.ports.disk import Disk
    from cbsite.project import errors_guide
    from cbsite.reports import read_explanations

    disk = Disk()
    return read_explanations(disk.read(errors_guide(disk)).decode())


def in_colour(stream: TextIO) -> bool:
    """Whether to use colours: on a terminal, unless NO_COLOR is set; anywhere, if FORCE_COLOR is."""
    from cbsite.ports.process import Process

    setting = Process().setting
    if setting("NO_COLOR"):
        return False
    if setting("FORCE_COLOR") not in ("", "0"):
        return True
    return stream.isatty() and setting("TERM") != "dumb"


def terminal_width(stream: TextIO) -> int | None:
    """The columns of the terminal; None where there is none."""
    return shutil.get_terminal_size().columns if stream.isatty() else None
