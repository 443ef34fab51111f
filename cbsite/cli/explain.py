"""`cbsite explain`: why the last build made a page anew, or did not."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cbsite.cli.options import drafts_option, source_option
from cbsite.cli.trouble import USAGE

WHYS = {
    "kept": "It was not rendered: nothing that it shows has changed since the build before.",
    "new": "It was rendered: the site had no such page before.",
    "value": "It was rendered: what it shows has changed.",
    "templates": "It was rendered: what it shows is the same, but a template has changed.",
    "lost": "It was rendered: the file of the site was missing, or somebody had changed it.",
}


@click.command()
@source_option
@drafts_option
@click.option("--base-url", help="The address that the site was built for, if one was given.")
@click.option("--no-search", is_flag=True, help="Explain the last build that left the index out.")
@click.argument("page")
def explain(source: Path, drafts: bool, base_url: str | None, no_search: bool, page: str) -> None:
    """Tell why the last build rendered a page, or took over the one that was there.

    PAGE is its address (/places/essex/), or the file that it is written in (content/places/essex.md).
    """
    from cbsite.memo import Memo
    from cbsite.memo.engine import engine
    from cbsite.ports.disk import Disk
    from cbsite.ports.store import Store
    from cbsite.project import find_project
    from cbsite.rebuild.explain import explain as explain_page
    from cbsite.rebuild.explain import find_page
    from cbsite.rebuild.last import last_build
    from cbsite.rebuild.request import Request

    disk = Disk()
    project = find_project(disk, source)
    memo = Memo(Store(project.state / "memo.sqlite", read_only=True), engine(disk))
    request = Request(project, drafts=drafts, base_url=base_url, search=not no_search)
    last_key = memo.key("last", *request.way)
    last = last_build(memo.get([last_key]).get(last_key))
    if last is None:
        click.echo(
            "cbsite: No build of this hub is remembered. Run  cbsite build  first.", err=True
        )
        sys.exit(USAGE)
    mark = find_page(last, page)
    if mark is None:
        click.echo(
            f"cbsite: The last build made no page {page}. Write its address, such as /places/essex/ ,"
            " or the file that it is written in.",
            err=True,
        )
        sys.exit(USAGE)
    found = explain_page(mark, memo)
    click.echo(mark.address or f"/{mark.path}")
    if mark.unit:
        click.echo(f"  shows content/{mark.unit}")
    if found.template:
        click.echo(f"  is printed by templates/{found.template}")
    click.echo(WHYS[found.why])
    if found.differences is None:
        click.echo("What it showed before is no longer remembered.")
    for place in found.differences or ():
        click.echo(f"  changed: {place}")
