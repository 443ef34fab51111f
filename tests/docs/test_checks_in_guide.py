"""The author guide lists every code whose level a hub may set."""

from __future__ import annotations

import re
from pathlib import Path

from cbsite.diagnostics import GROUPS

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "authors.md").read_text("utf-8")


def test_the_guide_lists_each_warning_and_advice_with_its_meaning_by_group() -> None:
    section = GUIDE.partition("## What the checks look at\n")[2].partition("\n## ")[0]
    listed = re.findall(r"^(?:\*\*(.+)\*\*|\| ([WI]-[A-Z-]+) \| (.+) \|)$", section, re.M)
    expected = []
    for title, codes in GROUPS.items():
        settable = [(code, said) for code, (level, said) in codes.items() if level != "error"]
        expected += [(title, "", "")] if settable else []
        expected += [("", code, said) for code, said in settable]
    assert listed == expected
