/**
 * The search of a long list: nothing of it is on the page, and only what a query needs is fetched,
 * the weights of its terms and the cards of the first results.
 */

import { lunr } from "./lunr.mjs";
import { readEntry } from "./catalog.mjs";
import { ALWAYS, Engine, FALL, LEAST_SCORE, STRONG_SHARE } from "./engine.mjs";
import { Lexicon } from "./lexicon.mjs";
import { load, loadOnce } from "./loading.mjs";
import { SearchPage } from "./page.mjs";
import { Postings, readPlaces } from "./postings.mjs";
import { Results, SEEN } from "./results.mjs";
import { Tables } from "./tables.mjs";

/** Results at once. */
const AT_ONCE = 10;
/** Cards of one file. */
const PART = 8;
/** What a score may lose when it is rounded. */
const ROUNDED = 1e-5;

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

  /**
   * Leaves out what the engine would find to be noise, before anything is made of thousands.
   * @param {Map<string, number>} worth
   * @param {(terms: Set<string>) => number} measure The share of the query that some terms answer.
   */
  find(worth, measure) {
    const scores = new Float64Array(this.count);
    const none = { terms: new Set(), further: new Map() };
    /** @type {typeof none[]} */
    const found = Array(this.count);
    const places = [];
    let squares = 0;
    for (const [term, boost] of worth) {
      squares += boost ** 2;
      for (const [weight, those] of this.postings.weigh(term)) {
        for (const place of those) {
          scores[place] += boost * weight;
          if (!found[place]) places.push(place);
          found[place] = add(found[place] ?? none, term);
        }
      }
    }
    const whole = Math.sqrt(squares);
    const judged = places.map((place) => scores[place] / whole * measure(found[place].terms) ** FALL);
    const ranked = Float64Array.from(judged).sort().reverse();
    const least = Math.min(ranked[ALWAYS - 1] ?? 0, ranked[0] * LEAST_SCORE) - ROUNDED;
    return places.flatMap((ref, at) => {
      const { terms } = found[ref];
      return judged[at] >= least || measure(terms) >= STRONG_SHARE ? { ref, score: scores[ref] / whole, terms } : [];
    });
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

  /** @param {{ id: number }[]} hits Whose cards are to be shown; the others of a file are not read. */
  async fetchCards(hits) {
    await Promise.all(hits.map(async ({ id }) => {
      const part = Math.floor(id / PART);
      const cards = await loadOnce(this.files, part, () => this.fetchPart(part));
      if (!this.entries.has(id)) this.entries.set(id, readEntry(cards[id % PART]));
    }));
  }

  async fetchPart(part) {
    const response = await fetch(`${this.folder}cards-${part}.html`);
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.querySelectorAll("[data-service]");
  }
}

class LongResults extends Results {
  /** First those in view, whatever is asked: the cards of the others have not come yet. */
  show(found, asked) {
    return super.show(found, asked, !found?.hits.length);
  }

  async addRest(hits) {
    const { timer } = this;
    await this.library.fetchCards(hits);
    if (this.timer === timer) this.add(hits);
  }

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
    await this.library.fetchCards([...found.hits.slice(0, SEEN), ...found.near.slice(0, SEEN)]);
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
