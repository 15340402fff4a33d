/**
 * The search field: what searches is fetched when it is wanted, and not before. `/` leads to it.
 */

/** @param {string} search @returns {boolean} Whether the address asks for anything. */
export function asksForAnything(search) {
  return [...new URLSearchParams(search).values()].some((value) => value.trim());
}

/** @param {KeyboardEvent} event @returns {boolean} Whether a key is pressed to reach the field. */
export function isSearchKey(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  const isTyped = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  return event.key === "/" && !isTyped && !target.closest?.("input, textarea, select, [contenteditable]");
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
    const filters = /** @type {HTMLDetailsElement} */ (root.querySelector("[data-filters]"));
    const isWide = matchMedia("(min-width: 48rem)").matches;
    filters.open = isWide || [...root.querySelectorAll("[data-filter]")].some(({ name }) => new URLSearchParams(location.search).get(name));
    filters.hidden = false;
    for (const type of ["compositionstart", "compositionend"]) {
      root.addEventListener(type, () => { this.composing = type === "compositionstart"; });
    }
    // A quick reader is at the field, or has typed, before scripts are there.
    const isReached = root.contains(document.activeElement) || root.querySelector("input").value;
    if (!isReached) this.composing = false;
    if (isReached || asksForAnything(location.search)) this.start();
    else root.addEventListener("focusin", () => this.start(), { once: true });
  }

  async start() {
    try {
      const Page = this.root.dataset.parts
        ? (await import("./search/long.mjs")).LongSearchPage
        : (await import("./search/page.mjs")).SearchPage;
      new Page(this.root, this.composing);
    } catch (error) {
      console.error(error);
      this.root.querySelector("[data-status]").textContent = this.root.dataset.failedWords;
    }
  }
}
