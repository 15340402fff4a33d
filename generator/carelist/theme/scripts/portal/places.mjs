/**
 * Where do you live: of all places those stay in view that fit what is typed, with what they are in.
 */

import { fold } from "./terms.mjs";

/**
 * @param {string} query
 * @param {string} text What is seen of a place: its name, in both languages, and its code.
 * @param {string} sound Its name in pinyin, syllable by syllable.
 * @returns {boolean} Whether it is named, begun, or sounds so.
 */
export function fits(query, text, sound) {
  const asked = fold(query).replace(/[\s']/g, "");
  if (!asked) return true;
  const initials = sound.replace(/(\S)\S*\s*/g, "$1");
  const words = fold(text);
  if (/^\d+$/.test(asked)) return new RegExp(`(^|\\s)${asked}`).test(words);
  if (asked > "z") return words.includes(asked);
  const sounds = [sound.replace(/ /g, ""), initials];
  return sounds.some((one) => one.startsWith(asked)) || ` ${words}`.includes(` ${fold(query).trim()}`);
}

export class Places {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    const form = /** @type {HTMLFormElement} */ (root.querySelector("[data-finder]"));
    this.field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    this.status = /** @type {HTMLElement} */ (form.querySelector("[data-status]"));
    /** @type {HTMLElement[]} */
    this.items = [...root.querySelectorAll("li")].filter((item) => item.dataset.place !== undefined);
    form.hidden = false;
    this.field.addEventListener("input", () => this.show());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.found()[0]?.querySelector("a")?.focus();
    });
    if (this.field.value) this.show();
  }

  found() {
    return this.items.filter((item) => {
      const text = /** @type {HTMLElement} */ (item.querySelector("a")).textContent;
      return fits(this.field.value, text, /** @type {string} */ (item.dataset.place));
    });
  }

  show() {
    const found = this.found();
    for (const item of this.items) item.hidden = true;
    for (const item of found) {
      /** @type {HTMLElement | null | undefined} */
      let above = item;
      while (above) {
        above.hidden = false;
        above = above.parentElement?.closest("li");
      }
    }
    this.status.textContent = this.field.value.trim() ? this.say(found.length) : "";
  }

  /** @param {number} count */
  say(count) {
    const { someWords = "", oneWords = "", noneWords = "" } = this.root.dataset;
    const words = count > 1 ? someWords : count ? oneWords : noneWords;
    return words.replace("{count}", String(count)).replace("{query}", () => this.field.value.trim());
  }
}
