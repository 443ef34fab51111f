"""Plain pages: about, help, anything that is only text."""

from cbsite.records.common import Item


class Page(Item):
    """A page of free text at `/<id>/`."""
