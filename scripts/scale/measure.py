"""What a batch costs, as a command and over HTTP, and what the same facts cost as single requests.

    python3 scripts/scale/measure.py target/release/followup facts.ndjson [view]

Prints lines a second, processor time a line and the largest resident set: of the command; of a service that gets the same
lines as one batch from curl; and of one that gets the first of them one by one over one connection. Linux.
"""

import http.client
import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from itertools import islice

CURL = ["curl", "--silent", "--fail", "--request", "POST", "--header", "Content-Type: application/x-ndjson"]
SINGLE_REQUESTS = 20_000
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


@contextmanager
def serving(binary: str):
    environment = os.environ | {"FOLLOWUP_LISTEN": "127.0.0.1:0", "FOLLOWUP_WORKERS": "2", "RUST_LOG": "info"}
    child = subprocess.Popen([binary], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        address = child.stdout.readline().rpartition("//")[2].strip()
        time.sleep(1)
        yield child.pid, address
    finally:
        child.terminate()
        child.wait()


def service(binary: str, facts: str, lines: int, view: str) -> None:
    with serving(binary) as (pid, address):
        print(f"service, idle: {resident_megabytes(pid, 'VmRSS'):.1f} MB")
        before, began = processor_seconds(pid), time.monotonic()
        with open(os.devnull, "w") as nowhere:
            url = f"http://{address}/v1/plans/batch?view={view}"
            subprocess.run([*CURL, "--upload-file", facts, url], check=True, stdout=nowhere)
        seconds = time.monotonic() - began
        report(f"service, {view}", lines, seconds, processor_seconds(pid) - before, resident_megabytes(pid, "VmHWM"))


def singles(binary: str, facts: str, view: str) -> None:
    with open(facts, "rb") as given:
        bodies = list(islice(given, SINGLE_REQUESTS))
    with serving(binary) as (pid, address):
        connection = http.client.HTTPConnection(address)
        before, began = processor_seconds(pid), time.monotonic()
        for body in bodies:
            connection.request("POST", f"/v1/{view}", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, answer.status
        seconds = time.monotonic() - began
        report(f"single requests, {view}", len(bodies), seconds, processor_seconds(pid) - before, resident_megabytes(pid, "VmHWM"))


def main() -> None:
    binary, facts = sys.argv[1:3]
    view = sys.argv[3] if len(sys.argv) > 3 else "plans"
    with open(facts, "rb") as given:
        lines = sum(1 for _ in given)
    command(binary, facts, lines, view)
    service(binary, facts, lines, view)
    singles(binary, facts, view)


main()
