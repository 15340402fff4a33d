/**
 * Puts together what changed between two lists from the pages of the steps between them, and gives
 * it the address that a page of it would have.
 */

import { readMain } from "./other-page.mjs";
import { fill } from "./saving/moments.mjs";
import { listSteps, readPair, writePair } from "./steps/pairs.mjs";

/** @import { Pair } from "./steps/pairs.mjs" */

/**
 * @typedef {object} StepPage
 * @property {Pair} step
 * @property {string} address
 * @property {HTMLElement | null} main None where neither list has anything of it.
 */

/** What a page of a step tells, before the ways that lead on. */
const TOLD = ":scope > blockquote, :scope > section, :scope > p:not([class])";

/** Sets headings a level lower. @param {Element} part */
function lower(part) {
  for (const level of [3, 2]) {
    for (const heading of part.querySelectorAll(`h${level}`)) {
      const lowered = document.createElement(`h${level + 1}`);
      for (const { name, value } of heading.attributes) lowered.setAttribute(name, value);
      lowered.append(...heading.childNodes);
      heading.replaceWith(lowered);
    }
  }
}

/** @param {Element} place @param {Iterable<Node>} parts What it holds from now on. */
function fillPlace(place, parts) {
  place.textContent = "";
  place.append(...parts);
}

/** @param {string} tag @param {(Node | string)[]} children */
function make(tag, ...children) {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

export class Steps {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @param {string} name @returns {HTMLElement} */
    this.find = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
    const { prefix = "", years = "" } = root.dataset;
    this.years = years.split(" ");
    this.folder = new URL(`../${prefix}changes/`, import.meta.url).href;
    this.listen();
    const [, path, fragment = ""] = location.hash.split("#");
    const pair = readPair(`changes/${path}`, this.years);
    if (pair) this.show(pair, fragment);
  }

  /** Lets the reader choose two lists; at first, those that are the furthest apart. */
  listen() {
    const form = /** @type {HTMLFormElement} */ (this.find("choose"));
    const [from, to] = /** @type {HTMLSelectElement[]} */ ([this.find("from"), this.find("to")]);
    /** @type {HTMLSelectElement} */ (to).selectedIndex = this.years.length - 1;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const [first, last] = [from, to].map((one) => one?.selectedIndex ?? 0).sort((a, b) => a - b);
      if (first === last) return;
      const two = { before: this.years[first ?? 0] ?? "", after: this.years[last ?? 0] ?? "", rest: "" };
      const isPutTogether = readPair(`changes/${writePair(two)}`, this.years);
      location.assign(`${this.folder}${isPutTogether ? "steps/#" : ""}${writePair(two)}`);
      if (isPutTogether && location.pathname === new URL(`${this.folder}steps/`).pathname) location.reload();
    });
    form.hidden = false;
  }

  /** @param {Pair} pair @param {string} fragment Of the address; empty for its top. */
  async show(pair, fragment) {
    this.find("status").textContent = this.root.dataset.loadingWords ?? "";
    try {
      const pages = await Promise.all(listSteps(pair, this.years).map((step) => this.fetchStep(step)));
      this.tell(pair, pages);
    } catch (error) {
      console.error(error);
      this.find("status").textContent = this.root.dataset.failedWords;
      return;
    }
    this.move(pair, fragment);
  }

  /** @param {Pair} step @returns {Promise<StepPage>} */
  async fetchStep(step) {
    const address = this.folder + writePair(step);
    const answer = await fetch(address);
    if (!answer.ok && !(step.rest && answer.status === 404)) throw new Error(`${address}: ${answer.status}`);
    return { step, address, main: answer.ok ? readMain(await answer.text(), address) : null };
  }

  /** @param {Pair} pair @param {StepPage[]} pages */
  tell(pair, pages) {
    const { titleWords = "", colon = "" } = this.root.dataset;
    const heading = /** @type {HTMLElement} */ (this.root.querySelector("h1"));
    const called = heading.textContent ?? "";
    heading.textContent = fill(titleWords, { ...pair });
    this.tellThemes(pair, pages);
    const theme = this.find("themes").querySelector("[aria-current]");
    if (pair.rest && theme) heading.append(colon, ...[...theme.childNodes].map((node) => node.cloneNode(true)));
    document.title = document.title.replace(called, () => heading.textContent ?? "");
    fillPlace(
      this.find("told"),
      pages.map((page) => this.makeStep(page)),
    );
    this.dropTwins();
    const lists = pages.flatMap(({ main }) => [...(main?.querySelectorAll(":scope > .inline > li") ?? [])]);
    fillPlace(this.find("lists"), [...lists.slice(0, 1), ...lists.slice(1).slice(-1)]);
    for (const [name, year] of Object.entries({ from: pair.before, to: pair.after })) {
      /** @type {HTMLSelectElement} */ (this.find(name)).value = year;
    }
    this.find("status").textContent = "";
    this.find("idle").hidden = true;
    this.find("put-together").hidden = false;
  }

  /** @param {StepPage} page */
  makeStep({ step, address, main }) {
    const { titleWords = "", noneWords = "" } = this.root.dataset;
    const link = Object.assign(make("a", fill(titleWords, { ...step })), { href: address });
    const parts = main ? [...main.querySelectorAll(TOLD)] : [make("p", noneWords)];
    for (const part of parts) lower(part);
    const section = make("section", make("h2", link), ...parts);
    section.className = "step";
    return section;
  }

  /** Of names that stand in several steps, an address leads to the first. */
  dropTwins() {
    const seen = new Set();
    for (const part of this.find("told").querySelectorAll("[id]")) {
      if (seen.has(part.id)) part.removeAttribute("id");
      seen.add(part.id);
    }
  }

  /** The pillars and departments of all steps, each once. @param {Pair} pair @param {StepPage[]} pages */
  tellThemes(pair, pages) {
    /** @type {Map<string, Element>} */
    const themes = new Map();
    for (const { step, main } of pages) {
      const whole = this.folder + writePair({ ...step, rest: "" });
      for (const link of main?.querySelectorAll(".themes a") ?? []) {
        const rest = /** @type {HTMLAnchorElement} */ (link).href.slice(whole.length);
        if (themes.has(rest)) continue;
        link.setAttribute("href", this.folder + writePair({ ...pair, rest }));
        link.toggleAttribute("aria-current", false);
        if (rest === pair.rest) link.setAttribute("aria-current", "page");
        themes.set(rest, make("li", link));
      }
    }
    fillPlace(this.find("themes"), themes.values());
  }

  /** Gives the page its address, from which all its links lead where they did. @param {Pair} pair @param {string} fragment */
  move(pair, fragment) {
    const address = this.folder + writePair(pair);
    const [old, own] = ["steps/", writePair(pair)].map((one) => `changes/${one}`);
    const links = /** @type {(HTMLAnchorElement | HTMLLinkElement)[]} */ ([...document.querySelectorAll("a, link")]);
    for (const link of links) link.href = link.href.replace(old ?? "", own ?? "");
    for (const form of document.forms) form.setAttribute("action", form.action);
    history.replaceState(null, "", fragment ? `${address}#${fragment}` : address);
    if (fragment) document.getElementById(fragment)?.scrollIntoView();
  }
}

const found = typeof document === "undefined" ? null : document.querySelector("[data-steps]");
if (found) new Steps(found);
