/**
 * Links that share services: they hold the ids of services and the revision, never an answer.
 *
 * @typedef {import("../eligibility/verdicts.mjs").List} List
 * @typedef {import("../eligibility/verdicts.mjs").Service} Service
 */

/**
 * @param {string} page The address of the questionnaire; its own query is left out.
 * @param {string} revision
 * @param {string[]} services
 * @returns {string} Every id is made of letters, digits and hyphens, so nothing is escaped.
 */
export function writeLink(page, revision, services) {
  const { origin, pathname } = new URL(page);
  return `${origin}${pathname}?list=${revision}&services=${services.join(",")}`;
}

/**
 * @param {string} query What stands in an address behind the question mark.
 * @returns {{revision: string, services: string[]}}
 */
export function readLink(query) {
  const values = new URLSearchParams(query);
  const services = (values.get("services") ?? "").split(",").filter(Boolean);
  return { revision: (values.get("list") ?? "").slice(0, 20), services: [...new Set(services)] };
}

/**
 * @param {List} list
 * @param {{services: string[]}} link
 * @returns {{services: Service[], unknown: number}} Those on the list, in its order, and how many
 *   are not.
 */
export function findShared(list, link) {
  const services = list.services.filter(({ id }) => link.services.includes(id));
  return { services, unknown: link.services.length - services.length };
}
