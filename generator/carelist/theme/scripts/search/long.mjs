/**
 * The search of a long list: nothing of it is on the page, and only what a query needs is fetched,
 * the weights of its terms and the cards of the first results.
 */

import { LongLibrary } from "./long-library.mjs";
import { SearchPage } from "./page.mjs";
import { FIRST, Results, SEEN } from "./results.mjs";

/**
 * @typedef {import("./results.mjs").Hit} Hit
 * @typedef {import("./address.mjs").Asked} Asked
 * @typedef {import("./ranking.mjs").Passes} Passes
 */

class LongResults extends Results {
  /**
   * @param {HTMLElement} root
   * @param {LongLibrary} library
   */
  constructor(root, library) {
    super(root, [], library);
    this.cards = library;
    this.entries = library.entries;
  }

  /**
   * First those in view, whatever is asked: the cards of the others have not come yet.
   * @param {import("./results.mjs").Found | null} found
   * @param {Asked} asked
   */
  show(found, asked) {
    return super.show(found, asked, !found?.hits.length);
  }

  /** @param {Hit[]} hits */
  async addRest(hits) {
    const { timer } = this;
    await this.cards.fetchCards(hits);
    if (this.timer === timer) this.add(hits);
  }

  async showMore() {
    await this.cards.fetchCards(this.hits.slice(this.shown, this.shown + FIRST));
    super.showMore();
  }
}

export class LongSearchPage extends SearchPage {
  open() {
    /** @type {LongLibrary} */
    this.long = new LongLibrary(this.root.dataset, this.analysis);
    this.library = this.long;
    this.results = new LongResults(this.root, this.long);
  }

  /** @param {Asked} asked @returns {Promise<import("./results.mjs").Found>} */
  async search({ query, filters }) {
    const nothing = { hits: [], near: [] };
    if (!query.trim() && !Object.keys(filters).length) return nothing;
    const sets = await this.long.filter(filters);
    /** @type {Passes} */
    const passes = (place) => sets.every((set) => set.has(place));
    const found = query.trim() ? await this.answer(query, passes) : { ...nothing, hits: await this.list(passes) };
    await this.long.fetchCards([...found.hits.slice(0, SEEN), ...found.near.slice(0, SEEN)]);
    return found;
  }

  /** @param {Passes} passes @returns {Promise<Hit[]>} */
  async list(passes) {
    const { count } = await this.long.open();
    /** @type {Hit[]} */
    const all = Array.from({ length: count }, (_, id) => ({ id, strong: true, terms: new Set() }));
    return all.filter(({ id }) => passes(id));
  }

  /** @param {string} query @param {Passes} passes @returns {Promise<import("./results.mjs").Found>} */
  async answer(query, passes) {
    const engine = await this.long.open();
    const hits = await engine.answerText(query, passes);
    if (!hits.length) await engine.prepare(engine.reader.readParts(query));
    return { hits, near: hits.length ? [] : engine.suggest(query).filter(({ id }) => passes(id)) };
  }
}
