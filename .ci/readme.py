"""Sends the README's curl to a running service, and compares the answer with the one that the README shows.

    python3 .ci/readme.py http://127.0.0.1:8080

The README shows a part: every property and list entry that it shows must be in the answer.
"""

import json
import pathlib
import re
import subprocess
import sys

readme = pathlib.Path("README.md").read_text()
curl = re.search(r"^curl .*?^}'$", readme, re.DOTALL | re.MULTILINE).group()
shown = json.loads(re.search(r"^```json\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE).group(1))


def missing(shown, real, where=""):
    """The places at which something is shown that was not answered."""
    if isinstance(shown, dict) and isinstance(real, dict):
        return [fault for key, value in shown.items() for fault in missing(value, real.get(key), f"{where}/{key}")]
    if isinstance(shown, list) and isinstance(real, list):
        return [
            f"{where}/{n}" for n, value in enumerate(shown)
            if all(missing(value, candidate) for candidate in real)
        ]
    return [] if shown == real else [where]


command = curl.replace("http://127.0.0.1:8080", sys.argv[1])
answer = json.loads(subprocess.run(["bash", "-c", command], capture_output=True, check=True, text=True).stdout)
faults = missing(shown, answer)
if faults:
    for part in sorted({fault.split("/")[1] for fault in faults}):
        print(f"{part}:", json.dumps(answer.get(part), ensure_ascii=False))
    sys.exit(f"README.md shows what was not answered (the answer's part is above): {', '.join(faults)}")
print(f"README.md's curl: {answer['headline']}")
