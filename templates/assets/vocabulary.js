// What the site's own words know: whether any page has a word, the nearest word that some page has,
// and what else a thing is called. The lists are made when the site is built.

import { alike, same, telling, tokens } from "./words.js";

const root = new URL("../search/words/", import.meta.url);
const lists = new Map();

const load = (name) => {
  if (!lists.has(name)) lists.set(name, (async () => {
    const answer = await fetch(new URL(`${name}.json`, root), { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${name}.json: ${answer.status}`);
    return answer.json();
  })());
  return lists.get(name);
};

// The lists with words that begin with these letters. Lists follow one another: each has the words from its first on.
const listsOf = async (start, folder = "") => {
  const all = await load(`${folder}lists`);
  const may = all.filter(([first], at) =>
    first.slice(0, start.length) <= start && (at + 1 === all.length || all[at + 1][0] > start));
  return Promise.all(may.map(([, name]) => load(folder + name)));
};

export const forget = () => lists.clear();

// Is this word on a page, or one that begins with it, or a form of it? A form has its first three letters.
export const isKnown = async (word) => {
  if ((await load("lists")).some(([first]) => first.startsWith(word))) return true;
  const near = await listsOf(word.slice(0, 3));
  return near.some((list) => Object.keys(list).some((found) => same(word, found)));
};

export const isWord = async (word) => (await listsOf(word)).some((list) => Object.hasOwn(list, word));

// ---- The nearest word ----

// How many letters must be added, left out, changed or swapped with the next (Damerau and Levenshtein).
const distance = (one, other) => {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    [before, last] = [last, row];
  }
  return last[other.length];
};

const nearestIn = async (word, starts) => {
  const most = word.length < 8 ? 1 : 2;
  const all = async (folder) => new Set((await Promise.all(starts.map((start) => listsOf(start, folder)))).flat());
  const called = new Set([...await all("names/")].flatMap(Object.keys));
  const found = [];
  for (const list of await all("")) {
    for (const [other, pages] of Object.entries(list)) {
      const named = called.has(other);
      if (starts.some((start) => other.startsWith(start)) && other.length > 2 && Math.abs(other.length - word.length) <= most && (named || word.length > 4)
        && telling(other) && /^\p{L}+$/u.test(other)) {
        const away = distance(word, other);
        if (away <= most) found.push({ other, away, named, pages });
      }
    }
  }
  found.sort((a, b) => a.away - b.away || b.named - a.named || b.pages - a.pages || (a.other < b.other ? -1 : 1));
  return found[0]?.other;
};

// The word with the fewest slips: one, in long words two. Of equals a word of a name or title, then the one that most
// pages have; for a short word only the former, as most short words are near to some other. First letters are
// seldom wrong: other lists are only loaded where the first two letters lead nowhere.
export const nearest = async (word) => word.length < 3 || !/^\p{L}+$/u.test(word) ? undefined
  : (await nearestIn(word, [word[0], word[1]])) ?? nearestIn(word, [""]);

// ---- Other names ----

const has = (words, all) => all.every((one) => words.some((word) => alike(one, word)));
const placeOf = (phrase, words) =>
  words.findIndex((_, at) => phrase.length && phrase.every((one, next) => at + next < words.length && alike(one, words[at + next])));

// `typed`: the names in what is asked, each as its words. `names`: other names for them, best first:
// { phrase, own, rest }, `own` its words, of which `rest` is asked too, as typed. None whose words could find nothing new.
export const otherNames = async (asked, most) => {
  const words = tokens(asked);
  const met = [];
  for (const group of await load("synonyms")) {
    const phrases = group.map((phrase) => [phrase, tokens(phrase)]);
    for (const [phrase, own] of phrases) {
      const at = placeOf(own, words);
      if (at >= 0) met.push({ own, at, end: at + own.length, others: phrases.filter(([other]) => other !== phrase) });
    }
  }
  // "Public health" is not also "health" in another sense.
  const whole = met.filter((one) => !met.some((two) =>
    two.at <= one.at && two.end >= one.end && two.end - two.at > one.end - one.at));
  const found = new Map();
  for (const { at, end, others } of whole) {
    const rest = [...words.slice(0, at), ...words.slice(end)];
    for (const [phrase, own] of others) {
      if (!has([...own, ...rest], words)) found.set([...own, "", ...rest].join(" "), { phrase, own, rest });
    }
  }
  const names = [...found.values()];
  const known = await Promise.all(names.map(async ({ own, rest }) =>
    (await Promise.all([...own, ...rest].map(isKnown))).every(Boolean)));
  return { typed: whole.map(({ own }) => own), names: names.filter((_, at) => known[at]).slice(0, most) };
};
