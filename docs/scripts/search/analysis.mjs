/**
 * Text as terms that can be searched for: pairs of Chinese characters, stems of English words.
 * Mirrors generator/search/analysis.py; tests/search/cases run through both.
 */

const HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
const PIECE = new RegExp(`[${HAN}]+|[a-z0-9]+(?:'[a-z]+)*`, "gu");
const UMLAUT = /[üǖǘǚǜ]/gu;
const QUOTE = /[‘’]/gu;
const ACCENT = /[\u0300-\u036f]/gu;
const NOT = /^([a-z]+n't|cannot|(do|does|did|ca|wo)nt)$/u;
/** British spelling to American, as far as endings tell. */
const SPELLING = [
  [/(.{3})is(e[sdr]?|ing|ation|ations)$/u, "$1iz$2"],
  [/(.{2})our(s|ed|ing|able|al|hood|ful|less)?$/u, "$1or$2"],
  [/(.{3})tre(s?)$/u, "$1ter$2"],
  [/(.{3})mme(s?)$/u, "$1m$2"],
  [/(lic|def|off)ence(s?)$/u, "$1ense$2"],
  [/(.{2})ll(s|ed|ing|ors?|ers?|ments?)?$/u, "$1l$2"],
  [/(.)ae(d|m)/gu, "$1e$2"],
  [/oea$/u, "ea"],
];

/** Words that are no form of the word whose stem they would have. */
const APART = /^(aids|allowance|attendance)s?$/u;
/** Words of a phrase that is one thing. */
export const LONGEST_PHRASE = 4;

/** @typedef {{ text: string, start: number }} Piece A run of Chinese characters, or an English word. */
/** @typedef {{ term: string, start: number, end: number }} Term */

/** @param {string} text @returns {boolean} Whether a piece or a term is Chinese. */
export const isHan = (text) => text[0] > "z";

/**
 * @param {string} text
 * @param {Map<string, string>} [simplified]
 * @returns {string} The text as it is compared: compatible forms, small letters, no accents.
 */
export function fold(text, simplified) {
  const folded = text.normalize("NFKC").toLowerCase().replace(UMLAUT, "v").replace(QUOTE, "'");
  const plain = folded.normalize("NFD").replace(ACCENT, "").normalize("NFC");
  return simplified ? Array.from(plain, (one) => simplified.get(one) ?? one).join("") : plain;
}

/** @param {string} folded @returns {Piece[]} */
export function split(folded) {
  return Array.from(folded.matchAll(PIECE), (match) => ({ text: match[0], start: match.index }));
}

/** @param {string} run @returns {string[]} The overlapping pairs of a run's characters. */
export function pair(run) {
  const characters = Array.from(run);
  const pairs = characters.slice(1).map((one, place) => characters[place] + one);
  return pairs.length ? pairs : [run];
}

export class Stemmer {
  /**
   * @param {any} lunr
   * @param {Set<string>} [phrases] English phrases that are one thing, as stems.
   */
  constructor(lunr, phrases = new Set()) {
    this.lunr = lunr;
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
      const [own] = word.split("'", 1);
      const spelt = SPELLING.reduce((text, [pattern, written]) => text.replace(pattern, written), own);
      found = APART.exec(own)?.[1] ?? this.lunr.stemmer({ update: (shorten) => shorten(spelt) });
      this.known.set(word, found);
    }
    return found;
  }

  /** @param {string} word @returns {string} Its stem as a phrase has it: `doesn't` says `not`. */
  stemSaid(word) {
    return NOT.test(word) ? "not" : this.stem(word);
  }

  /** @param {string} word @returns {boolean} Whether lunr passes over an English word. */
  isStopWord(word) {
    return this.lunr.stopWordFilter(word) === undefined;
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

  cutTerms(text) {
    const folded = text.replace(/./gsu, foldCharacter);
    const terms = split(folded).flatMap(({ text: piece, start }) => {
      if (isHan(piece)) return locate(pair(piece), start);
      return this.isStopWord(piece) ? [] : [{ term: this.stem(piece), start, end: start + piece.length }];
    });
    return this.phrases.size ? [...terms, ...this.findPhrases(terms)] : terms;
  }

  /** @param {Term[]} terms @returns {Term[]} The phrases that they make. */
  findPhrases(terms) {
    const found = [];
    for (let first = 0; first < terms.length; first += 1) {
      for (let length = 2; length <= LONGEST_PHRASE && first + length <= terms.length; length += 1) {
        const parts = terms.slice(first, first + length);
        const term = parts.map((part) => part.term).join(" ");
        if (this.phrases.has(term)) found.push({ term, start: parts[0].start, end: parts[length - 1].end });
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
    place += Array.from(term)[0].length;
    return found;
  });
}

/** @param {string} character @returns {string} Folded, where that leaves one character. */
function foldCharacter(character) {
  const folded = fold(character);
  return folded.length === character.length ? folded : character;
}
