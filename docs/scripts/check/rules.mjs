/**
 * The rules as they are fetched, in as few bytes as can be, turned into the list that is asked about.
 *
 * @typedef {import("../data.mjs").ShortRules} ShortRules
 * @typedef {import("../eligibility/verdicts.mjs").List} List
 */

/**
 * @param {ShortRules} rules Clauses have no name there; here it is their number
 *   within the service, from 1.
 * @returns {List}
 */
export function readRules(rules) {
  const clauses = readRows(rules.clauses);
  const departments = Object.keys(rules.departments);
  const services = readRows(rules.services).map((service) => ({
    ...service,
    departments: pickNames(service.departments, departments),
    clauses: clauses.splice(0, service.clauses).map((clause, place) => ({ ...clause, id: String(place + 1) })),
  }));
  const facts = readRows(rules.facts);
  const conditions = readRows(rules.conditions).map(({ fact, is, set_by, ...words }) => {
    const { id, options } = facts[/** @type {number} */ (fact)] ?? {};
    return { ...words, fact: id, is: pickNames(is, options), set_by: pickNames(set_by, departments) };
  });
  return /** @type {List} */ (/** @type {unknown} */ ({ ...rules, services, facts, conditions }));
}

/**
 * @template {object} Row
 * @param {import("../data.mjs").Columns<Row>} columns
 * @returns {Row[]}
 */
function readRows(columns) {
  /** @type {[string, unknown[]][]} */
  const named = Object.entries(columns);
  return /** @type {Row[]} */ (
    named[0]?.[1].map((_, row) => Object.fromEntries(named.map(([name, values]) => [name, values[row]])))
  );
}

/**
 * @param {number[] | null} places
 * @param {string[] | undefined} names
 * @returns {string[] | undefined} Those that stand there.
 */
function pickNames(places, names) {
  return places?.map((place) => /** @type {string} */ (/** @type {string[]} */ (names)[place]));
}
