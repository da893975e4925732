// The kinds of pages of a site and what is asked of each. A new kind joins by
// a row; a page of no kind fails the tests.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { join } from "node:path";

// raw, gzip: bytes of HTML at most; sheets: A4 pages at most when printed;
// states: every such page of the fixtures is looked at, but those that are
// all alike; frame: shown inside
// other sites; bare: no frame of the site around it (header, main, script);
// scripted: looks different with scripts.
const kinds = [
  { name: "own site: school", path: /^only\/[^/]+\/index\.html$/,
    bare: true, gzip: 15 * 1024, sheets: 4 },
  { name: "own site: poster", path: /^only\/[^/]+\/poster\.html$/,
    bare: true, raw: 12 * 1024, sheets: 1 },
  { name: "own site: programme", path: /^only\/[^/]+\/programs\/.*\.html$/,
    bare: true },
  { name: "own site: practice", path: /^only\/[^/]+\/practices\/.*\.html$/,
    bare: true },
  { name: "home", path: /^index\.html$/ },
  { name: "schools", path: /^schools\/index\.html$/ },
  { name: "school", path: /^schools\/[^/]+\.html$/, states: true,
    alike: /\/s([4-9]|1\d)\.html$/, gzip: 15 * 1024, sheets: 4 },
  { name: "programmes", path: /^programs\/index\.html$/ },
  { name: "programme", path: /^programs\/[^/]+\/index\.html$/, states: true },
  { name: "indicators", path: /^programs\/[^/]+\/indicators\/index\.html$/ },
  { name: "indicator", path: /^programs\/[^/]+\/indicators\/[^/]+\.html$/,
    states: true },
  { name: "plan", path: /^programs\/[^/]+\/plan\.html$/, states: true },
  { name: "report", path: /^programs\/[^/]+\/report-\d+\.html$/ },
  { name: "monitoring", path: /^programs\/[^/]+\/monitoring\.html$/ },
  { name: "programme changes", path: /^programs\/[^/]+\/changes\.html$/ },
  { name: "section", path: /^programs\/[^/]+\/[^/]+\.html$/ },
  { name: "all indicators", path: /^indicators\.html$/ },
  { name: "all plans", path: /^plan\.html$/ },
  { name: "practices", path: /^practices\/index\.html$/, scripted: true },
  { name: "practices by", path: /^practices\/by\/[^/]+\.html$/ },
  { name: "practice", path: /^practices\/[^/]+\.html$/, states: true,
    sheets: 2 },
  { name: "organisations", path: /^organisations\.html$/ },
  { name: "news index", path: /^news\/index\.html$/ },
  { name: "news", path: /^news\/[^/]+\.html$/ },
  { name: "glossary", path: /^glossary\.html$/ },
  { name: "methodology", path: /^methodology\.html$/ },
  { name: "quality", path: /^quality\.html$/ },
  { name: "data", path: /^data\/index\.html$/ },
  { name: "about", path: /^about\.html$/ },
  { name: "accessibility", path: /^accessibility\.html$/ },
  { name: "search", path: /^search\.html$/, scripted: true },
  { name: "changes", path: /^changes\.html$/ },
  { name: "school changes", path: /^changes\/[^/]+\.html$/ },
  { name: "changes of a year",
    path: /^(programs\/[^/]+\/)?changes\/([^/]+\/)?\d+\/index\.html$/ },
  { name: "not found", path: /^404\.html$/ },
  { name: "poster", path: /^posters\/[^/]+\.html$/, states: true, bare: true,
    raw: 12 * 1024, sheets: 1 },
  { name: "embeds", path: /^embed\/index\.html$/ },
  { name: "kit", path: /^kits\/[^/]+\/index\.html$/ },
  { name: "kit how", path: /^kits\/[^/]+\/kak-razmestit\.html$/,
    bare: true, raw: 24 * 1024 },
  { name: "kit page", path: /^kits\/[^/]+\/page\.html$/, states: true,
    bare: true, raw: 40 * 1024, sheets: 2 },
  { name: "kit poster", path: /^kits\/[^/]+\/poster\.html$/, bare: true,
    sheets: 1 },
  { name: "kit sheet", path: /^kits\/[^/]+\/sheet\.html$/, bare: true,
    raw: 32 * 1024, sheets: 4 },
  { name: "embed codes", path: /^embed\/[^/]+\.html$/ },
  { name: "widget", path: /^w\/((programs|frozen)\/)?[^/]+\.html$/, frame: true, bare: true },
  { name: "short address", path: /^s\/[^/]+\.html$/, bare: true,
    moves: true },
  { name: "text", path: /^[^/]+\.html$/ },
  { name: "guide", path: /^guide\/[^/]+\.html$/ },
];

// All files of a folder, as paths inside it.
export function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name)
      .slice(folder.length + 1))
    .sort();
}

export function kindOf(path) {
  return kinds.find(kind => kind.path.test(path));
}

function page(folder, site, path) {
  const html = readFileSync(join(folder, path));
  return {
    site, path, kind: kindOf(path), file: join(folder, path),
    url: "file://" + join(folder, path), name: site + "/" + path,
    raw: html.length, gzip: gzipSync(html).length,
  };
}

// The smallest and the largest page of each kind; with states, of the kinds
// that have some, all.
export function choose(folder, site, { states = false } = {}) {
  const chosen = [];
  const html = files(folder).filter(path => path.endsWith(".html"));
  for (const kind of kinds) {
    const all = html.filter(path => kindOf(path) === kind);
    all.sort((a, b) => statSync(join(folder, a)).size -
      statSync(join(folder, b)).size || (a < b ? -1 : 1));
    const some = states && kind.states ?
      all.filter(path => !kind.alike?.test(path)) :
      [...new Set([all[0], all.at(-1)])].filter(Boolean);
    chosen.push(...some.map(path => page(folder, site, path)));
  }
  return chosen;
}

export function allPages(folder, site) {
  return files(folder).filter(path => path.endsWith(".html"))
    .map(path => page(folder, site, path));
}

// One page of a kind, the largest: for what is tried once a kind.
export function oneOfEach(pages) {
  const one = new Map();
  for (const page of pages)
    if (!(one.get(page.kind)?.raw >= page.raw)) one.set(page.kind, page);
  return [...one.values()];
}
