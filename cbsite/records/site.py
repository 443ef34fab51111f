"""The hub itself: `content/site.yml`."""

from __future__ import annotations

import zoneinfo
from typing import Annotated, Literal

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
    problem,
)


def _timezone(value: str) -> str:
    if value not in zoneinfo.available_timezones():
        raise problem(f"'{value}' is not a time zone.", "Write for example  Europe/London")
    return value


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
        WebAddress, Field(description="Where the site is published, with any sub-path")
    ]
    language: Language = "en-GB"
    timezone: Annotated[str, AfterValidator(_timezone)] = "Europe/London"
    licence: Licence
    contact: Contact
    footer: Text
    lanes: tuple[Lane, ...] = (Lane(id="events", label="Events"),)
    home: Home

    id: Literal["site"] = "site"
