"""Bytes to typed records with positions. `read_content` is the way in."""
