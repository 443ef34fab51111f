"""Times cbsite and other site generators over the same pages. Start with README.md."""
