// The search page. What is asked stands in the address: ?q=words&type=Place&type=Pilot&sort=date.
// Within a facet any value will do, between facets all must hold. Pagefind loads when first needed.

const byId = (id) => document.getElementById(id);
const [finder, count, chips, missing, hits, more, lists, order, details, input] =
  ["finder", "count", "chips", "missing", "hits", "more", "browse", "sort", "narrow", "q"].map(byId);
const facets = [...finder.querySelectorAll("[data-facet]")].map((box) => ({
  box, name: box.dataset.facet, label: box.dataset.label, options: new Map(),
}));
const sorts = { date: { date: "desc" }, title: { title: "asc" } };
const title = document.title;
const step = 10;

let loading;
const load = () => (loading ??= (async () => {
  const root = new URL("..", import.meta.url);
  const { createInstance } = await import(new URL("pagefind/pagefind.js", root).href);
  // One of our own: Pagefind keeps what failed for as long as it lives.
  const pagefind = createInstance({ baseUrl: root.pathname, excerptLength: 30 });
  await pagefind.init();
  await pagefind.filters(); // without this a search counts none
  return pagefind;
})());
// What failed is asked for afresh the next time.
const forget = () => { loading = undefined; known.clear(); };

// ---- What is asked ----

const ask = () => {
  const asked = new URLSearchParams(location.search);
  const chosen = new Map(facets.map((f) => [f.name, [...new Set(asked.getAll(f.name))]]).filter(([, v]) => v.length));
  const sort = Object.hasOwn(sorts, asked.get("sort")) ? asked.get("sort") : "";
  return { q: (asked.get("q") ?? "").trim(), sort, chosen };
};
const address = ({ q, sort, chosen }) => {
  const asked = new URLSearchParams(q ? { q } : {});
  for (const [name, values] of chosen) for (const value of values) asked.append(name, value);
  if (sort) asked.set("sort", sort);
  const query = String(asked); // and not its size, which browsers before 2023 lack
  return location.pathname + (query ? "?" + query : "");
};
const toggled = (state, name, value, on) => {
  const values = (state.chosen.get(name) ?? []).filter((v) => v !== value).concat(on ? [value] : []);
  const chosen = new Map(state.chosen).set(name, values);
  return { ...state, chosen };
};
const go = (state) => {
  history.pushState(null, "", address(state));
  return show();
};
const filters = ({ chosen }, but) =>
  Object.fromEntries([...chosen].filter(([name]) => name !== but).map(([name, any]) => [name, { any }]));

// ---- Words ----

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const tokens = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const ending = /^(?:s|es|ed|d|e|er|ers|r|ings?|y|ies|ied|ly|al|ally|ations?|ions?|ments?|ness|ity|[a-z](?:ed|ing|ers?))?$/;
// Is `found` the word asked for, the start of which may be typed, or a form of it?
const same = (asked, found) => {
  if (found.startsWith(asked)) return true;
  let at = 0;
  while (at < asked.length && asked[at] === found[at]) at += 1;
  return at > 2 && ending.test(asked.slice(at)) && ending.test(found.slice(at));
};
// For a word no page has, Pagefind gives pages with its longest known beginning. So look at the best.
const known = new Map();
const isKnown = (pagefind, word) => {
  if (!known.has(word)) known.set(word, (async () => {
    const best = (await pagefind.search(word)).results.slice(0, 3);
    const pages = await Promise.all(best.map((result) => result.data()));
    return pages.some((page) =>
      tokens([page.content, ...Object.values(page.meta)].join(" ")).some((found) => same(word, found)));
  })());
  return known.get(word);
};

// ---- Making elements: text only ever becomes text ----

const make = (tag, values = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), values);
  element.append(...children);
  return element;
};
const entities = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&amp;": "&" };
const extract = (excerpt) => {
  let on = false;
  return excerpt.split(/(<\/?mark>)/).flatMap((part) => {
    if (part === "<mark>" || part === "</mark>") { on = part === "<mark>"; return []; }
    const text = part.replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entity) => entities[entity]);
    return text ? [on ? make("mark", {}, text) : text] : [];
  });
};
const marked = (text, words) => text.split(/([\p{L}\p{N}]+)/u).map((part) =>
  words.some((word) => part && same(word, plain(part))) ? make("mark", {}, part) : part);
const hit = ({ url, meta, filters: of, excerpt }, words) => {
  const facts = ["type", "place", "theme", "year"]
    .map((name) => meta[name] ?? (of[name]?.length < 3 ? of[name].join(", ") : "")).filter(Boolean);
  return make("li", {},
    make("p", { className: "meta" }, ...facts.map((fact) => make("span", {}, fact))),
    make("h3", {}, make("a", { href: url }, ...marked(meta.title ?? url, words))),
    make("p", {}, ...extract(excerpt)));
};

// ---- Showing ----

const say = (text) => count.replaceChildren(make("h2", { tabIndex: -1 }, text));

const showChips = (state) => {
  chips.replaceChildren(...facets.flatMap(({ name, label }) => (state.chosen.get(name) ?? []).map((value) => {
    const without = toggled(state, name, value, false);
    const chip = make("a", { href: address(without) }, value + " ", make("span", { ariaHidden: "true" }, "×"));
    chip.setAttribute("aria-label", `Remove filter: ${label}, ${value}`);
    chip.addEventListener("click", async (event) => {
      event.preventDefault();
      await go(without);
      count.firstElementChild?.focus();
    });
    return make("li", {}, chip);
  })));
  chips.hidden = !chips.children.length;
};

const showFacet = (facet, state, found) => {
  const chosen = state.chosen.get(facet.name) ?? [];
  const values = [...new Set([...Object.keys(found), ...chosen, ...facet.options.keys()])]
    .sort((a, b) => (/^\d+$/.test(a + b) ? b - a : a.localeCompare(b)));
  const box = facet.box.querySelector(".opts");
  for (const value of values) {
    if (!facet.options.has(value)) {
      const id = `${facet.name}-${facet.options.size}`;
      const tick = make("input", { type: "checkbox", id, name: facet.name, value });
      tick.addEventListener("change", () => go(toggled(ask(), facet.name, value, tick.checked)));
      const number = make("span", { className: "num" });
      const label = make("label", { htmlFor: id }, value, number);
      facet.options.set(value, { tick, number, row: make("div", { className: "opt" }, tick, label) });
      // In their order, without moving the one that has the focus.
      const next = values.slice(values.indexOf(value) + 1).find((v) => facet.options.has(v));
      box.insertBefore(facet.options.get(value).row, next ? facet.options.get(next).row : null);
    }
    const { tick, number, row } = facet.options.get(value);
    tick.checked = chosen.includes(value);
    const some = found[value] ?? 0;
    number.replaceChildren(String(some), make("span", { className: "vh" }, some === 1 ? " result" : " results"));
    row.hidden = !some && !tick.checked && tick !== document.activeElement;
  }
  const visible = values.filter((value) => !facet.options.get(value).row.hidden).length;
  box.classList.toggle("long", visible > 10);
  facet.box.hidden = !visible;
};

let turn = 0;
const show = async () => {
  const mine = ++turn;
  const late = () => mine !== turn;
  const state = ask();
  const asking = Boolean(state.q || state.chosen.size);
  input.value = state.q;
  order.value = state.sort;
  finder.hidden = !asking;
  lists.hidden = asking;
  more.hidden = missing.hidden = true;
  document.title = state.q ? `${state.q} - ${title}` : title;
  hits.replaceChildren();
  if (!asking) return;
  showChips(state);
  say("Searching");
  try {
    const pagefind = await load();
    const words = [...new Set(tokens(state.q))];
    const have = await Promise.all(words.map((word) => isKnown(pagefind, word)));
    const unknown = words.filter((_, at) => !have[at]);
    const left = unknown.length ? words.filter((_, at) => have[at]) : words;
    const term = unknown.length ? left.join(" ") : state.q;
    const nothing = Boolean(state.q) && !left.length;
    const look = (but) => nothing ? { results: [], filters: {} }
      : pagefind.search(term || null, { filters: filters(state, but), sort: sorts[state.sort] });
    // A facet with a choice counts what its other values would add: so without its own choice.
    const [found, ...others] = await Promise.all(
      [look(), ...facets.map(({ name }) => state.chosen.has(name) ? look(name) : null)]);
    if (late()) return;
    facets.forEach((facet, at) => showFacet(facet, state, (others[at] ?? found).filters[facet.name] ?? {}));
    const total = found.results.length;
    const quoted = unknown.map((word) => `“${word}”`).join(" or ");
    if (unknown.length) {
      missing.textContent = `No page has the word ${quoted}.` + (left.length ? ` These have “${left.join(" ")}”.` : "");
      missing.hidden = false;
    }
    const of = state.q ? ` for “${state.q}”` : "";
    say(total ? `${total} ${total === 1 ? "result" : "results"}${of}` : `Nothing found${of}`);
    if (unknown.length) count.append(make("p", { className: "vh" }, missing.textContent));
    if (!total) {
      hits.replaceChildren(make("li", {}, make("p", {},
        state.chosen.size ? "Try fewer filters, other words" : "Try other words", ", or one of the lists below.")));
      lists.hidden = false;
    }
    const next = async () => {
      const at = hits.children.length;
      const pages = await Promise.all(found.results.slice(at, at + step).map((result) => result.data()));
      if (late()) return;
      // A page called just what is asked for comes first; Pagefind does not see that when it ranks.
      const called = (page) => !state.sort && tokens(page.meta.title ?? "").join(" ") === left.join(" ");
      pages.sort((a, b) => called(b) - called(a));
      hits.append(...pages.map((page) => hit(page, left)));
      more.hidden = hits.children.length >= total;
      if (at) hits.children[at].querySelector("a").focus();
    };
    more.onclick = next;
    if (total) await next();
  } catch (error) {
    forget();
    if (late()) return;
    console.error(error);
    say("Search could not load");
    lists.hidden = false;
  }
};

const wide = matchMedia("(min-width: 62rem)");
const unfold = () => { details.open = wide.matches; };
wide.addEventListener("change", unfold);
unfold();
byId("no-script").hidden = true;
input.form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await go({ ...ask(), q: input.value.trim() });
});
input.addEventListener("focus", () => load().catch(forget), { once: true });
order.addEventListener("change", () => go({ ...ask(), sort: order.value }));
finder.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", show);
show();
