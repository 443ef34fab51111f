"""What kinds of page share."""
