/**
 * Writes a ZIP archive (PKWARE's APPNOTE 6.3) of files as they are: pictures and documents of a
 * campaign are compressed already.
 *
 * @typedef {object} Entry
 * @property {string} name With folders, which stand between strokes.
 * @property {Uint8Array<ArrayBuffer>} content
 */

/** Names are in UTF-8. */
const FLAGS = 0x800;
/** What can take files out of an archive without folders of its own, and without compression. */
const VERSION = 20;
/** More files, or bytes, need the fields of ZIP64, which a campaign does not. */
const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffffffff;

const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let crc = start;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/**
 * @param {Uint8Array} content
 * @returns {number} Its CRC-32, without a sign.
 */
function sum(content) {
  let crc = 0xffffffff;
  for (const byte of content) crc = /** @type {number} */ (TABLE[(crc ^ byte) & 0xff]) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/**
 * @param {string} day As in ISO 8601.
 * @returns {number} Its midnight, as MS-DOS counts: years since 1980, 2 seconds.
 */
function countDay(day) {
  const [year, month, date] = /** @type {[number, number, number]} */ (day.split("-").map(Number));
  return (((year - 1980) << 25) | (month << 21) | (date << 16)) >>> 0;
}

/**
 * @param {[bytes: 2 | 4, value: number][]} fields
 * @returns {Uint8Array<ArrayBuffer>}
 */
function pack(fields) {
  const view = new DataView(new ArrayBuffer(fields.reduce((length, [bytes]) => length + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/**
 * @param {Entry[]} entries
 * @param {string} day That all files are of, as in ISO 8601.
 * @returns {Blob}
 * @throws {RangeError} If they are too many, or too large.
 */
export function writeZip(entries, day) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const files = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const directory = [];
  let [start, length] = [0, 0];
  for (const { name, content } of entries) {
    const path = new TextEncoder().encode(name);
    /** @type {[2 | 4, number][]} */
    const told = [
      [2, VERSION],
      [2, FLAGS],
      [2, 0],
      [4, countDay(day)],
      [4, sum(content)],
      [4, content.length],
      [4, content.length],
      [2, path.length],
      [2, 0],
    ];
    const head = pack([[4, 0x04034b50], ...told]);
    const entry = pack([[4, 0x02014b50], [2, VERSION], ...told, [2, 0], [2, 0], [2, 0], [4, 0], [4, start]]);
    files.push(head, path, content);
    directory.push(entry, path);
    start += head.length + path.length + content.length;
    length += entry.length + path.length;
  }
  if (entries.length > MOST_FILES || start + length > MOST_BYTES) throw new RangeError("too much for one archive");
  const count = entries.length;
  const end = pack([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, length],
    [4, start],
    [2, 0],
  ]);
  return new Blob([...files, ...directory, end], { type: "application/zip" });
}
