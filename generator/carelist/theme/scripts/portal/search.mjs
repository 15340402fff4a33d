/**
 * Search over the lists of all places: a query fetches the parts of the index that it needs, then
 * the cards of what is shown. Nothing is fetched before somebody types, and nothing is sent.
 * Reads what generator/carelist/portal/index.py writes.
 */

import { findFile, isHan, listTerms } from "./terms.mjs";

/** Answers at once. */
const AT_ONCE = 10;
/** Milliseconds after the last key. */
const PAUSE = 150;
/** Letters that a shorter word of a list must have, to be what a longer one of the query means. */
const BEGINNING = 4;
/** The share of the best answer's weight that another must have. */
const LEAST = 0.25;

const SIMPLIFIED = "simplified.json";
const HAN = /[\u3400-\u9fff]/;

/** @typedef {[title: string, place: string, summary: string, href: string, carried: string]} Card */

/** @param {string} written As `12:3,,5;7:9`. @returns {Map<number, number>} The weight in each answer. */
export function readWeights(written) {
  const weights = new Map();
  for (const part of written.split(";")) {
    const [weight, steps = ""] = part.split(":");
    let place = -1;
    for (const step of steps.split(",")) {
      place += Number(step) || 1;
      weights.set(place, Number(weight));
    }
  }
  return weights;
}

/**
 * @param {string} term
 * @param {Record<string, string>} file
 * @returns {Map<number, number>} What a term of the query, or a word that begins so, weighs in each answer.
 */
export function weigh(term, file) {
  /** @type {Map<number, number>} */
  const most = new Map();
  /** @param {string} word */
  const isMeant = (word) =>
    isHan(term)
      ? term.length > 1
        ? word === term
        : word.startsWith(term)
      : word.startsWith(term) || (word.length >= BEGINNING && term.startsWith(word));
  for (const word of Object.keys(file).filter(isMeant)) {
    for (const [answer, weight] of readWeights(/** @type {string} */ (file[word]))) {
      most.set(answer, Math.max(weight, most.get(answer) ?? 0));
    }
  }
  return most;
}

/**
 * @param {Map<number, number>[]} found What each term of the query weighs in each answer.
 * @returns {number[]} The answers, those that have most of the query first, then the weightier.
 */
export function rank(found) {
  /** @type {Map<number, { terms: number, weight: number }>} */
  const sums = new Map();
  for (const weights of found) {
    for (const [answer, weight] of weights) {
      const sum = sums.get(answer) ?? { terms: 0, weight: 0 };
      sums.set(answer, { terms: sum.terms + 1, weight: sum.weight + weight });
    }
  }
  const scores = [...sums].map(([answer, { terms, weight }]) => ({ answer, score: terms * weight }));
  scores.sort((one, other) => other.score - one.score || one.answer - other.answer);
  const best = scores[0]?.score ?? 0;
  return scores.filter(({ score }) => score >= best * LEAST).map(({ answer }) => answer);
}

export class PortalSearch {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    const { files, alike, factor, cards } = root.dataset;
    /** @type {import("./terms.mjs").Layout} As generator/carelist/portal/index.py has it. */
    this.layout = { files: +files, alike: +alike, factor: +factor, cards: +cards };
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** @type {number[]} */
    this.answers = [];
    this.shown = 0;
    this.timer = 0;
    this.field = /** @type {HTMLInputElement} */ (root.querySelector("input"));
    this.find("more").addEventListener("click", () => this.showMore());
    this.field.addEventListener("input", () => {
      if (HAN.test(this.field.value)) this.load(SIMPLIFIED).catch(() => {}); // told by what asks
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.ask(), PAUSE);
    });
    root.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
    addEventListener("hashchange", () => this.follow());
    this.follow();
  }

  /** @param {string} name @returns {HTMLElement} */
  find(name) {
    return /** @type {HTMLElement} */ (this.root.querySelector(`[data-${name}]`));
  }

  follow() {
    const query = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    if (query && query !== this.field.value) this.field.value = query;
    if (this.field.value) this.ask();
  }

  /** @param {string} name @returns {Promise<any>} A file of the index, fetched once. */
  load(name) {
    const known = this.files.get(name);
    if (known) return known;
    const file = fetch(name).then((answer) => {
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return answer.json();
    });
    this.files.set(name, file);
    file.catch(() => this.files.delete(name));
    return file;
  }

  /** @param {string} query @returns {Promise<string>} It in the characters that the lists have. */
  async simplify(query) {
    if (!HAN.test(query)) return query;
    const simplified = await this.load(SIMPLIFIED);
    return query.replace(/./gu, (one) => simplified[one] ?? one);
  }

  async ask() {
    const query = this.field.value.trim();
    this.asked = query;
    history.replaceState(null, "", query ? `#${new URLSearchParams({ q: query })}` : location.pathname);
    try {
      const terms = listTerms(await this.simplify(query));
      const files = await Promise.all(terms.map((term) => this.load(`${findFile(term, this.layout)}.json`)));
      if (this.asked !== query) return;
      this.answers = rank(terms.map((term, at) => weigh(term, files[at])));
      this.shown = 0;
      const cards = await this.fetchCards();
      if (this.asked !== query) return;
      this.find("results").textContent = "";
      this.add(cards);
      this.find("status").textContent = query && this.say(query);
      this.find("found").hidden = !this.answers.length;
    } catch (error) {
      console.error(error);
      this.find("status").textContent = this.root.dataset.failedWords ?? "";
    }
  }

  /** @returns {Promise<Card[]>} The cards of the next answers. */
  fetchCards() {
    const { cards } = this.layout;
    const next = this.answers.slice(this.shown, this.shown + AT_ONCE);
    return Promise.all(
      next.map(async (answer) => (await this.load(`cards-${Math.floor(answer / cards)}.json`))[answer % cards]),
    );
  }

  /** @param {Card[]} cards @returns {HTMLElement | undefined} The first of those that were added. */
  add(cards) {
    const template = /** @type {HTMLTemplateElement} */ (this.root.querySelector("template"));
    const items = cards.map(([title, place, summary, href, carried]) => {
      const item = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
      const link = /** @type {HTMLAnchorElement} */ (item.querySelector("[data-title]"));
      link.textContent = title;
      link.href = href;
      for (const [name, text] of Object.entries({ place, summary, carried })) {
        const part = /** @type {HTMLElement} */ (item.querySelector(`[data-${name}]`));
        part.textContent = text;
        part.hidden = !text;
      }
      return item;
    });
    this.find("results").append(...items);
    this.shown += cards.length;
    this.find("more").hidden = this.shown >= this.answers.length;
    return items[0];
  }

  async showMore() {
    const first = this.add(await this.fetchCards());
    first?.querySelector("a")?.focus();
  }

  /** @param {string} query @returns {string} */
  say(query) {
    const { someWords = "", oneWords = "", noneWords = "" } = this.root.dataset;
    const count = this.answers.length;
    const words = count > 1 ? someWords : count ? oneWords : noneWords;
    return words.replace("{count}", String(count)).replace("{query}", () => query);
  }
}
