/**
 * The search field: what searches is fetched when it is wanted, and not before. `/` leads to it.
 */

import { readAddress } from "./search/address.mjs";

/** What tells of a personal matter: that it is found, or cannot wait. */
const PRIVATE =
  "ul[data-strong] > [data-private], ul[data-weak] > [data-private], [data-signs] li:not([hidden]) .urgent";

/** @param {KeyboardEvent} event @returns {boolean} Whether a key is pressed to reach the field. */
export function isSearchKey(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  const isTyped = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  return event.key === "/" && !isTyped && !target.closest?.("select, :read-write");
}

export class SearchKey {
  /** @param {HTMLElement} root A form with the field. */
  constructor(root) {
    document.addEventListener("keydown", (event) => {
      if (!isSearchKey(event)) return;
      event.preventDefault();
      root.querySelector("input")?.focus();
    });
  }
}

export class Search {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    const box = /** @type {HTMLDetailsElement} */ (root.querySelector("[data-filters]"));
    box.open = matchMedia("(min-width: 48rem)").matches;
    box.hidden = false;
    for (const type of ["compositionstart", "compositionend"]) {
      root.addEventListener(type, () => {
        this.composing = type === "compositionstart";
      });
    }
    // A quick reader is at the field, or has typed, before scripts are there.
    const field = /** @type {HTMLInputElement} */ (root.querySelector("input"));
    this.status = /** @type {HTMLElement} */ (root.querySelector("[data-status]"));
    const isReached = root.contains(document.activeElement) || field.value;
    if (!isReached) this.composing = false;
    const follow = () => {
      const { query, filters } = readAddress(location.hash);
      const isFiltered = Object.keys(filters).length > 0;
      if (isFiltered) box.open = true;
      if (isFiltered || query.trim()) this.start();
    };
    if (isReached) this.start();
    follow();
    root.addEventListener("focusin", () => this.start());
    // What is told of is what the page is called by: in the browser only, as all that is typed, and
    // not where it tells of a personal matter to whoever sees the tab.
    const { title } = document;
    const name = () => {
      const isTold = field.value && !root.querySelector(PRIVATE);
      document.title = (isTold ? `${field.value} · ` : "") + title;
    };
    new MutationObserver(name).observe(this.status, { childList: true });
    addEventListener("hashchange", follow);
    // Browsers print the title above a page.
    addEventListener("beforeprint", () => {
      document.title = title;
    });
    addEventListener("afterprint", name);
  }

  async start() {
    if (this.started) return;
    this.started = true;
    try {
      const Page = this.root.dataset.parts
        ? (await import("./search/long.mjs")).LongSearchPage
        : (await import("./search/page.mjs")).SearchPage;
      new Page(this.root, this.composing);
    } catch (error) {
      this.started = false;
      console.error(error);
      this.status.textContent = this.root.dataset.failedWords;
    }
  }
}
