"""What the registers are called and hold, for those who take their data."""

from __future__ import annotations

from cbsite.layout.parts.wording import capital
from cbsite.records.kinds import Kind

HOLDS = {
    "case-studies": "What places tried, with costs, evidence and who took part",
    "documents": "Papers, letters and reports: what each is, and how much of it is held here",
    "pages": "Pages of text",
    "news": "What is new on the hub and in the network",
    "collections": "Reading lists, with what is in each",
    "programmes": "Programmes with their phases, groups of pilots and priorities",
    "places": "Places, the council areas in each, and their codes",
    "organisations": "Councils, departments, groups and networks, with their other names",
    "people": "Public roles; a name only where it may be shown",
    "pilots": "Pilots with their stages, partners and budgets",
    "hubs": "Places that help their neighbours learn",
    "events": "Dates: what happened, what was planned and what moved, as exactly as the source says",
    "themes": "What things are about, with other words for it",
    "glossary": "Words and acronyms, and what they mean",
    "sources": "What is cited and not published here",
    "topics": "The questions that figures answer",
    "figures": "Numbers, each with what it counts, when, and who says so",
}
"""What each register is, for people who have not seen its page."""


def title_of(kind: Kind) -> str:
    """The name of the register of a kind: `Case studies`."""
    return capital(kind.register.replace("-", " "))
