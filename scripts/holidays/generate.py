#!/usr/bin/env python3
"""Writes src/calendar/countries.txt, holiday_files.rs and holidays/*.txt.

    npm pack cldr-core@48.2.0
    pip install holidays==0.109 babel==2.18.0
    python3 scripts/holidays/generate.py cldr-core-48.2.0.tgz

The same versions give the same bytes, whatever the machine's language. Sources:

    public holidays, weekends    PyPI holidays 0.109, MIT
    country names in English     Unicode CLDR by PyPI babel 2.18.0, BSD-3-Clause and Unicode-3.0
    ISO 3166-1 and 3166-2 codes  Unicode CLDR 48.2 by npm cldr-core 48.2.0, Unicode-3.0
"""

import argparse
import datetime
import json
import pathlib
import re
import statistics
import sys
import tarfile
import warnings
from collections import Counter, defaultdict

import babel
import holidays

YEARS = range(2000, 2051)
DAYS = [
    datetime.date.fromordinal(n)
    for n in range(datetime.date(2000, 1, 1).toordinal(), datetime.date(2051, 1, 1).toordinal())
]
VERSIONS = {"holidays": "0.109", "babel": "2.18.0"}
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = ["January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December"]

# The key of a country's own line among those of its subdivisions.
NATIONWIDE = "-"

COMMAND = "scripts/holidays/generate.py"
HOLIDAYS_HEADER = f"""\
# {{name}}: public holidays, observed days included, and weekends, {YEARS[0]}-{YEARS[-1]}.
# Source: https://github.com/vacanza/holidays, PyPI holidays {VERSIONS['holidays']}, licence MIT. Written by {COMMAND}.
# kind, places (* everywhere; - without a subdivision; ! all but), name or weekdays, days (year:MMDD or first day)
"""
COUNTRIES_HEADER = f"""\
# ISO 3166 codes, and what is on file for each country. Written by {COMMAND}; a row's fields are:
# alpha-2, alpha-3, English name, first-last year with a holiday on file, last year with about as many as usual,
# whether days differ by subdivision, subdivisions with days of their own, other subdivisions (> the one with days
# of its own that it lies in), other names of those with days of their own.
# Sources: holidays {VERSIONS['holidays']}, MIT; names: Unicode CLDR by babel {VERSIONS['babel']}, Unicode-3.0;
# codes: Unicode CLDR by cldr-core 48.2.0, Unicode-3.0.
"""


class Place:
    """What is on file for a country, or for one of its subdivisions."""

    def __init__(self, code, subdivision):
        source = getattr(holidays, code)
        language = "en_US" if "en_US" in source.supported_languages else None
        if language is None and source.supported_languages:
            sys.exit(f"{code}: no English among {source.supported_languages}")
        self.source = source(subdiv=subdivision, years=YEARS, language=language, observed=True)
        self.holidays = {d: tidy(name) for d, name in self.source.items() if d.year in YEARS}
        replaced = substitutions(self.source)
        self.workdays = {
            d: f"Working day (for {spoken(replaced[d])})" if d in replaced else "Working day"
            for d in self.source.weekend_workdays
            if d.year in YEARS and self.source._is_weekend(d)
        }
        self.weekends = []
        for d in DAYS:
            weekend = tuple(sorted(self.source._get_weekend(d)))
            if not self.weekends or self.weekends[-1][1] != weekend:
                self.weekends.append((d, weekend))

    def days_off(self):
        return frozenset(d for d in DAYS if not self.source.is_working_day(d))


DATE_IN_NAME = re.compile(r"substituted from (\d\d)/(\d\d)/(\d{4})")


def substitutions(source):
    """The days off that working weekend days made up for, by working weekend day."""
    found = {}
    for day_off, name in sorted(source.items()):
        for month, day, year in DATE_IN_NAME.findall(name):
            found[datetime.date(int(year), int(month), int(day))] = day_off
    return found


def spoken(day):
    return f"{WEEKDAYS[day.weekday()].title()} {day.day} {MONTHS[day.month - 1]}"


def tidy(name):
    """American dates in names become spoken ones; several names of one day become one."""

    def speak(match):
        month, day, year = map(int, match.groups())
        return f"for {spoken(datetime.date(year, month, day))}"

    names = [" ".join(DATE_IN_NAME.sub(speak, part).split()) for part in name.split("; ")]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def runs(days):
    """`2000-2050:0101` for one date in many years, `2026:0403,0326` for one date in each of some years."""
    left = sorted(days)
    out = []
    by_date = defaultdict(list)
    for d in left:
        by_date[d.month, d.day].append(d.year)
    for (month, day), years in by_date.items():
        for first, last in stretches(years):
            if last - first >= 2:
                out.append((first, last, f"{first}-{last}:{month:02}{day:02}"))
                gone = {datetime.date(y, month, day) for y in range(first, last + 1)}
                left = [d for d in left if d not in gone]
    while left:
        once_a_year = {}
        for d in left:
            once_a_year.setdefault(d.year, d)
        for first, last in stretches(sorted(once_a_year)):
            dates = ",".join(f"{once_a_year[y]:%m%d}" for y in range(first, last + 1))
            out.append((first, last, f"{first}:{dates}"))
        taken = set(once_a_year.values())
        left = [d for d in left if d not in taken]
    return " ".join(text for _, _, text in sorted(out))


def stretches(years):
    """The first and the last of each stretch of successive years."""
    found = []
    for year in years:
        if found and found[-1][1] == year - 1:
            found[-1][1] = year
        else:
            found.append([year, year])
    return found


def written(keys, everywhere):
    """A set of places: `*`, a list, or a list of the others, whichever is shortest."""
    if keys == everywhere:
        return "*"
    listed = ",".join(sorted(keys))
    others = "!" + ",".join(sorted(everywhere - keys))
    return min(listed, others, key=len)


def lines_of(kind, days_by_place):
    """Lines for named days, each with the places in which it holds."""
    everywhere = frozenset(days_by_place)
    places = defaultdict(set)
    for key, days in days_by_place.items():
        for day, name in days.items():
            places[name, day].add(key)
    days = defaultdict(list)
    for (name, day), keys in places.items():
        days[name, written(frozenset(keys), everywhere)].append(day)
    ordered = sorted(days.items(), key=lambda item: (min(d.timetuple().tm_yday for d in item[1]), item[0]))
    return [f"{kind}\t{where}\t{name}\t{runs(dates)}" for (name, where), dates in ordered]


def holiday_file(name, places):
    lines = [HOLIDAYS_HEADER.format(name=name).rstrip("\n")]
    weekends = defaultdict(set)
    for key, place in places.items():
        for since, weekend in place.weekends:
            weekends[since, weekend].add(key)
    for (since, weekend), keys in sorted(weekends.items()):
        names = " ".join(WEEKDAYS[n] for n in weekend)
        lines.append(f"weekend\t{written(frozenset(keys), frozenset(places))}\t{names}\t{since}")
    lines += lines_of("holiday", {key: place.holidays for key, place in places.items()})
    lines += lines_of("workday", {key: place.workdays for key, place in places.items()})
    return "\n".join(lines) + "\n"


def country_row(code, code3, name, places, lies_in):
    years = [d.year for place in places.values() for d in place.holidays]
    on_file = f"{min(years)}-{max(years)}" if years else "-"
    full_until = last_full_year(places[NATIONWIDE].holidays) if years else "-"
    own = sorted(key for key in places if key != NATIONWIDE)
    offs = {place.days_off() for place in places.values()}
    aliases = dict(getattr(holidays, code).subdivisions_aliases or {}) if places else {}
    fields = [
        code,
        code3,
        name,
        on_file,
        str(full_until),
        "varies" if len(offs) > 1 else "-",
        ",".join(f"{code}-{key}" for key in own),
        ",".join(others(code, own, lies_in)),
        ",".join(f"{alias}={key}" for alias, key in sorted(aliases.items()) if is_plain(alias) and alias not in own),
    ]
    assert all(map(is_plain, own)) and not any("\t" in field for field in fields)
    return "\t".join(fields)


def last_full_year(days):
    """The last year with three quarters of the holidays that a year of 2016 to 2025 had in the middle."""
    count = Counter(day.year for day in days)
    usual = statistics.median(count[year] for year in range(2016, 2026) if year in count)
    return max(year for year in count if count[year] >= 0.75 * usual)


def is_plain(name):
    """Whether a name can stand in our lists ("Virgin Islands, U.S." can't, and is left out)."""
    return not set(",=\t") & set(name)


def iso_3166(cldr):
    """Alpha-3 by alpha-2; and by alpha-2 the subdivisions' codes, each with that of the one that it lies in."""
    with tarfile.open(cldr) as files:
        def supplemental(name):
            return json.load(files.extractfile(f"package/supplemental/{name}.json"))["supplemental"][name]

        mappings, containment = supplemental("codeMappings"), supplemental("subdivisionContainment")
    code3 = {code: names["_alpha3"] for code, names in mappings.items() if "_alpha3" in names}
    subdivisions = defaultdict(dict)
    for whole, parts in containment.items():
        if "_contains" in parts:
            for part in parts["_contains"]:
                subdivisions[part[:2].upper()][part[2:].upper()] = whole[2:].upper()
    assert sum(map(len, subdivisions.values())) == 5046
    # Alsace took over from the two departments, but CLDR still has them lie in Grand Est.
    subdivisions["FR"] |= {"67": "6AE", "68": "6AE"}
    return code3, subdivisions


def others(code, own, lies_in):
    """The subdivisions without days of their own, each with the one that it lies in, where that has."""
    for key in sorted(lies_in.keys() - set(own)):
        whole = lies_in[key]
        while whole and whole not in own:
            whole = lies_in.get(whole)
        yield f"{code}-{key}>{whole}" if whole else f"{code}-{key}"


def main():
    here = pathlib.Path(__file__).resolve().parents[2] / "src/calendar"
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("cldr", help="cldr-core-48.2.0.tgz")
    options.add_argument("--into", type=pathlib.Path, default=here)
    options = options.parse_args()
    if (holidays.__version__, babel.__version__) != (VERSIONS["holidays"], VERSIONS["babel"]):
        sys.exit(f"these versions are wanted: {VERSIONS}")
    warnings.simplefilter("ignore")

    names = babel.Locale("en").territories
    code3, iso_subdivisions = iso_3166(options.cldr)
    known = holidays.list_supported_countries(include_aliases=False)
    assert len(known) == 250, len(known)  # the 249 of ISO 3166-1 and Kosovo
    folder = options.into / "holidays"
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("*.txt"):
        stale.unlink()

    rows, files = [], []
    for code in sorted(known):
        places = {NATIONWIDE: Place(code, None)} | {key: Place(code, key) for key in known[code]}
        if not any(place.holidays for place in places.values()):
            places = {}
        else:
            (folder / f"{code}.txt").write_text(holiday_file(names[code], places))
            files.append(code)
        rows.append(country_row(code, code3[code], names[code], places, iso_subdivisions[code]))
    (options.into / "countries.txt").write_text(COUNTRIES_HEADER + "\n".join(rows) + "\n")

    entries = "\n".join(f'    ("{code}", include_str!("holidays/{code}.txt")),' for code in files)
    (options.into / "holiday_files.rs").write_text(
        f"//! The files of public holidays by country; written by {COMMAND}.\n\n"
        "/// Country and file, in order of country.\n"
        f"pub(super) static HOLIDAY_FILES: [(&str, &str); {len(files)}] = [\n{entries}\n];\n"
    )
    print(f"{len(rows)} countries, {len(files)} with holidays")


if __name__ == "__main__":
    main()
