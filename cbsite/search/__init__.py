"""Rendered pages to a search bundle."""
