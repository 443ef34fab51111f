"""The words of the glossary in a text: which are found, and where."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cbsite.library.terms import Vocabulary
from cbsite.records.glossary import Term


def term(id: str, label: str, expand: str | None = None, linked: bool = True) -> Term:
    return Term(id=id, label=label, definition="What it means.", expand=expand, linked=linked)


def found(text: str, *terms: Term) -> list[tuple[str, str | None]]:
    """Each label found, as it stands in the text, with the id of its entry."""
    return [
        (text[one.start : one.end], one.term.id if one.term else None)
        for one in Vocabulary(terms).find(text)
    ]


def test_an_acronym_is_found_only_in_its_own_capitals() -> None:
    ofe = term("ofe", "OFE", "Office for Examples")
    assert found("OFE, ofe, Ofe and OFE.", ofe) == [("OFE", "ofe"), ("OFE", "ofe")]


def test_other_labels_are_found_in_any_capitals_but_those_with_capitals_inside_are_not() -> None:
    assert found("pooled budget; Pooled Budget", term("a", "Pooled budget")) == [
        ("pooled budget", "a"),
        ("Pooled Budget", "a"),
    ]
    assert found("total place; Total place; Total Place", term("a", "Total Place")) == [
        ("Total Place", "a")
    ]


def test_only_whole_words_are_found() -> None:
    hub = term("hub", "Hub")
    assert found("hubs, github, a sub-hub, hub-like, hub_1, a hub's hub.", hub) == [
        ("hub", "hub"),
        ("hub", "hub"),
    ]
    # An acronym in front of a hyphen is the acronym itself.
    assert found("OFE-led, non-OFE, OFEs", term("ofe", "OFE", "Office")) == [
        ("OFE", "ofe"),
        ("OFE", "ofe"),
    ]


def test_the_longest_label_is_found_and_none_inside_it() -> None:
    terms = term("place", "Place"), term("total-place", "Total place"), term("total", "Total")
    assert found("Total place, total, place", *terms) == [
        ("Total place", "total-place"),
        ("total", "total"),
        ("place", "place"),
    ]
    # The longer one only begins: what it begins with counts.
    assert found("total cost", *terms) == [("total", "total")]


def test_a_label_may_run_over_a_line_end_and_hold_signs() -> None:
    terms = term("cl", "C&L", "Challenge and Learning"), term("deal", "City deal (2011)")
    assert found("C&L, C & L, a city\n  deal (2011).", *terms) == [
        ("C&L", "cl"),
        ("city\n  deal (2011)", "deal"),
    ]


def test_a_label_of_two_entries_means_neither_unless_written_as_one_of_them() -> None:
    assert found("a lead", term("a", "Lead"), term("b", "Lead")) == [("lead", None)]
    assert found("a lead, a Lead", term("a", "Lead"), term("b", "lead")) == [
        ("lead", "b"),
        ("Lead", "a"),
    ]


def test_no_glossary_finds_nothing() -> None:
    assert not Vocabulary(())
    assert found("Anything at all") == []


def test_an_entry_that_is_not_linked_leaves_a_shared_label_to_the_other() -> None:
    off, on = term("off", "Lead", linked=False), term("on", "Lead")
    assert found("a lead", off, on) == found("a lead", on, off) == [("lead", "on")]
    assert found("a lead", off) == [("lead", "off")]


@given(
    st.lists(st.sampled_from(["a", "a b", "b", "b c", "c a b", "b-c"]), unique=True),
    st.text(alphabet="abc -.\n", max_size=40),
)
def test_what_is_found_is_a_label_and_never_overlaps(labels: list[str], text: str) -> None:
    vocabulary = Vocabulary(term(f"t{index}", label) for index, label in enumerate(labels))
    after = 0
    for one in vocabulary.find(text):
        assert one.start >= after
        after = one.end
        words = " ".join(text[one.start : one.end].split())
        assert words in labels
        # It is a word of its own.
        assert not re.search(r"\w\Z", text[: one.start])
        assert not re.match(r"\w", text[one.end :])
