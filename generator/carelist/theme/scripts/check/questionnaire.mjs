/** The questionnaire on the page: goes from question to question, to the results, and back. */

import { findClashes } from "../eligibility/clashes.mjs";
import { decideServices } from "../eligibility/verdicts.mjs";
import { Asking } from "./asking.mjs";
import { Cards } from "./cards.mjs";
import { Interview } from "./interview.mjs";
import { find, moveTo, Parts, pick } from "./parts.mjs";
import { countServices } from "./reporting.mjs";
import { Results } from "./results.mjs";
import { readRules } from "./rules.mjs";
import { Steps } from "./steps.mjs";

/**
 * @typedef {import("./rules.mjs").List} List
 * @typedef {import("./rules.mjs").ShortRules} ShortRules
 * @typedef {import("../eligibility/criteria.mjs").Answers} Answers
 */

/** Lets the browser ask before the page goes, and the answers with it. @param {BeforeUnloadEvent} event */
function askFirst(event) {
  event.returnValue = "-";
}

export class Questionnaire {
  /** @param {HTMLElement} root @param {ShortRules} rules */
  constructor(root, rules) {
    this.list = /** @type {List} */ ({});
    /** @type {Interview | null} The one that is shown; none before the first and after the last. */
    this.interview = null;
    this.enter(root, rules);
  }

  /**
   * Takes a page of the questionnaire: its first, or that of another language.
   *
   * @param {HTMLElement} root
   * @param {ShortRules} rules In its language.
   */
  enter(root, rules) {
    const list = readRules(rules);
    /** @type {HTMLElement} */
    this.root = root;
    // Interviews hold the same.
    Object.assign(this.list, list);
    /** @type {Parts} */
    this.parts = new Parts(root, list.words);
    /** @type {HTMLElement} */
    this.start = find(root, "view=start");
    /** @type {HTMLFormElement} */
    this.form = /** @type {HTMLFormElement} */ (find(root, "questions"));
    /** @type {HTMLElement} */
    this.paper = find(root, "paper");
    /** @type {Cards} */
    this.cards = new Cards(this.parts, list, this.form);
    /** @type {HTMLElement | null} */
    this.shared = null;
    /** @type {Asking | null} */
    this.asking = null;
  }

  /** Begins, or goes on where the reader left for the first screen. */
  begin() {
    if (!this.steps) this.listen();
    const { steps } = this;
    this.interview = this.interview || new Interview(this.list);
    if (!this.asking) {
      this.furnish();
      setTimeout(() => this.rehearse());
    }
    if (steps.screens[steps.at + 1]) steps.go(steps.at + 1);
    else this.step((interview) => interview.resume());
  }

  listen() {
    /** @type {Steps} */
    this.steps = new Steps(() => this.show(this.start));
    document.addEventListener("click", (event) => this.follow(event));
    addEventListener("beforeprint", () => this.layOnPaper());
    addEventListener("afterprint", () => this.takeBack());
  }

  furnish() {
    /** @param {string} fact */
    const change = (fact) => this.step((interview) => interview.change(fact));
    const resume = () => this.step((interview) => interview.resume());
    const form = /** @type {HTMLFormElement} */ (this.form.cloneNode(true));
    this.asking = new Asking(this.parts, form, this.cards, {
      answer: (options) => this.step((interview) => interview.answer(options), "advance"),
      back: () => this.steps.go(this.steps.at - 1),
      skipSensitive: () => this.step((interview) => interview.skipSensitive(), "advance"),
      see: () => this.steps.open(this.makeScreen()),
      change,
    });
    /** @type {Results | null} */
    this.results = new Results(this.parts, this.cards, {
      change,
      resume,
      another: () => {
        // Whoever asked about themselves asks about somebody else now.
        /** @type {HTMLElement | null} */ (this.root.querySelector("[data-other]"))?.click();
        this.step((interview) => {
          this.interview = interview.startAnother();
        });
      },
      clear: () => this.clear(),
    });
  }

  /**
   * Goes on once, unseen, while the first question is read: a slow phone is then ready for the tap.
   * Each screen is laid out in a turn of its own, and gone before anything is painted.
   */
  async rehearse() {
    const interview = new Interview(this.list);
    interview.answer([]);
    const asking = /** @type {Asking} */ (this.asking);
    const unseen = new Results(this.parts, this.cards, /** @type {import("./results.mjs").Ways} */ ({}));
    const results = unseen.make(interview, decideServices(this.list, interview.answers), []);
    unseen.element = null;
    const line = find(asking.element, "so-far");
    pick(line, "span").textContent = this.tellSoFar(interview.answers);
    for (const fieldset of asking.fieldsets) {
      await new Promise((go) => {
        setTimeout(go);
      });
      if (interview.current) interview.answer([]);
      for (const one of [fieldset, line])
        if (one.hidden)
          layOut(one, (shown) => {
            one.hidden = !shown;
          });
    }
    layOut(results, (shown) => (shown ? this.root.append(results) : results.remove()));
  }

  /**
   * @param {(interview: Interview) => void} act What changes it; then its question is shown, or the results.
   * @param {"open" | "advance"} way
   */
  step(act, way = "open") {
    act(/** @type {Interview} */ (this.interview));
    this.steps[way](this.makeScreen(this.interview?.current));
  }

  /**
   * @param {string} [fact] The question; none for the results.
   * @returns {import("./steps.mjs").Screen}
   */
  makeScreen(fact) {
    const interview = /** @type {Interview} */ (this.interview);
    return () => {
      this.interview = interview;
      interview.current = fact;
      if (!this.asking) this.furnish();
      if (fact) this.ask(interview);
      else this.showResults(interview);
    };
  }

  /** @param {Interview} interview */
  ask(interview) {
    const { answers, asked } = interview;
    const asking = /** @type {Asking} */ (this.asking);
    const clashes = findClashes(this.list, answers);
    const heading = asking.ask(interview, asked.length ? this.tellSoFar(answers) : "", clashes);
    this.show(asking.element, heading);
  }

  /** @param {Answers} answers */
  tellSoFar(answers) {
    return this.parts.write("so_far", countServices(this.list, answers));
  }

  /**
   * Shows the results as they were left where nothing was answered since.
   * @param {Interview} interview
   */
  showResults(interview) {
    const { answers } = interview;
    const results = /** @type {Results} */ (this.results);
    if (results.answers !== answers) {
      const services = decideServices(this.list, answers);
      results.make(interview, services, findClashes(this.list, answers));
    }
    this.show(/** @type {HTMLElement} */ (results.element));
  }

  /**
   * Prints of results what may be told, and in place of a question the whole form, to be filled in by
   * hand: one question alone is of no use on paper, and no answer is printed unasked.
   */
  layOnPaper() {
    this.results?.layOnPaper();
    /** @type {Asking | null} The question that stands aside. */
    this.aside = this.asking?.element.isConnected ? this.asking : null;
    if (this.aside) this.show(this.start);
  }

  takeBack() {
    this.results?.takeBack();
    if (this.aside) this.show(this.aside.element, pick(this.aside.fieldset, "h1"));
  }

  /** Forgets everything: the page is as it was opened. */
  clear() {
    this.form.reset();
    this.interview = null;
    this.asking = null;
    this.results = null;
    this.steps.forget();
    find(this.start, "status").textContent = this.parts.write("cleared");
  }

  /**
   * Once something is answered, a link to a page of the site shows it here, where the answers are.
   *
   * @param {MouseEvent} event
   */
  follow(event) {
    const target = /** @type {Element} */ (event.target);
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest("a:not([href^='#'])"));
    // A call leaves nothing, though the browser would ask.
    if (link?.protocol === "tel:") {
      removeEventListener("beforeunload", askFirst);
      setTimeout(() => this.guard(), 1000);
    }
    if (!link?.pathname.endsWith("/") || link.origin !== location.origin || !this.interview?.isAnswered()) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.turn(link);
  }

  /** @param {HTMLAnchorElement} link What follows it is fetched with it: only then is it needed. */
  async turn(link) {
    try {
      this.turning = this.turning || new (await import("./turning.mjs")).Turning(this);
      await this.turning.follow(link);
    } catch (error) {
      console.error(error);
      location.assign(link.href);
    }
  }

  /** @param {HTMLElement} view Services that somebody shared, which stand before the first screen. */
  addShared(view) {
    this.shared = view;
    if (!this.start.hidden) this.start.before(view);
  }

  /**
   * @param {HTMLElement} view The only one to be seen.
   * @param {HTMLElement} [heading] Where reading goes on.
   */
  show(view, heading = pick(view, "h1")) {
    if (this.turning) this.turning.leave();
    for (const one of this.root.querySelectorAll(":scope > [data-view]")) {
      if (one !== view && one !== this.start) one.remove();
    }
    this.start.hidden = view !== this.start;
    if (!view.isConnected) this.root.append(view);
    if (view === this.start && this.shared) view.before(this.shared);
    // The form on paper and the one on the screen would answer for each other.
    if (view === this.start) this.paper.append(this.form);
    else this.form.remove();
    document.documentElement.toggleAttribute("data-asking", view !== this.start);
    moveTo(heading);
    this.guard();
  }

  /** Has the browser ask before the page goes, while there is anything to lose. */
  guard() {
    const listen = this.interview?.isAnswered() ? addEventListener : removeEventListener;
    listen("beforeunload", askFirst);
  }
}

/** @param {HTMLElement} element @param {(shown: boolean) => void} show */
function layOut(element, show) {
  show(true);
  element.getBoundingClientRect();
  show(false);
}
