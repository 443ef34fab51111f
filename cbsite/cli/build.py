"""`cbsite build`: make the site and put it in place of the old one."""

from __future__ import annotations

import contextlib
import datetime
import sys
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

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
from cbsite.cli.timings import Say, Stopwatch, print_timings
from cbsite.cli.trouble import CONTENT_ERRORS, old_site_stays
from cbsite.diagnostics import Report, printable_lines

if TYPE_CHECKING:
    from cbsite.assemble.eager import Eager
    from cbsite.ports import Ports
    from cbsite.rebuild.again import Again
    from cbsite.rebuild.last import LastBuild
    from cbsite.rebuild.request import Request
    from cbsite.rebuild.shelf import Shelf


def make_whole(
    again: Again,
    shelf: Shelf,
    request: Request,
    ports: Ports,
    report: Report,
    say: Say,
    eager: Eager,
) -> LastBuild | None:
    """`cbsite.build.make_whole`, loaded when it is called: most builds only take over what was made before."""
    from cbsite import build

    return build.make_whole(again, shelf, request, ports, report, say, eager)


@click.command()
@source_option
@click.option("--output", type=Folder, help="Where the site goes (default: site/ beside content/).")
@strict_option
@drafts_option
@click.option(
    "--base-url", type=WebAddress(), help="Where the site will be published, with any sub-path."
)
@as_of_option
@click.option(
    "--no-search",
    is_flag=True,
    help="Leave the search index out: quicker, but search finds nothing.",
)
@click.option(
    "--timings",
    type=click.Choice(["text", "json"]),
    is_flag=False,
    flag_value="text",
    help="Print how long each stage took, as a table or as JSON.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Make the pages on the Dask cluster at this address, such as tcp://10.0.0.5:8786.",
)
@format_option
def build(
    source: Path,
    output: Path | None,
    strict: bool,
    drafts: bool,
    base_url: str | None,
    as_of: datetime.date | None,
    no_search: bool,
    timings: str | None,
    cluster: str | None,
    form: Form,
) -> None:
    """Build the site. If anything is wrong, say so and leave the old site as it is."""
    from cbsite.memo import Memo
    from cbsite.memo.engine import engine, engine_here
    from cbsite.ports import Ports
    from cbsite.ports.meanwhile import meanwhile
    from cbsite.ports.store import Store
    from cbsite.project import find_project
    from cbsite.publish.manifest import compare
    from cbsite.rebuild.dates import register_days
    from cbsite.rebuild.request import Request
    from cbsite.rebuild.sources import look
    from cbsite.rebuild.unchanged import find_done

    ports, report = Ports.real(), Report()
    project = find_project(ports.disk, source)
    request = Request(project, as_of, drafts, strict, base_url, not no_search)
    target = ports.disk.absolute(
        output or (project.state / "drafts" if drafts else project.root / "site")
    )
    say = Stopwatch(ports.clock, progress())
    memo = Memo(Store(project.state / "memo.sqlite"), engine(ports.disk))
    say("Looking")
    compared = cache(meanwhile(partial(compare, ports.disk, target)))
    sources = look(ports.disk, project, register_days(ports.git, memo, project.content))
    done = find_done(request, target, sources, memo, ports.clock, compared)
    for diagnostic in done.found if done else ():
        report.keep(diagnostic)
    pages = done.pages if done and not report.blocks(strict) else None
    if pages is None:
        # Only now, as loading all that makes a site takes longer than to see that nothing changed.
        say("Loading")
        from cbsite.rebuild.site import build_site

        with old_site_stays(), contextlib.ExitStack() as after:
            if cluster is not None:
                from cbsite.ports.cluster import joined

                say("Joining the cluster")
                workers = joined(cluster, engine_here, ports.workers, _say_lost)
                ports = replace(ports, workers=after.enter_context(workers))
            built = build_site(
                request, target, sources, ports, memo, report, say, make_whole, compared=compared
            )
        pages = built.pages if built else None
    if timings:
        print_timings(say, timings)
    if form != "text":
        print_for_programs(report, form, source)
    # GitHub would take a source line of the text that begins with :: for an order.
    if form != "github" and any(report):
        print_report(report)
    if pages is None:
        click.echo("Nothing was published.", err=True)
        sys.exit(CONTENT_ERRORS)
    click.echo(
        f"{pages} pages built. The front page is {target / 'index.html'}", err=form != "text"
    )


def _say_lost(why: str) -> None:
    click.echo(
        f"The cluster is lost ({printable_lines(why)}). The rest is made on this computer.",
        err=True,
    )
