"""The hub itself: `content/site.yml`."""

from __future__ import annotations

import zoneinfo
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from cbsite.records.fields import (
    EventId,
    FigureId,
    Language,
    Part,
    PlaceId,
    Slug,
    Text,
    Title,
    WebAddress,
    is_web_address,
    problem,
)


def _timezone(value: str) -> str:
    if value not in zoneinfo.available_timezones():
        raise problem(f"'{value}' is not a time zone.", "Write for example  Europe/London")
    return value


def is_base_url(value: str) -> bool:
    """Whether a site can be published at this address: a host and a path, and nothing after it."""
    if not is_web_address(value):
        return False
    parts = urlsplit(value)
    return (
        bool(parts.hostname) and not parts.query and not parts.fragment and "@" not in parts.netloc
    )


def _base_url(value: str) -> str:
    if not is_base_url(value):
        raise problem(
            f"A site cannot be published at '{value}'.",
            "Write for example  https://example.org/hub/",
        )
    return f"{value.rstrip('/')}/"


class Lane(Part):
    """A line of the timeline, such as national or local."""

    id: Slug
    label: Text


class Licence(Part):
    """What readers may do with the text."""

    name: Text
    url: WebAddress | None = None


class Contact(Part):
    """Where readers can say that something is wrong; shown in the same place on every page."""

    text: Text
    email: Annotated[Text | None, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] = None
    note: Text | None = None


class Home(Part):
    """What the front page shows."""

    title: Title
    lede: Text
    places_title: Text = "Places"
    places: tuple[PlaceId, ...] = ()
    figures: tuple[FigureId, ...] = ()
    events_title: Text = "Dates ahead"
    events: tuple[EventId, ...] = ()
    gap: Text | None = None


class Site(Part):
    """Name, address and front page of a hub."""

    name: Text
    strapline: Text
    base_url: Annotated[
        str,
        AfterValidator(_base_url),
        Field(description="Where the site is published, with any sub-path; ends with a slash"),
    ]
    language: Language = "en-GB"
    timezone: Annotated[str, AfterValidator(_timezone)] = "Europe/London"
    licence: Licence
    contact: Contact
    footer: Text
    lanes: tuple[Lane, ...] = (Lane(id="events", label="Events"),)
    home: Home

    id: Literal["site"] = "site"

    def at(self, base_url: str) -> Self:
        """The same site, published at another address (one that `is_base_url`)."""
        return self.model_copy(update={"base_url": _base_url(base_url)})

    def absolute(self, address: str) -> str:
        """The whole web address of a page (`/places/essex/`), as the outside world sees it."""
        return self.base_url + address.removeprefix("/")

    @property
    def base_path(self) -> str:
        """The path that the site is published at, with slashes at both ends: `/hub/`."""
        return urlsplit(self.base_url).path
