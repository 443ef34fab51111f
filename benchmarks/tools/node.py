"""Eleventy and Astro, on the Node that the packages bring."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus import Network
from benchmarks.corpus.network import Study
from benchmarks.packages import found_in, node_packages, node_version
from benchmarks.tool import Edits, Files, Server, Tool, at_the_end, in_main
from benchmarks.tools.web import address_link, edit_figure, figures_json, markdown_files

SITES = Path(__file__).parent / "sites"


def eleventy(peers: Path) -> Tool:
    """Eleventy, with Nunjucks templates and Markdown that is no template."""
    packages = node_packages(peers)
    node = str(found_in(packages, "node_modules/node/bin/node*"))
    program = str(found_in(packages, "node_modules/@11ty/eleventy/cmd.cjs"))
    return Tool(
        name="Eleventy",
        version=node_version("@11ty/eleventy"),
        source=_eleventy_source,
        build=[[node, program, "--quiet"]],
        output="_site",
        kept=[".cache"],
        edits=_eleventy_edits,
        static=SITES / "eleventy",
        links={"node_modules": packages / "node_modules"},
        server=Server(lambda port: [node, program, "--serve", "--quiet", f"--port={port}"]),
        data="a number in _data/figures.json",
    )


def astro(peers: Path) -> Tool:
    """Astro, with its content collections."""
    packages = node_packages(peers)
    node = str(found_in(packages, "node_modules/node/bin/node*"))
    program = str(found_in(packages, "node_modules/astro/bin/astro.mjs"))
    return Tool(
        name="Astro",
        version=node_version("astro"),
        source=_astro_source,
        build=[[node, program, "build", "--silent"]],
        output="dist",
        kept=[".cache", ".astro"],
        edits=_astro_edits,
        static=SITES / "astro",
        links={"node_modules": packages / "node_modules"},
        sitemap="sitemap-index.xml",
        server=Server(lambda port: [node, program, "dev", "--port", str(port)]),
        environment={"ASTRO_TELEMETRY_DISABLED": "1"},
        data="a number in src/figures.json",
    )


def _eleventy_source(network: Network) -> Files:
    yield "content/_data/figures.json", figures_json(network)
    yield from markdown_files(network, "content", address_link, "tags")


def _eleventy_edits(study: Study) -> Edits:
    return Edits(
        page=at_the_end(f"content/case-studies/{study.id}.md"),
        template=in_main("content/_includes/base.njk"),
        data=edit_figure("content/_data/figures.json", study),
    )


def _astro_source(network: Network) -> Files:
    yield "src/figures.json", figures_json(network)
    yield from markdown_files(network, "src/content", address_link, "themes")


def _astro_edits(study: Study) -> Edits:
    return Edits(
        page=at_the_end(f"src/content/case-studies/{study.id}.md"),
        template=in_main("src/layouts/Base.astro"),
        data=edit_figure("src/figures.json", study),
    )
