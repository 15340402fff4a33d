/**
 * The terms that a list has: which are known, which are near to a slip, which are pairs.
 * Mirrors generator/search/lexicon.py.
 */

import { fold, isHan, split } from "./analysis.mjs";

const SHORT = 4;
const LONG = 8;
const LONGEST_WORD = 24;

export class Lexicon {
  /**
   * @param {any} lunr
   * @param {string[]} terms
   * @param {Map<string, string>} words The stem of each English word.
   */
  constructor(lunr, terms, words) {
    this.lunr = lunr;
    this.terms = new Set(terms);
    this.words = words;
    this.pairs = terms.filter((term) => isHan(term) && term.length > 1).sort();
  }

  /** @param {string} character @returns {string[]} */
  listWith(character) {
    return [...this.terms].filter((term) => term.includes(character)).sort();
  }

  /** @param {string} word @returns {string[]} The stems of words from which it differs by a slip or two. */
  listNear(word) {
    if (word.length < SHORT || word.length > LONGEST_WORD) return [];
    this.letters = this.letters || this.lunr.TokenSet.fromArray([...this.words.keys()].sort());
    const slips = this.lunr.TokenSet.fromFuzzyString(word, word.length < LONG ? 1 : 2);
    return this.listStems(this.letters.intersect(slips).toArray());
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
 * @param {string[]} texts
 * @param {import("./analysis.mjs").Stemmer} stemmer
 * @returns {Map<string, string>} The stem of every English word that tells something.
 */
export function listWords(texts, stemmer) {
  const words = new Map();
  for (const { text } of texts.flatMap((one) => split(fold(one)))) {
    if (!isHan(text) && !words.has(text) && !stemmer.isStopWord(text)) words.set(text, stemmer.stem(text));
  }
  return words;
}
