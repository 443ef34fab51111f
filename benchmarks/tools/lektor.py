"""Lektor, with its plugins for tags and feeds."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus import Network
from benchmarks.corpus.hub import pilot_text
from benchmarks.corpus.network import Study
from benchmarks.corpus.text import study_text
from benchmarks.packages import python_packages, version_of
from benchmarks.tool import Edits, Files, Server, Tool, at_the_end, in_main
from benchmarks.tools.web import address_link, edit_figure, figures_json

SITE = Path(__file__).parent / "sites/lektor"


def lektor(peers: Path) -> Tool:
    """Lektor, which keeps in its output what it built from what."""
    program = str(python_packages("lektor", peers) / "bin/lektor")
    return Tool(
        name="Lektor",
        version=version_of("lektor", "lektor"),
        source=_source,
        build=[[program, "build", "--output-path", "public"]],
        output="public",
        kept=[],
        edits=_edits,
        static=SITE,
        server=Server(
            lambda port: [program, "server", "--port", str(port), "--output-path", "preview"],
            reloads=False,
        ),
        data="a number in databags/figures.json",
        notes=["its preview does not reload the browser"],
    )


def _source(network: Network) -> Files:
    yield "databags/figures.json", figures_json(network)
    for pilot in network.pilots:
        yield (
            f"content/pilots/{pilot.id}/contents.lr",
            f"title: {pilot.name}\n---\nsummary: {pilot.summary}\n---\nbody:\n\n{pilot_text(pilot)}\n",
        )
    for study in network.studies:
        body = study_text(study, network, address_link)
        yield f"content/case-studies/{study.id}/contents.lr", _fields(study) + body


def _fields(study: Study) -> str:
    themes = "\n".join(theme.id for theme in study.themes)
    return (
        f"title: {study.title}\n---\nsummary: {study.summary}\n---\npub_date: {study.day}\n---\n"
        f"reach: {study.reach.id}\n---\ntags:\n\n{themes}\n---\nbody:\n\n"
    )


def _edits(study: Study) -> Edits:
    return Edits(
        page=at_the_end(f"content/case-studies/{study.id}/contents.lr"),
        template=in_main("templates/layout.html"),
        data=edit_figure("databags/figures.json", study),
    )
