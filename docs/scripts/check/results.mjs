/** The results so far: services in groups, what to say on the telephone, and what to do next. */

import { find } from "./parts.mjs";
import { sortServices } from "./reporting.mjs";
import { Share } from "./share.mjs";

/**
 * @typedef {import("./cards.mjs").Cards} Cards
 * @typedef {import("./interview.mjs").Interview} Interview
 * @typedef {import("./parts.mjs").Parts} Parts
 * @typedef {import("../eligibility/verdicts.mjs").ServiceVerdict} ServiceVerdict
 * @typedef {{change: (fact: string) => void, resume: () => void, another: () => void,
 *   clear: () => void}} Ways What the reader can do next.
 */

/** @param {ServiceVerdict[]} services */
function listNumbers(services) {
  return services.map(({ service }) => service.number).sort((a, b) => a - b);
}

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
    const groups = sortServices(services);
    /** What they were made from. */
    this.answers = interview.answers;
    this.element = this.parts.make("results");
    this.element.setAttribute("aria-busy", "true");
    this.share = null;
    this.waiting = Object.entries(groups).flatMap(([name, found]) => this.openGroup(name, found));
    this.fillSoon(interview);
    const fitting = { yes: groups.yes.length, depends: groups.depends.length };
    find(this.element, "result").textContent = this.parts.write("result", fitting);
    this.fillLine(groups);
    if (!fitting.yes && !fitting.depends) find(this.element, "result").after(find(this.element, "hotlines"));
    this.cards.fillClashes(find(this.element, "clashes"), clashes, this.ways.change);
    const left = interview.findOpen().length;
    find(this.element, "more").hidden = left === 0;
    find(this.element, "left").textContent = this.parts.write("left", { left });
    const now = new Date();
    const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
    find(this.element, "today").textContent = this.parts.write("printed", today);
    this.listen([...groups.yes, ...groups.depends].map(({ service }) => service));
    return this.element;
  }

  /**
   * @param {string} name
   * @param {ServiceVerdict[]} services
   * @returns {[HTMLElement, ServiceVerdict][]} The services with where their cards go.
   */
  openGroup(name, services) {
    const group = this.element.querySelector(`[data-group="${name}"]`);
    group.hidden = services.length === 0;
    find(group, "count").textContent = this.parts.write("count", { count: services.length });
    return services.map((service) => [find(group, "cards"), service]);
  }

  /**
   * Makes a few cards once the screen is seen, then the next few, and what stands below them: a
   * slow phone shows the screen at once.
   *
   * @param {Interview} interview
   */
  fillSoon(interview) {
    const { element } = this;
    requestAnimationFrame(() => setTimeout(() => {
      if (element !== this.element) return;
      for (const [cards, service] of this.waiting.splice(0, 4)) {
        cards.append(this.cards.makeResult(service, interview));
      }
      if (this.waiting.length) {
        this.fillSoon(interview);
        return;
      }
      this.fillAnswers(interview);
      element.setAttribute("aria-busy", "false");
    }));
  }

  /** A line for the telephone: numbers only, so that nothing of the family is told. */
  fillLine({ yes, depends }) {
    const items = Object.entries({ sayYes: yes, sayDepends: depends })
      .filter(([, services]) => services.length)
      .map(([name, services]) =>
        this.parts.write(name, { numbers: this.parts.join(listNumbers(services)) }));
    const line = find(this.element, "say");
    line.hidden = items.length === 0;
    line.querySelector(".say-words").textContent = this.parts.write("say", { items: items.join("") });
  }

  /** @param {Interview} interview */
  fillAnswers(interview) {
    for (const fact of interview.asked) {
      const line = this.parts.make("given");
      const chosen = interview.answers[fact];
      const answer = this.cards.nameAnswer(fact, chosen);
      const name = this.cards.nameQuestion(fact);
      line.querySelector("dt").textContent = name;
      line.querySelector("span").textContent = !chosen.length
        ? this.parts.write("skipped")
        : interview.isCareful(fact) ? this.parts.write("kept") : answer;
      line.classList.toggle("screen-only", interview.isCareful(fact));
      const button = line.querySelector("button");
      button.onclick = () => this.ways.change(fact);
      button.setAttribute("aria-label", `${button.textContent}: ${name}`);
      find(this.element, "answers").append(line);
    }
  }

  /** @param {import("../eligibility/verdicts.mjs").Service[]} services */
  listen(services) {
    const { element, ways } = this;
    const opener = find(element, "open-share");
    opener.hidden = services.length === 0;
    opener.onclick = () => {
      this.share = this.share || new Share(this.parts, find(element, "share"), this.cards.list.revision, services);
      this.share.open();
    };
    for (const name of ["resume", "another", "clear"]) find(element, name).onclick = ways[name];
    find(element, "print").onclick = () => print();
  }
}
