"""The plan: every page, address, anchor and redirect of the site, and where each link leads."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from cbsite.plan.address import Location
from cbsite.plan.facets import Facets
from cbsite.plan.feeds import PlannedFeed
from cbsite.plan.pictures import PlannedPicture
from cbsite.read.entry import Key, TextKey


class PlannedPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One page to make. `kind` is the name of a kind or of a register ("place", "places", "home")."""

    address: str
    kind: str
    title: str
    key: Key | None = None
    detail: tuple[str, ...] = ()
    """Which of several pages of this kind it is: the section of a document, the facet and value of a list."""
    canonical: str = ""
    """The address of the page that stands for this one in search and for search engines; empty: itself."""


class Redirect(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An old address (`source`) that leads to a new one."""

    source: str
    target: Location
    title: str


class Plan(msgspec.Struct, frozen=True):
    """What the site will hold.

    `pages` by address, in that order; `locations` of every record; `links` gives, for each text by its key
    and each record by its own, where each address that it uses leads (an href for the outside world, a
    Location for the site, None for what is not published), files that fields name included; `files` are
    pictures and downloads, from path in content to address; `sizes` the bytes of each, and `pictures` the
    copies of each picture, by the address that links to it have.
    """

    pages: Mapping[str, PlannedPage]
    locations: Mapping[Key, Location]
    redirects: tuple[Redirect, ...]
    links: Mapping[TextKey, Mapping[str, Location | str | None]]
    files: Mapping[str, str]
    sizes: Mapping[str, int]
    pictures: Mapping[str, PlannedPicture]
    facets: Facets
    """What lists and search are narrowed by."""
    feeds: Mapping[str, PlannedFeed]
    """Files for other programs, by address."""

    def with_sizes(self, files: Mapping[str, bytes]) -> Plan:
        """The same plan, which also knows the sizes of these files, given by path."""
        sizes = {f"/{path}": len(data) for path, data in files.items()}
        return replace(self, sizes={**self.sizes, **sizes})
