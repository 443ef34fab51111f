"""How many Pagefinds may run at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cbsite.assemble.eager import NOBODY, Eager
from cbsite.build import make_whole
from cbsite.diagnostics import Report
from cbsite.memo import Memo
from cbsite.ports import Ports
from cbsite.ports.store import Store
from cbsite.project import find_project
from cbsite.rebuild import search as module
from cbsite.rebuild.request import Request
from cbsite.rebuild.site import build_site
from cbsite.rebuild.sources import look
from tests.support.hubs import AS_OF, SMALL, write


@pytest.mark.parametrize(("eager", "expected"), [(NOBODY, 7), (Eager(), 1)])
def test_who_waits_for_pages_is_left_the_other_processors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, eager: Eager, expected: int
) -> None:
    told: list[int] = []

    def index_pages(ports: Ports, site: Path, paths: list[str], at_once: int) -> Mapping[str, Any]:
        told.append(at_once)
        return {}

    monkeypatch.setattr(module, "index_pages", index_pages)
    monkeypatch.setattr(module, "processors", lambda: 7)
    root, ports = write(tmp_path, dict(SMALL)), Ports.real()
    project = find_project(ports.disk, root)
    request = Request(project, AS_OF, search=True)
    memo = Memo(Store(tmp_path / "memo.sqlite"), b"engine")
    sources = look(ports.disk, project)
    built = build_site(
        request, tmp_path / "out", sources, ports, memo, Report(), lambda _: None, make_whole, eager
    )
    assert built
    assert told == [expected]
