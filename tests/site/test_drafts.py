"""Drafts and items that wait for their date: nowhere in the site, unless they are asked for."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path

import pytest

from tests.support.command import cbsite
from tests.support.hubs import SMALL, Files, site, small, where, write
from tests.support.pages import Page, broken
from tests.support.pictures import drawing

MARK = "Quokka"
"""A word that stands in drafts only."""

CASE = SMALL["content/case-studies/one-door.md"]

DRAFT = f"""\
---
title: {MARK} in the title
summary: A draft that says {MARK} in its summary, and which nobody may read yet.
status: draft
date: 2026-01-03
themes: [families]
places: [essex]
sources: [release]
aliases: [/{MARK.lower()}/]
---

## {MARK} as a heading

{MARK}, and a picture: ![{MARK}](../images/{MARK.lower()}.png)
"""

FUTURE = DRAFT.replace("status: draft\n", "").replace("2026-01-03", "2026-06-02")

REGISTERS: Files = {
    "places": f"- id: draft-place\n  name: {MARK}shire\n  kind: council\n",
    "programmes": f"- id: draft-programme\n  name: {MARK} programme\n  stage: live\n",
    "themes": f"- id: draft-theme\n  label: {MARK}\n",
    "organisations": f"- id: draft-organisation\n  name: {MARK} council\n  kind: council\n",
    "sources": f"- id: draft-source\n  title: {MARK}\n  short_title: {MARK}\n  publisher: {MARK}\n  kind: news\n",
    "topics": f"- id: draft-topic\n  question: How many are {MARK}?\n",
    "figures": f"- id: draft-figure\n  topic: size\n  statement: {MARK}\n  value: 77123\n"
    f"  counts: {MARK}\n  as_at: 2012\n  source: {{id: release}}\n  note: {MARK}\n",
    "pilots": f"- id: draft-pilot\n  name: {MARK}\n  programme: budgets\n  place: essex\n"
    "  level: families\n  stage: live\n",
    "events": f"- id: draft-event\n  title: {MARK}\n  when: 2012\n  kind: meeting\n"
    "  certainty: happened\n  lane: local\n  places: [essex]\n  source: {id: release}\n",
    "people": f"- id: draft-person\n  name: {MARK} Smith\n  role: Clerk\n  email: {MARK}@example.org\n"
    "  phone: '020 7946 0{MARK}'\n  publish: full\n  basis: Consent\n",
    "glossary": f"- id: draft-term\n  label: {MARK}\n  definition: A word\n  synonyms: [{MARK}s]\n",
    "hubs": f"- id: draft-hub\n  name_status: known\n  label: {MARK}\n  serves: [essex]\n",
}
"""A draft of each register."""

STATUS = "  status: draft\n"


def hidden(folder: Path, changes: Files | None = None) -> Path:
    """The small hub with a draft of every kind, and an item for the day after, in `folder`."""
    write(folder, {f"content/images/{MARK.lower()}.png": drawing()})
    return write(folder, hidden_files() | (changes or {}))


def hidden_files() -> Files:
    """The texts of that hub."""
    files = small(
        {
            "content/case-studies/draft.md": DRAFT,
            "content/case-studies/future.md": FUTURE.replace(f"/{MARK.lower()}/", "/wait/"),
        }
    )
    for register, entry in REGISTERS.items():
        path = f"content/data/{register}.yml"
        files[path] = files.get(path, "") + entry + STATUS
    return files


def build(hub: Path, *more: str) -> str:
    """Build a hub and return what was said."""
    ended = cbsite("build", "--source", hub, "--as-of", "2026-06-01", *more)
    assert ended.returncode == 0, ended.stderr
    return ended.stderr


def found_in(folder: Path, word: str) -> list[str]:
    """The files of a site whose name or content has the word; packed files are unpacked."""
    found = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        content = path.read_bytes()
        if content[:2] == b"\x1f\x8b":
            content = gzip.decompress(content)
        if (
            word.lower()
            in (str(path.relative_to(folder)) + content.decode("utf-8", "replace")).lower()
        ):
            found.append(path.relative_to(folder).as_posix())
    return found


def test_drafts_are_nowhere(tmp_path: Path) -> None:
    build(hidden(tmp_path))
    built = tmp_path / "site"
    assert found_in(built, MARK) == []
    assert found_in(built, "77123") == found_in(built, "77,123") == []
    assert found_in(built, "draft-") == []
    assert broken(built) == []
    # The search index is looked into, too.
    assert any(path.startswith("pagefind/fragment/") for path in found_in(built, "Essex"))


def test_drafts_are_shown_where_they_are_asked_for(tmp_path: Path) -> None:
    build(hidden(tmp_path), "--drafts")
    assert not (tmp_path / "site").exists()
    built = tmp_path / ".cbsite" / "drafts"
    shown = found_in(built, MARK)
    for path in ("case-studies/draft/index.html", "case-studies/future/index.html", "wait/index.html",
                 "places/draft-place/index.html", "timeline/index.html", "figures/size/index.html",
                 f"files/images/{MARK.lower()}.png"):  # fmt: skip
        assert path in shown
    assert any(path.startswith("pagefind/fragment/") for path in shown)
    assert broken(built) == []


def test_the_day_after_an_item_is_there(tmp_path: Path) -> None:
    hub = hidden(tmp_path)
    ended = cbsite("build", "--source", hub, "--as-of", "2026-06-02")
    assert ended.returncode == 0
    assert "case-studies/future/index.html" in found_in(hub / "site", MARK)
    assert not (hub / "site/case-studies/draft").exists()


def test_a_link_to_a_draft_shows_its_words_without_a_link(tmp_path: Path) -> None:
    files = hidden_files()
    files["content/case-studies/one-door.md"] = (
        f"{CASE}\nOne more is [on its way](case-study:draft), [by file](draft.md) too.\n"
    )
    said = build(hidden(tmp_path, files))
    assert said.count("(W-DRAFTREF") == 2
    built = tmp_path / "site"
    page = Page("", (built / "case-studies/one-door/index.html").read_text(encoding="utf-8"))
    assert "One more is on its way, by file too." in page.words
    assert not any("draft" in address for address in page.leads)
    assert found_in(built, MARK) == []

    ended = cbsite("check", "--source", tmp_path, "--as-of", "2026-06-01", "--format", "json")
    line = CASE.count("\n") + 2
    assert [where(one) for one in json.loads(ended.stdout) if one["level"] == "warning"] == [
        f"W-DRAFTREF content/case-studies/one-door.md:{line}:26",
        f"W-DRAFTREF content/case-studies/one-door.md:{line}:45",
    ]


USES: dict[str, tuple[str, str, str]] = {
    "a figure in prose": ("case-studies/one-door.md", "(figure:members)", "(figure:draft-figure)"),
    "a block of figures": (
        "case-studies/one-door.md", "There were", "```figures\nfigures: [draft-figure]\n```\n\nThere were",
    ),
    "a block of claims": (
        "case-studies/one-door.md", "There were", "```figures\ntopic: draft-topic\n```\n\nThere were",
    ),
    "a cost": ("case-studies/one-door.md", "sources:", "cost: [{figure: draft-figure, kind: running}]\nsources:"),
    "a figure on the front page": ("site.yml", "  lede:", "  figures: [draft-figure]\n  lede:"),
    "an event on the front page": ("site.yml", "  lede:", "  events: [draft-event]\n  lede:"),
    "a place on the front page": ("site.yml", "  lede:", "  places: [draft-place]\n  lede:"),
    "a milestone": ("data/pilots.yml", "  stage:", "  milestones: [draft-event]\n  stage:"),
    "a theme": ("case-studies/one-door.md", "[families]", "[families, draft-theme]"),
    "a place": ("case-studies/one-door.md", "[essex]", "[essex, draft-place]"),
    "a source": ("case-studies/one-door.md", "[release]", "[release, draft-source]"),
    "a citation": ("data/events.yml", "id: release", "id: draft-source"),
    "a topic": ("data/figures.yml", "topic: size", "topic: draft-topic"),
    "a contact": ("case-studies/one-door.md", "sources:", "contact: draft-person\nsources:"),
    "a glossary entry": ("case-studies/one-door.md", "There were", "A [word](term:draft-term). There were"),
}  # fmt: skip
"""How something published may use a draft: file, and words to replace."""

NAMED = ("a theme", "a place", "a place on the front page", "a source", "a citation")
"""Uses that name the draft, in words and without a link: its name is written in a published record."""


@pytest.mark.parametrize("use", USES)
def test_what_uses_a_draft_tells_nothing_more_of_it(tmp_path: Path, use: str) -> None:
    file, old, new = USES[use]
    files = hidden_files()
    assert old in files[f"content/{file}"]
    files[f"content/{file}"] = files[f"content/{file}"].replace(old, new, 1)
    made, report = site(hidden(tmp_path, files))
    assert {found.code for found in report} == {"W-DRAFTREF", "I-FUTURE"}
    assert broken(made) == []
    assert found_in(made, "77,123") == []
    if use not in NAMED:
        assert found_in(made, MARK) == []


def test_the_search_for_words_sees_packed_files(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(gzip.compress(MARK.encode()))
    (tmp_path / "b").write_bytes(zlib.compress(b"other"))
    assert found_in(tmp_path, MARK) == ["a"]
