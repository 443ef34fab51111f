"""Every kind of page has something that lays it out."""

from __future__ import annotations

from cbsite.layout import lay_out


def test_every_kind_of_page_can_be_laid_out() -> None:
    kinds = [*lay_out._RECORDS, *lay_out._OWN]
    assert len(kinds) == len(set(kinds)) > 40
    for kind in kinds:
        assert callable(lay_out.load_page(kind))
