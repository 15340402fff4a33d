/**
 * The first screen of the questionnaire. All that answering needs is fetched when it is begun, so
 * that nothing is asked of any server once the first answer is given.
 */

import { find, Parts } from "./parts.mjs";
import { readLink } from "./sharing.mjs";

/** How long the first question waits, at most, for what the page asked for before. */
const PATIENCE = 1500;

export class Check {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.parts = new Parts(root);
    this.status = find(root, "status");
    this.button = find(root, "start");
    this.button.addEventListener("click", (event) => {
      event.preventDefault();
      this.begin();
    });
    const paper = find(root, "print-paper");
    paper.hidden = false;
    paper.onclick = () => print();
    const link = readLink(location.search);
    if (link) this.open().then((questionnaire) => questionnaire.showShared(link), () => {});
  }

  async begin() {
    if (this.isBusy) return;
    this.isBusy = true;
    this.status.textContent = this.parts.write("loading");
    try {
      const [questionnaire] = await Promise.all([this.open(), waitForQuiet()]);
      this.status.textContent = "";
      questionnaire.begin();
    } catch (error) {
      console.error(error);
      this.status.textContent = this.parts.write("failed");
    }
    this.isBusy = false;
  }

  /** @returns {Promise<import("./questionnaire.mjs").Questionnaire>} Fetched once; anew after a failure. */
  open() {
    this.opened ??= this.fetch().catch((error) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  async fetch() {
    const [{ Questionnaire }, list] = await Promise.all([
      import("./questionnaire.mjs"),
      fetch(this.root.dataset.listHref).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
        return answer.json();
      }),
    ]);
    return new Questionnaire(this.parts, list);
  }
}

/** Waits until the page keeps what it needs for reading offline, but not for long. */
async function waitForQuiet() {
  if (!document.querySelector("[data-module=offline]") || !("serviceWorker" in navigator)) return;
  const patience = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  await Promise.race([navigator.serviceWorker.ready, patience]);
}
