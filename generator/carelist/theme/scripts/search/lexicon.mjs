/**
 * The terms that a list has: which are known, which are near to a slip, which are pairs.
 * Mirrors generator/carelist/search/lexicon.py.
 */

import { fold, isHan, isStopWord, split } from "./analysis.mjs";
import { LONG, LONGEST_WORD, SHORT } from "./constants.mjs";

export class Lexicon {
  /**
   * @param {string[]} terms
   * @param {Map<string, string>} words The stem of each English word.
   */
  constructor(terms, words) {
    this.terms = new Set(terms);
    this.words = words;
    /** What the numbers of the list count: a list without ages has none of age. */
    this.measures = new Set(terms.filter((term) => /^\d/u.test(term)).map((term) => term.slice(-1)));
    this.pairs = terms.filter((term) => isHan(term) && term.length > 1).sort();
  }

  /** @param {string} character @returns {string[]} */
  listWith(character) {
    return [...this.terms].filter((term) => term.includes(character) && isHan(term)).sort();
  }

  /** @param {string} word @returns {string[]} The stems of words from which it differs by a slip or two. */
  listNear(word) {
    if (word.length <= SHORT || word.length > LONGEST_WORD) return [];
    const slips = word.length < LONG ? 1 : 2;
    return this.listStems([...this.words.keys()].filter((one) => isNear(word, one, slips)));
  }

  /** @param {string} digits @returns {string[]} The longer numbers that have them in a row. */
  listNumbers(digits) {
    return [...this.terms].filter((term) => /^\d+$/u.test(term) && term.includes(digits) && term !== digits).sort();
  }

  /** @param {string} letters @returns {string[]} The stems of words that begin so. */
  listBeginning(letters) {
    if (letters.length < SHORT - 1) return [];
    return this.listStems([...this.words.keys()].filter((word) => word.startsWith(letters)));
  }

  /** @param {string[]} words */
  listStems(words) {
    return [...new Set(words.map((word) => this.words.get(word) ?? word))].sort();
  }
}

/**
 * @param {string} word
 * @param {string} other
 * @param {number} most
 * @returns {boolean} Whether so many slips make one of the other: letters left out, put in, taken for others, changed about.
 */
export function isNear(word, other, most) {
  if (Math.abs(word.length - other.length) > most) return false;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let at = 0; at < word.length; at += 1) {
    let slips = at + 1;
    const row = [slips];
    for (let place = 0; place < other.length; place += 1) {
      const beside = /** @type {number} */ (last[place + 1]);
      const behind = /** @type {number} */ (last[place]);
      slips = Math.min(beside + 1, slips + 1, behind + Number(word[at] !== other[place]));
      if (at && word[at] === other[place - 1] && word[at - 1] === other[place])
        slips = Math.min(slips, /** @type {number} */ (before[place - 1]) + 1);
      row.push(slips);
    }
    before = last;
    last = row;
  }
  return /** @type {number} */ (last[other.length]) <= most;
}

/**
 * @param {string[]} texts
 * @param {import("./analysis.mjs").Stemmer} stemmer
 * @returns {Map<string, string>} The stem of every English word that tells something.
 */
export function listWords(texts, stemmer) {
  const words = new Map();
  for (const { text } of texts.flatMap((one) => split(fold(one)))) {
    if (!isHan(text) && !words.has(text) && !isStopWord(text)) words.set(text, stemmer.stem(text));
  }
  return words;
}
