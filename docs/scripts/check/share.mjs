/** The panel that shares services: first what the link tells, then the link, then its QR code. */

import { find } from "./parts.mjs";
import { encode } from "./qr.mjs";
import { drawCode } from "./qr-picture.mjs";
import { writeLink } from "./sharing.mjs";

export class Share {
  /**
   * @param {import("./parts.mjs").Parts} parts
   * @param {HTMLElement} element
   * @param {string} revision
   */
  constructor(parts, element, revision) {
    this.parts = parts;
    this.element = element;
    this.revision = revision;
    this.link = /** @type {HTMLInputElement} */ (find(element, "link"));
    this.picture = find(element, "picture");
    this.titles = find(element, "titles");
    this.titles.onchange = () => this.write();
    find(element, "copy").onclick = () => this.copy();
    find(element, "qr").onclick = () => {
      this.picture.hidden = false;
    };
  }

  /** @param {import("../eligibility/verdicts.mjs").Service[]} services What is unticked stays so. */
  list(services) {
    const left = [...this.titles.querySelectorAll("input:not(:checked)")].map(({ value }) => value);
    const ticks = services.map(({ id, title }) => this.parts.tick(id, title, !left.includes(id)));
    this.titles.textContent = "";
    this.titles.append(...ticks);
    if (!this.element.hidden) this.write();
  }

  open() {
    this.element.hidden = false;
    this.write();
    this.element.scrollIntoView();
    this.element.querySelector("h2").focus({ preventScroll: true });
  }

  write() {
    const ticked = [...this.element.querySelectorAll("[type=checkbox]:checked")];
    this.link.value = writeLink(
      location.href,
      this.revision,
      ticked.map(({ value }) => value),
    );
    for (const hook of ["copy", "qr"]) find(this.element, hook).disabled = ticked.length === 0;
    this.picture.textContent = "";
    this.picture.append(drawCode(encode(this.link.value), this.parts.write("qr")));
    find(this.element, "copied").textContent = "";
  }

  async copy() {
    const told = find(this.element, "copied");
    try {
      await navigator.clipboard.writeText(this.link.value);
      told.textContent = this.parts.write("copied");
    } catch {
      this.link.select();
      told.textContent = this.parts.write("copyByHand");
    }
  }
}
