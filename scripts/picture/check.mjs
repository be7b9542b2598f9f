// Looks at pictures of plans as a browser draws them, in both colour schemes.
//
//     node scripts/picture/check.mjs http://127.0.0.1:8080 [folder for PNGs]
//
// Every case of tests/: no text lies on another, on a mark or outside the picture. Some quite different plans: axe finds
// nothing, and text has a contrast of 4.5 to all that lies behind it, marks one of 3. In Swagger UI the answer shows as a
// picture. Ends with 1 where that is not so. Its packages are those of .ci/package.json.

import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../.ci/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [service, folder] = process.argv.slice(2);
const LEAST_TEXT_CONTRAST = 4.5;
const LEAST_MARK_CONTRAST = 3;
const SCHEMES = ["light", "dark"];

/** Plans to look at: by what they show, the file that holds their facts. */
const SHOWN = {
  first_interview_stated_date: "05_date_on_a_bavarian_holiday",
  final_round_no_date: "04_final_round_no_date",
  marketplace: "09_marketplace_before_contract",
  over_christmas: "49_a_week_later_is_christmas_eve",
  long_wait: "16_public_office_takes_four_weeks",
  rejection: "07_rejection",
  overdue: "29_thanks_two_weeks_late_last_minute",
  closed_by_silence: "46_closed_by_silence_to_the_minute",
  five_months_later: "47_five_months_later",
  other_offer: "41_other_offer_to_be_answered_by_sunday",
  cancelled: "45_cancelled_by_them",
};

const tests = new URL("../../tests/", import.meta.url);
const read = (path) => readFileSync(new URL(path, tests), "utf8");
const golden = readdirSync(new URL("cases/", tests)).map((file) => ({ ...JSON.parse(read(`cases/${file}`)), name: file.replace(".json", "") }));
const generated = read("conformance.ndjson").trim().split("\n").map((line) => JSON.parse(line));
const readme = /-d '(\{[^]*?\n\})'/.exec(readFileSync(new URL("../README.md", tests), "utf8"))[1];
const cases = [{ name: "readme", facts: JSON.parse(readme) }, ...golden, ...generated];

const faults = [];
const fault = (name, text) => faults.push(`${name}: ${text}`);

async function picture(facts) {
  const answer = await fetch(`${service}/v1/schedules`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "image/svg+xml" },
    body: JSON.stringify(facts),
  });
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer.text();
}

const page_of = (svg) => `<!doctype html><html lang="en"><title>A plan</title><main><h1>A plan</h1>${svg}</main></html>`;

/** In the page: what lies where it should not. */
function misplaced() {
  const svg = document.querySelector("svg");
  const size = svg.viewBox.baseVal;
  const texts = [...svg.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBBox() }));
  // A cut goes on behind the flags.
  const marks = [...svg.querySelectorAll("path.best,path.cross,path.check,circle,rect.upcoming,rect.due,rect.overdue,rect.done,rect.not")]
    .map((mark) => ({ text: mark.getAttribute("class"), box: mark.getBBox() }));
  const overlap = (one, other) =>
    one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
  const found = [];
  for (const [index, { text, box }] of texts.entries()) {
    if (box.x < 4 || box.y < 4 || box.x + box.width > size.width - 4 || box.y + box.height > size.height - 4) {
      found.push(`"${text}" leaves the picture`);
    }
    for (const other of [...texts.slice(index + 1), ...marks]) {
      // Lines of text have room above and below the letters.
      const tight = { x: box.x, width: box.width, y: box.y + 3, height: box.height - 6 };
      if (overlap(tight, other.box)) found.push(`"${text}" lies on "${other.text}"`);
    }
  }
  for (const flag of svg.querySelectorAll("rect.flag")) {
    const box = flag.getBBox();
    const text = flag.nextElementSibling.getBBox();
    if (text.x < box.x + 2 || text.x + text.width > box.x + box.width - 2) found.push(`"${flag.nextElementSibling.textContent}" is wider than its flag`);
  }
  return found;
}

/** In the page: contrasts that are too low, of each text and mark to each ground on which it stands. */
function pale([least_text, least_mark]) {
  const channels = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const svg = document.querySelector("svg");
  const style = (element) => getComputedStyle(element);
  const grounds = ["paper", "next", "off", "feast"];
  const ground = (name) => svg.querySelector(`.${name}`);
  const beneath = grounds.filter(ground).map((name) => [name, style(ground(name)).fill]);
  const found = new Set();
  const lowest = { text: Infinity, mark: Infinity };
  const hold = (kind, what, colour, [name, other]) => {
    const value = contrast(colour, other);
    lowest[kind] = Math.min(lowest[kind], value);
    if (value < (kind === "text" ? least_text : least_mark)) found.add(`${what} on ${name}: ${value.toFixed(2)}`);
  };
  for (const text of svg.querySelectorAll("text")) {
    const flag = text.previousElementSibling;
    const below = flag?.matches("rect.flag") ? [["its flag", style(flag).fill]] : beneath;
    for (const under of below) hold("text", `text ${text.getAttribute("class")}`, style(text).fill, under);
  }
  const seen = (mark) => (style(mark).fill === "none" || mark.matches(".upcoming,.best,.reply,.said") ? "stroke" : "fill");
  for (const mark of svg.querySelectorAll("path,circle,rect")) {
    if (mark.matches([...grounds, "line"].map((name) => `.${name}`).join())) continue;
    const inside = { check: "done", on: mark.previousElementSibling?.getAttribute("class") };
    const own = Object.keys(inside).find((name) => mark.classList.contains(name));
    const below = own ? [[inside[own], style(svg.querySelector(`.${inside[own]}`)).fill]] : beneath;
    // A best moment is told by its own colour on a bar, and by its edge where the two are near.
    const property = mark.matches(".best") ? "fill" : seen(mark);
    for (const under of below) hold("mark", mark.getAttribute("class"), style(mark)[property], under);
  }
  if (svg.querySelector(".best")) {
    const { fill, stroke } = style(svg.querySelector(".best"));
    for (const bar of ["upcoming", "due", "overdue"].filter(ground)) {
      const colour = style(ground(bar)).fill;
      hold("mark", "best moment or its edge", contrast(fill, colour) > contrast(stroke, colour) ? fill : stroke, [bar, colour]);
    }
  }
  return { found: [...found], lowest };
}

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
if (folder) mkdirSync(folder, { recursive: true });
const lowest = { text: Infinity, mark: Infinity };
let [drawn, examined] = [0, 0];
for (const scheme of SCHEMES) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 }, colorScheme: scheme });
  page.on("request", (request) => {
    if (!/^(data|about|blob):/.test(request.url())) fault(scheme, `loads ${request.url()}`);
  });
  for (const { name, facts } of cases) {
    const shown = Object.keys(SHOWN).find((key) => SHOWN[key] === name) ?? (name === "readme" ? name : undefined);
    // Letters lie where they lie in either scheme.
    if (scheme !== SCHEMES[0] && !shown) continue;
    await page.setContent(page_of(await picture(facts)));
    drawn += 1;
    for (const text of await page.evaluate(misplaced)) fault(`${name} ${scheme}`, text);
    if (!shown) continue;
    const contrasts = await page.evaluate(pale, [LEAST_TEXT_CONTRAST, LEAST_MARK_CONTRAST]);
    for (const text of contrasts.found) fault(`${name} ${scheme}`, text);
    for (const kind of Object.keys(lowest)) lowest[kind] = Math.min(lowest[kind], contrasts.lowest[kind]);
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(() => window.axe.run(document));
    for (const { id, help } of violations) fault(`${name} ${scheme}`, `axe: ${id}: ${help}`);
    if (!passes.some(({ id }) => id === "svg-img-alt")) fault(`${name} ${scheme}`, "axe found no picture with a name");
    examined += 1;
    if (folder) await page.locator("svg").screenshot({ path: `${folder}/${shown}-${scheme}.png` });
  }
  await page.close();
}
for (const name of Object.values(SHOWN)) if (!cases.some((known) => known.name === name)) fault(name, "there is no such case");

// As a document of its own the picture keeps its style: the answer's policy allows it.
const alone = await browser.newPage({ viewport: { width: 1000, height: 700 } });
alone.on("console", (message) => fault("opened alone", message.text()));
await alone.route("**/picture", async (route) => {
  const answer = await fetch(`${service}/v1/schedules`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "image/svg+xml" },
    body: readme,
  });
  await route.fulfill({ status: 200, headers: Object.fromEntries(answer.headers), body: await answer.text() });
});
await alone.goto(`${service}/picture`);
const size = await alone.evaluate(() => getComputedStyle(document.querySelector("text.h")).fontSize);
if (size !== "18px") fault("opened alone", `its headline has ${size}`);

// Swagger UI: ask for the picture, and see it.
const docs = await browser.newPage({ viewport: { width: 1280, height: 1200 } });
docs.on("console", (message) => {
  if (/Content Security Policy/.test(message.text())) fault("Swagger UI", message.text());
});
docs.on("pageerror", (error) => fault("Swagger UI", error.message));
await docs.goto(`${service}/docs/`);
const operation = docs.locator('.opblock:has([data-path="/v1/schedules"])');
await operation.locator(".opblock-summary-control").click();
await operation.locator('.response[data-code="200"] .response-control-media-type select').first().selectOption("image/svg+xml");
const tryItOut = operation.getByRole("button", { name: "Try it out" });
const execute = operation.locator("button.execute");
await tryItOut.or(execute).first().waitFor();
if (await tryItOut.isVisible()) await tryItOut.click();
await execute.click();
const image = operation.locator(".live-responses-table img").first();
await image.waitFor({ timeout: 10_000 }).catch(() => fault("Swagger UI", "shows no picture"));
if (await image.isVisible()) {
  const { width, alt } = await image.evaluate(async (image) => {
    await image.decode();
    return { width: image.naturalWidth, alt: image.alt };
  });
  if (width !== 960 || !/steps, in order/.test(alt)) fault("Swagger UI", `its picture is ${width} wide and told as "${alt}"`);
  if (folder) await image.screenshot({ path: `${folder}/swagger-ui.png` });
}
await browser.close();

console.log(`${drawn} pictures drawn, ${examined} examined: least contrast of text ${lowest.text.toFixed(2)}, of marks ${lowest.mark.toFixed(2)}; ${faults.length} faults`);
for (const text of faults.slice(0, 60)) console.log(`- ${text}`);
process.exit(faults.length || drawn < 300 ? 1 : 0);
