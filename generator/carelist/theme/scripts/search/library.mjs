/** Loads what a search needs, as late and as little as it can, and makes the engine of it. */

import { Engine } from "./engine.mjs";
import { load, loadOnce } from "./loading.mjs";
import { Tables } from "./tables.mjs";

/** @import { SearchFile } from "../data.mjs" */
/**
 * @typedef {object} Searchable What shows results knows of what finds them.
 * @property {string[]} samples What may be asked while nobody has asked anything yet.
 * @property {Engine | undefined} engine
 * @property {() => Promise<Engine>} open
 * @property {(text: string) => boolean} lacks
 * @property {(id: import("./engine.mjs").Id) => Set<string>[]} listClauseTerms
 */

export class Library {
  /**
   * @param {import("./catalog.mjs").Entry[]} entries
   * @param {string} analysis How the words of the page are cut, as its locale says.
   * @param {{ own: string, foreign: string, reserve?: string }} addresses
   */
  constructor(entries, analysis, addresses) {
    this.entries = entries;
    this.analysis = analysis;
    this.addresses = addresses;
    /** What may be asked while nobody has asked anything yet. */
    this.samples = entries.slice(0, 3).flatMap(({ fields }) => fields.title ?? []);
    /** @type {Map<string | number, Promise<unknown>>} */
    this.files = new Map();
    /** How many languages' files the engine is made of. */
    this.loaded = 0;
  }

  /** @returns {Promise<Engine>} The engine as far as it is loaded, at least in the page's language. */
  async open() {
    return this.make(this.addresses.own);
  }

  /** @param {string} text @returns {Promise<Engine>} The engine that can answer a query in every sense. */
  async openFor(text) {
    const engine = await this.open();
    return this.lacks(text) ? this.make(this.addresses.own, this.addresses.foreign) : engine;
  }

  /** @param {string} text @returns {boolean} Whether the other language might understand it better. */
  lacks(text) {
    return this.loaded === 1 && text.trim() !== "" && !this.engine?.reader.read(text).certain;
  }

  /** @param {...string} addresses @returns {Promise<Engine>} */
  async make(...addresses) {
    if (this.engine && this.loaded >= addresses.length) return this.engine;
    /** @type {SearchFile[]} */
    const files = await Promise.all(addresses.map((one) => loadOnce(this.files, one, () => load(one))));
    if (this.engine && this.loaded >= files.length) return this.engine;
    this.engine = this.build(files);
    this.loaded = files.length;
    return this.engine;
  }

  /** @param {SearchFile[]} files That of the page's language first. */
  build(files) {
    const tables = new Tables();
    const groups = files.map((file) => tables.add(file));
    const [own = []] = groups;
    const foreign = groups[files.findIndex(({ other }) => other)] || [];
    own.push(...(groups[files.findIndex(({ reserve }) => reserve)] || []));
    const documents = this.entries.map((entry, place) => ({
      id: entry.id,
      ...entry.fields,
      numbers: entry.numbers,
      other: files[1]?.other?.[place] ?? "",
      words: pickWords(own, place, true),
      further: pickWords(own, place, false),
      foreign: pickWords(foreign, place, true),
    }));
    /** @type {import("./tables.mjs").WordGroup[]} */
    this.groups = [...own, ...foreign];
    /** @type {Map<string | number, Set<string>[]>} */
    this.clauseTerms = new Map();
    return new Engine(documents, tables.finish(), this.analysis);
  }

  /**
   * @param {string | number} id
   * @returns {Set<string>[]} The terms of the vocabulary that lead to each clause of a service.
   */
  listClauseTerms(id) {
    let found = this.clauseTerms.get(id);
    if (!found) {
      found = this.gatherClauseTerms(id);
      this.clauseTerms.set(id, found);
    }
    return found;
  }

  /** @param {string | number} id @returns {Set<string>[]} */
  gatherClauseTerms(id) {
    const place = this.entries.findIndex((one) => one.id === id);
    const entry = /** @type {import("./catalog.mjs").Entry} */ (this.entries[place]);
    /** @type {Set<string>[]} */
    const terms = entry.clauses.map(() => new Set());
    const engine = /** @type {Engine} */ (this.engine);
    for (const { targets, words } of this.groups) {
      for (const { service, clause } of targets) {
        if (service !== place || clause < 0) continue;
        for (const { term } of words.flatMap((word) => engine.stemmer.findTerms(word))) terms[clause]?.add(term);
      }
    }
    return terms;
  }
}

/**
 * @param {import("./tables.mjs").WordGroup[]} groups
 * @param {number} place Of a service.
 * @param {boolean} first
 * @returns {string[]} The words that lead to it first, or after others.
 */
function pickWords(groups, place, first) {
  return groups
    .filter(
      ({ targets }) => (targets[0]?.service === place) === first && targets.some(({ service }) => service === place),
    )
    .flatMap(({ words }) => words);
}
