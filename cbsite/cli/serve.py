"""`cbsite serve`: the site in a browser, built again on every change."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cbsite.cli.options import as_of_option, drafts_option, source_option
from cbsite.cli.printing import print_report, progress
from cbsite.cli.trouble import explain
from cbsite.diagnostics import Report
from cbsite.rebuild.request import Request

if TYPE_CHECKING:  # All that is heavy is loaded when the command runs.
    from cbsite.memo import Memo
    from cbsite.ports import Ports
    from cbsite.preview import Screen
    from cbsite.rebuild.site import Published


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
    from cbsite.memo import Memo
    from cbsite.memo.engine import engine
    from cbsite.ports import Ports
    from cbsite.ports.store import Store
    from cbsite.preview import Screen
    from cbsite.preview import serve as serve_folder
    from cbsite.project import find_project

    gc.enable()  # as this runs for hours
    ports = Ports.real()
    project = find_project(ports.disk, source)
    memo = Memo(Store(project.state / "memo.sqlite"), engine(ports.disk))
    # At the root, as the preview shows it, whatever sub-path the hub is published at.
    request = Request(project, as_of, drafts, base_url="http://localhost/")
    screen = Screen()
    work = Work(request, project.state / "preview", ports, memo, screen)
    serve_folder(
        work.site,
        project.sources,
        lambda: told(work.rebuild),
        ready=lambda address: click.echo(f"Open {address} in your browser. Press Ctrl-C to stop."),
        host=host,
        port=port,
        at_once=work.at_once,
        afterwards=work.finish,
        screen=screen,
    )


def told(rebuild: Callable[[], bool]) -> bool:
    """One rebuild of the preview; trouble is told, and the preview goes on."""
    try:
        return rebuild()
    except Exception as error:
        explain(error)
        return False


class Work:
    """What the preview has built: the site, what is held of it in memory, and what is still to be done."""

    def __init__(
        self, request: Request, site: Path, ports: Ports, memo: Memo, screen: Screen
    ) -> None:
        from cbsite.rebuild.live import Live

        self.site, self._request, self._ports, self._memo = site, request, ports, memo
        self._screen = screen
        self._live = Live(ports.disk, request.project.content)
        self._waits = False  # whether search is still that of the site before
        self._learn: Published | None = None

    def at_once(self, changed: frozenset[Path]) -> None:
        """Show the page that was changed, where that is quick."""
        self._screen.put(self._live.pages(changed))

    def rebuild(self) -> bool:
        """Build; True if there is more to see than the screen shows already."""
        report = Report()
        built = self._build(report, search_later=True)
        if any(report):
            print_report(report)
        if built is None:
            click.echo("Nothing new to show.", err=True)
            return False
        shown = self._screen.settle()
        click.echo(f"{built.pages} pages built.")
        self._waits, self._learn = not built.whole, built
        return not (built.only_pages and shown.issuperset(built.made))

    def finish(self) -> None:
        """Hold what was built in memory, and index it for search."""
        told(self._finish)

    def _finish(self) -> bool:
        if self._learn is not None:
            self._live.learn(self._learn.state, self._memo)
            self._learn = None
        if self._waits:
            self._waits = False
            self._build(Report(), search_later=False)
        return True

    def _build(self, report: Report, search_later: bool) -> Published | None:
        from cbsite.assemble.eager import Eager
        from cbsite.cli.build import make_whole
        from cbsite.rebuild.dates import register_days
        from cbsite.rebuild.site import build_site
        from cbsite.rebuild.sources import look

        project = self._request.project
        days = register_days(self._ports.git, self._memo, project.content)
        sources = look(self._ports.disk, project, days)
        eager = Eager(
            self._screen.looked_at,
            lambda path, content: self._screen.put({path: content}),
            search_later,
        )
        return build_site(
            self._request,
            self.site,
            sources,
            self._ports,
            self._memo,
            report,
            progress(),
            make_whole,
            eager,
        )
