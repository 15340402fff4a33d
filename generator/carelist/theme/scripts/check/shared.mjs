/**
 * What somebody shared by a link, above the first screen; fetched only where there is such a link.
 * Anybody may have written it: of what it holds, only ids and years that the list knows are shown.
 */

/**
 * @typedef {import("../eligibility/verdicts.mjs").List} List
 * @typedef {import("../eligibility/verdicts.mjs").Service} Service
 */

/**
 * @param {string} query What stands in an address behind the question mark.
 * @param {Pick<List, "revisions" | "services">} list
 * @returns {{revision: string, services: Service[], unknown: number}} The year, empty where it is
 *   not known; the services that are on the list, in its order; and how many others are named.
 */
export function readLink(query, { revisions, services }) {
  const values = new URLSearchParams(query);
  const named = new Set((values.get("services") ?? "").split(",").filter(Boolean));
  const found = services.filter(({ id }) => named.has(id));
  return {
    revision: revisions.find((year) => year === values.get("list")) ?? "",
    services: found,
    unknown: named.size - found.length,
  };
}

/** @param {Promise<import("./questionnaire.mjs").Questionnaire>} opening */
export async function showShared(opening) {
  const questionnaire = await opening;
  const { parts, list, cards } = questionnaire;
  const { revision, services, unknown } = readLink(location.search, list);
  const notes = [];
  if (revision !== list.revision) {
    notes.push(parts.write(revision ? "other_list" : "unknown_list", { shared: revision }));
  }
  if (services.length === 0) notes.push(parts.write("nothing_shared"));
  else if (unknown) notes.push(parts.write("unknown", { count: unknown }));
  const view = parts.make("shared");
  const notice = /** @type {HTMLElement} */ (view.querySelector("[data-notice]"));
  notice.textContent = notes.join(" ");
  notice.hidden = notes.length === 0;
  const shown = services.map((service) => cards.makeCard(service));
  // Nothing was judged here that could be wrong.
  for (const card of shown) card.querySelector("[data-rule]")?.remove();
  view.querySelector("[data-cards]")?.append(...shown);
  questionnaire.addShared(view);
}
