#!/usr/bin/env python3
"""A thousand idle connections, then two hundred slow clients at once; others must not feel them.

    python3 bench/slow_clients.py target/release/followup

Starts the program with short deadlines on a free port and holds what it measures against ceilings: nobody is held longer than
the deadline and two seconds, nobody is let go before it, and meanwhile a plain GET takes less than 100 ms (19 of 20 of them;
the slowest of all a second, since the machine may be busy with other things). Takes some twenty seconds.
"""

import asyncio
import collections
import multiprocessing
import os
import resource
import select
import socket
import statistics
import subprocess
import sys
import time

DEADLINE = 2.0
IDLE = 6.0
GRACE = 2.0
SETTINGS = {
    "FOLLOWUP_LISTEN": "127.0.0.1:0",
    "FOLLOWUP_WORKERS": "2",
    "FOLLOWUP_HEAD_TIMEOUT": str(DEADLINE),
    "FOLLOWUP_BODY_TIMEOUT": str(DEADLINE),
    "FOLLOWUP_WRITE_TIMEOUT": str(DEADLINE),
    "FOLLOWUP_WRITE_RATE": "100000",
    "FOLLOWUP_IDLE_TIMEOUT": str(IDLE),
    "RUST_LOG": "error",
}
SLOW_CLIENTS = 200
IDLE_CONNECTIONS = 1000
MOST_KB_A_CONNECTION = 20

GET = b"GET /v1/working-days?from=2026-03-02&add=5 HTTP/1.1\r\nHost: x\r\n\r\n"
BIG = b"GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n"
HEAD = b"GET /" + b"x" * 1000
JSON = b"POST /v1/plans HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
BATCH = b"POST /v1/plans/batch?view=schedules HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
FACTS = b'{"interview": {"ended_at": "2026-03-02T15:00:00-08:00"}, "as_of": "2026-03-02T16:00:00-08:00"}\n'
LENGTH = b"Content-Length: 1000\r\n\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"


def chunk(data):
    return b"%x\r\n%s\r\n" % (len(data), data)


class Client:
    """A connection, since when it is slow, and what came of it."""

    def __init__(self, kind, address):
        self.kind, self.address = kind, address
        self.socket = socket.socket()
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.slow_since = self.ended = None
        self.received = b""
        self.end = ""

    async def run(self):
        self.loop = asyncio.get_running_loop()
        self.socket.setblocking(False)
        await self.loop.sock_connect(self.socket, self.address)
        await KINDS[self.kind](self)
        self.ended = time.monotonic()
        self.socket.close()

    async def send(self, data):
        await self.loop.sock_sendall(self.socket, data)
        self.slow_since = time.monotonic()

    async def one_answer(self):
        await self.send(GET)
        while not self.received.endswith(b"}"):
            self.received += await self.loop.sock_recv(self.socket, 65536)
        self.received = b""

    async def drip(self, data):
        """A byte every 50 ms, for as long as anybody takes it."""
        try:
            for byte in data:
                await self.loop.sock_sendall(self.socket, bytes([byte]))
                await asyncio.sleep(0.05)
        except OSError:
            pass

    async def until_the_end(self, at_once=65536, pause=0.0):
        try:
            while data := await self.loop.sock_recv(self.socket, at_once):
                self.received = (self.received + data)[-65536:]
                await asyncio.sleep(pause)
            self.end = "closed"
        except OSError:
            self.end = "reset"

    async def until_it_is_reset(self):
        """Reads nothing; a reset shows all the same."""
        poll = select.poll()
        poll.register(self.socket, 0)
        while not poll.poll(0):
            await asyncio.sleep(0.02)
        self.end = "reset"

    def outcome(self):
        answers = [part[:3].decode() for part in self.received.split(b"HTTP/1.1 ")[1:]]
        if b'"problem":{"type":"/problems/request-timeout"' in self.received:
            answers.append("408 as a line")
        return f"{answers[-1] if answers else 'nothing'}, {self.end}"


def silent(data, after_an_answer=False):
    async def run(self):
        if after_an_answer:
            await self.one_answer()
        await self.send(data)
        await self.until_the_end()

    return run


def dripping(data, drops, after_an_answer=False):
    async def run(self):
        if after_an_answer:
            await self.one_answer()
        await self.send(data)
        dripping = asyncio.create_task(self.drip(drops))
        await self.until_the_end()
        dripping.cancel()

    return run


async def reads_nothing(self):
    self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    await self.send(BIG * 60)
    await self.until_it_is_reset()


async def reads_a_little(self):
    self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    await self.send(BIG * 60)
    await self.until_the_end(at_once=500, pause=0.05)


async def batch_that_stops(self):
    """Lines come byte by byte, which is allowed for ever; then nothing comes, and that has a deadline."""
    await self.send(BATCH + CHUNKED + chunk(FACTS))
    reading = asyncio.create_task(self.until_the_end())
    for byte in FACTS[:60]:
        await self.send(chunk(bytes([byte])))
        await asyncio.sleep(0.05)
    if reading.done():
        self.end = "let go while it still sent"
    await reading


async def batch_that_does_not_read(self):
    """Lines without end, and no answer is read."""
    self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    await self.send(BATCH + CHUNKED)
    poll = select.poll()
    poll.register(self.socket, 0)
    lines = chunk(FACTS * 100)
    sent = 0
    while not poll.poll(0):
        try:
            # Held from when the last of it was taken: until then it is a client that sends before it reads.
            sent = (sent + self.socket.send(lines[sent:])) % len(lines)
            self.slow_since = time.monotonic()
        except BlockingIOError:
            pass
        except OSError:
            break
        await asyncio.sleep(0.005)
    self.end = "reset"


KINDS = {
    "first head, silent": silent(HEAD),
    "first head, dripping": dripping(b"", HEAD),
    "second head, silent": silent(HEAD, True),
    "second head, dripping": dripping(b"", HEAD, True),
    "body, silent": silent(JSON + LENGTH + b"{"),
    "body, dripping": dripping(JSON + LENGTH, b" " * 1000),
    "second body, silent": silent(JSON + LENGTH + b"{", True),
    "chunked body, silent": silent(JSON + CHUNKED + b"5\r\n{"),
    "chunked body, dripping": dripping(JSON + CHUNKED, chunk(b" ") * 200),
    "chunk's head, dripping": dripping(JSON + CHUNKED, b"0" * 1000),
    "reader of nothing": reads_nothing,
    "trickling reader": reads_a_little,
    "batch that stops": batch_that_stops,
    "batch that is not read": batch_that_does_not_read,
}


class Others:
    """Somebody who just wants an answer, again and again on a connection of his own; a process of his own, so that the slow
    clients here don't slow him down."""

    def __init__(self, address):
        self.stop, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=self.run, args=(address, theirs), daemon=True)
        self.process.start()

    @staticmethod
    def run(address, stop):
        took = []
        while not stop.poll(0.02):
            since = time.monotonic()
            with socket.create_connection(address, timeout=10) as stream:
                stream.sendall(GET.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
                answer = b""
                while part := stream.recv(65536):
                    answer += part
            assert answer.startswith(b"HTTP/1.1 200"), answer
            took.append((time.monotonic() - since) * 1000)
        stop.send(took)

    def figures(self):
        self.stop.send("stop")
        took = sorted(self.stop.recv())
        self.process.join()
        p95 = took[len(took) * 95 // 100]
        print(f"GET meanwhile: {len(took)}, median {statistics.median(took):.1f} ms, p95 {p95:.1f} ms, slowest {took[-1]:.1f} ms")
        return p95 < 100 and took[-1] < 1000


async def slow(address):
    kinds = list(KINDS)
    clients = [Client(kinds[n % len(kinds)], address) for n in range(SLOW_CLIENTS)]
    await asyncio.wait_for(asyncio.gather(*(client.run() for client in clients)), 60)
    return clients


def slow_clients(address, _):
    others = Others(address)
    clients = asyncio.run(slow(address))
    good = others.figures()
    print(f"{'held for (deadline ' + str(DEADLINE) + ' s)':28} clients  least  most")
    for kind in KINDS:
        own = [client for client in clients if client.kind == kind]
        held = [client.ended - client.slow_since for client in own]
        outcomes = collections.Counter(client.outcome() for client in own)
        print(f"{kind:28} {len(own):7}  {min(held):4.1f}  {max(held):4.1f}  {dict(outcomes)}")
        # A batch that is not read is held from when the last of it was taken, which may be the moment before.
        least = 0 if "not read" in kind else DEADLINE - 0.1
        good &= least <= min(held) and max(held) <= DEADLINE + GRACE
        good &= all(client.end in ("closed", "reset") for client in own)
        unread = "reader" in kind or "not read" in kind
        good &= unread or all("408" in outcome and "closed" in outcome for outcome in outcomes)
    print(f"{len(clients)} slow clients, none held longer than {max(c.ended - c.slow_since for c in clients):.2f} s")
    return good


def resident_kb(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def idle_connections(address, pid):
    others = Others(address)
    time.sleep(0.5)
    before = resident_kb(pid)
    connections = []
    for _ in range(IDLE_CONNECTIONS):
        stream = socket.create_connection(address, timeout=IDLE + 10)
        stream.sendall(GET)
        assert stream.recv(65536).startswith(b"HTTP/1.1 200")
        connections.append((stream, time.monotonic()))
    each = (resident_kb(pid) - before) / IDLE_CONNECTIONS
    held, resets = [], 0
    for stream, since in connections:
        try:
            assert stream.recv(1) == b""
        except ConnectionResetError:
            resets += 1
        held.append(time.monotonic() - since)
        stream.close()
    good = others.figures()
    print(f"{IDLE_CONNECTIONS} idle connections: {each:.1f} KB each, closed after {min(held):.1f} to {max(held):.1f} s (idle time {IDLE} s), {resets} reset")
    good &= each < MOST_KB_A_CONNECTION and resets == 0
    return good and IDLE - 0.1 <= min(held) and max(held) <= IDLE + GRACE


def main():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 8192)), hard))
    good = all([run(idle_connections), run(slow_clients)])
    if not good:
        sys.exit("a ceiling is broken")


def run(part):
    """A part against a program of its own."""
    program = subprocess.Popen([sys.argv[1]], env={**os.environ, **SETTINGS}, stdout=subprocess.PIPE)
    try:
        host, port = program.stdout.readline().decode().strip().rsplit("http://", 1)[1].split(":")
        # The first answer waits for the start to be over, which is measured elsewhere.
        with socket.create_connection((host, int(port)), timeout=10) as stream:
            stream.sendall(GET)
            assert stream.recv(65536).startswith(b"HTTP/1.1 200")
        good = part((host, int(port)), program.pid)
        assert program.poll() is None, "the program ended"
        return good
    finally:
        program.terminate()
        program.wait(20)


if __name__ == "__main__":
    main()
