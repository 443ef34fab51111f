"""`cbsite fix`: what is safe to mend, shown, written when told to, and taken back when told to."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from cbsite.cli.fix_text import difference, left_for_people, mended
from cbsite.cli.options import as_of_option, files_argument, source_option
from cbsite.cli.printing import in_colour, progress
from cbsite.cli.trouble import CLEAN, CONTENT_ERRORS
from cbsite.diagnostics import plural


@click.command()
@source_option
@as_of_option
@click.option("--write", is_flag=True, help="Change the files; without it they are only looked at.")
@click.option("--undo", is_flag=True, help="Bring back the files that the last --write changed.")
@files_argument
def fix(
    source: Path, as_of: datetime.date | None, write: bool, undo: bool, files: tuple[Path, ...]
) -> None:
    """Mend what is safe to mend, in each FILE or folder or in all of content/.

    Shows each change, and writes nothing unless told to with --write.
    """
    from cbsite.authoring.fix import files_asked_for, fix_content
    from cbsite.authoring.undo import undo as undo_last
    from cbsite.authoring.undo import write_changes
    from cbsite.build import Request
    from cbsite.ports import Ports
    from cbsite.project import find_project

    if undo and (write or files):
        raise click.UsageError("--undo brings back all files of the last --write: use it alone.")
    ports = Ports.real()
    project = find_project(ports.disk, source)
    if undo:
        for path in undo_last(ports.disk, project):
            click.echo(f"{path} is as it was before.")
        return
    only = files_asked_for(ports.disk, project, files)
    fixed = fix_content(Request(project, as_of), ports, only, progress())
    for file in fixed.files:
        click.echo("\n".join(mended(file)))
        _print_coloured("\n".join(difference(file, in_colour(sys.stdout))))
    if write:
        write_changes(ports.disk, project, [file.change for file in fixed.files])
    if not fixed.files:
        click.echo("There is nothing that cbsite can mend safely by itself.")
    elif write:
        click.echo(
            f"Mended {plural(len(fixed.files), 'file')}. To take it back:  cbsite fix --undo"
        )
    else:
        click.echo("Nothing is written yet. To make these changes, run this again with  --write")
    for line in left_for_people(fixed.left):
        click.echo(line)
    sys.exit(CONTENT_ERRORS if fixed.files and not write else CLEAN)


def _print_coloured(text: str) -> None:
    click.echo(text + "\n", color=in_colour(sys.stdout) or None)
