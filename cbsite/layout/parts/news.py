"""News in order."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.records.news import News


def newest_first(context: Context) -> tuple[News, ...]:
    """All news that readers may see, the newest first."""
    return tuple(
        sorted(context.library.records(News), key=lambda item: (-item.date.toordinal(), item.id))
    )
