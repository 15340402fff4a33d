/**
 * The search page: results while one types, in the address too. Nothing that is typed leaves the
 * device; the words come from the page.
 */

import { readAddress, writeAddress } from "./address.mjs";
import { passes, readCatalog } from "./catalog.mjs";
import { Library } from "./library.mjs";
import { PAUSE, Results, SEEN } from "./results.mjs";

/** Milliseconds of rest before the count is told and the address follows. */
const REST = 500;
/** Milliseconds in which an input method that nobody saw begin would go on. */
const HALF_TYPED = 1500;

/**
 * @typedef {import("./address.mjs").Asked} Asked
 * @typedef {import("./engine.mjs").Engine} Engine
 * @typedef {import("./results.mjs").Hit} Hit
 * @typedef {import("./results.mjs").Found} Found
 * @typedef {import("./library.mjs").Searchable} Searchable
 */

/** @param {number} [time] Milliseconds; none: the next turn. @returns {Promise<void>} */
export const rest = (time) =>
  new Promise((go) => {
    setTimeout(go, time);
  });

export class SearchPage {
  /**
   * @param {HTMLElement} root
   * @param {boolean} [composing] Whether an input method is being typed with; none: not known.
   */
  constructor(root, composing) {
    /** @type {boolean | undefined} Whether nothing answers most of what was asked last. */
    this.missed = false;
    this.root = root;
    this.composing = composing;
    /** @param {string} name @returns {HTMLElement} */
    this.find = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
    this.field = /** @type {HTMLInputElement} */ (root.querySelector("[type=search]"));
    this.filters = /** @type {HTMLSelectElement[]} */ ([...root.querySelectorAll("[data-filter]")]);
    this.catalog = this.find("catalog");
    this.place = document.createComment("");
    this.catalog.before(this.place);
    this.analysis = root.dataset.analysis ?? "";
    this.entries = readCatalog(this.catalog);
    this.open();
    this.listen();
    const typed = this.field.value;
    const isSet = typed || this.filters.some(({ value }) => value);
    if (!isSet) this.fill();
    this.library
      .open()
      .then(() => this.rehearse())
      .catch((error) => this.fail(error));
    const isAsked = !isSet || typed === readAddress(location.hash).query;
    if (composing) return;
    const isUnsure = composing === undefined && !isAsked && this.mayBeHalfTyped();
    if (isUnsure) this.timer = setTimeout(() => this.show({}), HALF_TYPED);
    else this.show({ now: isAsked });
  }

  /** Whether an input method may have been begun with before anything listened. */
  mayBeHalfTyped() {
    return this.analysis === "han" && document.activeElement === this.field && /[a-z']$/iu.test(this.field.value);
  }

  /** Makes what searches, and what shows. */
  open() {
    const { own, foreign, reserve } = this.root.dataset;
    /** @type {Searchable} */
    this.library = new Library(this.entries, this.analysis, { own, foreign, reserve });
    /** @type {Results} */
    this.results = new Results(this.root, this.entries, this.library);
  }

  /** Answers questions of its own in idle turns, so that the reader's first finds the browser ready. */
  async rehearse() {
    for (const query of this.library.samples) {
      await rest();
      const { hits } = await this.search({ query, filters: {} });
      if (this.catalog.isConnected) this.results.makeCards(hits.slice(0, SEEN));
    }
  }

  listen() {
    this.field.addEventListener("compositionstart", () => {
      this.composing = true;
    });
    this.field.addEventListener("compositionend", () => {
      this.composing = false;
      this.show({});
    });
    this.field.addEventListener("input", (event) => {
      if (!this.composing && !event.isComposing) this.show({});
      else clearTimeout(this.timer);
    });
    this.field.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.composing) this.show({ step: true, now: true });
    });
    for (const filter of this.filters) filter.addEventListener("change", () => this.show({ step: true, now: true }));
    this.find("clear")?.addEventListener("click", () => {
      for (const filter of this.filters) filter.value = "";
      this.show({ step: true, now: true });
      this.field.focus();
    });
    this.root.addEventListener("keydown", (event) => this.results.move(event, this.field));
    window.addEventListener("popstate", () => this.follow());
  }

  /** Goes where the address has gone; a link to a place on the page keeps what is asked for. */
  follow() {
    if (document.getElementById(location.hash.slice(1))) {
      history.replaceState(null, "", writeAddress(this.ask(), location.hash));
      return;
    }
    this.fill();
    this.show({ now: true });
  }

  /** Puts what the address asks for into the field and the filters. */
  fill() {
    const { query, filters } = readAddress(location.hash);
    this.field.value = query;
    for (const filter of this.filters) filter.value = filters[filter.name] ?? "";
  }

  /** @returns {Asked} */
  ask() {
    const filters = Object.fromEntries(
      this.filters.filter(({ value }) => value).map(({ name, value }) => [name, value]),
    );
    return { query: this.field.value, filters };
  }

  /**
   * Shows what is asked for. `step`: the reader can come back to what was asked before; `now`: there
   * is no more to come, else the rest follows when nothing has been typed for a while.
   * @param {{ step?: boolean, now?: boolean }} how
   */
  async show({ step = false, now = false }) {
    const asked = this.ask();
    this.latest = asked;
    for (const { timer } of [this, this.results]) clearTimeout(timer);
    const said = await this.showResults(asked, now);
    if (this.latest === asked) {
      if (now) this.finish(asked, said);
      else this.timer = setTimeout(() => this.settle(asked, said), REST);
    }
    if (step) history.pushState(null, "", writeAddress(asked, location.pathname));
  }

  /**
   * After a rest: the other language where it may help, the address, and the count.
   * @param {Asked} asked
   * @param {string} said
   */
  async settle(asked, said) {
    const all = this.library.lacks(asked.query) ? await this.showResults(asked, true) : said;
    if (this.latest !== asked) return;
    history.replaceState(null, "", writeAddress(asked, location.pathname));
    this.finish(asked, all);
  }

  /**
   * Asks the words in reserve where nothing answers most, and tells the count.
   * @param {Asked} asked
   * @param {string} said
   */
  async finish(asked, said) {
    let all;
    if (this.missed && this.root.dataset.reserve) {
      // Without them what was found stays.
      all = await import("./reach.mjs").then(({ reach }) => reach(this, asked)).catch(console.error);
    }
    if (this.latest === asked) this.tell(all || said);
  }

  /**
   * @param {Asked} asked
   * @param {boolean} whole As of `search` and of `Results`.
   * @returns {Promise<string>} What is said of the results that are shown now.
   */
  async showResults(asked, whole) {
    const found = await this.search(asked, whole).catch((error) => this.fail(error));
    if (found && !whole && !found.hits.length) await rest(PAUSE);
    if (!found || this.latest !== asked) return this.root.dataset.failedWords;
    this.missed = found.missed;
    this.results.library = this.library;
    const isOpen = !asked.query.trim() && !Object.keys(asked.filters).length;
    if (isOpen) this.place.after(this.catalog);
    else this.catalog.remove();
    return this.results.show(isOpen ? null : found, asked, whole);
  }

  /** @param {string} said */
  tell(said) {
    this.find("status").textContent = said;
  }

  /**
   * @param {Asked} asked
   * @param {boolean} [whole] Whether to load what may be wanting for it.
   * @returns {Promise<Found>}
   */
  async search({ query, filters }, whole) {
    const keep = this.makeFilter(filters);
    if (!query.trim())
      return { hits: keep(this.entries.map(({ id }) => ({ id, strong: true, terms: new Set() }))), near: [] };
    const library = /** @type {Library} */ (this.library);
    return this.judge(await (whole ? library.openFor(query) : library.open()), query, keep);
  }

  /**
   * @param {Asked["filters"]} filters
   * @returns {(some: Hit[]) => Hit[]} Keeps what passes them.
   */
  makeFilter(filters) {
    /** @type {Set<import("./engine.mjs").Id>} */
    const ids = new Set(this.entries.filter((entry) => passes(entry, filters)).map(({ id }) => id));
    return (some) => some.filter(({ id }) => ids.has(id));
  }

  /**
   * @param {Engine} engine
   * @param {string} query
   * @param {ReturnType<SearchPage["makeFilter"]>} keep
   * @returns {Found}
   */
  judge(engine, query, keep) {
    const all = engine.search(query);
    const hits = keep(all);
    return { hits, near: hits.length ? [] : keep(engine.suggest(query)), missed: engine.misses(query, all) };
  }

  /** Says that the search could not be loaded; the whole list stays in view. @param {unknown} error */
  fail(error) {
    console.error(error);
    this.tell(this.root.dataset.failedWords);
  }
}
