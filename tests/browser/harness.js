// Verdicts, the browser and a pool of its pages.

import { chromium } from "playwright-core";
import { join } from "node:path";

const counts = { passed: 0, failed: 0 };

// One check: passed if it found no problem. Says the first of them.
export function verdict(what, problems) {
  if (problems.length === 0) {
    counts.passed++;
    return;
  }
  counts.failed++;
  console.log("--- " + what + ": " + problems.length);
  for (const problem of problems.slice(0, 20)) console.log("  " + problem);
}

export function close() {
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed ? 1 : 0;
}

export async function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--font-render-hinting=none", "--disable-lcd-text"],
  });
}

// Where the fixture says it is; the page for wrong addresses, which is shown
// anywhere, links to it.
export const published = "https://states.example.ru/";
export const fixture = { folder: "" };

// Does work(page, item) for each item in two browser pages at a time.
export async function each(browser, options, items, work) {
  const queue = [...items];
  const workers = [1, 2].map(async () => {
    const context = await browser.newContext(options);
    await context.route(published + "**", route => route.fulfill({
      path: join(fixture.folder,
        new URL(route.request().url()).pathname) }));
    const page = await context.newPage();
    for (let item = queue.shift(); item; item = queue.shift())
      await work(page, item);
    await context.close();
  });
  await Promise.all(workers);
}
