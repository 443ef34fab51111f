// Finding: what words mean, and the pages that have them or what else a thing is called. Pagefind loads when
// first needed.

import * as vocabulary from "./vocabulary.js";
import { plain, telling } from "./words.js";

export const sorts = { date: { date: "desc" }, title: { title: "asc" } };
const otherNamesAtMost = 6;

let loading;
let values;
export const load = () => (loading ??= (async () => {
  const root = new URL("..", import.meta.url);
  const { createInstance } = await import(new URL("pagefind/pagefind.js", root).href);
  // One of our own: Pagefind keeps what failed for as long as it lives.
  const pagefind = createInstance({
    baseUrl: root.pathname, excerptLength: 30, ranking: { metaWeights: { title: 5, facts: 0.3 } },
  });
  await pagefind.init();
  await pagefind.filters(); // without this a search counts none
  return pagefind;
})());
// What failed is asked for afresh the next time.
export const forget = () => { loading = values = undefined; vocabulary.forget(); };

// Several of what has an acronym: "GPs" are found where "GP" stands.
const singular = async (typed) => {
  const word = plain(typed);
  const one = word.slice(0, -1);
  const may = /^\p{L}{2,4}s$/u.test(word) && (/^\p{Lu}+s$/u.test(typed) || !(await vocabulary.isKnown(word)));
  return may && await vocabulary.isWord(one) ? one : word;
};

// For a word that no page has, Pagefind gives pages with its longest known beginning: so such words are left
// out, and said to be missing. `text` is what to look for as typed, `names` what else it is called, `marks` what
// to mark: words, and names of several words.
export const understand = async ({ q, only }) => {
  const exact = q.includes('"'); // in quotation marks stands just what is wanted
  const parts = q.normalize("NFC").split(/([\p{L}\p{N}]+)/u); // every other one is a word
  const read = await Promise.all(parts.map((part, at) => (at % 2 && !exact ? singular(part) : plain(part))));
  const words = [...new Set(read.filter((_, at) => at % 2))];
  const have = await Promise.all(words.map(vocabulary.isKnown));
  const missing = words.filter((_, at) => !have[at]);
  const left = words.filter((word, at) => have[at] && (!missing.length || telling(word)));
  const { typed, names } = only || exact ? { typed: [], names: [] } : await vocabulary.otherNames(read.join(""), otherNamesAtMost);
  // Letters alone mean nothing: a name that has them is looked for as it is.
  const spelt = typed.find((own) => own.length === words.length && own.some((word) => word.length < 2));
  // With some word missing, other names for it find more that is meant than the words that are left.
  const text = missing.length ? (names.length ? "" : left.join(" ")) : spelt ? `"${q}"` : read.join("");
  const called = [...typed.filter((own) => !own.every(telling)), ...names.map(({ own }) => own)];
  return {
    text, missing, names, nothing: Boolean(q) && !text && !names.length, shown: left.join(" "),
    marks: [...new Set([...left.filter(telling), ...called.map((own) => own.join(" "))])],
  };
};

// A search by the words as typed. What it gives: `look` with some filters, `results` and `filters`, the
// pages in order and how many have each value; and `called`, the other names that found something.
const plainSearch = (pagefind, { text, nothing }, sort) => ({
  called: [],
  look: async (filters) => nothing ? { results: [], filters: {} }
    : pagefind.search(text || null, { filters, sort: sorts[sort] }),
});

// Pagefind has no "or": what has a name is found by itself, and counted against the pages of each value.
const ids = ({ results }) => new Set(results.map(({ id }) => id));
const pagesByValue = (pagefind) => (values ??= (async () => {
  const names = Object.entries(await pagefind.filters());
  return Promise.all(names.map(async ([name, counts]) => [name, await Promise.all(Object.keys(counts).map(async (value) =>
    [value, ids(await pagefind.search(null, { filters: { [name]: value } }))]))]));
})());
const searchByNames = async (pagefind, { text, names }, sort) => {
  const pages = new Map();
  const add = ({ results }, within) => {
    const before = pages.size;
    for (const page of results) {
      if ((!within || within.has(page.id)) && !(pages.get(page.id)?.score >= page.score)) pages.set(page.id, page);
    }
    return pages.size > before;
  };
  if (text) add(await pagefind.search(text));
  const called = [];
  for (const { phrase, rest } of names) {
    const [exact, others] = await Promise.all(
      [pagefind.search(`"${phrase.replaceAll('"', " ")}"`), rest.length ? pagefind.search(rest.join(" ")) : null]);
    if (add(exact, others && ids(others))) called.push(phrase);
  }
  const results = [...pages.values()].sort((a, b) => b.score - a.score);
  if (sort) {
    const all = (await pagefind.search(null, { sort: sorts[sort] })).results;
    const place = new Map(all.map(({ id }, at) => [id, at]));
    results.sort((a, b) => place.get(a.id) - place.get(b.id));
  }
  const known = new Map((await pagesByValue(pagefind)).map(([name, of]) => [name, new Map(of)]));
  const look = (filters) => {
    const kept = results.filter(({ id }) => Object.entries(filters).every(([name, { any }]) =>
      any.some((value) => known.get(name)?.get(value)?.has(id))));
    const counts = [...known].map(([name, of]) =>
      [name, Object.fromEntries([...of].map(([value, set]) => [value, kept.filter(({ id }) => set.has(id)).length]))]);
    return { results: kept, filters: Object.fromEntries(counts) };
  };
  return { called, look };
};

export const search = (pagefind, meant, sort) =>
  (meant.names.length ? searchByNames : plainSearch)(pagefind, meant, sort);
