"""Scripts that import one another."""

from __future__ import annotations

import re

from cbsite.render.scripts import with_versions

ASSETS = {
    "assets/one.js": b'import { a } from "./two.js";\nimport("./three.js").then(a);\n',
    "assets/two.js": b'export const a = "./two.js";\n',
    "assets/three.js": b'export * from "./missing.js";\nimport("../other.js");\n',
    "assets/style.css": b'@import "./two.js";\n',
}


def versions(text: bytes) -> set[bytes]:
    return set(re.findall(rb"\?v=(\w+)", text))


def test_imports_name_their_version() -> None:
    made = with_versions(ASSETS)
    assert re.search(rb'from "\./two\.js\?v=[0-9a-f]{10}";', made["assets/one.js"])
    assert re.search(rb'import\("\./three\.js\?v=[0-9a-f]{10}"\)', made["assets/one.js"])
    assert len(versions(made["assets/one.js"])) == 1


def test_nothing_else_changes() -> None:
    made = with_versions(ASSETS)
    for path in ("assets/two.js", "assets/three.js", "assets/style.css"):
        assert made[path] == ASSETS[path]
    assert set(made) == set(ASSETS)


def test_the_version_changes_with_any_script_and_with_nothing_else() -> None:
    before = versions(with_versions(ASSETS)["assets/one.js"])
    assert versions(with_versions(dict(reversed(ASSETS.items())))["assets/one.js"]) == before
    assert versions(with_versions({**ASSETS, "assets/style.css": b""})["assets/one.js"]) == before
    changed = with_versions({**ASSETS, "assets/three.js": b"1;\n"})
    assert versions(changed["assets/one.js"]) != before
