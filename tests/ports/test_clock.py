from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

import pytest

from cbsite.ports.clock import BadClock, Clock


def test_today_is_a_day_of_the_time_zone() -> None:
    before = datetime.now(UTC)
    # Kiritimati is 14 hours ahead of UTC and Niue 11 behind: never the same day.
    ahead, behind = Clock().today("Pacific/Kiritimati"), Clock().today("Pacific/Niue")
    after = datetime.now(UTC)
    assert (before + timedelta(hours=14)).date() <= ahead <= (after + timedelta(hours=14)).date()
    assert (before - timedelta(hours=11)).date() <= behind <= (after - timedelta(hours=11)).date()


def test_a_time_zone_that_does_not_exist() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        Clock().today("Europe/Atlantis")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("1356998399", date(2012, 12, 31)),
        ("1356998400", date(2013, 1, 1)),
        (" 1356998400\n", date(2013, 1, 1)),
        ("", None),
    ],
)
def test_source_date_epoch(monkeypatch: pytest.MonkeyPatch, written: str, day: date | None) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    assert Clock().source_date_epoch() == day


def test_source_date_epoch_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert Clock().source_date_epoch() is None


@pytest.mark.parametrize("written", ["yesterday", "-1", "1.5", "1e9", "٣", "9" * 12, "9" * 5000])
def test_source_date_epoch_that_is_malformed(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    with pytest.raises(BadClock, match="whole number of seconds since 1 January 1970"):
        Clock().source_date_epoch()
