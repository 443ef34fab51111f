"""The preview: the built site in the author's browser, made anew and reloaded on every change."""

from __future__ import annotations

from cbsite.preview.headers import SECURITY_HEADERS, content_type
from cbsite.preview.screen import Screen
from cbsite.preview.serve import serve

__all__ = ["SECURITY_HEADERS", "Screen", "content_type", "serve"]
