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
 * Where the words of a query name one that is about what it finds first, they count alone.
 * @template {{ dataset: Sign }} T
 * @param {T[]} items
 * @param {string} text
 * @param {import("./results.mjs").Hit} [first] What the query finds first.
 * @returns {T[]} Those that the query names, and the last, the least urgent, that is about what it finds.
 */
export function findSigns(items, text, first) {
  const named = items.filter(({ dataset }) => isNamed(dataset, text));
  /** @param {T} item */
  const isAbout = ({ dataset }) => first?.strong && dataset.services?.split(" ").includes(String(first.id));
  return named.some(isAbout) ? named : [...named, ...items.filter(isAbout).slice(-1)];
}

/**
 * @param {Sign} sign
 * @param {string} text
 * @returns {boolean} Whether a query names it.
 */
function isNamed({ numbers, code }, text) {
  const folded = writeFigures(fold(text));
  /** @type {string[]} */
  const named = folded.match(/\d+/g) ?? [];
  const own = numbers.split(" ");
  if (own.every((one) => named.includes(one))) return true;
  if (!code) return false;
  const term = `${own.pop()}${MEANT.document}`;
  const isOwn = readNumbers(folded).numbers.some(({ ways }) => ways.some(([one]) => one === term));
  return compile(code, "").test(folded) || (isOwn && !named.some((one) => compile(`^${YEAR}$`, "").test(one)));
}
