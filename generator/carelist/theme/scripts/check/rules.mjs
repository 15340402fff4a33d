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
  const services = readRows(rules.services).map((service, place) => ({
    ...readTitle(service),
    number: service.number + place + 1,
    departments: pickNames(service.departments, departments),
    clauses: clauses.splice(0, service.clauses).map((clause, at) => ({ ...readTitle(clause), id: String(at + 1) })),
  }));
  const facts = readRows(rules.facts);
  const conditions = readRows(rules.conditions).map(({ fact, is, ...words }) => {
    const { id, options } = facts[/** @type {number} */ (fact)] ?? {};
    return { ...words, fact: id, [id ? "is" : "set_by"]: pickNames(is, options ?? departments) };
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
 * @template {{ title: string }} Row
 * @param {Row} row
 * @returns {Row & { phrases: string[] }} Its title, and what lines of it end between.
 */
function readTitle(row) {
  const phrases = row.title.split("\x7f");
  return { ...row, title: phrases.join(""), phrases };
}

/**
 * @param {number[] | null} places
 * @param {string[] | undefined} names
 * @returns {string[] | undefined} Those that stand there.
 */
function pickNames(places, names) {
  return places?.map((place) => /** @type {string} */ (/** @type {string[]} */ (names)[place]));
}
