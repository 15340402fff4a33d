/**
 * Criteria in three values, and the reasons for each value: generator/eligibility/criteria.py in
 * JavaScript. Both run the same cases.
 *
 * @typedef {"yes" | "depends" | "no"} Verdict
 * @typedef {"met" | "failed" | "open" | "set-by"} Outcome
 * @typedef {Record<string, string[]>} Answers Chosen options by fact; a fact that is missing or
 *   has none is unknown.
 * @typedef {{fact?: string | null, is?: string[] | null, by?: string[] | null, quote: string,
 *   words: string}} Condition
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
  if (typeof criterion !== "object") return VALUES[findOutcome(conditions[criterion], answers)];
  return join(
    criterion,
    listParts(criterion).map((part) => decide(part, conditions, answers)),
  );
}

/**
 * @param {Exclude<Criterion, string>} criterion
 * @param {Verdict[]} values
 * @returns {Verdict} The value of a criterion whose parts have these.
 */
function join(criterion, values) {
  const places = values.map((value) => VERDICTS.indexOf(value));
  return VERDICTS[criterion.not ? 2 - places[0] : (criterion.all ? Math.min : Math.max)(...places)];
}

/**
 * @param {Criterion} criterion
 * @param {Record<string, Condition>} conditions
 * @param {Answers} answers
 * @returns {{verdict: Verdict, reasons: Reason[]}} Its value, with the reasons for it, each once,
 *   in the order of its conditions.
 */
export function weigh(criterion, conditions, answers) {
  const { verdict, reasons } = weighPart(criterion, conditions, answers, false);
  const found = new Map();
  for (const reason of reasons) {
    const key = `${reason.condition} ${reason.negated}`;
    if (!found.has(key)) found.set(key, reason);
  }
  return { verdict, reasons: [...found.values()] };
}

/**
 * Gives the value, and the reasons of the parts that it rests on. A part of another value matters
 * only to an `all` that has not failed: every part had its say.
 *
 * @param {Criterion} criterion
 * @param {Record<string, Condition>} conditions
 * @param {Answers} answers
 * @param {boolean} negated
 * @returns {{verdict: Verdict, reasons: Reason[]}}
 */
function weighPart(criterion, conditions, answers, negated) {
  if (criterion === EVERYONE) return { verdict: "yes", reasons: [] };
  if (typeof criterion !== "object") {
    const outcome = findOutcome(conditions[criterion], answers);
    return { verdict: VALUES[outcome], reasons: [{ condition: criterion, outcome, negated }] };
  }
  const turned = negated !== Boolean(criterion.not);
  const weighed = listParts(criterion).map((part) => weighPart(part, conditions, answers, turned));
  const verdict = join(
    criterion,
    weighed.map((part) => part.verdict),
  );
  const whole = Boolean(criterion.not) || (Boolean(criterion.all) && verdict !== "no");
  const counted = weighed.filter((part) => whole || part.verdict === verdict);
  return { verdict, reasons: counted.flatMap((part) => part.reasons) };
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
