/**
 * QR codes of texts: byte mode, error correction M, the smallest version that holds the text
 * (ISO/IEC 18004). Of the eight masks it takes always the first: links are too mixed to leave large
 * areas of one kind, and weighing the masks would add a quarter to what a phone has to load for it.
 */

/** By version: codewords of error correction in a block, and how many blocks there are. */
const CORRECTION = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26];
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21];
/** Level M and mask 0, with the bits that protect them. */
const FORMAT = 0x5412;
/** The greatest version: of a greater one, a phone shows modules less than half a millimetre wide. */
const MOST = 25;
/** Of a module where words may go. */
const FREE = -1;

/**
 * @param {number} value
 * @param {number} length
 */
const writeBits = (value, length) => value.toString(2).padStart(length, "0");

/** @param {number[]} bytes */
const writeBytes = (bytes) => bytes.map((byte) => writeBits(byte, 8)).join("");

/**
 * @param {string} text
 * @returns {Int8Array | null} Modules, row by row, 1 for dark, without the quiet zone: as many rows as
 *   columns. None for a text that no code holds, of more than 997 bytes in UTF-8.
 */
export function encode(text) {
  const bytes = [...new TextEncoder().encode(text)];
  let version = 0;
  let size;
  let modules;
  let room;
  let words;
  do {
    version += 1;
    if (version > MOST) return null;
    size = 17 + 4 * version;
    modules = drawPatterns(version, size);
    const free = modules.filter((module) => module === FREE).length;
    room = (free >> 3) - (CORRECTION[version] ?? 28) * /** @type {number} */ (BLOCKS[version]);
    const bits = `${writeBits(4, 4)}${writeBits(bytes.length, version > 9 ? 16 : 8)}${writeBytes(bytes)}0000`;
    words = /** @type {string[]} */ (bits.match(/.{8}/g)).map((one) => parseInt(one, 2));
  } while (words.length > room);
  for (let pad = 0xec; words.length < room; pad ^= 0xfd) words.push(pad);
  drawWords(modules, size, addCorrection(words, version));
  return modules;
}

/**
 * @param {number} one
 * @param {number} other
 * @returns {number} Their product in the field of 256 elements.
 */
function multiplyInField(one, other) {
  let product = 0;
  for (let place = 7; place >= 0; place -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((other >> place) & 1) * one);
  }
  return product;
}

/**
 * @param {number} degree
 * @returns {number[]} The polynomial by which blocks are divided.
 */
function findDivisor(degree) {
  const divisor = [...Array(degree - 1).fill(0), 1];
  for (let index = 0, root = 1; index < degree; index += 1, root = multiplyInField(root, 2)) {
    divisor.forEach((value, place) => {
      divisor[place] = multiplyInField(value, root) ^ divisor[place + 1];
    });
  }
  return divisor;
}

/**
 * @param {number[]} words
 * @param {number} version
 * @returns {number[]} The codewords as they are drawn: those of all blocks in turn.
 */
function addCorrection(words, version) {
  const count = /** @type {number} */ (BLOCKS[version]);
  const divisor = findDivisor(CORRECTION[version] ?? 28);
  /** @type {number[][]} */
  const blocks = [];
  for (let start = 0; blocks.length < count; ) {
    const length = Math.floor((words.length + blocks.length) / count);
    blocks.push(words.slice(start, start + length));
    start += length;
  }
  const remainders = blocks.map((block) =>
    block.reduce(
      (rest, word) => {
        const factor = word ^ /** @type {number} */ (rest[0]);
        return divisor.map((value, place) => multiplyInField(value, factor) ^ /** @type {number} */ (rest[place + 1]));
      },
      divisor.map(() => 0),
    ),
  );
  /** @param {number[][]} lists */
  const weave = (lists) => {
    const longest = /** @type {number[]} */ (lists[lists.length - 1]);
    return longest.flatMap((_, place) => lists.flatMap((list) => list[place] ?? []));
  };
  return [...weave(blocks), ...weave(remainders)];
}

/**
 * @param {number} version
 * @param {number} size Of a side.
 * @returns {Int8Array} Modules, row by row: all by which readers find their way.
 */
function drawPatterns(version, size) {
  const corner = size - 7;
  const modules = new Int8Array(size * size).fill(FREE);
  /** @param {number} x @param {number} y @param {number[]} rings From the centre outwards. */
  const drawRings = (x, y, rings) =>
    modules.forEach((_, at) => {
      const module = rings[Math.max(Math.abs((at % size) - x), Math.abs(Math.floor(at / size) - y))];
      if (module !== undefined) modules[at] = module;
    });
  for (let place = 0; place < size; place += 1) {
    modules[6 * size + place] = modules[place * size + 6] = (place + 1) % 2;
  }
  const centres = placeAlignments(version, corner);
  for (const x of centres) {
    for (const y of centres) {
      const isTaken = (x === 6 && (y === 6 || y === corner)) || (x === corner && y === 6);
      if (!isTaken) drawRings(x, y, [1, 0, 1]);
    }
  }
  const finder = [1, 1, 0, 1, 0];
  drawRings(3, 3, finder);
  drawRings(size - 4, 3, finder);
  drawRings(3, size - 4, finder);
  drawFormat(modules, size, version);
  return modules;
}

/**
 * @param {number} version
 * @param {number} last
 * @returns {number[]} Where small squares stand, across and down.
 */
function placeAlignments(version, last) {
  if (version === 1) return [];
  const gaps = Math.floor(version / 7) + 1;
  const step = Math.ceil((version * 2 + 2) / gaps) * 2;
  return [6, ...Array.from({ length: gaps }, (_, index) => last - (gaps - 1 - index) * step)];
}

/**
 * @param {Int8Array} modules
 * @param {number} size
 * @param {number} version
 */
function drawFormat(modules, size, version) {
  for (let place = 0; place < 15; place += 1) {
    const near = place < 6 ? place : place < 8 ? place + 1 : size - 15 + place;
    const far = place < 8 ? size - 1 - place : place < 9 ? 7 : 14 - place;
    modules[near * size + 8] = modules[8 * size + far] = (FORMAT >> place) & 1;
  }
  modules[(size - 8) * size + 8] = 1;
  let rest = version;
  for (let place = 0; place < 12; place += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  for (let place = 0; version > 6 && place < 18; place += 1) {
    const far = size - 11 + (place % 3);
    const near = Math.floor(place / 3);
    modules[near * size + far] = modules[far * size + near] = (((version << 12) | rest) >> place) & 1;
  }
}

/**
 * Draws words where modules are free, masked.
 * @param {Int8Array} modules
 * @param {number} size
 * @param {number[]} words
 */
function drawWords(modules, size, words) {
  const bits = writeBytes(words);
  let next = 0;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    for (let step = 0; step < 2 * size; step += 1) {
      const x = right - (step % 2);
      const row = step >> 1;
      const y = (right + 1) & 2 ? row : size - 1 - row;
      const at = y * size + x;
      if (modules[at] !== FREE) continue;
      modules[at] = Number(bits[next] ?? 0) ^ ((x + y + 1) & 1);
      next += 1;
    }
  }
}
