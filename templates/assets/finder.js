// A list that is narrowed in place, where the whole of it is on the page. Without this script each value
// of a facet is a link to a page of its own. What is chosen stands in the address: ?theme=families&year=2012.

import { addressOf, chosenIn, facetIn, make, showChips, showFacet, toggled } from "./facets.js";

const [finder, list, count, said, chips] =
  ["finder", "found_list", "found_count", "found_said", "chips"].map((id) => document.getElementById(id));
const { one, many } = finder.dataset;

// The links become boxes to tick.
const facets = [...finder.querySelectorAll("[data-facet]")].map((group) => {
  const values = [...group.querySelectorAll("a")].map((link) => ({ value: link.dataset.value, label: link.textContent }));
  const box = make("fieldset", {}, make("legend", {}, group.dataset.label), make("div", { className: "opts" }));
  Object.assign(box.dataset, group.dataset);
  group.replaceWith(box);
  return { ...facetIn(box), values };
});
const rows = [...list.querySelectorAll("li")].filter((row) => facets.some(({ name }) => name in row.dataset));
const sections = [...list.querySelectorAll(".sec")].map((section) => [section, rows.filter((row) => section.contains(row))]);

const has = (row, name, value) => (row.dataset[name] ?? "").split(" ").includes(value);
const holds = (row, chosen, but) =>
  [...chosen].every(([name, values]) => name === but || values.some((value) => has(row, name, value)));
const labelOf = (name, value) =>
  facets.find((facet) => facet.name === name).values.find((known) => known.value === value)?.label ?? value;

const ask = () => chosenIn(new URLSearchParams(location.search), facets);
const address = (chosen) => addressOf(new URLSearchParams(), chosen);
const go = (chosen) => {
  history.pushState(null, "", address(chosen));
  said.textContent = show();
};

// Shows what the address asks for, and returns how many that are, in words.
const show = () => {
  const chosen = ask();
  for (const facet of facets) {
    const others = rows.filter((row) => holds(row, chosen, facet.name));
    const values = facet.values.map(({ value, label }) =>
      ({ value, label, count: others.filter((row) => has(row, facet.name, value)).length }));
    showFacet(facet, values, chosen.get(facet.name) ?? [], (...choice) => go(toggled(ask(), ...choice)));
  }
  for (const row of rows) row.hidden = !holds(row, chosen);
  for (const [section, own] of sections) section.hidden = own.length > 0 && own.every((row) => row.hidden);
  const found = rows.filter((row) => !row.hidden).length;
  const number = `${found || "No"} ${found === 1 ? one : many}`;
  const words = found ? number : `${number} with all of these filters`;
  count.textContent = words;
  showChips(chips, facets, chosen, {
    labelOf, leave: address, go: (without) => { go(without); count.focus(); },
  });
  return words;
};

addEventListener("popstate", () => { said.textContent = show(); });
show();
