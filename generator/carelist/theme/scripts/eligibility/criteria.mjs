/**
 * Criteria in three values, and the reasons for each value: generator/carelist/eligibility/criteria.py in
 * JavaScript. Both run the same cases.
 *
 * @typedef {import("../data.mjs").Verdict} Verdict
 * @typedef {import("../data.mjs").Outcome} Outcome
 * @typedef {Record<string, string[]>} Answers Chosen options by fact; a fact that is missing or
 *   has none is unknown.
 * @typedef {{quote: string, words: string} & (
 *   {fact: string, is: string[], set_by?: null} | {set_by: string[], fact?: null, is?: null}
 * )} Condition What is asked, or that a department decides.
 * @typedef {{all: Criterion[], any?: null, not?: null} | {any: Criterion[], all?: null, not?: null}
 *   | {not: Criterion, all?: null, any?: null}} Joined
 * @typedef {string | Joined} Criterion The id of a condition, or criteria joined.
 * @typedef {{condition: string, outcome: Outcome, negated: boolean}} Reason
 * @typedef {{conditions: Record<string, Condition>, verdicts: Verdict[],
 *   outcomes: Record<Outcome, Verdict>, everyone: string}} Rules What criteria are read by.
 *   `verdicts`: the best first, of which `all` takes the last of its parts' and `any` the first;
 *   `outcomes`: what each is worth; `everyone`: the criterion of a text that sets no condition.
 */

/**
 * @param {Joined} criterion
 * @returns {Criterion[]} The criteria that it joins.
 */
export function listParts(criterion) {
  return criterion.all ?? criterion.any ?? [criterion.not];
}

/**
 * @param {Criterion} criterion
 * @param {Rules} rules
 * @param {Answers} answers
 * @returns {Verdict} The value of a criterion for some answers.
 */
export function decide(criterion, rules, answers) {
  if (criterion === rules.everyone) return "yes";
  if (typeof criterion !== "object") return rules.outcomes[findOutcome(rules.conditions[criterion], answers)];
  return join(
    criterion,
    listParts(criterion).map((part) => decide(part, rules, answers)),
    rules,
  );
}

/**
 * @param {Joined} criterion
 * @param {Verdict[]} values
 * @param {Rules} rules
 * @returns {Verdict} The value of a criterion whose parts have these.
 */
function join(criterion, values, { verdicts }) {
  const places = values.map((value) => verdicts.indexOf(value));
  const place = (criterion.all ? Math.max : Math.min)(...places);
  return /** @type {Verdict} */ (verdicts[criterion.not ? verdicts.length - 1 - place : place]);
}

/**
 * @param {Criterion} criterion
 * @param {Rules} rules
 * @param {Answers} answers
 * @returns {{verdict: Verdict, reasons: Reason[]}} Its value, with the reasons for it, each once,
 *   in the order of its conditions.
 */
export function weigh(criterion, rules, answers) {
  const { verdict, reasons } = weighPart(criterion, rules, answers, false);
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
 * @param {Rules} rules
 * @param {Answers} answers
 * @param {boolean} negated
 * @returns {{verdict: Verdict, reasons: Reason[]}}
 */
function weighPart(criterion, rules, answers, negated) {
  if (criterion === rules.everyone) return { verdict: "yes", reasons: [] };
  if (typeof criterion !== "object") {
    const outcome = findOutcome(rules.conditions[criterion], answers);
    return { verdict: rules.outcomes[outcome], reasons: [{ condition: criterion, outcome, negated }] };
  }
  const turned = negated === !criterion.not;
  const weighed = listParts(criterion).map((part) => weighPart(part, rules, answers, turned));
  const verdict = join(
    criterion,
    weighed.map((part) => part.verdict),
    rules,
  );
  const whole = criterion.not || (criterion.all && verdict !== "no");
  const counted = weighed.filter((part) => whole || part.verdict === verdict);
  return { verdict, reasons: counted.flatMap((part) => part.reasons) };
}

/**
 * @param {Condition | undefined} condition One of the list, which has all that its rules name.
 * @param {Answers} answers
 * @returns {Outcome}
 */
function findOutcome(condition, answers) {
  const { set_by, fact, is } = /** @type {Condition} */ (condition);
  if (set_by) return "set_by";
  const chosen = answers[fact] ?? [];
  if (chosen.length === 0) return "open";
  return chosen.some((option) => is.includes(option)) ? "met" : "failed";
}
