"""`cbsite build`: make the site and put it in place of the old one."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from cbsite.cli.options import (
    Folder,
    WebAddress,
    as_of_option,
    drafts_option,
    format_option,
    source_option,
    strict_option,
)
from cbsite.cli.printing import Form, print_for_programs, print_report, progress
from cbsite.cli.trouble import CONTENT_ERRORS, old_site_stays
from cbsite.diagnostics import Report


@click.command()
@source_option
@click.option("--output", type=Folder, help="Where the site goes (default: site/ beside content/).")
@strict_option
@drafts_option
@click.option(
    "--base-url", type=WebAddress(), help="Where the site will be published, with any sub-path."
)
@as_of_option
@format_option
def build(
    source: Path,
    output: Path | None,
    strict: bool,
    drafts: bool,
    base_url: str | None,
    as_of: datetime.date | None,
    form: Form,
) -> None:
    """Build the site. If anything is wrong, say so and leave the old site as it is."""
    from cbsite.build import Request, make_site, publish_site
    from cbsite.ports import Ports
    from cbsite.project import find_project

    ports, report = Ports.real(), Report()
    project = find_project(ports.disk, source)
    request = Request(project, as_of, drafts, strict, base_url)
    target = ports.disk.absolute(
        output or (project.state / "drafts" if drafts else project.root / "site")
    )
    with old_site_stays():
        made = make_site(request, ports, report, progress())
        if form != "text":
            print_for_programs(report, form, source)
        # GitHub would take a source line of the text that begins with :: for an order.
        if form != "github" and any(report):
            print_report(report)
        if made is None:
            click.echo("Nothing was published.", err=True)
            sys.exit(CONTENT_ERRORS)
        publish_site(made, project, target, ports, progress())
    click.echo(
        f"{made.pages} pages built. The front page is {target / 'index.html'}", err=form != "text"
    )
