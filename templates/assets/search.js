// The search page. What is asked stands in the address: ?q=words&type=Place&type=Pilot&sort=date.
// Within a facet any value will do, between facets all must hold.

import { addressOf, chosenIn, facetIn, make, showChips, showFacet, toggled } from "./facets.js";
import { forget, load, search, sorts, understand } from "./find.js";
import { hit } from "./hits.js";
import { nearest } from "./vocabulary.js";
import { plain, tokens } from "./words.js";

const byId = (id) => document.getElementById(id);
const [finder, count, said, chips, notes, hits, more, none, tips, lists, order, input] =
  ["finder", "count", "found_said", "chips", "notes", "hits", "more", "none", "tips", "browse", "sort", "q"].map(byId);
const facets = [...finder.querySelectorAll("[data-facet]")].map(facetIn);
const narrow = finder.querySelector("form");
const title = document.title;
const step = 10;

// ---- What is asked: { q, sort, only, chosen }. `only`: these words, not their synonyms ----

const ask = () => {
  const asked = new URLSearchParams(location.search);
  return {
    q: (asked.get("q") ?? "").trim(),
    sort: Object.hasOwn(sorts, asked.get("sort")) ? asked.get("sort") : "",
    only: asked.get("only") === "words",
    chosen: chosenIn(asked, facets),
  };
};
const address = ({ q, sort, only, chosen }) =>
  addressOf(new URLSearchParams({ ...(q && { q }), ...(sort && { sort }), ...(only && { only: "words" }) }), chosen);
const go = (state) => {
  history.pushState(null, "", address(state));
  return show();
};
const linkTo = (state, ...words) => {
  const link = make("a", { href: address(state) }, ...words);
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    await go(state);
    count.focus();
  });
  return link;
};
const quoted = (words, between) => words.map((word) => `“${word}”`).join(between);

// ---- Showing ----

const filtersOf = (chosen, but) =>
  Object.fromEntries([...chosen].filter(([name]) => name !== but).map(([name, any]) => [name, { any }]));

const showFacets = (state, found, others) => facets.forEach((facet, at) => {
  const counts = (others[at] ?? found).filters[facet.name] ?? {};
  const chosen = state.chosen.get(facet.name) ?? [];
  const values = [...new Set([...Object.keys(counts), ...chosen, ...facet.options.keys()])]
    .sort((a, b) => (/^\d+$/.test(a + b) ? b - a : a.localeCompare(b)))
    .map((value) => ({ value, label: value, count: Object.hasOwn(counts, value) ? counts[value] : 0 }));
  showFacet(facet, values, chosen, (name, value, on) => {
    const now = ask();
    go({ ...now, chosen: toggled(now.chosen, name, value, on) });
  });
});

// What is to be known about the words: those that no page has, the nearest to them, and other names.
const notesOn = async (state, { missing }, called) => {
  const made = [];
  if (missing.length) {
    made.push(make("p", {}, `No page has the word ${quoted(missing, " or ")}.`));
    const near = new Map(await Promise.all(missing.map(async (word) => [word, await nearest(word)])));
    if (missing.some((word) => near.get(word))) {
      const q = state.q.split(/([\p{L}\p{N}]+)/u).map((part) => near.get(plain(part)) ?? part).join("");
      made.push(make("p", {}, "Did you mean ", linkTo({ ...state, q }, make("b", {}, q)), "?"));
    }
  } else if (called.length) {
    made.push(make("p", {}, `Also searched for: ${called.join(", ")}. `,
      linkTo({ ...state, only: true }, `Search only for “${state.q}”`)));
  } else if (state.only) {
    made.push(make("p", {}, `Only what has “${state.q}”. `, linkTo({ ...state, only: false }, "Search for its other names too")));
  }
  return made;
};

// Which filters to take away, one or all of them, and how much there is without.
const tipsFor = async (look, state) => {
  const each = [...state.chosen].flatMap(([name, values]) =>
    values.map((value) => [`Without the filter “${value}”`, toggled(state.chosen, name, value, false)]));
  if (each.length > 1) each.push(["Without any filter", new Map()]);
  const tried = await Promise.all(each.map(async ([words, chosen]) =>
    ({ words, chosen, number: (await look(filtersOf(chosen))).results.length })));
  return tried.filter(({ number, chosen }) => number && (state.q || chosen.size)).map(({ words, chosen, number }) =>
    make("li", {}, linkTo({ ...state, chosen }, words), `: ${number} ${number === 1 ? "result" : "results"}`));
};

let turn = 0;
let shown;
const show = async () => {
  const mine = ++turn;
  const late = () => mine !== turn;
  const state = ask();
  shown = location.search;
  const asking = Boolean(state.q || state.chosen.size);
  input.value = state.q;
  order.value = state.sort;
  finder.hidden = !asking;
  lists.hidden = asking;
  document.title = state.q ? `${state.q} - ${title}` : title;
  const clear = () => {
    more.hidden = none.hidden = notes.hidden = true;
    for (const box of [hits, notes, tips]) box.replaceChildren();
  };
  if (!asking) {
    clear();
    said.textContent = "";
    return;
  }
  showChips(chips, facets, state.chosen, {
    labelOf: (_, value) => value,
    leave: (chosen) => address({ ...state, chosen }),
    go: async (chosen) => { await go({ ...ask(), chosen }); count.focus(); },
  });
  count.textContent ||= "Searching";
  try {
    const pagefind = await load();
    const meant = await understand(state);
    const { called, look } = await search(pagefind, meant, state.sort);
    // A facet with a choice counts what its other values would add: so without its own choice.
    const [found, ...others] = await Promise.all([look(filtersOf(state.chosen)),
      ...facets.map(({ name }) => state.chosen.has(name) ? look(filtersOf(state.chosen, name)) : null)]);
    const total = found.results.length;
    const [noted, tipped] = await Promise.all([notesOn(state, meant, called), total ? [] : tipsFor(look, state)]);
    const elements = async (at) => {
      const pages = await Promise.all(found.results.slice(at, at + step).map((result) => result.data()));
      // A page with just this title comes first; Pagefind does not see that when it ranks.
      const titled = (page) => !state.sort && tokens(page.meta.title ?? "").join(" ") === meant.shown;
      return pages.sort((a, b) => titled(b) - titled(a)).map((page) => hit(page, meant.marks));
    };
    const first = await elements(0);
    if (late()) return;
    clear();
    hits.append(...first);
    more.hidden = total <= step;
    more.onclick = async () => {
      const at = hits.children.length;
      const further = await elements(at);
      if (late() || at !== hits.children.length) return;
      hits.append(...further);
      more.hidden = hits.children.length >= total;
      hits.children[at].querySelector("a").focus();
    };
    showFacets(state, found, others);
    notes.replaceChildren(...noted);
    notes.hidden = !noted.length;
    tips.replaceChildren(...tipped);
    lists.hidden = none.hidden = total > 0;
    // Without results there is nothing to narrow or to order.
    narrow.hidden = order.parentElement.hidden = !total;
    finder.classList.toggle("finder", total > 0);
    // What is missing is said first: the results are not for all that was asked.
    const lacking = total && meant.missing.length;
    const wanted = !lacking ? quoted([state.q], "") : quoted(called.length ? called : [meant.shown], " or ");
    const of = state.q ? ` for ${wanted}` : "";
    count.textContent = total
      ? `${lacking ? `No page has ${tokens(state.q).length > 1 ? "all of these words" : "this word"}. ` : ""}${total} ${total === 1 ? "result" : "results"}${of}` : `Nothing found${of}`;
    said.textContent = [`${count.textContent}.`, ...noted.map((note) => note.textContent)].join(" ");
  } catch (error) {
    forget();
    if (late()) return;
    console.error(error);
    clear();
    said.textContent = count.textContent = "Search could not load";
    lists.hidden = false;
  }
};

byId("no-script").hidden = true;
input.form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await go({ ...ask(), only: false, q: input.value.trim() });
});
input.addEventListener("focus", () => load().catch(forget), { once: true });
order.addEventListener("change", () => go({ ...ask(), sort: order.value }));
narrow.addEventListener("submit", (event) => event.preventDefault());
// A step to an anchor of the page asks nothing new.
addEventListener("popstate", () => shown !== location.search && show());
show();
