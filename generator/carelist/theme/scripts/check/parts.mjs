/** The words and parts that results are made of: words come with the rules, parts are templates. */

/** @import { CheckWords } from "../data.mjs" */

export class Parts {
  /**
   * @param {HTMLElement} root
   * @param {CheckWords} words
   */
  constructor(root, words) {
    this.root = root;
    this.words = words;
  }

  /**
   * @param {string | number} name
   * @param {string} [kind] The attribute that names the template, or names it among others.
   * @returns {HTMLElement} A new copy of a part; of some kinds none may be there.
   */
  make(name, kind = "part") {
    /** @type {HTMLTemplateElement | null} */
    const template = this.root.querySelector(`template[data-${kind}~="${name}"]`);
    return /** @type {HTMLElement} */ (template?.content.firstElementChild?.cloneNode(true));
  }

  /**
   * @param {string} value
   * @param {string} words
   * @param {boolean} checked
   * @returns {HTMLElement} A line that can be ticked.
   */
  tick(value, words, checked) {
    const line = this.make("tick");
    const box = pick(line, "input");
    box.value = value;
    box.checked = checked;
    pick(line, "span").textContent = words;
    return line;
  }

  /**
   * @param {keyof CheckWords} name
   * @param {Record<string, unknown>} [values]
   * @returns {string} Words in the page's language, with values in the places left for them.
   */
  write(name, values = {}) {
    return this.words[name].replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
  }

  /**
   * @param {(string | number | null | undefined)[]} names Each is there.
   * @returns {string} A list of names in the manner of the page's language.
   */
  join(names) {
    return names.join(this.words.list_comma);
  }
}

/**
 * @param {ParentNode} within
 * @param {string} hook The name of a data attribute, without "data-".
 * @returns {HTMLElement}
 */
export function find(within, hook) {
  return /** @type {HTMLElement} */ (within.querySelector(`[data-${hook}]`));
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {ParentNode} within
 * @param {Tag} tag
 * @returns {HTMLElementTagNameMap[Tag]} The first element of a kind, which is there.
 */
export function pick(within, tag) {
  return /** @type {HTMLElementTagNameMap[Tag]} */ (within.querySelector(tag));
}

/**
 * @param {string[]} phrases
 * @returns {(string | Node)[]} A title whose lines end between them.
 */
export function breakLines(phrases) {
  return phrases.flatMap((phrase, place) => (place ? [document.createElement("wbr"), phrase] : phrase));
}

/** @param {HTMLElement} heading Where reading goes on: at the top of what is new. */
export function moveTo(heading) {
  heading.focus({ preventScroll: true });
  scrollTo({ top: 0, behavior: "instant" });
}
