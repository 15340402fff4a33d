/**
 * What the reader has done with the whole list: saved, gone on with, deleted. The words come with
 * it, since most readers need none of them.
 */

import { Gathering } from "./saving/gathering.mjs";
import { fill, writeMoment } from "./saving/moments.mjs";

/** @import { SavingWords } from "./data.mjs" */

const ROOT = new URL("../", import.meta.url).href;

/** @type {Map<string, Promise<Gathering>>} By locale: what this page is saving. */
const running = new Map();
/** @type {Set<Gathering>} */
const gatherings = new Set();

/**
 * Saves a locale; asked for twice, it is still done once.
 * @param {string} locale
 * @param {import("./worker-port.mjs").State} state
 * @param {(gathering: Gathering) => void} hear
 * @returns {Promise<Gathering>}
 */
function gather(locale, state, hear) {
  let saving = running.get(locale);
  if (!saving) {
    const gathering = new Gathering(ROOT, locale, state, hear);
    gatherings.add(gathering);
    saving = gathering.end().finally(() => running.delete(locale));
    running.set(locale, saving);
  }
  return saving;
}

/**
 * @typedef {(name: keyof SavingWords, values?: Record<string, string | number | undefined>) => string} Write Gives
 *   words with their places filled in.
 */

/** @param {string} locale @returns {Promise<Write>} */
async function loadWords(locale) {
  /** @type {SavingWords} */
  const words = await (await fetch(`${ROOT}scripts/saving.${locale}.json`)).json();
  return (name, values = {}) => fill(words[name], values);
}

/**
 * Tells what is kept.
 * @param {import("./offline.mjs").Offline} offline
 * @param {Write} write
 * @param {string} [failure] What to say of it before.
 */
async function show(offline, write, failure = "") {
  const { when, kept, behind } = await offline.describe();
  const moment = when ? writeMoment(when, write("dates")) : {};
  const told = when ? write(behind ? "behind" : "saved", { kept, ...moment }) : "";
  offline.status.textContent = `${failure} ${told}`.trim();
}

/** Goes on with what was broken off, or is behind the site. @param {import("./offline.mjs").Offline} offline */
export async function goOn(offline) {
  const write = await loadWords(offline.locale);
  await show(offline, write);
  const { unfinished } = offline.state;
  for (const locale of unfinished) await gather(locale, offline.state, () => {});
  if (unfinished.length) await show(offline, write);
}

/** @param {import("./offline.mjs").Offline} offline */
export async function save(offline) {
  const write = await loadWords(offline.locale);
  const { kept, total, failed, full } = await gather(offline.locale, offline.state, ({ done, total: all }) => {
    offline.status.textContent = write("saving", { done, total: all });
  });
  const failure = full ? (offline.state.when ? "no_room" : "full") : failed ? "failed" : undefined;
  await show(offline, write, failure && write(failure, { kept, total, failed }));
}

/** @param {import("./offline.mjs").Offline} offline */
export async function forget(offline) {
  for (const gathering of gatherings) gathering.stopped = true;
  const write = await loadWords(offline.locale);
  await offline.ask("forget");
  await show(offline, write, write("forgotten"));
  offline.saveButton.focus();
}
