/**
 * The verdicts of a whole list for one family: generator/carelist/eligibility/verdicts.py in JavaScript.
 *
 * @typedef {import("./criteria.mjs").Verdict} Verdict
 * @typedef {import("./criteria.mjs").Criterion} Criterion
 * @typedef {import("./criteria.mjs").Condition} Condition
 * @typedef {import("./criteria.mjs").Answers} Answers
 * @typedef {import("./criteria.mjs").Reason} Reason
 * @typedef {{id: string, title: string, phrases: string[], how: string, criterion: Criterion}} Clause
 *   `phrases` are those of the title, between which its lines end; a `pillar` is its place among those
 *   of the catalog.
 * @typedef {{id: string, number: number, title: string, phrases: string[], pillar: number,
 *   departments: string[], audience: Criterion, clauses: Clause[]}} Service
 * @typedef {{id: string, family: 0 | string[], several: 0 | 1,
 *   sensitive: boolean, options: string[]}} Fact `family`: of a question about the family, its
 *   options that tell of the person alone.
 * @typedef {{revision: string, revisions: string[], words: import("../data.mjs").CheckWords, facts: Fact[],
 *   clashes: import("./clashes.mjs").Clash[], conditions: Record<string, Condition>,
 *   departments: Record<string, string>, services: Service[], verdicts: Verdict[],
 *   outcomes: Record<import("./criteria.mjs").Outcome, Verdict>, everyone: string, none: string,
 *   unsure: string, public: string}} List `revisions` are all years, `words` those of the page's
 *   scripts; conditions may be called by their place. `none`: the option that excludes all others;
 *   `unsure`: the value of "not sure"; `public`: how one gets what departments do for no family in
 *   particular. What else stands there is explained with `Rules`.
 * @typedef {{clause: Clause, verdict: Verdict, reasons: Reason[], cut?: boolean}} ClauseVerdict
 *   `cut`: whether some of the reasons are kept back.
 * @typedef {{service: Service, verdict: Verdict, clauses: ClauseVerdict[]}} ServiceVerdict
 */

import { weigh } from "./criteria.mjs";

/**
 * @param {{verdicts: Verdict[]}} list
 * @param {{verdict: Verdict}[]} parts
 * @returns {Verdict | undefined} The best of their verdicts.
 */
export function findBest({ verdicts }, parts) {
  return verdicts.find((value) => parts.some(({ verdict }) => verdict === value));
}

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
      return { clause, ...judge(findRule(service, clause), list, answers) };
    });
    return { service, verdict: /** @type {Verdict} */ (findBest(list, clauses)), clauses };
  });
}
