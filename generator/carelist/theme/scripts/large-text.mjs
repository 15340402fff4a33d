/**
 * The button for large text. The choice is remembered on this device for this site, by the
 * address of its icon; theme/partials/remembered-size.mjs applies it before anything is drawn.
 */

const KEY = `carelist-size ${/** @type {HTMLLinkElement} */ (document.querySelector("[rel=icon]")).href}`;

export class LargeText {
  /** @param {HTMLButtonElement} root */
  constructor(root) {
    this.root = root;
    this.show(document.documentElement.dataset.size === "large");
    root.addEventListener("click", () => this.choose(document.documentElement.dataset.size !== "large"));
    root.hidden = false;
  }

  /** @param {boolean} large */
  choose(large) {
    if (large) document.documentElement.dataset.size = "large";
    else delete document.documentElement.dataset.size;
    try {
      if (large) localStorage.setItem(KEY, "large");
      else localStorage.removeItem(KEY);
    } catch {
      // Storage is closed, as in a private window: the choice holds for this page.
    }
    this.show(large);
  }

  /** @param {boolean} large */
  show(large) {
    this.root.setAttribute("aria-pressed", String(large));
  }
}
