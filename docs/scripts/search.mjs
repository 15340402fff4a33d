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
    const filters = /** @type {HTMLDetailsElement} */ (root.querySelector("[data-filters]"));
    const asked = asksForAnything(location.search);
    const isWide = matchMedia("(min-width: 48rem)").matches;
    filters.open = isWide || [...root.querySelectorAll("[data-filter]")].some(({ name }) => new URLSearchParams(location.search).get(name));
    filters.hidden = false;
    const start = async () => {
      root.removeEventListener("focusin", start);
      const { SearchPage } = await import("./search/page.mjs");
      new SearchPage(root);
    };
    if (asked) start();
    else root.addEventListener("focusin", start);
  }
}
