/**
 * Registers the service worker, and lets the reader keep the whole list on the device or forget it.
 * The words come from the page.
 */

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
    this.saveButton = /** @type {HTMLButtonElement} */ (root.querySelector("[data-save]"));
    this.forgetButton = /** @type {HTMLButtonElement} */ (root.querySelector("[data-forget]"));
    this.status = /** @type {HTMLElement} */ (root.querySelector("[data-status]"));
    if (!("serviceWorker" in navigator)) return;
    this.saveButton.addEventListener("click", () => this.save());
    this.forgetButton.addEventListener("click", () => this.forget());
    if (document.readyState === "complete") this.start();
    else window.addEventListener("load", () => this.start(), { once: true });
  }

  async start() {
    await navigator.serviceWorker.register(new URL("../service-worker.js", import.meta.url));
    await navigator.serviceWorker.ready;
    this.ask("describe", (state) => this.show(state));
    // The questionnaire promises to ask for nothing once it is begun.
    if (document.querySelector("[data-module=check]")) return;
    const prepare = () => {
      for (const act of ACTS) window.removeEventListener(act, prepare);
      this.ask("prepare");
    };
    for (const act of ACTS) window.addEventListener(act, prepare, { passive: true });
  }

  /**
   * @param {string} type
   * @param {(answer: Record<string, number>) => void} [hear]
   */
  async ask(type, hear = () => {}) {
    const registration = await navigator.serviceWorker.ready;
    const channel = new MessageChannel();
    channel.port1.addEventListener("message", (event) => hear(event.data));
    channel.port1.start();
    registration.active?.postMessage({ type, locale: this.root.dataset.pages }, [channel.port2]);
  }

  show({ kept, total, bytes }) {
    const saved = kept === total;
    this.saveButton.textContent = this.write("save", { size: writeSize(bytes) });
    this.saveButton.hidden = saved;
    this.forgetButton.hidden = kept === 0;
    this.status.textContent = saved ? this.write("saved", { total }) : "";
    this.root.hidden = false;
  }

  save() {
    this.saveButton.disabled = true;
    this.ask("save", ({ done, total, failed }) => {
      this.status.textContent = this.write("saving", { done, total });
      if (done < total) return;
      this.saveButton.disabled = false;
      if (failed) this.status.textContent = this.write("failed", { failed });
      else this.ask("describe", (state) => this.show(state));
    });
  }

  forget() {
    this.ask("forget", () => this.ask("describe", (state) => {
      this.show(state);
      this.status.textContent = this.write("forgotten", {});
      this.saveButton.focus();
    }));
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} values
   */
  write(name, values) {
    const words = this.root.dataset[`${name}Words`] ?? "";
    return words.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
  }
}

export class OfflineNote {
  /** @param {HTMLElement} root */
  constructor(root) {
    const show = () => {
      root.hidden = navigator.onLine;
    };
    window.addEventListener("online", show);
    window.addEventListener("offline", show);
    show();
  }
}
