"""The hub itself: `content/site.yml`."""

from __future__ import annotations

import zoneinfo
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from cbsite.records.dates import Day, PartialDate
from cbsite.records.fields import (
    Email,
    EventId,
    FigureId,
    Flag,
    Language,
    Part,
    PlaceId,
    Slug,
    Text,
    Title,
    WebAddress,
    is_web_address,
    problem,
    problem_at,
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

    id: Slug
    label: Text


class Licence(Part):
    """What readers may do with the text."""

    name: Text
    url: WebAddress | None = None


class Contact(Part):
    """Where readers can say that something is wrong; shown in the same place on every page."""

    text: Text
    email: Email | None = None
    phone: Text | None = None
    post: Annotated[Text | None, Field(description="A postal address, on one line")] = None
    note: Text | None = None


class Unmet(Part):
    """Something on the site that not everybody can use."""

    what: Text
    why: Literal["non-compliance", "disproportionate-burden", "not-in-scope"]
    criterion: Annotated[Text | None, Field(description="The WCAG criterion it fails")] = None
    alternative: Text | None = None
    fix_by: Day | None = None


class Accessibility(Part):
    """What the accessibility statement says, beside what holds for every hub.

    What the law asks for: regulation 8 of SI 2018/952, which took the place of SI 2018/852.
    """

    status: Annotated[
        Literal["full", "partial", "none", "not-assessed"],
        Field(
            description="How far the site meets WCAG 2.2 AA; without failures found nor a whole audit, `not-assessed`"
        ),
    ]
    prepared: Day
    reviewed: Annotated[Day, Field(description="Look at the statement again at least once a year")]
    tested: Annotated[Text, Field(description="How, when and by whom the site was tested")]
    response: Annotated[Text, Field(description="How soon a report of a problem is answered")]
    unmet: tuple[Unmet, ...] = ()

    @model_validator(mode="after")
    def _as_the_status_says(self) -> Self:
        if self.reviewed < self.prepared:
            raise problem_at(
                ("reviewed",),
                "The statement was reviewed before it was prepared.",
                "Put one of the two days right.",
            )
        failures = [one for one in self.unmet if one.why != "not-in-scope"]
        if self.status == "full" and failures:
            raise problem_at(
                ("status",),
                "The status is 'full', but the list under 'unmet' says what not everybody can use.",
                "Write  status: partial",
            )
        if self.status in ("partial", "none") and not failures:
            raise problem_at(
                ("status",),
                f"The status is '{self.status}', but nothing says what not everybody can use.",
                "Add  unmet:  with  what:  and  why:  or write  status: full  or  status: not-assessed",
            )
        return self


class Privacy(Part):
    """What the privacy page says, beside what holds for every site of cbsite."""

    controller: Annotated[Text, Field(description="Who decides about personal data here")]
    logs: Annotated[Text, Field(description="What the web server keeps, and how long")]
    basis: Annotated[
        Text | None,
        Field(
            description="The lawful basis for that, such as a public task or legitimate interests"
        ),
    ] = None
    officer: Annotated[
        Text | None, Field(description="How to reach the data protection officer")
    ] = None
    mail: Annotated[
        Text | None,
        Field(
            description="What happens to messages: what they are used for, how long they are kept, the lawful basis"
        ),
    ] = None
    people: Annotated[
        Text | None,
        Field(
            description="Why people are named here, on which lawful basis, and for how long; also in texts"
        ),
    ] = None
    recipients: Annotated[
        Text | None,
        Field(description="Who else receives personal data, such as the firm that runs the server"),
    ] = None


class History(Part):
    """A notice on documents issued within a period, such as the time of an earlier government."""

    lead: Text
    text: Text
    start: Day
    end: Day

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise problem_at(
                ("end",), "The period ends before it starts.", "Put one of the two days right."
            )
        return self

    def covers(self, date: PartialDate) -> bool:
        """Whether all that is known of a date lies within the period."""
        bounds = date.bounds
        return (
            bounds is not None and self.start <= bounds[0].earliest and bounds[1].latest <= self.end
        )


class Token(Part):
    """A design token of the theme with another value, in light mode and in dark."""

    name: Text
    light: Annotated[
        Text | None, Field(description="Its value; also in dark mode if there is no other")
    ] = None
    dark: Text | None = None


class ThemeSettings(Part):
    """How the hub's look differs from the theme."""

    tokens: tuple[Token, ...] = ()


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
    map: Annotated[
        Slug | None,
        Field(description="Name of a map in templates/maps; without one the site has no map"),
    ] = None
    public_sector: Annotated[
        Flag | None,
        Field(description="Whether the law on public sector websites applies to the hub"),
    ] = None
    accessibility: Accessibility | None = None
    privacy: Privacy | None = None
    history: History | None = None
    theme: ThemeSettings = ThemeSettings()

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
