"""What the bench scripts share: a running release binary, what the system knows of it, and facts to send.

Standard library only. Everything happens on 127.0.0.1.
"""

import json
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[1]
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
START_SECONDS = 10


class Service:
    """A followup process with default settings, but for those that are named. Its log goes nowhere, at its usual level."""

    def __init__(self, binary, port=0, **settings):
        environment = {"FOLLOWUP_LISTEN": f"127.0.0.1:{port}"} | {name: str(value) for name, value in settings.items()}
        self.process = subprocess.Popen(
            [pathlib.Path(binary).resolve()], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        self.pid = self.process.pid
        line = self.process.stdout.readline()
        if not line.startswith("Listening on http://"):
            raise SystemExit(f"the service did not start: {line!r}")
        self.host, _, port = line.rpartition("//")[2].strip().rpartition(":")
        self.port = int(port)
        self.url = f"http://{self.host}:{self.port}"

    def wait_until_ready(self):
        """Returns once /health/ready answers 200."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(self.url + "/health/ready", timeout=1):
                    return
            except OSError:
                time.sleep(0.02)
        raise SystemExit("the service is not ready")

    def stop(self, patience=30):
        """SIGTERM, and the seconds until it has ended well."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=patience)
        self.process.stdout.close()
        if code != 0:
            raise SystemExit(f"SIGTERM: ended with {code}")
        return time.monotonic() - began

    def __enter__(self):
        self.wait_until_ready()
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def resident_mb(self):
        status = pathlib.Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def processor_seconds(self):
        return processor_seconds(self.pid)

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def answered(self):
        """How many requests under /v1 were answered, by status, as /metrics counts them."""
        counts = {}
        with urllib.request.urlopen(self.url + "/metrics", timeout=10) as metrics:
            for line in metrics.read().decode().splitlines():
                if line.startswith("followup_http_requests_total") and 'route="/v1/' in line:
                    status = line.partition('status="')[2][:3]
                    counts[status] = counts.get(status, 0) + int(line.rpartition(" ")[2])
        return counts


def processor_seconds(pid):
    """User and system time of that process so far."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND


def facts():
    """The bodies of the three hundred generated interviews."""
    lines = (ROOT / "tests/conformance.ndjson").read_text().splitlines()
    return [json.dumps(json.loads(line)["facts"]).encode() for line in lines]


def request(method, path, body=b"", media_type="application/json"):
    """The bytes of a request."""
    head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n"
    if method == "POST":
        head += f"Content-Type: {media_type}\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + b"\r\n" + body


def free_ports(count):
    """That many ports of 127.0.0.1 on which nobody listens."""
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def raise_descriptor_limit():
    """As many open files as the system allows; child processes get the same."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
