"""The peer of bench_index's header scan: names and sizes of all members with Python's tarfile."""

import pathlib
import sys
import tarfile

size = 0
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.tar")):
    with tarfile.open(path, "r:") as shard:
        for member in shard:
            size += member.size
