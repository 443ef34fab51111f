// What search and finders share: choices that stand in the address, boxes to tick with their counts, and
// the chosen values to take away again. Within a facet any value will do, between facets all must hold.

// Text only ever becomes text.
export const make = (tag, values = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), values);
  element.append(...children);
  return element;
};

export const facetIn = (box) => ({ box, name: box.dataset.facet, label: box.dataset.label, options: new Map() });

// The chosen values by facet, as the address says.
export const chosenIn = (asked, facets) =>
  new Map(facets.map(({ name }) => [name, [...new Set(asked.getAll(name))]]).filter(([, values]) => values.length));

export const toggled = (chosen, name, value, on) => {
  const values = (chosen.get(name) ?? []).filter((one) => one !== value).concat(on ? [value] : []);
  const made = new Map(chosen).set(name, values);
  if (!values.length) made.delete(name);
  return made;
};

export const addressOf = (asked, chosen) => {
  for (const [name, values] of chosen) for (const value of values) asked.append(name, value);
  const query = String(asked); // and not its size, which browsers before 2023 lack
  return location.pathname + (query ? `?${query}` : "");
};

// `values` are { value, label, count } in order. A value without results hides, unless it is chosen.
export const showFacet = (facet, values, chosen, toggle) => {
  const box = facet.box.querySelector(".opts");
  const order = values.map(({ value }) => value);
  for (const { value, label, count } of values) {
    if (!facet.options.has(value)) {
      const id = `${facet.name}_${facet.options.size}`;
      const tick = make("input", { type: "checkbox", id, name: facet.name, value });
      tick.addEventListener("change", () => toggle(facet.name, value, tick.checked));
      const number = make("span", { className: "num" });
      const row = make("div", { className: "opt" }, tick, make("label", { htmlFor: id }, label, number));
      facet.options.set(value, { tick, number, row });
      // In their order, without moving the one that has the focus.
      const next = order.slice(order.indexOf(value) + 1).find((one) => facet.options.has(one));
      box.insertBefore(row, next === undefined ? null : facet.options.get(next).row);
    }
    const { tick, number, row } = facet.options.get(value);
    tick.checked = chosen.includes(value);
    number.replaceChildren(String(count), make("span", { className: "vh" }, count === 1 ? " result" : " results"));
    row.hidden = !count && !tick.checked && tick !== document.activeElement;
  }
  const visible = [...facet.options.values()].filter(({ row }) => !row.hidden).length;
  box.classList.toggle("long", visible > 13);
  facet.box.hidden = !visible;
};

// `labelOf(name, value)` gives the words, `leave(chosen)` the address without a value, `go(chosen)` goes there.
export const showChips = (list, facets, chosen, { labelOf, leave, go }) => {
  list.replaceChildren(...facets.flatMap(({ name, label }) => (chosen.get(name) ?? []).map((value) => {
    const without = toggled(chosen, name, value, false);
    const words = labelOf(name, value);
    const chip = make("a", { href: leave(without) }, `${words} `, make("span", { ariaHidden: "true" }, "×"));
    chip.setAttribute("aria-label", `Remove filter: ${label}, ${words}`);
    chip.addEventListener("click", (event) => {
      event.preventDefault();
      go(without);
    });
    return make("li", {}, chip);
  })));
  list.hidden = !list.children.length;
};
