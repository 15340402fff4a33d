/**
 * The index of a list, and what it answers: services in order, strong matches before weak ones.
 * Mirrors generator/carelist/search/engine.py.
 */

import { isHan, Stemmer } from "./analysis.mjs";
import {
  ALWAYS,
  B,
  BOOSTS,
  CHARACTER,
  DIGITS,
  FALL,
  K1,
  LEAST_SCORE,
  LEAST_TOLD,
  MOST_TIMES,
  MOSTLY,
  SAID,
  SENTENCE,
  STRONG_SCORE,
  STRONG_SHARE,
  WEIGHT_DIGITS,
} from "./constants.mjs";
import { Lexicon, listWords } from "./lexicon.mjs";
import { Reader } from "./queries.mjs";
import { measureShare } from "./shares.mjs";

/** @typedef {Record<string, string | string[]> & { id: string }} SearchDocument */
/**
 * @typedef {string | number} Id Of a service; its place in the list where that is long.
 * @typedef {{ id: Id, score: number, share: number, terms: Set<string>, strong?: boolean }} Hit
 * @typedef {[weight: number, places: number[]][]} Weights Of a term, each with places in the list.
 * @typedef {{ terms: Set<string>, share: number }} Met The terms of a query that a service has, and
 *   how much of the query they answer.
 * @typedef {import("./queries.mjs").Unit} Unit
 */

export class Engine {
  /**
   * @param {SearchDocument[]} documents
   * @param {import("./tables.mjs").Tables} tables
   * @param {string} analysis How the words of the page are cut, as its locale says.
   */
  constructor(documents, tables, analysis) {
    this.stemmer = new Stemmer(tables.phrases);
    this.ids = documents.map(({ id }) => id);
    this.count = documents.length;
    /** @type {{ get: (id: Id) => number | undefined }} The place of each service. */
    this.order = new Map(this.ids.map((id, place) => [/** @type {Id} */ (id), place]));
    this.index(documents);
    const fields = Object.keys(BOOSTS).filter((field) => field !== "numbers");
    const texts = documents.flatMap((one) => fields.flatMap((field) => /** @type {string[]} */ (one[field])));
    const lexicon = new Lexicon([...this.weights.keys()], listWords(texts, this.stemmer), this.listTerms());
    this.reader = new Reader(this.stemmer, lexicon, tables, analysis);
  }

  /**
   * Weighs the terms of every field by Okapi BM25, as lunr does: rarer ones more, those that a field
   * has often or that are much of it more. Keeps the weight of each term in each service.
   * @param {SearchDocument[]} documents
   */
  index(documents) {
    /** @type {Map<string, [weigh: (rarity: number) => number, places: number[]][]>} */
    const open = new Map();
    for (const [field, boost] of Object.entries(BOOSTS)) {
      const lists = documents.map((document) => this.list(document, field));
      const usual = lists.flat().length / this.count;
      lists.forEach((terms, place) => {
        for (const [term, times] of countTerms(terms)) {
          /** @param {number} rarity */
          const weigh = (rarity) =>
            ((rarity * ((K1 + 1) * times)) / (K1 * (1 - B + B * (terms.length / usual)) + times)) * boost;
          open.set(term, [...(open.get(term) ?? []), [weigh, [place]]]);
        }
      });
    }
    /** @type {Map<string, Weights>} */
    this.weights = new Map();
    for (const [term, found] of open) {
      const rarity = Math.log(1 + Math.abs((this.count - found.length + 0.5) / (found.length + 0.5)));
      this.weights.set(
        term,
        found.map(([weigh, places]) => [roundTo(WEIGHT_DIGITS, weigh(rarity)), places]),
      );
    }
  }

  /**
   * @param {SearchDocument} document
   * @param {string} field
   * @returns {string[]} The terms of a field of a service, each as often as it counts.
   */
  list(document, field) {
    const texts = /** @type {string[]} */ ([document[field]].flat());
    if (field === "numbers") return texts;
    const terms = texts.flatMap((text) => this.stemmer.findTerms(text)).map(({ term }) => term);
    if (!SAID.includes(field)) return terms;
    /** @param {string} term */
    const most = (term) => (isHan(term) ? 1 : MOST_TIMES);
    return [...countTerms(terms)].flatMap(([term, times]) => Array(Math.min(times, most(term))).fill(term));
  }

  /** @returns {Set<string>[]} The terms of each service. */
  listTerms() {
    /** @type {Set<string>[]} */
    const had = this.ids.map(() => new Set());
    for (const [term, found] of this.weights)
      for (const place of found.flatMap(([, places]) => places)) had[place]?.add(term);
    return had;
  }

  /** @param {number} place In the list. @returns {Id} What stands for the service there. */
  name(place) {
    return /** @type {string} */ (this.ids[place]);
  }

  /** @param {string} term @returns {Weights} */
  weigh(term) {
    return this.weights.get(term) ?? [];
  }

  /** @param {string} text @returns {Hit[]} The services that answer a query, the best first. */
  search(text) {
    /** @type {Map<Id, Hit>} */
    const best = new Map();
    for (const query of this.reader.read(text).queries) {
      for (const hit of this.answer(query)) {
        const known = best.get(hit.id);
        if (!known || hit.score > known.score) best.set(hit.id, hit);
      }
    }
    const hits = grade([...best.values()].sort((a, b) => this.compare(a, b)));
    return hits[0]?.strong === false ? this.weighCharacters(text, hits) : hits;
  }

  /**
   * @param {string} text
   * @param {Hit[]} hits What answers it.
   * @returns {boolean} Whether nothing answers most of a query that is more than a few letters.
   */
  misses(text, hits) {
    const share = text.split(" ").length < SENTENCE ? 0 : MOSTLY;
    const isMet = hits.some((hit) => hit.strong) && /** @type {Hit} */ (hits[0]).share >= share;
    return !isMet && new TextEncoder().encode(text).length >= LEAST_TOLD;
  }

  /**
   * Counts the single characters of a query too, where no service answers most of it. In a service
   * a character counts by what the pairs weigh that have it.
   * @param {string} text
   * @param {Hit[]} hits
   * @returns {Hit[]} A service that has nothing more of the query is given only among the first.
   */
  weighCharacters(text, hits) {
    const found = this.ids.map(
      (id) => hits.find((hit) => hit.id === id) ?? { id, score: 0, share: 0, terms: new Set(), strong: false },
    );
    for (const one of this.reader.listCharacters(text)) {
      const sums = new Float64Array(this.count);
      for (const term of this.reader.lexicon.pairs.filter((pair) => pair.includes(one))) {
        for (const [weight, places] of this.weigh(term))
          for (const place of places) sums[place] = /** @type {number} */ (sums[place]) + weight;
      }
      const told = CHARACTER * this.tell(sums.filter(Boolean).length);
      found.forEach((hit, place) => {
        hit.score = roundTo(DIGITS, hit.score + told * Math.sqrt(/** @type {number} */ (sums[place])));
      });
    }
    found.sort((a, b) => b.score - a.score);
    return found.filter(({ score, terms }, place) => terms.size || (score && place < ALWAYS));
  }

  /** @param {string} text @returns {Hit[]} The services that have something of what was asked for. */
  suggest(text) {
    const hits = this.answer(this.reader.readParts(text));
    return hits.sort((a, b) => b.score - a.score || this.compare(a, b));
  }

  /** @param {Hit} a @param {Hit} b @returns {number} Which stands first in the list. */
  compare(a, b) {
    return /** @type {number} */ (this.order.get(a.id)) - /** @type {number} */ (this.order.get(b.id));
  }

  /**
   * @template [T=Hit[]]
   * @param {Unit[]} query
   * @param {(worth: Map<string, number>, measure: (terms: Set<string>) => number) => T | Hit[]} [list]
   * @returns {T | Hit[]} What answers it, as `list` gives it; in no order otherwise.
   */
  answer(query, list = (worth, measure) => this.find(worth).map((hit) => judge(hit, measure(hit.terms)))) {
    /** @type {Map<string, number>} */
    const worth = new Map();
    for (const way of query.flatMap((unit) => unit.ways)) {
      for (const term of way.terms) worth.set(term, Math.max(worth.get(term) ?? 0, way.worth));
    }
    if (!worth.size) return [];
    const isCounted = query.some(({ ways: [way] }) => /^\d/u.test(way?.terms[0] ?? ""));
    const weights = query.map((unit) => unit.weight * (isCounted ? 1 : this.rate(unit)));
    return list(worth, (terms) => measureShare(query, weights, terms));
  }

  /** @param {Unit} unit @returns {number} How much it tells, 0 to 1, by the rarest of its terms. */
  rate({ ways: [way] }) {
    if (!way) return 1;
    return Math.sqrt(this.tell(Math.min(...way.terms.map((term) => this.countPlaces(term) || this.count))));
  }

  /** @param {number} having @returns {number} How much something tells that so many services have, 0 to 1. */
  tell(having) {
    return Math.log((this.count + 1) / (having + 0.5)) / Math.log(this.count + 1);
  }

  /** @param {string} term @returns {number} How many services have it. */
  countPlaces(term) {
    return new Set(this.weigh(term).flatMap(([, places]) => places)).size;
  }

  /**
   * @param {Map<string, number>} worth How much each term counts.
   * @returns {Omit<Hit, "share">[]} The services that have any.
   */
  find(worth) {
    const { scores, found } = this.gather(worth, () => 0);
    return found
      .map(({ terms }, place) => ({ id: this.name(place), score: /** @type {number} */ (scores[place]), terms }))
      .filter(({ terms }) => terms.size);
  }

  /**
   * Adds up the weights of terms, as lunr does, in lists of numbers; services that have the same
   * terms of the query share one set of them.
   * @param {Map<string, number>} worth
   * @param {(terms: Set<string>) => number} measure The share of the query that some terms answer.
   * @returns {{ scores: Float64Array, found: Met[] }} By place in the list.
   */
  gather(worth, measure) {
    const scores = new Float64Array(this.count);
    /** @type {Met[]} */
    const found = Array(this.count).fill({ terms: new Set(), share: 0 });
    let squares = 0;
    for (const [term, boost] of worth) {
      const weights = this.weigh(term);
      if (weights.length) squares += boost ** 2;
      /** @type {Map<Met, Met>} */
      const further = new Map();
      for (const [weight, places] of weights) {
        for (const place of places) {
          scores[place] = /** @type {number} */ (scores[place]) + boost * weight;
          const before = /** @type {Met} */ (found[place]);
          if (before.terms.has(term)) continue;
          if (!further.has(before)) {
            const terms = new Set([...before.terms, term]);
            further.set(before, { terms, share: measure(terms) });
          }
          found[place] = /** @type {Met} */ (further.get(before));
        }
      }
    }
    const whole = Math.sqrt(squares) || 1;
    return { scores: scores.map((score) => score / whole), found };
  }
}

/** @param {string[]} terms @returns {Map<string, number>} How often each is there. */
function countTerms(terms) {
  const counted = new Map();
  for (const term of terms) counted.set(term, (counted.get(term) ?? 0) + 1);
  return counted;
}

/** @param {number} digits Behind the point. @param {number} value */
function roundTo(digits, value) {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

/** @param {Omit<Hit, "share">} hit @param {number} share @returns {Hit} */
function judge(hit, share) {
  const judged = /** @type {Hit} */ (hit);
  judged.score = roundTo(DIGITS, hit.score * share ** FALL);
  judged.share = share;
  return judged;
}

/**
 * Tells strong matches from weak ones, and leaves out what is noise beside the best.
 * @param {Hit[]} hits In the order of the list, which stays among equals.
 */
function grade(hits) {
  const ranked = new Float64Array(hits.map(({ score }) => score)).sort().reverse();
  const [most = 0] = ranked;
  const least = Math.min(ranked[ALWAYS - 1] ?? 0, most * LEAST_SCORE);
  const kept = hits.filter(({ share, score }) => share > STRONG_SHARE || score >= least);
  for (const hit of kept) hit.strong = hit.share > STRONG_SHARE && hit.score >= most * STRONG_SCORE;
  return kept.sort((a, b) => Number(b.strong) - Number(a.strong) || b.score - a.score);
}
