/**
 * Steps from screen to screen in the browser's own history, so that Back and Forward lead through
 * them. An entry holds the number of its step and nothing else; what a step shows is in memory, and
 * gone with the page.
 *
 * @typedef {(() => void) & { isPage?: boolean }} Screen Shows itself: the questionnaire, or another page.
 */

export class Steps {
  /** @param {Screen} showFirst What is shown for a step that memory does not know. */
  constructor(showFirst) {
    this.showFirst = showFirst;
    /** @type {Screen[]} By step; the last one is where the reader is heading. */
    this.screens = [];
    this.at = history.state?.step ?? 0;
    history.scrollRestoration = "manual";
    history.replaceState({ step: this.at }, "");
    addEventListener("popstate", ({ state }) => this.arrive(state));
  }

  /** @param {Screen} screen Shown behind the present one; what stood there is left. */
  open(screen) {
    this.screens.length = this.at + 1;
    this.screens.push(screen);
    this.at += 1;
    history.pushState({ step: this.at }, "");
    screen();
  }

  /** @param {Screen} screen Shown behind all others: from an earlier one, those between are kept. */
  advance(screen) {
    const last = this.screens.length - 1;
    if (this.at >= last) this.open(screen);
    else {
      this.screens[last] = screen;
      this.go(last);
    }
  }

  /** @param {number} step Shown at once; the browser's history follows in its own time. */
  go(step) {
    const way = step - this.at;
    this.at = step;
    this.show();
    if (way) history.go(way);
  }

  /** @param {{step: number} | null} state None where a link within the page has made the entry. */
  arrive(state) {
    if (!state) {
      this.screens.length = this.at + 1;
      this.screens.push(this.screens[this.at] || this.showFirst);
      this.at += 1;
      history.replaceState({ step: this.at }, "");
    } else if (state.step !== this.at) {
      this.at = state.step;
      this.show();
    }
  }

  show() {
    (this.screens[this.at] || this.showFirst)();
  }

  /** Forgets all screens; the browser's entries beyond the first have nothing to show any more. */
  forget() {
    this.screens = [];
    this.go(0);
  }
}
