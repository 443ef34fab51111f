"""Library and plan to the files of a site."""
