// The list of practices: without scripts every choice is a page of its own,
// with as many cards as it says; with them the choices filter at once, count
// aloud, stand in the address and obey the back button and the keyboard.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { each, verdict } from "./harness.js";

const shown = page => page.evaluate(() =>
  [...document.querySelectorAll("[data-facets]")]
    .filter(card => card.getClientRects().length)
    .map(card => card.querySelector("a").getAttribute("href")));
const status = page => page.locator(".facets [role=status]").textContent();

// Numbers of the announcement: found, of all.
const counted = async page =>
  (await status(page)).match(/\d+/g)?.map(Number) ?? [];

// The pages of all choices, as the list of practices tells them.
async function choices(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("[data-value]")].map(link => ({
      id: link.getAttribute("data-value"), href: link.href,
      count: Number(link.parentElement.textContent.match(/\((\d+)\)\s*$/)[1]),
    })));
}

async function withoutScripts(page, at, bad) {
  await page.goto(at.url);
  const all = await choices(page);
  const cards = (await shown(page)).length;
  if (all.length < 5 || !cards) bad.push(at.name + ": nothing to choose");
  for (const choice of all) {
    const html = readFileSync(fileURLToPath(choice.href), "utf8");
    const n = html.match(/ data-facets=/g)?.length;
    if (n !== choice.count)
      bad.push(`${choice.id}: ${n} cards, the list says ${choice.count}`);
  }
  return { all, cards };
}

// Every choice alone finds what its page lists.
async function oneByOne(page, at, { all, cards }, bad) {
  await page.goto(at.url);
  if (await status(page)) bad.push("it speaks before it is asked");
  const more = page.locator(".filter details");
  if (await more.evaluate(one => one.open)) bad.push("the rest is not folded");
  await more.locator("summary").click();
  for (const choice of all) {
    const select = page.locator(`select[name=${choice.id.split("-")[0]}]`);
    await select.selectOption(choice.id);
    const found = await shown(page);
    if (found.length !== choice.count)
      bad.push(`${choice.id}: ${found.length} found, not ${choice.count}`);
    if (`${await counted(page)}` !== `${[choice.count, cards]}`)
      bad.push(`${choice.id}: it says «${await status(page)}»`);
    await select.selectOption("");
  }
}

async function together(page, at, { all, cards }, bad) {
  const problem = text => bad.push(at.name + ": " + text);
  const level = all.find(one => one.id.startsWith("level-")).id;
  await page.goto(at.url);
  const select = name => page.locator(`select[name=${name}]`);
  await select("level").focus();
  await page.keyboard.press("ArrowDown");
  if (await select("level").inputValue() !== level)
    problem("the arrow key does not choose");
  const first = await shown(page);
  const second = await select("evidence").evaluate(one =>
    [...one.options].find(option => option.value && !option.disabled).value);
  await select("evidence").selectOption(second);
  const both = await shown(page);
  if (both.some(href => !first.includes(href)))
    problem("a second choice adds practices");
  const address = new URL(page.url()).searchParams;
  if ("level-" + address.get("level") !== level ||
      "evidence-" + address.get("evidence") !== second)
    problem("the address is " + page.url());
  // another visitor with this address sees the same and hears how many
  await page.reload();
  if (`${await shown(page)}` !== `${both}` || !await status(page))
    problem("the address does not keep the choice");
  await page.goto(at.url + "?status=announced");
  if (!await select("status").isVisible())
    problem("a choice of the address stays folded");
  await page.goBack();
  const heading = await page.evaluate(() =>
    [...document.querySelectorAll("main section")].some(section =>
      section.getClientRects().length &&
      ![...section.querySelectorAll("[data-facets]")]
        .some(card => card.getClientRects().length)));
  if (heading) problem("a heading without practices");
  await page.goBack();
  if (`${await shown(page)}` !== `${first}` ||
      await select("evidence").inputValue() !== "")
    problem("the back button does not take the choice back");
  await page.locator(".filter button").focus();
  await page.keyboard.press("Enter");
  if ((await shown(page)).length !== cards)
    problem("the reset does not show all");
  if (new URL(page.url()).search) problem("the reset stays in the address");
  const focus = await page.evaluate(() => document.activeElement.name);
  if (focus !== "level")
    problem("the focus is lost with the button");
}

export async function checkFilter(browser, pages, axeOf) {
  const bad = [], lists = pages.filter(page =>
    page.kind.name === "practices" && page.site !== "minimal");
  const told = new Map();
  await each(browser, { javaScriptEnabled: false }, lists,
    async (page, at) => told.set(at, await withoutScripts(page, at, bad)));
  await each(browser, {}, lists, async (page, at) => {
    await oneByOne(page, at, told.get(at), bad);
    await together(page, at, told.get(at), bad);
    await page.goto(at.url + "?level=5-9");
    bad.push(...(await axeOf(page)).map(text => at.name + ": " + text));
  });
  verdict("the filter of practices", bad);
}
