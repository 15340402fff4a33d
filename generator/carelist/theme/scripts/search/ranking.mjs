/** Puts the services of a long list in order, and makes hits of those alone that are shown. */

import { ALWAYS, DIGITS, FALL, LEAST_SCORE, STRONG_SCORE, STRONG_SHARE } from "./constants.mjs";

/** More than any score, in whole numbers. */
const BEYOND = 1e9;

/** @typedef {(place: import("./engine.mjs").Id) => boolean} Passes Whether a service passes every filter. */

/**
 * The services that answer one reading of a query, as grade() of engine.mjs puts them in order, but
 * made into hits only where they are shown. Each is one number, which ends with its place.
 */
export class Ranking {
  /**
   * @param {ReturnType<import("./engine.mjs").Engine["gather"]>} gathered
   * @param {Passes} passes
   */
  constructor({ scores, found }, passes) {
    this.found = found;
    this.count = scores.length;
    const best = Array(ALWAYS).fill(0);
    const judged = scores.map((score, place) => {
      const graded = Math.round(score * this.meet(place).share ** FALL * 10 ** DIGITS);
      if (graded > best[0]) {
        best[0] = graded;
        best.sort((a, b) => a - b);
      }
      return graded;
    });
    const most = best[ALWAYS - 1];
    const least = Math.min(best[0], most * LEAST_SCORE);
    const keys = new Float64Array(this.count);
    this.length = 0;
    this.strong = 0;
    for (let place = 0; place < this.count; place += 1) {
      const { terms, share } = this.meet(place);
      const score = /** @type {number} */ (judged[place]);
      const isMost = share > STRONG_SHARE;
      if (!terms.size || !(isMost || score >= least) || !passes(place)) continue;
      const strong = isMost && score >= most * STRONG_SCORE;
      this.strong += Number(strong);
      keys[this.length] = (Number(strong) * BEYOND + score) * this.count - place;
      this.length += 1;
    }
    this.keys = keys.subarray(0, this.length).sort().reverse();
  }

  /** @param {number} place @returns {import("./engine.mjs").Met} */
  meet(place) {
    return /** @type {import("./engine.mjs").Met} */ (this.found[place]);
  }

  /** @param {number} start @param {number} end @returns {import("./results.mjs").Hit[]} */
  slice(start, end) {
    return Array.from(this.keys.subarray(start, end), (key) => {
      const place = (this.count - (key % this.count)) % this.count;
      return { id: place, strong: key > (BEYOND - 1) * this.count, terms: this.meet(place).terms };
    });
  }
}
