"""Restarts two instances behind haproxy, one after the other, while requests come in. None may fail.

    python3 bench/rolling_restarts.py target/release/followup [requests a second]

Each restart is SIGTERM, the wait for the end, a new process, the wait for /health/ready, and a second in which the balancer
takes note. haproxy runs with deploy/haproxy.cfg. Requests are sent at the rate, whatever becomes of those before; one fails if its answer is
not a whole 200. Ends with 1 if one has failed.
"""

import asyncio
import collections
import os
import shutil
import subprocess
import sys
import time

from calling import Connection
from serving import ROOT, Service, facts, free_ports, request

RESTARTS = 4
SETTLE_SECONDS = 1.0
BEFORE_SECONDS = 1.0

binary = sys.argv[1]
rate = float(sys.argv[2]) if len(sys.argv) > 2 else 500.0
entrance, *doors = free_ports(3)
outcomes = collections.Counter()
restarting = True


def requests():
    """Nine plans and a question without a body, over and over."""
    plans = [request("POST", "/v1/plans", body) for body in facts()]
    questions = [
        request("GET", "/v1/working-days?from=2026-03-02&add=5&country=DE"),
        request("GET", "/v1/calendars/US/2026"),
        request("GET", "/v1/guidance"),
    ]
    number = 0
    while True:
        kind = questions[number // 10 % 3] if number % 10 == 9 else plans[number % len(plans)]
        number += 1
        yield kind


async def send(idle, what, latencies):
    connection = idle.pop() if idle else Connection("127.0.0.1", entrance)
    began = time.monotonic()
    try:
        status, _ = await connection.ask(what)
        outcomes[str(status)] += 1
    except (OSError, EOFError, TimeoutError, asyncio.TimeoutError) as error:
        outcomes[type(error).__name__] += 1
    latencies.append(time.monotonic() - began)
    idle.append(connection)


async def load():
    """Sends at the rate until the restarts are over; the seconds that took, and how long each request took."""
    idle, under_way, latencies = [], set(), []
    began = time.monotonic()
    for number, what in enumerate(requests()):
        if not restarting:
            break
        await asyncio.sleep(max(0, began + number / rate - time.monotonic()))
        task = asyncio.create_task(send(idle, what, latencies))
        under_way.add(task)
        task.add_done_callback(under_way.discard)
    seconds = time.monotonic() - began
    await asyncio.gather(*under_way)
    print(f"connections to haproxy: {len(idle)}")
    for connection in idle:
        connection.drop()
    return seconds, latencies


def roll(services):
    """Restarts the instances in turn."""
    global restarting
    try:
        time.sleep(BEFORE_SECONDS)
        for number in range(RESTARTS):
            which = number % 2
            stopping = services[which].stop()
            services[which] = Service(binary, doors[which])
            services[which].wait_until_ready()
            print(f"restart {number + 1}: instance {'ab'[which]}, {stopping:.2f} s from SIGTERM to the end")
            time.sleep(SETTLE_SECONDS)
    finally:
        restarting = False


async def run():
    services = [Service(binary, door) for door in doors]
    addresses = [f"127.0.0.1:{port}" for port in (entrance, *doors)]
    haproxy = subprocess.Popen(
        [shutil.which("haproxy", path=os.environ["PATH"] + ":/usr/sbin"), "-q", "-db", "-f", ROOT / "deploy/haproxy.cfg"],
        env=os.environ | dict(zip(("LISTEN", "INSTANCE_A", "INSTANCE_B"), addresses)), stdout=subprocess.DEVNULL,
    )
    try:
        for service in services:
            service.wait_until_ready()
        await asyncio.sleep(SETTLE_SECONDS)
        if haproxy.poll() is not None:
            sys.exit(f"haproxy ended with {haproxy.returncode}")
        (seconds, latencies), _ = await asyncio.gather(load(), asyncio.to_thread(roll, services))
    finally:
        haproxy.terminate()
        haproxy.wait()
        for service in services:
            service.__exit__()
    return seconds, sorted(latencies)


seconds, latencies = asyncio.run(run())
count = len(latencies)
failed = count - outcomes["200"]
print(f"requests: {count:,} in {seconds:.1f} s ({count / seconds:.0f} a second), p99 {latencies[count * 99 // 100] * 1000:.1f} ms")
print(f"outcomes: {dict(outcomes)}")
print(f"failed: {failed}")
sys.exit(1 if failed else 0)
