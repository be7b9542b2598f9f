"""Asks a running service as an agent does, by the official SDK, and holds what the tools answer against the endpoints.

    python3 .ci/mcp_client.py http://127.0.0.1:8080

Each tool is called with the first example that the document has for its operation, by both kinds of revision that the
protocol has. The SDK holds every answer against the tool's own schema.
"""

import asyncio
import json
import sys
import urllib.parse
import urllib.request

from mcp import Client, MCPError

SERVICE = sys.argv[1]
TAGS = {"follow-up", "imports", "knowledge", "calendars"}
JSON = "application/json"


def ask(method, path, query=None, body=None):
    """What the endpoint itself answers."""
    address = SERVICE + path + ("?" + urllib.parse.urlencode(query) if query else "")
    data = None if body is None else json.dumps(body).encode()
    headers = {"Accept": JSON} | ({} if body is None else {"Content-Type": JSON})
    request = urllib.request.Request(address, data, headers, method=method)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def calls(document):
    """For each operation that should be a tool: its name, the arguments of its first example, what the endpoint answers to them."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            takes = operation.get("requestBody", {}).get("content", {JSON: {}})
            gives = operation["responses"]["200"].get("content", {})
            if not TAGS & set(operation["tags"]) or JSON not in takes or JSON not in gives:
                continue
            parameters = operation.get("parameters", [])
            given = {each["name"]: each["example"] for each in parameters if "example" in each}
            query = dict(given)
            address = path
            for each in parameters:
                if each["in"] == "path":
                    address = address.replace("{%s}" % each["name"], str(query.pop(each["name"])))
            body = None
            if "requestBody" in operation:
                body = next(iter(takes[JSON]["examples"].values()))["value"]
            arguments = {**given, "body": body} if parameters and body is not None else body or given
            yield operation["operationId"], arguments, ask(method.upper(), address, query, body)


def expect(what, holds, seen):
    if not holds:
        sys.exit(f"mcp: {what}: {seen}")


async def session(mode, revision, expected):
    async with Client(SERVICE + "/mcp", mode=mode) as client:
        expect("revision", client.protocol_version == revision, client.protocol_version)
        expect("server", client.server_info.name == "followup", client.server_info)
        expect("instructions", client.instructions, client.instructions)
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        expect("tools", set(tools) == {name for name, _, _ in expected}, sorted(tools))
        for name, arguments, answer in expected:
            hints = tools[name].annotations
            expect(f"{name}: hints", hints.read_only_hint and hints.open_world_hint is False, hints)
            expect(f"{name}: schemas", tools[name].input_schema["type"] == tools[name].output_schema["type"] == "object", tools[name])
            result = await client.call_tool(name, arguments)
            expect(f"{name}: the answer of the endpoint", not result.is_error and result.structured_content == answer, result)
            expect(f"{name}: the same as text", json.loads(result.content[0].text) == answer, result.content)
        refused = await client.call_tool("create_plan", {"interview": {"ended_at": "yesterday", "city": "Ghent"}})
        faults = json.loads(refused.content[0].text)["errors"] if refused.is_error else []
        expect("a refusal", {fault["pointer"] for fault in faults} == {"/interview/ended_at", "/interview/city"}, refused)
        try:
            expect("an unknown tool", False, await client.call_tool("create_plans", {}))
        except MCPError as error:
            expect("an unknown tool", error.code == -32602, error)
        print(f"mcp {revision}: {len(tools)} tools answer as their endpoints do")


async def main():
    expected = list(calls(ask("GET", "/openapi.json")))
    expect("operations", len(expected) >= 10, expected)
    await session("legacy", "2025-11-25", expected)
    await session("auto", "2026-07-28", expected)


asyncio.run(main())
