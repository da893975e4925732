// The search of a built site outside of a browser: its own script, whose
// files come from the folder.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

export function open(site) {
  const context = vm.createContext({});
  const run = name =>
    vm.runInContext(readFileSync(join(site, name), "utf8"), context, name);
  run(existsSync(join(site, "search-ru.js")) ? "search-ru.js" : "search-en.js");
  run("search.js");
  const search = vm.runInContext("vitrinaSearch", context);
  search.load = async name => run("search/" + name + ".js");
  return {
    stem: word => context.vitrinaStem(word),
    tokens: search.tokens,
    // Results of a query, best first: { pages, whole, words }.
    find: query => search.search(query),
    // The head of the index.
    async index() {
      await search.search("x");
      return search.index();
    },
    page: search.page,
    excerpt: search.excerpt,
    // Paths of all results.
    async paths(query) {
      const { pages } = await search.search(query);
      return Promise.all(pages.map(async page =>
        (await search.page(page)).url));
    },
  };
}
