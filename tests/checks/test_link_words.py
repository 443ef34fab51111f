"""The words of a link say where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.rules import FIRST, case, marked, places, remarks


@pytest.mark.parametrize(
    "link",
    [
        "[here](place:essex)", "[Click here!](place:essex)", "[**Read more** …](place:essex)", "[→ More](place:essex)",
        "[this page](/places/)", "[link](/places/)", "[yma](/places/)", "[Cliciwch yma](/places/)", "[A](place:essex)",
        "[](/places/)", "<https://www.example.org/a/b>", "https://www.example.org/?q=1",
        "[www.example.org/report.pdf](https://www.example.org/report.pdf)", "[1](place:essex)",
        "[Download PDF](/places/)", "[PDF (2MB)](/places/)", "[this report](/places/)", "[see this link](/places/)",
        "[click here to download](/places/)", "[Cliciwch yma i ddarllen](/places/)",
    ],
)  # fmt: skip
def test_words_that_say_nothing(tmp_path: Path, link: str) -> None:
    found = remarks("W-LINKTEXT", tmp_path, case(f"Two councils\nmet: {link} again.\n"))
    assert [one.code for one in found] == ["W-LINKTEXT"]
    assert (places(found, FIRST), marked(found)) == (["2:6"], [link])


@pytest.mark.parametrize(
    "link",
    [
        "[](figure:members)", "[4](figure:members)", "[](place:essex)", "[Essex here](place:essex)",
        "[example.org](https://www.example.org/a)", "<https://www.example.org>", "https://www.example.org",
        "<mailto:hub@example.org>", "[more than that](/places/)",
        "[Download the plan (PDF, 2MB)](/places/)", "[see Essex](/places/)",
    ],
)  # fmt: skip
def test_words_that_are_in_order(tmp_path: Path, link: str) -> None:
    files = case(f"Two councils met: {link} again.\n")
    assert remarks("W-LINKTEXT", tmp_path, files) == []


def test_addresses_of_sources_are_left_alone(tmp_path: Path) -> None:
    text = (
        "One[^1] met.\n\n- A plan, https://www.example.org/a\n- https://www.example.org/b\n\n"
        "[^1]: A plan,\n    https://www.example.org/c\n"
    )
    (found,) = remarks("W-LINKTEXT", tmp_path, case(text))
    assert places([found], FIRST) == ["4:3"]
    assert found.hint == "Write  [its name](its address)  in place of the address alone."


def test_an_address_that_a_paper_prints_is_left_alone(tmp_path: Path) -> None:
    paper = (
        "---\ntitle: A plan\nshort_title: Plan\nkind: note\ndate: 2026-01-02\npublisher: lga\nissued: 2012\n"
        "summary: How two invented councils mean to share a budget.\nstance: record\nheld: full\n---\n\n"
        "See https://www.example.org/a and [here](/places/).\n"
    )
    found = remarks("W-LINKTEXT", tmp_path, {"content/documents/plan.md": paper})
    assert marked(found) == ["[here](/places/)"]


def test_the_same_words_lead_to_one_place(tmp_path: Path) -> None:
    text = "[Council](place:essex)\n[council](/places/essex/)\n[*council*](place:kent)\n[4](figure:members)\n"
    found = remarks("W-LINKTEXT", tmp_path, case(text))
    assert places(found, FIRST) == ["3:1"]
    assert f"line {FIRST} " in found[0].message


def test_the_number_of_a_paragraph_says_where_it_leads(tmp_path: Path) -> None:
    paper = {
        "content/documents/plan.md": (
            "---\ntitle: A plan\nshort_title: Plan\nkind: committee-report\ndate: 2026-01-02\npublisher: lga\n"
            "summary: How two invented councils mean to share a budget.\nissued: 2012\nstance: record\nheld: full\n"
            "---\n\n1. One.\n\n2. See paragraph [1](#para-1).\n"
        )
    }
    files = case("See paragraphs [1](paragraph:plan#1) and [2](paragraph:plan#2).\n") | paper
    assert remarks("W-LINKTEXT", tmp_path, files) == []
