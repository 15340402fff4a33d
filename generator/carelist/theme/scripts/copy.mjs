/** A button that copies the text beside it. */

export class Copy {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.text = /** @type {HTMLElement} */ (root.querySelector("[data-text]"));
    this.button = /** @type {HTMLButtonElement} */ (root.querySelector("[data-copy]"));
    this.status = /** @type {HTMLElement} */ (root.querySelector("[data-status]"));
    const label = root.querySelector("dt");
    if (label) this.button.setAttribute("aria-label", `${this.button.textContent}: ${label.textContent}`);
    if (!navigator.clipboard) return;
    this.button.addEventListener("click", () => this.copy());
    this.button.hidden = false;
  }

  async copy() {
    await navigator.clipboard.writeText(this.text.dataset.text || this.text.textContent);
    this.status.textContent = this.root.dataset.copiedWords;
  }
}
