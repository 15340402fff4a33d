/**
 * Whether an answer is what was asked for and this site's own: networks in stations and clinics
 * answer with pages of theirs, and hosts with pages that tell of a fault.
 */

const ICON_LINK = /<link\b[^>]*\brel=["']?icon\b[^>]*>/i;
const HREF = /\bhref=["']?([^"'\s>]+)/i;
const END = /<\/html>\s*$/i;
/** @type {Record<string, string>} */
const KINDS = { css: "css", mjs: "javascript", json: "json", svg: "svg" };
const GONE = [404, 410];

/**
 * @typedef {{ bytes: ArrayBuffer, type: string, response: Response }} Answer Which came whole.
 * @typedef {({ kind: "ours" } & Answer)
 *   | ({ kind: "gone", sure: boolean } & Answer)
 *   | { kind: "other" | "none", response?: undefined }} News What came of asking the network. Gone, and
 *   sure: the site itself says so. Other: an answer, but none of this site.
 */

/**
 * @param {string} html
 * @param {string} address The page's own.
 * @param {string} icon The address of the icon that every page of this site has.
 * @returns {boolean} Whether a page is of this site, and came whole.
 */
export function isPageOf(html, address, icon) {
  const [, href] = HREF.exec((ICON_LINK.exec(html) || [""])[0]) || [];
  if (!href || !END.test(html)) return false;
  try {
    return new URL(href, address).href === icon;
  } catch {
    return false;
  }
}

/**
 * @param {string} type
 * @param {string} address
 * @returns {boolean} Whether a file beside the pages has the type that its name says.
 */
export function hasKind(type, address) {
  return type.includes(KINDS[findEnd(new URL(address).pathname, ".")] || "?"); // which no type has
}

/**
 * Waits for the whole of an answer.
 * @param {Response} response
 * @param {string} key
 * @param {string} icon
 * @returns {Promise<News>} Rejects where the answer breaks off.
 */
export async function judge(response, key, icon) {
  const { ok, status, statusText, headers, redirected } = response;
  if (response.type !== "basic" || redirected || !(ok || GONE.includes(status))) return { kind: "other" };
  const bytes = await response.arrayBuffer();
  const type = headers.get("content-type") || "";
  const isPage = type.includes("text/html");
  const ours = isPage ? isPageOf(new TextDecoder().decode(bytes), key, icon) : hasKind(type, key);
  const whole = { bytes, type, response: new Response(bytes, { status, statusText, headers }) };
  if (!ok) return { kind: "gone", sure: ours || status === 410, ...whole };
  return ours && isPage === isAddressOfPage(key) ? { kind: "ours", ...whole } : { kind: "other" };
}

/** @param {string} text @param {string} mark @returns {string} What stands behind the last mark. */
function findEnd(text, mark) {
  return text.slice(text.lastIndexOf(mark) + 1);
}

/** @param {string} key @returns {boolean} */
function isAddressOfPage(key) {
  const name = findEnd(key, "/");
  return !name.includes(".") || name.endsWith(".html");
}
