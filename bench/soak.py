"""A minute of everything at once, to see that memory and descriptors stay flat.

    python3 bench/soak.py target/release/followup [seconds]

Plans, schedules, messages, advice, drafts, batches, questions, pages, requests that have to be refused, and connections that are opened and
left in every state. Each answer must have the status that it should. Held: the resident memory at the end against that after a
third of the time, and after all connections are closed as many open files as before. Ends with 1 if anything is wrong.
"""

import asyncio
import collections
import json
import random
import socket
import struct
import sys
import time

from calling import Connection
from serving import Service, facts, request

WORKERS = 24
DROPPERS = 4
GROWTH_MB = 3.0
GROWTH_SHARE = 0.10

binary = sys.argv[1]
SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
bodies = facts()
outcomes = collections.Counter()
faults = collections.Counter()


def draft(body):
    """A review of a short draft against these facts."""
    told = {
        "facts": json.loads(body), "purpose": "check_in", "channel": "email", "subject": "Our interview",
        "body": "Hello,\n\nI just wanted to touch base about my application. Have you decided?\n\nBest wishes",
    }
    return json.dumps(told).encode()


def kinds():
    """Name, request and right statuses of what is asked, as often as it stands here."""
    some = random.Random(4)
    for body in bodies:
        yield "plan", request("POST", "/v1/plans", body), {200}
        yield "schedule", request("POST", "/v1/schedules", body), {200}
    for body in some.sample(bodies, 60):
        yield "messages", request("POST", "/v1/messages?purpose=thank_you", body), {200, 422}
        yield "comparison", request("POST", "/v1/strategy-comparisons", body), {200}
        yield "advice", request("POST", "/v1/channel-advice?purpose=check_in", body), {200}
        yield "draft", request("POST", "/v1/draft-reviews", draft(body)), {200}
    for number in range(5):
        lines = b"\n".join([*some.sample(bodies, 50), b"{nothing}"])
        yield "batch", request("POST", f"/v1/plans/batch?view={['plans', 'schedules'][number % 2]}", lines, "application/x-ndjson"), {200}
    for path in (
        "/v1/guidance", "/v1/templates", "/v1/calendars", "/v1/calendars/DE/2026", "/v1/working-days?from=2026-03-02&add=500&country=FR",
        "/openapi.json", "/docs/", "/health/live", "/health/ready", "/metrics", "/problems/not-found",
    ):
        for _ in range(4):
            yield "question", request("GET", path), {200, 404} if "problems" in path else {200}
    for refused, statuses in (
        (request("POST", "/v1/plans", b'{"interview": '), {400}),
        (request("POST", "/v1/plans", b'{"interview": {"ended_at": "yesterday"}, "colour": 7}'), {422}),
        (request("POST", "/v1/plans", b"[" * 5000), {400}),
        (request("POST", "/v1/plans", b"x" * 70_000), {413}),
        (request("POST", "/v1/plans", b"<a/>", "text/xml"), {415}),
        (request("GET", "/v1/plans"), {405}),
        (request("GET", f"/{'a' * 3000}"), {404}),
        (request("GET", "/v1/working-days?from=never"), {422}),
        (b"GET /\x01 HTTP/1.1\r\n\r\n", {400}),
    ):
        for _ in range(4):
            yield "refusal", refused, statuses


async def ask(service, asked, until):
    """Asks one thing after the other over one connection, and now and then over a new one."""
    connection = Connection(service.host, service.port)
    while time.monotonic() < until:
        name, what, statuses = random.choice(asked)
        try:
            status, body = await connection.ask(what)
        except (OSError, EOFError, asyncio.TimeoutError, TimeoutError) as error:
            faults[f"{name}: {type(error).__name__}"] += 1
            continue
        outcomes[name] += 1
        if status not in statuses:
            faults[f"{name}: {status}"] += 1
        if name == "batch" and body.count(b"\n") != 51:
            faults["batch: lines are missing"] += 1
        if random.random() < 0.01:
            connection.drop()
    connection.drop()


async def leave(service, until):
    """Opens connections and leaves them: unused, with half a head, half a body, an unread answer; closed or reset."""
    plan = request("POST", "/v1/plans", bodies[0])
    beginnings = [b"", plan[:30], plan[:-100], plan, plan * 3]
    while time.monotonic() < until:
        _, writer = await asyncio.open_connection(service.host, service.port)
        writer.write(random.choice(beginnings))
        if random.random() < 0.5:
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        await asyncio.sleep(random.choice([0, 0.005, 0.05]))
        writer.close()
        outcomes["left"] += 1


async def watch(service, began, until):
    """Memory and open files every few seconds; what they were after a third of the time."""
    warm = None
    while (now := time.monotonic()) < until:
        print(f"{now - began:4.0f} s: {service.resident_mb():.1f} MB, {service.descriptors()} open files, {sum(outcomes.values()):,} done", flush=True)
        if warm is None and now - began >= SECONDS / 3:
            warm = service.resident_mb()
        await asyncio.sleep(SECONDS / 12)
    return warm


async def run(service):
    asked = list(kinds())
    began = time.monotonic()
    until = began + SECONDS
    tasks = [ask(service, asked, until) for _ in range(WORKERS)] + [leave(service, until) for _ in range(DROPPERS)]
    warm, *_ = await asyncio.gather(watch(service, began, until), *tasks)
    return warm


with Service(binary) as service:
    time.sleep(0.5)
    files = service.descriptors()
    warm = asyncio.run(run(service))
    end = service.resident_mb()
    deadline = time.monotonic() + 15
    while service.descriptors() != files and time.monotonic() < deadline:
        time.sleep(0.1)
    left = service.descriptors()
    service.stop()

print(f"done: {dict(outcomes.most_common())}")
ceiling = warm * (1 + GROWTH_SHARE) + GROWTH_MB
print(f"memory: {warm:.1f} MB after a third of the time, {end:.1f} MB at the end (ceiling {ceiling:.1f} MB); open files: {files} before, {left} after")
if end > ceiling:
    faults["memory grows"] += 1
if left != files:
    faults["descriptors are left open"] += 1
for fault, count in faults.items():
    print(f"fault: {fault} ({count} times)")
sys.exit(1 if faults else 0)
