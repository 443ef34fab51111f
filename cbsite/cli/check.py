"""`cbsite check`: everything that is wrong, and nothing published."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from cbsite.cli.options import (
    as_of_option,
    drafts_option,
    files_argument,
    format_option,
    source_option,
    strict_option,
)
from cbsite.cli.printing import Form, print_for_programs, print_report, progress
from cbsite.cli.trouble import CLEAN, CONTENT_ERRORS
from cbsite.diagnostics import Diagnostic, Report, plural


@click.command()
@source_option
@strict_option
@drafts_option
@as_of_option
@format_option
@files_argument
def check(
    source: Path,
    strict: bool,
    drafts: bool,
    as_of: datetime.date | None,
    form: Form,
    files: tuple[Path, ...],
) -> None:
    """Check everything and publish nothing.

    With a FILE or folder, show only what is found there.
    """
    from cbsite.authoring.fix import files_asked_for
    from cbsite.build import Request, make_site
    from cbsite.ports import Ports
    from cbsite.project import find_project

    ports, report = Ports.real(), Report()
    project = find_project(ports.disk, source)
    only = files_asked_for(ports.disk, project, files)
    made = make_site(Request(project, as_of, drafts, strict), ports, report, progress())
    everything = list(report)
    if only:
        report = _shown(everything, project.root, only)
    if form == "text":
        print_report(report, err=False)
    else:
        print_for_programs(report, form, source)
    hidden = len(everything) - len(list(report))
    if hidden and form == "text":
        click.echo(
            f"{plural(hidden, 'message')} on other files not shown. To see all:  cbsite check"
        )
    failed = report.blocks(strict) if only else made is None
    sys.exit(CONTENT_ERRORS if failed else CLEAN)


def _shown(found: Iterable[Diagnostic], root: Path, only: Sequence[Path]) -> Report:
    """What was found in some files and folders."""
    report = Report()
    for diagnostic in found:
        if any((root / diagnostic.span.path).is_relative_to(place) for place in only):
            report.keep(diagnostic)
    return report
