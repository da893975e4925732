// Pages of other people's sites with what this site gives them: text, picture
// with a link, picture file, frame, oEmbed, page of the kit. These sites take
// away scripts, styles, classes and drawings that stand in the page; they are
// as narrow as a phone or wide, light or dark. Nothing may be cut, stick out,
// or change its colours.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { each, fixture, published, verdict } from "./harness.js";
import { allPages } from "./pages.js";

const host = "https://host.example.org/";
const widths = [280, 360, 480, 768, 1200];
const axe = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const entities = { lt: "<", gt: ">", quot: '"', amp: "&" };
const plain = text => text.replace(/&(lt|gt|quot|amp|#39);/g,
  (_, name) => entities[name] ?? "'");
// Fields to copy from have no blanks and joiners that keep words together.
const loose = text => text.replace(/\u00a0/g, " ").replace(/\u2060/g, "");
const escape = text => text.replace(/[&<>]/g, one =>
  "&" + Object.keys(entities).find(name => entities[name] === one) + ";");

// Codes of a page by the ids of their fields.
export function codes(html) {
  return Object.fromEntries([...html.matchAll(
    /<textarea id="([^"]*)"[^>]*>([^]*?)<\/textarea>/g)]
    .map(([, id, code]) => [id, plain(code)]));
}

// What such sites leave of a code.
export const strip = html => html
  .replace(/<(script|style|svg)\b[^]*?<\/\1>/gi, "")
  .replace(/ (style|class|loading)="[^"]*"/gi, "");

const inside = url => join(fixture.folder, new URL(url).pathname);
const attribute = (html, name) =>
  plain(html.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? "");

// WordPress shows the html of unknown sites in a box. (One without scripts
// cannot be asked for its height; frames.js compares its picture.)
function oembed(path) {
  const { html } = JSON.parse(readFileSync(join(fixture.folder, path), "utf8"));
  return html.replace(' loading="lazy"', "")
    .replace("<iframe", '<iframe sandbox="allow-scripts"');
}

// The parts of a host page: { name, html }.
function parts(school, page) {
  const all = codes(page), made = [];
  for (const [id, code] of Object.entries(all)) {
    if (id === "code-words")
      made.push({ name: id, html: `<p>${escape(code)}</p>` });
    else if (id !== "code-address")
      made.push({ name: id, html: strip(code) });
    if (id.startsWith("picture-"))
      made.push({ name: "file of " + id, html:
        `<img src="${attribute(code, "src")}" alt="${id}" width="100%">` });
  }
  if (all["code-address"])
    made.push({ name: "oEmbed", html: oembed(`w/${school}.json`) });
  const kit = `kits/${school}/page.html`;
  if (existsSync(join(fixture.folder, kit)))
    made.push({ name: "kit", html: `<iframe src="${published}${kit}"
      sandbox="allow-scripts" title="kit" width="100%" height="600"
      frameborder="0" data-scrolls></iframe>` });
  return made;
}

const body = (parts, dark) => `<!DOCTYPE html><html lang="ru"><head>
  <meta name="viewport" content="width=device-width"><title>Школа</title>
  <style>body { margin: 0; font: 16px/1.5 sans-serif;
    background: ${dark ? "#101418" : "#fff"}; color: ${dark ? "#eee" : "#222"} }
  a { color: ${dark ? "#8cc1ff" : "#0b57a4"} } p { overflow-wrap: anywhere }
  </style></head><body><main><h1>Школа</h1>` +
  parts.map(({ name, html }) => `<section data-part="${name}">${html}</section>`)
    .join("") + "</main></body></html>";

// What a person sees at once: too wide, of another shape, not there.
function measure() {
  const bad = [], room = document.documentElement.clientWidth;
  for (const part of document.querySelectorAll("[data-part]")) {
    const say = text => bad.push(part.dataset.part + ": " + text);
    for (const one of part.querySelectorAll("*")) {
      const box = one.getBoundingClientRect();
      if (box.right > room + 1 || box.left < -1) say("sticks out");
    }
    for (const img of part.querySelectorAll("img")) {
      const shape = img.width / img.height;
      if (!img.naturalWidth) say("no picture");
      else if (Math.abs(shape * img.naturalHeight / img.naturalWidth - 1) > .03)
        say("picture out of shape");
    }
  }
  if (document.documentElement.scrollWidth > room) bad.push("scrolls sideways");
  return bad;
}

async function inFrames(page) {
  const bad = [];
  for (const frame of page.frames().slice(1)) {
    const at = await (await frame.frameElement()).evaluate(one =>
      ({ part: one.closest("[data-part]").dataset.part,
        scrolls: "scrolls" in one.dataset }));
    const of = await frame.evaluate(() => {
      const root = document.documentElement;
      return { width: root.scrollWidth - root.clientWidth,
        height: root.scrollHeight - root.clientHeight,
        text: document.body.innerText.length };
    });
    if (of.width > 0) bad.push(at.part + ": scrolls sideways inside");
    if (of.height > 0 && !at.scrolls)
      bad.push(`${at.part}: ${of.height} px are cut`);
    if (!of.text) bad.push(at.part + ": empty");
  }
  return bad;
}

// The words of a picture are those of its frame; a code has nothing that a
// page may refuse.
function readCodes(name, page) {
  const bad = [], all = codes(page);
  for (const [id, code] of Object.entries(all)) {
    const say = text => bad.push(`${name} ${id}: ${text}`);
    if (/<(script|blockquote|style)/i.test(code)) say("has what is refused");
    if (!id.startsWith("picture-")) continue;
    const frame = inside(attribute(code, "src").replace(/svg$/, "html"));
    const words = plain(readFileSync(frame, "utf8"));
    if (!loose(words).includes(`<p>${loose(attribute(code, "alt"))}</p>`))
      say("other words than in the frame");
  }
  return bad;
}

// The address of a page gives the frame of what the page is about.
function readOembed(pages) {
  const bad = [];
  for (const page of pages) {
    const html = readFileSync(page.file, "utf8");
    const link = html.match(/type="application\/json\+oembed"[^>]*href="([^"]*)"/);
    if (!link) continue;
    try {
      const card = JSON.parse(readFileSync(inside(plain(link[1])), "utf8"));
      const title = page.kind?.frame ? html.match(/<title>([^<]*)</)[1] :
        html.match(/property="og:title" content="([^"]*)"/)[1];
      const frame = attribute(card.html, "src");
      if (card.version !== "1.0" || card.type !== "rich" ||
          card.title !== plain(title) || !existsSync(inside(frame)) ||
          !/^<iframe [^<]*><\/iframe>$/.test(card.html) ||
          Number(attribute(card.html, "height")) !== card.height ||
          (card.thumbnail_url && !existsSync(inside(card.thumbnail_url))))
        bad.push(page.name + ": " + JSON.stringify(card));
      page.hasOembed = true;
    } catch (error) {
      bad.push(page.name + ": " + error);
    }
  }
  for (const kind of ["school", "indicator", "widget"])
    if (!pages.some(page => page.kind?.name === kind && page.hasOembed))
      bad.push("no " + kind + " has it");
  return bad;
}

async function open(page, made, dark) {
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  await page.route(host, route => route.fulfill({ body: body(made, dark),
    contentType: "text/html; charset=utf-8" }));
  await page.goto(host, { waitUntil: "load" });
  await page.unroute(host);
}

// A picture of what can be seen of a part, without its edges, which mix with
// the ground behind them.
async function within(page, part) {
  await part.evaluate(one => one.scrollIntoView({ block: "start" }));
  const box = await part.boundingBox();
  const x = Math.ceil(box.x) + 2, y = Math.ceil(Math.max(box.y, 0)) + 2;
  return page.screenshot({ clip: { x, y, width: Math.floor(box.width) - 4,
    height: Math.floor(Math.min(box.y + box.height, 800) - y) - 2 } });
}

const rules = ["image-alt", "frame-title", "link-name", "color-contrast",
  "region"];

async function checkHost(page, { name, made }, bad) {
  const seen = new Map();
  for (const dark of [false, true]) {
    const where = dark ? " (dark)" : "";
    await open(page, made, dark);
    for (const width of dark ? widths.slice(0, 1) : widths) {
      await page.setViewportSize({ width, height: 800 });
      const found = [...await page.evaluate(measure),
        ...await inFrames(page)];
      bad.shape.push(...found.map(text => `${name} at ${width}${where} ${text}`));
    }
    await page.evaluate(axe);
    bad.axe.push(...await page.evaluate(async rules =>
      (await window.axe.run(document, { runOnly: rules, iframes: false }))
        .violations.map(one => one.id + " " + one.nodes[0].html), rules)
      .then(found => found.map(text => `${name}${where} ${text}`)));
    await page.setViewportSize({ width: 360, height: 800 });
    for (const [i, one] of (await page.locator("img, iframe").all()).entries()) {
      if (i % 7) continue;
      const shot = await within(page, one);
      if (!dark) seen.set(i, shot);
      else if (Buffer.compare(seen.get(i), shot))
        bad.colours.push(`${name} number ${i} changes with the reader's choice`);
    }
  }
}

// The schools of the fixture that differ in what there is to show.
const shown = /^embed\/(index|s1|s2|long|hidden|closed|bare)\.html$/;

export async function checkHosts(browser) {
  const bad = { shape: [], axe: [], colours: [], codes: [] };
  const states = allPages(fixture.folder, "states");
  const hosts = states.filter(page => shown.test(page.path)).map(page => {
    const html = readFileSync(page.file, "utf8");
    const school = page.path.match(/([^/]*)\.html$/)[1];
    bad.codes.push(...readCodes(page.name, html));
    return { name: page.name, made: parts(school, html) };
  });
  await each(browser, {}, hosts, (page, one) => checkHost(page, one, bad));
  verdict("codes for other sites", hosts.length < 7 ?
    ["hardly any codes found"] : bad.codes);
  verdict("oEmbed", readOembed(states));
  verdict("what other sites show is cut or sticks out", bad.shape);
  verdict("accessibility of other sites with it", bad.axe);
  verdict("colours on light and dark sites", bad.colours);
}
