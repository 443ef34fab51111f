"""Withdrawn, archived, moved, illustrative: what a small hub in every state links to is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.hubs import SMALL, site, small, write
from tests.support.pages import broken, read_pages

PAPER = SMALL["content/documents/paper.md"]

WITHDRAWN = {
    "programmes": "stage: live\n",
    "themes": "label: Families\n",
    "places": "kind: council\n",
    "organisations": "kind: group\n",
    "sources": "kind: news\n",
    "topics": "question: How many places are there?\n",
    "figures": "topic: size\n",
    "pilots": "stage: live\n",
    "events": "kind: meeting\n",
}
"""A line of the first record of each register."""


CASE = SMALL["content/case-studies/one-door.md"]
FULL = CASE + "\nSee [the day](event:meeting), [it](source:release) and [how many](topic:size).\n"


def marked(register: str, status: str) -> str:
    """A register with its first record in this state."""
    text, line = SMALL[f"content/data/{register}.yml"], WITHDRAWN[register]
    assert line in text
    return text.replace(line, f"{line}  status: {status}\n", 1)


@pytest.mark.parametrize("register", WITHDRAWN)
def test_what_is_withdrawn_breaks_no_link(tmp_path: Path, register: str) -> None:
    text = marked(register, "withdrawn\n  withdrawn_reason: It was wrong.")
    files = {f"content/data/{register}.yml": text, "content/case-studies/one-door.md": FULL}
    made, report = site(write(tmp_path, small(files)))
    assert not report.count("error")
    assert broken(made) == []


def test_what_is_archived_breaks_no_link(tmp_path: Path) -> None:
    files = {f"content/data/{register}.yml": marked(register, "archived") for register in WITHDRAWN}
    made, _ = site(write(tmp_path, small({**files, "content/case-studies/one-door.md": FULL})))
    assert broken(made) == []
    pages = read_pages(made)
    assert "is archived" in pages["places/essex/index.html"].words


@pytest.mark.parametrize("file", ["content/documents/paper.md", "content/case-studies/one-door.md"])
def test_a_withdrawn_text_keeps_its_address_and_nothing_else(tmp_path: Path, file: str) -> None:
    text = SMALL[file].replace(
        "date:", "status: withdrawn\nwithdrawn_reason: It was wrong.\ndate:", 1
    )
    made, _ = site(write(tmp_path, small({file: text})))
    page = read_pages(made)[f"{file.removeprefix('content/').removesuffix('.md')}/index.html"]
    assert "It was wrong." in page.words
    assert "The problem" not in page.words
    assert "The first paragraph" not in page.words
    assert not page.indexed
    assert page.address not in (made / "sitemap.xml").read_text(encoding="utf-8")
    assert broken(made) == []


def test_old_addresses_lead_on(tmp_path: Path) -> None:
    files = {
        "content/documents/paper.md": PAPER.replace(
            "date:", "aliases: [/old-paper/, /papers/1.html]\ndate:", 1
        ),
        "content/data/events.yml": SMALL["content/data/events.yml"]
        + "  aliases: [/events/meeting/]\n",
    }
    made, _ = site(write(tmp_path, small(files)))
    pages = read_pages(made)
    leads = {path: page.refresh for path, page in pages.items() if page.refresh}
    assert leads == {
        "old-paper/index.html": "../documents/paper/",
        "papers/1.html": "../documents/paper/",
        "events/meeting/index.html": "../../timeline/#meeting",
    }
    assert broken(made) == []
    assert not any(pages[path].indexed or pages[path].inline for path in leads)
