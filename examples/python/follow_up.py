"""From an interview in Greenhouse to a plan, a calendar and an e-mail draft, by a generated client.

    python3 examples/python/follow_up.py http://127.0.0.1:8080 FOLDER

../README.md says how the client is generated. `follow-up.ics` and `thank-you.eml` are saved in FOLDER.
"""

import json
import pathlib
import sys

from followup_client import Client, models
from followup_client.api.follow_up import create_plan
from followup_client.api.imports import import_interview

service = Client(base_url=sys.argv[1], raise_on_unexpected_status=True)
folder = pathlib.Path(sys.argv[2])
interview = json.loads((pathlib.Path(__file__).parent.parent / "greenhouse_interview.json").read_text())

# What Greenhouse doesn't know of the interview; leave out as_of to be answered for now.
known_besides = {
    "as_of": "2026-03-02T18:00:00-08:00",
    "candidate": {"name": "Dana Reyes", "email": "dana@example.com"},
    "employer": {"name": "Acme", "country": "US", "time_zone": "America/Los_Angeles"},
    "interview": {"position": "Backend Engineer"},
    "timeline": {"kind": "by_date", "date": "2026-03-13"},
}


def answered(answer):
    """The answer, or the end of the program with every fault that the service found."""
    if isinstance(answer, models.Problem):
        sys.exit("\n".join([answer.detail, *(f"{fault.pointer}: {fault.detail}" for fault in answer.errors or [])]))
    return answer


def saved(path, accept, name):
    """Saves the same facts in another format."""
    answer = service.get_httpx_client().post(path, json=facts.to_dict(), headers={"Accept": accept})
    answer.raise_for_status()
    (folder / name).write_bytes(answer.content)
    print(f"saved {folder / name}")


body = models.ImportWithFacts.from_dict({"object": interview, "facts": known_besides})
imported = answered(import_interview.sync(models.ImportSystem.GREENHOUSE, client=service, body=body))
facts = imported.facts
for assumption in imported.assumptions:
    print(f"assumed: {assumption.detail}")
print(f"would sharpen the plan: {', '.join(imported.missing)}")

plan = answered(create_plan.sync(client=service, body=facts))
print(f"\n{plan.headline}")
for step in plan.steps:
    moment = step.act_at or step.window.best_at
    print(f"{moment:%a %d %b %Y, %H:%M}  {step.title}")

saved("/v1/schedules", "text/calendar", "follow-up.ics")
saved("/v1/messages?purpose=thank_you&recipient=0", "message/rfc822", "thank-you.eml")
