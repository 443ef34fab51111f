"""Random edits of a small hub, as people and programs make them, and the two builds that must then be alike.

`python -m tests.rebuild.edits --edits 10000` runs many, with kills and other counts of processes in between.
"""

from __future__ import annotations

import argparse
import datetime
import random
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from cbsite.build import make_whole
from cbsite.diagnostics import Diagnostic, Report
from cbsite.memo import Memo, digest
from cbsite.memo.engine import engine
from cbsite.ports import Ports
from cbsite.ports.clock import Clock
from cbsite.ports.disk import Disk
from cbsite.ports.git import Days, Git, Snapshot
from cbsite.ports.meanwhile import meanwhile
from cbsite.ports.process import Process
from cbsite.ports.store import Store
from cbsite.ports.workers import Alone, Processes, Workers
from cbsite.project import find_project, theme_folder
from cbsite.publish import Entry, compare
from cbsite.rebuild.dates import register_days
from cbsite.rebuild.request import Request
from cbsite.rebuild.site import Published, build_site
from cbsite.rebuild.sources import look
from cbsite.rebuild.unchanged import Done, find_done
from tests.support.hubs import AS_OF, SMALL, write
from tests.support.pictures import drawing

Files = dict[str, bytes]
Edit = Callable[[Files, random.Random], None]

ENGINE = engine(Disk())

WORDS = (
    "The board met again.", "It cost [](figure:members).", "See [Essex](place:essex).", "The QZB led it.",
    "They wrote qzb in small letters.", "**Gap.** Nobody says when.", "An [odd](nowhere.md) link.",
    "Ask Ann Jones (bob.brown@example.org).", "> [!NOTE]\n> Read this.", "![A cat on a wall](/images/cat.png)",
    "| a | b |\n| --- | --- |\n| 1 | 2 |", "A note.[^1]\n\n[^1]: It is here.", "## One more heading",
    "Annex 1 is long.", "```figures\nfigures: [members]\n```", "She spoke of pooled budgets.", "[here](place:kent)",
)  # fmt: skip
"""What people add to a text; some of it is wrong."""


def start() -> Files:
    """A hub with enough in it for every edit."""
    files = {path: text.encode() for path, text in SMALL.items()}
    case = SMALL["content/case-studies/one-door.md"]
    for number in range(2, 9):
        text = case.replace("One door", f"Door number {number}")
        files[f"content/case-studies/door-{number}.md"] = text.encode()
    files["content/images/cat.png"] = drawing()
    files["content/data/glossary.yml"] = (
        b"- id: pooled\n  label: pooled budget\n  definition: Money that several bodies put together.\n"
    )
    files["content/news/open.md"] = (
        b"---\ntitle: It opens\nsummary: The hub opens today, and everybody who is anybody is invited to it.\n"
        b"date: 2026-02-01\n---\n\nCome to [the first door](case-study:one-door).\n"
    )
    return files


def texts(files: Files) -> list[str]:
    return sorted(path for path in files if path.startswith("content/") and path.endswith(".md"))


def add_words(files: Files, random: random.Random) -> None:
    files[random.choice(texts(files))] += f"\n{random.choice(WORDS)}\n".encode()


def drop_words(files: Files, random: random.Random) -> None:
    path = random.choice(texts(files))
    before, mark, body = files[path].rpartition(b"\n---\n")
    kept = body.strip().split(b"\n\n")[:-1]
    files[path] = before + mark + b"\n" + b"\n\n".join(kept) + b"\n"


def move_lines(files: Files, random: random.Random) -> None:
    path = random.choice(texts(files))
    files[path] = files[path].replace(b"\n---\n", b"\n---\n\n", 1)


def retitle(files: Files, random: random.Random) -> None:
    path = random.choice(texts(files))
    files[path] = files[path].replace(b"\ntitle: ", b"\ntitle: A ", 1)


def retag(files: Files, random: random.Random) -> None:
    path = random.choice(texts(files))
    one, other = random.sample([b"[essex]", b"[kent]", b"[essex, kent]"], 2)
    files[path] = files[path].replace(b"places: " + one, b"places: " + other)


def add_file(files: Files, random: random.Random) -> None:
    path = random.choice(texts(files))
    files[path.replace(".md", f"-{random.randrange(1000)}.md")] = files[path]


def drop_file(files: Files, random: random.Random) -> None:
    if len(texts(files)) > 4:
        del files[random.choice(texts(files))]


def rename_file(files: Files, random: random.Random) -> None:
    path = random.choice(texts(files))
    files[path.replace(".md", "-x.md")] = files.pop(path)


def change_data(files: Files, random: random.Random) -> None:
    path = "content/data/figures.yml"
    files[path] = files[path].replace(b"value: ", b"value: 1", 1)[:600]


def comment_data(files: Files, random: random.Random) -> None:
    path = random.choice(sorted(path for path in files if path.startswith("content/data/")))
    files[path] = b"# a comment\n" + files[path]


def add_term(files: Files, random: random.Random) -> None:
    label = f"{random.choice(['board', 'door', 'QZB'])} {random.randrange(9)}"
    entry = f"- id: t{random.randrange(1000)}\n  label: {label}\n  definition: Something.\n"
    files["content/data/glossary.yml"] = files["content/data/glossary.yml"] + entry.encode()


def change_site(files: Files, random: random.Random) -> None:
    old, new = random.choice(
        [(b"name: Test hub", b"name: Best hub"), (b"name: Best hub", b"name: Test hub"), (b"The foot", b"A foot")]
    )  # fmt: skip
    files["content/site.yml"] = files["content/site.yml"].replace(old, new, 1)


def set_level(files: Files, random: random.Random) -> None:
    level = random.choice(["off", "error", "info"])
    text = files["content/site.yml"].partition(b"checks:")[0]
    files["content/site.yml"] = text + f"checks:\n  W-ACRONYM: {level}\n".encode()


def change_template(files: Files, random: random.Random) -> None:
    name = random.choice(
        ["pages/case-study.html", "parts/page.html", "parts/blocks/text.html", "feeds/atom.xml"]
    )
    theme = theme_folder(Disk()) / name
    path = f"templates/{name}"
    text = files.get(path) or theme.read_bytes()
    mark = b"<!-- changed -->" if name.startswith("parts/blocks") else b"{# changed #}"
    files[path] = text + mark


def drop_template(files: Files, random: random.Random) -> None:
    own = sorted(path for path in files if path.startswith("templates/"))
    if own:
        del files[random.choice(own)]


def break_template(files: Files, random: random.Random) -> None:
    files["templates/parts/blocks/gap.html"] = b"{{ nothing.here }}"


def change_style(files: Files, random: random.Random) -> None:
    css = (theme_folder(Disk()) / "assets/style.css").read_bytes()
    files["templates/assets/style.css"] = css + b"/* %d */" % random.randrange(99)


def change_picture(files: Files, random: random.Random) -> None:
    files["content/images/cat.png"] = drawing(random.choice([200, 300, 700]), 200)


def break_file(files: Files, random: random.Random) -> None:
    path = random.choice(texts(files))
    files[path] = files[path].replace(b"title: ", b"title:: ", 1)


EDITS: tuple[Edit, ...] = (
    add_words, add_words, add_words, add_words, drop_words, drop_words, move_lines, move_lines, retitle, retag,
    add_file, drop_file, rename_file, change_data, comment_data, add_term, change_site, set_level, change_template,
    drop_template, break_template, change_style, change_picture, break_file,
)  # fmt: skip

Outcome = tuple[dict[str, Entry] | None, list[Diagnostic], int | None]
"""The files of the published site, or None if nothing was; what was found; how many pages there are."""


class History(Git):
    """A history that a test makes up: the days of files, by path in `content/`. `asked` counts the logs."""

    def __init__(self, days: Days | None = None) -> None:
        super().__init__()
        self.made_up, self.asked = dict(days or {}), 0
        self.commits = 0

    def commit(self, day: datetime.date, *paths: str) -> None:
        self.made_up |= dict.fromkeys(paths, day)
        self.commits += 1

    def snapshot(self, folder: Path) -> Snapshot | None:
        commit = digest(self.commits, sorted(self.made_up.items())).hex()
        return Snapshot(commit, folder, "content/") if self.commits else None

    def days(self, snapshot: Snapshot) -> Days | None:
        self.asked += 1
        return dict(self.made_up)


def built(
    hub: Path,
    output: Path,
    state: Path,
    as_of: datetime.date,
    report: Report,
    workers: Workers | None = None,
    git: Git | None = None,
) -> Published | Done | None:
    """Build the hub as the command does, but without search, as no other program need run for this.

    `Done` where nothing had changed, None where nothing was published.
    """
    ports = Ports(Disk(), Process(), Clock(), workers or Alone(), git or History())
    request = Request(find_project(ports.disk, hub), as_of, search=False)
    memo = Memo(Store(state), ENGINE)
    try:
        compared = cache(meanwhile(partial(compare, ports.disk, output)))
        days = register_days(ports.git, memo, request.project.content)
        sources = look(ports.disk, request.project, days)
        done = find_done(request, output, sources, memo, ports.clock, compared)
        if done is not None:
            for diagnostic in done.found:
                report.keep(diagnostic)
            return done
        return build_site(
            request, output, sources, ports, memo, report, lambda _: None, make_whole,
            compared=compared,
        )  # fmt: skip
    finally:
        memo.close()


def build(
    hub: Path,
    output: Path,
    state: Path,
    as_of: datetime.date,
    workers: Workers | None = None,
    git: Git | None = None,
) -> Outcome:
    """The same, as what two builds are compared by."""
    report = Report()
    made = built(hub, output, state, as_of, report, workers, git)
    if made is None:
        return None, list(report), None
    return dict(compare(Disk(), output).same), list(report), made.pages


@dataclass
class Trial:
    """A hub that is edited again and again, and built both ways after each edit."""

    folder: Path
    seed: int
    files: Files = field(default_factory=start)
    good: list[Files] = field(default_factory=lambda: [start()])
    broken: bool = False
    as_of: datetime.date = AS_OF
    published: int = 0
    history: History = field(default_factory=History)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)

    def step(self, workers: Workers | None = None) -> str:
        """One edit and both builds; what was done. Raises AssertionError where they differ."""
        name = self.edit()
        hub, output = self.folder / "hub", self.folder / "site"
        shutil.rmtree(hub, ignore_errors=True)
        write(hub, self.files)
        memo, none, git = self.folder / "memo.sqlite", self.folder / "none.sqlite", self.history
        again = build(hub, output, memo, self.as_of, workers, git)
        clean = build(hub, self.folder / "clean", none, self.as_of, git=git)
        none.unlink(missing_ok=True)
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        assert again[1:] == clean[1:], f"{name}: other findings"
        assert again[0] == clean[0], f"{name}: {_difference(again[0], clean[0])}"
        self.broken = again[0] is None
        if not self.broken:
            self.published += 1
            self.good.append(dict(self.files))
        return name

    def edit(self) -> str:
        """Change the files in one way; sometimes the day, sometimes back to how they were."""
        chance = self.random.random()
        if chance < (0.7 if self.broken else 0.1):
            # What was broken is mended, or an old state comes back.
            self.files = dict(self.random.choice(self.good[-3:]))
            return "as it was"
        if chance > 0.97:
            self.as_of += datetime.timedelta(days=40)
            return "another day"
        if chance > 0.9:
            return self.commit()
        edit = self.random.choice(EDITS)
        edit(self.files, self.random)
        return edit.__name__

    def commit(self) -> str:
        """A commit of some files, so that pages may have another day; sometimes git is not there."""
        if self.random.random() < 0.1:
            self.history = History()
            return "no history"
        paths = sorted(path.removeprefix("content/") for path in self.files)
        day = self.as_of + datetime.timedelta(days=self.random.randrange(3))
        self.history.commit(day, *self.random.sample(paths, self.random.choice([1, 3, len(paths)])))
        return "a commit"


def _difference(one: dict[str, Entry] | None, other: dict[str, Entry] | None) -> object:
    if one is None or other is None:
        return one is None, other is None
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))[
        :5
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    done = 0
    while done < chosen.edits:
        seed = chosen.seed + done
        with tempfile.TemporaryDirectory() as folder:
            trial = Trial(Path(folder), seed)
            for number in range(min(200, chosen.edits - done)):
                workers = Processes(trial.random.choice([1, 2, 3]), fewest=1)
                name = trial.step(workers if number % 50 == 49 else None)
                done += 1
            print(
                f"{done} edits, the last of seed {seed}: {name}; {trial.published} sites published",
                flush=True,
            )
    print(f"{done} edits, 0 differences")


if __name__ == "__main__":
    main()
