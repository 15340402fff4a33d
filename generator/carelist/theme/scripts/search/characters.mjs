/**
 * The common Chinese characters: simplified in the order of their sounds, the first level of GB 2312,
 * and traditional in that of their strokes, that of Big5. Every browser can list them. Reads what generator/carelist/search/characters.py writes.
 */

import {
  BIG5_CELLS,
  BIG5_FIRST_ROW,
  BIG5_HIGH,
  BIG5_LOW,
  BIG5_LOW_CELLS,
  CELLS,
  COMMON_COUNT,
  FIRST_CELL,
  FIRST_ROW,
  SEPARATORS,
  TRADITIONAL_COUNT,
} from "./constants.mjs";

/** @returns {string[]} ASCII signs, each of which stands for its place among them. */
export function listSigns() {
  const every = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place));
  return every.filter((sign) => !SEPARATORS.includes(sign));
}

/** @returns {string[]} The first level of GB 2312. */
export function listCommon() {
  const bytes = Array.from({ length: COMMON_COUNT * 2 }, (_, at) =>
    at % 2 ? FIRST_CELL + (((at - 1) / 2) % CELLS) : FIRST_ROW + Math.floor(at / 2 / CELLS),
  );
  return Array.from(new TextDecoder("gbk").decode(Uint8Array.from(bytes)));
}

/** @returns {string[]} The first level of Big5. */
function listTraditional() {
  const bytes = Array.from({ length: TRADITIONAL_COUNT * 2 }, (_, at) => {
    const cell = (at >> 1) % BIG5_CELLS;
    const first = cell < BIG5_LOW_CELLS ? BIG5_LOW : BIG5_HIGH - BIG5_LOW_CELLS;
    return at % 2 ? cell + first : BIG5_FIRST_ROW + Math.floor(at / 2 / BIG5_CELLS);
  });
  return Array.from(new TextDecoder("big5").decode(Uint8Array.from(bytes)));
}

/** @param {string} text Characters of that level in two signs, others as they are. @returns {string[]} */
export function readForms(text) {
  const common = listTraditional();
  const signs = listSigns();
  return (text.match(/[ -}]{2}|[^ -}]/gu) ?? []).map((form) => {
    const [first, second] = /** @type {[string, string]} */ (/** @type {unknown} */ (form));
    const found = form > "~" ? form : common[signs.indexOf(first) * signs.length + signs.indexOf(second)];
    return /** @type {string} */ (found);
  });
}

/** @param {string} text As `aB1iM`. @returns {string[]} The syllable of each common character. */
export function readSyllables(text) {
  let syllable = "";
  return Array.from(text.matchAll(/(\d?)([a-z]*)(Z*)([A-Z])/g)).flatMap(([, kept, rest, most, last]) => {
    syllable = syllable.slice(0, Number(kept)) + rest;
    const count = /** @type {string} */ (most).length * 26 + /** @type {string} */ (last).charCodeAt(0) - 64;
    return /** @type {string[]} */ (Array(count).fill(syllable));
  });
}

/** @param {string} text Steps in signs. @returns {number[]} Rising numbers. */
export function readSteps(text) {
  const signs = listSigns();
  let place = -1;
  return (text.match(/~*[^~]/g) ?? []).map((step) => {
    place += 1 + (step.length - 1) * signs.length + signs.indexOf(step.slice(-1));
    return place;
  });
}
