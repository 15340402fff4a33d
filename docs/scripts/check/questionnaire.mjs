/** The questionnaire on the page: goes from question to question, to the results, and back. */

import { decideServices } from "../eligibility/verdicts.mjs";
import { Asking } from "./asking.mjs";
import { Cards } from "./cards.mjs";
import { Interview } from "./interview.mjs";
import { find, moveTo, Parts } from "./parts.mjs";
import { countServices } from "./reporting.mjs";
import { Results } from "./results.mjs";
import { findShared, readLink } from "./sharing.mjs";

export class Questionnaire {
  /**
   * @param {HTMLElement} root
   * @param {import("../eligibility/verdicts.mjs").List} list
   */
  constructor(root, list) {
    this.root = root;
    this.list = list;
    this.parts = new Parts(root, list.words);
    this.start = root.querySelector("[data-view=start]");
    this.form = find(root, "questions");
    this.paper = find(root, "paper");
    this.cards = new Cards(this.parts, list, this.form);
  }

  /** Begins, or goes on where the reader left for the first screen. */
  begin() {
    this.interview = this.interview || new Interview(this.list);
    this.asking = this.asking || new Asking(this.parts, this.form.cloneNode(true), {
      answer: (options) => this.step(() => this.interview.answer(options)),
      back: () => this.goBack(),
      skipCareful: () => this.step(() => this.interview.skipCareful()),
      see: () => this.showResults(),
    });
    this.results = this.results || new Results(this.parts, this.cards, {
      change: (fact) => this.step(() => this.interview.change(fact)),
      resume: () => this.step(() => this.interview.resume()),
      another: () => this.step(() => { this.interview = this.interview.startAnother(); }),
      clear: () => this.clear(),
    });
    this.step(() => {});
    setTimeout(() => this.rehearse());
  }

  /**
   * Goes on once, unseen, while the first question is read: a slow phone is then ready for the tap.
   * Each screen is laid out in a turn of its own, and gone before anything is painted.
   */
  async rehearse() {
    const interview = new Interview(this.list);
    interview.answer([]);
    const results = this.results.make(interview, decideServices(this.list, interview.answers));
    this.results.element = null;
    const line = find(this.asking.element, "so-far");
    line.firstElementChild.textContent = this.tellSoFar();
    for (const fieldset of this.asking.fieldsets) {
      await new Promise((go) => { setTimeout(go); });
      if (interview.current) interview.answer([]);
      for (const one of [fieldset, line]) if (one.hidden) layOut(one, (shown) => { one.hidden = !shown; });
    }
    layOut(results, (shown) => (shown ? this.root.append(results) : results.remove()));
  }

  /** @param {() => void} act What changes the interview; then its question is shown, or the results. */
  step(act) {
    act();
    const { interview } = this;
    if (!interview.current) {
      this.showResults();
      return;
    }
    const heading = this.asking.ask(interview, interview.asked.length ? this.tellSoFar() : "");
    this.show(this.asking.element, heading);
  }

  tellSoFar() {
    return this.parts.write("soFar", countServices(this.list, this.interview.answers));
  }

  showResults() {
    this.asking.leave();
    this.show(this.results.make(this.interview, decideServices(this.list, this.interview.answers)));
  }

  goBack() {
    if (this.interview.findBefore()) {
      this.step(() => this.interview.goBack());
      return;
    }
    this.asking.leave();
    this.show(this.start);
  }

  /** Forgets everything: the page is as it was opened. */
  clear() {
    this.form.reset();
    this.interview = null;
    this.asking = null;
    this.show(this.start);
    find(this.start, "status").textContent = this.parts.write("cleared");
  }

  /** @param {string} query That of a link that shares services. */
  showShared(query) {
    const link = readLink(query);
    const view = this.parts.make("shared");
    const { services, unknown } = findShared(this.list, link);
    const notes = [];
    if (link.revision !== this.list.revision) notes.push(this.parts.write("otherList", { shared: link.revision }));
    if (services.length === 0) notes.push(this.parts.write("nothing"));
    else if (unknown) notes.push(this.parts.write("unknown", { count: unknown }));
    find(view, "notice").textContent = notes.join(" ");
    find(view, "notice").hidden = notes.length === 0;
    const cards = services.map((service) => this.cards.makeCard(service));
    // Nothing was judged here that could be wrong.
    for (const card of cards) find(card, "rule").remove();
    find(view, "cards").append(...cards);
    this.start.before(view);
  }

  /**
   * @param {HTMLElement} view The only one to be seen.
   * @param {HTMLElement} [heading] Where reading goes on.
   */
  show(view, heading = view.querySelector("h1")) {
    for (const one of this.root.querySelectorAll(":scope > [data-view]")) {
      if (one !== view && one !== this.start) one.remove();
    }
    this.start.hidden = view !== this.start;
    if (!view.isConnected) this.root.append(view);
    // The form on paper and the one on the screen would answer for each other.
    if (view === this.start) this.paper.append(this.form);
    else this.form.remove();
    document.documentElement.toggleAttribute("data-asking", view !== this.start);
    moveTo(heading);
  }
}

/** @param {HTMLElement} element @param {(shown: boolean) => void} show */
function layOut(element, show) {
  show(true);
  element.getBoundingClientRect();
  show(false);
}
