"""Page values to bytes."""
