/**
 * Verdicts sorted for a reader: which group a service stands in, and what its reasons rest on.
 *
 * @typedef {import("../eligibility/criteria.mjs").Reason} Reason
 * @typedef {import("../eligibility/verdicts.mjs").Verdict} Verdict
 * @typedef {import("../eligibility/verdicts.mjs").ServiceVerdict} ServiceVerdict
 * @typedef {import("../eligibility/verdicts.mjs").ClauseVerdict} ClauseVerdict
 * @typedef {Verdict | "public"} Group
 */

import { decide } from "../eligibility/criteria.mjs";
import { BEST_FIRST, decideServices } from "../eligibility/verdicts.mjs";

const PUBLIC = "public";

/** @param {ClauseVerdict[]} clauses */
function findBest(clauses) {
  return BEST_FIRST.find((verdict) => clauses.some((part) => part.verdict === verdict));
}

/**
 * @param {ServiceVerdict} service
 * @returns {Group} Where it stands. What departments do for no family in particular lifts no
 *   service into "this fits" while the rest depends; it makes a group of its own.
 */
export function findGroup({ clauses }) {
  const own = findBest(clauses.filter(({ clause }) => clause.how !== PUBLIC));
  if (own && own !== "no") return own;
  const shared = findBest(clauses.filter(({ clause }) => clause.how === PUBLIC));
  return shared === "yes" ? PUBLIC : (shared ?? "no");
}

/**
 * @param {ServiceVerdict[]} services
 * @returns {Record<Group, ServiceVerdict[]>} Those first that an answer speaks for, then those that
 *   are for every child; each in the order of the list.
 */
export function sortServices(services) {
  const groups = { yes: [], depends: [], public: [], no: [] };
  const [spoken, others] = [true, false].map((is) => services.filter((one) => isSpokenFor(one) === is));
  for (const service of [...spoken, ...others]) groups[findGroup(service)].push(service);
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
  const judge = (...rule) => ({ verdict: decide(...rule), reasons: [] });
  for (const service of decideServices(list, answers, judge)) counts[findGroup(service)] += 1;
  return counts;
}

/** @param {ServiceVerdict} service */
function isSpokenFor({ clauses }) {
  return clauses.some(
    ({ verdict, reasons }) => verdict !== "no" && reasons.some((reason) => weighOutcome(reason) === "met"),
  );
}

/**
 * @param {ServiceVerdict} service
 * @returns {{shared: Reason[], clauses: ClauseVerdict[]}} The reasons that all of its clauses share,
 *   told once, and its clauses with what is left; the best clauses first.
 */
export function shareReasons({ verdict, clauses }) {
  const telling = clauses.filter((part) => verdict === "no" || part.verdict !== "no");
  const holds = (reason, { reasons }) => reasons.some((one) => one.condition === reason.condition);
  const isShared = (reason) => telling.length > 1 && telling.every((part) => holds(reason, part));
  const left = clauses.map((part) => ({
    ...part,
    reasons: part.reasons.filter((reason) => !isShared(reason)),
  }));
  return {
    shared: telling[0].reasons.filter(isShared),
    clauses: BEST_FIRST.flatMap((value) => left.filter((part) => part.verdict === value)),
  };
}

/**
 * @param {Reason} reason
 * @returns {Reason["outcome"]} How it counts for the reader: what must not be so counts the other way.
 */
export function weighOutcome({ outcome, negated }) {
  if (!negated || outcome === "open" || outcome === "set-by") return outcome;
  return outcome === "met" ? "failed" : "met";
}
