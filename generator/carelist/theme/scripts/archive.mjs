/** A button that hands over all pieces of a campaign as one archive; the rest comes when it is pressed. */

export class Archive {
  /** @param {HTMLElement} root */
  constructor(root) {
    /** @type {HTMLButtonElement} */ (root.querySelector("button")).addEventListener("click", () => this.make(root));
    root.hidden = false;
  }

  /** @param {HTMLElement} root */
  async make(root) {
    try {
      await (await import("./archive/making.mjs")).hand(root);
    } catch {
      const status = /** @type {HTMLElement} */ (root.querySelector("[data-status]"));
      status.textContent = root.dataset.words.split("|")[2] ?? "";
    }
  }
}
