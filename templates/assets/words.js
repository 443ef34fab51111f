// Words as search takes them: small letters, no accents; and when two of them are the same.

export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
export const tokens = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

// Words that are everywhere: found, but neither marked nor suggested.
const everywhere = new Set(("a an and are as at be been but by can did do for from had has have how in is it its may no not of on "
  + "or our so than that the their them then there they this to was we were what when where which who why will with you your").split(" "));
export const telling = (word) => word.length > 1 && !everywhere.has(word);

// Is one the other, or its plural?
export const alike = (one, other) =>
  one === other || one === `${other}s` || other === `${one}s` || one.replace(/ies$/, "y") === other.replace(/ies$/, "y");

const ending = /^(?:s|es|ed|d|e|er|ers|r|ings?|y|ies|ied|ly|al|ally|ations?|ions?|ments?|ness|ity|[a-z](?:ed|ing|ers?))?$/;

// Is `found` the word asked for, the start of which may be typed, or a form of it?
export const same = (asked, found) => {
  if (found.startsWith(asked)) return true;
  let at = 0;
  while (at < asked.length && asked[at] === found[at]) at += 1;
  return at > 2 && ending.test(asked.slice(at)) && ending.test(found.slice(at));
};

// The parts of a text, each with whether it is marked. A mark is a word, of which the text may have a form, or
// several with spaces between, which must stand in the text together. What is typed of a short word must be all of it.
export const partsOf = (text, marks) => {
  const parts = text.split(/([\p{L}\p{N}]+)/u); // every other one is a word
  const words = parts.map(plain);
  const on = parts.map(() => false);
  for (const mark of marks) {
    const own = mark.split(" ");
    const is = own.length > 1 || mark.length < 3 ? alike : same;
    const span = 2 * own.length - 1;
    for (let at = 1; at + span < parts.length; at += 2) {
      if (own.every((word, next) => is(word, words[at + 2 * next]))) on.fill(true, at, at + span);
    }
  }
  const found = [];
  parts.forEach((part, at) => {
    if (at && on[at] && on[at - 1]) found.at(-1)[0] += part;
    else if (part) found.push([part, on[at]]);
  });
  return found;
};

// Marks in an address: words, and in quotation marks words that belong together.
export const written = (marks) => marks.map((mark) => (mark.includes(" ") ? `"${mark}"` : mark)).join(" ");
export const read = (text) => [...text.matchAll(/"([^"]*)"|[^"]+/g)]
  .flatMap(([words, together]) => (together ? [tokens(together).join(" ")] : tokens(words)))
  .filter((mark) => mark.length > 1);
