// The search page: by keys, from a folder and from a server that allows
// nothing but its own files; without scripts.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { verdict } from "./harness.js";
import { allPages } from "./pages.js";

const axe = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const served = "https://search.example.ru/deep/folder/";
const types = { html: "text/html; charset=utf-8", css: "text/css",
  js: "text/javascript", svg: "image/svg+xml" };
const strict = "default-src 'none'; script-src 'self'; style-src 'self'; " +
  "img-src 'self'; form-action 'self'; base-uri 'none'";

async function open(browser, folder, web, options = {}) {
  const context = await browser.newContext(options);
  const notes = [];
  await context.route(served + "**", route => {
    const path = decodeURI(new URL(route.request().url()).pathname)
      .slice(new URL(served).pathname.length);
    return route.fulfill({ path: join(folder, path), headers: {
      "content-type": types[path.split(".").pop()] ?? "text/plain",
      "content-security-policy": strict } });
  });
  const page = await context.newPage();
  page.on("pageerror", error => notes.push(String(error)));
  page.on("console", message =>
    message.type() === "error" && notes.push(message.text()));
  page.on("request", request => {
    if (!request.url().startsWith(web ? served : "file://"))
      notes.push("asks for " + request.url());
  });
  return { page, notes, context,
    root: web ? served : "file://" + folder + "/" };
}

const status = page => page.locator("#search-status").textContent();
const results = page => page.locator("#search-results li").count();

// Waits for an answer other than `before`.
async function answer(page, before = "") {
  await page.waitForFunction(before =>
    ![before, ""].includes(document.getElementById("search-status")
      .textContent), before);
  return status(page);
}

async function useIt(browser, folder, web) {
  const { page, notes, context, root } = await open(browser, folder, web);
  const bad = [];
  const check = (what, good) => good || bad.push(what);

  // From any page, by keys alone.
  await page.goto(root + "practices/index.html");
  await page.locator(".site-search input").focus();
  await page.keyboard.type("наставник");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=/);
  const first = await answer(page);
  check("says how many: " + first, /\d/.test(first));
  check("shows results", await results(page) > 0);
  check("marks words", await page.locator("#search-results mark").count());
  check("hides the list of all pages",
    !await page.locator("#search-all").isVisible());
  check("keeps the words", await page.inputValue("#search-words") ===
    "наставник");
  check("is a live region", await page.locator("#search-status")
    .getAttribute("role") === "status");

  // A result, and back.
  const url = page.url();
  await page.locator("#search-results a").first().press("Enter");
  await page.waitForURL(address => !address.href.includes("search.html"));
  await page.goBack();
  check("back to the address", page.url() === url);
  check("back to the answer", await answer(page) === first);

  // Another query in the same page, and back to the first.
  await page.locator("#search-words").fill("школа");
  const second = await answer(page, first);
  check("answers while one types", second !== first);
  check("the address follows", /q=%D1%88/.test(page.url()));
  await page.locator("#search-words").fill("математика");
  await page.keyboard.press("Enter");
  const third = await answer(page, second);
  await page.goBack();
  check("back button: " + await status(page) + " " + page.url(),
    await answer(page, third) !== third);

  // More results: the focus goes to the first of them.
  const before = await results(page);
  await page.locator("#search-more").press("Enter");
  await page.waitForFunction(n =>
    document.querySelectorAll("#search-results li").length > n, before);
  check("focus on the first new result", await page.evaluate(n =>
    document.activeElement === document.querySelectorAll(
      "#search-results li")[n].querySelector("a"), before));

  // One part of the site only.
  const all = await status(page);
  await page.locator("#search-where").selectOption({ index: 1 });
  await answer(page, all);
  check("part of the site in the address", /[?&]in=\d/.test(page.url()));
  check("only that part", await page.locator("#search-results .meta")
    .evaluateAll((lines, name) => lines.every(line =>
      line.textContent.startsWith(name)), (await page
      .locator("#search-where option:checked").textContent())
      .replace(/ \(\d+\)$/, "")));

  // Nothing found, the other layout, no words.
  await page.goto(root + "search.html?q=" + encodeURIComponent("ъъъщщщ"));
  check("advice when nothing is found", (await answer(page)).length > 60 &&
    await results(page) === 0);
  await page.goto(root + "search.html?q=yfcnfdybr");
  check("the other layout: " + await answer(page), await results(page) > 0);
  await page.locator("#search-words").fill("");
  await page.waitForFunction(() =>
    !document.getElementById("search-all").hidden);
  check("the list comes back", await page.locator("#search-all").isVisible());
  check("nothing is said", await status(page) === "");

  // What is typed is text.
  await page.goto(root + "search.html?q=" +
    encodeURIComponent("<img src=x onerror=alert(1)> школа"));
  await answer(page);
  check("markup in a query", !await page.locator("main img").count());

  await context.close();
  const where = web ? "from a strict server" : "from a folder";
  verdict("search " + where, bad);
  verdict("search: errors and requests " + where, notes);
}

async function lookAtIt(browser, folder) {
  const bad = [], wide = [];
  for (const colorScheme of ["light", "dark"]) {
    const { page, context, root } = await open(browser, folder, false,
      { colorScheme });
    await page.goto(root + "search.html?q=" +
      encodeURIComponent("наставник школы"));
    await answer(page);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document));
    bad.push(...violations.flatMap(one => one.nodes.map(node =>
      `${colorScheme} ${one.id}: ${node.target.join(" ")}`)));
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      if (await page.evaluate(() =>
        document.documentElement.scrollWidth > innerWidth))
        wide.push(width + " px");
    }
    await context.close();
  }
  verdict("search: accessibility of results (axe)", bad);
  verdict("search: sideways scroll", wide);
}

async function withoutScripts(browser, folder) {
  const { page, context, root } = await open(browser, folder, false,
    { javaScriptEnabled: false });
  await page.goto(root + "search.html?q=x");
  const links = new Set(await page.locator("#search-all li a")
    .evaluateAll(all => all.map(a => a.getAttribute("href"))));
  const bad = allPages(folder, "").filter(({ path, kind, file }) =>
    !kind?.bare && path !== "search.html" && !links.has(encodeURI(path)) &&
    !readFileSync(file, "utf8").includes('content="noindex"'))
    .map(({ path }) => path);
  for (const id of ["search-more", "search-filter", "search-trouble"])
    if (await page.locator("#" + id).isVisible()) bad.push(id + " is shown");
  await context.close();
  verdict("search: all pages are listed without scripts", bad);
}

export async function checkSearch(browser, folder) {
  await useIt(browser, folder, false);
  await useIt(browser, folder, true);
  await lookAtIt(browser, folder);
  await withoutScripts(browser, folder);
}
