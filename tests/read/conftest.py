"""What the tests of this room share: read a text, a YAML text or a small hub, and see what is reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cbsite.diagnostics import Report, Source
from cbsite.ports.disk import Disk, Found
from cbsite.read.content import read_content
from cbsite.read.entry import Content
from cbsite.read.markdown import read_prose
from cbsite.read.strict_yaml import Reading, read_yaml
from cbsite.read.tree import Prose
from cbsite.read.yaml_lines import Window

SITE = b"""name: Hub
strapline: A hub
base_url: https://hub.example.org/
licence:
  name: OGL
contact:
  text: Tell us.
footer: Words.
home:
  title: Home
  lede: Words.
"""


class MemoryDisk(Disk):
    """A disk that holds what a test gives it."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def walk(self, root: Path, hidden: bool = False) -> tuple[Found, ...]:
        return tuple(
            Found(path, "file", len(content)) for path, content in sorted(self.files.items())
        )

    def read(self, path: Path) -> bytes:
        return self.files[path.relative_to("content").as_posix()]


def read_hub(files: Mapping[str, str | bytes], site: bytes | None = SITE) -> tuple[Content, Report]:
    """Read a hub from its files (paths in `content/`); `site.yml` is a right one unless given."""
    report = Report()
    whole: dict[str, bytes] = {} if site is None else {"site.yml": site}
    whole |= {
        path: text.encode() if isinstance(text, str) else text for path, text in files.items()
    }
    return read_content(MemoryDisk(whole), Path("content"), report), report


def read_text(text: str, numbered: bool = False) -> tuple[Prose, Report]:
    """Read Markdown without front matter."""
    report = Report()
    return read_prose(Source("a.md", text), 1, numbered, report), report


def read_fields(text: str) -> tuple[Reading, Report]:
    """Read a YAML text."""
    report, source = Report(), Source("a.yml", text)
    return read_yaml(Window(source, source.lines), report), report


def found(report: Report) -> list[str]:
    """Each problem as code, line and column: `E-REQ 3:1`; a whole file has no place."""
    return [
        d.code + (f" {d.span.start.line}:{d.span.start.column}" if d.span.start else "")
        for d in report
    ]


@pytest.fixture
def hub() -> Callable[..., tuple[Content, Report]]:
    return read_hub


@pytest.fixture
def markdown() -> Callable[..., tuple[Prose, Report]]:
    return read_text


@pytest.fixture
def fields() -> Callable[[str], tuple[Reading, Report]]:
    return read_fields


@pytest.fixture
def problems() -> Callable[[Report], list[str]]:
    return found
