"""Keeps 16, 64, 256 and 1,000 connections busy, as fast as the service answers, and sees what becomes of it.

    python3 bench/overload.py target/release/followup [--path /v1/plans] [--seconds 5] [--generous]

wrk sends the three hundred generated interviews in turn, from one thread on the same machine. Meanwhile this process asks for
/health/live, each time over a new connection. Statuses are those that the service has counted; resets and answers cut short are wrk's.
Held: goodput at each step against the best one, the 99th percentile of what was answered with 200, the probe, and that
nothing but 200, 429 and 503 is answered and no connection is reset; and that at 1,000 connections a probe takes less than half as long as a plan. The ceilings
are for a machine that does nothing else; --generous is for one that does.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time

from serving import ROOT, Service, facts, raise_descriptor_limit, request

CONNECTIONS = [16, 64, 256, 1000]
PROBE_PAUSE_SECONDS = 0.02

arguments = argparse.ArgumentParser()
arguments.add_argument("binary")
arguments.add_argument("--path", default="/v1/plans")
arguments.add_argument("--seconds", type=int, default=5)
arguments.add_argument("--generous", action="store_true")
given = arguments.parse_args()
LEAST_GOODPUT, MOST_P99_MS, MOST_PROBE_MS = (0.25, 5000, 2000) if given.generous else (0.8, 60, 10)
faults = []


def probe(service, times, over):
    """Asks for /health/live until it is over; the milliseconds from connecting to the whole answer."""
    live = request("GET", "/health/live")[:-2] + b"Connection: close\r\n\r\n"
    while not over.is_set():
        began = time.perf_counter()
        with socket.create_connection((service.host, service.port), timeout=10) as connection:
            connection.sendall(live)
            answer = b""
            while part := connection.recv(4096):
                answer += part
        if not answer.startswith(b"HTTP/1.1 200 "):
            faults.append(f"/health/live: {answer[:60]!r}")
        times.append((time.perf_counter() - began) * 1000)
        time.sleep(PROBE_PAUSE_SECONDS)


def wrk(service, connections, seconds, bodies):
    """One run of wrk: what bench/overload.lua tells, and under "ms" the times of each status, sorted."""
    command = ["wrk", "--threads", "1", "--connections", connections, "--duration", f"{seconds}s", "--timeout", "10s"]
    with tempfile.NamedTemporaryFile("r") as times:
        run = subprocess.run(
            [str(word) for word in [*command, "--script", ROOT / "bench/overload.lua", service.url]],
            env=os.environ | {"FACTS": bodies, "PATH_ASKED": given.path, "TIMES": times.name}, capture_output=True, text=True, check=True,
        )
        answers = [line.split() for line in times]
    told = json.loads(run.stderr.splitlines()[-1])
    told["ms"] = {status: sorted(float(ms) for its, ms in answers if its == status) for status in {status for status, _ in answers}}
    return told


def median_and_p99(times):
    return times[len(times) // 2], times[len(times) * 99 // 100]


def step(service, connections, bodies):
    """A run at that many connections: goodput in requests a second."""
    before, over, times = service.answered(), threading.Event(), []
    prober = threading.Thread(target=probe, args=(service, times, over))
    prober.start()
    spent = service.processor_seconds()
    told = wrk(service, connections, given.seconds, bodies)
    spent = service.processor_seconds() - spent
    over.set()
    prober.join()
    time.sleep(0.5)
    statuses = {status: count - before.get(status, 0) for status, count in service.answered().items()}
    statuses = {status: count for status, count in statuses.items() if count}
    total, accepted = sum(statuses.values()), statuses.get("200", 0)
    goodput = accepted / told["seconds"]
    median, p99 = median_and_p99(told["ms"]["200"])
    refused = ", refused in %.1f ms, p99 %.1f ms" % median_and_p99(told["ms"]["503"]) if "503" in told["ms"] else ""
    times.sort()
    probe_median, probe_p99 = median_and_p99(times)
    print(
        f"{connections:5} connections: {goodput:7,.0f} plans a second in {median:.1f} ms, p99 {p99:.1f} ms{refused}; "
        f"{spent / max(1, total) * 1e6:.0f} µs of processor time each; statuses {statuses}; "
        f"/health/live {len(times)} times: median {probe_median:.1f}, p99 {probe_p99:.1f}, most {times[-1]:.1f} ms; {service.resident_mb():.0f} MB",
        flush=True,
    )
    cut = {what: told[what] for what in ("connect", "read", "write", "timeout") if told[what]}
    if cut:
        faults.append(f"{connections} connections: {cut}")
    if set(statuses) - {"200", "429", "503"}:
        faults.append(f"{connections} connections: statuses {statuses}")
    if p99 > MOST_P99_MS:
        faults.append(f"{connections} connections: p99 {p99:.1f} ms, more than {MOST_P99_MS}")
    if connections == CONNECTIONS[-1] and probe_median > median / 2:
        faults.append(f"{connections} connections: /health/live waits for the plans before it")
    if probe_p99 > MOST_PROBE_MS:
        faults.append(f"{connections} connections: /health/live p99 {probe_p99:.1f} ms, more than {MOST_PROBE_MS}")
    return goodput


raise_descriptor_limit()
with Service(given.binary) as service, tempfile.NamedTemporaryFile() as bodies:
    bodies.write(b"\n".join(facts()) + b"\n")
    bodies.flush()
    wrk(service, 16, 1, bodies.name)
    goodputs = [step(service, connections, bodies.name) for connections in CONNECTIONS]
    print(f"goodput of the best: {', '.join(f'{goodput / max(goodputs):.2f}' for goodput in goodputs)} (at least {LEAST_GOODPUT})")
    if min(goodputs) < LEAST_GOODPUT * max(goodputs):
        faults.append(f"goodput falls to {min(goodputs) / max(goodputs):.2f} of its best")
    service.stop()
for fault in faults:
    print(f"fault: {fault}")
sys.exit(1 if faults else 0)
