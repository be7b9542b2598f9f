// Does in Swagger UI what a visitor does: "Try it out", "Execute", with the examples as they are filled in.
//
//     node .ci/swagger_ui.mjs http://127.0.0.1:8080 [screenshot.png]
//
// Every operation of the document has to be there and answer 2xx; else it ends with 1. Nothing may be loaded from elsewhere.

import { chromium } from "playwright-core";

const [service, screenshot] = process.argv.slice(2);
const ANSWER_MS = 10_000;

const methods = ["get", "post", "put", "patch", "delete"];
const documented = Object.entries((await (await fetch(`${service}/openapi.json`)).json()).paths).flatMap(
  ([path, item]) => methods.filter((method) => item[method]).map((method) => `${method.toUpperCase()} ${path}`),
);

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
const faults = [];
page.on("request", (request) => {
  if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(service)) faults.push(`loads ${request.url()}`);
});
page.on("pageerror", (error) => faults.push(`script error: ${error.message}`));

await page.goto(`${service}/docs/`);
await page.waitForSelector(".opblock");
const seen = [];
for (const operation of await page.locator(".opblock").all()) {
  const method = (await operation.locator(".opblock-summary-method").innerText()).trim();
  const path = await operation.locator(".opblock-summary-path").getAttribute("data-path");
  const name = `${method} ${path}`;
  seen.push(name);

  await operation.locator(".opblock-summary-control").click();
  const tryItOut = operation.getByRole("button", { name: "Try it out" });
  const execute = operation.locator("button.execute");
  await tryItOut.or(execute).first().waitFor();
  if (await tryItOut.isVisible()) await tryItOut.click();
  await execute.click();

  const answer = operation.locator(".live-responses-table .response-col_status").last();
  const status = await answer.innerText({ timeout: ANSWER_MS }).then((text) => text.trim().split(/\s/)[0], () => "no answer");
  console.log(`${status} ${name}`);
  if (!/^2\d\d$/.test(status)) {
    const said = operation.locator(".live-responses-table .response-col_description, .errors-wrapper").last();
    faults.push(`${name}: ${status}: ${(await said.innerText({ timeout: 1000 }).catch(() => "the form was not sent")).slice(0, 600)}`);
  }
  if (screenshot && path === "/v1/plans") await operation.screenshot({ path: screenshot });
  await operation.locator(".opblock-summary-control").click();
}
await browser.close();

faults.push(...documented.filter((name) => !seen.includes(name)).map((name) => `${name}: not shown`));
console.log(`${seen.length} operations, ${faults.length} faults`);
for (const fault of faults) console.log(`- ${fault}`);
process.exit(faults.length || !seen.length ? 1 : 0);
