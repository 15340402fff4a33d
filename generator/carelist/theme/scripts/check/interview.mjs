/**
 * An interview: what was asked and answered, and what comes next. It lives in memory alone.
 *
 * @typedef {import("../eligibility/criteria.mjs").Answers} Answers
 * @typedef {import("../eligibility/verdicts.mjs").List} List
 */

import { listSensitive, openQuestions } from "../eligibility/questions.mjs";

export class Interview {
  /**
   * @param {List} list
   * @param {Answers} answers Given before, as those of a family for another of its people.
   */
  constructor(list, answers = {}) {
    this.list = list;
    this.answers = answers;
    this.asked = Object.keys(answers);
    /** The question that is shown; none when there is nothing left to ask. */
    this.current = this.findOpen()[0];
  }

  /** @returns {string[]} The facts that can still change a verdict, the next one first. */
  findOpen() {
    if (this.known !== this.answers) {
      /** @type {Answers | undefined} */
      this.known = this.answers;
      this.open = openQuestions(this.list, this.answers).map(({ fact }) => fact);
    }
    return /** @type {string[]} */ (this.open);
  }

  /** @param {string[]} options Empty for "not sure" and for a question skipped. */
  answer(options) {
    const fact = /** @type {string} */ (this.current);
    this.answers = { ...this.answers, [fact]: options };
    if (!this.asked.includes(fact)) this.asked.push(fact);
    this.resume();
  }

  /** Answers all open sensitive questions at once: not sure. */
  skipSensitive() {
    for (const id of listSensitive(this.list)) {
      if (id in this.answers) continue;
      this.answers = { ...this.answers, [id]: [] };
      this.asked.push(id);
    }
    this.resume();
  }

  /** @returns {boolean} Whether anything would be lost with the page. */
  isAnswered() {
    return Object.values(this.answers).some(({ length }) => length);
  }

  /** @param {string} fact A question to answer anew; then the interview goes on where it was. */
  change(fact) {
    this.current = fact;
  }

  /** Goes on with the first open question. */
  resume() {
    this.current = this.findOpen()[0];
  }

  /** @returns {{number: number, left: number}} Which question this is; how many may still follow. */
  tellProgress() {
    return {
      number: this.listBefore().length + 1,
      left: this.findOpen().filter((fact) => fact !== this.current).length,
    };
  }

  /** @returns {string[]} What was asked before the question shown. */
  listBefore() {
    const current = /** @type {string} */ (this.current);
    return this.asked.slice(0, [...this.asked, current].indexOf(current));
  }

  /** @param {string} fact */
  isSensitive(fact) {
    return listSensitive(this.list).has(fact);
  }

  /** @returns {boolean} Whether the question shown is the first sensitive one. */
  isFirstSensitive() {
    const current = /** @type {string} */ (this.current);
    return this.isSensitive(current) && !this.listBefore().some((fact) => this.isSensitive(fact));
  }

  /**
   * @returns {Interview} One about another person, with the answers about the family. Where one of
   *   them told of this person alone, its question is asked anew.
   */
  startAnother() {
    const kept = Object.entries(this.answers).filter(([fact, given]) => {
      const { family } = /** @type {import("../eligibility/verdicts.mjs").Fact} */ (
        this.list.facts.find(({ id }) => id === fact)
      );
      return family && !given.some((one) => family.includes(one));
    });
    return new Interview(this.list, Object.fromEntries(kept));
  }
}
