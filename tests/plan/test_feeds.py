"""Which files for other programs a site has, and which events are known to the day."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from cbsite.plan.feeds import calendar_days
from cbsite.records.event import Event
from tests.support.hubs import make, small


def event(when: object, kind: str = "meeting") -> Event:
    fields: dict[str, Any] = {"id": "one", "title": "One", "when": when, "kind": kind}
    fields |= {"certainty": "planned", "lane": "local", "source": {"id": "release"}}
    return Event.model_validate(fields)


@pytest.mark.parametrize(
    ("when", "kind", "days"),
    [
        ("2012-05-21", "meeting", ("2012-05-21", "2012-05-21")),
        ("2010-11-15/2010-11-16", "event", ("2010-11-15", "2010-11-16")),
        ("2012-05-21", "deadline", ("2012-05-21", "2012-05-21")),
        ({"date": "2012-06-26", "display": "26 June, at noon"}, "meeting", ("2012-06-26", "2012-06-26")),
        ({"date": "2012-06-26", "basis": "inferred"}, "meeting", ("2012-06-26", "2012-06-26")),
        ("2012-05", "meeting", None),
        ("2012", "meeting", None),
        ("2012-05-21~", "meeting", None),
        ("2012-05-21?", "meeting", None),
        ("2012-05/2012-06", "meeting", None),
        ("2012-05-21/2012-06", "meeting", None),
        ("2012-05-01/2012-05-31", "deadline", None),
        ({"date": "2012-10-31", "display": "by October"}, "deadline", None),
        ({"date": "2012-10-31", "display": "By the end of October"}, "meeting", None),
        ({"date": "2012-05-01/2012-05-10", "display": "early May"}, "meeting", None),
        ({"display": "before the summer recess"}, "meeting", None),
    ],
)  # fmt: skip
def test_only_what_is_known_to_the_day_has_days(
    when: object, kind: str, days: tuple[str, str] | None
) -> None:
    found = calendar_days(event(when, kind))
    assert found == (days and tuple(map(datetime.date.fromisoformat, days)))


def test_every_file_is_planned_and_none_is_empty(tmp_path: Path) -> None:
    feeds = make(tmp_path).plan.feeds
    assert [address for address in feeds if not address.startswith("/data/")] == [
        "/feed.xml", "/themes/families/feed.xml", "/events.ics", "/events/meeting.ics",
    ]  # fmt: skip
    registers = {feed.register for feed in feeds.values() if feed.register}
    assert registers == {
        "case-studies", "documents", "programmes", "places", "organisations", "pilots", "events", "themes",
        "sources", "topics", "figures",
    }  # fmt: skip
    assert {address.rpartition(".")[2] for address in feeds if "/data/" in address} == {"csv", "json"}  # fmt: skip


def test_a_hub_without_days_and_items_has_no_feed_and_no_calendar(tmp_path: Path) -> None:
    without = {
        "content/case-studies/one-door.md": "",
        "content/documents/paper.md": "",
        "content/data/figures.yml": "",
        "content/data/events.yml": small()["content/data/events.yml"].replace("2012-05-21", "2012-05"),
    }  # fmt: skip
    made = make(tmp_path, without)
    assert not [address for address in made.plan.feeds if not address.startswith("/data/")]
    assert made.page("/timeline/").plate.tool is None
    assert made.page("/").frame.feeds == ()


@pytest.mark.parametrize(
    "alias",
    [
        "/feed.xml", "/themes/families/feed.xml", "/events.ics", "/events/meeting.ics", "/data/pilots.csv",
        "/data/pilots.json", "/_headers", "/_redirects",
    ],
)  # fmt: skip
def test_nothing_else_may_stand_there(tmp_path: Path, alias: str) -> None:
    file = "content/data/themes.yml"
    themes = f"- id: families\n  label: Families\n  aliases: [{alias}]\n"
    assert make(tmp_path, {file: themes}).problems() == [f"E-CLASH {file}:3:13"]
