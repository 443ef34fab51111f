"""Records to blocks: one file a block."""
