"""`cbsite init`: a new hub that builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from cbsite.cli.options import Folder


@click.command()
@click.argument("folder", type=Folder, metavar="DIR")
def init(folder: Path) -> None:
    """Begin a new hub in the folder DIR: a small example, with comments, that builds at once."""
    from cbsite.authoring.editor_files import write_editor_files
    from cbsite.authoring.init import begin_hub
    from cbsite.cli.schema import tell
    from cbsite.ports import Ports
    from cbsite.project import find_project

    disk = Ports.real().disk
    for path in begin_hub(disk, folder):
        click.echo(f"wrote {path}")
    tell(write_editor_files(disk, find_project(disk, folder)), folder)
    click.echo(f"Your hub is ready. Next:  cbsite serve --source {folder}")
