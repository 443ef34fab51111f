"""What every answer says beside its content. The tests' own server says the same."""

from __future__ import annotations

from pathlib import PurePosixPath

from cbsite.render.policy import SECURITY_HEADERS

__all__ = ["CSS", "HTML", "JAVASCRIPT", "SECURITY_HEADERS", "TEXT", "content_type"]

HTML = "text/html; charset=utf-8"
CSS = "text/css; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
JAVASCRIPT = "text/javascript; charset=utf-8"
_BYTES = "application/octet-stream"

# Not the standard library's `mimetypes`: what that answers depends on the computer.
_TYPES = {
    ".html": HTML,
    ".css": CSS,
    ".js": JAVASCRIPT,
    ".mjs": JAVASCRIPT,
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".webmanifest": "application/manifest+json",
    ".wasm": "application/wasm",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".rss": "application/rss+xml",
    ".txt": TEXT,
    ".md": "text/markdown; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    # Pagefind's files are packed; its script unpacks them itself.
    ".pf_meta": _BYTES,
    ".pf_fragment": _BYTES,
    ".pf_index": _BYTES,
    ".pf_filter": _BYTES,
    ".pagefind": _BYTES,
}


def content_type(path: str) -> str:
    """The Content-Type of a file of the site, by the end of its name."""
    return _TYPES.get(PurePosixPath(path).suffix.lower(), _BYTES)
