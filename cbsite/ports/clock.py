"""What day it is."""

from __future__ import annotations

import os
import re
import time
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_STARTED = time.time() - time.process_time()
"""When this program was started, as far as it can tell: before it read this, it only worked."""


class BadClock(Exception):
    """The environment names no day that can be read; the text says so."""


class Clock:
    """The computer's calendar."""

    def today(self, timezone: str) -> date:
        """The day it now is in `timezone`, such as `Europe/London`.

        Raises `zoneinfo.ZoneInfoNotFoundError` for a time zone that does not exist.
        """
        return datetime.now(ZoneInfo(timezone)).date()

    def seconds(self) -> float:
        """Seconds since this program was started."""
        started = time.time() - _STARTED
        return max(started, 0.0)

    def busy_seconds(self) -> float:
        """Seconds that processors have worked for this program, and for those that it started and that ended."""
        times = os.times()
        return times.user + times.system + times.children_user + times.children_system

    def source_date_epoch(self) -> date | None:
        """The day (in UTC) that the environment variable SOURCE_DATE_EPOCH names, if it is set.

        The variable is the number of seconds since 1970, as reproducible-builds.org defines it.
        Raises BadClock, in words to print, when it is anything else.
        """
        written = os.environ.get("SOURCE_DATE_EPOCH")
        if written is None or not written.strip():
            return None
        # Twelve digits reach past the year 9999, the last that a date can hold.
        if re.fullmatch(r"[0-9]{1,12}", written.strip()):
            try:
                return datetime.fromtimestamp(int(written), UTC).date()
            except (ValueError, OverflowError, OSError):
                pass
        raise BadClock(
            "The environment variable SOURCE_DATE_EPOCH must be a whole number of seconds since"
            f" 1 January 1970, such as 1356998400, but it is {written[:40]!r}."
        )
