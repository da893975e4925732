// Looks at the pages of built sites in a browser, as readers do.
//
//   node run.js CHARTS.html NAME=FOLDER... [--only WORD]
//
// The first folder is a whole real site, of which each kind is looked at; in
// the others, the fixtures, also every state. Ends with `N passed, N failed`.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { allPages, choose, oneOfEach } from "./pages.js";
import { close, each, fixture, launch, verdict } from "./harness.js";
import { checkFiles } from "./files.js";
import { checkFilter } from "./filter.js";
import { checkFrames } from "./frames.js";
import { checkHosts } from "./hosts.js";
import { checkKeys } from "./keys.js";
import { checkPrint } from "./print.js";
import { checkSearch } from "./search.js";
import * as look from "./look.js";

const only = process.argv.includes("--only") ?
  process.argv[process.argv.indexOf("--only") + 1] : "";
const [charts, ...sites] = process.argv.slice(2)
  .filter(word => word !== "--only" && word !== only);
const axe = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const phone = { width: 320, height: 800 };
const desk = { width: 1280, height: 900 };

const folders = sites.map(word => {
  const [name, folder] = word.split("=");
  return { name, folder: resolve(folder) };
});
const pages = folders.flatMap(({ name, folder }, at) =>
  choose(folder, name, { states: at > 0 })).filter(page =>
  page.kind && !page.kind.moves);

// --- 3, 4: axe ---

// What axe cannot decide and people have looked at.
const reviewed = new Set([
  // Text in charts; their colours are in the test of contrast.
  "color-contrast",
  // The same word in the navigation and in the crumbs of a programme, each in
  // a list with a name of its own; inside of main see look.sameWords.
  "identical-links-same-purpose",
  // A heading over a group of rows.
  "th-has-data-cells",
  // Pages in frames are pages of a kind of their own.
  "frame-tested",
  // The arrow from a footnote back to the text.
  "label-content-name-mismatch",
]);

async function axeOf(page, options) {
  return page.evaluate(async options => {
    const found = await window.axe.run(document, options);
    const say = one => one.nodes.map(node =>
      `${one.id}: ${node.target.join(" ")} ${node.any.concat(node.all,
        node.none).map(c => c.message).join("; ").slice(0, 160)}`);
    return {
      violations: found.violations.flatMap(say),
      incomplete: found.incomplete.flatMap(one =>
        say(one).map(text => ({ id: one.id, text }))),
    };
  }, options);
}

async function checkAxe(browser) {
  const light = [], dark = [], open = [];
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
    "best-practice"];
  const everything = {
    runOnly: { type: "tag", values: tags },
    rules: { "identical-links-same-purpose": { enabled: true } },
  };
  const bare = { ...everything, rules: { region: { enabled: false },
    "landmark-one-main": { enabled: false },
    "page-has-heading-one": { enabled: false } } };
  const inTheDark = new Set(oneOfEach(pages));
  await each(browser, { viewport: desk }, pages, async (page, at) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(at.url);
    await page.evaluate(axe);
    const found = await axeOf(page, at.kind.bare ? bare : everything);
    light.push(...found.violations.map(text => at.name + " " + text));
    open.push(...found.incomplete.filter(one => !reviewed.has(one.id))
      .map(one => at.name + " " + one.text));
    if (!inTheDark.has(at)) return;
    await page.emulateMedia({ colorScheme: "dark" });
    const contrast = { runOnly: ["color-contrast", "link-in-text-block"] };
    dark.push(...(await axeOf(page, contrast)).violations
      .map(text => at.name + " " + text));
  });
  verdict("accessibility (axe)", light);
  verdict("accessibility in the dark (axe)", dark);
  verdict("what axe could not decide and nobody has reviewed", open);
}

// --- 6, 7, 8: any width, any size of text ---

const spacing = "* { line-height: 1.5 !important; " +
  "letter-spacing: .12em !important; word-spacing: .16em !important } " +
  "p { margin-bottom: 2em !important }";

// Each way to look: a viewport, the choices of the vision panel, a style.
const ways = [
  { name: "320 px", viewport: phone },
  { name: "320 px, text 200 %", viewport: phone, choose: ["v-200"] },
  { name: "320 px, own spacing of text", viewport: phone, style: spacing },
  { name: "320 x 256 px (1280 at 400 %)",
    viewport: { width: 320, height: 256 }, choose: ["v-wide", "v-bw"] },
  { name: "640 px (1280 at 200 %)", viewport: { width: 640, height: 450 } },
  { name: "768 px", viewport: { width: 768, height: 1024 },
    choose: ["v-serif", "v-150"] },
  { name: "1280 px", viewport: desk },
];

async function checkWays(browser) {
  const wide = {}, over = {}, chart = [], empty = [], requests = [];
  const links = [], heads = [];
  for (const way of ways) wide[way.name] = [], over[way.name] = [];
  await each(browser, {}, pages, async (page, at) => {
    const note = text => requests.push(at.name + " " + text);
    const listen = {
      requestfailed: request => note("not found: " + request.url()),
      request: request => /^(file:|data:|https:\/\/states\.)/.test(request.url()) ||
        note("asks outside: " + request.url()),
      pageerror: error => note(String(error)),
      console: message => message.type() === "error" && note(message.text()),
    };
    for (const name in listen) page.on(name, listen[name]);
    await page.setViewportSize(phone);
    await page.goto(at.url);
    for (const name in listen) page.off(name, listen[name]);
    empty.push(...(await page.evaluate(look.orphans))
      .map(text => at.name + ": " + text));
    links.push(...(await page.evaluate(look.sameWords))
      .map(text => at.name + ": " + text));
    heads.push(...(await page.evaluate(look.heads))
      .map(text => at.name + ": " + text));
    for (const way of ways) {
      await page.setViewportSize(way.viewport);
      await page.evaluate(({ choose, style }) => {
        document.querySelectorAll("details").forEach(one => one.open = true);
        document.querySelectorAll(".vision input").forEach(input =>
          input.checked = input.defaultChecked);
        for (const id of choose ?? []) {
          const input = document.getElementById(id);
          if (input) input.checked = true;
        }
        document.getElementById("test-style")?.remove();
        if (style) document.head.insertAdjacentHTML("beforeend",
          `<style id="test-style">${style}</style>`);
      }, way);
      const where = text => at.name + ": " + text;
      wide[way.name].push(...(await page.evaluate(look.overflow)).map(where));
      over[way.name].push(...(await page.evaluate(look.collisions))
        .map(where));
      chart.push(...(await page.evaluate(look.labels, { smallest: 11 }))
        .map(text => `${at.name} (${way.name}): ${text}`));
    }
  });
  for (const way of ways) {
    verdict("sideways scroll at " + way.name, wide[way.name]);
    verdict("text cut or over other text at " + way.name, over[way.name]);
  }
  verdict("labels of charts", chart);
  verdict("headings with nothing under them", empty);
  verdict("heads of columns aside of their cells", heads);
  verdict("the same words for links to different places", links);
  verdict("requests and errors", requests);
}

// --- 10: scripts off ---

async function checkScripts(browser) {
  const bad = [], seen = new Map();
  const shown = oneOfEach(pages.filter(page => !page.kind.scripted));
  const viewport = { width: 320, height: 2400 };
  const shot = async (page, at) => {
    await page.goto(at.url);
    return page.screenshot();
  };
  await each(browser, { viewport }, shown, async (page, at) =>
    seen.set(at, await shot(page, at)));
  await each(browser, { viewport, javaScriptEnabled: false }, shown,
    async (page, at) => {
      if (Buffer.compare(seen.get(at), await shot(page, at)))
        bad.push(at.name);
    });
  verdict("pages that look different without scripts", bad);
}

// --- 11, 12: colours ---

async function checkColours(browser) {
  const drawn = oneOfEach(pages).concat(pages.filter(page =>
    page.kind.name === "indicator" || page.kind.name === "school"));
  const schemes = ["light", "dark"].flatMap(colorScheme =>
    ["none", "active"].map(forcedColors => ({ colorScheme, forcedColors })));
  const bad = [];
  await each(browser, { viewport: desk }, new Set(drawn),
    async (page, at) => {
      await page.goto(at.url);
      for (const scheme of schemes) {
        await page.emulateMedia(scheme);
        bad.push(...(await page.evaluate(look.marks)).map(text =>
          `${at.name} (${Object.values(scheme).join(", ")}) ${text}`));
      }
      await page.emulateMedia({ media: "print", forcedColors: "none",
        colorScheme: "dark" });
      if (!await page.evaluate(() => /^(rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\))$/
        .test(getComputedStyle(document.body).backgroundColor)))
        bad.push(at.name + " is printed on a dark ground");
    });
  verdict("charts in light, dark and forced colours", bad);
}

// --- random charts ---

async function checkCharts(browser) {
  const page = await browser.newPage({ viewport: phone });
  await page.goto("file://" + resolve(charts));
  const number = await page.evaluate(() =>
    document.querySelectorAll("svg.chart").length);
  verdict("1000 charts of random data and as many others",
    number < 2000 ? ["only " + number] : []);
  verdict("labels of charts of random data",
    await page.evaluate(look.labels, {}));
  await page.close();
}

const parts = {
  files: () => checkFiles(folders, folders.flatMap(({ name, folder }) =>
    allPages(folder, name))),
  charts: checkCharts, ways: checkWays, axe: checkAxe,
  keys: browser => checkKeys(browser, pages),
  filter: browser => checkFilter(browser, pages, async page => {
    await page.evaluate(axe);
    return (await axeOf(page, {})).violations;
  }),
  scripts: checkScripts, colours: checkColours,
  print: browser => checkPrint(browser, pages),
  search: browser => checkSearch(browser, folders[0].folder),
  frames: browser => checkFrames(browser, pages),
  hosts: checkHosts,
};

fixture.folder = folders.find(({ name }) => name === "states").folder;
const browser = await launch();
for (const [name, part] of Object.entries(parts)) {
  if (only && only !== name) continue;
  const began = Date.now();
  await part(browser);
  console.log(`${name}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
}
await browser.close();
close();
