"""An openly fictional paper, on one page and split into files, and a document of every other kind."""

from __future__ import annotations

from tests.support.hubs import Files

FIELDS = """\
title: A joint plan for the Two Rivers
short_title: Two Rivers plan
kind: committee-report
summary: How two invented councils mean to share one budget for families, and what they ask for.
date: 2026-01-02
updated: 2026-02-03
changes:
  - date: 2026-02-03
    note: The paper now has a page for each part.
publisher: lga
issued: 2012-05
stance: record
held: full
item: "7"
purpose: decision
body: lga
annexes:
  - id: annex-a
    title: Money in and out of the pool
    held: full
    named_in: "3.1"
  - id: annex-b
    title: Letter from the third council
    held: not-held
    named_in: "2"
  - id: annex-c
    title: How we counted
    held: summary
    file: form.pdf
original:
  file: form.pdf
downloads:
  - file: form.pdf
    title: The form for asking
"""

OPENING = "\nThe two councils are invented. See [paragraph 3.1](#para-3-1).\n"

CONTEXT = """
1. Two councils share a river. [The sums](#the-sums) come later.

2. A third council wrote a letter.[^1]

[^1]: The letter is not in the file.
"""

MONEY = """
3. There is [](figure:members) pot. Paragraph [1](#para-1) says why.

3.1 All of it is set out in Annex A.

### The sums

4. They add up.[^1]

[^1]: We added them twice.
"""

FOLDER = "content/documents/two-rivers"


def front(fields: str) -> str:
    return f"---\n{fields.rstrip()}\n---\n"


ONE_PAGE: Files = {
    "content/documents/two-rivers/index.md": front(FIELDS)
    + OPENING
    + "\n## Context\n"
    + CONTEXT
    + "\n## Money\n"
    + MONEY.replace("[^1]", "[^2]"),
}
"""The paper as one text."""

ANNEXES: Files = {
    f"{FOLDER}/annex-a.csv": 'Budget,In the pool,Pounds\nFamilies,Yes,"1,200,000"\nRoads,No,-3\n',
    f"{FOLDER}/annex-c.md": "## Method\n\nWe counted by hand. See [the sums](#the-sums).\n",
    f"{FOLDER}/form.pdf": "%PDF" + " " * 1_234_996,
}

SPLIT: Files = {
    f"{FOLDER}/index.md": front(FIELDS) + OPENING,
    f"{FOLDER}/01-context.md": front("title: Context\n") + CONTEXT,
    f"{FOLDER}/02-money.md": front("title: Money\n") + MONEY.replace("### ", "## "),
}
"""The paper in a file for each part."""

CITING: Files = {
    "content/pages/reader.md": front(
        "title: A reader\ndate: 2026-01-05\nsummary: A page that points at paragraphs of a paper from outside.\n"
    )
    + "\n"
    + "\n\n".join(
        f"[paragraph {number}](paragraph:two-rivers#{number})"
        for number in ("1", "2", "3", "3.1", "4")
    )
    + "\n\n[the fourth](/documents/two-rivers/#para-4), [sums](/documents/two-rivers/#the-sums),"
    + " [the form](../documents/two-rivers/form.pdf)\n",
}
"""A page that leads to every paragraph."""

_KINDS = {
    "prospectus": "closes: 2012-10\noffer: Eight officials for each place\ncriteria: [Shared borders, A plan]\n",
    "briefing": "author: A writer\n",
    "report": "disclaimer: Made for translation.\n",
    "letter": "sender: Chairman of the first council\naddressee: The Secretary of State\n",
    "guidance": "criteria: [Read it]\n",
    "note": "unresolved: [It names nobody.]\n",
}


def of_every_kind() -> Files:
    """A short document of each kind but a committee report, one of them without text."""
    return {
        f"content/documents/a-{kind}.md": front(
            f"title: The {kind}\nshort_title: The {kind}\nkind: {kind}\ndate: 2026-01-02\npublisher: lga\n"
            f"summary: A document of the kind {kind}, which nobody ever wrote or will write.\n"
            f"issued: 2012\nstance: {'opinion' if kind == 'briefing' else 'claim'}\nheld: summary\n{more}"
        )
        + ("" if kind == "note" else "\n## One\n\n1. First\n\n## Two\n\nWords.\n")
        for kind, more in _KINDS.items()
    }
