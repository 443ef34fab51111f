"""Options that several commands share, and what they take."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

Folder = click.Path(path_type=Path)


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


files_argument = click.argument("files", nargs=-1, type=Folder, metavar="[FILE]...")
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
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github", "gitlab"]),
    default="text",
    help="How to print what is found: for people, or for a program.",
)
