"""`cbsite serve`: the site in a browser, built again on every change."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import click

from cbsite.cli.options import as_of_option, drafts_option, source_option
from cbsite.cli.printing import print_report, progress
from cbsite.cli.trouble import explain
from cbsite.diagnostics import Report


@click.command()
@source_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on. Only this computer can reach the default.",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help="Port to listen on (default: the first free one from 8000).",
)
@drafts_option
@as_of_option
def serve(
    source: Path, host: str, port: int | None, drafts: bool, as_of: datetime.date | None
) -> None:
    """Show the site in your browser, and build it again whenever a file changes."""
    from cbsite.build import Request, build_site
    from cbsite.memo import Memo
    from cbsite.memo.engine import engine
    from cbsite.ports import Ports
    from cbsite.ports.store import Store
    from cbsite.preview import serve as serve_folder
    from cbsite.project import find_project
    from cbsite.rebuild.sources import look

    ports = Ports.real()
    project = find_project(ports.disk, source)
    site = project.state / "preview"
    memo = Memo(Store(project.state / "memo.sqlite"), engine(ports.disk))

    def rebuild() -> bool:
        report = Report()
        # At the root, as the preview shows it, whatever sub-path the hub is published at.
        request = Request(project, as_of, drafts, base_url="http://localhost/")
        built = build_site(
            request, site, look(ports.disk, project), ports, memo, report, progress()
        )
        if any(report):
            print_report(report)
        if built is None:
            click.echo("Nothing new to show.", err=True)
            return False
        click.echo(f"{built.pages} pages built.")
        return True

    serve_folder(
        site,
        project.sources,
        lambda: told(rebuild),
        ready=lambda address: click.echo(f"Open {address} in your browser. Press Ctrl-C to stop."),
        host=host,
        port=port,
    )


def told(rebuild: Callable[[], bool]) -> bool:
    """One rebuild of the preview; trouble is told, and the preview goes on."""
    try:
        return rebuild()
    except Exception as error:
        explain(error)
        return False
