// Calls the service with the types that openapi-typescript made of its document. That it compiles is half of the test.

import createClient from "openapi-fetch";
import type { components, paths } from "../work/api.js";

declare const process: { argv: string[] };

const service = createClient<paths>({ baseUrl: process.argv[2] ?? "http://127.0.0.1:8080" });

function expect(what: string, holds: boolean, answer: unknown): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(answer)}`);
  console.log(`openapi-fetch: ${what}`);
}

const least: components["schemas"]["InterviewFacts"] = { interview: { ended_at: "2026-03-02T15:00:00-08:00" } };
const facts: components["schemas"]["InterviewFacts"] = {
  as_of: "2026-03-04T09:30:00-05:00",
  candidate: { name: "Dana Reyes", email: "dana@example.com" },
  employer: { name: "Acme", industry: "technology", country: "US", time_zone: "America/New_York" },
  interview: {
    ended_at: "2026-03-02T15:00:00-05:00",
    position: "Backend Engineer",
    interviewers: [{ name: "Sam Okafor", role: "hiring_manager", email: "sam@acme.example" }],
  },
  history: [
    { kind: "sent", at: "2026-03-02T18:10:00-05:00", purpose: "thank_you", channel: "email", recipient: "Sam Okafor" },
  ],
};

for (const body of [least, facts]) {
  const plan = await service.POST("/v1/plans", { body });
  expect("POST /v1/plans", (plan.data?.steps.length ?? 0) > 0, plan);
}

const schedule = await service.POST("/v1/schedules", { body: facts });
// The other content types, a calendar and a picture, are text.
const steps = typeof schedule.data === "object" ? schedule.data.steps : [];
const checkIn = steps.find((step) => step.purpose === "check_in");
expect("POST /v1/schedules", checkIn?.act_at === "2026-03-09T10:00:00-04:00", schedule);

const messages = await service.POST("/v1/messages", { params: { query: { purpose: "check_in" } }, body: facts });
// So is an e-mail.
const rendered = typeof messages.data === "object" ? messages.data.messages : [];
expect("POST /v1/messages", rendered[0]?.subject != null, messages);

const advice = await service.POST("/v1/channel-advice", { params: { query: { purpose: "check_in" } }, body: facts });
expect("POST /v1/channel-advice", advice.data?.recommended === "email", advice);

const comparison = await service.POST("/v1/strategy-comparisons", { body: facts });
expect("POST /v1/strategy-comparisons", comparison.data?.recommended === "one_week", comparison);

const guidance = await service.GET("/v1/guidance");
expect("GET /v1/guidance", (guidance.data?.rules.length ?? 0) > 20, guidance);

const templates = await service.GET("/v1/templates");
expect("GET /v1/templates", (templates.data?.templates.length ?? 0) > 10, templates);

const calendars = await service.GET("/v1/calendars");
expect("GET /v1/calendars", (calendars.data?.countries.length ?? 0) >= 100, calendars);

const calendar = await service.GET("/v1/calendars/{country}/{year}", {
  params: { path: { country: "DE", year: 2026 }, query: { subdivision: "BY" } },
});
expect("GET /v1/calendars/DE/2026", calendar.data?.holidays.some((day) => day.name === "Epiphany") === true, calendar);

const day = await service.GET("/v1/working-days", { params: { query: { from: "2026-05-18", add: 5, country: "US" } } });
expect("GET /v1/working-days", day.data != null && "date" in day.data && day.data.date === "2026-05-26", day);

const ready = await service.GET("/health/ready");
expect("GET /health/ready", ready.response.status === 200, ready);

const faulty = await service.POST("/v1/plans", { body: { interview: { ended_at: "yesterday" } } });
expect("a refusal is a typed problem", faulty.error?.errors?.[0]?.pointer === "/interview/ended_at", faulty);
