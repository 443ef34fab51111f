"""`python -m benchmarks`: run the comparison, write the corpus, or write a report again."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.catalogue import LARGE, MAKERS, WITHOUT_SEARCH
from benchmarks.charts import charts
from benchmarks.corpus import invent
from benchmarks.machine import machine_class
from benchmarks.packages import NotInstalled
from benchmarks.report import report
from benchmarks.rounds import Rounds
from benchmarks.samples import Results, joined
from benchmarks.site_folder import SiteFolder
from benchmarks.store import load, save
from benchmarks.tool import Tool

ROOT = Path(__file__).parent.parent
LARGE_SIZE = 10_000
_TOOLS = (
    f"of {', '.join(MAKERS)}; when none is named, all, but from 10,000 pages on {', '.join(LARGE)}"
)


def main(arguments: list[str]) -> int:
    asked = _parser().parse_args(arguments)
    if asked.command == "corpus":
        return write_corpus(asked.tool, asked.pages, asked.folder, asked.work)
    if asked.command == "report":
        results = joined([load(file) for file in asked.json])
        saved = save(results, asked.results) if asked.results else asked.json[0]
        write_report(results, saved)
        return 0
    return run(asked)


def run(asked: argparse.Namespace) -> int:
    """The comparison; 1 if a tool that was asked for by name was left out."""
    results = Results(machine_class(), datetime.date.today().isoformat())
    tools = _ready(asked.tools or list(MAKERS), asked.work / "peers", results)
    every: list[SiteFolder] = []
    for pages in asked.pages:
        names = [name for name in tools if asked.tools or pages < LARGE_SIZE or name in LARGE]
        network = invent(pages)
        sites = {
            name: SiteFolder(tools[name], network, asked.work / "sites" / str(pages) / name)
            for name in names
        }
        every += sites.values()
        rounds = asked.rounds or (3 if pages >= LARGE_SIZE else 5)
        if "builds" in asked.measure:
            _builds(pages, sites, rounds, results)
            save(results, asked.results)
        if "previews" in asked.measure:
            _previews(pages, sites, rounds, results, bool(asked.tools))
        save(results, asked.results)
    for site in every:
        site.tidy()
    say(f"{write_report(results, save(results, asked.results))} holds the tables.")
    return 1 if results.trouble and asked.tools else 0


def write_corpus(name: str, pages: int, folder: Path, work: Path) -> int:
    """The sources of one tool's site in a folder, which is emptied first."""
    site = SiteFolder(MAKERS[name](work / "peers"), invent(pages), folder)
    site.lay_out()
    site.tidy()
    say(f"{folder} holds {pages} case studies for {site.tool.name}.")
    return 0


def write_report(results: Results, saved: Path) -> Path:
    """The tables and charts beside the JSON; where the tables are."""
    shown = []
    for what, title, drawing in charts(results):
        file = saved.with_name(f"{saved.stem}-{what}.svg")
        file.write_text(drawing, "utf-8")
        shown.append((title, file.name))
    path = saved.with_suffix(".md")
    path.write_text(report(results, shown), "utf-8")
    return path


def say(words: str) -> None:
    print(words, flush=True)


def _ready(names: list[str], peers: Path, results: Results) -> dict[str, Tool]:
    """The tools that can be had here."""
    peers.mkdir(parents=True, exist_ok=True)
    tools: dict[str, Tool] = {}
    for name in names:
        say(f"Getting {name}")
        try:
            tool = tools[name] = MAKERS[name](peers)
        except NotInstalled as error:
            say(f"{name} is left out: {error}")
            results.trouble[name] = str(error)
        else:
            results.tools[name] = {
                "name": tool.name,
                "version": tool.version,
                "data": tool.data,
                "notes": list(tool.notes),
            }
    return tools


def _builds(pages: int, sites: Mapping[str, SiteFolder], rounds: int, results: Results) -> None:
    timed = Rounds(pages, sites, results, say)
    timed.prepare()
    timed.run(rounds)


def _previews(
    pages: int, sites: Mapping[str, SiteFolder], rounds: int, results: Results, chosen: bool
) -> None:
    # Imported here, as the rest needs no browser.
    from benchmarks.previews import measure_previews

    served = {name: site for name, site in sites.items() if chosen or name in WITHOUT_SEARCH}
    measure_previews(pages, served, rounds, results, say)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    work = argparse.ArgumentParser(add_help=False)
    where = ROOT / ".cbsite/benchmarks"
    work.add_argument("--work", type=Path, default=where, help="folder for peers and sites")
    compare = commands.add_parser("run", parents=[work], help="run the comparison")
    compare.add_argument("--pages", type=int, nargs="+", default=[100, 1000, LARGE_SIZE])
    compare.add_argument("--tools", nargs="+", choices=MAKERS, metavar="TOOL", help=_TOOLS)
    compare.add_argument("--rounds", type=int, help="(default: 5, from 10,000 pages on 3)")
    kinds = ["builds", "previews"]
    compare.add_argument("--measure", nargs="+", choices=kinds, default=kinds)
    compare.add_argument("--results", type=Path, default=ROOT / "benchmarks/results")
    corpus = commands.add_parser(
        "corpus", parents=[work], help="write the sources of a tool's site"
    )
    corpus.add_argument("tool", choices=MAKERS, metavar="TOOL", help=_TOOLS)
    corpus.add_argument("pages", type=int)
    corpus.add_argument("folder", type=Path, help="is emptied first")
    again = commands.add_parser("report", help="write tables and charts of saved results again")
    again.add_argument("json", type=Path, nargs="+", help="several runs become one report")
    again.add_argument("--results", type=Path, help="where it goes (default: beside the first)")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
