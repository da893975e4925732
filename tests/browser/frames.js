// Pages that other sites show in a frame: they fit the height that the codes
// to paste give them, at the narrowest width, and need nothing of the sandbox.

import { readFileSync } from "node:fs";
import { each, published, verdict } from "./harness.js";

// Narrowest frame a school's site may have room for.
const narrow = 280;

// Addresses and heights of the frames whose codes a page offers.
function frames(page) {
  const codes = readFileSync(page.file, "utf8").replaceAll("&lt;", "<")
    .replaceAll("&quot;", '"').replaceAll("&gt;", ">");
  return [...codes.matchAll(/<iframe src="(https:[^"]*)"[^>]*height="(\d+)"/g)]
    .map(([, url, height]) => ({ url, height: Number(height),
      name: page.name + " " + url }));
}

async function picture(page, frame, attributes) {
  await page.goto(published + "404.html");
  await page.evaluate(({ url, height, narrow, attributes }) => {
    document.body.innerHTML = `<iframe src="${url}" width="${narrow}"
      height="${height}" ${attributes}></iframe>`;
    return new Promise(done => document.querySelector("iframe").onload = done);
  }, { ...frame, narrow, attributes });
  return page.locator("iframe").screenshot();
}

// The site of a school in a frame of its own site: whole in an empty sandbox,
// and light whatever the reader has set.
async function checkOwn(browser, pages) {
  const bad = [];
  const own = pages.filter(page => page.kind.name === "own site: school");
  await each(browser, { viewport: { width: 400, height: 900 } }, own,
    async (page, at) => {
      const frame = { url: published + at.path, height: 800 };
      await page.emulateMedia({ colorScheme: "light" });
      const free = await picture(page, frame, "");
      await page.emulateMedia({ colorScheme: "dark" });
      if (Buffer.compare(free, await picture(page, frame, 'sandbox=""')))
        bad.push(at.name);
    });
  verdict("sites of schools that look different in a sandbox or in the dark",
    own.length ? bad : ["none found"]);
}

export async function checkFrames(browser, pages) {
  const high = [], sandbox = [];
  const all = pages.filter(page => page.kind.name === "embed codes" &&
    page.site === "states").flatMap(frames);
  const viewport = { width: narrow, height: 50 };
  await each(browser, { viewport }, all, async (page, frame) => {
    await page.goto(frame.url);
    const height = await page.evaluate(() =>
      document.documentElement.scrollHeight);
    if (height > frame.height)
      high.push(`${frame.name}: ${height} px in ${frame.height}`);
  });
  await each(browser, { viewport: { width: 400, height: 900 } },
    all.slice(0, 6), async (page, frame) => {
      const free = await picture(page, frame, "");
      if (Buffer.compare(free, await picture(page, frame, 'sandbox=""')))
        sandbox.push(frame.name);
    });
  verdict("frames higher than their code says",
    all.length < 6 ? ["hardly any codes found"] : high);
  verdict("frames that look different in a sandbox", sandbox);
  await checkOwn(browser, pages);
}
