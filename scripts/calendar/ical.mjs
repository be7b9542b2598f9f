// Reads calendars with ical.js for check.py: lines of {name, ics} in, lines of {name, entries} or {name, fault} out.

import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const ICAL = createRequire(new URL("../../.ci/package.json", import.meta.url))("ical.js");

const moment = (time) => {
  if (time.zone !== ICAL.Timezone.utcTimezone) throw new Error(`${time} is not in UTC`);
  return time.toJSDate().toISOString();
};

const read = (ics) => {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  if (calendar.name !== "vcalendar" || calendar.getFirstPropertyValue("method") !== "PUBLISH") {
    throw new Error("no calendar that is published");
  }
  if (new ICAL.Component(ICAL.parse(calendar.toString())).toString() !== calendar.toString()) {
    throw new Error("written and read again it is another");
  }
  return Object.fromEntries(
    calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component, { strictExceptions: true });
      const [alarm, ...others] = component.getAllSubcomponents("valarm");
      if (others.length > 0) throw new Error("more than one alarm");
      const stamp = component.getFirstPropertyValue("dtstamp");
      const moments = [event.startDate, event.endDate, stamp].map(moment);
      const lead = alarm.getFirstPropertyValue("trigger").toSeconds();
      return [event.uid, [moments, event.sequence, event.summary, event.description, lead]];
    }),
  );
};

for (const line of (await text(process.stdin)).split("\n")) {
  const { name, ics } = JSON.parse(line);
  let result;
  try {
    result = { entries: read(ics) };
  } catch (error) {
    result = { fault: String(error) };
  }
  console.log(JSON.stringify({ name, ...result }));
}
