// Words as search takes them: small letters, no accents; and when two of them are the same.

export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
export const tokens = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const ending = /^(?:s|es|ed|d|e|er|ers|r|ings?|y|ies|ied|ly|al|ally|ations?|ions?|ments?|ness|ity|[a-z](?:ed|ing|ers?))?$/;

// Is `found` the word asked for, the start of which may be typed, or a form of it?
export const same = (asked, found) => {
  if (found.startsWith(asked)) return true;
  let at = 0;
  while (at < asked.length && asked[at] === found[at]) at += 1;
  return at > 2 && ending.test(asked.slice(at)) && ending.test(found.slice(at));
};

// The parts of a text, each with whether it is one of the words; what is typed of a short word must be all of it.
export const partsOf = (text, words) => text.split(/([\p{L}\p{N}]+)/u).filter(Boolean).map((part) => {
  const found = plain(part);
  return [part, words.some((word) => (word.length < 3 ? word === found : same(word, found)))];
});
