#!/usr/bin/env python3
"""Compares a running service's calendars with PyPI holidays, day by day.

    pip install holidays==0.109
    python3 scripts/holidays/check.py http://127.0.0.1:8080

For every country and subdivision and every date from 2015 to 2035 it compares "working day or not", told by
GET /v1/calendars/{country}/{year}, with HolidayBase.is_working_day; and GET /v1/working-days, on a sample that is
the same at each run, with get_nth_working_day. Disagreements are printed; any makes it end with 1.
"""

import argparse
import datetime
import http.client
import json
import random
import sys
import time
import urllib.parse
import warnings

import holidays

YEARS = range(2015, 2036)
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
SAMPLES_PER_PLACE = 5
ATTEMPTS = 5


class Service:
    """One connection that is kept alive."""

    def __init__(self, url, key):
        parts = urllib.parse.urlsplit(url)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        self.connection = kind(parts.netloc, timeout=30)
        self.prefix = parts.path.rstrip("/")
        self.headers = {"X-Api-Key": key} if key else {}
        self.requests = 0

    def get(self, path, **query):
        query = {name: value for name, value in query.items() if value is not None}
        target = f"{self.prefix}{path}" + (f"?{urllib.parse.urlencode(query)}" if query else "")
        for attempt in range(ATTEMPTS):
            try:
                self.connection.request("GET", target, headers=self.headers)
                answer = self.connection.getresponse()
                body = answer.read()
            except (http.client.RemoteDisconnected, ConnectionError):
                self.connection.close()
                if attempt + 1 == ATTEMPTS:
                    raise
                continue
            self.requests += 1
            if answer.status in (429, 503):
                time.sleep(float(answer.headers.get("Retry-After", "1")))
                continue
            if answer.status != 200:
                sys.exit(f"GET {target}: {answer.status} {body.decode(errors='replace')}")
            return json.loads(body)
        sys.exit(f"GET {target}: turned away {ATTEMPTS} times")


def days_of(year):
    first = datetime.date(year, 1, 1)
    return [first + datetime.timedelta(n) for n in range((datetime.date(year + 1, 1, 1) - first).days)]


def working_days(calendar, year):
    """The working days that a calendar of ours tells."""
    weekend = {WEEKDAYS.index(name) for name in calendar["weekend"]}
    off = {day["date"] for day in calendar["holidays"]}
    worked = {day["date"] for day in calendar["working_weekend_days"]}
    return {d for d in days_of(year) if (str(d) in worked if d.weekday() in weekend else str(d) not in off)}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("url")
    options.add_argument("--key", help="an API key, where the service wants one")
    options = options.parse_args()
    warnings.simplefilter("ignore")
    service = Service(options.url, options.key)
    chance = random.Random("working days")
    compared, sampled, places, wrong = 0, 0, 0, []

    for country, subdivisions in sorted(holidays.list_supported_countries(include_aliases=False).items()):
        for subdivision in [None, *subdivisions]:
            truth = getattr(holidays, country)(subdiv=subdivision, years=YEARS)
            where = f"{country}-{subdivision}" if subdivision else country
            places += 1
            for year in YEARS:
                calendar = service.get(f"/v1/calendars/{country}/{year}", subdivision=subdivision and where)
                ours = working_days(calendar, year)
                theirs = {d for d in days_of(year) if truth.is_working_day(d)}
                wrong += [f"{where} {d}: a working day {'here' if d in ours else 'there'} alone" for d in ours ^ theirs]
                compared += len(days_of(year))
                if calendar["working_days"] != len(theirs):
                    wrong.append(f"{where} {year}: {calendar['working_days']} working days, not {len(theirs)}")
            for _ in range(SAMPLES_PER_PLACE):
                start = chance.choice(days_of(chance.choice(YEARS[:-1])))
                add = chance.randint(1, 120)
                answer = service.get(
                    "/v1/working-days", **{"from": start, "add": add}, country=country,
                    subdivision=subdivision and where,
                )
                expected = truth.get_nth_working_day(start, add)
                sampled += 1
                if answer["date"] != str(expected):
                    wrong.append(f"{where} {start} + {add}: {answer['date']}, not {expected}")

    print(f"holidays {holidays.__version__}: {places} places, {compared:,} dates, {sampled:,} sums, "
          f"{service.requests:,} requests: {len(wrong)} disagreements")
    print(*sorted(wrong), sep="\n", end="\n" if wrong else "")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
