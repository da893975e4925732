// Checks of the search of a built site, in node:
//
//   node check.mjs SITE STEMS [TEXTS...]
//
// STEMS is the program of stems.c; TEXTS are files with English words. Ends
// with `N passed, N failed`.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import vm from "node:vm";
import { open } from "./engine.mjs";

const [site, program, ...texts] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const counts = { passed: 0, failed: 0 };

function verdict(what, problems, note = "") {
  counts[problems.length ? "failed" : "passed"]++;
  if (problems.length || note)
    console.log(`${problems.length ? "--- " : ""}${what}: ` +
      (note || problems.length));
  for (const problem of problems.slice(0, 20)) console.log("  " + problem);
}

const stemsOf = (language, words) => execFileSync(program, [language],
  { input: words.join("\n") + "\n", maxBuffer: 1 << 28 }).toString()
  .split("\n").slice(0, words.length);

// --- pages, read in another way than the program reads them ---

const pages = readdirSync(site, { recursive: true }).map(String)
  .filter(path => path.endsWith(".html") &&
    !/^(w|s|posters|kits|embed)\/|^(search|404)\.html$/.test(path))
  .map(path => {
    const html = readFileSync(join(site, path), "utf8");
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
    const text = main.slice(main.indexOf("<h1"))
      .replace(/<(nav|svg|script|style|form|textarea)\b[^]*?<\/\1>/g, " ")
      .replace(/<\/?(a|b|strong|em|i|span|abbr|code|mark|time)\b[^>]*>/g, "")
      .replace(/<[^>]*>/g, " ").replace(/&nbsp;|&#160;/g, "\u00a0")
      .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'").replace(/&amp;/g, "&");
    return { path, text, noindex: html.includes('content="noindex"') };
  }).filter(page => !page.noindex);
const wordsOf = text => text.toLowerCase().replace(/ё/g, "е")
  .match(/[\p{L}\p{N}]+/gu) ?? [];
const everyWord = [...new Set(pages.flatMap(page => wordsOf(page.text)))];

// --- the stemmers agree with libstemmer ---

const endings = {
  ru: ("а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам " +
    "ом о у ах иях ях ы ь ию ью ю ия ья я ся сь ла на ете йте ли л н ло но " +
    "ет ют ны ть ешь нно ила ыла ена ейте уйте ите или ил ыл им ым ен ило " +
    "ыло ено ят ует уют ит ыт ены ить ыть ишь ую ее ые ое ими ыми ому их ых " +
    "юю ая яя ость остью ейш ейше ейший ив ивши ившись вши вшись авши " +
    "явшийся ющий ящий ующий анный енный янная щийся ивший аем аемый"),
  en: ("s es ed ing ingly edly eed eedly ies ied ly er est ness ful fully " +
    "fulness less lessly ation ational ator alism ality ally ousness ously " +
    "iveness ivity bility bly ogy ize izer ization ative icate icity ical " +
    "ment ement ance ence able ible ant ism ion tion y ying e ll us sses"),
};

function checkStemmer(language, known, least) {
  const context = vm.createContext({});
  const name = join(here, `../../themes/default/search-${language}.js`);
  vm.runInContext(readFileSync(name, "utf8"), context);
  const list = endings[language].split(" "), words = new Set();
  known.forEach((word, at) => {
    words.add(word);
    // Every word without its end, with endings that change from word to word.
    for (let cut = 0; cut < 4 && word.length - cut > 1; cut++)
      for (let i = 0; i < 6; i++)
        words.add(word.slice(0, word.length - cut) +
          list[(at * 7 + cut * 13 + i * 17) % list.length]);
  });
  const all = [...words], stems = stemsOf(language, all);
  const bad = all.flatMap((word, i) => context.vitrinaStem(word) === stems[i] ?
    [] : [`${word}: ${context.vitrinaStem(word)}, not ${stems[i]}`]);
  if (all.length < least) bad.push("only " + all.length + " words");
  verdict(`stems (${language}) as libstemmer's`, bad, all.length + " words");
}

// --- words are cut as in the program (tests/unit/test_search.c) ---

function checkTokens(search) {
  const cases = {
    "Школа № 3, «Луч»": "школа|3|луч", "ЁЛКА Ёлка ёж": "елка|елка|еж",
    "онлайн-урок 10А": "онлайн|урок|10а", "62,5 % и 62.5": "62,5|и|62,5",
    "1.2.3 и 3.5а": "1|2|3|и|3|5а",
    "1\u00a0234\u202f567 чел.": "1234567|чел",
    "1 234 567": "1234567", "1\u00a0234,5": "1234,5",
    "12\u00a034 2024\u00a0100": "12|34|2024|100",
    "до\u0301ля но\u00adмер": "доля|номер",
    "конец.Начало 5.": "конец|начало|5", "2024/25, 9–11": "2024|25|9|11",
    "café Ünal": "café|ünal", " ,. — «»": "", "и\u0306од": "йод",
  };
  verdict("words of a query", Object.entries(cases).flatMap(([text, words]) => {
    const got = search.tokens(text).map(one => one.word).join("|");
    return got === words ? [] : [`${text}: ${got}`];
  }));
}

// --- what is found ---

const pairs = readFileSync(join(here, "pairs.csv"), "utf8").trim()
  .split("\n").slice(1).map(line => line.split(";"));

async function checkPairs(search) {
  const there = new Set(pages.map(page => page.path));
  verdict("pages of pairs.csv", pairs.filter(([, path]) => !there.has(path))
    .map(([, path]) => path).concat(pairs.length < 300 ? ["too few"] : []));
  const bad = [];
  for (const [query, path] of pairs) {
    const { pages } = await search.find(query);
    const first = await Promise.all(pages.slice(0, 5).map(search.page));
    if (!first.some(page => page.url === path))
      bad.push(`${query}: ${path} behind ${first.map(page => page.url)[0]}`);
  }
  const share = 1 - bad.length / pairs.length;
  verdict("the right page among the first five", share < 0.9 ? bad : [],
    `${pairs.length - bad.length} of ${pairs.length}`);
}

// Full-text search: pages that have the stems of all words.
async function checkRecall(search, stop) {
  const stems = new Map(), sets = new Map();
  const queries = pairs.map(([query]) =>
    wordsOf(query).filter(word => !stop.has(word)));
  const words = [...new Set(everyWord.concat(...queries))];
  stemsOf("ru", words).forEach((stem, i) => stems.set(words[i], stem));
  for (const page of pages)
    for (const word of wordsOf(page.text)) {
      const stem = stems.get(word);
      if (!sets.has(stem)) sets.set(stem, new Set());
      sets.get(stem).add(page.path);
    }
  let sum = 0, n = 0;
  const bad = [];
  for (const [at, query] of queries.entries()) {
    const lists = query.map(word => sets.get(stems.get(word)) ?? new Set());
    const wanted = [...lists[0] ?? []].filter(path =>
      lists.every(list => list.has(path)));
    if (wanted.length === 0) continue;
    const got = new Set(await search.paths(pairs[at][0]));
    const recall = wanted.filter(path => got.has(path)).length / wanted.length;
    if (recall < 1) bad.push(`${pairs[at][0]}: ${recall.toFixed(2)}, not ` +
      wanted.find(path => !got.has(path)));
    sum += recall;
    n++;
  }
  verdict("recall against full-text search", sum / n < 0.95 ? bad : [],
    `${(sum / n).toFixed(4)} over ${n} queries`);
}

// Single cases: query, a page that must be among the results.
async function checkCases(search) {
  const cases = [
    ["школами", "schools/index.html", "inflected"],
    ["березовый дол", "schools/zarechny-dol.html", "е for ё"],
    ["берёзовый дол", "schools/zarechny-dol.html", "ё"],
    ["ФУНКЦИОНАЛЬНАЯ ГРАМОТНОСТЬ", "programs/zarechny-2022/indicators/fg9.html",
      "capitals"],
    ["настав", "practices/mytishchi-nastavniki.html", "the beginning of a word"],
    ["настовники", "practices/mytishchi-nastavniki.html", "a slip of the pen"],
    ["62,5", "schools/zarechny-1.html", "a number of a table"],
    ["62.5", "schools/zarechny-1.html", "a number with a point"],
    ["единый государственный экзамен",
      "programs/sorsk-2020/indicators/ege-mat.html", "the glossary's words"],
    ["прогулы", "programs/zarechny-2022/indicators/absence.html",
      "search-synonyms.csv"],
  ];
  const bad = [];
  for (const [query, path, what] of cases)
    if (!(await search.paths(query)).includes(path))
      bad.push(`${what}: ${query} does not find ${path}`);
  for (const query of ["ъъъщщщ", "и", "", "«»", "constructor", "__proto__"])
    try {
      await search.paths(query);
    } catch (error) {
      bad.push(`«${query}»: ${error}`);
    }
  const { words, pages: [first] } = await search.find("наставникам");
  const { pieces } = search.excerpt((await search.page(first)).lines, words);
  if (!/^наставник/i.test(pieces[1] ?? "")) bad.push("excerpt without mark");
  verdict("words, numbers, names, slips", bad);
}

// --- size ---

function checkSize() {
  const size = path => statSync(join(site, path)).size;
  const index = readdirSync(join(site, "search"))
    .filter(name => !name.startsWith("texts-"))
    .reduce((sum, name) => sum + size("search/" + name), 0);
  const text = pages.reduce((sum, page) => sum +
    Buffer.byteLength(page.text.replace(/\s+/g, " ")), 0);
  verdict("size of the index", index > text * 0.15 ? ["too large"] : [],
    `${(index / text * 100).toFixed(1)} % of the text`);
  const client = gzipSync(Buffer.concat(["search.js", "search-ru.js"]
    .map(name => readFileSync(join(site, name))))).length;
  verdict("size of the script", client > 10240 ? ["too large"] : [],
    client + " bytes gzip");
}

const search = open(site);
checkStemmer("ru", everyWord.filter(word => /^[а-я]+$/.test(word)), 100000);
checkStemmer("en", [...new Set(texts.flatMap(name =>
  readFileSync(name, "utf8").toLowerCase().match(/[a-z]+/g) ?? []))], 50000);
checkTokens(search);
await checkPairs(search);
await checkRecall(search, new Set((await search.index()).say.stop.split(" ")));
await checkCases(search);
checkSize();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed ? 1 : 0;
