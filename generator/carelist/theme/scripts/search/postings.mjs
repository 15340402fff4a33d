/**
 * The weights of the terms of a long list, fetched with the terms of a query.
 * Reads what generator/carelist/search/postings.py writes.
 */

import { isHan } from "./analysis.mjs";
import { ALIKE, FACTOR, FILES } from "./constants.mjs";
import { load, loadOnce } from "./loading.mjs";

export class Postings {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    /** @type {Map<string | number, Promise<unknown>>} */
    this.files = new Map();
    /** @type {Map<string, string>} As they are written. */
    this.written = new Map();
    /** @type {Map<string, [number, number[]][]>} The weights of a term, each with places in the list. */
    this.weights = new Map();
  }

  /** @param {string[]} terms */
  async fetch(terms) {
    await Promise.all(terms.map(findFile).map((one) => loadOnce(this.files, one, () => this.fetchFile(one))));
  }

  /** @param {number} number */
  async fetchFile(number) {
    /** @type {Record<string, string>} */
    const file = await load(`${this.folder}${number}.json`);
    for (const [term, weights] of Object.entries(file)) this.written.set(term, weights);
  }

  /** @param {string} term @returns {[number, number[]][]} */
  weigh(term) {
    let found = this.weights.get(term);
    if (!found) {
      found = (this.written.get(term) ?? "")
        .split(";")
        .filter(Boolean)
        .map((part) => {
          const [weight, steps = ""] = part.split(":");
          return /** @type {[number, number[]]} */ ([Number(weight), readPlaces(steps)]);
        });
      this.weights.set(term, found);
    }
    return found;
  }
}

/** @param {string} steps As `3,,,7`. @returns {number[]} */
export function readPlaces(steps) {
  let place = -1;
  return steps.split(",").map((step) => (place += Number(step) || 1));
}

/** @param {string} term @returns {number} The file that it is in. */
export function findFile(term) {
  let number = 0;
  const beginning = isHan(term) ? Array.from(term)[0] : term.slice(0, ALIKE);
  for (const one of /** @type {string} */ (beginning)) {
    number = (number * FACTOR + /** @type {number} */ (one.codePointAt(0))) % FILES;
  }
  return number;
}
