"""MkDocs, Material for MkDocs and Zensical: one family, with files and settings alike."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from benchmarks.corpus import Network
from benchmarks.corpus.network import Study
from benchmarks.packages import python_packages, version_of
from benchmarks.tool import Edits, Files, Server, Tool, at_the_end, in_main
from benchmarks.tools.web import edit_title, file_link, markdown_files

SITES = Path(__file__).parent / "sites"

NO_TAGS = "no page per tag"
NO_FEED = "no feed"
LISTS = "lists of pages written by hand, as it makes none"


def mkdocs(peers: Path) -> Tool:
    """MkDocs with a theme of one bare template, and no plugins."""
    program = str(python_packages("mkdocs", peers) / "bin/mkdocs")
    return Tool(
        name="MkDocs",
        version=version_of("mkdocs", "mkdocs"),
        source=_source,
        build=[[program, "build", "--quiet"]],
        output="site",
        kept=[],
        edits=_edits,
        static=SITES / "mkdocs",
        theme=None,
        feed=None,
        server=Server(
            lambda port: [program, "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
        ),
        data="a page's front matter",
        notes=[NO_TAGS, NO_FEED, LISTS],
    )


def material(peers: Path) -> Tool:
    """Material with its page template replaced by the bare one, and its tags."""
    program = str(python_packages("material", peers) / "bin/mkdocs")
    return Tool(
        name="Material for MkDocs",
        version=version_of("material", "mkdocs-material"),
        source=_tagged,
        build=[[program, "build", "--quiet"]],
        output="site",
        kept=[".cache"],
        edits=_edits,
        static=SITES / "material",
        theme=None,
        feed=None,
        server=Server(
            lambda port: [program, "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
        ),
        environment={"NO_MKDOCS_2_WARNING": "true"},
        data="a page's front matter",
        notes=["one page for all tags", NO_FEED, LISTS],
    )


def zensical(peers: Path) -> Tool:
    """Zensical with its page template replaced by the bare one."""
    program = str(python_packages("zensical", peers) / "bin/zensical")
    return Tool(
        name="Zensical",
        version=version_of("zensical", "zensical"),
        source=_source,
        build=[[program, "build"]],
        output="site",
        kept=[".cache"],
        edits=_edits,
        static=SITES / "zensical",
        theme=None,
        feed=None,
        server=Server(lambda port: [program, "serve", "--dev-addr", f"localhost:{port}"]),
        data="a page's front matter",
        notes=[NO_TAGS, NO_FEED, LISTS],
    )


def _source(network: Network) -> Files:
    yield "docs/index.md", "# Network of districts\n\n- [Case studies](case-studies/index.md)\n"
    studies = ((study.id, study.title) for study in network.studies)
    yield "docs/case-studies/index.md", _list("Case studies", studies)
    pilots = ((pilot.id, pilot.name) for pilot in network.pilots)
    yield "docs/pilots/index.md", _list("Pilots", pilots)
    yield from markdown_files(network, "docs", partial(file_link, "../"), "tags")


def _tagged(network: Network) -> Files:
    yield "docs/themes.md", "# Themes\n\n<!-- material/tags -->\n"
    yield from _source(network)


def _list(title: str, pages: Iterable[tuple[str, str]]) -> str:
    lines = "\n".join(f"- [{words}]({name}.md)" for name, words in pages)
    return f"# {title}\n\n{lines}\n"


def _edits(study: Study) -> Edits:
    page = f"docs/case-studies/{study.id}.md"
    return Edits(page=at_the_end(page), template=in_main("theme/main.html"), data=edit_title(page))
