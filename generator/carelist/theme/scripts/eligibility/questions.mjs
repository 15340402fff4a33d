/**
 * Which question to ask next, the one that can still change most verdicts:
 * generator/carelist/eligibility/questions.py in JavaScript.
 *
 * @typedef {import("./criteria.mjs").Criterion} Criterion
 * @typedef {import("./criteria.mjs").Condition} Condition
 * @typedef {import("./criteria.mjs").Answers} Answers
 * @typedef {import("./verdicts.mjs").List} List
 * @typedef {import("./verdicts.mjs").Fact} Fact
 * @typedef {{fact: string, weight: number}} OpenQuestion `weight`: how many clauses' verdicts its
 *   answer can still change.
 * @typedef {{fact: string, ways: string[][]}} Space Answers to a question, one for each way in which
 *   they can meet a rule's conditions.
 */

import { decide, listParts } from "./criteria.mjs";
import { findRule } from "./verdicts.mjs";

/** @type {WeakMap<import("./verdicts.mjs").Clause, Space[]>} Found once: no answer changes them. */
const spacesByClause = new WeakMap();

/**
 * Lists the questions that can still change a verdict, the next one first. A fact that is in
 * `answers` without an option was asked in vain, and is not asked again. The weight decides, then
 * the order of the list; but sensitive questions come last, and behind them those that matter only
 * together with one of them.
 *
 * @param {List} list
 * @param {Answers} answers
 * @returns {OpenQuestion[]}
 */
export function openQuestions(list, answers) {
  const sensitive = listSensitive(list);
  const weights = new Map(list.facts.map((fact) => [fact.id, 0]));
  const mattersAlone = new Set();
  for (const service of list.services) {
    for (const clause of service.clauses) {
      const relevant = findRelevant(service, clause, list, answers);
      for (const fact of relevant) weights.set(fact, /** @type {number} */ (weights.get(fact)) + 1);
      if (!relevant.some((fact) => sensitive.has(fact))) relevant.forEach((fact) => mattersAlone.add(fact));
    }
  }
  /** @param {string} fact */
  const place = (fact) => (mattersAlone.has(fact) ? 0 : sensitive.has(fact) ? 1 : 2);
  return [...weights]
    .filter(([, weight]) => weight > 0)
    .map(([fact, weight]) => ({ fact, weight }))
    .sort((a, b) => place(a.fact) - place(b.fact) || b.weight - a.weight);
}

/** @param {List} list @returns {Set<string>} The sensitive facts. */
export function listSensitive({ facts }) {
  return new Set(facts.filter(({ sensitive }) => sensitive).map(({ id }) => id));
}

/** @param {List} list @param {string} name Of a condition. @returns {boolean} Whether a sensitive answer meets it. */
export function isPersonal(list, name) {
  return listSensitive(list).has(/** @type {string} */ (list.conditions[name]?.fact));
}

/**
 * @param {import("./verdicts.mjs").Service} service
 * @param {import("./verdicts.mjs").Clause} clause
 * @param {List} list
 * @param {Answers} answers
 * @returns {string[]} The facts not yet asked whose answer can still change the clause's verdict:
 *   two answers to it give two values, whatever the other open facts may be.
 */
export function findRelevant(service, clause, list, answers) {
  const rule = findRule(service, clause);
  if (decide(rule, list, answers) !== "depends") return [];
  if (!spacesByClause.has(clause)) spacesByClause.set(clause, listSpaces(rule, list));
  const spaces = /** @type {Space[]} */ (spacesByClause.get(clause)).filter(({ fact }) => !(fact in answers));
  const values = decideAll(rule, list, answers, spaces);
  let size = values.length;
  return spaces
    .filter(({ ways }) => {
      const whole = size;
      size /= ways.length;
      return values.some((value, at) => value !== values[at - (at % whole) + (at % size)]);
    })
    .map(({ fact }) => fact);
}

/**
 * @param {Criterion} rule
 * @param {List} list
 * @returns {Space[]} The facts on which a rule turns, in the order of the list.
 */
function listSpaces(rule, list) {
  const names = [...listConditions(rule, list)];
  return list.facts
    .map((fact) => ({ fact: fact.id, ways: listAnswers(fact, names, list) }))
    .filter(({ ways }) => ways.length > 1);
}

/**
 * @param {Criterion} rule
 * @param {List} list
 * @param {Answers} answers
 * @param {Space[]} spaces
 * @returns {string[]} The value of a rule for each choice of ways, the last space counting fastest.
 */
function decideAll(rule, list, answers, [space, ...others]) {
  if (!space) return [decide(rule, list, answers)];
  return space.ways.flatMap((way) => decideAll(rule, list, { ...answers, [space.fact]: way }, others));
}

/**
 * @param {Fact} fact
 * @param {string[]} names
 * @param {List} list
 * @returns {string[][]} Answers, one for each way in which they can meet the conditions.
 */
function listAnswers(fact, names, { conditions, none }) {
  const sets = /** @type {{is: string[]}[]} */ (
    names.map((name) => conditions[name]).filter((condition) => condition?.fact === fact.id)
  );
  /** @type {Map<string, string[]>} */
  const ways = new Map();
  /** @param {string[]} chosen */
  const add = (chosen) => {
    const way = sets.map(({ is }) => chosen.some((option) => is.includes(option))).join("");
    if (!ways.has(way)) ways.set(way, chosen);
  };
  if (sets.length === 0) return [];
  const some = fact.options.filter((option) => option !== none);
  some.forEach((option) => add([option]));
  // A map goes on with what is added on the way: no answer that meets nothing new is extended.
  if (fact.several) ways.forEach((chosen) => some.forEach((option) => add([...chosen, option])));
  fact.options.forEach((option) => add([option]));
  return [...ways.values()];
}

/**
 * @param {Criterion} criterion
 * @param {{everyone: string}} list
 * @returns {Generator<string>} The ids of its conditions.
 */
export function* listConditions(criterion, list) {
  if (typeof criterion !== "object") {
    if (criterion !== list.everyone) yield criterion;
    return;
  }
  for (const part of listParts(criterion)) yield* listConditions(part, list);
}
