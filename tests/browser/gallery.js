// Makes a folder of pictures to leaf through: every chart, and each kind of
// page at three widths, in the dark, in forced colours and on paper.
//
//   node gallery.js OUT CHARTS STYLE.CSS NAME=FOLDER... [--only WORD]
//
// CHARTS is a folder of SVG files; WORD picks pages by their names.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync }
  from "node:fs";
import { join, resolve } from "node:path";
import { each, fixture, launch } from "./harness.js";
import { choose, oneOfEach } from "./pages.js";

const at = process.argv.indexOf("--only");
const only = at > 0 ? process.argv.splice(at, 2)[1] : "";
const [out, charts, style, ...sites] = process.argv.slice(2);

// Long pages are shown down to here.
const tallest = 4000;
const light = { colorScheme: "light", forcedColors: "none", media: "screen" };
const looks = [
  { name: "320", width: 320, media: light },
  { name: "768", width: 768, media: light },
  { name: "1280", width: 1280, media: light },
  { name: "dark", width: 1280, media: { ...light, colorScheme: "dark" } },
  { name: "forced", width: 1280,
    media: { ...light, colorScheme: "dark", forcedColors: "active" } },
  { name: "print", width: 703, media: { ...light, media: "print" } },
];

async function shoot(page, shown) {
  await page.goto(shown.url);
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: 900 });
    await page.emulateMedia(look.media);
    const height = await page.evaluate(() =>
      document.documentElement.scrollHeight);
    await page.screenshot({ fullPage: true, path: join(out, shown.picture(look)),
      clip: { x: 0, y: 0, width: look.width,
        height: Math.min(height, tallest) } });
  }
  await page.pdf({ path: join(out, shown.pdf), preferCSSPageSize: true });
}

const escape = text => text.replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`);

function index(pages) {
  const drawings = readdirSync(charts).filter(name => name.endsWith(".svg"));
  const figures = drawings.map(name =>
    `<figure><figcaption>${escape(name)}</figcaption>` +
    readFileSync(join(charts, name), "utf8").replace(/<\?[^>]*>/, "") +
    "</figure>");
  const rows = pages.map(page => `<h3 id="${page.id}">${escape(page.kind.name)}:
<a href="${page.url}">${escape(page.name)}</a>,
<a href="${page.pdf}">PDF</a></h3>
<div class="shots">${looks.map(look => `<a href="${page.picture(look)}">` +
    `<img src="${page.picture(look)}" loading="lazy" width="320"
alt="${escape(page.name)}, ${look.name}"></a>`).join("\n")}</div>`);
  return `<!DOCTYPE html>
<html lang="ru">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Галерея</title>
<link rel="stylesheet" href="style.css">
<link rel="stylesheet" href="gallery.css">
<div class="wrap">
<h1>Галерея</h1>
<h2>Графики во всех состояниях</h2>
<div class="drawings">${figures.join("\n")}</div>
<h2>Страницы</h2>
<p>Ширина 320, 768 и 1280 пикселей, тёмная тема, контрастная тема, печать.</p>
${rows.join("\n")}
</div>
`;
}

const ownStyle = `.drawings { display: grid; gap: 1.5rem; max-width: none;
  grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)) }
.shots { display: flex; gap: 1rem; overflow-x: auto; align-items: flex-start }
.shots a { flex: none; max-height: 40rem; overflow: hidden;
  border: 1px solid var(--border) }
.wrap { max-width: none }
`;

mkdirSync(out, { recursive: true });
const folders = sites.map(word => word.split("="));
fixture.folder = resolve(folders.find(([name]) => name === "states")[1]);
const pages = folders.flatMap(([name, folder]) =>
  oneOfEach(choose(resolve(folder), name))).filter(page =>
  page.kind && !page.kind.moves && page.name.includes(only));
for (const page of pages) {
  page.id = page.name.replace(/[/.]/g, "-");
  page.pdf = page.id + ".pdf";
  page.picture = look => `${page.id}-${look.name}.png`;
}
const browser = await launch();
await each(browser, {}, pages, shoot);
await browser.close();
copyFileSync(style, join(out, "style.css"));
writeFileSync(join(out, "gallery.css"), ownStyle);
writeFileSync(join(out, "index.html"), index(pages));
console.log(`${join(out, "index.html")}: ${pages.length} pages`);
