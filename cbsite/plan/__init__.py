"""Library to plan: every address, anchor, redirect and clash; then every link resolved."""
