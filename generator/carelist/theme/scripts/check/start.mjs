/**
 * The first screen of the questionnaire. All that answering needs is fetched when it is begun, so
 * that nothing is asked of any server once the first answer is given.
 */

export class Check {
  /**
   * @param {HTMLElement} root
   * @param {import("./questionnaire.mjs").Questionnaire} [questionnaire] One that is at work already.
   */
  constructor(root, questionnaire) {
    this.root = root;
    this.questionnaire = questionnaire;
    this.status = /** @type {HTMLElement} */ (root.querySelector("[data-status]"));
    root.querySelector("[data-start]")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.begin();
    });
    // The browser remembers a step, but what was answered was gone with the page.
    const step = !questionnaire && history.state?.step;
    if (step) {
      this.status.textContent = root.dataset.lostWords;
      // Entries from before a switch of language have the address of the other page.
      const { href } = location;
      addEventListener("popstate", ({ state }) => history.replaceState(state, "", href));
      history.go(-step);
      // A tap that came before this script led the link to the form on paper.
    } else if (location.hash === "#questions" && !questionnaire) this.begin();
    if (location.search.includes("services=")) {
      const opening = this.open();
      import("./shared.mjs").then(({ showShared }) => showShared(opening)).catch(console.error);
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
        // The results want it, and nothing is asked for once something is answered.
        import("../aloud.mjs").catch(console.error),
      ]);
      const rules = await answer.json();
      this.questionnaire = this.questionnaire || new Questionnaire(this.root, rules);
    }
    return this.questionnaire;
  }
}

/**
 * Waits until the page keeps what it needs for reading offline, but not for long, and not at all
 * where it can keep nothing. A worker that is registered twice is registered once.
 */
async function waitForQuiet() {
  const { serviceWorker } = navigator;
  if (!serviceWorker || !document.querySelector("[data-save]")) return;
  await Promise.race([
    serviceWorker.register(new URL("../../service-worker.js", import.meta.url)).then(
      (made) => made && serviceWorker.ready,
      () => {},
    ),
    new Promise((go) => {
      setTimeout(go, 1500); // milliseconds
    }),
  ]);
}
