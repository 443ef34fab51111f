// The first page of a register that has grown over several: a link to an id that stood here finds the page of it now.

const files = Number(document.querySelector("nav[data-moved]").dataset.moved);

// As `plan/anchors.py` counts.
const fileOf = (id) => [...id].reduce((sum, one) => (sum * 31 + one.codePointAt(0)) % 65521, 0) % files + 1;

const follow = async () => {
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id || document.getElementById(id)) return;
  const answer = await fetch(`anchors/${fileOf(id)}.json`);
  const page = answer.ok ? new Map(Object.entries(await answer.json())).get(id) : undefined;
  if (page) location.replace(`page/${page}/#${id}`);
};

addEventListener("hashchange", follow);
follow();
