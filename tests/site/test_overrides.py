"""A hub's own templates: used where they are there, explained where they cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import cbsite
from tests.support.hubs import small, write


def test_a_template_and_an_asset_of_the_hub_are_used(tmp_path: Path) -> None:
    own = {
        "templates/pages/place.html": '{% extends "parts/page.html" %}\n'
        "{% block body %}<p>Our own {{ page.plate.title }}.</p>{% endblock %}\n",
        "templates/assets/mark.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    }
    ended = cbsite("build", "--source", write(tmp_path, small(own)))
    assert ended.returncode == 0, ended.stderr
    assert "<p>Our own Essex.</p>" in (tmp_path / "site/places/essex/index.html").read_text("utf-8")
    assert (tmp_path / "site/assets/mark.svg").read_text("utf-8") == own[
        "templates/assets/mark.svg"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n", "has no <html"),
        ("<p>hello</p>", "has no <html"),
        ('{% extends "parts/pgae.html" %}', "parts/pgae.html is missing"),
        ('{% extends "pages/place.html" %}', "extends or includes itself"),
        ('{% extends "parts/page.html" %}{% block body %}{{ nobody }}{% endblock %}', "'nobody' is undefined"),
        ("{% if %}", "Expected an expression"),
        ('{% extends "parts/page.html" %}{% block body %}<script>1</script>{% endblock %}', "inline script"),
    ],
    ids=["empty", "no-page", "missing", "itself", "unknown", "syntax", "script"],
)  # fmt: skip
def test_a_template_that_cannot_be_used_is_explained(tmp_path: Path, text: str, said: str) -> None:
    hub = write(tmp_path, small({"templates/pages/place.html": text}))
    ended = cbsite("build", "--source", hub)
    assert ended.returncode == 1, ended.stderr
    assert (
        "templates/pages/place.html" in ended.stderr or "templates/parts/pgae.html" in ended.stderr
    )
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "site").exists()
