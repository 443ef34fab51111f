"""The site generators that are compared, each in a file of its own."""
