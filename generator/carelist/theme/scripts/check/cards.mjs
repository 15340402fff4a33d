/** Services as cards: what each clause comes to, why, and whom to ask. */

import { breakLines, find, pick } from "./parts.mjs";
import { listTold, shareReasons, weighOutcome } from "./reporting.mjs";

/**
 * @typedef {keyof import("../data.mjs").CheckWords} Word
 * @typedef {import("./parts.mjs").Parts} Parts
 * @typedef {import("./interview.mjs").Interview} Interview
 * @typedef {import("../eligibility/verdicts.mjs").List} List
 * @typedef {import("../eligibility/verdicts.mjs").Service} Service
 * @typedef {import("../eligibility/verdicts.mjs").ServiceVerdict} ServiceVerdict
 * @typedef {import("../eligibility/verdicts.mjs").ClauseVerdict} ClauseVerdict
 * @typedef {import("../eligibility/criteria.mjs").Condition} Condition
 * @typedef {import("../eligibility/criteria.mjs").Reason} Reason
 */

export class Cards {
  /**
   * @param {Parts} parts
   * @param {List} list
   * @param {HTMLFormElement} form It knows what questions and answers are called.
   */
  constructor(parts, list, form) {
    this.parts = parts;
    this.list = list;
    this.form = form;
  }

  /**
   * @param {Service} service
   * @returns {HTMLElement} Its title, its pillar and whom to ask.
   */
  makeCard(service) {
    const { root } = this.parts;
    const card = this.parts.make("card");
    card.dataset.service = service.id;
    pick(card, "a").href = `${root.dataset.servicesHref}${service.id}/`;
    find(card, "number").append(`${service.number}`);
    find(card, "title").append(...breakLines(service.phrases));
    const tag = this.parts.make(service.pillar, "pillar");
    card.dataset.colour = tag.dataset.colour;
    find(card, "pillar").append(tag);
    find(card, "departments").append(...service.departments.flatMap((id) => this.linkDepartment(id)));
    card.append(this.parts.make(service.id, "reach") ?? "");
    const rule = /** @type {HTMLAnchorElement} */ (find(card, "rule"));
    rule.href = `${root.dataset.rulesHref}#${service.id}`;
    rule.setAttribute("aria-label", `${rule.textContent} ${service.title}`);
    return card;
  }

  /**
   * @param {ServiceVerdict} result
   * @param {Interview} interview
   * @returns {HTMLElement}
   */
  makeResult(result, interview) {
    const card = this.makeCard(result.service);
    card.dataset.verdict = result.verdict;
    const { shared, clauses } = shareReasons(this.list, result);
    /** @type {Set<string>} An answer is told once on a card. */
    this.toldFacts = new Set();
    const told = this.makeReasons(shared, interview);
    if (clauses.every(({ reasons, cut }) => reasons.length + shared.length === 0 && !cut)) {
      told.push(this.makeLine("everyone"));
    }
    find(card, "reasons").append(...told);
    const others = find(card, "others");
    const folded = pick(others, "ul");
    for (const part of clauses) {
      const isFolded = part.verdict === "no" && result.verdict !== "no";
      (isFolded ? folded : find(card, "clauses")).append(this.makeClause(part, interview, told.length > 0));
    }
    const count = folded.childElementCount;
    others.hidden = !count;
    pick(others, "summary").textContent = this.parts.write("others", { count });
    return card;
  }

  /**
   * @param {ClauseVerdict} part
   * @param {Interview} interview
   * @param {boolean} isTold Whether the service has reasons that hold for all of its clauses.
   */
  makeClause({ clause, verdict, reasons, cut }, interview, isTold) {
    const part = this.parts.make("clause");
    part.dataset.clause = clause.id;
    part.dataset.verdict = verdict;
    find(part, "title").append(...breakLines(clause.phrases));
    const chip = /** @type {HTMLElement} */ (part.querySelector(".verdict"));
    chip.hidden = clause.how === this.list.public;
    chip.dataset.verdict = verdict;
    chip.textContent = this.parts.write(`verdict_${verdict}`);
    find(part, "how-tags").append(this.parts.make(clause.how, "how-tag"));
    const told = this.makeReasons(reasons, interview);
    if (told.length === 0 && !isTold && !cut) told.push(this.makeLine("everyone"));
    pick(part, "ul").append(...told);
    return part;
  }

  /** @param {Word} name Of the words that are the whole line. */
  makeLine(name) {
    const line = this.parts.make("reason");
    find(line, "words").textContent = this.parts.write(name);
    return line;
  }

  /**
   * @param {Reason[]} reasons
   * @param {Interview} interview
   * @returns {HTMLElement[]} Those that are told.
   */
  makeReasons(reasons, interview) {
    return listTold(this.list, reasons).map((reason) => this.makeReason(reason, interview));
  }

  /**
   * @param {Reason} reason
   * @param {Interview} interview
   */
  makeReason(reason, interview) {
    const { fact, set_by, quote, words } = /** @type {Condition} */ (this.list.conditions[reason.condition]);
    const line = this.parts.make("reason");
    const outcome = weighOutcome(reason);
    line.dataset.outcome = outcome;
    const departments = this.parts.join((set_by ?? []).map((id) => this.list.departments[id]));
    const given = interview.answers[/** @type {string} */ (fact)];
    const isUnsure = outcome === "open" && given;
    const label = this.parts.write(isUnsure ? "not_sure" : `outcome_${outcome}`, { departments });
    find(line, "label").textContent = label + this.parts.words.colon;
    find(line, "words").textContent = words;
    find(line, "quoted").textContent = this.parts.write("quoted", { quote });
    const answer = fact && given && this.nameAnswer(fact, given);
    if (answer && !interview.isSensitive(fact) && !this.toldFacts.has(fact)) {
      this.toldFacts.add(fact);
      find(line, "answered").textContent = this.parts.write("answered", { answer });
    }
    return line;
  }

  /**
   * @param {string} fact
   * @param {string[]} options
   * @returns {string} The answer in the words of the question.
   */
  nameAnswer(fact, options) {
    /** @type {NodeListOf<HTMLInputElement>} */
    const inputs = this.form.querySelectorAll(`[name="${fact}"]`);
    const chosen = [...inputs].filter(({ value }) => options.includes(value));
    return this.parts.join(chosen.map(({ nextElementSibling }) => nextElementSibling?.textContent));
  }

  /**
   * @param {string} fact
   * @returns {string} What it is about, in a word or two.
   */
  nameQuestion(fact) {
    return find(this.form, `fact="${fact}"`).dataset.name;
  }

  /**
   * @param {HTMLElement} place
   * @param {import("../eligibility/clashes.mjs").Clash[]} clashes
   * @param {(fact: string) => void} change Leads to a question.
   */
  fillClashes(place, clashes, change) {
    place.textContent = "";
    for (const { all, words } of clashes) {
      const note = this.parts.make("clash");
      pick(note, "span").textContent = words;
      for (const fact of new Set(all.map((part) => part.fact))) {
        const button = this.parts.make("change");
        button.textContent = this.parts.write("change_answer", { name: this.nameQuestion(fact) });
        button.onclick = () => change(fact);
        note.append(button);
      }
      place.append(note);
    }
  }

  /**
   * @param {string} id
   * @returns {(string | Node)[]} And its Chinese name on a page of another language, for a counter.
   */
  linkDepartment(id) {
    const link = document.createElement("a");
    link.href = `${this.parts.root.dataset.departmentsHref}${id}/`;
    link.textContent = /** @type {string} */ (this.list.departments[id]);
    return [link, this.parts.make(id, "source") ?? ""];
  }
}
