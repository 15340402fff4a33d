/**
 * Whether an answer is what was asked for and this site's own: networks in stations and clinics
 * answer with pages of theirs, and hosts with pages that tell of a fault.
 */

const ICON_LINK = /<link\b[^>]*\brel=["']?icon\b[^>]*>/i;
const HREF = /\bhref=["']?([^"'\s>]+)/i;
const END = /<\/html>\s*$/i;
const KINDS = { mjs: "javascript", json: "json", svg: "svg" };
const GONE = [404, 410];

/**
 * @typedef {object} News What came of asking the network.
 * @property {"ours" | "gone" | "other" | "none"} kind Other: an answer, but none of this site.
 * @property {boolean} [sure] Of what is gone: the site itself says so.
 * @property {Response} [response]
 * @property {ArrayBuffer} [bytes]
 * @property {string} [type]
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

/** Whether a file beside the pages has the type that its name says. */
export function hasKind(type, address) {
  const kind = KINDS[new URL(address).pathname.split(".").pop()];
  return Boolean(kind) && type.includes(kind);
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

function isAddressOfPage(key) {
  const name = key.split("/").pop();
  return !name.includes(".") || name.endsWith(".html");
}
