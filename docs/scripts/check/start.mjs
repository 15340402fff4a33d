/**
 * The first screen of the questionnaire. All that answering needs is fetched when it is begun, so
 * that nothing is asked of any server once the first answer is given.
 */

/** How long the first question waits, at most, for what the page asked for before. */
const PATIENCE = 1500;

export class Check {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.status = root.querySelector("[data-status]");
    root.querySelector("[data-start]").addEventListener("click", (event) => {
      event.preventDefault();
      this.begin();
    });
    const paper = root.querySelector("[data-print-paper]");
    paper.hidden = false;
    paper.onclick = () => print();
    // A tap that came before this script led the link to the form on paper.
    if (location.hash === "#questions") this.begin();
    if (new URLSearchParams(location.search).has("services")) {
      this.open().then((questionnaire) => questionnaire.showShared(location.search), console.error);
    }
  }

  async begin() {
    this.status.textContent = this.root.dataset.loadingWords;
    try {
      const [questionnaire] = await Promise.all([this.open(), waitForQuiet()]);
      this.status.textContent = "";
      questionnaire.begin();
    } catch (error) {
      console.error(error);
      this.status.textContent = this.root.dataset.failedWords;
    }
  }

  /** @returns {Promise<import("./questionnaire.mjs").Questionnaire>} Fetched once; anew after a failure. */
  async open() {
    if (!this.questionnaire) {
      const [{ Questionnaire }, answer] = await Promise.all([
        import("./questionnaire.mjs"),
        fetch(this.root.dataset.listHref),
      ]);
      const list = await answer.json();
      this.questionnaire = this.questionnaire || new Questionnaire(this.root, list);
    }
    return this.questionnaire;
  }
}

/** Waits until the page keeps what it needs for reading offline, but not for long. */
async function waitForQuiet() {
  if (!document.querySelector("[data-module=offline]")) return;
  const patience = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  await Promise.race([navigator.serviceWorker?.ready, patience]);
}
