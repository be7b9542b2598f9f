// Does in Swagger UI what a visitor does: "Try it out", "Execute", with each of the examples that can be chosen.
//
//     node .ci/swagger_ui.mjs http://127.0.0.1:8080 [first-screen.png]
//
// It has to open on the story's first call; every operation of the document has to be there and answer each of its named
// examples with 2xx; else it ends with 1. Nothing may be loaded from elsewhere.

import { chromium } from "playwright-core";

const [service, screenshot] = process.argv.slice(2);
const FIRST = "operations-follow-up-create_plan";
const ANSWER_MS = 10_000;

const methods = ["get", "post", "put", "patch", "delete"];
const document = await (await fetch(`${service}/openapi.json`)).json();
const documented = Object.entries(document.paths).flatMap(
  ([path, item]) => methods.filter((method) => item[method]).map((method) => `${method.toUpperCase()} ${path}`),
);
// The examples of a body, by name; the name that Swagger UI shows is their summary.
const examplesOf = (name) => {
  const [method, path] = name.split(" ");
  const body = Object.values(document.paths[path][method.toLowerCase()].requestBody?.content ?? {})[0];
  return Object.keys(body?.examples ?? {});
};

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const faults = [];
page.on("request", (request) => {
  if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(service)) faults.push(`loads ${request.url()}`);
});
page.on("console", (message) => {
  if (/Content Security Policy/.test(message.text())) faults.push(`refused by the page's policy: ${message.text()}`);
});
page.on("pageerror", (error) => faults.push(`script error: ${error.message}`));

// Opens an address anew and holds that the one operation is open, and in sight.
async function opensOn(address, id) {
  await page.goto("about:blank");
  await page.goto(`${service}${address}`);
  const open = page.locator(".opblock.is-open");
  await open.first().waitFor({ timeout: ANSWER_MS }).catch(() => {});
  await page.waitForTimeout(1000);
  const ids = await open.evaluateAll((all) => all.map((one) => one.id));
  const seen = await open.first().evaluate((one) => one.getBoundingClientRect().top).catch(() => Infinity);
  if (ids.join() !== id || seen < -1 || seen > 450) faults.push(`${address} opens on ${ids.join() || "nothing"}, at ${seen}`);
}
await opensOn("/docs/#/knowledge/get_guidance", "operations-knowledge-get_guidance");
await opensOn("/docs/#/follow-up/create_plan", FIRST);
await opensOn("/docs/", FIRST);
if (screenshot) await page.screenshot({ path: screenshot });

const seen = [];
let executed = 0;
for (const operation of await page.locator(".opblock").all()) {
  const method = (await operation.locator(".opblock-summary-method").innerText()).trim();
  const path = await operation.locator(".opblock-summary-path").getAttribute("data-path");
  const name = `${method} ${path}`;
  seen.push(name);

  const summary = operation.locator(".opblock-summary-control");
  if ((await summary.getAttribute("aria-expanded")) !== "true") await summary.click();
  const tryItOut = operation.getByRole("button", { name: "Try it out" });
  const execute = operation.locator("button.execute");
  await tryItOut.or(execute).first().waitFor();
  if (await tryItOut.isVisible()) await tryItOut.click();

  const examples = examplesOf(name);
  const choice = operation.locator(".opblock-section-request-body .examples-select-element");
  for (const example of examples.length ? examples : [""]) {
    if (examples.length > 1) await choice.selectOption(example);
    // An example named after a value of a parameter in the path goes there: `lever_on_site` to /v1/imports/lever.
    for (const parameter of await operation.locator(".parameters select").all()) {
      const values = await parameter.locator("option").evaluateAll((all) => all.map((one) => one.value));
      const meant = values.find((value) => value && example.startsWith(`${value}_`));
      if (meant) await parameter.selectOption(meant);
    }
    const clear = operation.locator("button.btn-clear");
    if (await clear.isVisible()) await clear.click();
    await execute.click();
    executed += 1;

    const answer = operation.locator(".live-responses-table .response-col_status").last();
    const status = await answer.innerText({ timeout: ANSWER_MS }).then((text) => text.trim().split(/\s/)[0], () => "no answer");
    console.log(`${status} ${name} ${example}`);
    if (!/^2\d\d$/.test(status)) {
      const said = operation.locator(".live-responses-table .response-col_description, .errors-wrapper").last();
      faults.push(`${name} ${example}: ${status}: ${(await said.innerText({ timeout: 1000 }).catch(() => "the form was not sent")).slice(0, 600)}`);
    }
  }
  await summary.click();
}
await browser.close();

faults.push(...documented.filter((name) => !seen.includes(name)).map((name) => `${name}: not shown`));
console.log(`${seen.length} operations, ${executed} examples, ${faults.length} faults`);
for (const fault of faults) console.log(`- ${fault}`);
process.exit(faults.length || !seen.length ? 1 : 0);
