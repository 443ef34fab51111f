"""Addresses made of another name, and links that show one address and write to another."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.checks.emails import check_people
from cbsite.diagnostics import Report, corrected_lines
from tests.support.hubs import SMALL, make
from tests.support.rules import remarks


def said(folder: Path, name: str, email: str) -> list[str]:
    person = f"- id: officer\n  name: {name}\n  role: Head of Transport\n  email: {email}\n  publish: role-only\n"
    report = Report()
    check_people(make(folder, {"content/data/people.yml": person}).library, report)
    return [d.message for d in report]


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("Jane Smith", "jane.smith@example.org"),
        ("Jane Smith", "smith.jane@example.org"),
        ("Jane Smith", "jane.brown@example.org"),
        ("Jane Smith", "jsmith@example.org"),
        ("Jane Smith", "j.smith@example.org"),
        ("Jane Smith", "hub@example.org"),
        ("Jane Smith", "community.budgets@example.org"),
        ("Jane Smith", "transport.north@example.org"),
        ("Jane Smith", "kent.north@kent.example.org"),
        ("Zoë O'Brien", "zoe.obrien@example.org"),
        ("Ann Smith-Jones", "ann-mary.smithjones@example.org"),
        ("Ann Smith-Jones", "mary.smithjones@example.org"),
        ("Jane Smith", "j.brown@example.org"),
        ("Jane Smith", "jane_smith2@example.org"),
        ("Jane Smith", "bbrown@example.org"),
        ("Jane Smith", "e.services@example.org"),
    ],
)
def test_addresses_that_agree_or_are_nobodys(tmp_path: Path, name: str, email: str) -> None:
    assert said(tmp_path, name, email) == []


@pytest.mark.parametrize("local", ["john.brown", "john_brown", "john-brown", "John.Brown"])
def test_an_address_of_somebody_else(tmp_path: Path, local: str) -> None:
    assert said(tmp_path, "Jane Smith", f"{local}@example.org") == [
        "The address is that of John Brown, but the person is Jane Smith."
    ]


@pytest.mark.parametrize(("local", "other"), [("bob_brown2", "Bob Brown"), ("b.brown", "B. Brown")])
def test_digits_and_initials(tmp_path: Path, local: str, other: str) -> None:
    (message,) = said(tmp_path, "Jane Smith", f"{local}@example.org")
    assert message == f"The address is that of {other}, but the person is Jane Smith."


def test_the_short_form_of_another_person(tmp_path: Path) -> None:
    fields = "role: Head of Transport\n  publish: role-only\n"
    people = (
        f"- id: a\n  name: Jane Smith\n  email: bbrown@example.org\n  {fields}"
        f"- id: b\n  name: Bob Brown\n  email: bbrown@example.org\n  {fields}"
        f"- id: c\n  name: Ben Brown\n  email: bbrown2@example.org\n  {fields}"
    )
    report = Report()
    check_people(make(tmp_path, {"content/data/people.yml": people}).library, report)
    (found,) = report
    assert "but the person is Jane Smith." in found.message


def in_text(folder: Path, text: str) -> list[str]:
    case = SMALL["content/case-studies/one-door.md"] + f"\n{text}\n"
    found = remarks("W-EMAIL", folder, {"content/case-studies/one-door.md": case})
    return [d.message for d in found]


@pytest.mark.parametrize(
    "text", ["Ann Jones (bob.brown@example.org)", "[Ann Jones](mailto:bob.brown@example.org)"]
)
def test_a_name_beside_an_address(tmp_path: Path, text: str) -> None:
    (message,) = in_text(tmp_path, f"Write to us, or to Mrs. {text}.")
    assert message == "The address is that of Bob Brown, but the name beside it is Ann Jones."


@pytest.mark.parametrize(
    "text",
    [
        "Ann Jones (ann.jones@example.org), [Ann Jones](mailto:a.jones2@example.org)",
        "Legal Services (bob.brown@example.org), [Budget Office](mailto:bob.brown@example.org)",
        "North Bee Fire (bob.brown@example.org), Essex Fire (bob.brown@example.org)",
        "Ann Jones (hub@example.org), Ann Jones (press.office@example.org)",
        "<mailto:ann.jones@example.org>, [mailto:x@example.org](mailto:x@example.org)",
    ],
)
def test_what_agrees_or_is_no_name(tmp_path: Path, text: str) -> None:
    assert in_text(tmp_path, f"{text}.") == []


def test_a_link_that_shows_another_address(tmp_path: Path) -> None:
    text = (
        "\n[a@example.org](mailto:b@example.org), [A@example.org](mailto:a@example.org?subject=x),"
        " [us](mailto:c@example.org), d@example.org.\n"
    )
    case = SMALL["content/case-studies/one-door.md"] + text
    (found,) = remarks("W-EMAIL", tmp_path, {"content/case-studies/one-door.md": case})
    assert found.message == "Readers see a@example.org, but the link writes to b@example.org."
    assert not found.safe
    assert "[a@example.org](mailto:a@example.org), [A@" in corrected_lines(found.edits)[0]
