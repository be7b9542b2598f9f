"""Spark pipes the partitions of a text file through `followup batch`, and gets the bytes that one run gives.

    pip install --requirement scripts/scale/requirements.txt      # needs Java 17 or newer, too
    python3 scripts/scale/spark_pipe.py target/release/followup facts.ndjson [view]

Here in local mode; on a cluster the program lies on every node (`--files`, or in the image) and the answers go to a store:
`answers.saveAsTextFile(…)`. A problem line counts within its partition.
"""

import shlex
import subprocess
import sys
from pathlib import Path

from pyspark.sql import SparkSession

PARTITIONS = 8


def main() -> None:
    binary, facts = (Path(argument).resolve() for argument in sys.argv[1:3])
    view = sys.argv[3] if len(sys.argv) > 3 else "schedules"
    command = [str(binary), "batch", "--view", view]

    session = SparkSession.builder.master("local[2]").appName("followup").config("spark.ui.enabled", "false").getOrCreate()
    lines = session.sparkContext.textFile(facts.as_uri(), PARTITIONS)
    answers = lines.pipe(shlex.join(command), checkCode=True)
    piped = "".join(answer + "\n" for answer in answers.toLocalIterator()).encode()
    partitions = answers.getNumPartitions()
    session.stop()

    with facts.open() as given:
        one = subprocess.run(command, stdin=given, stdout=subprocess.PIPE, check=True).stdout
    if piped != one:
        sys.exit(f"Spark gave {len(piped)} bytes, one run {len(one)}, and they differ")
    answered = one.count(b"\n")
    print(f"PySpark: {answered:,} answers from {partitions} partitions, the same {len(one):,} bytes as one run")


main()
