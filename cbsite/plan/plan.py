"""The plan: every page, address, anchor and redirect of the site, and where each link leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cbsite.plan.address import Location
from cbsite.read.entry import Key


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """One page to make. `kind` is the name of a kind or of a register ("place", "places", "home")."""

    address: str
    kind: str
    title: str
    key: Key | None = None
    detail: tuple[str, ...] = ()
    """Which of several pages of this kind it is: the section of a document, the facet and value of a list."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address (`source`) that leads to a new one."""

    source: str
    target: Location
    title: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What the site will hold.

    `pages` by address, in that order; `locations` of every record; `links` gives, for each record with prose,
    where each address that its text uses leads (an href for the outside world, a Location for the site,
    None for what is not published); `files` are pictures and downloads, from path in content to address.
    """

    pages: Mapping[str, PlannedPage]
    locations: Mapping[Key, Location]
    redirects: tuple[Redirect, ...]
    links: Mapping[Key, Mapping[str, Location | str | None]]
    files: Mapping[str, str]
