/**
 * What a query may name that is no service: telephone numbers, the notice, what cannot wait.
 * Mirrors generator/carelist/search/signs.py.
 */

import { compile, fold } from "./analysis.mjs";
import { MEANT, YEAR } from "./constants.mjs";
import { readNumbers, writeFigures } from "./numbers.mjs";

/**
 * @typedef {{ numbers: string, code: string, services?: string }} Sign Its numbers; by what else it is known,
 *   as a pattern; services that a query finds first where it cannot wait.
 */

/**
 * @template {{ dataset: Sign }} T
 * @param {T[]} items
 * @param {string} text
 * @param {import("./results.mjs").Hit} [first] What the query finds first.
 * @param {Map<string, string>} [simplified] Of the tables of a list.
 * @returns {T[]} Those that the query names, or that tell what it finds.
 */
export function findSigns(items, text, first, simplified) {
  const folded = writeFigures(fold(text, simplified));
  return items.filter(
    ({ dataset }) =>
      (first?.strong && dataset.services?.split(" ").includes(String(first.id))) || isNamed(dataset, folded),
  );
}

/**
 * @param {Sign} sign
 * @param {string} folded
 * @returns {boolean} Whether a query names it.
 */
function isNamed({ numbers, code }, folded) {
  /** @type {string[]} */
  const named = folded.match(/\d+/g) ?? [];
  const own = numbers.split(" ");
  if (own.every((one) => named.includes(one))) return true;
  if (!code) return false;
  const term = `${own.pop()}${MEANT.document}`;
  const isOwn = readNumbers(folded).numbers.some(({ ways }) => ways.some(([one]) => one === term));
  return compile(code, "").test(folded) || (isOwn && !named.some((one) => compile(`^${YEAR}$`, "").test(one)));
}
