/**
 * Answers that hardly stand together, so that one of them may be a slip:
 * generator/carelist/eligibility/clashes.py in JavaScript. Both run the same cases.
 *
 * @typedef {{all: {fact: string, is: string[]}[], words: string}} Clash `words` tell what does not
 *   fit, without telling what was answered.
 */

/**
 * @param {{clashes: Clash[]}} list
 * @param {import("./criteria.mjs").Answers} answers
 * @returns {Clash[]} Those that the answers meet; what is not known meets none.
 */
export function findClashes({ clashes }, answers) {
  return clashes.filter(({ all }) => all.every(({ fact, is }) => answers[fact]?.some((option) => is.includes(option))));
}
