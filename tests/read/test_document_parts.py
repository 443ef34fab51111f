"""A document in several files: what each is, and what is wrong with it, in its own file."""

from __future__ import annotations

import pytest

from cbsite.diagnostics import Report
from cbsite.read.entry import Content
from tests.support.documents import ANNEXES, FOLDER, SPLIT, front

INDEX = f"{FOLDER}/index.md"


def files(**changes: str) -> dict[str, str]:
    """The split paper, without `content/`; a changed file (its name with __ for the dot) may be empty to go."""
    named = {f"{FOLDER}/{name.replace('__', '.')}": text for name, text in changes.items()}
    whole = {path: text for path, text in {**SPLIT, **ANNEXES, **named}.items() if text}
    return {path.removeprefix("content/"): text for path, text in whole.items()}


def where(report: Report) -> list[str]:
    return [
        f"{d.code} {d.span.path.removeprefix(FOLDER + '/')}"
        + (f":{d.span.start.line}" if d.span.start else "")
        for d in report
    ]


def test_sections_then_annexes_in_order(hub) -> None:  # type: ignore[no-untyped-def]
    content, report = hub(files(**{"10-last__md": front("title: Last") + "5. Five.\n"}))
    assert where(report) == []
    (entry,) = content.entries
    assert [(part.role, part.slug, part.title) for part in entry.parts] == [
        ("section", "context", "Context"),
        ("section", "money", "Money"),
        ("section", "last", "Last"),
        ("annex", "annex-a", "Money in and out of the pool"),
        ("annex", "annex-c", "How we counted"),
    ]
    money, annex = entry.parts[1], entry.parts[3]
    assert [number.number for number in money.prose.numbers] == ["3", "3.1", "4"]
    assert money.prose.numbers[0].span.path == f"{FOLDER}/02-money.md"
    assert annex.table is not None
    assert annex.table.columns == ("Budget", "In the pool", "Pounds")
    assert annex.table_path == "documents/two-rivers/annex-a.csv"
    assert [text.source.path.rpartition("/")[2] for text in entry.texts] == [
        "index.md", "01-context.md", "02-money.md", "10-last.md", "annex-a.csv", "annex-c.md",
    ]  # fmt: skip
    assert entry.texts[2].key == ("document", "two-rivers", "money")


def test_sections_stand_in_the_order_of_their_numbers(hub) -> None:  # type: ignore[no-untyped-def]
    content, _ = hub(
        files(
            **{
                "3-b__md": front("title: B"),
                "10-c__md": front("title: C"),
                "0-a__md": front("title: A"),
            }
        )
    )
    assert [part.slug for part in content.entries[0].sections] == [
        "a",
        "context",
        "money",
        "b",
        "c",
    ]


def test_an_annex_may_have_a_text_and_a_table(hub) -> None:  # type: ignore[no-untyped-def]
    content, report = hub(
        files(annex__md="", **{"annex-a__md": front("title: The pool") + "1. Words.\n"})
    )
    assert where(report) == []
    annex = next(part for part in content.entries[0].parts if part.slug == "annex-a")
    assert (annex.title, bool(annex.table), len(annex.prose.children)) == ("The pool", True, 1)
    # Its list is a list, whatever the numbers of the paper, unless it says that it goes on with them.
    assert annex.prose.numbers == ()


def test_an_annex_may_go_on_with_the_numbers(hub) -> None:  # type: ignore[no-untyped-def]
    content, report = hub(files(**{"annex-c__md": front("numbered: true") + "5. Five.\n"}))
    assert where(report) == []
    assert [n.number for n in content.entries[0].parts[-1].prose.numbers] == ["5"]


@pytest.mark.parametrize(
    ("name", "text", "problem", "hint"),
    [
        ("notes.md", "Words.", "E-STRAY notes.md", "01-notes.md to make it a section"),
        ("annex-d.md", "Words.", "E-STRAY annex-d.md", "Rename it to annex-"),
        ("annex-z.csv", "A,B\nx,y\n", "E-STRAY annex-z.csv", "or add an annex annex-z to index.md."),
        ("02-more.md", front("title: More"), "E-PATH 02-more.md", "03-more.md would be last."),
        ("list.csv", "A,B\nx,y\n", "E-STRAY list.csv", "files/list.csv"),
        ("anex-a.csv", "A,B\nx,y\n", "E-STRAY anex-a.csv", "Rename it to annex-a.csv, or"),
        ("03-The Money.md", "Words.", "E-PATH 03-The Money.md", "03-the-money.md"),
        ("03-more.md", "Words.", "E-FRONTMATTER 03-more.md:1", "Start the file with a line of three hyphens"),
        ("03-more.md", front("titel: More"), "E-KEY 03-more.md:2", "title"),
        ("03-more.md", front("date: 2012"), "E-KEY 03-more.md:2", "line"),
        ("03-more.md", front("title: More") + "3. Again.\n", "E-PARA 03-more.md:4", "another number"),
        ("03-more.md", front("title: More") + "5. A.\n\n5. B.\n", "E-PARA 03-more.md:6", "another number"),
        ("annex-c.md", front("numbered: true") + "1. Again.\n", "E-PARA annex-c.md:4", "numbered: no"),
        ("annex-c.md", front("summary: no"), "E-KEY annex-c.md:2", ""),
        ("annex-a.csv", "A,B\nx\n", "E-TABLE annex-a.csv:2", "one cell for each column"),
        ("annex-b.md", "Words.", "E-VALUE index.md:25", "Say how much of it the hub holds"),
        ("deep/01-x.md", "Words.", "E-STRAY deep/01-x.md", "Move it to documents/"),
    ],
)  # fmt: skip
def test_what_is_wrong_shows_in_its_own_file(  # type: ignore[no-untyped-def]
    hub, name: str, text: str, problem: str, hint: str
) -> None:
    _, report = hub(files(**{name.replace(".", "__"): text}))
    assert problem in where(report)
    assert any(hint in d.hint for d in report if d.span.path.endswith(name) or "index" in problem)
    assert {d.code for d in report} <= {problem.split()[0], "E-REQ"}


def test_a_repeated_number_names_the_other_file(hub) -> None:  # type: ignore[no-untyped-def]
    _, report = hub(files(**{"03-more__md": front("title: More") + "3.1 Again.\n"}))
    (found,) = report
    assert found.message == f"Paragraph 3.1 also stands in {FOLDER}/02-money.md, line 7."
    assert found.span.start is not None
    assert (found.span.start.line, found.span.start.column) == (4, 1)


def test_parts_without_their_index(hub) -> None:  # type: ignore[no-untyped-def]
    content, report = hub(files(index__md=""))
    assert where(report) == [
        f"E-STRAY {name}" for name in ("01-context.md", "02-money.md", "annex-c.md")
    ]
    assert all("documents/two-rivers/index.md" in d.hint for d in report)
    assert content.entries == ()
    assert "documents/two-rivers/annex-a.csv" in content.assets


def test_the_parts_of_a_document_with_errors_are_read_all_the_same(hub) -> None:  # type: ignore[no-untyped-def]
    wrong = SPLIT[INDEX].replace("stance: record", "stance: fact")
    text = front("title: More") + "A<br>B\n\n[x](place:nowhere)\n"
    content, report = hub(files(index__md=wrong, **{"03-more__md": text}))
    assert where(report) == ["E-HTML 03-more.md:4", "E-ENUM index.md:13"]
    assert isinstance(content, Content)
    links = [link.target for text in content.unread_texts for link in text.prose.links]
    assert "place:nowhere" in links
    assert ("document", "two-rivers") in content.unread


def test_a_part_that_is_no_text_leaves_the_numbers_unknown(hub) -> None:  # type: ignore[no-untyped-def]
    broken = {**files(), "documents/two-rivers/02-money.md": b"\x81"}
    content, report = hub(broken)
    assert where(report) == ["E-ENCODING 02-money.md:1"]
    assert ("document", "two-rivers") in content.unread
