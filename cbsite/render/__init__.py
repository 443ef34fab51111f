"""Page values to bytes."""

from cbsite.render.feeds import render_feed
from cbsite.render.hosts import headers_file, redirects_file
from cbsite.render.pictures import picture_files
from cbsite.render.renderer import Renderer
from cbsite.render.theme import Theme, load_theme
from cbsite.render.tokens import with_tokens

__all__ = [
    "Renderer",
    "Theme",
    "headers_file",
    "load_theme",
    "picture_files",
    "redirects_file",
    "render_feed",
    "with_tokens",
]
