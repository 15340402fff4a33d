/** The query and the filters in the address of the search page. */

export const FILTERS = ["pillar", "department", "age", "how"];

/** @typedef {{ query: string, filters: Record<string, string> }} Asked */

/** @param {string} search @returns {Asked} */
export function readAddress(search) {
  const values = new URLSearchParams(search);
  const filters = {};
  for (const name of FILTERS) if (values.get(name)) filters[name] = values.get(name);
  return { query: values.get("q") ?? "", filters };
}

/** @param {Asked} asked @param {string} path @returns {string} */
export function writeAddress({ query, filters }, path) {
  const values = new URLSearchParams();
  if (query.trim()) values.set("q", query.trim());
  for (const name of FILTERS) if (filters[name]) values.set(name, filters[name]);
  const written = values.toString();
  return written ? `?${written}` : path;
}
