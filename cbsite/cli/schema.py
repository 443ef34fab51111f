"""`cbsite schema`: what an editor needs to know about a hub."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cbsite.cli.options import source_option

if TYPE_CHECKING:
    from cbsite.authoring.editor_files import EditorFiles
    from cbsite.schema.shapes import Shape


@click.command()
@source_option
@click.option(
    "--print", "name", metavar="NAME", help="Print one schema, such as place, and write nothing."
)
@click.option("--guide", is_flag=True, help="Print the guide to all fields, and write nothing.")
def schema(source: Path, name: str | None, guide: bool) -> None:
    """Tell your editor about the hub: field names, words to choose from, and the hub's own ids.

    Run it again when you have added records, so that the editor offers them too.
    """
    if guide:
        from cbsite.schema import author_guide

        click.echo(author_guide(), nl=False)
        return
    from cbsite.ports.disk import Disk
    from cbsite.project import find_project

    disk = Disk()
    project = find_project(disk, source)
    if name is not None:
        from cbsite.schema.hub_ids import hub_ids
        from cbsite.schema.json_schema import json_schema

        shape = _shape(name)
        made = json_schema(shape, hub_ids(disk, project))
        click.echo(json.dumps(made, ensure_ascii=False, indent=1))
        return
    from cbsite.authoring.editor_files import write_editor_files

    tell(write_editor_files(disk, project), source)
    click.echo("Run this again when you have added records.")


def tell(files: EditorFiles, folder: Path) -> None:
    """Say which files for editors were written into `folder`, and what those lack that were kept."""
    where = folder / ".vscode" / "cbsite"
    click.echo(f"wrote {len(files.made)} files for editors in {where}")
    for path in files.begun:
        click.echo(f"wrote {folder / path}")
    for kept in files.kept:
        click.echo(
            f"\n{folder / kept.path} stays as it is. To have all of cbsite's settings, put these in:\n"
        )
        click.echo(kept.lacks, nl=False)


def _shape(name: str) -> Shape:
    from cbsite.diagnostics import nearest
    from cbsite.schema.shapes import SHAPES

    if name not in SHAPES:
        guess = nearest(name, SHAPES)
        more = f"Did you mean {guess}?" if guess else f"The schemas are {', '.join(SHAPES)}."
        raise click.UsageError(f"There is no schema '{name}'. {more}")
    return SHAPES[name]
