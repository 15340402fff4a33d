/** A day and an hour for a reader, and words with places to fill in. */

/**
 * @param {string} iso
 * @param {string} [dates] The tag of the way in which they are written, if not as the page's language has it.
 * @returns {{ date: string, time: string }} In the device's own time zone.
 */
export function writeMoment(iso, dates) {
  const moment = new Date(iso);
  const tag = dates || document.documentElement.lang;
  return {
    date: moment.toLocaleDateString(tag, { year: "numeric", month: "long", day: "numeric" }),
    time: moment.toLocaleTimeString(tag, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
  };
}

/**
 * @param {string} words
 * @param {Record<string, string | number | undefined>} values
 */
export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
}
