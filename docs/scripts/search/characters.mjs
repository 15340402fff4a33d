/**
 * The common Chinese characters, in the order of their sounds: the first level of GB 2312, which
 * every browser can list. Reads what generator/search/characters.py writes.
 */

export const SIGNS = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)).filter(
  (sign) => !',|"\\~'.includes(sign),
);
const FIRST_ROW = 0xb0;
const FIRST_CELL = 0xa1;
const CELLS = 94;
const COUNT = 3755;

/** @returns {string[]} The first level of GB 2312. */
export function listCommon() {
  const bytes = Array.from({ length: COUNT * 2 }, (_, at) =>
    at % 2 ? FIRST_CELL + (((at - 1) / 2) % CELLS) : FIRST_ROW + Math.floor(at / 2 / CELLS),
  );
  return Array.from(new TextDecoder("gbk").decode(Uint8Array.from(bytes)));
}

/** @param {string} text As `aB1iM`. @returns {string[]} The syllable of each common character. */
export function readSyllables(text) {
  let syllable = "";
  return Array.from(text.matchAll(/(\d?)([a-z]*)(Z*)([A-Z])/g)).flatMap(([, kept, rest, most, last]) => {
    syllable = syllable.slice(0, Number(kept)) + rest;
    return Array(most.length * 26 + last.charCodeAt(0) - 64).fill(syllable);
  });
}

/** @param {string} text Steps in signs. @returns {number[]} Rising numbers. */
export function readSteps(text) {
  let place = -1;
  return (text.match(/~*[^~]/g) ?? []).map((step) => {
    place += 1 + (step.length - 1) * SIGNS.length + SIGNS.indexOf(step.slice(-1));
    return place;
  });
}
