"""`python -m cbsite.cli`, for who has no script on the path."""

from cbsite.cli.program import main

main()
