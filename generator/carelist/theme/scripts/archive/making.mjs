/** Fetches all pieces of a campaign, and makes an archive of them. */

import { writeZip } from "./zip.mjs";

/** @import { Entry } from "./zip.mjs" */
/** @import { Pieces } from "../data.mjs" */

/** So many are fetched beside each other, as browsers do. */
const BESIDE = 6;

/** @param {URL} address @returns {Promise<Response>} */
async function ask(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer;
}

/**
 * Fetches every piece; one that cannot be had ends it.
 * @param {string[]} names
 * @param {URL} root
 * @param {(done: number) => void} tell
 * @returns {Promise<Entry[]>} In the order of their names.
 */
async function fetchPieces(names, root, tell) {
  /** @type {Entry[]} */
  const entries = new Array(names.length);
  const waiting = names.entries();
  let failed = false;
  let done = 0;
  const work = async () => {
    for (const [at, name] of waiting) {
      if (failed) return;
      const answer = await ask(new URL(name, root));
      // What lies in the kit of another language is named as if it lay in this one.
      const own = /** @type {string} */ (name.split("/kit/").pop());
      entries[at] = { name: own, content: new Uint8Array(await answer.arrayBuffer()) };
      done += 1;
      tell(done);
    }
  };
  try {
    await Promise.all(Array.from({ length: BESIDE }, work));
  } catch (error) {
    failed = true;
    throw error;
  }
  return entries;
}

/**
 * @param {URL} list Of the pieces.
 * @param {HTMLProgressElement} progress
 * @returns {Promise<Blob>}
 */
async function makeArchive(list, progress) {
  /** @type {Pieces} */
  const { root, day, names } = await (await ask(list)).json();
  progress.max = names.length;
  const entries = await fetchPieces(names, new URL(root, list), (done) => {
    progress.value = done;
  });
  return writeZip(entries, day);
}

/** @param {Blob} archive @param {string} name */
function save(archive, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(archive);
  link.download = name;
  link.click();
  // By then, even a slow browser has begun to write it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Makes an archive, and hands it to the reader; tells how far it is.
 * @param {HTMLElement} root Of the button.
 */
export async function hand(root) {
  const progress = /** @type {HTMLProgressElement} */ (root.querySelector("progress"));
  const status = /** @type {HTMLElement} */ (root.querySelector("[data-status]"));
  const [making, made, failed] = /** @type {[string, string, string]} */ (root.dataset.words.split("|"));
  if (!progress.hidden) return;
  status.textContent = making;
  progress.removeAttribute("value");
  progress.hidden = false;
  try {
    save(await makeArchive(new URL(root.dataset.pieces, location.href), progress), root.dataset.name);
    status.textContent = made;
  } catch (error) {
    console.error(error);
    status.textContent = failed;
  }
  progress.hidden = true;
}
