"""What helps people to write a hub."""
