"""The peer of bench_index: reads every sample's metadata and caption with Python's tarfile and json."""

import json
import pathlib
import sys
import tarfile

figures = 0
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.tar")):
    with tarfile.open(path, "r:") as shard:
        for member in shard:
            if member.name.endswith(".json"):
                figures += bool(json.loads(shard.extractfile(member).read()))
            elif member.name.endswith(".txt"):
                shard.extractfile(member).read().decode()
