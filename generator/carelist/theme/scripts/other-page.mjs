/** Another page of the site, of which a page shows a part. */

/**
 * @param {string} html Of a page. Its head, whose styles the policy of this page refuses, is not read.
 * @param {string} address Where it stands: its links are meant from there.
 * @returns {HTMLElement} What it says, with links that lead from here.
 */
export function readMain(html, address) {
  const said = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  const main = new DOMParser().parseFromString(said, "text/html").body.firstElementChild;
  for (const link of main?.querySelectorAll("a") ?? []) {
    link.href = new URL(/** @type {string} */ (link.getAttribute("href")), address).href;
  }
  return /** @type {HTMLElement} */ (main);
}
