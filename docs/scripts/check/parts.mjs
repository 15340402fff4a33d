/** The words and parts that a page keeps for its scripts: data attributes and templates. */

export class Parts {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
  }

  /**
   * @param {string} name
   * @param {string} [kind] The attribute that names the template.
   * @returns {HTMLElement} A new copy of a part.
   */
  make(name, kind = "part") {
    const template = this.root.querySelector(`template[data-${kind}="${name}"]`);
    return /** @type {HTMLElement} */ (template.content.firstElementChild.cloneNode(true));
  }

  /**
   * @param {string} name In camel case, as `dataset` has it, without its end "Words".
   * @param {Record<string, string | number>} [values]
   * @returns {string} Words of the page, with values in the places left for them.
   */
  write(name, values = {}) {
    const words = this.root.dataset[`${name}Words`];
    return words.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
  }

  /**
   * @param {string[]} names
   * @returns {string} A list of names in the manner of the page's language.
   */
  join(names) {
    return names.join(this.root.dataset.commaWords);
  }
}

/**
 * @param {ParentNode} within
 * @param {string} hook The name of a data attribute, without "data-".
 * @returns {HTMLElement}
 */
export function find(within, hook) {
  return within.querySelector(`[data-${hook}]`);
}

/** @param {HTMLElement} heading Where reading goes on: at the top of what is new. */
export function moveTo(heading) {
  scrollTo({ top: 0, behavior: "instant" });
  heading.focus({ preventScroll: true });
}
