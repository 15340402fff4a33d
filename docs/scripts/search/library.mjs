/** Loads what a search needs, as late and as little as it can, and makes the engine of it. */

import { lunr } from "./lunr.mjs";
import { Engine } from "./engine.mjs";
import { load, loadOnce } from "./loading.mjs";
import { Tables } from "./tables.mjs";

export class Library {
  /**
   * @param {import("./catalog.mjs").Entry[]} entries
   * @param {string} locale
   * @param {{ own: string, foreign: string }} addresses
   */
  constructor(entries, locale, addresses) {
    this.entries = entries;
    this.locale = locale;
    this.addresses = addresses;
    /** What may be asked while nobody has asked anything yet. */
    this.samples = entries.slice(0, 3).flatMap(({ fields }) => fields.title);
    /** @type {Map<string, Promise<Record<string, any>>>} */
    this.files = new Map();
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
    return this.loaded === 1 && text.trim() !== "" && !this.engine.reader.read(text).certain;
  }

  /** @param {...string} addresses @returns {Promise<Engine>} */
  async make(...addresses) {
    if (this.engine && this.loaded >= addresses.length) return this.engine;
    const files = await Promise.all(addresses.map((one) => loadOnce(this.files, one, () => load(one))));
    if (this.loaded >= files.length) return this.engine;
    this.engine = this.build(files);
    this.loaded = files.length;
    return this.engine;
  }

  /** @param {Record<string, any>[]} files */
  build(files) {
    const tables = new Tables();
    const groups = files.map((file) => tables.add(file));
    const documents = this.entries.map((entry, place) => ({
      id: entry.id,
      ...entry.fields,
      numbers: entry.numbers,
      other: files[1]?.other[place] ?? "",
      words: pickWords(groups[0], place, true),
      further: pickWords(groups[0], place, false),
      foreign: pickWords(groups[1] ?? [], place, true),
    }));
    this.groups = groups.flat();
    /** @type {Map<string, Set<string>[]>} */
    this.clauseTerms = new Map();
    return new Engine(lunr, documents, tables.finish(), this.locale);
  }

  /**
   * @param {string} id
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

  gatherClauseTerms(id) {
    const place = this.entries.findIndex((entry) => entry.id === id);
    const terms = this.entries[place].clauses.map(() => new Set());
    for (const { targets, words } of this.groups) {
      for (const { service, clause } of targets) {
        if (service !== place || clause < 0) continue;
        for (const { term } of words.flatMap((word) => this.engine.stemmer.findTerms(word))) terms[clause].add(term);
      }
    }
    return terms;
  }
}

/** Words that lead to a service first, or after others. */
function pickWords(groups, place, first) {
  return groups
    .filter(
      ({ targets }) => (targets[0].service === place) === first && targets.some(({ service }) => service === place),
    )
    .flatMap(({ words }) => words);
}
