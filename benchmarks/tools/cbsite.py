"""cbsite itself, with bare templates or the whole theme, with search or without."""

from __future__ import annotations

import compileall
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import cbsite as cbsite_package
from benchmarks.corpus import Network
from benchmarks.corpus.hub import hub_files
from benchmarks.corpus.network import Study
from benchmarks.packages import NotInstalled
from benchmarks.tool import Edit, Edits, Files, Server, Tool, at_the_end, in_main

BARE = Path(__file__).parent.parent / "bare"
THEME = Path(__file__).parent.parent.parent / "templates"
BASE = "templates/parts/base.html"


def cbsite(bare: bool, searches: bool) -> Tool:
    """The cbsite of the environment that the harness runs in."""
    program = str(Path(sys.executable).with_name("cbsite"))
    # pip makes the byte code of what it installs; of code in place Python makes it, unless it may not write it.
    compileall.compile_dir(Path(cbsite_package.__file__).parent, quiet=1)
    if not searches:
        _require_no_search(program)
    return Tool(
        name=f"cbsite, {'bare templates' if bare else 'whole theme'}",
        version=version("cbsite"),
        source=_bare_hub if bare else _themed_hub,
        build=[[program, "build", *([] if searches else ["--no-search"])]],
        output="site",
        kept=[".cbsite"],
        edits=_edits,
        static=BARE if bare else None,
        server=Server(lambda port: [program, "serve", "--port", str(port)]),
        data="a figure in data/figures.yml",
        searches=searches,
    )


def _bare_hub(network: Network) -> Files:
    return hub_files(network, drawn=False)


def _themed_hub(network: Network) -> Files:
    """With a copy of one of the theme's files as the hub's own, so that there is a template to edit."""
    yield from hub_files(network, drawn=True)
    yield BASE, (THEME / "parts/base.html").read_text("utf-8")


def _edits(study: Study) -> Edits:
    value = rf"(^- id: {study.reach.id}\n(?:  .*\n)*?  value: )\d+$"
    return Edits(
        page=at_the_end(f"content/case-studies/{study.id}.md"),
        template=in_main(BASE),
        data=Edit("content/data/figures.yml", value, r"\g<1>{n}"),
    )


def _require_no_search(program: str) -> None:
    said = subprocess.run([program, "build", "--help"], capture_output=True, text=True, check=False)
    if "--no-search" not in said.stdout:
        raise NotInstalled("This cbsite has no `build --no-search`.")
