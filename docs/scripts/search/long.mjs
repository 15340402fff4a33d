/**
 * The search of a long list: nothing of it is on the page, and only what a query needs is fetched,
 * the weights of its terms and the cards of the first results.
 */

import { lunr } from "./lunr.mjs";
import { readCatalog } from "./catalog.mjs";
import { Engine } from "./engine.mjs";
import { Lexicon } from "./lexicon.mjs";
import { load, loadOnce } from "./loading.mjs";
import { SearchPage } from "./page.mjs";
import { Postings, readPlaces } from "./postings.mjs";
import { Results } from "./results.mjs";
import { Tables } from "./tables.mjs";

/** Results at once. */
const AT_ONCE = 10;
/** Cards of one file. */
const PART = 8;

class LongLexicon extends Lexicon {
  /** One character is the beginning of a word: others would be in files all over. */
  listWith(character) {
    return this.pairs.filter((term) => term.startsWith(character));
  }
}

class LongEngine extends Engine {
  /**
   * @param {Tables} tables
   * @param {string} locale
   * @param {{ count: number, pairs: string, words: string }} known
   * @param {Postings} postings
   */
  constructor(tables, locale, known, postings) {
    super(lunr, [], tables, locale);
    const characters = Array.from(known.pairs);
    const pairs = characters.filter((_, place) => place % 2 === 0).map((one, place) => one + characters[place * 2 + 1]);
    const words = new Map(known.words.split(" ").filter(Boolean).map((word) => [word, this.stemmer.stem(word)]));
    this.reader.lexicon = new LongLexicon(lunr, [...pairs, ...words.values()], words);
    this.order = { get: Number };
    this.count = known.count;
    this.postings = postings;
  }

  /** @param {import("./queries.mjs").Unit[]} units Whose terms are to be known. */
  async prepare(units) {
    await this.postings.fetch(units.flatMap(({ ways }) => ways).flatMap(({ terms }) => terms));
  }

  find(worth) {
    const scores = new Float64Array(this.count);
    const none = { terms: new Set(), further: new Map() };
    /** @type {typeof none[]} */
    const found = [];
    let squares = 0;
    for (const [term, boost] of worth) {
      squares += boost ** 2;
      for (const [weight, places] of this.postings.weigh(term)) {
        for (const place of places) {
          scores[place] += boost * weight;
          found[place] = add(found[place] ?? none, term);
        }
      }
    }
    return found.flatMap(({ terms }, ref) => ({ ref, score: scores[ref] / Math.sqrt(squares), terms }));
  }
}

/** Terms with one more: services that have the same share a set, as there are thousands of them. */
function add({ terms, further }, term) {
  if (!further.has(term)) further.set(term, { terms: new Set([...terms, term]), further: new Map() });
  return further.get(term);
}

class LongLibrary {
  /** @param {Record<string, string>} addresses @param {string} locale */
  constructor({ own, parts }, locale) {
    this.own = own;
    this.folder = parts;
    this.locale = locale;
    /** @type {Map<number, import("./catalog.mjs").Entry>} The services whose cards have been fetched. */
    this.entries = new Map();
    /** @type {Map<string | number, Promise<any>>} */
    this.files = new Map();
  }

  /** @returns {Promise<LongEngine>} */
  open() {
    return loadOnce(this.files, "engine", () => this.makeEngine());
  }

  async makeEngine() {
    const [own, known] = await Promise.all([load(this.own), load(`${this.folder}terms.json`)]);
    const tables = new Tables();
    tables.add(own);
    this.engine = new LongEngine(tables.finish(), this.locale, known, new Postings(this.folder));
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
   * @returns {Promise<Set<number>[]>} The places in the list of what passes each of them.
   */
  filter(filters) {
    return Promise.all(Object.entries(filters).map(async ([name, value]) => {
      const facts = await loadOnce(this.files, name, () => load(`${this.folder}facts-${name}.json`));
      return new Set(facts[value] ? readPlaces(facts[value]) : []);
    }));
  }

  /** @param {{ id: number }[]} hits Whose cards are to be shown. */
  async fetchCards(hits) {
    const parts = new Set(hits.map(({ id }) => Math.floor(id / PART)));
    await Promise.all([...parts].map((part) => loadOnce(this.files, part, () => this.fetchPart(part))));
  }

  async fetchPart(part) {
    const response = await fetch(`${this.folder}cards-${part}.html`);
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    readCatalog(page).forEach((entry, place) => this.entries.set(part * PART + place, entry));
  }
}

class LongResults extends Results {
  async showMore() {
    await this.library.fetchCards(this.waiting.slice(0, AT_ONCE));
    super.showMore();
  }
}

export class LongSearchPage extends SearchPage {
  open() {
    this.library = new LongLibrary(this.root.dataset, this.locale);
    this.results = new LongResults(this.root, [], this.library);
    this.results.entries = this.library.entries;
    this.results.first = AT_ONCE;
  }

  async search({ query, filters }) {
    const nothing = { hits: [], near: [] };
    if (!query.trim() && !Object.keys(filters).length) return nothing;
    const sets = await this.library.filter(filters);
    const passes = ({ id }) => sets.every((set) => set.has(id));
    const found = query.trim() ? await this.answer(query, passes) : { ...nothing, hits: await this.list(passes) };
    await this.library.fetchCards([...found.hits.slice(0, AT_ONCE), ...found.near.slice(0, AT_ONCE)]);
    return found;
  }

  async list(passes) {
    const { count } = await this.library.open();
    return Array.from({ length: count }, (_, id) => ({ id, strong: true, terms: new Set() })).filter(passes);
  }

  async answer(query, passes) {
    const engine = await this.library.open();
    await engine.prepare(engine.reader.read(query).queries.flat());
    const hits = engine.search(query).filter(passes);
    if (!hits.length) await engine.prepare(engine.reader.readParts(query));
    return { hits, near: hits.length ? [] : engine.suggest(query).filter(passes) };
  }
}
