"""The commands. The only room that prints."""

from __future__ import annotations

import contextlib
import datetime
import json
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import click

from cbsite import __version__
from cbsite.diagnostics import Diagnostic, Report, Span, printable

CLEAN, CONTENT_ERRORS, USAGE, OUR_BUG, DISK_TROUBLE, ANOTHER_BUILD = 0, 1, 2, 70, 74, 75

Folder = click.Path(path_type=Path)

_WIDTH = 160
"""Characters of a source line that are shown."""

_CONSOLATION = "The old site is as it was."


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
        from cbsite.records.site import is_base_url

        if not is_base_url(str(value)):
            self.fail(
                f"{value!r} is not a web address of a site. Write it like https://hub.example.org/",
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


@contextlib.contextmanager
def _old_site_stays() -> Iterator[None]:
    """Where this fails, the site that was built before is whole, and people are told so."""
    try:
        yield
    except Exception as error:
        error.add_note(_CONSOLATION)
        raise


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
    request = Request(project, as_of, drafts, strict, base_url)
    target = ports.disk.absolute(
        output or (project.state / "drafts" if drafts else project.root / "site")
    )
    with _old_site_stays():
        made = make_site(request, ports, report, _progress())
        _print_report(report)
        if made is None:
            click.echo(f"Nothing was published. {_counts(report)}", err=True)
            sys.exit(CONTENT_ERRORS)
        publish_site(made, project, target, ports, _progress())
    click.echo(f"{made.pages} pages built. The front page is {target / 'index.html'}")


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
        # In ASCII, so that no character is lost or acts on a terminal.
        click.echo(json.dumps([diagnostic.as_json() for diagnostic in report], indent=2))
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
        # At the root, as the preview shows it, whatever sub-path the hub is published at.
        request = Request(project, as_of, drafts, base_url="http://localhost/")
        made = make_site(request, ports, report, _progress())
        _print_report(report)
        if made is None:
            click.echo(f"Nothing new to show. {_counts(report)}", err=True)
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
    from cbsite.ports.process import Process
    from cbsite.project import NoHubHere
    from cbsite.publish.guard import PublishRefused
    from cbsite.search import SearchFailed

    consolation = [note for note in getattr(error, "__notes__", ()) if note == _CONSOLATION]
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
        return _stop(DISK_TROUBLE, "\n".join([str(error), *consolation]))
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        said = f"The disk refused{where}: {error.strerror or error}."
        return _stop(DISK_TROUBLE, " ".join([said, *consolation]))
    if Process().setting("CBSITE_TRACEBACK"):
        traceback.print_exc()
    advice = (
        "Please report it, with what you did and the output of the same command run with the environment "
        "variable CBSITE_TRACEBACK=1."
    )
    return _stop(
        OUR_BUG,
        f"This is a mistake in cbsite, not in your hub: {type(error).__name__}: {error}\n"
        + " ".join([*consolation, advice]),
    )


def _stop(code: int, message: str) -> int:
    click.echo(f"cbsite: {_safe(message)}", err=True)
    return code


def _safe(message: str) -> str:
    """The words without what would move the cursor or change colours, but for ends of lines."""
    return "\n".join(map(printable, message.split("\n")))


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
    click.secho(_safe(f"{place}: {diagnostic.message}"), fg=colour, err=True)
    for line in _marked_line(span):
        click.echo(f"    {line}", err=True)
    click.echo(f"    {_safe(diagnostic.hint)}  ({diagnostic.code})", err=True)


def _marked_line(span: Span) -> tuple[str, ...]:
    """The source line in a form that is safe to print, and marks under its span."""
    if not span.start or not span.text.strip():
        return ()
    first, end = span.start.column - 1, span.start.column
    if span.end and span.end.line == span.start.line:
        end = max(end, span.end.column - 1)
    # A column at a time, as what cannot be seen is written out in several.
    shown = [printable(character.expandtabs(1)) for character in span.text[:_WIDTH]]
    line = "".join(shown)
    if first >= _WIDTH:
        return (line,)
    before, under = "".join(shown[:first]), "".join(shown[first:end])
    return line, " " * len(before) + "^" * max(len(under), 1)


def _counts(report: Report) -> str:
    errors, warnings = report.count("error"), report.count("warning")
    if not errors and not warnings:
        return "Everything is in order."
    return f"{_plural(errors, 'error')}, {_plural(warnings, 'warning')}."


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


if __name__ == "__main__":
    main()
