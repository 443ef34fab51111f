"""Records to one connected library."""
