/**
 * Registers the service worker, and lets the reader keep the whole list on the device or forget it.
 * The words come from the page; what saves is fetched when something is to be saved.
 */

import { fill } from "./saving/moments.mjs";
import { ask } from "./worker-port.mjs";

/**
 * @param {number} bytes
 * @returns {string} The size for a reader, in kilobytes or megabytes.
 */
export function writeSize(bytes) {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1000 ? `${kilobytes} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** What a reader does first on a page. */
const ACTS = ["pointerdown", "keydown", "scroll"];

export class Offline {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.locale = root.dataset.pages;
    // The questionnaire promises to ask for nothing once it is begun.
    this.isQuiet = Boolean(document.querySelector("[data-module=check]"));
    this.saveButton = /** @type {HTMLButtonElement} */ (root.querySelector("[data-save]"));
    this.forgetButton = /** @type {HTMLButtonElement} */ (root.querySelector("[data-forget]"));
    this.status = /** @type {HTMLElement} */ (root.querySelector("[data-status]"));
    if (!("serviceWorker" in navigator)) return;
    this.saveButton.addEventListener("click", () => this.act("save", this.saveButton));
    this.forgetButton.addEventListener("click", () => this.act("forget", this.forgetButton));
    if (document.readyState === "complete") this.start();
    else addEventListener("load", () => this.start(), { once: true });
  }

  async start() {
    await navigator.serviceWorker.register(new URL("../service-worker.js", import.meta.url));
    // A newer worker knows whether what is kept is behind the site.
    navigator.serviceWorker.addEventListener("controllerchange", () => this.look());
    await this.look();
    if (this.isQuiet) return;
    const prepare = () => {
      for (const act of ACTS) removeEventListener(act, prepare);
      this.ask("prepare");
    };
    for (const act of ACTS) addEventListener(act, prepare, { passive: true });
  }

  /** Shows what is kept, and goes on with what is not whole. */
  async look() {
    const { when, unfinished } = await this.describe();
    if (!this.isQuiet && (when || unfinished.length)) (await import("./saving.mjs")).goOn(this);
  }

  /**
   * @template {"describe" | "forget" | "prepare"} Type
   * @param {Type} type
   * @returns {Promise<import("./worker-port.mjs").Told[Type]>} What the worker answers.
   */
  ask(type) {
    return ask({ type, locale: this.locale });
  }

  /** Asks what is kept, and shows what can be done. @returns {Promise<import("./worker-port.mjs").State>} */
  async describe() {
    /** @type {import("./worker-port.mjs").State} */
    this.state = await this.ask("describe");
    const { any, total, bytes, when, kept, behind } = this.state;
    this.saveButton.textContent = fill(this.root.dataset.saveWords, { size: writeSize(bytes) });
    this.saveButton.hidden = Boolean(when) && !behind && kept === total;
    this.forgetButton.hidden = !any;
    this.root.hidden = false;
    return this.state;
  }

  /** @param {"save" | "forget"} name @param {HTMLButtonElement} button */
  async act(name, button) {
    button.disabled = true;
    try {
      await (await import("./saving.mjs"))[name](this);
    } catch (error) {
      console.error(error);
      this.status.textContent = this.root.dataset.failedWords;
    }
    button.disabled = false;
  }
}
