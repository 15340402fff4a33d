/** What a long list is searched by, fetched in the parts that a query needs. */

import { readEntry } from "./catalog.mjs";
import { CARDS } from "./constants.mjs";
import { load, loadOnce } from "./loading.mjs";
import { LongEngine } from "./long-engine.mjs";
import { Postings, readPlaces } from "./postings.mjs";
import { Tables } from "./tables.mjs";

/** On how many characters of what it knows the engine tries itself. */
const SAMPLE = 20;

export class LongLibrary {
  /** @param {DOMStringMap} addresses @param {string} analysis */
  constructor({ own, parts }, analysis) {
    this.own = own;
    this.folder = /** @type {string} */ (parts);
    this.analysis = analysis;
    /** @type {string[]} What may be asked while nobody has asked anything yet. */
    this.samples = [];
    /** @type {Map<import("./engine.mjs").Id, import("./catalog.mjs").Entry>} The services whose cards have been fetched. */
    this.entries = new Map();
    /** @type {Map<string | number, Promise<unknown>>} */
    this.files = new Map();
    /** @type {LongEngine | undefined} */
    this.engine = undefined;
  }

  /** @returns {Promise<LongEngine>} */
  open() {
    return loadOnce(this.files, "engine", () => this.makeEngine());
  }

  async makeEngine() {
    /** @type {[import("../data.mjs").SearchFile, import("../data.mjs").LongTerms]} */
    const [own, known] = await Promise.all([load(this.own), load(`${this.folder}terms.json`)]);
    const tables = new Tables();
    tables.add(own);
    this.engine = new LongEngine(tables.finish(), this.analysis, known, new Postings(this.folder));
    this.samples = [this.analysis === "latin" ? (known.words.split(" ").pop() ?? "") : known.pairs.slice(-2)];
    this.engine.warm(`${known.pairs.slice(0, SAMPLE)} ${known.words.slice(0, SAMPLE)}`);
    return this.engine;
  }

  /** The index has both languages. */
  lacks() {
    return false;
  }

  listClauseTerms() {
    return [];
  }

  /**
   * @param {Record<string, string>} filters
   * @returns {Promise<Set<import("./engine.mjs").Id>[]>} The places in the list of what passes each of them.
   */
  filter(filters) {
    return Promise.all(
      Object.entries(filters).map(async ([name, value]) => {
        /** @type {Record<string, string>} Steps between the places that each value has. */
        const facts = await loadOnce(this.files, name, () => load(`${this.folder}facts-${name}.json`));
        return new Set(facts[value] ? readPlaces(facts[value]) : []);
      }),
    );
  }

  /** @param {import("./results.mjs").Hit[]} hits Whose cards are to be shown; the others of a file are not read. */
  async fetchCards(hits) {
    await Promise.all(
      hits.map(async (hit) => {
        const id = Number(hit.id);
        const part = Math.floor(id / CARDS);
        const cards = await loadOnce(this.files, part, () => this.fetchPart(part));
        if (this.entries.has(id)) return;
        const card = document.createElement("template");
        card.innerHTML = cards[id % CARDS] ?? "";
        const element = /** @type {HTMLElement} */ (card.content.querySelector("[data-service]"));
        this.entries.set(id, readEntry(element));
      }),
    );
  }

  /** @param {number} number @returns {Promise<string[]>} The cards of a file. */
  async fetchPart(number) {
    const response = await fetch(`${this.folder}cards-${number}.html`);
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return (await response.text()).split("<hr>");
  }
}
