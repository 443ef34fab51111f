"""The forms of values, said once: for the checks, and for the schemas that editors read.

Patterns are of the kind that Python and ECMAScript read alike, and stand for the whole value.
"""

from __future__ import annotations

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
NUMBER = r"-?[0-9]{1,18}(?:\.[0-9]{1,9})?"
WEB_ADDRESS = r"https?://[^\s<>\x22'`{}|\\^]+"
EMAIL = r"[^@\s<>\x22]+@[^@\s<>\x22]+\.[^@\s<>\x22]+"
LANGUAGE_TAG = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
GSS_CODE = r"[EWSN][0-9]{8}"
ELSEWHERE = r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\"
"""How an address begins that is no path in the hub."""

LONGEST_SLUG = 60
LONGEST_TITLE = 90
SUMMARY = (40, 220)
"""The fewest and the most characters of a summary."""
