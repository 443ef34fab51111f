"""Reads every source and writes as many bytes into as many files as an output has: no site generator does less.

Usage: floor_script.py LIST FOLDER. The list has a source in each line, then an empty line, then size and path
of a file to be written in each line.
"""

import os
import sys


def main(listed: str, folder: str) -> None:
    with open(listed, encoding="utf-8") as file:
        sources, _, outputs = file.read().partition("\n\n")
    for source in sources.splitlines():
        with open(source, "rb") as file:
            file.read()
    made = set()
    for line in outputs.splitlines():
        size, path = line.split(" ", 1)
        target = os.path.join(folder, path)
        parent = os.path.dirname(target)
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        with open(target, "wb") as file:
            file.write(b"x" * int(size))


main(sys.argv[1], sys.argv[2])
