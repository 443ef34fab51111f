"""Rules that only read: each adds what it finds to the report."""
