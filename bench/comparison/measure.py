"""Processor time a plan: Followup beside a FastAPI and a Fastify service of the same job, on this machine, in one run.

    python3 -m venv bench/comparison/fastapi/venv
    bench/comparison/fastapi/venv/bin/pip install --requirement bench/comparison/fastapi/requirements.txt
    npm ci --prefix bench/comparison/fastify
    python3 bench/comparison/measure.py target/release/followup [requests]

Each serves with one worker and its request log on (into nothing). The three hundred generated interviews go to POST /v1/plans in turn over one
keep-alive connection, first to warm up and then to measure, in rounds that alternate between the three. Told: user and system time of
the whole process a request, the smallest round's, since whatever else the machine does can only add to it.
"""

import asyncio
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from calling import Connection  # noqa: E402
from serving import Service, facts, free_ports, processor_seconds, request  # noqa: E402

binary = sys.argv[1]
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 3_000
WARM_UP = 3_000
ROUNDS = 3


class Rival:
    """Another service, on a port that it is told."""

    def __init__(self, command, folder, port):
        self.process = subprocess.Popen(
            command, cwd=HERE / folder, env=os.environ | {"PORT": str(port)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        self.pid, self.host, self.port = self.process.pid, "127.0.0.1", port


async def send(service, asked, count, connection):
    """That many requests; the bytes and messages of their answers."""
    size = messages = 0
    for number in range(count):
        status, body = await connection.ask(asked[number % len(asked)])
        if status != 200:
            sys.exit(f"{status}: {body[:300]!r}")
        size += len(body)
        if number < len(asked):
            messages += len(json.loads(body)["messages"])
    return size / count, messages / min(count, len(asked))


async def answers(service):
    """Waits until it takes connections."""
    for _ in range(200):
        try:
            _, writer = await asyncio.open_connection(service.host, service.port)
            writer.close()
            return
        except OSError:
            await asyncio.sleep(0.1)
    sys.exit("a service does not start")


async def measure(services):
    asked = [request("POST", "/v1/plans", body) for body in facts()]
    connections, told, best = {}, {}, dict.fromkeys(services, float("inf"))
    for name, service in services.items():
        await answers(service)
        connections[name] = Connection(service.host, service.port)
        told[name] = await send(service, asked, WARM_UP, connections[name])
    for _ in range(ROUNDS):
        for name, service in services.items():
            before = processor_seconds(service.pid)
            # A round of a hundredth of the time would be a few ticks of the clock by which the system counts.
            count = COUNT * (10 if name == "followup" else 1)
            await send(service, asked, count, connections[name])
            best[name] = min(best[name], (processor_seconds(service.pid) - before) / count * 1e6)
    for name in services:
        size, messages = told[name]
        print(f"{name:8} {best[name]:7.0f} µs of processor time a plan, {size:,.0f} bytes, {messages:.1f} messages; {best[name] / best['followup']:.1f} times ours")


ports = free_ports(2)
services = {
    "followup": Service(binary, FOLLOWUP_WORKERS=1),
    "fastapi": Rival(["venv/bin/uvicorn", "service:app", "--host", "127.0.0.1", "--port", str(ports[0]), "--workers", "1", "--timeout-keep-alive", "600"], "fastapi", ports[0]),
    "fastify": Rival(["node", "service.js"], "fastify", ports[1]),
}
try:
    asyncio.run(measure(services))
finally:
    for service in services.values():
        service.process.kill()
        service.process.wait()
