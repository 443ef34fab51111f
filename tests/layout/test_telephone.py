"""Telephone numbers: shown as written, dialled as they are meant."""

from __future__ import annotations

import pytest

from cbsite.layout.parts.contact import telephone


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("020 7946 0123", "tel:02079460123"),
        ("+44 20 7946 0123", "tel:+442079460123"),
        ("+44 (0)20 7946 0123", "tel:+442079460123"),
        ("(020) 7946-0123", "tel:02079460123"),
        ("0161 496 0000 ext 5", None),
        ("0161 ²", None),
        ("ask for it", None),
    ],
)
def test_a_number(written: str, dialled: str | None) -> None:
    words = telephone(written)
    assert (words.text, words.href) == (written, dialled)
