/**
 * What analysis looks up, read from what generator/carelist/search/compact.py writes: simplified forms,
 * pinyin, synonyms, words without meaning, and the vocabulary in signs.
 */

import { isHan } from "./analysis.mjs";
import { listCommon, listSigns, readForms, readSteps, readSyllables } from "./characters.mjs";
import { SINGLE, setConstants } from "./constants.mjs";

/**
 * @typedef {object} WordGroup Words that lead to the same places.
 * @property {{ service: number, clause: number }[]} targets By place in the list, the best first; -1: no clause.
 * @property {string[]} words
 */

/**
 * @typedef {import("../data.mjs").Characters} Characters
 * @typedef {(text: string) => string} Decode Reads a word as it is written in a file.
 */

export class Tables {
  constructor() {
    /** @type {Map<string, string>} The simplified character of each traditional one. */
    this.simplified = new Map();
    /** @type {string[]} Those of the list: common ones in the order of GB 2312, then others. */
    this.characters = [];
    /** @type {Map<string, string>} The syllable of each common character and of each of the list. */
    this.readings = new Map();
    /** @type {Map<string, string[]>} Two syllables of pairs that are read otherwise. */
    this.exceptions = new Map();
    /** @type {Map<string, string>} The word of the list for each word that people use; "" where it has no such thing. */
    this.synonyms = new Map();
    /** @type {Set<string>} Words of a query that tell nothing. */
    this.ignored = new Set();
  }

  /** Ready for searches, once everything has been added. */
  finish() {
    /** @type {Set<string>} English phrases that are one thing, as stems. */
    this.phrases = new Set([...this.synonyms].flat().filter((word) => word.includes(" ")));
    /** @type {RegExp} Finds what tells nothing. */
    this.cut = findLongest([...this.ignored]);
    /** @type {RegExp} Finds what has a synonym. */
    this.also = findLongest([...this.synonyms.keys()]);
    /** @type {Set<string>} */
    this.syllables = new Set([
      ...this.characters.map((one) => /** @type {string} */ (this.readings.get(one))),
      ...[...this.exceptions.values()].flat(),
    ]);
    return this;
  }

  /** @param {string} term @returns {string[]} The two syllables of a pair. */
  readPair(term) {
    let found = this.exceptions.get(term);
    if (!found) {
      const [first, second] = /** @type {[string, string]} */ (Array.from(term));
      found = [this.readings.get(first) ?? "", this.readings.get(second) ?? ""];
      this.exceptions.set(term, found);
    }
    return found;
  }

  /**
   * Adds what a file holds.
   * @param {import("../data.mjs").SearchFile} file
   * @returns {WordGroup[]} The words of the vocabulary in the file.
   */
  add(file) {
    if (file.constants) setConstants(file.constants);
    if (file.used !== undefined) this.addCharacters(/** @type {Characters} */ (file));
    const decode =
      file.han === undefined ? String : makeDecoder(this.characters, /** @type {string} */ (file.frequent));
    for (const [, first, second, term] of (file.exceptions ?? "").matchAll(/([a-z~]+) ([a-z~]+) ([^,]+)/gu)) {
      this.exceptions.set(decode(/** @type {string} */ (term)), [first, second].map(String));
    }
    this.addMeanings(decode, file.synonyms, file.ignored);
    const groups = readGroups(/** @type {string} */ (file.han ?? file.words), decode);
    return [...groups, ...(file.more ?? []).flatMap((part) => this.add(part))];
  }

  /** @param {Characters} file */
  addCharacters({ syllables, used, read, simple, traditional }) {
    const common = listCommon();
    if (syllables) {
      const usual = readSyllables(syllables);
      common.forEach((one, place) => this.readings.set(one, /** @type {string} */ (usual[place])));
    }
    this.characters.push(...readSteps(used).map((place) => /** @type {string} */ (common[place])));
    /** @type {Iterable<string[]>} */
    const others = read.matchAll(/([^a-z~])([a-z~]+)/gu);
    for (const [, one, syllable] of /** @type {Iterable<[string, string, string]>} */ (others)) {
      if (!this.readings.has(one)) this.characters.push(one);
      this.readings.set(one, syllable);
    }
    const ranks = readSteps(simple);
    readForms(traditional).forEach((form, before) => {
      const simplest = this.characters[/** @type {number} */ (ranks[before]) - before];
      this.simplified.set(form, /** @type {string} */ (simplest));
    });
  }

  /**
   * @param {Decode} decode
   * @param {string} [synonyms]
   * @param {string} [ignored]
   */
  addMeanings(decode, synonyms = "", ignored = "") {
    for (const group of synonyms.split("|")) {
      const [meant, ...words] = group.split(",").map(decode);
      for (const word of words) this.synonyms.set(word, /** @type {string} */ (meant));
    }
    for (const word of ignored.split(",").map(decode)) if (word) this.ignored.add(word);
  }
}

/** @param {string[]} words @returns {RegExp} Finds Chinese words, the longest first. */
function findLongest(words) {
  const chinese = words.filter(isHan).sort((a, b) => b.length - a.length);
  return new RegExp(chinese.join("|") || "(?!)", "gu");
}

/**
 * @param {string[]} characters
 * @param {string} frequent
 * @returns {Decode} Reads Chinese written in signs: the most frequent characters in one, the others in two.
 */
function makeDecoder(characters, frequent) {
  const signs = listSigns();
  const common = readSteps(frequent).map((place) => characters[place]);
  const rest = characters.filter((character) => !common.includes(character));
  return (text) => {
    if (text[0] === "~") return text.slice(1);
    let read = "";
    for (let place = 0; place < text.length; place += 1) {
      const sign = signs.indexOf(/** @type {string} */ (text[place]));
      if (sign < 0) read += text[place];
      else if (sign < SINGLE) read += common[sign];
      else {
        place += 1;
        read += rest[(sign - SINGLE) * signs.length + signs.indexOf(/** @type {string} */ (text[place]))];
      }
    }
    return read;
  };
}

/**
 * @param {string} text Lines such as `3.1,20|word,word||word`, the last of which is said three times.
 * @param {Decode} decode
 * @returns {WordGroup[]}
 */
function readGroups(text, decode) {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [places = "", ...said] = line.split("|");
      const targets = places.split(",").map((target) => {
        const [service, clause = 0] = target.split(".").map(Number);
        return { service: /** @type {number} */ (service) - 1, clause: clause - 1 };
      });
      const words = said.flatMap((list, times) =>
        list ? list.split(",").flatMap((one) => Array(times + 1).fill(decode(one))) : [],
      );
      return { targets, words };
    });
}
