/**
 * Words of queries without those that tell nothing. Mirrors generator/search/words.py.
 */

import { isHan } from "./analysis.mjs";

/**
 * @param {import("./analysis.mjs").Piece[]} pieces
 * @param {import("./tables.mjs").Tables} tables
 * @param {import("./analysis.mjs").Stemmer} stemmer
 * @returns {{ runs: string[], words: string[] }} What tells something; all where nothing does.
 */
export function cutPieces(pieces, tables, stemmer) {
  const runs = pieces.map(({ text }) => text).filter(isHan);
  const words = pieces.map(({ text }) => text).filter((text) => !isHan(text));
  let told = runs.flatMap((run) => run.replace(tables.cut, " ").split(" ")).filter(Boolean);
  const toldWords = words.filter((word) => !stemmer.isStopWord(word) && !tables.ignored.has(stemmer.stem(word)));
  if (told.some(isLong)) told = told.filter(isLong);
  return told.length || toldWords.length ? { runs: told, words: toldWords } : { runs, words };
}

/** @param {string} run */
const isLong = (run) => Array.from(run).length > 1;
