/** The services as the page lists them, read once: the page is the catalog that is searched. */

/**
 * @typedef {object} Entry A service on the page.
 * @property {string} id
 * @property {HTMLElement} element
 * @property {{ title: string, text: string }[]} clauses
 * @property {Card} [card]
 * @property {number[]} [ends] After how many characters a line of its title may end, from the last.
 * @property {Record<string, string | string[]>} fields What it is found by.
 * @property {string[]} numbers Its numbers as terms, each as often as it is firm.
 */

/**
 * @typedef {[card: HTMLElement, title: HTMLElement, summary: HTMLElement, match: HTMLElement,
 *   name: HTMLElement, text: HTMLElement, said: HTMLElement]} Card Among results: a service, and the
 *   parts of it that change.
 */

/** @param {ParentNode} root @returns {Entry[]} The services, in the order of the list. */
export function readCatalog(root) {
  /** @param {Entry} entry Whose first number is its own, as `9项`. */
  const place = ({ numbers }) => Number.parseInt(/** @type {string} */ (numbers[0]), 10);
  const entries = [...root.querySelectorAll("[data-service]")].map(readEntry);
  return entries.sort((a, b) => place(a) - place(b));
}

/** @param {HTMLElement} element @returns {Entry} */
export function readEntry(element) {
  /** @param {string} name */
  const list = (name) => [...element.querySelectorAll(`[data-${name}]`)].map((one) => one.textContent.trim());
  const titles = list("head");
  const clauses = list("text").map((text, place) => ({ title: titles[place] ?? "", text }));
  const { service, numbers, kinds } = element.dataset;
  return {
    id: service,
    element,
    clauses,
    fields: {
      title: list("title"),
      name: list("name"),
      audience: list("audience"),
      text: clauses.map(({ title, text }) => `${title}\n${text}`),
      department: [...list("department"), kinds],
    },
    numbers: splitList(numbers).flatMap(spread),
  };
}

/** @param {string} number @returns {string[]} Every term of a span as `0-6岁`; of any other number itself. */
function spread(number) {
  const [, first, last, measure] = /^(\d+)-(\d+)(.)$/u.exec(number) ?? [];
  if (!measure) return [number];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, more) => `${Number(first) + more}${measure}`);
}

/** @param {string | undefined} text */
function splitList(text) {
  return text ? text.split(" ") : [];
}

/**
 * @param {Entry} entry
 * @param {Record<string, string>} filters
 * @returns {boolean} Whether a service passes every filter; one that states nothing of it does.
 */
export function passes({ element }, filters) {
  return Object.entries(filters).every(([name, value]) => {
    const stated = splitList(element.dataset[name]);
    return !stated.length || stated.includes(value);
  });
}
