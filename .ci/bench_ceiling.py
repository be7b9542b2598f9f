"""Holds one of criterion's figures under a ceiling.

    python3 .ci/bench_ceiling.py "name of the bench" MICROSECONDS

The fastest sample counts: whatever else the machine is doing can only add to what the code itself costs.
"""

import json
import pathlib
import sys

name, ceiling = sys.argv[1], float(sys.argv[2])
for path in pathlib.Path("target/criterion").glob("*/new/benchmark.json"):
    if json.loads(path.read_text())["full_id"] == name:
        samples = json.loads(path.with_name("sample.json").read_text())
        microseconds = min(time / runs for time, runs in zip(samples["times"], samples["iters"])) / 1000
        print(f"{name}: {microseconds:.1f} µs in the fastest sample (ceiling {ceiling:.0f} µs)")
        sys.exit(0 if microseconds < ceiling else f"{name}: over the ceiling")
sys.exit(f"no bench of the name {name!r}")
