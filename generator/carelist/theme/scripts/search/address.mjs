/**
 * The query and the filters in the address of the search page: behind its `#`, where they can be
 * linked, and where no browser sends them to a server.
 */

/** @typedef {{ query: string, filters: Record<string, string> }} Asked */

/** @param {string} hash As `#q=…&age=…`; what names a place on the page asks for nothing. @returns {Asked} */
export function readAddress(hash) {
  const values = new URLSearchParams(hash.slice(1));
  /** @type {Record<string, string>} */
  const filters = {};
  for (const [name, value] of values) if (name !== "q" && value) filters[name] = value;
  return { query: values.get("q") ?? "", filters };
}

/** @param {Asked} asked @param {string} otherwise Where nothing is asked. @returns {string} */
export function writeAddress({ query, filters }, otherwise) {
  const values = new URLSearchParams();
  if (query.trim()) values.set("q", query.trim());
  for (const [name, value] of Object.entries(filters)) values.set(name, value);
  const written = values.toString();
  return written ? `#${written}` : otherwise;
}
