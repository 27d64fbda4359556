#!/usr/bin/env python3
"""Checks every #include "…" against the arrow table, and third-party headers against their rooms."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.MULTILINE)

# Header prefix of a library -> the rooms that may know it.
LIBRARIES = {
    "sqlite3": ["core/db"],
    "simdjson": ["core/json"],
    "nlohmann": ["core/json"],
    "opencv2": ["core/image", "core/models", "core/models/prepared", "core/models/blocks", "core/models/fitting",
                "core/sameness"],
    "jpeglib": ["core/image"],
    "jerror": ["core/image"],
    "png.h": ["core/image"],
    "webp": ["core/image"],
    "tiff": ["core/image"],
    "gif_lib": ["core/image"],
    "zlib": ["core/compression"],
    "zstd": ["core/compression"],
    "cairo": ["core/demo/drawing"],
    "CLI": ["app/cli"],
    "openssl": ["core/base"],
    "xxhash": ["core/base"],
    "utf8proc": ["core/base", "core/textsearch"],
}


def arrows():
    table = {}
    for line in (ROOT / "tests/lint/arrows.txt").read_text().splitlines():
        line = line.split("#")[0].strip()
        if line:
            room, _, targets = line.partition(":")
            table[room] = set(targets.split())
    return table


def main():
    table = arrows()
    problems = []
    for top in ("core", "ui", "app"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            name = path.relative_to(ROOT).as_posix()
            room = path.parent.relative_to(ROOT).as_posix()
            if room not in table:
                problems.append(f"{name}: the room {room} has no line in tests/lint/arrows.txt")
                continue
            for quote, header in INCLUDE.findall(path.read_text()):
                if quote == '"' and "/" in header:
                    target = header.rsplit("/", 1)[0]
                    if target != room and target not in table[room]:
                        problems.append(f"{name}: {room} may not include {target} ({header})")
                elif quote == '"' and not header.startswith(("ui_",)) and not header.endswith(".moc"):
                    problems.append(f'{name}: write "{header}" from the root of the project')
                elif quote == "<":
                    if header.startswith(("Q", "qt")) and room.startswith("core"):
                        problems.append(f"{name}: core/ does not know Qt ({header})")
                    for library, rooms in LIBRARIES.items():
                        if header.startswith(library) and room not in rooms:
                            problems.append(f"{name}: {header} is known to {', '.join(rooms)} only")
    for problem in problems:
        print(problem)
    if not problems:
        print(f"{len(table)} rooms, every include is on the table")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
