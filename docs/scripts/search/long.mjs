/**
 * The search of a long list: nothing of it is on the page, and only what a query needs is fetched,
 * the weights of its terms and the cards of the first results.
 */

import { lunr } from "./lunr.mjs";
import { readEntry } from "./catalog.mjs";
import { ALWAYS, CARDS, DIGITS, FALL, FULL, LEAST_SCORE, MEANT, STRONG_SCORE, STRONG_SHARE } from "./constants.mjs";
import { Engine } from "./engine.mjs";
import { Lexicon } from "./lexicon.mjs";
import { load, loadOnce } from "./loading.mjs";
import { rest, SearchPage } from "./page.mjs";
import { Postings, readPlaces } from "./postings.mjs";
import { Results, SEEN } from "./results.mjs";
import { Tables } from "./tables.mjs";

/** Results at once. */
const AT_ONCE = 10;
/** How often the engine tries itself, and on how many characters of what it knows. */
const TURNS = 4;
const SAMPLE = 20;
/** More than any score, in whole numbers. */
const BEYOND = 1e9;

/**
 * @typedef {import("./results.mjs").Hit} Hit
 * @typedef {import("./address.mjs").Asked} Asked
 * @typedef {import("../data.mjs").LongTerms} LongTerms
 * @typedef {(place: import("./engine.mjs").Id) => boolean} Passes Whether a service passes every filter.
 */

class LongLexicon extends Lexicon {
  /**
   * One character is the beginning of a word: others would be in files all over.
   * @param {string} character
   */
  listWith(character) {
    return this.pairs.filter((term) => term.startsWith(character));
  }
}

class LongEngine extends Engine {
  /**
   * @param {Tables} tables
   * @param {string} analysis How the words of the page are cut, as its locale says.
   * @param {LongTerms} known
   * @param {Postings} postings
   */
  constructor(tables, analysis, known, postings) {
    super(lunr, [], tables, analysis);
    const characters = Array.from(known.pairs);
    const pairs = characters.filter((_, place) => place % 2 === 0).map((one, place) => one + characters[place * 2 + 1]);
    const items = Array.from({ length: known.count }, (_, place) => `${place + 1}${MEANT.item}`);
    const words = new Map(
      known.words
        .split(" ")
        .filter(Boolean)
        .map((word) => [word, this.stemmer.stem(word)]),
    );
    this.reader.lexicon = new LongLexicon([...pairs, ...words.values(), ...known.numbers.split(" "), ...items], words);
    this.order = { get: Number };
    this.count = known.count;
    this.postings = postings;
  }

  /** @param {number} place */
  name(place) {
    return place;
  }

  /** @param {string} term */
  weigh(term) {
    return this.postings.weigh(term);
  }

  /** @param {string} term @returns {number} How many services have it: each is in one of its lists. */
  countPlaces(term) {
    return this.weigh(term).reduce((count, [, places]) => count + places.length, 0);
  }

  /** @param {import("./queries.mjs").Unit[]} units Whose terms are to be known. */
  async prepare(units) {
    await this.postings.fetch(units.flatMap(({ ways }) => ways).flatMap(({ terms }) => terms));
  }

  /**
   * Answers some questions of its own, in turns between which the reader may type, so that the
   * first of the reader's finds the browser ready.
   * @param {string} sample
   */
  async warm(sample) {
    const { written, weights } = this.postings;
    written.set("", `0.5:${",".repeat(this.count - 1)};0.25:1${",2".repeat(this.count / 2 - 1)}`);
    for (let turn = 0; turn < TURNS; turn += 1) {
      await rest();
      this.reader.read(sample);
      new Ranking(
        this.gather(new Map([["", 1.5]]), () => STRONG_SHARE),
        () => true,
      ).slice(0, SEEN);
      weights.delete("");
    }
    written.delete("");
  }

  /**
   * @param {string} text
   * @param {Passes} passes
   * @returns {Promise<import("./results.mjs").Hits>}
   */
  async answerText(text, passes) {
    const { queries } = this.reader.read(text);
    await this.prepare(queries.flat());
    const [query, ...others] = queries;
    if (!query || others.length) return this.search(text).filter(({ id }) => passes(id));
    return this.answer(query, (worth, measure) => new Ranking(this.gather(worth, measure), passes));
  }
}

/**
 * The services that answer one reading of a query, as grade() of engine.mjs puts them in order, but
 * made into hits only where they are shown. Each is one number, which ends with its place.
 */
export class Ranking {
  /**
   * @param {ReturnType<Engine["gather"]>} gathered
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
      const isMost = share >= STRONG_SHARE;
      if (!terms.size || !(isMost || score >= least) || !passes(place)) continue;
      const full = share >= FULL;
      const strong = full || (isMost && score >= most * STRONG_SCORE);
      this.strong += Number(strong);
      keys[this.length] = ((Number(strong) * 2 + Number(full)) * BEYOND + score) * this.count - place;
      this.length += 1;
    }
    this.keys = keys.subarray(0, this.length).sort().reverse();
  }

  /** @param {number} place @returns {import("./engine.mjs").Met} */
  meet(place) {
    return /** @type {import("./engine.mjs").Met} */ (this.found[place]);
  }

  /** @param {number} start @param {number} end @returns {Hit[]} */
  slice(start, end) {
    return Array.from(this.keys.subarray(start, end), (key) => {
      const place = (this.count - (key % this.count)) % this.count;
      return { id: place, strong: key > (2 * BEYOND - 1) * this.count, terms: this.meet(place).terms };
    });
  }
}

class LongLibrary {
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
    /** @type {[import("../data.mjs").SearchFile, LongTerms]} */
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

  /** @param {Hit[]} hits Whose cards are to be shown; the others of a file are not read. */
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

class LongResults extends Results {
  /**
   * @param {HTMLElement} root
   * @param {LongLibrary} library
   */
  constructor(root, library) {
    super(root, [], library);
    this.cards = library;
    this.entries = library.entries;
    this.first = AT_ONCE;
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
    await this.cards.fetchCards(this.hits.slice(this.shown, this.shown + AT_ONCE));
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
