// Check 9: the keyboard alone.

import { each, verdict } from "./harness.js";
import { oneOfEach } from "./pages.js";
import * as look from "./look.js";

// Goes through a page with the tab key; so many stops at most.
const most = 60;

async function tabThrough(page, at, bad) {
  const expected = await page.evaluate(look.stops);
  for (let i = 0; i < Math.min(expected.length, most); i++) {
    await page.keyboard.press("Tab");
    let now = await page.evaluate(look.focused);
    for (let inside = 0; now?.what.startsWith("iframe") && inside < 20;
      inside++) {
      await page.keyboard.press("Tab");
      now = await page.evaluate(look.focused);
    }
    const say = what => bad.push(`${at.name} stop ${i}: ${what}`);
    if (now === null || now.at !== i)
      return say(now ? `${now.what} (${now.at}) comes too soon or late`
        : "nothing has the focus");
    if (!now.ring) say(now.what + ": no ring");
    if (!now.inside) say(now.what + ": out of sight");
  }
}

// The ring of each stop is really painted: a picture with it differs from one
// without.
async function seeRings(page, at, bad) {
  const expected = await page.evaluate(look.stops);
  for (let i = 0; i < Math.min(expected.length, 25); i++) {
    await page.keyboard.press("Tab");
    const withRing = await page.screenshot();
    await page.addStyleTag({ content:
      ":focus-visible { outline: 0 !important; box-shadow: none !important }" });
    const without = await page.screenshot();
    await page.evaluate(() => document.querySelector("head style:last-child")
      .remove());
    if (Buffer.compare(withRing, without) === 0)
      bad.push(`${at.name} stop ${i}: the ring is not painted`);
  }
}

// The panel for the visually impaired: opened, changed and kept by keys.
async function usePanel(page, at, bad) {
  const size = () => page.evaluate(() =>
    parseFloat(getComputedStyle(document.documentElement).fontSize));
  const paper = () => page.evaluate(() =>
    getComputedStyle(document.body).backgroundColor);
  await page.locator("details.vision > summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const before = await size();
  await page.keyboard.press("ArrowDown");
  if (await size() !== before * 1.5)
    bad.push(`${at.name}: the arrow does not make the text larger`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  if (await paper() !== "rgb(0, 0, 0)")
    bad.push(`${at.name}: the arrows do not choose white on black`);
  await page.reload();
  if (await size() !== before * 1.5 || await paper() !== "rgb(0, 0, 0)")
    bad.push(`${at.name}: the choice is not kept`);
}

export async function checkKeys(browser, pages) {
  const order = [], rings = [], panel = [];
  const framed = oneOfEach(pages.filter(page => !page.kind.bare));
  const options = { viewport: { width: 1000, height: 800 } };
  await each(browser, options, framed, async (page, at) => {
    await page.goto(at.url);
    await tabThrough(page, at, order);
  });
  const school = framed.filter(page => page.kind.name === "school");
  await each(browser, options, school, async (page, at) => {
    await page.goto(at.url);
    await seeRings(page, at, rings);
    await page.goto(at.url);
    await usePanel(page, at, panel);
  });
  verdict("order of the tab key", order);
  verdict("rings of the focus", rings);
  verdict("the version for the visually impaired by keys", panel);
}
