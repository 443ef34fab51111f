"""Page values to bytes."""

from cbsite.render.renderer import Renderer
from cbsite.render.theme import Theme, load_theme

__all__ = ["Renderer", "Theme", "load_theme"]
