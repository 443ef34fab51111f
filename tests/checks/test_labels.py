"""Two glossary entries for the same words would switch each other off, so they are reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.checks.labels import check_labels
from cbsite.diagnostics import Report
from tests.support.hubs import Made, make

GLOSSARY = "content/data/glossary.yml"


def problems(folder: Path, first: str, second: str) -> list[str]:
    text = f"- {{id: a, definition: One., {first}}}\n- {{id: b, definition: Two., {second}}}\n"
    made = make(folder, {GLOSSARY: text})
    assert list(made.report) == []
    report = Report()
    check_labels(made.library, report)
    return Made(made.library, made.plan, report).problems()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("label: OFE, expand: Office for Examples", "label: OFE, expand: Other Far End"),
        ("label: OFE, expand: Office for Examples", "label: OFE"),
        ("label: Lead", "label: lead"),
        ("label: Total Place", "label: Total Place"),
    ],
)
def test_the_second_label_is_named(tmp_path: Path, first: str, second: str) -> None:
    assert problems(tmp_path / "both", first, second) == [f"E-LABEL {GLOSSARY}:2:36"]
    assert problems(tmp_path / "off", f"{first}, linked: no", second) == []
    assert problems(tmp_path / "off2", first, f"{second}, linked: no") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("label: US, expand: Unheard Sources", "label: us"),
        ("label: Total Place", "label: total place"),
        ("label: Lead", "label: Leads"),
        # An entry for the words that an acronym stands for: each is found for itself.
        ("label: OFE, expand: Office for Examples", "label: Office for Examples"),
    ],
)
def test_labels_that_texts_tell_apart_are_in_order(tmp_path: Path, first: str, second: str) -> None:
    assert problems(tmp_path, first, second) == []
