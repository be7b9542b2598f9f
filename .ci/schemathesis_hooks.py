"""Teaches Schemathesis what a batch is: a line for each entry of a list, one line for anything else."""

import json

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def lines(_context, value):
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode()
    return b"".join(json.dumps(entry).encode() + b"\n" for entry in (value if isinstance(value, list) else [value]))


@schemathesis.deserializer("application/x-ndjson")
def answers(_context, response):
    for line in response.content.splitlines():
        json.loads(line)
    return response.text
