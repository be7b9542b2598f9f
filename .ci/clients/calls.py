"""Calls the service with the client that openapi-python-client made of its document.

    python3 .ci/clients/calls.py http://127.0.0.1:8080      (the client stands in .ci/work/followup_client)
"""

import datetime
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "work"))

from followup_client import Client, models  # noqa: E402
from followup_client.api.calendars import count_working_days, get_calendar, list_calendars  # noqa: E402
from followup_client.api.follow_up import (  # noqa: E402
    create_channel_advice, create_messages, create_plan, create_schedule, create_strategy_comparison,
)
from followup_client.api.knowledge import get_guidance, list_templates  # noqa: E402
from followup_client.api.service import check_readiness  # noqa: E402

service = Client(base_url=sys.argv[1])


def instant(text):
    return datetime.datetime.fromisoformat(text)


def expect(what, holds, answer):
    if not holds:
        sys.exit(f"{what}: {answer}")
    print(f"openapi-python-client: {what}")


least = models.InterviewFacts(interview=models.InterviewDetails(ended_at=instant("2026-03-02T15:00:00-08:00")))
facts = models.InterviewFacts(
    as_of=instant("2026-03-04T09:30:00-05:00"),
    candidate=models.CandidateFacts(name="Dana Reyes", email="dana@example.com"),
    employer=models.EmployerFacts(
        name="Acme", industry=models.Industry.TECHNOLOGY, country="US", time_zone="America/New_York",
    ),
    interview=models.InterviewDetails(
        ended_at=instant("2026-03-02T15:00:00-05:00"),
        position="Backend Engineer",
        interviewers=[
            models.PersonFacts(name="Sam Okafor", role=models.Role.HIRING_MANAGER, email="sam@acme.example"),
        ],
    ),
    history=[
        models.HistoryEntryFacts(
            kind=models.EntryKind.SENT, at=instant("2026-03-02T18:10:00-05:00"), purpose=models.Purpose.THANK_YOU,
            channel=models.Channel.EMAIL, recipient="Sam Okafor",
        ),
    ],
)

for body in (least, facts):
    plan = create_plan.sync(client=service, body=body)
    expect("POST /v1/plans", isinstance(plan, models.Plan) and plan.steps, plan)

schedule = create_schedule.sync(client=service, body=facts)
act_at = {step.purpose: step.act_at for step in schedule.steps}.get(models.Purpose.CHECK_IN)
expect("POST /v1/schedules", act_at == instant("2026-03-09T10:00:00-04:00"), schedule)

messages = create_messages.sync(client=service, body=facts, purpose=models.Purpose.CHECK_IN)
expect("POST /v1/messages", messages.messages[0].subject, messages)

advice = create_channel_advice.sync(client=service, body=facts, purpose=models.Purpose.CHECK_IN)
expect("POST /v1/channel-advice", advice.recommended == models.Channel.EMAIL, advice)

comparison = create_strategy_comparison.sync(client=service, body=facts)
expect("POST /v1/strategy-comparisons", comparison.recommended == models.Strategy.ONE_WEEK, comparison)

guidance = get_guidance.sync(client=service)
expect("GET /v1/guidance", len(guidance.rules) > 20, guidance)

templates = list_templates.sync(client=service)
expect("GET /v1/templates", len(templates.templates) > 10, templates)

calendars = list_calendars.sync(client=service)
expect("GET /v1/calendars", len(calendars.countries) >= 100, calendars)

calendar = get_calendar.sync("DE", 2026, client=service, subdivision="BY")
expect("GET /v1/calendars/DE/2026", "Epiphany" in [day.name for day in calendar.holidays], calendar)

day = count_working_days.sync(client=service, from_=datetime.date(2026, 5, 18), add=5, country="US")
expect("GET /v1/working-days", day.date == datetime.date(2026, 5, 26), day)

ready = check_readiness.sync(client=service)
expect("GET /health/ready", isinstance(ready, models.Health), ready)

refusal = create_channel_advice.sync(client=service, body=facts, purpose=models.Purpose.PREPARE)
expect("a refusal is a typed problem", isinstance(refusal, models.Problem) and refusal.status == 422, refusal)
