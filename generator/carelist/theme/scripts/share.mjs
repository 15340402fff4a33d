/**
 * Passing a page on: by the device's own share sheet where there is one, or by copying its link
 * or its summary. Nothing is sent anywhere, and nothing is added to the link.
 */

import { describePage } from "./share-text.mjs";

/**
 * What the page's head says of it. Search engines are shown the page of today in place of one of an
 * old list, which is passed on by an address of its own.
 * @param {Document} page
 * @param {string} [short]
 */
function readPage(page, short) {
  const description = /** @type {HTMLMetaElement | null} */ (page.querySelector("meta[name=description]"));
  const own = /** @type {HTMLMetaElement} */ (page.querySelector("meta[property$=url]"));
  return { title: page.title, summary: description?.content ?? "", url: short ?? own.content };
}

export class Share {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.status = /** @type {HTMLElement} */ (root.querySelector("[data-status]"));
    const page = readPage(document, root.dataset.url);
    const { title, summary, url } = page;
    const device = { title, text: summary, url };
    if (navigator.canShare?.(device)) this.offer("[data-device]", () => navigator.share(device).catch(() => {}));
    if (!navigator.clipboard) return;
    this.offer("[data-copy-link]", () => this.copy(url));
    this.offer("[data-copy-summary]", () => this.copy(describePage(page)));
  }

  /**
   * @param {string} selector
   * @param {() => void} act
   */
  offer(selector, act) {
    const button = /** @type {HTMLButtonElement} */ (this.root.querySelector(selector));
    button.addEventListener("click", act);
    button.hidden = false;
  }

  /** @param {string} text */
  async copy(text) {
    await navigator.clipboard.writeText(text);
    this.status.textContent = this.root.dataset.copiedWords ?? "";
  }
}
