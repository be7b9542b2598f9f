"""Writes that many lines of interview facts to standard output, to measure with.

    python3 scripts/scale/lines.py 200000 > facts.ndjson

They are the three hundred generated interviews of tests/conformance.ndjson over and over, each line with a `reference` of its
own and an `as_of`, so that the answers are always the same.
"""

import json
import sys
from itertools import cycle, islice
from pathlib import Path

CASES = Path(__file__).parents[2] / "tests" / "conformance.ndjson"


def main() -> None:
    count = int(sys.argv[1])
    cases = [json.loads(line)["facts"] for line in CASES.read_text().splitlines()]
    for number, facts in enumerate(islice(cycle(cases), count), start=1):
        sys.stdout.write(json.dumps({"reference": f"interviews/{number}", **facts}) + "\n")


main()
