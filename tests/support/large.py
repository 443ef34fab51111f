"""A hub that has as much of everything as one asks for, all of it about the same few records."""

from __future__ import annotations

from tests.support.hubs import SMALL, Files, small

_PAGE = """\
---
title: {title}
summary: One of many that are all alike, so that the lists of them grow long.
date: 2026-01-{day:02}
{more}---

## What it says

Nothing but this.
"""


def large(count: int) -> Files:
    """The small hub with `count` more of each kind of record; each names the same theme, place and programme."""
    numbers = range(1, count + 1)
    registers = {
        "places": "- {{id: place-{n:03}, name: Place {n:03}, kind: area, region: Region {n:03}}}\n",
        "organisations": "- {{id: body-{n:03}, name: Body {n:03}, kind: group, parent: lga}}\n",
        "themes": "- {{id: theme-{n:03}, label: Theme {n:03}}}\n",
        "topics": "- {{id: topic-{n:03}, question: How many are there of {n:03}?}}\n",
        "sources": (
            "- {{id: source-{n:03}, title: Source {n:03}, short_title: S {n:03}, publisher: A body, "
            "kind: news}}\n"
        ),
        "glossary": (
            "- {{id: term-{n:03}, label: T{n:03}, definition: What T{n:03} means., "
            "used_by: [{{id: release, locator: a}}]}}\n"
        ),
        "people": "- {{id: person-{n:03}, role: Clerk {n:03}, org: lga, publish: role-only}}\n",
        "hubs": "- {{id: hub-{n:03}, label: Hub {n:03}, name_status: not-in-source, serves: [essex]}}\n",
        "programmes": "- {{id: programme-{n:03}, name: Programme {n:03}, stage: live, themes: [families]}}\n",
        "pilots": (
            "- {{id: pilot-{n:03}, name: Pilot {n:03}, programme: budgets, place: essex, level: families, "
            "stage: live, themes: [families], partners: [lga]}}\n"
        ),
        "events": (
            "- {{id: event-{n:03}, title: Event {n:03}, when: {year}-05-21, kind: meeting, certainty: happened, "
            "lane: local, pilots: [whole-essex], places: [essex], programmes: [budgets], orgs: [lga], "
            "themes: [families], source: {{id: release, locator: a}}}}\n"
        ),
        "figures": (
            "- {{id: figure-{n:03}, topic: size, statement: Count {n:03}, value: {n}, counts: things, as_at: 2012, "
            "places: [essex], programmes: [budgets], themes: [families], source: {{id: release, locator: a}}}}\n"
        ),
    }  # fmt: skip
    files: Files = {}
    for register, line in registers.items():
        name = f"content/data/{register}.yml"
        lines = (line.format(n=n, year=1900 + n) for n in numbers)
        files[name] = SMALL.get(name, "") + "".join(lines)
    files["content/data/glossary.yml"] += (
        "- {id: term-gone, label: Gone, definition: What was meant., status: withdrawn, "
        "withdrawn_reason: It was wrong.}\n"
    )
    written = {
        "case-studies": "themes: [families]\nplaces: [place-{n:03}, essex]\nprogrammes: [budgets]\n"
        "pilot: whole-essex\nlead: lga\nsources: [release]\n",
        "documents": "short_title: D{n:03}\nkind: letter\nissued: 2012-05\nstance: record\nheld: summary\n"
        "publisher: lga\nthemes: [families]\nplaces: [essex]\nprogrammes: [budgets]\n",
        "news": "themes: [families]\n",
        "collections": "groups:\n  - title: All\n    items: [theme:families, term:term-001]\n",
        "pages": "themes: [families]\nplaces: [essex]\n",
    }
    for register, more in written.items():
        for n in numbers:
            title = f"{register.capitalize()} {n:03}"
            day = 1 + n % 28
            files[f"content/{register}/{register}-{n:03}.md"] = _PAGE.format(
                title=title, day=day, more=more.format(n=n)
            )
    return small(files)
