"""Building again: what is still as it was is found out first, and done without.

Every result in here is a pure function of its input, remembered by the hash of that; so a build that did little
gives what a build that did all would have given.
"""
