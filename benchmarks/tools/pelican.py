"""Pelican, with its cache of read content."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus import Network
from benchmarks.corpus.hub import pilot_text
from benchmarks.corpus.network import Study
from benchmarks.corpus.text import study_text
from benchmarks.packages import python_packages, version_of
from benchmarks.tool import Edits, Files, Server, Tool, at_the_end, in_main
from benchmarks.tools.web import FOLDERS, OWN_PAGES, edit_figure, figures_json

SITE = Path(__file__).parent / "sites/pelican"


def pelican(peers: Path) -> Tool:
    """Pelican: case studies are its articles, pilots its pages, themes its tags."""
    program = str(python_packages("pelican", peers) / "bin/pelican")
    return Tool(
        name="Pelican",
        version=version_of("pelican", "pelican"),
        source=_source,
        build=[[program, "--quiet", "--fatal", "errors"]],
        output="output",
        kept=["cache", "__pycache__"],
        edits=_edits,
        static=SITE,
        server=Server(
            lambda port: [program, "--autoreload", "--listen", "--port", str(port)], reloads=False
        ),
        data="a number in data/figures.json",
        notes=["its preview does not reload the browser"],
    )


def _source(network: Network) -> Files:
    yield "data/figures.json", figures_json(network)
    for pilot in network.pilots:
        head = f"Title: {pilot.name}\nSlug: {pilot.id}\nSummary: {pilot.summary}\n\n"
        yield f"content/pilots/{pilot.id}.md", head + pilot_text(pilot) + "\n"
    for study in network.studies:
        yield (
            f"content/case-studies/{study.id}.md",
            _head(study) + study_text(study, network, _link),
        )


def _head(study: Study) -> str:
    themes = ", ".join(theme.id for theme in study.themes)
    return (
        f"Title: {study.title}\nSlug: {study.id}\nDate: {study.day}\nTags: {themes}\n"
        f"Reach: {study.reach.id}\nSummary: {study.summary}\n\n"
    )


def _link(kind: str, name: str, words: str) -> str:
    if kind == "theme":
        return f"[{words}]({{tag}}{name})"
    return f"[{words}]({{filename}}/{FOLDERS[kind]}/{name}.md)" if kind in OWN_PAGES else words


def _edits(study: Study) -> Edits:
    return Edits(
        page=at_the_end(f"content/case-studies/{study.id}.md"),
        template=in_main("theme/templates/base.html"),
        data=edit_figure("data/figures.json", study),
    )
