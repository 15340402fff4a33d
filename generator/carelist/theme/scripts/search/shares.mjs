/** How much of a query some terms answer. */

/** @typedef {import("./queries.mjs").Unit} Unit */

/**
 * @param {Unit[]} query
 * @param {number[]} weights
 * @param {Set<string>} terms
 * @returns {number} How much of a query is answered by some terms.
 */
export function measureShare(query, weights, terms) {
  let whole = 0;
  let answered = 0;
  query.forEach((unit, place) => {
    const weight = /** @type {number} */ (weights[place]);
    whole += weight;
    answered += weight * findShare(unit, terms);
  });
  return whole ? answered / whole : 1;
}

/** @param {Unit} unit @param {Set<string>} terms @returns {number} How much of it the best way answers that has these. */
function findShare(unit, terms) {
  const shares = unit.ways.map((way) => way.terms.filter((term) => terms.has(term)).length / way.terms.length);
  return Math.max(0, ...shares);
}
