"""Library, plan and one address to one page value: all that a template will see."""
