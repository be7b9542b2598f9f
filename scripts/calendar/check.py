#!/usr/bin/env python3
"""Holds the calendars (text/calendar) of a running service against three readers: PyPI icalendar, vobject, and npm ical.js.

    python3 scripts/calendar/check.py http://127.0.0.1:8080

Every facts object of tests/cases and tests/conformance.ndjson, and random ones with hostile names in zones all over the world:
each calendar must be read without a fault and say what the schedule of the same facts says as JSON, at the same hour on the
employer's clock; a later call must give the same UIDs, and nothing that stands below. What is random follows from a fixed seed.
"""

import collections
import datetime
import json
import pathlib
import random
import subprocess
import sys
import urllib.error
import urllib.request
import zoneinfo

import icalendar
import vobject

SERVICE = sys.argv[1].rstrip("/")
HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent.parent / "tests"
RANDOM_FACTS = 200
ENTRY = datetime.timedelta(minutes=30)

# The zone data of PyPI tzdata alone, whatever this system has.
zoneinfo.reset_tzpath(to=[])
ZONES = [
    "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Santiago", "Europe/Berlin", "Europe/London",
    "Asia/Jerusalem", "Asia/Kolkata", "Africa/Casablanca", "Africa/Cairo", "Australia/Sydney", "Australia/Lord_Howe",
    "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Pago_Pago",
]
NAMES = [
    "Sam Okafor", "山田 太郎", "Zoë Müller-Lüdenscheidt", "محمد علي", "O'Neill, Shaun; \"the boss\"", "back\\slash \\n \\,",
    "BEGIN:VALARM", "END:VCALENDAR", "a:b;c=d,e", "😀 Smiley", "😀" * 200, "é" * 200, ",;\\" * 66, "word " * 40,
    "=?utf-8?Q?x?=", "%0D%0AEND:VEVENT", "<b>&amp;</b>", "{{ me }}", "日本 " * 60,
]


def post(facts, accept):
    """The answer's body, headers and status."""
    headers = {"Content-Type": "application/json", "Accept": accept}
    request = urllib.request.Request(SERVICE + "/v1/schedules", json.dumps(facts).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read(), answer.headers, answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.read(), refusal.headers, refusal.code


def known_facts():
    lines = (TESTS / "conformance.ndjson").read_text().splitlines()
    for text in [*lines, *(path.read_text() for path in sorted((TESTS / "cases").glob("*.json")))]:
        case = json.loads(text)
        yield case["name"], case["facts"]


def random_facts(chance):
    """Interviews on any day of some years, so that clocks change between the interview and the steps of many."""
    for number in range(RANDOM_FACTS):
        zone = chance.choice(ZONES)
        day = datetime.datetime(chance.randrange(2024, 2030), 1, 1) + datetime.timedelta(days=chance.randrange(365))
        ended = day.replace(hour=chance.randrange(9, 18), tzinfo=zoneinfo.ZoneInfo(zone))
        as_of = ended + datetime.timedelta(minutes=chance.randrange(20 * 24 * 60))
        name = chance.choice(NAMES).strip()
        person = {"name": name, "role": "hiring_manager"}
        person |= chance.choice([{}, {"email": "sam+a@acme.example"}, {"phone": "+1 (415) 555-0100"},
                                 {"linkedin": {"connected": True, "url": "https://x.example/in/säm,x;y"}}])
        yield f"random {number}", {
            "as_of": as_of.isoformat(),
            "employer": {"name": chance.choice(NAMES).strip(), "time_zone": zone, "welcomes_calls": True},
            "interview": {"ended_at": ended.isoformat(), "position": chance.choice(NAMES).strip(), "interviewers": [person]},
            "pins": [{"purpose": "stay_in_touch", "on": (ended + datetime.timedelta(days=60)).date().isoformat(),
                      "reason": chance.choice(NAMES).strip()}],
        }


def expected(schedule):
    """What a calendar must say of each step that is still to be done, by UID."""
    return {
        f"{step['id']}@followup.invalid": {
            "at": datetime.datetime.fromisoformat(step["act_at"]).replace(microsecond=0),
            "title": step["title"],
            "reasons": [f"- {reason['text']} [{reason['rule']}]" for reason in step["reasons"]],
        }
        for step in schedule["steps"]
        if step["act_at"]
    }


def by_icalendar(raw):
    """UID → start, end, stamp, sequence, summary, description, lead of the alarm."""
    calendar = icalendar.Calendar.from_ical(raw)
    broken = [error for component in calendar.walk() for error in component.errors]
    if broken or calendar["METHOD"] != "PUBLISH":
        raise ValueError(f"errors: {broken}, METHOD: {calendar.get('METHOD')}")
    if icalendar.Calendar.from_ical(calendar.to_ical()) != calendar:
        raise ValueError("written and read again it is another")
    entries = {}
    for event in calendar.walk("VEVENT"):
        (alarm,) = event.walk("VALARM")
        entries[str(event["UID"])] = (
            event["DTSTART"].dt, event["DTEND"].dt, event["DTSTAMP"].dt, int(event["SEQUENCE"]),
            str(event["SUMMARY"]), str(event["DESCRIPTION"]), alarm["TRIGGER"].dt,
        )
    return entries


def by_vobject(raw):
    (calendar,) = vobject.readComponents(raw.decode(), validate=True)
    entries = {}
    for event in calendar.vevent_list:
        entries[event.uid.value] = (
            event.dtstart.value, event.dtend.value, event.dtstamp.value, int(event.sequence.value),
            event.summary.value, event.description.value, event.valarm.trigger.value,
        )
    return entries


def by_ical_js(calendars):
    """The same for many calendars at once: names → entries, or what the reader said."""
    lines = "\n".join(json.dumps({"name": name, "ics": raw.decode()}) for name, raw in calendars.items())
    read = subprocess.run(["node", HERE / "ical.mjs"], input=lines, capture_output=True, text=True, check=True)
    results = {}
    for line in read.stdout.splitlines():
        result = json.loads(line)
        instant = datetime.datetime.fromisoformat
        results[result["name"]] = result.get("fault") or {
            uid: (*map(instant, moments), sequence, summary, description, datetime.timedelta(seconds=lead))
            for uid, (moments, sequence, summary, description, lead) in result["entries"].items()
        }
    return results


def faults_of_entries(entries, schedule, zone):
    wanted = expected(schedule)
    if entries.keys() != wanted.keys():
        yield f"UIDs {entries.keys()}, not {wanted.keys()}"
        return
    as_of = datetime.datetime.fromisoformat(schedule["as_of"]).replace(microsecond=0)
    for uid, (start, end, stamp, _, summary, description, lead) in entries.items():
        step = wanted[uid]
        if start != step["at"] or end - start != ENTRY or stamp != as_of or lead:
            yield f"{uid}: {start} to {end}, stamped {stamp}, alarm {lead} after"
        # The hour on the wall by their zone data is that of the JSON, which is by ours.
        if zone and start.astimezone(zone).replace(tzinfo=None) != step["at"].replace(tzinfo=None):
            yield f"{uid}: {start} is {start.astimezone(zone)} there, not {step['at']}"
        if not summary.startswith(step["title"]):
            yield f"{uid}: {summary!r} is not about {step['title']!r}"
        for reason in step["reasons"]:
            if reason not in description:
                yield f"{uid}: {reason!r} is not in {description!r}"


def faults_of_bytes(raw, headers):
    if headers["Content-Type"] != "text/calendar; charset=utf-8; method=PUBLISH":
        yield f"Content-Type is {headers['Content-Type']}"
    if headers["Content-Disposition"] != 'attachment; filename="follow-up.ics"':
        yield f"Content-Disposition is {headers['Content-Disposition']}"
    if raw.count(b"\n") != raw.count(b"\r\n") or raw.count(b"\r") != raw.count(b"\r\n") or not raw.endswith(b"\r\n"):
        yield "a line does not end in CRLF"
    for line in raw.split(b"\r\n"):
        if len(line) > 75:
            yield f"a line of {len(line)} octets: {line}"
        if b"\xef\xbf\xbd" in line.decode(errors="replace").encode():
            yield f"a character is split: {line}"


def main():
    chance = random.Random(20260302)
    wrong = []
    calendars, schedules, changed_clocks, counts = {}, {}, 0, collections.Counter()
    for name, facts in [*known_facts(), *random_facts(chance)]:
        zone = facts.get("employer", {}).get("time_zone")
        zone = zone and zoneinfo.ZoneInfo(zone)
        # Now, and a day and a half later.
        later = datetime.datetime.fromisoformat(facts["as_of"]) + datetime.timedelta(hours=36)
        uids = {}
        last_sequence = -1
        for when, asked in [("now", facts), ("later", facts | {"as_of": later.isoformat()})]:
            schedule = json.loads(post(asked, "application/json")[0])
            raw, headers, status = post(asked, "text/calendar")
            if not expected(schedule):
                counts["without"] += 1
                if status != 422 or json.loads(raw)["errors"][0]["code"] != "nothing_to_do":
                    wrong.append(f"{name} {when}: nothing to do is answered {status}")
                continue
            counts["with"] += 1
            calendars[f"{name} {when}"] = raw
            schedules[f"{name} {when}"] = (schedule, zone)
            said = list(faults_of_bytes(raw, headers))
            entries = {}
            for reader in [by_icalendar, by_vobject]:
                try:
                    entries = reader(raw)
                except Exception as error:  # whatever a reader says is a fault of the calendar
                    said.append(f"{reader.__name__}: {error!r}")
                    continue
                said += [f"{reader.__name__}: {fault}" for fault in faults_of_entries(entries, schedule, zone)]
            sequences = {sequence for *_, sequence, _, _, _ in entries.values()}
            if len(sequences) != 1 or max(sequences) <= last_sequence:
                said.append(f"SEQUENCE {sequences} after {last_sequence}")
            last_sequence = max(sequences, default=last_sequence)
            for step in schedule["steps"]:
                if uids.setdefault(step["purpose"], step["id"]) != step["id"]:
                    said.append(f"{step['purpose']} has another UID")
            offsets = {step["at"].utcoffset() for step in expected(schedule).values()}
            changed_clocks += len(offsets) > 1
            wrong += [f"{name} {when}: {fault}" for fault in said]
    read = by_ical_js(calendars)
    for name, (schedule, zone) in schedules.items():
        entries = read.get(name, "was not read")
        said = [entries] if isinstance(entries, str) else faults_of_entries(entries, schedule, zone)
        wrong += [f"{name}: ical.js: {fault}" for fault in said]
    for fault in wrong[:50]:
        print(fault[:1000])
    print(f"{counts['with']} calendars ({changed_clocks} over a change of clocks) were read by icalendar "
          f"{icalendar.__version__}, vobject {vobject.VERSION} and ical.js, {counts['without']} times nothing was left to do; "
          f"{len(wrong)} faults")
    sys.exit(bool(wrong) or counts["with"] < 500 or changed_clocks < 100)


if __name__ == "__main__":
    main()
