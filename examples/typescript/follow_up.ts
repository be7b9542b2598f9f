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
