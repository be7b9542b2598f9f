"""The job of `POST /v1/plans`, abridged, as one would write it with FastAPI: what costs processor time is there, what takes care is not.

Facts checked by pydantic models, working days by PyPI holidays, seven steps with windows and reasons, messages by jinja2,
a typed answer. README.md lists what it leaves out.
"""

import json
import uuid
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import holidays
from fastapi import FastAPI
from jinja2 import Environment, StrictUndefined
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

WORDS = json.loads((Path(__file__).parents[1] / "words.json").read_text())
ENVIRONMENT = Environment(undefined=StrictUndefined, autoescape=False)
TEMPLATES = {name: [ENVIRONMENT.from_string(text) for text in pair] for name, pair in WORDS["templates"].items()}
WORKING_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"]

Day = date
Short = Annotated[str, Field(max_length=200)]
Long = Annotated[str, Field(max_length=1000)]
Channel = Literal["email", "linkedin", "phone", "platform"]


class Facts(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Candidate(Facts):
    name: Short | None = None
    email: Short | None = None
    phone: Annotated[str, Field(max_length=40)] | None = None
    career_stage: Literal["new_graduate", "early_career", "experienced", "executive"] | None = None
    strengths: list[Short] = Field([], max_length=10)


class LinkedIn(Facts):
    connected: bool = False
    url: str | None = None


class Person(Facts):
    name: Short | None = None
    title: Short | None = None
    role: Literal["hiring_manager", "recruiter", "agency_recruiter", "panel_member", "other"] = "other"
    attended: bool = True
    email: Annotated[str, Field(max_length=254)] | None = None
    phone: Annotated[str, Field(max_length=40)] | None = None
    linkedin: LinkedIn = LinkedIn()
    preferred_channel: Channel | None = None
    topics: list[Short] = Field([], max_length=10)


class Closure(Facts):
    first: date = Field(alias="from")
    last: date = Field(alias="to")


class Employer(Facts):
    name: Short | None = None
    industry: Literal["technology", "finance", "creative", "healthcare", "education", "public_sector", "retail", "manufacturing", "other"] | None = None
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None = None
    subdivision: Short | None = None
    time_zone: Short | None = None
    culture: Literal["formal", "neutral", "informal"] | None = None
    welcomes_calls: bool = False
    contact_policy: Literal["open", "no_calls", "no_contact"] = "open"
    closures: list[Closure] = Field([], max_length=40)
    contact: Person | None = None


class Interview(Facts):
    ended_at: AwareDatetime | None = None
    started_at: AwareDatetime | None = None
    duration_minutes: int | None = None
    date: Day | None = None
    status: str = "held"
    position: Short | None = None
    stage: Literal["screening", "first", "middle", "final"] = "first"
    format: Literal["phone", "video", "in_person"] | None = None
    interviewers: list[Person] = Field([], max_length=20)
    topics: list[Short] = Field([], max_length=10)
    appeal: Long | None = None


class Timeline(Facts):
    kind: Literal["by_date", "within_days", "within_working_days"]
    date: Day | None = None
    min: int | None = None
    max: Annotated[int, Field(le=365)] | None = None
    invites_contact: bool = False


class Delay(Facts):
    reason: str
    until: Day | None = None


class Platform(Facts):
    name: Short | None = None
    contract_signed: bool = False


class Event(Facts):
    kind: Literal["sent", "received"]
    at: AwareDatetime
    purpose: str | None = None
    channel: Channel | None = None
    recipient: Short | None = None
    delivered: bool = True
    outcome: str | None = None
    timeline: Timeline | None = None
    until: Day | None = None
    automated: bool = False


class Offer(Facts):
    received_at: AwareDatetime
    answer_by: date


class Withdrawal(Facts):
    decided_at: AwareDatetime
    reason: str | None = None


class Pin(Facts):
    purpose: str
    on: date | None = None
    reason: Long | None = None


class Preferences(Facts):
    strategy: Literal["auto", "immediate", "one_week", "two_week", "as_needed"] = "auto"
    max_check_ins: Annotated[int, Field(ge=0, le=2)] = 2
    tone: Literal["auto", "formal", "neutral", "warm"] = "auto"
    locale: str = "en-US"


class Submission(Facts):
    reference: Short | None = None
    as_of: AwareDatetime | None = None
    candidate: Candidate = Candidate()
    employer: Employer = Employer()
    interview: Interview
    timeline: Timeline | None = None
    delays: list[Delay] = Field([], max_length=10)
    platform: Platform | None = None
    competing_offer: Offer | None = None
    withdrawal: Withdrawal | None = None
    history: list[Event] = Field([], max_length=50)
    pins: list[Pin] = Field([], max_length=14)
    skips: list[Pin] = Field([], max_length=14)
    preferences: Preferences = Preferences()


class Reason(BaseModel):
    rule: str
    text: str
    sources: list[str]


class Window(BaseModel):
    opens_at: datetime
    best_at: datetime
    closes_at: datetime


class Step(BaseModel):
    id: uuid.UUID
    purpose: str
    status: str
    channel: str | None
    alternatives: list[str]
    recipients: list[str]
    window: Window
    act_at: datetime | None
    title: str
    summary: str
    reasons: list[Reason]


class Message(BaseModel):
    id: uuid.UUID
    step_id: uuid.UUID
    purpose: str
    channel: str
    recipient: dict[str, str | None]
    subject: str | None
    body: str
    word_count: int
    ready: bool
    missing: list[str]
    reasons: list[Reason]


class Plan(BaseModel):
    id: uuid.UUID
    as_of: datetime
    state: str
    headline: str
    next_step: uuid.UUID | None
    review_at: datetime | None
    reference: str | None
    strategy: dict[str, str | list[Reason]]
    steps: list[Step]
    channel_advice: list[dict]
    messages: list[Message]
    expectations: list[Reason]
    assumptions: list[dict[str, str]]


@lru_cache(maxsize=1000)
def calendar(country: str | None, subdivision: str | None):
    if country is None:
        return {}
    try:
        return holidays.country_holidays(country, subdiv=subdivision and subdivision.removeprefix(country + "-"), years=range(2024, 2030))
    except NotImplementedError:
        return {}


def reason(rule: str, **values: str) -> Reason:
    text, sources = WORDS["reasons"][rule]
    return Reason(rule=rule, text=text.format(**values), sources=sources)


def long_day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


class Days:
    """Working days of one employer, and local times there."""

    def __init__(self, employer: Employer, zone: tzinfo):
        self.holidays, self.zone = calendar(employer.country, employer.subdivision), zone
        self.closures = [(closure.first, closure.last) for closure in employer.closures]
        self.skipped: dict[date, str] = {}

    def off(self, day: date) -> str | None:
        if day.weekday() > 4:
            return "weekend"
        if day in self.holidays:
            return self.holidays[day]
        return "closed at the employer's" if any(first <= day <= last for first, last in self.closures) else None

    def roll(self, day: date) -> date:
        while why := self.off(day):
            self.skipped[day] = why
            day += timedelta(days=1)
        return day

    def after(self, day: date, count: int) -> date:
        for _ in range(count):
            day = self.roll(day + timedelta(days=1))
        return day

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(day, time(hour, minute), self.zone)

    def slot(self, moment: datetime) -> datetime:
        if not self.off(moment.date()) and time(9) <= moment.time() <= time(17):
            return moment
        later = moment.date() if moment.time() < time(9) else moment.date() + timedelta(days=1)
        return self.at(self.roll(later), 9)


def channels(person: Person | None, facts: Submission) -> tuple[list[str], str]:
    if facts.platform and not facts.platform.contract_signed:
        return ["platform"], "channel.marketplace"
    if person is None:
        return ["email"], "channel.known"
    ways = ["email"] if person.email else []
    ways += ["linkedin"] if person.linkedin.connected else []
    ways += ["phone"] if person.phone and facts.employer.contact_policy == "open" else []
    if (liked := person.preferred_channel) is not None:
        return [liked, *(way for way in ways if way != liked)], "channel.preferred"
    return ways or ["email"], "channel.known"


def make_plan(facts: Submission) -> Plan:
    talk, employer, assumptions = facts.interview, facts.employer, []
    end = talk.ended_at or (talk.started_at and talk.started_at + timedelta(minutes=talk.duration_minutes or 60))
    if employer.time_zone:
        zone: tzinfo = ZoneInfo(employer.time_zone)
    else:
        zone = end.tzinfo if end else timezone.utc
        assumptions.append({"code": "zone_unknown", "detail": "No time zone was given: the interview's own offset counts all year."})
    if employer.country is None:
        assumptions.append({"code": "country_unknown", "detail": "No country was given: only Saturdays and Sundays count as days off."})
    end = (end or datetime.combine(talk.date, time(17), zone)).astimezone(zone)
    as_of = (facts.as_of or datetime.now(timezone.utc)).astimezone(zone)
    days, began = Days(employer, zone), end.date()
    main = employer.contact or next((p for p in talk.interviewers if p.role == "hiring_manager"), talk.interviewers[0] if talk.interviewers else None)
    thanked = [p for p in talk.interviewers if p.attended][:5] or ([main] if main else [])
    connected = next((p for p in [main, *talk.interviewers] if p and p.linkedin.connected), None)

    stated = None
    if (timeline := facts.timeline) is not None:
        if timeline.kind == "by_date":
            stated = timeline.date
        elif timeline.kind == "within_days":
            stated = began + timedelta(days=timeline.max)
        else:
            stated = days.after(began, timeline.max)
    slow = talk.stage == "final" or employer.industry in ("education", "public_sector")
    strategy = "as_needed" if stated else "two_week" if slow else "one_week"
    sent = {event.purpose: event for event in facts.history if event.kind == "sent" and event.delivered and event.at >= end}
    received = [event for event in facts.history if event.kind == "received" and not event.automated]
    over = received[-1].outcome in ("offer", "next_round", "rejection") if received else bool(facts.withdrawal)
    base = uuid.uuid5(uuid.NAMESPACE_URL, facts.reference or f"{facts.candidate.name}|{employer.name}|{talk.position}|{end.isoformat()}")

    steps, messages, people = [], [], {}

    def step(purpose: str, who: list[Person | None], opens: datetime, best: datetime, closes: datetime, *rules: str) -> Step:
        ways, why = channels(who[0], facts) if who else ([], None)
        if purpose == "connect":
            ways = ["linkedin"]
        names = [p.name or p.email or "them" for p in who if p]
        done = sent.get(purpose)
        status = "done" if done else "not_needed" if over and purpose != "stay_in_touch" else "upcoming" if as_of < opens else "due" if as_of <= closes else "overdue"
        act = None if status in ("done", "not_needed") else best if best >= as_of else days.slot(as_of)
        values = {"day": long_day(began), "time": f"{end:%H:%M}", "opens": f"{long_day(opens)} at {opens:%H:%M}", "best": f"{long_day(best)} at {best:%H:%M}",
                  "closes": f"{long_day(closes)} at {closes:%H:%M}", "stated": long_day(stated) if stated else "", "channel": ways[0] if ways else ""}
        reasons = [reason(rule, **values) for rule in rules]
        if days.skipped:
            skipped = ", ".join(f"{day:%a} {day.day} {day:%B} ({why})" for day, why in sorted(days.skipped.items()))
            reasons.append(reason("calendar.working_days", skipped=skipped))
            days.skipped = {}
        if act and act != best:
            reasons.append(reason("calendar.hours", act=f"{long_day(act)} at {act:%H:%M}"))
        if done:
            reasons.append(reason("step.done", sent=long_day(done.at.astimezone(zone))))
        elif status == "not_needed":
            reasons.append(reason("step.not_needed"))
        elif why:
            reasons.append(reason(why, channel=ways[0]))
        title = WORDS["titles"][purpose].format(name=names[0] if names else "them")
        made = Step(
            id=uuid.uuid5(base, purpose), purpose=purpose, status=status, channel=ways[0] if ways else None, alternatives=ways[1:], recipients=names,
            window=Window(opens_at=opens, best_at=best, closes_at=closes), act_at=act, title=title,
            summary=f"{f'On {long_day(act)} at {act:%H:%M}' if act else 'Done or not needed'}: {title[0].lower()}{title[1:]}. {reasons[0].text}", reasons=reasons,
        )
        steps.append(made)
        people[purpose] = who
        return made

    best = end + timedelta(hours=2)
    best = best if time(8) <= best.time() <= time(20) else days.at(best.date() + timedelta(days=best.time() > time(20)), 9)
    closes = end + timedelta(hours=48)
    closes = closes if not days.off(closes.date()) else days.at(days.roll(closes.date()), 12)
    step("thank_you", thanked, end, best, closes, "thank_you.within_a_day", "thank_you.on_time")
    step("prepare", [], days.at(began + timedelta(days=3), 9), days.at(began + timedelta(days=3), 9), days.at(began + timedelta(days=5), 17), "prepare.day_three_to_five")
    if stated:
        due = days.roll(stated)
        window, rule = (days.after(due, 1), days.after(due, 3), days.after(due, 10)), "check_in.stated_date"
    elif slow:
        first = max(days.roll(began + timedelta(days=14)), days.after(began, 5))
        window, rule = (days.after(began, 5), first, days.after(first, 5)), "check_in.two_weeks"
    else:
        first = max(days.roll(began + timedelta(days=7)), days.after(began, 5))
        window, rule = (first, first, max(days.after(began, 10), first)), "check_in.one_week"
    first = step("check_in", [main], days.at(window[0], 9), days.at(window[1], 10), days.at(window[2], 17), rule)
    asked = (first.act_at or first.window.best_at).date()
    second = step("second_check_in", [main], days.at(max(days.roll(asked + timedelta(days=7)), days.after(asked, 5)), 9), days.at(days.after(asked, 7), 10),
                  days.at(days.roll(asked + timedelta(days=14)), 17), "second_check_in.a_week_or_two_later", "second_check_in.the_last")
    if connected:
        note = days.roll(began + timedelta(days=7))
        step("connect", [connected], days.at(note, 9), days.at(note, 10), days.at(days.after(note, 5), 17), "connect.a_week_after")
    last = (second.act_at or second.window.best_at).date()
    ends = days.after(last, 5)
    step("move_on", [], days.at(ends, 9), days.at(ends, 9), days.at(days.after(last, 10), 17), "move_on.after_the_last")
    step("stay_in_touch", [main], days.at(days.roll(ends + timedelta(days=14)), 9), days.at(days.roll(ends + timedelta(days=28)), 10),
         days.at(days.roll(ends + timedelta(days=56)), 17), "stay_in_touch.four_weeks")
    steps.sort(key=lambda each: each.window.best_at)

    formal = facts.preferences.tone == "formal" or employer.culture == "formal" or employer.industry in ("finance", "public_sector")
    for each in steps:
        if each.purpose not in TEMPLATES or each.act_at is None or each.status == "upcoming" and each.purpose == "stay_in_touch":
            continue
        for person in people[each.purpose]:
            subject, body = TEMPLATES[each.purpose]
            values = {
                "first": person.name.split()[0] if person and person.name else None, "position": talk.position, "candidate": facts.candidate.name,
                "employer": employer.name, "phone": facts.candidate.phone, "weekday": f"{began:%A}", "day": long_day(began), "month": f"{began:%B}",
                "topic": next(iter([*(person.topics if person else []), *talk.topics]), None), "formal": formal, "stated": long_day(stated) if stated else None,
            }
            text = body.render(values)
            messages.append(Message(
                id=uuid.uuid5(each.id, person.name or "" if person else ""), step_id=each.id, purpose=each.purpose, channel=each.channel,
                recipient={"name": person.name, "email": person.email, "phone": person.phone} if person else {},
                subject=subject.render(values) if each.channel == "email" else None, body=text, word_count=len(text.split()),
                ready=facts.candidate.name is not None, missing=[] if facts.candidate.name else ["candidate.name"], reasons=[each.reasons[-1]],
            ))

    pending = [each for each in steps if each.act_at and each.purpose not in ("prepare", "move_on")]
    following = min(pending, key=lambda each: each.act_at, default=None)
    awaited = following is not None and following.purpose != "thank_you"
    advice = [
        {
            "channel": name, "tier": "recommended" if name == following.channel else "suitable" if name in following.alternatives else "avoid",
            **about, "hours": [{"days": WORKING_DAYS, "from": start, "to": stop} for start, stop in about["hours"]],
            "reasons": [reason("channel.known" if name in (following.channel, *following.alternatives) else "channel.closed", channel=name)],
        }
        for name, about in WORDS["channels"].items()
    ] if following else []
    return Plan(
        id=base, as_of=as_of, state="closed" if over else "awaiting_decision" if awaited else "thanks_due",
        headline=f"{following.title}, best on {long_day(following.act_at)}." if following else "Nothing is left to do.",
        next_step=following.id if following else None, review_at=following.window.closes_at if following else None, reference=facts.reference,
        strategy={"name": strategy, "reasons": [reason(f"strategy.{strategy}", stated=long_day(stated) if stated else "")]},
        steps=steps, channel_advice=advice, messages=messages,
        expectations=[reason("waiting.usual"), reason("waiting.others")] if awaited else [], assumptions=assumptions,
    )


app = FastAPI()


@app.post("/v1/plans")
async def create_plan(facts: Submission) -> Plan:
    return make_plan(facts)
