/**
 * Links that share services: they hold the ids of services and the revision, never an answer.
 */

/**
 * @param {string} page The address of the questionnaire; its own query is left out.
 * @param {string} revision
 * @param {string[]} services
 * @returns {string} Every id is made of letters, digits and hyphens, so nothing is escaped.
 */
export function writeLink(page, revision, services) {
  return new URL(`?list=${revision}&services=${services}`, page).href;
}
