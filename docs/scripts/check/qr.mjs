/**
 * QR codes of texts: byte mode, error correction M, the smallest version that holds the text
 * (ISO/IEC 18004). Of the eight masks it takes always the first: links are too mixed to leave areas
 * that are hard to read, and weighing the masks would double what a phone has to load.
 */

/** By version: codewords of error correction in a block, and how many blocks there are. */
const CORRECTION = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, ...Array(4).fill(26)];
const BLOCKS = [
  0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28,
  29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];
/** Level M and mask 0, with what protects them. */
const FORMAT = 0x5412;

/** @param {number} version */
const countCorrection = (version) => CORRECTION[version] ?? 28;
/** @param {number} version */
const findSize = (version) => 17 + 4 * version;

/**
 * @param {string} text At most 2,331 bytes in UTF-8.
 * @returns {number[][]} Rows of modules, 1 for dark, without the quiet zone.
 */
export function encode(text) {
  const bytes = [...new TextEncoder().encode(text)];
  let version = 1;
  while (countRoom(version) < bytes.length) version += 1;
  return draw(version, addCorrection(writeBytes(bytes, version), version));
}

/** @param {number} version */
function placeAlignments(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const last = findSize(version) - 7;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => last - (count - 2 - index) * step)];
}

/** @param {number} version */
function countCodewords(version) {
  const alignments = placeAlignments(version).length;
  let modules = (16 * version + 128) * version + 64;
  if (alignments) modules -= (25 * alignments - 10) * alignments - 55;
  return Math.floor((modules - (version > 6 ? 36 : 0)) / 8);
}

/** @param {number} version */
const countData = (version) => countCodewords(version) - countCorrection(version) * BLOCKS[version];
/** @param {number} version */
const countRoom = (version) => countData(version) - (version > 9 ? 3 : 2);

/**
 * @param {number[]} bytes
 * @param {number} version
 */
function writeBytes(bytes, version) {
  const bits = [];
  const push = (value, length) => {
    for (let place = length - 1; place >= 0; place -= 1) bits.push((value >> place) & 1);
  };
  push(4, 4);
  push(bytes.length, version > 9 ? 16 : 8);
  for (const byte of bytes) push(byte, 8);
  push(0, 4);
  const words = [];
  for (let place = 0; place < bits.length; place += 8) words.push(parseInt(bits.slice(place, place + 8).join(""), 2));
  for (let pad = 0xec; words.length < countData(version); pad ^= 0xfd) words.push(pad);
  return words;
}

/**
 * @param {number} one
 * @param {number} other
 * @returns {number} Their product in the field of 256 elements.
 */
function multiply(one, other) {
  let product = 0;
  for (let place = 7; place >= 0; place -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((other >> place) & 1) * one;
  }
  return product;
}

/**
 * @param {number[]} words
 * @param {number[]} divisor
 * @returns {number[]} What is left of the words, divided by a polynomial.
 */
function findRemainder(words, divisor) {
  const rest = divisor.map(() => 0);
  for (const word of words) {
    const factor = word ^ rest.shift();
    rest.push(0);
    divisor.forEach((value, place) => { rest[place] ^= multiply(value, factor); });
  }
  return rest;
}

/** @param {number} degree */
function findDivisor(degree) {
  const divisor = Array(degree).fill(0);
  divisor[degree - 1] = 1;
  for (let index = 0, root = 1; index < degree; index += 1, root = multiply(root, 2)) {
    for (let place = 0; place < degree; place += 1) {
      divisor[place] = multiply(divisor[place], root) ^ (divisor[place + 1] ?? 0);
    }
  }
  return divisor;
}

/**
 * @param {number[]} words
 * @param {number} version
 * @returns {number[]} The codewords as they are drawn: those of all blocks in turn.
 */
function addCorrection(words, version) {
  const count = BLOCKS[version];
  const short = Math.floor(words.length / count);
  const divisor = findDivisor(countCorrection(version));
  const blocks = [];
  for (let index = 0, start = 0; index < count; index += 1) {
    const end = start + short + (index >= count - (words.length % count) ? 1 : 0);
    blocks.push(words.slice(start, end));
    start = end;
  }
  const weave = (lists) => Array.from({ length: lists.at(-1).length }, (_, place) =>
    lists.map((list) => list[place])).flat().filter((word) => word !== undefined);
  return [...weave(blocks), ...weave(blocks.map((block) => findRemainder(block, divisor)))];
}

/**
 * @param {number} version
 * @returns {(number | null)[][]} The patterns by which readers find their way; null where the
 *   codewords go, and what describes the version and the mask.
 */
function drawPatterns(version) {
  const size = findSize(version);
  const rows = Array.from({ length: size }, () => Array(size).fill(null));
  const drawRings = (x, y, rings) => {
    const reach = rings.length - 1;
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) {
        const inside = rows[y + dy]?.[x + dx] !== undefined;
        if (inside) rows[y + dy][x + dx] = rings[Math.max(Math.abs(dx), Math.abs(dy))];
      }
    }
  };
  for (let place = 0; place < size; place += 1) rows[6][place] = rows[place][6] = (place + 1) % 2;
  const centres = placeAlignments(version);
  const corner = size - 7;
  for (const x of centres) {
    for (const y of centres) {
      const isTaken = (x === 6 && (y === 6 || y === corner)) || (x === corner && y === 6);
      if (!isTaken) drawRings(x, y, [1, 0, 1]);
    }
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) drawRings(x, y, [1, 1, 0, 1, 0]);
  return rows;
}

/**
 * @param {(number | null)[][]} rows
 * @param {number} version
 */
function describe(rows, version) {
  const size = rows.length;
  for (let place = 0; place < 15; place += 1) {
    const bit = (FORMAT >> place) & 1;
    const near = place < 6 ? place : place < 8 ? place + 1 : size - 15 + place;
    const far = place < 8 ? size - 1 - place : place < 9 ? 7 : 14 - place;
    rows[near][8] = bit;
    rows[8][far] = bit;
  }
  rows[size - 8][8] = 1;
  let rest = version;
  for (let place = 0; place < 12; place += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  const told = (version << 12) | rest;
  for (let place = 0; version > 6 && place < 18; place += 1) {
    const [far, near] = [size - 11 + (place % 3), Math.floor(place / 3)];
    rows[near][far] = rows[far][near] = (told >> place) & 1;
  }
}

/**
 * @param {number} version
 * @param {number[]} codewords
 * @returns {number[][]}
 */
function draw(version, codewords) {
  const rows = drawPatterns(version);
  const size = rows.length;
  describe(rows, version);
  let place = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < 2 * size; step += 1) {
      const x = right - (step % 2);
      const y = (right + 1) & 2 ? Math.floor(step / 2) : size - 1 - Math.floor(step / 2);
      if (rows[y][x] !== null) continue;
      const bit = (codewords[place >> 3] >> (7 - (place & 7))) & 1;
      rows[y][x] = bit ^ ((x + y + 1) & 1);
      place += 1;
    }
  }
  return rows;
}
