/**
 * The line above a page that came from this device and not from the network: since when it is kept,
 * and how to see what the network has. Before the reader has done anything, a newer page that comes
 * late replaces it; after that it waits for the reader.
 */

import { fill, writeMoment } from "./saving/moments.mjs";
import { ask } from "./worker-port.mjs";

const DEEDS = ["pointerdown", "keydown", "scroll", "focusin"];

export class OfflineNote {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    const { kept } = document.documentElement.dataset;
    if (!kept) return;
    this.isRead = Boolean(location.hash) || scrollY > 0;
    for (const deed of DEEDS)
      addEventListener(
        deed,
        () => {
          this.isRead = true;
        },
        { once: true, passive: true },
      );
    root.hidden = false;
    // What is filled in once the line stands is read out.
    setTimeout(() => this.tell(kept));
    ask({ type: "await", address: location.href }).then((news) => this.hear(news));
  }

  /** @param {string} kept */
  tell(kept) {
    const { words, dates } = this.root.dataset;
    /** @type {HTMLElement} */ (this.root.querySelector("[data-text]")).textContent = fill(
      words,
      writeMoment(kept, dates),
    );
  }

  /** @param {import("./worker-port.mjs").Told["await"]} news */
  hear({ kind, changed }) {
    if (changed && !this.isRead) this.open(true);
    else if (changed) this.offer("[data-newer]", true);
    else if (kind === "other") this.offer("[data-plain]", false);
    else if (kind === "ours") this.root.hidden = true;
  }

  /** @param {string} selector @param {boolean} late As for `open`. */
  offer(selector, late) {
    const button = /** @type {HTMLButtonElement} */ (this.root.querySelector(selector));
    button.onclick = () => this.open(late);
    button.hidden = false;
  }

  /** @param {boolean} late Whether what came late is shown, or what the network gives now. */
  async open(late) {
    await ask({ type: "prefer", address: location.href, late });
    location.reload();
  }
}
