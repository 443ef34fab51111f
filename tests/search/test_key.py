"""When the search bundle must be made anew."""

from __future__ import annotations

from cbsite.search import bundle_key

PAGES = [
    ("a/index.html", b"<main data-pagefind-body>A"),
    ("b/index.html", b"<main data-pagefind-body>B"),
]
KEY = bundle_key(PAGES)


def test_the_same_pages_in_another_order_have_the_same_key() -> None:
    assert bundle_key(reversed(PAGES)) == KEY


def test_what_search_does_not_find_does_not_count() -> None:
    assert bundle_key([*PAGES, ("search/index.html", b"<main>")]) == KEY


def test_any_other_text_address_or_number_of_pages_has_another_key() -> None:
    (path, content), other = PAGES
    keys = {
        KEY,
        bundle_key([]),
        bundle_key([other]),
        bundle_key([(path, content + b" "), other]),
        bundle_key([("c/index.html", content), other]),
        bundle_key([(path, other[1]), (other[0], content)]),
        bundle_key([(path + content.decode(), b"data-pagefind-body"), other]),
    }
    assert len(keys) == 7
