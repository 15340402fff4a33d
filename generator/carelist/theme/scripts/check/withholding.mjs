/**
 * What somebody else may see of a family's results: on paper, in a link, said at a counter. A clause
 * that turns on a sensitive question is kept back whatever was answered to it, so that neither
 * what stands there nor what is missing tells the answer.
 *
 * @typedef {import("../eligibility/verdicts.mjs").List} List
 * @typedef {import("../eligibility/verdicts.mjs").ServiceVerdict} ServiceVerdict
 * @typedef {import("../eligibility/criteria.mjs").Answers} Answers
 * @typedef {{service: import("../eligibility/verdicts.mjs").Service, names: string[], facts: string[]}} Kept
 *   A service with something for the family that is kept back, what that is called, and the questions
 *   whose answers it lets guess.
 */

import { findRelevant, isPersonal, listConditions, listSensitive } from "../eligibility/questions.mjs";
import { decideServices, findBest, findRule } from "../eligibility/verdicts.mjs";

/**
 * @param {List} list
 * @param {Answers} answers
 * @param {ServiceVerdict[]} services What they come to.
 * @param {Set<string>} chosen Services that the family shows all the same.
 * @returns {{told: ServiceVerdict[], kept: Kept[], facts: Set<string>, personal: string[]}} The
 *   services that may be told, without the reasons that rest on a sensitive question: a clause that
 *   has lost some is `cut`. `facts` are those whose answers may be told, `personal` the ids of
 *   services with a promise that turns on sensitive questions alone, or of which all turn on those
 *   and on those about the family, such as its money: their title tells of them.
 */
export function withhold(list, answers, services, chosen) {
  const sensitive = listSensitive(list);
  /** @param {string} fact */
  const isSensitive = (fact) => sensitive.has(fact);
  const family = list.facts.filter((fact) => fact.family).map(({ id }) => id);
  /** @param {string} fact */
  const isPrivate = (fact) => isSensitive(fact) || family.includes(fact);
  const asked = list.services.map((service) =>
    service.clauses.map((clause) =>
      // What a department decides has no fact.
      [...listConditions(findRule(service, clause), list)].flatMap((name) => list.conditions[name]?.fact ?? []),
    ),
  );
  // What matters only together with a sensitive question is asked of few: that it was answered
  // would tell who they are.
  const facts = new Set(
    asked
      .flat()
      .filter((some) => !some.some(isSensitive))
      .flat(),
  );
  const known = Object.fromEntries(Object.entries(answers).filter(([fact]) => facts.has(fact)));
  /** @type {Kept[]} */
  const kept = [];
  /** @type {string[]} */
  const personal = [];
  const told = decideServices(list, known).flatMap(({ service, clauses }, place) => {
    const whole = services[place]?.clauses ?? [];
    /** @type {string[]} */
    const names = [];
    /** @type {string[]} */
    const guessed = [];
    const open = clauses.filter(({ clause }, at) => {
      const turning = findRelevant(service, clause, list, known).filter(isSensitive);
      if (turning[0] && whole[at]?.verdict !== "no") {
        names.push(clause.title);
        guessed.push(...turning);
      }
      return !turning[0];
    });
    if (
      asked[place]?.some((some) => some[0] && some.every(isSensitive)) ||
      asked[place]?.every((some) => some[0] && some.every(isPrivate))
    ) {
      personal.push(service.id);
    }
    const parts = (chosen.has(service.id) ? whole : open).map((part) => {
      const reasons = part.reasons.filter(({ condition }) => !isPersonal(list, condition));
      return { ...part, reasons, cut: reasons.length < part.reasons.length };
    });
    const verdict = findBest(list, parts);
    // Where all that is left does not fit, what is kept back may, and the title alone would be told.
    const isTold = verdict && (verdict !== "no" || !asked[place]?.flat().some(isSensitive));
    // What is told of a service all the same is not to read as kept back with the rest of it.
    if (names[0]) kept.push({ service, names: isTold ? names : [service.title], facts: [...new Set(guessed)] });
    return isTold ? [{ service, verdict, clauses: parts }] : [];
  });
  return { told, kept, facts, personal };
}
