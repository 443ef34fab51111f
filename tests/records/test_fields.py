"""Ids, text, numbers and addresses as people type them, and the references inside a record."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from cbsite.records.case_study import CaseStudy
from cbsite.records.common import Download
from cbsite.records.document import Document
from cbsite.records.fields import (
    Email,
    Flag,
    Number,
    Slug,
    Summary,
    Text,
    Title,
    WebAddress,
    is_web_address,
    slug_problem,
    suggest_slug,
)
from cbsite.records.inside import files_in, references_in
from cbsite.records.kinds import BY_NAME, BY_REGISTER, KINDS
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place
from cbsite.records.record import Citation


def refused(field: Any, value: object) -> tuple[str, str]:
    """The message and hint with which a field refuses a value."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(field).validate_python(value)
    (found,) = caught.value.errors()
    return found["msg"], str(found.get("ctx", {}).get("hint", ""))


def test_a_tilde_alone_is_no_text() -> None:
    assert refused(Text, "~") == (
        "A ~ stands where words are meant.",
        "Write the words, or delete the line.",
    )
    assert TypeAdapter(Text).validate_python("~ 4") == "~ 4"


@pytest.mark.parametrize("id", ["essex", "a", "7", "west-london", "phase-1", "a" * 60])
def test_ids(id: str) -> None:
    assert slug_problem(id) is None
    assert TypeAdapter(Slug).validate_python(id) == id


@pytest.mark.parametrize(
    ("id", "better"),
    [
        ("West London", "west-london"),
        ("Essex", "essex"),
        ("west_london", "west-london"),
        ("west--london", "west-london"),
        ("-essex", "essex"),
        ("essex-", "essex"),
        ("../essex", "essex"),
        ("a/b", "a-b"),
        ("essex.html", "essex-html"),
        ("essex\n", "essex"),
        ("e\u0301ssex", "e-ssex"),
        ("a" * 61, "a" * 60),
        ("", "greater-manchester"),
        ("..", "greater-manchester"),
        ("con", "greater-manchester"),
        ("nul", "greater-manchester"),
        ("com1", "greater-manchester"),
        ("\u0665", "greater-manchester"),
    ],
)
def test_what_cannot_be_an_id_is_told_what_could(id: str, better: str) -> None:
    assert slug_problem(id) is not None
    message, hint = refused(Slug, id)
    assert "cannot be an id" in message
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Slug).validate_python(id)
    instead = caught.value.errors()[0]["ctx"]["instead"]
    assert instead == better or (not instead and hint == f"Write for example {better}.")


@pytest.mark.parametrize("id", ["LGA", "West London", "Jane Smith", "essex kent"])
def test_no_id_is_made_from_words_unasked(id: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Slug).validate_python(id)
    context = caught.value.errors()[0]["ctx"]
    assert (context["instead"], context["safe"]) == (suggest_slug(id), False)


@pytest.mark.parametrize("id", ["020 7664 3037", "a@b.org", "L G A", "essex; kent", "# old"])
def test_what_is_no_name_is_no_id_in_another_form(id: str) -> None:
    _, hint = refused(Slug, id)
    assert hint == "Write for example greater-manchester."


def test_a_suggested_id_is_an_id_wherever_there_is_one() -> None:
    for text in ("What we did, & why!", "  Bolton  ", "a" * 59 + " b", "\u00c9cole", "1 2"):
        assert slug_problem(suggest_slug(text)) is None
    assert suggest_slug("\u20ac") == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [("120000", "120000"), ("0", "0"), ("4.5", "4.5"), ("-3", "-3")],
)
def test_numbers(text: str, number: str) -> None:
    assert TypeAdapter(Number).validate_python(text) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "instead", "safe"),
    [
        ("120,000", "120000", True),
        ("\u00a34", "4", False),
        ("10%", "10", False),
        ("\u22120.5", "-0.5", True),
        ("\u20135", "-5", False),
        ("about \u22125", "-5", False),
        ("1 200.50", "1200.50", True),
        ("over 30", "30", False),
        ("0.12 W", "", False),
        ("minus 5", "", False),
        ("2.2bn", "2200000000", False),
        ("\u00a33 million", "3000000", False),
        ("about 3 million", "", False),
        ("3 to 4", "", False),
        ("1,2", "", False),
        ("many", "", False),
        ("1e3", "", False),
        ("\u0664\u0662", "", False),
        ("nan", "", False),
        ("", "", False),
    ],
)
def test_what_is_no_number(text: str, instead: str, safe: bool) -> None:
    message, said = refused(Number, text)
    assert "is not a number" in message
    assert said.startswith("Write digits only")
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Number).validate_python(text)
    context = caught.value.errors()[0]["ctx"]
    assert (context["instead"], context["safe"]) == (instead, safe)


def test_true_and_false() -> None:
    flag = TypeAdapter(Flag)
    said = {"true": True, "Yes": True, "false": False, "NO": False}
    assert {text: flag.validate_python(text) for text in said} == said
    assert refused(Flag, "on")[1] == "Write true or false."


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u200b", "\u202e", "\u2066", "\ufeff"])
def test_text_holds_nothing_unseen(character: str) -> None:
    assert f"U+{ord(character):04X}" in refused(Text, f"Es{character}sex")[0]


def test_lengths() -> None:
    assert TypeAdapter(Title).validate_python("t" * 90) == "t" * 90
    assert "91 characters" in refused(Title, "t" * 91)[0]
    for length in (40, 220):
        assert len(TypeAdapter(Summary).validate_python("s" * length)) == length
    for length in (39, 221):
        assert f"{length} characters" in refused(Summary, "s" * length)[0]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "//example.org", "example.org", "ftp://example.org", "https://a b",
     'https://a"b', "https://", "https://a\nb", " https://example.org"],
)  # fmt: skip
def test_what_is_no_web_address(address: str) -> None:
    assert not is_web_address(address)
    assert "is not a web address" in refused(WebAddress, address)[0]


def test_a_citation_names_one_place() -> None:
    assert Citation(id="paper", paragraph="3.4").locator is None
    with pytest.raises(ValidationError, match="both 'paragraph' and 'locator'"):
        Citation(id="paper", paragraph="3.4", locator="page 2")


def test_withdrawn_needs_a_reason() -> None:
    with pytest.raises(ValidationError, match="no reason is given"):
        Place(id="essex", name="Essex", kind="council", status="withdrawn")


def test_references_inside_a_record() -> None:
    pilot = Pilot.model_validate(
        {
            "id": "whole-essex",
            "name": "Whole Essex",
            "programme": "budgets",
            "place": "essex",
            "level": "whole-place",
            "stage": "live",
            "stage_history": (
                {"stage": "selected", "date": "2011-12", "source": {"id": "release"}},
                {"stage": "live", "date": "2012-04", "source": {"id": "paper", "paragraph": "2"}},
            ),
            "themes": ("families",),
            "milestones": ("meeting", "launch"),
        }
    )
    assert set(references_in(pilot)) == {
        (("programme",), "programme", "budgets"),
        (("place",), "place", "essex"),
        (("stage_history", 0, "source", "id"), "source", "release"),
        (("stage_history", 1, "source", "id"), "source", "paper"),
        (("themes", 0), "theme", "families"),
        (("milestones", 0), "event", "meeting"),
        (("milestones", 1), "event", "launch"),
    }


def test_a_case_study_says_where_and_from_what() -> None:
    fields = {
        "id": "one-door",
        "title": "One door",
        "summary": "How one place put six offices behind a single door.",
        "date": "2026-01-03",
        "themes": ("families",),
    }
    with pytest.raises(ValidationError, match="names no sources"):
        CaseStudy.model_validate(fields)
    with pytest.raises(ValidationError, match="names no places"):
        CaseStudy.model_validate({**fields, "sources": ("release",)})
    assert CaseStudy.model_validate({**fields, "illustrative": "true"}).illustrative


def test_every_kind_is_known_by_its_name_and_its_register() -> None:
    assert len(BY_NAME) == len(BY_REGISTER) == len(KINDS)
    for kind in KINDS:
        assert slug_problem(kind.name) is None
        assert slug_problem(kind.register) is None


def test_the_files_that_fields_name() -> None:
    record = Document.model_validate(
        {
            "id": "paper", "title": "A paper", "short_title": "Paper", "kind": "note", "date": "2012-05-01",
            "summary": "A summary that is long enough to be one, of a paper.", "publisher": "lga",
            "issued": "2012", "stance": "record", "held": "full",
            "original": {"file": "a.pdf"},
            "annexes": ({"id": "b", "title": "B", "held": "full", "file": "b.pdf"},),
            "image": {"file": "c.jpg", "alt": "C"},
            "downloads": ({"file": "d.pdf", "title": "D"}, {"file": "/files/e.pdf", "title": "E"}),
        }
    )  # fmt: skip
    assert [(loc, mark.picture, path) for loc, mark, path in files_in(record)] == [
        (("image", "file"), True, "c.jpg"),
        (("downloads", 0, "file"), False, "d.pdf"),
        (("downloads", 1, "file"), False, "/files/e.pdf"),
        (("original", "file"), False, "a.pdf"),
        (("annexes", 0, "file"), False, "b.pdf"),
    ]


@pytest.mark.parametrize(
    "path",
    [
        "https://example.org/a.pdf",
        "//example.org/a.pdf",
        "C:\\a.pdf",
        "file:///a.pdf",
        "\\\\share\\a",
    ],
)
def test_a_file_is_one_of_the_hub(path: str) -> None:
    with pytest.raises(ValidationError, match="is not a file of this hub"):
        Download.model_validate({"file": path, "title": "A"})


@pytest.mark.parametrize("character", ["\x01", "\x85", "\ufffe", "\uffff", "\u202e"])
@pytest.mark.parametrize(
    ("field", "value"),
    [(Text, "a{}b"), (WebAddress, "https://example.org/{}"), (Email, "a{}@b.org")],
)
def test_no_field_holds_what_cannot_be_seen(field: Any, value: str, character: str) -> None:
    message, _ = refused(field, value.format(character))
    assert "cannot be seen" in message
