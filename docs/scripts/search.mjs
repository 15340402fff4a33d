/**
 * Narrows the list on the search page to the services whose words contain what is asked. Nothing
 * that is typed leaves the device: the query stands in the address, as a reader's own link.
 */

/**
 * @param {string} text
 * @returns {string} The text as it is compared: full-width forms and capitals folded.
 */
export function fold(text) {
  return text.normalize("NFKC").toLowerCase();
}

/**
 * @param {string} query
 * @param {string} text Folded.
 * @returns {boolean} Whether every word of the query stands in the text.
 */
export function matches(query, text) {
  return fold(query).split(/\s+/u).every((word) => text.includes(word));
}

export class Search {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.field = /** @type {HTMLInputElement} */ (root.querySelector("input"));
    this.status = /** @type {HTMLElement} */ (root.querySelector("[data-status]"));
    this.cards = [...document.querySelectorAll("main [data-service]")].map((element) => ({
      element,
      text: fold(element.textContent ?? ""),
    }));
    this.field.value = new URLSearchParams(location.search).get("q") ?? "";
    root.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const query = this.field.value.trim();
      history.pushState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
      this.show();
    });
    window.addEventListener("popstate", () => {
      this.field.value = new URLSearchParams(location.search).get("q") ?? "";
      this.show();
    });
    this.show();
  }

  show() {
    const query = this.field.value.trim();
    let count = 0;
    for (const { element, text } of this.cards) {
      element.hidden = query !== "" && !matches(query, text);
      if (!element.hidden) count += 1;
    }
    for (const section of document.querySelectorAll("[data-section]")) {
      section.hidden = !section.querySelector("[data-service]:not([hidden])");
    }
    const words = count === 0 ? "none" : count === 1 ? "one" : "some";
    const said = this.root.dataset[`${words}Words`] ?? "";
    this.status.textContent = query ? said.replace("{count}", String(count)).replace("{query}", () => query) : "";
  }
}
