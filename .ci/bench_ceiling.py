"""Holds one of criterion's figures under a ceiling.

    python3 .ci/bench_ceiling.py "name of the bench" MICROSECONDS
"""

import json
import pathlib
import sys

name, ceiling = sys.argv[1], float(sys.argv[2])
for path in pathlib.Path("target/criterion").glob("*/new/benchmark.json"):
    if json.loads(path.read_text())["full_id"] == name:
        estimates = json.loads(path.with_name("estimates.json").read_text())
        microseconds = estimates["median"]["point_estimate"] / 1000
        print(f"{name}: {microseconds:.1f} µs (ceiling {ceiling:.0f} µs)")
        sys.exit(0 if microseconds < ceiling else f"{name}: over the ceiling")
sys.exit(f"no bench of the name {name!r}")
