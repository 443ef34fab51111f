"""Where the sources disagree or fall short: the page of the demonstration hub that shows each case, and both sides.

The names X1 to X21 are those of the list that the content was made from. The words are what a reader sees in the
main part of the page, never in its source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.pages import Page

_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
_TEXT = (".html", ".csv", ".json", ".xml", ".ics", ".txt")


@dataclass(frozen=True, slots=True)
class Case:
    """One case, a page that shows it, and words of each side that must all be there."""

    name: str
    about: str
    address: str
    words: tuple[str, ...]


CASES = (
    Case("X1", "what is counted in the first phase", "figures/phase-1-size/", (
        "places that were to set up pooled budgets", "councils in the 16 areas",
        "local authority pilots", "16 pilots (the LGiU post)",
    )),
    Case("X1", "the same, in the text", "programmes/community-budgets/", (
        "The papers count different things",
    )),
    Case("X2", "over thirty councils, and a list of 28", "figures/phase-1-size/", (
        "over 30", "31", "14 single areas, ten in Greater Manchester and four in inner London",
        "fits the 31 of October 2010. It does not fit the 28",
    )),
    Case("X3", "nearly a fifth of 152", "figures/upper-tier-share/", (
        "nearly a fifth", "28 of 152 is 18.4%, and 31 of 152 is 20.4%",
        "consistent with 28 councils, not with 31",
    )),
    Case("X4", "how far it was to spread", "figures/roll-out-size/", (
        "50", "60", "about 50", "no second wave", "16 and 50 and 60 make 126",
        "126 of 152 upper-tier councils would not be all",
        "all over the country, by the end of the Spending Review period",
    )),
    Case("X5", "four pilots, as planned and as chosen", "programmes/community-budgets/", (
        "Two neighbourhoods and two whole areas", "Fourteen areas were chosen instead",
        "Four were at work by May 2012", "Ten were chosen, and a later page counts 12",
        "do not say why the counts differ", "does not speak of neighbourhoods",
    )),
    Case("X5", "the same, as numbers", "figures/single-budget-pilots/", (
        "the plan was two of each kind", "four whole places", "Other pages have ten, and later 12",
        "do not say why the two counts differ",
    )),
    Case("X6", "when it began", "programmes/community-budgets/", (
        "The LGiU post says October 2010", "final in March 2011", "in place by April",
    )),
    Case("X7", "the families add up to a range", "figures/families-number/", (
        "40,000 to 50,000", "possibly around 70,000", "around 120,000", "make 110,000 to 120,000",
        "need not mean the same families",
    )),
    Case("X8", "average and most", "figures/family-cost/", (
        "£250,000 to £350,000", "£75,000", "about £33,000 on average",
        "Do not mix the most with the average",
    )),
    Case("X8", "three sums for the country", "figures/national-cost/", (
        "£4bn", "£2.2bn", "£9bn", "superseded", "Even one news release has two",
        "the page on gov.uk prints £4bn a year", "a copy elsewhere £2.2bn",
    )),
    Case("X9", "sums that look alike: sport", "figures/youth-sport/", (
        "£450m for youth sport looks like the £420m for troubled families", "They are different sums",
    )),
    Case("X9", "sums that look alike: families", "figures/families-money/", (
        "£420m for these families over four years looks like the £450m for youth sport",
    )),
    Case("X10", "a place misnamed", "places/cheshire-west-and-chester/", (
        "one row has Cheshire West and Cheshire", "The LGA paper has the name right",
    )),
    Case("X11", "how the contact's name is spelt", "documents/sixteen-areas-update/", (
        "first name is spelt in one way in the name and in another in the e-mail address",
        "We print neither",
    )),
    Case("X11", "how a number is grouped", "documents/whole-place-update/", (
        "grouped in an unusual way. We do not print it",
    )),
    Case("X12", "no date at all", "documents/sixteen-areas-update/", (
        "prints no date", "it reports an event on 15 december and looks ahead to mid-january",
    )),
    Case("X12", "a month in a heading", "documents/whole-place-update/", (
        "stand only in the heading of Annex A", "we infer 2012 for them",
    )),
    Case("X13", "annexes that are not in the file", "documents/sixteen-areas-update/", (
        "Treasury note on budgets", "Indicative timeline", "Not held", "not in the file we have",
    )),
    Case("X13", "the same, among all gaps", "gaps/", (
        "Treasury note on budgets", "Indicative timeline for Community Budgets",
    )),
    Case("X14", "a table broken by a page", "documents/whole-place-update/", (
        "Label lost in the source", "Challenge session",
        "repeats cells of the table and breaks off in mid-sentence",
    )),
    Case("X15", "why Total Place ended", "programmes/total-place/", (
        "Why did Total Place end?", "After the election of May 2010", "Ministers did not trust councils",
        "nothing compelling to offer", "does not mention Total Place at all",
    )),
    Case("X16", "the vehicle for the aim of 2015", "programmes/troubled-families/", (
        "They are told of together", "The report gives the order, and no cause",
        "seems to have given up on Community Budgets", "July 2011", "spring",
    )),
    Case("X17", "the prospectus, forecast and fact", "timeline/", (
        "Forecast: a prospectus for the single-budget pilots by the end of the summer",
        "The prospectus is published, later than forecast", "17 October 2011",
    )),
    Case("X17", "the same, on its own page", "documents/single-budget-prospectus/", (
        "Forecast and fact", "when the summer ended", "17 October 2011",
    )),
    Case("X18", "the time to design and the time to run", "figures/pilot-length/", (
        "18 months", "proposals were due by October [2012]", "are not the same",
    )),
    Case("X19", "four words for families, and who uses which", "glossary/", (
        "Families with complex needs", "Complex families", "Families with multiple problems",
        "Troubled families", "LG Group paper, winter 2010-11", "JLGC report, July 2011",
        "LGiU post, spring 2012",
    )),
    Case("X20", "names over time: the LGA", "organisations/lga/", (
        "LG Group", "LGA", "That they are one body is our reading",
    )),
    Case("X20", "names over time: the department", "organisations/clg/", ("CLG", "DCLG")),
    Case("X20", "areas, places, pilots", "glossary/", ("Areas, places and pilots",)),
    Case("X21", "what the post refers to and does not give", "documents/lgiu-briefing/", (
        "It mentions one of the witnesses, but not the inquiry", "Its list of tags is empty",
        "the address is lost",
    )),
    Case("X21", "a phrase that can be read in two ways", "network/", (
        "the phrase on the chief executives is so short that it can be read in two ways",
    )),
    Case("X21", "the same, among all gaps", "gaps/", ("Its list of tags is empty", "can be read in more than one way")),
)  # fmt: skip


def shown(site: Path, address: str) -> str:
    """The words in the main part of a page, in small letters, with single spaces."""
    file = site / address / "index.html"
    found = _MAIN.search(file.read_text(encoding="utf-8"))
    assert found, f"{address} has no main part"
    return " ".join(Page(address, found[0]).words.split()).lower()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.name} {case.address}")
def test_both_sides_are_on_the_page(built_hub: Path, case: Case) -> None:
    words = shown(built_hub, case.address)
    assert [part for part in case.words if part.lower() not in words] == []


def test_the_list_is_whole() -> None:
    assert sorted({int(case.name[1:]) for case in CASES}) == list(range(1, 22))


def test_nobody_who_was_only_a_contact_can_be_reached(built_hub: Path) -> None:
    """The contacts' offices stand on the site; no address or number of theirs does, in any page or data file."""
    files = sorted(f for f in built_hub.rglob("*") if f.suffix in _TEXT)
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    assert "Senior Policy Consultant" in text
    assert "Head of Programmes" in text
    assert "@local.gov" not in text.lower()
    assert not re.search(r"\b020 ?7 ?[0-9]{3} ?[0-9]{4}\b", text)
