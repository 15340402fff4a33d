/** The panel that shares services: first what the link tells, then the link, then its QR code. */

import { find, pick } from "./parts.mjs";
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

  /**
   * @param {import("../eligibility/verdicts.mjs").Service[]} services What is unticked stays so.
   * @param {string[]} personal The ids of those that are unticked at first.
   */
  list(services, personal) {
    const left = this.titles.firstChild ? this.listTicks(":not(:checked)") : personal;
    const ticks = services.map(({ id, title }) => this.parts.tick(id, title, !left.includes(id)));
    this.titles.textContent = "";
    this.titles.append(...ticks);
    if (!this.element.hidden) this.write();
  }

  /** @param {":checked" | ":not(:checked)"} state @returns {string[]} The ids of the services that are in it. */
  listTicks(state) {
    const ticks = /** @type {NodeListOf<HTMLInputElement>} */ (this.titles.querySelectorAll(`input${state}`));
    return [...ticks].map(({ value }) => value);
  }

  open() {
    this.element.hidden = false;
    this.write();
    this.element.scrollIntoView();
    pick(this.element, "h2").focus({ preventScroll: true });
  }

  write() {
    const ticked = this.listTicks(":checked");
    this.link.value = writeLink(location.href, this.revision, ticked);
    for (const hook of ["copy", "qr"]) {
      const button = /** @type {HTMLButtonElement} */ (find(this.element, hook));
      button.disabled = ticked.length === 0;
    }
    const code = encode(this.link.value);
    find(this.element, "qr").hidden = !code;
    this.picture.textContent = "";
    if (code) this.picture.append(drawCode(code, this.parts.write("qr_label")));
    find(this.element, "copied").textContent = "";
  }

  async copy() {
    const told = find(this.element, "copied");
    try {
      await navigator.clipboard.writeText(this.link.value);
      told.textContent = this.parts.write("copied");
    } catch {
      this.link.select();
      told.textContent = this.parts.write("copy_by_hand");
    }
  }
}
