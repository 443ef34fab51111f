"""Where the parts of a document stand, and that what led to them before it was split still does."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.plan.address import Location
from tests.support.documents import ANNEXES, CITING, FOLDER, ONE_PAGE, SPLIT, front
from tests.support.hubs import Files, Made, make

COVER = "/documents/two-rivers/"
KEY = ("document", "two-rivers")
MONEY = f"{COVER}money/"


def made(folder: Path, *files: Files) -> Made:
    return make(folder, {name: text for part in files for name, text in part.items()})


def test_a_document_in_one_text_stays_one_page(tmp_path: Path) -> None:
    plan = made(tmp_path, ONE_PAGE, ANNEXES, CITING)
    assert plan.problems() == []
    assert [address for address in plan.plan.pages if address.startswith(COVER)] == [COVER]
    links = plan.plan.links[(*KEY, "annex-c")]
    assert links["#the-sums"] == Location(COVER, "the-sums")


def test_a_split_document_has_a_page_for_each_part(tmp_path: Path) -> None:
    plan = made(tmp_path, SPLIT, ANNEXES, CITING)
    assert plan.problems() == []
    pages = {a: p for a, p in plan.plan.pages.items() if a.startswith(COVER)}
    assert {address: (page.kind, page.title, page.detail) for address, page in pages.items()} == {
        COVER: ("document", "A joint plan for the Two Rivers", ()),
        f"{COVER}context/": ("document-section", "Context", ("context",)),
        MONEY: ("document-section", "Money", ("money",)),
        f"{COVER}annex-a/": ("document-section", "Money in and out of the pool", ("annex-a",)),
        f"{COVER}annex-c/": ("document-section", "How we counted", ("annex-c",)),
        f"{COVER}print/": ("document-print", "A joint plan for the Two Rivers", ()),
    }
    assert pages[f"{COVER}print/"].canonical == COVER
    assert {page.canonical for address, page in pages.items() if "print" not in address} == {""}


def test_links_lead_to_the_page_that_holds_the_paragraph(tmp_path: Path) -> None:
    links = made(tmp_path, SPLIT, ANNEXES, CITING).plan.links
    reader = links["page", "reader"]
    assert reader["paragraph:two-rivers#3.1"] == Location(MONEY, "para-3-1")
    assert reader["paragraph:two-rivers#2"] == Location(f"{COVER}context/", "para-2")
    assert reader["/documents/two-rivers/#para-4"] == Location(COVER, "para-4")
    assert reader["/documents/two-rivers/#the-sums"] == Location(COVER, "the-sums")
    # Within the document, from one part to another.
    assert links[(*KEY, "context")]["#the-sums"] == Location(MONEY, "the-sums")
    assert links[(*KEY, "money")]["#para-1"] == Location(f"{COVER}context/", "para-1")
    assert links[KEY]["#para-3-1"] == Location(MONEY, "para-3-1")


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("02-money.md", Location(MONEY)),
        ("02-money.md#the-sums", Location(MONEY, "the-sums")),
        ("02-money.md#para-1", Location(f"{COVER}context/", "para-1")),
        ("index.md#money", Location(MONEY)),
        ("annex-c.md#method", Location(f"{COVER}annex-c/", "method")),
        ("#", Location(f"{COVER}last/")),
        ("#context", Location(f"{COVER}context/")),
        ("#here", Location(f"{COVER}last/", "here")),
        ("annex-a.csv", Location(f"{COVER}annex-a/")),
    ],
)
def test_links_between_files(tmp_path: Path, target: str, location: Location) -> None:
    last = {f"{FOLDER}/03-last.md": front("title: Last") + f"## Here\n\n[words]({target})\n"}
    plan = made(tmp_path, SPLIT, ANNEXES, last)
    assert plan.problems() == []
    assert plan.plan.links[(*KEY, "last")][target] == location


def test_a_heading_that_is_not_there_is_reported_in_the_part(tmp_path: Path) -> None:
    last = {f"{FOLDER}/03-last.md": front("title: Last") + "[words](02-money.md#the-sum)\n"}
    plan = made(tmp_path, SPLIT, ANNEXES, last)
    assert plan.problems() == [f"E-LINK {FOLDER}/03-last.md:4:1"]
    assert plan.messages("E-LINK")[0][1] == "Write #the-sums if you mean that."


def test_what_is_said_of_parts_is_checked_as_in_any_text(tmp_path: Path) -> None:
    text = "[a](place:esex) [5](figure:members)\n\n[b](paragraph:two-rivers#9)\n"
    plan = made(tmp_path, SPLIT, ANNEXES, {f"{FOLDER}/03-last.md": front("title: Last") + text})
    found = [f"E-REF {FOLDER}/03-last.md:4:11", f"E-REF {FOLDER}/03-last.md:6:26"]
    assert plan.problems() == found


def test_a_part_counts_as_a_mention(tmp_path: Path) -> None:
    text = front("title: Last") + "See [Kent](place:kent).\n"
    plan = made(tmp_path, SPLIT, ANNEXES, {f"{FOLDER}/03-last.md": text})
    assert KEY in plan.library.mentioned_in["place", "kent"]


@pytest.mark.parametrize("name", ["03-print.md", "03-annex-a.md", "03-money.md"])
def test_addresses_that_are_taken(tmp_path: Path, name: str) -> None:
    plan = made(tmp_path, SPLIT, ANNEXES, {f"{FOLDER}/{name}": front("title: Again") + "Words.\n"})
    assert f"E-CLASH {FOLDER}/{name}" in plan.problems()
    assert (
        "wants the address" in plan.messages("E-CLASH")[0][0]
        or "want the address" in plan.messages("E-CLASH")[0][0]
    )


def test_of_a_withdrawn_document_every_address_leads_to_the_notice(tmp_path: Path) -> None:
    index = SPLIT[f"{FOLDER}/index.md"].replace(
        "stance: record", "stance: record\nstatus: withdrawn\nwithdrawn_reason: It was wrong."
    )
    plan = made(tmp_path, SPLIT, ANNEXES, CITING, {f"{FOLDER}/index.md": index})
    assert [address for address in plan.plan.pages if address.startswith(COVER)] == [COVER]
    assert {r.source for r in plan.plan.redirects} == {
        f"{COVER}{slug}/" for slug in ("annex-a", "annex-c", "context", "money", "print")
    }
    assert {redirect.target for redirect in plan.plan.redirects} == {Location(COVER)}
    assert plan.plan.links["page", "reader"]["paragraph:two-rivers#3.1"] == Location(COVER)
    # The form is still linked from a page that is published; what only the document uses is not.
    assert set(plan.plan.files) == {"documents/two-rivers/form.pdf"}


def test_of_a_draft_nothing_is_published(tmp_path: Path) -> None:
    index = SPLIT[f"{FOLDER}/index.md"].replace("stance: record", "stance: record\nstatus: draft")
    plan = made(tmp_path, SPLIT, ANNEXES, {f"{FOLDER}/index.md": index})
    assert not any("two-rivers" in address for address in plan.plan.pages)
    assert plan.plan.files == {}


def test_a_field_names_a_file_as_a_link_does(tmp_path: Path) -> None:
    plan = made(tmp_path, SPLIT, ANNEXES)
    form = Location("/files/documents/two-rivers/form.pdf")
    assert plan.plan.links[KEY]["form.pdf"] == form
    assert plan.plan.sizes[form.address] == 1_235_000


@pytest.mark.parametrize(
    ("path", "problem", "hint"),
    [
        ("from.pdf", "There is no file content/documents/two-rivers/from.pdf.", "Write content/"),
        (
            "../../../etc/passwd",
            "The path leads out of content/, where nothing is published from.",
            "into content/",
        ),
        (
            "https://example.org/form.pdf",
            "'https://example.org/form.pdf' is not a file of this hub.",
            "Put the file",
        ),
        ("/documents/two-rivers/form.pdf", "", ""),
        ("../two-rivers/form.pdf", "", ""),
    ],
)
def test_files_in_fields_that_are_wrong(tmp_path: Path, path: str, problem: str, hint: str) -> None:
    index = SPLIT[f"{FOLDER}/index.md"].replace("  - file: form.pdf", f"  - file: {path}")
    plan = made(tmp_path, SPLIT, ANNEXES, {f"{FOLDER}/index.md": index})
    line = index.split("\n").index(f"  - file: {path}") + 1
    found = [(d.message, d.hint) for d in plan.report if d.level == "error"]
    assert [message for message, _ in found[:1]] == ([problem] if problem else [])
    assert all(hint in given for _, given in found[:1])
    assert all(d.span.start and d.span.start.line == line for d in list(plan.report)[:1])
