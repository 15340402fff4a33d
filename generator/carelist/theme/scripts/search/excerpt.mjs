/** The clause that answers a query best, and its words around the match. */

import { AROUND, LONGEST, TITLE_WORTH } from "./constants.mjs";

/** @typedef {{ title: string, text: string }} ClauseText */
/** @typedef {{ text: string, marked?: boolean }} Part */

/**
 * @param {ClauseText[]} clauses
 * @param {Set<string>[]} words The terms of the vocabulary that lead to each clause.
 * @param {Set<string>} terms Those of the query that the service has.
 * @param {import("./analysis.mjs").Stemmer} stemmer
 * @returns {number} The clause with the most of the terms; -1 where none has any.
 */
export function chooseClause(clauses, words, terms, stemmer) {
  let best = -1;
  let most = 0;
  clauses.forEach(({ title, text }, place) => {
    const [inTitle, inText] = [title, text].map((one) => new Set(stemmer.findTerms(one).map(({ term }) => term)));
    let count = 0;
    for (const term of terms) {
      if (inTitle?.has(term)) count += TITLE_WORTH;
      if (inText?.has(term) || words[place]?.has(term)) count += 1;
    }
    if (count > most) [best, most] = [place, count];
  });
  return best;
}

/**
 * @param {string} text
 * @param {Set<string>} terms
 * @param {import("./analysis.mjs").Stemmer} stemmer
 * @returns {Part[]} The text in parts, those that match marked; long texts are cut.
 */
export function markTerms(text, terms, stemmer) {
  /** @type {[number, number][]} */
  const spans = [];
  for (const { term, start, end } of stemmer.findTerms(text)) {
    if (!terms.has(term)) continue;
    const last = spans[spans.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  const [first, last] = frame(text, spans[0]?.[0] ?? 0);
  const parts = first > 0 ? [{ text: "…", marked: false }] : [];
  let place = first;
  for (const [start, end] of spans.filter((span) => span[0] >= first && span[1] <= last)) {
    if (start > place) parts.push({ text: text.slice(place, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    place = end;
  }
  if (place < last) parts.push({ text: text.slice(place, last), marked: false });
  if (last < text.length) parts.push({ text: "…", marked: false });
  return parts;
}

/**
 * Cuts a long text around a place, English between words.
 * @param {string} text
 * @param {number} place
 * @returns {[number, number]} Where the part begins and ends.
 */
function frame(text, place) {
  const script = /[\u4e00-\u9fff]/u.test(text) ? "han" : "latin";
  const longest = /** @type {number} */ (LONGEST[script]);
  const around = /** @type {number} */ (AROUND[script]);
  if (text.length <= longest) return [0, text.length];
  let first = Math.max(0, Math.min(place - around, text.length - longest));
  let last = Math.min(text.length, first + longest);
  if (script === "latin") {
    while (first > 0 && first < place && text[first - 1] !== " ") first += 1;
    while (last < text.length && last > place && text[last] !== " ") last -= 1;
  }
  return [first, last];
}
