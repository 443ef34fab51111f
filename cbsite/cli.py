"""The commands. The only room that prints."""

from __future__ import annotations

import datetime
import json
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import click

from cbsite import __version__
from cbsite.diagnostics import Diagnostic, Report

CLEAN, CONTENT_ERRORS, USAGE, OUR_BUG, DISK_TROUBLE, ANOTHER_BUILD = 0, 1, 2, 70, 74, 75

Folder = click.Path(path_type=Path)

_WIDTH = 160
"""Characters of a source line that are shown."""


class Day(click.ParamType[datetime.date]):
    """A day on the command line, `2012-05-21`."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day. Write it like 2012-05-21.", param, ctx)


class WebAddress(click.ParamType[str]):
    """A web address on the command line."""

    name = "url"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        from cbsite.records.fields import is_web_address

        if not is_web_address(str(value)):
            self.fail(
                f"{value!r} is not a web address. Write it whole, like https://hub.example.org/",
                param,
                ctx,
            )
        return str(value)


source_option = click.option(
    "--source",
    type=Folder,
    default=Path("."),
    help="The folder that holds content/ (default: this one).",
)
strict_option = click.option("--strict", is_flag=True, help="Let warnings stop the build too.")
as_of_option = click.option(
    "--as-of",
    type=Day(),
    help="The day to take for today, such as 2012-05-21 (decides what is published yet).",
)
drafts_option = click.option(
    "--drafts", is_flag=True, help="Show drafts and items that wait for their date."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="cbsite")
def cli() -> None:
    """Turn a folder of Markdown and YAML into a searchable website.

    Begin with  cbsite init my-hub , then  cbsite serve --source my-hub .
    """


@cli.command()
@source_option
@click.option("--output", type=Folder, help="Where the site goes (default: site/ beside content/).")
@strict_option
@drafts_option
@click.option(
    "--base-url", type=WebAddress(), help="Where the site will be published, with any sub-path."
)
@as_of_option
def build(
    source: Path,
    output: Path | None,
    strict: bool,
    drafts: bool,
    base_url: str | None,
    as_of: datetime.date | None,
) -> None:
    """Build the site. If anything is wrong, say so and leave the old site as it is."""
    from cbsite.build import Request, make_site, publish_site
    from cbsite.ports import Ports
    from cbsite.project import find_project

    ports, report = Ports.real(), Report()
    project = find_project(ports.disk, source)
    target = output or (project.state / "drafts" if drafts else project.root / "site")
    made = make_site(Request(project, as_of, drafts, strict, base_url), ports, report, _progress())
    _print_report(report)
    if made is None:
        click.echo(f"Nothing was published. {_counts(report)}", err=True)
        sys.exit(CONTENT_ERRORS)
    publish_site(made, project, Path(os.path.abspath(target)), ports, _progress())
    click.echo(
        f"{made.pages} pages built. The front page is {Path(os.path.abspath(target)) / 'index.html'}"
    )


@cli.command()
@source_option
@strict_option
@drafts_option
@as_of_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print what is found.",
)
def check(source: Path, strict: bool, drafts: bool, as_of: datetime.date | None, form: str) -> None:
    """Check everything and publish nothing."""
    from cbsite.build import Request, make_site
    from cbsite.ports import Ports
    from cbsite.project import find_project

    ports, report = Ports.real(), Report()
    project = find_project(ports.disk, source)
    made = make_site(Request(project, as_of, drafts, strict), ports, report, _progress())
    if form == "json":
        click.echo(
            json.dumps(
                [diagnostic.as_json() for diagnostic in report], indent=2, ensure_ascii=False
            )
        )
    else:
        _print_report(report)
        click.echo(_counts(report))
    sys.exit(CLEAN if made is not None else CONTENT_ERRORS)


@cli.command()
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
    from cbsite.build import Request, make_site, publish_site
    from cbsite.ports import Ports
    from cbsite.preview import serve as serve_folder
    from cbsite.project import find_project

    ports = Ports.real()
    project = find_project(ports.disk, source)
    site = project.state / "preview"

    def rebuild() -> bool:
        report = Report()
        made = make_site(Request(project, as_of, drafts), ports, report, _progress())
        _print_report(report)
        if made is None:
            click.echo(f"The page in your browser stays as it was. {_counts(report)}", err=True)
            return False
        publish_site(made, project, site, ports, _progress())
        click.echo(f"{made.pages} pages built.")
        return True

    serve_folder(
        site,
        project.sources,
        lambda: _told(rebuild),
        ready=lambda address: click.echo(f"Open {address} in your browser. Press Ctrl-C to stop."),
        host=host,
        port=port,
    )


@cli.command()
@click.argument("folder", type=Folder, metavar="DIR")
def init(folder: Path) -> None:
    """Begin a new hub in the folder DIR: a small example, with comments, that builds at once."""
    from cbsite.authoring.init import begin_hub
    from cbsite.ports import Ports

    for path in begin_hub(Ports.real().disk, folder):
        click.echo(f"wrote {path}")
    click.echo(f"Your hub is ready. Next:  cbsite serve --source {folder}")


def main() -> NoReturn:
    """The program `cbsite`: runs a command and exits; no error ever shows a traceback."""
    # Windows consoles and pipes may not be in UTF-8; a character they lack must not end the run.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(_guarded(cli))


def _guarded(run: Callable[[], object]) -> int:
    """Run, and turn whatever goes wrong into a line for people and an exit code."""
    try:
        run()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else CLEAN
    except Exception as error:
        return _explain(error)
    return CLEAN


def _told(rebuild: Callable[[], bool]) -> bool:
    """One rebuild of the preview; trouble is told, and the preview goes on."""
    try:
        return rebuild()
    except Exception as error:
        _explain(error)
        return False


def _explain(error: Exception) -> int:
    from cbsite.authoring.init import CannotBegin
    from cbsite.ports.clock import BadClock
    from cbsite.ports.disk import Busy
    from cbsite.ports.net import CannotListen
    from cbsite.project import NoHubHere
    from cbsite.publish.guard import PublishRefused
    from cbsite.search import SearchFailed

    if isinstance(error, PublishRefused):
        return _stop(USAGE, f"{error.message}\n{error.hint}")
    if isinstance(error, NoHubHere | CannotBegin | CannotListen | BadClock):
        return _stop(USAGE, str(error))
    if isinstance(error, Busy):
        return _stop(
            ANOTHER_BUILD,
            "Another build of this hub is running. Wait for it to end, then try again.",
        )
    if isinstance(error, SearchFailed):
        return _stop(DISK_TROUBLE, f"{error}\nThe old site is as it was.")
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        return _stop(
            DISK_TROUBLE,
            f"The disk refused{where}: {error.strerror or error}. The old site is as it was.",
        )
    if os.environ.get("CBSITE_TRACEBACK"):
        traceback.print_exc()
    return _stop(
        OUR_BUG,
        f"This is a mistake in cbsite, not in your hub: {type(error).__name__}: {error}\n"
        "The old site is as it was. Please report it, with what you did and the output of the same command "
        "run with the environment variable CBSITE_TRACEBACK=1.",
    )


def _stop(code: int, message: str) -> int:
    click.echo(f"cbsite: {message}", err=True)
    return code


def _progress() -> Callable[[str], None]:
    """Progress on a terminal; silence when piped."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda text: click.secho(f"{text} ...", err=True, dim=True)


def _print_report(report: Report) -> None:
    for diagnostic in report:
        _print_diagnostic(diagnostic)


def _print_diagnostic(diagnostic: Diagnostic) -> None:
    """Place and message, the line with its span marked, what to do, and the code."""
    span = diagnostic.span
    place = (
        f"{span.path}, line {span.start.line}, column {span.start.column}"
        if span.start
        else span.path
    )
    colour = {"error": "red", "warning": "yellow"}.get(diagnostic.level)
    click.secho(f"{place}: {diagnostic.message}", fg=colour, err=True)
    if span.start and span.text.strip():
        shown = span.text[:_WIDTH].expandtabs(1)
        click.echo(f"    {shown}", err=True)
        width = (
            span.end.column - span.start.column
            if span.end and span.end.line == span.start.line
            else 1
        )
        marks = " " * (span.start.column - 1) + "^" * max(width, 1)
        click.echo(f"    {marks[:_WIDTH].rstrip()}", err=True)
    click.echo(f"    {diagnostic.hint}  ({diagnostic.code})", err=True)


def _counts(report: Report) -> str:
    errors, warnings = report.count("error"), report.count("warning")
    if not errors and not warnings:
        return "Everything is in order."
    return f"{_plural(errors, 'error')}, {_plural(warnings, 'warning')}."


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


if __name__ == "__main__":
    main()
