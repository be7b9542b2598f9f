"""What a request costs, against a bare handler that parses the same facts and answers as many bytes, in one run.

    cargo build --release --bins --example bare
    python3 bench/ratio.py target/release/followup target/release/examples/bare

Both serve with one worker, ours with its request log on. The same generated facts (or those of a file of the same kind that CASES names)
go to each in turn, round after round, over the same number of connections; what counts is the processor time of their threads, so that
the machine's other work hardly shows. Linux.
"""

import json
import os
import re
import socket
import statistics
import subprocess
import sys
from pathlib import Path

CASES = Path(os.environ.get("CASES", Path(__file__).parents[1] / "tests" / "conformance.ndjson"))
CONNECTIONS = 16
ROUNDS = int(os.environ.get("ROUNDS", "15"))
LEAST_REQUESTS_A_ROUND = 3_000
TARGETS = {"schedules": 0.65, "plans": 0.45}


class Server:
    """A serving process, and connections to it."""

    def __init__(self, binary, log):
        environment = {"FOLLOWUP_LISTEN": "127.0.0.1:0", "FOLLOWUP_WORKERS": "1", "FOLLOWUP_LOG_FORMAT": "json", "RUST_LOG": "info"}
        self.process = subprocess.Popen([binary], env=environment, stdout=subprocess.PIPE, stderr=log, text=True)
        host, port = re.search(r"http://(.*):(\d+)", self.process.stdout.readline()).groups()
        self.connections = [socket.create_connection((host, int(port))) for _ in range(CONNECTIONS)]

    def processor_ns(self):
        """Processor time of all its threads, user and system."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks)

    def ask(self, requests):
        """Sends the requests in volleys, one over each connection; the sizes of the answers' bodies, in order.

        A server that answers faster than it is asked sleeps after each answer, which costs more than the bare handler's whole work and
        would make it look twice as dear. A volley keeps either busy.
        """
        sizes = []
        for start in range(0, len(requests), CONNECTIONS):
            volley = list(zip(self.connections, requests[start:start + CONNECTIONS]))
            for connection, request in volley:
                connection.sendall(request)
            sizes += [receive(connection) for connection, _ in volley]
        return sizes


def receive(connection):
    answer = connection.recv(1 << 18)
    while b"\r\n\r\n" not in answer:
        answer += connection.recv(1 << 18)
    head, _, body = answer.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        sys.exit(answer.decode())
    size = int(re.search(rb"content-length: (\d+)", head, re.IGNORECASE)[1])
    length = len(body)
    while length < size:
        length += len(connection.recv(1 << 18))
    return size


def post(path, body):
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def main():
    ours, bare = sys.argv[1:3]
    facts = [json.dumps(json.loads(line)["facts"]).encode() for line in CASES.read_text().splitlines()]
    with open(os.devnull, "w") as log:
        ours, bare = Server(ours, log), Server(bare, log)
        try:
            compare(ours, bare, facts)
        finally:
            ours.process.kill()
            bare.process.kill()


def cost(server, requests):
    before = server.processor_ns()
    server.ask(requests)
    return (server.processor_ns() - before) / len(requests) / 1000


def compare(ours, bare, facts):
    missed = []
    for view, target in TARGETS.items():
        requests = [post(f"/v1/{view}", body) for body in facts]
        sizes = ours.ask(requests)
        same_size = [post(f"/{size}", body) for size, body in zip(sizes, facts)]
        for _ in range(3):
            ours.ask(requests)
            bare.ask(same_size)
        times = -(-LEAST_REQUESTS_A_ROUND // len(facts))
        rounds = [(cost(bare, same_size * times), cost(ours, requests * times)) for _ in range(ROUNDS)]
        ratio = statistics.median(theirs / own for theirs, own in rounds)
        least = [min(round[which] for round in rounds) for which in (0, 1)]
        print(
            f"{view}: {ratio:.2f} of the bare handler (target {target}); {least[1]:.1f} µs of processor time a request against"
            f" {least[0]:.1f} µs at best, {statistics.mean(sizes):,.0f} bytes a body"
        )
        if ratio < target:
            missed.append(view)
    if missed:
        sys.exit(f"below the target: {', '.join(missed)}")


main()
