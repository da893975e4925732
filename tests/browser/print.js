// Check 12: paper. Sheets of a page, and nothing cut off at their edge.

import { each, verdict } from "./harness.js";
import { oneOfEach } from "./pages.js";

// Width of the text on A4 with the margins of the style sheet, in px.
const upright = Math.floor((210 - 24) / 25.4 * 96);

// Of indicators, for which the sheets of a kind are meant; more take more.
const dozen = 12;

// Things that stand out of the sheet. Sections that are printed across have
// a wider one.
function cut(upright) {
  const across = upright * (297 - 24) / (210 - 24), bad = [];
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest("svg") && !element.matches("svg")) continue;
    if (!element.checkVisibility() || element.closest(
      ".visually-hidden, .skip")) continue;
    const width = element.closest("section.wide") ? across : upright;
    const box = element.getBoundingClientRect();
    if (box.right > width + 1)
      bad.push(`${element.localName}.${element.className} «` +
        `${element.textContent.trim().slice(0, 40)}» ${box.right}`);
  }
  return bad.slice(-2);
}

export function sheets(pdf) {
  return pdf.toString("latin1").match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
}

export async function checkPrint(browser, pages) {
  const many = [], wide = [];
  const limited = pages.filter(page => page.kind.sheets);
  await each(browser, {}, limited, async (page, at) => {
    await page.goto(at.url);
    const count = sheets(await page.pdf({ preferCSSPageSize: true }));
    const cards = await page.locator("figure.card").count();
    const most = Math.ceil(at.kind.sheets * Math.max(1, cards / dozen));
    if (count < 1 || count > most)
      many.push(`${at.name}: ${count} sheets, at most ${most}`);
  });
  const options = { viewport: { width: upright, height: 1000 } };
  await each(browser, options, new Set([...oneOfEach(pages), ...limited]),
    async (page, at) => {
      await page.goto(at.url);
      await page.emulateMedia({ media: "print" });
      wide.push(...(await page.evaluate(cut, upright))
        .map(text => at.name + ": " + text));
    });
  verdict("pages of too many sheets", many);
  verdict("cut off on paper", wide);
}
