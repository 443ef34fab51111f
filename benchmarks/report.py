"""Results as Markdown tables, each number a ratio to Hugo in the same round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.catalogue import FLOORED, WITH_SEARCH, WITHOUT_SEARCH, base_of
from benchmarks.rounds import TASKS
from benchmarks.samples import Results

TITLES = {
    "cold": "cold",
    "unchanged": "nothing changed",
    "page": "one page edited",
    "template": "one template edited",
    "data": "one data edit",
    "new-html": "save to new HTML",
    "visible": "save to visible",
}
BUILDS = [task for task in TASKS if task in TITLES]


def report(results: Results, charts: Sequence[tuple[str, str]] = ()) -> str:
    """The whole report; `charts` are title and file name of pictures beside it."""
    parts = [f"# Benchmarks, {results.date}", _machine(results), _tools(results)]
    for pages in _sizes(results):
        parts += [f"## {pages:,} pages", *_builds(results, pages), *_previews(results, pages)]
        parts += _floors(results, pages)
    parts += ["## Cost per page", _per_page(results)]
    parts += [f"![{title}]({file})" for title, file in charts]
    if results.trouble:
        lines = (
            f"- {who}: {' '.join(what.split())[:300]}" for who, what in results.trouble.items()
        )
        parts += ["## Left out", "\n".join(lines)]
    return "\n\n".join(part for part in parts if part) + "\n"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _machine(results: Results) -> str:
    told = results.machine
    return (
        f"{told['cores']} cores ({told['processor']}), {told['memory_gib']} GiB, {told['system']}, "
        f"kernel {told['kernel']}, Python {told['python']}."
    )


def _tools(results: Results) -> str:
    rows = (
        (
            f"{tool['name']} {tool['version']}",
            str(tool["data"]),
            "; ".join(map(str, notes)) if isinstance(notes := tool["notes"], list) else "",
        )
        for name, tool in results.tools.items()
        if name in WITHOUT_SEARCH
    )
    return table(("tool", "its data edit", "what it cannot do, or does otherwise"), rows)


def _sizes(results: Results) -> list[int]:
    return sorted({sample.pages for sample in results.samples})


def _builds(results: Results, pages: int) -> list[str]:
    """Clock, processor and memory, first without search, then with it."""
    parts = []
    for names, title in ((WITHOUT_SEARCH, "without search"), (WITH_SEARCH, "with search")):
        for what, said in (
            ("wall", "Seconds"),
            ("cpu", "Processor seconds"),
            ("peak", "Peak memory"),
        ):
            rows = [
                [_name(results, name), *_cells(results, pages, name, what)]
                for name in names
                if results.median(pages, name, "cold", what) is not None
            ]
            if rows:
                columns = ("tool", *(TITLES[task] for task in BUILDS))
                parts += [f"### {said}, {title}", table(columns, rows)]
    return parts


def _cells(results: Results, pages: int, name: str, what: str) -> list[str]:
    return [_cell(results, pages, name, task, what) for task in BUILDS]


def _cell(results: Results, pages: int, name: str, task: str, what: str) -> str:
    """The ratio, and the value of the base itself."""
    value = results.median(pages, name, task, what)
    if value is None:
        return "-"
    shown = f"{value / 2**20:.0f} MiB" if what == "peak" else f"{value:.2f} s"
    ratio = results.ratio(pages, name, base_of(name), task, what)
    return f"{shown} ({ratio:.2f}x)" if ratio is not None else shown


def _previews(results: Results, pages: int) -> list[str]:
    rows = []
    for name in {**WITHOUT_SEARCH, **WITH_SEARCH}:
        values = [results.median(pages, name, task, "wall") for task in ("new-html", "visible")]
        if any(values):
            rows.append(
                [
                    _name(results, name),
                    *("-" if v is None else f"{v * 1000:.0f} ms" for v in values),
                ]
            )
    columns = ("tool", TITLES["new-html"], TITLES["visible"])
    return ["### While serving", table(columns, rows)] if rows else []


def _floors(results: Results, pages: int) -> list[str]:
    rows = []
    for name in FLOORED:
        cold, loop, copy = (
            results.median(pages, name, task, "wall") for task in ("cold", "floor", "copy")
        )
        if cold and loop and copy:
            rows.append((
                _name(results, name), f"{cold:.2f} s", f"{loop:.2f} s", f"{cold / loop:.1f}x",
                f"{copy:.2f} s", f"{cold / copy:.1f}x",
            ))  # fmt: skip
    columns = (
        "tool",
        "cold",
        "reading and writing alone",
        "of that",
        "`cp -r` of the output",
        "of that",
    )
    return ["### Against the floor", table(columns, rows)] if rows else []


def _per_page(results: Results) -> str:
    """Milliseconds and kibibytes for each case study, cold."""
    sizes = _sizes(results)
    rows = []
    for name in (*WITHOUT_SEARCH, *WITH_SEARCH):
        cells = [_page_cost(results, pages, name) for pages in sizes]
        if any(cells):
            rows.append([_name(results, name), *(cell or "-" for cell in cells)])
    return table(("tool, cold", *(f"{pages:,} pages" for pages in sizes)), rows)


def _page_cost(results: Results, pages: int, name: str) -> str:
    wall = results.median(pages, name, "cold", "wall")
    peak = results.median(pages, name, "cold", "peak")
    if wall is None or peak is None:
        return ""
    return f"{wall / pages * 1000:.2f} ms, {peak / pages / 1024:.0f} KiB"


def _name(results: Results, name: str) -> str:
    tool = results.tools.get(name, {})
    return str(tool.get("name", name)) + (
        ", with search" if name.startswith("cbsite") and name in WITH_SEARCH else ""
    )
