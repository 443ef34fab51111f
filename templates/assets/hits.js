// A result of the search as an element: what it is, its name, an extract, and the parts of the page that it is in.

import { make } from "./facets.js";
import { partsOf, written } from "./words.js";

const entities = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&amp;": "&" };
const extract = (excerpt) => {
  let on = false;
  return excerpt.split(/(<\/?mark>)/).flatMap((part) => {
    if (part === "<mark>" || part === "</mark>") { on = part === "<mark>"; return []; }
    const text = part.replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entity) => entities[entity]);
    return text ? [on ? make("mark", {}, text) : text] : [];
  });
};
const marked = (text, words) => partsOf(text, words).map(([part, found]) => (found ? make("mark", {}, part) : part));

// The target marks the words that led there.
const leading = (url, words, anchor = "") => {
  const to = new URL(url, location.href);
  if (words.length) to.searchParams.set("highlight", written(words));
  to.hash = anchor;
  return to.href;
};

// Anchors of the theme have an underscore; of these only the text and sections are parts. Marks in the text name nothing.
const isPlace = ({ element }) => element !== "span" && element !== "sup" && element !== "a";
const isOwn = ({ element, id }) => id === "see_text" || (!id.includes("_") && element !== "tr");
// What a part is called, and how many words of its text its name takes.
const nameOf = ({ element, id, text }, content) => {
  if (id.startsWith("para-") && text) return [`Paragraph ${text.trim()}`, 1];
  if (/^h\d$/.test(element)) return [text.trim(), text.trim().split(/\s+/).length];
  // Whole sentences, until there are words enough to know it by.
  let at = 0;
  while (at < content.length && at < 16 && !(at > 2 && /[.?!]$/.test(content[at - 1]))) at += 1;
  const name = content.slice(0, at).join(" ");
  return [/[.?!]$/.test(name) ? name.replace(/\.$/, "") : `${name} …`, at];
};

// Up to three parts of the page, those with the most of what is asked for: { name, anchor, text }. A section that the
// theme makes is one only if no part of the text itself has it, and not for what it repeats of other pages: that has
// a weight below 1.
const partsIn = ({ anchors, weighted_locations: places, content }) => {
  const words = content.split(/\s+/);
  const starts = anchors.filter(isPlace).sort((a, b) => a.location - b.location);
  const weights = new Map();
  for (const { location: at, balanced_score: weight, weight: worth } of places) {
    const part = starts.findLastIndex((start) => start.location <= at);
    if (part < 0 || !(isOwn(starts[part]) || (starts[part].element === "section" && worth >= 1))) continue;
    const { sum, best, first } = weights.get(part) ?? { sum: 0, best: 0, first: at };
    weights.set(part, { sum: sum + weight, best: Math.max(best, weight), first: weight > best ? at : first });
  }
  const own = [...weights].filter(([part]) => isOwn(starts[part]));
  return (own.length ? own : [...weights]).sort((a, b) => b[1].sum - a[1].sum).slice(0, 3).sort((a, b) => a[0] - b[0]).map(([part, { first }]) => {
    const { location: from, id } = starts[part];
    const to = starts[part + 1]?.location ?? words.length;
    const [name, taken] = nameOf(starts[part], words.slice(from, to));
    const begin = Math.max(from + taken, Math.min(first - 5, to - 14));
    const end = Math.min(begin + 14, to);
    const text = words.slice(begin, end).join(" ");
    return { name, anchor: id, text: text && `${begin > from + taken ? "… " : ""}${text}${end < to ? " …" : ""}` };
  }).filter(({ name }) => name);
};

export const hit = (page, words) => {
  const { url, meta, filters, excerpt } = page;
  const facts = ["type", "place", "theme", "year"]
    .map((name) => meta[name] ?? (filters[name]?.length < 3 ? filters[name].join(", ") : "")).filter(Boolean);
  const parts = words.length ? partsIn(page) : [];
  return make("li", {},
    make("p", { className: "meta" }, ...facts.map((fact) => make("span", {}, fact))),
    make("h3", {}, make("a", { href: leading(url, words) }, ...marked(meta.title ?? url, words))),
    make("p", {}, ...extract(excerpt)),
    ...(parts.length ? [make("ul", { className: "parts" }, ...parts.map(({ name, anchor, text }) =>
      make("li", {}, make("a", { href: leading(url, words, anchor) }, name, make("span", { className: "vh" }, `, ${meta.title ?? url}`)), " ",
        make("span", { className: "quiet" }, ...marked(text, words)))))] : []));
};
