/** The results so far: services in groups, what to say on the telephone, and what to do next. */

import { find, pick } from "./parts.mjs";
import { sortServices } from "./reporting.mjs";
import { Telling } from "./telling.mjs";

/**
 * @typedef {import("./cards.mjs").Cards} Cards
 * @typedef {import("./interview.mjs").Interview} Interview
 * @typedef {import("./parts.mjs").Parts} Parts
 * @typedef {import("../eligibility/verdicts.mjs").ServiceVerdict} ServiceVerdict
 * @typedef {{change: (fact: string) => void, resume: () => void, another: () => void,
 *   clear: () => void}} Ways What the reader can do next.
 */

/** What is on the screen alone, and of what does not fit all but its title. */
const OFF_PAPER = ".screen-only, [data-others], [data-group=no] .result > :not(h3)";
const ANSWERS = ".given, [data-answered]";

export class Results {
  /**
   * @param {Parts} parts
   * @param {Cards} cards
   * @param {Ways} ways
   */
  constructor(parts, cards, ways) {
    this.parts = parts;
    this.cards = cards;
    this.ways = ways;
  }

  /**
   * @param {Interview} interview
   * @param {ServiceVerdict[]} services
   * @param {import("../eligibility/clashes.mjs").Clash[]} clashes
   * @returns {HTMLElement}
   */
  make(interview, services, clashes) {
    const groups = sortServices(this.cards.list, services);
    /** What they were made from. */
    this.answers = interview.answers;
    /** @type {Interview} */
    this.interview = interview;
    /** @type {HTMLElement | null} */
    this.element = this.parts.make("results");
    this.element.setAttribute("aria-busy", "true");
    this.element.classList.add("screen-only");
    /** @type {Telling} */
    this.telling = new Telling(this.cards, this.element, interview.answers, services);
    /** @type {[HTMLElement, ServiceVerdict][]} Those whose cards are still to be made. */
    this.waiting = this.openGroups(this.element, groups);
    this.fillSoon();
    if (!groups.yes.length && !groups.depends.length) {
      find(this.element, "result").after(find(this.element, "hotlines"));
    }
    this.cards.fillClashes(find(this.element, "clashes"), clashes, this.ways.change);
    const left = interview.findOpen().length;
    find(this.element, "more").hidden = !left;
    find(this.element, "left").textContent = this.parts.write("left", { left });
    for (const name of /** @type {const} */ (["resume", "another", "clear"])) {
      find(this.element, name).onclick = this.ways[name];
    }
    find(this.element, "print").onclick = () => print();
    return this.element;
  }

  /**
   * @param {HTMLElement} element
   * @param {Record<import("./reporting.mjs").Group, ServiceVerdict[]>} groups
   * @returns {[HTMLElement, ServiceVerdict][]} The services with where their cards go.
   */
  openGroups(element, groups) {
    const { yes, depends } = groups;
    find(element, "result").textContent = this.parts.write("result", {
      yes: yes.length,
      depends: depends.length,
    });
    return Object.entries(groups).flatMap(([name, services]) => {
      const group = find(element, `group="${name}"`);
      group.hidden = !services.length;
      find(group, "count").textContent = this.parts.write("count", { count: services.length });
      return services.map((service) => /** @type {[HTMLElement, ServiceVerdict]} */ ([find(group, "cards"), service]));
    });
  }

  /**
   * Makes a few cards once the screen is seen, then the next few, and what stands below them: a
   * slow phone shows the screen at once.
   */
  fillSoon() {
    const element = /** @type {HTMLElement} */ (this.element);
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (element !== this.element) return;
        for (const [cards, service] of this.waiting.splice(0, 4)) {
          cards.append(this.cards.makeResult(service, this.interview));
        }
        if (this.waiting.length) {
          this.fillSoon();
          return;
        }
        this.fillAnswers(element, this.interview.asked);
        import("../aloud.mjs")
          .then(({ Aloud }) => new Aloud(find(element, "part=aloud"), this.telling))
          .catch(console.error);
        element.setAttribute("aria-busy", "false");
      }),
    );
  }

  /**
   * @param {HTMLElement} element
   * @param {string[]} facts
   */
  fillAnswers(element, facts) {
    const { interview } = this;
    for (const fact of facts) {
      const line = this.parts.make("given");
      const chosen = /** @type {string[]} */ (interview.answers[fact]);
      const answer = this.cards.nameAnswer(fact, chosen);
      const name = this.cards.nameQuestion(fact);
      pick(line, "dt").textContent = name;
      pick(line, "span").textContent = !chosen.length
        ? this.parts.write("skipped")
        : interview.isSensitive(fact)
          ? this.parts.write("kept")
          : answer;
      const button = pick(line, "button");
      button.onclick = () => this.ways.change(fact);
      button.setAttribute("aria-label", `${button.textContent}: ${name}`);
      find(element, "answers").append(line);
    }
  }

  /**
   * Puts in place of the results what may be told of them, made anew, so that what is printed holds
   * nothing else.
   */
  layOnPaper() {
    const { element, parts, cards } = this;
    if (!element?.isConnected) return;
    const paper = parts.make("results");
    paper.dataset.view = "paper";
    paper.classList.add("print-only");
    for (const [place, service] of this.openGroups(paper, this.telling.groups)) {
      place.append(cards.makeResult(service, this.interview));
    }
    this.fillAnswers(
      paper,
      this.interview.asked.filter((fact) => this.telling.facts.has(fact)),
    );
    find(paper, "today").textContent = new Date().toLocaleDateString(find(paper, "today").lang, {
      dateStyle: "long",
    });
    /** @type {HTMLDetailsElement} */ (find(paper, "group=no")).open = true;
    const isAnswered = /** @type {HTMLInputElement} */ (find(element, "with-answers")).checked;
    for (const one of paper.querySelectorAll(isAnswered ? OFF_PAPER : `${OFF_PAPER}, ${ANSWERS}`)) one.remove();
    /** @type {{focused: HTMLElement, top: number}} Where the reader was. */
    this.left = { focused: /** @type {HTMLElement} */ (document.activeElement), top: scrollY };
    this.paper?.remove();
    this.paper = paper;
    element.replaceWith(paper);
  }

  /** Shows the results again; the paper stays behind them for a browser that prints later than it says. */
  takeBack() {
    if (!this.paper?.isConnected) return;
    this.paper.after(/** @type {HTMLElement} */ (this.element));
    this.left.focused.focus({ preventScroll: true });
    scrollTo({ top: this.left.top, behavior: "instant" });
  }
}
