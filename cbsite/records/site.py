"""The hub itself: `content/site.yml`."""

import sys
import zoneinfo
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, create_model
from pydantic_core import PydanticCustomError

from cbsite.diagnostics import CODES, SetLevel
from cbsite.records.dates import Day, PartialDate
from cbsite.records.fields import (
    Email,
    EventId,
    FigureId,
    Flag,
    Language,
    PlaceId,
    Slug,
    Text,
    Title,
    WebAddress,
    is_web_address,
)
from cbsite.records.marks import Form
from cbsite.records.part import Part, problem, problem_at, rule
from cbsite.records.statements import Accessibility, Privacy


def _timezone(value: str) -> str:
    if not _is_zone(value):
        raise problem(f"'{value}' is not a time zone.", "Write for example  Europe/London")
    return value


def _is_zone(name: str) -> bool:
    """Whether there is a time zone of this name.

    All names are asked for only where one alone does not tell: to list them takes longer than to read the rest of
    a hub's settings, but the disks of Macs and Windows find `europe/london` too.
    """
    if sys.platform == "linux" and not name.startswith(("posix", "right/")):
        try:
            zoneinfo.ZoneInfo(name)
        except (OSError, ValueError, zoneinfo.ZoneInfoNotFoundError):
            return False
        return True
    return name in zoneinfo.available_timezones()


def is_base_url(value: str) -> bool:
    """Whether a site can be published at this address: a host and a path, and nothing after it."""
    if not is_web_address(value):
        return False
    parts = urlsplit(value)
    return (
        bool(parts.hostname)
        and not (parts.query or parts.fragment or "@" in parts.netloc)
        # What hosts read as patterns in `_headers` and `_redirects`.
        and not any(mark in parts.path for mark in ":*")
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

    id: Annotated[Slug, Field(description="What events name it by", examples=["national"])]
    label: Annotated[
        Text,
        Field(description="What readers see at the line of the timeline", examples=["Government"]),
    ]


class Licence(Part):
    """What readers may do with the text."""

    name: Annotated[
        Text,
        Field(
            description="What readers may do, as the licence is called",
            examples=["Open Government Licence v3.0"],
        ),
    ]
    url: Annotated[WebAddress | None, Field(description="Web address of the licence")] = None


class Contact(Part):
    """Where readers can say that something is wrong; shown in the same place on every page."""

    text: Annotated[Text, Field(description="What readers can ask about or tell, in a sentence")]
    email: Annotated[
        Email | None,
        Field(description="E-mail address, for all to see", examples=["hub@example.org"]),
    ] = None
    phone: Annotated[
        Text | None,
        Field(description="Telephone number, as people write it", examples=["020 7946 0000"]),
    ] = None
    post: Annotated[Text | None, Field(description="A postal address, on one line")] = None
    note: Annotated[
        Text | None, Field(description="What else readers should know before they write")
    ] = None


class History(Part):
    """A notice on documents issued within a period, such as the time of an earlier government."""

    lead: Annotated[Text, Field(description="The first words of the notice, in bold")]
    text: Annotated[Text, Field(description="What the notice says after them")]
    start: Annotated[Day, Field(description="The first day of the period")]
    end: Annotated[Day, Field(description="The last day of the period")]

    @rule
    def _in_order(self) -> Iterator[PydanticCustomError]:
        if self.end < self.start:
            yield problem_at(
                ("end",), "The period ends before it starts.", "Put one of the two days right."
            )

    def covers(self, date: PartialDate) -> bool:
        """Whether all that is known of a date lies within the period."""
        bounds = date.bounds
        return (
            bounds is not None and self.start <= bounds[0].earliest and bounds[1].latest <= self.end
        )


class Token(Part):
    """A design token of the theme with another value, in light mode and in dark."""

    name: Annotated[
        Text, Field(description="Name of the token, as in docs/templates.md", examples=["madder"])
    ]
    light: Annotated[
        Text | None, Field(description="Its value; also in dark mode if there is no other")
    ] = None
    dark: Annotated[Text | None, Field(description="Its value in dark mode")] = None


class ThemeSettings(Part):
    """How the hub's look differs from the theme."""

    tokens: Annotated[
        tuple[Token, ...],
        Field(description="Colours, fonts and measures with values of the hub's own"),
    ] = ()


_SETTABLE = [code for code, (level, _) in CODES.items() if level != "error"]

if TYPE_CHECKING:

    class Checks(Part):
        """The level of each code that is no error by itself, by the code."""
else:
    Checks = create_model(
        "Checks",
        __base__=Part,
        __doc__="The level of each code that is no error by itself, by the code.",
        **{code: (SetLevel | None, Field(None, description=CODES[code][1])) for code in _SETTABLE},
    )


class Home(Part):
    """What the front page shows."""

    title: Annotated[Title, Field(description="The heading of the front page")]
    lede: Annotated[Text, Field(description="The opening sentences of the front page")]
    places_title: Annotated[Text, Field(description="The heading over its places")] = "Places"
    places: Annotated[
        tuple[PlaceId, ...],
        Field(description="Ids of the places that it shows, on the map or as a list"),
    ] = ()
    figures: Annotated[
        tuple[FigureId, ...], Field(description="Ids of the figures that it shows, in this order")
    ] = ()
    events_title: Annotated[Text, Field(description="The heading over its dates")] = "Dates ahead"
    events: Annotated[
        tuple[EventId, ...], Field(description="Ids of the events that it shows")
    ] = ()
    gap: Annotated[
        Text | None, Field(description="What readers are asked for where hubs have no name")
    ] = None


class Site(Part):
    """Name, address and front page of a hub."""

    name: Annotated[
        Text,
        Field(
            description="What the hub is called; on every page", examples=["Community Budgets hub"]
        ),
    ]
    strapline: Annotated[
        Text,
        Field(
            description="A few words beside the name, on every page",
            examples=["England, 2010 to 2012"],
        ),
    ]
    base_url: Annotated[
        str,
        AfterValidator(_base_url),
        Form("web address"),
        Field(
            description="Where the site is published, with any sub-path; ends with a slash",
            examples=["https://example.org/hub/"],
        ),
    ]
    language: Annotated[
        Language, Field(description="The language of its pages", examples=["en-GB"])
    ] = "en-GB"
    timezone: Annotated[
        str,
        AfterValidator(_timezone),
        Form("time zone"),
        Field(
            description="Where the hub is, which decides what day it is", examples=["Europe/London"]
        ),
    ] = "Europe/London"
    licence: Annotated[Licence, Field(description="What readers may do with the text")]
    contact: Annotated[
        Contact,
        Field(
            description="Where readers can say that something is wrong; in the same place on every page"
        ),
    ]
    footer: Annotated[
        Text,
        Field(
            description="A sentence or two at the foot of every page: whose work this is, and what it is for"
        ),
    ]
    lanes: Annotated[
        tuple[Lane, ...],
        Field(description="The lines of the timeline; left out, there is one, whose id is events"),
    ] = (Lane.model_construct(id="events", label="Events"),)
    home: Annotated[Home, Field(description="What the front page shows")]
    map: Annotated[
        Slug | None,
        Field(
            description="Name of a map in templates/maps; without one the site has no map",
            examples=["england-2009"],
        ),
    ] = None
    public_sector: Annotated[
        Flag | None,
        Field(description="Whether the law on public sector websites applies to the hub"),
    ] = None
    accessibility: Annotated[
        Accessibility | None, Field(description="What the accessibility statement says of this hub")
    ] = None
    privacy: Annotated[
        Privacy | None, Field(description="What the privacy page says of this hub")
    ] = None
    history: Annotated[
        History | None,
        Field(
            description="A notice on documents issued within a period, such as the time of an earlier government"
        ),
    ] = None
    theme: Annotated[
        ThemeSettings, Field(description="How the look of the hub differs from the theme")
    ] = ThemeSettings.model_construct()
    checks: Annotated[
        Checks, Field(description="How much each check counts: error, warning, info or off")
    ] = Checks.model_construct()

    id: Annotated[
        Literal["site"], Field(description="Always site; there is no need to write it")
    ] = "site"

    def at(self, base_url: str) -> Self:
        """The same site, published at another address (one that `is_base_url`)."""
        return self.model_copy(update={"base_url": _base_url(base_url)})

    def absolute(self, address: str) -> str:
        """The whole web address of a page (`/places/essex/`), as the outside world sees it."""
        return self.base_url + address.removeprefix("/")

    @property
    def levels(self) -> dict[str, SetLevel]:
        """The levels that the hub sets, by code."""
        return self.checks.model_dump(exclude_none=True)

    @property
    def base_path(self) -> str:
        """The path that the site is published at, with slashes at both ends: `/hub/`."""
        return urlsplit(self.base_url).path
