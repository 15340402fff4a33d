/**
 * The common Chinese characters: simplified in the order of their sounds, the first level of GB 2312,
 * and traditional in that of their strokes, that of Big5. Every browser can list them. Reads what generator/search/characters.py writes.
 */

export const SIGNS = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)).filter(
  (sign) => !',|"\\~'.includes(sign),
);
const FIRST_ROW = 0xb0;
const FIRST_CELL = 0xa1;
const CELLS = 94;
const COUNT = 3755;
const BIG5_CELLS = 157;
/** Cells of a row of Big5 in the lower half of the codes. */
const BIG5_LOW = 63;
const TRADITIONAL = 5401;

/** @returns {string[]} The first level of GB 2312. */
export function listCommon() {
  const bytes = Array.from({ length: COUNT * 2 }, (_, at) =>
    at % 2 ? FIRST_CELL + (((at - 1) / 2) % CELLS) : FIRST_ROW + Math.floor(at / 2 / CELLS),
  );
  return Array.from(new TextDecoder("gbk").decode(Uint8Array.from(bytes)));
}

/** @returns {string[]} The first level of Big5. */
function listTraditional() {
  const bytes = Array.from({ length: TRADITIONAL * 2 }, (_, at) => {
    const cell = (at >> 1) % BIG5_CELLS;
    return at % 2 ? cell + (cell < BIG5_LOW ? 0x40 : 0xa1 - BIG5_LOW) : 0xa4 + Math.floor(at / 2 / BIG5_CELLS);
  });
  return Array.from(new TextDecoder("big5").decode(Uint8Array.from(bytes)));
}

/** @param {string} text Characters of that level in two signs, others as they are. @returns {string[]} */
export function readForms(text) {
  const common = listTraditional();
  return (text.match(/[ -}]{2}|[^ -}]/gu) ?? []).map((form) =>
    form > "~" ? form : common[SIGNS.indexOf(form[0]) * SIGNS.length + SIGNS.indexOf(form[1])],
  );
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
