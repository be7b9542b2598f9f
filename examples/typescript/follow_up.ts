// From an interview in Greenhouse to a plan, a calendar and an e-mail draft, with types that are generated.
//
//     npm ci && npm run generate && npm start -- http://127.0.0.1:8080 FOLDER
//
// `follow-up.ics` and `thank-you.eml` are saved in FOLDER.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/api.js";

type Problem = components["schemas"]["Problem"];

const [address = "http://127.0.0.1:8080", folder = "."] = process.argv.slice(2);
const service = createClient<paths>({ baseUrl: address });
const object = JSON.parse(await readFile("../greenhouse_interview.json", "utf8"));

// What Greenhouse doesn't know of the interview; leave out as_of to be answered for now.
const knownBesides: components["schemas"]["InterviewFacts"] = {
  as_of: "2026-03-02T18:00:00-08:00",
  candidate: { name: "Dana Reyes", email: "dana@example.com" },
  employer: { name: "Acme", country: "US", time_zone: "America/Los_Angeles" },
  interview: { position: "Backend Engineer" },
  timeline: { kind: "by_date", date: "2026-03-13" },
};

/** The answer, or the end of the program with every fault that the service found. */
function answered<T>({ data, error }: { data?: T; error?: Problem }): T {
  if (data !== undefined) return data;
  const faults = error?.errors?.map(({ pointer, detail }) => `${pointer}: ${detail}`) ?? [];
  throw new Error([error?.detail, ...faults].join("\n"));
}

async function save(name: string, text: unknown): Promise<void> {
  await writeFile(join(folder, name), String(text));
  console.log(`saved ${join(folder, name)}`);
}

const imported = answered(
  await service.POST("/v1/imports/{system}", {
    params: { path: { system: "greenhouse" } },
    body: { object, facts: knownBesides },
  }),
);
if (!("facts" in imported)) throw new Error("the plan came without being asked for");
const { facts, assumptions, missing } = imported;
for (const { detail } of assumptions) console.log(`assumed: ${detail}`);
console.log(`would sharpen the plan: ${missing.join(", ")}`);

const plan = answered(await service.POST("/v1/plans", { body: facts }));
console.log(`\n${plan.headline}`);
for (const { act_at, title, window } of plan.steps) console.log(`${act_at ?? window.best_at}  ${title}`);

const calendar = await service.POST("/v1/schedules", {
  body: facts,
  headers: { Accept: "text/calendar" },
  parseAs: "text",
});
await save("follow-up.ics", answered(calendar));

const draft = await service.POST("/v1/messages", {
  params: { query: { purpose: "thank_you", recipient: "0" } },
  body: facts,
  headers: { Accept: "message/rfc822" },
  parseAs: "text",
});
await save("thank-you.eml", answered(draft));
