"""Small hubs, written from a dict of files; and the first steps of a build on them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from cbsite.build import Request, make_site
from cbsite.diagnostics import Diagnostic, Report
from cbsite.layout.lay_out import lay_out
from cbsite.layout.values import Assets, PageValue
from cbsite.library.connect import connect
from cbsite.library.library import Library
from cbsite.plan.make import make_plan
from cbsite.plan.plan import Plan
from cbsite.ports import Ports
from cbsite.ports.disk import Disk
from cbsite.ports.workers import Alone
from cbsite.project import find_project
from cbsite.read.content import read_content

AS_OF = datetime.date(2026, 6, 1)
"""The day that small hubs are built on."""

Files = dict[str, str]
Given = Mapping[str, str | bytes]
"""Files by path: texts, and other files as bytes."""

SITE = """\
name: Test hub
strapline: For tests
base_url: https://test.example.org/hub/
licence:
  name: Open licence
contact:
  text: Write to us
footer: The foot of the page.
lanes:
  - id: local
    label: Local
home:
  title: The front page
  lede: What this hub is for.
public_sector: no
privacy:
  controller: Those who test.
  logs: Nothing.
"""

ASSETS = Assets(
    "/assets/style.css", "/assets/highlight.js", "/assets/search.js", "/assets/finder.js"
)
"""Where the theme's scripts are."""

SMALL: Files = {
    "content/site.yml": SITE,
    "content/data/programmes.yml": "- id: budgets\n  name: Budgets\n  stage: live\n",
    "content/data/themes.yml": "- id: families\n  label: Families\n",
    "content/data/places.yml": """\
- id: essex
  name: Essex
  kind: council
- id: kent
  name: Kent
  kind: council
""",
    "content/data/organisations.yml": "- id: lga\n  name: The LGA\n  kind: group\n",
    "content/data/sources.yml": """\
- id: release
  title: A release
  short_title: The release
  publisher: A department
  kind: news
""",
    "content/data/topics.yml": "- id: size\n  question: How many places are there?\n",
    "content/data/figures.yml": """\
- id: members
  topic: size
  statement: Places in the network
  value: 4
  counts: places
  as_at: 2012-05
  source: {id: paper, paragraph: "1"}
""",
    "content/data/pilots.yml": """\
- id: whole-essex
  name: Whole Essex
  programme: budgets
  place: essex
  level: whole-place
  stage: live
""",
    "content/data/events.yml": """\
- id: meeting
  title: The first meeting
  when: 2012-05-21
  kind: meeting
  certainty: happened
  lane: local
  pilots: [whole-essex]
  source: {id: release, locator: the first lines}
""",
    "content/documents/paper.md": """\
---
title: A paper
short_title: The paper
kind: committee-report
summary: A paper that prints the numbers of its paragraphs, as papers do.
date: 2026-01-02
publisher: lga
issued: 2012-05
stance: record
held: full
---

## What was said

1. The first paragraph.

2. The second paragraph, on [Essex](place:essex).
""",
    "content/case-studies/one-door.md": """\
---
title: One door
summary: How one place put six offices behind a single door, and what came of it.
date: 2026-01-03
themes: [families]
places: [essex]
sources: [release]
---

## The problem

There were [](figure:members) offices. See [the paper](paragraph:paper#2).
""",
}
"""A hub with one of nearly everything, and nothing wrong."""


@dataclass(frozen=True)
class Made:
    """What the first steps of a build made of a hub."""

    library: Library
    plan: Plan
    report: Report

    def problems(self) -> list[str]:
        """Each problem as `code path:line:column`."""
        return [where(diagnostic) for diagnostic in self.report]

    def messages(self, code: str) -> list[tuple[str, str]]:
        """Message and hint of each problem with this code."""
        return [(d.message, d.hint) for d in self.report if d.code == code]

    def page(self, address: str) -> PageValue:
        """The value of the page at `address`."""
        planned = self.plan.pages[address]
        return lay_out(self.library, self.plan, planned, ASSETS)


def where(found: Diagnostic | dict[str, object]) -> str:
    """A diagnostic, or one of `check --format json`, as `code path:line:column`."""
    if isinstance(found, Diagnostic):
        start = found.span.start
        place = f":{start.line}:{start.column}" if start else ""
        return f"{found.code} {found.span.path}{place}"
    place = f":{found['line']}:{found['column']}" if found["line"] else ""
    return f"{found['code']} {found['path']}{place}"


def write(folder: Path, files: Given) -> Path:
    """Write the files into `folder`, and return it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def small(changes: Files | None = None) -> Files:
    """The small hub, with some files in place of its own; a changed file that is empty is left out."""
    return {name: text for name, text in {**SMALL, **(changes or {})}.items() if text}


def make(
    folder: Path,
    changes: Given | None = None,
    drafts: bool = False,
    as_of: datetime.date = AS_OF,
) -> Made:
    """Write the small hub with `changes` into `folder`; read, connect and plan it."""
    write(
        folder, {name: content for name, content in {**SMALL, **(changes or {})}.items() if content}
    )
    return opened(folder, as_of, drafts)


def opened(folder: Path, as_of: datetime.date = AS_OF, drafts: bool = False) -> Made:
    """The hub in `folder`: read, connected and planned."""
    report = Report()
    content = read_content(Disk(), folder / "content", report)
    assert content.site is not None, list(report)
    library = connect(content, content.site, as_of, drafts, report)
    return Made(library, make_plan(library, content.assets, report), report)


def site(folder: Path, drafts: bool = False) -> tuple[Path, Report]:
    """The site of the hub in `folder`, but without its search index, in `folder/site`; and what was found.

    Much faster than a whole build, as no other program runs.
    """
    # In this process alone, where tests may have changed a bound.
    ports, report = replace(Ports.real(), workers=Alone()), Report()
    project = find_project(ports.disk, folder)
    made = make_site(Request(project, AS_OF, drafts), ports, report, lambda _: None)
    assert made is not None, list(report)
    for path, content in made.files.items():
        ports.disk.write(folder / "site" / path, content)
    return folder / "site", report
