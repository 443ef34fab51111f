"""What a hub is made of: one file for each type of record."""
