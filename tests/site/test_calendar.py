"""Calendars: whole days that the source gives, read by another program's rules (RFC 5545)."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from icalendar import Calendar

from tests.support.command import python
from tests.support.hubs import site, small, write

EVENTS = """\
- id: meeting
  title: The first meeting, with "all"; and more
  when:
    date: 2012-05-21
    basis: inferred
    note: The paper prints no year.
  kind: meeting
  certainty: moved
  moved_from: [2012-04, 2012-05-01]
  lane: local
  venue: Town hall, Chelmsford
  themes: [families]
  note: A note on what was said there, which is long enough to be folded over several lines of the file.
  source: {id: release, locator: the first lines}
- id: conference
  title: Conference
  when: 2010-11-15/2010-11-16
  kind: event
  certainty: happened
  lane: local
  source: {id: paper, paragraph: "2"}
- id: bids
  title: Bids are due
  when: 2011-11-10
  kind: deadline
  certainty: planned
  lane: local
  source: {id: release}
- id: off
  title: Called off
  when: {date: 2011-12-01, display: 1 December}
  kind: event
  certainty: cancelled
  lane: local
  source: {id: release}
- id: put-off
  title: Put off
  when: 2012-03-01
  kind: event
  certainty: moved
  lane: local
  source: {id: release}
- id: some-month
  title: Some day in May
  when: 2012-05
  kind: event
  certainty: happened
  lane: local
  source: {id: release}
- id: words-only
  title: Before summer
  when: {display: before the summer recess}
  kind: event
  certainty: happened
  lane: local
  source: {id: release}
- id: gone
  title: Withdrawn
  when: 2012-05-22
  kind: event
  certainty: happened
  lane: local
  status: withdrawn
  withdrawn_reason: It was another hub's.
  source: {id: release}
- id: hidden
  title: Draft
  when: 2012-05-23
  kind: event
  certainty: happened
  lane: local
  status: draft
  source: {id: release}
"""


def built(folder: Path) -> Path:
    made, _ = site(write(folder, small({"content/data/events.yml": EVENTS})))
    return made


def events(file: Path) -> dict[str, Any]:
    calendar = Calendar.from_ical(file.read_bytes())
    assert isinstance(calendar, Calendar)
    assert calendar["version"] == "2.0"
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def test_every_day_and_nothing_else(tmp_path: Path) -> None:
    made = built(tmp_path)
    found = events(made / "events.ics")
    host = "hub@test.example.org"
    assert list(found) == [
        f"{id}.{host}" for id in ("conference", "bids", "off", "put-off", "meeting")
    ]
    assert sorted(path.name for path in (made / "events").iterdir()) == [
        "bids.ics", "conference.ics", "meeting.ics", "off.ics", "put-off.ics",
    ]  # fmt: skip
    conference = found[f"conference.{host}"]
    assert conference["dtstart"].dt == datetime.date(2010, 11, 15)
    assert conference["dtend"].dt == datetime.date(2010, 11, 17)
    assert b"DTSTART;VALUE=DATE:20101115\r\n" in (made / "events.ics").read_bytes()
    assert conference["status"] == "CONFIRMED"
    assert "Source: The paper, paragraph 2" in conference["description"]
    assert found[f"bids.{host}"]["summary"] == "Deadline: Bids are due"
    assert found[f"bids.{host}"]["status"] == "TENTATIVE"
    assert found[f"off.{host}"]["status"] == "CANCELLED"
    # A program that knew it before takes the news only with a higher number.
    assert [found[f"{id}.{host}"]["sequence"] for id in ("bids", "off", "put-off")] == [0, 1, 1]
    assert found[f"put-off.{host}"]["description"].startswith(
        "Moved; the earlier date is not in our sources.\n"
    )
    assert "The date in the source's words: 1 December" in found[f"off.{host}"]["description"]


def test_a_file_of_one_event_says_what_its_page_says(tmp_path: Path) -> None:
    (event,) = events(built(tmp_path) / "events/meeting.ics").values()
    assert event["summary"] == 'The first meeting, with "all"; and more'
    assert event["status"] == "TENTATIVE"
    assert event["sequence"] == 2
    assert event["location"] == "Town hall, Chelmsford"
    assert event["url"] == "https://test.example.org/hub/timeline/#meeting"
    assert event["categories"].cats == ["Local", "Families"]
    assert event["transp"] == "TRANSPARENT"
    lines = event["description"].split("\n")
    assert lines[:2] == [
        "Moved; before that, April 2012 and 1 May 2012.",
        "The source does not print the year. The paper prints no year.",
    ]
    assert lines[-2:] == ["Source: The release, the first lines", event["url"]]


def test_lines_are_as_every_program_wants_them(tmp_path: Path) -> None:
    for file in built(tmp_path).rglob("*.ics"):
        data = file.read_bytes()
        assert data.count(b"\n") == data.count(b"\r\n")
        assert max(len(line) for line in data.split(b"\r\n")) <= 75
        assert data.endswith(b"END:VCALENDAR\r\n")


def test_the_timeline_leads_to_the_files(tmp_path: Path) -> None:
    html = (built(tmp_path) / "timeline/index.html").read_text("utf-8")
    assert '<a class="tool" href="../events.ics">Add to a calendar (.ics)</a>' in html
    assert html.count('href="../events/') == 5
    assert 'href="../events/meeting.ics">Calendar file<span class="vh">: The first meeting' in html


def test_the_day_of_the_build_changes_nothing(tmp_path: Path) -> None:
    made = built(tmp_path)
    stamps = [event["dtstamp"].dt for event in events(made / "events.ics").values()]
    assert [stamp.date().isoformat() for stamp in stamps] == [
        "2010-11-15", "2011-11-10", "2011-12-01", "2012-03-01", "2012-05-21",
    ]  # fmt: skip


def test_commands_do_not_wait_for_the_calendar_library() -> None:
    code = "import cbsite.cli, cbsite.build, sys; print([m for m in ('icalendar', 'PIL') if m in sys.modules])"
    assert python("-c", code).stdout == "[]\n"
