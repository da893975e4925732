/* Search over the whole site, also from a folder: the index is made of
   scripts in search/, of which only those a query needs are loaded. What is a
   word is decided here as in src/render/search_word.c, how numbers are written
   as in search_number.c. */
var vitrinaSearch = (function () {
  "use strict";
  const letter = "0-9A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff";
  const silent = "\\u00ad\\u0301\\u200b-\\u200d\\u2060\\ufeff";
  const chunks = new RegExp(`[${letter}]+(?:[.,][${letter}]+)*`, "g");
  const spoken = new RegExp(`[${letter}][${letter}${silent}]*` +
    `(?:[.,\\u00a0\\u202f\\u2009]\\d+)*`, "g");
  const quiet = new RegExp(`[${silent}]`, "g");
  // What a hit counts for: in the text, there several times, in a heading, in
  // the title.
  const weights = [1, 1.5, 3, 8];
  const own = 1, begun = 0.4, meant = 0.6, similar = 0.3;
  const listed = 0.6, enough = 0.6;

  const files = {};             // name -> promise
  const got = {};               // name -> what is in it
  const api = { load, search, page, excerpt, tokens, index: () => head };
  let head = null;

  /* --- files --- */

  function load(name) {
    return new Promise((good, bad) => {
      const script = document.createElement("script");
      script.src = "search/" + name + ".js" +
        (head ? "?" + head.version : "");
      script.onload = good;
      script.onerror = () => bad(new Error(name));
      document.head.append(script);
    });
  }
  function need(name) {
    files[name] = files[name] || api.load(name).then(() => got[name]);
    files[name].catch(() => delete files[name]);
    return files[name];
  }
  api.head = data => {
    head = got.index = data;
    const runs = numbers(data.runs);
    data.type = new Uint8Array(data.pages);
    data.place = new Uint16Array(data.pages);
    for (let i = 0, at = 0; i < runs.length; i += 3) {
      data.type.fill(runs[i], at, at + runs[i + 2]);
      data.place.fill(runs[i + 1], at, at += runs[i + 2]);
    }
    const titles = numbers(data.titles);
    data.titles = titles.map(n => n >> 1);
    data.list = titles.map(n => n & 1);
  };
  api.words = (number, text) => {
    const words = [], hits = [];
    let word = "";
    for (const entry of text ? text.split(" ") : []) {
      const end = entry.indexOf("!"), read = reader(entry);
      word = word.slice(0, read.next()) + entry.slice(read.at, end);
      words.push(word);
      hits.push(entry.slice(end + 1));
    }
    got["words-" + number] = { words, hits };
  };
  api.texts = (number, data) => {
    let known = 0;
    for (const page of data.pages)
      page[2] = numbers(page[2]).map(n => data.lines[n ? n - 1 : known++]);
    got["texts-" + number] = data.pages;
  };

  /* --- numbers --- */

  function reader(text) {
    const digit = () => {
      const code = text.charCodeAt(read.at++);
      return code - (code > 92 ? 36 : 35);
    };
    const read = {
      at: 0,
      next: () => {
        const n = digit();
        if (n < 70) return n;
        if (n < 88) return 70 + (n - 70) * 91 + digit();
        if (n < 90) return 1708 + ((n - 88) * 91 + digit()) * 91 + digit();
        return 18270 + (digit() * 91 + digit()) * 91 + digit();
      },
    };
    return read;
  }
  function numbers(text) {
    const read = reader(text), out = [];
    while (read.at < text.length) out.push(read.next());
    return out;
  }
  // Calls each(page) for a list of pages.
  function unpack(text, each) {
    const read = reader(text);
    for (let next = 0; read.at < text.length;) {
      const gap = read.next();
      if (gap) each(next += gap - 1), next++;
      else for (let run = read.next(); run > 0; run--) each(next++);
    }
  }

  /* --- words --- */

  const stems = new Map(), decoded = new Map();
  function stem(word) {
    if (!stems.has(word)) stems.set(word, vitrinaStem(word));
    return stems.get(word);
  }
  // The words of a text as they are looked up: the likeliest key first.
  function tokens(text) {
    text = text.normalize("NFC").replace(quiet, "").replace(
      new RegExp(`(^|[^${letter}.,])(\\d{1,3}(?:[ \\u00a0\\u202f\\u2009]` +
        `\\d{3})+)(?![${letter}])`, "g"),
      (all, before, number) => before + number.replace(/\D/g, ""));
    const found = [];
    for (const chunk of text.match(chunks) || [])
      for (const word of /^\d+[.,]\d+$/.test(chunk) ?
        [chunk.replace(".", ",")] : chunk.split(/[.,]/)) {
        const low = word.toLowerCase().replace(/ё/g, "е");
        const short = word.length > 1 && word.length < 7 &&
          [...word].every(c => c.toLowerCase() !== c);
        const keys = /\d/.test(word) ? [low] :
          short ? [low, stem(low)] : [stem(low), low];
        found.push({ word: low, keys: [...new Set(keys)], short });
      }
    return found;
  }
  function fileOf(key) {
    let at = head.files.length - 1;
    while (at > 0 && (!head.files[at] || head.files[at] > key)) at--;
    return at;
  }
  function entry(key) {
    const file = got["words-" + fileOf(key)], words = file.words;
    let low = 0, high = words.length;
    while (low < high) {
      const mid = low + high >> 1;
      if (words[mid] < key) low = mid + 1;
      else high = mid;
    }
    return words[low] === key ? file.hits[low] : null;
  }

  /* --- a query --- */

  // Each word with the ways it may be met: keys that must all be there.
  function parse(text) {
    const stop = new Set(head.say.stop.split(" "));
    let words = tokens(text);
    const telling = words.filter(one => !stop.has(one.word));
    if (telling.length) words = telling;
    words.forEach(one => one.ways =
      one.keys.map(key => ({ keys: [key], weight: own })));
    for (const [from, to] of head.synonyms) {
      const wanted = from.split(" ");
      words.forEach((one, at) => {
        const part = words.slice(at, at + wanted.length);
        if (part.length === wanted.length && wanted.every((key, i) =>
          part[i].keys.includes(key)))
          for (const each of part)
            each.ways.push({ keys: to.split(" "), weight: meant });
      });
    }
    const last = words[words.length - 1];
    if (last && /\S$/.test(text) && last.word.length > 2 - /\d/.test(last.word))
      last.begin = last.word;
    return words;
  }
  function filesFor(words) {
    const wanted = new Set();
    for (const one of words) {
      for (const way of one.ways)
        for (const key of way.keys) wanted.add(fileOf(key));
      if (one.begin)
        for (let at = fileOf(one.begin), n = 0; n < 4 &&
          at <= fileOf(one.begin + "\uffff"); at++, n++) wanted.add(at);
    }
    return [...wanted].map(at => "words-" + at);
  }
  // Words of the loaded files that begin like the last word, or are like a
  // word that is nowhere.
  function others(one) {
    const ways = [];
    const collect = (test, weight) => {
      for (let at = fileOf(one.begin || one.keys[0]), n = 0; n < 4;
        at++, n++) {
        const file = got["words-" + at];
        if (file) for (const word of file.words)
          if (test(word)) ways.push({ keys: [word], weight });
      }
    };
    if (one.begin) collect(word => word.startsWith(one.begin), begun);
    const known = one.ways.concat(ways).some(way => way.keys.every(entry));
    if (!known && one.keys[0].length > 3 && !/\d/.test(one.word)) {
      collect(word => near(word, one.keys[0]), similar);
      one.guessed = ways.length > 0;
    }
    return ways.slice(0, 100);
  }
  // One letter other, more, less, or two swapped.
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a.length < 4) return false;
    let from = 0, end = 0;
    while (from < a.length && a[from] === b[from]) from++;
    const most = Math.min(a.length, b.length) - from;
    while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end])
      end++;
    const x = a.slice(from, a.length - end), y = b.slice(from, b.length - end);
    return x.length < 2 && y.length < 2 ||
      x.length === 2 && x === y[1] + y[0];
  }
  // Pages of a key and what it counts for on each; null for an unknown key.
  function hits(key) {
    if (!decoded.has(key)) {
      const found = entry(key), pages = [], weight = [];
      if (found !== null) found.split("!").forEach((list, at) =>
        unpack(list, page => (pages.push(page), weight.push(weights[at]))));
      decoded.set(key, found === null ? null : { pages, weight,
        rare: Math.log(1 + head.pages / pages.length) });
    }
    return decoded.get(key);
  }
  // Score of each page for one way, of its weakest key; titles of those that
  // have it there.
  function follow(way, score, titles) {
    const lists = way.keys.map(hits);
    if (!lists.every(list => list)) return;
    way.met = true;
    const several = lists.length > 1;
    const met = several && new Uint8Array(head.pages);
    const least = several && new Float32Array(head.pages).fill(Infinity);
    lists.forEach(({ pages, weight, rare }, at) => {
      for (let i = 0; i < pages.length; i++) {
        const page = pages[i];
        let value = weight[i] * rare * way.weight;
        if (several) {
          if (met[page] !== at) continue;
          met[page] = at + 1;
          value = least[page] = Math.min(value, least[page]);
          if (at + 1 < lists.length) continue;
        }
        if (value > score[page]) score[page] = value;
        if (weight[i] === weights[3]) titles[page] = 1;
      }
    });
  }
  function rank(words) {
    const n = head.pages, turn = 1 << 20, total = new Float32Array(n);
    const share = new Float32Array(n), named = new Float32Array(n);
    let all = 0;
    for (const one of words) {
      const score = new Float32Array(n), titles = new Uint8Array(n);
      one.ways.push(...others(one));
      for (const way of one.ways) follow(way, score, titles);
      // A word tells the more the fewer pages have it.
      const pages = score.reduce((sum, value) => sum + (value > 0), 0);
      const tells = pages ? Math.log(1 + n / pages) : 0;
      all += tells;
      for (let page = 0; page < n; page++)
        if (score[page]) {
          total[page] += score[page];
          share[page] += tells;
          named[page] += titles[page];
        }
    }
    const order = [], most = share.reduce((a, b) => Math.max(a, b), 0);
    let full = 0;
    for (let page = 0; page < n; page++) {
      if (!total[page] || share[page] < Math.min(all * enough, most)) continue;
      // A title that is all asked for, and no more; a page that only leads
      // to others, unless it is asked for by its name.
      const asked = named[page] === words.length &&
        head.titles[page] <= words.length;
      total[page] *= Math.pow(share[page] / all, 2) *
        (1 + named[page] / words.length * named[page] /
          Math.max(head.titles[page], words.length)) *
        (head.list[page] && !asked ? listed : 1);
      order.push(Math.round(total[page] * 1e4) * turn + turn - 1 - page);
      full += share[page] > all * 0.999;
    }
    // Best first, in the order of the site where equal: numbers sort fastest.
    const pages = Array.from(Float64Array.from(order).sort(),
      key => turn - 1 - key % turn).reverse();
    return { pages, full, words };
  }
  // Promise of { pages: best first, full: how many have all words, words }.
  function search(text) {
    return need("index").then(() => {
      const words = parse(text);
      if (!words.length) return { pages: [], full: 0, words };
      return Promise.all(filesFor(words).map(need)).then(() => rank(words));
    });
  }

  /* --- a result --- */

  // Promise of { url, title, demo, type, place, lines }.
  function page(number) {
    const file = Math.floor(number / head.each);
    return need("texts-" + file).then(pages => {
      const [url, title, lines, demo] = pages[number % head.each];
      return { url, title, lines, demo, type: head.types[head.type[number]],
        place: head.places[head.place[number]] };
    });
  }
  // Pieces of a text: every second one is a word that was asked for.
  function marked(text, keys, begin) {
    const pieces = [];
    let done = 0;
    for (const hit of text.matchAll(spoken)) {
      const all = tokens(hit[0]);
      if (!all.length || !all.every(one =>
        one.keys.some(key => keys.has(key)) ||
        begin && one.word.startsWith(begin))) continue;
      pieces.push(text.slice(done, hit.index), hit[0]);
      done = hit.index + hit[0].length;
    }
    pieces.push(text.slice(done));
    return pieces;
  }
  // The part of a page's lines that shows most of the words: { pieces, anchor }.
  function excerpt(lines, words, size = 220) {
    const keys = new Set(), last = words[words.length - 1];
    for (const one of words)
      for (const way of one.ways)
        if (way.met) way.keys.forEach(key => keys.add(key));
    let best = null, anchor = "";
    const seen = lines.filter(line => line).map(line => {
      if (line[0] === "#") {
        anchor = line;
        return null;
      }
      const pieces = marked(line, keys, last && last.begin);
      return { line, anchor, pieces, found: new Set(pieces.filter((piece, i) =>
        i % 2).map(word => tokens(word)[0].keys[0])) };
    }).filter(one => one);
    seen.forEach((one, at) => {
      const found = new Set();
      let length = 0, end = at;
      while (end < seen.length && (end === at || length +
        seen[end].line.length < size)) {
        length += seen[end].line.length;
        seen[end++].found.forEach(word => found.add(word));
      }
      // Sentences tell more than the cells of a table.
      const value = found.size + (one.found.size ? 0.5 : 0) +
        (one.line.length > 40 && /[.!?…]$/.test(one.line) ? 0.25 : 0);
      if (!best || value > best.value) best = { value, at, end };
    });
    if (!best) return { pieces: [], anchor: "" };
    const pieces = [];
    for (const one of seen.slice(best.at, best.end)) {
      if (pieces.length) pieces.push(pieces.pop() + " · " + one.pieces[0],
        ...one.pieces.slice(1));
      else pieces.push(...one.pieces);
    }
    return { pieces: cropped(pieces, size),
      anchor: best.value >= 1 ? seen[best.at].anchor : "" };
  }
  function cropped(pieces, size) {
    const room = Math.max(40, size / pieces.length);
    return pieces.map((piece, i) => {
      if (i % 2 || piece.length <= room) return piece;
      const end = piece.slice(0, room / 2).replace(/\s\S*$/, "");
      const begin = piece.slice(-room / 2).replace(/^\S*\s/, "");
      return i === 0 ? "… " + begin : i === pieces.length - 1 ?
        piece.slice(0, room).replace(/\s\S*$/, "") + " …" :
        end + " … " + begin;
    });
  }

  return api;
})();

/* The search page itself. */
if (typeof document !== "undefined") (function () {
  "use strict";
  const at = id => document.getElementById("search-" + id);
  const form = at("form"), input = at("words"), status = at("status");
  const list = at("results"), more = at("more"), where = at("where");
  const everything = at("all"), trouble = at("trouble");
  const step = 10, title = document.title;
  const layout = ["qwertyuiop[]asdfghjkl;'zxcvbnm,.`",
    "йцукенгшщзхъфывапролджэячсмитьбюё"];
  let turn = 0, timer = 0, shown = 0, found = null, say = {};

  function plural(n) {
    const ten = n % 10, teen = n % 100 > 10 && n % 100 < 15;
    const form = document.documentElement.lang !== "ru" ?
      n === 1 ? "one" : "other" :
      ten === 1 && !teen ? "one" :
      ten > 1 && ten < 5 && !teen ? "few" : "many";
    return say["found." + form].replace("{n}", n);
  }
  function add(parent, name, text, className) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return parent.appendChild(made);
  }
  function show(one, words) {
    const item = add(list, "li"), { pieces, anchor } =
      vitrinaSearch.excerpt(one.lines, words);
    const link = add(add(item, "h3"), "a", one.title);
    link.href = one.url + encodeURI(anchor);
    if (one.demo) add(link.parentNode, "span", say.demo, "demo");
    add(item, "p", one.type + (one.place ? " · " + one.place : ""), "meta");
    const text = pieces.length && add(item, "p");
    pieces.forEach((piece, i) => i % 2 ? add(text, "mark", piece) :
      text.append(piece));
  }
  // The next results; the first of them gets the focus if asked for.
  function showMore(focus) {
    const mine = turn, from = shown;
    shown = Math.min(shown + step, found.pages.length);
    return Promise.all(found.pages.slice(from, shown).map(vitrinaSearch.page))
      .then(pages => {
        if (mine !== turn) return;
        for (const one of pages) show(one, found.words);
        more.hidden = shown >= found.pages.length;
        if (focus && list.children[from])
          list.children[from].querySelector("a").focus();
      });
  }
  function offerTypes(pages, head, chosen) {
    const counts = head.types.map(() => 0);
    for (const page of pages) counts[head.type[page]]++;
    where.replaceChildren();
    const option = (value, name, n) => {
      const made = add(where, "option", `${name} (${n})`);
      made.value = value;
    };
    option("", say.everywhere, pages.length);
    counts.forEach((n, type) => n && option(type, head.types[type], n));
    where.value = counts[chosen] ? chosen : "";
    at("filter").hidden = counts.filter(n => n).length < 2;
  }
  function retyped(text) {
    return [...text.toLowerCase()].map(c =>
      layout[1][layout[0].indexOf(c)] || c).join("");
  }
  function clear() {
    turn++;
    list.replaceChildren();
    more.hidden = at("filter").hidden = trouble.hidden = true;
    at("heading").hidden = true;
    status.textContent = "";
    everything.hidden = false;
    document.title = title;
  }
  // Another try for what was typed with the other layout of the keyboard.
  function look(text) {
    return vitrinaSearch.search(text).then(result => {
      const again = retyped(text);
      return result.pages.length || document.documentElement.lang !== "ru" ||
        again === text ? { result } :
        vitrinaSearch.search(again).then(second => second.pages.length ?
          { result: second, instead: again } : { result });
    });
  }
  function tell({ result, instead }) {
    const guessed = result.words.filter(one => one.guessed);
    const parts = !found.pages.length ? [say.nothing, say.advice] :
      [plural(found.pages.length), instead &&
        say.keyboard.replace("{words}", instead),
      guessed.length && say.similar.replace("{words}",
        guessed.map(one => one.word).join(", ")),
      !result.full && say.partly];
    status.textContent = parts.filter(text => text).join(" ");
  }
  function run(text, chosen) {
    if (!text.trim()) return clear();
    const mine = ++turn;
    return look(text).then(answer => {
      if (mine !== turn) return;
      const head = vitrinaSearch.index(), { pages } = answer.result;
      say = head.say;
      offerTypes(pages, head, chosen);
      found = { words: answer.result.words, pages: where.value === "" ?
        pages : pages.filter(page => head.type[page] === +where.value) };
      list.replaceChildren();
      shown = 0;
      trouble.hidden = true;
      everything.hidden = true;
      at("heading").hidden = !found.pages.length;
      document.title = text.trim() + " — " + title;
      return showMore(false).then(() => mine === turn && tell(answer));
    }).catch(() => {
      if (mine !== turn) return;
      clear();
      trouble.hidden = false;
    });
  }

  /* --- the address --- */

  function fromAddress() {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get("q") || "";
    return run(input.value, asked.get("in") || "");
  }
  // Keeps the query in the address; false where the browser does not let it.
  function keep(how) {
    const asked = new URLSearchParams();
    if (input.value) asked.set("q", input.value);
    if (where.value) asked.set("in", where.value);
    try {
      history[how](null, "", location.pathname +
        (String(asked) ? "?" + asked : ""));
      return true;
    } catch (e) {
      return false;
    }
  }
  form.addEventListener("submit", event => {
    clearTimeout(timer);
    if (!keep("pushState")) return;
    event.preventDefault();
    run(input.value, where.value);
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      keep("replaceState");
      run(input.value, where.value);
    }, 200);
  });
  where.addEventListener("change", () => {
    keep("pushState");
    run(input.value, where.value);
  });
  more.addEventListener("click", () => showMore(true));
  addEventListener("popstate", fromAddress);
  fromAddress();
})();
