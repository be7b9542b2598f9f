"""What `followup batch` costs, beside the same lines as single requests' worth of work on one core.

    python3 scripts/scale/measure.py target/release/followup facts.ndjson [view]

Prints lines a second, processor time a line and the largest resident set: of the command, and of a service that gets the same
lines as one batch from curl, which starts idle. Linux.
"""

import os
import re
import subprocess
import sys
import time

HEAD = ["curl", "--silent", "--fail", "--no-buffer", "--request", "POST", "--header", "Content-Type: application/x-ndjson"]
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


def processor_seconds(pid: int) -> float:
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND


def resident_megabytes(pid: int, which: str) -> float:
    with open(f"/proc/{pid}/status") as status:
        return int(re.search(rf"{which}:\s+(\d+)", status.read())[1]) / 1024


def report(name: str, lines: int, seconds: float, processor: float, peak: float) -> None:
    rate, cost = lines / seconds, processor / lines * 1e6
    print(f"{name}: {lines:,} lines in {seconds:.1f} s, {rate:,.0f} a second, {cost:.1f} µs of processor time a line, peak {peak:.1f} MB")


def command(binary: str, facts: str, lines: int, view: str) -> None:
    began = time.monotonic()
    with open(facts) as given, open(os.devnull, "w") as nowhere:
        child = subprocess.Popen([binary, "batch", "--view", view], stdin=given, stdout=nowhere)
        _, status, used = os.wait4(child.pid, 0)
    assert status == 0, status
    report(f"command, {view}", lines, time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def service(binary: str, facts: str, lines: int, view: str) -> None:
    environment = os.environ | {"FOLLOWUP_LISTEN": "127.0.0.1:0", "FOLLOWUP_WORKERS": "2"}
    child = subprocess.Popen([binary], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        url = child.stdout.readline().rpartition(" ")[2].strip()
        time.sleep(1)
        idle, before = resident_megabytes(child.pid, "VmRSS"), processor_seconds(child.pid)
        began = time.monotonic()
        with open(os.devnull, "w") as nowhere:
            subprocess.run([*HEAD, "--upload-file", facts, f"{url}/v1/plans/batch?view={view}"], check=True, stdout=nowhere)
        seconds = time.monotonic() - began
        print(f"service, idle: {idle:.1f} MB")
        report(f"service, {view}", lines, seconds, processor_seconds(child.pid) - before, resident_megabytes(child.pid, "VmHWM"))
    finally:
        child.terminate()
        child.wait()


def main() -> None:
    binary, facts = sys.argv[1:3]
    view = sys.argv[3] if len(sys.argv) > 3 else "plans"
    with open(facts, "rb") as given:
        lines = sum(1 for _ in given)
    command(binary, facts, lines, view)
    service(binary, facts, lines, view)


main()
