"""Every code is brought about by a hub of the tests: by the hub of mistakes, or by a small one here."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from cbsite.build import Request, make_site
from cbsite.diagnostics import CODES, Report
from cbsite.ports import Ports
from cbsite.project import find_project
from tests.build.test_mistakes import expected
from tests.support.hubs import AS_OF, SITE, Given, small, where, write
from tests.support.pictures import photo

PLACE = "content/site.yml"
WITHOUT_ALL = SITE[: SITE.index("public_sector")]
PRIVACY = SITE[SITE.index("privacy:") :]
END = len(SITE.splitlines())
PICTURED = """\
---
title: A street
summary: What a street looked like on one day, and who was there to see it.
date: 2026-01-05
---

![Two officers at a street market](street.jpg)

See [all of it](case-study:one-door).
"""


class Variant(NamedTuple):
    """The small hub with some files in place of its own (an empty one is left out), and what is found in it."""

    changes: Given
    found: list[str]


VARIANTS = {
    "E-SITE": Variant({PLACE: ""}, [f"E-SITE {PLACE}"]),
    "E-MAP": Variant({PLACE: f"{SITE}map: mars\n"}, [f"E-MAP {PLACE}:{END + 1}:6"]),
    "E-TEMPLATE": Variant(
        {"templates/pages/not-found.html": "<p>\n{{ page.nothing }}</p>"},
        ["E-TEMPLATE templates/pages/not-found.html:2:1"],
    ),
    "E-ACCESSIBILITY": Variant(
        {PLACE: f"{WITHOUT_ALL}{PRIVACY}public_sector: yes\n"},
        [f"E-ACCESSIBILITY {PLACE}:{END}:16"],
    ),
    "W-ACCESSIBILITY": Variant({PLACE: f"{WITHOUT_ALL}{PRIVACY}"}, [f"W-ACCESSIBILITY {PLACE}"]),
    "W-PRIVACY": Variant(
        {PLACE: f"{WITHOUT_ALL}public_sector: no\n"},
        [f"W-PRIVACY {PLACE}"],
    ),
    "W-CONTRAST": Variant(
        {PLACE: f"{SITE}theme:\n  tokens:\n    - {{name: edge, light: '#ddd', dark: '#8199a0'}}\n"},
        [f"W-CONTRAST {PLACE}:{END + 3}:27"],
    ),
    "W-IMAGE": Variant(
        {
            "content/news/street.md": PICTURED,
            "content/news/street.jpg": photo() + b"\0" * 11_000_000,
        },
        ["W-IMAGE content/news/street.jpg"],
    ),
}


def test_every_code_is_brought_about() -> None:
    met = {mistake.code for mistakes in expected().values() for mistake in mistakes}
    assert sorted(set(CODES) - met) == sorted(VARIANTS)


@pytest.mark.parametrize("code", VARIANTS)
def test_a_small_hub_with_one_mistake(code: str, tmp_path: Path) -> None:
    changes, found = VARIANTS[code]
    kept = {name: content for name, content in {**small(), **changes}.items() if content}
    folder = write(tmp_path, kept)
    ports, report = Ports.real(), Report()
    request = Request(find_project(ports.disk, folder), AS_OF)
    make_site(request, ports, report, lambda _: None)
    assert [where(one) for one in report] == found
    assert {one.level for one in report} == {CODES[code][0]}
