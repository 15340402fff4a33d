/**
 * Text as terms that can be searched for: pairs of characters, stems of English words.
 * Mirrors generator/carelist/search/analysis.py; tests/search/cases run through both.
 */

import { ACCENTS, APART, LONGEST_PHRASE, NOT, PIECE, QUOTES, SPELLING, STOP_WORDS, UMLAUTS } from "./constants.mjs";
import { findStem } from "./stemming.mjs";

/** @type {Map<string, RegExp>} */
const compiled = new Map();

/** @param {string} source @param {string} [flags] @returns {RegExp} Made once. */
export function compile(source, flags = "gu") {
  let found = compiled.get(source);
  if (!found) {
    found = new RegExp(source, flags);
    compiled.set(source, found);
  }
  return found;
}

/** @typedef {{ text: string, start: number }} Token A run of Chinese characters, or an English word. */
/** @typedef {{ term: string, start: number, end: number }} Term */

/** @param {string} text @returns {boolean} Whether a piece or a term is Chinese. */
export const isHan = (text) => /** @type {string} */ (text[0]) > "z";

/**
 * @param {string} text
 * @param {Map<string, string>} [simplified]
 * @returns {string} The text as it is compared: compatible forms, small letters, no accents.
 */
export function fold(text, simplified) {
  const small = text.normalize("NFKC").toLowerCase();
  const folded = small.replace(compile(UMLAUTS), "v").replace(compile(QUOTES), "'");
  const plain = folded.normalize("NFD").replace(compile(ACCENTS), "").normalize("NFC");
  return simplified ? Array.from(plain, (one) => simplified.get(one) ?? one).join("") : plain;
}

/** @param {string} folded @returns {Token[]} */
export function split(folded) {
  return Array.from(folded.matchAll(compile(PIECE)), (match) => ({ text: match[0], start: match.index }));
}

/** @param {string} run @returns {string[]} The overlapping pairs of a run's characters. */
export function pair(run) {
  const characters = Array.from(run);
  const pairs = characters.slice(1).map((one, place) => characters[place] + one);
  return pairs.length ? pairs : [run];
}

/** @param {string} word @returns {boolean} Whether an English word tells nothing. */
export const isStopWord = (word) => compile(`^(?:${STOP_WORDS})$`, "u").test(word);

export class Stemmer {
  /** @param {Set<string>} [phrases] English phrases that are one thing, as stems. */
  constructor(phrases = new Set()) {
    this.phrases = phrases;
    /** @type {Map<string, string>} */
    this.known = new Map();
    /** @type {Map<string, Term[]>} */
    this.found = new Map();
  }

  /** @param {string} word @returns {string} Its stem, in American spelling. */
  stem(word) {
    let found = this.known.get(word);
    if (found === undefined) {
      const [own = ""] = word.split("'", 1);
      /** @param {string} text @param {[string, string]} change */
      const spell = (text, [pattern, written]) => text.replace(compile(pattern), written);
      const spelt = SPELLING.reduce(spell, own);
      /** @param {string} one */
      const isApart = (one) => own === one || own === `${one}s`;
      found = APART.find(isApart) ?? findStem(spelt);
      this.known.set(word, found);
    }
    return found;
  }

  /** @param {string} word @returns {string} Its stem as a phrase has it: `doesn't` says `not`. */
  stemSaid(word) {
    return compile(`^(?:${NOT})$`, "u").test(word) ? "not" : this.stem(word);
  }

  /**
   * @param {string} text A text of the list.
   * @returns {Term[]} Its terms in their order; their places are those in the text.
   */
  findTerms(text) {
    let found = this.found.get(text);
    if (!found) {
      found = this.cutTerms(text);
      this.found.set(text, found);
    }
    return found;
  }

  /** @param {string} text @returns {Term[]} */
  cutTerms(text) {
    const folded = text.replace(/./gsu, foldCharacter);
    const terms = split(folded).flatMap(({ text: piece, start }) => {
      if (isHan(piece)) return locate(pair(piece), start);
      return isStopWord(piece) ? [] : [{ term: this.stem(piece), start, end: start + piece.length }];
    });
    return this.phrases.size ? [...terms, ...this.findPhrases(terms)] : terms;
  }

  /** @param {Term[]} terms @returns {Term[]} The phrases that they make. */
  findPhrases(terms) {
    /** @type {Term[]} */
    const found = [];
    for (let first = 0; first < terms.length; first += 1) {
      for (let length = 2; length <= LONGEST_PHRASE && first + length <= terms.length; length += 1) {
        const parts = terms.slice(first, first + length);
        const term = parts.map((part) => part.term).join(" ");
        const { start } = /** @type {Term} */ (terms[first]);
        const { end } = /** @type {Term} */ (terms[first + length - 1]);
        if (this.phrases.has(term)) found.push({ term, start, end });
      }
    }
    return found;
  }
}

/** @param {string[]} pairs @param {number} start @returns {Term[]} */
function locate(pairs, start) {
  let place = start;
  return pairs.map((term) => {
    const found = { term, start: place, end: place + term.length };
    place += /** @type {string} */ (Array.from(term)[0]).length;
    return found;
  });
}

/** @param {string} character @returns {string} Folded, where that leaves one character. */
function foldCharacter(character) {
  const folded = fold(character);
  return folded.length === character.length ? folded : character;
}
