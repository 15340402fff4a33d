/**
 * The verdicts of a whole list for one family: generator/eligibility/verdicts.py in JavaScript.
 *
 * @typedef {import("./criteria.mjs").Verdict} Verdict
 * @typedef {import("./criteria.mjs").Criterion} Criterion
 * @typedef {import("./criteria.mjs").Condition} Condition
 * @typedef {import("./criteria.mjs").Answers} Answers
 * @typedef {import("./criteria.mjs").Reason} Reason
 * @typedef {{id: string, title: string, how: string, criterion: Criterion}} Clause
 * @typedef {{id: string, number: number, title: string, pillar: string, departments: string[],
 *   audience: Criterion, clauses: Clause[]}} Service
 * @typedef {{id: string, about: "child" | "family", choose: "one" | "several",
 *   asked: "plainly" | "with-care", options: string[]}} Fact
 * @typedef {{revision: string, revisions: string[], words: Record<string, string>, facts: Fact[],
 *   clashes: import("./clashes.mjs").Clash[], conditions: Record<string, Condition>,
 *   departments: Record<string, string>, services: Service[]}} List `revisions` are all years,
 *   `words` those of the page's scripts; conditions may be called by their place.
 * @typedef {{clause: Clause, verdict: Verdict, reasons: Reason[]}} ClauseVerdict
 * @typedef {{service: Service, verdict: Verdict, clauses: ClauseVerdict[]}} ServiceVerdict
 */

import { weigh } from "./criteria.mjs";

/** From the best to the worst. */
export const BEST_FIRST = /** @type {Verdict[]} */ (["yes", "depends", "no"]);

/**
 * @param {Service} service
 * @param {Clause} clause
 * @returns {Criterion} The whole rule of a clause: to be of the audience, and to meet its own.
 */
export function findRule(service, clause) {
  return { all: [service.audience, clause.criterion] };
}

/**
 * @param {List} list
 * @param {Answers} answers
 * @param {typeof weigh} judge How a clause's rule is judged: with its reasons, or in some cheaper way.
 * @returns {ServiceVerdict[]} The verdict of every service, in the order of the list: `no` outside
 *   its audience, else the best of its clauses.
 */
export function decideServices(list, answers, judge = weigh) {
  return list.services.map((service) => {
    const clauses = service.clauses.map((clause) => {
      return { clause, ...judge(findRule(service, clause), list.conditions, answers) };
    });
    const verdict = BEST_FIRST.find((value) => clauses.some((part) => part.verdict === value));
    return { service, verdict, clauses };
  });
}
