/**
 * Criteria in three values, and the reasons for each value: generator/eligibility/criteria.py in
 * JavaScript. Both run the same cases.
 *
 * @typedef {"yes" | "depends" | "no"} Verdict
 * @typedef {"met" | "failed" | "open" | "set-by"} Outcome
 * @typedef {Record<string, string[]>} Answers Chosen options by fact; a fact that is missing or
 *   has none is unknown.
 * @typedef {{fact?: string, is?: string[], by?: string[], quote: string, words: string}} Condition
 * @typedef {string | {all: Criterion[]} | {any: Criterion[]} | {not: Criterion}} Criterion The id
 *   of a condition, or criteria joined.
 * @typedef {{condition: string, outcome: Outcome, negated: boolean}} Reason
 */

const EVERYONE = "everyone";

/** Kleene's order: `all` takes the least of its parts, `any` the greatest. */
const VERDICTS = /** @type {Verdict[]} */ (["no", "depends", "yes"]);

/** @type {Record<Outcome, Verdict>} */
const VALUES = { met: "yes", failed: "no", open: "depends", "set-by": "depends" };

/**
 * @param {Exclude<Criterion, string>} criterion
 * @returns {Criterion[]} The criteria that it joins.
 */
function listParts(criterion) {
  return criterion.all ?? criterion.any ?? [criterion.not];
}

/**
 * @param {Criterion} criterion
 * @param {Record<string, Condition>} conditions
 * @param {Answers} answers
 * @returns {Verdict} The value of a criterion for some answers.
 */
export function decide(criterion, conditions, answers) {
  if (criterion === EVERYONE) return "yes";
  if (typeof criterion === "string") return VALUES[findOutcome(conditions[criterion], answers)];
  const places = listParts(criterion).map((part) => VERDICTS.indexOf(decide(part, conditions, answers)));
  if (criterion.not) return VERDICTS[2 - places[0]];
  return VERDICTS[(criterion.all ? Math.min : Math.max)(...places)];
}

/**
 * @param {Criterion} criterion
 * @param {Record<string, Condition>} conditions
 * @param {Answers} answers
 * @returns {Reason[]} The reasons for its value, each once, in the order of its conditions.
 */
export function giveReasons(criterion, conditions, answers) {
  const found = new Map();
  for (const reason of listReasons(criterion, conditions, answers, false)) {
    const key = `${reason.condition} ${reason.negated}`;
    if (!found.has(key)) found.set(key, reason);
  }
  return [...found.values()];
}

/**
 * Yields the reasons of the parts that the value rests on. A part of another value matters only to
 * an `all` that has not failed: every part had its say.
 *
 * @param {Criterion} criterion
 * @param {Record<string, Condition>} conditions
 * @param {Answers} answers
 * @param {boolean} negated
 * @returns {Generator<Reason>}
 */
function* listReasons(criterion, conditions, answers, negated) {
  if (criterion === EVERYONE) return;
  if (typeof criterion === "string") {
    yield { condition: criterion, outcome: findOutcome(conditions[criterion], answers), negated };
    return;
  }
  const value = decide(criterion, conditions, answers);
  const whole = Boolean(criterion.not) || (Boolean(criterion.all) && value !== "no");
  for (const part of listParts(criterion)) {
    if (whole || decide(part, conditions, answers) === value) {
      yield* listReasons(part, conditions, answers, negated !== Boolean(criterion.not));
    }
  }
}

/**
 * @param {Condition} condition
 * @param {Answers} answers
 * @returns {Outcome}
 */
function findOutcome(condition, answers) {
  if (condition.by) return "set-by";
  const chosen = answers[condition.fact] ?? [];
  if (chosen.length === 0) return "open";
  return chosen.some((option) => condition.is.includes(option)) ? "met" : "failed";
}
