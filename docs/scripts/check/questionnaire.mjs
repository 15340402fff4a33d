/** The questionnaire on the page: goes from question to question, to the results, and back. */

import { decideServices } from "../eligibility/verdicts.mjs";
import { Asking } from "./asking.mjs";
import { Cards } from "./cards.mjs";
import { Interview } from "./interview.mjs";
import { find, moveTo } from "./parts.mjs";
import { sortServices } from "./reporting.mjs";
import { Results } from "./results.mjs";
import { findShared } from "./sharing.mjs";

export class Questionnaire {
  /**
   * @param {import("./parts.mjs").Parts} parts
   * @param {import("../eligibility/verdicts.mjs").List} list
   */
  constructor(parts, list) {
    this.parts = parts;
    this.list = list;
    this.start = parts.root.querySelector("[data-view=start]");
    this.form = parts.root.querySelector("[data-questions]");
    this.paper = find(parts.root, "paper");
    this.cards = new Cards(parts, list, this.form);
  }

  /** Begins, or goes on where the reader left for the first screen. */
  begin() {
    this.interview ??= new Interview(this.list);
    this.asking ??= new Asking(this.parts, this.form.cloneNode(true), {
      answer: (options) => this.step(() => this.interview.answer(options)),
      back: () => this.goBack(),
      skipCareful: () => this.step(() => this.interview.skipCareful()),
      see: () => this.showResults(),
    });
    this.results ??= new Results(this.parts, this.cards, {
      change: (fact) => this.step(() => this.interview.change(fact)),
      resume: () => this.step(() => this.interview.resume()),
      another: () => this.step(() => { this.interview = this.interview.startAnother(); }),
      clear: () => this.clear(),
    });
    this.step(() => {});
  }

  /** @param {() => void} act What changes the interview; then its question is shown, or the results. */
  step(act) {
    act();
    const { interview } = this;
    if (!interview.current) {
      this.showResults();
      return;
    }
    this.show(this.asking.element);
    this.asking.show(interview, interview.asked.length ? this.tellSoFar() : "");
  }

  tellSoFar() {
    const { yes, depends } = sortServices(decideServices(this.list, this.interview.answers));
    return this.parts.write("soFar", { yes: yes.length, depends: depends.length });
  }

  showResults() {
    this.asking.leave();
    this.show(this.results.make(this.interview, decideServices(this.list, this.interview.answers)));
    this.results.enter();
  }

  goBack() {
    if (this.interview.findBefore()) {
      this.step(() => this.interview.goBack());
      return;
    }
    this.asking.leave();
    this.show(this.start);
    moveTo(this.start.querySelector("h1"));
  }

  /** Forgets everything: the page is as it was opened. */
  clear() {
    this.form.reset();
    this.interview = null;
    this.asking = null;
    this.show(this.start);
    find(this.start, "status").textContent = this.parts.write("cleared");
    moveTo(this.start.querySelector("h1"));
  }

  /** @param {{revision: string, services: string[]}} link */
  showShared(link) {
    const view = this.parts.make("shared");
    const { services, unknown } = findShared(this.list, link);
    const notes = [];
    if (link.revision !== this.list.revision) notes.push(this.parts.write("otherList", { shared: link.revision }));
    if (services.length === 0) notes.push(this.parts.write("nothing"));
    else if (unknown) notes.push(this.parts.write("unknown", { count: unknown }));
    find(view, "notice").textContent = notes.join(" ");
    find(view, "notice").hidden = notes.length === 0;
    find(view, "cards").append(...services.map((service) => this.cards.makeCard(service)));
    this.start.before(view);
  }

  /** @param {HTMLElement} view The only one to be seen. */
  show(view) {
    const { root } = this.parts;
    for (const one of root.querySelectorAll(":scope > [data-view]")) {
      if (one === this.start) one.hidden = one !== view;
      else if (one !== view) one.remove();
    }
    if (!view.isConnected) root.append(view);
    // The form on paper and the one on the screen would answer for each other.
    if (view === this.start) this.paper.append(this.form);
    else this.form.remove();
    document.documentElement.toggleAttribute("data-asking", view !== this.start);
  }
}
