// What is measured inside a page. Each function is handed to the browser as it
// is, so it may use nothing of this file.

// Elements that leave the page sideways, outside of regions that scroll.
export function overflow() {
  const root = document.documentElement, bad = [];
  const width = root.clientWidth;
  if (root.scrollWidth <= width) return bad;
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest(".scroll") !== null &&
        !element.matches(".scroll")) continue;
    if (element.closest("svg") && !element.matches("svg")) continue;
    const box = element.getBoundingClientRect();
    if (box.right > width + 0.5)
      bad.push(`${element.localName}.${element.className} «` +
        `${element.textContent.trim().slice(0, 40)}» ${box.right}`);
  }
  return bad.length ? bad.slice(-3) : ["page is " + root.scrollWidth];
}

// Text that is cut off, or lies over other text. Charts are measured apart.
export function collisions() {
  const bad = [], boxes = [];
  const walker = document.createTreeWalker(document.body, 4);
  const hidden = ".visually-hidden, .skip, svg, script, style, option";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(hidden)) continue;
    if (!parent.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 1) boxes.push({ box, node });
    const style = getComputedStyle(parent);
    if (style.overflowX === "hidden" || style.overflowY === "hidden")
      if (parent.scrollWidth > parent.clientWidth + 1 ||
          parent.scrollHeight > parent.clientHeight + 1)
        bad.push("cut: " + node.data.trim().slice(0, 60));
  }
  boxes.sort((a, b) => a.box.top - b.box.top);
  for (let i = 0; i < boxes.length; i++) {
    const a = boxes[i];
    for (let k = i + 1; k < boxes.length; k++) {
      const b = boxes[k];
      if (b.box.top > a.box.bottom) break;
      const down = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
      const across = Math.min(a.box.right, b.box.right) -
        Math.max(a.box.left, b.box.left);
      const least = Math.min(a.box.height, b.box.height);
      if (a.node !== b.node && across > 2 && down > least * 0.3)
        bad.push(`«${a.node.data.trim().slice(0, 40)}» over ` +
          `«${b.node.data.trim().slice(0, 40)}»`);
    }
  }
  return bad;
}

// Headings that stand last in their box or straight before one of their own
// or a higher level: nothing under them.
export function orphans() {
  const bad = [];
  const list = [...document.querySelectorAll("h2, h3, h4")];
  for (const heading of list) {
    const range = document.createRange();
    const next = [...document.querySelectorAll("main :is(h1, h2, h3, h4)")]
      .find(other => other.compareDocumentPosition(heading) & 2);
    range.setStartAfter(heading);
    if (next) range.setEndBefore(next);
    else range.setEndAfter(heading.closest("main, body").lastChild);
    const below = next && next.localName > heading.localName;
    const part = range.cloneContents();
    if (!below && !part.textContent.trim() && !part.querySelector("svg, img"))
      bad.push(heading.textContent.trim());
  }
  return bad;
}

// Columns of tables whose heads stand to another side than their cells.
export function heads() {
  const bad = [];
  const side = cell => getComputedStyle(cell).textAlign;
  for (const table of document.querySelectorAll("main table")) {
    if (table.tHead?.rows.length !== 1) continue;
    [...table.tHead.rows[0].cells].forEach((head, i) => {
      const cells = [...table.tBodies].flatMap(body => [...body.rows])
        .map(row => row.cells[i]).filter(cell => cell?.colSpan === 1);
      const other = cells.filter(cell => side(cell) !== side(head));
      if (other.length > cells.length / 2)
        bad.push(`«${head.textContent}» over «${other[0].textContent}»`);
    });
  }
  return bad;
}

// Links of the text that are worded the same and lead to different places.
export function sameWords() {
  const places = new Map(), bad = [];
  for (const link of document.querySelectorAll("main a[href]")) {
    if (link.getAttribute("href").startsWith("#")) continue;
    const words = (link.getAttribute("aria-label") ?? link.textContent).trim();
    const place = places.get(words) ?? link.href;
    places.set(words, place);
    if (place.split("#")[0] !== link.href.split("#")[0] &&
        !link.closest("sup, .note-back"))
      bad.push(`«${words}»: ${link.getAttribute("href")}`);
  }
  return bad;
}

// Texts of charts: outside their drawing, over one another, too small.
export function labels({ smallest }) {
  const bad = [];
  document.querySelectorAll("svg.chart").forEach((svg, number) => {
    const view = svg.viewBox.baseVal;
    const boxes = [...svg.querySelectorAll("text")]
      .filter(text => text.textContent.trim())
      .map(text => ({ text: text.textContent, box: text.getBBox() }));
    const scale = svg.getBoundingClientRect().width / view.width;
    boxes.forEach(({ text, box }, i) => {
      const say = what => bad.push(`chart ${number} ${what}: «${text}»`);
      if (box.x < view.x - 1 || box.y < view.y - 1 ||
          box.x + box.width > view.x + view.width + 1 ||
          box.y + box.height > view.y + view.height + 1) say("outside");
      if (smallest && box.height * scale < smallest)
        say("only " + (box.height * scale).toFixed(1) + " px");
      for (const other of boxes.slice(i + 1)) {
        const across = Math.min(box.x + box.width, other.box.x +
          other.box.width) - Math.max(box.x, other.box.x);
        // The box of a line of text is taller than its letters by a third.
        const down = Math.min(box.y + box.height, other.box.y +
          other.box.height) - Math.max(box.y, other.box.y);
        if (across > 0.5 && down > box.height * 0.3)
          say(`over «${other.text}»`);
      }
    });
  });
  return bad;
}

// Marks nobody can see, and roles of a chart that look the same.
export function marks() {
  const bad = [];
  const colour = value => value.replace(/\s/g, "");
  const paper = colour(getComputedStyle(document.body).backgroundColor);
  const unseen = value => value === "none" || colour(value) === paper ||
    colour(value) === "rgba(0,0,0,0)";
  document.querySelectorAll("svg.chart").forEach((svg, number) => {
    const looks = new Map();
    for (const shape of svg.querySelectorAll(
      "path, line, polyline, circle, rect, polygon")) {
      const style = getComputedStyle(shape);
      const name = shape.getAttribute("class") ??
        shape.parentElement.getAttribute("class");
      if (unseen(style.fill) && unseen(style.stroke))
        bad.push(`chart ${number}: .${name} cannot be seen`);
      const role = /\bl-(school|muni|target)\b/.exec(name ?? "")?.[1];
      if (role)
        looks.set(role, colour(style.stroke) + " " + style.strokeDasharray);
    }
    if (new Set(looks.values()).size < looks.size)
      bad.push(`chart ${number}: roles look the same: ` +
        [...looks].join("; "));
  });
  return bad;
}

// What the tab key must reach, in the order of the document: of the radio
// buttons of a group the chosen one.
export function stops() {
  const all = document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']");
  return [...all].filter(element => element.checkVisibility({
    visibilityProperty: true, contentVisibilityAuto: true }) &&
    !(element.type === "radio" && !element.checked))
    .map((element, at) => (element.dataset.stop = at, at));
}

// What has the focus: its number and whether one sees it.
export function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  return {
    at: Number(element.dataset.stop ?? -1),
    what: element.localName + " " + element.textContent.trim().slice(0, 40),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}
