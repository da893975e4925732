// Checks that need no browser: 5 contrast of the colours, 14 weight, 16 what
// must not be known, 17 no ranking; and the list of kinds itself.

import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { verdict } from "./harness.js";
import { files } from "./pages.js";
import { secrets } from "./fixture.js";

// --- 5: contrast ---

// Variables set in a block of the style sheet that begins with these words.
function variables(css, ...openings) {
  const found = {};
  for (const opening of openings) {
    const from = css.indexOf(opening);
    const block = css.slice(from, css.indexOf("}", from));
    for (const [, name, value] of block.matchAll(/--([\w-]+):\s*([^;}]+)/g))
      found[name] = value.trim();
  }
  return found;
}

function luminance(hex) {
  const digits = hex.length === 4 ?
    [...hex.slice(1)].map(digit => digit + digit) : hex.match(/[\da-f]{2}/gi);
  const [r, g, b] = digits.map(digit => parseInt(digit, 16) / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

// Colour, the grounds it stands on, the least contrast.
const pairs = [
  ["text", "bg surface surface2", 4.5], ["muted", "bg surface surface2", 4.5],
  ["link", "bg surface", 4.5], ["link-hover", "bg surface", 4.5],
  ["visited", "bg surface", 4.5], ["school", "bg surface surface2", 4.5],
  ["muni", "bg surface", 4.5], ["target", "bg surface", 4.5],
  ["border", "bg surface", 3], ["focus", "bg surface", 3],
];

function checkContrast(css) {
  const light = variables(css, ":root {");
  const themes = { light, dark: { ...light,
    ...variables(css, "prefers-color-scheme: dark) {\n  :root {") } };
  const bad = [];
  for (const [name, colours] of Object.entries(themes))
    for (const [colour, grounds, least] of pairs)
      for (const ground of grounds.split(" ")) {
        const is = contrast(colours[colour], colours[ground]);
        if (!(is >= least))
          bad.push(`${name}: --${colour} on --${ground} ${is.toFixed(2)}`);
      }
  for (const scheme of ["bw", "wb", "blue"]) {
    const { paper, ink } = variables(css, `#v-${scheme}:checked)`);
    const is = contrast(paper, ink);
    if (!(is >= 7)) bad.push(`${scheme}: ${is.toFixed(2)}`);
  }
  verdict("contrast of colours", bad);
}

// --- 14: weight ---

function checkWeight(folder, pages) {
  const bad = [];
  const limit = (what, size, most) => most && size > most &&
    bad.push(`${what}: ${size} bytes, at most ${most}`);
  const zipped = path => gzipSync(readFileSync(join(folder, path))).length;
  for (const page of pages) {
    limit(page.name, page.raw, page.kind?.raw);
    limit(page.name + " gzip", page.gzip, page.kind?.gzip);
  }
  const size = path => readFileSync(join(folder, path)).length;
  limit("style.css", size("style.css"), 16 * 1024);
  limit("style.css gzip", zipped("style.css"), 4096);
  limit("script.js", size("script.js"), 1024);
  limit("icon.svg", size("icon.svg"), 1024);
  for (const page of pages)
    for (const [svg] of readFileSync(page.file, "utf8")
      .matchAll(/<svg class="chart"[^]*?<\/svg>/g))
      limit(page.name + " a chart", Buffer.byteLength(svg), 6000);
  verdict("weight", bad);
}

// --- 16: privacy ---

function checkSecrets({ name, folder }) {
  const bad = [];
  for (const path of files(folder)) {
    if (path === "manifest.json") continue; // hashes hold any digits
    const text = readFileSync(join(folder, path), "utf8")
      .replace(/(?<=\d)\s+(?=\d)/g, "");
    for (const secret of secrets)
      if (text.includes(secret)) bad.push(`${name}/${path}: ${secret}`);
  }
  verdict("hidden numbers in " + name, bad);
}

// --- 17: no ranking ---

// As in a telephone book: word by word, numbers by size, no other signs.
const collator = new Intl.Collator("ru", { numeric: true });
const words = name => name.replace(/[^\p{L}\d]+/gu, " ").trim();
const natural = (a, b) => collator.compare(words(a), words(b));

// Names of schools in the rows of a table, as they stand.
const names = table => [...table.matchAll(
  /<tr[^>]*><th[^>]*><a href="[^"]*schools\/[^"]*"[^>]*>([^<]*)/g)]
  .map(match => match[1]);

function checkOrder({ name, folder }, pages) {
  const bad = [];
  const index = join(folder, "schools/index.html");
  const html = existsSync(index) ? readFileSync(index, "utf8") : "";
  if (/class="(?:num|chart|status|headline)\b/.test(html))
    bad.push("schools/index.html shows results");
  for (const page of pages) {
    if (page.kind?.name !== "indicator") continue;
    for (const [table] of readFileSync(page.file, "utf8")
      .matchAll(/<tbody>[^]*?<\/tbody>/g)) {
      const rows = names(table);
      const at = rows.findIndex((row, i) =>
        i && natural(rows[i - 1], row) > 0);
      if (at > 0) bad.push(`${page.name}: ${rows[at]} after ${rows[at - 1]}`);
    }
  }
  verdict("order of schools in " + name, bad);
}

export function checkFiles(folders, pages) {
  verdict("pages of a kind that pages.js does not know",
    pages.filter(page => !page.kind).map(page => page.name));
  checkContrast(readFileSync(join(folders[0].folder, "style.css"), "utf8"));
  for (const site of folders) {
    const own = pages.filter(page => page.site === site.name);
    checkWeight(site.folder, own);
    checkSecrets(site);
    checkOrder(site, own);
  }
}
