"""Measures a release binary against its ceilings, and prints the figures.

    python3 .ci/limits.py target/release/followup
"""

import http.client
import pathlib
import signal
import socket
import statistics
import subprocess
import sys
import time

SIZE_MB = 20
IDLE_MB = 20
FIRST_ANSWER_MS = 100
STOP_SECONDS = 12

STARTS = 7
IDLE_SECONDS = 2
PLANS = 2_000
FACTS = b'{"as_of": "2026-03-03T09:00:00-08:00", "interview": {"ended_at": "2026-03-02T15:00:00-08:00"}}'

binary = pathlib.Path(sys.argv[1]).resolve()
exceeded = []


def hold(what, figure, unit, ceiling):
    print(f"{what}: {figure:.1f} {unit} (ceiling {ceiling} {unit})")
    if figure > ceiling:
        exceeded.append(what)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def plan(connection):
    connection.request("POST", "/v1/plans", FACTS, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        sys.exit(f"POST /v1/plans: {answer.status} {body.decode(errors='replace')}")


def start():
    """A new process, a connection to it, and the milliseconds from its start to its first plan."""
    port = free_port()
    began = time.perf_counter()
    service = subprocess.Popen(
        [binary], env={"FOLLOWUP_LISTEN": f"127.0.0.1:{port}", "RUST_LOG": "error"}, stdout=subprocess.DEVNULL,
    )
    while time.perf_counter() < began + 5 and service.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            plan(connection)
        except ConnectionRefusedError:
            time.sleep(0.001)
            continue
        return service, connection, (time.perf_counter() - began) * 1000
    service.kill()
    sys.exit("the service does not answer")


def stop(service):
    """Sends SIGTERM; the seconds until it has ended well."""
    began = time.perf_counter()
    service.send_signal(signal.SIGTERM)
    code = service.wait(timeout=STOP_SECONDS)
    if code != 0:
        sys.exit(f"SIGTERM: ended with {code}")
    return time.perf_counter() - began


def resident_mb(service):
    status = pathlib.Path(f"/proc/{service.pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def processor_seconds(service):
    fields = pathlib.Path(f"/proc/{service.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


hold("binary", binary.stat().st_size / 1e6, "MB", SIZE_MB)

firsts = []
for n in range(STARTS):
    service, connection, first = start()
    firsts.append(first)
    if n + 1 < STARTS:
        connection.close()
        service.kill()
        service.wait()
hold(f"start to first plan, median of {STARTS}", statistics.median(firsts), "ms", FIRST_ANSWER_MS)

time.sleep(IDLE_SECONDS)
hold("idle memory", resident_mb(service), "MB", IDLE_MB)

before = processor_seconds(service)
for _ in range(PLANS):
    plan(connection)
per_plan = (processor_seconds(service) - before) / PLANS * 1e6
print(f"after {PLANS:,} plans on one connection: {resident_mb(service):.1f} MB, {per_plan:.0f} µs of processor time each, HTTP included")

connection.close()
print(f"SIGTERM to the end: {stop(service):.2f} s")

if exceeded:
    sys.exit(f"over the ceiling: {', '.join(exceeded)}")
