// On a page that a search led to (?highlight=words), its words are marked. All other pages load no more than this.
const asked = new URLSearchParams(location.search).get("highlight");
if (asked && globalThis.CSS?.highlights) import("./marks.js").then(({ mark }) => mark(asked));
// The first page of a register that has grown over several finds what once stood on it.
if (document.querySelector("nav[data-moved]")) import("./moved.js");
