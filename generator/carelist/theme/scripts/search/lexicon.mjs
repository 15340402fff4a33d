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
   * @param {Set<string>[]} services The terms of each service; none where that is not known.
   */
  constructor(terms, words, services = []) {
    this.services = services;
    this.terms = new Set(terms);
    this.words = words;
    /** What the numbers of the list count: a list without ages has none of age. */
    this.measures = new Set(terms.filter((term) => /^\d/u.test(term)).map((term) => term.slice(-1)));
    this.pairs = terms.filter((term) => isHan(term) && term.length > 1).sort();
  }

  /**
   * @param {string[][]} found The pairs that may stand at each place.
   * @returns {boolean} Whether some service has a whole word of them.
   */
  hasTogether(found) {
    const { services } = this;
    return (
      !services.length ||
      services.some((had) => link(found.map((terms) => terms.filter((term) => had.has(term)))).length)
    );
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

  /** @param {string} digits @returns {string[]} The longer numbers that have them in a row; those of one or two begin so. */
  listNumbers(digits) {
    const isFew = digits.length < SHORT - 1;
    /** @param {string} term */
    const isLonger = (term) => (isFew ? term.startsWith(digits) : term.includes(digits)) && term !== digits;
    return [...this.terms].filter((term) => /^\d+$/u.test(term) && isLonger(term)).sort();
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
 * As lunr counts, with whose automaton the program looks for them.
 * @param {string} word As it was typed.
 * @param {string} other
 * @param {number} most
 * @returns {boolean} Whether so many slips make one of the other: letters left out, put in, taken for others, changed about.
 */
export function isNear(word, other, most) {
  if (Math.abs(word.length - other.length) > most) return false;
  const rows = [Array.from({ length: other.length + 1 }, (_, place) => place)];
  /** @param {number} row @param {number} place */
  const count = (row, place) => /** @type {number} */ (rows[row]?.[place]);
  for (let at = 0; at < word.length; at += 1) {
    rows.push([at + 1]);
    for (let place = 0; place < other.length; place += 1) {
      const taken = count(at, place) + Number(word[at] !== other[place]);
      let slips = Math.min(count(at, place + 1) + 1, count(at + 1, place) + 1, taken);
      // Between letters that have changed places, one may be put in the other word.
      for (const apart of [1, 2]) {
        if (word[at] === other[place - apart] && word[at - 1] === other[place])
          slips = Math.min(slips, count(at - 1, place - apart) + apart);
      }
      rows[at + 1]?.push(slips);
    }
  }
  return count(word.length, other.length) <= most;
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

/**
 * @param {string[][]} found The pairs that may stand at each place.
 * @returns {string[][]} Those that join into whole words; nothing where none do.
 */
export function link(found) {
  const linked = found.slice(0, 1);
  for (const terms of found.slice(1)) {
    const ends = new Set(linked[linked.length - 1]?.map((term) => Array.from(term)[1]));
    linked.push(terms.filter((term) => ends.has(Array.from(term)[0])));
  }
  for (let place = linked.length - 2; place >= 0; place -= 1) {
    const starts = new Set(linked[place + 1]?.map((term) => Array.from(term)[0]));
    linked[place] = /** @type {string[]} */ (linked[place]).filter((term) => starts.has(Array.from(term)[1]));
  }
  return linked.every((terms) => terms.length) ? linked : [];
}
