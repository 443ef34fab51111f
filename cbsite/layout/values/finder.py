"""Values for lists that can be narrowed, and for lists over several pages."""

from cbsite.layout.values.value import Value
from cbsite.layout.values.words import Words


class FacetValue(Value, frozen=True):
    """A value of a facet: its slug, its words, how many things have it, and its own page."""

    value: str
    label: str
    count: int
    href: str
    current: bool = False
    """Whether this page shows the things that have it."""


class FacetGroup(Value, frozen=True):
    """A facet with its values, in the order in which people look for them."""

    name: str
    label: str
    values: tuple[FacetValue, ...]
    more: Words | None = None
    """The way to all values, where these are only the commonest."""


class Finder(Value, frozen=True):
    """What stands round a list that can be narrowed.

    `count` says how many things the list has, in words; `one` and `many` name them. `live`: the whole list
    is on this page, so a script may narrow it in place. `all` leads back to the whole list.
    """

    groups: tuple[FacetGroup, ...]
    count: str
    one: str
    many: str
    live: bool = False
    all: Words | None = None


class PageLink(Value, frozen=True):
    """A page of a list by its number; without an href it is the one being shown."""

    number: int
    href: str | None = None
    after_gap: bool = False
    """Whether pages before it are left out."""


class Pagination(Value, frozen=True):
    """The way through a list over several pages. `next` and `previous` are hrefs."""

    links: tuple[PageLink, ...]
    previous: str | None = None
    next: str | None = None
    moved: int = 0
    """On the first page of a register: how many files say on which page the rest of its ids stand."""
