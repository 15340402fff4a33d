/**
 * Verdicts sorted for a reader: which group a service stands in, and what its reasons rest on.
 *
 * @typedef {import("../eligibility/criteria.mjs").Reason} Reason
 * @typedef {import("../eligibility/verdicts.mjs").Verdict} Verdict
 * @typedef {import("../eligibility/verdicts.mjs").ServiceVerdict} ServiceVerdict
 * @typedef {import("../eligibility/verdicts.mjs").ClauseVerdict} ClauseVerdict
 * @typedef {import("../data.mjs").Group} Group
 */

import { decide } from "../eligibility/criteria.mjs";
import { isPersonal } from "../eligibility/questions.mjs";
import { decideServices, findBest } from "../eligibility/verdicts.mjs";

/**
 * @param {import("../eligibility/verdicts.mjs").List} list
 * @param {ServiceVerdict} service
 * @returns {Group} Where it stands. What departments do for no family in particular lifts no
 *   service into "this fits" while the rest depends; it makes a group of its own.
 */
export function findGroup(list, { clauses }) {
  /** @param {ClauseVerdict} part */
  const isPublic = ({ clause }) => clause.how === list.public;
  const own = findBest(
    list,
    clauses.filter((part) => !isPublic(part)),
  );
  if (own && own !== "no") return own;
  const shared = findBest(list, clauses.filter(isPublic));
  return shared === "yes" ? "public" : (shared ?? "no");
}

/**
 * @param {import("../eligibility/verdicts.mjs").List} list
 * @param {ServiceVerdict[]} services
 * @returns {Record<Group, ServiceVerdict[]>} Those first that an answer speaks for, then those that
 *   are for everyone; each in the order of the list.
 */
export function sortServices(list, services) {
  /** @type {Record<Group, ServiceVerdict[]>} */
  const groups = { yes: [], depends: [], public: [], no: [] };
  const sorted = [true, false].flatMap((is) => services.filter((one) => isSpokenFor(list, one) === is));
  for (const service of sorted) groups[findGroup(list, service)].push(service);
  return groups;
}

/**
 * @param {import("../eligibility/verdicts.mjs").List} list
 * @param {import("../eligibility/criteria.mjs").Answers} answers
 * @returns {Record<Group, number>} How many services stand in each group. Why they do is
 *   left out: that is most of the work, and a count tells nothing of it.
 */
export function countServices(list, answers) {
  const counts = { yes: 0, depends: 0, public: 0, no: 0 };
  /** @type {typeof import("../eligibility/criteria.mjs").weigh} */
  const judge = (...rule) => ({ verdict: decide(...rule), reasons: [] });
  for (const service of decideServices(list, answers, judge)) counts[findGroup(list, service)] += 1;
  return counts;
}

/**
 * @param {import("../eligibility/verdicts.mjs").List} list
 * @param {ServiceVerdict} service
 * @returns {boolean} Whether an answer speaks for one of its clauses, and no personal question is
 *   open for it: who skips those is not to meet services for orphans first.
 */
function isSpokenFor(list, { clauses }) {
  return clauses.some(
    ({ verdict, reasons }) =>
      verdict !== "no" &&
      reasons.some((reason) => weighOutcome(reason) === "met") &&
      !reasons.some(({ condition, outcome }) => outcome === "open" && isPersonal(list, condition)),
  );
}

/**
 * @param {import("../eligibility/verdicts.mjs").List} list
 * @param {ServiceVerdict} service
 * @returns {{shared: Reason[], clauses: ClauseVerdict[]}} The reasons that all of its clauses share,
 *   told once, and its clauses with what is left; the best clauses first.
 */
export function shareReasons({ verdicts }, { verdict, clauses }) {
  const telling = clauses.filter((part) => verdict === "no" || part.verdict !== "no");
  /** @param {Reason} reason @param {ClauseVerdict} part */
  const holds = (reason, { reasons }) => reasons.some((one) => one.condition === reason.condition);
  /** @param {Reason} reason */
  const isShared = (reason) => telling.length > 1 && telling.every((part) => holds(reason, part));
  const left = clauses.map((part) => ({
    ...part,
    reasons: part.reasons.filter((reason) => !isShared(reason)),
  }));
  return {
    shared: telling[0]?.reasons.filter(isShared) ?? [],
    clauses: verdicts.flatMap((value) => left.filter((part) => part.verdict === value)),
  };
}

/**
 * @param {{conditions: Record<string, {quote: string}>}} list
 * @param {Reason[]} reasons
 * @returns {Reason[]} Those that are told: list_told of generator/carelist/eligibility/criteria.py in
 *   JavaScript.
 */
export function listTold({ conditions }, reasons) {
  /** @param {Reason} reason */
  const quote = ({ condition }) => /** @type {{quote: string}} */ (conditions[condition]).quote;
  const open = new Set();
  return reasons.filter((reason) =>
    reason.outcome === "open"
      ? open.size < open.add(quote(reason)).size
      : reason.outcome !== "met" ||
        !reasons.some((other) => other.outcome === "set_by" && quote(other).includes(quote(reason))),
  );
}

/**
 * @param {Reason} reason
 * @returns {Reason["outcome"]} How it counts for the reader: what must not be so counts the other way.
 */
export function weighOutcome({ outcome, negated }) {
  if (!negated || outcome === "open" || outcome === "set_by") return outcome;
  return outcome === "met" ? "failed" : "met";
}
