/**
 * A long list in parts: the next one is fetched and shown as one reads on. A link to a heading of
 * another part leads there.
 */

import { readMain } from "./other-page.mjs";

/** What holds the services, rows or lines of a heading. */
const LISTS = ".cards, .archive-items, .parallel";
/** How far below what is seen the next part is fetched. */
const AHEAD = "1000px";

export class ListParts {
  /** @param {HTMLElement} root What leads to the parts before and behind. */
  constructor(root) {
    this.root = root;
    this.watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.goOn(), {
      rootMargin: AHEAD,
    });
    if (this.next) this.watcher.observe(root);
    this.follow();
    addEventListener("hashchange", () => this.follow());
  }

  /** @returns {HTMLAnchorElement | null} */
  get next() {
    return this.root.querySelector("[rel=next]");
  }

  /** Goes where a heading stands that is on another page; what no heading is comes as one reads on. */
  follow() {
    const name = location.hash.slice(1);
    if (!name || document.getElementById(name)) return;
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".contents a"))) {
      if (link.hash === location.hash) location.replace(link.href);
    }
  }

  /** Shows the next part; where it does not come, the link to it stays. */
  async goOn() {
    const { next } = this;
    if (!next || this.isBusy) return;
    this.isBusy = true;
    try {
      const answer = await fetch(next.href);
      if (!answer.ok) throw new Error(`${next.href}: ${answer.status}`);
      this.add(readMain(await answer.text(), next.href));
    } catch (error) {
      console.error(error);
      this.watcher.disconnect();
    }
    this.isBusy = false;
  }

  /** @param {HTMLElement} part */
  add(part) {
    for (const section of part.querySelectorAll(":scope > section")) {
      const own = document.getElementById(section.getAttribute("aria-labelledby") ?? "")?.closest("section");
      const list = section.querySelector(LISTS);
      if (own) own.querySelector(LISTS)?.append(...(list?.childNodes ?? []));
      else if (list) this.root.before(section);
    }
    const follows = part.querySelector("[data-parts] [rel=next]");
    if (follows) this.next?.replaceWith(follows);
    else this.next?.parentElement?.remove();
    // What is still in view is told again only of what is watched anew.
    this.watcher.disconnect();
    if (follows) this.watcher.observe(this.root);
  }
}

const found = typeof document === "undefined" ? null : document.querySelector("[data-parts]");
if (found) new ListParts(found);
