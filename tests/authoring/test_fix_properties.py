"""What `cbsite fix` promises of any text: readers see the same, a second run changes nothing, undo brings all back.

"The same" is meant but for what the mends are there for: white space counts as one plain space, a no-break space as a
plain one, what has no width as nothing, and the marks of lists (hyphens, bullets, dashes) are marks and no words.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from cbsite.authoring.fix import fix_content
from cbsite.authoring.undo import undo, write_changes
from cbsite.build import Request
from cbsite.cli import cli
from cbsite.diagnostics import Report
from cbsite.ports import Ports
from cbsite.ports.disk import Disk
from cbsite.project import find_project
from cbsite.read.content import read_content
from cbsite.read.entry import Entry
from tests.support.command import tree
from tests.support.hubs import AS_OF, Given, site, small, write

ID = "generated"
PAGE = f"content/case-studies/{ID}.md"
NO_WIDTH = "\u200b\u200c\u2060\ufeff\u00ad"
MANY = settings(deadline=None, max_examples=40, phases=[Phase.explicit, Phase.generate])
"""Without shrinking, which takes minutes; what fails is small enough to read."""


@contextmanager
def a_hub(changes: Given) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield write(Path(folder).resolve(), {**small(), **changes})


def fixed(hub: Path) -> list[str]:
    """Mend the hub as `cbsite fix --write` does; the paths of the files that changed."""
    ports = Ports.real()
    project = find_project(ports.disk, hub)
    made = fix_content(Request(project, AS_OF), ports, (), lambda _: None)
    changes = [file.change for file in made.files]
    write_changes(ports.disk, project, changes)
    return [change.path for change in changes]


def entry(hub: Path) -> Entry | None:
    content = read_content(Disk(), hub / "content", Report())
    return next((entry for entry in content.entries if entry.key == ("case-study", ID)), None)


def plain(words: str) -> str:
    words = words.translate(dict.fromkeys(map(ord, NO_WIDTH)))
    return " ".join(words.replace("\u00a0", " ").split())


def blocks(entry: Entry | None) -> list[tuple[str, str]]:
    """What a reader sees: each block of the text with its words."""
    assert entry is not None and entry.prose is not None
    made = [
        (item.type, item)
        for block in entry.prose.children
        for item in (block.children if block.type == "bullet_list" else (block,))
    ]
    return [(kind, plain(node.words())) for kind, node in made]


# --- what was meant, and what was typed ------------------------------------------------------


@dataclass(frozen=True)
class Typed:
    """The same piece as it is right, and as it was typed or pasted."""

    meant: str
    typed: str


WORDS = st.sampled_from(
    [
        "Essex",
        "whole-place",
        "don’t",
        "don't",
        "50%",
        "£4m",
        "(two)",
        "élan",
        "A&B",
        "1,000",
        "x",
        "cost",
        "and",
    ]
)
GAPS = st.sampled_from([" "] * 4 + ["\u00a0", " \u00a0", "\u200b ", "\u00ad ", " \u2060"])


@st.composite
def phrases(draw: st.DrawFn, start: str = "The", ends: str = "") -> Typed:
    """Words with what Word puts between them."""
    words = [start, *draw(st.lists(WORDS, min_size=1, max_size=4))]
    typed = words[0] + "".join(draw(GAPS) + word for word in words[1:])
    return Typed(" ".join(words) + ends, typed + ends)


@st.composite
def values(draw: st.DrawFn, start: str = "The") -> Typed:
    """The value of a field of text."""
    first, second = draw(phrases(start)), draw(phrases(start))
    way = draw(st.sampled_from(["quoted", "plain", "colon", "curly"]))
    if way in ("quoted", "plain"):
        return Typed(f'"{first.meant}"', f'"{first.typed}"' if way == "quoted" else first.typed)
    meant, typed = f'"{first.meant}: {second.meant}"', f"{first.typed}: {second.typed}"
    return Typed(meant, f"“{typed}”" if way == "curly" else typed)


@st.composite
def dates(draw: st.DrawFn) -> Typed:
    day = draw(st.dates(AS_OF.replace(2012), AS_OF))
    forms = [day.isoformat()]
    if day.day > 12:
        forms += [f"{day.day}/{day.month:02}/{day.year}", f"{day:%d/%m/%Y}"]
    return Typed(day.isoformat(), draw(st.sampled_from(forms)))


@st.composite
def lists(draw: st.DrawFn) -> Typed:
    ids = draw(st.sampled_from([["families"], ["essex", "kent"], ["kent"]]))
    mark = draw(st.sampled_from(["  - ", "- ", "  – ", "  — ", "  • ", "\t- ", "\t– "]))
    field = "themes" if ids == ["families"] else "places"
    lines = "".join(f"{mark}{id}\n" for id in ids)
    return Typed(f"{field}: [{', '.join(ids)}]\n", f"{field}:\n{lines}")


@st.composite
def paragraphs(draw: st.DrawFn) -> Typed:
    kind = draw(st.sampled_from(["words", "list", "figure", "tag"]))
    if kind == "list":
        items = draw(st.lists(phrases(ends="."), min_size=2, max_size=4))
        # Not dashes, which may be those of a dialogue: what is made of them is a proposal.
        mark = draw(st.sampled_from(["- ", "• ", "•\t", "· "]))
        meant = "\n".join(f"- {item.meant}" for item in items)
        return Typed(meant, "\n".join(mark + item.typed for item in items))
    before, after = draw(phrases()), draw(phrases(ends="."))
    if kind == "figure":
        wrong = draw(st.sampled_from(["4", "four", "nine places", ""]))
        figure = "(figure:members)"
        meant = "4" if wrong else ""
        return Typed(
            f"{before.meant} [{meant}]{figure} {after.meant}",
            f"{before.typed} [{wrong}]{figure} {after.typed}",
        )
    tag = draw(st.sampled_from(["<o:p></o:p>", "<o:p> </o:p>", "<o:p>\u00a0</o:p>"]))
    joint = tag if kind == "tag" else ""
    return Typed(f"{before.meant} {after.meant}", f"{before.typed}{joint} {after.typed}")


@st.composite
def pages(draw: st.DrawFn) -> Typed:
    title, date = draw(values()), draw(dates())
    summary = draw(values("What is long enough to be the summary of a page"))
    extra = draw(st.lists(lists(), max_size=2, unique_by=lambda one: one.meant[:6]))
    given = "".join(one.meant for one in extra)
    rest = "".join(
        line for line in ("themes: [families]\n", "places: [essex]\n") if line[:6] not in given
    )
    body = draw(st.lists(paragraphs(), min_size=1, max_size=5))

    def page(which: str) -> str:
        fields = f"title: {getattr(title, which)}\nsummary: {getattr(summary, which)}\n"
        fields += f"date: {getattr(date, which)}\n" + "".join(getattr(one, which) for one in extra)
        # Something stands between two lists, as two in a row would be one.
        text = "\n\nAnd then.\n\n".join(getattr(one, which) for one in body)
        return f"---\n{fields}{rest}sources: [release]\n---\n\n{text}\n"

    return Typed(page("meant"), page("typed"))


@MANY
@given(page=pages(), ends=st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_was_pasted_becomes_what_was_meant(page: Typed, ends: str) -> None:
    with a_hub({PAGE: page.meant}) as hub:
        meant = entry(hub)
    with a_hub({PAGE: page.typed.replace("\n", ends)}) as hub:
        fixed(hub)
        made = entry(hub)
        assert made is not None and meant is not None, (hub / PAGE).read_text()
        assert plain(made.record.model_dump_json()) == plain(meant.record.model_dump_json())
        assert blocks(made) == blocks(meant)
        lines = (hub / PAGE).read_bytes().decode()
        assert {"\r\n": "\r\n", "\n": "\n", "\r": "\r"}[ends] in lines
        assert not re.search(
            r"(?<!\r)\n|\r(?!\n)" if ends == "\r\n" else "\r" if ends == "\n" else "\n", lines
        )


PIECES = st.sampled_from([
    "---\n", "\n", "title: ", "a: ", "- ", "  ", "\t", '"', "'", "[", "]", "{", "}", "# ", "> ",
    "> [!NOTE]\n", "| a | b |\n|---|---|\n", "1. ", "12.1 ", "[x](y)", "![a](b.jpg)", "[^1]", "[^1]: ",
    "<!--", "-->", "<b>", "</b>", "`", "```\n", "```figures\n", "*", "**", "_", "&amp;", "&#0;", "&x", "!x",
    "\\", "é", "\u202e", "\u00a0", "“", "”", "‘", "’", "–", "—", "• ", "· ", "o\t", ": ", "{lang=cy}",
    "http://a.b", "essex\n", "places: ", "\r", "\r\n", "<<: ", "? ", "...\n", "\x00", "\ufeff", "\u200b",
    "\u00ad", " #", "===\n", "\u2028", "\x0b", "![", "](", ")", "x", "Words of it. ", "<o:p></o:p>",
    "<o:p>", "</o:p>", "\f", "\ue000", "<span style='x'>", "</span>", "[nine](figure:members)",
    "[](figure:members)", "26/06/2012\n", "date: ", "â€™", "Ã©", "mso-list", "a\tb\tc\n", "file:///C:/x",
    "[x](C:\\x)", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "\x92", "\ufffd",
])  # fmt: skip
"""What people type and paste, and what trips readers up."""

TEXTS = st.lists(PIECES, max_size=40).map("".join)
ANY = st.one_of(
    TEXTS.map(str.encode),
    TEXTS.map(lambda text: f"---\ntitle: x\ndate: 2026-01-05\n{text}".encode()),
    TEXTS.map(lambda text: text.encode("utf-16")),
    TEXTS.map(lambda text: text.encode("utf-16-le")),
    TEXTS.map(lambda text: text.encode("windows-1252", "ignore")),
    st.binary(max_size=100),
)
PATHS = [
    PAGE,
    "content/site.yml",
    "content/pages/a.md",
    "content/documents/b/index.md",
    "content/documents/b/annex-a.csv",
    "content/data/places.yml",
    "content/data/events/x.yml",
    "content/case-studies/picture.jpg",
]
HUBS = st.dictionaries(st.sampled_from(PATHS), ANY, min_size=1, max_size=4)


@MANY
@given(files=HUBS)
def test_a_second_run_changes_nothing_and_undo_brings_every_byte_back(
    files: dict[str, bytes],
) -> None:
    with a_hub(files) as hub:
        before = tree(hub)
        changed = fixed(hub)
        after = tree(hub / "content")
        assert fixed(hub) == []
        assert tree(hub / "content") == after
        if changed:
            assert list(undo(Disk(), find_project(Disk(), hub))) == changed
        assert {path: data for path, data in tree(hub).items() if path in before} == before
        assert {path for path in tree(hub) if path.startswith("content/")} <= set(before)


@MANY
@given(files=HUBS, write=st.booleans())
def test_no_bytes_make_a_traceback(files: dict[str, bytes], write: bool) -> None:
    with a_hub(files) as hub:
        for command in (["check"], ["fix", "--write"] if write else ["fix"]):
            ended = CliRunner().invoke(cli, [*command, "--source", str(hub), "--as-of", str(AS_OF)])
            assert ended.exception is None or isinstance(ended.exception, SystemExit), (
                ended.exception
            )
            assert ended.exit_code in (0, 1)
            assert "Traceback" not in ended.output


FRONT = """\
---
title: A study
summary: A summary that says in so many words what is to be found on the page.
date: 2026-01-05
themes: [families]
places: [essex]
sources: [release]
---

"""
TAGS = re.compile(r"</?(?:o:p|span)[^<>]*>")


@MANY
@given(text=TEXTS.map(lambda text: text.replace("o\t", "x\t")))  # Word's hollow bullet is an o
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    with a_hub({PAGE: FRONT + text}) as hub:
        before = entry(hub)
        fixed(hub)
        after = entry(hub)
        # What cannot be read at all (a merge mark) has no words; what could before still can.
        if before is not None and before.prose is not None:
            assert after is not None and after.prose is not None
            assert letters(after) == letters(before), (hub / PAGE).read_text()


def letters(entry: Entry) -> str:
    """The letters and digits that a reader sees, but for Word's tags, wrong decoding, and a figure's wrong words."""
    assert entry.prose is not None
    words = "".join(node.words() for node in entry.prose.children)
    words = TAGS.sub("", plain(words)).replace("nine", "4").replace("â€™", "’").replace("Ã©", "é")
    return "".join(character for character in words if character.isalnum())


RENDERED = """\
---
title: Essex: one\u00a0place
summary: “How it went: well, as all of those who were there have said”
date: 26/06/2012
themes:
\t– families
places: [essex]
sources: [release]
---

The cost\u200b fell<o:p></o:p> in\u00a0[nine](figure:members) places.

• One door
• Two doors

“Nobody said – until 2012 – that it’s\u00adso.”
"""
MEANT = """\
---
title: "Essex: one place"
summary: "How it went: well, as all of those who were there have said"
date: 2012-06-26
themes: [families]
places: [essex]
sources: [release]
---

The cost fell in [4](figure:members) places.

- One door
- Two doors

“Nobody said – until 2012 – that it’sso.”
"""


def test_the_page_that_is_made_is_the_one_that_was_meant() -> None:
    with a_hub({PAGE: RENDERED}) as hub, a_hub({PAGE: MEANT}) as right:
        assert fixed(hub) == [PAGE]
        address = Path("case-studies") / ID / "index.html"
        made, meant = ((site(one)[0] / address).read_text("utf-8") for one in (hub, right))
        assert plain(made) == plain(meant)
